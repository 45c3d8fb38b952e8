"""Talks and visits between leaders: who received, met or rang up whom, who was welcomed, who visited which country."""

from __future__ import annotations

import re

from extractors.events.meeting import Event, date_event, events_of
from extractors.events.occasion import add_event, again, dated
from extractors.names.holders import is_reporter
from extractors.reading import Entity, Mention, Reading

_TALK = re.compile(
    r"(?P<met>(?:集体|分别|亲切|共同)?(?:会见|会晤(?!期间|机制)|拜会|接见)了?)(?P<whom>(?:来华(?:出席|参加|进行)[^，。；：\n]{2,80}的)?[^，。；：\n]{2,60}?(?:(?:长|书记|总裁|经理|主[席任]|委员)，(?!双方|并|就|对|共)[^，。；：\n]{2,40}?)?)(?=[，。；\n]|$|并(?=[参观座出合])|(?<!比利)时)"
    r"|(?:应约)?[同与和](?P<with>[^，。；：\n]{2,60}?(?:，[^，。；：\n]{4,40}?(?=一行))?)(?:一行)?(?:分别|共同)?"
    r"(?:(?:举行|进行|开展)了?[^，。；：\n]{0,14}?(?:会谈|会晤|会见|交谈|(?:座谈(?:交流)?|洽谈)(?![会上]))|通(?:了)?电话|会谈|会晤|(?:座谈(?:交流)?|洽谈)(?![会上]))(?!成果|纪要|中|期间)"
)
_WISHED = re.compile(r"(?:愿|希望|期待|拟|建议|可以|能够|准备)[^，。]{0,12}\Z")
_ASIDE = re.compile(r"应[^。；]{2,50}?邀请|在[^，。；]{2,60}?陪同下")
_JOINED = re.compile(
    r"[、和与及]|以及|[，、](?:(?![在到同与和于赴率会])[\u4e00-\u9fff、]){1,24}(?:长|书记|主[席任]|委员|总裁|经理)"
)
_MOST_BEFORE = 90
"""How far before the words for a talk, in characters, its host may stand."""


def read(reading: Reading) -> None:
    """Add the talks of the article, each once, with who took part; the welcome; the visits, each with its country."""
    body = [m for m in _TALK.finditer(reading.text) if m.start() >= reading.body_start]
    for m in body:
        _talk(reading, m)
    for m in _TALK.finditer(reading.text, 0, reading.body_start):
        _title_talk(reading, m)
    _seminars(reading)
    _delegates(reading)
    _welcomes(reading)
    _visits(reading)
    _wreaths(reading)
    _lectures(reading)


def _talk(reading: Reading, m: re.Match[str]) -> None:
    sentence = reading.sentence(m.start())
    if _WISHED.search(reading.text, sentence.start, m.start()):
        return
    guests = _guests(reading, m)
    hosts = _hosts(reading, m.start(), guests)
    if m["met"] and m["whom"].startswith("记者"):
        present = list(reading.names(sentence.start, m.start(), "Person"))
        if present:
            _add(reading, m, present, [])  # 某某同某国总统会谈后共同|会见记者
    elif guests:
        _add(reading, m, hosts, guests)
    elif m["met"] and hosts and sentence.start <= reading.body_start and m.start() - hosts[-1].end <= _NEAR:
        _add(reading, m, hosts, [])  # 4月1日，某某在京会见出席论坛的外方代表
    elif m["met"] and hosts and _BESIDE_MEETING.search(reading.text, sentence.start, hosts[0].start):
        _add(reading, m, hosts, [])


_NEAR = 16
# 大会开始前，|甲会见了参加论坛的嘉宾代表
_BESIDE_MEETING = re.compile("(?:会议?|论坛|仪式|开幕式|活动)(?:开始|召开|举行|开幕)?[前后期间]{1,2}，\\Z")


def _title_talk(reading: Reading, m: re.Match[str]) -> None:
    """某某会见甲国总统: the talk of the body that has the same host, else the one that only the title names."""
    guests = _guests(reading, m)
    hosts = _hosts(reading, m.start(), guests)
    same = [event for event in _talks(reading) if not hosts or event in _of(reading, hosts[-1].entity)]
    if same:
        alike = [event for event in same if _VERB.findall(event.name) == _VERB.findall(m[0])]
        again(reading, (alike or same)[0], m[0], m.start(), m.end())
        return
    whom = reading.text[m.start("whom") : m.end("whom")] if m["met"] else m["with"]
    for person in reading.names(reading.body_start, None, "Person") if not guests else ():
        if reading.text.endswith(whom, 0, person.start):
            guests = [person]
            break
    if guests and hosts:
        _add(reading, m, hosts, guests)


