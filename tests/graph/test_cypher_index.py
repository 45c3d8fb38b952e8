"""The Cypher index holds what the store holds, and is rebuilt when the store changes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import ladybug
import pytest

from graph.errors import StoreError
from graph.index.ladybug import cypher_index
from graph.layout import edge_columns, edge_values, end_pairs, node_columns, node_values
from graph.schema import load_schema
from graph.store import GraphStore
from tests.graph import sample


def ask(folder: Path, query: str, **values: Any) -> list[list[Any]]:
    with (
        ladybug.Database(str(cypher_index(folder)), read_only=True) as database,
        ladybug.Connection(database) as connection,
        connection.execute(query, values) as result,
    ):
        return result.get_all()


def test_every_property_of_every_node_and_edge_is_there(folder: Path, store: GraphStore) -> None:
    total = 0
    for label in load_schema().nodes:
        names = [c.name for c in node_columns(label)]
        found = ask(folder, f"MATCH (n:`{label}`) RETURN {', '.join(f'n.`{n}`' for n in names)} ORDER BY n.id")
        assert [dict(zip(names, row, strict=True)) for row in found] == [node_values(n) for n in store.nodes(label)]
        total += len(found)
    assert total == 16
    for kind in load_schema().relations:
        names = [c.name for c in edge_columns(kind)]
        what = ", ".join(f"r.`{n}`" for n in names)
        found = ask(folder, f"MATCH (a)-[r:`{kind}`]->(b) RETURN a.id, b.id, {what} ORDER BY r.id")
        assert [(a, b, dict(zip(names, row, strict=True))) for a, b, *row in found] == [
            (e.source, e.target, edge_values(e)) for e in store.edges(kind)
        ]
        total += len(found)
    assert total == 30


QUERIES = [
    ("MATCH (p:Person)-[r]->(:Agency) RETURN type(r), toString(r.confidence), head(p.aliases)", "HOLDS_POST"),
    ("MATCH (a:Activity) RETURN a.activity_kind, a.kind", "signing"),
    ("MATCH (m:Measurement) RETURN toInteger(m.number)", 350000000),
    ("MATCH (x)-[r:PART_OF]->(y) WHERE size(r.evidence) = 0 RETURN x.name", "青禾市"),
    ("MATCH (p:Policy) RETURN last(split(p.number, '〔')), p.kind", "2025〕7号"),
    ("MATCH ()-[r:SPOKE_AT]->() RETURN count(r)", 0),
    ("MATCH (n) RETURN count(n.number)", 2),
]


@pytest.mark.parametrize(("query", "expected"), QUERIES)
def test_questions(folder: Path, query: str, expected: object) -> None:
    assert ask(folder, query)[0][0] == expected


def test_it_is_built_once_for_each_state_of_the_graph(folder: Path) -> None:
    first = cypher_index(folder)
    made = first.stat().st_mtime_ns
    assert cypher_index(folder) == first
    assert first.stat().st_mtime_ns == made
    with GraphStore.open(folder) as store:
        store.remove(["a-1"])
    second = cypher_index(folder)
    assert second != first
    assert sorted(p.name for p in folder.iterdir()) == sorted([second.parent.name, "graph.sqlite"])
    assert ask(folder, "MATCH (m:Directive) RETURN count(*)") == [[0]]
    with GraphStore.open(folder) as store:
        store.add([sample.meeting()])
    assert cypher_index(folder) == first


def test_a_build_that_fails_leaves_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("graph.index.ladybug._load_edges", breaks)
    with pytest.raises(KeyboardInterrupt):
        cypher_index(folder)
    assert [p.name for p in folder.iterdir()] == ["graph.sqlite"]


def test_no_graph_no_index(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no graph in this folder"):
        cypher_index(tmp_path)


def test_each_relation_permits_its_ends() -> None:
    assert end_pairs("REPORTED_BY") == [("Article", "Person")]
    assert len(end_pairs("COOPERATES_WITH")) == 16


@pytest.mark.parametrize("size", [0, 1, 4096, -1])
def test_an_index_that_the_disk_has_not_kept_is_built_again(folder: Path, size: int) -> None:
    path = cypher_index(folder)
    whole = path.stat().st_size
    os.truncate(path, size % whole)
    assert ask(folder, "MATCH (m:Directive) RETURN count(*)") == [[1]]
    assert cypher_index(folder) == path
    assert path.stat().st_size == whole
