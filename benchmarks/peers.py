"""govgraph beside other programs, on the same texts and graphs and the same machine, in one run.

    python -m benchmarks.peers [--families texts,graphml,rdf,neo4j,admin] [--texts ARTICLES.jsonl] [--gold FOLDER]
                               [--kgx PYTHON] [--biocypher PYTHON] [--results FILE]

`make peers` makes the environments that KGX and BioCypher need and runs all. Sizes are articles: real ones (or the seeds) told
again with other names for the texts (`benchmarks.many_articles`), invented ones for the graphs. Each family is measured at three
sizes; the table gives the largest, the curves all. Seconds are CPU seconds, of the clock where a server does the work. FILE
keeps the measurements, a line each; what it holds already is not measured again. Writes docs/peers.md between its marks and
docs/images/peers.svg.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks import rdf
from benchmarks.curves import picture
from benchmarks.exports import fragments, run_task
from benchmarks.extraction import SEEDS
from benchmarks.many_articles import Pool
from benchmarks.marked import write_between
from benchmarks.peer_texts import PEERS, score
from extractors.readers import read
from govgraph.gold import read_gold
from graph.layout import edge_values, node_values
from graph.store import GraphStore

DOCS = Path(__file__).parents[1] / "docs"
WRITERS = Path(__file__).with_name("peer_writers.py")


@dataclass(frozen=True)
class Family:
    """What is compared: its title, what the rate counts, the sizes in articles, and whether the clock or the CPU is read."""

    title: str
    counts: str
    sizes: tuple[int, ...]
    clock: str = "CPU"


FAMILIES = {
    "texts": Family("Names and facts of texts", "characters", (50, 200, 800)),
    "graphml": Family("GraphML", "elements", (300, 1000, 3000)),
    "rdf": Family("Turtle", "triples", (30, 100, 300)),
    "admin": Family("Files for neo4j-admin", "elements", (300, 1000, 3000)),
    "neo4j": Family("Load into Neo4j", "elements", (300, 1000, 3000), "clock"),
}


@dataclass(frozen=True)
class Result:
    """One measurement: so many seconds for so much of what the family counts, made of `size` articles."""

    family: str
    who: str
    size: int
    amount: float
    seconds: float
    note: str = ""

    @property
    def rate(self) -> float:
        """What it does in a second."""
        return self.amount / self.seconds


def texts(size: int, options: argparse.Namespace) -> Iterator[Result]:
    """Measure what finds names in texts; each peer reads every article once, after one that warms it."""
    articles = list(islice(Pool.of(options.texts or SEEDS, 5000, 1).articles(), size))
    amount = sum(len(article.text) for article in articles)
    gold = []
    if options.gold and size == FAMILIES["texts"].sizes[-1]:
        truth = {one.id: one for one in read_gold(options.gold)}
        told = read([options.gold / "articles.jsonl"], report=_fault)
        gold = [(truth[article.id], article) for article in told if article.id in truth]
    for who, make in PEERS.items():
        try:
            found = make()
        except ModuleNotFoundError as error:
            print(f"texts: {who} is not measured: {error.name} is not installed (extra bench)", file=sys.stderr)
            continue
        found(articles[0])
        start = time.process_time()
        for article in articles:
            found(article)
        seconds = time.process_time() - start
        kinds = score(found, gold) if gold else {}
        note = ", ".join(f"{kind} {kinds[kind]:.2f}" for kind in ("Person", "Place", "Body") if kind in kinds)
        yield Result("texts", who, size, amount, seconds, note and f"F1 {note}")


def graphml(size: int, _options: argparse.Namespace) -> Iterator[Result]:
    """Measure GraphML beside networkx, as `benchmarks.exports` does."""
    with TemporaryDirectory() as place:
        folder = _graph(Path(place, "graph"), size)
        for who, task in (("govgraph", "graphml"), ("networkx", "networkx"), ("networkx, lxml", "networkx, lxml")):
            found = run_task(task, folder, Path(place, "out"))
            yield Result("graphml", who, size, found["elements"], found["seconds"])


def turtle(size: int, _options: argparse.Namespace) -> Iterator[Result]:
    """Measure Turtle beside rdflib, as `benchmarks.rdf` does."""
    with TemporaryDirectory() as place:
        folder = _graph(Path(place, "graph"), size)
        ours = next(one for one in rdf.measure(folder, Path(place, "out"), ["turtle"]) if one.statements == "n-ary")
        peer = rdf.measure_rdflib(folder, Path(place, "out"), ["turtle"])["turtle"]
        yield Result("rdf", "govgraph", size, ours.triples, ours.triples / ours.rate, "from the store to the file")
        yield Result("rdf", "rdflib, writes", size, ours.triples, ours.triples / peer.writes, "of a graph in memory")
        yield Result("rdf", "rdflib, all", size, ours.triples, ours.triples / peer.all, "reads N-Triples and writes")


def admin(size: int, options: argparse.Namespace) -> Iterator[Result]:
    """Measure the files of neo4j-admin beside BioCypher's."""
    with TemporaryDirectory() as place:
        folder = _graph(Path(place, "graph"), size)
        found = run_task("neo4j-admin", folder, Path(place, "out"))
        yield Result("admin", "govgraph", size, found["elements"], found["seconds"], "from the store to the files")
        if options.biocypher:
            said = _peer(options.biocypher, "biocypher", folder, Path(place), place)
            note = f"{said['version']}, of records in memory"
            yield Result("admin", "BioCypher", size, found["elements"], said["cpu"], note)


