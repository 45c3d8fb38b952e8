"""What every activity has: its entity, its further mentions, its day."""

from __future__ import annotations

import re

from extractors.dates import DateMention, find_dates
from extractors.events.event_days import set_for
from extractors.events.meeting import Event, events_of
from extractors.events.visits import is_visit
from extractors.notice import is_notice
from extractors.reading import Entity, Reading
from extractors.text import Span, is_heading, piece_at

CEREMONY = re.compile(
    r"(?:(?:揭牌|挂牌|授牌|签约|启动|开工|奠基|捐赠|颁奖|发布)(?:、|和|及|暨))?(?:集中)?(?:开工签约仪式|签约仪式|开工仪式|奠基仪式|启动仪式|启动式(?!样)|结业式|揭牌仪式|竣工仪式|通车仪式|开幕式|闭幕式|开幕仪式|投产仪式|授牌仪式|颁奖仪式|颁奖典礼|颁发任命书仪式|宣誓仪式|捐赠仪式|挂牌仪式|交付仪式|入列仪式|发车仪式|"
    r"合龙仪式|点火仪式|开学典礼|毕业典礼|落成典礼|奠基典礼|竣工典礼|颁奖典礼|发布仪式|首发仪式|集中开工(?:活动)?|集中签约(?:活动)?|动工仪式|落成仪式|剪彩仪式|开班式|开班仪式|欢迎仪式|迎接仪式|纪念仪式|公祭仪式|仪式)"
)


def add_event(
    reading: Reading,
    name: str,
    start: int,
    end: int,
    kind: str,
    rule: str,
    confidence: float,
    *,
    held: bool = True,
    planned: bool = False,
) -> Entity:
    """Return the activity of this name, added with the day of its sentence unless it is only spoken of.

    `held` False says that it takes place elsewhere: nobody of this article speaks there. Nor do they where it is
    `planned`, or told of beside something else.
    """
    entity = reading.entity("Activity", name, kind=kind)
    reading.mention(entity, start, end, rule, confidence)
    told = _told_of(reading, start, end)
    events_of(reading).found.append(Event(entity, start, end, held=held and not (told or planned), planned=planned))
    if not told:
        dated(reading, entity, start, end)
    return entity


PASSED_ON = re.compile(r"传达|学习(?!教育)|贯彻(?!(?:落实|执行|实施)?[^，。；]{0,6}(?:情况|意见))")
"""传达学习…在某地考察时的讲话精神: what stands behind is only spoken of."""
PURPOSE = re.compile(
    r"[\d月日上下午近日，]{0,14}为(?:了|进一步|深入|全面|认真|切实|扎实){0,3}(?:学习|贯彻)[^，。；]{4,80}，"
)
"""为贯彻落实某次会议精神，: why the sentence's people do something; nothing is passed on."""
_SPOKEN_AT = re.compile(r"(?:期间)?(?:上|时)的?(?:重要)?(?:讲话|致辞|指示|发言)的?精神")


def _told_of(reading: Reading, start: int, end: int) -> bool:
    """传达学习了…在…开班式上的重要讲话精神: the event is spoken of and does not take place here."""
    return bool(
        _SPOKEN_AT.match(reading.text, end) and PASSED_ON.search(reading.text, reading.sentence(start).start, start)
    )


def dated(reading: Reading, entity: Entity, start: int, end: int) -> None:
    """The day of an activity stands in its sentence; the first sentence that has one counts."""
    weak: set[Entity] = reading.memory.setdefault("dates in names", set())
    if "date" in entity.properties and entity not in weak:
        return
    sentence = reading.sentence(start)
    dates = find_dates(reading.text, sentence.start, sentence.end, reading.date)
    usable = [d for d in dates if d.first_day and d.kind in ("day", "month", "interval")]
    usable = [d for d in usable if not _in_speech(reading.text, end, d)]
    said = [d for d in usable if not start <= d.start < end]
    if said:
        weak.discard(entity)
    elif usable:  # 2023年12月…集中签约仪式 has its own day, told later
        weak.add(entity)
    usable = said or ([] if "date" in entity.properties else usable)
    if usable:
        near = min(usable, key=lambda d: (not set_for(reading.text, end, d), d.start > end, abs(d.start - start)))
        entity.properties["date"] = near.first_day


_SAYS = re.compile("强调|指出|要求|表示|提出|[，：]要")
_DUE = re.compile("[底末初]?之?前")


def _in_speech(text: str, end: int, day: DateMention) -> bool:
    """Tell whether a date behind the event is in what is said there, or a day by which something is due."""
    return day.start > end and (_SAYS.search(text, end, day.start) or _DUE.match(text, day.end)) is not None


