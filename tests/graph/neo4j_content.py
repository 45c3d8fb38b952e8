"""What a Neo4j database holds and what it should hold, for the tests of every way into it."""

from __future__ import annotations

from typing import Any

from neo4j import Driver

from graph.layout import edge_values, node_values
from graph.neo4j.rows import FULL_ID, MARK, server_id
from graph.store import GraphStore

Content = tuple[list[Any], list[Any]]


def content(driver: Driver) -> Content:
    """All nodes and relationships, less the mark."""
    nodes = driver.execute_query("MATCH (n) RETURN labels(n) AS labels, properties(n) AS p").records
    edges = driver.execute_query(
        "MATCH (a)-[r]->(b) RETURN type(r) AS type, a.id AS a, b.id AS b, properties(r) AS p"
    ).records
    assert all(r["p"].pop(MARK) == 1 for r in (*nodes, *edges))
    return (
        sorted(([r["labels"], r["p"]] for r in nodes), key=lambda n: n[1]["id"]),
        sorted(([r["type"], r["a"], r["b"], r["p"]] for r in edges), key=lambda e: e[3]["id"]),
    )


def expected(store: GraphStore) -> Content:
    """What the graph should be in a database."""

    def known(values: dict[str, Any]) -> dict[str, Any]:
        own = {k: v for k, v in values.items() if v is not None}
        short = server_id(own["id"])
        return own if short == own["id"] else own | {"id": short, FULL_ID: own["id"]}

    return (
        sorted(([[n.label], known(node_values(n))] for n in store.nodes()), key=lambda n: n[1]["id"]),
        sorted(
            ([e.type, server_id(e.source), server_id(e.target), known(edge_values(e))] for e in store.edges()),
            key=lambda e: e[3]["id"],
        ),
    )
