"""Visits of years ago that a feature recalls: 2021年春节前夕，某总书记来到某村，了解…; reports given on tour."""

from __future__ import annotations

import re

from extractors.events.meeting import events_of
from extractors.events.occasion import add_event
from extractors.events.venues import places_at
from extractors.events.visits import visit_at
from extractors.lexicon import HAN
from extractors.reading import Entity, Mention, Reading
from extractors.text import Span

_LOOKS = "看望|慰问|考察|调研|视察|察看|查看|了解|听取|参观|瞻仰|观看|同|与|向"
# 2016年春节前夕，习近平总书记|来到这里看望慰问乡亲们, |走进某航天发射场
_CAME = re.compile(
    rf"(?:总书记|同志|主席|总理|委员长)?(?:就|又|还|曾|专程|亲自|首次|再次|一路|冒雨|冒雪|踏雪|乘车){{0,2}}(?P<name>(?:来到|走进|到(?![位达了])|前往|登上)(?P<where>(?:(?!{_LOOKS})[{HAN}“”·、]){{2,24}}?)(?:，(?=他|{_LOOKS}))?(?P<what>(?:他)?(?:走进[^，。；]{{2,12}}，)?(?:{_LOOKS}|和)[^，。；]{{0,60}}?)?)(?=[，。；])"
)
_YEAR = re.compile(
    r"(?P<year>(?:19|20)\d\d)年|(?<!\d)\d{1,3}年前|[一两三四五六七八九十]年前|当年|那[年天]|那一[年天]|前夕|之际|去年"
)
_HERE = ("这里", "此地", "这片", "当地")
_OFTEN = re.compile("多次|每年|每逢|都会|先后|常常|经常|历次|一直")


def read(reading: Reading) -> None:
    """Add each visit that a leader is said to have paid in another year, with where it was, and the reports of a tour."""
    _recalled(reading)
    _reported(reading)


def _recalled(reading: Reading) -> None:
    if not any(word in reading.text for word in ("来到", "走进", "登上", "前往")):
        return
    for leader in list(reading.names(reading.body_start, None, "Person")):
        m = _CAME.match(reading.text, leader.end)
        sentence = reading.sentence(leader.start)
        if m is None or events_of(reading).overlapping(*m.span("name")) is not None:
            continue
        when = _YEAR.search(reading.text, sentence.start, leader.start)
        if when is None or _OFTEN.search(reading.text, sentence.start, m.end()) or _of_visit(reading, leader):
            continue
        places = _places(reading, m, sentence)
        if not places:
            continue
        name = reading.text[m.start("name") : m.end("name")]
        visit = add_event(reading, name, *m.span("name"), "inspection", "activity-recalled", 0.75, planned=True)
        if when["year"] is not None:
            visit.properties.setdefault("date", when["year"])
        reading.fact("LED", leader.entity, visit, (leader.start, m.end()), "recalled-led", 0.85)
        for place in places:
            reading.fact("HELD_IN", visit, place, (leader.start, m.end()), "recalled-at", 0.8)


def _of_visit(reading: Reading, leader: Mention) -> bool:
    """Tell whether the leader is on the visit that the article itself reports here."""
    visit = visit_at(reading, leader.start)
    return visit is not None and leader.entity in visit.leaders


def _places(reading: Reading, m: re.Match[str], sentence: Span) -> list[Entity]:
    """Return where the visit went: what its words name, or for 这里 the place named last in this sentence or the one before."""
    if not m["where"].startswith(_HERE):
        return places_at(reading, *m.span("where"))
    low = reading.sentence(max(sentence.start - 1, reading.body_start)).start
    named = list(reading.names(low, m.start(), "Place", "Organization", "Company", "Project"))
    return [named[-1].entity] if named else []


# 中央宣讲团成员、某部部长甲|在河南郑州作宣讲报告
_REPORTED = re.compile(
    rf"(?P<name>(?:在|到|赴|前往|走进|来到)(?P<where>[{HAN}（）“”]{{2,24}}?)，?(?:为[^，。；]{{2,16}})?作(?:了)?(?:[{HAN}“”]{{0,30}}?的?)?(?:宣讲报告|宣讲|专题报告|辅导报告|宣讲辅导))(?=[，。；])"
)
_MANNER = re.compile("(?:分别|先后|还|也|近日|日前|今天|昨天|[上下]午|\\d|[月日])*")


def _reported(reading: Reading) -> None:
    if "报告" not in reading.text and "宣讲" not in reading.text:
        return
    for m in _REPORTED.finditer(reading.text, reading.body_start):
        clause = max(reading.text.rfind(mark, 0, m.start()) for mark in "，；。\n") + 1
        people = list(reading.names(clause, m.start(), "Person"))
        known = events_of(reading).overlapping(*m.span("name")) is not None
        if known or not people or _MANNER.fullmatch(reading.text, people[-1].end, m.start()) is None:
            continue
        talk = add_event(reading, m["name"], *m.span("name"), "other", "activity-reported", 0.7)
        for person in people[-1:]:
            reading.fact("LED", person.entity, talk, (person.start, m.end()), "reported-led", 0.75)
            reading.fact("SPOKE_AT", person.entity, talk, (person.start, m.end()), "reported-there", 0.85)
        for place in places_at(reading, *m.span("where")):
            reading.fact("HELD_IN", talk, place, m.span(), "errand-at", 0.8)
