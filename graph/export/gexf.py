"""GEXF 1.2, the own format of Gephi, which networkx reads too: typed attributes, lists as JSON, parallel edges.

A node's `label` is its name, an edge's `label` and `kind` its type: Gephi keeps edges of different kinds between two
nodes apart. The attribute `kind` is a node's label or an edge's type.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import IO

from graph.export.contract import Format, Tally
from graph.export.flat import Flat, edge_table, node_table
from graph.export.graphml import TAKEN, write_chunked
from graph.export.packed import pack_evidence, pack_texts
from graph.export.xml_read import read_gexf
from graph.export.xml_text import attribute
from graph.readable import Readable
from graph.records import GraphEdge, GraphNode

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://www.gexf.net/1.2draft http://www.gexf.net/1.2draft/gexf.xsd" version="1.2">
<graph mode="static" defaultedgetype="directed" idtype="string">
"""


def _write(store: Readable, files: Sequence[IO[bytes]]) -> Tally:
    file = files[0]
    of_nodes, of_edges = node_table(TAKEN), edge_table(TAKEN)
    file.write(_HEAD.encode())
    file.write("".join(_attributes("node", ("kind", "aliases", "articles"), of_nodes)).encode())
    file.write("".join(_attributes("edge", ("kind", "articles", "evidence"), of_edges)).encode())
    file.write(b"<nodes>\n")
    nodes = write_chunked(file, _nodes(store.nodes(), of_nodes))
    file.write(b"</nodes>\n<edges>\n")
    edges = write_chunked(file, _edges(store.edges(), of_edges))
    file.write(b"</edges>\n</graph>\n</gexf>\n")
    return Tally(nodes, edges)


def _attributes(owner: str, fixed: tuple[str, ...], table: Flat) -> Iterator[str]:
    yield f'<attributes class="{owner}" mode="static">\n'
    numbers = [("confidence", "number")] if owner == "edge" else []
    for name, kind in chain(((name, "string") for name in fixed), table.columns.items(), numbers):
        yield (f'<attribute id="{owner}-{name}" title="{name}" type="{"double" if kind == "number" else "string"}"/>\n')
    yield "</attributes>\n"


def _nodes(nodes: Iterator[GraphNode], table: Flat) -> Iterator[str]:
    for n in nodes:
        more = [_value("node-aliases", pack_texts(n.aliases))]
        more += [_value(f"node-{name}", str(value)) for name, value in table.values(n.label, n.properties).items()]
        yield (
            f'<node id="{attribute(n.id)}" label="{attribute(n.name)}"><attvalues>{_value("node-kind", n.label)}'
            f"{''.join(more)}{_value('node-articles', pack_texts(n.articles))}</attvalues></node>\n"
        )


def _edges(edges: Iterator[GraphEdge], table: Flat) -> Iterator[str]:
    for e in edges:
        more = [_value(f"edge-{name}", str(value)) for name, value in table.values(e.type, e.properties).items()]
        more.append(_value("edge-evidence", pack_evidence(e.evidence)))
        if e.evidence:
            more.append(_value("edge-confidence", repr(e.confidence)))
        yield (
            f'<edge id="{attribute(e.id)}" source="{attribute(e.source)}" target="{attribute(e.target)}"'
            f' label="{e.type}" kind="{e.type}"><attvalues>{_value("edge-kind", e.type)}'
            f"{''.join(more)}{_value('edge-articles', pack_texts(e.articles))}</attvalues></edge>\n"
        )


def _value(key: str, value: str) -> str:
    return f'<attvalue for="{key}" value="{attribute(value)}"/>'


def _read(paths: Sequence[Path]) -> list[Iterator[GraphNode | GraphEdge]]:
    return [read_gexf(paths[0], node_table(TAKEN), edge_table(TAKEN))]


FORMAT = Format(_write, read=_read, suffix=".gexf")
