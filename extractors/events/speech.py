"""Who spoke at an event: whoever demands, stresses or points out something there."""

from __future__ import annotations

import re

from extractors.events.meeting import events_of
from extractors.events.told_there import at_occasion, said_by_pronoun, where_present
from extractors.events.visits import is_visit, leaders_of, visits_of
from extractors.interviews import in_interview
from extractors.names.holders import is_reporter
from extractors.reading import Entity, Fact, Mention, Reading

_STRESS = re.compile(
    r"(?:在[^，。]{2,30}(?:时|上|中|后)|还|特别|最后|首先|同时|随后|分别|一行|并|就[^，。]{2,30}){0,6}(?:强调|指出|要求(?!的))"
    r"|在(?:[^，。]{0,6}(?:讲话|致辞|致词|发言|演讲|演说|点评|推介|述职)(?:中|时)(?:代表[^，。；]{2,24}|首先|还){0,2}(?:表示|说|提出|希望|介绍|[对向]))"
)
_SAY = re.compile(
    r"介绍说?(?=，)|(?:则|现场|当场)?(?:反映|坦言|呼吁|希望(?!的))|率先(?:表态|发言)|(?:推介|补充|汇报|通报|回应|答复|回答|点评|回忆|感慨|解释|提醒|承诺)(?:说|道|时说)(?=[，：。])|(?:坦陈|直言|感慨|赞叹|称赞|回答|答复|点评|感言)(?=[，：。])|则?从[^，。；]{2,20}谈起|(?:请[^，。；]{2,8}转达[^。；]{2,40}，|在[^，。]{2,30}(?:时|上|中|后)|还|同时|最后){0,3}(?:表示|说|认为|提出|叮嘱|建议)|对[^，。；]{2,40}(?:给予|表示)(?:了)?[^，。；]{0,10}(?:肯定|认可|赞赏|评价|感谢)(?:和[^，。；]{2,8})?，(?:他|她|并|同时)?(?:还)?(?:建议|表示|提出|希望|认为|指出|强调|要求)|代表[^，。]{2,20}[向对][^。；]{2,60}?(?:表示|致以)|[对向][^，。；]{2,40}表示(?:热烈|诚挚|衷心|真诚|亲切|由衷)?的?(?:欢迎|感谢|祝贺)|(?:首先)?(?:转达|介绍|感谢|祝贺|欢迎|赞赏|积极评价|高度评价)[^。；]{0,60}，(?:并|他)?(?:表示|说)"
)


def read(reading: Reading) -> None:
    """Add SPOKE_AT for the persons who issued directives or stressed something while the event was spoken of."""
    events = events_of(reading)
    _spoken_at(reading)
    if events.main is None:
        return
    away = _away(reading)
    for fact in list(reading.facts):
        speaker = fact.source
        if fact.type != "ISSUED" or not isinstance(speaker, Entity) or speaker.label != "Person" or speaker in away:
            continue
        if _told_reporter(reading, speaker, fact) or _again_and_again(reading, speaker, fact):
            continue
        if not _quoted(reading, speaker, fact.start) and not in_interview(reading, fact.start):
            said = (m.start for m in fact.target.mentions if fact.start <= m.start < fact.end)
            _spoke(reading, speaker, (fact.start, fact.end), "speech-directive", next(said, fact.start))
    for mention in reading.names(reading.body_start, len(reading.text), "Person"):
        if is_reporter(mention.entity) or mention.entity in away or reading.text[mention.start - 1] == "请":
            continue
        after = reading.text[mention.end : mention.end + 50]
        event = where_present(reading, mention.entity, events.held_before(mention.start), mention.start)
        known = _known(reading, mention, event)
        if not known and _quoted(reading, mention.entity, mention.start):
            continue
        known = known or _at_meeting(reading, mention.entity, mention.start, event)
        known = known or at_occasion(reading, mention.entity, mention.start, event)
        known = known or _called_it(reading, mention)
        if _STRESS.match(after) or (known and _SAY.match(after)) or (event is not None and _MEMBER_SAYS.match(after)):
            for one in reading.row_to(mention):
                _spoke(reading, one.entity, (one.start, reading.sentence(one.start).end), "speech-verb")
    for mention, at in said_by_pronoun(reading):
        event = where_present(reading, mention.entity, events.held_before(at), at)
        if mention.entity not in away and _known(reading, mention, event):
            _spoke(reading, mention.entity, (mention.start, reading.sentence(at).end), "speech-pronoun", at)
    _briefed(reading)
    _officers(reading)
    _met_the_press(reading)


