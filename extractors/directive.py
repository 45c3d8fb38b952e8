"""Directives: each clause that demands something, and who demands it; the speaker is carried over sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.dates import deadline
from extractors.events.meeting import events_of
from extractors.lexicon import HAN
from extractors.reading import Entity, Reading
from extractors.text import Span

_MODAL = re.compile(
    r"(?<![需主重只简首扼提纲摘纪])要(?!求|素|闻|点|件|塞|道|害|紧|么|是|不是|说(?!清)|领|约|员|看到|注意到|不要紧|认识到|知道|职|价|义|地)|必须|务必|务求|须(?!知|臾|眉)|应当|不得|严禁|(?<=[，；：“])确保(?=[^，]{4})|(?<=[^相适反对响供回不理也])应(?=加强|坚持|当|进一步|尽快|及时|按照|严格|积极|主动|把|将|在|从|认真|落实|高度|切实)"
)
_STATEMENT = re.compile(r"是[^，]{2,}|取得|依然|已[经取]?|具有|有着|突出$|需要|有了|仍[然旧]|面临着|达到|提高了|完成|关系到?|事关|高度重视|初步形成|发生|迈上|实现了|不足|存在")
_SPEECH = r"强调|指出|要求|说|表示|叮嘱|提出|认为|明确|希望|勉励|表态|号召|嘱咐|强调说|指出说|提出要求|明确要求|提出了?[\u4e00-\u9fff]{0,6}要求|认真"
_LEAD = re.compile(
    rf"(?P<who>[^，。；：！？\n]{{0,60}}?)(?P<rest>(?:在[^，。]{{2,30}}(?:时|上|中|后))?(?:(?:就|对|围绕)[^，。：]{{2,40}}?)?(?:还|特别|最后|首先|同时|并|再次|反复|一再|明确|严肃|进一步|郑重|现场|对此|随后|分别|一致|一行)*(?:{_SPEECH}))(?P<mark>[，：]?“?)"
)
_SAID = re.compile(rf"(?:(?<!具体)(?<!等)(?<!的)(?:{_SPEECH}))(?:[，：]“?|“)|(?:叮嘱|嘱咐|告诫)[^，。]{{2,24}}[，：]“?")
_DEMAND = re.compile(r"要求(?=[^，：。；和精（“]{2})|要求(?=“)|(?<=[^的])要求(?=[^，]{3,})")
_PRONOUN = re.compile(r"^(?:[^，。]{0,12}，)?(?:他|她)(?:还|同时|最后|们)?$")
_MEETING_WORD = re.compile(r"(?:会议|全会|大会|座谈会|会上|会)$")
_TITLE = re.compile(r"(?:^|[，。])(总书记|委员长|总理|书记|市长|县长|区长|省长|局长|主任|主席)(?:还|同时|在[^，]{2,20})?$")
_NOTICE = re.compile(r"关于.{2,80}的(?:通知|意见|决定|批复|通告|公告|函|通报)(?:（.*）)?$")
_GROUP_SPEAKER = re.compile(r"(?:大家|与会[\u4e00-\u9fff]{0,6}|委员们|代表们)$")
_DOCUMENT_WORD = re.compile(r"(?:通知|意见|方案|办法|决定|通告|公告)$")
_OPENERS = re.compile(r"(?:同时|此外|另外|当前|目前|其次|首先|最后|下一步|接下来|一是|二是|三是|四是|五是|会上|据介绍|其中|对此|第[一二三四五]|为此|因此|总之)[，：]?")
_CLOSERS = "。；！？”’ \n"


@dataclass(slots=True)
class _Speaker:
    """Who is speaking, since when, and in which paragraph."""

    entity: Entity
    span: tuple[int, int]
    confidence: float


def read(reading: Reading) -> None:
    """Add the directives of the article with ISSUED and, where an addressee is named, DIRECTED_TO."""
    speaker: _Speaker | None = None
    person: Entity | None = None
    paragraph = 0
    for sentence in reading.sentences:
        if sentence.start < reading.body_start:
            continue
        text = reading.text[sentence.start : sentence.end]
        if "\n" in reading.text[paragraph : sentence.start]:
            speaker = None if speaker and not _carries(text) else speaker
        paragraph = sentence.start
        lead = _find_lead(reading, sentence)
        begin = sentence.start
        demanded = False
        if lead is not None:
            who, at, demanded = lead
            found = _resolve(reading, who, at, person, sentence)
            if found is not None:
                speaker = _Speaker(found[0], (sentence.start, at), found[1])
                begin = at
            elif not demanded:
                begin = at if speaker is not None and not who.strip() else sentence.start
        for mention in reading.names(sentence.start, sentence.end, "Person"):
            if mention.entity.properties.get("scope") != "记者":
                person = mention.entity
                break
        _sentence(reading, Span(begin, sentence.end), speaker, demanded=demanded, lead=lead is not None)


def _carries(text: str) -> bool:
    return bool(re.match(r"(?:[一二三四五]是|第[一二三四五]|要|必须|[^，。]{0,16}要)", text))


def _find_lead(reading: Reading, sentence: Span) -> tuple[str, int, bool] | None:
    """Return the words before the verb of speech, where the speech begins, and whether the verb itself demands."""
    text = reading.text
    best = None
    for m in _SAID.finditer(text, sentence.start, sentence.end):
        if _inside_quotes(text, sentence.start, m.start()):
            continue
        best = (text[sentence.start : m.start()], m.end(), False)
        break
    demand = _DEMAND.search(text, sentence.start, sentence.end)
    if demand and (best is None or demand.start() < best[1] - 4):
        at = demand.start()
        words = text[sentence.start : at]
        subject = words[-12:]
        if not re.search(r"(?:按照|根据|的|符合|达到|有关|标准|规定|目标|提出|围绕|工作|明确|提出的|总|新|各项|具体|严格|质量|任务)$", words) and (
            not words.strip("，：“ ") or words.endswith("，") or _speaker_ends(reading, sentence.start, at) or _MEETING_WORD.search(subject) or re.search(r"此外，?$|并$|[他她]$", words)
        ):
            return words, at, True
    return best


def _speaker_ends(reading: Reading, start: int, at: int) -> bool:
    return reading.name_ending_at(at, "Person", "Agency") is not None


def _inside_quotes(text: str, start: int, at: int) -> bool:
    return text.count("“", start, at) > text.count("”", start, at)


def _resolve(reading: Reading, who: str, at: int, person: Entity | None, sentence: Span) -> tuple[Entity, float] | None:
    """Return the speaker that the words before the verb name: a person, the meeting, a body, or a pronoun's person."""
    events = events_of(reading)
    stop = sentence.start + len(who)
    clause = re.split(r"[，；]", who)[-1]
    clause_start = stop - len(clause)
    persons = [m for m in reading.names(sentence.start, stop, "Person") if m.entity.properties.get("scope") != "记者"]
    in_clause = [m for m in persons if m.start >= clause_start]
    if in_clause and not _MEETING_WORD.search(clause[:6]):
        return in_clause[0].entity, 0.92
    if re.search(r"(?:^|[，。])(?:他|她)(?:还|同时|最后|在[^，]{2,30})?", clause) and person is not None:
        return person, 0.88
    if _GROUP_SPEAKER.search(clause.strip()) or _MEETING_WORD.search(clause.strip()):
        meeting = events.held_before(at, "Meeting")
        if meeting is not None:
            return meeting, 0.9
        main = events.main
        return (main, 0.7) if main is not None else None
    if _DOCUMENT_WORD.search(clause.strip()):
        agency = _releasing(reading)
        return (agency, 0.75) if agency is not None else None
    bodies = [m for m in reading.names(clause_start, stop, "Agency", "Organization", "Company")]
    titled = _TITLE.search(clause)
    if titled:
        holders = [
            x.source
            for x in reading.facts
            if x.type == "HOLDS_POST" and titled[1] in str(x.properties.get("title")) and isinstance(x.source, Entity)
        ]
        if holders:
            return (person if person in holders else holders[-1]), 0.85
    if bodies and re.fullmatch(r"[\u4e00-\u9fff]{0,14}", reading.text[bodies[-1].end : stop]):
        if re.search(r"负责人|负责同志|工作人员", reading.text[bodies[-1].end : stop]):
            return bodies[-1].entity, 0.55
        return bodies[-1].entity, 0.8
    if persons and not clause.strip(" 并还同时再次"):
        return persons[0].entity, 0.85
    if persons and re.fullmatch(r"(?:在[^，]*|并|还|同时|一行|就[^，]*|对[^，]*|围绕[^，]*)*", clause.strip()):
        return persons[0].entity, 0.85
    return None


