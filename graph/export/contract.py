"""What an export format is: the files it makes, and a function that writes them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Protocol

from graph.errors import ExportError
from graph.readable import Readable
from graph.records import GraphEdge, GraphNode


@dataclass(frozen=True)
class Tally:
    """How many nodes and edges went out."""

    nodes: int
    edges: int


Write = Callable[[Readable, Sequence[IO[bytes]]], Tally]
"""Writes the graph into open binary files, in the order of the format's `names`. Called inside a snapshot."""


class WriteRdf(Protocol):
    """A Write that puts the IRIs of our own terms and things under a base, ours if none is given."""

    def __call__(self, store: Readable, files: Sequence[IO[bytes]], *, base: str = ...) -> Tally:
        """Write the graph."""


Read = Callable[[Sequence[Path]], Sequence[Iterator[GraphNode | GraphEdge]]]
"""Returns one iterator for each file, of the nodes and edges that it holds, as they stand there, in any order.

They are what `graph.verify` compares. An iterator raises UnreadableInputError, with the file and the place in it,
where it cannot be read further.
"""


@dataclass(frozen=True)
class Format:
    """An export format. `names` are the files it makes in a folder; without names it makes one file.

    `suffix` is how a single file should end (`.graphml`): it tells `verify` what the file is. `statements` are the ways
    in which RDF can write an edge with its evidence, by their names, `write` among them; other formats have none.
    """

    write: Write
    names: tuple[str, ...] = ()
    read: Read | None = None
    suffix: str = ""
    statements: Mapping[str, WriteRdf] = field(default_factory=dict)


@contextmanager
def files_aside(path: Path, names: Sequence[str]) -> Iterator[tuple[list[Path], list[IO[bytes]]]]:
    """Open the files aside, and put them in place together when all is well; on any error nothing is left or changed.

    Raises ExportError when they cannot be written.
    """
    targets = [path / name for name in names] or [path]
    asides = [target.with_name(f".{target.name}.{os.getpid()}.part") for target in targets]
    for target in targets:
        if target.is_dir():
            raise ExportError(f"{target}: there is a folder where the export's file should go; name a file")
    try:
        targets[0].parent.mkdir(parents=True, exist_ok=True)
        with ExitStack() as stack:
            files: list[IO[bytes]] = [stack.enter_context(aside.open("wb")) for aside in asides]
            yield targets, files
            for file in files:
                file.flush()
                os.fsync(file.fileno())  # else a power cut may leave the new name with nothing behind it
        for aside, target in zip(asides, targets, strict=True):
            aside.replace(target)
    except OSError as error:
        raise ExportError(f"{path}: the export cannot be written: {error.strerror or error}") from error
    finally:
        for aside in asides:
            if aside.exists():
                aside.unlink()
