"""The page of a thing: its names, its facts by relation, the words that prove each, and where to go on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from govgraph.shown.marks import visible
from govgraph.web.charts import line, over_time, ring, spans
from govgraph.web.lookup import Direction, Thing
from govgraph.web.site import Reading
from govgraph.web.told import Told, together, told
from govgraph.web.view import language_of, named, page, site_of, thing_address
from govgraph.web.words import vocabulary
from graph.schema import load_schema

_FEW, _PAGE, _ARTICLES, _MEETINGS, _DEMANDS, _NUMBERS = 6, 50, 6, 8, 20, 80
_READ, _NEAR, _TABLED = 24, 14, 20
_EVENTS = ("Meeting", "Activity")
_DIVIDED: set[tuple[str, Direction]] = {("LOCATED_IN", "in")}
"""Relations whose others are shown by their labels: projects, companies and bodies of a place are looked for apart."""
_INSIDE = ("key", "scope", "occasion")
"""Properties that only tell things apart; the scope stands under the name."""


@dataclass(frozen=True, slots=True)
class Group:
    """Facts of one relation, in one direction: `count` in all, `rows` those that are shown, by the sentence that tells them.

    `label` says of which kind the others are where they are told apart by it, empty where they are not.
    """

    kind: str
    direction: Direction
    count: int
    rows: list[list[Told]]
    label: str = ""

    @property
    def shown(self) -> int:
        """How many facts are shown."""
        return sum(map(len, self.rows))


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers of one measure: as they are printed with their days, and a chart where they changed."""

    name: str
    numbers: list[Told]
    chart: object


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting with what was demanded there."""

    meeting: Told
    demands: list[Told]


def thing(request: Request) -> Response:
    """Draw the page of a thing, or with `relation` all its facts of one relation."""
    wanted = request.query_params.get("id", "")
    if wanted.startswith("Article:"):
        return RedirectResponse(thing_address(wanted), 301)
    with site_of(request).reading() as reading:
        lookup = reading.lookup
        about = lookup.thing(wanted)
        if about is None:
            raise HTTPException(404, "thing")
        kinds = lookup.kinds(about.number)
        values: dict[str, Any] = {
            "thing": about,
            "properties": {k: v for k, v in about.said.items() if k not in _INSIDE and v != ""},
            "stale": reading.stale,
        }
        relation = request.query_params.get("relation", "")
        if relation in load_schema().relations:
            return _one_relation(request, reading, about, relation, kinds, values)
        special = _special(reading, about, kinds)
        left_out = special.pop("left_out")
        words = vocabulary(language_of(request))
        return page(
            request,
            "thing.html",
            **values,
            **special,
            groups=[
                group
                for kind, direction, count in _ordered(kinds, about.label in _EVENTS)
                if (kind, direction) not in left_out
                for group in _groups(reading, about, kind, direction, count)
            ],
            articles=lookup.told_in(about.number, _ARTICLES),
            months=over_time(lookup.months(about.number), words.text("thing.months")),
            ring=_ring(reading, about, words.text("thing.ring")),
        )


def _one_relation(
    request: Request,
    reading: Reading,
    about: Thing,
    relation: str,
    kinds: dict[tuple[str, Direction], int],
    values: dict[str, Any],
) -> Response:
    direction: Direction = "in" if request.query_params.get("direction") == "in" else "out"
    start = request.query_params.get("from", "")
    offset = int(start) if start.isdecimal() and len(start) < 8 else 0
    label = request.query_params.get("label", "") if (relation, direction) in _DIVIDED else ""
    others = reading.lookup.others(about.number, relation, direction) if label else {}
    count = others.get(label, 0) if label else kinds.get((relation, direction), 0)
    facts = told(reading, reading.lookup.facts(about.number, relation, direction, _PAGE, offset, label), about)
    return page(
        request,
        "relation.html",
        **values,
        group=Group(relation, direction, count, together(facts), label),
        offset=offset,
        further=offset + _PAGE if offset + _PAGE < count else None,
        back=max(offset - _PAGE, 0) if offset else None,
    )


def _groups(reading: Reading, about: Thing, kind: str, direction: Direction, count: int) -> list[Group]:
    """Facts of one relation: one group, or one for each label of what is at the other end."""
    if (kind, direction) not in _DIVIDED:
        return [Group(kind, direction, count, _few(reading, about, kind, direction))]
    others = reading.lookup.others(about.number, kind, direction)
    return [
        Group(
            kind,
            direction,
            others[label],
            _few(reading, about, kind, direction, label),
            label,
        )
        for label in load_schema().nodes
        if label in others
    ]


def _few(reading: Reading, about: Thing, kind: str, direction: Direction, label: str = "") -> list[list[Told]]:
    """The newest facts of one relation, those of one sentence in one row; a sentence of a long list of names is not cut."""
    facts = reading.lookup.facts(about.number, kind, direction, _READ, label=label)
    return together(told(reading, facts, about))[:_FEW]


def _ring(reading: Reading, about: Thing, label: str) -> object:
    """What most facts join the thing with, as a drawing: of one kind no more than half, side by side; a name once."""
    order = list(load_schema().nodes)
    chosen: dict[tuple[str, str], tuple[Thing, int]] = {}
    kinds: Counter[str] = Counter()
    for other, count in reading.lookup.nearest(about.number, 6 * _NEAR):
        if (other.label, other.name) not in chosen and kinds[other.label] < _NEAR // 2 and len(chosen) < _NEAR:
            chosen[other.label, other.name] = other, count
            kinds[other.label] += 1
    near = sorted(chosen.values(), key=lambda one: order.index(one[0].label))
    shown = [(visible(named(one)), one.label, thing_address(one.id), count) for one, count in near]
    return ring(visible(named(about)), shown, label) if len(shown) > 2 else None


def _ordered(kinds: dict[tuple[str, Direction], int], event: bool) -> list[tuple[str, Direction, int]]:
    """In the order of the schema, what the thing does before what is done to it; of an event first who held it."""
    directions: tuple[Direction, Direction] = ("in", "out") if event else ("out", "in")
    return [
        (kind, direction, kinds[kind, direction])
        for direction in directions
        for kind in load_schema().relations
        if (kind, direction) in kinds
    ]


def _special(reading: Reading, about: Thing, kinds: dict[tuple[str, Direction], int]) -> dict[str, Any]:
    """What some kinds of things show beside their plain facts, and the facts that need not be shown again."""
    left_out: set[tuple[str, str]] = set()
    career = _career(reading, about) if about.label == "Person" and ("HOLDS_POST", "out") in kinds else []
    if career:
        left_out.add(("HOLDS_POST", "out"))
    held = _held(reading, about) if ("CONVENED", "out") in kinds else []
    if not any(one.demands for one in held):
        held = []
    if held and kinds["CONVENED", "out"] <= _MEETINGS:
        left_out.add(("CONVENED", "out"))
    series = _series(reading, about) if ("HAS_MEASUREMENT", "out") in kinds else []
    if series:
        left_out.add(("HAS_MEASUREMENT", "out"))
    inspections = _inspections(reading, about) if ("HELD_IN", "in") in kinds else []
    if inspections and len(inspections) == kinds["HELD_IN", "in"]:
        left_out.add(("HELD_IN", "in"))
    return {
        "number_count": kinds.get(("HAS_MEASUREMENT", "out"), 0),
        "numbers": [number for one in series for number in reversed(one.numbers)][:_TABLED],
        "career": career,
        "held": held,
        "series": series,
        "inspections": inspections,
        "left_out": left_out,
    }


def _career(reading: Reading, about: Thing) -> list[tuple[Told, str, str, object]]:
    """The posts of a person, the first one first, with the days between which they are known and a bar for each."""
    posts = told(reading, reading.lookup.facts(about.number, "HOLDS_POST", "out", _PAGE), about)
    said = [post.fact.said for post in posts]
    days = [
        (str(s.get("from") or s.get("first_reported") or ""), str(s.get("to") or s.get("last_reported") or ""))
        for s in said
    ]
    drawn = spans(days, about.name)
    rows = [(post, begin, end, bar) for post, (begin, end), bar in zip(posts, days, drawn, strict=True)]
    return sorted(rows, key=lambda row: (row[1] or "9", row[2], row[0].title))


def _held(reading: Reading, about: Thing) -> list[Held]:
    """The newest meetings of a body, with what the meeting, or who spoke there in the same article, demanded."""
    meetings = told(reading, reading.lookup.facts(about.number, "CONVENED", "out", _MEETINGS), about)
    held = []
    for meeting in meetings:
        event = meeting.target.number
        speakers = [
            fact.source for kind in ("SPOKE_AT", "CHAIRED") for fact in reading.lookup.facts(event, kind, "in", _FEW)
        ]
        articles = {words.article for words in meeting.fact.shown}
        demands = [
            fact
            for issuer in dict.fromkeys((event, *speakers))
            for fact in reading.lookup.facts(issuer, "ISSUED", "out", _DEMANDS)
            if issuer == event or any(words.article in articles for words in fact.shown)
        ]
        held.append(Held(meeting, told(reading, demands)))
    return held


def _series(reading: Reading, about: Thing) -> list[Series]:
    """The numbers of a thing by what they measure: those that changed with a chart and first, then the newest."""
    numbers = told(reading, reading.lookup.facts(about.number, "HAS_MEASUREMENT", "out", _NUMBERS), about)
    by_name: dict[tuple[str, str], list[Told]] = {}
    for number in numbers:
        measure = number.target
        by_name.setdefault((measure.name, str(measure.said.get("base_unit", ""))), []).append(number)
    series = []
    for (name, _), group in by_name.items():
        group.sort(key=lambda number: number.fact.day)
        points = {
            number.fact.day: (number.fact.day, float(said["number"]), f"{said.get('value', '')}{said.get('unit', '')}")
            for number in group
            if "number" in (said := number.target.said) and number.fact.day[:4].isdecimal()
        }
        varied = len({value for _, value, _ in points.values()}) > 1
        chart = line(list(points.values()), name) if varied else None
        series.append(Series(name, group, chart))
    series.sort(key=lambda s: s.numbers[-1].fact.day, reverse=True)
    return sorted(series, key=lambda s: (s.chart is None, -len(s.numbers) if s.chart else 0))


def _inspections(reading: Reading, about: Thing) -> list[tuple[Told, list[Told]]]:
    """The inspections and visits that took place here, the newest first, and who led each."""
    held = told(reading, reading.lookup.facts(about.number, "HELD_IN", "in", _PAGE), about)
    visits = [one for one in held if one.source.said.get("kind") in ("inspection", "visit")]
    return [
        (one, told(reading, reading.lookup.facts(one.source.number, "LED", "in", _FEW))) for one in visits[:_MEETINGS]
    ]