def _releasing(reading: Reading) -> Entity | None:
    return next((f.source for f in reading.facts if f.type == "RELEASED" and isinstance(f.source, Entity)), None) or next(
        iter(reading.of_label("Agency")), None
    )


def _sentence(reading: Reading, span: Span, speaker: _Speaker | None, *, demanded: bool, lead: bool) -> None:
    """Cut the sentence at semicolons outside quotes; each part that demands is one directive."""
    for number, part in enumerate(_parts(reading.text, span)):
        words = reading.text[part.start : part.end]
        modal = _modal(reading.text, part)
        if modal is None and not (demanded and number == 0):
            continue
        begin = _begin(reading, part, modal, keep=demanded and number == 0)
        name = reading.text[begin : part.end].strip(_CLOSERS)
        if len(name) < 6 or name.endswith(("等", "？")) or words.rstrip().endswith(("？", "?")):
            continue
        source, confidence = (speaker.entity, speaker.confidence) if speaker else (None, 0.0)
        if source is None:
            source, confidence = _default_source(reading, part, modal)
        if source is None:
            continue
        _directive(reading, name, begin, part.end, source, confidence, lead)


def _parts(text: str, span: Span) -> list[Span]:
    if text.find("；", span.start, span.end) < 0:
        return [span] if text[span.start : span.end].strip() else []
    parts, start, depth = [], span.start, 0
    for at in range(span.start, span.end):
        mark = text[at]
        if mark == "“":
            depth += 1
        elif mark == "”":
            depth = max(0, depth - 1)
        elif mark == "；" and depth == 0:
            parts.append(Span(start, at))
            start = at + 1
    parts.append(Span(start, span.end))
    return [p for p in parts if text[p.start : p.end].strip()]


