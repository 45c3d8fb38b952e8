"""Visits that no verb of inspecting tells: what the people of a meeting saw before it, who came here, whom a body called on."""

from __future__ import annotations

import re

from extractors.dates import find_dates
from extractors.events import calls
from extractors.events.meeting import events_of
from extractors.events.occasion import add_event, opening_of
from extractors.events.openers import openers
from extractors.events.venues import places_at
from extractors.events.visits import Visit, add_visit, visits_of
from extractors.lexicon import HAN
from extractors.names.holders import is_reporter
from extractors.reading import Mention, Reading


def read(reading: Reading) -> None:
    """Add the visits around a meeting, those of teams and guests who came, and what a body does for people somewhere."""
    _around(reading)
    _teams(reading)
    _guests(reading)
    _called_on(reading)
    calls.read(reading)


_SEES = "参观|观摩|走访|考察|察看|查看|调研|检查|看望|慰问|视察"
AROUND = re.compile(
    rf"(?:(?<=[。！？\n])|\A)[ 　]{{0,4}}(?:(?:(?:\d{{1,2}}月)?\d{{1,2}}日(?:[上下]午)?，)?(?=与会|参会)|(?:会议?|签约|开幕|揭牌|开工|[访来抵][{HAN}]{{0,3}}|[{HAN}]{{0,6}}(?:大会|座谈会|推介会|推进会|现场会|对接会|仪式|开幕式|闭幕式|活动|论坛|培训班?|学习会?))(?:召开|开始|结束|举行)?(?:之?[前后]|前[一两]?[日天]|期间|间隙|结束后)，)"
    rf"(?P<who>(?:(?!将)[^，。；]){{2,30}}?)(?:一行)?(?:还|先后|一同|分别|集中|共同|首先|实地|现场|乘车)*?(?P<said>(?:实地|现场)?(?:{_SEES})了?(?![{HAN}]{{0,4}}组)[^，。；\n]{{2,80}}"
    rf"|(?:前往|深入|走进|来到|到|赴)[^，。；\n]{{2,50}}?，?(?:实地|现场|集中)?(?:{_SEES})[^，。；\n]{{2,60}})(?=[，。；])"
)
"""会前，与会代表|参观了甲基地和乙展厅: a visit beside the meeting, whoever leads the article's own."""


def _around(reading: Reading) -> None:
    for m in AROUND.finditer(reading.text, reading.body_start):
        name = m["said"]
        # what is said later is said at the meeting
        visit = add_event(reading, name, *m.span("said"), "visit", "activity-around", 0.75, planned=True)
        who = [p.entity for p in reading.names(m.start("who"), m.start("said"), "Person") if not is_reporter(p.entity)]
        for person in who:
            reading.fact("LED", person, visit, (m.start("who"), m.end()), "around-leader", 0.8)
        visits_of(reading).append(Visit(visit, m.start(), who, reading.sentence(m.start()).end))


# “看变化”网络媒体采风团走进我县。: in the title, or where the article or its piece begins
_TEAM = re.compile(
    rf"(?:(?<=[。！？\n 】●◆▲■★])|\A)[ 　]{{0,4}}(?:(?:\d{{1,2}}月)?\d{{1,2}}日，|近日，|日前，|[昨今][日天]，)?(?P<name>(?:“[^“”\n]{{2,20}}”)?[{HAN}\d]{{0,16}}?(?:采风团|采访团|参访团|参观团|研学团|访问团|踏线团)(?:一行)?(?:\d+[余多]?人)?(?:走进|来到|抵达|莅临|到访)(?P<where>[{HAN}]{{2,12}}))(?=[，。\n])"
)


def _teams(reading: Reading) -> None:
    for m in _TEAM.finditer(reading.text):
        if events_of(reading).overlapping(m.start("name"), m.end()) is not None:
            continue
        visit = add_event(reading, m["name"], *m.span("name"), "visit", "activity-team", 0.75)
        for place in reading.names(*m.span("where"), "Place"):
            reading.fact("HELD_IN", visit, place.entity, m.span("name"), "team-place", 0.8)
        add_visit(reading, visit, m.start("name"), [])


# 甲集团总监某某|带队来某市，看了…
_CAME = re.compile(
    rf"(?P<name>(?:带队|率队|率[^，。；]{{2,16}}?(?:代表团|考察团|团队|一行))(?:来|到|赴|莅临|走进)(?P<where>(?!会)[{HAN}]{{1,12}}?))，(?:[^，。；\n]{{0,20}}?(?:看了?|参观|考察|对接|洽谈|座谈|走访|察看|查看|了解|学习|交流))"
)


_BEFORE = re.compile("此前|之前|前不久|早些时候|上个?月|去年")
"""What tells that guests came before what the article is about."""


