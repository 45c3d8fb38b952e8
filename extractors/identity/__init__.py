"""Which one is it? The last stage: `key`, `scope` and `occasion`, from which the ids of nodes are made.

They follow from the article and its home alone, so the same thing has the same id in every article, in any order of
reading. What the article leaves open stays apart (its scope is the article) and is left to human judgement.
"""

from __future__ import annotations

from extractors.identity import agencies, companies, meetings, persons, policies
from extractors.reading import Entity, Reading

_FIRST = {"Agency": agencies.identify, "Company": companies.identify, "Policy": policies.identify}
_THEN = {"Person": persons.identify, "Meeting": meetings.identify}


def read(reading: Reading) -> None:
    """Set the properties that identity uses on all entities; bodies first, since persons and meetings go by them."""
    for kinds in (_FIRST, _THEN):
        for entity in reading.entities:
            if entity.label in kinds:
                kinds[entity.label](reading, entity)
    for entity in reading.of_label("Place"):
        _place(entity)
    _owned(reading)


def _place(entity: Entity) -> None:
    """A division goes by its name of today: 祁阳县 is 祁阳市 under its former name."""
    seat, level = entity.seat, entity.properties.get("level")
    if seat is not None and level == seat.level and entity.properties.get("code") == seat.gb_code:
        entity.properties["key"] = seat.name


def _owned(reading: Reading) -> None:
    """A number is told from others by its owner's identity: there are many governments."""
    for fact in reading.facts:
        if fact.type == "HAS_MEASUREMENT" and isinstance(fact.source, Entity):
            owner = fact.source.properties
            if fact.target.properties.get("scope") == fact.source.name and owner.get("scope"):
                fact.target.properties["scope"] = f"{owner.get('key') or fact.source.name} {owner['scope']}"
