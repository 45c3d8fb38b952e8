"""An export is compared with the graph: equal when nothing happened, and every planted fault is found by its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graph.errors import UnknownNameError
from graph.export import FORMATS, export
from graph.export.contract import files_aside
from graph.records import GraphEdge, GraphNode
from graph.store import GraphStore
from graph.verify import SHOWN, compare, compare_records, contents, format_of
from graph.vocabulary import edge_iri, graph_iri, iri, node_iri
from tests.graph import sample

READABLE = [name for name, f in FORMATS.items() if f.read]
MEETING = "Meeting:春耕生产会@青禾市政府@2025-03-20"
POST = "HOLDS_POST:Person:林望山@青禾市政府|Agency:青禾市政府|市长"
CHAIR = f"CHAIRED:Person:林望山@青禾市政府|{MEETING}"

Record = GraphNode | GraphEdge
Change = Callable[[Record], list[Record]]


class Altered:
    """A graph whose records are changed on the way out, so that any format can be written with a fault."""

    def __init__(self, store: GraphStore, key: str, change: Change) -> None:
        self._store, self._key, self._change = store, key, change

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    def _all(self, records: Iterator[Record]) -> Iterator[Record]:
        for record in records:
            yield from self._change(record) if record.id == self._key else [record]

    def nodes(self, label: str | None = None) -> Iterator[Record]:
        return self._all(self._store.nodes(label))

    def edges(self, kind: str | None = None) -> Iterator[Record]:
        return self._all(self._store.edges(kind))


def target(folder: Path, name: str) -> Path:
    return folder / f"out{FORMATS[name].suffix}"


def test_every_format_can_be_read_back() -> None:
    assert len(READABLE) >= 5
    assert {"jsonl", "csv", "parquet", "graphml", "gexf", "turtle", "nquads"} <= set(READABLE)


@pytest.mark.parametrize("name", READABLE)
def test_what_was_written_is_the_graph(store: GraphStore, tmp_path: Path, name: str) -> None:
    path = target(tmp_path, name)
    export(store, name, path)
    found = compare(store, path)
    assert (found.where, found.what, found.lines()) == (str(path), name, [])
    assert found.contents == contents(store)
    assert (found.contents.nodes.count, found.contents.edges.count, found.contents.evidence.count) == (16, 14, 15)


FAULTS: list[tuple[str, Change, str]] = [
    (CHAIR, lambda e: [], f"edge {CHAIR!r} is missing"),
    (MEETING, lambda n: [], f"node {MEETING!r} is missing"),
    (MEETING, lambda n: [replace(n, properties={**n.properties, "date": "2025-03-21"})], f"node {MEETING!r}: date is"),
    (POST, lambda e: [replace(e, properties={"title": "副市长"})], f"edge {POST!r}: title is '副市长', the graph has"),
    (MEETING, lambda n: [replace(n, name="秋收会", aliases=(n.name, *n.aliases))], f"node {MEETING!r}: name is"),
    (MEETING, lambda n: [replace(n, aliases=())], f"node {MEETING!r}: alias '会议' is missing"),
    (POST, lambda e: [replace(e, evidence=e.evidence[:1])], f"edge {POST!r}: evidence of 'a-2'"),
    (CHAIR, lambda e: [replace(e, source=e.target, target=e.source)], f"edge {CHAIR!r}: source and target are swapped"),
]
ROWS = ["jsonl", "csv", "parquet", "graphml", "gexf", "cypher", "neo4j-admin", "nquads"]
"""The formats in which an element can stand twice; in Turtle the library writes a triple that follows itself once."""


@pytest.mark.parametrize("name", READABLE)
@pytest.mark.parametrize(("key", "change", "words"), FAULTS, ids=range(len(FAULTS)))
def test_a_planted_fault_is_found_and_named(
    store: GraphStore, tmp_path: Path, name: str, key: str, change: Change, words: str
) -> None:
    path = target(tmp_path, name)
    with files_aside(path, FORMATS[name].names) as (_, files):
        FORMATS[name].write(Altered(store, key, change), files)
    found = compare(store, path)
    assert [d.text for d in found.differences if d.text.startswith(words)], found.lines()
    assert {d.id for d in found.differences} == {key}
    assert found.contents != contents(store)


def lines_of(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines(keepends=True)


RDF_FAULTS = [
    # what is taken out of the file, and what is said of it
    (f"<{node_iri('Person:林望山@青禾市政府')}> <{iri('gg:CHAIRED')}>", f"{CHAIR!r}: the triple", "is missing"),
    (f"<{edge_iri(CHAIR)}> <{iri('rdf:type')}>", f"{CHAIR!r}: the triple", "is missing"),
    (f"<{graph_iri('a-2')}> .", "the triple", "is missing"),
    (f"<{edge_iri(CHAIR)}> <{iri('dcterms:identifier')}>", f"edge {CHAIR!r}", "is missing"),
]


@pytest.mark.parametrize(("start", "words", "more"), RDF_FAULTS)
def test_a_triple_that_is_lost_is_found(store: GraphStore, tmp_path: Path, start: str, words: str, more: str) -> None:
    path = tmp_path / "g.nq"
    export(store, "nquads", path)
    kept = [line for line in lines_of(path) if start not in line]
    assert len(kept) < len(lines_of(path))
    path.write_text("".join(kept), encoding="utf-8")
    lines = compare(store, path).lines()
    assert any(words in line and more in line for line in lines), lines


def test_a_triple_that_is_foreign_is_found(store: GraphStore, tmp_path: Path) -> None:
    path = tmp_path / "g.nq"
    export(store, "nquads", path)
    mayor = node_iri("Person:林望山@青禾市政府")
    with path.open("a", encoding="utf-8") as file:
        file.write(f"<{mayor}> <{iri('gg:LED')}> <{node_iri(MEETING)}> .\n")
    (line,) = compare(store, path).lines()
    assert "LED" in line
    assert line.endswith("does not belong there")


def test_an_element_that_is_written_twice_is_found_in_rdf_too(store: GraphStore, tmp_path: Path) -> None:
    path = tmp_path / "g.nq"
    export(store, "nquads", path)
    again = [line for line in lines_of(path) if line.startswith(f"<{node_iri(MEETING)}>")]
    path.write_text("".join(lines_of(path) + again), encoding="utf-8")
    assert compare(store, path).lines() == [f"{path}: node {MEETING!r} is there 2 times"]


def test_records_from_anywhere_can_be_compared(store: GraphStore) -> None:
    """The way for databases: any source of nodes and edges."""
    nodes, edges = list(store.nodes()), list(store.edges())
    assert compare_records(store, [iter(edges), iter(nodes)], "bolt://x", "neo4j").lines() == []
    found = compare_records(store, [iter(nodes), (e for e in edges if e.id != CHAIR)], "bolt://x", "neo4j")
    assert (found.what, found.lines()) == ("neo4j", [f"bolt://x: edge {CHAIR!r} is missing"])


@pytest.mark.parametrize("name", ROWS)
def test_a_node_that_is_there_twice_is_named(store: GraphStore, tmp_path: Path, name: str) -> None:
    path = target(tmp_path, name)
    with files_aside(path, FORMATS[name].names) as (_, files):
        FORMATS[name].write(Altered(store, MEETING, lambda n: [n, n]), files)
    assert compare(store, path).lines() == [f"{path}: node {MEETING!r} is there 2 times"]


@pytest.mark.parametrize("name", READABLE)
@pytest.mark.parametrize("kept", [0.0, 0.3, 0.9, 0.999])
def test_a_truncated_file_is_found(store: GraphStore, tmp_path: Path, name: str, kept: float) -> None:
    path = target(tmp_path, name)
    last = export(store, name, path).files[-1]
    data = last.read_bytes()
    last.write_bytes(data[: int(len(data) * kept)])
    lines = compare(store, path, name).lines()
    if kept:
        assert any(str(last) in line for line in lines), lines
    if kept < 0.9:
        # What is lost is named besides.
        assert any("is missing" in line for line in lines)


@pytest.mark.parametrize("name", ["jsonl", "csv", "parquet"])
def test_a_missing_file_does_not_hide_the_other(store: GraphStore, tmp_path: Path, name: str) -> None:
    nodes, _ = export(store, name, tmp_path / "out").files
    nodes.unlink()
    found = compare(store, tmp_path / "out")
    assert [d.text for d in found.differences if str(nodes) in d.text]
    assert (found.contents.nodes.count, found.contents.edges.count) == (0, 14)


def test_lines_in_another_order_are_the_same_graph(store: GraphStore, tmp_path: Path) -> None:
    for path in export(store, "jsonl", tmp_path / "out").files:
        path.write_bytes(b"".join(reversed(path.read_bytes().splitlines(keepends=True))))
    assert compare(store, tmp_path / "out").lines() == []


def test_many_differences_are_counted(tmp_path: Path) -> None:
    writer = sample.Writer("a", "题", "文")
    for number in range(SHOWN + 15):
        writer.node("Agency", f"第{number}局")
    with GraphStore.open(tmp_path / "g", create=True) as store:
        store.add([writer.fragment()])
        nodes, _ = export(store, "jsonl", tmp_path / "out").files
        nodes.write_bytes(b"")
        found = compare(store, tmp_path / "out")
    assert len(found.lines()) == SHOWN + 1
    assert found.lines()[-1].endswith("16 more of this kind: node missing")


NAMES = [("a.graphml", "graphml"), ("b.GEXF", "gexf"), ("c.ttl", "turtle"), ("d.nq", "nquads")]


@pytest.mark.parametrize(("file", "name"), NAMES)
def test_the_format_is_told_by_the_name(file: str, name: str) -> None:
    assert format_of(Path(file)) == name


def test_a_name_that_tells_nothing(store: GraphStore, tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError, match="name the format"):
        compare(store, tmp_path / "out.dat")
    with pytest.raises(UnknownNameError, match="there is no export in this folder"):
        compare(store, tmp_path)
    with pytest.raises(UnknownNameError, match="there are jsonl, csv"):
        compare(store, tmp_path, "word")
