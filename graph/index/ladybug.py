"""The Cypher index: the stored graph as a ladybug database, one table a label and one a relation type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from graph.errors import BackendError
from graph.index.swap import built, index_path
from graph.layout import Column, edge_columns, edge_values, end_pairs, label_of, node_columns, node_values
from graph.records import GraphEdge
from graph.schema import load_schema
from graph.store import GraphStore

if TYPE_CHECKING:
    from ladybug import Connection

_T = TypeVar("_T")

_LAYOUT_VERSION = "1"
_BATCH = 5_000
_POOL = 512 * 2**20
_TYPES = {"string": "STRING", "number": "DOUBLE", "strings": "STRING[]", "integers": "INT64[]", "numbers": "DOUBLE[]"}

# Neo4j's functions that ladybug lacks. Only bodies that are one function call: others make the file unreadable.
_MACROS = (
    "type(r) AS label(r)",
    "toString(x) AS cast(x AS STRING)",
    "head(x) AS list_extract(x, 1)",
    "last(x) AS list_extract(x, -1)",
    "toInteger(x) AS cast(x AS INT64)",
    "toFloat(x) AS cast(x AS DOUBLE)",
    "split(s, d) AS string_split(s, d)",
)


def cypher_index(store_folder: str | Path) -> Path:
    """Return the path of the graph's Cypher index, built first when there is none of the graph's present state.

    Open it with `ladybug.Database(path, read_only=True)`. All labels, types and properties of `graph.layout` exist
    in it, also those that no article has used. Raises StoreError when there is no graph or the folder cannot be
    written, BackendError when ladybug fails.
    """
    with GraphStore.open(store_folder) as store, store.snapshot():
        path = index_path(store, "cypher", ".lbug", f"{_LAYOUT_VERSION} ladybug {version('ladybug')}")
        return built(path, "cypher", lambda aside: _build(store, aside))


def _build(store: GraphStore, path: Path) -> None:
    import ladybug

    try:
        database = ladybug.Database(str(path), buffer_pool_size=_POOL)
        connection = ladybug.Connection(database)
        try:
            _create_tables(connection)
            for label in load_schema().nodes:
                _load_nodes(connection, store, label)
            for kind in load_schema().relations:
                _load_edges(connection, store, kind)
            connection.execute("CHECKPOINT")
        finally:
            connection.close()
            database.close()
    except RuntimeError as error:
        advice = "; it reserves more addresses than ulimit -v allows: lift that limit" if "Mmap" in str(error) else ""
        raise BackendError(f"{store.folder}: the Cypher index cannot be built: {error}{advice}") from error


def _create_tables(connection: Connection) -> None:
    for label in load_schema().nodes:
        columns = ", ".join(f"`{c.name}` {_TYPES[c.kind]}" for c in node_columns(label))
        connection.execute(f"CREATE NODE TABLE `{label}`({columns}, PRIMARY KEY(id))")
    for kind in load_schema().relations:
        pairs = ", ".join(f"FROM `{source}` TO `{target}`" for source, target in end_pairs(kind))
        columns = ", ".join(f"`{c.name}` {_TYPES[c.kind]}" for c in edge_columns(kind))
        connection.execute(f"CREATE REL TABLE `{kind}`({pairs}, {columns})")
    for macro in _MACROS:
        connection.execute(f"CREATE MACRO {macro}")


def _load_nodes(connection: Connection, store: GraphStore, label: str) -> None:
    text = f"UNWIND $rows AS row CREATE (:`{label}` {_map(node_columns(label))})"
    total = 0
    for rows in _batches(node_values(node) for node in store.nodes(label)):
        connection.execute(text, {"rows": rows})
        total += len(rows)
    _check(connection, f"MATCH (n:`{label}`) RETURN count(*)", label, total)


def _load_edges(connection: Connection, store: GraphStore, kind: str) -> None:
    total = 0
    for edges in _batches(store.edges(kind)):
        for (source, target), rows in _by_labels(edges).items():
            # Two MATCH clauses: with one and a comma the engine compares every pair of nodes.
            text = (
                f"UNWIND $rows AS row MATCH (a:`{source}` {{id: row.from_id}}) MATCH (b:`{target}` {{id: row.to_id}})"
                f" CREATE (a)-[:`{kind}` {_map(edge_columns(kind))}]->(b)"
            )
            connection.execute(text, {"rows": rows})
        total += len(edges)
    _check(connection, f"MATCH ()-[r:`{kind}`]->() RETURN count(*)", kind, total)


def _map(columns: Sequence[Column]) -> str:
    """Every value is cast: the engine takes the type of a parameter from its first rows, which may be empty."""
    return "{" + ", ".join(f"`{c.name}`: cast(row.`{c.name}` AS {_TYPES[c.kind]})" for c in columns) + "}"


def _by_labels(edges: Sequence[GraphEdge]) -> dict[tuple[str, str], list[dict[str, Any]]]:
    groups: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for edge in edges:
        ends = (label_of(edge.source), label_of(edge.target))
        groups.setdefault(ends, []).append({"from_id": edge.source, "to_id": edge.target, **edge_values(edge)})
    return groups


def _batches(items: Iterable[_T]) -> Iterator[list[_T]]:
    stream = iter(items)
    while batch := list(islice(stream, _BATCH)):
        yield batch


def _check(connection: Connection, query: str, what: str, expected: int) -> None:
    result = connection.execute(query)
    rows = [] if isinstance(result, list) else result.get_all()
    found = next((value for row in rows for value in row), None)
    if found != expected:
        raise BackendError(f"the Cypher index took {found} of {expected} {what}; this is a fault of the engine")
