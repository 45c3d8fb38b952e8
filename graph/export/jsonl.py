"""The canonical form: `nodes.jsonl` and `edges.jsonl`, a record a line, sorted by id."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import IO

from graph.export.contract import Format, Tally
from graph.store import GraphStore


def node_lines(store: GraphStore) -> Iterator[bytes]:
    """Yield every node as a line, in id order."""
    for node in store.nodes():
        yield _line(node.to_record())


def edge_lines(store: GraphStore) -> Iterator[bytes]:
    """Yield every edge as a line, in id order."""
    for edge in store.edges():
        yield _line(edge.to_record())


def _line(record: object) -> bytes:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _write(store: GraphStore, files: Sequence[IO[bytes]]) -> Tally:
    totals = [0, 0]
    for i, lines in enumerate((node_lines(store), edge_lines(store))):
        for line in lines:
            files[i].write(line)
            totals[i] += 1
    return Tally(*totals)


FORMAT = Format(_write, ("nodes.jsonl", "edges.jsonl"))