def _known(reading: Reading, person: Mention, event: Entity | None) -> bool:
    """Tell whether somebody is said to be at an event, or came to visit and speaks at the meeting that the visit ends with."""
    if any(reading.has_fact(kind, person.entity, event) for kind in _PRESENT):
        return True
    if event is not None and _BRIEFING.search(event.name):
        return True
    led = person.entity in leaders_of(reading) or any(
        reading.has_fact("ATTENDED", person.entity, visit.entity) for visit in visits_of(reading)
    )
    return led and event is not None and event.label == "Meeting"


_OF_ASSEMBLY = ("代表", "委员")


def _met_the_press(reading: Reading) -> None:
    """“代表通道”开启，…。全国人大|代表甲|介绍，…: every delegate or member that is named where the passage is told of.

    So does every minister who says something where it is theirs: “部长通道”.
    """
    passage = next((e for e in events_of(reading).found if e.entity.name.endswith("通道”")), None)
    if passage is None:
        return
    officers = passage.entity.name.endswith("部长通道”") or passage.entity.name.endswith("部长通道")
    posted = {f.source for f in reading.facts if f.type == "HOLDS_POST" and f.properties.get("title") in _OF_ASSEMBLY}
    for person in reading.names(reading.body_start, None, "Person"):
        first = reading.row_to(person)[0]
        tells = officers and reading.has_fact("HOLDS_POST", person.entity) and _SAY.match(reading.text, person.end)
        if reading.text.endswith(_OF_ASSEMBLY, 0, first.start) or person.entity in posted or tells:
            span = (person.start, reading.sentence(person.start).end)
            reading.fact("SPOKE_AT", person.entity, passage.entity, span, "speech-passage", 0.85)


# 甲和乙|常委在联合发言中建议, 丙|常委提出
_MEMBER_SAYS = re.compile("常委(?:在(?:联合)?发言中)?(?:建议|提出|认为|表示)")
_TELLS = re.compile(r"(?:笑着|高兴地|激动地|自豪地|感慨地)?(?:说道?|介绍说?|告诉[^，。]{1,6}|坦言|表示)[，：]")


def _told_reporter(reading: Reading, speaker: Entity, fact: Fact) -> bool:
    """“…。”合作社理事长甲说，…: whom a feature quotes speaks at no event, where nothing says that he was there.

    So does who is of a firm or cooperative, and anybody in a paragraph that opens with what was told.
    """
    if any(reading.has_fact(kind, speaker) for kind in _PRESENT):
        return False
    if "“" in reading.text[fact.start : fact.end] and _of_the_public(reading, speaker, fact.start):
        return True
    begins = reading.sentence(fact.start).start
    said = [m for m in reading.names(begins, fact.end, "Person") if m.entity is speaker]
    if not said or _TELLS.match(reading.text, said[-1].end) is None:
        return False
    held = [f.target for f in reading.facts if f.type == "HOLDS_POST" and f.source is speaker]
    line = reading.text.rfind("\n", 0, fact.start) + 1
    quoted = reading.text[line : line + 4].lstrip(" ").startswith("“")
    return quoted or (bool(held) and all(body.label != "Agency" for body in held))


def _of_the_public(reading: Reading, speaker: Entity, position: int) -> bool:
    """年货节上，退休教师甲买了一车：“…。”: tell whether somebody without a post is quoted at a fair or campaign."""
    event = events_of(reading).held_before(position, ahead=False)
    occasion = event is not None and event.label == "Activity" and event.properties.get("kind") == "other"
    return occasion and not is_visit(reading, event) and not reading.has_fact("HOLDS_POST", speaker)


_OFTEN = re.compile("(?:总书记|主席|总理|同志)?[^，。；]{0,4}(?:反复|多次|一再|历来)(?:强调|指出|要求)")


def _again_and_again(reading: Reading, speaker: Entity, fact: Fact) -> bool:
    """甲|多次强调要…: tell whether what is demanded is only cited, of somebody who is not said to be there."""
    if any(reading.has_fact(kind, speaker) for kind in _PRESENT):
        return False
    begins = reading.sentence(fact.start).start
    named = (m for m in reading.names(begins, fact.end, "Person") if m.entity is speaker)
    return any(_OFTEN.match(reading.text, m.end) for m in named)


