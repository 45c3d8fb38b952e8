"""Lakes, rivers, hills and old towns named behind the place where they lie, and that they lie there."""

from __future__ import annotations

import re
from itertools import pairwise

from extractors.lexicon import HAN
from extractors.names.tokens import is_own
from extractors.names.vocabulary import VERB, vocabulary
from extractors.names.words import is_common_word
from extractors.reading import Reading

_SIGHT = re.compile(
    rf"的?(?P<name>(?P<stem>(?:(?![的了在与和及、到至有是将对为把被从由个条座多一两几]|各|等|全)[{HAN}]){{1,4}}?)(?:江|河|湖|湾|山|岛|峡谷|瀑布|水库|古镇|古城|(?P<site>码头|渔港|(?<![母货客商内外海空军旅良口开])港|草原|湿地|农场|林场|牧场|茶场|渔场|老街|古街|景区|口岸)))"
    r"(?=[，。、；的…]|上[，。]|[里中]，|[湖河江岸]?[畔边]|脚下|两岸|今[天日]|开赛|开幕|举行|举办|启动|景区|(?<=古[城镇])[内里位宛如是在以游])"
)
_GENERIC = re.compile(r"[大小深高群荒火青下上内海港人工母亲运入过沿跨农名盐雪冰治滩江河湖]+|利用|借助|依托|围绕")
_BETWEEN = ("", "的")
_SETTLED = ("county", "prefecture", "province", "town")


# 发现的|柳湾遗址, 考察了|青屏古城遗址: a site of old, under its name
_SITE = re.compile(
    rf"(?:(?<![{HAN}A-Za-z0-9])|(?<=[以在从对了的和与及为])|(?<=之间))(?P<name>(?:(?![的了在和与及以从对为是等各多座处间]|该|这|那|此)[{HAN}]){{2,8}}?遗址)"
    rf"(?!博物|公园|保护|管理|考古|群|区域|[{HAN}]{{0,2}}(?:申遗|工作))"
)
_NO_SITE = re.compile(
    r"(?:文化|文明|考古|时代|时期|革命|抗战|战争|历史|工业|古|大|类型|重要|都城|聚落|古代|[早中晚]期|旧石器|新石器|红色|世界|出土|发现|参观|考察|保护|类|战役|城墙)遗址|重大|重点|典型|国家|全国|我国|代表|著名|两个|一批|来到|走进|位于|之间"
)
# 翻越|柳湾山, 位于|青屏山|脚下, 从|柳河|引水: land and water told by what is said of them
_LAND = re.compile(
    rf"(?:位于|地处|翻越|穿越|横跨|飞越|登上)(?P<hill>(?:(?![的了在和与及一座])[{HAN}]){{1,4}}(?:山|山脉|高原|海峡|雪山|峡谷))(?=脚下|深处|腹地|[东南西北]麓|，|。|、|进入|的)"
    rf"|从(?P<water>(?:(?![的了在和与及一条])[{HAN}]){{1,3}}[江河])(?=引水|取水|调水)"
)


def _old_sites(reading: Reading) -> None:
    if "遗址" not in reading.text:
        return
    for m in _SITE.finditer(reading.text):
        if not _NO_SITE.search(m["name"]) and not is_common_word(m["name"][:-2]):
            reading.claim(reading.entity("Place", m["name"], level="other"), *m.span("name"), "place-site", 0.75)


def _land(reading: Reading) -> None:
    for m in _LAND.finditer(reading.text):
        group = m.lastgroup or ""
        begin, end = m.span(group)
        if m[group][:-1] and not is_common_word(m[group]) and reading.hits.at(begin) is None:
            reading.claim(reading.entity("Place", m[group], level="other"), begin, end, "place-land", 0.75)


def read(reading: Reading) -> None:
    """Add what is named behind a division, sites of old, and land and water told by what is said of them."""
    _old_sites(reading)
    _land(reading)
    for around in list(reading.names(0, len(reading.text), "Place")):
        if around.entity.properties.get("level") not in _SETTLED:
            continue
        m = _SIGHT.match(reading.text, around.end)
        if m is not None and _has_name(reading, m):
            sight = reading.entity("Place", m["name"], level="other")
            reading.claim(sight, *m.span("name"), "place-sight", 0.75)


def belong(reading: Reading) -> None:
    """Add PART_OF for what is named right behind a division: a sight, a park, a river."""
    places = list(reading.names(0, len(reading.text), "Place"))
    for around, place in pairwise(places):
        settled = around.entity.properties.get("level") in _SETTLED and (
            place.entity.seat is None or place.rule == "place-zone"
        )
        if place.entity.name == "雄安新区" and around.entity.name != "河北省":
            continue  # 北京|雄安两地
        if settled and reading.text[around.end : place.start] in _BETWEEN:
            reading.fact("PART_OF", place.entity, around.entity, (around.start, place.end), "place-sight", 0.8)


_LIES = re.compile(r"，?(?:位于|地处|坐落于|坐落在)(?:风景秀丽的|美丽的)?")
_BEYOND = re.compile(r"[、和与及]|以[东南西北]|附近|旁|周边|交界|交汇|境外|[东南西北]侧|接壤|之间|等")
_RANKS = {"province": 0, "prefecture": 1, "county": 2, "town": 3, "village": 4}


def lies(reading: Reading) -> None:
    """Add PART_OF for a division that is said to lie in a larger one: 柳湾村|位于|某省|某县."""
    places = list(reading.names(0, len(reading.text), "Place"))
    for at, place in enumerate(places[:-1]):
        rank = _RANKS.get(str(place.entity.properties.get("level")))
        if rank is None or not _LIES.fullmatch(reading.text, place.end, places[at + 1].start):
            continue
        last = places[at + 1]
        for further in places[at + 2 :]:
            if further.start != last.end:
                break
            last = further
        larger = _RANKS.get(str(last.entity.properties.get("level")), rank) < rank
        if larger and last.entity is not place.entity and not _BEYOND.match(reading.text, last.end):
            reading.fact("PART_OF", place.entity, last.entity, (place.start, last.end), "place-lies", 0.85)


def _has_name(reading: Reading, m: re.Match[str]) -> bool:
    if m["site"] and (len(m["stem"]) < 2 or not is_own(m["stem"])):
        return False
    if _GENERIC.fullmatch(m["stem"]) or is_common_word(m["name"]) or not reading.free(*m.span("name")):
        return False
    return vocabulary().get(m["stem"][:2], ("", 0))[0] != VERB
