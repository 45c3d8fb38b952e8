"""Tables of text in which Chinese characters, two columns wide on a terminal, stand in line."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any

_GAP = "  "
_NARROWEST = 8
"""Columns that a cell keeps when the terminal is too narrow for all."""


def width_of(text: str) -> int:
    """Return how many terminal columns the text takes."""
    return sum(_columns(char) for char in text)


def draw(header: Sequence[str], rows: Sequence[Sequence[Any]], *, width: int | None = None) -> str:
    """Return the table as lines of text; cells are wrapped so that no line is wider than `width`, if it is given.

    Control characters are shown as spaces or left out, so that a text from a page cannot steer the terminal.
    """
    body = [[_clean(value) for value in row] for row in rows]
    widths = [max([width_of(name), *(width_of(row[at]) for row in body)]) for at, name in enumerate(header)]
    if width is not None:
        widths = _fit(widths, width - len(_GAP) * (len(widths) - 1))
    lines = _wrapped(list(header), widths)
    lines.append(_GAP.join("─" * size for size in widths))
    for row in body:
        lines.extend(_wrapped(row, widths))
    return "\n".join(lines)


def _clean(value: Any) -> str:
    text = "" if value is None else str(value)
    return "".join(
        " " if char in "\t\n\r\v\f\x85\u2028\u2029" else char
        for char in text
        if char in "\t\n\r\v\f\x85\u2028\u2029" or unicodedata.category(char) not in ("Cc", "Cf", "Cs")
    )


def _columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def _fit(widths: list[int], room: int) -> list[int]:
    """Take from the widest column, one by one, until all have room."""
    fitted = list(widths)
    while sum(fitted) > room and max(fitted) > _NARROWEST:
        fitted[fitted.index(max(fitted))] -= 1
    return fitted


def _wrapped(cells: list[str], widths: list[int]) -> list[str]:
    columns = [_wrap(cell, size) for cell, size in zip(cells, widths, strict=True)]
    height = max((len(column) for column in columns), default=0)
    return [
        _GAP.join(
            _pad(column[at] if at < len(column) else "", size) for column, size in zip(columns, widths, strict=True)
        ).rstrip()
        for at in range(height)
    ]


def _wrap(text: str, size: int) -> list[str]:
    if width_of(text) <= size:
        return [text]
    lines, line, used = [], "", 0
    for char in text:
        if used + _columns(char) > size and line:
            lines.append(line)
            line, used = "", 0
        line += char
        used += _columns(char)
    return [*lines, line] if line else lines


def _pad(text: str, size: int) -> str:
    return text + " " * max(0, size - width_of(text))
