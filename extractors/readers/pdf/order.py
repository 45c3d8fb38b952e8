"""The reading order of a page: cut along gutters into columns, and by headlines that span them into bands.

A region through which a blank line runs is read shelf by shelf, one through which a gutter runs column by column.
Where headlines cross every gutter it is read band by band: what stands above the headline, the headline, what stands
below. What is left when neither cut can be made, boxes that interlock, is read headline by headline, each with the
text that stands below it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import count

from extractors.page.furniture import is_furniture
from extractors.page.lines import read_lines
from extractors.readers.pdf.rows import Row

HEADING = 1.15
"""How much larger than the body's the characters of a heading are, at least."""

_GUTTER = 0.7
_HEAD, _FOOT = 0.16, 0.94
_SHELF = 1.7
_LEVEL = 0.35
_INDENT = 2.6
_OVERLAP = 0.3
_FULL = 0.94


@dataclass(frozen=True, slots=True)
class Block:
    """The rows of one column in order. Blocks with one `measure` are columns side by side, or parts of these."""

    rows: list[Row]
    measure: int
    body_size: float

    def is_heading(self, row: Row) -> bool:
        """Tell whether a row is set larger than the text of the page."""
        return row.size >= HEADING * self.body_size

    @property
    def bare(self) -> list[Row]:
        """The rows that are no headings."""
        return [row for row in self.rows if not self.is_heading(row)]


def blocks_of(rows: list[Row]) -> list[Block]:
    """Return the rows of a page in reading order, its head first and its foot last."""
    if not rows:
        return []
    body = body_size(rows)
    top, bottom = min(row.top for row in rows), max(row.bottom for row in rows)
    height = max(bottom - top, 1.0)
    head, foot, rest = [], [], []
    for row in rows:
        if row.middle < top + _HEAD * height and _is_furniture(row):
            head.append(row)
        elif row.middle > top + _FOOT * height and _is_furniture(row):
            foot.append(row)
        else:
            rest.append(row)
    measures = count()
    blocks = [Block(_down(head), next(measures), body)]
    blocks += _Cutter(body, measures).read(rest) if rest else []
    blocks.append(Block(_down(foot), next(measures), body))
    return [block for block in blocks if block.rows]


def body_size(rows: list[Row]) -> float:
    """Return the size that most characters of the rows are set in."""
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[round(row.size * 2) / 2] += len(row.text)
    return sizes.most_common(1)[0][0] or 1.0


def _is_furniture(row: Row) -> bool:
    lines = read_lines(row.text)
    return bool(lines) and all(is_furniture(line, head=True) for line in lines)


def _down(rows: list[Row]) -> list[Row]:
    """Return rows from the top down; those of one height from left to right."""
    ordered: list[Row] = []
    line: list[Row] = []
    for row in sorted(rows, key=lambda row: row.middle):
        if line and row.middle - line[0].middle > 0.5 * min(row.size, line[0].size):
            ordered += sorted(line, key=lambda row: row.x0)
            line = []
        line.append(row)
    return ordered + sorted(line, key=lambda row: row.x0)


@dataclass(frozen=True, slots=True)
class _Span:
    """How far a row reaches across: a headline also over the empty room beside it."""

    row: Row
    x0: float
    x1: float


