"""`govgraph serve`: the graph in a browser, and as a SPARQL endpoint."""

from __future__ import annotations

import signal
from pathlib import Path

import click

from govgraph.cli import options


@click.command()
@options.graph
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at; 0.0.0.0 lets others in.")
@click.option(
    "--name",
    "names",
    multiple=True,
    metavar="HOST",
    help="Name by which others may ask, where --host lets them in; give it once for each.",
)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=7878, show_default=True, help="Port; 0 takes one that is free."
)
@options.timeout
@click.option(
    "--max-rows",
    type=click.IntRange(min=1),
    default=100_000,
    show_default=True,
    help="Rows or triples that an answer may have.",
)
@click.option(
    "--memory",
    type=click.IntRange(min=64),
    default=2048,
    show_default=True,
    metavar="MB",
    help="Memory that a query may take.",
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    default=2,
    show_default=True,
    help="Queries that are answered at a time.",
)
def serve(
    graph: Path, host: str, names: tuple[str, ...], port: int, timeout: float, max_rows: int, memory: int, jobs: int
) -> None:
    """Show the graph in a browser: search, things with the words that prove each fact, drawings, questions, SPARQL.

    It listens on this machine alone unless --host says otherwise, has no passwords, and ends with Ctrl-C. A query that
    takes more than its time, rows or memory is stopped and says so. Needs the extra `serve`.

    \b
    Example:
      govgraph serve -g my.graph
      curl -G http://127.0.0.1:7878/sparql -H "Accept: text/csv" --data-urlencode "query=SELECT ?s WHERE { ?s a gg:Meeting }"
    """
    try:
        from govgraph.endpoint.workers import Limits
        from govgraph.web.server import Server
    except ModuleNotFoundError as error:
        raise click.ClickException(f"this needs {error.name}: pip install 'govgraph[serve]'") from error

    def end(_signal: int, _frame: object) -> None:
        raise KeyboardInterrupt

    with Server(graph, host, port, Limits(timeout, max_rows, memory, jobs), names) as server:
        click.echo(f"explorer: {server.address}\nSPARQL:   {server.address}sparql", err=True)
        before = signal.signal(signal.SIGTERM, end)
        try:
            server.run()
        except KeyboardInterrupt:
            click.echo("ended", err=True)
        finally:
            signal.signal(signal.SIGTERM, before)
