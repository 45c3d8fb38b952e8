"""The invented graph that the exports are measured on is a graph like any other."""

from __future__ import annotations

from pathlib import Path

from benchmarks.exports import flat_networkx, fragments, measure
from graph.store import GraphStore


def test_its_articles_are_sound_and_every_task_runs(tmp_path: Path) -> None:
    with GraphStore.open(tmp_path / "g", create=True) as store:
        added = store.add(fragments(30))
        assert (added.added, added.rejected) == (30, [])
        assert len(flat_networkx(store)) == store.counts().nodes
    for task in ("graphml", "verify graphml", "networkx"):
        found = measure(task, tmp_path / "g", tmp_path / "out.graphml")
        assert found["elements"] > 400
        assert min(found["seconds"], found["size"], found["memory"]) > 0