class _Cutter:
    """Cuts the regions of one page."""

    def __init__(self, body: float, measures: count[int]) -> None:
        self._body = body
        self._measures = measures

    def read(self, rows: list[Row], measure: int | None = None) -> list[Block]:
        """Return the blocks of a region in reading order; `measure` is known where it is a column among others."""
        shelves = self._shelves(rows)
        if len(shelves) > 1:
            return [block for shelf in shelves for block in self.read(shelf, measure)]
        spans = [self._span(row, rows) for row in rows]
        columns = self._columns(spans)
        if len(columns) > 1:
            together = next(self._measures)
            return [block for column in columns for block in self.read(column, together)]
        bare = [span for span in spans if not self._is_heading(span.row)]
        if len(self._columns(bare)) < 2:
            return [Block(_down(rows), next(self._measures) if measure is None else measure, self._body)]
        bands = self._bands(rows, spans)
        if len(bands) > 1:
            return [block for band in bands for block in self.read(band)]
        return self._by_heading(rows)

    def _is_heading(self, row: Row) -> bool:
        return row.size >= HEADING * self._body

    def _span(self, row: Row, rows: list[Row]) -> _Span:
        if not self._is_heading(row):
            return _Span(row, row.x0, row.edge)
        # Over the columns that begin under it, as far as the room beside it is empty.
        beside = [other for other in rows if other is not row and _share_height(row, other)]
        left = max((other.x1 for other in beside if other.x1 <= row.x0 + 1), default=float("-inf"))
        right = min((other.x0 for other in beside if other.x0 >= row.x1 - 1), default=float("inf"))
        heads = [column for column in self._heads(row, rows) if left - 1 <= column.x0 and column.x1 <= right + 1]
        x0, x1 = min([row.x0, *(c.x0 for c in heads)]), max([row.x1, *(c.edge for c in heads)])
        room = _INDENT * self._body
        x0 = min((r.x0 for r in rows if max(left, x0 - room) <= r.x0 <= x0), default=x0)
        x1 = max((r.edge for r in rows if x1 <= r.edge <= min(right, x1 + room)), default=x1)
        return _Span(row, x0, x1)

    def _heads(self, heading: Row, rows: list[Row]) -> list[Row]:
        """Return the first rows of the columns that begin under a headline, side by side at one height."""
        bare = [row for row in rows if not self._is_heading(row) and row.middle > heading.bottom]
        under = [row for row in bare if row.x0 < heading.x1 and row.x1 > heading.x0]
        if not under:
            return []
        first = min(under, key=lambda row: row.top)
        level = [row for row in bare if abs(row.top - first.top) < _LEVEL * self._body]
        return [row for row in level if not any(o.x0 < row.x1 and o.x1 > row.x0 and o.top < row.top - 1 for o in bare)]

    def _columns(self, spans: list[_Span]) -> list[list[Row]]:
        """Return the rows parted at every gutter that runs through the region from top to bottom."""
        columns: list[list[Row]] = []
        edge = float("-inf")
        for span in sorted(spans, key=lambda span: span.x0):
            if span.x0 - edge >= _GUTTER * self._body:
                columns.append([])
            columns[-1].append(span.row)
            edge = max(edge, span.x1)
        return columns

    def _shelves(self, rows: list[Row]) -> list[list[Row]]:
        """Return the rows parted where a blank line or more runs through the whole region, but not under a headline."""
        shelves: list[list[Row]] = []
        edge = float("-inf")
        for row in sorted(rows, key=lambda row: row.top):
            if row.top - edge >= _SHELF * self._body and not (shelves and self._ends_in_heading(shelves[-1], edge)):
                shelves.append([])
            shelves[-1].append(row)
            edge = max(edge, row.bottom)
        return shelves

    def _ends_in_heading(self, rows: list[Row], edge: float) -> bool:
        return any(self._is_heading(row) for row in rows if row.bottom >= edge - self._body)

    def _bands(self, rows: list[Row], spans: list[_Span]) -> list[list[Row]]:
        """Return the rows parted above and below each headline that reaches across the whole region."""
        left, right = min(row.x0 for row in rows), max(row.edge for row in rows)
        across = [s.row for s in spans if self._is_heading(s.row) and s.x1 - s.x0 >= _FULL * (right - left)]
        cuts = sorted({row.top for row in across} | {row.bottom for row in across})
        bands: list[list[Row]] = [[] for _ in range(len(cuts) + 1)]
        for row in rows:
            bands[sum(1 for cut in cuts if cut < row.middle)].append(row)
        return [band for band in bands if band]

    def _by_heading(self, rows: list[Row]) -> list[Block]:
        """Return headings from the top down, each followed by the columns that stand under it."""
        headings = [row for row in rows if self._is_heading(row)]
        spans = {id(row): self._span(row, rows) for row in headings}
        under: dict[int, list[Row]] = {id(row): [] for row in headings}
        loose: list[Row] = []
        for row in rows:
            if self._is_heading(row):
                continue
            above = [h for h in headings if h.bottom <= row.middle and _overlap(spans[id(h)], row) > _OVERLAP]
            owner = max(above, key=lambda h: h.bottom, default=None)
            (under[id(owner)] if owner is not None else loose).append(row)
        blocks: list[Block] = []
        parts = [loose, *([heading, *under[id(heading)]] for heading in _down(headings))]
        for part in parts:
            bare = [row for row in part if not self._is_heading(row)]
            head = [row for row in part if self._is_heading(row)]
            measure = next(self._measures)
            columns = self._columns([self._span(row, part) for row in bare])
            blocks += [Block(rows, measure, self._body) for rows in (head, *map(_down, columns)) if rows]
        return blocks


def _share_height(row: Row, other: Row) -> bool:
    return min(row.bottom, other.bottom) - max(row.top, other.top) > 0.15 * min(row.size, other.size)


def _overlap(span: _Span, row: Row) -> float:
    """Return the share of the row's width that lies under the span."""
    return (min(span.x1, row.x1) - max(span.x0, row.x0)) / max(row.x1 - row.x0, 1.0)
