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
# 某公司|将在柳湾设立子公司|乙, 某集团|在柳湾镇的分公司|丙
_FOUNDS = re.compile(
    r"[^，。；、“”]{0,14}(?:设立|成立|注册|组建)了?(?:一家|一个)?(?:全资|控股)?(?:子公司|分公司)“?|在[^，。；、“”]{1,10}的(?:全资|控股)?(?:子公司|分公司|分支机构)“?|的(?:全资|控股)?(?:子公司|分公司)“?"
)
# 某集团|某某煤矿, 国家管网集团|西气东输公司, 水利部|长江水利委员会: one right behind the other
_MINE = re.compile(r".+(?:煤矿|铁矿|金矿|铜矿|油田|公司|分厂|电厂)")
_BASIN = re.compile(r".+(?:水利委员会|流域管理局|航务管理局)")
# ，旗下有|甲、乙两家子公司: of the firm that opens the sentence; 集团控股的|丙: of the last one that ends so
_HAS_UNDER = re.compile(r"(?<=[，；])(?:旗下|下辖|下设|现|目前)(?:拥?有)了?\Z")
_OWN_UNDER = re.compile(r"(?<=[，。；、\n])(?P<head>集团|公司)(?:旗下|下属|控股|全资|投资控股)的?\Z")
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
    _under_firm(reading, mentions)
    for parent, unit in pairwise(mentions):
        if _PART_OF.fullmatch(text, parent.end, unit.start):
            reading.fact("BELONGS_TO", parent.entity, unit.entity, (parent.start, unit.end), "belongs-under", 0.85)
            continue
        if _IS_UNDER.fullmatch(text, parent.end, unit.start) and _OF_ITS_OWN.match(text, unit.end):
            reading.fact("BELONGS_TO", parent.entity, unit.entity, (parent.start, unit.end), "belongs-is", 0.85)
            continue
        if _founded(text, parent, unit) or _right_behind(parent, unit):
            reading.fact("BELONGS_TO", unit.entity, parent.entity, (parent.start, unit.end), "belongs-unit", 0.8)
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


def _founded(text: str, parent: Mention, unit: Mention) -> bool:
    return (
        parent.label == unit.label == "Company"
        and parent.entity is not unit.entity
        and _FOUNDS.fullmatch(text, parent.end, unit.start) is not None
    )


def _right_behind(parent: Mention, unit: Mention) -> bool:
    """某集团|某某煤矿: tell whether a mine or a branch is printed right behind its firm, a basin's board behind its ministry."""
    if parent.end != unit.start or parent.label != unit.label:
        return False
    if unit.label == "Agency":
        return parent.entity.name.endswith("部") and _BASIN.fullmatch(unit.entity.name) is not None
    return unit.label == "Company" and _MINE.fullmatch(unit.entity.name) is not None


def _under_firm(reading: Reading, mentions: list[Mention]) -> None:
    """Add those that follow 旗下有 or 集团控股的 in a clause that leaves out or shortens the name of their firm."""
    text = reading.text
    for unit in mentions:
        if unit.label != "Company" or unit.start == 0:
            continue
        own = _OWN_UNDER.search(text, max(0, unit.start - 10), unit.start)
        has = _HAS_UNDER.search(text, max(0, unit.start - 7), unit.start) if own is None else None
        if own is not None:
            before = [m for m in mentions if m.end <= own.start() and m.entity.name.endswith(own["head"])]
            parent = before[-1] if before else None
        elif has is not None:
            sentence = reading.sentence(unit.start)
            parent = next((m for m in mentions if sentence.start <= m.start < unit.start), None)
        else:
            continue
        if parent is None or parent.label != "Company" or parent.entity is unit.entity:
            continue
        row = list(_row(text, mentions, unit))
        if own is None and not _OWNED.match(text, row[-1].end):
            continue
        for each in row:
            reading.fact("BELONGS_TO", each.entity, parent.entity, (parent.start, each.end), "belongs-under", 0.8)


def _row(text: str, mentions: list[Mention], first: Mention) -> Iterator[Mention]:
    """Yield the names that are joined to the first: 甲、乙和丙."""
    last = first
    for mention in mentions[mentions.index(first) :]:
        if mention is not first and text[last.end : mention.start] not in ("、", "和", "及", "与", "”“", "”、“"):
            return
        yield mention
        last = mention
