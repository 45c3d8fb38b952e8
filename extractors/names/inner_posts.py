"""Posts with words between the body and the title (a section of it, 的, a term), and runs of posts that end in one of no known kind."""

from __future__ import annotations

import re

from extractors.lexicon import HAN
from extractors.names.office_units import BODIES, Office, agency_entity
from extractors.names.place_entities import level_division
from extractors.reading import Entity, Mention, Reading

_IN = rf"(?:(?![和与及的在是由对向把将为该各某兼任等到了被给让叫我你他她])[{HAN}])"
# 某县交通局|公路站|负责人, 某县医院|内|科|副主任医师
_SECTION = re.compile(
    rf"{_IN}{{1,7}}?(?:科|室|处|部|中心|站|股|所|队|组|办|车间|窗口|基地|分院|院区|展台|柜台|调度台)\Z|{_IN}{{2,22}}(?:实验室|研究中心|创新中心)\Z"
)
_HEADS = re.compile(
    "(?:主要|有关|相关|项目|技术|行政|生产|现场|安全|销售|市场|运营)?负责人|(?:项目|生产|技术|销售|市场|采购|运营)(?:经理|主管)|副?(?:主任|主管|经理|站长|股长|队长|组长|所长|科长|处长|部长)|(?:站长|主任|经理|队长)助理|总工程师|护士长"
)
_HEADS_OF_UNITS = re.compile("副?(?:主任|站长|股长|队长|组长|所长|科长|处长|部长)|护士长")
# 某某大学第二届|校友会理事会|会长, 青屏茶业公司|董事会|主席
_TERM = re.compile(
    r"(?:（[^（）]{2,20}）)?(?:第[一二三四五六七八九十百\d]{1,4}届|[一二三四五六七八九十]{1,3}届|首届)?(?:常务)?(?:理事会|董事会|董事局|监事会|执委会|执行委员会|常委会)?\Z"
)
# 某某公司|派驻的|技术主管
_SENT = re.compile("(?:派驻|派出|选派|委派|聘请)?的\\Z")
_LONGEST = 12
_LONGEST_TERM = 32
_LONGEST_SECTION = 26


def inner_post(reading: Reading, start: int, end: int, title: str) -> Office | None:
    """Return the post at the body that 的, a term or one of its sections parts from the title that begins here."""
    text = reading.text
    sent = _SENT.search(text, max(0, start - 4), start)
    if sent is not None and (body := reading.name_ending_at(sent.start(), *BODIES)) is not None:
        return Office(title, body.entity, body.start, end)
    term = _TERM.search(text, max(0, start - _LONGEST_TERM), start)
    if term is not None and term[0] and (body := reading.name_ending_at(term.start(), *BODIES)) is not None:
        return Office(term[0].rpartition("）")[2] + title, body.entity, body.start, end)
    body = section_before(reading, start) if _HEADS.fullmatch(title) else None
    if body is None:
        return None
    if body.label == "Company" or not _HEADS_OF_UNITS.fullmatch(title):
        return Office(text[body.end : start] + title, body.entity, body.start, end)
    unit = section_of(reading, body, start)
    return Office(title, unit, body.start, end)


def section_of(reading: Reading, body: Mention, end: int) -> Entity:
    """Return the section of the body whose name stands between it and `end`, claimed there: 某县医院|骨科."""
    name = body.entity.name + reading.text[body.end : end]
    if body.label == "Agency":
        unit = agency_entity(reading, name, body.entity.seat)
    else:
        unit = reading.entity(body.label, name)
    reading.alias(unit, reading.text[body.start : end])
    reading.claim(unit, body.end, end, "section-of-post", 0.8)
    return unit


def section_before(reading: Reading, start: int) -> Mention | None:
    """Return the body of whose section the words before `start` are the name: 某县交通局|公路站."""
    section = _SECTION.search(reading.text, max(0, start - _LONGEST_TERM), start)
    if section is None:
        return None
    return next(
        (
            b
            for at in range(max(section.start(), start - _LONGEST_SECTION), start)
            if (b := reading.name_ending_at(at, *BODIES)) is not None
        ),
        None,
    )


# 某协会会长、|中国青屏茶文化研究会|副会长: between a mark and a post nothing but a body can stand
_ENDS_AS_BODY = re.compile(
    "(?P<agency>委员会|领导小组|指挥部)|(?P<firm>公司|集团|银行)"
    "|协会|学会|商会|研究会|促进会|联合会|联谊会|基金会|理事会|实验室|研究院|研究所|医院|大学|学院|合作社"
)
_TERM_BEHIND = re.compile(r"(?:（[^（）]{2,20}）)?(?:第[一二三四五六七八九十\d]{1,4}届)?(?:常务)?(?:理事会|委员会)?\Z")


def unread_body(reading: Reading, begin: int, end: int) -> Entity | None:
    """Return the body whose name stands here between two posts, where its end tells that it is one."""
    name = reading.text[begin:end]
    term = _TERM_BEHIND.search(name)
    if term is not None and term[0] and "届" in term[0]:
        name = name[: term.start()]
    kind = next((m for m in _ENDS_AS_BODY.finditer(name) if m.end() == len(name)), None)
    if kind is None or kind.start() < _SHORTEST or not reading.free(begin, begin + len(name)):
        return None
    label = "Agency" if kind["agency"] else "Company" if kind["firm"] else "Organization"
    body = reading.entity(label, name)
    reading.claim(body, begin, begin + len(name), "body-of-post", 0.8)
    return body


_SHORTEST = 3


