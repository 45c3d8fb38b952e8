"""RDF in five formats and three ways to say what is known of an edge, as the RDF libraries of others read it."""

from __future__ import annotations

import json
import logging
import warnings
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple, parse, serialize

from graph.errors import InvalidNameError, UnknownNameError
from graph.export import FORMATS, export
from graph.export.jsonld import context
from graph.fragment import ARTICLE
from graph.rdf import STATEMENTS
from graph.store import GraphStore
from graph.verify import compare
from graph.vocabulary import edge_iri, graph_iri, iri, node_iri, own_prefixes, under_base
from tests.graph import hostile, riot, sample
from tests.graph.test_round_trips import HOSTILE, written

LIBRARY = {
    "turtle": (RdfFormat.TURTLE, "turtle"),
    "ntriples": (RdfFormat.N_TRIPLES, "nt"),
    "nquads": (RdfFormat.N_QUADS, "nquads"),
    "trig": (RdfFormat.TRIG, "trig"),
    "jsonld": (RdfFormat.JSON_LD, "json-ld"),
}
WAYS = [(name, way) for name, (kind, _) in LIBRARY.items() for way in FORMATS[name].statements]
POST = "HOLDS_POST:Person:林望山@青禾市政府|Agency:青禾市政府|市长"


def written_to(store: GraphStore, folder: Path, name: str, way: str) -> Path:
    return export(store, name, folder / f"{way}{FORMATS[name].suffix}", statements=way).files[0]


def read(path: Path, name: str) -> list[Quad]:
    return list(parse(path=str(path), format=LIBRARY[name][0]))


def test_the_ways_are_these() -> None:
    assert len(WAYS) == 14
    assert {name: tuple(FORMATS[name].statements) for name in LIBRARY} == {
        **dict.fromkeys(LIBRARY, STATEMENTS),
        "jsonld": STATEMENTS[:2],
    }


@pytest.mark.parametrize("way", STATEMENTS)
def test_every_format_says_the_same(store: GraphStore, tmp_path: Path, way: str) -> None:
    quads = {name: read(written_to(store, tmp_path, name, way), name) for name, some in WAYS if some == way}
    assert all(len(found) == len(set(found)) for found in quads.values())
    whole = set(quads["nquads"])
    assert set(quads["trig"]) == whole
    assert set(quads.get("jsonld", whole)) == whole
    about_graphs = {NamedNode(graph_iri(a.id)) for a in store.articles()}
    merged = {q for q in whole if q.graph_name == DefaultGraph() and q.subject not in about_graphs}
    assert set(quads["turtle"]) == set(quads["ntriples"]) == merged


@pytest.mark.parametrize("way", STATEMENTS)
def test_lines_are_those_of_the_library(tmp_path: Path, way: str) -> None:
    papers = (sample.paper(), hostile.worst(), [written(text) for text in HOSTILE.values()])
    for number, paper in enumerate(papers):
        with GraphStore.open(tmp_path / str(number), create=True) as store:
            assert store.add(paper).rejected == []
            for name in ("ntriples", "nquads"):
                path, kind = written_to(store, tmp_path, name, way), LIBRARY[name][0]
                assert path.read_bytes() == serialize(parse(path=str(path), format=kind), format=kind)


NAMING = [
    ("n-ary", {"gg:subject": "source", "gg:relation": "type", "gg:object": "target"}),
    ("reification", {"rdf:subject": "source", "rdf:predicate": "type", "rdf:object": "target"}),
    ("triple-terms", {"rdf:reifies": "all"}),
]


