"""How wide the columns of a page are: which of its lines are broken by the edge and go on in the next."""

from __future__ import annotations

from collections import Counter

from extractors.page.lines import Line

_CHUNK = 16
_NARROW, _WIDE = 16, 130
_SLACK = 4
_SHARE = 0.4
_WORD = 10


def _dominant(widths: Counter[int]) -> int:
    """Return the width that most of the text is set in, 0 when the lines are whole paragraphs."""
    total = sum(width * n for width, n in widths.items())
    best, best_weight = 0, 0
    for width in widths:
        if not _NARROW <= width <= _WIDE:
            continue
        near = sum(w * widths[w] for w in range(width - 2, width + 3))
        weight = near + widths[width]
        if weight > best_weight:
            best, best_weight = width, weight
    if not best:
        return 0
    members = sum(widths[w] for w in range(best - 2, best + 3))
    # Lines far beyond the edge are no titles sticking out: here the lines are whole paragraphs.
    beyond = sum(width * n for width, n in widths.items() if width > 2 * best + _SLACK)
    if members < 3 or best_weight < _SHARE * total or beyond > 0.25 * total:
        return 0
    return max((w for w in range(best - 2, best + 3)), key=lambda w: (widths[w], w))


def measure_columns(lines: list[Line]) -> None:
    """Set `column` of every line to the width of the column around it; 0 where lines are not wrapped."""
    page = _dominant(Counter(line.width for line in lines))
    chunks = [Counter(line.width for line in lines[at : at + _CHUNK]) for at in range(0, len(lines), _CHUNK)]
    for k in range(len(chunks)):
        around = sum(chunks[max(0, k - 1) : k + 2], Counter[int]())
        here = _dominant(around)
        if not here and page and max(around) <= _WIDE:
            here = page
        for line in lines[k * _CHUNK : (k + 1) * _CHUNK]:
            line.column = here


def is_full(line: Line, following: Line) -> bool:
    """Tell whether the edge of the column broke this line, so that the next one goes on with it."""
    if not line.column or line.width > line.column + _SLACK:
        return False
    if line.width >= line.column - 3:
        return True
    # A number, a word or a bracket that did not fit is moved to the next line whole.
    first = following.shadow[:_WORD]
    word = len(first) - len(first.lstrip("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.%(“-+"))
    return word > 0 and line.width + word >= line.column - 2
