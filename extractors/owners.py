"""Whose it is: the bodies, project, event, person or place that a number tells of."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors.lexicon import HAN
from extractors.neighbours import adjacent, ahead_of, counts_list, described
from extractors.owner_events import draws, event_owner, held_events, is_total, takes_part, total_owner
from extractors.owner_nouns import noun_subject
from extractors.owner_occasions import of_occasion
from extractors.owner_people import by_teller, in_quotation, of_house, of_person, person_of
from extractors.owner_references import (
    VILLAGERS,
    of_several,
    one_villager,
    opening_project,
    referred,
    these,
    this_one,
    whole_level,
)
from extractors.owner_shorts import short_for
from extractors.owner_told import of_meeting, of_policy
from extractors.owner_topics import COMPANY_WORDS, ONLY_PLACE, PROJECT_WORDS, carried, item_start
from extractors.reading import Entity, Mention, Reading
from extractors.served import Owner, labelled, served_by
from extractors.subjects import Role, Subject, clause_start, settle, subjects
from extractors.text import Span
from extractors.unread import leads_to_unread, unread_between, unread_investor, unread_part

_DATIVE = re.compile(r"[^，。；]{0,4}(?:交办|转办|移交|下达|反馈)")
_MADE = re.compile(rf"[{HAN}]{{2,8}}的?|[{HAN}]{{2,6}}的[^，。；]*")
_PLACE_WORDS = re.compile(
    rf"(?:村集体|人均|农民|居民|{VILLAGERS}|人口|户籍|生产总值|财政收入|可支配收入|全村|全镇)[^，。；\d]{{0,16}}$"
)
_EACH = re.compile(r"分别[^，。；]*")
_VALUE = re.compile(r"\d[\d.,]*")
_LIES = re.compile(r"(?:位于|在)[^，。；]{0,8}\Z")
_HARMED = re.compile(r"[^，。、]{0,10}(?:死亡|受伤|遇难|丧生|身亡|失踪)")
_HARMED_BEFORE = re.compile(r"(?:死亡|受伤|遇难|丧生|身亡|失踪)[^，。]{0,4}$")
_ATTACK = re.compile(r"空袭|袭击|轰炸|炮击|打击|军事行动|以军行动")
_WHOLE_WORD = re.compile(r"(?:全|我)[省市县区州国镇村]")
_SO_FAR = re.compile(r"其中|今年|全年|近年|以来|截至|计划|目前|季度")
"""In a sentence about a place: its projects, whatever ceremony was told of before."""
_THAT_PLACE = re.compile(r"该[省市县区旗][^，。；]{0,4}(?:当[月年]|本[月年]|今年|去年|累计|全年|已|现有)")
"""该市当月|共签约12个: the place's, whatever ceremony was told of before."""
_SINGLE = ("Project", "Company", "Organization")
_FARTHEST = 400
"""How many characters back in its sentence a subject is looked for."""


