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
_GENERIC = re.compile(r"[大小深高群荒火青下上内海港人工母亲运入过沿跨农名盐雪冰治滩江河湖]+")
_BETWEEN = ("", "的")
_SETTLED = ("county", "prefecture", "province", "town")


def read(reading: Reading) -> None:
    """Add what is named behind a division."""
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
        if settled and reading.text[around.end : place.start] in _BETWEEN:
            reading.fact("PART_OF", place.entity, around.entity, (around.start, place.end), "place-sight", 0.8)


def _has_name(reading: Reading, m: re.Match[str]) -> bool:
    if m["site"] and (len(m["stem"]) < 2 or not is_own(m["stem"])):
        return False
    if _GENERIC.fullmatch(m["stem"]) or is_common_word(m["name"]) or not reading.free(*m.span("name")):
        return False
    return vocabulary().get(m["stem"][:2], ("", 0))[0] != VERB
