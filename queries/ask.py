"""The short way from a question's name to its answer."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from queries import catalog
from queries.catalog import Value
from queries.engines.common import TIMEOUT, Engine
from queries.table import Table


def open_engine(graph: str | Path, language: Literal["cypher", "sparql"] = "cypher") -> Engine:
    """Return the embedded engine for a graph folder. Raises StoreError when the folder holds no graph."""
    if language == "sparql":
        from queries.engines.oxigraph import OxigraphEngine

        return OxigraphEngine(graph)
    from queries.engines.ladybug import LadybugEngine

    return LadybugEngine(graph)


def ask(
    question: str,
    graph: str | Path,
    *,
    language: Literal["cypher", "sparql"] = "cypher",
    timeout: float = TIMEOUT,
    **parameters: Value,
) -> Table:
    """Return the answer of a graph folder to a canned question, such as `ask("who_met", "my.graph", person="李明")`.

    Raises UnknownNameError when there is no such question or parameter, InvalidParameterError for a value of the
    wrong type, StoreError when the folder holds no graph, BackendError when the query takes more than `timeout`
    seconds.
    """
    found = catalog.get(question)
    values: Mapping[str, Value] = found.bind(parameters)
    with open_engine(graph, language) as engine:
        return engine.run(found, values, timeout=timeout)