def owners(reading: Reading, start: int, end: int) -> list[Owner]:
    """Return whose the words from start to end are: several for a list of equals, none when the text does not tell.

    In this order: the name that the words describe, the event at which so many took part, what the measured thing
    asks for (a project for 总投资, a company for 税收), the subject of the clause, of the clauses before it, of the
    sentences before, the place of the article for what only a whole place has.
    """
    sentence = reading.sentence(start)
    sentence = Span(max(sentence.start, start - _FARTHEST), sentence.end)
    named = described(reading, end) or (None if draws(reading, start, end) else adjacent(reading, start))
    if named:
        return [Owner(named, 0.9, "described")]
    names = list(subjects(reading, sentence, start))
    built = _built(reading, names, start, end)
    if built:
        return built
    house = of_house(reading, start)
    if house:
        return house
    told_of = of_meeting(reading, sentence, start, end) or of_policy(reading, sentence, start, end)
    if told_of:
        return told_of
    investor = _investor(reading, start)
    if investor is not None:
        return [Owner(investor.entity, 0.75, "investor")]
    if counts_list(reading, start) or _of_unnamed(reading, start, end):
        return []
    costing = _costing(reading, sentence, start)
    if costing is not None:
        return [Owner(costing.entity, 0.85, "costing")]
    floor = item_start(reading, sentence)
    total = is_total(reading, sentence, start, end)
    told = max(
        (m.end for e in held_events(reading, start, sentence.start) for m in e.mentions if m.end <= start), default=0
    )
    of_place = _THAT_PLACE.search(reading.text, max(sentence.start, told), start) or (
        _SO_FAR.search(reading.text, max(sentence.start, told), start)
        and any(name.label == "Place" and name.role == Role.HEAD for name in names)
    )
    event = (total_owner(reading, start) if total and not of_place else None) or event_owner(
        reading, sentence, start, end, floor, names
    )
    if event:
        return [Owner(event, 0.75, "event")]
    occasion = of_occasion(reading, sentence, start, floor, names)
    if occasion:
        return occasion
    if takes_part(reading, start, end):
        return []
    before = reading.text[sentence.start : start]
    if total:
        names = [name for name in names if name.label not in _SINGLE]
    struck = _caught(reading, sentence, start, end) or _struck(reading, sentence, start, end)
    if struck is not None:
        return struck
    clause = clause_start(reading, sentence.start, start)
    given = _given(reading, names, clause) or _made(reading, names, clause, start)
    if given:
        return given
    done = _once_done(reading, sentence, floor, start)
    if done is not None:
        return [Owner(done, 0.7, "once done")]
    acts = next((n for n in names if n.label == "Agency" and n.role == Role.HEAD and n.clause >= clause), None)
    names = [name for name in (served_by(reading, name, clause, start) for name in names) if name]
    this = this_one(reading, floor, clause, start)
    if this is not None:
        return this
    if unread_part(reading, sentence, start) or unread_investor(reading, sentence, start):
        return []
    if of_several(reading, sentence, start):
        return []
    reported = _reported(reading, sentence, names, start)
    if reported is not None:
        return [Owner(reported.entity, 0.65, "reported")]
    opening = opening_project(reading, sentence, floor, before) or these(reading, floor, sentence, clause, start)
    if opening:
        return opening
    only_place = ONLY_PLACE.search(before[-30:]) is not None
    noun = None if only_place else noun_subject(reading, sentence, floor, start, names)
    if noun is not None and noun.entity is not None and not (total and noun.entity.label in _SINGLE):
        return [Owner(noun.entity, 0.7, "noun")]
    short = [] if noun is not None or only_place else short_for(reading, sentence, floor, start, names)
    if short and not (total and short[0].entity.label in _SINGLE):
        return short
    whole = whole_level(reading, clause, start)
    if whole is not None:
        return whole
    if only_place:
        names = [name for name in names if name.label == "Place"]
    park = _of_park(names, before)
    if park is not None:
        return [Owner(settle(reading, park), 0.75, "park")]
    known = _asked_for(reading, start, before, names, total) or referred(reading, sentence, floor, before, total)
    if known:
        return known
    unread = noun is not None and noun.entity is None
    spoken = None if unread else _spoken_of(reading, sentence, clause, start, names)
    if spoken is not None:
        return spoken
    if acts is not None:
        return []
    other = by_teller(reading, sentence, start) or _listed(reading, clause, start) or in_quotation(reading, start)
    if other:
        return other
    if unread or _OF_SOME_FIRM.search(before):
        return []
    return ahead_of(reading, sentence, end, before) or carried(reading, sentence, floor, clause, start, total)


_PUTS_IN = re.compile(
    r"(?:投资|出资|捐资|筹资|捐赠|捐款|援助|投入)(?:帮扶|援建|援助|专项)?(?:资金|款|善款)?(?:近|约|超|逾|达)?\Z"
)


_BUILDS = re.compile(
    r"(?:左右|以上)?(?:在[^，。；]{2,14})?(?:投资)?(?:兴建|建设|新建|打造|建起|建成|改建|扩建|修建)(?:了|的)?(?:一[个座家条])?"
)
_FUNDS = re.compile(r"(?:投资|投入|出资|投)(?:近|约|超|逾|达|了)*\Z")


def _built(reading: Reading, names: list[Subject], start: int, end: int) -> list[Owner]:
    """Return the project that a sum builds, and the firm whose sum it is: 某公司投资12亿元建设|某基地."""
    funds = _FUNDS.search(reading.text, max(0, start - 8), start)
    builds = _BUILDS.match(reading.text, end) if funds is not None else None
    project = reading.name_at(builds.end()) if builds is not None else None
    if project is None or project.label != "Project":
        return []
    clause = clause_start(reading, reading.sentence(start).start, start)
    firms = [n.last for n in names if n.label == "Company" and n.role == Role.HEAD and n.clause >= clause]
    return [Owner(m.entity, 0.75, "built") for m in (project, *firms[:1])]