def _modal(text: str, part: Span) -> int | None:
    for m in _MODAL.finditer(text, part.start, part.end):
        if not (_inside_quotes(text, part.start, m.start()) and text.count("”", m.start(), part.end)):
            return m.start()
    return None


def _begin(reading: Reading, part: Span, modal: int | None, *, keep: bool) -> int:
    """Return where the demand begins: openers and statements before its clause are dropped, adverbials stay."""
    text = reading.text
    start = part.start + len(text[part.start : part.end]) - len(text[part.start : part.end].lstrip("，：“ "))
    opener = _OPENERS.match(text, start)
    while opener and opener.end() > start and not keep:
        start = opener.end()
        opener = _OPENERS.match(text, start)
    if modal is None or keep:
        return start
    clauses = [start] + [start + m.end() for m in re.finditer(r"，", text[start:modal])]
    for earlier, later in zip(reversed(clauses[:-1]), reversed(clauses[1:]), strict=True):
        if _STATEMENT.search(text[earlier:later]):
            return later
    return start


_MAIN_VERB = re.compile(r"^(?:要|必须|务必|须|应当|各[^，]{2,14}(?:要|须|必须|务必)|全[市县省区][^，]{0,14}(?:要|须|必须|务必))")


def _default_source(reading: Reading, part: Span, modal: int | None) -> tuple[Entity | None, float]:
    """Outside a speech only a sentence that opens with its demand counts: laid down by the article's agency."""
    words = reading.text[part.start : part.end].strip(_CLOSERS + "，")
    opener = _OPENERS.match(words)
    words = words[opener.end() :] if opener else words
    if modal is None:
        return None, 0.0
    if _NOTICE.search(reading.text, 0, reading.body_start):
        issuer = next(reading.names(0, reading.body_start, "Agency"), None)
        return (issuer.entity, 0.8) if issuer is not None else (None, 0.0)
    if not _MAIN_VERB.match(words):
        return None, 0.0
    for fact in reading.facts:
        if fact.type in ("CONVENED", "RELEASED") and isinstance(fact.source, Entity) and fact.source.label == "Agency":
            return fact.source, 0.6
    agencies = reading.of_label("Agency")
    return (agencies[0], 0.55) if agencies else (None, 0.0)


def _directive(reading: Reading, name: str, start: int, end: int, source: Entity, confidence: float, lead: bool) -> None:
    printed = reading.simplified[start : start + len(name)]
    entity = reading.entity("Directive", printed, deadline=deadline(reading.text[start:end], reading.date))
    entity.properties.setdefault("scope", reading.article.id)
    reading.mention(entity, start, start + len(name), "directive", confidence)
    sentence = reading.sentence(start)
    reading.fact("ISSUED", source, entity, (min(sentence.start, start), end), "speech" if lead else "speech-carried", confidence)
    modal = _MODAL.search(reading.text, start, end)
    if modal:
        clause = max(reading.text.rfind("，", start, modal.start()) + 1, start)
        for mention in reading.names(clause, modal.start(), "Agency", "Company", "Organization", "Place"):
            if re.fullmatch(rf"[、和及与]?[{HAN}、]{{0,12}}", reading.text[mention.end : modal.start()]) and mention.start - clause <= 24:
                reading.fact("DIRECTED_TO", entity, mention.entity, (mention.start, end), "addressee", 0.7)
