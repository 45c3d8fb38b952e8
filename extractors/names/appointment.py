"""Appointments and dismissals: 任命X为…, X任…, 免去X的…职务, 接受X辞去…, in lists with one verb for many."""

from __future__ import annotations

import re

from extractors.dates import find_dates
from extractors.lexicon import HAN, POSTS
from extractors.names import rosters
from extractors.names.holders import hold, person_entity
from extractors.names.namechars import weight
from extractors.names.office_units import Office
from extractors.names.offices import phrases, served_alone
from extractors.names.personname import looks_like_name
from extractors.names.words import is_common_word
from extractors.reading import Entity, Reading
from extractors.text import compact

_NAME = rf"(?!同志|其[担原的])[{HAN}](?: {{1,2}}[{HAN}]|(?:(?!同志|因|的|[兼担出就]任|[为任](?:第|副|秘书|常委|委员|理事|监事|主席|会长|名誉)|第[一二三四五六七八九十]|[当应被]选|[全高]票|被[聘任推])[{HAN}·]){{1,9}})"
_TOLD = r"(?:同志|（[女男][^（）]{0,6}）|（[^（）]{1,6}族[^（）]{0,4}）)?"
_NAMES = rf"(?P<names>{_NAME}(?:{_TOLD}[、，] ?{_NAME}){{0,60}})"
_ASIDE = r"(?:等? ?\d{0,3}[人位名]?同志|等\d{1,3}[人位名]|（[女男][^（）]{0,6}）|（[^（）]{1,6}族[^（）]{0,4}）){0,4}"
_OPENS = r"(?:^|[；。，：、\n\d ]|续聘|聘请|任命|任用|聘任|增补|补选|选举|推选|决定|提请|批准|同意|和)"
_TERM = "第[一二三四五六七八九十]{1,3}届"  # 为|第十届|全国政协委员
_APPOINTED = re.compile(
    rf"{_OPENS}{_NAMES}{_ASIDE}(?:为|被(?:聘请?|任命|推选|推举|选举?)为|任|担任|出任|兼任|(?:[全高]票|成功|再次|连任)?当选为?|就任|试任)(?:中共|政府|新一届|{_TERM})?$"
)
_REMOVED = re.compile(rf"(?:免去|免除|撤销|罢免){_NAMES}{_ASIDE}的?(?:原任)?(?:{_TERM})?$")
_NO_MORE = re.compile(rf"{_OPENS}{_NAMES}{_ASIDE}不再(?:兼任|担任|任)(?:中共|{_TERM})?$")
_RESIGNED = re.compile(
    rf"接受{_NAMES}{_ASIDE}(?:因[^，。]{{2,20}})?(?:提出的?)?(?:关于)?(?:请求)?辞去(?:其)?(?:担任的)?(?:{_TERM})?$"
)
_HIS = re.compile(
    rf"{_OPENS}{_NAMES}{_ASIDE}(?:为|任|担任|出任|兼任|当选|因|到|调|不再|另有|退休)[^；。]{{0,60}}，(?:同时)?免去其(?:担任的|原任)?$"
)
_OF = re.compile(rf"(?:^|[；。：\n ]){_NAMES}{_ASIDE}(?<![任为])的?$")
_ORDER = re.compile(r"任命|聘任|免去|免除|决定接受")
_VERB = re.compile(r"续聘|聘请|任命|任用|聘任|决定|选举|当选|补选|推选|免去|免除|接受|任免|任职|不再")
_LEADING = re.compile(
    r"^(?:大会|全会|会上|续聘|解聘|决定任命|聘任|聘请|任命|任用|聘任|增补|补选|选举|推选|决定|批准|同意|提请|经研究|会议|免去|由)+"
)


def read(reading: Reading) -> None:
    """Add the persons appointed or dismissed, with HOLDS_POST dated `from` or `to`."""
    rosters.read(reading)
    if not _VERB.search(reading.text):
        return
    _lists(reading)
    for offices, end in phrases(reading):
        start = offices[0].start
        sentence = reading.sentence(start)
        lead = reading.text[max(sentence.start, start - _LONGEST) : start]
        removed = (
            _REMOVED.search(lead)
            or _NO_MORE.search(lead)
            or _RESIGNED.search(lead)
            or _HIS.search(lead)
            or _listed(reading, start, lead)
        )
        appointed = None if removed else _APPOINTED.search(lead)
        found = removed or appointed
        if found is None or (appointed and not _plain_or_ordered(reading, sentence.start, appointed, lead)):
            continue
        offset = start - len(lead)
        day = _day(reading, sentence.start, sentence.end)
        for office in offices if appointed and _ELECTED.search(reading.text, sentence.start, start) else ():
            office.body = office.body or served_alone(reading, office.title, office.start)  # 甲当选|会长
        for person, begin in _persons(reading, found, offset, offices):
            for office in offices:
                if office.body is not None:
                    when = {"to": day} if removed else {"from": day}
                    rule = "dismissal" if removed else "appointment"
                    hold(reading, person, office, (begin, end), rule, **when)
        if appointed:
            _elected_with(reading, offices, end, sentence.end, day)


