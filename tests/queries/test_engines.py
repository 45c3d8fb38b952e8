"""Free questions: values come out plain, broken, endless and writing queries are refused with the engine's words."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest

from graph.errors import BackendError, StoreError
from graph.store import GraphStore
from queries.ask import ask
from queries.engines.ladybug import LadybugEngine
from queries.engines.oxigraph import OxigraphEngine

ENGINES = (LadybugEngine, OxigraphEngine)


@pytest.fixture(scope="module")
def ladybug(graph_folder: Path) -> Iterator[LadybugEngine]:
    with LadybugEngine(graph_folder) as engine:
        yield engine


@pytest.fixture(scope="module")
def oxigraph(graph_folder: Path) -> Iterator[OxigraphEngine]:
    with OxigraphEngine(graph_folder) as engine:
        yield engine


def test_cypher_values_come_out_plain(ladybug: LadybugEngine) -> None:
    table = ladybug.run(
        "MATCH (m:Measurement)<-[r:HAS_MEASUREMENT]-(o) WHERE o.name = $name "
        "RETURN m.number AS number, m.date AS date, r.evidence_start AS places, sum(1) AS total, {a: m.unit} AS map",
        {"name": "石桥风电场"},
    )
    assert table.records() == [
        {"number": 50000, "date": None, "places": [33], "total": 1, "map": {"a": "万千瓦"}},
    ]
    assert isinstance(table.column("total")[0], int)
    node = ladybug.run("MATCH (p:Company {name: '远峰风电公司'}) RETURN p").rows[0][0]
    assert node["aliases"] == ["远峰"]
    assert not [key for key in node if key.startswith("_")]


REFUSED_CYPHER = [
    ("MATCH (n:Person RETURN n", {}, "Parser exception"),
    ("MATCH (n:Nobody) RETURN n.name", {}, "Nobody does not exist"),
    ("MATCH (n:Person) RETURN n.salary", {}, "Cannot find property salary"),
    ("MATCH (n:Person) SET n.name = 'x'", {}, "read-only"),
    ("CREATE (:Person {id: 'x'})", {}, "only queries are answered"),
    ("MATCH (n) DETACH DELETE n", {}, "read-only"),
    ("COPY (MATCH (n:Person) RETURN n.name) TO 'people.csv'", {}, "only queries are answered"),
    ("LOAD FROM 'people.csv' RETURN *", {}, "only queries are answered"),
    ("MATCH (n:Person) LOAD FROM 'people.csv' RETURN *", {}, "only queries are answered"),
    ("", {}, "only queries are answered"),
    ("RETURN 1 AS a; RETURN 2 AS b", {}, "one query at a time"),
    ("MATCH (n:Person {name: $name}) RETURN n.name AS name", {}, r"no value for \$name"),
    ("MATCH (n:Person) RETURN n.name AS name", {"name": "x"}, r"no parameter \$name"),
    ("MATCH (n:Person) WHERE n.name = '$name' RETURN n.name AS name // $name", {"name": "x"}, r"no parameter \$name"),
]


@pytest.mark.parametrize(("text", "values", "message"), REFUSED_CYPHER)
def test_cypher_is_refused(ladybug: LadybugEngine, text: str, values: dict[str, str], message: str) -> None:
    with pytest.raises(BackendError, match=message):
        ladybug.run(text, values)
    assert not Path("people.csv").exists()


def test_cypher_takes_no_longer_than_it_may(ladybug: LadybugEngine) -> None:
    text = (
        "UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b UNWIND range(1, 300) AS c "
        "WITH a, b, c WHERE a + b + c = 7 RETURN count(*) AS n"
    )
    start = time.monotonic()
    with pytest.raises(BackendError, match=r"longer than 0\.3 seconds"):
        ladybug.run(text, timeout=0.3)
    assert time.monotonic() - start < 10
    assert len(ladybug.run("MATCH (n:Person) RETURN n.name AS name")) == 7


def test_sparql_values_come_out_plain(oxigraph: OxigraphEngine) -> None:
    table = oxigraph.run(
        'SELECT (1 AS ?i) (2.5 AS ?d) (3e0 AS ?f) (true AS ?b) ("词"@zh AS ?s) (<urn:x> AS ?r) ?none ?_word '
        'WHERE { VALUES ?x { 1 } FILTER(?_word = "甲") }',
        {"word": "甲"},
    )
    assert table.columns == ("i", "d", "f", "b", "s", "r", "none")
    assert table.rows == ((1, 2.5, 3, True, "词", "urn:x", None),)
    assert oxigraph.run("ASK { ?s ?p ?o }").rows == ((True,),)
    triples = oxigraph.run("CONSTRUCT { ?s <urn:p> 1 } WHERE { ?s ?p ?o }")
    assert triples.columns == ("subject", "predicate", "object")
    assert len(triples) > 10


REFUSED_SPARQL = [
    ("SELECT * WHERE { ?s ?p }", {}, "error at"),
    ("SELECT ?s WHERE { ?s nope:x ?o }", {}, "refused the query"),
    ("INSERT DATA { <urn:a> <urn:b> <urn:c> }", {}, "error at"),
    ("SELECT ?s WHERE { ?s ?p ?o }", {"word": "x"}, "refused the query.*_word"),
]


@pytest.mark.parametrize(("text", "values", "message"), REFUSED_SPARQL)
def test_sparql_is_refused(oxigraph: OxigraphEngine, text: str, values: dict[str, str], message: str) -> None:
    with pytest.raises(BackendError, match=message):
        oxigraph.run(text, values)


def test_sparql_takes_no_longer_than_it_may(oxigraph: OxigraphEngine) -> None:
    numbers = " ".join(map(str, range(60)))
    text = (
        f"SELECT (COUNT(*) AS ?n) WHERE {{ VALUES ?a {{ {numbers} }} VALUES ?b {{ {numbers} }} "
        f"VALUES ?c {{ {numbers} }} VALUES ?d {{ {numbers} }} FILTER(?a + ?b + ?c + ?d = 7) }}"
    )
    start = time.monotonic()
    with pytest.raises(BackendError, match=r"longer than 0\.2 seconds"):
        oxigraph.run(text, timeout=0.2)
    assert time.monotonic() - start < 10


@pytest.mark.parametrize("engine", ENGINES)
def test_no_graph_is_a_clear_error(engine: type[LadybugEngine | OxigraphEngine], tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="nowhere"):
        engine(tmp_path / "nowhere")


@pytest.mark.parametrize("language", ["cypher", "sparql"])
def test_answers_follow_the_graph(language: Literal["cypher", "sparql"], tmp_path: Path, graph_folder: Path) -> None:
    with GraphStore.open(graph_folder) as store:
        fragments = list(store.fragments())
    folder = tmp_path / "graph"
    with GraphStore.open(folder, create=True) as store:
        store.add(fragments)
    assert len(ask("meeting_directives", folder, language=language)) == 4
    with GraphStore.open(folder) as store:
        store.remove(["q1"])
    assert len(ask("meeting_directives", folder, language=language)) == 2
