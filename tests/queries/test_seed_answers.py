"""Every question on the graph of the seed pages: an answer, the same on every engine, and the one that the docs show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.neo4j.load import load
from graph.store import GraphStore
from queries import catalog
from queries.document import documentation
from queries.engines.ladybug import LadybugEngine
from queries.engines.neo4j import Neo4jEngine
from queries.engines.oxigraph import OxigraphEngine
from tests.graph.neo4j_server import Server

PAGE = Path(__file__).parents[2] / "docs" / "questions.md"
QUESTIONS = 34


@pytest.fixture(scope="module")
def ladybug(seed_graph: Path) -> Iterator[LadybugEngine]:
    with LadybugEngine(seed_graph) as engine:
        yield engine


@pytest.fixture(scope="module")
def oxigraph(seed_graph: Path) -> Iterator[OxigraphEngine]:
    with OxigraphEngine(seed_graph) as engine:
        yield engine


def test_there_are_this_many_questions() -> None:
    assert len(catalog.names()) == QUESTIONS


@pytest.mark.parametrize("name", catalog.names())
def test_sparql_answers_as_cypher_does(ladybug: LadybugEngine, oxigraph: OxigraphEngine, name: str) -> None:
    question = catalog.get(name)
    one_by_one = [question.required | {key: value} for key, value in question.examples.items()]
    for values in (question.required, question.examples, *one_by_one):
        answer = ladybug.run(question, values)
        assert len(answer) > 0, values
        assert list(oxigraph.run(question, values)) == list(answer), values


@pytest.mark.neo4j
def test_neo4j_answers_as_the_embedded_engine_does(neo4j: Server, seed_graph: Path, ladybug: LadybugEngine) -> None:
    with GraphStore.open(seed_graph) as store:
        load(store, neo4j.uri, neo4j.user, neo4j.password)
    with Neo4jEngine(neo4j.uri, user=neo4j.user, password=neo4j.password) as engine:
        for question in map(catalog.get, catalog.names()):
            for values in (question.required, question.examples):
                assert engine.run(question, values) == ladybug.run(question, values), (question.name, values)


def test_the_page_shows_these_answers(seed_graph: Path) -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page.count("\n## ") == QUESTIONS
    assert page == documentation(seed_graph), "write it anew: make docs"
