"""How time and memory of `govgraph build` grow with the number of articles.

    python -m benchmarks.scale INPUT [--sizes 10000,30000,100000] [--jobs 1,2] [--store 300000] [--minutes M] [--results FILE]

Makes articles from those of INPUT (`benchmarks.many_articles`), builds each size with each number of jobs in a process
of its own, and looks at it every two seconds: how many articles are in the store, CPU seconds and memory (PSS) of all
its processes. `--store` also measures the store alone, over that many fragments that were made ready. A run that is not done after M minutes counts as far as it came. The table goes
into docs/scale.md, between its marks, and the curves into docs/images/scale.svg. FILE keeps the measurements, a line
each; what it holds already is not measured again.
"""

from __future__ import annotations

import argparse
import json
import math
import multiprocessing
import os
import signal
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import asdict
from itertools import islice
from pathlib import Path

from benchmarks.many_articles import Pool, write
from benchmarks.processes import cpu, family, memory
from benchmarks.scale_page import Run, publish

_EVERY = 2.0
"""Seconds between two looks at a build."""


def main() -> None:
    """Measure what is missing, then write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input", type=Path)
    parser.add_argument("--sizes", default="10000,30000,100000", help="articles (default: 10000,30000,100000)")
    parser.add_argument("--jobs", default="1,2", help="numbers of processes (default: 1,2)")
    parser.add_argument(
        "--store", type=int, default=0, metavar="N", help="also measure the store alone over N articles"
    )
    parser.add_argument("--minutes", type=float, default=math.inf, help="the most that a run may take")
    parser.add_argument("--pool", type=int, default=5000, help="real articles that are told again (default: 5000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--results", type=Path, default=Path("scale.jsonl"))
    parser.add_argument("--folder", type=Path, help="where the graphs are made (default: a temporary folder)")
    options = parser.parse_args()
    runs = [Run.of(json.loads(line)) for line in _lines(options.results)]
    done = {(run.what, run.articles, run.jobs) for run in runs}
    wanted = [
        ("build", int(size), int(jobs)) for size in options.sizes.split(",") for jobs in options.jobs.split(",")
    ] + [("store", options.store, 1)] * bool(options.store)
    if missing := [run for run in wanted if run not in done]:
        pool = Pool.of(options.input, options.pool, options.seed)
        for what, size, jobs in missing:
            with tempfile.TemporaryDirectory(dir=options.folder) as name:
                start = _build if what == "build" else _store
                pid, graph = start(pool, size, jobs, Path(name))
                run = _watched(pid, what, size, jobs, graph, options.minutes * 60)
            print(run.line(), flush=True)
            runs.append(run)
            with options.results.open("a", encoding="utf-8") as file:
                file.write(json.dumps(asdict(run)) + "\n")
    publish(runs)


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def _build(pool: Pool, size: int, jobs: int, folder: Path) -> tuple[int, Path]:
    """Start a whole build, from the file of records to the graph."""
    articles, graph = folder / "articles.jsonl", folder / "graph"
    write(pool.articles(), size, articles)
    command = [sys.executable, "-m", "govgraph", "build", str(articles), "-o", str(graph), "-j", str(jobs)]
    quiet = os.open(os.devnull, os.O_WRONLY)
    actions = [(os.POSIX_SPAWN_DUP2, quiet, 1), (os.POSIX_SPAWN_DUP2, quiet, 2)]
    pid = os.posix_spawn(sys.executable, command, dict(os.environ), file_actions=actions)
    os.close(quiet)
    return pid, graph


def _store(pool: Pool, size: int, _jobs: int, folder: Path) -> tuple[int, Path]:
    """Start the filling of a store, with the making of what it stores (some 0.4 ms an article), without any extraction."""
    graph = folder / "graph"
    maker = multiprocessing.get_context("fork").Process(target=_fill, args=(pool, size, graph))
    maker.start()
    if maker.pid is None:
        raise SystemExit("the process that fills the store did not start")
    return maker.pid, graph


def _fill(pool: Pool, size: int, graph: Path) -> None:
    from graph.store import GraphStore

    with GraphStore.open(graph, create=True) as store:
        store.add(islice(pool.told(), size))


def _watched(pid: int, what: str, size: int, jobs: int, graph: Path, seconds: float) -> Run:
    """Look at a process until it ends, or its time is over."""
    begun = time.monotonic()
    curve: list[tuple[int, float, float]] = []
    peak = 0.0
    while True:
        ended, status, used = os.wait4(pid, os.WNOHANG)
        if ended:
            break
        alive = list(family(pid))
        megabytes = sum(map(memory, alive))
        peak = max(peak, megabytes)
        curve.append((_stored(graph), sum(map(cpu, alive)), megabytes))
        if time.monotonic() - begun > seconds:
            os.kill(pid, signal.SIGINT)
            _, _, used = os.wait4(pid, 0)
            status = 0
            break
        time.sleep(_EVERY)
    # 1: something was reported. All else is a failure of the measurement.
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit(f"{what} of {size} articles failed")
    wall, taken = time.monotonic() - begun, used.ru_utime + used.ru_stime
    kept = sum(path.stat().st_size for path in graph.iterdir()) / 1e6
    stored = _stored(graph)
    curve.append((stored, taken, peak))
    return Run(what, size, jobs, stored, wall, taken, peak, kept, curve)


def _stored(graph: Path) -> int:
    """Return how many articles a graph holds, as others see it."""
    try:
        with closing(sqlite3.connect(f"{(graph / 'graph.sqlite').absolute().as_uri()}?mode=ro", uri=True)) as db:
            return int(db.execute("SELECT coalesce(max(number), 0) FROM articles").fetchone()[0])
    except sqlite3.Error:
        return 0  # not made yet


if __name__ == "__main__":
    main()
