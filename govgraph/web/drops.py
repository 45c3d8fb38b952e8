"""Files that were dropped on the explorer: read into a graph of their own, and into the graph that is served on a click.

A file is read in a process of its own, within limits of time and memory: a broken PDF takes nothing down with it.
"""

from __future__ import annotations

import re
import secrets
import shutil
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.errors import GovgraphError, UnreadableInputError
from graph.store import GraphStore

_SECONDS, _MEMORY = 300, 3 << 30
_AT_ONCE, _WAITING = 2, 30
"""Files that are read at the same time, and seconds that one more waits for its turn."""
_KEPT = 20
_LONGEST_NAME = 80
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Drop:
    """A file that was read: where it and its graph lie, what was reported, and what the reader was told about it."""

    key: str
    file: Path
    graph: Path
    reports: tuple[str, ...]
    options: tuple[str, ...]


class Drops:
    """The last files that were dropped, until the server ends. May be shared between threads."""

    def __init__(self) -> None:
        """Begin with none; the folder for them is made with the first."""
        self._folder: TemporaryDirectory[str] | None = None
        self._lock = threading.Lock()
        self._turns = threading.BoundedSemaphore(_AT_ONCE)
        self._drops: dict[str, Drop] = {}

    def read(self, name: str, content: bytes, home: str, date: str) -> Drop:
        """Read a file and keep what it gives; `home` and `date` may be empty. Raises UnreadableInputError."""
        key = secrets.token_hex(8)
        folder = self._place() / key
        folder.mkdir()
        file = folder / _safe(name)
        file.write_bytes(content)
        options = (*(("--home", home) if home else ()), *(("--date", date) if _DATE.fullmatch(date) else ()))
        try:
            reports = self._build(file, folder / "graph", options)
        except GovgraphError:
            shutil.rmtree(folder)
            raise
        drop = Drop(key, file, folder / "graph", reports, options)
        with self._lock:
            self._drops[key] = drop
            gone = [self._drops.pop(old) for old in list(self._drops)[:-_KEPT]]
        for old in gone:
            shutil.rmtree(old.file.parent)
        return drop

    def get(self, key: str) -> Drop | None:
        """Return a file that was read, or None."""
        with self._lock:
            return self._drops.get(key)

    def add(self, drop: Drop, graph: Path) -> None:
        """Read a file into the graph that is served. Raises UnreadableInputError."""
        self._build(drop.file, graph, drop.options)

    def close(self) -> None:
        """Remove all of them."""
        if self._folder is not None:
            self._folder.cleanup()

    def _place(self) -> Path:
        with self._lock:
            if self._folder is None:
                self._folder = TemporaryDirectory(prefix="govgraph-")
            return Path(self._folder.name)

    def _build(self, file: Path, graph: Path, options: tuple[str, ...]) -> tuple[str, ...]:
        if not self._turns.acquire(timeout=_WAITING):
            raise UnreadableInputError(f"{file.name}: other files are being read; try again in a minute")
        try:
            return _build(file, graph, options)
        finally:
            self._turns.release()


def _build(file: Path, graph: Path, options: tuple[str, ...]) -> tuple[str, ...]:
    """Build a graph of a file, as the command does, and return its reports but for the last line, which counts."""
    command = [sys.executable, "-m", "govgraph", "build", str(file), "-o", str(graph), *options]
    try:
        # Nothing of the request is a word of the command but the value of an option or the path that we made.
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:  # noqa: S603
            _limit(process.pid)
            try:
                _, said = process.communicate(timeout=_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                raise
    except subprocess.TimeoutExpired as error:
        raise UnreadableInputError(f"{file.name}: it took longer than {_SECONDS} seconds and was given up") from error
    lines = [
        line.replace(f"{file.parent}/", "") for line in said.decode("utf-8", "replace").splitlines() if line.strip()
    ]
    if process.returncode not in (0, 1):
        raise UnreadableInputError(f"{file.name}: it cannot be read: {lines[-1] if lines else process.returncode}")
    with GraphStore.open(graph) as store:
        empty = next(store.articles(), None) is None
    if empty:
        raise UnreadableInputError(f"{file.name}: no article was found in it{': ' + lines[0] if lines else ''}")
    return tuple(lines[:-1])


def _limit(process: int) -> None:
    if sys.platform == "linux":
        import resource

        resource.prlimit(process, resource.RLIMIT_DATA, (_MEMORY, _MEMORY))


def _safe(name: str) -> str:
    """Return the last part of a file's name without signs that mean something to a system; ids of articles begin with it."""
    plain = re.sub(r"[^\w.-]", "_", Path(name.replace("\\", "/")).name).lstrip(".-")
    stem, dot, suffix = plain.rpartition(".")
    return f"{stem[:_LONGEST_NAME] or 'page'}{dot}{suffix[:10]}" if dot else (plain[:_LONGEST_NAME] or "page")
