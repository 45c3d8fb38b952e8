"""Whether two graphs are the same: counts and a checksum of the canonical form."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from graph.export.jsonl import edge_lines, node_lines
from graph.store import GraphStore


def checksum(store: GraphStore) -> str:
    """Return the sha256 of the canonical form: the bytes of `nodes.jsonl`, then those of `edges.jsonl`."""
    total = hashlib.sha256()
    with store.snapshot():
        streams: tuple[Iterable[bytes], ...] = (node_lines(store), edge_lines(store))
        for lines in streams:
            for line in lines:
                total.update(line)
    return total.hexdigest()
