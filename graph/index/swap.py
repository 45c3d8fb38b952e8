"""Building an index aside and swapping it in whole.

An index is a folder that carries the state of the graph in its name. So a reader finds the one that is right or none,
nobody ever sees half of one, and two builders at once do no harm: they build the same. It lists the sizes of its files:
one that the disk has not kept whole, after a power cut or a full disk, is noticed and built again.
"""

from __future__ import annotations

import json
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
_SIZES = "sizes.json"
_UNSETTLED = ("LOG", "LOCK")
"""Files into which an engine writes whenever it is opened."""


def index_path(store: GraphStore, name: str, suffix: str, version: str) -> Path:
    """Return where the index of the store's present state lies, e.g. `cypher-0f3a…/index.lbug`.

    `version` says with what it is made, so that another version of the engine or of the layout makes its own.
    """
    return store.folder / f"{name}-{digest(store.generation, version)[:16]}" / f"index{suffix}"


def built(path: Path, name: str, build: Callable[[Path], None]) -> Path:
    """Return `path`, built first when it is missing or not whole; indexes of older states are removed then.

    Raises StoreError when the folder cannot be written, and whatever `build` raises; then nothing is left behind.
    """
    whole = path.parent
    if _is_whole(whole):
        return path
    aside = whole.with_name(f"{whole.name}.{os.getpid()}.part")
    try:
        _remove(aside)
        aside.mkdir()
        build(aside / path.name)
        _seal(aside)
        if whole.exists() and not _is_whole(whole):
            _remove(whole)
        aside.rename(whole)
        _keep(whole.parent)
    except OSError as error:
        if not _is_whole(whole):  # else another builder was faster, and what it built is the same
            raise StoreError(f"{whole.parent}: the index {whole.name} cannot be written: {error}") from error
    finally:
        _remove(aside)
    for other in whole.parent.glob(f"{name}-*"):
        half = other.name.endswith(".part")
        if other != whole and (not half or time.time() - other.stat().st_mtime > _ABANDONED):
            _remove(other)
    return path


def _files(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if p.is_file() and p.name not in _UNSETTLED)


def _seal(folder: Path) -> None:
    """List the files with their sizes once they are on the disk: what is listed can be trusted."""
    files = _files(folder)
    for path in (*files, *(p for p in folder.rglob("*") if p.is_dir())):
        _keep(path)
    sizes = {path.relative_to(folder).as_posix(): path.stat().st_size for path in files}
    (folder / _SIZES).write_text(json.dumps(sizes), encoding="utf-8")
    _keep(folder / _SIZES)
    _keep(folder)


def _is_whole(folder: Path) -> bool:
    try:
        sizes = json.loads((folder / _SIZES).read_text(encoding="utf-8"))
        return all((folder / name).stat().st_size == size for name, size in sizes.items())
    except (OSError, ValueError):
        return False


def _keep(path: Path) -> None:
    """Have the system write a file or folder to the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
