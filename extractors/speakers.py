"""Who speaks: the words before a verb of speech, a pronoun, a meeting or a body told as a person, meeting or agency."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.events.meeting import events_of
from extractors.events.visits import leaders_of, visit_at
from extractors.lexicon import HAN
from extractors.reading import Entity, Mention, Reading
from extractors.text import Span, piece_at

SPEECH = r"(?<!经验)(?<!典型)(?<!情况)介绍说?(?=，)|强调|指出|要求|说|表示|叮嘱|提出|认为|明确|希望|勉励|表态|号召|嘱咐|坦言|直言|回应|强调说|指出说|提出要求|明确要求|提出了?[\u4e00-\u9fff]{0,6}要求|提出了?[\u4e00-\u9fff]{0,8}意见(?=：)|认真"
SAID = re.compile(
    rf"(?:(?<!具体)(?<!等)(?<!的)(?:{SPEECH}))(?:[，：]“?|“|——\n?)|(?<![见和出的])建议：“?|提醒[，：]“?|(?:叮嘱|嘱咐|告诫|叮咛|提醒)(?=[{HAN}]{{2,10}}?(?:(?<![主重只需])要(?!求|是|闻|点|素|件)|必须|务必))|(?:叮嘱|嘱咐|告诫|叮咛|提醒|呼吁|号召|告诉(?!记者))[^，。：]{{2,24}}[，：]“?|(?:强调|指出)(?=(?:各级|各地|各部门|各单位|各有关|相关部门|有关部门|全[省市县区])?[{HAN}、]{{0,8}}?(?<!需)(?<!主)(?<!重)要(?!求|是|闻|点|素|件))"
    rf"|(?:强调|提出|讲|谈)了?[一二三四五六七八九十两几\d]+[点条项个][{HAN}]{{0,6}}[，：]|希望(?=(?!要)[{HAN}]{{2,16}}?(?<![主重只需])要(?!求|是|闻|点|素|件))|(?:强调|指出)(?=(?!了)[{HAN}]{{2,14}}(?:必须|务必))|(?<=[神》]，)(?:指出|强调)(?=[{HAN}]{{4}})"
    rf"|(?:[作做]|进行)[了出]?(?:具体|详细|全面|进一步|再次?|重要|专题|明确|周密|动员){{0,2}}(?:再?(?:安排|部署|动员|强调)(?:和|、|并)?){{0,2}}再?(?:安排|部署|动员|强调|要求|讲话|指示)[：。]|提出?了?(?:明确|具体|以下|如下|[几一二三四五六七八\d]+[点条项个方面]{{1,3}}|工作|指导性?|贯彻|落实){{0,3}}(?:要求|意见|建议|希望)[：。]|(?<=组)(?:指出|强调)(?=[{HAN}]{{4}})|(?<=[组们])建议[，：]|(?<=(?<!委员长)会议)建议，|作出?(?:重要)?(?:指示|批示)，(?!强调|指出|要求)"
    rf"|(?<=，)(?:强调|指出|提出)(?=(?!了)[{HAN}]{{4,30}}，(?:[{HAN}]{{2,12}}，)?(?:要(?!求|素|是|么)|必须|务必))"
)
_PRONOUN = re.compile(
    r"(?:^|[，。])(?:同时|此外|最后|会上)?(?:他|她|讲话)(?:还|同时|最后|在[^，]{2,30}|鼓励|希望|勉励)?"
)
MEETING_ASKS = re.compile(r"\s*(?:会议|大会)(?:还|并|最后|同时)?")
MEETING_WORD = re.compile(r"(?:会议|全会|大会|座谈会|会上|会)$")
_TITLE = re.compile(
    r"(?:^|[，。])(总书记|委员长|总理|书记|市长|县长|区长|省长|局长|主任|主席)(?:还|同时|在[^，]{2,20})?$"
)
GROUP_SPEAKER = re.compile(
    r"(?:大家|与会[\u4e00-\u9fff]{0,6}|[者员表干兵工]们|(?:干部|党员|群众|职工|师生|青年|人士|同志们?|学员|官兵|工作者))(?:也|都|纷纷|一致|普遍|均){0,2}$"
)
TEAM_SPEAKER = re.compile(
    r"(?:(?:检查|调研|督查|督导|考察|视察|巡察|评估|验收|督察|暗访|指导|专家)组|[省市县区]领导)(?:一行)?(?:对[^，。；]{2,40}(?:肯定|认可)，)?(?:并|还|同时|最后|在[^，]{2,20})*$"
)
_PUT_OUT = re.compile(
    r"(?:印发|发布|下发|发出|出台|公布|制定)了?[^，。；]{0,40}?(?:通知|意见|方案|办法|公告|通告|提示|指引|预警)》?，\Z"
)
_DOCUMENT_WORD = re.compile(
    r"(?:通报|通知|意见|方案|办法|决定|通告|公告|条例|规定|规划|细则|措施|提示|提醒|预警|倡议书?|预案|指引|指南|规则|准则|导则|纲要|新规)(?:（[^（）]{1,12}）)?》?$"
)


@dataclass(slots=True)
class Speaker:
    """Who is speaking, since when, how sure, and who put the document out too that speaks for all of them."""

    entity: Entity
    span: tuple[int, int]
    confidence: float
    together: tuple[Entity, ...] = ()


_PUTS_OUT = ("Agency", "Organization", "Company")
# 县长甲作政府工作报告。…报告|提出
_REPORT_WORD = re.compile(r"(?<![通])报告(?:还|同时)?$")
_HOPES = re.compile(r"，(?:希望|勉励|寄语)(?=[\u4e00-\u9fff]{2})")


def hoping(reading: Reading, sentence: Span) -> Speaker | None:
    """田砚秋充分肯定…，希望某县…。|要…: who hopes says what is demanded next."""
    opens = reading.name_at(sentence.start)
    hopes = _HOPES.search(reading.text, sentence.start, sentence.end)
    if opens is None or opens.label != "Person" or hopes is None:
        return None
    return Speaker(opens.entity, (sentence.start, hopes.end()), 0.8)


_VISITED = re.compile(r"(?:[在与和向为给对]|看望了?|慰问了?|走访了?|党员|村民|户|老人|职工)\Z")


def spoken_of(reading: Reading, sentence: Span) -> Entity | None:
    """Return the person that 他 in the next sentences means: who leads the visit, else the first named, rather one not visited."""
    persons = [
        m for m in reading.names(sentence.start, sentence.end, "Person") if m.entity.properties.get("scope") != "记者"
    ]
    leaders = leaders_of(reading)
    leading = next((m.entity for m in persons if m.entity in leaders), None)
    if leading is not None or not persons:
        return leading
    acting = (m for m in persons if not _VISITED.search(reading.text, sentence.start, m.start))
    return next(acting, persons[0]).entity if not leaders else next((m.entity for m in acting), None)


GOES_ON = re.compile(r"\s*(?:对[^，。；]{2,40}，)?(?:并且?|还|同时|最后)[，还]?")
_SAID_AFTER = re.compile(r"[^，。：；“”\n]{0,24}?(?:说道?|表示|强调|指出|叮嘱道?|嘱咐道?|告诫)[。，]")


_HE_SAID = re.compile(r"[他她](?:当即|当场|又|还|说|表示|强调|指出|叮嘱|嘱咐|告诫)")


def quoted_by(reading: Reading, sentence: Span, person: Entity | None = None) -> Speaker | None:
    """“…。”田砚秋说: who speaks is named behind a sentence that is quoted whole, or is the `person` that 他 means."""
    words = reading.text[sentence.start : sentence.end].strip()
    if not (words.startswith("“") and words.endswith("”")):
        return None
    said = _SAID_AFTER.match(reading.text, sentence.end)
    who = next(reading.names(sentence.end, said.end(), "Person"), None) if said else None
    if who is None and said is not None and person is not None and _HE_SAID.match(reading.text, sentence.end):
        return Speaker(person, (sentence.start, sentence.end), 0.8)
    return Speaker(who.entity, (sentence.start, sentence.end), 0.85) if who is not None else None


# 他对负责人甲|说, 他叫来局长甲，|要求: who is spoken to
_SPOKEN_TO = re.compile(r"(?:(?<![针面应])对(?!此，)|[向跟给])[^，。；“”]{0,24}\Z")
_CALLED_IN = re.compile(r"(?:叫来|喊来|找来|叫上|拉着|召来|约谈|叮嘱|嘱咐|告诫|提醒|告诉)了?[^，。；“”]{0,24}\Z")


def _spoken_to(reading: Reading, person: Mention, low: int, stop: int) -> bool:
    """Tell whether the words up to the verb at `stop` are said to the person, not by the person."""
    if _CALLED_IN.search(reading.text, low, person.start):
        return True
    return person.end == stop and _SPOKEN_TO.search(reading.text, low, person.start) is not None


_WHILE = re.compile("\\s*在[^，。；]{2,40}(?:时|期间|过程中|中)，")
_ADDS = re.compile("(?:并|还|同时|再次|现场|当场| )*")
_ARRANGES = re.compile(
    "(?:同志)?(?:[就对围]|代表)?[^，。；]{0,40}?(?:安排|部署|讲话|点评|总结|发言|辅导|讲评|动员|表态)(?:和?(?:安排|部署|要求|讲话|动员))?，(?:并|还|同时|再次)?\\Z"
)
"""Behind who speaks last before the demand: 副书记甲传达了…，县长|乙对下步工作作出部署，|要求…"""
# 某局|近日对防汛工作作出部署，|要求…
_DEPLOYED = re.compile(
    r"(?:近日|日前|今天|昨天|\d{1,2}日)?(?:就|对|围绕|针对)[^，。；]{2,40}?(?:作出?|做出?|进行)了?[^，。；]{0,6}(?:安排|部署)，(?:并|还|同时)?\Z"
)
_SOLDIERS = re.compile("官兵们?(?:也|都|纷纷|一致|普遍|均){0,2}\\s*\\Z")
"""Who vows something behind what was said to all, and speaks for no meeting."""
_MET = re.compile(r"(?:会见|会晤|拜会|印发|播放|通报|观看|查处|表彰|听取)了?[^，。；]{0,24}$")
"""Before a person who was met, heard or told of by the one who speaks."""


def resolve(reading: Reading, who: str, at: int, person: Entity | None, sentence: Span) -> tuple[Entity, float] | None:
    """Return the speaker that the words before the verb name: a person, the meeting, a body, or a pronoun's person."""
    events = events_of(reading)
    stop = sentence.start + len(who)
    clause = re.split(r"[，；]", who)[-1]
    clause_start = stop - len(clause)
    named = _named(reading, clause, stop)
    if named is not None:
        return named, 0.9
    persons = [
        m
        for m in reading.names(sentence.start, stop, "Person")
        if m.entity.properties.get("scope") != "记者"
        and not _MET.search(reading.text, sentence.start, m.start)
        and not _spoken_to(reading, m, sentence.start, stop)
    ]
    in_clause = [m for m in persons if m.start >= clause_start]
    while_there = _WHILE.match(reading.text, sentence.start, stop)
    if while_there is not None:  # 在走访甲时，乙…，希望
        persons = [m for m in persons if m.start >= while_there.end()] or persons
    if in_clause:
        return in_clause[0].entity, 0.92
    spoken = clause if clause.strip(" 并还同时") else who
    someone = persons[0].entity if persons else person
    if someone is not None and _PRONOUN.search(spoken):
        return someone, 0.88
    visit = visit_at(reading, at)
    if visit is not None and not persons and TEAM_SPEAKER.search(who):
        return visit.entity, 0.8
    if _SOLDIERS.search(clause):
        return None
    if GROUP_SPEAKER.search(clause.strip()) or MEETING_WORD.search(clause.strip()):
        meeting = events.held_before(at, "Meeting")
        if meeting is not None:
            return meeting, 0.9
        main = events.main or (_told_of(reading) if clause.strip() == "会议" else None)
        if main is None or (main.label != "Meeting" and GROUP_SPEAKER.search(clause.strip())):
            return None
        return main, 0.7
    if _REPORT_WORD.search(clause.strip()):
        gave = [f.source for f in reading.facts if f.type == "SPOKE_AT" and "报告" in reading.text[f.start : f.end]]
        givers = [one for one in gave if isinstance(one, Entity) and one.label == "Person"]
        return (givers[-1], 0.8) if givers else None
    put_out = _PUT_OUT.search(who) if not clause.strip() else None
    if put_out is not None:  # 教育部印发通知，|要求各地…
        verb = sentence.start + put_out.start()
        low = max(reading.text.rfind("，", sentence.start, verb), sentence.start)  # 记者从甲局获悉，|乙局下发通知
        bodies = [*reading.names(low, verb, *_PUTS_OUT)] or [*reading.names(sentence.start, verb, *_PUTS_OUT)]
        if bodies:
            reading.memory["put out"] = bodies[0].entity
        return (bodies[0].entity, 0.8) if bodies else None
    if (written := _WRITTEN.fullmatch(clause.strip())) is not None:
        writer = _writer(reading, written["what"], clause_start)
        return (writer, 0.85) if writer is not None else None
    if _DOCUMENT_WORD.search(clause.strip()):
        agency = releasing(reading, clause_start, stop)
        return (agency, 0.75) if agency is not None else None
    bodies = list(reading.names(clause_start, stop, "Agency", "Organization", "Company"))
    titled = _TITLE.search(clause)
    if titled:
        holders = [
            x.source
            for x in reading.facts
            if x.type == "HOLDS_POST" and titled[1] in str(x.properties.get("title")) and isinstance(x.source, Entity)
        ]
        if holders:
            return (person if person in holders else holders[-1]), 0.85
    if persons and not in_clause and re.match(r"\s*会议(?![室厅中])", who.rpartition("；")[2]) and not bodies:
        meeting = events.held_before(at, "Meeting") or events.main
        return (meeting, 0.85) if meeting is not None else None
    if bodies and re.fullmatch(r"[\u4e00-\u9fff]{0,14}", reading.text[bodies[-1].end : stop]):
        if re.search(r"负责人|负责同志|工作人员", reading.text[bodies[-1].end : stop]):
            return bodies[-1].entity, 0.55
        return bodies[-1].entity, 0.8
    place = _place_itself(reading, clause, stop) if not persons and not bodies else None
    if place is not None:
        return place, 0.75
    if not persons and _ADDS.fullmatch(clause) and re.match(r"\s*会议(?![室厅中])", who):
        meeting = events.held_before(at, "Meeting") or events.main
        return (meeting, 0.85) if meeting is not None else None
    body = reading.name_at(sentence.start)
    if body is not None and body.label in ("Agency", "Organization") and _DEPLOYED.match(reading.text, body.end, stop):
        return body.entity, 0.8
    if persons and _ADDS.fullmatch(clause):
        arranging = (m for m in reversed(persons) if _ARRANGES.match(reading.text, m.end, stop))
        return next(arranging, persons[0]).entity, 0.85
    laid_down = _laid_down(reading, stop) if not persons and _ADDS.fullmatch(who.strip()) else None
    if laid_down is not None:
        return laid_down, 0.75
    if persons and re.fullmatch(r"(?:在[^，]*|并|还|同时|一行|就[^，]*|对[^，]*|围绕[^，]*)*", clause.strip()):
        return persons[0].entity, 0.85
    return None


