"""`govgraph export`: the graph as files."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from govgraph.cli import options


@click.command()
@click.argument("format_", metavar="FORMAT")
@options.graph
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File or folder to write; stdout if not given.")
@click.option(
    "--statements",
    metavar="FORM",
    help="How RDF says what is known of an edge: n-ary (the default), reification or triple-terms.",
)
@options.base
def export(format_: str, graph: Path, output: Path | None, statements: str | None, base: str) -> None:
    """Write the graph in a FORMAT for other programs, such as graphml, gexf, csv, parquet, jsonl, cypher, or RDF as turtle,
    ntriples, nquads, trig or jsonld.

    An unknown FORMAT is answered with those there are. One that makes several files (csv, parquet, jsonl, neo4j-admin)
    needs -o and a folder. browser-kit is a style, scripts and a guide for Neo4j Browser, the same for every graph.

    \b
    Example:
      govgraph export graphml -g my.graph -o my.graphml
    """
    from graph.export import FORMATS
    from graph.export import export as exported
    from graph.parquet_graph import open_graph
    from graph.vocabulary import BASE

    wanted = None if base == BASE else base
    if format_ == "browser-kit":
        from govgraph.browser_kit import write_kit

        if statements is not None or wanted is not None:
            raise click.UsageError("--statements and --base are for RDF")
        if output is None:
            raise click.UsageError("browser-kit makes several files; name a folder with -o")
        click.echo(f"{len(write_kit(output))} files written", err=True)
        return
    with open_graph(graph) as store:
        if output is not None:
            summary = exported(store, format_, output, statements=statements, base=wanted)
        elif format_ in FORMATS and FORMATS[format_].names:
            raise click.UsageError(f"{format_} makes {' and '.join(FORMATS[format_].names)}; name a folder with -o")
        else:
            with TemporaryDirectory() as folder:
                summary = exported(store, format_, Path(folder) / "export", statements=statements, base=wanted)
                with summary.files[0].open("rb") as file:
                    shutil.copyfileobj(file, sys.stdout.buffer)
    click.echo(f"{summary.nodes} nodes and {summary.edges} edges written", err=True)
