"""The graph in memory, there and back."""

from __future__ import annotations

import pytest

from graph.errors import InvalidRecordError
from graph.merge import merge
from graph.store import GraphStore
from graph.to_networkx import from_networkx, to_networkx
from tests.graph import sample


def test_there_and_back(store: GraphStore) -> None:
    assert from_networkx(to_networkx(store)) == merge(sample.paper())


def test_a_node_or_edge_that_lacks_something_is_named(store: GraphStore) -> None:
    graph = to_networkx(store)
    graph.add_node("Person:甲")
    with pytest.raises(InvalidRecordError, match=r"node 'Person:甲' .* has no 'label'"):
        from_networkx(graph)
    graph = to_networkx(store)
    graph.add_edge("Person:林望山@青禾市政府", "Agency:青禾市政府", key="x", type="HOLDS_POST")
    with pytest.raises(InvalidRecordError, match=r"edge 'x' .* has no 'evidence'"):
        from_networkx(graph)


def test_nodes_and_edges_carry_what_is_known(store: GraphStore) -> None:
    graph = to_networkx(store)
    assert graph.nodes["Meeting:春耕生产会@青禾市政府@2025-03-20"] == {
        "label": "Meeting",
        "name": "春耕生产会",
        "aliases": ["会议"],
        "articles": ["a-1", "a-3/旧 %?#"],
        "scope": "青禾市政府",
        "date": "2025-03-20",
    }
    (key,) = graph["Person:林望山@青禾市政府"]["Agency:青禾市政府"]
    post = graph.edges["Person:林望山@青禾市政府", "Agency:青禾市政府", key]
    assert (post["type"], post["title"], [e.text for e in post["evidence"]]) == (
        "HOLDS_POST",
        "市长",
        ["市长林望山", "青禾市政府市长林望山"],
    )
