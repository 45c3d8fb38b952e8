"""Deputies and members whom their body calls out to inspect: the activity by its own name, and the groups it splits into."""

from __future__ import annotations

import re

from extractors.events.occasion import add_event
from extractors.events.visits import add_visit, visits_of
from extractors.lexicon import HAN
from extractors.reading import Entity, Mention, Reading
from extractors.text import Span

_CALLED_OUT = re.compile(
    r"(?<![将拟需])(?:组织(?:了|(?=开展))?(?:[^。；，]{0,40}?(?:委员|代表|组成人员|成员|干部|职工|书记|主任|负责人|负责同志)们?[^。；，、]{0,6}?)?(?:开展|进行)|开展(?=(?:人大|政协)?(?:委员|代表)))了?"
    r"(?P<name>(?!深入|到|赴)(?:“[^”\n]{2,14}”)?[^，。；、“”]{0,30}?(?:视察|观摩|考察|调研|参观)活动)(?=[，。；])"
)
_BEFORE = re.compile(r"(?:近日|日前|今天|昨天|[上下]午|[\d月日])*")


def read(reading: Reading) -> None:
    """Add the inspection that a body calls its members to, who heads it, and each group's own round."""
    _called_out(reading)
    _rounds(reading)


def _called_out(reading: Reading) -> None:
    """市政协|组织部分委员开展2025年度集中视察活动: the article's inspection has a name of its own."""
    for m in _CALLED_OUT.finditer(reading.text, reading.body_start):
        name = m["name"]
        if len(name) < _NAMED:
            continue
        kind = "visit" if name.endswith(("观摩活动", "参观活动", "考察活动")) else "inspection"
        trip = add_event(reading, name, *m.span("name"), kind, "activity-called-out", 0.8)
        body = _body(reading, m.start())
        if body is not None:
            reading.fact("CONVENED", body.entity, trip, (body.start, m.end()), "trip-called", 0.85)
        add_visit(reading, trip, m.start("name"), [])
        return


_NAMED = 6
"""The shortest name that says which activity it is: 集中视察活动."""


def _body(reading: Reading, at: int) -> Mention | None:
    """Return the body right before the verb, adverbs of time between."""
    body = next(reversed(list(reading.names(max(reading.sentence(at).start, at - 30), at, "Agency"))), None)
    return body if body is not None and _BEFORE.fullmatch(reading.text, body.end, at) else None


_HEAD = re.compile(
    r"(?:带队|率队|(?:为|任|担任)(?:团长|组长|领队))(?:参加|视察|调研|检查|督查|督导|观摩|考察)?(?=[。，；])"
)
_SOON = 160


def heads(reading: Reading) -> None:
    """…视察活动。活动以主席甲为团长; …进行视察。副主席乙带队。: who headed the inspection that was just named."""
    visit = next(iter(visits_of(reading)), None)
    if visit is None:
        return
    trip = visit.entity
    since = trip.mentions[0].start if trip.mentions else 0
    for m in _HEAD.finditer(reading.text, since, min(len(reading.text), since + _SOON)):
        if any(0 <= whole.start - m.end() <= _NEAR for whole in reading.memory.get("rounds", ())):
            continue  # 第一组由甲带队，|视察了…
        low = max(reading.text.rfind(mark, 0, m.start()) for mark in "，；。\n") + 1
        if reading.name_ending_at(m.start(), "Person") is None:
            continue
        for leader in reading.names(low, m.start(), "Person"):
            reading.fact("LED", leader.entity, trip, (leader.start, m.end()), "trip-head", 0.85)
            visit.leaders.append(leader.entity)


_CLAUSE = re.compile(r"[^；。\n]+")
_GROUP = re.compile(rf"(?:一个|第[一二三四五六七八九十]{{1,2}}个?)[{HAN}]{{0,4}}?(?:小?组|分?团)(?!织)")
_HEADED = re.compile(r"[团组]长|领队|带队|带领|率")
_ROUND = re.compile(
    r"(?:实地|集中)?(?:到(?![位了])|赴|前往|来到|深入|走进|视察|调研|察看|查看|参观|观摩|检查|考察|督查|督导)(?![团组])(?=[^；。]{2})[^，；。]*"
)


def _rounds(reading: Reading) -> None:
    """副主任甲带领一个视察组到某镇…；副主任乙为第二视察分团团长的视察团视察了…: two or more, each with its leaders and places."""
    rounds: list[tuple[Span, list[Mention], Span]] = []
    for clause in _CLAUSE.finditer(reading.text, reading.body_start):
        group = _GROUP.search(clause[0]) if "组" in clause[0] or "团" in clause[0] else None
        headed = _HEADED.search(clause[0]) if group is not None else None
        if group is None or headed is None:
            continue
        ready = clause.start() + max(group.end(), headed.end())
        people = list(reading.names(clause.start(), clause.end(), "Person"))
        first = next((p for p in people if p.end <= ready or p.start - ready <= _NEAR), None)
        if first is None:
            continue
        ready = max(ready, first.end)
        doing = _ROUND.search(reading.text, ready, clause.end())
        if doing is None or doing.start() - ready > _NEAR:
            continue
        leaders = [p for p in people if p.end <= doing.start()]
        rounds.append((Span(doing.start(), doing.end()), leaders, Span(doing.start(), clause.end())))
    if len(rounds) < _SEVERAL:
        return
    for said, leaders, whole in rounds:
        visit = add_event(
            reading, reading.text[said.start : said.end], said.start, said.end, "inspection", "activity-round", 0.75
        )
        reading.memory.setdefault("rounds", []).append(whole)
        for leader in leaders:
            reading.fact("LED", leader.entity, visit, (leader.start, said.end), "round-leader", 0.85)
        _places(reading, visit, whole)


_NEAR = 12
_SEVERAL = 2


def _places(reading: Reading, visit: Entity, whole: Span) -> None:
    for place in reading.names(whole.start, whole.end, "Place"):
        if reading.text[place.start] not in "我全":
            reading.fact("HELD_IN", visit, place.entity, (whole.start, place.end), "round-place", 0.8)
