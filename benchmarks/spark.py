"""A build on Spark beside one on one machine: the same rows, whatever happens to a worker; and what an article costs.

    python -m benchmarks.spark INPUT [--sizes 500,2500] [--master MASTER] [--conf KEY=VALUE]…

The articles of INPUT (JSONL) are cut into files of 250. They are built by one process, then on Spark (by default on
`local-cluster[2,1,1024]`: two workers, each an own Java process with one core and 1 GB), and all rows of nodes and edges
are compared in their order. The last size is built once more on Spark, and as soon as its extraction runs one worker is
killed (SIGKILL). CPU seconds are those of all processes; between two sizes they tell what one more article costs.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from itertools import islice
from pathlib import Path

import pyarrow.parquet

from benchmarks.processes import cpu, family
from extractors.readers import read

_FILE = 250


def main() -> None:
    """Print a line for each build."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input", type=Path)
    parser.add_argument("--sizes", default="500,2500", help="articles (default: 500,2500)")
    parser.add_argument("--master", default="local-cluster[2,1,1024]")
    parser.add_argument("--conf", action="append", default=[], metavar="KEY=VALUE")
    parser.add_argument("--folder", type=Path, help="where all is written (default: a temporary folder)")
    options = parser.parse_args()
    sizes = [int(size) for size in options.sizes.split(",")]
    conf = [f"--conf={one}" for one in ("spark.ui.enabled=false", *options.conf)]
    spark = ("--engine=spark", f"--master={options.master}", *conf)
    print("articles  how                        s     CPU s  nodes   edges   rows that differ")
    for size in sizes:
        with tempfile.TemporaryDirectory(dir=options.folder) as name:
            folder = Path(name)
            _cut(options.input, size, folder / "articles")
            seconds, taken = _run(folder, "build", "articles", "-o", "one")
            _run(folder, "export", "parquet", "-g", "one", "-o", "one.parquet")
            _print(size, "one machine", seconds, taken, folder / "one.parquet", folder / "one.parquet")
            seconds, taken = _run(folder, "build", "articles", "-o", "many", *spark)
            _print(size, "spark", seconds, taken, folder / "one.parquet", folder / "many")
            if size == sizes[-1]:
                seconds, taken = _run(folder, "build", "articles", "-o", "killed", *spark, kill="killed")
                _print(size, "spark, a worker killed", seconds, taken, folder / "one.parquet", folder / "killed")


def _cut(source: Path, size: int, folder: Path) -> None:
    """Write articles into files."""
    folder.mkdir()
    articles = islice(read([source], report=print), size)
    number = 0
    while some := list(islice(articles, _FILE)):
        lines = [json.dumps(article.to_record(), ensure_ascii=False) + "\n" for article in some]
        (folder / f"{number:05}.jsonl").write_text("".join(lines), encoding="utf-8")
        number += 1


def _run(folder: Path, *arguments: str, kill: str | None = None) -> tuple[float, float]:
    """Return seconds and CPU seconds of a command and all its processes; `kill` names the output whose worker is killed."""
    begun, taken, dead = time.monotonic(), 0.0, False
    log = folder / "log"
    with log.open("wb") as errors:
        command = [sys.executable, "-m", "govgraph", *arguments]
        place = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        with subprocess.Popen(command, cwd=folder, env=place, stderr=errors) as process:
            while process.poll() is None:
                alive = list(family(process.pid))
                taken = max(taken, sum(cpu(pid, ended=True) for pid in alive))
                # Spark makes the folder of a step when it begins to write it.
                if kill and not dead and (folder / kill / "fragments.parquet" / "_temporary").exists():
                    time.sleep(2)
                    dead = _kill(alive)
                time.sleep(0.2)
    if process.returncode not in (0, 1) or (kill and not dead):
        raise SystemExit(f"{' '.join(arguments)}: {log.read_text(encoding='utf-8')[-2000:]}")
    return time.monotonic() - begun, taken


def _kill(alive: list[int]) -> bool:
    """Kill one worker."""
    for pid in alive:
        with suppress(OSError):
            if b"CoarseGrainedExecutorBackend" in Path(f"/proc/{pid}/cmdline").read_bytes():
                os.kill(pid, signal.SIGKILL)
                return True
    return False


def _print(size: int, how: str, seconds: float, taken: float, one: Path, other: Path) -> None:
    tables = [[_rows(folder / name) for name in ("nodes.parquet", "edges.parquet")] for folder in (one, other)]
    differ = sum(
        sum(a != b for a, b in zip(ours, theirs, strict=False)) + abs(len(ours) - len(theirs))
        for ours, theirs in zip(*tables, strict=True)
    )
    nodes, edges = map(len, tables[1])
    print(f"{size:8}  {how:24}{seconds:6.0f}  {taken:6.0f}  {nodes:6}  {edges:6}  {differ}", flush=True)


def _rows(path: Path) -> list[dict[str, object]]:
    parts = sorted(path.glob("*.parquet")) if path.is_dir() else [path]
    return [row for part in parts for row in pyarrow.parquet.read_table(part).to_pylist()]


if __name__ == "__main__":
    main()
