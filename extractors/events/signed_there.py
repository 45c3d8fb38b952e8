"""Bodies and persons that sign an agreement at a signing ceremony: they were there."""

from __future__ import annotations

import re

from extractors.events.meeting import events_of
from extractors.events.visits import is_visit
from extractors.reading import Mention, Reading
from extractors.text import Span

_BODIES = ("Agency", "Company", "Organization")
_SIGNS = re.compile(
    r"(?:现场|当场|分别|集中|成功|正式|依次|共同|还|达成[^，。；]{0,8}并){0,3}(?:签约|签署了?|签订了?|签下了?|签了|签(?=约|字))(?!仪式|活动|会|的|方|项目|暨)"
)
_WITH = re.compile(r"(?:等(?:\d+[余多]?)?[家个所名]?[\u4e00-\u9fff]{0,6})?(?:分别|代表)?[与和同]|、")
_ENDS = re.compile(r"(?:等(?:\d+[余多]?)?[家个所名]?[\u4e00-\u9fff]{0,6})?(?:负责人|代表)?")
_THERE = re.compile(
    r"[ 　]{0,4}(?:(?:活动|签约|启动|开幕)?仪式|开幕式|活动|大会|会议?|[\u4e00-\u9fff]{0,10}(?:会|节))(?:上|中|现场|当天|期间)，|[ 　]{0,4}(?:现场|当天)，"
)


def read(reading: Reading) -> None:
    """签约仪式上，某中学与某大学、某医院与某学院|分别签约: all of these attended, where the occasion is told of here."""
    if "签" not in reading.text:
        return
    for sentence in reading.sentences:
        if sentence.start < reading.body_start or "签" not in reading.text[sentence.start : sentence.end]:
            continue
        for m in _SIGNS.finditer(reading.text, sentence.start, sentence.end):
            _persons(reading, sentence, m)
            row = _row(reading, sentence, m.start())
            event = events_of(reading).held_before(m.start(), ahead=False) if len(row) > 1 else None
            if event is None or is_visit(reading, event) or not _CEREMONY.search(event.name):
                continue
            if not _told_here(reading, sentence, row[0].start):
                continue
            for body in row:
                if not reading.has_fact("CONVENED", body.entity, event):
                    reading.fact("ATTENDED", body.entity, event, (body.start, m.end()), "signed-there", 0.8)


_CEREMONY = re.compile("签约[^，。；]{0,12}(?:仪式|活动|会)\\Z|签字仪式\\Z")
_FOR_BOTH = re.compile(r"代表[^，。；]{2,40}[与和同]")


def _persons(reading: Reading, sentence: Span, m: re.Match[str]) -> None:
    """副县长甲代表县政府与某公司董事长乙|签约: both, at the signing that goes on."""
    if reading.name_ending_at(m.start(), "Person") is None:
        return
    low = max(sentence.start, *(reading.text.rfind(mark, 0, m.start()) + 1 for mark in "，；"))
    event = events_of(reading).held_before(low, ahead=False)
    if event is None or not _CEREMONY.search(event.name) or is_visit(reading, event):
        return
    if _FOR_BOTH.search(reading.text, low, m.start()) is None:
        return
    for person in reading.names(low, m.start(), "Person"):
        reading.fact("ATTENDED", person.entity, event, (low, m.end()), "signed-there", 0.8)


def _told_here(reading: Reading, sentence: Span, stop: int) -> bool:
    """Tell whether the sentence opens with 仪式上，, or tells of the occasion itself before."""
    if _THERE.match(reading.text, sentence.start, stop):
        return True
    return any(e.held and sentence.start <= e.start < stop for e in events_of(reading).found)


def _row(reading: Reading, sentence: Span, verb: int) -> list[Mention]:
    """Return the bodies that stand right before a verb, joined by 与 or 、, 与 at least once."""
    row: list[Mention] = []
    with_another = False
    for body in reversed(list(reading.names(sentence.start, verb, *_BODIES))):
        gap = reading.text[body.end : row[0].start if row else verb]
        if not (_WITH if row else _ENDS).fullmatch(gap) and not (row and gap in ("，", "；")):
            break
        with_another = with_another or gap.endswith(("与", "和", "同"))
        row.insert(0, body)
    return row if with_another else []