def _investor(reading: Reading, start: int) -> Mention | None:
    """Return what is built, else who puts in so much: 某项目由某公司投资2亿元建设, 由|某公司|投资2亿元建设."""
    m = _PUTS_IN.search(reading.text, max(0, start - 12), start)
    body = reading.name_ending_at(m.start(), "Company", "Organization", "Agency") if m is not None else None
    if body is None or reading.text[body.start - 1] not in "由是":
        return None
    part = clause_start(reading, reading.sentence(start).start, body.start)
    return next(reading.names(part, body.start, "Project"), body)  # 某项目|由某公司投资2亿元建设: the project's


_YEARLY = re.compile(r"，(?:预计|可|每)*(?:年|日)(?:均)?(?:产|出[圃栏]|加工|处理|供|屠宰|生产|储)[^，。；\d]{0,10}\Z")
_FOUNDS = re.compile("(?:建成|建起|建立|成立|组建|创办|新建)了?\\Z")


def _founded(reading: Reading, sentence: Span, start: int) -> Mention | None:
    """Return what the clause before says was built or founded: 建成|某育苗中心，年出圃种苗60万株."""
    m = _YEARLY.search(reading.text, max(sentence.start, start - 24), start)
    name = reading.name_ending_at(m.start(), "Organization", "Company", "Project") if m is not None else None
    return name if name is not None and _FOUNDS.search(reading.text, sentence.start, name.start) else None


_COSTS = re.compile(
    r"，(?:该?项目)?(?:计划|预计|规划|概算|协议)?(?:总投资|(?<=协议)投资|(?<=计划)投资|总占地|规划用地|占地|(?:总)?建筑面积|设计年产)[^，。；\d]{0,8}\Z"
)


def _costing(reading: Reading, sentence: Span, start: int) -> Mention | None:
    """Return the one project that the clause before ends with: 某公司在某镇投资建设核桃加工项目，|总投资3亿元."""
    m = _COSTS.search(reading.text, max(sentence.start, start - 24), start)
    project = reading.name_ending_at(m.start(), "Project") if m is not None else _founded(reading, sentence, start)
    if project is None or reading.text[project.start - 1 : project.start] in tuple("、和及与"):
        return None
    return project


# 投运后，甲省每年可向乙省输送…: what a work is good for
_ONCE_DONE = re.compile(
    r"(?:项目|工程|线路|铁路|公路|大桥|电站)?(?:全部|全面|全线|正式)?(?:建成|投运|投产|投用|通车|开通|竣工|达产|运行)(?:投产|投运|投用|通车|运营|运行|使用)?后，"
)


def _once_done(reading: Reading, sentence: Span, floor: int, start: int) -> Entity | None:
    """Return the one work of the sentences before, where this one opens with what it will bring once it is built."""
    opens = _ONCE_DONE.match(reading.text, sentence.start, start)
    if opens is None or next(reading.names(opens.end(), start, "Project", "Company", "Organization"), None) is not None:
        return None
    low = max(floor, reading.body_start, sentence.start - _FARTHEST)
    works = [m.entity for m in reading.names(low, sentence.start, "Project")]
    return works[-1] if works and len(set(works)) == 1 else None


_REPORTED = re.compile(r"(?:通报|介绍|汇报|反馈|公布)了?[^，。；：]{2,40}(?:情况|成效|数据|战果)：")


def _reported(reading: Reading, sentence: Span, names: list[Subject], start: int) -> Mention | None:
    """Return the place whose state somebody reports, where nothing is named since: 通报了|全县|案件查处情况：共立案71件."""
    told = _REPORTED.search(reading.text, sentence.start, start)
    if told is None or any(name.clause >= told.end() for name in names):
        return None
    return max(reading.names(told.start(), told.end(), "Place"), key=lambda name: name.start, default=None)


_INVESTED = re.compile(r"投资(?:总?额)?(?:约|达|近|超过?|为)?\Z")
_SOME_PROJECT = re.compile(r"的[^，。；]{2,40}?(?:项目|工程)(?=[，。；])")


def _of_unnamed(reading: Reading, start: int, end: int) -> bool:
    """Tell whether the number is what a project costs that has no name: 总投资7亿元|的高标准农田建设项目."""
    costs = _INVESTED.search(reading.text, max(0, start - 8), start)
    return costs is not None and _SOME_PROJECT.match(reading.text, end) is not None