# 习主席|深刻指出; 发表某某的重要文章。…文章|强调
_HIMSELF = re.compile("习主席(?:还|同时|深刻|再次|明确|反复)*")
_ARTICLE = re.compile(r"(?:[^，。；]{2,12}，)?文章(?:还|同时|最后)?")
_ITS_AUTHOR = re.compile("(?:重要|署名)?文章")
# 中央某次会议|进一步|提出; 某次全会闭幕。…全会|指出
_MEETING_ADVERBS = re.compile("(?:还|并|同时|进一步|明确|再次|强调|特别){0,6}\\Z")


def _named(reading: Reading, clause: str, stop: int) -> Entity | None:
    """Return who speaks by a name of this genre: 习主席, the 文章 of its author, a meeting with its full name, the 全会."""
    words = clause.strip()
    if _HIMSELF.fullmatch(words):
        return reading.known("Person", "习近平")
    if "文章" in words and _ARTICLE.fullmatch(words):
        author = (m for m in reading.names(0, stop, "Person") if _ITS_AUTHOR.match(_behind_office(reading, m)))
        return next((m.entity for m in author), None)
    adverbs = _MEETING_ADVERBS.search(clause)
    end = stop - len(clause) + (adverbs.start() if adverbs is not None else len(clause))
    meetings = [e for e in events_of(reading).found if e.entity.label == "Meeting"]
    start = stop - len(clause.lstrip())
    whole = (e.entity for e in meetings if e.end == end and e.end - e.start > _BARE and e.start - start <= _BARE)
    if (meeting := next(whole, None)) is not None:
        return meeting
    if words == "全会" and events_of(reading).held_before(stop, "Meeting", ahead=False) is None:
        plenary = [e.entity for e in meetings if e.end <= end and e.entity.name.endswith("全会")]
        return plenary[-1] if plenary else None
    return None


