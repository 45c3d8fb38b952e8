"""`govgraph sparql`: a free question in SPARQL."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from govgraph.cli import options
from govgraph.cli.output import write_table


@click.command()
@click.argument("query")
@options.param
@options.graph
@options.table_format
@options.timeout
def sparql(query: str, params: dict[str, str], graph: Path, format_: str, timeout: float) -> None:
    """Ask a question in SPARQL. QUERY is the text, or - to read it from stdin.

    The parameter name=value is the variable ?_name, which the query must select; it is a string.

    \b
    Example:
      govgraph sparql "SELECT DISTINCT ?type WHERE { ?thing a ?type } ORDER BY ?type" -g my.graph
    """
    from queries.ask import open_engine

    text = sys.stdin.read() if query == "-" else query
    with open_engine(graph, "sparql") as engine:
        write_table(engine.run(text, params, timeout=timeout), format_)
