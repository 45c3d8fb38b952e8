"""Loading into a real Neo4j: everything arrives, again changes nothing, what is gone goes, what is not ours stays."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from neo4j import Driver, GraphDatabase

from benchmarks.neo4j_graph import fragments, stored
from graph.errors import BackendError
from graph.fragment import Fragment
from graph.neo4j.load import LoadSummary, load
from graph.neo4j.statements import quoted
from graph.schema import load_schema
from graph.store import GraphStore
from tests.graph import hostile, sample
from tests.graph.neo4j_content import content, expected
from tests.graph.neo4j_server import Server, started

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.neo4j


@pytest.fixture
def driver(any_neo4j: Server) -> Iterator[Driver]:
    with connect(any_neo4j) as driver:
        yield driver


def load_into(server: Server, store: GraphStore) -> LoadSummary:
    return load(store, server.uri, server.user, server.password)


def figures(summary: LoadSummary) -> tuple[int, int, int, int]:
    return summary.nodes, summary.edges, summary.written, summary.deleted


def connect(server: Server) -> Driver:
    return GraphDatabase.driver(server.uri, auth=server.auth)


def drop_constraints(driver: Driver) -> None:
    for record in driver.execute_query("SHOW CONSTRAINTS YIELD name").records:
        driver.execute_query(f"DROP CONSTRAINT {quoted(record['name'])}")


def is_old(server: Server) -> bool:
    return server.tools is not None and "neo4j-4.4" in server.tools.jars.name


def test_everything_arrives_and_a_second_load_changes_nothing(
    any_neo4j: Server, driver: Driver, store: GraphStore
) -> None:
    drop_constraints(driver)
    first = load_into(any_neo4j, store)
    assert figures(first) == (16, 14, 30, 0)
    assert content(driver) == expected(store)
    second = load_into(any_neo4j, store)
    assert figures(second) == (16, 14, 0, 0)
    assert content(driver) == expected(store)
    assert len(first.warnings) == len(second.warnings) == is_old(any_neo4j)
    found = driver.execute_query("SHOW CONSTRAINTS YIELD type RETURN type, count(*) AS n ORDER BY type").records
    schema = load_schema()
    relations = [] if is_old(any_neo4j) else [["RELATIONSHIP_UNIQUENESS", len(schema.relations)]]
    assert [r.values() for r in found] == [*relations, ["UNIQUENESS", len(schema.nodes)]]


def test_what_is_gone_goes_and_what_others_put_there_stays(
    any_neo4j: Server, driver: Driver, store: GraphStore
) -> None:
    load_into(any_neo4j, store)
    driver.execute_query("CREATE (:Person {id: 'mine', name: '别人'})-[:KNOWS]->(:Diary)")
    driver.execute_query("MATCH (a:Agency {name: '青禾市政府'}) SET a.colour = 'red'")
    before = store.counts()
    store.remove(["a-1"])
    after = store.counts()
    summary = load_into(any_neo4j, store)
    assert (summary.nodes, summary.edges) == (after.nodes, after.edges)
    assert summary.deleted == before.nodes - after.nodes + before.edges - after.edges > 0
    assert summary.kept == ()
    mine = driver.execute_query("MATCH (a:Person {id: 'mine'})-[r:KNOWS]->(b:Diary) DETACH DELETE a, b RETURN 1")
    assert len(mine.records) == 1
    red = driver.execute_query("MATCH (a:Agency {colour: 'red'}) REMOVE a.colour RETURN a.name AS name").records
    assert [r["name"] for r in red] == ["青禾市政府"]
    assert content(driver) == expected(store)


def test_a_gone_node_to_which_others_tied_something_stays_as_theirs(
    any_neo4j: Server, driver: Driver, store: GraphStore
) -> None:
    load_into(any_neo4j, store)
    driver.execute_query("MATCH (m:Meeting) CREATE (m)<-[:ABOUT]-(:Note {text: '看过'})")
    meeting = next(store.nodes("Meeting")).id
    store.remove(["a-1", "a-3/旧 %?#"])
    assert load_into(any_neo4j, store).kept == (meeting,)
    left = driver.execute_query("MATCH (m:Meeting)<-[:ABOUT]-(:Note) RETURN properties(m) AS p").records
    assert [r["p"] for r in left] == [{"id": meeting, "kind": "Meeting", "name": "春耕生产会"}]
    assert figures(load_into(any_neo4j, store))[2:] == (0, 0)
    store.add([sample.meeting(), sample.notice()])
    assert load_into(any_neo4j, store).nodes == 16
    driver.execute_query("MATCH (n:Note) DETACH DELETE n")
    assert content(driver) == expected(store)


def test_whatever_was_done_to_our_elements_is_put_right(any_neo4j: Server, driver: Driver, store: GraphStore) -> None:
    load_into(any_neo4j, store)
    for text in (
        "MATCH (n:Person) DETACH DELETE n",
        "MATCH ()-[r:LOCATED_IN]->() SET r.evidence = ['?'], r.evidence_start = NULL",
        "MATCH (m:Meeting) SET m.name = '?' REMOVE m._govgraph, m.date",
        "MATCH (a)-[r:UNDERTAKES]->(b) CREATE (b)-[x:CITES {id: 'CITES:copy', _govgraph: 1}]->(a)",
        "CREATE (:Agency {id: 'Agency:copy', _govgraph: 1})",
        "MATCH (a:Company) SET a.aliases = []",
        "MATCH (a:Place {level: 'prefecture'}) SET a.level = 'county'",
    ):
        driver.execute_query(text)
    summary = load_into(any_neo4j, store)
    assert summary.written > 5
    assert summary.deleted == 2
    assert content(driver) == expected(store)


def test_a_turned_edge_is_turned_back(any_neo4j: Server, driver: Driver, store: GraphStore) -> None:
    load_into(any_neo4j, store)
    turn = "MATCH (a)-[r:CHAIRED]->(b) WITH a, r, b, properties(r) AS p DELETE r CREATE (b)-[x:CHAIRED]->(a) SET x = p"
    driver.execute_query(turn)
    assert load_into(any_neo4j, store).deleted == is_old(any_neo4j)
    assert content(driver) == expected(store)


def test_a_corrected_article_replaces_what_it_said(any_neo4j: Server, driver: Driver, store: GraphStore) -> None:
    load_into(any_neo4j, store)
    said = sample.meeting()
    corrected = Fragment(said.article, said.nodes[:4], tuple(e for e in said.edges if e.type == "HOLDS_POST"))
    assert store.add([corrected]).replaced == 1
    assert load_into(any_neo4j, store).deleted > 0
    assert content(driver) == expected(store)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(hostile.fragments, min_size=1, max_size=4))
def test_any_text_arrives(tmp_path: Path, neo4j: Server, said: list[Fragment]) -> None:
    with hostile.stored(tmp_path, said) as store, connect(neo4j) as driver:
        load_into(neo4j, store)
        assert content(driver) == expected(store)


def test_the_worst_texts_arrive(tmp_path: Path, any_neo4j: Server, driver: Driver) -> None:
    with hostile.stored(tmp_path, hostile.worst()) as store:
        load_into(any_neo4j, store)
        assert content(driver) == expected(store)
        assert figures(load_into(any_neo4j, store))[2:] == (0, 0)
        assert max(len(node.id) for node in store.nodes()) > 30_000


@pytest.mark.parametrize("name", hostile.NAMES)
def test_a_name_that_would_be_cypher_is_a_name(any_neo4j: Server, driver: Driver, name: str) -> None:
    made = driver.execute_query(f"CREATE (n:{quoted(name)} {{{quoted(name)}: 1}}) RETURN labels(n), keys(n)").records
    assert [r.values() for r in made] == [[[name], [name]]]


def test_a_load_that_was_killed_is_completed_by_the_next(tmp_path: Path, neo4j: Server) -> None:
    with stored(tmp_path / "g", fragments(600)) as store, connect(neo4j) as driver:
        code = "import os, sys; from graph.neo4j.load import load; from graph.store import GraphStore"
        code += "; load(GraphStore.open(sys.argv[1]), sys.argv[2], sys.argv[3] or None, os.environ['WORD'])"
        command = [sys.executable, "-c", code, str(store.folder), neo4j.uri, neo4j.user or ""]
        process = subprocess.Popen(command, env={**os.environ, "WORD": neo4j.password or ""}, cwd=ROOT)
        half = "MATCH ()-[r]->() RETURN count(*) AS n"
        while process.poll() is None and driver.execute_query(half).records[0]["n"] == 0:
            time.sleep(0.02)
        process.kill()
        assert process.wait() != 0
        total = store.counts()
        assert driver.execute_query(half).records[0]["n"] < total.edges
        assert load_into(neo4j, store).nodes == total.nodes
        assert content(driver) == expected(store)


def test_a_server_that_dies_is_said_and_the_next_load_completes_it(neo4j_home: Path, tmp_path: Path) -> None:
    with stored(tmp_path / "g", fragments(600)) as store:
        with started(neo4j_home) as server, ThreadPoolExecutor(1) as other, connect(server) as driver:
            other.submit(kill_when_half_done, driver, server.pid)
            with pytest.raises(BackendError, match=r"not complete \(\d+ nodes and \d+ edges had arrived\); load again"):
                load(store, server.uri, server.user, server.password, retry=0.5)
        with started(neo4j_home) as server, connect(server) as driver:
            load_into(server, store)
            assert content(driver) == expected(store)


def kill_when_half_done(driver: Driver, pid: int) -> None:
    while driver.execute_query("MATCH ()-[r]->() RETURN count(*) AS n").records[0]["n"] == 0:
        time.sleep(0.02)
    os.kill(pid, signal.SIGKILL)


def test_a_wrong_password_is_said_and_not_shown(
    neo4j: Server, store: GraphStore, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)
    secret = f"{neo4j.password}-not"
    with pytest.raises(BackendError, match="refuses this user and password") as caught:
        load(store, neo4j.uri, neo4j.user or "neo4j", secret)
    assert secret not in "".join(traceback.format_exception(caught.value)) + caplog.text
    assert len(caplog.records) > 0


def test_a_password_in_the_address_is_refused_and_not_shown(neo4j: Server, store: GraphStore) -> None:
    uri = neo4j.uri.replace("//", "//neo4j:secret-word-9@")
    with pytest.raises(BackendError, match="user and password given apart") as caught:
        load(store, uri)
    assert "secret-word-9" not in str(caught.value)


def test_an_unknown_database_is_said(neo4j: Server, store: GraphStore) -> None:
    with pytest.raises(BackendError, match="nowhere"):
        load(store, neo4j.uri, neo4j.user, neo4j.password, "nowhere")


def test_doubles_that_forbid_a_constraint_are_said(any_neo4j: Server, driver: Driver, store: GraphStore) -> None:
    drop_constraints(driver)
    driver.execute_query("UNWIND [1, 2] AS i CREATE (:Person {id: 'twice'})")
    with pytest.raises(BackendError, match="Delete the doubles"):
        load_into(any_neo4j, store)
