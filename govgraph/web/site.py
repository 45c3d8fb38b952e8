"""What the pages share while the server runs: the graph's folder, its index in its present state, the secret of the forms."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from govgraph.apart import apart
from govgraph.endpoint.app import App
from govgraph.endpoint.workers import Workers
from govgraph.web.candidates import Candidates
from govgraph.web.cypher import Cypher
from govgraph.web.drops import Drops
from govgraph.web.guard import new_token
from govgraph.web.index import explorer_index
from govgraph.web.lookup import Lookup, opened
from graph.errors import GovgraphError
from graph.store import GraphStore

_PATIENCE = 2.0
"""Seconds that a page waits for a new index while there is an old one."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The graph and its index, open for one request. `stale` says that the index is of an earlier state."""

    store: GraphStore
    lookup: Lookup
    stale: bool


class Site:
    """The graph that is served."""

    def __init__(self, folder: str | Path, workers: Workers) -> None:
        """Take the folder of a graph, and what evaluates its SPARQL; build its index where it is missing. Raises StoreError."""
        self.folder = Path(folder)
        self.endpoint = App(workers)
        # Free queries may take long; canned questions do not wait for them.
        self.cypher, self.canned = Cypher(self.folder), Cypher(self.folder)
        self.candidates = Candidates(self.folder)
        self.drops = Drops()
        self.token = new_token()
        self._lock = threading.Lock()
        self._building: threading.Thread | None = None
        self._failure: GovgraphError | None = None
        self._took = 0.0
        with GraphStore.open(self.folder) as store:
            self._generation = store.generation
        self._path = explorer_index(self.folder)

    def close(self) -> None:
        """Let go of the Cypher index and of the files that were dropped."""
        self.cypher.close()
        self.canned.close()
        self.drops.close()

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """Open the graph and its index. Raises StoreError."""
        with GraphStore.open(self.folder) as store:
            generation = store.generation
            path, known = self._index(generation)
            with opened(path) as lookup:
                yield Reading(store, lookup, known != generation)

    def _index(self, generation: str) -> tuple[Path, str]:
        """Return the newest index and the state it is of; a new one is begun when the graph has changed."""
        with self._lock:
            if generation == self._generation:
                return self._path, self._generation
            if self._building is None:
                self._failure = None
                self._building = threading.Thread(target=self._renew, name="explorer index", daemon=True)
                self._building.start()
            building = self._building
            wait = _PATIENCE if self._took < _PATIENCE else 0.0
        building.join(wait)
        with self._lock:
            if self._failure is not None:
                raise self._failure
            return self._path, self._generation

    def _renew(self) -> None:
        began = time.monotonic()
        try:
            with GraphStore.open(self.folder) as store:
                generation = store.generation
            path = apart(explorer_index, self.folder)
        except GovgraphError as error:
            with self._lock:
                self._failure, self._building = error, None
            return
        with self._lock:
            self._path, self._generation, self._building = path, generation, None
            self._took = time.monotonic() - began
