"""`nodes.csv` and `edges.csv` for spreadsheets: UTF-8 with a byte order mark, one column a property.

Lists are JSON. A text that a spreadsheet would take for a formula gets an apostrophe in front, and so does one
that begins with an apostrophe; so dropping one leading apostrophe gives every text back.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, Any

from graph.export.contract import Format, Tally
from graph.records import GraphEdge, GraphNode
from graph.schema import load_schema
from graph.store import GraphStore

_DANGEROUS = tuple("=+-@\t\r\n'＝＋－＠")


def _write(store: GraphStore, files: Sequence[IO[bytes]]) -> Tally:
    schema = load_schema()
    of_nodes = _property_names(n.properties for n in schema.nodes.values())
    of_edges = _property_names(r.properties for r in schema.relations.values())
    nodes = _table(
        files[0], ["id", "label", "name", "aliases", *of_nodes, "articles"], _node_rows(store.nodes(), of_nodes)
    )
    edges = _table(
        files[1],
        ["id", "type", "source", "target", *of_edges, "confidence", "articles", "evidence"],
        _edge_rows(store.edges(), of_edges),
    )
    return Tally(nodes, edges)


def _property_names(kinds: Iterable[dict[str, Any]]) -> list[str]:
    return sorted({name for properties in kinds for name in properties})


def _node_rows(nodes: Iterable[GraphNode], names: list[str]) -> Iterator[list[Any]]:
    for n in nodes:
        yield [n.id, n.label, n.name, list(n.aliases), *(n.properties.get(p) for p in names), list(n.articles)]


def _edge_rows(edges: Iterable[GraphEdge], names: list[str]) -> Iterator[list[Any]]:
    for e in edges:
        evidence = e.to_record()["evidence"]
        properties = (e.properties.get(p) for p in names)
        yield [e.id, e.type, e.source, e.target, *properties, e.confidence, list(e.articles), evidence]


def _table(file: IO[bytes], header: list[str], rows: Iterable[list[Any]]) -> int:
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow(header)
    total = 0
    for row in rows:
        writer.writerow([_cell(value) for value in row])
        total += 1
    text.detach()
    return total


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    if not isinstance(value, str):
        return repr(value)
    return f"'{value}" if value.startswith(_DANGEROUS) else value


FORMAT = Format(_write, ("nodes.csv", "edges.csv"))
