"""A folder of Parquet is a graph to be exported and compared, in one file a table or in many."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet
import pytest
from click.testing import CliRunner

from govgraph.cli import main
from graph.errors import StoreError, UnreadableInputError
from graph.export import FORMATS, export
from graph.parquet_graph import ParquetGraph, open_graph
from graph.store import GraphStore


@pytest.fixture(autouse=True)
def whole(store: GraphStore, tmp_path: Path) -> None:
    """The sample's graph as `export parquet` writes it."""
    export(store, "parquet", tmp_path / "whole")


def in_parts(folder: Path, target: Path, rows: int) -> Path:
    """Cut the tables of a folder into files of so many rows, as a cluster would write them."""
    for name in ("nodes.parquet", "edges.parquet"):
        table = pyarrow.parquet.read_table(folder / name)
        (target / name).mkdir(parents=True)
        (target / name / "_SUCCESS").touch()
        for number, start in enumerate(range(0, len(table), rows)):
            pyarrow.parquet.write_table(table.slice(start, rows), target / name / f"part-{number:05}.parquet")
    return target


def test_every_export_of_it_has_the_same_bytes(store: GraphStore, tmp_path: Path) -> None:
    parts = in_parts(tmp_path / "whole", tmp_path / "parts", 3)
    assert len(FORMATS) == 12
    for name, form in FORMATS.items():
        written = []
        for kind, graph in (("store", store), ("whole", open_graph(tmp_path / "whole")), ("parts", open_graph(parts))):
            target = tmp_path / "exports" / f"{name}-{kind}"
            summary = export(graph, name, target)
            assert summary.nodes == store.counts().nodes
            written.append([file.read_bytes() for file in summary.files])
        assert len(written[0]) == max(1, len(form.names))
        assert written[0] == written[1] == written[2], name


def test_it_holds_what_the_store_holds(store: GraphStore, tmp_path: Path) -> None:
    graph = open_graph(in_parts(tmp_path / "whole", tmp_path / "parts", 4))
    assert isinstance(graph, ParquetGraph)
    assert graph.counts() == store.counts()
    assert list(graph.nodes("Person")) == list(store.nodes("Person")) != []
    assert list(graph.edges("HOLDS_POST")) == list(store.edges("HOLDS_POST")) != []
    run = CliRunner().invoke(main, ["verify", "-g", str(tmp_path / "parts"), str(tmp_path / "whole")])
    assert (run.exit_code, run.stderr) == (0, "35 rows\n")
    assert isinstance(open_graph(tmp_path / "graph"), GraphStore)


def test_what_is_wrong_is_said(store: GraphStore, tmp_path: Path) -> None:
    parts = in_parts(tmp_path / "whole", tmp_path / "parts", 3)
    nodes = sorted((parts / "nodes.parquet").glob("*.parquet"))
    nodes[0].rename(nodes[-1].with_name("part-99999.parquet"))
    with pytest.raises(StoreError, match="must be sorted by id"):
        list(open_graph(parts).nodes())
    for file in (parts / "edges.parquet").glob("*.parquet"):
        file.unlink()
    with pytest.raises(UnreadableInputError, match="holds no Parquet file"):
        list(open_graph(parts).edges())
    with pytest.raises(StoreError, match="no graph in this folder"):
        open_graph(tmp_path)
