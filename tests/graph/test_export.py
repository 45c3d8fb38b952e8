"""Every format carries the whole graph, the same bytes for the same graph, and never half a file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from graph.errors import ExportError, UnknownNameError
from graph.export import FORMATS, export
from graph.export.contract import Format, Tally
from graph.store import GraphStore
from graph.verify import checksum
from graph.vocabulary import PREFIXES, edge_iri, iri, node_iri, quote
from tests.graph import sample

RDF = ["turtle", "ntriples", "nquads", "trig", "jsonld"]
NAMES = ["jsonl", "csv", "parquet", "graphml", "gexf", "cypher", "neo4j-admin", *RDF]


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


def test_rdf_carries_every_name_edge_and_word(store: GraphStore, tmp_path: Path) -> None:
    triples = {q.triple for q in parsed(export(store, "turtle", tmp_path / "g.ttl").files[0], RdfFormat.TURTLE)}
    found = {(t.subject.value, t.predicate.value, t.object) for t in triples}
    for node in store.nodes():
        assert (node_iri(node.id), iri("rdf:type"), NamedNode(iri(f"gg:{node.label}"))) in found
        for name, kind in ((node.name, "skos:prefLabel"), *((a, "skos:altLabel") for a in node.aliases)):
            # A name of Latin letters alone is no Chinese.
            language = "en" if name.isascii() else "zh"
            assert (node_iri(node.id), iri(kind), Literal(name, language=language)) in found
    quotes = [o.value for _, p, o in found if p == iri("gg:quote")]
    assert sorted(quotes) == sorted(e.text for edge in store.edges() for e in edge.evidence)
    for edge in store.edges():
        assert (node_iri(edge.source), iri(f"gg:{edge.type}"), NamedNode(node_iri(edge.target))) in found
        assert (edge_iri(edge.id), iri("gg:object"), NamedNode(node_iri(edge.target))) in found
    assert "urn:govgraph:node:Article:a-1#char=30,35" in {
        o.value for _, p, o in found if p == iri("prov:wasQuotedFrom")
    }


def test_every_character_makes_a_valid_iri() -> None:
    text = "".join(chr(c) for c in range(0x110000) if not 0xD800 <= c <= 0xDFFF)
    for start in range(0, len(text), 4096):
        NamedNode(PREFIXES["node"] + quote(text[start : start + 4096]))
    assert quote("a b%#?市") == "a%20b%25%23%3F市"
