"""What is passed on, studied, adopted or to be carried out: CITES from meetings and directives."""

from __future__ import annotations

import re

from extractors.events.meeting import Event, events_of
from extractors.notice import issuers
from extractors.reading import Entity, Mention, Reading

_VERB = re.compile(
    r"传达学习|传达|学习贯彻|学习|审议通过|审议并通过|审议|审定|讨论并原则通过|讨论|原则通过|通过|研究|听取|解读|宣读|贯彻落实|贯彻|落实|部署|签订了?|签署|决定，对|决定(?:修改|废止)"
)
_AT_MEETING = re.compile(r"会议|会上|会前|会后|全会|大会|[开闭]幕会|座谈会|学习会|专题会")
_OPENS = re.compile(
    r"\s*(?P<whose>委员长|主任|主席)?会议(?:还|集体|认真|首先|书面|分别|专题|深入)*(?:传达|学习|听取|审议|研究|讨论|通报)"
)
"""Opens a sentence of the meeting that is held, whatever others it tells of."""
# 审议|《…》, 传达贯彻了|…会议精神: behind the sentence that names the meeting
_GOES_ON = re.compile(
    r"\s*(?:(?:还|并|同时|集体|书面|分别|专题)*(?:传达|学习|审议|讨论|听取|研究|审定|通报)[\u4e00-\u9fff]{0,8}了|(?:审议|讨论)(?:并?(?:原则)?通过)?《?\Z)"
)
# 对《…（草案）》|进行了审议
_DEALT_WITH = re.compile(
    r"》?(?:（[^（）]{2,12}）)?(?:等[\u4e00-\u9fff]{0,8})?(?:的?精神)?(?:进行|作|展开)了?[\u4e00-\u9fff]{0,8}?(?:解读|讲解|学习|讨论|审议|研究|表决|宣讲|部署|安排|说明)"
)
_ON = re.compile("[对就围绕][^，。；]{0,80}《?\\Z")
# 为贯彻落实|某会议精神，甲县召开…会; 根据|《…通知》要求，乙局开展…行动
_FOR = re.compile(
    r"(?:为了?(?:进一步|更好|深入|全面|认真|切实|扎实|坚决|迅速|及时|地){0,4}(?:学习|宣传|贯彻|落实|传达|学懂)|根据|按照|依据|遵照)[^。；，]{0,60}\Z"
)
_PASSED = re.compile(r"(?:审议)?通过(?:了|的)")
# 会议建议，某次会议|审议…草案; 建议的某次会议|议程还有：审议…
_AGENDA = re.compile(
    "(?:的?(?:建议|主要)?议程(?:草案)?(?:还有|还?包括|为|是)[：，]|(?:的?(?:建议|主要)?议程(?:草案)?[：，]?)?(?:继续|听取和|听取并)?审议)"
)
# 会议建议的|议程还有：审议…
_MORE_OF_AGENDA = re.compile("[^，。；]{0,12}(?:建议)?的?(?:建议|主要)?议程(?:草案)?(?:还有|还?包括)[：，]")


# 主任会议建议，某次会议审议甲法草案。|审议某个报告；听取…: still what is to be taken up there
_STILL_TO_COME = re.compile(r"\s*(?:分别)?(?:听取和|听取并|继续)?(?:听取|审议)(?!了|通过|并)")
_PLENARY = re.compile(r"\s*全会(?:还|听取和)*(?:审议|讨论|通过|听取)")  # 全会|审议了…, told of at another meeting
# 国务院|提出了|关于提请审议某某法草案的议案
_BROUGHT_IN = re.compile("(?:政府|国务院|中央军委|委员会|委|法院|检察院|会议)提出了?(?:关于提请[^，。；]{0,80})?\\Z")
# 局长某某作了|关于某项工作情况的报告
_GAVE = re.compile(r"作(?:了|的)?(?:关于[^，。；]{4}(?:(?!报告[、和]关于)[^，。；]){0,56}?报告[、和])*\Z")
# 就关于提请审议某法草案的议案|作了说明, 作了关于提请批准《…条约》的议案|的说明
_EXPLAINED = re.compile(r"》?(?:[、和]?《[^《》]{2,80}》)*(?:的(?:[\d两三四五六七八九十][个项])?议案)?的说明")
_EXPLAINS = re.compile(r"作了?(?:(?:(?!的说明)[^，。；]){0,90}的说明[，、和]){0,4}(?:关于提请[^，。；]{0,12})?《?\Z")
_TO_COME = re.compile(r"的?(?:有关|相关|筹备|准备|召开|各项)*(?:事[项宜]|议程|日程|筹备|准备)")
"""Behind a meeting that is only prepared: 研究某次会议|有关事项."""


