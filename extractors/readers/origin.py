"""Where input comes from: one file or the standard input, opened as bytes and named in every message."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from graph.errors import UnreadableInputError
from graph.fragment import Article

Report = Callable[[UnreadableInputError], None]
"""Takes what could not be read; reading goes on with the rest."""


@dataclass(frozen=True, slots=True)
class Origin:
    """One input: its name as the user gave it, and its bytes."""

    name: str
    open: Callable[[], BinaryIO]

    @classmethod
    def of_file(cls, path: Path) -> Origin:
        """Name a file by its path."""
        return cls(path.as_posix(), lambda: path.open("rb"))

    @classmethod
    def of_bytes(cls, name: str, data: bytes) -> Origin:
        """Name what has been read already."""
        return cls(name, lambda: io.BytesIO(data))

    def tapped(self, tap: Callable[[int], None]) -> Origin:
        """Return the same input; `tap` is told how many bytes were read, each time."""
        return Origin(self.name, lambda: io.BufferedReader(_Tapped(self.open(), tap)))


class _Tapped(io.RawIOBase):
    """A stream that tells how much is read of another, and closes it."""

    def __init__(self, inner: BinaryIO, tap: Callable[[int], None]) -> None:
        super().__init__()
        self._inner, self._tap = inner, tap

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer)
        data = self._inner.read(len(view))
        view[: len(data)] = data
        self._tap(len(data))
        return len(data)

    def close(self) -> None:
        self._inner.close()
        super().close()


Reader = Callable[[Origin, Report], Iterator[Article]]
"""Gives the articles of one input and reports what it cannot read; OSError is left to the caller."""
