"""The property graph that Cypher sees: the same in the embedded index, in Neo4j and in an exported script.

A node has its schema label and the properties `id`, `kind` (the label as text), `name`, `aliases`, `articles`
and those of the schema. A relationship has its schema type and `id`, `kind` (the type as text), the schema's
properties, `confidence` (the highest of its evidence; none for background), `articles`, `evidence` (the words)
and, item for item beside the words, `evidence_article`, `evidence_start`, `evidence_end`, `evidence_rule` and
`evidence_confidence`. Dates are ISO strings.

A schema property whose name is taken gets its owner's name in front: the `kind` of an Activity is `activity_kind`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from graph.records import GraphEdge, GraphNode
from graph.schema import NodeType, RelationType, load_schema

Kind = Literal["string", "number", "strings", "integers", "numbers"]


@dataclass(frozen=True)
class Column:
    """A property of nodes of one label or edges of one type: its name and the kind of its values."""

    name: str
    kind: Kind


_NODE_FRONT = (Column("id", "string"), Column("kind", "string"), Column("name", "string"), Column("aliases", "strings"))
_NODE_BACK = (Column("articles", "strings"),)
_EDGE_FRONT = (Column("id", "string"), Column("kind", "string"))
_EDGE_BACK = (
    Column("confidence", "number"),
    Column("articles", "strings"),
    Column("evidence", "strings"),
    Column("evidence_article", "strings"),
    Column("evidence_start", "integers"),
    Column("evidence_end", "integers"),
    Column("evidence_rule", "strings"),
    Column("evidence_confidence", "numbers"),
)
_TAKEN = {c.name for c in (*_NODE_FRONT, *_NODE_BACK, *_EDGE_FRONT, *_EDGE_BACK)}


def property_name(owner: str, name: str) -> str:
    """Return what a schema property of a label or type is called here, e.g. `activity_kind` for Activity's `kind`."""
    return f"{owner.lower()}_{name}" if name in _TAKEN else name


@cache
def node_columns(label: str) -> tuple[Column, ...]:
    """Return all properties that nodes of a label can have, in a fixed order."""
    return (*_NODE_FRONT, *_schema_columns(label, load_schema().nodes[label]), *_NODE_BACK)


@cache
def edge_columns(type: str) -> tuple[Column, ...]:  # noqa: A002 - the data model's word
    """Return all properties that edges of a type can have, in a fixed order."""
    return (*_EDGE_FRONT, *_schema_columns(type, load_schema().relations[type]), *_EDGE_BACK)


def node_values(node: GraphNode) -> dict[str, Any]:
    """Return the value of every column of the node's label, None where it has none."""
    values = {column.name: None for column in node_columns(node.label)} | {
        "id": node.id,
        "kind": node.label,
        "name": node.name,
        "aliases": list(node.aliases),
        "articles": list(node.articles),
    }
    return values | _schema_values(node.label, load_schema().nodes[node.label], node.properties)


def edge_values(edge: GraphEdge) -> dict[str, Any]:
    """Return the value of every column of the edge's type, None where it has none."""
    values = {column.name: None for column in edge_columns(edge.type)} | {
        "id": edge.id,
        "kind": edge.type,
        "confidence": edge.confidence,
        "articles": list(edge.articles),
        "evidence": [e.text for e in edge.evidence],
        "evidence_article": [e.article for e in edge.evidence],
        "evidence_start": [e.start for e in edge.evidence],
        "evidence_end": [e.end for e in edge.evidence],
        "evidence_rule": [e.rule for e in edge.evidence],
        "evidence_confidence": [e.confidence for e in edge.evidence],
    }
    return values | _schema_values(edge.type, load_schema().relations[edge.type], edge.properties)


def end_pairs(type: str) -> list[tuple[str, str]]:  # noqa: A002 - the data model's word
    """Return every (source label, target label) that the schema permits for a type.

    A symmetric relation stores its ends sorted, and an edge whose ends the schema permits stays permitted so.
    """
    relation = load_schema().relations[type]
    return [(source, target) for source in relation.source for target in relation.target]


def label_of(node_id: str) -> str:
    """Return the label that a node id begins with."""
    return node_id.split(":", 1)[0]


def _schema_columns(owner: str, kind: NodeType | RelationType) -> list[Column]:
    return [
        Column(property_name(owner, name), "number" if value == "number" else "string")
        for name, value in kind.properties.items()
    ]


def _schema_values(owner: str, kind: NodeType | RelationType, properties: dict[str, Any]) -> dict[str, Any]:
    return {
        property_name(owner, name): float(value) if kind.properties[name] == "number" else value
        for name, value in properties.items()
    }