_BARE = 4
"""Characters of 会议, 座谈会 and the like, which name no meeting by themselves."""


def _behind_office(reading: Reading, person: Mention) -> str:
    words = reading.text[person.end : person.end + 12]
    return words.removeprefix("总书记").removeprefix("主席").removeprefix("的")


_WRITTEN = re.compile("(?P<what>批示|指示|贺信|贺电|回信|致辞)中?(?:还|同时)?")


def _writer(reading: Reading, what: str, stop: int) -> Entity | None:
    """Return who wrote the instruction or letter that speaks: 总理某某对…作出重要批示。|批示|指出."""
    pattern = re.compile(rf"[作致]出?了?[^，。；]{{0,6}}{what}")
    *_, written = None, *pattern.finditer(reading.text, reading.body_start, stop)
    if written is None:
        return None
    at = written.start()
    return next((m.entity for m in reading.names(reading.sentence(at).start, at, "Person")), None)


def _laid_down(reading: Reading, stop: int) -> Entity | None:
    """甲局印发《办法》，…。同时|明确，…: return who put out the document that the paragraph tells of before."""
    if not reading.text.startswith(("明确", "要求", "规定", "提出"), stop):
        return None
    line = reading.text.rfind("\n", 0, stop) + 1
    told = [f.source for f in reading.facts if f.type == "RELEASED" and line <= f.start < stop]
    bodies = [one for one in told if isinstance(one, Entity) and one.label in _PUTS_OUT]
    return bodies[-1] if bodies else None


