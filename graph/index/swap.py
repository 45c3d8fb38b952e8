"""Building an index aside and swapping it in whole.

An index carries the state of the graph in its name. So a reader finds the one that is right or none, nobody ever
sees half of one, and two builders at once do no harm: they build the same.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

from graph.errors import StoreError
from graph.sqlite_file import digest
from graph.store import GraphStore

_ABANDONED = 3600.0
"""Seconds after which what a builder left half done is taken for abandoned."""


def index_path(store: GraphStore, name: str, suffix: str, version: str) -> Path:
    """Return where the index of the store's present state lies, e.g. `cypher-0f3a….lbug`.

    `version` says with what it is made, so that another version of the engine or of the layout makes its own.
    """
    return store.folder / f"{name}-{digest(store.generation, version)[:16]}{suffix}"


def built(path: Path, name: str, suffix: str, build: Callable[[Path], None]) -> Path:
    """Return `path`, built first when it is missing; indexes of older states are removed then.

    Raises StoreError when the folder cannot be written, and whatever `build` raises; then nothing is left behind.
    """
    if path.exists():
        return path
    aside = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        _remove(aside)
        build(aside)
        aside.rename(path)
    except OSError as error:
        if not path.exists():  # else another builder was faster, and what it built is the same
            raise StoreError(f"{path.parent}: the index {path.name} cannot be written: {error}") from error
    finally:
        _remove(aside)
        _remove(aside.with_name(f"{aside.name}.wal"))
    for other in path.parent.glob(f"{name}-*{suffix}*"):
        half = ".part" in other.suffixes
        if other != path and (not half or time.time() - other.stat().st_mtime > _ABANDONED):
            _remove(other)
    return path


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
