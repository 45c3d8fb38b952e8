"""Whether a Neo4j database holds the graph: everything that was loaded is read back and compared.

What carries no mark is other people's and is not looked at; properties that the schema does not have neither. What
carries the mark and cannot be a node or an edge of a graph is compared by its id, label or type, name and ends alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.layout import label_of
from graph.neo4j.connection import Server, connected
from graph.neo4j.records import edge_of, node_of
from graph.neo4j.rows import FULL_ID, MARK
from graph.readable import Readable
from graph.records import GraphEdge, GraphNode
from graph.verify import Comparison, compare_records

_NODES = f"MATCH (x) WHERE x.{MARK} IS NOT NULL RETURN labels(x) AS labels, properties(x) AS found"
_EDGES = (
    f"MATCH (a)-[x]->(b) WHERE x.{MARK} IS NOT NULL RETURN type(x) AS type, properties(x) AS found,"
    f" coalesce(a.{FULL_ID}, a.id, '') AS source, coalesce(b.{FULL_ID}, b.id, '') AS target"
)


def verify(
    store: Readable, uri: str, user: str | None = None, password: str | None = None, database: str | None = None
) -> Comparison:
    """Compare what a Neo4j database holds with the graph; memory does not grow with either.

    Raises BackendError when the server cannot be reached, refuses the password or breaks off, and StoreError when
    the disk has no room for the comparison.
    """
    with connected(uri, user, password, database) as server:
        return compare_records(store, (_nodes(server), _edges(server)), server.uri, "neo4j")


def _nodes(server: Server) -> Iterator[GraphNode]:
    for row in server.stream(_NODES):
        labels, found = row["labels"], row["found"]
        # Others may have added labels of their own.
        wanted = label_of(str(found.get("id", "")))
        label = wanted if wanted in labels else ", ".join(labels)
        try:
            node = node_of(label, found)
        except (ValueError, TypeError):
            node = GraphNode(str(found.get(FULL_ID) or found.get("id")), label, str(found.get("name")))
        yield node


def _edges(server: Server) -> Iterator[GraphEdge]:
    for row in server.stream(_EDGES):
        kind, source, target, found = row["type"], row["source"], row["target"], row["found"]
        try:
            edge = edge_of(kind, source, target, found)
        except (ValueError, TypeError):
            edge = GraphEdge(str(found.get("id")), kind, source, target)
        yield edge
