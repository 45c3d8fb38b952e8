"""The graph into a running Neo4j 5 or later, by the official driver; no plug-in needed.

Everything that is loaded carries the property `_govgraph`, the state of the graph that it comes from. Loading again
brings the server to the present state: the same graph changes nothing, and what is gone from the graph is deleted.
Nodes and properties of other origin are left alone. One database holds one graph.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.cypher_text import constraints, edge_batches, node_batches
from graph.errors import BackendError
from graph.schema import load_schema
from graph.sqlite_file import digest
from graph.store import GraphStore

if TYPE_CHECKING:
    from neo4j import Driver

MARK = "_govgraph"

_BATCH = 2_000
_OLDEST = 5


@dataclass(frozen=True)
class LoadSummary:
    """How many nodes and edges the graph has and the server now has, and how many of both were deleted there."""

    nodes: int
    edges: int
    deleted: int


def load(
    store: GraphStore, uri: str, user: str | None = None, password: str | None = None, database: str | None = None
) -> LoadSummary:
    """Bring a Neo4j database to the state of the graph and return what was done.

    `uri` is like `bolt://localhost:7687`; without `user` no authentication is tried; without `database` the
    server's default is used. A load that was broken off is completed by loading again. Raises BackendError when the
    server cannot be reached, refuses the password, is older than version 5 or reports an error.
    """
    with _connected(uri, user, password) as driver, store.snapshot():
        server = _Server(driver, database)
        server.check_version(uri)
        for statement in constraints():
            server.run(statement)
        mark = digest(store.generation)[:16]
        nodes = edges = 0
        for label in load_schema().nodes:
            for statement, rows in node_batches(store.nodes(label), label, _BATCH):
                nodes += server.send(statement, rows, mark)
        for kind in load_schema().relations:
            for statement, rows in edge_batches(store.edges(kind), _BATCH):
                edges += server.send(statement, rows, mark)
        return LoadSummary(nodes, edges, server.sweep(mark))


class _Server:
    def __init__(self, driver: Driver, database: str | None) -> None:
        self._driver = driver
        self._database = database

    def run(self, text: str, **values: Any) -> list[dict[str, Any]]:
        result = self._driver.execute_query(text, values, database_=self._database)
        return [record.data() for record in result.records]

    def check_version(self, uri: str) -> None:
        found = self.run("CALL dbms.components() YIELD name, versions RETURN name, versions[0] AS version")
        version = next((row["version"] for row in found if row["name"] == "Neo4j Kernel"), "unknown")
        major = version.split(".", 1)[0]
        if major.isdigit() and int(major) < _OLDEST:
            raise BackendError(f"{uri}: the server is Neo4j {version}; version {_OLDEST} or later is needed")

    def send(self, statement: str, rows: list[dict[str, Any]], mark: str) -> int:
        """Run a MERGE over the rows, which get the mark. Raises BackendError when not every row arrived."""
        for row in rows:
            row["p"][MARK] = mark
        arrived = int(self.run(f"{statement} RETURN count(*) AS arrived", rows=rows)[0]["arrived"])
        if arrived != len(rows):
            raise BackendError(f"the server took {arrived} of {len(rows)} rows; was it changed meanwhile? Load again")
        return arrived

    def sweep(self, mark: str) -> int:
        """Delete what carries another mark, edges first, and return how many nodes and edges that were."""
        schema = load_schema()
        deleted = 0
        for pattern, delete in (
            *((f"()-[x:`{kind}`]->()", "DELETE") for kind in schema.relations),
            *((f"(x:`{label}`)", "DETACH DELETE") for label in schema.nodes),
        ):
            text = (
                f"MATCH {pattern} WHERE x.{MARK} <> $mark WITH x LIMIT {_BATCH} {delete} x RETURN count(*) AS deleted"
            )
            while count := int(self.run(text, mark=mark)[0]["deleted"]):
                deleted += count
        return deleted


@contextmanager
def _connected(uri: str, user: str | None, password: str | None) -> Iterator[Driver]:
    from neo4j import GraphDatabase
    from neo4j.exceptions import AuthError, ConfigurationError, DriverError, Neo4jError, ServiceUnavailable

    auth = None if user is None else (user, password or "")
    try:
        # The server's hints on queries would end up on the user's terminal.
        driver = GraphDatabase.driver(uri, auth=auth, notifications_min_severity="OFF")
    except (ConfigurationError, ValueError) as error:
        raise BackendError(f"{uri}: not the address of a Neo4j server: {error}") from error
    try:
        with driver:
            driver.verify_connectivity()
            yield driver
    except ServiceUnavailable as error:
        raise BackendError(f"{uri}: no Neo4j server answers there ({error}); is it started?") from error
    except AuthError as error:
        raise BackendError(f"{uri}: Neo4j refuses this user and password ({error})") from error
    except (Neo4jError, DriverError) as error:
        raise BackendError(f"{uri}: Neo4j reports an error: {error}") from error
