"""Roles that a wording of its own tells: who was listened to, helped on the spot, came as a guest."""

from __future__ import annotations

import re

from extractors.events.meeting import events_of
from extractors.events.openers import BODIES
from extractors.events.venues import held_in
from extractors.events.visits import is_visit, visit_at
from extractors.lexicon import HAN
from extractors.names.holders import is_reporter
from extractors.reading import Entity, Mention, Reading
from extractors.text import Span

_REPORTED = re.compile(
    r"听取了?(?P<who>[^，。；]{2,110}?)(?:所?(?<![工合协操])作的?|关于)[^，。；]{0,90}?(?:报告|汇报|说明|通报|介绍)"
)
_REPORTED_TOO = re.compile(
    r"(?P<who>[^，。；]{2,60}?)所?(?<![工合协操])作的?关于[^，。；]{0,90}?(?:报告|汇报|说明|通报|介绍)"
)


_BODIES_REPORTED = re.compile(
    r"听取了?(?P<who>[^，。；]{2,120}?)(?P<of>(?:有关|相关)?(?:负责人|负责同志)?(?:的|有关|相关|情况|工作|专项|专题){0,3}汇报)"
)


def heard(reading: Reading, clause: Span) -> None:
    """会议听取了某委员会主任甲作的关于…的报告，副主任乙作的关于…的报告: who reported, at the meeting that listened.

    So are the bodies of a row: 听取了县应急局、县水利局情况汇报.
    """
    _bodies_heard(reading, clause)
    _heard_about(reading, clause)
    _told_by(reading, clause)
    m = _REPORTED.search(reading.text, clause.start, clause.end)
    if m is None and "听取" in reading.text[reading.sentence(clause.start).start : clause.start]:
        m = _REPORTED_TOO.match(reading.text, clause.start, clause.end)
    visit = visit_at(reading, clause.start) if m is not None else None
    event = events_of(reading).held_before(clause.start, "Meeting", ahead=visit is None) if m is not None else None
    if m is None or event is None:
        return
    for person in reading.names(*m.span("who"), "Person"):
        reading.fact("SPOKE_AT", person.entity, event, (person.start, m.end()), "role-reported", 0.82)


# 县长甲听取|项目经理乙的工作汇报
_HEARD_OF = re.compile(
    r"听取了?(?P<who>[^，。；“”]{4,40}?)(?P<of>的(?:工作|情况|专题|现场)?(?:汇报|介绍|讲解|讲述))(?=[，。；]|$|和|后|，)"
)


def _told_by(reading: Reading, clause: Span) -> None:
    m = _HEARD_OF.search(reading.text, clause.start, clause.end)
    teller = reading.name_ending_at(m.start("of"), "Person") if m is not None else None
    if m is None or teller is None:
        return
    event = events_of(reading).held_before(clause.start, ahead=False)
    if event is not None and not reading.has_fact("LED", teller.entity, event):
        reading.fact("SPOKE_AT", teller.entity, event, (m.start(), m.end()), "role-reported", 0.8)


def _bodies_heard(reading: Reading, clause: Span) -> None:
    m = _BODIES_REPORTED.search(reading.text, clause.start, clause.end)
    last = reading.name_ending_at(m.start("of"), *BODIES) if m is not None else None
    event = events_of(reading).held_before(clause.start, "Meeting", ahead=False) if last is not None else None
    if m is None or last is None or event is None:
        return
    end = last.end
    for body in reversed(list(reading.names(m.start("who"), last.end, *BODIES))):
        if body.end != end and reading.text[body.end : end] not in ("、", "和", "与", "及", "以及"):
            return
        end = body.start
        if not reading.has_fact("CONVENED", body.entity, event):
            reading.fact("SPOKE_AT", body.entity, event, (body.start, m.end()), "role-reported", 0.8)


_HEARD_ABOUT = re.compile(
    r"听取了?(?P<who>[^，。；]{2,120}?)(?:负责人|负责同志)?(?P<of>关于|[就对](?=[^，。；]{2,60}的))[^。；]{2,90}?(?:汇报|报告|说明|通报)"
)


def _heard_about(reading: Reading, clause: Span) -> None:
    """会议听取了县发改局、县统计局|关于经济运行情况的汇报: the row of bodies that stands right before what it is about."""
    sentence = reading.sentence(clause.start)
    m = _HEARD_ABOUT.search(reading.text, clause.start, sentence.end)
    last = reading.name_ending_at(m.end("who"), *BODIES) if m is not None and m.start() < clause.end else None
    event = events_of(reading).held_before(clause.start, "Meeting", ahead=False) if last is not None else None
    if m is None or last is None or event is None or _AGENDA.search(reading.text, sentence.start, m.start()):
        return
    row = reading.row_to(last)
    if reading.text.endswith("作的", 0, row[0].start):
        return  # 听取主任甲作的|某委员会|关于…的报告: whose report it is
    for body in row:
        if not reading.has_fact("CONVENED", body.entity, event):
            reading.fact("SPOKE_AT", body.entity, event, (body.start, m.end()), "role-reported", 0.8)


