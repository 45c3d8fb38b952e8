"""`govgraph verify`: is what lies elsewhere the same as the graph?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from govgraph.cli import options
from govgraph.cli.output import write_table

if TYPE_CHECKING:
    from graph.store import Counts


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True, file_okay=False), metavar="[PATH]...")
@options.graph
@options.neo4j
@options.neo4j_login
@options.table_format
def verify(
    paths: tuple[Path, ...],
    graph: Path,
    uri: str | None,
    user: str | None,
    password: str | None,
    database: str | None,
    format_: str,
) -> None:
    """Count the graph and give its checksums; compare them with jsonl exports and a Neo4j server.

    PATH is a folder that `govgraph export jsonl` wrote. Every difference is reported, and then the exit code is 1.

    \b
    Example:
      govgraph verify -g my.graph --neo4j bolt://localhost:7687 my.graph.jsonl
    """
    from graph.export.jsonl import edge_lines, node_lines
    from graph.store import GraphStore
    from graph.verify import checksum
    from queries.table import Table

    with GraphStore.open(graph) as store, store.snapshot():
        counts = store.counts()
        sums = {"nodes.jsonl": _checksum(node_lines(store)), "edges.jsonl": _checksum(edge_lines(store))}
        total = checksum(store)
    rows = [
        *((name, str(getattr(counts, name))) for name in ("articles", "nodes", "edges", "evidence")),
        *((name, str(number)) for name, number in (counts.labels | counts.types).items()),
        *((f"checksum of {name}", value) for name, value in sums.items()),
        ("checksum", total),
    ]
    write_table(Table(("what", "value"), tuple(rows)), format_)
    differences = [line for path in paths for line in _compare_files(path, sums)]
    if uri:
        differences += _compare_server(counts, uri, user, options.ask_password(user, password), database)
    for line in differences:
        click.echo(line, err=True)
    if differences:
        click.get_current_context().exit(1)


def _checksum(lines: Iterable[bytes]) -> str:
    total = hashlib.sha256()
    for line in lines:
        total.update(line)
    return total.hexdigest()


def _compare_files(folder: Path, sums: Mapping[str, str]) -> list[str]:
    differences = []
    for name, want in sums.items():
        path = folder / name
        if not path.is_file():
            differences.append(f"{path} is missing")
            continue
        with path.open("rb") as file:
            if _checksum(file) != want:
                differences.append(f"{path} differs from the graph")
    return differences


def _compare_server(
    counts: Counts, uri: str, user: str | None, password: str | None, database: str | None
) -> list[str]:
    from queries.engines.neo4j import Neo4jEngine

    with Neo4jEngine(uri, user=user, password=password, database=database) as engine:
        held: dict[str, int] = {}
        for text in (
            "MATCH (n) WHERE n.kind IS NOT NULL RETURN n.kind AS name, count(n) AS number",
            "MATCH ()-[r]->() WHERE r.kind IS NOT NULL RETURN r.kind AS name, count(r) AS number",
        ):
            held |= dict(engine.run(text).rows)
    wanted = counts.labels | counts.types
    return [
        f"{uri} holds {held.get(name, 0)} of {name}, the graph {wanted.get(name, 0)}"
        for name in sorted(wanted.keys() | held.keys())
        if held.get(name, 0) != wanted.get(name, 0)
    ]
