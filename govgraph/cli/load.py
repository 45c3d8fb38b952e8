"""`govgraph load`: the graph into a live Neo4j."""

from __future__ import annotations

from pathlib import Path

import click

from govgraph.cli import options


@click.command()
@options.graph
@click.option("--neo4j", "uri", metavar="URI", required=True, help="The server, such as bolt://localhost:7687.")
@options.neo4j_login
@click.option(
    "--kit", type=click.Path(path_type=Path, file_okay=False), help="Folder for what Neo4j Browser can be given."
)
def load(graph: Path, uri: str, user: str | None, password: str | None, database: str | None, kit: Path | None) -> None:
    """Load the graph into a Neo4j server; loading it again changes only what has changed.

    What is gone from the graph is deleted there; what others added to the database stays. A load that broke off is
    finished by the next.

    \b
    Example:
      NEO4J_USER=neo4j NEO4J_PASSWORD=… govgraph load --neo4j bolt://localhost:7687 -g my.graph
    """
    from graph.neo4j.load import load as loaded
    from graph.store import GraphStore

    with GraphStore.open(graph) as store:
        password = options.ask_password(user, password)
        summary = loaded(store, uri, user=user, password=password, database=database)
    for warning in summary.warnings:
        click.echo(f"Note: {warning}.", err=True)
    for node in summary.kept:
        click.echo(f"{node} is gone from the graph but stays: others have tied relationships to it.", err=True)
    told = f"{summary.nodes} nodes and {summary.edges} edges loaded"
    click.echo(f"{told}: {summary.written} new or changed, {summary.deleted} deleted", err=True)
    if kit is not None:
        from govgraph.browser_kit import GUIDE, write_kit

        write_kit(kit)
        click.echo(f"For Neo4j Browser: {kit / GUIDE}", err=True)
