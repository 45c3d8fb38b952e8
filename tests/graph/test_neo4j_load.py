"""Loading into a real Neo4j: everything arrives, again changes nothing, what is gone goes."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from neo4j import Driver, GraphDatabase

from graph.errors import BackendError
from graph.export import export
from graph.layout import edge_values, node_values
from graph.neo4j.load import MARK, LoadSummary, load
from graph.store import GraphStore
from tests.graph import sample
from tests.graph.neo4j_server import Server

pytestmark = pytest.mark.neo4j


@pytest.fixture
def driver(neo4j: Server) -> Iterator[Driver]:
    with GraphDatabase.driver(neo4j.uri, auth=auth(neo4j), notifications_min_severity="OFF") as driver:
        yield driver


def auth(server: Server) -> tuple[str, str] | None:
    return (server.user, server.password or "") if server.user else None


def load_into(server: Server, store: GraphStore) -> LoadSummary:
    return load(store, server.uri, server.user, server.password)


def content(driver: Driver) -> tuple[list[Any], list[Any]]:
    """What the server holds, less the mark and the properties that are not there."""
    nodes = driver.execute_query("MATCH (n) RETURN labels(n) AS labels, properties(n) AS p ORDER BY n.id").records
    edges = driver.execute_query(
        "MATCH (a)-[r]->(b) RETURN type(r) AS type, a.id AS a, b.id AS b, properties(r) AS p ORDER BY r.id"
    ).records
    return (
        [(r["labels"], {k: v for k, v in r["p"].items() if k != MARK}) for r in nodes],
        [(r["type"], r["a"], r["b"], {k: v for k, v in r["p"].items() if k != MARK}) for r in edges],
    )


def expected(store: GraphStore) -> tuple[list[Any], list[Any]]:
    def known(values: dict[str, Any]) -> dict[str, Any]:
        return {k: v for k, v in values.items() if v is not None}

    return (
        [([n.label], known(node_values(n))) for n in store.nodes()],
        [(e.type, e.source, e.target, known(edge_values(e))) for e in store.edges()],
    )


def test_everything_arrives_and_a_second_load_changes_nothing(neo4j: Server, driver: Driver, store: GraphStore) -> None:
    for record in driver.execute_query("SHOW CONSTRAINTS YIELD name").records:
        driver.execute_query(f"DROP CONSTRAINT `{record['name']}`")
    assert load_into(neo4j, store) == LoadSummary(16, 14, 0)
    assert content(driver) == expected(store)
    assert load_into(neo4j, store) == LoadSummary(16, 14, 0)
    assert content(driver) == expected(store)
    constraints = driver.execute_query("SHOW CONSTRAINTS YIELD type RETURN type, count(*) AS n ORDER BY type").records
    assert [r.values() for r in constraints] == [["RELATIONSHIP_UNIQUENESS", 18], ["UNIQUENESS", 12]]


def test_what_is_gone_goes_and_what_others_put_there_stays(neo4j: Server, driver: Driver, store: GraphStore) -> None:
    load_into(neo4j, store)
    driver.execute_query("CREATE (:Person {id: 'mine', name: '别人'})-[:KNOWS]->(:Diary)")
    driver.execute_query("MATCH (a:Agency {name: '青禾市政府'}) SET a.colour = 'red'")
    before = store.counts()
    store.remove(["a-1"])
    after = store.counts()
    summary = load_into(neo4j, store)
    assert (summary.nodes, summary.edges) == (after.nodes, after.edges)
    assert summary.deleted == before.nodes - after.nodes + before.edges - after.edges
    driver.execute_query("MATCH (a:Agency {colour: 'red'}) REMOVE a.colour")
    driver.execute_query("MATCH (a:Person {id: 'mine'})-[:KNOWS]->(b:Diary) DETACH DELETE a, b")
    assert content(driver) == expected(store)


def test_a_load_that_broke_off_is_completed_by_the_next(neo4j: Server, driver: Driver, store: GraphStore) -> None:
    load_into(neo4j, store)
    driver.execute_query("MATCH (n:Person) DETACH DELETE n")
    driver.execute_query("MATCH ()-[r:LOCATED_IN]->() SET r.evidence = ['?']")
    load_into(neo4j, store)
    assert content(driver) == expected(store)


def test_the_cypher_script_gives_the_same_graph(
    neo4j: Server, driver: Driver, store: GraphStore, tmp_path: Path
) -> None:
    if neo4j.jars is None:
        pytest.fail("this test runs cypher-shell from the jars of the server started here; unset GOVGRAPH_NEO4J_URI")
    script = export(store, "cypher", tmp_path / "graph.cypher").files[0]
    shell = ["java", "-cp", f"{neo4j.jars}/*", "org.neo4j.shell.Main", "-a", neo4j.uri, "--format", "plain"]
    login = ["-u", str(neo4j.user), "-p", str(neo4j.password)]
    for _ in range(2):
        run = subprocess.run([*shell, *login, "-f", str(script)], capture_output=True, text=True, check=False)
        assert (run.returncode, run.stderr) == (0, "")
        assert content(driver) == expected(store)
    assert any(sample.NASTY in edge[3]["evidence"] for edge in content(driver)[1])


def test_a_wrong_password_is_said(neo4j: Server, store: GraphStore) -> None:
    with pytest.raises(BackendError, match="refuses this user and password"):
        load(store, neo4j.uri, neo4j.user or "neo4j", "wrong")


def test_an_unknown_database_is_said(neo4j: Server, store: GraphStore) -> None:
    with pytest.raises(BackendError, match="nowhere"):
        load(store, neo4j.uri, neo4j.user, neo4j.password, "nowhere")
