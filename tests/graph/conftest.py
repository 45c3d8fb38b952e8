"""The invented paper as a stored graph."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.store import GraphStore
from tests.graph import sample


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A graph folder that holds the three articles of the sample paper."""
    with GraphStore.open(tmp_path / "graph", create=True) as store:
        store.add(sample.paper(), extractor="1")
    return tmp_path / "graph"


@pytest.fixture
def store(folder: Path) -> Iterator[GraphStore]:
    """The open graph of `folder`."""
    with GraphStore.open(folder) as store:
        yield store
