"""Places that take nothing: a full disk, a folder and a file that are read-only. Made by mounting, so root meets them too."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.faulty.bench import Bench, Row, govgraph, state

_INDEXED = ("cypher", "MATCH (n) RETURN count(*) AS n"), ("sparql", "SELECT (count(*) AS ?n) WHERE { ?s ?p ?o }")


def full_disk(bench: Bench) -> Iterator[Row]:
    """Yield how builds, removals, indexes and exports end on file systems of ever more room."""
    build, remove, index, export = (
        Row(f"disk full: {what}") for what in ("build", "remove", "index of a question", "export")
    )
    graph_size = sum(path.stat().st_size for path in (bench.work / "half").iterdir())
    for step in range(8):
        with _disk(bench.work / "disk", graph_size + 8192 + step * graph_size // 2) as disk:
            folder = bench.graph(into=disk / "g")
            ran = govgraph("build", str(bench.all), "-o", str(folder))
            build.judge(f"step {step}", ran)
            bench.holds(f"step {step}", _elsewhere(bench, folder), build)
    for step in range(4):
        with _disk(bench.work / "disk", graph_size + 8192 + step * graph_size // 4) as disk:
            folder = bench.graph(into=disk / "g")
            ran = govgraph("remove", *(f"copy-{n:05}" for n in range(0, bench.articles // 2, 2)), "-g", str(folder))
            remove.judge(f"step {step}", ran)
            bench.holds(f"step {step}", _elsewhere(bench, folder), remove) if ran.code else None
            folder = bench.graph(into=disk / "g")
            for language, query in _INDEXED:
                index.judge(f"{language} {step}", govgraph(language, query, "-g", str(folder)))
            left = [path.name for path in folder.iterdir() if path.name.endswith(".part")]
            if left:
                index.broken.append(f"left behind: {left}")
            _same(bench, _elsewhere(bench, folder), index)
            for form in ("turtle", "csv", "parquet", "graphml", "neo4j-admin"):
                out = disk / "out"
                export.judge(f"{form} {step}", govgraph("export", form, "-g", str(folder), "-o", str(out)))
                if export.ends["exit 1"] and any(path.name.endswith(".part") for path in disk.rglob("*")):
                    export.broken.append(f"{form}: half a file is left")
                shutil.rmtree(out, ignore_errors=True)
                out.unlink(missing_ok=True)
            export.judge("stdout", govgraph("export", "turtle", "-g", str(folder), out="/dev/full"), fails=True)
            _same(bench, _elsewhere(bench, folder), export)
    yield from (build, remove, index, export)


def read_only(bench: Bench) -> Iterator[Row]:
    """Yield how commands end in a folder, and on a file, that are read-only: what writes is refused, what reads is done."""
    for what in ("folder", "file"):
        writes, reads = (
            Row(f"read-only {what}: build, remove, export into it"),
            Row(f"read-only {what}: questions, export"),
        )
        with _disk(bench.work / "disk", 1 << 28) as disk:
            folder = bench.graph(into=disk / "g")
            held = disk if what == "folder" else folder / "graph.sqlite"
            with _frozen(held):
                writes.judge("build", govgraph("build", str(bench.all), "-o", str(folder)), fails=True)
                writes.judge("remove", govgraph("remove", "copy-00000", "-g", str(folder)), fails=True)
                if what == "folder":
                    writes.judge("new", govgraph("build", str(bench.all), "-o", str(disk / "new")), fails=True)
                    into = govgraph("export", "turtle", "-g", str(folder), "-o", str(disk / "out.ttl"))
                    writes.judge("export", into, fails=True)
                reads.judge("export", govgraph("export", "turtle", "-g", str(folder)), fails=False)
                for language, query in _INDEXED:  # an index that is missing has to be written
                    ran = govgraph(language, query, "-g", str(folder))
                    (writes if what == "folder" else reads).judge(language, ran, fails=what == "folder")
            _same(bench, folder, writes)
            _same(bench, folder, reads)
        yield from (writes, reads)


def _same(bench: Bench, folder: Path, row: Row) -> None:
    if state(folder) == bench.before:
        row.kept["what was there"] += 1
    else:
        row.broken.append("the graph is another")


def _elsewhere(bench: Bench, folder: Path) -> Path:
    """Return a copy of the folder, log and all, where there is room."""
    copy = bench.work / "elsewhere"
    shutil.rmtree(copy, ignore_errors=True)
    return Path(shutil.copytree(folder, copy))


@contextmanager
def _disk(place: Path, size: int) -> Iterator[Path]:
    """Mount a file system of so many bytes."""
    place.mkdir(exist_ok=True)
    _mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place))
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


@contextmanager
def _frozen(path: Path) -> Iterator[None]:
    """Make a folder or a file read-only by mounting it over itself."""
    _mount("--bind", str(path), str(path))
    try:
        _mount("-o", "remount,bind,ro", str(path))
        yield
    finally:
        subprocess.run(["umount", "-l", str(path)], check=True)


def _mount(*arguments: str) -> None:
    done = subprocess.run(["mount", *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(
            f"{done.stderr.strip()}; run it as: unshare --map-root-user --mount python -m benchmarks.faults"
        )
