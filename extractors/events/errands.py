"""Visits and errands that the article tells of in passing: who led a check that day, commanded a rescue, lectured, tried a case."""

from __future__ import annotations

import re

from extractors.dates import find_dates
from extractors.events import past_visits, services
from extractors.events.meeting import events_of
from extractors.events.occasion import add_event
from extractors.events.openers import openers
from extractors.events.venues import places_at
from extractors.events.visits import Visit, add_visit, visit_at, visits_of
from extractors.lexicon import HAN
from extractors.names.holders import is_reporter
from extractors.reading import Entity, Mention, Reading
from extractors.text import Span


def read(reading: Reading) -> None:
    """Add what the rules for the article's own visits leave: told with its day, or with who did it on the spot."""
    _commanded(reading)
    _led(reading)
    _while(reading)
    _looked_into(reading)
    _lectured(reading)
    _tried(reading)
    services.read(reading)
    past_visits.read(reading)


def _day_of(reading: Reading, sentence: Span, stop: int) -> bool:
    """Tell whether a sentence has its day before this position, and tells of no habit."""
    if _HABIT.search(reading.text, sentence.start, stop):
        return False
    days = find_dates(reading.text, sentence.start, stop, reading.date)
    return any(day.kind in ("day", "interval") for day in days) or (
        _SOME_DAY.search(reading.text, sentence.start, stop) is not None
    )


_SOME_DAY = re.compile("近日|日前|[今昨][日天]|[当同][日天]|连夜|第一时间")
_HABIT = re.compile(
    "以来|累计|每[年月周天逢日]|经常|常年|长期|多次|定期|[要将拟]|计划|下一步|去年|往年|历年|曾|指出|要求|表示"
)


def _clause(reading: Reading, at: int) -> int:
    """Return where the clause begins that this position is in."""
    return max(reading.sentence(at).start, *(reading.text.rfind(mark, 0, at) + 1 for mark in "，；。\n"))


def _people(reading: Reading, at: int) -> list[Mention]:
    """Return the people whom the clause names before this position, the last of them right before but for how they go."""
    people = [p for p in reading.names(_clause(reading, at), at, "Person") if not is_reporter(p.entity)]
    return people if people and _MANNER.fullmatch(reading.text, people[-1].end, at) else []


_MANNER = re.compile(
    "(?:等(?:[省市县区州]?(?:委|政府|党政)?领导(?:同志|干部)?)?|一行|先后|分别|连夜|冒雨|冒雪|紧急|火速|迅速|立即|第一时间|亲自|再次|专程|又|还|也|来到|率队|带队|带领[^，。；]{2,24}|率[^，。；]{2,16}){0,4}"
)


def _add(reading: Reading, name: Span, leaders: list[Mention], rule: str, kind: str = "inspection") -> Entity:
    """Return the visit of this name, led by them, which ends with its sentence."""
    sentence = reading.sentence(name.start)
    later = visit_at(reading, name.start) is not None
    visit = add_event(
        reading, reading.text[name.start : name.end], name.start, name.end, kind, rule, 0.7, planned=later
    )
    who = [person.entity for person in leaders]
    for person in leaders:
        reading.fact("LED", person.entity, visit, (person.start, name.end), "errand-led", 0.8)
    if later:
        visits_of(reading).append(Visit(visit, sentence.start, who, sentence.end))
    else:
        add_visit(reading, visit, sentence.start, who)
    return visit


def _known(reading: Reading, span: Span) -> bool:
    """Tell whether an activity has been read in these words."""
    return any(
        e.entity.label == "Activity" and e.start < span.end and span.start < e.end for e in events_of(reading).found
    )


# 县长甲连夜赶赴乙镇|指挥抢险, 赶到丙村，现场指导险情处置
_COMMANDED = re.compile(
    r"(?P<name>(?:赶赴|赶到|赶往|奔赴|来到|深入|前往|到|赴)(?P<where>[^，。；“”]{2,24}?)，?(?:一线|现场|靠前){0,2}(?:指挥|指导|调度)(?:抢险|救援|救灾|抗洪|防汛|灭火|处置|[^，。；]{2,14}(?:抢险|救援|处置|救灾|灭火))[^，。；]{0,6})(?=[，。；])"
)


def _commanded(reading: Reading) -> None:
    if "指挥" not in reading.text and "指导" not in reading.text:
        return
    for m in _COMMANDED.finditer(reading.text, reading.body_start):
        people = _people(reading, m.start())
        if people and not _known(reading, Span(*m.span())) and not _HABIT.search(reading.text, people[-1].end, m.end()):
            _add(reading, Span(*m.span()), people, "activity-commanded")


_LOOK = "检查|督查|督导|调研|走访|巡查|察看|考察|夜查|暗访|慰问|视察"
# 1月8日，局长甲率队|检查春运准备工作，, 县委书记乙|到园区调研，
_LED = re.compile(
    rf"(?P<name>(?:(?:到|来到|深入|前往|走进)[{HAN}“”]{{2,14}}?)?(?:{_LOOK})(?![组员团])(?:(?!时)[^，。；“”]){{0,24}})(?=[，。；])"
)


