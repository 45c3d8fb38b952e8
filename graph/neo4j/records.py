"""Nodes and edges of the graph from what stands in Neo4j or in a file for it: the way back from `rows`."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest
from typing import Any

from graph.layout import property_name
from graph.neo4j.rows import EVIDENCE, FULL_ID, own_edge_names, own_node_names
from graph.records import GraphEdge, GraphEvidence, GraphNode, canonical_number, with_confidence
from graph.schema import NodeType, RelationType, load_schema

_LISTS = ["evidence" if part == "text" else f"evidence_{part}" for part in EVIDENCE]


def node_of(label: str, found: Mapping[str, Any]) -> GraphNode:
    """Return the node that has a label and properties. Raises ValueError when they are not those of a node."""
    kind = load_schema().nodes.get(label)
    if kind is None:
        raise ValueError(f"unknown label {label!r}")
    return GraphNode(
        id=_full_id(found),
        label=label,
        name=str(found.get("name")),
        aliases=tuple(found.get("aliases") or ()),
        properties=_own(label, kind, found),
        articles=tuple(found.get("articles") or ()),
    )


def edge_of(kind: str, source: str, target: str, found: Mapping[str, Any]) -> GraphEdge:
    """Return the edge that has a type, ends and properties. Raises ValueError when they are not those of an edge."""
    relation = load_schema().relations.get(kind)
    if relation is None:
        raise ValueError(f"unknown relation type {kind!r}")
    # Lists that are not equally long show as evidence that lacks something.
    items = zip_longest(*(found.get(name) or () for name in _LISTS))
    edge = GraphEdge(
        id=_full_id(found),
        type=kind,
        source=source,
        target=target,
        properties=_own(kind, relation, found),
        evidence=tuple(GraphEvidence(*item) for item in items),
        articles=tuple(found.get("articles") or ()),
    )
    return with_confidence(edge, found.get("confidence"))


def node_properties(label: str, row: list[Any]) -> dict[str, Any]:
    """Return the properties that a row of a node says."""
    names = ("id", "name", "aliases", "articles", *own_node_names(label), FULL_ID)
    return {"kind": label} | dict(zip(names, row, strict=False))


def edge_properties(kind: str, row: list[Any]) -> dict[str, Any]:
    """Return the properties that a row of an edge says, its ends aside."""
    padded = row + [None] * (6 - len(row))
    step = len(EVIDENCE)
    lists = {name: padded[3][place::step] for place, name in enumerate(_LISTS)}
    articles = lists["evidence_article"] if padded[5] is None else padded[5]
    own = dict(zip(own_edge_names(kind), padded[6:], strict=False))
    return {"id": padded[0], "kind": kind, "confidence": padded[4], "articles": articles} | lists | own


def _full_id(found: Mapping[str, Any]) -> str:
    name = found.get(FULL_ID) or found.get("id")
    if not isinstance(name, str):
        raise ValueError(f"id is {name!r}, no text")
    return name


def _own(owner: str, kind: NodeType | RelationType, found: Mapping[str, Any]) -> dict[str, Any]:
    values = {}
    for name, permitted in sorted(kind.properties.items()):
        value = found.get(property_name(owner, name))
        if value is not None:
            values[name] = canonical_number(value) if permitted == "number" else value
    if found.get("kind") != owner:
        values["kind (the label or type as text)"] = found.get("kind")
    return values
