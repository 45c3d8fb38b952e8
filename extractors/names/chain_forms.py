"""The printed forms of a name with the places right before it, and of a zone without them: 福建柳州 of 柳州, 青陶产业园 of 柳湾镇青陶产业园."""

from __future__ import annotations

from extractors.reading import Entity, Mention, Reading

_LEAST_OWN = 6
"""How long, in characters, the name of a zone or body must be behind its places to be used without them."""


def read(reading: Reading) -> None:
    """Add them as further forms of places, and of bodies that a place stands before."""
    inside = {(fact.source, fact.target) for fact in reading.facts if fact.type == "PART_OF"}
    before: dict[int, tuple[Mention, tuple[int, ...]]] = {}  # by where a place ends: it, and where its chain may begin
    for mention in reading.names(0, len(reading.text), "Place", "Organization", "Agency"):
        behind_of = reading.text[mention.start - 1 : mention.start] == "的"
        outer = before.get(mention.start - behind_of)
        starts: tuple[int, ...] = ()
        if outer is not None and _within(mention, outer[0], inside):
            starts = (*outer[1], outer[0].start)
            for start in starts:
                mention.entity.aliases.add(reading.text[start : mention.end])
        if mention.label == "Place" and mention.rule != "place-deictic":
            before[mention.end] = mention, starts
        _without_places(reading, mention.entity, mention)


def _within(mention: Mention, outer: Mention, inside: set[tuple[Entity | str, Entity]]) -> bool:
    """Tell whether what is named lies in the place that stands before it."""
    if mention.label == "Place":
        return (mention.entity, outer.entity) in inside
    seat, around = mention.entity.seat, outer.entity.seat
    if mention.label == "Organization":
        return True
    return seat is None or around is None or seat.code.startswith(around.code) or around.code.startswith(seat.code)


def _without_places(reading: Reading, entity: Entity, mention: Mention) -> None:
    at = mention.start
    while (hit := reading.hits.at(at)) is not None and hit.start == at and hit.end < mention.end and hit.full:
        at = hit.end
    if mention.start < at <= mention.end - _LEAST_OWN and mention.rule in ("place-zone", "organization-head"):
        entity.aliases.add(reading.text[at : mention.end])