def _add(reading: Reading, m: re.Match[str], hosts: list[Mention], guests: list[Mention]) -> None:
    name = m[0]
    press = _PRESS.search(name)
    known = next((e for g in guests for e in _of(reading, g.entity) if not _PRESS.search(e.name)), None)
    if press:
        known = next((e for e in _talks(reading) if _PRESS.search(e.name)), None)
    told = _SAID.search(reading.text, reading.sentence(m.start()).start, m.start()) is not None
    told = told or _BESIDE.search(reading.text, max(0, m.start() - 16), m.start()) is not None
    held = not told and _THEN.match(reading.text, m.end()) is None
    if known is not None:
        again(reading, known, name, m.start(), m.end(), held=held)
        event = known
    else:
        event = add_event(reading, name, m.start(), m.end(), "other", "activity-talk", 0.8, held=held)
        _talks(reading).append(event)
    leads = "ATTENDED" if _OF_EQUALS.search(name) else "LED"
    for kind, row in (("ATTENDED", guests), (leads, hosts)):
        for one in row:
            span = (min(one.start, m.start()), m.end())
            reading.fact(kind, one.entity, event, span, "talk-guest" if row is guests else "talk-host", 0.85)


_OF_EQUALS = re.compile("第[一二三四五六七八九十]+[轮次]|会晤|通了?电话|座谈|洽谈|交谈")
"""In the name of a talk that nobody gives: 同甲举行|第九轮总理年度会晤, 同乙|通电话, 与丙公司|座谈."""
_VERB = re.compile("会见记者|会见|会谈|会晤|通了?电话|交谈")
_PRESS = re.compile("会见了?记者")
# 韩某致辞说，两国元首昨天在北京会晤: the talk is none that takes place here
_THEN = re.compile("后[^，。；]{0,8}会见")
# 三年前我|会见…, 座谈会前，甲|会见…: no speech that follows is given there
_BESIDE = re.compile(r"我$|会[前后][^。；]{0,14}$")
_SAID = re.compile("表示|指出|强调|说，|认为")


def _talks(reading: Reading) -> list[Entity]:
    found: list[Entity] = reading.memory.setdefault("talks", [])
    return found


def _of(reading: Reading, person: Entity) -> list[Entity]:
    """Return the talks that a person took part in."""
    parts = ("ATTENDED", "LED")
    return [event for event in _talks(reading) if any(reading.has_fact(part, person, event) for part in parts)]


_WITH_FIRM = re.compile("(?:座谈(?:交流)?|洽谈)$")


def _guests(reading: Reading, m: re.Match[str]) -> list[Mention]:
    group = "whom" if m["met"] else "with"
    persons = list(reading.names(m.start(group), m.end(group), "Person"))
    return persons or (list(reading.names(*m.span(group), "Company")) if _WITH_FIRM.search(m[0]) else [])


def _hosts(reading: Reading, position: int, guests: list[Mention] | tuple[()] = ()) -> list[Mention]:
    """Return the persons who act in the sentence before a position: the last that is named there and its equals."""
    low = max(reading.sentence(position).start, position - _MOST_BEFORE)
    asides = [a.span() for a in _ASIDE.finditer(reading.text, low, position)]
    before = [
        p
        for p in reading.names(low, position, "Person")
        if not is_reporter(p.entity) and not any(s <= p.start < e for s, e in asides)
    ]
    before = [p for p in before if all(p.entity is not g.entity for g in guests)]
    hosts = before[-1:]
    for person in reversed(before[:-1]):
        if not _JOINED.fullmatch(reading.text, person.end, hosts[0].start):
            break
        hosts.insert(0, person)
    return hosts


_SEMINAR = re.compile(r"[同与](?P<whom>[^，。；：\n]{2,60}?)座谈交流(?=[，。\n])")


