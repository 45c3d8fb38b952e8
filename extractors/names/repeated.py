"""Names that no post stands before, told by their being named again and again: 田砚秋说…。田砚秋和同事…"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extractors.gazetteer import countries, world_cities
from extractors.lexicon import HAN, SURNAMES
from extractors.names.foreign_bodies import LETTERS
from extractors.names.namechars import likely_end
from extractors.names.personname import looks_like_name
from extractors.names.tokens import SINGLE, segment
from extractors.names.words import is_common_word
from extractors.reading import Reading
from extractors.text import Span, occurrences

_OPENS = re.compile(
    rf"(?:^|(?<=[，。；！？：、\n“” 】]))(?=(?P<name>[{''.join(s for s in sorted(SURNAMES) if len(s) == 1)}][{HAN}]{{1,2}}))"
)
_DOES = re.compile(
    "说|告诉|介绍|表示|经常|和同事|和团队|和[^，。]{0,3}(?:队友|伙伴|工友|村民)|团队|带领|带着|家里|从小"
)
_PLACE = frozenset("省市州县区镇村岛河湖山港")
_SIDE = re.compile(rf"[{HAN}][方军]|[{LETTERS}]军")


def find(reading: Reading, known: Iterable[str]) -> Iterator[Span]:
    """Yield where such a name stands for the first time; two characters, or rare ones, must also do what a person does.

    Parts of `known` names are left to these.
    """
    text = reading.text
    seen = {part for name in known for part in name.split("·")}
    for m in _OPENS.finditer(text):
        end = likely_end(text, m.start()) or m.end("name")
        name = text[m.start() : end]
        if name in seen:
            continue
        seen.add(name)
        doubtful = len(name) == 2 or likely_end(text, m.start()) is None
        if text.count(name) < (3 if doubtful else 2) or not looks_like_name(name) or _SIDE.match(name):
            continue
        ends = [stop for _, stop in occurrences(text, name)]
        if doubtful and not any(_DOES.match(text, stop) for stop in ends):
            continue
        followers = {text[stop : stop + 1] for stop in ends}
        if len(followers) > 1 and not followers & _PLACE and reading.free(m.start(), end) and not _word(name):
            yield Span(m.start(), end)


def _word(name: str) -> bool:
    return (
        name.endswith(("镇", "乡", "村", "屯", "区", "县", "市"))
        or is_common_word(name)
        or name in countries()
        or name in world_cities()
        or any(token.kind != SINGLE for token in segment(name))
    )
