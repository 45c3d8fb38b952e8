"""Every format carries the whole graph, the same bytes for the same graph, and never half a file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import DefaultGraph, Literal, NamedNode, RdfFormat, parse

from graph.errors import ExportError, UnknownNameError
from graph.export import FORMATS, export
from graph.export.contract import Format, Tally
from graph.store import GraphStore
from graph.verify import checksum
from graph.vocabulary import PREFIXES, edge_iri, graph_iri, iri, node_iri, quote
from tests.graph import sample

NAMES = ["jsonl", "csv", "parquet", "graphml", "gexf", "cypher", "neo4j-admin", "turtle", "nquads"]


def test_the_formats_are_these() -> None:
    assert list(FORMATS) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_same_graph_same_bytes_whatever_the_order(tmp_path: Path, name: str) -> None:
    seen = []
    for number, step in enumerate((1, -1)):
        with GraphStore.open(tmp_path / f"g{number}", create=True) as store:
            store.add(sample.paper()[::step])
            summary = export(store, name, tmp_path / f"out{number}")
        assert (summary.nodes, summary.edges) == (16, 14)
        assert all(path.is_file() for path in summary.files)
        seen.append([path.read_bytes() for path in summary.files])
    assert seen[0] == seen[1]
    assert sum(map(len, seen[0])) > 1000


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_graph_can_be_exported(tmp_path: Path, name: str) -> None:
    with GraphStore.open(tmp_path / "g", create=True) as store:
        summary = export(store, name, tmp_path / "out")
    assert (summary.nodes, summary.edges) == (0, 0)


UNKNOWN = [("grahpml", "did you mean 'graphml'"), ("turtel", "did you mean 'turtle'"), ("xyz", "there are jsonl, csv")]


@pytest.mark.parametrize(("name", "words"), UNKNOWN)
def test_an_unknown_format_is_answered_with_the_nearest(
    store: GraphStore, tmp_path: Path, name: str, words: str
) -> None:
    with pytest.raises(UnknownNameError, match=words):
        export(store, name, tmp_path / "out")


def test_half_an_export_leaves_the_old_file(store: GraphStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(_: GraphStore, files: object) -> Tally:
        files[0].write(b"half")
        raise RuntimeError("broken")

    monkeypatch.setitem(FORMATS, "breaks", Format(breaks, ("a", "b")))
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(RuntimeError, match="broken"):
        export(store, "breaks", tmp_path)
    assert {p.name for p in tmp_path.iterdir()} == {"a", "graph"}
    assert (tmp_path / "a").read_bytes() == b"old"


def _a_folder(path: Path) -> Path:
    path.mkdir()
    return path


def _under_a_file(path: Path) -> Path:
    path.write_text("x")
    return path / "deep" / "out"


@pytest.mark.parametrize(
    ("prepare", "name"), [(_a_folder, "turtle"), (_under_a_file, "turtle"), (_under_a_file, "csv")]
)
def test_a_place_that_cannot_be_written_is_named(
    store: GraphStore, tmp_path: Path, prepare: Callable[[Path], Path], name: str
) -> None:
    path = prepare(tmp_path / "place")
    with pytest.raises(ExportError, match="place"):
        export(store, name, path)


def test_jsonl_is_the_canonical_form(store: GraphStore, tmp_path: Path) -> None:
    nodes, edges = export(store, "jsonl", tmp_path).files
    lines = [json.loads(line) for line in nodes.read_text(encoding="utf-8").splitlines()]
    assert lines == [n.to_record() for n in store.nodes()]
    # Line separators inside texts stay inside their line.
    records = [json.loads(line) for line in edges.read_bytes().split(b"\n")[:-1]]
    assert records == [e.to_record() for e in store.edges()]
    assert any(e["text"] == sample.NASTY for record in records for e in record["evidence"])


def test_checksum_is_that_of_the_jsonl_files(store: GraphStore, tmp_path: Path) -> None:
    data = b"".join(path.read_bytes() for path in export(store, "jsonl", tmp_path).files)
    assert checksum(store) == hashlib.sha256(data).hexdigest()


def parsed(path: Path, kind: RdfFormat) -> list[object]:
    return list(parse(path=str(path), format=kind))


def test_turtle_is_the_default_graph_of_nquads(store: GraphStore, tmp_path: Path) -> None:
    turtle = {q.triple for q in parsed(export(store, "turtle", tmp_path / "g.ttl").files[0], RdfFormat.TURTLE)}
    quads = parsed(export(store, "nquads", tmp_path / "g.nq").files[0], RdfFormat.N_QUADS)
    about_graphs = {NamedNode(graph_iri(a.id)) for a in store.articles()}
    merged = [q.triple for q in quads if q.graph_name == DefaultGraph() and q.subject not in about_graphs]
    assert set(merged) == turtle
    assert len(merged) == len(set(merged))
    in_graphs = {q.triple for q in quads if q.graph_name != DefaultGraph()}
    assert in_graphs < turtle
    assert {q.graph_name for q in quads if q.graph_name != DefaultGraph()} == about_graphs


def test_rdf_carries_every_name_edge_and_word(store: GraphStore, tmp_path: Path) -> None:
    triples = {q.triple for q in parsed(export(store, "turtle", tmp_path / "g.ttl").files[0], RdfFormat.TURTLE)}
    found = {(t.subject.value, t.predicate.value, t.object) for t in triples}
    for node in store.nodes():
        assert (node_iri(node.id), iri("rdf:type"), NamedNode(iri(f"gg:{node.label}"))) in found
        for name, kind in ((node.name, "skos:prefLabel"), *((a, "skos:altLabel") for a in node.aliases)):
            assert (node_iri(node.id), iri(kind), Literal(name, language="zh")) in found
    quotes = [o.value for _, p, o in found if p == iri("gg:quote")]
    assert sorted(quotes) == sorted(e.text for edge in store.edges() for e in edge.evidence)
    for edge in store.edges():
        assert (node_iri(edge.source), iri(f"gg:{edge.type}"), NamedNode(node_iri(edge.target))) in found
        assert (edge_iri(edge.id), iri("rdf:object"), NamedNode(node_iri(edge.target))) in found
    assert "urn:govgraph:node:Article:a-1#char=30,35" in {
        o.value for _, p, o in found if p == iri("prov:wasQuotedFrom")
    }


@pytest.mark.filterwarnings("ignore:Dataset[.]:DeprecationWarning")  # rdflib's own use of what it deprecates
@pytest.mark.parametrize("name", ["turtle", "nquads"])
def test_rdflib_reads_it_too(store: GraphStore, tmp_path: Path, name: str) -> None:
    dataset = rdflib.Dataset()
    dataset.parse(data=export(store, name, tmp_path / "g").files[0].read_bytes(), format=name)
    found = {(str(s), str(p), str(o)) for s, p, o, _ in dataset.quads()}
    for edge in store.edges():
        assert (node_iri(edge.source), iri(f"gg:{edge.type}"), node_iri(edge.target)) in found
    assert sample.NASTY in {o for _, p, o in found if p == iri("gg:quote")}


DATES = [("2025", "gYear"), ("2025-03", "gYearMonth"), ("2025-03-20", "date"), ("2025-01/2025-03", "string")]


@pytest.mark.parametrize(("value", "kind"), DATES)
def test_dates_are_typed_by_their_precision(tmp_path: Path, value: str, kind: str) -> None:
    writer = sample.Writer("a", "题", "文")
    writer.node("Meeting", "会", date=value)
    with GraphStore.open(tmp_path / "g", create=True) as store:
        store.add([writer.fragment()])
        quads = parsed(export(store, "nquads", tmp_path / "x").files[0], RdfFormat.N_QUADS)
    (date,) = [q.object for q in quads if q.predicate.value == iri("gg:date")]
    assert (date.value, date.datatype.value) == (value, iri(f"xsd:{kind}"))


def test_every_character_makes_a_valid_iri() -> None:
    text = "".join(chr(c) for c in range(0x110000) if not 0xD800 <= c <= 0xDFFF)
    for start in range(0, len(text), 4096):
        NamedNode(PREFIXES["node"] + quote(text[start : start + 4096]))
    assert quote("a b%#?市") == "a%20b%25%23%3F市"
