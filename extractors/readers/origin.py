"""Where input comes from: one file or the standard input, opened as bytes and named in every message."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

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


Reader = Callable[[Origin, Report], Iterator[Article]]
"""Gives the articles of one input and reports what it cannot read; OSError is left to the caller."""
