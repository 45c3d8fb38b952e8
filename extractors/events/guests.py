"""Roles that a wording of its own tells: who was listened to, helped on the spot, came as a guest."""

from __future__ import annotations

import re

from extractors.events.meeting import events_of
from extractors.events.venues import held_in
from extractors.reading import Mention, Reading
from extractors.text import Span

_REPORTED = re.compile(r"听取了?(?P<who>[^，。；]{2,40}?)(?:所?作的?|关于)[^，。；]{0,90}?(?:报告|汇报|说明|通报|介绍)")
_REPORTED_TOO = re.compile(r"(?P<who>[^，。；]{2,40}?)所?作的?关于[^，。；]{0,90}?(?:报告|汇报|说明|通报|介绍)")


def heard(reading: Reading, clause: Span) -> None:
    """会议听取了某委员会主任甲作的关于…的报告，副主任乙作的关于…的报告: who reported, at the meeting that listened."""
    m = _REPORTED.search(reading.text, clause.start, clause.end)
    if m is None and "听取" in reading.text[reading.sentence(clause.start).start : clause.start]:
        m = _REPORTED_TOO.match(reading.text, clause.start, clause.end)
    event = events_of(reading).held_before(clause.start, "Meeting") if m is not None else None
    if m is None or event is None:
        return
    for person in reading.names(*m.span("who"), "Person"):
        reading.fact("SPOKE_AT", person.entity, event, (person.start, m.end()), "role-reported", 0.82)


_HELPERS = re.compile(
    r"(?:等(?:\d+|多)?[家个]?(?:有关|相关)?(?:单位|部门|机构|医院|学校|企业)?)?的?(?:志愿者|医护人员|医务人员|工作人员|专家|医生|民警|干警|党员|青年)们?"
)
_ON_THE_SPOT = re.compile(r"\s*(?:在?(?:活动|义诊|宣传|启动仪式)?现场|活动中|活动当天|当天)")


def helped(reading: Reading, sentence: Span) -> None:
    """活动现场，县红十字会、县中医院等单位的志愿者为…: the bodies whose people do the work of an activity."""
    if _ON_THE_SPOT.match(reading.text, sentence.start) is None:
        return
    event = events_of(reading).held_before(sentence.start, "Activity", ahead=False)
    for body in reversed(list(reading.names(sentence.start, sentence.end, "Agency", "Company", "Organization"))):
        joined = reading.text.startswith(("、", "和"), body.end) and any(
            fact.rule == "role-helped" and fact.start == body.end + 1 for fact in reading.facts
        )
        if event is not None and (joined or _HELPERS.match(reading.text, body.end)):
            reading.fact("ATTENDED", body.entity, event, (body.start, body.end), "role-helped", 0.75)


_MEANWHILE = re.compile(r"(?:出席|参加)[^，。；]{3,30}?期间")
_GUEST_OF = re.compile(r"(?:来华|来京)?(?:出席|参加)(?P<event>[^，。；的]{3,30})的(?P<who>[^，。；的]{2,30})")


def guests(reading: Reading, clause: Span) -> None:
    """会见来华出席某论坛的某国总理甲: the guest attends what he came for."""
    for m in _GUEST_OF.finditer(reading.text, clause.start, clause.end):
        event = next((e for e in events_of(reading).found if m.start("event") <= e.start < m.end("event")), None)
        person = next(reading.names(*m.span("who"), "Person"), None) if event is not None else None
        if event is not None and person is not None:
            reading.fact("ATTENDED", person.entity, event.entity, m.span(), "role-guest", 0.82)


_INVITED = re.compile(r"(?:来华)?(?:出席|参加)(?P<event>[^，。；：]{2,30})的[^，。；：]{2,12}(?:有|包括)：")


def invited(reading: Reading, sentence: Span) -> None:
    """来华出席开幕式的外国领导人有：甲、乙: all of the list attend."""
    m = _INVITED.search(reading.text, sentence.start, sentence.end)
    events = events_of(reading).found if m is not None else []
    if m is None or not events:
        return
    named = [e for e in events if m.start("event") <= e.start < m.end("event")]
    short = [e for e in events if e.entity.name.endswith(m["event"])]
    event = next(iter(named or short), None)
    for person in reading.names(m.end(), sentence.end, "Person") if event is not None else ():
        if event is not None:
            reading.fact("ATTENDED", person.entity, event.entity, (m.start(), person.end), "role-invited", 0.82)


def meanwhile(reading: Reading, clause: Span, names: list[Mention]) -> None:
    """甲在某地出席某峰会期间会见…: the event that is going on there, beside the one of the clause."""
    m = _MEANWHILE.search(reading.text, clause.start, clause.end)
    going_on = [e for e in events_of(reading).found if m and m.start() < e.start < m.end() and not e.held]
    if m is None or not going_on:
        return
    event = going_on[0]
    held_in(reading, event)
    for person in names:
        if person.label == "Person" and person.end <= m.start():
            reading.fact("ATTENDED", person.entity, event.entity, (person.start, m.end()), "role-meanwhile", 0.82)