def settle_days(reading: Reading) -> None:
    """Give the events that take place without a day of their own the only day that the article names, if it is one.

    A month told by an event's name (10月份新项目集中开工仪式) becomes the day in it. A notice tells of what is to come.
    """
    weak: set[Entity] = reading.memory.get("dates in names", set())
    for event in events_of(reading).found:
        if event.held and _undated(event.entity, weak) and (day_before := _same_day(reading, event.start)):
            event.entity.properties["date"] = day_before
            weak.discard(event.entity)
    open_ended = [e.entity for e in events_of(reading).found if e.held and _undated(e.entity, weak)]
    if not open_ended or is_notice(reading):
        return
    found = find_dates(reading.text, reading.body_start, len(reading.text), reading.date)
    days = {d.first_day for d in found if d.kind == "day" and d.first_day and len(d.first_day) == 10}
    if len(days) != 1:
        return
    day = days.pop()
    if reading.date and day[: len(reading.date)] > reading.date:
        return  # a day to come
    for entity in open_ended:
        if day.startswith(entity.properties.get("date", "")):
            entity.properties["date"] = day


_SAME_DAY = re.compile(r"[ 　]{0,4}(?:[同当][日天](?:[上下]午|晚上?)?|[上下]午|当晚)，")


def _same_day(reading: Reading, at: int) -> str | None:
    """同日下午，县长甲主持召开…: return the day that was told last before such a sentence."""
    sentence = reading.sentence(at)
    if sentence.start <= reading.body_start or _SAME_DAY.match(reading.text, sentence.start) is None:
        return None
    days = find_dates(reading.text, reading.body_start, sentence.start, reading.date)
    told = [d.first_day for d in days if d.kind == "day" and d.first_day and len(d.first_day) == _WHOLE_DAY]
    return told[-1] if told else None


_WHOLE_DAY = len("2025-04-01")
_UPON = re.compile(
    r"(?:(?<=[。！？\n])|\A) {0,4}+(?:在)?(?:随后|之后|当天|会后)?(?:召开|举行)?的?(?P<kind>(?:委员长|主席|主任|常务|党组|座谈|推进|部署|动员|调度|现场|汇报|研讨|交流|培训|表彰|总结|专题|反馈|联席|对接|推介|恳谈|分析|督办|工作)?会议?|大会|(?:开幕|闭幕|启动|签约|揭牌|开工)?(?:仪式|式))(?:上|中)，"
)


def told_on(reading: Reading) -> None:
    """座谈会上，…: what follows is told of the meeting that was named before, not of the visit that it ended."""
    events = events_of(reading)
    for m in _UPON.finditer(reading.text, reading.body_start):
        before = [e for e in events.found if e.held and e.start < m.start() and not e.joined]
        if not before:
            continue
        kind = m["kind"]
        if kind in ("会", "会议"):
            visited = is_visit(reading, before[-1].entity)
            named = [e for e in before if e.entity.label == "Meeting"] if visited else []
        else:
            named = [e for e in before if e.entity.name.endswith(kind)]
        if named and named[-1] is not before[-1]:
            events.found.append(Event(named[-1].entity, m.start("kind"), m.end("kind"), held=True))
            reading.mention(named[-1].entity, *m.span("kind"), "event-told-on", 0.75)
    events.found.sort(key=lambda e: (e.start, e.end))
    _told_on_whole(reading)


# 全县某推进会召开: …在某镇召开座谈会。县长甲出席|会议|并讲话
_WHOLE_MEETING = re.compile("(?:出席|参加|主持)了?(?P<name>会议)(?=[，。；并]|$)")


def _told_on_whole(reading: Reading) -> None:
    """Speak of the meeting of the title again where 会议 is attended after a 座谈会 without a name that was part of it."""
    events = events_of(reading)
    titled = next((e.entity for e in events.found if e.end <= reading.body_start and e.entity.label == "Meeting"), None)
    if titled is None:
        return
    for m in _WHOLE_MEETING.finditer(reading.text, reading.body_start):
        last = events.held_before(m.start(), "Meeting", ahead=False)
        if last is not None and last is not titled and last.name == "座谈会":
            events.found.append(Event(titled, *m.span("name"), held=True))
            events.found.sort(key=lambda e: (e.start, e.end))


def opening_of(reading: Reading, position: int) -> int:
    """Return where the first sentence of the article, or of its piece of news, begins: behind the lines that head it."""
    begins = max(reading.body_start, piece_at(reading.pieces, position).start)
    told = (s for s in reading.sentences if s.end > begins and not (s.start < position and is_heading(reading.text, s)))
    return max(begins, next(told, Span(begins, begins)).start)


def _undated(entity: Entity, weak: set[Entity]) -> bool:
    return "date" not in entity.properties or entity in weak


def again(reading: Reading, entity: Entity, name: str, start: int, end: int, *, held: bool = True) -> None:
    """Record a further mention of an activity, and the day that its sentence gives."""
    reading.alias(entity, name)
    reading.mention(entity, start, end, "activity-again", 0.7)
    events_of(reading).found.append(Event(entity, start, end, held=held))
    dated(reading, entity, start, end)