def neo4j(size: int, options: argparse.Namespace) -> Iterator[Result]:
    """Measure loading a real server beside a plain loader and KGX's, each into an empty database: the median of three."""
    from neo4j import GraphDatabase

    from benchmarks.neo4j_load import batched, empty, seconds
    from graph.neo4j.load import load
    from tests.graph.neo4j_server import started

    with (
        TemporaryDirectory() as place,
        started(Path(place, "home"), jvm=("-Xmx2g",)) as server,
        GraphDatabase.driver(server.uri, auth=server.auth) as driver,
    ):
        folder = _graph(Path(place, "graph"), size)
        with GraphStore.open(folder) as store:
            counts = store.counts()

            def plain() -> float:
                return seconds(lambda: batched(driver, store, "MERGE", "MERGE"))

            def ours() -> float:
                return seconds(lambda: load(store, server.uri, server.user, server.password))

            ways: dict[str, Callable[[], float]] = {"govgraph load": ours, "MERGE and SET in batches": plain}
            if options.kgx:
                driver.execute_query("CREATE CONSTRAINT kgx FOR (n:`biolink:NamedThing`) REQUIRE n.id IS UNIQUE")
                login = (server.uri, server.user or "", server.password or "")
                ways["KGX"] = lambda: _peer(options.kgx, "kgx", folder, Path(place), *login)["wall"]
            taken: dict[str, list[float]] = {who: [] for who in ways}
            load(store, server.uri, server.user, server.password)
            for _ in range(3):
                for who, way in ways.items():
                    empty(driver)
                    taken[who].append(way())
        amount = counts.nodes + counts.edges
        for who, times in taken.items():
            note = f"{amount / max(times):,.0f} to {amount / min(times):,.0f} a second"
            yield Result("neo4j", who, size, amount, statistics.median(times), note)


MEASURES: dict[str, Callable[[int, argparse.Namespace], Iterator[Result]]] = {
    "texts": texts,
    "graphml": graphml,
    "rdf": turtle,
    "admin": admin,
    "neo4j": neo4j,
}


def _graph(folder: Path, size: int) -> Path:
    with GraphStore.open(folder, create=True) as store:
        store.add(fragments(size))
    return folder


