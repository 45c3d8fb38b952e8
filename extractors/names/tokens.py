"""The clause around a position cut into words, places, names, quotations: what the edges of a name are judged by."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from extractors.hits import PlaceHit
from extractors.lexicon import SINGLE_BOUNDS
from extractors.names.vocabulary import FUNCTION, NOUN, NUMBER, VERB, vocabulary
from extractors.reading import Reading

PLACE, NAME, QUOTED, BRACKET, LATIN, SINGLE = "place", "name", "quoted", "bracket", "latin", "single"
"""Kinds of token beside those of the vocabulary; a character that belongs to no word is single."""

_ENCLOSED = re.compile(r"“[^“”。！？；]{1,16}”|（[^（）]{1,12}）")
_PIECE = re.compile(r"[A-Za-z0-9][A-Za-z0-9.\-+·%]*|[\u3400-\u9fff·]+")
_FIGURES = re.compile(r"[\d.%+\-]+")
_CLOSED = frozenset("，。；：！？、\n《》…“”（） \t\r\f\v\u2028\u2029")
_REACH = 48
_UNKNOWN = -15.0
_SINGLE_FUNCTION = frozenset(
    SINGLE_BOUNDS
    + "我你他她它们个这那各每已将不可能会要很最更再才只所并之些此着过得地没"
    + "暨凭靠沿自因虽却且若者们便令曾被未来去赴坐乘好除住进"
)
_DIGITS = frozenset("一二三四五六七八九十百千万亿两几首多余")


class Token(NamedTuple):
    """A word or other unit from `start` to `end`."""

    start: int
    end: int
    kind: str


def clause_bounds(text: str, position: int) -> tuple[int, int]:
    """Return where the clause around a position begins and ends; quoted and bracketed parts belong to it."""
    low = position
    floor = max(0, position - _REACH)
    while low > floor:
        mark = text[low - 1]
        if mark in "”）":
            opened = text.rfind("“" if mark == "”" else "（", max(floor, low - 18), low - 1)
            if opened < 0:
                break
            low = opened
        elif mark in _CLOSED:
            break
        else:
            low -= 1
    high = position
    ceiling = min(len(text), position + 12)
    while high < ceiling and text[high] not in _CLOSED:
        high += 1
    return low, high


def tokens_before(reading: Reading, position: int) -> list[Token]:
    """Return the tokens of the clause up to its end or some characters past `position`, in order."""
    cache: dict[tuple[int, int], list[Token]] = reading.memory.setdefault("clause tokens", {})
    low, high = clause_bounds(reading.text, position)
    key = (low, high)
    if key not in cache:
        cache[key] = _cut(reading, low, high)
    return _with_names(cache[key], [(m.start, m.end) for m in reading.names(low, high)])


def _with_names(tokens: list[Token], names: list[tuple[int, int]]) -> list[Token]:
    """Lay the names claimed so far over the tokens; what sticks out of a name on either side stays a noun."""
    for start, end in names:
        laid: list[Token] = []
        for token in tokens:
            if token.end <= start or token.start >= end:
                laid.append(token)
                continue
            if token.start < start:
                laid.append(Token(token.start, start, NOUN))
            if not laid or laid[-1].start != start:
                laid.append(Token(start, end, NAME))
            if token.end > end:
                laid.append(Token(end, token.end, NOUN))
        tokens = laid
    return tokens


def _cut(reading: Reading, low: int, high: int) -> list[Token]:
    """Cut at quotations, brackets and places, then what is between into words."""
    fixed = [
        Token(m.start(), m.end(), QUOTED if m[0][0] == "“" else BRACKET)
        for m in _ENCLOSED.finditer(reading.text, low, high)
    ]
    for hit in hits_between(reading, low, high):
        if not any(f.start < hit.end and hit.start < f.end for f in fixed) and not is_thing(reading.text, hit):
            fixed.append(Token(hit.start, hit.end, PLACE))
    fixed.sort()
    tokens: list[Token] = []
    at = low
    for token in [*fixed, Token(high, high, "")]:
        _pieces(reading.text, at, token.start, tokens)
        if token.kind:
            tokens.append(token)
        at = token.end
    return tokens


def hits_between(reading: Reading, low: int, high: int) -> list[PlaceHit]:
    """Return the gazetteer's places that lie wholly within the stretch, in order."""
    known: tuple[list[int], list[PlaceHit]] | None = reading.memory.get("hit starts")
    if known is None:
        hits = list(reading.hits)
        known = reading.memory["hit starts"] = ([h.start for h in hits], hits)
    starts, hits = known
    found = hits[bisect_left(starts, low) : bisect_left(starts, high)]
    # 和县, 与… after a name are mostly 和 and the county at home
    return [h for h in found if h.end <= high and not (h.name[0] == "和" and h.start > low and len(h.name) == 2)]


def is_thing(text: str, hit: PlaceHit) -> bool:
    """Tell whether a short form begins the name of a thing: 哈密 in 哈密瓜."""
    if hit.full:
        return False
    known = vocabulary().get(text[hit.start : hit.end + 1])
    return known is not None and known[0] == NOUN and text[hit.end : hit.end + 1] not in tuple("省市县区州")


def _pieces(text: str, low: int, high: int, tokens: list[Token]) -> None:
    for m in _PIECE.finditer(text, low, high):
        if m[0][0].isascii():
            tokens.append(Token(m.start(), m.end(), NUMBER if _FIGURES.fullmatch(m[0]) else LATIN))
        else:
            tokens += segment(m[0], m.start())


@cache
def _reach() -> dict[str, int]:
    """Return for each pair of characters how long the longest word is that begins with it."""
    reach: dict[str, int] = {}
    for word in vocabulary():
        if len(word) > reach.get(word[:2], 0):
            reach[word[:2]] = len(word)
    return reach


def segment(text: str, offset: int = 0) -> list[Token]:
    """Return the most probable words of a run of Chinese characters, by the weights of the vocabulary."""
    words, reach = vocabulary(), _reach()
    length = len(text)
    best = [0.0] * (length + 1)
    step = [1] * length
    kinds = [""] * length
    for at in range(length - 1, -1, -1):
        score, size, kind = _UNKNOWN + best[at + 1], 1, ""
        for end in range(at + 2, min(length, at + reach.get(text[at : at + 2], 0)) + 1):
            known = words.get(text[at:end])
            if known is not None and known[1] + best[end] > score:
                score, size, kind = known[1] + best[end], end - at, known[0]
        best[at], step[at], kinds[at] = score, size, kind
    tokens = []
    at = 0
    while at < length:
        kind = kinds[at] or _kind_of_single(text[at])
        tokens.append(Token(offset + at, offset + at + step[at], kind))
        at += step[at]
    return tokens


def _kind_of_single(character: str) -> str:
    if character in _SINGLE_FUNCTION:
        return FUNCTION
    return NUMBER if character in _DIGITS else SINGLE


def is_common(tokens: list[Token]) -> bool:
    """Tell whether nothing but ordinary words stands here: no place, no name, no quotation, no unknown characters."""
    return all(t.kind not in (PLACE, NAME, QUOTED, LATIN, SINGLE, "p") for t in tokens) if tokens else True


def is_own(name: str) -> bool:
    """Tell whether words are a name of their own: something unknown among them, and no verb or function word."""
    tokens = segment(name)
    return not is_common(tokens) and not any(t.kind in (VERB, FUNCTION) for t in tokens)


__all__ = ["NOUN", "Token", "clause_bounds", "is_common", "is_own", "segment", "tokens_before"]
