"""Villages and communities that the gazetteer's source lists for the home or for a county in the text."""

from __future__ import annotations

import re

from extractors.gazetteer import village_stems
from extractors.names.words import is_common_word
from extractors.reading import Reading
from extractors.text import Span

# 到小山村, in no town told
_SOME_VILLAGE = re.compile("(?:小|大|深|高|乡间|田间|偏远|边远|贫困|高寒|老|小渔|城|农|新)(?:山|渔|牧)?村")
_GENERIC = re.compile(
    r"^(?:农|乡|山|新|老|全|各|本|该|每|城中|城郊|试点|示范|样板|美丽|文明|特色|专业|行政|自然|贫困|脱贫|部分|受灾|受援|重点|中心|帮扶|空心|移民|安置|所属|下属|一个|几个|数个|多个|所有|附近|周边|邻|"
    r"[\u4e00-\u9fff]{0,6}示范|[\u4e00-\u9fff]{0,6}美丽乡|网红|旅游|富裕|先进|明星|亿元|幸福|和谐|智慧|数字|平安|无讼|小康|红色|民俗|古)?(?:村|社区|嘎查)$|[各个座些两多几]|[乡农]村$|^村[容情风]"
)


def is_generic_village(name: str) -> bool:
    """Tell whether the words name a kind of village (示范村), a wish (幸福村) or some village (小山村)."""
    return _GENERIC.search(name) is not None or _SOME_VILLAGE.fullmatch(name) is not None


_HEAD = re.compile(
    "(?:村(?![镇庄落寨容貌风规史晚歌超级官干务]|集(?!中)|[医委](?!会)|道(?!路))|社区(?![服工矫治卫医教]|养老|文化)|嘎查(?!达))"
)
_OPEN_TO_ONE = re.compile(r"(?:[^\u4e00-\u9fff]|[在到入进至往、和与及])\Z")
_LONGER = re.compile(
    r"(?<=[镇乡])(?![的在到往和与及以从由])[\u4e00-\u9fff]\Z"
)  # 该镇|后马庄村, where the list has 马庄
_LONGEST_STEM = 8


def listed_villages(reading: Reading) -> list[Span]:
    """Return where their names stand, each as far back as it goes.

    A stem of one character, or one that is a word, needs a mark, a place or 在, 到 … before it.
    """
    found: list[Span] | None = reading.memory.get("listed villages")
    if found is None:
        stems = stems_around(reading)
        starts = ((_begin(reading, stems, m.start()), m.end()) for m in _HEAD.finditer(reading.text)) if stems else ()
        found = reading.memory["listed villages"] = [Span(begin, end) for begin, end in starts if begin is not None]
    return found


def _begin(reading: Reading, stems: frozenset[str], head: int) -> int | None:
    text = reading.text
    for begin in range(max(0, head - _LONGEST_STEM), head):
        stem = text[begin:head]
        if stem not in stems:
            continue
        plain = len(stem) == 1 or is_common_word(stem)
        if plain and not (_OPEN_TO_ONE.search(text, max(0, begin - 1), begin) or reading.hits.ending_at(begin)):
            continue
        if is_generic_village(stem + "村"):
            return None
        return begin - 1 if _LONGER.search(text, max(0, begin - 1), begin) else begin
    return None


def stems_around(reading: Reading) -> frozenset[str]:
    """Return the stems of the villages of the home and of the counties and towns that the text names."""
    stems: frozenset[str] | None = reading.memory.get("village stems")
    if stems is not None:
        return stems
    named = {hit.division.code for hit in reading.hits if hit.full and hit.division.level in ("county", "town")}
    codes = {code[:6] for code in named} | ({reading.home.division.code} if reading.home.division else set())
    stems = reading.memory["village stems"] = frozenset().union(*map(village_stems, sorted(codes)))
    return stems
