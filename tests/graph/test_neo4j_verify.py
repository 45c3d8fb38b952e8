"""A database is compared with the graph: equal after a load, and every planted fault is found by its name."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from neo4j import GraphDatabase

from govgraph.cli import main
from graph.neo4j.load import load
from graph.neo4j.verify import verify
from graph.store import GraphStore
from graph.verify import contents
from tests.graph import hostile
from tests.graph.neo4j_server import Server

pytestmark = pytest.mark.neo4j

MEETING = "Meeting:春耕生产会@青禾市政府@2025-03-20"
POST = "HOLDS_POST:Person:林望山@青禾市政府|Agency:青禾市政府|市长"
CHAIR = f"CHAIRED:Person:林望山@青禾市政府|{MEETING}"

FAULTS = [
    ("MATCH ()-[r:CHAIRED]->() DELETE r", f"edge {CHAIR!r} is missing"),
    ("MATCH (n:Meeting) SET n.date = '2025-03-21'", f"node {MEETING!r}: date is '2025-03-21', the graph has"),
    ("MATCH (n:Meeting) REMOVE n._govgraph", f"node {MEETING!r} is missing"),
    ("MATCH (n:Meeting) CREATE (c:Copy) SET c = n", f"node {MEETING!r} is there 2 times"),
    (
        "MATCH (n:Meeting) SET n:Note REMOVE n:Meeting",
        f"node {MEETING!r}: label is 'Note', the graph has 'Meeting'",
    ),
    ("MATCH ()-[r:HOLDS_POST]->() SET r.title = '副市长'", f"edge {POST!r}: title is '副市长', the graph has '市长'"),
    ("MATCH ()-[r:HOLDS_POST]->() SET r.evidence = r.evidence[1..]", f"edge {POST!r}: evidence of "),
    ("MATCH ()-[r:HOLDS_POST]->() SET r.evidence_rule = []", f"edge {POST!r}: evidence of "),
    ("MATCH ()-[r:HOLDS_POST]->() SET r.confidence = 0.1", f"edge {POST!r}: confidence is 0.1"),
    (
        "MATCH (a)-[r:CHAIRED]->(b) WITH a, r, b, properties(r) AS p DELETE r CREATE (b)-[x:CHAIRED]->(a) SET x = p",
        f"edge {CHAIR!r}: source and target are swapped",
    ),
    ("MATCH (n:Measurement) SET n.number = 'many'", "node 'Measurement:"),
    (
        "CREATE (:Person {id: 'Person:新', kind: 'Person', name: '新', _govgraph: 1})",
        "node 'Person:新' is not in the graph",
    ),
]


@pytest.fixture
def loaded(neo4j: Server, store: GraphStore) -> GraphStore:
    load(store, neo4j.uri, neo4j.user, neo4j.password)
    return store


def test_what_was_loaded_is_the_graph_whatever_others_add(neo4j: Server, loaded: GraphStore) -> None:
    run(neo4j, "MATCH (a:Meeting) SET a:Favourite, a.colour = 'red' CREATE (a)<-[:ABOUT]-(:Person {id: 'mine'})")
    found = verify(loaded, neo4j.uri, neo4j.user, neo4j.password)
    assert (found.where, found.what, found.lines()) == (neo4j.uri, "neo4j", [])
    assert found.contents == contents(loaded)
    assert (found.contents.nodes.count, found.contents.edges.count, found.contents.evidence.count) == (16, 14, 15)


def test_hostile_texts_are_the_graph(neo4j: Server, tmp_path: Path) -> None:
    with hostile.stored(tmp_path, hostile.worst()) as store:
        load(store, neo4j.uri, neo4j.user, neo4j.password)
        assert verify(store, neo4j.uri, neo4j.user, neo4j.password).lines() == []


@pytest.mark.parametrize(("fault", "words"), FAULTS, ids=range(len(FAULTS)))
def test_a_planted_fault_is_found_and_named(neo4j: Server, loaded: GraphStore, fault: str, words: str) -> None:
    run(neo4j, fault)
    found = verify(loaded, neo4j.uri, neo4j.user, neo4j.password)
    assert [line for line in found.lines() if line.startswith(f"{neo4j.uri}: {words}")], found.lines()


def test_the_command_names_what_differs(neo4j: Server, loaded: GraphStore) -> None:
    environment = {"NEO4J_USER": neo4j.user, "NEO4J_PASSWORD": neo4j.password}
    command = ["verify", "-g", str(loaded.folder), "--neo4j", neo4j.uri]
    good = CliRunner().invoke(main, command, env=environment)
    assert (good.exit_code, good.stderr.count("\n")) == (0, 1)
    run(neo4j, FAULTS[0][0])
    bad = CliRunner().invoke(main, command, env=environment)
    assert bad.exit_code == 1
    assert f"{neo4j.uri}: {FAULTS[0][1]}" in bad.stderr


def run(server: Server, text: str) -> None:
    with GraphDatabase.driver(server.uri, auth=server.auth) as driver:
        driver.execute_query(text)
