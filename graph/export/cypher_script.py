"""A script for cypher-shell or Neo4j Browser that makes the graph: constraints, then batches of rows and MERGE.

Running it again changes nothing. The rows stand in `:param` lines as JSON, which is Cypher too: the server gets them
as values and plans each statement once.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any

from graph.errors import UnreadableInputError
from graph.export.contract import Format, Tally
from graph.neo4j.records import edge_of, edge_properties, node_of, node_properties
from graph.neo4j.rows import Batch, edge_batches, node_batches
from graph.neo4j.statements import edge_constraints, merge, node_constraints
from graph.readable import Readable
from graph.records import GraphEdge, GraphNode

_BATCH = 1_000
_HEAD = """// The graph for Neo4j 5.7 or later. Run it again whenever you like: what is there already stays as it is.
//   cypher-shell -a bolt://localhost:7687 -u neo4j -f THIS_FILE
// In Neo4j Browser: drop the file on the window, choose "Paste in editor", run. It suits graphs of a few thousand nodes.
"""
_ROWS = re.compile(r":param \{rows: (\[.*\])\}\n")
_KIND = re.compile(r"UNWIND \$rows AS row (?:MERGE \(x:`(\w+)`|MATCH .* MERGE \(a\)-\[x:`(\w+)`)")
_END = "// The end of the graph.\n"
# cypher-shell takes an escaped NUL for six characters, and a plain one for what it is.
_NUL = re.compile(r"(?<!\\)((?:\\\\)*)\\u0000")


def _write(store: Readable, files: Sequence[IO[bytes]]) -> Tally:
    file = files[0]
    file.write(_HEAD.encode())
    for statement in (node_constraints() | edge_constraints()).values():
        file.write(f"{statement};\n".encode())
    nodes = _batches(file, node_batches(store.nodes(), _BATCH))
    edges = _batches(file, edge_batches(store.edges(), _BATCH))
    file.write(_END.encode())
    return Tally(nodes, edges)


def _batches(file: IO[bytes], batches: Iterable[Batch]) -> int:
    total = 0
    for batch in batches:
        file.write(f":param {{rows: {literal(batch.rows)}}}\n{merge(batch)};\n".encode())
        total += len(batch.rows)
    return total


def literal(value: Any) -> str:
    """Return a value as a Cypher literal on one line."""
    return _NUL.sub("\\1\0", json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _read(paths: Sequence[Path]) -> list[Iterator[GraphNode | GraphEdge]]:
    return [_records(paths[0])]


def _records(path: Path) -> Iterator[GraphNode | GraphEdge]:
    long_ids: dict[str, str] = {}
    number = 0
    try:
        with path.open(encoding="utf-8", newline="\n") as file:
            line = ""
            for number, line in enumerate(file, 1):
                match = _ROWS.fullmatch(line)
                if match is None:
                    if line.startswith(":param"):
                        raise UnreadableInputError(f"{path}, line {number}: cut off or damaged")
                    continue
                rows = json.loads(match[1], strict=False)
                yield from _batch(next(file, ""), rows, long_ids)
            if line != _END:
                raise UnreadableInputError(f"{path}: cut off after line {number}")
    except (ValueError, TypeError, IndexError, AttributeError) as error:
        raise UnreadableInputError(f"{path}: damaged in or after line {number} ({error})") from error
    except OSError as error:
        raise UnreadableInputError(f"{path}: cannot be read: {error.strerror}") from error


def _batch(statement: str, rows: list[list[Any]], long_ids: dict[str, str]) -> Iterator[GraphNode | GraphEdge]:
    match = _KIND.match(statement)
    if match is None:
        raise ValueError("the rows are not followed by their statement")
    for row in rows:
        if match[1]:
            node = node_of(match[1], node_properties(match[1], row))
            if row[0] != node.id:
                long_ids[row[0]] = node.id
            yield node
        else:
            source, target = (long_ids.get(end, end) for end in row[1:3])
            yield edge_of(match[2], source, target, edge_properties(match[2], row))


FORMAT = Format(_write, read=_read, suffix=".cypher")