# 甲当选为镇党委书记，|乙、丙为副书记
_WITH_THEM = re.compile(
    rf"[，；、](?P<names>{_NAME}(?:{_TOLD}[、，] ?{_NAME}){{0,60}}){_ASIDE}(?:当选为?|为|任|担任)"
    r"(?P<title>(?:常务)?副(?:主席|书记|主任|会长|理事长|秘书长|主委|监事长)|监事长|名誉会长|监事|秘书长|常委|委员|常务理事|理事)(?=[，。；])"
)


def _elected_with(reading: Reading, offices: list[Office], end: int, stop: int, day: str | None) -> None:
    """Add those who are elected to lesser posts of the same body in the clauses right behind."""
    body, at = offices[-1].body, end
    while body is not None and (m := _WITH_THEM.match(reading.text, at, stop)) is not None:
        office = Office(m["title"], body, *m.span("title"))
        _appoint(reading, m, m.start("names"), [office], m.end(), **{"from": day})
        at = m.end()


_LONGEST = 300
"""How long a list of names before a post may be, in characters."""
_MANY = rf"(?P<names>{_NAME}(?:{_TOLD}[、，] ?{_NAME}){{0,60}}){_ASIDE}"
_AS = re.compile(
    rf"(?:聘任|续聘|聘请|任命|增补|同意|[。；，：\n]){_MANY}为(?P<posts>[{HAN}、]{{3,40}})(?=[，。；\n]|$)"
)
_LEAVING = re.compile(r"(?:同意|批准)(?P<list>[^。；\n]{6,400}?)(?:离任|卸任|辞职|退休)")
_LEAVER = re.compile(rf"(?:(?<=同意)|(?<=批准)|[，：]){_MANY}(?<=\d[人位名])(?P<posts>[{HAN}、]{{3,40}})")
_BODIES = ("Agency", "Organization", "Company")
_TITLE = re.compile(rf"[{HAN}]{{1,7}}[员师长任事家官问授席记理]")


def _lists(reading: Reading) -> None:
    """聘任甲、乙等2人为省政府参事，丙为…研究员; 同意甲、乙等2位省政府参事离任: each part has its own names and posts."""
    text = reading.text
    for m in _AS.finditer(text, reading.body_start):
        sentence = reading.sentence(m.start("names"))
        if not _ENGAGED.search(text, sentence.start, m.start("names") + 6):
            continue
        offices = _offices(reading, *m.span("posts"))
        if offices:
            _appoint(reading, m, m.start("names"), offices, m.end(), **{"from": _day(reading, *sentence)})
    for leaving in _LEAVING.finditer(text, reading.body_start):
        for m in _LEAVER.finditer(text, leaving.start("list"), leaving.end("list")):
            offices = _offices(reading, *m.span("posts"))
            day = _day(reading, *reading.sentence(m.start("names")))
            _appoint(reading, m, m.start("names"), offices, m.end(), to=day)


_ENGAGED = re.compile(r"聘任|续聘|聘请|任命|增补")


def _appoint(reading: Reading, m: re.Match[str], at: int, offices: list[Office], end: int, **when: str | None) -> None:
    rule = "dismissal" if "to" in when else "appointment"
    for person, begin in _persons(reading, m, at - m.start("names"), offices):
        for office in offices:
            hold(reading, person, office, (begin, end), rule, **when)


def _offices(reading: Reading, start: int, end: int) -> list[Office]:
    """Return the posts of 省政府参事、特约研究员: a body that is named, then titles of any kind; empty where it is not so."""
    found = _body(reading, start, end)
    if found is None:
        return []
    body, at = found
    offices: list[Office] = []
    for part in reading.text[at:end].split("、"):
        own = _body(reading, at, end) if offices else None  # 县政府副县长、|县公安局局长
        body, begin = own if own is not None and own[1] < at + len(part) else (body, at)
        title = reading.text[begin : at + len(part)]
        if not _TITLE.fullmatch(title):
            return []
        offices.append(Office(title, body, begin, begin + len(title)))
        at += len(part) + 1
    return offices


def _body(reading: Reading, start: int, end: int) -> tuple[Entity, int] | None:
    """Return the body whose name begins here and where it ends, claimed if it was read elsewhere in the article only."""
    named = reading.name_at(start)
    if named is not None:
        return (named.entity, named.end) if named.start == start and named.label in _BODIES else None
    forms = [(form, e) for e in reading.of_label(*_BODIES) for form in e.forms]
    for form, entity in sorted(forms, key=lambda pair: -len(pair[0])):
        if reading.text.startswith(form, start) and reading.claim(
            entity, start, start + len(form), "body-appointed", 0.85
        ):
            return entity, start + len(form)
    return None