def read(reading: Reading) -> None:
    """Add CITES: a meeting's verbs of study and adoption; whatever document or meeting a directive names."""
    cited = _cited(reading)
    if not cited:
        return
    directives = [(m.start, m.end, e) for e in reading.of_label("Directive") for m in e.mentions]
    for start, end, thing in cited:
        inside = next((d for d in directives if d[0] <= start and end <= d[1]), None)
        if inside is not None:
            reading.fact("CITES", inside[2], thing, inside[:2], "directive-cites", 0.85)
            continue
        meeting = _meeting(reading, start) or _dealt_with(reading, start, end)
        to_come = thing.label == "Meeting" and (
            _TO_COME.match(reading.text, end) is not None or reading.text.endswith("提请", 0, start)
        )
        if meeting is not None and meeting is not thing and not to_come:
            sentence = reading.sentence(start)
            reading.fact("CITES", meeting, thing, (sentence.start, min(end + 4, sentence.end)), "meeting-cites", 0.85)
        _called_for(reading, start, end, thing)
    _passed(reading)
    _rested_on(reading)
    for event in events_of(reading).found:  # 某某法|执法检查, 某某法|实施座谈会
        for policy in reading.names(event.start, event.end, "Policy"):
            reading.fact("CITES", event.entity, policy.entity, (event.start, event.end), "activity-cites", 0.8)
        if event.entity.label == "Meeting" and _STUDIES.search(reading.text, event.start, event.end):
            _studied_in_name(reading, event)


# 学习贯彻某次会议精神|专题研讨班
_STUDIES = re.compile("(?:学习|贯彻|宣讲|传达).{2,40}会精神")


def _studied_in_name(reading: Reading, course: Event) -> None:
    """学习贯彻某次会议精神专题研讨班: the course cites the meeting that its name says is studied."""
    for event in events_of(reading).found:
        inside = course.start < event.start and event.end < course.end and event.entity is not course.entity
        if inside and reading.text.startswith("精神", event.end):
            reading.fact("CITES", course.entity, event.entity, (course.start, course.end), "activity-cites", 0.8)


def _cited(reading: Reading) -> list[tuple[int, int, Entity]]:
    """Return the documents, and the meetings that do not take place in the article, where no longer name of one covers them."""
    things = [(m.start, m.end, e) for e in reading.of_label("Policy") for m in e.mentions]
    held = {id(e.entity) for e in events_of(reading).found if e.held or e.planned}
    things += [
        (e.start, e.end, e.entity)
        for e in events_of(reading).found
        if e.entity.label == "Meeting" and id(e.entity) not in held
    ]
    outer: list[tuple[int, int, Entity]] = []
    for thing in sorted(things, key=lambda t: (t[0], -t[1])):
        if not outer or thing[1] > outer[-1][1] or thing[:2] == outer[-1][:2]:
            outer.append(thing)
    return outer


def _meeting(reading: Reading, position: int) -> Entity | None:
    """Return the meeting whose verb of study or adoption governs this position, or None."""
    events = events_of(reading)
    sentence = reading.sentence(position)
    lead = reading.text[sentence.start : position]
    if _BROUGHT_IN.search(lead) and "关于提请" in reading.text[sentence.start : position + 4]:
        return events.held_before(position, "Meeting", ahead=False)
    if reading.text.startswith("关于", position) and _GAVE.search(lead):
        return events.held_before(position, "Meeting", ahead=False)
    verbs = list(_VERB.finditer(lead))
    if not verbs:
        return None
    coming = {id(e.entity) for e in events.found if e.planned}
    for event in events.found if coming else ():
        inside = id(event.entity) in coming and sentence.start <= event.start < position
        if inside and _AGENDA.match(reading.text, event.end):
            return event.entity
    if _PLENARY.match(lead):
        plenary = [e.entity for e in events.found if e.start < position and e.entity.name.endswith("全会")]
        return plenary[-1] if plenary else None
    if coming and (_STILL_TO_COME.match(lead) or _MORE_OF_AGENDA.match(lead)):
        return next((e.entity for e in reversed(events.found) if e.planned and e.start < sentence.start), None)
    if (opens := _OPENS.match(lead)) is not None:
        whose = opens["whose"]
        own = [e.entity for e in events.found if whose and e.held and e.entity.name.endswith(f"{whose}会议")]
        return own[0] if own else events.held_before(sentence.start, "Meeting")
    here = [e for e in events.found if e.held and e.entity.label == "Meeting" and sentence.start <= e.start < position]
    if here:
        return here[-1].entity
    if _AT_MEETING.search(lead[: verbs[-1].start()]):
        return events.held_before(position, "Meeting")
    if _GOES_ON.match(lead):
        return events.held_before(position, "Meeting", ahead=False)
    told = verbs[-1][0].startswith("传达") and position - sentence.start - verbs[-1].end() < 60
    if told and next(reading.names(sentence.start, sentence.start + verbs[-1].start(), "Person"), None) is not None:
        return events.held_before(position, "Meeting", ahead=False)  # 副镇长某某传达了…会议精神
    return None


def _dealt_with(reading: Reading, start: int, end: int) -> Entity | None:
    """会议对《…（草案）》进行了审议: return the meeting that deals with it."""
    sentence = reading.sentence(start)
    if _EXPLAINED.match(reading.text, end) and _EXPLAINS.search(reading.text, sentence.start, start):
        return events_of(reading).held_before(start, "Meeting", ahead=False)
    if not _DEALT_WITH.match(reading.text, end):
        return None
    on = _ON.search(reading.text, sentence.start, start)
    return events_of(reading).held_before(start, "Meeting", ahead=False) if on is not None else None


