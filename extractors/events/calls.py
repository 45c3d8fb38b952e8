"""Calls that leaders pay: whom they saw or greeted, what they looked round, told with its day and beside no other visit."""

from __future__ import annotations

import re

from extractors.events.meeting import events_of
from extractors.events.occasion import PASSED_ON, add_event, again
from extractors.events.venues import places_at
from extractors.events.visits import add_visit, visit_at
from extractors.names.holders import is_reporter
from extractors.reading import Mention, Reading

_VERB = "视察慰问|看望慰问|(?:亲切)?看望(?!慰问)|(?:共同|一同|一起)?参观了?(?!了|学习|考察|访问|团|者)"
_CALL = re.compile(
    rf"(?P<name>(?:[同与](?P<with>[^，。；：\n]{{2,30}}?))?(?P<verb>{_VERB})(?P<what>[^，。；：\n并]{{3,60}}))(?=[，。；\n]|并|$)"
)
_WHERE = re.compile(r"在(?P<where>[^，。；：、在]{1,20})\Z")
_DAY = re.compile(r"\d日|[今昨][日天]")
_FOR = re.compile("(?:代表|受)[^，。；]{0,16}\\Z")  # 甲|代表总书记乙|看望…
_PLANNED = re.compile(r"(?<!即)将|拟|计划|希望|邀请|期间|[前后]，|中，")


def read(reading: Reading) -> None:
    """Add the calls: 副主席甲12日下午在某礼堂|看望参加报道的新闻工作者; 甲在某市|同乙国总理丙共同参观某集团总部."""
    if "看望" not in reading.text and "参观" not in reading.text and "视察慰问" not in reading.text:
        return
    for m in _CALL.finditer(reading.text, reading.body_start):
        _call(reading, m)


def _call(reading: Reading, m: re.Match[str]) -> None:
    text, sentence = reading.text, reading.sentence(m.start())
    hosts = _hosts(reading, sentence.start, m.start())
    if (
        not hosts
        or not _opens(reading, sentence.start)
        or (visit_at(reading, m.start()) is not None and not _next(reading, m))
    ):
        return
    if any(e.held and sentence.start <= e.start < sentence.end for e in events_of(reading).found):
        return
    lead = text[sentence.start : m.start()]
    if _DAY.search(lead) is None or _PLANNED.search(lead) or PASSED_ON.search(lead):
        return
    visit = add_event(reading, m["name"], *m.span("name"), "visit", "activity-call", 0.75)
    guests = list(reading.names(*m.span("with"), "Person")) if m["with"] else []
    for leader in (*hosts, *guests):
        reading.fact("LED", leader.entity, visit, (min(leader.start, m.start()), m.end()), "call-leader", 0.85)
    where = _WHERE.search(text, hosts[-1].end, m.start())
    for place in places_at(reading, *where.span("where")) if where is not None else ():
        reading.fact("HELD_IN", visit, place, (where.start() if where else 0, m.end()), "call-place", 0.85)
    add_visit(reading, visit, sentence.start, [leader.entity for leader in (*hosts, *guests)])
    title = _CALL.search(text, 0, reading.body_start) if sentence.start == reading.body_start else None
    if title is not None and title["what"][-_SAME:] in m["what"]:
        again(reading, visit, title["name"], *title.span("name"))


_SAME = 4
"""How many characters at the end of what the title says tell that the body speaks of the same."""


def _hosts(reading: Reading, start: int, stop: int) -> list[Mention]:
    """Return the person, or the row of persons, that the sentence names before the verb."""
    named = [p for p in reading.names(start, stop, "Person") if not is_reporter(p.entity)]
    named = [p for p in named if _FOR.search(reading.text, start, p.start) is None]
    return reading.row_to(named[-1]) if named else []


def _opens(reading: Reading, start: int) -> bool:
    """Tell whether a sentence opens the body or a paragraph of it."""
    return not reading.text[reading.body_start : start].strip() or reading.text.endswith("\n", 0, start)


def _next(reading: Reading, m: re.Match[str]) -> bool:
    """Tell whether the visit that goes on is a call, too: what is told with a day of its own is another."""
    last = visit_at(reading, m.start())
    return last is not None and _CALL.fullmatch(last.entity.name) is not None
