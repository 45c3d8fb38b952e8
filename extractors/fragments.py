"""From what has been read to the fragment: node ids in the order of the text, evidence with the words as printed."""

from __future__ import annotations

from extractors.names.place_entities import county_of
from extractors.reading import Entity, Fact, Reading
from extractors.text import one_width
from graph.fragment import ARTICLE, Edge, Evidence, Fragment, Node


def to_fragment(reading: Reading, min_confidence: float = 0.0) -> Fragment:
    """Return the fragment of a finished reading.

    Facts under `min_confidence` are left out, and with them the events, directives and measurements that no other
    fact speaks of; names stay when one of their mentions reaches it.
    """
    facts = [f for f in reading.facts if f.confidence >= min_confidence]
    entities = kept_entities(reading, min_confidence)
    ids = {id(e): node_id for node_id, e in entities.items()}
    nodes = tuple(_node(e, node_id) for node_id, e in entities.items())
    edges = tuple(_edge(reading, f, ids) for f in sorted(facts, key=lambda f: (f.start, f.end, f.type)))
    return Fragment(article=reading.article, nodes=nodes, edges=edges)


def kept_entities(reading: Reading, min_confidence: float = 0.0) -> dict[str, Entity]:
    """Return node id -> entity for the nodes that `to_fragment` makes, in the order of the text."""
    linked = {id(end) for f in reading.facts if f.confidence >= min_confidence for end in (f.source, f.target)}
    kept = [e for e in reading.entities if id(e) in linked or any(m.confidence >= min_confidence for m in e.mentions)]
    kept.sort(key=lambda e: (e.start, e.label, e.name))
    return {f"n{number}": entity for number, entity in enumerate(kept, 1)}


def _node(entity: Entity, node_id: str) -> Node:
    aliases = _aliases(entity)
    properties = {name: value for name, value in sorted(entity.properties.items()) if value is not None}
    if entity.label == "Place" and (county := county_of(entity.seat)):
        properties["county"] = county
    return Node(id=node_id, label=entity.label, name=entity.name, aliases=aliases, properties=properties)


def _aliases(entity: Entity) -> tuple[str, ...]:
    """Return the further forms; of two that differ only in the width of their marks, the one with full-width marks."""
    forms = {one_width(form): form for form in sorted(entity.aliases)}
    forms.pop(one_width(entity.name), None)
    return tuple(sorted(forms.values()))


def _edge(reading: Reading, fact: Fact, ids: dict[int, str]) -> Edge:
    words = reading.original[fact.start : fact.end]
    return Edge(
        type=fact.type,
        source=fact.source if fact.source == ARTICLE else ids[id(fact.source)],
        target=ids[id(fact.target)],
        evidence=(Evidence(fact.start, fact.end, words, fact.rule, round(fact.confidence, 2)),),
        properties=dict(sorted(fact.properties.items())),
    )
