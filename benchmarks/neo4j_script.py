"""Times the Cypher script through cypher-shell beside a script of one statement an element: python -m benchmarks.neo4j_script

Both fill an empty database whose constraints are there, on a server that has loaded a small graph before; the time of
the shell's own start is in both figures.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from neo4j import GraphDatabase

from benchmarks.neo4j_graph import empty, fragments, stored
from graph.export import export
from graph.export.cypher_script import literal
from graph.layout import edge_values, label_of, node_values
from graph.neo4j.load import load
from graph.store import GraphStore
from tests.graph.neo4j_server import Server, started


def main() -> None:
    """Print elements a second of both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=3_000)
    parser.add_argument("--single", type=int, default=2_000, help="Elements of the peer's script.")
    options = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as name,
        started(Path(name) / "home", jvm=("-Xmx2g",)) as server,
        stored(Path(name) / "graph", fragments(options.articles)) as store,
        stored(Path(name) / "warm", fragments(300)) as warm,
        GraphDatabase.driver(server.uri, auth=server.auth) as driver,
    ):
        summary = export(store, "cypher", Path(name) / "graph.cypher")
        single = Path(name) / "single.cypher"
        single.write_text("".join(islice(_singly(store), options.single)), encoding="utf-8")
        load(warm, server.uri, server.user, server.password)
        empty(driver)
        packed = (summary.nodes + summary.edges) / _seconds(server, summary.files[0])
        empty(driver)
        row = options.single / _seconds(server, single)
    print(f"{summary.nodes} nodes, {summary.edges} edges")
    print(f"the script of `export cypher`   {packed:9,.0f}/s")
    print(f"one statement an element        {row:9,.0f}/s")


def _singly(store: GraphStore) -> Iterator[str]:
    for node in store.nodes():
        values = ", ".join(f"x.`{k}` = {literal(v)}" for k, v in node_values(node).items() if v is not None)
        yield f"MERGE (x:{node.label} {{id: {literal(node.id)}}}) SET {values};\n"
    for edge in store.edges():
        values = ", ".join(f"x.`{k}` = {literal(v)}" for k, v in edge_values(edge).items() if v is not None)
        ends = [f"({n}:{label_of(i)} {{id: {literal(i)}}})" for n, i in (("a", edge.source), ("b", edge.target))]
        yield f"MATCH {', '.join(ends)} MERGE (a)-[x:{edge.type} {{id: {literal(edge.id)}}}]->(b) SET {values};\n"


def _seconds(server: Server, script: Path) -> float:
    if server.tools is None:
        raise RuntimeError("the server was not started here")
    start = time.perf_counter()
    run = server.tools.shell(server, script)
    if run.returncode:
        raise RuntimeError(run.stderr[-500:])
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
