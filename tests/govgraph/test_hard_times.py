"""Two builds into one graph at once, and a disk that takes no more: a clear word, and nothing broken."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

from graph.store import GraphStore
from graph.verify import checksum

ROOT = Path(__file__).parents[2]

SMALL_DISK = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (120_000, 120_000))
from govgraph.cli import main
main(sys.argv[1:])
"""
"""A limit on the size of files stands for a disk that is full: the system refuses to write more."""


def _articles(path: Path, numbers: range) -> Path:
    with path.open("w", encoding="utf-8") as file:
        for number in numbers:
            text = f"3月{number % 28 + 1}日，青川县政府召开第{number}次防汛工作会议，县长江北辰主持会议。要在4月底前修好堤坝。"
            record = {"id": f"a{number}", "title": f"防汛{number}", "body": text, "source": "x", "date": "2025-03-29"}
            file.write(json.dumps({**record, "home": "四川省广元市青川县"}, ensure_ascii=False) + "\n")
    return path


def _build(path: Path, folder: Path) -> list[str]:
    return [sys.executable, "-m", "govgraph", "build", str(path), "-o", str(folder)]


def _sum(folder: Path) -> tuple[object, int]:
    with GraphStore.open(folder) as store:
        return checksum(store), store.counts().articles


def test_two_builds_at_once_share_the_graph(tmp_path: Path) -> None:
    one, other = _articles(tmp_path / "1.jsonl", range(60)), _articles(tmp_path / "2.jsonl", range(40, 100))
    processes = [
        subprocess.Popen(_build(path, tmp_path / "both"), cwd=ROOT, stderr=subprocess.PIPE, text=True)
        for path in (one, other)
    ]
    said = [process.communicate()[1] for process in processes]
    assert [process.returncode for process in processes] == [0, 0], said
    for path in (one, other):
        subprocess.run(_build(path, tmp_path / "after"), cwd=ROOT, check=True, capture_output=True)
    assert _sum(tmp_path / "both") == _sum(tmp_path / "after")
    assert _sum(tmp_path / "both")[1] == 100


def test_a_full_disk_is_told_and_costs_nothing_that_was_there(tmp_path: Path) -> None:
    few, many = _articles(tmp_path / "few.jsonl", range(5)), _articles(tmp_path / "many.jsonl", range(120))
    folder = tmp_path / "g"
    subprocess.run(_build(few, folder), cwd=ROOT, check=True, capture_output=True)
    before = _sum(folder)
    command = [sys.executable, "-c", SMALL_DISK, "build", str(many), "-o", str(folder)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert "Traceback" not in run.stderr
    assert f"{folder}: the disk cannot be written" in run.stderr
    assert "nothing of the last batch was stored" in run.stderr
    assert _sum(folder) == before
    subprocess.run(_build(many, folder), cwd=ROOT, check=True, capture_output=True)
    assert _sum(folder)[1] == 120


ENDLESS = """
import itertools, multiprocessing
from govgraph.extraction import extract
from graph.fragment import Article
articles = (Article(f"a{n}", "会议", "县政府召开会议。") for n in itertools.count())
for number, _ in enumerate(extract(articles, jobs=2)):
    if number == 20:
        print(*(child.pid for child in multiprocessing.active_children()), flush=True)
"""


def _lives(pid: str) -> bool:
    state = subprocess.run(["ps", "-o", "stat=", "-p", pid], capture_output=True, text=True, check=False).stdout
    return bool(state.strip()) and not state.strip().startswith("Z")


def test_workers_end_with_the_process_that_gives_them_work() -> None:
    with subprocess.Popen([sys.executable, "-c", ENDLESS], cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        workers = process.stdout.readline().split()
        process.kill()
    assert len(workers) == 2
    until = time.monotonic() + 20
    while any(map(_lives, workers)) and time.monotonic() < until:
        time.sleep(0.1)
    assert not [pid for pid in workers if _lives(pid)]
