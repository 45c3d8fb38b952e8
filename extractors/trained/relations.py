"""Add the relations that the trained models are sure of to those of the rules, and settle whose each number is."""

from __future__ import annotations

from extractors.events.meeting import events_of
from extractors.reading import Entity, Reading
from extractors.trained import owners, pairs
from extractors.trained.mentions import Mentions
from extractors.trained.weights import chances, shipped

_OTHER_OWNER, _NOBODY = 0.9, 0.95
"""How likely another owner must be than that of the rules, and nobody; where the rules found none, there is none."""
_LEAST = {"HOLDS_POST": 0.85, "HELD_IN": 0.7, "LOCATED_IN": 0.75, "UNDERTAKES": 0.75, "COOPERATES_WITH": 0.9}
"""How likely a relation must be that no rule found."""


def read(reading: Reading) -> None:
    """Add what is likely, drop owners that are not."""
    around = Mentions(reading)
    _owned(around)
    _related(around)


def _owned(around: Mentions) -> None:
    found, reading = owners.numbers(around), around.reading
    if found is None:
        return
    groups = found.candidates.groups
    share = chances(shipped("owners").scores(found.candidates), groups)[:, 0]
    for number, start in zip(found.numbers, groups.tolist(), strict=True):
        mine = share[start : start + len(number.owners) + 1]
        best = int(mine.argmax())
        chance = float(mine[best])
        if best == len(number.owners):
            if number.told and chance >= _NOBODY:
                reading.forget("HAS_MEASUREMENT", number.measurement)
            continue
        owner, mention = number.owners[best]
        if not number.told or owner in number.told or chance < _OTHER_OWNER:
            continue
        reading.forget("HAS_MEASUREMENT", number.measurement)
        span = (min(mention.start, number.span.start), max(mention.end, number.span.end))
        confidence = round(0.4 + 0.4 * chance, 2)
        reading.fact("HAS_MEASUREMENT", around.entities[owner], number.measurement, span, "owner-likely", confidence)


def _related(around: Mentions) -> None:
    found, reading = pairs.pairs(around), around.reading
    if found is None:
        return
    share = chances(shipped("pairs").scores(found.candidates), found.candidates.groups)[:, 0].tolist()
    for chance, pair in sorted(zip(share, found.pairs, strict=True), key=lambda scored: (-scored[0], scored[1])):
        relation, source, target, one, other = pair
        if chance < _LEAST[relation] or any(f.type == relation for f in around.facts.get((source, target), ())):
            continue
        ends = around.entities[source], around.entities[target]
        if relation == "HELD_IN" and _only_cited(reading, ends[0]):
            continue
        if relation == "COOPERATES_WITH" and reading.has_fact(relation, ends[1], ends[0]):
            continue
        span = (min(one.start, other.start), max(one.end, other.end))
        reading.fact(relation, *ends, span, f"{relation.lower()}-likely", round(0.4 + 0.4 * chance, 2))


def _only_cited(reading: Reading, event: Entity) -> bool:
    """Tell whether a meeting is one that another decides on, prepares or speaks of: the room is not its own."""
    found = [e for e in events_of(reading).found if e.entity.label == "Meeting"]
    mine = [e for e in found if e.entity is event]
    return bool(mine) and not any(e.held for e in mine) and any(e.held for e in found)