def _listed(reading: Reading, start: int, lead: str) -> re.Match[str] | None:
    """免去:甲的…职务;乙的…职务: a name with 的 in a list that the last order before it dismisses."""
    found = _OF.search(lead)
    if found is None:
        return None
    orders = list(_ORDER.finditer(reading.text, max(0, start - 400), start))
    return found if orders and orders[-1][0] in ("免去", "免除") else None


def _plain_or_ordered(reading: Reading, start: int, found: re.Match[str], lead: str) -> bool:
    """X为… alone says little: an order to appoint must stand before it in the sentence or in the title."""
    if not lead.endswith(("为", "为中共", "为政府")):
        return True
    return bool(
        _VERB.search(reading.text, max(0, start - 60), start + len(lead) + 200)
        or _VERB.search(reading.text, 0, reading.body_start)
    )


def _persons(reading: Reading, found: re.Match[str], offset: int, offices: list[Office]) -> list[tuple[Entity, int]]:
    """Claim the names of the list; all must have the shape of one."""
    out = []
    at = offset + found.start("names")
    parts = list(re.finditer(rf"{_NAME}", found["names"]))
    ordered = found.re is _WITH_THEM or _DIRECT_ORDER.match(found[0]) is not None
    listed = len(parts) >= _LIST and sum(looks_like_name(compact(p[0])) for p in parts) > 0.6 * len(parts)
    for part in parts:
        printed = part[0]
        lead = _LEADING.match(printed)
        cut = lead.end() if lead else 0
        printed = printed.removesuffix("的").removesuffix("同志")
        name = compact(printed[cut:])
        rare = listed or (
            (ordered or lead is not None) and len(parts) == 1 and not is_common_word(name)
        )  # 免去练振邦的…职务
        of_comrade = _OF_COMRADE.match(reading.text, at + part.end()) is not None
        rare = rare or (of_comrade and weight(name) >= _LIKE_A_GIVEN_NAME)
        four = len(name) == 4 and (of_comrade or ordered) and any("自治" in d.name for d in reading.home.path)
        shaped = looks_like_name(name) or "·" in name or four or (rare and 2 <= len(name) <= 4 - (not listed))
        if not shaped or name in POSTS:
            continue
        begin = at + part.start() + cut
        person = person_entity(reading, name, offices)
        reading.claim(person, begin, begin + len(printed) - cut, "person-appointed", 0.93)
        out.append((person, begin))
    return out


_OF_COMRADE = re.compile("同志")
_LIKE_A_GIVEN_NAME = 1.0
_DIRECT_ORDER = re.compile("任命|免去|接受|聘任|补选")
_LIST = 4
"""From how many names on a list vouches for those among them that have no common surname."""
# 日期:2018-11-08: when the page was put up, not when anything was decided
_POSTED = re.compile(r"(?:日期|时间)[：:】 ]*$")
_ELECTED = re.compile("当选|选举")
_AT_MEETING = re.compile(r"\s*会议[^，。；]{0,8}(?:表决|决定|任命|通过)")
_DECIDED = re.compile(r"[^。；\n]{0,60}?(?:决定|通过|任命|免去)")


def _day(reading: Reading, start: int, end: int) -> str | None:
    """The day of the decision: stated in the sentence or with 决定, else in the notice's last line, else the day of print."""
    text, published = reading.text, reading.date
    found = [
        d
        for d in find_dates(text, reading.body_start, len(text), published)
        if d.kind == "day" and d.value and not _POSTED.search(text, max(0, d.start - 8), d.start)
    ]
    said = [d for d in found if start <= d.start < end and len(text) - d.end > _LAST]
    told = [d for d in found if d.start < start and _DECIDED.match(text, d.end)]
    signed = [d for d in found if len(text) - d.end <= _LAST or _SIGNED.search(text, max(0, d.start - 12), d.start)]
    # 5月10日，某镇召开党代会。…甲|当选: on the day of the meeting that was told last
    met = (
        [d for d in found if d.end <= start]
        if _ELECTED.search(text, start, end) or _AT_MEETING.match(text, start)
        else []
    )
    for days in (said, told, met, signed):
        if days:
            return days[-1].value
    return published


# 某省人民政府|2021年12月30日（此件公开发布）, with the notice printed once more behind it
_SIGNED = re.compile(r"(?:政府|办公[厅室]|[厅局部院]|委员会)[ \n]{0,4}\Z")
_LAST = 60
"""How near to the end of a notice, in characters, the day of its signature stands."""
