"""Pairs to judge, looked for once in the background: comparing names goes through the whole graph."""

from __future__ import annotations

import threading
from pathlib import Path

from govgraph.apart import apart
from graph.candidates import Candidate
from graph.errors import GovgraphError
from graph.store import GraphStore

_PATIENCE = 2.0
"""Seconds that a page waits for the pairs of a small graph."""


class Candidates:
    """The candidates of a graph folder, as they were when they were last looked for. May be shared between threads."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; nothing is looked for yet."""
        self._folder = folder
        self._lock = threading.Lock()
        self._found: list[Candidate] | None = None
        self._failure: GovgraphError | None = None
        self._search: threading.Thread | None = None

    def all(self) -> list[Candidate] | None:
        """Return them, the likeliest first, or None while they are being looked for. Raises what the search met."""
        with self._lock:
            if self._found is None and self._search is None:
                self._search = threading.Thread(target=self._look, name="candidates", daemon=True)
                self._search.start()
            search = self._search
        if search is not None:
            search.join(_PATIENCE)
        with self._lock:
            if self._failure is not None:
                failure, self._failure = self._failure, None
                raise failure
            return self._found

    def again(self) -> None:
        """Forget them, so that they are looked for anew."""
        with self._lock:
            if self._search is None:
                self._found = None

    def _look(self) -> None:
        found: list[Candidate] | None = None
        failure: GovgraphError | None = None
        try:
            found = apart(_candidates, self._folder)
        except GovgraphError as error:
            failure = error
        with self._lock:
            self._found, self._failure, self._search = found, failure, None


def _candidates(folder: Path) -> list[Candidate]:
    with GraphStore.open(folder) as store:
        return store.candidates()
