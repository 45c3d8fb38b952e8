"""Kills builds, removals and index rebuilds at random moments: nothing may be lost, and no trace may be left.

    python -m benchmarks.kill [--moments 100] [--articles 600] [--seed 1] [--folder FOLDER]

Each job runs as a process of its own and gets SIGKILL at a random moment of the time that it takes undisturbed; then it is
started again, with another moment, until the moments are used up, and once more to its end. Then the canonical export
must be that of an undisturbed run, byte by byte, and the rebuilt index must count what the store holds.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Job:
    """What is killed: its arguments of Python, and what must be there before it is begun."""

    name: str
    command: Sequence[str]
    prepare: Callable[[Path], None]


def main(arguments: list[str] | None = None) -> int:
    """Print what was killed how often; return 1 when a result differs from that of an undisturbed run."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.kill", description=__doc__.split("\n")[0])
    parser.add_argument("--moments", type=int, default=100, help="how many moments, over all jobs (default: 100)")
    parser.add_argument("--articles", type=int, default=600, help="articles of the graph (default: 600)")
    parser.add_argument("--seed", type=int, default=1, help="of the moments (default: 1)")
    parser.add_argument("--folder", type=Path, help="where to work (default: a temporary folder)")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        return run(Path(name), options.moments, options.articles, options.seed)


def run(work: Path, moments: int, articles: int, seed: int) -> int:
    """Kill at `moments` moments, shared among the jobs; return 0 when nothing was lost, else 1."""
    _input(work, articles)
    chance = random.Random(seed)  # noqa: S311 - moments of a measurement, no secret
    failed = 0
    jobs = _jobs(work, articles)
    for number, job in enumerate(jobs):
        share = moments // len(jobs) + (number < moments % len(jobs))
        whole, killed = work / f"{job.name}-whole", work / f"{job.name}-killed"
        for folder in (whole, killed):
            job.prepare(folder)
        begun = time.monotonic()
        _finish(job, whole)
        lasted = time.monotonic() - begun
        hits = sum(_kill(job, killed, chance.uniform(0, lasted)) for _ in range(share))
        _finish(job, killed)
        same = _state(whole) == _state(killed)
        failed += not same
        word = "the same bytes" if same else "DIFFERENT"
        print(f"{job.name:8} {lasted:5.1f} s undisturbed, {share} moments, killed {hits}: {word}", flush=True)
    return int(failed > 0)


def _jobs(work: Path, articles: int) -> list[Job]:
    command = ("-m", "govgraph")
    gone = [f"copy-{n:05}" for n in range(0, articles, 2)]

    def full(folder: Path) -> None:
        source = work / "full"
        if not source.exists():
            _python(*command, "build", str(work / "in.jsonl"), "-o", str(source))
        shutil.copytree(source, folder)

    return [
        Job("build", (*command, "build", str(work / "in.jsonl"), "-o"), lambda folder: None),
        Job("remove", ("-c", _REMOVE, json.dumps(gone)), full),
        Job("cypher", ("-c", _INDEX, "cypher"), full),
        Job("rdf", ("-c", _INDEX, "rdf"), full),
    ]


_REMOVE = """
import json, sys
from graph.store import GraphStore
with GraphStore.open(sys.argv[2]) as store:
    for article in json.loads(sys.argv[1]):
        store.remove([article])
"""
_INDEX = """
import sys
from graph.index.ladybug import cypher_index
from graph.index.oxigraph import rdf_index
print({"cypher": cypher_index, "rdf": rdf_index}[sys.argv[1]](sys.argv[2]))
"""


def _input(work: Path, articles: int) -> None:
    """Write the seeds, again and again under ids of their own."""
    listed = subprocess.run(
        [sys.executable, "-m", "govgraph", "articles", *map(str, sorted((ROOT / "seeds").glob("*.txt")))],
        capture_output=True,
        check=True,
        cwd=ROOT,
    )
    records = [json.loads(line) for line in listed.stdout.splitlines()]
    with (work / "in.jsonl").open("w", encoding="utf-8") as file:
        for number, record in enumerate(islice(cycle(records), articles)):
            file.write(json.dumps({**record, "id": f"copy-{number:05}"}, ensure_ascii=False) + "\n")


def _kill(job: Job, folder: Path, moment: float) -> bool:
    """Start the job and kill it; False when it was faster."""
    process = subprocess.Popen([sys.executable, *job.command, str(folder)], cwd=ROOT, **_QUIET)
    time.sleep(moment)
    process.send_signal(signal.SIGKILL)
    return process.wait() == -signal.SIGKILL


def _finish(job: Job, folder: Path) -> None:
    _python(*job.command, str(folder))


def _python(*arguments: str) -> None:
    run = subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    if run.returncode:
        raise SystemExit(f"{arguments[:3]}: {run.stderr[-500:]}")


def _state(folder: Path) -> list[str]:
    """Return the checksum of the canonical export, what the indexes count, and the names of the files that are left."""
    out = folder.with_name(f"{folder.name}-out")
    _python("-m", "govgraph", "export", "jsonl", "-g", str(folder), "-o", str(out))
    state = [hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(out.iterdir())]
    indexes = sorted(
        p.name for p in folder.iterdir() if p.name.startswith(("cypher-", "rdf-")) and ".part" not in p.name
    )
    counts = [_count(folder, "cypher", "MATCH (n) RETURN count(*) AS n")] if any("cypher" in i for i in indexes) else []
    if any("rdf" in i for i in indexes):
        counts.append(_count(folder, "sparql", "SELECT (count(*) AS ?n) WHERE { ?s ?p ?o }"))
    return [*state, *indexes, *counts]


def _count(folder: Path, language: str, query: str) -> str:
    command = [sys.executable, "-m", "govgraph", language, query, "-g", str(folder), "--format", "json"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


_QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}

if __name__ == "__main__":
    raise SystemExit(main())
