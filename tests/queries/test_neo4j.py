"""The canned questions on a real Neo4j server, with the same answers as on the embedded engines."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from graph.errors import BackendError
from graph.neo4j.load import load
from graph.store import GraphStore
from queries import catalog
from queries.engines.neo4j import Neo4jEngine
from tests.graph.neo4j_server import Server
from tests.queries.test_questions import CASES

pytestmark = pytest.mark.neo4j


def _engine(server: Server) -> Neo4jEngine:
    return Neo4jEngine(server.uri, user=server.user, password=server.password)


def test_every_answer_is_the_same(neo4j: Server, graph_folder: Path) -> None:
    with GraphStore.open(graph_folder) as store:
        load(store, neo4j.uri, neo4j.user, neo4j.password)
    with _engine(neo4j) as engine:
        for name, parameters, rows in CASES:
            table = engine.run(catalog.get(name), parameters)
            assert table.columns == tuple(column.name for column in catalog.get(name).columns)
            assert list(table.rows) == rows, (name, parameters)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("CREATE (n:Person {id: 'x'}) RETURN n", "read access mode"),
        ("MATCH (n RETURN n", "Invalid input"),
        ("MATCH (n) WHERE n.name = $who RETURN n", "who"),
    ],
)
def test_a_query_is_refused(neo4j: Server, text: str, message: str) -> None:
    with _engine(neo4j) as engine, pytest.raises(BackendError, match=message):
        engine.run(text)


def test_a_query_takes_no_longer_than_it_may(neo4j: Server) -> None:
    text = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a + b = 1 RETURN count(*) AS n"
    start = time.monotonic()
    with _engine(neo4j) as engine, pytest.raises(BackendError, match="longer than 1 seconds"):
        engine.run(text, timeout=1)
    assert time.monotonic() - start < 20


def test_a_wrong_password_is_a_clear_error(neo4j: Server) -> None:
    if neo4j.user is None:
        pytest.fail("the server of the tests must ask for a password")
    with pytest.raises(BackendError, match="does not answer") as caught:
        Neo4jEngine(neo4j.uri, user=neo4j.user, password="wrong-password-1")
    assert "wrong-password-1" not in str(caught.value)
