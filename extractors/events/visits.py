"""The visits of an article: inspections and the like, each with who leads it and the part of the text that tells of it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from extractors.reading import Entity, Reading
from extractors.text import Span, piece_at


@dataclass(slots=True)
class Visit:
    """An inspection with its leaders; what stands from `start` to the next visit, or to its own `end`, is told of it.

    `told` counts the sentences of the body that say of it where its leaders went.
    """

    entity: Entity
    start: int
    leaders: list[Entity] = field(default_factory=list)
    end: int = sys.maxsize
    told: int = 0


def visits_of(reading: Reading) -> list[Visit]:
    """Return the visits found so far, in the order in which they were found."""
    found: list[Visit] = reading.memory.setdefault("visits", [])
    return found


def add_visit(reading: Reading, entity: Entity, start: int, leaders: list[Entity]) -> Visit:
    """Return the visit that begins here, added; the first of an article or of its piece has all that stands before it."""
    first = visit_at(reading, start) is None
    visit = Visit(entity, piece_at(reading.pieces, start).start if first else start, leaders)
    visits_of(reading).append(visit)
    return visit


def visit_at(reading: Reading, position: int) -> Visit | None:
    """Return the visit that is told of here: of those that begin before in this piece of the article, the last."""
    piece = piece_at(reading.pieces, position)
    before = [v for v in visits_of(reading) if v.start <= position < v.end and v.start in piece]
    return max(before, key=lambda visit: visit.start, default=None)


def told_of(reading: Reading, visit: Visit) -> Iterator[Span]:
    """Yield the sentences that tell of a visit; of one in which another begins, the part that tells of it."""
    edges = sorted({v.start for v in visits_of(reading)} | {v.end for v in visits_of(reading)})
    for sentence in reading.sentences:
        inner = [at for at in edges if sentence.start < at < sentence.end]
        for start, end in pairwise((sentence.start, *inner, sentence.end)):
            if visit_at(reading, start) is visit:
                yield Span(start, end)


def is_visit(reading: Reading, event: Entity | None) -> bool:
    """Tell whether an event is one of the visits."""
    return any(visit.entity is event for visit in visits_of(reading))


def leaders_of(reading: Reading, event: Entity | None = None) -> list[Entity]:
    """Return who leads this visit, or any where none is given."""
    return [
        leader for visit in visits_of(reading) if event is None or visit.entity is event for leader in visit.leaders
    ]
