"""The graph as a networkx MultiDiGraph, for those who program with it, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.errors import InvalidRecordError
from graph.readable import Readable
from graph.records import GraphEdge, GraphEvidence, GraphNode

if TYPE_CHECKING:
    import networkx


_NODE_ATTRIBUTES = {"label", "name", "aliases", "articles"}
_EDGE_ATTRIBUTES = {"type", "articles", "evidence", "confidence"}


def to_networkx(store: Readable) -> networkx.MultiDiGraph[str]:
    """Return the whole graph in memory.

    A node is its id, with the attributes `label, name, aliases, articles` and those of its properties that it has
    (`date`, `scope`, …). An edge's key is its id, with `type, articles, evidence` (a list of GraphEvidence),
    `confidence` (None for background) and its properties.
    """
    import networkx

    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    with store.snapshot():
        for node in store.nodes():
            values = {"label": node.label, "name": node.name, "aliases": list(node.aliases)}
            graph.add_node(node.id, **values, articles=list(node.articles), **node.properties)
        for edge in store.edges():
            proof = {"articles": list(edge.articles), "evidence": list(edge.evidence), "confidence": edge.confidence}
            graph.add_edge(edge.source, edge.target, key=edge.id, type=edge.type, **proof, **edge.properties)
    return graph


def from_networkx(graph: networkx.MultiDiGraph[str]) -> tuple[list[GraphNode], list[GraphEdge]]:
    """Return the merged records of a graph that `to_networkx` made, each sorted by id.

    Raises InvalidRecordError for a node or edge that lacks an attribute that all have.
    """
    nodes = [_node(key, graph.nodes[key]) for key in sorted(graph)]
    edges = [_edge(str(key), source, target, data) for source, target, key, data in graph.edges(keys=True, data=True)]
    return nodes, sorted(edges, key=lambda edge: edge.id)


def _node(key: str, data: dict[str, Any]) -> GraphNode:
    properties = {name: value for name, value in data.items() if name not in _NODE_ATTRIBUTES}
    try:
        return GraphNode(key, data["label"], data["name"], tuple(data["aliases"]), properties, tuple(data["articles"]))
    except KeyError as error:
        raise InvalidRecordError(f"node {key!r} of the networkx graph has no {error}") from error


def _edge(key: str, source: str, target: str, data: dict[str, Any]) -> GraphEdge:
    properties = {name: value for name, value in data.items() if name not in _EDGE_ATTRIBUTES}
    try:
        evidence: tuple[GraphEvidence, ...] = tuple(data["evidence"])
        return GraphEdge(key, data["type"], source, target, properties, evidence, tuple(data["articles"]))
    except KeyError as error:
        raise InvalidRecordError(f"edge {key!r} of the networkx graph has no {error}") from error
