"""`govgraph cypher`: a free question in Cypher."""

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
@options.neo4j
@options.neo4j_login
@options.table_format
@options.timeout
def cypher(
    query: str,
    params: dict[str, str],
    graph: Path,
    uri: str | None,
    user: str | None,
    password: str | None,
    database: str | None,
    format_: str,
    timeout: float,
) -> None:
    """Ask a question in Cypher; it can read only. QUERY is the text, or - to read it from stdin.

    A parameter is written $name in the text and is a string.

    \b
    Example:
      govgraph cypher "MATCH (p:Person)-[r:HOLDS_POST]->(b) RETURN p.name, r.title, b.name" -g my.graph
    """
    from queries.ask import open_engine
    from queries.engines.common import Engine

    text = sys.stdin.read() if query == "-" else query
    engine: Engine
    if uri:
        from queries.engines.neo4j import Neo4jEngine

        engine = Neo4jEngine(uri, user=user, password=options.ask_password(user, password), database=database)
    else:
        engine = open_engine(graph, "cypher")
    with engine:
        write_table(engine.run(text, params, timeout=timeout), format_)