def _peer(python: Path, name: str, folder: Path, place: Path, *more: str) -> dict[str, Any]:
    """Run a writer in its own environment over the graph as flat records, the same properties that our loader sends."""
    files = (place / "nodes.flat", place / "edges.flat")
    if not files[0].exists():
        with GraphStore.open(folder) as store:
            nodes = ({"id": n.id, "label": n.label, "properties": _known(node_values(n))} for n in store.nodes())
            edges = (
                {
                    "id": e.id,
                    "type": e.type,
                    "source": e.source,
                    "target": e.target,
                    "properties": _known(edge_values(e)),
                }
                for e in store.edges()
            )
            for file, records in zip(files, (nodes, edges), strict=True):
                file.write_text("".join(f"{json.dumps(r, ensure_ascii=False)}\n" for r in records), encoding="utf-8")
    command = [str(python), str(WRITERS), name, *map(str, files), *more]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=place)
    if done.returncode:
        raise SystemExit(f"{name} failed:\n{done.stderr[-3000:]}")
    said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return said


def _fault(error: Exception) -> None:
    raise SystemExit(str(error))


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def table(results: list[Result]) -> list[str]:
    """Return the table of the largest size of each family, with how many times as fast as each peer govgraph is."""
    lines = ["| what | who | articles | a second | govgraph is | |", "|---|---|---|---|---|---|"]
    for name, family in FAMILIES.items():
        same = [one for one in results if one.family == name]
        largest = [one for one in same if one.size == max(other.size for other in same)]
        ours = next((one for one in largest if one.who.startswith("govgraph")), None)
        for one in largest:
            ratio = "" if ours is None or one is ours else _times(ours.rate / one.rate)
            lines.append(
                f"| {family.title} | {one.who} | {one.size:,} | {one.rate:,.0f} {family.counts} | {ratio} | {one.note} |"
            )
    return lines


def _times(ratio: float) -> str:
    return f"{ratio:.{2 if ratio < 2 else 1 if ratio < 10 else 0}f} × as fast"


def curves(results: list[Result]) -> str:
    """Return the picture of seconds over size."""
    panels = {}
    for name, family in FAMILIES.items():
        points: dict[str, list[tuple[float, float]]] = {}
        for one in sorted((one for one in results if one.family == name), key=lambda one: one.size):
            points.setdefault(one.who, []).append((one.size, one.seconds))
        if points:
            unit = "seconds" if family.clock == "clock" else "CPU seconds"
            panels[family.title] = ("articles", unit, points)
    return picture(panels)


def publish(results: list[Result], docs: Path = DOCS) -> None:
    """Write the table into peers.md, between its marks, and the curves into images/peers.svg."""
    told = "\n".join(table(results))
    write_between(docs / "peers.md", "peers", told)
    (docs / "images" / "peers.svg").write_text(curves(results), encoding="utf-8")
    print(told)


def main() -> None:
    """Measure what is not there yet, and publish all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--families", default=",".join(FAMILIES))
    parser.add_argument("--texts", type=Path, help="Articles to read; the seeds if not given.")
    parser.add_argument("--gold", type=Path, help="A folder with gold and articles.jsonl, for F1 of the names.")
    parser.add_argument("--kgx", type=Path, help="The Python of an environment that has KGX.")
    parser.add_argument("--biocypher", type=Path, help="The Python of an environment that has BioCypher.")
    parser.add_argument("--results", type=Path, default=Path("build/peers.jsonl"))
    options = parser.parse_args()
    kept = options.results.read_text(encoding="utf-8").splitlines() if options.results.exists() else []
    results = [Result(**json.loads(line)) for line in kept]
    there = {(one.family, one.size) for one in results}
    options.results.parent.mkdir(parents=True, exist_ok=True)
    with options.results.open("a", encoding="utf-8") as file:
        for family in options.families.split(","):
            for size in FAMILIES[family].sizes:
                if (family, size) in there:
                    continue
                measured = list(MEASURES[family](size, options))  # all of one size or none
                for one in measured:
                    print(json.dumps(asdict(one), ensure_ascii=False), file=file, flush=True)
                    print(f"{family}, {size:,} articles, {one.who}: {one.rate:,.0f} a second", file=sys.stderr)
                results += measured
    publish(results)


if __name__ == "__main__":
    main()