def _called_for(reading: Reading, start: int, end: int, thing: Entity) -> None:
    """为贯彻落实某会议精神，某县召开…会: the event that the sentence then tells of is held to carry it out."""
    sentence = reading.sentence(start)
    if _FOR.search(reading.text, sentence.start, start) is None:
        return
    found = events_of(reading).found
    event = next((e for e in found if e.held and end < e.start < sentence.end and e.entity is not thing), None)
    if event is not None:
        reading.fact("CITES", event.entity, thing, (sentence.start, event.end), "event-called-for", 0.8)


# 《…法》已由|某次会议|于3月12日通过
_BY_MEETING = re.compile(r"》?(?:（[^（）]{2,12}）)?(?:已|已经|业经)由?")
_WAS_PASSED = re.compile(r"(?:于[\d年月日上下午]{2,14})?(?:审议|表决|讨论)?通过")


def _passed(reading: Reading) -> None:
    """全会通过的《…决定》, 《…法》已由某次会议通过: the meeting that adopted a document cites it, held here or not."""
    by_start = {e.start: e for e in events_of(reading).found if e.entity.label == "Meeting"}
    for policy in reading.names(0, len(reading.text), "Policy"):
        by = _BY_MEETING.match(reading.text, policy.end)
        adopts = by_start.get(by.end()) if by is not None else None
        if adopts is not None and (passed := _WAS_PASSED.match(reading.text, adopts.end)) is not None:
            span = (policy.start, passed.end())
            reading.fact("CITES", adopts.entity, policy.entity, span, "meeting-adopted", 0.9)
        _adopted(reading, policy)
        before = reading.text[max(0, policy.start - 6) : policy.start]
        verb = _PASSED.search(before)
        if verb is None:
            continue
        at = policy.start - len(before) + verb.start()
        event = next((e for e in events_of(reading).found if e.end == at and e.entity.label == "Meeting"), None)
        if event is not None:
            reading.fact("CITES", event.entity, policy.entity, (event.start, policy.end), "meeting-adopted", 0.9)


# 村民代表会议|表决通过|《…公约》; 《意见》由甲局起草，经|某次会议|审议通过
_ADOPTS = re.compile(
    "(?:还|并|一致|全票|举手|现场){0,4}(?:审议|表决|讨论|投票)(?:并)?通过了?(?:[^，。；]*(?:，(?:审议|表决|讨论)?(?:并)?通过了?(?=[^，。；])|[、和及与]|以及))?《?"
)


def _adopted(reading: Reading, policy: Mention) -> None:
    """Add that a meeting right before its verb adopts the document, or that it went through one named behind it."""
    sentence = reading.sentence(policy.start)
    for event in events_of(reading).found:
        if event.entity.label != "Meeting" or not sentence.start <= event.start < sentence.end:
            continue
        adopts = _ADOPTS.fullmatch(reading.text, event.end, policy.start)
        passed = _WAS_PASSED.match(reading.text, event.end) if policy.end < event.start else None
        through = passed is not None and reading.text.endswith(("经", "由"), 0, event.start)
        between = next(reading.names(policy.end, event.start, "Policy"), None) if through else None
        if adopts is not None or (through and between is None):
            span = (min(policy.start, event.start), max(policy.end, event.end))
            reading.fact("CITES", event.entity, policy.entity, span, "meeting-adopted", 0.85)


_RESTS = re.compile(
    r"(?:(?:根据|按照|依据|依照|遵照|参照|贯彻落实|贯彻执行|贯彻|落实)[\u4e00-\u9fff]{0,12}|》(?:（[^（）]{2,24}）)?[、和及与]?)$"
)


# 你市|《关于…的请示》（柳政〔2024〕41号）收悉
_RECEIVED = re.compile("》?(?:（[^（）]{2,24}）)?(?:等[^，。；]{0,12})?收悉")


def _answers(reading: Reading, bodies: list[Entity]) -> None:
    """Add that who replies cites what is replied to."""
    for policy in reading.names(reading.body_start, None, "Policy"):
        if _RECEIVED.match(reading.text, policy.end):
            for body in bodies:
                reading.fact("CITES", body, policy.entity, (policy.start, policy.end), "notice-answers", 0.8)


def _rested_on(reading: Reading) -> None:
    """根据《…条例》、《…办法》，现…: who issues the notice cites the documents that it rests on."""
    bodies = issuers(reading)
    if bodies:
        _answers(reading, bodies)
    rests = -1
    for policy in reading.names(reading.body_start, None, "Policy") if bodies else ():
        led = _RESTS.search(reading.text, max(0, policy.start - 30), policy.start)
        if led is None or (led[0][0] == "》" and rests != led.start() + 1):
            continue
        rests = policy.end
        sentence = reading.sentence(policy.start)
        for body in bodies:
            reading.fact(
                "CITES", body, policy.entity, (max(sentence.start, led.start()), policy.end), "notice-cites", 0.8
            )
