"""What goes on inside a session: a delegation's deliberation that leaders join, the lecture that follows a closing meeting."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors.dates import find_dates
from extractors.events.meeting import Event, date_event, events_of
from extractors.lexicon import HAN
from extractors.reading import Entity, Reading

_JOINED = re.compile(
    rf"参加了?(?:[他她]所在的)?(?:[^，。；]{{0,20}}?会议)?(?P<name>(?!各|全体)[{HAN}]{{2,8}}?代表团(?:全体会议)?(?:审议|讨论))(?=[，。；时 \n]|$)"
)
_CAME = re.compile(
    r"来到[他她]所在的[^，。；]{2,12}?代表团，[同与和]代表们?(?:一起|共同|一道)(?P<name>(?:审议|讨论)[^，。；]{0,20})(?=[，。；])"
)
_JOINT = re.compile(rf"参加了?(?:[他她]们的)?(?P<name>[{HAN}]{{0,10}}?(?:联组会议?|联组讨论))(?=[，。；时 \n]|$)")
_SEES_MEMBERS = re.compile(r"(?P<name>看望了?(?:出席|参加)[^，。；\n]{4,48}?(?:委员|代表)们?)(?=[，。；\n]|并|时)")
# 委员甲应邀作题为“…”的|学习讲座
_LECTURE = re.compile(
    r"作了?(?P<full>(?:题|主题)为“[^”\n]{2,60}”的(?P<name>学习讲座|专题讲座|辅导讲座|专题辅导|辅导报告|专题报告))(?=[，。；])"
)


def read(reading: Reading) -> None:
    """Add the deliberation that the article is about, under all its names, and each lecture."""
    if "代表团" in reading.text:
        _deliberations(reading)
    if "联组" in reading.text:
        _joint_meetings(reading)
    for m in _LECTURE.finditer(reading.text, reading.body_start) if "为“" in reading.text else ():
        lecture = reading.entity("Meeting", m["name"])
        _held(reading, lecture, m, "meeting-lecture")
        reading.alias(lecture, m["full"])


def _deliberations(reading: Reading) -> None:
    found = (*_JOINED.finditer(reading.text), *_CAME.finditer(reading.text, reading.body_start))
    _one(reading, found, "Meeting", "ATTENDED")


def _joint_meetings(reading: Reading) -> None:
    """看望参加某次会议的教育界委员，并参加联组会: whom a leader sees, and the meeting of several circles that he joins."""
    _one(reading, _SEES_MEMBERS.finditer(reading.text), "Activity", "LED")
    _one(reading, _JOINT.finditer(reading.text), "Meeting", "ATTENDED")


def _one(reading: Reading, found: Iterable[re.Match[str]], label: str, part: str) -> None:
    """Add the event that these speak of, one for each delegation named, and the part in it of the person named before each."""
    known: Entity | None = None
    by_delegation: dict[str, Entity] = {}
    for m in sorted(found, key=re.Match.start):
        delegation, named, _ = m["name"].partition("代表团")
        known = by_delegation.get(delegation) if named and by_delegation else known
        if known is None:
            known = reading.entity(label, m["name"])
            if label == "Activity":
                known.properties.setdefault("kind", "other")
        if named:
            by_delegation.setdefault(delegation, known)
        _held(reading, known, m, "meeting-deliberation")
        *_, person = (None, *reading.names(reading.sentence(m.start()).start, m.start(), "Person"))
        for one in reading.row_to(person) if person is not None else ():
            reading.fact(part, one.entity, known, (one.start, m.end()), "deliberation-joined", 0.85)


def _held(reading: Reading, entity: Entity, m: re.Match[str], rule: str) -> None:
    start, end = m.span("name")
    reading.alias(entity, m["name"])
    reading.mention(entity, start, end, rule, 0.8)
    events_of(reading).found.append(Event(entity, start, end, held=True))
    sentence = reading.sentence(start)
    if "date" not in entity.properties and find_dates(reading.text, sentence.start, start, reading.date):
        date_event(reading, entity, start, end)