def _led(reading: Reading) -> None:
    """Read one visit where the article has told of none so far."""
    if visits_of(reading) or any(word in reading.text[: reading.body_start] for word in ("会议", "大会")):
        return
    for m in _LED.finditer(reading.text, reading.body_start):
        people = _people(reading, m.start())
        if not people or not _day_of(reading, reading.sentence(m.start()), m.start()):
            continue
        goes = m[0].startswith(("到", "来到", "深入", "前往", "走进"))
        if not (goes or _LEADS.search(reading.text, people[-1].end, m.start())) or _known(reading, Span(*m.span())):
            continue
        _add(reading, Span(*m.span()), people, "activity-led")
        return


_LEADS = re.compile("率|带队|带领")
# 区委书记甲在|调研示范园|时要求
_WHILE = re.compile(rf"(?<=在)(?P<name>(?:{_LOOK})[^，。；“”]{{2,16}}?)(?=时，?(?:强调|指出|要求|说|表示))")


def _while(reading: Reading) -> None:
    for m in _WHILE.finditer(reading.text, reading.body_start):
        people = _people(reading, m.start() - 1)
        if people and visit_at(reading, m.start()) is None and not _known(reading, Span(*m.span())):
            _add(reading, Span(*m.span()), people, "activity-while")


# 2月26日至3月5日，县人居办会同县纪委监委|对全县环境卫生整治工作进行了暗访督查
_LOOKED_INTO = re.compile(
    r"(?P<name>(?<![针应面])对(?![此其][^，。；]{0,4}[进开]|照|接|口|标)[^，。；]{2,40}?(?:进行|开展)了?[^，。；]{0,8}?(?:检查|抽查|督查|暗访|巡查|督导|排查|普查|审计|审计调查))(?=[，。；])"
)


def _looked_into(reading: Reading) -> None:
    for m in _LOOKED_INTO.finditer(reading.text, reading.body_start):
        sentence = reading.sentence(m.start())
        known = _known(reading, Span(*m.span())) or visit_at(reading, m.start()) is not None
        if known or not _period_of(reading, sentence, m.start()):
            continue
        row = openers(reading, sentence.start, m.start())
        bodies = [body for body in row if body.label == "Agency"]
        if not bodies or any(reading.names(sentence.start, m.start(), "Person")):
            continue
        _add(reading, Span(*m.span()), bodies, "activity-looked-into")


def _period_of(reading: Reading, sentence: Span, stop: int) -> bool:
    days = find_dates(reading.text, sentence.start, stop, reading.date)
    dated = any(day.kind in ("day", "interval", "month") for day in days)
    return dated and not _HABIT.search(reading.text, sentence.start, stop)


# 副校长甲来到乙镇丙村，|为镇村干部群众宣讲某次全会精神
_LECTURED = re.compile(
    r"(?:来到|走进|深入|到|赴|前往|在)(?P<where>[^，。；“”]{2,24}?)，?(?P<name>[为向给与][^，。；、]{2,16}?(?:宣讲|讲授|作[^，。；]{0,6}(?:宣讲|辅导报告|专题报告))[^，。；]{2,36})(?=[，。；])"
)


def _lectured(reading: Reading) -> None:
    if "宣讲" not in reading.text and "讲授" not in reading.text and "报告" not in reading.text:
        return
    for m in _LECTURED.finditer(reading.text, reading.body_start):
        people = _people(reading, m.start())
        sentence = reading.sentence(m.start())
        if not people or _known(reading, Span(*m.span())) or not _day_of(reading, sentence, m.start()):
            continue
        talk = _add(reading, Span(*m.span("name")), people, "activity-lectured", "other")
        for person in people:
            reading.fact("SPOKE_AT", person.entity, talk, (person.start, m.end()), "errand-speaker", 0.8)
        for place in places_at(reading, *m.span("where")):
            reading.fact("HELD_IN", talk, place, m.span(), "errand-at", 0.75)


# 11月29日，某县人民法院在某村|公开开庭审理一起滥伐林木案
_TRIED = re.compile(
    r"(?P<name>(?:(?:公开|巡回|依法|集中|就地|现场){0,3}开庭(?:审理|宣判)|(?:公开|巡回|就地|现场){1,2}(?:审理|宣判))了?(?:(?:一起|被告人)[^，。；]{2,30}?案(?:件)?|一批[^，。；]{2,20}案件))(?=[，。；])"
)


def _tried(reading: Reading) -> None:
    if "开庭" not in reading.text and "审理" not in reading.text:
        return
    for m in _TRIED.finditer(reading.text, reading.body_start):
        sentence = reading.sentence(m.start())
        courts = [body for body in reading.names(sentence.start, m.start(), "Agency") if "法院" in body.entity.name]
        if not courts or _known(reading, Span(*m.span())) or not _day_of(reading, sentence, m.start()):
            continue
        trial = add_event(reading, m["name"], *m.span("name"), "other", "activity-tried", 0.75)
        reading.fact("CONVENED", courts[-1].entity, trial, (courts[-1].start, m.end()), "tried-by", 0.8)
        where = _AT.search(reading.text, courts[-1].end, m.start())
        if where is None:
            continue
        for place in places_at(reading, *where.span("where")):
            reading.fact("HELD_IN", trial, place, (where.start(), m.end()), "errand-at", 0.75)


_AT = re.compile("(?:在|到|来到|走进|深入|赴|搬[”’]?[到进]了?)(?P<where>[^，。；“”]{2,24}?)，?(?:[^，。；]{0,8})\\Z")
