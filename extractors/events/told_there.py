"""Who speaks or takes part where the words only point at it: 他说 behind a clause, a paragraph that tells of one event."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.events.meeting import events_of
from extractors.events.visits import is_visit
from extractors.names.holders import is_reporter
from extractors.reading import Entity, Mention, Reading
from extractors.text import piece_at

_HE_SAYS = re.compile(
    r"(?:[，。；！？”\n])(?P<he>[他她](?:还|同时|最后|也|随后|当场|现场|[对向][^，。；“”]{2,12})?(?:表示|指出|强调|要求(?!的)|说(?:道)?|认为|希望(?!的)|建议|提出|叮嘱|勉励|坦言|介绍说?))(?=[，：。])"
)


def said_by_pronoun(reading: Reading) -> Iterator[tuple[Mention, int]]:
    """Yield the person that 他 means where he says something, with where he does.

    The only one whom the sentence names before, or where it names none, the sentence before: 县长甲仔细询问进度，他说，….
    """
    for m in _HE_SAYS.finditer(reading.text, reading.body_start):
        at = m.start("he")
        sentence = reading.sentence(at)
        low = sentence.start
        people = _people(reading, low, at)
        if not people and low > reading.body_start and low == at:
            people = _people(reading, reading.sentence(low - 1).start, low)
        if people and len({p.entity for p in people}) == 1:
            yield people[-1], at


def _people(reading: Reading, start: int, stop: int) -> list[Mention]:
    return [p for p in reading.names(max(start, reading.body_start), stop, "Person") if not is_reporter(p.entity)]


_THERE = re.compile(
    r"(?m)(?:^|[。！？”])[ 　]{0,4}[^，。；\n]{0,8}(?:仪式上|开幕式上|活动中|活动上|活动现场|论坛上|大会上|推介会上|庭审中|大赛上|节上)，"
)


def at_occasion(reading: Reading, person: Entity, position: int, event: Entity | None) -> bool:
    """签约仪式上，县长甲…。某公司董事长乙|表示，…: a paragraph that tells of an occasion throughout, and who holds a post."""
    line = reading.text.rfind("\n", 0, position) + 1
    if event is None or is_visit(reading, event) or reading.text[position - 1] == "据":
        return False
    there = [m.end() for m in _THERE.finditer(reading.text, line, position)]
    ended = not there or _AFTERWARDS.search(reading.text, there[-1], position) is not None
    return not ended and reading.has_fact("HOLDS_POST", person)


_AFTERWARDS = re.compile("会后|活动结束|仪式结束|采访|记者|告诉|活动后|仪式后|去年|目前|近年")


_AT_MEETING = re.compile("会上，")


def _named_in(reading: Reading, event: Entity | None, talk: Entity, stop: int) -> bool:
    """会见来华出席|某峰会|的甲: tell whether an event has only been named in what a talk is called."""
    found = [e for e in events_of(reading).found if e.start < stop]
    inner = [e for e in found if e.entity is event]
    talks = [e for e in found if e.entity is talk and talk in reading.memory.get("talks", ())]
    return bool(inner) and all(any(t.start < e.start and e.end <= t.end for t in talks) for e in inner)


_PRESENT = ("ATTENDED", "CHAIRED", "LED")


def where_present(
    reading: Reading, person: Entity, event: Entity | None, position: int, *, talk: bool = True
) -> Entity | None:
    """Return the event told of before at which the person is, where the last one told of, an activity, has others.

    甲主持政协常委会会议。会前，乙率队赴外地考察。|甲说: of the meeting. Who was received speaks at the `talk`, though
    he speaks of another event there; so does who receives a guest of another event.
    """
    mine = [f for f in reading.facts if f.source is person and f.start < position]
    there = [f for f in mine if f.type in _PRESENT]
    talks = [f for f in there if talk and (f.rule == "talk-guest" or _named_in(reading, event, f.target, position))]
    here = [f for f in mine if f.type in (*_PRESENT, "SPOKE_AT") and f.target is event and f.rule != "role-guest"]
    if event is None or not there or (here and not talks):
        return event
    if _AT_MEETING.search(reading.text, reading.sentence(position).start, position):
        talks = []  # 座谈会上，甲表示
    if talks and piece_at(reading.pieces, position) == piece_at(reading.pieces, talks[-1].start):
        return event if here and here[-1].start >= talks[-1].start else talks[-1].target
    if event.label != "Activity":
        return event
    others = any(f.type in _PRESENT and f.target is event for f in reading.facts)
    held = {e.entity for e in events_of(reading).found if e.held and e.start < position}
    meetings = [f.target for f in there if f.target in held and f.target.label == "Meeting"]
    return meetings[-1] if others and meetings else event