# 某大学教授、|博士生导师|田砚秋, 某协会副会长、|青屏茶文化掌门人|田砚秋
_UNKNOWN_LAST = re.compile(
    rf"、(?:(?![和与及的在是由对向把将为该各某等到了被给让叫带率看望陪同见听迎])[{HAN}“”（）0-9A-Za-z]){{2,22}}"
)
_LONGEST_LAST = 24


def ends_unknown(reading: Reading, offices: list[Office], end: int) -> Mention | None:
    """Return whom the run of posts that ends here names behind one more post of a kind that nothing else reads."""
    if not reading.text.startswith("、", end) or not any(office.body is not None for office in offices):
        return None
    person = next(reading.names(end, end + _LONGEST_LAST + 4, "Person"), None)
    if person is None or _UNKNOWN_LAST.fullmatch(reading.text, end, person.start) is None:
        return None
    return person


_DELEGATES = re.compile("(?P<level>[省市县区州旗镇乡]?)人大\\Z")


def delegate(reading: Reading, start: int, end: int) -> Office | None:
    """全国人大|代表, 柳林县人大|代表, 市人大|代表: who is a deputy to a people's congress holds that post there."""
    found = _DELEGATES.search(reading.text, max(0, start - 3), start)
    if found is None:
        return None
    named = reading.name_ending_at(start, "Agency")
    if named is not None and named.entity.name.endswith("人大"):
        return Office("代表", named.entity, named.start, end)
    at = found.end() - 2
    hit = reading.hits.ending_at(at)
    place = hit.division if hit is not None else level_division(reading, found["level"], at) if found["level"] else None
    if place is None:
        return None
    body = agency_entity(reading, place.name + "人大", place)
    begin = found.start() if hit is None else reading.hits.chain_start(hit)
    return Office("代表", body, begin, end)


_ROLE_BEFORE = re.compile("(?P<role>代表|院士|副?教授|副?研究员|(?:高级)?工程师|副?主任医师)、\\Z")


def roles_before(reading: Reading, offices: list[Office]) -> list[Office]:
    """全国人大代表、|某某村党支部书记: return the role with its body that a mark joins to the posts behind it."""
    start = body_start(reading, offices[0].start)
    m = _ROLE_BEFORE.search(reading.text, max(0, start - 8), start)
    if m is None:
        return []
    if m["role"] == "代表":
        deputy = delegate(reading, m.start(), m.end("role"))
        return [deputy] if deputy is not None else []
    body = reading.name_ending_at(m.start(), *BODIES)
    return [Office(m["role"], body.entity, body.start, m.end("role"))] if body is not None else []


def body_start(reading: Reading, start: int) -> int:
    """Return where the words of an office begin, with the bodies and the places that are printed before its title."""
    while True:
        hit, body = reading.hits.ending_at(start), reading.name_ending_at(start, *BODIES)
        before = min(hit.start if hit is not None else start, body.start if body is not None else start)
        if before == start:
            return start
        start = before


# 县政协召开主席会议。|主席甲主持，|副主席乙、丙…; 县某局开展活动。|党总支书记甲讲话
_OF_TOPIC = {
    "主席": re.compile("(?:政协|工商联|总工会|妇联|文联|残联|科协|侨联|红十字会)$"),
    "秘书长": re.compile("(?:政协|人大常委会|协会|商会|学会|红十字会)$"),
    "党组书记": re.compile("(?:局|厅|政协|人大常委会|法院|检察院)$"),
    "党组成员": re.compile("(?:局|厅|政协|人大常委会|法院|检察院)$"),
    "党总支书记": re.compile("(?:局|厅|中心|医院|学校|中学|小学|大学|学院|公司|集团)$"),
    "党委书记": re.compile("党委$|(?:局|医院|学院|大学|公司|集团)$"),
    "管委会主任": re.compile("管委会$"),
    "党工委书记": re.compile("党工委$|管委会$"),
}
_CLAUSE = re.compile(r"[，。；\n”]\Z")
_LESSER = re.compile("^(?:常务)?副|(?<=[组委支])副")


def post_of_topic(reading: Reading, title: str, start: int) -> Entity | None:
    """Return the body of a bare post that opens a clause: the only one with such a post that the article has named by then."""
    if (organ := _organ_of_zone(reading, title, start)) is not None:
        return organ
    fits = _OF_TOPIC.get(_LESSER.sub("", title).replace("支部书记", "总支书记"))
    if fits is None or not _CLAUSE.search(reading.text, max(0, start - 1), start):
        return None
    named = {
        m.entity
        for m in reading.names(0, start, *BODIES)
        if fits.search(m.entity.name) and not (m.label == "Company" and "书记" not in title)
    }
    return named.pop() if len(named) == 1 else None


_ZONE = re.compile("(?:开发区|高新区|经开区|园区|新区|度假区|工业园|产业园)$")


def _organ_of_zone(reading: Reading, title: str, start: int) -> Entity | None:
    """某某开发区召开推进会。|党工委书记甲…, |管委会副主任乙: of the only zone that the article has named by then."""
    organ = "党工委" if title.startswith("党工委") else "管委会"
    begin = start - len(organ) if reading.text.endswith(organ, 0, start) else start
    if (begin == start and organ == "管委会") or not _CLAUSE.search(reading.text, max(0, begin - 1), begin):
        return None
    zones = {m.entity for m in reading.names(0, begin, "Place") if _ZONE.search(m.entity.name)}
    if len(zones) != 1:
        return None
    zone = zones.pop()
    return agency_entity(reading, zone.name + organ, zone.seat)
