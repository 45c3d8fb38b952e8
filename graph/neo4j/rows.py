"""The graph as rows: one list a node or an edge, in the order that `statements` reads.

    node   [id, name, aliases, articles, the schema's properties…, full_id]
    edge   [id, source, target, evidence, confidence, articles, the schema's properties…]

`evidence` is one flat list of six values an item. `articles` of an edge is None when each of its articles has one
item of evidence: then they can be read there. What is None at the end of a row is left out. Rows so short are packed
and read several times as fast as maps of names and values.

Neo4j indexes no text of more than about 8 kB, and ids are indexed. A longer one is cut and ends in the checksum of the
whole, which stands in the property `full_id`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.layout import edge_columns, edge_values, label_of, node_columns, node_values
from graph.records import GraphEdge, GraphNode
from graph.sqlite_file import digest

MARK = "_govgraph"
"""The property that marks nodes and edges as loaded from a graph; its value is the version of their form."""
FORM = 1
FULL_ID = "full_id"

EVIDENCE = ("article", "start", "end", "text", "rule", "confidence")
"""What one item of evidence is, in the order of the row."""

_LONGEST_ID = 6_000  # bytes; the index takes 8,167 of a key, text and overhead together
_KEPT_OF_A_LONG_ID = 1_000  # characters, of at most four bytes each
_HEAVIEST = 4_000_000  # characters a batch: a transaction that a server with little memory can take


@dataclass(frozen=True)
class Batch:
    """Rows of nodes of one label, or of edges of one type between two labels."""

    kind: str
    ends: tuple[str, str] | None
    rows: list[list[Any]]


def server_id(element_id: str) -> str:
    """Return the id under which a node or an edge stands in Neo4j: its own, unless that is too long to be indexed."""
    if len(element_id) * 4 <= _LONGEST_ID or len(element_id.encode()) <= _LONGEST_ID:
        return element_id
    return f"{element_id[:_KEPT_OF_A_LONG_ID]}~{digest(element_id)}"


def node_row(node: GraphNode) -> list[Any]:
    """Return the row of a node."""
    values = node_values(node)
    short = server_id(node.id)
    own = [values[name] for name in own_node_names(node.label)]
    return _trimmed(
        [short, node.name, values["aliases"], values["articles"], *own, None if short == node.id else node.id]
    )


def edge_row(edge: GraphEdge) -> list[Any]:
    """Return the row of an edge."""
    evidence = [v for e in edge.evidence for v in (e.article, e.start, e.end, e.text, e.rule, float(e.confidence))]
    articles = list(edge.articles)
    confidence = edge.confidence
    own: list[Any] = []
    if edge.properties:
        values = edge_values(edge)
        own = [values[name] for name in own_edge_names(edge.type)]
    return _trimmed(
        [
            server_id(edge.id),
            server_id(edge.source),
            server_id(edge.target),
            evidence,
            None if confidence is None else float(confidence),
            None if articles == evidence[::6] else articles,
            *own,
        ]
    )


@cache
def own_node_names(label: str) -> tuple[str, ...]:
    """Return the names of the properties that the schema gives a label, in the order of the row."""
    return tuple(c.name for c in node_columns(label) if c.name not in _COMMON)


@cache
def own_edge_names(kind: str) -> tuple[str, ...]:
    """Return the names of the properties that the schema gives a relation type, in the order of the row."""
    return tuple(c.name for c in edge_columns(kind) if c.name not in _COMMON)


_COMMON = {"id", "kind", "name", "aliases", "articles", "confidence", "evidence"} | {
    f"evidence_{part}" for part in EVIDENCE
}


def node_batches(nodes: Iterable[GraphNode], size: int) -> Iterator[Batch]:
    """Yield the nodes in batches of one label and of at most `size` rows, fewer where texts are long."""
    return _batches(((node.label, None, node_row(node)) for node in nodes), size)


def edge_batches(edges: Iterable[GraphEdge], size: int) -> Iterator[Batch]:
    """Yield the edges in batches of one type and one pair of labels, of at most `size` rows, fewer where texts are long."""
    ends = ((edge, (label_of(edge.source), label_of(edge.target))) for edge in edges)
    return _batches(((edge.type, labels, edge_row(edge)) for edge, labels in ends), size)


_Key = tuple[str, tuple[str, str] | None]


def _batches(rows: Iterable[tuple[str, tuple[str, str] | None, list[Any]]], size: int) -> Iterator[Batch]:
    """Gather rows by kind and ends; what waits is at most a batch of each, and about `_HEAVIEST` characters in all."""
    waiting: dict[_Key, list[list[Any]]] = {}
    weights: dict[_Key, int] = {}
    for kind, ends, row in rows:
        key = (kind, ends)
        gathered = waiting.setdefault(key, [])
        gathered.append(row)
        weights[key] = weights.get(key, 0) + _weight(row)
        if len(gathered) == size or weights[key] > _HEAVIEST:
            del weights[key]
            yield Batch(kind, ends, waiting.pop(key))
    for (kind, ends), gathered in waiting.items():
        yield Batch(kind, ends, gathered)


def _weight(row: list[Any]) -> int:
    """Return about how many characters a row is."""
    total = 0
    for value in row:
        if isinstance(value, str):
            total += len(value)
        elif isinstance(value, list):
            total += 8 * len(value) + sum(len(item) for item in value if isinstance(item, str))
    return total


def _trimmed(row: list[Any]) -> list[Any]:
    """Drop what is None at the end: what a row has not is null for Cypher."""
    while row[-1] is None:
        row.pop()
    return row
