"""The store: adding, replacing, removing, reading, and clear words when it cannot."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import tracemalloc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.fragment import Article, Edge, Evidence, Fragment, Node
from graph.merge import merge
from graph.store import AddSummary, GraphStore, RemoveSummary, content_hash
from graph.verify import checksum
from tests.graph import sample


def test_what_is_stored_is_what_merging_gives(store: GraphStore) -> None:
    nodes, edges = merge(sample.paper())
    assert (list(store.nodes()), list(store.edges())) == (nodes, edges)
    assert [n.id for n in nodes] == sorted(n.id for n in nodes)
    counts = store.counts()
    assert (counts.articles, counts.nodes, counts.edges, counts.evidence) == (3, 16, 14, 15)
    assert (counts.labels["Person"], counts.types["LOCATED_IN"]) == (2, 2)
    assert list(store.nodes("Place")) == [n for n in nodes if n.label == "Place"]
    assert list(store.edges("HOLDS_POST")) == [e for e in edges if e.type == "HOLDS_POST"]
    assert [store.node(n.id) for n in nodes] == nodes
    assert [store.edge(e.id) for e in edges] == edges
    assert (store.node("Place:无"), store.edge("x"), list(store.nodes("Robot"))) == (None, None, [])


def test_articles_and_fragments_come_back_whole(store: GraphStore) -> None:
    paper = sample.paper()
    assert list(store.fragments()) == paper
    assert list(store.articles()) == [f.article for f in paper]
    assert store.article("a-2") == paper[1].article
    assert store.article("a-9") is None


def test_adding_again_changes_nothing_and_a_change_replaces(store: GraphStore) -> None:
    before = store.generation
    assert store.add(sample.paper(), extractor="1") == AddSummary(unchanged=3)
    assert store.generation == before
    changed = replace(sample.meeting(), edges=sample.meeting().edges[:1])
    assert store.add([changed, sample.signing()]) == AddSummary(replaced=1, unchanged=1)
    assert store.generation != before
    nodes, edges = merge([changed, *sample.paper()[1:]])
    assert (list(store.nodes()), list(store.edges())) == (nodes, edges)


def test_has_asks_for_content_and_extractor(store: GraphStore) -> None:
    article = sample.meeting().article
    cases = [
        (article.id, content_hash(article), "1", True),
        (article.id, content_hash(article), "2", False),
        (article.id, content_hash(replace(article, home=None)), "1", False),
        (article.id, content_hash(replace(article, body="x")), "1", False),
        ("a-9", content_hash(article), "1", False),
    ]
    assert [store.has(*case[:3]) for case in cases] == [case[3] for case in cases]


def test_removing_takes_what_the_article_alone_supports(store: GraphStore) -> None:
    before, total = store.generation, checksum(store)
    assert store.remove(["a-2", "nothing"]) == RemoveSummary(1, ["nothing"])
    nodes, edges = merge([sample.meeting(), sample.notice()])
    assert (list(store.nodes()), list(store.edges())) == (nodes, edges)
    assert store.generation != before
    store.add([sample.signing()])
    assert (store.generation, checksum(store)) == (before, total)
    assert store.remove(["a-1", "a-2", "a-3/旧 %?#"]).removed == 3
    assert (store.counts().nodes, store.counts().edges, store.counts().evidence) == (0, 0, 0)


def test_a_bad_fragment_is_rejected_and_the_others_are_stored(tmp_path: Path) -> None:
    bad = Fragment(Article("b", "题", "文"), (Node("n", "Robot", "x"),))
    worse = Fragment(Article("c", "题", "文"), (), (Edge("LED", "1", "2", (Evidence(0, 9, "?", "r", 2),)),))
    with GraphStore.open(tmp_path, create=True) as store:
        summary = store.add([bad, *sample.paper(), worse])
        assert (summary.added, [article for article, _ in summary.rejected]) == (3, ["b", "c"])
        assert summary.rejected[0][1] == "article 'b': node 'n': unknown label 'Robot'"
        assert store.article("b") is None
        assert store.counts().articles == 3


def test_order_leaves_no_trace(tmp_path: Path) -> None:
    results = set()
    for number, order in enumerate(([0, 1, 2], [2, 0, 1], [1, 2, 0, 1])):
        with GraphStore.open(tmp_path / str(number), create=True) as store:
            store.add(sample.paper()[i] for i in order)
            results.add((checksum(store), store.generation))
    assert len(results) == 1


def many(count: int) -> Iterator[Fragment]:
    """Articles that all name one place, and each a company of its own."""
    for i in range(count):
        writer = sample.Writer(f"m-{i:06}", f"第{i}号", f"公司{i}在青禾市。")
        company, place = writer.node("Company", f"公司{i}"), writer.node("Place", f"青禾市{i % 50}")
        writer.edge("LOCATED_IN", company, place, f"公司{i}在青禾市")
        yield writer.fragment()


def test_reading_does_not_need_more_memory_for_a_larger_graph(tmp_path: Path) -> None:
    peaks = []
    for size in (300, 3000):
        with GraphStore.open(tmp_path / str(size), create=True) as store:
            assert store.add(many(size)).added == size
            tracemalloc.start()
            assert sum(1 for _ in store.nodes()) == 2 * size + 50
            assert sum(1 for _ in store.edges()) == size
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
    assert peaks[1] < peaks[0] + 200_000


def test_a_reader_keeps_its_snapshot_while_another_writes(folder: Path) -> None:
    with GraphStore.open(folder) as reader, GraphStore.open(folder) as writer:
        with reader.snapshot():
            before = list(reader.nodes())
            writer.remove(["a-1"])
            assert list(reader.nodes()) == before
        assert len(list(reader.nodes())) < len(before)


def test_a_reader_that_stops_half_way_is_no_hindrance(store: GraphStore) -> None:
    stream = store.nodes()
    next(stream)
    with pytest.raises(StoreError, match="while it is being read"):
        store.remove(["a-1"])
    del stream
    assert store.remove(["a-1"]).removed == 1


def test_a_reader_that_outlives_the_store_ends_quietly(folder: Path) -> None:
    with GraphStore.open(folder) as store:
        stream, edges = store.nodes(), store.edges()
        next(stream)
        next(edges)
    del stream, edges


def test_two_writers_at_once_get_a_clear_word(folder: Path) -> None:
    other = sqlite3.connect(folder / "graph.sqlite", isolation_level=None)
    with GraphStore.open(folder, wait=0.1) as store:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another process is writing to this graph; try again"):
            store.remove(["a-2"])
        with pytest.raises(StoreError, match="another process is writing to this graph; try again"):
            store.add(many(1))
        assert store.counts().articles == 3
        other.execute("ROLLBACK")
        assert store.remove(["a-2"]).removed == 1
    other.close()


def test_many_may_make_the_same_new_graph_at_once(tmp_path: Path) -> None:
    def open_new(folder: Path, start: threading.Barrier) -> str:
        start.wait()
        with GraphStore.open(folder, create=True, wait=10) as store:
            return store.generation

    with ThreadPoolExecutor(4) as pool:
        for number in range(60):
            start = threading.Barrier(4)
            opened = [pool.submit(open_new, tmp_path / str(number), start) for _ in range(4)]
            assert len({one.result() for one in opened}) == 1


def test_a_failure_in_the_middle_of_a_batch_stores_nothing_of_it(folder: Path) -> None:
    with GraphStore.open(folder) as store:
        before = checksum(store)

        def broken() -> Iterator[Fragment]:
            yield from many(10)
            raise ValueError("the reader broke")

        with pytest.raises(ValueError, match="the reader broke"):
            store.add(broken())
        assert checksum(store) == before


def _garbage(folder: Path) -> None:
    folder.mkdir()
    (folder / "graph.sqlite").write_bytes("这不是数据库".encode() * 100)


def _foreign(folder: Path) -> None:
    folder.mkdir()
    with sqlite3.connect(folder / "graph.sqlite") as db:
        db.execute("CREATE TABLE t (x)")
    db.close()


def _newer(folder: Path) -> None:
    GraphStore.open(folder, create=True).close()
    with sqlite3.connect(folder / "graph.sqlite") as db:
        db.execute("PRAGMA user_version = 99")
    db.close()


def _damaged(folder: Path) -> None:
    with GraphStore.open(folder, create=True) as store:
        store.add(many(50))
    data = bytearray((folder / "graph.sqlite").read_bytes())
    data[4096:40960] = b"\xff" * 36864
    (folder / "graph.sqlite").write_bytes(data)


UNUSABLE = [
    (lambda folder: None, False, "no such graph folder"),
    (lambda folder: folder.mkdir(), False, "no graph in this folder"),
    (lambda folder: folder.write_text("x"), True, "cannot be made"),
    (_garbage, False, "is not a graph"),
    (_garbage, True, "is not a graph"),
    (_foreign, False, "is not a graph of this program"),
    (_foreign, True, "is not a graph of this program"),
    (_newer, False, "the graph has format 99, this program knows up to 2; upgrade"),
]


@pytest.mark.parametrize(("prepare", "create", "words"), UNUSABLE)
def test_an_unusable_folder_is_named_with_its_fault(tmp_path: Path, prepare, create: bool, words: str) -> None:
    folder = tmp_path / "图"
    prepare(folder)
    with pytest.raises(StoreError, match=words) as caught:
        GraphStore.open(folder, create=create)
    assert str(folder) in str(caught.value)


def test_damage_is_reported(tmp_path: Path) -> None:
    _damaged(tmp_path / "g")
    with pytest.raises(StoreError, match="is damaged"), GraphStore.open(tmp_path / "g") as store:
        checksum(store)


def test_a_closed_store_says_so(folder: Path) -> None:
    store = GraphStore.open(folder)
    store.close()
    with pytest.raises(StoreError, match="closed"):
        list(store.nodes())


READ_ONLY = """
import os, sys
from graph.errors import StoreError
from graph.store import GraphStore
if os.geteuid() == 0:
    os.setuid(65534)  # root may write anywhere
with GraphStore.open(sys.argv[1]) as store:
    print(store.counts().nodes)
    try:
        store.remove(["a-1"])
    except StoreError as error:
        print(error)
try:
    GraphStore.open(sys.argv[1] + "/new", create=True)
except StoreError as error:
    print(error)
"""


def test_a_read_only_folder_can_be_read_and_says_why_it_cannot_be_written(folder: Path) -> None:
    # Not under the test's own folder: that one is closed to other users, and root has to become one.
    place = Path(tempfile.mkdtemp())
    try:
        shutil.copy(folder / "graph.sqlite", place)
        (place / "graph.sqlite").chmod(0o444)
        place.chmod(0o555)
        root = Path(__file__).parents[2]
        command = [sys.executable, "-c", READ_ONLY, str(place)]
        run = subprocess.run(command, capture_output=True, text=True, cwd=root, check=False)
        assert run.stderr == ""
        assert run.stdout.splitlines() == [
            "16",
            f"{place}: the folder or its graph is read-only; make it writable or copy it elsewhere",
            f"{place}/new: the graph folder cannot be made: Permission denied",
        ]
    finally:
        place.chmod(0o755)
        shutil.rmtree(place)
