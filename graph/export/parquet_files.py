"""`nodes.parquet` and `edges.parquet` with typed columns, for DuckDB, pandas, Polars and Spark. Needs pyarrow.

The columns are those of the CSV files; aliases and articles are lists of texts, evidence is a list of structs, numbers
are doubles. A property that is not there is null. What is read may also be a folder of that name, as Spark writes it: its
`*.parquet` files in the order of their names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeVar

from graph.errors import ExportError, GovgraphError, UnreadableInputError
from graph.export.contract import Format, Tally
from graph.export.csv_files import TAKEN, edge_header, node_header
from graph.export.flat import Flat, edge_table, node_table
from graph.export.packed import evidence_of
from graph.readable import Readable
from graph.records import GraphEdge, GraphNode, with_confidence

if TYPE_CHECKING:
    import pyarrow

T = TypeVar("T", GraphNode, GraphEdge)

_ROWS = 10_000
"""Rows of a row group: what is in memory at a time."""


def _write(store: Readable, files: Sequence[IO[bytes]]) -> Tally:
    _needs_pyarrow(ExportError)
    nodes = _table(files[0], node_schema(), map(node_row, store.nodes()))
    edges = _table(files[1], edge_schema(), map(edge_row, store.edges()))
    return Tally(nodes, edges)


def node_schema() -> pyarrow.Schema:
    """Return the columns of the nodes."""
    table = node_table(TAKEN)
    return _schema(node_header(table), table)


def edge_schema() -> pyarrow.Schema:
    """Return the columns of the edges."""
    table = edge_table(TAKEN)
    return _schema(edge_header(table), table)


def node_row(n: GraphNode) -> dict[str, Any]:
    """Return a node by its columns; those that are not there are null."""
    table = node_table(TAKEN)
    row = {"id": n.id, "label": n.label, "name": n.name, "aliases": n.aliases, "articles": n.articles}
    return row | _floats(table.values(n.label, n.properties), table)


def edge_row(e: GraphEdge) -> dict[str, Any]:
    """Return an edge by its columns; those that are not there are null."""
    table = edge_table(TAKEN)
    row = {"id": e.id, "type": e.type, "source": e.source, "target": e.target, "articles": e.articles}
    proof = {"confidence": e.confidence, "evidence": e.to_record()["evidence"]}
    return row | proof | _floats(table.values(e.type, e.properties), table)


def read_nodes(path: Path) -> Iterator[GraphNode]:
    """Yield the nodes of a file or folder, as they stand there. Raises UnreadableInputError where they cannot be read."""
    table = node_table(TAKEN)
    return _records(path, node_header(table), lambda row: _node(row, table))


def read_edges(path: Path) -> Iterator[GraphEdge]:
    """Yield the edges of a file or folder, as they stand there. Raises UnreadableInputError where they cannot be read."""
    table = edge_table(TAKEN)
    return _records(path, edge_header(table), lambda row: _edge(row, table))


def _needs_pyarrow(error: type[GovgraphError]) -> None:
    try:
        import pyarrow.parquet  # noqa: F401 - only whether it is there
    except ModuleNotFoundError as missing:
        raise error("Parquet needs the package pyarrow, which is not installed: pip install 'govgraph[parquet]'") from (
            missing
        )


def _schema(header: list[str], table: Flat) -> pyarrow.Schema:
    import pyarrow as pa

    proof = pa.struct(
        [
            ("article", pa.string()),
            ("start", pa.int64()),
            ("end", pa.int64()),
            ("text", pa.string()),
            ("rule", pa.string()),
            ("confidence", pa.float64()),
        ]
    )
    types = {
        "aliases": pa.list_(pa.string()),
        "articles": pa.list_(pa.string()),
        "evidence": pa.list_(proof),
        "confidence": pa.float64(),
        **{name: pa.float64() for name, kind in table.columns.items() if kind == "number"},
    }
    return pa.schema([(name, types.get(name, pa.string())) for name in header])


def _table(file: IO[bytes], schema: pyarrow.Schema, rows: Iterator[dict[str, Any]]) -> int:
    import pyarrow as pa
    import pyarrow.parquet as pq

    total = 0
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        while chunk := list(islice(rows, _ROWS)):
            writer.write_batch(pa.RecordBatch.from_pylist(chunk, schema=schema))
            total += len(chunk)
    return total


def _floats(values: dict[str, Any], table: Flat) -> dict[str, Any]:
    return {c: float(value) if table.columns[c] == "number" else value for c, value in values.items()}


def _read(paths: Sequence[Path]) -> list[Iterator[GraphNode | GraphEdge]]:
    _needs_pyarrow(UnreadableInputError)
    return [read_nodes(paths[0]), read_edges(paths[1])]


def _records(path: Path, header: list[str], make: Callable[[dict[str, Any]], T]) -> Iterator[T]:
    for part in _parts(path):
        yield from _part(part, header, make)


def _parts(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    parts = sorted(part for part in path.glob("*.parquet") if not part.name.startswith((".", "_")))
    if not parts:
        raise UnreadableInputError(f"{path}: the folder holds no Parquet file; write the export again")
    return parts


def _part(path: Path, header: list[str], make: Callable[[dict[str, Any]], T]) -> Iterator[T]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    number = 0
    try:
        with pq.ParquetFile(path) as file:
            found = file.schema_arrow.names
            if found != header:
                raise UnreadableInputError(f"{path}: its columns are not those of an export: {', '.join(found)[:200]}")
            for batch in file.iter_batches(_ROWS):
                for row in batch.to_pylist():
                    record = make(row)
                    number += 1
                    yield record
    except (KeyError, TypeError, ValueError) as error:  # pyarrow's own errors are ValueErrors too
        raise UnreadableInputError(f"{path}, after row {number}: cut off, damaged or changed ({error})") from error
    except (OSError, pa.ArrowException) as error:
        raise UnreadableInputError(f"{path}: cannot be read after row {number} ({error})") from error


def _node(row: Mapping[str, Any], table: Flat) -> GraphNode:
    return GraphNode(
        id=row["id"],
        label=row["label"],
        name=row["name"],
        aliases=tuple(row["aliases"]),
        properties=table.properties(row["label"], _values(row, table)),
        articles=tuple(row["articles"]),
    )


def _edge(row: Mapping[str, Any], table: Flat) -> GraphEdge:
    edge = GraphEdge(
        id=row["id"],
        type=row["type"],
        source=row["source"],
        target=row["target"],
        properties=table.properties(row["type"], _values(row, table)),
        evidence=tuple(map(evidence_of, row["evidence"])),
        articles=tuple(row["articles"]),
    )
    return with_confidence(edge, row["confidence"])


def _values(row: Mapping[str, Any], table: Flat) -> dict[str, Any]:
    return {column: row[column] for column in table.columns if row[column] is not None}


FORMAT = Format(_write, ("nodes.parquet", "edges.parquet"), _read)
