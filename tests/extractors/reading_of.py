"""Runs every stage of the rules over a text and tells what was read, in words that tests can compare."""

from __future__ import annotations

from extractors.reading import Entity, Reading
from extractors.stages import RULES
from graph.fragment import Article


def read(text: str, *, title: str = "简讯", home: str | None = None, date: str | None = "2025-04-02") -> Reading:
    """Return what the rules read in an article."""
    reading = Reading.of(Article(id="a", title=title, body=text, home=home, date=date))
    for _, stage in RULES:
        stage(reading)
    return reading


def names(reading: Reading, *labels: str) -> set[str]:
    """Return the names of the entities of these labels that the article mentions."""
    return {entity.name for entity in reading.of_label(*labels) if entity.mentions}


def edges(reading: Reading, kind: str) -> set[tuple[str, str]]:
    """Return the relations of one type as pairs of names."""
    return {
        (fact.source.name if isinstance(fact.source, Entity) else fact.source, fact.target.name)
        for fact in reading.facts
        if fact.type == kind
    }


def posts(reading: Reading) -> set[tuple[str, str, str]]:
    """Return who holds what where: name, title, body."""
    return {
        (fact.source.name, str(fact.properties["title"]), fact.target.name)
        for fact in reading.facts
        if fact.type == "HOLDS_POST" and isinstance(fact.source, Entity)
    }


def only(reading: Reading, label: str) -> Entity:
    """Return the one entity of this label; an AssertionError tells of others or of none."""
    found = reading.of_label(label)
    assert len(found) == 1, f"{label}: {[entity.name for entity in found]}"
    return found[0]
