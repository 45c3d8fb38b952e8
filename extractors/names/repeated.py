"""Names that no post stands before, told by their being named again and again: 田砚秋说…。田砚秋和同事…"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extractors.gazetteer import countries, world_cities
from extractors.lexicon import HAN, SURNAMES
from extractors.names.foreign_bodies import LETTERS
from extractors.names.holders import spoken_of
from extractors.names.namechars import likely_end
from extractors.names.personname import looks_like_name
from extractors.names.tokens import segment
from extractors.names.words import is_common_word
from extractors.reading import Reading
from extractors.text import Span, occurrences

_OPENS = re.compile(
    rf"(?:^|(?<=[，。；！？：、\n“” 】]))(?=(?P<name>[{''.join(s for s in sorted(SURNAMES) if len(s) == 1)}][{HAN}]{{1,2}}))"
)
_DOES = re.compile(
    "说|告诉|介绍|表示|经常|和同事|和团队|和[^，。]{0,3}(?:队友|伙伴|工友|村民)|团队|带领|带着|家里|家的|从小|[笑看指]着|笑"
)
_HAN_BEFORE = re.compile(f"[{HAN}]\\Z")
_GROWN = frozenset("椒麦稻薯菌菇莓桃梨枣柚橙橘柑茶瓜豆米油酒药芪笋藕虾蟹鱼羊牛猪鸡鸭鹅马蜂蜜粱粮菜")
"""What crops and creatures end in: 红干椒."""
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
        if name[-1] in _GROWN:
            continue
        found = list(occurrences(text, name))
        hit = reading.hits.at(m.start())
        if hit is not None and (hit.start, hit.end) == (m.start(), end) and spoken_of(reading, hit):
            continue  # 柳湾：重点项目跑出加速度
        titled = found[0].start == 0 and text.startswith("：", len(name))  # 田建国：把办公桌搬到地头
        always_opens = len(name) == 3 and all(_HAN_BEFORE.search(text, 0, span.start) is None for span in found)
        fewest = 2 if not doubtful or always_opens else 3
        if len(found) < fewest or not looks_like_name(name) or _SIDE.match(name):
            continue
        ends = [stop for _, stop in found]
        if doubtful and not titled and not any(_DOES.match(text, stop) for stop in ends):
            continue
        followers = {text[stop : stop + 1] for stop in ends}
        if (
            len(followers) > 1
            and not followers & _PLACE
            and reading.free(m.start(), end)
            and not _word(name, given=titled)
        ):
            yield Span(m.start(), end)


def _word(name: str, *, given: bool) -> bool:
    """Tell whether the characters are or hold a word; a title that tells of somebody vouches for a `given` name that is one."""
    return (
        name.endswith(("镇", "乡", "村", "屯", "区", "县", "市"))
        or is_common_word(name)
        or name in countries()
        or name in world_cities()
        or any(token.end - token.start > 1 for token in segment(name) if not given or token.start != 1)
    )
