"""An index of a graph folder that follows the graph as it changes."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from govgraph.apart import apart
from graph.store import GraphStore


class Renewed:
    """The index of the graph's present state, built in a process of its own. May be shared between threads."""

    def __init__(self, folder: Path, build: Callable[[Path], Path]) -> None:
        """Take the folder and the function of a module that builds the index; nothing is built yet."""
        self._folder, self._build = folder, build
        self._lock = threading.Lock()
        self._generation = ""
        self._path: Path | None = None

    def path(self) -> Path:
        """Return where the index lies, built first when the graph has changed. Raises StoreError and BackendError."""
        with self._lock:
            with GraphStore.open(self._folder) as store:
                generation = store.generation
            if self._path is None or generation != self._generation:
                self._path, self._generation = apart(self._build, self._folder), generation
            return self._path
