"""Rows in reading order as the lines that a page is divided by: whether each fills its column is known, not guessed."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from extractors.page.lines import Line, cells, read_lines
from extractors.page.marks import BULLET
from extractors.readers.pdf.order import Block
from extractors.readers.pdf.rows import Row

_INDENT = 1.2
_SHORT = 1.6
_PARTED = 1.9
_OTHER_SIZE = 0.12
_FEW = 3
_LIKE = 0.85


@dataclass(frozen=True, slots=True)
class _Printed:
    """A row with what its column tells of it."""

    row: Row
    block: Block
    heading: bool
    indented: bool
    full: bool
    column: int
    pitch: float


def print_lines(blocks: list[Block], number: int) -> list[Line]:
    """Return the lines of a page, all with its number."""
    lines: list[Line] = []
    last: _Printed | None = None
    gap = True
    for printed in _printed(blocks):
        if last is not None and lines and _is_broken_title(last, printed):
            found = read_lines(lines.pop().text + printed.row.text)
        else:
            found = read_lines(printed.row.text)
            gap = last is None or _parts(last, printed)
        for at, line in enumerate(found):
            line.number, line.spaced, line.gap = number, False, gap and at == 0
            if not printed.heading:
                line.column = printed.column
                line.indent = 4 if printed.indented else 0
                short = min(cells(line.text) + line.indent, line.column - 12)
                line.width = line.column if printed.full else max(short, 1)
        lines += found
        last = printed
    return lines


def _printed(blocks: list[Block]) -> list[_Printed]:
    widths: dict[int, float] = {}
    for block in blocks:
        if block.bare:
            widths[block.measure] = max(widths.get(block.measure, 0.0), _width(block.bare))
    found = []
    for block in blocks:
        bare = block.bare or block.rows
        left, width = min(row.x0 for row in bare), _width(bare)
        common = widths.get(block.measure, width)
        if len(bare) <= _FEW or width >= _LIKE * common:
            width = max(width, common)
        pitch = _pitch(bare)
        for row in block.rows:
            full = row.x1 >= left + width - _SHORT * row.size
            column = max(round(width / row.size * 2), 1)
            indented = row.x0 - left > _INDENT * row.size
            found.append(_Printed(row, block, block.is_heading(row), indented, full, column, pitch))
    return found


def _width(rows: list[Row]) -> float:
    return max(row.x1 for row in rows) - min(row.x0 for row in rows)


def _pitch(rows: list[Row]) -> float:
    """Return the usual distance from line to line, 0 when there is one line alone."""
    steps = sorted(below.top - above.top for above, below in itertools.pairwise(rows) if below.top > above.top)
    return steps[len(steps) // 2] if steps else 0.0


def _parts(last: _Printed, this: _Printed) -> bool:
    """Tell whether room, another size or another part of the page stands between two rows."""
    before, row = last.row, this.row
    larger, smaller = max(before.size, row.size), min(before.size, row.size)
    if last.heading:
        # Kicker, title and subtitle differ in size and stand together; a text right under its title does so too.
        return not _near(before, row)
    if this.heading or larger - smaller > _OTHER_SIZE * smaller:
        return True
    if last.block is this.block:
        return row.top - before.top > _PARTED * max(this.pitch, 1.2 * row.size)
    if last.block.measure != this.block.measure:
        return True
    if row.middle > before.bottom:
        return True
    # At the top of the next column nothing shows a gap but the marks of a list of short news.
    return BULLET.match(row.text) is not None


def _is_broken_title(last: _Printed, this: _Printed) -> bool:
    """Tell whether a heading goes on in the next row: it fills its column, or stops where no phrase ends."""
    if not (last.heading and this.heading and _near(last.row, this.row)):
        return False
    if abs(last.row.size - this.row.size) > 0.05 * this.row.size:
        return False
    within = last.block is this.block and bool(last.block.bare)
    return last.row.text[-1] in "、，：（《“" or (within and last.full)


def _near(before: Row, row: Row) -> bool:
    size = max(before.size, row.size)
    return -0.5 * size < row.top - before.bottom < 1.6 * size
