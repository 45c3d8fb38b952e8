"""CSV, Parquet, GraphML and GEXF as their own people's tools read them, and places that cannot take a file."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import duckdb
import networkx
import pandas
import pyarrow.parquet
import pytest

from graph.export import FORMATS, export
from graph.export.xml_text import attribute, plain, text
from graph.store import GraphStore
from tests.graph import sample

ROOT = Path(__file__).parents[2]


def root(xml: str) -> ElementTree.Element:
    return ElementTree.fromstring(xml)  # noqa: S314 - what the export just wrote


def read_csv(path: Path) -> list[dict[str, str]]:
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [{k: v.removeprefix("'") for k, v in row.items()} for row in csv.DictReader(file)]


def column(label: str, name: str) -> str:
    return "policy_number" if (label, name) == ("Policy", "number") else name


def test_csv_gives_everything_back(store: GraphStore, tmp_path: Path) -> None:
    nodes, edges = (read_csv(path) for path in export(store, "csv", tmp_path).files)
    for row, node in zip(nodes, store.nodes(), strict=True):
        assert (row["id"], row["label"], row["name"]) == (node.id, node.label, node.name)
        assert (json.loads(row["aliases"]), json.loads(row["articles"])) == ([*node.aliases], [*node.articles])
        assert {k: row[column(node.label, k)] for k in node.properties} == {
            k: str(v) for k, v in node.properties.items()
        }
    for row, edge in zip(edges, store.edges(), strict=True):
        assert (row["source"], row["target"], row["type"]) == (edge.source, edge.target, edge.type)
        assert json.loads(row["evidence"]) == edge.to_record()["evidence"]
        assert row["confidence"] == ("" if edge.confidence is None else repr(edge.confidence))


FORMULAS = ["=1+1", "+1", "-1", "@x", "\tx", "'x", "＝1", " =1", "\u200b=1", "\n=1", "", "x=1", "甲", " 甲"]


def test_csv_disarms_formulas(tmp_path: Path) -> None:
    writer = sample.Writer("a", "题", "文")
    for number, value in enumerate(FORMULAS):
        writer.node("Place", f"第{number}村", code=value)
    with GraphStore.open(tmp_path / "g", create=True) as store:
        store.add([writer.fragment()])
        path = export(store, "csv", tmp_path).files[0]
    assert sorted(row["code"] for row in read_csv(path) if row["label"] == "Place") == sorted(FORMULAS)
    with path.open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert not [cell for cell in cells if cell.lstrip(" \u200b\n").startswith(("=", "+", "-", "@", "\t", "＝"))]
    assert cells.count("''x") == 1


def test_pandas_reads_csv_with_its_chinese(store: GraphStore, tmp_path: Path) -> None:
    table = pandas.read_csv(export(store, "csv", tmp_path).files[0], dtype=str, keep_default_na=False)
    assert list(table.columns)[:3] == ["id", "label", "name"]
    assert "林望山" in set(table["name"])


def test_parquet_has_typed_columns_for_duckdb(store: GraphStore, tmp_path: Path) -> None:
    nodes, edges = export(store, "parquet", tmp_path).files
    with duckdb.connect() as db:
        types = dict(
            db.execute("SELECT column_name, column_type FROM (DESCRIBE FROM read_parquet(?))", [str(edges)]).fetchall()
        )
        people = db.execute(
            "SELECT name, aliases[1] FROM read_parquet(?) WHERE label = 'Person' ORDER BY name", [str(nodes)]
        ).fetchall()
        quotes = db.execute(
            "SELECT count(*), min(e.start), max(e.confidence) FROM (SELECT unnest(evidence) AS e FROM read_parquet(?))",
            [str(edges)],
        ).fetchone()
        money = db.execute("SELECT number FROM read_parquet(?) WHERE number IS NOT NULL", [str(nodes)]).fetchall()
        words = db.execute("SELECT evidence[1].text FROM read_parquet(?) WHERE type = 'CITES'", [str(edges)]).fetchone()
    proof = 'STRUCT(article VARCHAR, "start" BIGINT, "end" BIGINT, "text" VARCHAR, "rule" VARCHAR, confidence DOUBLE)[]'
    assert (types["id"], types["confidence"], types["articles"]) == ("VARCHAR", "DOUBLE", "VARCHAR[]")
    assert types["evidence"].replace('"', "") == proof.replace('"', "")
    assert people == [("林望山", "林市长"), ("苏晚晴", None)]
    assert quotes == (15, 5, 1.0)
    assert money == [(350000000.0,)]
    assert words == (sample.NASTY,)


def test_parquet_is_read_by_pandas(store: GraphStore, tmp_path: Path) -> None:
    nodes, edges = (pandas.read_parquet(path) for path in export(store, "parquet", tmp_path).files)
    assert nodes["number"].dtype == "float64"
    assert [list(a) for a in nodes["aliases"]] == [[*n.aliases] for n in store.nodes()]
    assert [[dict(e) for e in row] for row in edges["evidence"]] == [e.to_record()["evidence"] for e in store.edges()]


def test_parquet_is_written_in_groups_of_rows(store: GraphStore, tmp_path: Path) -> None:
    with pyarrow.parquet.ParquetFile(export(store, "parquet", tmp_path).files[0]) as file:
        assert (file.num_row_groups, file.metadata.num_rows) == (1, 16)


WITHOUT = """
import sys
sys.modules["pyarrow"] = None
from graph.export import export
from graph.store import GraphStore
from graph.errors import GovgraphError
with GraphStore.open(sys.argv[1]) as store:
    try:
        export(store, "parquet", sys.argv[2])
    except GovgraphError as error:
        print(error)
