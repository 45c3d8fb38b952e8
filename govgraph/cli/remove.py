"""`govgraph remove`: retract articles."""

from __future__ import annotations

from pathlib import Path

import click

from govgraph.cli import options


@click.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@options.graph
def remove(articles: tuple[str, ...], graph: Path) -> None:
    """Take articles out of the graph by their ids, with everything that they alone support.

    \b
    Example:
      govgraph remove A001 A002 -g my.graph
    """
    from graph.store import GraphStore

    with GraphStore.open(graph) as store:
        summary = store.remove(dict.fromkeys(articles))
    for article_id in summary.unknown:
        click.echo(f"no article {article_id!r} in {graph}", err=True)
    click.echo(f"{summary.removed} articles removed, {len(summary.unknown)} reported", err=True)
    if summary.unknown:
        click.get_current_context().exit(1)
