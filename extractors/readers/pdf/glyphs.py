"""One printed character of a page, and where it stands."""

from __future__ import annotations

from typing import NamedTuple

MARKS = frozenset("，。、；：！？")
HANGING = 0.5


class Glyph(NamedTuple):
    """A character and its place in points: `x0` to `x1` across, `base` its baseline from the top of the page down."""

    text: str
    x0: float
    x1: float
    base: float
    size: float

    @property
    def edge(self) -> float:
        """Where its ink ends: a full-width mark is printed in the left half of its room, and may hang over a column."""
        return self.x1 - HANGING * self.size if self.text in MARKS else self.x1
