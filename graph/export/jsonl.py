"""The canonical form: `nodes.jsonl` and `edges.jsonl`, a record a line, sorted by id."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from graph.errors import InvalidRecordError, UnreadableInputError
from graph.export.contract import Format, Tally
from graph.readable import Readable
from graph.records import GraphEdge, GraphNode

_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def node_lines(store: Readable) -> Iterator[bytes]:
    """Yield every node as a line, in id order."""
    for node in store.nodes():
        yield _line(node.to_record())


def edge_lines(store: Readable) -> Iterator[bytes]:
    """Yield every edge as a line, in id order."""
    for edge in store.edges():
        yield _line(edge.to_record())


def _line(record: object) -> bytes:
    return _ENCODE(record).encode() + b"\n"


def _write(store: Readable, files: Sequence[IO[bytes]]) -> Tally:
    totals = [0, 0]
    for i, lines in enumerate((node_lines(store), edge_lines(store))):
        for line in lines:
            files[i].write(line)
            totals[i] += 1
    return Tally(*totals)


def _read(paths: Sequence[Path]) -> list[Iterator[GraphNode | GraphEdge]]:
    return [_records(path, kind) for path, kind in zip(paths, (GraphNode, GraphEdge), strict=True)]


def _records(path: Path, kind: type[GraphNode] | type[GraphEdge]) -> Iterator[GraphNode | GraphEdge]:
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                where = f"{path}, line {number}"
                if not line.endswith(b"\n"):
                    raise UnreadableInputError(f"{where}: cut off")
                try:
                    record = kind.from_record(json.loads(line))
                except (ValueError, InvalidRecordError) as error:
                    raise UnreadableInputError(f"{where} is not as this program writes it ({error})") from error
                yield record
    except OSError as error:
        raise UnreadableInputError(f"{path}: cannot be read: {error.strerror}") from error


FORMAT = Format(_write, ("nodes.jsonl", "edges.jsonl"), _read)