_ITSELF = re.compile(
    r"(?:为此|对此|目前|近日|日前)?，?(?P<place>该?[\u4e00-\u9fff]{0,8}[省市县区州旗镇乡])(?:还|进一步|同时|统一|随即)?"
)


def _place_itself(reading: Reading, clause: str, stop: int) -> Entity | None:
    """Return the county or town that stands for its government: 该县|明确，各乡镇须…"""
    m = _ITSELF.fullmatch(clause.strip())
    if m is None or not reading.text.startswith(("明确", "要求", "强调", "提出"), stop):
        return None
    named = list(reading.names(stop - len(clause), stop, "Place"))
    return named[0].entity if len(named) == 1 else None


def _told_of(reading: Reading) -> Entity | None:
    """Return the one meeting that the article speaks of, held elsewhere: 某会议引发热烈反响。…会议|要求."""
    told = {e.entity for e in events_of(reading).found if e.entity.label == "Meeting"}
    return told.pop() if len(told) == 1 else None


# 甲局、乙局|联合下发通知
_JOINTLY = re.compile(r"(?:近日|日前)?，?(?:联合|共同)(?:印发|发布|下发|发出|出台|公布|制定|发文|行文)")
_JOINS = tuple("、和与及")


def _jointly(reading: Reading, stop: int) -> tuple[Entity, ...]:
    """Return the row of bodies that the text before tells last to have put something out together."""
    for m in reversed([*_JOINTLY.finditer(reading.text, reading.body_start, stop)]):
        row, at = list[Entity](), m.start()
        while (name := reading.name_ending_at(at, "Agency", "Organization")) is not None:
            row.append(name.entity)
            at = name.start - 1 if reading.text.startswith(_JOINS, name.start - 1) else -1
        if len(row) > 1:
            return tuple(reversed(row))
    return ()


