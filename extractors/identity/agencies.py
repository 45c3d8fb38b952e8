"""One key for an organ, whichever form of its name is printed, and the place that it serves."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from extractors.gazetteer import Division, load_gazetteer
from extractors.identity.places import path_of, without_place
from extractors.identity.tables import Succession, organ_synonyms, successions
from extractors.lexicon import PARTIES, alternatives
from extractors.names.organs import organ_key
from extractors.reading import Entity, Reading

_LEVEL = re.compile(r"^(?:自治区|[省市县区州盟旗镇乡]|街道)(?![域界场容]|政(?![府协法务]))")
_PARTY = re.compile(rf"^(?P<party>{alternatives(PARTIES)}|共青团|民革|民盟)(?P<place>.{{2,9}}?)(?:委员会|委|总支)$")
_UNIT = (
    "组织部|宣传部|统战部|政法委|社会工作部|编办|网信办|外办|台办|巡察办|改革办|财经办|农办|政研室|党校|老干部局|机要局"
)
_FORMS = (
    (re.compile(r"^(?:中共|中国共产党)"), ""),
    (re.compile(r"^委(?:员会)?$"), "党委"),
    (re.compile(rf"^委(?={_UNIT})"), ""),
    (re.compile(r"^委(?=办)"), "党委"),
    (re.compile(r"纪律检查委|纪检委"), "纪委"),
    (re.compile(r"办公[厅室]$"), "办"),
    (re.compile(r"会办$"), "办"),
    (re.compile(r"^纪委监委$"), "纪委监委"),
    (re.compile(r"^(?:人力社保|劳动人社)"), "人社"),
    (re.compile(r"^国土(?=[厅局]$)"), "国土资源"),
    (re.compile(r"^(?:规划自然资源|规划和自然资源|自规|资规)(?=局$)"), "自然资源"),
    (re.compile(r"^公安局(?=交警|.{0,6}派出所|.{0,6}分局)"), ""),
    (re.compile(r"街道办(?:事处)?$"), "街道办"),
    (re.compile(r"^市监局$"), "市场监管局"),
    (re.compile(r"^(?:人民代表大会|人大)常(?:务委|委会)$"), "人大常委会"),
    (re.compile(r"^人民代表大会$"), "人大"),
    (re.compile(r"^团委$|^共青团委$"), "团委"),
)
_COURT = {"prefecture": "中院", "province": "高院"}


def identify(reading: Reading, entity: Entity) -> None:
    """Set `key` and `scope`, and `until` and `successor` where the organ is known to have been merged into another.

    The scope is the path of the place served; a level word that stands for no known place (县政府, where nothing says
    which) makes the agency one of the article alone. National and foreign bodies have no scope.
    """
    party = _PARTY.match(entity.name)
    seat = entity.seat
    if party is not None and seat is None:
        named = load_gazetteer().named(party["place"])
        seat = named[0] if len(named) == 1 else None
    if party is not None and seat is not None:
        key = "团委" if party["party"] == "共青团" else f"{party['party']}委"
    else:
        key = organ_of(entity.name, seat)
    scope = path_of(seat)
    if scope is None and _LEVEL.match(entity.name):
        scope = reading.article.id
    known = _succession(key)
    if known is not None and known.same:
        key = known.now
    elif known is not None:
        entity.properties["until"], entity.properties["successor"] = known.since, known.now
    entity.properties["key"] = key
    if scope is not None:
        entity.properties["scope"] = scope


def organ_of(name: str, seat: Division | None) -> str:
    """Return the one form of an organ's name without its place: 吕梁市发展和改革委员会 gives 发改委."""
    plain = re.sub(r"^(?:中共|中国共产党)", "", _plain(name))
    found = organ_key(without_place(plain, seat))
    if seat is None:
        return organ_synonyms().get(organ_key(_plain(name)), found)
    found = _LEVEL.sub("", found) if len(found) > 3 else found  # 重庆市|市邮政管理局
    for pattern, short in _FORMS:
        found = pattern.sub(short, found)
    if found == "法院":
        found = _COURT.get(seat.level, found)
    return found


@lru_cache(maxsize=4096)
def _succession(key: str) -> Succession | None:
    """Return what became of an organ; through several renamings the last one."""
    table, found = successions(), None
    while (step := table.get(key)) is not None and (found is None or step.same):
        found = Succession(organ_synonyms().get(step.now, step.now), step.since, step.same)
        if not step.same:
            break
        key = found.now
    return found


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKC", name).replace(" ", "")