"""


def test_without_pyarrow_there_is_a_clear_word(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run = subprocess.run(
        [sys.executable, "-c", WITHOUT, folder, out], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "pip install 'govgraph[parquet]'" in run.stdout
    assert not list(out.iterdir())


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_networkx_reads_it(store: GraphStore, tmp_path: Path, name: str) -> None:
    path = export(store, name, tmp_path / "g").files[0]
    graph = networkx.read_gexf(path) if name == "gexf" else networkx.read_graphml(path, force_multigraph=True)
    called = "label" if name == "gexf" else "name"
    assert set(graph) == {n.id for n in store.nodes()}
    for node in store.nodes():
        data = graph.nodes[node.id]
        assert (data["kind"], data[called], json.loads(data["aliases"])) == (node.label, node.name, [*node.aliases])
        for key, value in node.properties.items():
            assert data["activity_kind" if key == "kind" else column(node.label, key)] == value
    found = {}
    for source, target, data in graph.edges(data=True):
        found[source, target, data["kind"], data.get("title")] = data
    assert len(found) == 14
    for edge in store.edges():
        data = found[edge.source, edge.target, edge.type, edge.properties.get("title")]
        assert data.get("confidence") == edge.confidence
        assert json.loads(data["evidence"]) == edge.to_record()["evidence"]


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_parallel_edges_stay_apart_and_control_characters_out(tmp_path: Path, name: str) -> None:
    writer = sample.Writer("a", "题", "甲任局长、书记。")
    person, body = writer.node("Person", "甲\x01\ufffe", 'a\rb\n<&>"'), writer.node("Agency", "乙局")
    for title in ("局长", "书记"):
        writer.edge("HOLDS_POST", person, body, title, title=title)
    with GraphStore.open(tmp_path / "g", create=True) as store:
        store.add([writer.fragment()])
        path = export(store, name, tmp_path / "x").files[0]
    graph = networkx.read_gexf(path) if name == "gexf" else networkx.read_graphml(path)
    assert graph.number_of_edges("Person:甲", "Agency:乙局") == 2
    assert graph.nodes["Person:甲"]["label" if name == "gexf" else "name"] == "甲_x0001__xFFFE_"
    assert {d["title"] for *_, d in graph.edges(data=True)} == {"局长", "书记"}
    assert json.loads(graph.nodes["Person:甲"]["aliases"]) == ['a\rb\n<&>"']


def test_gephi_finds_what_it_asks_for(store: GraphStore, tmp_path: Path) -> None:
    """Labels of nodes and edges, kinds of edges, columns with types and names of their own."""
    gexf = root(export(store, "gexf", tmp_path / "g.gexf").files[0].read_text(encoding="utf-8"))
    space = {"g": "http://www.gexf.net/1.2draft"}
    assert gexf.get("version") == "1.2"
    for owner in ("node", "edge"):
        columns = gexf.findall(f"g:graph/g:attributes[@class='{owner}']/g:attribute", space)
        titles = [c.get("title") for c in columns]
        assert len(set(titles)) == len(titles)
        assert not {"id", "label", "weight"} & set(titles)
        assert {c.get("type") for c in columns} == {"string", "double"}
        ids = {c.get("id") for c in columns}
        assert {v.get("for") for v in gexf.iterfind(f".//g:{owner}/g:attvalues/g:attvalue", space)} <= ids
    assert {e.get("kind") for e in gexf.iterfind(".//g:edge", space)} == {e.type for e in store.edges()}
    graphml = root(export(store, "graphml", tmp_path / "g.graphml").files[0].read_text(encoding="utf-8"))
    space = {"g": "http://graphml.graphdrawing.org/xmlns"}
    keys = [(k.get("for"), k.get("attr.name")) for k in graphml.findall("g:key", space)]
    assert len(set(keys)) == len(keys)
    # Gephi takes the data of the key `label` for the node's label.
    assert {n.findtext("g:data[@key='label']", None, space) for n in graphml.iterfind(".//g:node", space)} == {
        n.name for n in store.nodes()
    }


HOSTILE = ["", "甲", "_x0041_", "_x005F_x0041_", "\x00\x0b", "\ufffe\uffff", "a\r\nb\tc", "<&>\"'", "_x", "_x_x0000_"]


@pytest.mark.parametrize("value", HOSTILE)
def test_xml_text_comes_back(value: str) -> None:
    element = root(f'<a b="{attribute(value)}">{text(value)}</a>')
    assert (plain(element.text or ""), plain(element.get("b", ""))) == (value, value)


FULL = """
import resource, sys
from graph.export import export
from graph.store import GraphStore
from graph.errors import ExportError
with GraphStore.open(sys.argv[1]) as store:
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
    for name in sys.argv[3:]:
        try:
            export(store, name, f"{sys.argv[2]}/{name}")
        except ExportError as error:
            print(error)
"""


def test_a_disk_without_room_leaves_no_half_file(folder: Path, tmp_path: Path) -> None:
    """The limit on a file's size stands for the full disk: both make a write fail half-way."""
    out = tmp_path / "out"
    names = list(FORMATS)
    run = subprocess.run(
        [sys.executable, "-c", FULL, folder, out, *names], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stderr == ""
    lines = run.stdout.splitlines()
    assert [line for line in lines if "cannot be written: File too large" not in line] == []
    assert len(lines) == len(names) >= 8
    assert not [path for path in out.rglob("*") if path.is_file()]
