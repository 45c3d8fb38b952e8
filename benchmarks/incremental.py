"""How long one more article takes, in graphs of growing size.

    python -m benchmarks.incremental [SIZE…] [--folder FOLDER]

Builds a graph of SIZE articles (1000, 10000), each a seed with an id of its own, then measures `govgraph build` of one
new article, of the same once more, and `govgraph remove` of it: whole processes, CPU seconds and peak memory.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from graph.fragment import Fragment

SEEDS = Path(__file__).parents[1] / "seeds"


def main(arguments: list[str] | None = None) -> int:
    """Print a line for each size."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.incremental", description=__doc__.split("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, default=[1000, 10000], help="articles (default: 1000 10000)")
    parser.add_argument("--folder", type=Path, help="where the graphs are made (default: a temporary folder)")
    options = parser.parse_args(arguments)
    print("articles     building  graph.sqlite   add one           again             remove")
    for size in options.sizes:
        with tempfile.TemporaryDirectory(dir=options.folder) as name:
            print(_measure(Path(name), size))
    return 0


def _seeds() -> list[Fragment]:
    from extractors.readers import read
    from govgraph.extraction import Failure, Settings, extract

    def refuse(error: Exception) -> None:
        raise error

    articles = read(sorted(SEEDS.glob("*.txt")), report=refuse)
    return [f for f in extract(articles, Settings()) if not isinstance(f, Failure)]


def _copies(told: list[Fragment], size: int) -> Iterator[Fragment]:
    for number, fragment in enumerate(islice(cycle(told), size)):
        yield replace(fragment, article=replace(fragment.article, id=f"copy-{number:07}"))


def _prepare(folder: Path, size: int) -> None:
    """Make the graph, and the file of one more article."""
    from graph.store import GraphStore

    told = _seeds()
    with GraphStore.open(folder / "graph", create=True) as store:
        store.add(_copies(told, size))
    record = replace(told[0].article, id="one").to_record()
    (folder / "one.jsonl").write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")


def _measure(folder: Path, size: int) -> str:
    graph, one = folder / "graph", folder / "one.jsonl"
    begun = time.monotonic()
    # In a process of its own: a child's peak memory begins with what its parent holds.
    maker = multiprocessing.get_context("spawn").Process(target=_prepare, args=(folder, size))
    maker.start()
    maker.join()
    built = time.monotonic() - begun
    megabytes = (graph / "graph.sqlite").stat().st_size / 1e6
    steps = [("build", str(one), "-o"), ("build", str(one), "-o"), ("remove", "one", "-g")]
    figures = [_run("-m", "govgraph", *step, str(graph)) for step in steps]
    cells = "   ".join(f"{seconds:5.2f} s {peak:4.0f} MB" for seconds, peak in figures)
    return f"{size:8}  {built:9.1f} s  {megabytes:9.0f} MB   {cells}"


def _run(*arguments: str) -> tuple[float, float]:
    """Return CPU seconds and peak megabytes of a process of this Python."""
    quiet = os.open(os.devnull, os.O_WRONLY)
    pid = os.posix_spawn(
        sys.executable,
        [sys.executable, *arguments],
        dict(os.environ),
        file_actions=[(os.POSIX_SPAWN_DUP2, quiet, 1), (os.POSIX_SPAWN_DUP2, quiet, 2)],
    )
    _, status, used = os.wait4(pid, 0)
    os.close(quiet)
    if status:
        raise SystemExit(f"{' '.join(arguments)} failed")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


if __name__ == "__main__":
    raise SystemExit(main())