def put_out_together(reading: Reading, who: str, body: Entity, stop: int) -> tuple[Entity, ...]:
    """《方案》|提出: return all who put the first document of this body out, where a document speaks for it."""
    if not (_PUT_OUT.search(who) or _DOCUMENT_WORD.search(re.split(r"[，；]", who)[-1].strip())):
        return ()
    released = [(f.source, f.target) for f in reading.facts if f.type == "RELEASED" and isinstance(f.source, Entity)]
    document = next((policy for source, policy in released if source is body), None)
    if document is None:
        row = _jointly(reading, stop)
        return row if body in row else ()
    return tuple(
        dict.fromkeys(source for source, policy in released if policy is document and source.label != "Person")
    )


def releasing(reading: Reading, start: int, stop: int) -> Entity | None:
    """Return who put out the document that the words name, else the first one of the article or of this piece of it."""
    named = [m.entity for m in reading.names(start, stop, "Policy")][-1:]
    piece = piece_at(reading.pieces, start)
    released = [
        (f.source, f.target)
        for f in reading.facts
        if f.type == "RELEASED" and isinstance(f.source, Entity) and f.start in piece
    ]
    released = [(source, policy) for source, policy in released if source.label != "Person"]
    by_name = (source for source, policy in released if policy in named)
    body = next(by_name, None) or next((source for source, _ in released), None)
    return (
        body
        or next(iter(_jointly(reading, start)), reading.memory.get("put out"))
        or next((agency for agency in reading.of_label("Agency") if agency.start in piece), None)
    )
