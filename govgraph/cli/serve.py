"""`govgraph serve`: the explorer in a browser."""

from __future__ import annotations

import socket
from pathlib import Path

import click

from govgraph.cli import options

_LOOPBACK = ("127.0.0.1", "::1", "localhost")


@click.command()
@options.graph
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="The port; 0 takes a free one."
)
@click.option("--bind", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="The address to listen on.")
@click.option(
    "--name",
    "names",
    multiple=True,
    metavar="HOST",
    help="A name by which browsers may ask besides localhost; give it once for each.",
)
def serve(graph: Path, port: int, bind: str, names: tuple[str, ...]) -> None:
    """Show the graph in a browser: search, pages of things with the words that prove each fact, questions, review.

    It listens on this machine alone unless --bind says otherwise, and then asks for no password: whoever reaches it
    reads everything and may judge and add. Needs the extra `serve` (pip install 'govgraph[serve]').

    \b
    Example:
      govgraph serve -g my.graph
    """
    try:
        import uvicorn

        from govgraph.web.explorer import explorer
    except ModuleNotFoundError as error:
        raise click.ClickException(
            f"the explorer needs {error.name}; install its extra: pip install 'govgraph[serve]'"
        ) from error
    if bind not in _LOOPBACK:
        click.echo(f"{bind} is not of this machine alone: whoever reaches it reads and changes the graph", err=True)
    click.echo(f"{graph}: reading", err=True)
    app = explorer(graph, hosts=names)
    family = socket.AF_INET6 if ":" in bind else socket.AF_INET
    with socket.create_server((bind, port), family=family) as listening:
        shown = f"[{bind}]" if ":" in bind else bind
        click.echo(f"http://{shown}:{listening.getsockname()[1]}/")
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
        try:
            uvicorn.Server(config).run(sockets=[listening])
        except KeyboardInterrupt:
            click.echo("stopped", err=True)
