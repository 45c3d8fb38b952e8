"""Answers SPARQL from the embedded RDF store of a graph folder, without a server."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

import pyoxigraph as ox

from graph.errors import BackendError
from graph.index.oxigraph import rdf_index
from graph.vocabulary import PREFIXES
from queries.catalog import Question, Value
from queries.engines.common import TIMEOUT, answer, plain
from queries.table import Table

_XSD = "http://www.w3.org/2001/XMLSchema#"
_WHOLE = {_XSD + name for name in ("integer", "int", "long", "short", "nonNegativeInteger", "positiveInteger")}
_REAL = {_XSD + name for name in ("double", "float")}


class OxigraphEngine:
    """The RDF store of one graph folder, brought up to date when opened, and read only.

    A query sees the whole graph in the default graph, and in the graph of each article what that article says;
    the prefixes of `graph.vocabulary` need no declaration. Raises StoreError when the folder holds no graph.
    """

    language: Literal["sparql"] = "sparql"

    def __init__(self, folder: str | Path) -> None:
        """Open the store of a graph folder."""
        path = rdf_index(Path(folder))
        try:
            self._store = ox.Store.read_only(str(path))
        except (OSError, RuntimeError) as error:
            raise BackendError(f"the RDF store {path} cannot be opened: {error}; remove it, it is made anew") from error

    def run(
        self, query: Question | str, parameters: Mapping[str, Value] | None = None, *, timeout: float = TIMEOUT
    ) -> Table:
        """Return the answer to a canned question or a free SPARQL query; see `Engine.run`.

        A parameter `name` is the variable `?_name`, which the query must select. ASK gives one row with the
        column `answer`, CONSTRUCT and DESCRIBE give `subject`, `predicate`, `object`. A query that takes too long
        is given up: its thread goes on until it ends by itself or the process does.
        """
        if isinstance(query, Question):
            text, values = query.sparql, query.bind(parameters or {})
        else:
            text, values = query, dict(parameters or {})
        outcome: list[tuple[list[str], list[tuple[Any, ...]]]] = []
        failure: list[Exception] = []

        def work() -> None:
            try:
                outcome.append(self._evaluate(text, values))
            except (SyntaxError, ValueError, OSError, RuntimeError) as error:
                failure.append(error)

        thread = threading.Thread(target=work, name="sparql query", daemon=True)
        thread.start()
        thread.join(timeout)
        if failure:
            raise BackendError(f"the SPARQL engine refused the query: {failure[0]}") from failure[0]
        if not outcome:
            raise BackendError(f"the query took longer than {timeout:g} seconds and was stopped")
        hidden = {f"_{name}" for name in values}
        columns, rows = outcome[0]
        keep = [at for at, name in enumerate(columns) if name not in hidden]
        return answer(query, [columns[at] for at in keep], [tuple(row[at] for at in keep) for row in rows])

    def _evaluate(self, text: str, values: Mapping[str, Value]) -> tuple[list[str], list[tuple[Any, ...]]]:
        found = self._store.query(
            text,
            prefixes=PREFIXES,
            substitutions={ox.Variable(f"_{name}"): ox.Literal(value) for name, value in values.items()},
        )
        if isinstance(found, ox.QueryBoolean):
            return ["answer"], [(bool(found),)]
        if isinstance(found, ox.QuerySolutions):
            names = [variable.value for variable in found.variables]
            return names, [tuple(_value(solution[name]) for name in names) for solution in found]
        rows = [tuple(_value(term) for term in (triple.subject, triple.predicate, triple.object)) for triple in found]
        return ["subject", "predicate", "object"], list(dict.fromkeys(rows))

    def close(self) -> None:
        """Let go of the store."""
        del self._store

    def __enter__(self) -> Self:
        """Return the engine itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the store."""
        self.close()


def _value(term: object) -> Any:
    if term is None:
        return None
    if isinstance(term, ox.Literal):
        kind = term.datatype.value
        if kind in _WHOLE:
            return int(term.value)
        if kind in _REAL:
            return plain(float(term.value))
        if kind == _XSD + "decimal":
            return plain(Decimal(term.value))
        if kind == _XSD + "boolean":
            return term.value in ("true", "1")
        return term.value
    if isinstance(term, ox.NamedNode):
        return term.value
    return str(term)