_THERE = re.compile(r"(?m)(?:^|[。！？”])[^，。；\n]{0,8}(?:会上|会议期间|会议现场)，")


def _at_meeting(reading: Reading, person: Entity, position: int, event: Entity | None) -> bool:
    """会上，甲局局长乙通报了…。丙局副局长丁|介绍，…: a paragraph that tells of the meeting throughout, and who holds a post."""
    line = reading.text.rfind("\n", 0, position) + 1
    there = _THERE.search(reading.text, line, position) is not None and event is not None and event.label == "Meeting"
    return there and reading.text[position - 1] != "据" and reading.has_fact("HOLDS_POST", person)


def _called_it(reading: Reading, person: Mention) -> bool:
    """甲局召开某座谈会。|局长乙说: tell whether the sentence before, or this one, tells of a meeting that the body of his calls."""
    sentence = reading.sentence(person.start)
    before = reading.sentence(max(sentence.start - 1, reading.body_start))
    low = sentence.start if "\n" in reading.text[before.end - 1 : sentence.start + 1] else before.start
    told = {e.entity for e in events_of(reading).found if e.held and low <= e.start < person.start}
    bodies = {f.target for f in reading.facts if f.type == "HOLDS_POST" and f.source is person.entity}
    return any(
        f.type == "CONVENED" and f.target in told and f.target.label == "Meeting" and f.source in bodies
        for f in reading.facts
    )


_AT = re.compile(
    r"[上时](?:还|这样)?(?:强调|指出|要求(?!的)|发表|的?重要讲话|介绍|通报|宣布|致辞|发言|回应|表示|透露|说(?=[，：。])|作了?[^，。；]{0,12}(?:报告|发言|讲话|介绍|演讲|推介|说明))"
)
_IN_OFFICE_AT = re.compile(
    r"(?:总书记|主席|总理|委员长|同志)?(?:\d[\d年月日]{1,9})?(?:[上下]午)?在(?:[^，。；]{0,14}(?:召开|举行|举办)的)?\Z"
)
_CALLED = re.compile(r"(?:总书记|主席|总理|委员长|同志)?主持召开了?\Z")
_ALSO_AT = re.compile(r"[、和 ]|以及")


def _spoken_at(reading: Reading) -> None:
    """甲在某座谈会上强调, 甲在某会议、某大会上的重要讲话, 甲主持召开某座谈会时的重要讲话: whatever is held here."""
    meetings = [e for e in events_of(reading).found if e.entity.label == "Meeting"]
    row: list[Entity] = []
    start = end = -1
    for event in sorted(meetings, key=lambda e: (e.start, -e.end)):
        if event.start < end:
            continue
        goes_on = end > 0 and _ALSO_AT.fullmatch(reading.text, end, event.start) is not None
        row, start, end = (
            [*row, event.entity] if goes_on else [event.entity],
            start if goes_on else event.start,
            event.end,
        )
        if not _AT.match(reading.text, end):
            continue
        office = _IN_OFFICE_AT.search(reading.text, max(0, start - 24), start)
        called = _CALLED.search(reading.text, max(0, start - 8), start) if office is None else None
        said = office or called
        person = reading.name_ending_at(said.start(), "Person") if said is not None else None
        if person is not None and not is_reporter(person.entity):
            kind = "SPOKE_AT" if office is not None else "CHAIRED"
            for meeting in row:
                reading.fact(kind, person.entity, meeting, (person.start, end + 3), "speech-at", 0.85)


_BRIEFING = re.compile(r"(?:发布会|吹风会|记者会|记者招待会|记者见面会)$")
_OFFICER_SAYS = re.compile(
    r"(?:等(?:\d+|多|几|相关)?(?:个|家)?(?:部门|单位))?(?:的?(?:有关|相关|主要|新闻)?(?:负责人|负责同志|发言人))[^，。；]{0,4}(?:表示|介绍|说|指出|透露|通报|回应|回答)"
)


_AT_BRIEFING = re.compile(r"在(?:发布会|吹风会|会)上(?:介绍|表示|说|指出|透露|通报)")


