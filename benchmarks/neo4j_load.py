"""Times loading into a real Neo4j beside other loaders, in turn on one server: python -m benchmarks.neo4j_load

The peers read the same graph and send the same properties: CREATE in batches, MERGE with `SET x = row.p` in batches,
and one statement an edge. Figures are elements a second, the median of the rounds.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from neo4j import Driver, GraphDatabase

from benchmarks.neo4j_graph import dense_pairs, empty, fragments, stored
from graph.layout import edge_values, label_of, node_values
from graph.neo4j.load import load
from graph.records import GraphEdge
from graph.store import GraphStore
from tests.graph.neo4j_server import Server, started

_BATCH = 5_000
_SINGLE = 2_000


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=5_000)
    parser.add_argument("--dense", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as name,
        started(Path(name) / "home", jvm=("-Xmx2g",)) as server,
        stored(Path(name) / "graph", fragments(options.articles)) as store,
        stored(Path(name) / "dense", dense_pairs(options.dense)) as dense,
        stored(Path(name) / "warm", fragments(300)) as warm,
        GraphDatabase.driver(server.uri, auth=server.auth) as driver,
    ):
        _round(server, driver, warm, warm)
        rounds = [_round(server, driver, store, dense) for _ in range(options.rounds)]
        counts = store.counts()
    print(
        f"{counts.nodes} nodes, {counts.edges} edges, {counts.evidence} items of evidence; {options.dense} dense edges"
    )
    for what in rounds[0]:
        figures = [figure[what] for figure in rounds]
        print(f"{what:45} {statistics.median(figures):9,.0f}/s   ({min(figures):,.0f} to {max(figures):,.0f})")


def _round(server: Server, driver: Driver, store: GraphStore, dense: GraphStore) -> dict[str, float]:
    def ours(graph: GraphStore) -> None:
        load(graph, server.uri, server.user, server.password)

    counts = store.counts()
    total = counts.nodes + counts.edges
    rates = {}
    empty(driver)
    rates["govgraph load, first"] = total / seconds(lambda: ours(store))
    rates["govgraph load, second"] = total / seconds(lambda: ours(store))
    empty(driver)
    rates["CREATE in batches"] = total / seconds(lambda: batched(driver, store, "CREATE", "CREATE"))
    empty(driver)
    rates["MERGE and SET in batches, first"] = total / seconds(lambda: batched(driver, store, "MERGE", "MERGE"))
    rates["MERGE and SET in batches, second"] = total / seconds(lambda: batched(driver, store, "MERGE", "MERGE"))
    edges = list(islice(store.edges(), _SINGLE))
    rates["one statement an edge"] = len(edges) / seconds(lambda: _singly(driver, edges))
    empty(driver)
    number = dense.counts().edges
    rates["govgraph load, dense pairs, first"] = number / seconds(lambda: ours(dense))
    rates["govgraph load, dense pairs, second"] = number / seconds(lambda: ours(dense))
    empty(driver)
    return rates


def seconds(work: Callable[[], object]) -> float:
    """Return how long the work takes, by the clock."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def batched(driver: Driver, store: GraphStore, node_word: str, edge_word: str) -> None:
    """Send the graph as a plain loader does: 5,000 rows a statement, all properties in one map."""
    for label, rows in _grouped((n.label, {"id": n.id, "p": _known(node_values(n))}) for n in store.nodes()):
        driver.execute_query(f"UNWIND $rows AS row {node_word} (x:{label} {{id: row.id}}) SET x = row.p", rows=rows)
    for key, rows in _grouped((_ends(e), _edge_row(e)) for e in store.edges()):
        source, kind, target = key
        driver.execute_query(
            f"UNWIND $rows AS row MATCH (a:{source} {{id: row.a}}) MATCH (b:{target} {{id: row.b}})"
            f" {edge_word} (a)-[x:{kind} {{id: row.id}}]->(b) SET x = row.p",
            rows=rows,
        )


def _singly(driver: Driver, edges: Iterable[GraphEdge]) -> None:
    with driver.session() as session:
        for edge in edges:
            source, kind, target = _ends(edge)
            text = f"MATCH (a:{source} {{id: $a}}) MATCH (b:{target} {{id: $b}}) MERGE (a)-[x:{kind} {{id: $id}}]->(b) SET x = $p"
            session.run(text, _edge_row(edge)).consume()


def _ends(edge: GraphEdge) -> tuple[str, str, str]:
    return label_of(edge.source), edge.type, label_of(edge.target)


def _edge_row(edge: GraphEdge) -> dict[str, Any]:
    return {"id": edge.id, "a": edge.source, "b": edge.target, "p": _known(edge_values(edge))}


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _grouped(rows: Iterable[tuple[Any, dict[str, Any]]]) -> Iterator[tuple[Any, list[dict[str, Any]]]]:
    waiting: dict[Any, list[dict[str, Any]]] = defaultdict(list)
    for key, row in rows:
        waiting[key].append(row)
        if len(waiting[key]) == _BATCH:
            yield key, waiting.pop(key)
    yield from waiting.items()


if __name__ == "__main__":
    main()
