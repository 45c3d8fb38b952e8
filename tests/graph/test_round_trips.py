"""Hostile text goes out through every format and comes back as the same graph."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import networkx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.export import FORMATS, export
from graph.export.xml_text import plain
from graph.fragment import ARTICLE, Article, Edge, Evidence, Fragment, Node
from graph.identity import normalise
from graph.records import GraphEdge, GraphNode
from graph.store import GraphStore
from graph.to_networkx import from_networkx, to_networkx
from graph.verify import compare

READABLE = [name for name, f in FORMATS.items() if f.read]
RUNS = settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])

HOSTILE = {
    "quotes": "\"'`“”''\"\"",
    "backslashes": "\\ \\\\ \\n \\u0041 \\",
    "line ends": "a\nb\r\nc\rd\u2028e\u2029f\x85g\x0b\x0c",
    "only a line end": "\n甲\n",
    "controls": "甲\x00\x01\x07\x08\x1b\x7f\x80\x9f",
    "no characters": "甲\ufffe\uffff\U0001ffff",
    "emoji": "🌾👨‍👩‍👧‍👦🇨🇳",
    "extension B": "𠀀𪛖𫝀",
    "right to left": "مرحبا \u202eabc\u202c שלום",
    "invisible": "\ufeff甲\u200b\u200d\u2060乙\u00ad",
    "combining": "e\u0301 é ｆｕｌｌ",
    "separators": 'a,b;c|d\te@f~g:h/i#j?k%20[l]{"m":1}',
    "formula": '=HYPERLINK("x","y")',
    "formula behind a blank": " \t@SUM(1)",
    "apostrophes": "''甲'",
    "xml": "<甲 a='1'>&amp;&#13;]]><!--x--></甲>_x0041_",
    "cypher": "甲'}) MATCH (n) DETACH DELETE n //",
    "sql": "甲'); DROP TABLE nodes;--",
    "sparql": '甲"@zh . ?s ?p ?o } #',
    "null words": "NULL",
    "number words": "1e5",
    "true": "True",
    "long": "长文" * 17_000,
    "spaces": "  甲  乙  ",
}
"""Each of these is a name (what is left of it when it is made canonical is not empty)."""


def written(text: str, *, extra: str = "") -> Fragment:
    """An article that has the text wherever there can be one."""
    body = f"前{text}后"
    at = len("题\n前")
    nodes = (
        Node("p", "Person", text, (f"{text}甲", f"甲{text}"), {"scope": text}),
        Node("a", "Agency", f"局{text}"),
        Node("q", "Policy", "办法", (), {"number": text}),
        Node("m", "Measurement", "投资", (), {"value": text, "unit": extra, "number": 1.5, "scope": text}),
        Node("v", "Activity", text, (), {"kind": "signing", "date": "2025-03/2025-04"}),
    )
    proof = (Evidence(at, at + len(text), text, text, 0.1 + 0.2), Evidence(at - 1, at, "前", "rule", 1))
    edges = (
        Edge("HOLDS_POST", "p", "a", proof, {"title": text}),
        Edge("HOLDS_POST", "p", "a", proof[1:], {"title": f"{text}书记", "from": "2024"}),
        Edge("HAS_MEASUREMENT", "a", "m", (), {}),
        Edge("ATTENDED", "p", "v", proof, {}),
        Edge("REPORTED_BY", ARTICLE, "p", proof[:1], {}),
    )
    about = Article(id=f"{text}甲", title="题", body=body, section=text, source=extra, byline=text)
    return Fragment(about, nodes, edges)


def back(store: GraphStore, name: str) -> tuple[list[GraphNode], list[GraphEdge]]:
    """Return what a format holds after it was written and read again."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"out{FORMATS[name].suffix}"
        files = export(store, name, path).files
        read = FORMATS[name].read
        assert read is not None
        found = [record for records in read(files) for record in records]
        assert compare(store, path).lines() == []
    nodes = [record for record in found if isinstance(record, GraphNode)]
    edges = [record for record in found if isinstance(record, GraphEdge)]
    return sorted(nodes, key=lambda n: n.id), sorted(edges, key=lambda e: e.id)