def _briefed(reading: Reading) -> None:
    """甲局举行新闻发布会，|乙部有关负责人表示: the bodies that speak to the press or whose officers do, all of a list."""
    behind: int | None = None
    for body in reversed(list(reading.names(reading.body_start, None, "Agency", "Organization"))):
        joined = behind is not None and reading.text[body.end : behind] in ("、", "和", "与")
        itself = body.label == "Agency" and _AT_BRIEFING.match(reading.text, body.end)
        if body.label == "Agency" and reading.text.endswith("发布会上，", 0, body.start):
            itself = _ANSWERS.match(reading.text, body.end)
        behind = body.start if joined or itself or _OFFICER_SAYS.match(reading.text, body.end) else None
        event = _press(reading, body.start) if behind is not None else None
        if event is not None:
            span = (body.start, reading.sentence(body.start).end)
            reading.fact("SPOKE_AT", body.entity, event, span, "speech-briefing", 0.8)


def _press(reading: Reading, position: int) -> Entity | None:
    """Return the press conference that goes on here: named last, or the one of the title (某大会举行记者会)."""
    last = events_of(reading).held_before(position, ahead=False)
    if last is None or _BRIEFING.search(last.name):
        return last
    title = (e.entity for e in events_of(reading).found if e.held and e.end <= reading.body_start)
    return next((entity for entity in title if _BRIEFING.search(entity.name)), None)


_ANSWERS = re.compile(
    r"(?:就[^，。；]{2,40}?)?(?:回答|答)了?(?:中外)?记者的?提问|(?:在[^，。；]{2,16}时)?(?:，)?(?:介绍|表示|说|指出|透露|回应|分享)"
)


def _officers(reading: Reading) -> None:
    """甲部举行新闻发布会，…。|部长某某介绍: those who hold a post speak at the press conference of the article."""
    for person in reading.names(reading.body_start, None, "Person"):
        if not reading.has_fact("HOLDS_POST", person.entity) or not _ANSWERS.match(reading.text, person.end):
            continue
        event = _press(reading, person.start)
        if event is not None:
            span = (person.start, reading.sentence(person.start).end)
            reading.fact("SPOKE_AT", person.entity, event, span, "speech-briefing", 0.8)


_WROTE = re.compile(
    r"[^，。；]{0,40}?(?:作出|作了|作)[^，。；]{0,6}(?:指示|批示)|[^，。；]{0,16}?(?:重要)?(?:指示|批示)(?!精神)"
    r"|(?:向[^，。；]{2,30})?(?:发来|致)(?:贺信|贺电)|致(?:信|电)祝贺"
)
_PASSED_ON = re.compile(r"(?:传达(?:学习|贯彻)?了?|根据|按照|遵照)[^，。；]{0,24}$")


def _away(reading: Reading) -> set[Entity]:
    """Return the persons who were not there: whose written instructions or words were passed on."""
    text, found = reading.text, set[Entity]()
    for mention in reading.names(0, None, "Person"):
        passed = _PASSED_ON.search(text, max(reading.sentence(mention.start).start, mention.start - 28), mention.start)
        if passed or _WROTE.match(text, mention.end):
            found.add(mention.entity)
    there = {f.source for f in reading.facts if f.type in _PRESENT}
    return found - there


def _quoted(reading: Reading, person: Entity, position: int) -> bool:
    """甲强调，…。乙指出，…: in one paragraph, the words of somebody without a part in anything are what the first quotes."""
    if any(reading.has_fact(kind, person) for kind in _PRESENT):
        return False
    line = reading.text.rfind("\n", 0, position) + 1
    for before in reading.names(line, position, "Person"):
        if before.entity is not person and any(reading.has_fact(kind, before.entity) for kind in _PRESENT):
            return bool(_STRESS.match(reading.text, before.end) or _SAY.match(reading.text, before.end))
    return False


_PRESENT = ("ATTENDED", "CHAIRED", "LED")


def _spoke(reading: Reading, person: Entity, span: tuple[int, int], rule: str, at: int | None = None) -> None:
    """Add that somebody spoke at the event told of last, or at one that the same line goes on to tell of."""
    said, events = span[0] if at is None else at, events_of(reading)
    line = reading.text.find("\n", said)
    event = events.held_before(said, ahead=False) or events.held_before(
        line if line >= 0 else len(reading.text), ahead=False
    )
    event = where_present(reading, person, event, said)
    if event is not None:
        reading.fact("SPOKE_AT", person, event, span, rule, 0.85)