_AGENDA = re.compile("建议|议程")
_INQUIRED = re.compile(
    "(?:等(?:与会同志|委员|常委会组成人员|代表)?)?(?:先后|分别)?[就围][^。；]{2,200}?(?:提出询问|进行(?:专题)?询问)"
)


_LISTED = re.compile("[、和与及]|以及")


def inquired(reading: Reading, sentence: Span) -> None:
    """常委会委员甲、乙等|围绕…问题提出询问: who asks at the meeting that makes the inquiry."""
    if "询问" not in reading.text[sentence.start : sentence.end]:
        return
    event = events_of(reading).held_before(sentence.start, "Meeting", ahead=False)
    for person in reading.names(sentence.start, sentence.end, "Person") if event is not None else ():
        m = _INQUIRED.match(reading.text, person.end, sentence.end)
        if m is None or event is None:
            continue
        begins = person.start
        for one in reversed(list(reading.names(sentence.start, person.end, "Person"))):
            if one is not person and _LISTED.fullmatch(reading.text, one.end, begins) is None:
                break
            begins = one.start
            reading.fact("SPOKE_AT", one.entity, event, (one.start, m.end()), "role-inquired", 0.8)


# 委员甲|建议设立…, 代表乙|提出，…
_MEMBER_SAYS = re.compile("(?:则)?(?:建议(?![书案者])|提出[，：]|呼吁|认为[，：]|希望)")
_MEMBER = re.compile(rf"(?:委员|代表|常委)(?:、[{HAN}]{{2,24}})?\Z")


def advised(reading: Reading, clause: Span) -> None:
    """委员甲建议…: a member or deputy who advises at the meeting or visit that goes on speaks there."""
    for person in reading.names(clause.start, clause.end, "Person"):
        said = _MEMBER_SAYS.match(reading.text, person.end)
        if said is None or not _MEMBER.search(reading.text, max(clause.start, person.start - 30), person.start):
            continue
        events = events_of(reading)
        meeting = events.held_before(clause.start, "Meeting", ahead=False)
        event = meeting or events.held_before(clause.start, ahead=False)
        if event is not None and not is_reporter(person.entity):
            reading.fact("SPOKE_AT", person.entity, event, (person.start, said.end()), "role-advised", 0.75)


# 列席会议的县教育局局长甲, 主持会议的镇党委书记乙, 应邀到会的副县长丙
_WHO_DID = re.compile(
    r"(?:(?P<did>列席|出席|参加|主持)(?:了|本次|此次|当天)*(?:会议|大会|座谈会|活动|仪式)|(?:应邀|受邀)?(?:到会|参会|与会|到场|前来参会))的(?!还?有|各|全)(?P<who>[^，。；：的]{2,36})"
)


def described(reading: Reading, clause: Span) -> None:
    """列席会议的县教育局局长甲说: what a person is said to do at the event that goes on, in passing."""
    m = _WHO_DID.search(reading.text, clause.start, clause.end)
    event = events_of(reading).held_before(m.start(), ahead=False) if m is not None else None
    person = next(reading.names(*m.span("who"), "Person"), None) if m is not None and event is not None else None
    if m is not None and event is not None and person is not None and not is_reporter(person.entity):
        kind = "CHAIRED" if m["did"] == "主持" else "ATTENDED"
        reading.fact(kind, person.entity, event, (m.start(), person.end), "role-described", 0.8)


_COMES_ALONG = re.compile(
    r"(?:随行|同行|随团(?:前来)?|(?:陪同|一同|一道)(?:调研|检查|考察|视察|督导|走访)?|在场|在一旁)的(?P<who>[^，。；：的“”]{2,36})"
)


def along(reading: Reading, clause: Span) -> None:
    """随行的某公司总经理甲说, 在场的县水利局局长乙、镇长丙: who went with the visit that is told of, all of a list."""
    m = _COMES_ALONG.search(reading.text, clause.start, clause.end)
    visit = visit_at(reading, clause.start) if m is not None else None
    first = next(reading.names(*m.span("who"), "Person"), None) if m is not None else None
    if m is None or visit is None or first is None or is_reporter(first.entity):
        return
    end = m.start("who")
    for person in reading.names(first.start, clause.end, "Person"):
        between = reading.text[end : person.start]
        if person is not first and not between.startswith(("、", "和")):
            break
        if not reading.has_fact("LED", person.entity, visit.entity):
            reading.fact("ATTENDED", person.entity, visit.entity, (m.start(), person.end), "role-along", 0.8)
        end = person.end


