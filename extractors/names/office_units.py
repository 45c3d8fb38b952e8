"""Offices whose body is not printed in full: branches of villages, units of a zone or a committee, street offices, governments named by their head."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.gazetteer import Division, countries
from extractors.lexicon import DOMAINS, HAN, SCHOOLS, alternatives
from extractors.names.agency_forms import PANEL
from extractors.names.branches import village_ahead, village_before
from extractors.names.organs import organ_key
from extractors.names.place_entities import level_division
from extractors.reading import Entity, Mention, Reading

BODIES = ("Agency", "Company", "Organization")
LEVEL_OF_POST = re.compile(r"(省|市|县|区|州|盟|旗|镇|乡)长$")


@dataclass(slots=True)
class Office:
    """One post of a phrase: its title, and the body that it is held at, where one is known."""

    title: str
    body: Entity | None
    start: int
    end: int


def street_office(reading: Reading, m: re.Match[str], committee: str | None) -> Office | None:
    """办事处|主任, 党工委书记 behind a mark: of the street that the article names."""
    text, start = reading.text, m.start()
    if committee == "党工委":
        begin, title, organ = start, m[0].removeprefix(committee), committee
    elif text.endswith("办事处", 0, start):
        begin, title, organ = start - 3, m[0], "办事处"
    else:
        return None
    street = level_division(reading, "街道", start) if not re.match(f"[{HAN}]", text[begin - 1 : begin]) else None
    if street is None:
        return None
    body = agency_entity(reading, street.name + organ, street)
    reading.mention(body, begin, m.end() - len(title), "agency-of-post", 0.75)
    return Office(title, body, begin, m.end())


_BRANCH_POST = re.compile(
    r"村?(?P<unit>党支部|党总支部|党总支|支部|村委会|居委会|党委)(?P<title>(?:副|第一)?(?:书记|主任)|委员)|村?(?P<head>支书|主任|书记)"
)
_BRANCH_UNIT = re.compile(r"村(?:党支部|党总支部|党总支|委会)\Z")
_OWN_BRANCH = re.compile(r"(?P<village>.+(?:村|社区))党(?:支部|总支|委)")


def village_branch(reading: Reading, m: re.Match[str], before: list[Office]) -> Office | None:
    """某某村|党支部书记: a post at the party branch or the committee of a village that is named before it."""
    unit = _BRANCH_UNIT.search(reading.text, max(0, m.start() - 6), m.start()) if m[0] == "委员" else None
    start = unit.start() if unit is not None else m.start()
    post = _BRANCH_POST.fullmatch(reading.text, start, m.end())
    if post is None or post[0] == "主任" or (post[0] == "书记" and reading.text[start - 1] != "村"):
        return None
    own = before[-1].body.name if before and before[-1].body is not None else ""
    if post["unit"] in ("村委会", "居委会") and (branch := _OWN_BRANCH.fullmatch(own)) is not None:
        return _branch_office(reading, branch["village"], post, start, m.end())
    village = village_ahead(reading, start) if post["unit"] and post[0][0] != "村" else None
    if village is not None and post["unit"] == "党委" and not village.name.endswith("社区"):
        village = None
    village = village or village_before(reading, start + (post[0][0] == "村" and reading.text[start - 1] not in "村区"))
    if village is None or (post["unit"] == "党委" and not village.name.endswith(("社区", "村"))):
        return None
    return _branch_office(reading, village.name, post, start if village.start is None else village.start, m.end())


def committee_of_same(reading: Reading, title: str, branch: Entity) -> Entity | None:
    """某某社区党总支书记甲、|居委会主任乙: the committee of the village or community whose branch is named last."""
    village = _OWN_BRANCH.fullmatch(branch.name)
    if village is None or not title.startswith(("村委会", "居委会")):
        return None
    name = village["village"].removesuffix("村") if title.startswith("村委会") else village["village"]
    return agency_entity(reading, name + title[:3], None)


def _branch_office(reading: Reading, village: str, post: re.Match[str], begin: int, end: int) -> Office:
    unit = "党支部" if post["unit"] == "支部" else post["unit"] or ("村委会" if post["head"] == "主任" else "党支部")
    title = post["title"] or post["head"]
    body = agency_entity(reading, village.removesuffix("村") + unit if unit == "村委会" else village + unit, None)
    reading.mention(body, begin, end - len(title), "agency-of-post", 0.8)
    return Office(title, body, begin, end)


_THIS = re.compile(
    r"(?:该|(?<=[，。；“”\n对与跟同向])(?=公司|合作社|联社|农场|医院|学校|支行))(?P<head>公司|集团|企业|厂|合作社|联社|农场|联合社|联合会|协会|商会|学会|中心|医院|学院|研究院|学校|院|校|局|厅|委|庭|所|[大支中]队|站|馆|园|支行|银行)$"
)


def this_body(reading: Reading, start: int) -> Mention | None:
    """该协会|会长: the last body before it whose name ends so; 合作社|负责人 without 该: the only one."""
    this = _THIS.search(reading.text, max(0, start - 4), start)
    if this is None:
        return None
    ends = ("公司", "集团", "厂") if this["head"] == "企业" else this["head"]
    named = [m for m in reading.names(0, this.start(), *BODIES) if m.entity.name.endswith(ends)]
    if not this[0].startswith("该") and len({m.entity for m in named}) > 1:
        named = _of_paragraph(reading, named, this.start())
    return named[-1] if named else None


def _of_paragraph(reading: Reading, named: list[Mention], position: int) -> list[Mention]:
    """Return the mentions of the one body that the paragraph up to here names; none where it names several."""
    paragraph = reading.text.rfind("\n", 0, position) + 1
    near = [m for m in named if m.start >= paragraph]
    return near if len({m.entity for m in near}) == 1 else []


_TAIL = re.compile(rf"(?:(?<![{HAN}])|(?<=[由与和及]))(?!办公室|委员会|政府|党委|支部|机关|小组)[{HAN}]{{2,10}}\Z")


def tail_body(reading: Reading, start: int) -> Mention | None:
    """玉器商会|会长, 分局|局长 behind a mark: the only body named before whose name ends so."""
    tail = _TAIL.search(reading.text, max(0, start - 11), start)
    if tail is None or not reading.free(*tail.span()):
        return None
    named = {m.entity: m for m in reading.names(0, tail.start(), *BODIES) if m.entity.name.endswith(tail[0])}
    return next(iter(named.values())) if len(named) == 1 else None


_BARE = re.compile(rf"(?:(?<![{HAN}])|(?<=[由和及与在]))(?P<head>医院|学校|公司|集团|中心|合作社|协会|商会)\Z")
_BARE_ENDS = {
    "医院": ("医院", "卫生院", "保健院"),
    "学校": (*SCHOOLS, "教育中心", "职教中心"),
    "公司": ("公司", "集团"),
}


def bare_body(reading: Reading, start: int) -> Mention | None:
    """医院|党委书记 behind a mark: the only body of the kind that the article has named before."""
    bare = _BARE.search(reading.text, max(0, start - 4), start)
    if bare is None:
        return None
    ends = _BARE_ENDS.get(bare["head"], bare["head"])
    named = {
        m.entity: m for m in reading.names(0, bare.start(), "Company", "Organization") if m.entity.name.endswith(ends)
    }
    if not named and bare["head"] == "公司":
        named = {m.entity: m for m in reading.names(0, bare.start(), "Company")}  # 青屏茶业…。公司|总经理
    return next(iter(named.values())) if len(named) == 1 else None


_UNIT = re.compile(
    rf"(?:(?P<party>政法委|组织部|宣传部|统战部|社会工作部|纪委监委|纪委|办公室)|(?P<state>监委|公安局|公安分局|总工会|工会|红十字会|残联|文联|科协|侨联|慈善总会|人武部|武装部|政协|人大常委会|人大|工商联|团委|妇联|办事处|(?:三防|应急|党政|综治|乡村振兴|社会事务|规划建设|经济发展)办(?:公室)?|人民法院|法院|人民检察院|检察院|"
    rf"(?:{alternatives(DOMAINS)})(?:局|厅|委|办))|(?P<zone>(?:经济(?:技术)?开发区|经开区|高新区|开发区|工业园区|工业集中区|度假区|[{HAN}]{{2,4}}(?:园区|新区|开发区))(?:党工委|管委会)|(?:党工委|管委会|纪检监察工委|纪工委|监察工委))|(?P<panel>{PANEL})|(?P<school>党校|行政学院)|(?P<other>局?安委会|[{HAN}]{{2,10}}(?:委员会|领导小组|指挥部|专委会)))$"
)
_ZONE_ORGAN = re.compile("党工委|管委会|纪检监察工委|纪工委|监察工委")
_OF_ZONE = re.compile(rf"(.+?)(?:{_ZONE_ORGAN.pattern}|(?<![镇乡])党委)")
_OWN_NAME = ("中央", "全国", "国家", "国务院", *sorted(countries()))
_OF_COMMITTEE = ("政法委", "组织部", "宣传部", "统战部", "社会工作部")
_SEAT_LEVEL = re.compile(
    r"^(.+?(?:自治区|省|市|县|区|州|盟|旗|镇|乡|苏木|街道|地(?=委)))(?=委|党委|党工委|政府|人民政府|人大|政协|纪委)"
)


def office_of_unit(reading: Reading, start: int, end: int, title: str, before: list[Office]) -> Office | None:
    """市委副书记、政法委书记: a unit without a place, of the body or the place of the post before it."""
    low = max(0, start - 14)
    if before:
        low = max(low, before[-1].end)
    m = _UNIT.search(reading.text, low, start) or _UNIT.search(reading.text, low, start + 1)
    if m is not None and not before and m["state"] in _OF_THE_PLACE and reading.text[m.start() - 1 : m.start()] == "，":
        return _beside_others(reading, m, title, end)
    if m is None or not before or before[-1].body is None:
        return None
    gap = reading.text[before[-1].end : m.start()]
    if gap not in ("、", "，", "兼", "和") and (gap or not before[-1].title.endswith("常委")):
        return None  # but 县委常委|统战部长
    body = before[-1].body
    place = _SEAT_LEVEL.match(body.name)
    if m["state"] == "办事处":
        street = re.match(r"(.+街道)", body.name)
        if street is None:
            return None
        name = street[1] + "办事处"
    elif m["zone"] and _ZONE_ORGAN.fullmatch(m["zone"]):
        zone = _OF_ZONE.fullmatch(body.name)
        if zone is None:
            return None
        name = zone[1] + m["zone"]
    elif m["panel"]:
        if not body.name.endswith(("政协", "人大常委会", "人大")):
            return None
        name = body.name + m["panel"]
    elif m["zone"] and place is not None:
        name = place[1] + m["zone"]
    elif m["other"] and (m["other"].startswith(_OWN_NAME) or reading.hits.at(m.start()) is not None):
        name = m["other"]  # 中央政治局常委、|中央某某领导小组组长: under its own name
    elif m["other"]:
        name = body.name + m["other"].removeprefix("局")
    elif m["school"]:
        return _party_school(reading, m, place, title, end)
    elif m["party"] == "办公室":
        name = body.name.replace("人民政府", "政府") + m[0]  # 县政协副主席、|办公室主任
    elif place is None:
        return None
    else:
        name = place[1] + ("委" if m["party"] in _OF_COMMITTEE else "") + m[0]
    entity = agency_entity(reading, name, body.seat)
    reading.claim(entity, m.start(), m.end(), "agency-of-post", 0.85)
    return Office(title, entity, m.start(), end)


def _party_school(
    reading: Reading, m: re.Match[str], place: re.Match[str] | None, title: str, end: int
) -> Office | None:
    """县委常委、组织部部长、|党校校长: the party school of the county, no agency."""
    if place is None:
        return None
    school = reading.entity("Organization", place[1] + "委" + m["school"])
    reading.claim(school, m.start(), m.end(), "organization-of-post", 0.8)
    return Office(title, school, m.start(), end)


_OF_THE_PLACE = ("政协", "人大常委会", "人大", "人武部")


def _beside_others(reading: Reading, m: re.Match[str], title: str, end: int) -> Office | None:
    """县人大常委会副主任甲，副县长乙，|政协副主席丙: of the county or city whose body is named last in the sentence."""
    named = [
        a for a in reading.names(reading.sentence(m.start()).start, m.start(), "Agency") if a.entity.seat is not None
    ]
    seat = named[-1].entity.seat if named else None
    if seat is None or seat.level not in ("county", "prefecture"):
        return None
    entity = agency_entity(reading, seat.name + m[0], seat)
    reading.claim(entity, m.start(), m.end(), "agency-of-post", 0.8)
    return Office(title, entity, m.start(), end)


def agency_entity(reading: Reading, name: str, seat: Division | None) -> Entity:
    """Return the Agency of this name, whichever of its forms the article prints."""
    entity = reading.entity("Agency", name, key=organ_key(name))
    entity.seat = entity.seat or seat
    return entity


def government_place(reading: Reading, title: str, start: int) -> tuple[Division | None, int]:
    """Return the place that a 市长 or 县长 governs, and where the words for it begin."""
    hit = reading.hits.ending_at(start)
    if hit is not None:
        return hit.division, reading.hits.chain_start(hit)
    over = reading.hits.at(start)
    if over is not None and over.end == start + 1:
        return over.division, reading.hits.chain_start(over)
    level = LEVEL_OF_POST.search(title)
    if level is None:
        return level_division(reading, "特别行政区" if "行政长官" in title else "自治区", start), start
    return level_division(reading, level[1], start), start


def government_of(reading: Reading, place: Division | None) -> Entity | None:
    if place is None:
        return None
    return agency_entity(reading, place.name + "政府", place)


def unplaced_government(reading: Reading, title: str) -> Entity | None:
    """Return 县政府 as it stands where the article names no county but speaks of the bodies of one."""
    level = LEVEL_OF_POST.search(title)
    if level is None or not any(reading.known("Agency", level[1] + body) for body in ("委", "人大", "政协")):
        return None
    return reading.entity("Agency", level[1] + "政府")
