"""The Cypher of a drawing, asked of a real Neo4j that holds the graph: it gives the drawing and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from neo4j import GraphDatabase

from govgraph.web.index import explorer_index
from govgraph.web.lookup import opened
from govgraph.web.pages.graph import picture
from graph.neo4j.load import load
from graph.store import GraphStore
from tests.graph.neo4j_server import Server
from tests.queries.conftest import signing, spring, visit

pytestmark = pytest.mark.neo4j


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A graph of three articles."""
    with GraphStore.open(tmp_path / "graph", create=True) as store:
        assert store.add([spring(), signing(), visit()]).rejected == []
    return tmp_path / "graph"


def test_neo4j_gives_the_same_picture(neo4j: Server, folder: Path) -> None:
    with GraphStore.open(folder) as store:
        load(store, neo4j.uri, neo4j.user, neo4j.password)
        count = store.counts()
    with opened(explorer_index(folder)) as lookup:
        best = [thing for thing, _ in lookup.search("", "Person", 0, 2)]
        facts = lookup.around([thing.number for thing in best], 40)
        ends = lookup.things(number for fact in facts for number in (fact.source, fact.target))
        alone = lookup.search("", "Place", 0, 50)[-1][0]
    nodes = {thing.id for thing in ends.values()} | {alone.id}
    assert 3 < len(facts) < count.edges
    assert len({fact.type for fact in facts}) > 1
    with GraphDatabase.driver(neo4j.uri, auth=neo4j.auth) as driver:
        text = picture([fact.id for fact in facts], nodes)
        paths = [record["p"] for record in driver.execute_query(text).records]
    assert {relation["id"] for path in paths for relation in path.relationships} == {fact.id for fact in facts}
    assert {node["id"] for path in paths for node in path.nodes} == nodes
