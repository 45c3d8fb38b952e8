"""`govgraph serve`: the graph as a SPARQL endpoint."""

from __future__ import annotations

import signal
from pathlib import Path

import click

from govgraph.cli import options


@click.command()
@options.graph
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at; 0.0.0.0 lets others in.")
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
def serve(graph: Path, host: str, port: int, timeout: float, max_rows: int, memory: int, jobs: int) -> None:
    """Answer SPARQL over HTTP, read only, at /sparql, and show a page with the canned questions at /.

    It listens on this machine alone unless --host says otherwise, has no passwords, and ends with Ctrl-C. A query that
    takes more than its time, rows or memory is stopped and says so.

    \b
    Example:
      govgraph serve -g my.graph
      curl -G http://127.0.0.1:7878/sparql -H "Accept: text/csv" --data-urlencode "query=SELECT ?s WHERE { ?s a gg:Meeting }"
    """
    from govgraph.web.server import Server
    from govgraph.web.workers import Limits

    def end(_signal: int, _frame: object) -> None:
        raise KeyboardInterrupt

    with Server(graph, host, port, Limits(timeout, max_rows, memory, jobs)) as server:
        click.echo(f"questions: {server.address}\nSPARQL:    {server.address}sparql", err=True)
        before = signal.signal(signal.SIGTERM, end)
        try:
            server.run()
        except KeyboardInterrupt:
            click.echo("ended", err=True)
        finally:
            signal.signal(signal.SIGTERM, before)
