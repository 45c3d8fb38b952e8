"""The Cypher that brings the graph into Neo4j 5: constraints, and MERGE over batches of rows. No plug-in needed.

A node row is `{id, p}` with `p` its other properties; an edge row `{id, from, to, p}`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from graph.layout import edge_values, label_of, node_values
from graph.records import GraphEdge, GraphNode
from graph.schema import load_schema


def constraints() -> list[str]:
    """Return the statements that make `id` unique for every label and every relationship type; safe to repeat.

    Without those of the relationships, MERGE would compare all parallel edges between two nodes.
    """
    schema = load_schema()
    return [
        f"CREATE CONSTRAINT govgraph_{label.lower()}_id IF NOT EXISTS FOR (n:`{label}`) REQUIRE n.id IS UNIQUE"
        for label in schema.nodes
    ] + [
        f"CREATE CONSTRAINT govgraph_{kind.lower()}_rel_id IF NOT EXISTS FOR ()-[r:`{kind}`]-() REQUIRE r.id IS UNIQUE"
        for kind in schema.relations
    ]


def merge_nodes(label: str) -> str:
    """Return the statement that makes or updates nodes of a label from `$rows`."""
    return f"UNWIND $rows AS row MERGE (n:`{label}` {{id: row.id}}) SET n += row.p"


def merge_edges(kind: str, source: str, target: str) -> str:
    """Return the statement that makes or updates edges of a type between two labels from `$rows`."""
    return (
        f"UNWIND $rows AS row MATCH (a:`{source}` {{id: row.from}}) MATCH (b:`{target}` {{id: row.to}})"
        f" MERGE (a)-[r:`{kind}` {{id: row.id}}]->(b) SET r += row.p"
    )


def node_row(node: GraphNode) -> dict[str, Any]:
    """Return the row of a node."""
    values = node_values(node)
    return {"id": values.pop("id"), "p": values}


def edge_row(edge: GraphEdge) -> dict[str, Any]:
    """Return the row of an edge."""
    values = edge_values(edge)
    return {"id": values.pop("id"), "from": edge.source, "to": edge.target, "p": values}


def edge_batches(edges: Iterable[GraphEdge], size: int) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield the edges of one type as (statement, at most `size` rows), one statement for each pair of labels."""
    waiting: dict[tuple[str, str, str], list[dict[str, Any]]] = {}
    for edge in edges:
        key = (edge.type, label_of(edge.source), label_of(edge.target))
        rows = waiting.setdefault(key, [])
        rows.append(edge_row(edge))
        if len(rows) == size:
            yield merge_edges(*key), waiting.pop(key)
    for key, rows in waiting.items():
        yield merge_edges(*key), rows


def node_batches(nodes: Iterable[GraphNode], label: str, size: int) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield the nodes of one label as (statement, at most `size` rows)."""
    rows: list[dict[str, Any]] = []
    for node in nodes:
        rows.append(node_row(node))
        if len(rows) == size:
            yield merge_nodes(label), rows
            rows = []
    if rows:
        yield merge_nodes(label), rows