_HELPERS = re.compile(
    r"(?:[、和及与][^，。；、的]{2,24}?(?:单位|部门))?(?:等(?:\d+|多)?[家个]?(?:有关|相关)?(?:单位|部门|机构|医院|学校|企业)?)?的?(?:(?:领导|党员)?干部|志愿者|医护人员|医务人员|工作人员|执法人员|技术人员|专家|医生|民警|干警|检察官|法官|律师|党员|青年)们?"
)
# 县司法局工作人员|向群众发放宣传资料, 县医院医生|为居民测量血压
_TO_PEOPLE = re.compile(
    r"(?:向|为|给)[^，。；]{0,10}?(?:群众|居民|村民|市民|农户|农民|学生|师生|老人|商户|路人|职工|游客)们?[^，。；]{0,12}?(?:发放|讲解|宣传|普及|解答|提供|测量|派发|介绍|免费|检查|诊)"
)
_ON_THE_SPOT = re.compile(r"\s{0,4}(?:在?(?:活动|义诊|宣传|启动仪式)?现场|活动中|活动当天|当天)")


def helped(reading: Reading, sentence: Span) -> None:
    """活动现场，县红十字会、县中医院等单位的志愿者为…: the bodies whose people do the work of an activity."""
    help_given = _TO_PEOPLE.search(reading.text, sentence.start, sentence.end)
    if _ON_THE_SPOT.match(reading.text, sentence.start) is None and help_given is None:
        return
    event = events_of(reading).held_before(sentence.start, "Activity", ahead=False)
    if event is None or is_visit(reading, event):
        return
    for body in reversed(list(reading.names(sentence.start, sentence.end, *BODIES))):
        joined = reading.text.startswith(("、", "和"), body.end) and any(
            fact.rule == "role-helped" and fact.start == body.end + 1 for fact in reading.facts
        )
        if reading.has_fact("CONVENED", body.entity, event):
            continue
        staff = _HELPERS.match(reading.text, body.end)
        named = staff is not None and (who := reading.name_at(staff.end())) is not None and who.label == "Person"
        if joined or (staff is not None and not named):
            reading.fact("ATTENDED", body.entity, event, (body.start, body.end), "role-helped", 0.75)

    _persons_helped(reading, event, sentence)


_TELLS = re.compile("讲解|宣传|普及|解答|介绍")


def _persons_helped(reading: Reading, event: Entity, sentence: Span) -> None:
    """县医院医生甲、县中医院护士长乙|为群众测量血压: who does it by name."""
    for given in _TO_PEOPLE.finditer(reading.text, sentence.start, sentence.end):
        if _TELLS.search(given[0]) or reading.name_ending_at(given.start(), "Person") is None:
            continue
        low = max(reading.text.rfind(mark, sentence.start, given.start()) for mark in "，；") + 1
        for person in reading.names(max(low, sentence.start), given.start(), "Person"):
            reading.fact("ATTENDED", person.entity, event, (person.start, given.end()), "role-helped", 0.75)


_MEANWHILE = re.compile(r"(?:出席|参加)[^，。；]{3,30}?期间")
_GUEST_OF = re.compile(r"(?:来华|来京)?(?:出席|参加)(?P<event>[^，。；的]{3,30})的(?P<who>[^，。；的]{2,30})")


def guests(reading: Reading, clause: Span) -> None:
    """会见来华出席某论坛的某国总理甲: the guest attends what he came for."""
    for m in _GUEST_OF.finditer(reading.text, clause.start, clause.end):
        event = next((e for e in events_of(reading).found if m.start("event") <= e.start < m.end("event")), None)
        person = next(reading.names(*m.span("who"), "Person"), None) if event is not None else None
        if event is not None and person is not None:
            reading.fact("ATTENDED", person.entity, event.entity, m.span(), "role-guest", 0.82)


_INVITED = re.compile(
    r"(?:来华)?(?:出席|参加|列席|陪同)了?(?P<event>[^，。；：]{2,30}?)的(?:[^，。；：]{2,12}(?:有|包括)：|[^，。；：]{0,8}?还?有：?)"
)
_ASKED_TO = re.compile(
    r"(?<!受)(?<!应)邀请了?(?P<who>[^。；]{2,80}?)(?:担任|到场|到会|现场观摩|现场见证|作为[^，。；]{2,8}参加)"
)


def asked(reading: Reading, sentence: Span) -> None:
    """听证会邀请人大代表甲、政协委员乙担任听证员: whom an event that takes place asks to come."""
    m = _ASKED_TO.search(reading.text, sentence.start, sentence.end)
    event = events_of(reading).held_before(m.start(), ahead=False) if m is not None else None
    if m is None or event is None or is_visit(reading, event):
        return
    for person in reading.names(*m.span("who"), "Person"):
        reading.fact("ATTENDED", person.entity, event, (m.start(), m.end()), "role-asked", 0.8)


