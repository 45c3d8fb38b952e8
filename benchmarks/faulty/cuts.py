"""Files that a power cut has left short: the graph, its log and every file of every index, cut at many places."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from benchmarks.faulty.bench import ROOT, Bench, Row, govgraph, state
from govgraph.web.index import explorer_index
from graph.errors import GovgraphError

_ASKED = {
    "cypher": ("cypher", "MATCH (a)-[r]->(b) RETURN r.id AS id ORDER BY id"),
    "rdf": ("sparql", "SELECT ?s ?p ?o WHERE { ?s ?p ?o } ORDER BY ?s ?p ?o"),
}
_LOGGED = """
import os, signal, sys
from graph.store import GraphStore
with GraphStore.open(sys.argv[1]) as whole, GraphStore.open(sys.argv[2]) as store:
    fragments = list(whole.fragments())
    half = len(fragments) // 2
    for part in (fragments[half : half + half // 2], fragments[half + half // 2 :]):
        store.add(part, extractor="1")
        print(os.path.getsize(sys.argv[2] + "/graph.sqlite-wal"), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def cut_graph(bench: Bench) -> Iterator[Row]:
    """Yield how commands end whose graph.sqlite has been cut: none may take what is left for a graph or for a new one."""
    row = Row("graph.sqlite cut")
    whole = bench.graph("whole")
    size = (whole / "graph.sqlite").stat().st_size
    for at in _places(size, 16):
        folder = bench.graph("whole")
        os.truncate(folder / "graph.sqlite", at)
        row.judge(f"build at {at}", govgraph("build", str(bench.half), "-o", str(folder)), fails=True)
        row.judge(f"remove at {at}", govgraph("remove", "copy-00000", "-g", str(folder)), fails=True)
        row.judge(f"export at {at}", govgraph("export", "turtle", "-g", str(folder)), fails=True)
        if (folder / "graph.sqlite").stat().st_size != at:
            row.broken.append(f"at {at}: the file was written")
        (folder / "graph.sqlite").rename(folder / "damaged")  # what the messages say
        again = govgraph("build", str(bench.half), "-o", str(folder))
        if again.code or state(folder) != bench.before:
            row.broken.append(f"at {at}: moved away and built again: {again.said[-300:]}")
    row.kept["the file as it was"] = row.tries
    yield row


def cut_log(bench: Bench) -> Iterator[Row]:
    """Yield what is left of two batches that only the log held, wherever the log is cut: whole batches, in their order."""
    row = Row("graph.sqlite-wal cut")
    logged = bench.graph()
    logged = logged.rename(bench.work / "logged")
    command = [sys.executable, "-c", _LOGGED, str(bench.work / "whole"), str(logged)]
    ends = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout.split()
    log = logged / "graph.sqlite-wal"
    between = bench.graph("logged")
    os.truncate(between / log.name, int(ends[0]))
    states = {bench.before: "what was there", state(between): "the first batch", bench.after: "everything"}
    for at in [*_places(log.stat().st_size, 16), int(ends[0]), log.stat().st_size]:
        folder = bench.graph("logged")
        os.truncate(folder / log.name, at)
        row.judge(f"export at {at}", govgraph("export", "ntriples", "-g", str(folder), out=os.devnull), fails=False)
        found = states.get(state(folder))
        row.kept[found or "something else"] += 1
        due = (
            "everything" if at == log.stat().st_size else "the first batch" if at >= int(ends[0]) else "what was there"
        )
        if found != due:
            row.broken.append(f"at {at}: {found}, not {due}")
        again = govgraph("build", str(bench.all), "-o", str(folder))
        if again.code or state(folder) != bench.after:
            row.broken.append(f"at {at}: done again it is another graph")
    for name in ("graph.sqlite", "log of a file that is gone"):
        folder = bench.graph("logged")
        os.truncate(folder / "graph.sqlite", 0) if name == "graph.sqlite" else (folder / "graph.sqlite").unlink()
        row.judge(name, govgraph("build", str(bench.half), "-o", str(folder)), fails=True)
        if (folder / log.name).stat().st_size != log.stat().st_size:
            row.broken.append(f"{name}: the log was written")
    yield row


def cut_indexes(bench: Bench) -> Iterator[Row]:
    """Yield how questions end when a file of the index is cut: answered from an index made anew."""
    asked = bench.graph().rename(bench.work / "asked")
    right = {name: govgraph(*ask, "-g", str(asked), "--format", "json").out for name, ask in _ASKED.items()}
    content = _dump(explorer_index(asked))
    for name in ("cypher", "rdf", "explorer"):
        row = Row(f"{name} index cut")
        index = next(path for path in asked.iterdir() if path.name.startswith(f"{name}-"))
        for path in sorted(p for p in index.rglob("*") if p.is_file() and p.name not in ("LOG", "LOCK")):
            size = path.stat().st_size
            for at in _places(size, 8) if size > 4096 else _places(size, 2):
                folder = bench.graph("asked")
                what = f"{path.relative_to(asked)} at {at}"
                os.truncate(folder / path.relative_to(asked), at)
                if name in _ASKED:
                    ran = govgraph(*_ASKED[name], "-g", str(folder), "--format", "json")
                    row.judge(what, ran, fails=False)
                    same = ran.out == right[name]
                else:
                    row.tries += 1
                    try:
                        same = _dump(explorer_index(folder)) == content
                    except GovgraphError as error:
                        same = False
                        row.broken.append(f"{what}: {error}")
                    row.ends["exit 0"] += same
                row.kept["the same answer"] += same
                if not same:
                    row.broken.append(f"{what}: another answer")
        yield row
    shutil.rmtree(asked)


def _dump(path: Path) -> list[tuple[object, ...]]:
    """Return what the explorer's index holds of every thing, fact and mention, and whether SQLite finds it whole."""
    with closing(sqlite3.connect(path)) as db:
        tables = ("things", "facts", "mentions", "names", "about")
        rows = [row for table in tables for row in db.execute(f"SELECT * FROM {table} ORDER BY 1, 2")]  # noqa: S608 - our names
        return [*rows, *db.execute("PRAGMA integrity_check")]


def _places(size: int, count: int) -> list[int]:
    """Return where to cut a file of this size: nothing left, within its first bytes, evenly over it, one byte short."""
    if not size:
        return []
    first = (0, 1, 15, 16, 50, 100, 511, 512, 4095, 4096) if count > 8 else (0, 1)
    even = (size * step // count for step in range(1, count))
    return sorted({at for at in (*first, *even, size - 1) if at < size})
