"""Deletes from a Neo4j database what it was loaded with and the graph no longer has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from graph.layout import label_of, node_columns
from graph.neo4j.connection import Server
from graph.neo4j.rows import FULL_ID, MARK, edge_batches
from graph.neo4j.statements import drop_copies, quoted
from graph.schema import load_schema
from graph.store import GraphStore

_BATCH = 2_000
_OWN_NODES = f"MATCH (x) WHERE x.{MARK} IS NOT NULL"
_OWN_EDGES = f"MATCH ()-[x]->() WHERE x.{MARK} IS NOT NULL"
_COUNT_EDGES = f"{_OWN_EDGES} RETURN count(*) AS n"

_T = TypeVar("_T")


@dataclass(frozen=True)
class Swept:
    """How many nodes and edges were deleted, and the ids of nodes that others' relationships kept."""

    deleted: int
    kept: tuple[str, ...]


def sweep(store: GraphStore, server: Server, nodes: int, edges: int) -> Swept:
    """Delete what is marked and not in the graph, edges first, where the database has more than it should.

    A gone node to which others have tied relationships of their own stays as theirs: with id, kind and name, unmarked.
    """
    deleted = 0
    kept: list[str] = []
    chosen = f"{server.element_id}(x) IN $keys"
    for batch in _chunks(_extra_edges(store, server, edges)):
        text = f"MATCH ()-[x]->() WHERE {chosen} DELETE x RETURN count(*) AS deleted"
        deleted += server.run(text, keys=batch)[0]["deleted"]
    if not server.has_edge_constraints and server.run(_COUNT_EDGES)[0]["n"] != edges:
        for rows in edge_batches(store.edges(), _BATCH):
            deleted += server.run(drop_copies(rows.kind), rows=rows.rows)[0]["deleted"]
    own = {c.name for label in load_schema().nodes for c in node_columns(label)} - {"id", "kind", "name"}
    forget = ", ".join(f"x.{quoted(name)}" for name in sorted(own | {MARK, FULL_ID}))
    text = (
        f"MATCH (x) WHERE {chosen} OPTIONAL MATCH (x)-[r]-() WHERE r.{MARK} IS NULL"
        " WITH x, x.id AS id, count(r) > 0 AS tied"
        f" FOREACH (_ IN CASE WHEN tied THEN [1] ELSE [] END | REMOVE {forget})"
        " FOREACH (_ IN CASE WHEN tied THEN [] ELSE [1] END | DETACH DELETE x)"
        " RETURN id, tied"
    )
    for batch in _chunks(_extra_nodes(store, server, nodes)):
        for row in server.run(text, keys=batch):
            if row["tied"]:
                kept.append(str(row["id"]))
            else:
                deleted += 1
    return Swept(deleted, tuple(kept))


def _extra_nodes(store: GraphStore, server: Server, expected: int) -> list[str | int]:
    """Return the server's keys of marked nodes that the graph has not; looked for only when there are not `expected`."""
    if server.run(f"{_OWN_NODES} RETURN count(*) AS n")[0]["n"] == expected:
        return []
    text = (
        f"{_OWN_NODES} RETURN {server.element_id}(x) AS key, coalesce(x.{FULL_ID}, x.id, '') AS id, labels(x) AS labels"
    )
    extras = []
    for rows in _chunks(server.stream(text)):
        known = store.known_nodes(row["id"] for row in rows)
        extras += [row["key"] for row in rows if row["id"] not in known or label_of(row["id"]) not in row["labels"]]
    return extras


def _extra_edges(store: GraphStore, server: Server, expected: int) -> list[str | int]:
    """Return the server's keys of marked edges that the graph has not; looked for only when there are not `expected`."""
    if server.run(_COUNT_EDGES)[0]["n"] == expected:
        return []
    text = f"{_OWN_EDGES} RETURN {server.element_id}(x) AS key, coalesce(x.id, '') AS id, type(x) AS type"
    extras = []
    for rows in _chunks(server.stream(text)):
        known = store.known_edges(row["id"] for row in rows)
        extras += [row["key"] for row in rows if row["id"] not in known or label_of(row["id"]) != row["type"]]
    return extras


def _chunks(items: Iterable[_T], size: int = _BATCH) -> Iterator[list[_T]]:
    """Yield the items in lists of at most `size`."""
    stream = iter(items)
    while chunk := list(islice(stream, size)):
        yield chunk
