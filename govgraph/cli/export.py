"""`govgraph export`: the graph as files."""

from __future__ import annotations

from pathlib import Path

import click

from govgraph.cli import options


@click.command()
@click.argument("format_", metavar="FORMAT")
@options.graph
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="File or folder to write; named after the format if not given.",
)
def export(format_: str, graph: Path, output: Path | None) -> None:
    """Write the graph in a FORMAT for other programs, such as jsonl, graphml, turtle, nquads, cypher or csv.

    An unknown FORMAT is answered with those there are.

    \b
    Example:
      govgraph export graphml -g my.graph -o my.graphml
    """
    from graph.export import export as exported
    from graph.store import GraphStore

    with GraphStore.open(graph) as store:
        path = output or Path(f"{graph.name}.{format_}")
        exported(store, format_, path)
    click.echo(f"{path} written", err=True)
