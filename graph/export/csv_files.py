"""`nodes.csv` and `edges.csv` for spreadsheets: UTF-8 with a byte order mark, one column a property.

Lists are JSON. A text that a spreadsheet could take for a formula gets an apostrophe in front, and so does one that
begins with an apostrophe or is empty (an empty cell is a property that is not there): dropping one leading apostrophe
gives every text back.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any

from graph.errors import UnreadableInputError
from graph.export.contract import Format, Tally
from graph.export.flat import Flat, edge_table, node_table
from graph.export.packed import pack_evidence, pack_texts, unpack_evidence, unpack_texts
from graph.readable import Readable
from graph.records import GraphEdge, GraphNode, with_confidence

TAKEN = frozenset({"id", "label", "type", "name", "aliases", "articles", "source", "target", "confidence", "evidence"})

# Blanks and invisible marks in front do not keep every spreadsheet from seeing the formula behind them.
_DANGEROUS = re.compile("['\t\r\n]|[\\s\0-\x1f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]*[=+\\-@＝＋－＠]|$")


def _write(store: Readable, files: Sequence[IO[bytes]]) -> Tally:
    of_nodes, of_edges = node_table(TAKEN), edge_table(TAKEN)
    nodes = _table(files[0], node_header(of_nodes), _node_rows(store.nodes(), of_nodes))
    edges = _table(files[1], edge_header(of_edges), _edge_rows(store.edges(), of_edges))
    return Tally(nodes, edges)


def node_header(table: Flat) -> list[str]:
    """Return the columns of a table of nodes."""
    return ["id", "label", "name", "aliases", *table.columns, "articles"]


def edge_header(table: Flat) -> list[str]:
    """Return the columns of a table of edges."""
    return ["id", "type", "source", "target", *table.columns, "confidence", "articles", "evidence"]


def _node_rows(nodes: Iterable[GraphNode], table: Flat) -> Iterator[list[str]]:
    for n in nodes:
        values = table.values(n.label, n.properties)
        cells = [cell(values.get(column)) for column in table.columns]
        yield [cell(n.id), n.label, cell(n.name), pack_texts(n.aliases), *cells, pack_texts(n.articles)]


def _edge_rows(edges: Iterable[GraphEdge], table: Flat) -> Iterator[list[str]]:
    for e in edges:
        values = table.values(e.type, e.properties)
        cells = [cell(values.get(column)) for column in table.columns]
        proof = [cell(e.confidence), pack_texts(e.articles), pack_evidence(e.evidence)]
        yield [cell(e.id), e.type, cell(e.source), cell(e.target), *cells, *proof]


def _table(file: IO[bytes], header: list[str], rows: Iterable[list[str]]) -> int:
    file.write(b"\xef\xbb\xbf")
    writer = csv.writer(_Encoded(file))
    writer.writerow(header)
    total = 0
    for row in rows:
        writer.writerow(row)
        total += 1
    return total


class _Encoded:
    """What the csv module writes rows to."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def write(self, row: str) -> int:
        return self._file.write(row.encode())


def cell(value: Any) -> str:
    """Return a value as a cell that no spreadsheet takes for a formula."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return repr(value)
    return f"'{value}" if _DANGEROUS.match(value) else value


def _read(paths: Sequence[Path]) -> list[Iterator[GraphNode | GraphEdge]]:
    of_nodes, of_edges = node_table(TAKEN), edge_table(TAKEN)
    return [
        _records(_rows(paths[0], node_header(of_nodes)), lambda row: _node(row, of_nodes)),
        _records(_rows(paths[1], edge_header(of_edges)), lambda row: _edge(row, of_edges)),
    ]


def _records(
    rows: Iterator[tuple[str, dict[str, str]]], make: Callable[[dict[str, str]], GraphNode | GraphEdge]
) -> Iterator[GraphNode | GraphEdge]:
    for where, row in rows:
        try:
            record = make(row)
        except (KeyError, ValueError) as error:
            raise UnreadableInputError(f"{where} is not as this program writes it ({error})") from error
        yield record


def _rows(path: Path, header: list[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each row with the words for where it is."""
    limit = csv.field_size_limit(sys.maxsize)
    number = 1
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.reader(file, strict=True)
            found = next(rows, [])
            if found != header:
                raise UnreadableInputError(f"{path}: its columns are not those of an export: {', '.join(found)[:200]}")
            for number, row in enumerate(rows, 2):
                if len(row) != len(header):
                    raise UnreadableInputError(f"{path}, row {number}: cut off: {len(row)} of {len(header)} cells")
                yield f"{path}, row {number}", dict(zip(header, row, strict=True))
    except (csv.Error, UnicodeDecodeError) as error:
        raise UnreadableInputError(f"{path}: cut off or damaged after row {number} ({error})") from error
    except OSError as error:
        raise UnreadableInputError(f"{path}: cannot be read: {error.strerror}") from error
    finally:
        csv.field_size_limit(limit)


def _node(row: Mapping[str, str], table: Flat) -> GraphNode:
    return GraphNode(
        id=_text(row["id"]),
        label=row["label"],
        name=_text(row["name"]),
        aliases=unpack_texts(row["aliases"]),
        properties=table.properties(row["label"], _values(row, table)),
        articles=unpack_texts(row["articles"]),
    )


def _edge(row: Mapping[str, str], table: Flat) -> GraphEdge:
    edge = GraphEdge(
        id=_text(row["id"]),
        type=row["type"],
        source=_text(row["source"]),
        target=_text(row["target"]),
        properties=table.properties(row["type"], _values(row, table)),
        evidence=unpack_evidence(row["evidence"]),
        articles=unpack_texts(row["articles"]),
    )
    return with_confidence(edge, float(row["confidence"]) if row["confidence"] else None)


def _values(row: Mapping[str, str], table: Flat) -> dict[str, str]:
    return {c: cell if kind == "number" else _text(cell) for c, kind in table.columns.items() if (cell := row[c])}


def _text(cell: str) -> str:
    return cell.removeprefix("'")


FORMAT = Format(_write, ("nodes.csv", "edges.csv"), _read)
