"""Brings a Neo4j database to the state of the graph.

Loading again sends everything and writes only what differs, so the same graph changes nothing, and a load that was
broken off is finished by the next. What is gone from the graph is deleted. Nodes, relationships and properties of other
origin are left alone. One database holds one graph.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain

from graph.errors import BackendError
from graph.neo4j import statements
from graph.neo4j.connection import RETRY, Server, connected
from graph.neo4j.rows import Batch, edge_batches, node_batches
from graph.neo4j.sweep import sweep
from graph.store import GraphStore

_BATCH = 5_000
_AHEAD = 2
"""Batches that wait for the server while the next is read: enough to keep it busy, few enough for little memory."""


@dataclass(frozen=True)
class LoadSummary:
    """What a load did.

    `nodes` and `edges` are what the graph has and the database now has, `written` how many of both were new or had
    changed, `deleted` how many of both were gone from the graph. `kept` are the ids of nodes that are gone but stay as
    other people's, because they have tied relationships of their own to them. `warnings` are for the user to read.
    """

    nodes: int
    edges: int
    written: int
    deleted: int
    kept: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def load(
    store: GraphStore,
    uri: str,
    user: str | None = None,
    password: str | None = None,
    database: str | None = None,
    retry: float = RETRY,
) -> LoadSummary:
    """Bring a Neo4j database to the state of the graph and return what was done.

    `uri` is like `bolt://localhost:7687` or `neo4j+s://…`; without `user` no authentication is tried; without `database`
    the server's default is used. A transaction that fails for a passing reason is tried again for `retry` seconds.
    Raises BackendError when the server cannot be reached, refuses the password, is older than version 4.4, goes away
    or reports an error; loading again then finishes what was begun.
    """
    nodes = edges = written = 0
    begun = False
    try:
        with store.snapshot(), connected(uri, user, password, database, retry) as server:
            begun = True
            warnings = _prepare(server)
            batches = chain(node_batches(store.nodes(), _BATCH), edge_batches(store.edges(), _BATCH))
            for batch, changed in _sent(server, batches):
                if batch.ends is None:
                    nodes += len(batch.rows)
                else:
                    edges += len(batch.rows)
                written += changed
            gone = sweep(store, server, nodes, edges)
    except BackendError as error:
        if not begun:
            raise
        done = f"{nodes} nodes and {edges} edges had arrived"
        raise BackendError(f"{error}. The load is not complete ({done}); load again and the rest is done") from error
    return LoadSummary(nodes, edges, written, gone.deleted, gone.kept, warnings)


def _prepare(server: Server) -> tuple[str, ...]:
    """Make the constraints that are not there; return what the user should know of this version of the server."""
    wanted = dict(statements.node_constraints())
    wanted |= statements.edge_constraints() if server.has_edge_constraints else statements.edge_indexes()
    there = {
        row["name"] for row in chain(server.run("SHOW CONSTRAINTS YIELD name"), server.run("SHOW INDEXES YIELD name"))
    }
    for name, statement in wanted.items():
        if name not in there:
            server.run(statement)
    if server.has_edge_constraints:
        return ()
    # Without an index that is in place MERGE may take the slow way, and plan so for all that follows.
    server.run("CALL db.awaitIndexes(60)")
    version = ".".join(map(str, server.version))
    return (
        f"Neo4j {version} has no uniqueness constraints of relationships (5.7 and later do): the load is complete, but"
        " many parallel relationships between two nodes load slowly, and questions that name several labels at once fail",
    )


def _sent(server: Server, batches: Iterator[Batch]) -> Iterator[tuple[Batch, int]]:
    """Send every batch, the next being read meanwhile, and yield it with how many of its rows changed anything."""
    with ThreadPoolExecutor(1) as sender:
        waiting: deque[tuple[Batch, Future[int]]] = deque()
        try:
            for batch in batches:
                waiting.append((batch, sender.submit(_send, server, batch)))
                if len(waiting) > _AHEAD:
                    batch, answer = waiting.popleft()
                    yield batch, answer.result()
            while waiting:
                batch, answer = waiting.popleft()
                yield batch, answer.result()
        finally:
            for _, answer in waiting:
                answer.cancel()


def _send(server: Server, batch: Batch) -> int:
    from neo4j.exceptions import ConstraintError

    statement = statements.merge(batch)
    try:
        answer = server.run(statement, rows=batch.rows)[0]
    except ConstraintError:
        # Somebody put an edge between other ends: the constraint keeps MERGE from making the right one.
        if batch.ends is None or not server.run(statements.drop_copies(batch.kind), rows=batch.rows)[0]["deleted"]:
            raise
        answer = server.run(statement, rows=batch.rows)[0]
    if answer["arrived"] != len(batch.rows):
        raise BackendError(
            f"{server.uri}: the server took {answer['arrived']} of {len(batch.rows)} rows of {batch.kind};"
            " something else is changing the database"
        )
    return int(answer["written"])
