"""Cypher on the embedded engine: one query at a time, within limits of time and rows."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from govgraph.renewed import Renewed
from graph.errors import BackendError
from graph.index.ladybug import cypher_index
from queries.catalog import Question, Value
from queries.engines.ladybug import LadybugEngine
from queries.table import Table

SECONDS, ROWS = 20.0, 501
_QUEUE = 30.0
"""Seconds that a query waits for the one before it."""
_KEPT = 64
"""Answers to canned questions that are kept while the graph stays as it is: some go through all of it, and are asked again."""


class Cypher:
    """Answers queries about a graph folder, and follows the graph as it changes. May be shared between threads."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; the index is built when it is first needed."""
        self._folder = folder
        self._lock = threading.Lock()
        self._index = Renewed(folder, cypher_index)
        self._engine: LadybugEngine | None = None
        self._path: Path | None = None
        self._kept = lru_cache(_KEPT)(self._answer)

    def run(self, query: Question | str, values: Mapping[str, Value] | None = None, rows: int = ROWS) -> Table:
        """Return the first rows of the answer. Raises BackendError when the query is refused or takes too long."""
        given = tuple((values or {}).items())
        path = self._index.path()
        return (self._kept if isinstance(query, Question) and rows <= ROWS else self._answer)(path, query, given, rows)

    def _answer(self, _path: Path, query: Question | str, values: tuple[tuple[str, Value], ...], rows: int) -> Table:
        if not self._lock.acquire(timeout=_QUEUE):
            raise BackendError("other queries take all the time; try again later")
        try:
            return self._current().run(query, dict(values), timeout=SECONDS, rows=rows)
        finally:
            self._lock.release()

    def _current(self) -> LadybugEngine:
        path = self._index.path()
        if self._engine is None or path != self._path:
            if self._engine is not None:
                self._engine.close()
            self._engine, self._path = LadybugEngine(self._folder), path
        return self._engine

    def close(self) -> None:
        """Let go of the index."""
        with self._lock:
            if self._engine is not None:
                self._engine.close()
            self._engine = None
