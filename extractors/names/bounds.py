"""Where a name begins: the left edge of a body's or project's name in running text without word spaces."""

from __future__ import annotations

import re

from extractors.lexicon import HAN, LEFT_BOUNDS, SINGLE_BOUNDS, alternatives
from extractors.reading import Reading

_WINDOW = 32
_STOP = re.compile(rf"[^{HAN}A-Za-z0-9·（）“”\-+]")
_BOUND = re.compile(rf"{alternatives(LEFT_BOUNDS)}|[{SINGLE_BOUNDS}]")
_INNER_AND = re.compile(r"[和与及]$")


def left_edge(reading: Reading, end: int, *, limit: int = _WINDOW) -> int:
    """Return where the name whose head begins at `end` starts: after the last punctuation, name or bounding word.

    A place of the gazetteer that stands right after such a boundary stays inside the name.
    """
    text = reading.text
    low = max(0, end - limit)
    for m in _STOP.finditer(text, low, end):
        low = m.end()
    for mention in reading.names(low, end):
        low = max(low, mention.end)
    start = low
    for m in _BOUND.finditer(text, low, end):
        start = m.end()
    return balanced(text, start, end)


def balanced(text: str, start: int, end: int) -> int:
    """Return the start moved past any bracket or quote that the stretch leaves open."""
    for opening, closing in ("（）", "“”"):
        depth = 0
        for at in range(end - 1, start - 1, -1):
            if text[at] == closing:
                depth += 1
            elif text[at] == opening:
                if depth == 0:
                    return balanced(text, at + 1, end)
                depth -= 1
        if depth:
            last = text.rfind(closing, start, end)
            return balanced(text, last + 1, end)
    return start
