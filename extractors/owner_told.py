"""Numbers of a meeting or a policy by the words around them: 13位委员作大会发言, 《某规划》提出15条举措."""

from __future__ import annotations

import re

from extractors.owner_events import held_events
from extractors.reading import Entity, Mention, Reading
from extractors.served import Owner
from extractors.text import Span

# 13位常委围绕“…”作大会发言, 6位代表走上“代表通道”
_SPEAK = re.compile(
    r"[^，。；\d]{0,12}(?:围绕|就|分别|先后|聚焦)?(?:“[^”]{2,60}”[^，。；“”]{0,6}|[^，。；“”]{0,30})(?:作|做)(?:了)?(?:大会|交流|主题|口头|书面)?发言|[^，。；\d]{0,10}(?:走上|亮相)“"
)
# 某某、官员|等400余名|嘉宾出席
_ROW = re.compile(r"等(?:近|约|超过?|逾|共|共计)?\Z")
_PRESENT = re.compile(r"[^，。；、]{0,12}(?:出席|参加(?![^，。]{0,4}[保险])|参会|与会|参展|参赛|到会)")
# 论坛在某市开幕，…，200余个非遗项目、500余名传承人|集中亮相
_SHOWN = re.compile(r"[^，。；]{0,24}(?:集中亮相|同台|参展|参赛|参会|展出|齐聚|同场|展开角逐)")
_OPENED = re.compile(
    r"[^。；\n]{0,60}?(?:开幕|举行|举办|召开|开启|启幕|拉开帷幕|开赛|闭幕)[^。；\n]{0,80}，\Z|[^。；\n]{0,60}?(?:开幕|举行|举办|召开|开启|启幕|拉开帷幕|开赛|闭幕)，[^。；\n]{0,80}\Z"
)


def of_meeting(reading: Reading, sentence: Span, start: int, end: int) -> list[Owner]:
    """Return the event of the sentence at which so many speak, are present or are shown."""
    text = reading.text
    speak = text[end - 1] in "位名人" and _SPEAK.match(text, end) is not None
    row = _ROW.search(text, max(sentence.start, start - 6), start) is not None and text[end - 1] in "位名人家个"
    if not speak and not (row and _PRESENT.match(text, end)) and not _SHOWN.match(text, end):
        return []
    event = _told_here(reading, sentence, start)
    return [Owner(event, 0.75, "told event")] if event is not None else []


def _told_here(reading: Reading, sentence: Span, start: int) -> Entity | None:
    """Return the event named last in the sentence before, and said to be held there."""
    for event in held_events(reading, start, sentence.start):
        ends = [m.end for m in event.mentions if sentence.start <= m.start and m.end <= start]
        if ends and _OPENED.match(reading.text, max(ends), start):
            return event
    return None


# 《某方案》提出了…等8项主要任务, 印发《某计划》，围绕…提出15条举措
_PROVIDES = re.compile(
    r"[》”）]?(?:，[^。；：\d]{0,60}?)?(?:提出|明确|部署|推出|包括|涵盖|安排|列出|制定|确定|共)了?[^。；\d]{0,40}\Z"
)
_ITEMS = re.compile(r"[条项个类方]")
# 印发《某规划》…。到2030年，…下降|10%
_BY_YEAR = re.compile(r"(?:《[^》]{2,30}》(?:提出|明确|要求)，|其中，)?(?:力争)?到20\d\d年(?:底)?，")
_ISSUED = re.compile(r"(?:印发|发布|公布|出台)了?《?\Z")
_IS_OUT = re.compile(r"》?(?:今天|近日|日前|正式)?(?:印发|发布|公布|出台)")


def of_policy(reading: Reading, sentence: Span, start: int, end: int) -> list[Owner]:
    """Return the policy whose measures are counted, or that sets the aim for a year."""
    text = reading.text
    if _ITEMS.match(text, end - 1) and text.find("》", max(0, sentence.start - 1), start) >= 0:
        policy = max(reading.names(sentence.start, start, "Policy"), key=lambda m: m.end, default=None)
        if policy is not None and _PROVIDES.match(text, policy.end, start) and not _others(reading, policy.end, start):
            return [Owner(policy.entity, 0.7, "policy")]
    if text.startswith("20", sentence.start + 1) and _BY_YEAR.match(text, sentence.start, start):
        before = reading.sentence(sentence.start - 1)
        issued = [m for m in reading.names(before.start, before.end, "Policy") if _is_issued(text, m)]
        if len({m.entity for m in issued}) == 1 and not _others(reading, sentence.start, start):
            return [Owner(issued[0].entity, 0.65, "policy aim")]
    return []


def _is_issued(text: str, policy: Mention) -> bool:
    before = _ISSUED.search(text, max(0, policy.start - 5), policy.start)
    return before is not None or _IS_OUT.match(text, policy.end) is not None


def _others(reading: Reading, start: int, stop: int) -> bool:
    """Tell whether somebody else is named there, whose number it may be."""
    return any(reading.names(start, stop, "Place", "Company", "Organization", "Project"))