@pytest.mark.parametrize(("way", "terms"), NAMING)
def test_a_statement_names_its_triple(store: GraphStore, tmp_path: Path, way: str, terms: dict[str, str]) -> None:
    edge = store.edge(POST)
    assert edge is not None
    source, relation, target = (
        NamedNode(n) for n in (node_iri(edge.source), iri("gg:HOLDS_POST"), node_iri(edge.target))
    )
    values = {"source": source, "type": relation, "target": target, "all": Triple(source, relation, target)}
    quads = read(written_to(store, tmp_path, "nquads", way), "nquads")
    about = {q.predicate.value: q.object for q in quads if q.subject.value == edge_iri(POST)}
    names = {iri(name) for _, others in NAMING for name in others}
    assert {name: about[name] for name in names & about.keys()} == {iri(n): values[v] for n, v in terms.items()}
    assert about[iri("gg:confidence")] == Literal("0.9", datatype=NamedNode(iri("xsd:decimal")))
    assert about[iri("gg:title")].value == "市长"
    # Everywhere: the plain triple, and the words of both articles.
    assert Quad(source, relation, target) in quads
    assert {q.object.value for q in quads if q.predicate.value == iri("gg:quote")} > {
        "市长林望山",
        "青禾市政府市长林望山",
    }


def test_an_article_has_its_statements_in_its_own_graph(store: GraphStore, tmp_path: Path) -> None:
    quads = read(written_to(store, tmp_path, "trig", "n-ary"), "trig")
    article, graph = NamedNode(node_iri("Article:a-2")), NamedNode(graph_iri("a-2"))
    about = {(q.predicate.value, q.object.value) for q in quads if q.subject == graph}
    assert about == {
        (iri("rdf:type"), iri("prov:Entity")),
        (iri("prov:wasDerivedFrom"), article.value),
        (iri("prov:wasAttributedTo"), iri("gg:govgraph")),
    }
    edges = [e for e in store.edges() if any(proof.article == "a-2" for proof in e.evidence)]
    said = {q.subject.value for q in quads if q.graph_name == graph and q.predicate.value == iri("gg:relation")}
    assert said == {edge_iri(e.id) for e in edges}
    assert {q.object for q in quads if q.graph_name == graph and q.predicate.value == iri("prov:wasDerivedFrom")} == {
        article
    }


