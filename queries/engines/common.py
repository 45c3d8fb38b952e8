"""What the engines share: the form of an engine, and plain values out of theirs."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import TracebackType
from typing import Any, Literal, Protocol, Self

from graph.errors import UnknownNameError
from queries.catalog import Question, Value
from queries.table import Table

TIMEOUT = 60.0
"""Seconds that a query may take where the caller sets no limit."""


class Engine(Protocol):
    """Something that answers questions in one language."""

    @property
    def language(self) -> Literal["cypher", "sparql"]:
        """The language of free queries."""

    def run(
        self, query: Question | str, parameters: Mapping[str, Value] | None = None, *, timeout: float = TIMEOUT
    ) -> Table:
        """Return the answer to a canned question or a free query.

        `timeout` is in seconds. Raises BackendError when the engine refuses the query or needs longer,
        UnknownNameError for a parameter that the question does not have.
        """

    def close(self) -> None:
        """Let go of files and connections."""

    def __enter__(self) -> Self:
        """Return the engine itself."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the engine."""


def plain(value: Any) -> Any:
    """Return the value as str, int, float, bool, None, list or dict; whole numbers become int, the rest text."""
    if value is None or isinstance(value, (bool, str, int)):
        return value
    if isinstance(value, Decimal):
        value = float(value)
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 2**53 else value
    if isinstance(value, Mapping):
        # Ladybug gives a node or edge as a map with marks of its own and with every column that any label has.
        own = value if "_LABEL" not in value else {k: v for k, v in value.items() if k[0] != "_" and v is not None}
        return {str(key): plain(item) for key, item in own.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(item) for item in value]
    return str(value)


def answer(question: Question | str, columns: list[str], rows: list[tuple[Any, ...]]) -> Table:
    """Return the rows as a Table, in the columns that a canned question promises, whatever else was selected."""
    if isinstance(question, str):
        return Table(tuple(columns), tuple(rows))
    wanted = tuple(column.name for column in question.columns)
    missing = [name for name in wanted if name not in columns]
    if missing:
        raise UnknownNameError(f"question {question.name!r} does not return the columns {', '.join(missing)}")
    places = [columns.index(name) for name in wanted]
    return Table(wanted, tuple(tuple(row[at] for at in places) for row in rows))
