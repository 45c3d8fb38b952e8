"""BELONGS_TO: branches, subsidiaries and units, by a name inside a name or by 旗下, 下属 and the like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extractors.reading import Entity, Mention, Reading

_BODIES = ("Company", "Organization", "Agency")
_UNDER = re.compile(
    r"(?:的)?(?:下设有?|旗下(?:拥?有)?|下属|所属|下辖|直属|属下|控股|全资)(?:的)?(?:全资|控股)?(?:子公司|企业|单位|公司|武装派别|武装组织)?(?:的)?“?"
)
_RUN_BY = re.compile(r"的?(?:下属|所属|直属|属下|主管)的?")
"""Between an agency and a school, firm or farm that it runs."""
_PART_OF = re.compile(r"”?(?:是)?隶属于?[\u4e00-\u9fff]{0,8}“?")
# 甲公司|拥有|乙、丙|等3家子公司
_OWNS = re.compile(r"(?:目前|现|共)?(?:有|拥有)了?")
_OWNED = re.compile(r"等?(?:[两二三四五六七八九十\d]+)?[余多]?家?(?:全资|控股)?(?:子公司|分公司|下属企业)")
# 某中心|是|县政府|直属事业单位
_IS_UNDER = re.compile(r"(?:，)?(?:是|为|系|作为)")
_OF_ITS_OWN = re.compile(
    r"的?(?:一[家个])?(?:下属|直属|所属|下辖|属下|管理的|主管的|(?:全资|控股|独资)(?=的?(?:子公司|企业|公司)))的?[^，。；、的]{0,10}?(?:单位|机构|公司|企业|部门|中心|学校|医院)(?=[，。；、])"
)
_UNIT = re.compile(
    r"(?:的)?(?:[\u4e00-\u9fff（）]{0,14}?)(?:委员会|分公司|支公司|分行|支行|供电所|供电服务站|分校|分院|附属医院|"
    r"研究院|实验室|学院|研究所|图书馆|党委|党组|党支部|党总支|办公室|办公厅|办|分厂|铁矿|煤矿|铝矿|"
    r"铜矿|金矿|电厂|中心|频道|处|科|股|"
    r"大队|支队|分局|派出所|执法局|执行局|法庭|庭|服务中心|工会|团委)"
)


def read(reading: Reading) -> None:
    """Add BELONGS_TO where the article names both the unit and the body that it is part of."""
    bodies = reading.of_label(*_BODIES)
    for unit in bodies:
        parent = _parent(unit, bodies)
        if parent is not None:
            reading.fact("BELONGS_TO", unit, parent, _span(unit), "belongs-name", 0.85)
    _under(reading)


def _span(unit: Entity) -> tuple[int, int]:
    first = min(unit.mentions, key=lambda m: m.start)
    return first.start, first.end


def _parent(unit: Entity, bodies: list[Entity]) -> Entity | None:
    """Return the body whose whole name begins the unit's, the longest where several do."""
    found = [
        b
        for b in bodies
        if b is not unit
        and b.mentions
        and len(b.name) > 3
        and unit.name.startswith(b.name)
        and _UNIT.fullmatch(unit.name[len(b.name) :])
    ]
    return max(found, key=lambda b: len(b.name)) if found and unit.mentions else None


def _under(reading: Reading) -> None:
    """某集团旗下某公司, 某公司隶属于某集团."""
    text = reading.text
    mentions = [m for m in reading.names() if m.label in _BODIES]
    for parent, unit in pairwise(mentions):
        if _PART_OF.fullmatch(text, parent.end, unit.start):
            reading.fact("BELONGS_TO", parent.entity, unit.entity, (parent.start, unit.end), "belongs-under", 0.85)
            continue
        if _IS_UNDER.fullmatch(text, parent.end, unit.start) and _OF_ITS_OWN.match(text, unit.end):
            reading.fact("BELONGS_TO", parent.entity, unit.entity, (parent.start, unit.end), "belongs-is", 0.85)
            continue
        if unit.start - parent.end > 10 or (
            parent.label == "Agency" and (unit.label == "Agency" or not _RUN_BY.fullmatch(text, parent.end, unit.start))
        ):
            continue
        row = list(_row(text, mentions, unit))
        owns = parent.label == "Company" and _OWNS.fullmatch(text, parent.end, unit.start)
        owned = owns and _OWNED.match(text, row[-1].end)
        for each in row if owned or _UNDER.fullmatch(text, parent.end, unit.start) else ():
            reading.fact("BELONGS_TO", each.entity, parent.entity, (parent.start, each.end), "belongs-under", 0.85)


def _row(text: str, mentions: list[Mention], first: Mention) -> Iterator[Mention]:
    """Yield the names that are joined to the first: 甲、乙和丙."""
    last = first
    for mention in mentions[mentions.index(first) :]:
        if mention is not first and text[last.end : mention.start] not in ("、", "和", "及", "与", "”“", "”、“"):
            return
        yield mention
        last = mention
