"""Files that were cut off and disks that are full: the store says what to do, and takes nothing else for a graph."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.fragment import Article, Edge, Evidence, Fragment, Node
from graph.store import GraphStore

ROOT = Path(__file__).parents[2]


def fragment(number: int) -> Fragment:
    text = f"公司{number}在青禾市{number % 40}。"
    nodes = (Node("1", "Company", f"公司{number}"), Node("2", "Place", f"青禾市{number % 40}"))
    proof = Evidence(3, 3 + len(text) - 1, text[:-1], "r", 0.5)
    return Fragment(Article(f"k-{number}", "标题", text), nodes, (Edge("LOCATED_IN", "1", "2", (proof,)),))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with GraphStore.open(tmp_path / "g", create=True) as store:
        assert store.add(map(fragment, range(200))).added == 200
    return tmp_path / "g"


CUTS: list[tuple[str, Callable[[int], int]]] = [
    ("nothing is left", lambda size: 0),
    ("one byte is left", lambda size: 1),
    ("the magic words are left", lambda size: 16),
    ("the header is left", lambda size: 100),
    ("less than a page is left", lambda size: 4095),
    ("one page is left", lambda size: 4096),
    ("half is left", lambda size: size // 2),
    ("one page is missing", lambda size: size - 4096),
    ("one byte is missing", lambda size: size - 1),
]


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize(("left", "place"), CUTS, ids=[name for name, _ in CUTS])
def test_a_file_that_was_cut_off_is_neither_a_graph_nor_a_new_one(
    folder: Path, left: str, place: Callable[[int], int], create: bool
) -> None:
    file = folder / "graph.sqlite"
    size = place(file.stat().st_size)
    os.truncate(file, size)
    cut = file.read_bytes()
    with (
        pytest.raises(StoreError, match="from a copy, or move it away and build the graph again"),
        GraphStore.open(folder, create=create) as store,
    ):
        store.add([fragment(0)])
    assert file.read_bytes() == cut
    file.rename(folder / "damaged")
    with GraphStore.open(folder, create=True) as store:
        assert store.add(map(fragment, range(200))).added == 200


def test_a_log_without_its_file_is_not_thrown_away(folder: Path) -> None:
    log = folder / "graph.sqlite-wal"
    with GraphStore.open(folder) as store:
        store.remove(["k-1"])
        kept = log.read_bytes()
        (folder / "graph.sqlite").rename(folder / "elsewhere")
    log.write_bytes(kept)
    with pytest.raises(StoreError, match=r"its log graph\.sqlite-wal is there; bring both back"):
        GraphStore.open(folder, create=True)
    assert log.read_bytes() == kept
    assert len(kept) > 4096


def test_making_a_graph_leaves_nothing_else_behind(tmp_path: Path) -> None:
    GraphStore.open(tmp_path / "g", create=True).close()
    assert [path.name for path in (tmp_path / "g").iterdir()] == ["graph.sqlite"]


FULL = """
import resource, sys
from graph.errors import StoreError
from graph.store import GraphStore
from tests.graph.test_store_faults import fragment
with GraphStore.open(sys.argv[1]) as store:
    before = store.generation
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)  # writing fails from here on
    try:
        store.add(map(fragment, range(200, 1200)))
    except StoreError as error:
        print(error)
    assert store.generation == before
"""


@pytest.mark.parametrize("room", [0, 40_000, 400_000])
def test_a_full_disk_is_called_so_and_leaves_what_was_there(folder: Path, room: int) -> None:
    command = [sys.executable, "-c", FULL, str(folder), str(room)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "it may be full; nothing of the last batch was stored" in done.stdout or "the disk is full" in done.stdout
    with GraphStore.open(folder) as store:
        assert store.counts().articles == 200
        assert store.add(map(fragment, range(1200))).added == 1000
