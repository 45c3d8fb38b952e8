"""The visits of an article: inspections and the like, each with who leads it and the part of the text that tells of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.reading import Entity, Reading
from extractors.text import Span, piece_at


@dataclass(slots=True)
class Visit:
    """An inspection with its leaders; what stands from `start` to the next visit is told of it.

    `told` counts the sentences of the body that say of it where its leaders went.
    """

    entity: Entity
    start: int
    leaders: list[Entity] = field(default_factory=list)
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
    before = [v for v in visits_of(reading) if v.start <= position and v.start in piece]
    return max(before, key=lambda visit: visit.start, default=None)


def told_of(reading: Reading, visit: Visit) -> Span:
    """Return the part of the text that tells of a visit: up to the next one, or to the end of the piece of news."""
    piece = piece_at(reading.pieces, visit.start)
    later = (other.start for other in visits_of(reading) if visit.start < other.start in piece)
    return Span(visit.start, min(later, default=piece.stop))


def is_visit(reading: Reading, event: Entity | None) -> bool:
    """Tell whether an event is one of the visits."""
    return any(visit.entity is event for visit in visits_of(reading))


def leaders_of(reading: Reading, event: Entity | None = None) -> list[Entity]:
    """Return who leads this visit, or any where none is given."""
    return [
        leader for visit in visits_of(reading) if event is None or visit.entity is event for leader in visit.leaders
    ]
