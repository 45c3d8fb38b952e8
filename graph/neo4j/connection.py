"""A connection to one database of a Neo4j server whose errors say what was wrong and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

from graph.errors import BackendError

if TYPE_CHECKING:
    from neo4j import Driver

_OLDEST = (4, 4)
_PASSWORD = re.compile(r"//[^/@]*@")
RETRY = 30.0


class Server:
    """One database of a server. `version` is like (5, 26) or (2026, 8)."""

    def __init__(self, driver: Driver, database: str | None, uri: str) -> None:
        """Take over a driver; use `connected`."""
        self._driver = driver
        self._database = database
        self.uri = uri
        self.version = self._find_version()

    def run(self, text: str, **values: Any) -> list[dict[str, Any]]:
        """Run a statement in a transaction that is tried again when it may help, and return its rows."""
        result = self._driver.execute_query(text, values, database_=self._database)
        return [dict(record) for record in result.records]

    def stream(self, text: str, **values: Any) -> Iterator[dict[str, Any]]:
        """Run a reading statement and yield its rows as they come, in constant memory; not tried again."""
        with self._driver.session(database=self._database, default_access_mode="READ", fetch_size=2_000) as session:
            for record in session.run(text, values):
                yield dict(record)

    @property
    def has_edge_constraints(self) -> bool:
        """Whether the server knows uniqueness constraints of relationships."""
        return self.version >= (5, 7)

    @property
    def element_id(self) -> str:
        """The Cypher function that tells nodes and relationships apart."""
        return "elementId" if self.version >= (5,) else "id"

    def _find_version(self) -> tuple[int, ...]:
        found = self.run("CALL dbms.components() YIELD name, versions RETURN name, versions[0] AS version")
        text = next((str(row["version"]) for row in found if row["name"] == "Neo4j Kernel"), "")
        version = tuple(int(part) for part in re.findall(r"\d+", text)[:2])
        if version and version < _OLDEST:
            raise BackendError(f"{self.uri}: the server is Neo4j {text}; 4.4 or later is needed, 5 for everything")
        return version or _OLDEST


@contextmanager
def connected(
    uri: str, user: str | None, password: str | None, database: str | None, retry: float = RETRY
) -> Iterator[Server]:
    """Give a connection and close it; `retry` is how many seconds a transaction that failed is tried again.

    Without `user` no authentication is tried; without `database` the server's default is used. Raises BackendError
    when the server cannot be reached, refuses the password, is older than 4.4 or reports an error.
    """
    from neo4j.exceptions import ConfigurationError, DriverError, Neo4jError

    shown = _PASSWORD.sub("//", uri)
    options: dict[str, Any] = {
        "auth": None if user is None else (user, password or ""),
        "max_transaction_retry_time": retry,
        "connection_timeout": 10,
        "connection_acquisition_timeout": 30,
        "telemetry_disabled": True,
    }
    try:
        with _opened(uri, options) as driver:
            yield Server(driver, database, shown)
    except (ConfigurationError, ValueError) as error:
        raise BackendError(
            f"{shown}: not the address of a Neo4j server ({_PASSWORD.sub('//', str(error))}); it is like"
            " bolt://localhost:7687 or neo4j+s://name.databases.neo4j.io, with user and password given apart"
        ) from error
    except (Neo4jError, DriverError) as error:
        raise BackendError(f"{shown}: {_advice(error)}") from error


@contextmanager
def _opened(uri: str, options: dict[str, Any]) -> Iterator[Driver]:
    """Give a driver that has reached its server."""
    from neo4j import GraphDatabase
    from neo4j.exceptions import ConfigurationError

    # The server's hints on queries would end up on the user's terminal. Neo4j 4.4 cannot be asked to keep them.
    with ExitStack() as stack:
        driver = stack.enter_context(GraphDatabase.driver(uri, notifications_min_severity="OFF", **options))
        try:
            driver.verify_connectivity()
        except ConfigurationError:
            driver = stack.enter_context(GraphDatabase.driver(uri, **options))
            driver.verify_connectivity()
        yield driver


def _advice(error: Exception) -> str:
    from neo4j.exceptions import AuthError, ClientError, ServiceUnavailable, SessionExpired

    code = str(getattr(error, "code", "") or "")
    words = getattr(error, "message", None) or str(error)
    if isinstance(error, AuthError):
        return f"Neo4j refuses this user and password ({words}); give --user and --password, or NEO4J_USER and NEO4J_PASSWORD"
    if "does not support communication with this driver" in words or "UnsupportedServerProduct" in type(error).__name__:
        return (
            f"the server is older than Neo4j 4.4 or no Neo4j at all ({words}); 4.4 or later is needed, 5 for everything"
        )
    if isinstance(error, (ServiceUnavailable, SessionExpired)):
        return f"no Neo4j server answers there ({words}); is it started, and is the address right?"
    if "DatabaseNotFound" in code:
        return f"{words} Leave out --database for the server's default one"
    if "ConstraintCreationFailed" in code or "IndexAlreadyExists" in code or "EquivalentSchemaRule" in code:
        return f"the constraints cannot be made: {words} Delete the doubles or drop that index, and load again"
    if "Forbidden" in code or "Security" in code:
        return f"Neo4j does not permit this user to do it: {words}"
    if isinstance(error, ClientError):
        return f"Neo4j refuses: {words}"
    return f"Neo4j reports an error: {words}"
