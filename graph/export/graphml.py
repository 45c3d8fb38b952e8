"""GraphML, for networkx, Gephi, yEd and igraph: typed keys, lists as JSON, parallel edges with their ids."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, Any
from xml.sax.saxutils import escape, quoteattr

from graph.export.contract import Format, Tally
from graph.schema import load_schema
from graph.store import GraphStore

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""

# What XML 1.0 cannot hold, not even escaped.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_Properties = dict[str, str | tuple[str, ...]]


def _write(store: GraphStore, files: Sequence[IO[bytes]]) -> Tally:
    file = files[0]
    schema = load_schema()
    file.write(_HEAD.encode())
    for line in (
        *_keys("node", ("label", "name", "aliases", "articles"), (n.properties for n in schema.nodes.values())),
        *_keys("edge", ("type", "articles", "evidence"), (r.properties for r in schema.relations.values())),
        '<key id="edge-confidence-double" for="edge" attr.name="confidence" attr.type="double"/>',
        '<graph id="G" edgedefault="directed">',
    ):
        file.write(f"{line}\n".encode())
    nodes = edges = 0
    for node in store.nodes():
        values = {"label": node.label, "name": node.name, "aliases": list(node.aliases), **node.properties}
        data = _data("node", values | {"articles": list(node.articles)})
        file.write(f"<node id={_attribute(node.id)}>{data}</node>\n".encode())
        nodes += 1
    for edge in store.edges():
        values = {"type": edge.type, **edge.properties, "articles": list(edge.articles)}
        data = _data("edge", values | {"evidence": edge.to_record()["evidence"], "confidence": edge.confidence})
        ends = f"source={_attribute(edge.source)} target={_attribute(edge.target)}"
        file.write(f"<edge id={_attribute(edge.id)} {ends}>{data}</edge>\n".encode())
        edges += 1
    file.write(b"</graph>\n</graphml>\n")
    return Tally(nodes, edges)


def _keys(owner: str, fixed: Iterable[str], kinds: Iterable[_Properties]) -> Iterator[str]:
    """A property that is a text on one label and a number on another gets a key for each."""
    pairs = dict.fromkeys((name, "string") for name in fixed)
    pairs |= dict.fromkeys((n, "double" if k == "number" else "string") for p in kinds for n, k in p.items())
    for name, kind in pairs:
        yield f'<key id="{owner}-{name}-{kind}" for="{owner}" attr.name="{name}" attr.type="{kind}"/>'


def _data(owner: str, values: dict[str, Any]) -> str:
    parts = []
    for name, value in values.items():
        if value is None:
            continue
        kind = "double" if isinstance(value, int | float) else "string"
        text = json.dumps(value, ensure_ascii=False) if isinstance(value, list) else str(value)
        parts.append(f'<data key="{owner}-{name}-{kind}">{_text(text)}</data>')
    return "".join(parts)


def _text(value: str) -> str:
    # A bare carriage return would be read as a line feed.
    return escape(_NOT_XML.sub("", value), {"\r": "&#13;"})


def _attribute(value: str) -> str:
    return quoteattr(_NOT_XML.sub("", value))


FORMAT = Format(_write)
