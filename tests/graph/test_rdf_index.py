"""The RDF index answers plain queries from the whole graph, each triple once, and knows who says what."""

from __future__ import annotations

import os
from pathlib import Path

import pyoxigraph
import pytest

from graph.errors import StoreError
from graph.export import export
from graph.index.oxigraph import rdf_index
from graph.store import GraphStore
from graph.vocabulary import PREFIXES, graph_iri
from tests.graph import sample


def ask(folder: Path, query: str) -> list[tuple[str, ...]]:
    found = pyoxigraph.Store.read_only(str(rdf_index(folder))).query(query, prefixes=PREFIXES)
    return [tuple(value.value for value in row) for row in found]


def test_it_holds_the_quads_of_the_export(folder: Path, store: GraphStore, tmp_path: Path) -> None:
    path = export(store, "nquads", tmp_path / "g.nq").files[0]
    exported = set(pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.N_QUADS))
    assert set(pyoxigraph.Store.read_only(str(rdf_index(folder)))) == exported


QUERIES = [
    ("SELECT (count(*) AS ?n) { ?p gg:HOLDS_POST ?b }", [("1",)]),
    ("SELECT ?g { GRAPH ?g { ?p gg:HOLDS_POST ?b } } ORDER BY ?g", [(graph_iri("a-1"),), (graph_iri("a-2"),)]),
    ("SELECT ?g { GRAPH ?g { ?p gg:PART_OF ?b } }", []),
    ("SELECT ?b { ?s gg:background ?b ; gg:relation gg:PART_OF }", [("true",)]),
    (
        "SELECT ?q ?r ?c { ?s gg:relation gg:HOLDS_POST ; gg:evidence [ gg:quote ?q ; gg:rule ?r ;"
        " gg:confidence ?c ] } ORDER BY ?c",
        [("青禾市政府市长林望山", "rule-holds_post", "0.7"), ("市长林望山", "rule-holds_post", "0.9")],
    ),
    ("SELECT ?n { [] org:member ?p ; org:organization ?o . ?p skos:prefLabel ?n }", [("林望山",)]),
    ("SELECT ?n { ?e schema:organizer/rdfs:label ?n }", [("青禾市政府",)]),
]


@pytest.mark.parametrize(("query", "expected"), QUERIES)
def test_questions(folder: Path, query: str, expected: list[tuple[str, ...]]) -> None:
    assert ask(folder, query) == expected


def test_it_is_built_once_for_each_state_of_the_graph(folder: Path) -> None:
    first = rdf_index(folder)
    assert rdf_index(folder) == first
    with GraphStore.open(folder) as store:
        store.remove(["a-1"])
    second = rdf_index(folder)
    assert second != first
    assert sorted(p.name for p in folder.iterdir()) == sorted([second.parent.name, "graph.sqlite"])
    with GraphStore.open(folder) as store:
        store.add([sample.meeting()])
    assert rdf_index(folder) == first


def test_no_graph_no_index(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no graph in this folder"):
        rdf_index(tmp_path)


def test_an_index_that_the_disk_has_not_kept_is_built_again(folder: Path) -> None:
    query, path = "SELECT (count(*) AS ?n) { ?s ?p ?o }", rdf_index(folder)
    expected = ask(folder, query)
    names = sorted(p.name for p in path.iterdir() if p.stat().st_size and p.name != "LOG")
    assert len(names) >= 5
    for name in names:
        (part,) = rdf_index(folder).glob(f"{name.split('-')[0]}*") if "-" in name else [path / name]
        os.truncate(part, part.stat().st_size // 2)
        assert ask(folder, query) == expected
