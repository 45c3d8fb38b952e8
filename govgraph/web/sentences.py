"""The sentence around the words that prove something."""

from __future__ import annotations

import re

_END = re.compile(r"[。！？!?\n]+[”’」』）)]*")
_ROOM = 90
"""Characters that a sentence may go on before and after the words; what is longer is cut."""


def around(text: str, start: int, end: int) -> tuple[str, str, str]:
    """Return what stands before the words from start to end in their sentence, the words, and what stands after them."""
    before, words = text[:start], text[start:end]
    ends = [match.end() for match in _END.finditer(before, max(0, start - 4 * _ROOM))]
    begin = ends[-1] if ends else max(0, start - 4 * _ROOM) and start - _ROOM
    if start - begin > _ROOM:
        begin = start - _ROOM
        front = "…" + text[begin:start]
    else:
        front = text[begin:start]
    if _END.search(words[-2:]):
        return front.lstrip(), words.rstrip(), ""
    stop = _END.search(text, end)
    finish = stop.end() if stop else len(text)
    back = text[end:finish] if finish - end <= _ROOM else text[end : end + _ROOM] + "…"
    return front.lstrip(), words, back.rstrip()