def _listed(reading: Reading, clause: int, start: int) -> list[Owner]:
    """Return the place that leads to a list of what was not read: `甲市乙县某河、丙县某河等13条`."""
    text = reading.text
    first = next(reading.names(clause, start, "Place"), None) if text[start - 1] == "等" else None
    leads = first is not None and text[first.end] not in "、和与及" and "、" in text[first.end : start]
    if leads and first is not None and first.entity.seat is not None:
        own = first.entity.seat.code[:2]
        seats = [p.entity.seat for p in reading.names(first.end, start, "Place")]
        if any(seat is not None and not seat.code.startswith(own) for seat in seats):
            return []  # 甲省某县、乙省某市等100个: of more than one province
    return [Owner(first.entity, 0.6, "listed")] if first is not None and leads else []


def _made(reading: Reading, names: list[Subject], clause: int, start: int) -> list[Owner]:
    """Return who made what is counted: `由甲公司研制的5个产品`."""
    for name in names:
        agent = name.role == Role.ASIDE and reading.text[name.names[0].start - 1] == "由"
        if agent and name.clause >= clause and _MADE.fullmatch(reading.text, name.last.end, start):
            return [Owner(settle(reading, name.last), 0.65, "made")]
    return []


def _given(reading: Reading, names: list[Subject], clause: int) -> list[Owner]:
    """Return the place of `向甲市交办问题5件`."""
    for name in names:
        given = name.role == Role.ASIDE and name.label == "Place" and name.clause >= clause
        if given and _DATIVE.match(reading.text, name.last.end):
            return [Owner(settle(reading, name.last), 0.6, "given")]
    return []


def _struck(reading: Reading, sentence: Span, start: int, end: int) -> list[Owner] | None:
    """Return the place where people came to harm in an attack, never who attacked; None for other numbers."""
    harmed = _HARMED.match(reading.text, end) or _HARMED_BEFORE.search(
        reading.text, max(sentence.start, start - 8), start
    )
    attack = _ATTACK.search(reading.text, sentence.start, start) if harmed else None
    if attack is None:
        return _in_accident(reading, sentence, start) if harmed else None
    place = next(reading.names(attack.end(), start, "Place"), None)
    for named in reading.names(sentence.start, attack.start(), "Place") if place is None else ():
        if _LIES.search(reading.text, sentence.start, named.start):
            place = named  # 该机构位于甲市的一栋建筑遭袭击
    return [Owner(place.entity, 0.6, "struck")] if place else []


_ACCIDENT = re.compile(r"(?:事故|坠毁|爆炸|火灾|地震|山火|枪击|踩踏|洪水|洪灾|山体滑坡|翻船|泥石流)[^，。]{0,6}造成")


def _in_accident(reading: Reading, sentence: Span, start: int) -> list[Owner] | None:
    """Return the place of 发生在甲市某处的事故造成3人死亡, when the sentence says where it happened so."""
    accident = _ACCIDENT.search(reading.text, sentence.start, start)
    lies = list(reading.names(sentence.start, accident.start(), "Place")) if accident is not None else []
    there = [place for place in lies if _HAPPENED.search(reading.text, sentence.start, place.start)]
    return [Owner(there[-1].entity, 0.6, "struck")] if there else None


_HAPPENED = re.compile(r"发生在[^，。；]{0,10}\Z")
_CAUGHT = re.compile(r"[^，。、的]{0,8}(?:抓捕|逮捕|击毙|打死|扣押|缴获|查获|救出|搜救出|转移|疏散)了?[^，。]{0,6}")
_LOST_AT = re.compile(r"[^，。、]{0,8}在(?=[^，。、]{2,10}(?:丧生|死亡|遇难|身亡|失踪|受伤))")


def _caught(reading: Reading, sentence: Span, start: int, end: int) -> list[Owner] | None:
    """Return the place of 在甲市抓捕了5名, 5名儿童在甲市丧生."""
    lost = _LOST_AT.match(reading.text, end, sentence.end)
    place = reading.name_at(lost.end()) if lost is not None else None
    for named in reading.names(max(sentence.start, start - 24), start, "Place") if place is None else ():
        if reading.text[named.start - 1] == "在" and _CAUGHT.fullmatch(reading.text, named.end, start):
            place = named
    return [Owner(place.entity, 0.7, "caught")] if place is not None and place.label == "Place" else None