def _guests(reading: Reading) -> None:
    for m in _CAME.finditer(reading.text, reading.body_start):
        leader = reading.name_ending_at(m.start(), "Person")
        near, known = next(reading.names(*m.span("where"), "Place"), None), events_of(reading).overlapping(*m.span())
        if leader is None or near is None or near.end != m.end("where") or known is not None:
            continue
        sentence = reading.sentence(m.start())
        earlier = _BEFORE.search(reading.text, sentence.start, m.start()) is not None
        visit = add_event(reading, m["name"], *m.span("name"), "visit", "activity-came", 0.75, planned=earlier)
        reading.fact("LED", leader.entity, visit, (leader.start, m.end()), "came-leader", 0.85)
        reading.fact("HELD_IN", visit, near.entity, (leader.start, m.end()), "came-place", 0.85)
        visits_of(reading).append(Visit(visit, sentence.start, [leader.entity], sentence.end))


# 某分局日前|走进某产业园，为12户茶企开展辅导; 志愿服务队|在某社区为老人理发、量血压
_CALLED_ON = re.compile(
    r"(?P<name>(?:走进|深入|来到|前往|赴|(?<![达受感收看听想遇得签])到(?![位期])|在(?![建线]))(?P<where>[^，。；“”\n]{2,24}?)，?"
    r"(?P<what>(?:为|给|向|与)(?P<whom>[^，。；、\n]{1,12}?(?:户|家|企业|老人|群众|居民|村民|学生|师生|孩子|儿童|毕业生|青年|劳动者|新人|家长|残疾人|职工|工人|农户|茶农|果农|菜农|官兵|市民|游客|党员|司机|骑手)们?)(?![的与和])[^，。；：\n]{2,30}))(?=[，。；])"
)
_GIVES = re.compile(
    "开展|进行|送|提供|讲解|宣讲|宣传|解答|理发|义诊|量血压|测量|发放|捐赠|赠送|辅导|上门|打扫|清扫|检修|维修|办理|普及|包饺子|表演|演出|慰问|上了?一[堂节]|讲授"
)
_VOLUNTEERS = re.compile(
    rf"(?:志愿(?:服务)?|服务|宣讲|医疗|义诊|小)(?:队|分队|团)(?:队员)?(?:\d+[余多]?[名人])?[{HAN}]{{0,2}}\Z"
)


def _called_on(reading: Reading) -> None:
    """Read what a body or its volunteers do for people at a place, told with its day where the article or piece opens."""
    for m in _CALLED_ON.finditer(reading.text, reading.body_start):
        sentence = reading.sentence(m.start())
        known = events_of(reading).overlapping(*sentence)
        if sentence.start != opening_of(reading, m.start()) or known is not None:
            continue
        if _GIVES.search(m["what"]) is None or _HABIT.search(reading.text, sentence.start, m.end()):
            continue
        days = find_dates(reading.text, sentence.start, m.start(), reading.date)
        if not any(day.kind == "day" for day in days) and not _SOME_DAY.search(reading.text, *sentence):
            continue
        row = openers(reading, sentence.start, m.start()) or _whose_volunteers(reading, sentence.start, m.start())
        named = next(reading.names(sentence.start, m.start(), "Person"), None)
        if named is not None or not (row or _VOLUNTEERS.search(reading.text, sentence.start, m.start())):
            continue
        visit = add_event(reading, m["name"], *m.span("name"), "visit", "activity-called-on", 0.7)
        for body in row:
            reading.fact("LED", body.entity, visit, (body.start, m.end()), "called-on-by", 0.75)
        visits_of(reading).append(Visit(visit, sentence.start, [body.entity for body in row], sentence.end))
        for place in places_at(reading, *m.span("where")):
            reading.fact("HELD_IN", visit, place, m.span(), "called-on-at", 0.75)


def _whose_volunteers(reading: Reading, start: int, stop: int) -> list[Mention]:
    """Return the body whose volunteers go: 某供电公司|党员服务队走进…."""
    bodies = reading.names(start, stop, "Agency", "Company", "Organization")
    return [body for body in bodies if _ITS_VOLUNTEERS.fullmatch(reading.text, body.end, stop)]


_ITS_VOLUNTEERS = re.compile(rf"[{HAN}“”]{{0,10}}(?:服务队|志愿队|小分队|志愿者|突击队|宣讲团|医疗队)(?:队员)?")
_SOME_DAY = re.compile("近日|日前|[今昨当][日天]|[上下]午|为[^，。；]{4,40}，")
_HABIT = re.compile("以来|累计|每[年月周天逢]|经常|常年|长期|多次|已|将|要")
