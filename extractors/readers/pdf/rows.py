"""Characters into rows: the lines of one column, parted from those of the next column by the gutter between them."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from statistics import median

from extractors.readers.pdf.glyphs import Glyph

_BASELINE = 0.3
_GUTTER = 0.8
_SPACE = 0.35
_SAME_SIZE = 1.35
_BLANK = " \t\u3000\xa0"


@dataclass(slots=True)
class Row:
    """The characters of one line in one column; `top` and `bottom` count down from the top of the page."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    # Where its ink ends, without what hangs over the column.
    edge: float

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2


def rows_of(glyphs: list[Glyph]) -> list[Row]:
    """Return the rows of a page, in no order. White space at their ends does not count."""
    rows: list[list[Glyph]] = []
    for glyph in glyphs:
        if rows and _follows(rows[-1][-1], glyph):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [row for run in _merged(rows) if (row := _row(run)) is not None]


def _follows(last: Glyph, glyph: Glyph) -> bool:
    """Tell whether a glyph stands right behind another on the same line."""
    size = max(last.size, glyph.size)
    # Behind a space that the file prints the next character stands close, or in the next column.
    room = _SPACE if last.text in _BLANK else _GUTTER
    return (
        abs(last.base - glyph.base) <= _BASELINE * min(last.size, glyph.size)
        and -0.5 * size <= glyph.x0 - last.edge <= room * min(last.size, glyph.size)
        and size <= _SAME_SIZE * min(last.size, glyph.size)
    )


def _merged(runs: list[list[Glyph]]) -> list[list[Glyph]]:
    """Return the runs with those put together that a file prints out of order."""
    merged: list[list[Glyph]] = []
    for run in sorted(runs, key=lambda run: (round(run[0].base), run[0].x0)):
        for other in reversed(merged[-40:]):
            if _follows(other[-1], run[0]):
                other += run
                break
        else:
            merged.append(run)
    return merged


def _row(run: list[Glyph]) -> Row | None:
    while run and run[-1].text in _BLANK:
        run = run[:-1]
    while run and run[0].text in _BLANK:
        run = run[1:]
    if not run:
        return None
    size = median(glyph.size for glyph in run)
    base = median(glyph.base for glyph in run)
    return Row(_text(run), run[0].x0, run[-1].x1, base - 0.86 * size, base + 0.14 * size, size, run[-1].edge)


def _text(run: list[Glyph]) -> str:
    """Return the text of a run; a gap that is wider than the others by a good part of a character is a space."""
    gaps = [right.x0 - left.x1 for left, right in itertools.pairwise(run)]
    usual = median(gaps) if gaps else 0.0
    text = run[0].text
    for glyph, gap in zip(run[1:], gaps, strict=True):
        blank = glyph.text in _BLANK or text[-1] in _BLANK
        text += (" " if not blank and gap - usual > _SPACE * glyph.size else "") + glyph.text
    return text
