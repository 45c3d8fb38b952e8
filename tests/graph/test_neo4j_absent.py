"""Loading without a server that could be loaded into."""

from __future__ import annotations

import socket

import pytest

from graph.errors import BackendError
from graph.neo4j.load import load
from graph.store import GraphStore


def test_no_server_is_said(store: GraphStore) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        uri = f"bolt://127.0.0.1:{probe.getsockname()[1]}"
        with pytest.raises(BackendError, match=f"{uri}: no Neo4j server answers there"):
            load(store, uri)


@pytest.mark.parametrize("uri", ["localhost", "ftp://x", "bolt://", ""])
def test_a_wrong_address_is_said(store: GraphStore, uri: str) -> None:
    with pytest.raises(BackendError):
        load(store, uri)