_PARK_COSTS = re.compile(r"，项目(?:计划|预计|规划)?总投资[^，。；\d]{0,4}$")


def _of_park(names: list[Subject], before: str) -> Mention | None:
    """某产业园规划面积…，项目|总投资20亿元: the park is the project where the sentence is about it."""
    heads = [n for n in names if n.label == "Place" and n.role == Role.HEAD] if _PARK_COSTS.search(before) else []
    return next((n.last for n in heads if n.last.entity.properties.get("level") == "zone"), None)


def _asked_for(reading: Reading, start: int, before: str, names: list[Subject], total: bool) -> list[Owner]:
    for words, label in ((PROJECT_WORDS, "Project"), (COMPANY_WORDS, "Company"), (_PLACE_WORDS, "Place")):
        found = words.search(before)
        if found is not None and not (label == "Place" and one_villager(reading, start - len(before) + found.start())):
            if total and label != "Place":
                return []
            fit = [name for name in names if name.label == label and name.role > Role.ASIDE and len(name.names) == 1]
            if label == "Place" and "村" in before[-20:]:  # what villagers earn is not the park's
                fit = [name for name in fit if name.last.entity.properties.get("level") != "zone"]
            if not fit and label == "Place":
                return _of_its_village(reading, start, before)
            return [Owner(settle(reading, max(fit, key=lambda name: name.role).last), 0.9, "asked for")] if fit else []
    return []


def _of_its_village(reading: Reading, start: int, before: str) -> list[Owner]:
    """村集体|收入63万元: the one village of the article that was named before."""
    if not _VILLAGE_OWN.search(before):
        return []
    villages = {
        p for p in labelled(reading, "Place") if p.name.endswith("村") and any(m.start < start for m in p.mentions)
    }
    return [Owner(villages.pop(), 0.65, "its village")] if len(villages) == 1 else []


_VILLAGE_OWN = re.compile(r"(?:村集体|全村)[^，。；\d]{0,12}$")
_OF_SOME_FIRM = re.compile(
    r"(?:^|[，；：“])(?:该)?(?:公司|工厂|厂里|厂区|车间|合作社|酒店|店里|商场)(?!化|制|治理)[^，。；\d]{0,30}$"
)
"""In the clause of a number: one firm, whose name was not read."""


def _spoken_of(reading: Reading, sentence: Span, clause: int, start: int, names: list[Subject]) -> list[Owner] | None:
    """Return the subject of the number's clause, or of the clauses before it in the sentence.

    None when there is none; an empty list when the subject is a person of office or was not read as a name.
    """
    listed = reading.text.startswith("等", start - 1) and any(reading.names(clause, start, "Person"))
    if listed or reading.name_ending_at(start, "Person") is not None:
        return []  # 田某、贺某等|30名…, 田某、贺某|2人: they are counted
    best = max(names, key=lambda name: name.role, default=None)
    person = person_of(reading, sentence, clause, start)
    if person is not None and not (best and best.role == Role.HEAD and best.clause >= person.start):
        return of_person(reading, person, clause, start)
    whole = next((n for n in names if n.clause >= clause and n.role >= Role.INNER and _self_word(reading, n)), None)
    best = whole or best
    if best is None or best.role < Role.INNER:
        return None
    if unread_between(reading, best.last.end, start) or leads_to_unread(reading, best):
        return []
    confidence = 0.85 if best.role == Role.HEAD else 0.65
    return [Owner(settle(reading, name), confidence, "subject") for name in _sharers(reading, best, start)]


def _self_word(reading: Reading, name: Subject) -> bool:
    """Tell whether the name is a word such as 全省, 我国: what the sentence itself says it is about."""
    return name.label == "Place" and bool(_WHOLE_WORD.match(reading.text, name.last.start, name.last.end))


def _sharers(reading: Reading, subject: Subject, start: int) -> Iterable[Mention]:
    """Return those of a list that share the number; with 分别 the one whose turn it is."""
    between = reading.text[subject.last.end : start]
    if len(subject.names) == 1 or "分别" not in between:
        return subject.names
    values = _EACH.match(reading.text, subject.last.end + between.index("分别"))
    if not values or len(_VALUE.findall(values[0])) != len(subject.names):
        return subject.names
    turn = len(_VALUE.findall(between.split("分别", 1)[1]))
    return subject.names[turn : turn + 1]
