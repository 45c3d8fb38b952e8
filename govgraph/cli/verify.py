"""`govgraph verify`: is what lies elsewhere the same as the graph?"""

from __future__ import annotations

from pathlib import Path

import click

from govgraph.cli import options
from govgraph.cli.output import write_table


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True), metavar="[PATH]...")
@options.graph
@options.neo4j
@options.neo4j_login
@click.option("--as", "as_", metavar="FORMAT", help="The format of the PATHs, where their names do not tell it.")
@options.table_format
def verify(
    paths: tuple[Path, ...],
    graph: Path,
    uri: str | None,
    user: str | None,
    password: str | None,
    database: str | None,
    as_: str | None,
    format_: str,
) -> None:
    """Count the graph and give its checksums; compare them with exports and a Neo4j server.

    PATH is a file or folder that `govgraph export` wrote, in any format. Every difference is reported with the node or
    edge that it is in (of one kind at most 20, the rest is counted), and then the exit code is 1.

    \b
    Example:
      govgraph verify -g my.graph my.graphml my.parquet --neo4j bolt://localhost:7687
    """
    from graph.parquet_graph import open_graph
    from graph.verify import checksum, compare, contents
    from queries.table import Table

    with open_graph(graph) as store, store.snapshot():
        counts = store.counts()
        held, total = contents(store), checksum(store)
        found = [compare(store, path, as_) for path in paths]
        if uri:
            from graph.neo4j.verify import verify as verified

            found.append(verified(store, uri, user, options.ask_password(user, password), database))
    columns = [held, *(comparison.contents for comparison in found)]
    parts = ("nodes", "edges", "properties", "evidence")
    blank = ("",) * len(found)
    rows = [
        ("articles", str(counts.articles), *blank),
        *((name, *(str(getattr(c, name).count) for c in columns)) for name in parts),
        *((name, str(number), *blank) for name, number in (counts.labels | counts.types).items()),
        *((f"checksum of {name}", *(getattr(c, name).checksum for c in columns)) for name in parts),
        ("checksum", total, *blank),
    ]
    write_table(Table(("what", "value", *(comparison.where for comparison in found)), tuple(rows)), format_)
    differences = [line for comparison in found for line in comparison.lines()]
    for line in differences:
        click.echo(line, err=True)
    if differences:
        click.get_current_context().exit(1)
