"""Text as the extractors see it: one script, one width, cut into sentences; every offset stays that of the print."""

from __future__ import annotations

import re
import sys
import unicodedata
from bisect import bisect_right
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
    "／": "/",
}
_WIDTH.update({chr(0xFF10 + i): chr(0x30 + i) for i in range(10)})
_WIDTH.update({chr(0xFF21 + i): chr(0x41 + i) for i in range(26)})
_WIDTH.update({chr(0xFF41 + i): chr(0x61 + i) for i in range(26)})
_WIDTH.update({"％": "%", "．": ".", "＋": "+"})
# Radicals for characters, as PDF files give them when their fonts lack a table: ⼯ for 工, ⻓ for 长
_WIDTH.update({chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)})
_RADICALS = (
    "⺠民⻓长⻔门⻋车⻅见⻢马⻚页⻩黄⻬齐⻰龙⻄西⻆角⻛风⻜飞⻝食⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻮齿⻳龟⺟母⻘青⻙韦⻁虎⻉贝⻇见"
)
_WIDTH.update(zip(_RADICALS[::2], _RADICALS[1::2], strict=True))
_WIDTH.update({"査": "查", "囯": "国", "戸": "户"})
_TABLE = str.maketrans(_WIDTH)
_IN_NUMBER = re.compile(r"(?<=\d)[，：](?=\d{2})")
_SENTENCE = re.compile(r"[^。！？\n]+(?:[。！？]+[”’）》]*|\n|$)|[。！？\n]+[”’）》]*")


class Span(NamedTuple):
    """A stretch of the text, in characters."""

    start: int
    end: int


def normalise(text: str) -> str:
    """Return the text in simplified characters and one width, of the same length."""
    return one_width(simplify(text))


def one_width(text: str) -> str:
    """Return the text with punctuation full-width and digits and letters half-width, of the same length.

    A comma or colon between digits (`1,600`, `9:30`) stays half-width.
    """
    return _IN_NUMBER.sub(lambda m: "," if m[0] == "，" else ":", text.translate(_TABLE))


def sentences(text: str) -> list[Span]:
    """Return the sentences of a normalised text: closed by 。！？ or a line's end, closing quotes included."""
    return [Span(m.start(), m.end()) for m in _SENTENCE.finditer(text) if not m[0].isspace()]


ROUNDUPS = "简讯|快讯|短讯|短波|联播|速览|快报|快递|集萃|荟萃|集锦|简报"
"""What the title of short pieces of news that are printed together ends in, as alternatives of an expression."""
_ROUNDUP = re.compile(rf"(?:{ROUNDUPS})\s*$")


def is_heading(text: str, sentence: Span) -> bool:
    """Tell whether a sentence is a line of its own that closes with no mark."""
    line = text[sentence.start : sentence.end]
    return line.endswith("\n") and len(line) <= 40 and not line.rstrip().endswith(("。", "！", "？", "”", "）", "："))


def pieces(text: str, found: list[Span]) -> list[int]:
    """Return where the pieces of news of a roundup (国内简讯) begin, each at its heading or bullet; of any other article, just 0."""
    bullets = [m.start() for m in _BULLET.finditer(text, found[0].end)] if found else []
    dated = sum(_SOME_DAY.search(text, at, at + _SOON) is not None for at in bullets)
    if dated >= _SEVERAL and dated * 2 >= len(bullets):
        return [0, *bullets]
    if not found or _ROUNDUP.search(text, 0, found[0].end) is None:
        return [0]
    return [0, *(span.start for span in found[1:] if is_heading(text, span))]


BULLETS = "●◆▲■★◎○□△▶►※◇☆"
"""What the pieces of a roundup may begin with."""
_BULLET = re.compile(rf"^[ 　]{{0,4}}[{BULLETS}](?=[^\n]{{4}})", re.MULTILINE)
_SOME_DAY = re.compile("\\d日|近日|日前|[今昨]日|[今昨]天")
_SOON, _SEVERAL = 120, 2
"""Within how many characters such a piece tells of its day, and how many of them do at least."""


def piece_at(pieces: list[int], position: int) -> range:
    """Return from where to where the piece of a roundup at this position goes; the last one has no end."""
    after = bisect_right(pieces, position)
    return range(pieces[after - 1], pieces[after] if after < len(pieces) else sys.maxsize)


def occurrences(text: str, word: str) -> Iterator[Span]:
    """Yield where a literal word stands in a text, none overlapping."""
    at = text.find(word)
    while at >= 0:
        yield Span(at, at + len(word))
        at = text.find(word, at + len(word))


_QUOTES = {"“": "”", "‘": "’", '"': '"', "'": "'"}


def compact(name: str) -> str:
    """Return a printed name as it is stored: no white space inside, no pair of quotes around the whole."""
    name = "".join(name.split())
    while len(name) > 2 and _QUOTES.get(name[0]) == name[-1] and name[0] not in name[1:-1]:
        name = name[1:-1]
    return name
