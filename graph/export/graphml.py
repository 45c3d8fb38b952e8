"""GraphML, for networkx, Gephi, igraph, Cytoscape and yEd: typed keys, lists as JSON, parallel edges with their ids.

`kind` is a node's label or an edge's type. The key of `name` has the id `label`: Gephi shows what has this id as
the node's label, everyone else reads the attribute `name`. What XML cannot hold is written as `graph.export.xml_text`
says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any

from graph.export.contract import Format, Tally
from graph.export.flat import Flat, edge_table, node_table
from graph.export.packed import pack_evidence, pack_texts
from graph.export.xml_read import read_graphml
from graph.export.xml_text import attribute, is_plain, text
from graph.readable import Readable
from graph.records import GraphEdge, GraphNode

TAKEN = frozenset({"id", "kind", "name", "label", "aliases", "articles", "evidence", "confidence", "weight"})
"""Names that the format, or Gephi, uses for its own."""

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""

_CHUNK = 1000


def _write(store: Readable, files: Sequence[IO[bytes]]) -> Tally:
    return write_graphml(files[0], store.nodes(), store.edges())


def write_graphml(file: IO[bytes], nodes: Iterator[GraphNode], edges: Iterator[GraphEdge]) -> Tally:
    """Write nodes and the edges between them, be it a part of a graph, and return how many they were."""
    of_nodes, of_edges = node_table(TAKEN), edge_table(TAKEN)
    file.write(_HEAD.encode())
    file.write(b'<key id="label" for="node" attr.name="name" attr.type="string"/>\n')
    for owner, fixed, table in (
        ("node", ("kind", "aliases", "articles"), of_nodes),
        ("edge", ("kind", "articles", "evidence"), of_edges),
    ):
        kinds = {**dict.fromkeys(fixed, "string"), **table.columns}
        if owner == "edge":
            kinds["confidence"] = "number"
        for name, kind in kinds.items():
            typed = "double" if kind == "number" else "string"
            file.write(f'<key id="{owner}-{name}" for="{owner}" attr.name="{name}" attr.type="{typed}"/>\n'.encode())
    file.write(b'<graph id="G" edgedefault="directed">\n')
    tally = Tally(write_chunked(file, node_lines(nodes, of_nodes)), write_chunked(file, edge_lines(edges, of_edges)))
    file.write(b"</graph>\n</graphml>\n")
    return tally


def node_lines(nodes: Iterator[GraphNode], table: Flat) -> Iterator[str]:
    """Yield the element of each node."""
    for n in nodes:
        key, name, aliases, articles = n.id, n.name, pack_texts(n.aliases), pack_texts(n.articles)
        more = "".join([f'<data key="node-{c}">{v}</data>' for c, v in _texts(table, n.label, n.properties)])
        if not is_plain(f"{key}{name}{aliases}{articles}"):
            key, name, aliases, articles = attribute(key), text(name), text(aliases), text(articles)
        elif '"' in key:
            key = attribute(key)
        yield (
            f'<node id="{key}"><data key="node-kind">{n.label}</data><data key="label">{name}</data>'
            f'<data key="node-aliases">{aliases}</data>{more}<data key="node-articles">{articles}</data></node>\n'
        )


def edge_lines(edges: Iterator[GraphEdge], table: Flat) -> Iterator[str]:
    """Yield the element of each edge."""
    for e in edges:
        proof, articles = pack_evidence(e.evidence), pack_texts(e.articles)
        ends = f'{e.id}" source="{e.source}" target="{e.target}'
        if ends.count('"') != 4 or not is_plain(f"{ends}{proof}{articles}"):
            ends = f'{attribute(e.id)}" source="{attribute(e.source)}" target="{attribute(e.target)}'
            proof, articles = text(proof), text(articles)
        more = "".join([f'<data key="edge-{c}">{v}</data>' for c, v in _texts(table, e.type, e.properties)])
        if e.evidence:
            more += f'<data key="edge-confidence">{e.confidence!r}</data>'
        yield (
            f'<edge id="{ends}"><data key="edge-kind">{e.type}</data>{more}<data key="edge-evidence">{proof}</data>'
            f'<data key="edge-articles">{articles}</data></edge>\n'
        )


def _texts(table: Flat, owner: str, properties: dict[str, Any]) -> list[tuple[str, str]]:
    if not properties:
        return []
    home = table.homes[owner]
    return [(home[name], text(str(value))) for name, value in properties.items()]


def write_chunked(file: IO[bytes], lines: Iterator[str]) -> int:
    """Write lines, many at a time, and return how many they were."""
    total = 0
    chunk: list[str] = []
    for line in lines:
        chunk.append(line)
        if len(chunk) == _CHUNK:
            file.write("".join(chunk).encode())
            total += _CHUNK
            chunk.clear()
    file.write("".join(chunk).encode())
    return total + len(chunk)


def _read(paths: Sequence[Path]) -> list[Iterator[GraphNode | GraphEdge]]:
    return [read_graphml(paths[0], node_table(TAKEN), edge_table(TAKEN))]


FORMAT = Format(_write, read=_read, suffix=".graphml")
