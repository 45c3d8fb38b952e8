"""Long rows of names without posts, as of those whom the leaders called on before a feast or who came to a funeral."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.gazetteer import countries
from extractors.lexicon import HAN
from extractors.names.holders import is_plain_word
from extractors.names.namechars import likely_end
from extractors.names.personname import looks_like_name, name_end, written_by_sounds
from extractors.reading import Reading
from extractors.text import Span

_ROW = re.compile(rf"[{HAN}·]{{2,16}}(?:、[{HAN}·]{{2,14}}){{9,}}")
_SHORTEST = 8
_MOSTLY = 0.85


def find(reading: Reading) -> Iterator[Span]:
    """Yield where the names of a row of ten and more stand, nearly all of which have the shape of a name.

    甲、乙和丙、丁: 和 between two of them joins the names of two ranks. The words before the first and behind the last
    name are left out.
    """
    for row in _ROW.finditer(reading.text) if reading.text.count("、") > _SHORTEST else ():
        spans = list(_items(reading.text, *row.span()))
        inner = [reading.text[s.start : s.end] for s in spans[1:-1]]
        fitting = sum(_like_name(name) for name in inner)
        plain = sum(is_plain_word(name) for name in inner)
        placed = sum(name in countries() or _is_place(reading, s) for name, s in zip(inner, spans[1:-1], strict=True))
        firsts = {name[0] for name in inner}
        if fitting < max(_SHORTEST, _MOSTLY * len(inner)) or plain > len(inner) / 5 or placed > 1:
            continue
        if len(firsts) <= len(inner) / 4:
            continue  # 谈理想、谈人生、谈奋斗…
        yield from (
            s for s in spans[1:-1] if len(reading.text[s.start : s.end]) < 5 or "·" in reading.text[s.start : s.end]
        )
        yield from _edges(reading.text, spans[0], spans[-1])


def _like_name(name: str) -> bool:
    return "·" in name or looks_like_name(name) or written_by_sounds(name)


def _is_place(reading: Reading, span: Span) -> bool:
    """Tell whether an item is all a place: 江苏、安徽、…"""
    hit = reading.hits.at(span.start)
    return hit is not None and (hit.start, hit.end) == (span.start, span.end) and hit.full


def _items(text: str, start: int, stop: int) -> Iterator[Span]:
    """Yield the items between the marks; 甲和乙 are two where both are long enough."""
    for m in re.compile(r"[^、]+").finditer(text, start, stop):
        cut = text.find("和", m.start() + 2, m.end() - 1)
        if cut > 0 and m.end() - m.start() > 4 and "·" not in m[0] and _like_name(text[m.start() : cut]):
            yield Span(m.start(), cut)
            yield Span(cut + 1, m.end())
        else:
            yield Span(*m.span())


def _edges(text: str, first: Span, last: Span) -> Iterator[Span]:
    """Yield the first name, at the end of its words, and the last, at their beginning: 看望了|甲、…、乙|参加了会见."""
    for size in (3, 2):
        begin = first.end - size
        whole = begin == first.start or text[begin - 1 : begin] in ("了", "和", "由", "有")
        if begin >= first.start and whole and looks_like_name(text[begin : first.end]):
            yield Span(begin, first.end)
            break
    end = last.end if looks_like_name(text[last.start : last.end]) else None
    end = end or name_end(text, last.start) or likely_end(text, last.start)
    if end is not None and end <= last.end:
        yield Span(last.start, end)