_ANY = re.compile("(?:(?:今天|当天|当日|这次|此次|本次|上述|有关)的?)?(?:会议|大会|活动|仪式|调研|考察|视察|检查|座谈)")


def invited(reading: Reading, sentence: Span) -> None:
    """来华出席开幕式的外国领导人有：甲、乙; 参加会议的还有甲、乙: all of the list attend."""
    m = _INVITED.search(reading.text, sentence.start, sentence.end)
    events = events_of(reading).found if m is not None else []
    if m is None or not events:
        return
    named = [e.entity for e in events if m.start("event") <= e.start < m.end("event")]
    short = [e.entity for e in events if e.entity.name.endswith(m["event"])]
    last = events_of(reading).held_before(m.start(), ahead=False) if _ANY.fullmatch(m["event"]) else None
    event = next(iter(named or short), last)
    for person in reading.names(m.end(), sentence.end, "Person") if event is not None else ():
        if event is not None:
            reading.fact("ATTENDED", person.entity, event, (m.start(), person.end), "role-invited", 0.82)


_TOLD = "介绍|分析|培训|授课|强调|安排|宣讲|讲授|讲解|阐释|解读|说明|辅导|指导|部署|总结|讲话|点评|动员|报告|讲评|发言"
_PERFORMED = re.compile(
    r"(?:同志|副?(?:[省市县区州镇乡]长|书记|局长|院长|检察长|主任|主席|校长|部长))?(?:在(?:会|大会|仪式|活动|开工仪式|启动仪式)上|首先|分别|现场|先后|还|也|最后|随后|重点|详细|全面|系统|原原本本|全文|集中|带领大家|代表[^，。；]{2,14}){0,3}"
    rf"(?:(?:(?:就|对|围绕|结合|针对|从)[^。；]{{2,60}}?)?(?:作|做|进行)了?[^，。；]{{0,40}}?(?:{_TOLD})(?=[，。；]|$)|发表了?(?:重要|热情洋溢的|主旨|书面|视频|简短){{0,2}}(?:讲话|演讲|致辞)|回应(?:说|道)?(?=[，：。；]|$)|推介(?!会|活动|官)了?(?=[^，。；]{{2}})|(?:传达(?:学习)?|宣读|领学)了?(?=[^，。；]{{2}})|(?:总结|回顾|布置)了(?=[^，。；]{{2}})|(?:总结|回顾)(?=[^，。；]{{0,8}}工作)|安排(?:部署)?了?(?=[^，。；]{{0,20}}(?:工作|任务|事项)))"
)


def performed(reading: Reading, clause: Span) -> None:
    """副局长甲传达了…会议精神, 县长乙发表重要讲话, 丙宣读《…决定》: who does at a meeting or ceremony what is done there."""
    for person in reading.names(clause.start, clause.end, "Person"):
        m = _PERFORMED.match(reading.text, person.end)
        event = events_of(reading).held_before(clause.start, ahead=False) if m is not None else None
        if m is None or event is None or is_visit(reading, event):
            continue
        for one in reading.row_to(person):
            if not is_reporter(one.entity):
                reading.fact("SPOKE_AT", one.entity, event, (one.start, m.end()), "role-performed", 0.8)


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


_IN_THE_CHAIR = re.compile("(?:总书记|主席|总理|委员长|同志)?在主持(?P<what>学习|会议|座谈会)时")
_PRESIDED = re.compile(
    r"在(?P<who>[^，。；]{2,40}?)的?主持下，(?P<what>[^，。；]{0,30}?(?:会议?|仪式|典礼|活动))(?:正式|隆重|依次)?(?:开始|进行|召开|举行|拉开)"
)


def presided(reading: Reading) -> None:
    """在副院长甲的主持下，签约仪式正式开始: who chaired what is named there, else what was told of last."""
    for m in _IN_THE_CHAIR.finditer(reading.text, reading.body_start) if "在主持" in reading.text else ():
        chair = reading.name_ending_at(m.start(), "Person")
        event = events_of(reading).held_before(m.start(), "Meeting", ahead=False)
        if chair is not None and event is not None and event.name.endswith(m["what"]):
            reading.fact("CHAIRED", chair.entity, event, (chair.start, m.end()), "role-presided", 0.8)
    for m in _PRESIDED.finditer(reading.text) if "主持下" in reading.text else ():
        chair = next(reversed(list(reading.names(*m.span("who"), "Person"))), None)
        named = (e.entity for e in events_of(reading).found if e.held and m.start("what") <= e.start < m.end("what"))
        event = next(named, events_of(reading).held_before(m.start(), ahead=False))
        if chair is not None and event is not None:
            reading.fact("CHAIRED", chair.entity, event, (chair.start, m.end()), "role-presided", 0.8)
