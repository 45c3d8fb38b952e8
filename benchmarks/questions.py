"""Every canned question on every engine: rows, milliseconds, and whether the rows are the same.

    python -m benchmarks.questions [FILE...] [--number 2200] > docs/questions-measured.md

On the graph of `seeds/`, and on one of so many articles of the FILEs (any input that `govgraph build` reads), evenly drawn. A
question is asked with its defaults, on the seeds with an example for what has none. Milliseconds are the median of three times
after a first one, from the question's name to the last row in Python. Neo4j is started from its jars (Java 17, Maven). rdflib
reads the N-Quads export and is given up (–) after twenty seconds a question, each in a process of its own. A cell says `differs`
where the rows or their order are not those of ladybug; then the exit code is 1.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from rdflib import Dataset, Literal, Variable

from extractors.readers import read
from graph.export import export
from graph.neo4j.load import load
from graph.store import GraphStore
from queries import catalog
from queries.catalog import Question, Value
from queries.engines.common import Engine, plain
from queries.engines.ladybug import LadybugEngine
from queries.engines.neo4j import Neo4jEngine
from queries.engines.oxigraph import OxigraphEngine
from tests.graph.neo4j_server import Server, started

ROUNDS = 3
PATIENCE = 20.0
"""Seconds that rdflib may take for a question."""

REQUIRED: dict[str, dict[str, Value]] = {
    "connection": {"one": "国务院", "other": "上海市"},
    "place_profile": {"place": "北京市"},
}
"""What is asked of a graph that does not know the names of the seeds."""

Rows = list[tuple[Any, ...]]
Ask = Callable[[Question, dict[str, Value]], tuple[Rows, float] | None]


def main() -> None:
    """Print the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--number", type=int, default=2_200)
    options = parser.parse_args()
    seeds = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
    same = True
    print(f"# Questions, measured\n\n```\n{(__doc__ or '').strip()}\n```")
    with tempfile.TemporaryDirectory() as name, started(Path(name) / "home", jvm=("-Xmx2g",)) as server:
        graphs = [("The seeds", _built(seeds, Path(name) / "seeds"), False)]
        if options.articles:
            drawn = _drawn(options.articles, options.number, Path(name) / "drawn.jsonl")
            graphs.append(("A corpus", _built([drawn], Path(name) / "corpus"), True))
        for title, folder, foreign in graphs:
            same = _table(title, folder, foreign, server) and same
    sys.exit(0 if same else 1)


def _drawn(sources: list[Path], number: int, target: Path) -> Path:
    """So many articles of the files as JSONL; what cannot be read is told on stderr and is none of them."""
    articles = list(read(sources, report=lambda error: print(error, file=sys.stderr)))
    picked = [articles[len(articles) * at // number] for at in range(min(number, len(articles)))]
    target.write_text(
        "".join(json.dumps(article.to_record(body=True), ensure_ascii=False) + "\n" for article in picked),
        encoding="utf-8",
    )
    return target


def _built(inputs: list[Path], folder: Path) -> Path:
    command = [sys.executable, "-m", "govgraph", "build", *map(str, inputs), "-o", str(folder)]
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return folder


def _table(title: str, folder: Path, foreign: bool, server: Server) -> bool:
    with GraphStore.open(folder) as store:
        counts = store.counts()
        load(store, server.uri, server.user, server.password)
        export(store, "nquads", folder / "graph.nq")
    print(f"\n## {title}: {counts.articles:,} articles, {counts.nodes:,} nodes, {counts.edges:,} edges\n")
    print(
        "| question | rows | ladybug, ms | Neo4j, ms | pyoxigraph, ms | rdflib, ms |\n|---|---|---|---|---|---|",
        flush=True,
    )
    same = True
    with (
        LadybugEngine(folder) as ladybug,
        Neo4jEngine(server.uri, user=server.user, password=server.password) as neo4j,
        OxigraphEngine(folder) as oxigraph,
        _rdflib(folder / "graph.nq") as rdf,
    ):
        askers: list[Ask] = [_asker(ladybug), _asker(neo4j), _asker(oxigraph), rdf]
        for question in map(catalog.get, catalog.names()):
            values = REQUIRED.get(question.name, {}) if foreign else question.required
            answers = [ask(question, question.bind(values)) for ask in askers]
            rows = answers[0][0] if answers[0] else []
            cells = [_cell(answer, rows) for answer in answers]
            same = same and "differs" not in cells
            print(f"| {question.name} | {len(rows):,} | {' | '.join(cells)} |", flush=True)
    return same


def _cell(answer: tuple[Rows, float] | None, rows: Rows) -> str:
    if answer is None:
        return "–"
    return f"{answer[1]:,.0f}" if answer[0] == rows else "differs"


def _value(term: object) -> Any:
    return plain(term.toPython() if isinstance(term, Literal) else term)


def _asker(engine: Engine) -> Ask:
    def ask(question: Question, values: dict[str, Value]) -> tuple[Rows, float]:
        rows = list(engine.run(question, values, timeout=300))
        taken = []
        for _ in range(ROUNDS):
            start = time.perf_counter()
            engine.run(question, values, timeout=300)
            taken.append(time.perf_counter() - start)
        return rows, statistics.median(taken) * 1000

    return ask


@contextmanager
def _rdflib(file: Path) -> Iterator[Ask]:
    """Ask rdflib in a process for each question, which is ended when it takes too long."""
    data = Dataset()
    data.parse(file, format="nquads")
    context = multiprocessing.get_context("fork")

    def work(question: Question, values: dict[str, Value], pipe: Connection) -> None:
        start = time.perf_counter()
        found = data.query(question.sparql, initBindings={f"_{key}": Literal(value) for key, value in values.items()})
        columns = [column.name for column in question.columns]
        rows = [tuple(_value(solution.get(Variable(name))) for name in columns) for solution in found.bindings]
        pipe.send((rows, (time.perf_counter() - start) * 1000))

    def ask(question: Question, values: dict[str, Value]) -> tuple[Rows, float] | None:
        receiving, sending = context.Pipe(duplex=False)
        process = context.Process(target=work, args=(question, values, sending))
        process.start()
        answer: tuple[Rows, float] | None = receiving.recv() if receiving.poll(PATIENCE) else None
        process.kill()
        process.join()
        return answer

    yield ask


if __name__ == "__main__":
    main()