def _seminars(reading: Reading) -> None:
    """某某同列席会议的代表座谈交流: with whom nobody is named, where the title tells of it."""
    if "座谈" not in reading.text[: reading.body_start]:
        return
    m = _SEMINAR.search(reading.text, reading.body_start)
    hosts = _hosts(reading, m.start()) if m is not None else []
    if m is None or not hosts or any(event.start == m.start() for event in events_of(reading).found):
        return
    held = [e.entity for e in events_of(reading).found if e.held and e.start < reading.body_start]
    called = next((entity for entity in held if "座谈" in entity.name), None)
    if called is not None:
        again(reading, called, m[0], m.start(), m.end())
        return
    event = add_event(reading, m[0], m.start(), m.end(), "other", "activity-seminar", 0.75)
    title = _SEMINAR.search(reading.text, 0, reading.body_start)
    if title is not None:
        again(reading, event, title[0], title.start(), title.end())


# 此前，甲同博览会参展企业代表座谈交流
_DELEGATES = re.compile(r"[同与](?P<whom>[^，。；：\n]{2,40}?代表们?)座谈(?:交流)?(?=[，。\n])")


def _delegates(reading: Reading) -> None:
    """Add the talk that a leader of the nation has with delegates of whom nobody is named."""
    for m in _DELEGATES.finditer(reading.text, reading.body_start) if not reading.home.path else ():
        hosts = _hosts(reading, m.start())
        near = hosts and m.start() - hosts[-1].end <= _NEAR
        wished = _WISHED.search(reading.text, reading.sentence(m.start()).start, m.start())
        told = any(e.start == m.start() for e in events_of(reading).found)
        if not near or wished or told or _guests_in(reading, m):
            continue
        talk = reading.entity("Meeting", m[0])
        reading.mention(talk, m.start(), m.end(), "meeting-seminar", 0.75)
        events_of(reading).found.append(Event(talk, m.start(), m.end(), held=True))
        date_event(reading, talk, m.start(), m.end())


def _guests_in(reading: Reading, m: re.Match[str]) -> bool:
    return any(reading.names(*m.span("whom"), "Person"))


_WELCOME = re.compile(
    r"(?:为(?P<whom>[^，。；\n]{2,40}?))?(?:举行|出席|参加)[^，。；\n]{0,16}?(?P<name>欢迎仪式)"
    r"|(?P<held>举行(?:隆重|盛大|热烈)?的?仪式，欢迎(?P<guest>[^，。；\n]{2,50}))"
)


def _welcomes(reading: Reading) -> None:
    """为…举行欢迎仪式, 举行仪式，欢迎…: one ceremony, which the person welcomed attends."""
    event: Entity | None = None
    for m in sorted(_WELCOME.finditer(reading.text), key=lambda m: m.start() < reading.body_start):
        start, end = m.span("name" if m["name"] else "held")
        name = reading.text[start:end]
        if event is None:
            event = reading.known("Activity", name) or add_event(
                reading, name, start, end, "ceremony", "activity-welcome", 0.8
            )
        else:
            again(reading, event, name, start, end)
        group = "whom" if m["name"] else "guest"
        if m[group]:
            for person in reading.names(*m.span(group), "Person"):
                reading.fact("ATTENDED", person.entity, event, m.span(), "welcome-guest", 0.85)


_VISIT = re.compile(
    r"(?:对|赴|抵达)(?P<where>[^，。；：\n]{2,30}?)(?:进行|开始|展开|开展)?(?:为期[^，。]{1,4}的)?"
    r"(?:的|国事|正式|友好|工作|历史性|首次|、)*访问(?![团者])"
    r"|访问(?P<to>[^，。；：\n]{2,20}?)(?=[，。\n]|期间|并)"
)
# 甲|访问某国, 甲|率团访问某国: nothing else stands between
_SETS_OUT = re.compile(r"(?:应邀|率团|率[\u4e00-\u9fff]{2,10}代表团|将|于?\d[\d年月日至—\-]++|正式|先后)*")
_OVER = re.compile(r"结束\Z")


