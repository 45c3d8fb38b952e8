"""Rows in reading order as the lines that a page is divided by: whether each fills its column is known, not guessed."""

from __future__ import annotations

from extractors.page.lines import Line, cells, read_lines
from extractors.readers.pdf.order import HEADING, Block
from extractors.readers.pdf.rows import Row

_INDENT = 1.2
_SHORT = 1.6
_PARTED = 1.9
_OTHER_SIZE = 0.12


def print_lines(blocks: list[Block], number: int) -> list[Line]:
    """Return the lines of a page, all with its number."""
    widths: dict[tuple[int, float], float] = {}
    for block in blocks:
        key = (block.group, round(_body_size(block)))
        widths[key] = max(widths.get(key, 0.0), _right(block) - _left(block))
    lines: list[Line] = []
    last: tuple[Row, Block] | None = None
    for block in blocks:
        left, width = _left(block), widths[block.group, round(_body_size(block))]
        pitch = _pitch(block)
        for row in block.rows:
            gap = last is None or _parts(last, row, block, pitch)
            lines += _lines(row, block, left, width, number=number, gap=gap)
            last = row, block
    return lines


def _parts(last: tuple[Row, Block], row: Row, block: Block, pitch: float) -> bool:
    """Tell whether room, another size or another part of the page stands between two rows."""
    before, where = last
    larger, smaller = max(before.size, row.size), min(before.size, row.size)
    headings = [other.size >= HEADING * block.body_size for other in (before, row)]
    if headings[0]:
        # Kicker, title and subtitle differ in size and stand together; a text right under its title does so too.
        return not _near(before, row, larger)
    if headings[1] or larger - smaller > _OTHER_SIZE * smaller:
        return True
    if where is not block:
        return where.group != block.group
    return row.top - before.top > _PARTED * max(pitch, 1.2 * row.size)


def _near(before: Row, row: Row, size: float) -> bool:
    return -0.5 * size < row.top - before.bottom < 1.6 * size


def _lines(row: Row, block: Block, left: float, width: float, *, number: int, gap: bool) -> list[Line]:
    """Return a row as a line; one that stops well before the edge of its column does not go on in the next."""
    found = read_lines(row.text)
    for at, line in enumerate(found):
        line.number, line.spaced = number, False
        line.gap = gap and at == 0
        if row.size >= HEADING * block.body_size:
            continue
        line.column = max(round(width / row.size * 2), 1)
        indent = row.x0 - left
        line.indent = 4 if indent > _INDENT * row.size else 0
        full = row.x1 >= left + width - _SHORT * row.size
        line.width = line.column if full else min(cells(line.text) + line.indent, line.column - 12)
    return found


def _body_size(block: Block) -> float:
    return max((row.size for row in block.rows if row.size < HEADING * block.body_size), default=block.body_size)


def _bare(block: Block) -> list[Row]:
    return [row for row in block.rows if row.size < HEADING * block.body_size] or block.rows


def _left(block: Block) -> float:
    return min(row.x0 for row in _bare(block))


def _right(block: Block) -> float:
    return max(row.x1 for row in _bare(block))


def _pitch(block: Block) -> float:
    """Return the usual distance from line to line."""
    bare = _bare(block)
    steps = sorted(below.top - above.top for above, below in zip(bare, bare[1:], strict=False) if below.top > above.top)
    return steps[len(steps) // 2] if steps else 0.0
