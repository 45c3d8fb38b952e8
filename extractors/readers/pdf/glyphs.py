"""One printed character of a page, and where it stands."""

from __future__ import annotations

from typing import NamedTuple


class Glyph(NamedTuple):
    """A character and its place in points: `x0` to `x1` across, `base` its baseline from the top of the page down."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