def _visits(reading: Reading) -> None:
    """习近平对…进行国事访问: a visit to nothing but places, by the person named before it."""
    text = reading.text
    known: dict[tuple[Entity, Entity], Entity] = {}
    for m in _VISIT.finditer(text):
        group = "where" if m["where"] else "to"
        named = list(reading.names(*m.span(group), "Place"))
        places, rest = [name.entity for name in named], m[group]
        for name in named:
            rest = rest.replace(text[name.start : name.end], "", 1)
        if rest in ("中国", "我国"):
            places, rest = [reading.entity("Place", "中国")], ""
            reading.mention(places[0], *m.span(group), "visit-place", 0.8)
        leaders = _hosts(reading, m.start())
        if m["to"] and leaders and not _SETS_OUT.fullmatch(text, leaders[-1].end, m.start()):
            continue
        if not places or rest.strip("、和及两三四国的") or not leaders:
            continue
        key = (leaders[-1].entity, places[0])
        visit = known.get(key)
        if visit is None:
            visit = known[key] = reading.entity("Activity", m[0], kind="visit")
            events_of(reading).found.append(Event(visit, m.start(), m.end(), held=False))
        else:
            reading.alias(visit, m[0])
        reading.mention(visit, m.start(), m.end(), "activity-visit", 0.8)
        if not _OVER.search(text, 0, m.start()):
            dated(reading, visit, m.start(), m.end())
        for leader in leaders:
            reading.fact("LED", leader.entity, visit, (leader.start, m.end()), "visit-leader", 0.85)
        for place in places:
            reading.fact("HELD_IN", visit, place, m.span(), "visit-place", 0.85)


_WREATH = re.compile(
    r"(?:(?:前往|来到|到|在)(?P<where>[^，。；\n]{2,20}?)，?)?(?P<name>向[^，。；\n]{2,24}?敬献了?花[圈篮])"
)


def _wreaths(reading: Reading) -> None:
    """某某前往某广场，向…纪念碑敬献花圈: a ceremony that the person named before it leads."""
    for m in _WREATH.finditer(reading.text, reading.body_start):
        leaders = _hosts(reading, m.start())
        if not leaders or reading.text.startswith("仪式", m.end()):
            continue
        event = add_event(reading, m["name"], *m.span("name"), "ceremony", "activity-wreath", 0.8)
        for leader in leaders:
            reading.fact("LED", leader.entity, event, (leader.start, m.end()), "wreath-leader", 0.85)
        for place in reading.names(*m.span("where"), "Place") if m["where"] else ():
            reading.fact("HELD_IN", event, place.entity, m.span(), "wreath-place", 0.85)


_LECTURE = re.compile(
    r"(?P<name>(?:[为给向](?P<whom>[^，。；\n]{2,24}?))?(?:讲授|上|讲|作)了?(?:一[堂节场次])?(?:题为《[^《》]{2,40}》的|主题为“[^“”]{2,40}”的|以“[^“”]{2,40}”为主题的|[^，。；、\n]{0,12}?的)?"
    r"[^，。；、的\n]{0,12}?(?:思政课|思政第一课|法治课|开学第一课|法治第一课|党课|安全课|廉政课))”?(?=[，。；\n]|$)"
)
_TOLD = 7
"""The fewest characters that tell more than 讲专题党课."""
_GOES = re.compile(r"(?:走进|来到|深入|前往|[到赴在])了?")


def _lectures(reading: Reading) -> None:
    """县委书记甲走进某中学，|为师生讲授思政课: the first event that the body tells of, with its day."""
    for m in _LECTURE.finditer(reading.text, reading.body_start):
        sentence = reading.sentence(m.start())
        speakers = _hosts(reading, m.start())
        before = (e for e in events_of(reading).found if e.held and reading.body_start <= e.start < m.start())
        if (
            not speakers
            or any(before)
            or len(m["name"]) < _TOLD
            or not _DATED.search(reading.text, sentence.start, speakers[0].start)
        ):
            continue
        event = add_event(reading, m["name"], *m.span("name"), "other", "activity-lecture", 0.75)
        for speaker in speakers:
            reading.fact("SPOKE_AT", speaker.entity, event, (speaker.start, m.end()), "lecture-speaker", 0.85)
        for go in _GOES.finditer(reading.text, speakers[-1].end, m.start()):
            where = reading.name_at(go.end())
            if where is not None and where.start == go.end() and where.label in ("Place", "Organization", "Company"):
                reading.fact("HELD_IN", event, where.entity, (where.start, m.end()), "lecture-place", 0.8)
        return


_DATED = re.compile(r"\d日|近日|日前|昨[日天]|今[日天]|[上下]午")
