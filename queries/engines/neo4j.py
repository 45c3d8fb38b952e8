"""Answers Cypher from a live Neo4j server by the official driver."""

from __future__ import annotations

from collections.abc import Mapping
from types import TracebackType
from typing import Any, Literal, Self

from neo4j import READ_ACCESS, Driver, GraphDatabase, Query
from neo4j.exceptions import ConfigurationError, DriverError, Neo4jError

from graph.errors import BackendError
from queries.catalog import Question, Value
from queries.engines.common import TIMEOUT, answer, plain
from queries.table import Table


class Neo4jEngine:
    """A connection to one database of a Neo4j server, read only. Raises BackendError when it cannot be reached."""

    language: Literal["cypher"] = "cypher"

    def __init__(
        self, uri: str, *, user: str | None = None, password: str | None = None, database: str | None = None
    ) -> None:
        """Connect, for example to `bolt://localhost:7687`; without a user no credentials are sent."""
        self._database = database
        try:
            self._driver: Driver = GraphDatabase.driver(
                uri,
                auth=(user, password or "") if user else None,
                telemetry_disabled=True,
                connection_acquisition_timeout=15,
                connection_timeout=10,
                notifications_min_severity="OFF",
            )
        except (ConfigurationError, ValueError) as error:
            raise BackendError(f"{uri} is no address of a Neo4j server: {error}") from error
        try:
            self._driver.verify_connectivity()
        except (DriverError, Neo4jError) as error:
            self._driver.close()
            raise BackendError(f"the Neo4j server {uri} does not answer: {_message(error)}") from error

    def run(
        self, query: Question | str, parameters: Mapping[str, Value] | None = None, *, timeout: float = TIMEOUT
    ) -> Table:
        """Return the answer to a canned question or a free Cypher query; see `Engine.run`."""
        if isinstance(query, Question):
            text, values = query.cypher, query.bind(parameters or {})
        else:
            text, values = query, dict(parameters or {})
        try:
            with self._driver.session(database=self._database, default_access_mode=READ_ACCESS) as session:
                result = session.run(Query(text, timeout=timeout), dict(values))
                columns = list(result.keys())
                rows: list[tuple[Any, ...]] = [tuple(plain(value) for value in record.values()) for record in result]
        except (DriverError, Neo4jError) as error:
            if "TransactionTimedOut" in str(getattr(error, "code", "")):
                raise BackendError(f"the query took longer than {timeout:g} seconds and was stopped") from error
            raise BackendError(f"Neo4j refused the query: {_message(error)}") from error
        return answer(query, columns, rows)

    def close(self) -> None:
        """Close the connection."""
        self._driver.close()

    def __enter__(self) -> Self:
        """Return the engine itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the connection."""
        self.close()


def _message(error: Exception) -> str:
    return getattr(error, "message", None) or str(error)
