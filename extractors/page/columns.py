"""How wide the columns of a page are: which of its lines are broken by the edge and go on in the next."""

from __future__ import annotations

from collections import Counter

from extractors.page.lines import Line

_NARROW, _WIDE = 16, 130
_BELOW, _ABOVE = 3, 4
_AROUND = 5
_MEMBERS = 3
_WORD = 10
# What may hang over the edge of a column.
_HANGING = ",。、;:!?)”’》】…"
_WORD_CHARACTERS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.%(“-+"


def _dominant(widths: Counter[int]) -> int:
    """Return the width that most of the text is set in, 0 when the lines are whole paragraphs."""
    total = sum(width * n for width, n in widths.items())
    best, best_weight = 0, 0
    for width in widths:
        if not _NARROW <= width <= _WIDE:
            continue
        near = sum(w * widths[w] for w in range(width - 2, width + 3))
        if near + widths[width] > best_weight:
            best, best_weight = width, near + widths[width]
    if not best or best_weight < 0.4 * total:
        return 0
    # Lines far beyond the edge are no titles sticking out: here the lines are whole paragraphs.
    beyond = sum(width * n for width, n in widths.items() if width > 2 * best + _ABOVE)
    return 0 if beyond > 0.25 * total else best


def _local(widths: list[int], at: int, page: int) -> int:
    """Return the width that the lines around one are set in: its own, if some neighbours share it."""
    window = widths[max(0, at - _AROUND) : at + _AROUND + 1]
    own = widths[at]
    counts = Counter(w for w in window if _NARROW <= w <= _WIDE)
    best, best_weight = 0, 0
    for width in counts:
        members = sum(counts[w] for w in range(width - 1, width + 2))
        weight = members * width
        if own - _ABOVE <= width <= own + _BELOW and members >= _MEMBERS + (width < page - _BELOW):
            weight *= 3
        if members >= _MEMBERS and weight + counts[width] > best_weight:
            best, best_weight = width, weight + counts[width]
    long = sum(1 for w in window if w > _WIDE)
    if 3 * long > len(window):
        return 0
    return best or (0 if long else page)


def measure_columns(lines: list[Line]) -> None:
    """Set `column` of every line to the width of the column around it; 0 where lines are not wrapped."""
    widths = [line.width for line in lines]
    page = _dominant(Counter(widths))
    short = sum(1 for w in widths if w <= _WIDE)
    if not page and 2 * short < len(widths):
        return
    for at, line in enumerate(lines):
        if page and page - _BELOW <= line.width <= page + _ABOVE and widths[at - 1 : at + 2].count(page) >= 2:
            line.column = page
        else:
            line.column = _local(widths, at, page)


def is_full(line: Line, following: Line) -> bool:
    """Tell whether the edge of the column broke this line, so that the next one goes on with it."""
    if not line.column or line.width > line.column + (_ABOVE if line.shadow[-1] in _HANGING else 1):
        return False
    if line.width >= line.column - _BELOW:
        return True
    # A number, a word or a bracket that did not fit is moved to the next line whole.
    first = following.shadow[:_WORD]
    word = len(first) - len(first.lstrip(_WORD_CHARACTERS))
    return word > 0 and line.width + word >= line.column - 2
