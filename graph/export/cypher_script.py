"""A script for cypher-shell or Neo4j Browser that makes the graph: constraints, then batches of rows and MERGE.

Running it again changes nothing. The rows stand in `:param` lines, which the server need not plan anew each time.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import IO, Any

from graph.cypher_text import constraints, edge_batches, node_batches
from graph.export.contract import Format, Tally
from graph.schema import load_schema
from graph.store import GraphStore

_BATCH = 500
_ESCAPES = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def _write(store: GraphStore, files: Sequence[IO[bytes]]) -> Tally:
    file = files[0]
    file.write(b"// The graph for Neo4j 5: run with cypher-shell -f, or paste into Neo4j Browser.\n")
    for statement in constraints():
        file.write(f"{statement};\n".encode())
    schema = load_schema()
    nodes = sum(_batches(file, node_batches(store.nodes(label), label, _BATCH)) for label in schema.nodes)
    edges = sum(_batches(file, edge_batches(store.edges(kind), _BATCH)) for kind in schema.relations)
    return Tally(nodes, edges)


def _batches(file: IO[bytes], batches: Iterable[tuple[str, list[dict[str, Any]]]]) -> int:
    total = 0
    for statement, rows in batches:
        file.write(f":param {{rows: {literal(rows)}}}\n{statement};\n".encode())
        total += len(rows)
    return total


def literal(value: Any) -> str:
    """Return a value as a Cypher literal on one line; what is None inside a map is left out."""
    if isinstance(value, str):
        return "'" + "".join(_ESCAPES.get(c) or (c if _is_plain(c) else f"\\u{ord(c):04X}") for c in value) + "'"
    if isinstance(value, dict):
        return "{" + ", ".join(f"`{k}`: {literal(v)}" for k, v in value.items() if v is not None) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(literal, value)) + "]"
    return repr(value)


def _is_plain(char: str) -> bool:
    """Everything but control characters, invisible marks and line separators can stand for itself.

    NUL stands for itself too: cypher-shell takes it so, and `\\u0000` for six characters.
    """
    return char == "\0" or ord(char) > 0xFFFF or unicodedata.category(char) not in ("Cc", "Cf", "Zl", "Zp")


FORMAT = Format(_write)
