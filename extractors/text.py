"""Text as the extractors see it: one script, one width, cut into sentences; every offset stays that of the print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractors.traditional import simplify

_WIDTH = {
    ",": "，",
    ";": "；",
    ":": "：",
    "?": "？",
    "!": "！",
    "(": "（",
    ")": "）",
    "•": "·",
    "‧": "·",
    "・": "·",
    "｡": "。",
    "\u3000": " ",
    "\xa0": " ",
    "\t": " ",
    "－": "—",
    "–": "—",
    "〜": "~",
    "～": "~",
    "「": "“",
    "」": "”",
    "『": "‘",
    "』": "’",
    "﹑": "、",
}
_WIDTH.update({chr(0xFF10 + i): chr(0x30 + i) for i in range(10)})
_WIDTH.update({chr(0xFF21 + i): chr(0x41 + i) for i in range(26)})
_WIDTH.update({chr(0xFF41 + i): chr(0x61 + i) for i in range(26)})
_WIDTH.update({"％": "%", "．": ".", "＋": "+"})
_TABLE = str.maketrans(_WIDTH)
_IN_NUMBER = re.compile(r"(?<=\d)[，：](?=\d{2})")
_SENTENCE = re.compile(r"[^。！？\n]+(?:[。！？]+[”’）》]*|\n|$)|[。！？\n]+[”’）》]*")


class Span(NamedTuple):
    """A stretch of the text, in characters."""

    start: int
    end: int


def normalise(text: str) -> str:
    """Return the text in simplified characters, punctuation full-width, digits and letters half-width, of the same length.

    A comma or colon between digits (`1,600`, `9:30`) stays half-width.
    """
    wide = simplify(text).translate(_TABLE)
    return _IN_NUMBER.sub(lambda m: "," if m[0] == "，" else ":", wide)


def sentences(text: str) -> list[Span]:
    """Return the sentences of a normalised text: closed by 。！？ or a line's end, closing quotes included."""
    return [Span(m.start(), m.end()) for m in _SENTENCE.finditer(text) if not m[0].isspace()]


def occurrences(text: str, word: str) -> Iterator[Span]:
    """Yield where a literal word stands in a text, none overlapping."""
    at = text.find(word)
    while at >= 0:
        yield Span(at, at + len(word))
        at = text.find(word, at + len(word))


def compact(name: str) -> str:
    """Return a printed name as it is stored: no white space inside, no quotes around."""
    return "".join(name.split()).strip("“”\"'‘’")
