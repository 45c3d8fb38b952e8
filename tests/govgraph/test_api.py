"""`import govgraph` is the public API: every name in it is there, and an unknown one is a plain AttributeError."""

from __future__ import annotations

from pathlib import Path

import pytest

import govgraph


@pytest.mark.parametrize("name", govgraph.__all__)
def test_public_name_is_there(name: str) -> None:
    assert getattr(govgraph, name).__doc__
    assert name in dir(govgraph)


def test_unknown_name() -> None:
    with pytest.raises(AttributeError, match="no attribute 'graph_of'"):
        govgraph.graph_of  # noqa: B018 - the access is the test


def test_ask_and_networkx(graph_folder: Path) -> None:
    assert govgraph.ask("person_posts", graph_folder, person="江").column("post") == ["县长"]
    with govgraph.GraphStore.open(graph_folder) as store:
        graph = govgraph.to_networkx(store)
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (8, 6)