def whole(store: GraphStore) -> tuple[list[GraphNode], list[GraphEdge]]:
    return list(store.nodes()), list(store.edges())


def test_the_formats_under_test() -> None:
    assert {"jsonl", "csv", "parquet", "graphml", "gexf", "turtle", "nquads"} <= set(READABLE)


@pytest.mark.parametrize("name", READABLE)
def test_hostile_text_comes_back(tmp_path: Path, name: str) -> None:
    assert len(HOSTILE) >= 20
    with GraphStore.open(tmp_path / "g", create=True) as store:
        added = store.add([written(text) for text in HOSTILE.values()])
        assert (added.added, added.rejected) == (len(HOSTILE), [])
        assert max(len(n.name.encode()) for n in store.nodes()) > 100_000
        assert back(store, name) == whole(store)


def test_hostile_text_comes_back_from_networkx(tmp_path: Path) -> None:
    with GraphStore.open(tmp_path / "g", create=True) as store:
        store.add([written(text) for text in HOSTILE.values()])
        assert from_networkx(to_networkx(store)) == whole(store)


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    [text for text in HOSTILE.values() if len(text) < 1000]
)
names = texts.filter(lambda text: normalise(text) != "")
numbers = st.integers(1 - 2**53, 2**53 - 1) | st.floats(allow_nan=False, allow_infinity=False)


@st.composite
def fragments(draw: st.DrawFn) -> Fragment:
    """An article with people, bodies and figures whose every text is anything."""
    title, body = draw(texts), draw(texts)
    about = Article(id=draw(names), title=title, body=body, home=draw(texts), publication=draw(texts))
    text = about.text if body else title
    person = Node("p", "Person", draw(names), tuple(draw(st.lists(names, max_size=2))), {"scope": draw(texts)})
    agency = Node("a", "Agency", draw(names))
    figure = {"value": draw(texts), "unit": draw(texts), "number": draw(numbers)}
    nodes = (person, agency, Node("m", "Measurement", draw(names), (), figure))
    proof = []
    if text:
        for rule in draw(st.lists(texts, max_size=2, unique=True)):
            start = draw(st.integers(0, len(text) - 1))
            end = draw(st.integers(start + 1, len(text)))
            proof.append(Evidence(start, end, text[start:end], rule, draw(st.floats(0, 1))))
    posts = [Edge("HOLDS_POST", "p", "a", tuple(proof), {"title": draw(texts)}) for _ in range(draw(st.integers(0, 2)))]
    return Fragment(about, nodes, (*posts, Edge("HAS_MEASUREMENT", "a", "m", (), {})))


papers = st.lists(fragments(), min_size=1, max_size=2, unique_by=lambda f: f.article.id)


@pytest.mark.parametrize("name", READABLE)
@RUNS
@given(paper=papers)
def test_anything_comes_back(name: str, paper: list[Fragment]) -> None:
    with TemporaryDirectory() as folder, GraphStore.open(folder, create=True) as store:
        assert store.add(paper).rejected == []
        assert back(store, name) == whole(store)
        if name == "jsonl":
            assert from_networkx(to_networkx(store)) == whole(store)


@pytest.mark.parametrize("name", ["graphml", "gexf"])
@RUNS
@given(paper=papers)
def test_networkx_reads_anything(name: str, paper: list[Fragment]) -> None:
    with TemporaryDirectory() as folder, GraphStore.open(Path(folder) / "g", create=True) as store:
        store.add(paper)
        path = export(store, name, Path(folder) / "out").files[0]
        graph = networkx.read_gexf(path) if name == "gexf" else networkx.read_graphml(path, force_multigraph=True)
        called = "label" if name == "gexf" else "name"
        assert {plain(n): plain(data[called]) for n, data in graph.nodes(data=True)} == {
            n.id: n.name for n in store.nodes()
        }
        proofs = [json.loads(plain(data["evidence"])) for *_, data in graph.edges(data=True)]
        assert sorted(map(json.dumps, proofs)) == sorted(json.dumps(e.to_record()["evidence"]) for e in store.edges())