@pytest.mark.parametrize(("name", "way"), WAYS)
def test_every_way_comes_back(tmp_path: Path, name: str, way: str) -> None:
    with GraphStore.open(tmp_path / "g", create=True) as store:
        store.add([written(text) for text in HOSTILE.values()])
        path = written_to(store, tmp_path, name, way)
        assert compare(store, path).lines() == []
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text("".join(lines[: len(lines) // 2]), encoding="utf-8")
        assert compare(store, path).lines() != []


@pytest.mark.parametrize(("name", "way"), [case for case in WAYS if case[1] != "triple-terms"])
def test_rdflib_reads_it(
    store: GraphStore, tmp_path: Path, name: str, way: str, caplog: pytest.LogCaptureFixture
) -> None:
    path = written_to(store, tmp_path, name, way)
    dataset = rdflib.Dataset()
    with warnings.catch_warnings(), caplog.at_level(logging.WARNING):
        warnings.filterwarnings("ignore", "(Dataset|ConjunctiveGraph)", DeprecationWarning)  # of its own names
        dataset.parse(path, format=LIBRARY[name][1])
        found = {(str(s), str(p), str(o), str(g or "")) for s, p, o, g in dataset.quads()}
    assert caplog.records == []
    graphs = {graph_iri(a.id) for a in store.articles()}
    wanted = {
        (
            q.subject.value,
            q.predicate.value,
            q.object.value,
            q.graph_name.value if q.graph_name != DefaultGraph() else "",
        )
        for q in read(path, name)
    }
    assert {(s, p, o, g if g in graphs else "") for s, p, o, g in found} == wanted
    assert sample.NASTY in {o for _, p, o, _ in found if p == iri("gg:quote")}


@pytest.mark.jena
@pytest.mark.parametrize("way", STATEMENTS)
def test_jena_reads_it_without_a_warning(tmp_path: Path, way: str) -> None:
    files = []
    for number, paper in enumerate((sample.paper(), hostile.worst(), [written(text) for text in HOSTILE.values()])):
        (tmp_path / str(number)).mkdir()
        with GraphStore.open(tmp_path / f"g{number}", create=True) as store:
            assert store.add(paper).rejected == []
            files += [written_to(store, tmp_path / str(number), name, some) for name, some in WAYS if some == way]
    assert riot.complaints(files) == []
    doubtful = tmp_path / "doubtful.nt"
    doubtful.write_text('<urn:ab:c> <urn:ab:d> "2025-02-30"^^<http://www.w3.org/2001/XMLSchema#date> .\n')
    assert "not valid for datatype XSD date" in "".join(riot.complaints([doubtful]))


@pytest.mark.jena
@pytest.mark.parametrize(("name", "way"), WAYS)
def test_jena_understands_the_same(store: GraphStore, tmp_path: Path, name: str, way: str) -> None:
    path = written_to(store, tmp_path, name, way)
    found = set(parse(riot.nquads(path), format=RdfFormat.N_QUADS))
    assert found == set(read(path, name))
    assert len(found) > 200


def test_jsonld_is_compact(store: GraphStore, tmp_path: Path) -> None:
    text = written_to(store, tmp_path, "jsonld", "n-ary").read_text(encoding="utf-8")
    document = json.loads(text)
    assert document["@context"] == context()
    things = {thing["id"]: thing for thing in document["@graph"] if "identifier" in thing}
    assert things["node:Meeting:春耕生产会@青禾市政府@2025-03-20"] == {
        "id": "node:Meeting:春耕生产会@青禾市政府@2025-03-20",
        "type": ["Meeting", "schema:Event"],
        "identifier": "Meeting:春耕生产会@青禾市政府@2025-03-20",
        "label": "春耕生产会",
        "name": "春耕生产会",
        "aliases": "会议",
        "date": {"@type": "xsd:date", "@value": "2025-03-20"},
        "schema:startDate": {"@type": "xsd:date", "@value": "2025-03-20"},
        "scope": "青禾市政府",
        "derivedFrom": ["node:Article:a-1", "node:Article:a-3/旧%20%25%3F%23"],
    }
    statement = things[f"edge:{edge_iri(POST).rpartition(':')[2]}"]
    assert statement["relation"] == "HOLDS_POST"
    assert [(proof["quote"], proof["confidence"]) for proof in statement["evidence"]] == [
        ("市长林望山", "0.9"),
        ("青禾市政府市长林望山", "0.7"),
    ]
    graph = next(thing for thing in document["@graph"] if thing["id"] == "graph:a-2" and "@graph" in thing)
    assert [proof["quote"] for thing in graph["@graph"] for proof in thing.get("evidence", [])]
    body = text.partition('"@graph"')[2]
    assert "http://" not in body
    assert "urn:govgraph:" not in body


@pytest.mark.parametrize(("name", "way"), WAYS)
@pytest.mark.parametrize("base", ["https://例.example/kg/", "tag:govgraph.example,2025:"])
def test_names_begin_as_the_user_wants(tmp_path: Path, name: str, way: str, base: str) -> None:
    theirs = own_prefixes(base)

    def moved(term: object) -> object:
        if isinstance(term, NamedNode):
            return NamedNode(under_base(term.value, base))
        return Triple(*map(moved, (term.subject, term.predicate, term.object))) if isinstance(term, Triple) else term

    writer = sample.Writer("//a//b", "题", '他说<urn:govgraph:node:x>\\"<urn:govgraph:edge:y> 。')
    writer.edge(
        "REPORTED_BY",
        ARTICLE,
        writer.node("Person", "urn:govgraph:node://甲"),
        '<urn:govgraph:node:x>\\"<urn:govgraph:edge:y>',
    )
    with GraphStore.open(tmp_path / "g", create=True) as store:
        assert store.add([*sample.paper(), writer.fragment()]).rejected == []
        plain = read(written_to(store, tmp_path, name, way), name)
        path = export(store, name, tmp_path / f"moved{FORMATS[name].suffix}", statements=way, base=base).files[0]
        quads = read(path, name)
        assert set(quads) == {Quad(*map(moved, (q.subject, q.predicate, q.object, q.graph_name))) for q in plain}
        assert any(q.subject.value.startswith(theirs["edge"]) for q in quads)
        assert compare(store, path).lines() == []


def test_what_is_no_base(store: GraphStore, tmp_path: Path) -> None:
    for name, base, words in (("turtle", "kg", "'kg' is no base"), ("csv", "https://kg.example/", "csv has no base")):
        with pytest.raises(InvalidNameError, match=words):
            export(store, name, tmp_path / "out", base=base)
    assert not (tmp_path / "out").exists()


NUMBERS = [(1, "1"), (0.5, "0.5"), (1e21, "1" + 21 * "0"), (3.5e8, "350000000"), (1e-7, "0.0000001"), (-2.0, "-2")]


@pytest.mark.parametrize(("value", "text"), NUMBERS)
def test_numbers_are_decimals(tmp_path: Path, value: float, text: str) -> None:
    writer = sample.Writer("a", "题", "文")
    writer.node("Measurement", "投资", value="x", unit="元", number=value)
    with GraphStore.open(tmp_path / "g", create=True) as store:
        store.add([writer.fragment()])
        quads = read(written_to(store, tmp_path, "turtle", "n-ary"), "turtle")
    (number,) = [q.object for q in quads if q.predicate.value == iri("gg:number") and q.object.value != "文号或数"]
    assert (number.value, number.datatype.value) == (text, iri("xsd:decimal"))


DATES = [
    ("2025", "gYear"),
    ("2025-03", "gYearMonth"),
    ("2025-03-20", "date"),
    ("2025-01/2025-03", "string"),
]


@pytest.mark.parametrize(("value", "kind"), DATES)
def test_dates_are_typed_by_their_precision(tmp_path: Path, value: str, kind: str) -> None:
    writer = sample.Writer("a", "题", "文")
    writer.node("Directive", "要", deadline=value)
    with GraphStore.open(tmp_path / "g", create=True) as store:
        assert store.add([writer.fragment()]).rejected == []
        quads = read(written_to(store, tmp_path, "nquads", "n-ary"), "nquads")
    (date,) = [q.object for q in quads if q.predicate.value == iri("gg:deadline")]
    assert (date.value, date.datatype.value) == (value, iri(f"xsd:{kind}"))


def test_labels_have_their_language(tmp_path: Path) -> None:
    writer = sample.Writer("a", "题", "文")
    for name in ("WTO", "中国WTO研究会", "301"):
        writer.node("Organization", name)
    with GraphStore.open(tmp_path / "g", create=True) as store:
        store.add([writer.fragment()])
        quads = read(written_to(store, tmp_path, "turtle", "n-ary"), "turtle")
    labels = {(q.object.value, q.object.language) for q in quads if q.predicate.value == iri("rdfs:label")}
    assert {("WTO", "en"), ("中国WTO研究会", "zh"), ("301", "zh"), ("会议", "zh"), ("meeting", "en")} < labels
    assert {("holds post at", "en"), ("任职", "zh"), ("deadline", "en"), ("evidence", "en")} < labels


REFUSED = [
    ("turtle", "nary", "turtle has no statements 'nary': it has n-ary, reification, triple-terms"),
    ("jsonld", "triple-terms", "jsonld has no statements 'triple-terms': it has n-ary, reification"),
    ("csv", "n-ary", "csv has no statements 'n-ary': only RDF"),
]


@pytest.mark.parametrize(("name", "way", "words"), REFUSED)
def test_statements_that_a_format_does_not_have(
    store: GraphStore, tmp_path: Path, name: str, way: str, words: str
) -> None:
    with pytest.raises(UnknownNameError, match=words):
        export(store, name, tmp_path / "out", statements=way)
    assert not (tmp_path / "out").exists()
