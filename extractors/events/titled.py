"""The event of the title and the one that the body tells of first are one, where their names say nearly the same."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from extractors.events.meeting import events_of
from extractors.reading import Entity, Reading

_IDLE = re.compile(
    r"\d{4}年?|[“”·《》]|全[省市县区旗州国]|我[省市县区]|首届|第[一二三四五六七八九十\d]+[届次]|[正隆]式?"
)
_NUMBER = re.compile(r"第[一二三四五六七八九十百\d]+[届次期批轮]|\d{4}(?=年)")
_KINDS = (
    ("活动", "行动", "月", "周", "季", "年"),
    ("节",),
    ("赛", "马拉松", "运动会"),
    ("演练", "演习", "拉练"),
    ("会", "会议", "论坛"),
    ("班", "培训"),
    ("仪式", "典礼", "开幕式", "启动式"),
)
_ALIKE = 0.66


def read(reading: Reading) -> None:
    """Make one of the title's only event and the first of its kind that the body tells of, if neither is told of elsewhere."""
    events = events_of(reading).found
    title = {e.entity for e in events if e.start < reading.body_start and e.held}
    body = [e for e in events if e.start >= reading.body_start and e.held]
    if len(title) != 1 or not body:
        return
    short, full = title.pop(), body[0].entity
    if any(e.entity is short for e in body) or any(e.entity is full for e in events if e.start < reading.body_start):
        return
    if short.label != full.label or not _same_kind(short, full) or not _alike(short.name, full.name):
        return
    for event in (e for e in events if e.entity is short):
        event.entity = full
    reading.merge(full, short)


def _same_kind(one: Entity, other: Entity) -> bool:
    kind = next((kinds for kinds in _KINDS if one.name.endswith(kinds)), None)
    return kind is not None and other.name.endswith(kind)


def _alike(one: str, other: str) -> bool:
    """Tell whether two names have most of their own words in common, and no other number or year."""
    numbers, others = _NUMBER.findall(one), _NUMBER.findall(other)
    if numbers and others and set(numbers) != set(others):
        return False
    one, other = _IDLE.sub("", one), _IDLE.sub("", other)
    short, full = sorted((one, other), key=len)
    rest = iter(full)
    return all(char in rest for char in short) or SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE
