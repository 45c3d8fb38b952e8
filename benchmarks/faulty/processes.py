"""Processes that end too soon or are kept short: killed builds and workers, little memory, a clock that is wrong."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.faulty.bench import MAIN, ROOT, Bench, Ran, Row, govgraph, state

_YEARS = 10 * 365 * 86400


def killed(bench: Bench) -> Iterator[Row]:
    """Yield how builds by two workers end when the parent, or one of the workers, gets SIGKILL at ten moments each."""
    begun = time.monotonic()
    govgraph("build", str(bench.all), "-o", str(bench.graph()), "--jobs", "2")
    lasted = time.monotonic() - begun
    for whom in ("parent", "worker"):
        row = Row(f"{whom} killed, --jobs 2")
        for step in range(10):
            folder, moment = bench.graph(), lasted * (step + 0.5) / 10
            ran, hit, left = _killed(bench, folder, whom, moment)
            what = f"{whom} at {moment:.1f} s"
            row.tries += 1
            row.ends["was done already" if not hit else f"exit {ran.code}" if ran.code >= 0 else "killed"] += 1
            if left:
                row.broken.append(f"{what}: {left} workers live on")
            if hit and whom == "worker" and (ran.code or state(folder) != bench.after):
                row.broken.append(f"{what}: exit {ran.code}: {ran.said.strip()[-300:]}")
            bench.holds(what, folder, row)
        yield row


def _killed(bench: Bench, folder: Path, whom: str, moment: float) -> tuple[Ran, bool, int]:
    """Return how the build ended, whether anything was hit, and how many workers were left five seconds after."""
    command = [sys.executable, "-c", MAIN, "build", str(bench.all), "-o", str(folder), "--jobs", "2"]
    log = bench.work / "log"
    with log.open("w") as file:
        process = subprocess.Popen(command, cwd=ROOT, stderr=file, stdout=file)
        time.sleep(moment)
        workers = _children(process.pid)
        target = process.pid if whom == "parent" else workers[0] if workers else None
        hit = target is not None and process.poll() is None
        if hit and target is not None:
            os.kill(target, signal.SIGKILL)
        code = process.wait()
    until = time.monotonic() + 5
    while (left := sum(_lives(pid) for pid in workers)) and time.monotonic() < until:
        time.sleep(0.1)
    return Ran(code, "", log.read_text()), hit, left


def _children(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def little_memory(bench: Bench) -> Iterator[Row]:
    """Yield how commands end that may use so much address space (`ulimit -v`), from too little to start to enough."""
    jobs: list[tuple[str, tuple[str, ...]]] = [
        ("build", ("build", str(bench.all), "-o")),
        ("build --jobs 2", ("build", str(bench.all), "--jobs", "2", "-o")),
        ("question in Cypher", ("cypher", "MATCH (n) RETURN count(*) AS n", "-g")),
        ("export parquet", ("export", "parquet", "-o", str(bench.work / "out"), "-g")),
    ]
    for name, command in jobs:
        row = Row(f"out of memory: {name}")
        for megabytes in (60, 90, 120, 140, 160, 200, 300, 1000):
            folder = bench.graph()
            row.judge(f"{megabytes} MB", govgraph(*command, str(folder), limit=_memory(megabytes)))
            if name.startswith("build"):
                bench.holds(f"{megabytes} MB", folder, row)
            elif state(folder) == bench.before:
                row.kept["what was there"] += 1
        yield row


def _memory(megabytes: int) -> Callable[[], None]:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    return limit


def moved_clock(bench: Bench) -> Iterator[Row]:
    """Yield how a build ends whose clock, and the times of whose files, are ten years behind or ahead of what was built before."""
    for name, shift in (("back", -_YEARS), ("forward", _YEARS)):
        row = Row(f"clock ten years {name}")
        clock = f"import time; _now = time.time; time.time = lambda: _now() + {shift}"
        folder = bench.graph()
        ask = ("cypher", "MATCH (a:Article) RETURN count(*) AS n", "-g", str(folder), "--format", "json")
        row.judge("question before", govgraph(*ask), fails=False)
        for path in (folder, *folder.rglob("*")):
            os.utime(path, (time.time() - shift, time.time() - shift))
        row.judge("build", govgraph("build", str(bench.all), "-o", str(folder), before=clock), fails=False)
        after = govgraph(*ask, before=clock)
        row.judge("question after", after, fails=False)
        if f'"n": {bench.articles}' not in after.out:
            row.broken.append(f"the question is answered from an old index: {after.out.strip()}")
        again = govgraph("build", str(bench.all), "-o", str(folder))
        row.judge("build again", again, fails=False)
        if f"0 new, 0 changed, {bench.articles} as they were" not in again.said:
            row.broken.append(f"articles are read again: {again.last}")
        if state(folder) != bench.after:
            row.broken.append("the graph is another")
        row.kept["everything"] += 1
        yield row
