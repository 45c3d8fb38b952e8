"""`govgraph query`: the canned questions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from govgraph.cli import options
from govgraph.cli.output import write_table

if TYPE_CHECKING:
    from queries.table import Table


@click.command()
@click.argument("name", required=False)
@options.param
@options.graph
@options.neo4j
@options.neo4j_login
@click.option(
    "--language",
    type=click.Choice(["cypher", "sparql"]),
    default="cypher",
    show_default=True,
    help="Which of its two texts is run; the answers are the same.",
)
@options.table_format
@options.timeout
def query(
    name: str | None,
    params: dict[str, str],
    graph: Path,
    uri: str | None,
    user: str | None,
    password: str | None,
    database: str | None,
    language: Literal["cypher", "sparql"],
    format_: str,
    timeout: float,
) -> None:
    """Ask a canned question by its NAME; without NAME, list the questions.

    \b
    Example:
      govgraph query meeting_directives --param agency=政协 -g my.graph
    """
    from queries import catalog
    from queries.ask import open_engine
    from queries.engines.common import Engine

    if name is None:
        if params:
            raise click.UsageError("--param needs the NAME of a question")
        write_table(_list(), format_)
        return
    if uri and language == "sparql":
        raise click.UsageError("Neo4j answers Cypher; leave out --language sparql or --neo4j")
    question = catalog.get(name)
    try:
        values = question.bind(params)
    except catalog.InvalidParameterError as error:
        raise click.UsageError(str(error)) from error
    engine: Engine
    if uri:
        from queries.engines.neo4j import Neo4jEngine

        engine = Neo4jEngine(uri, user=user, password=options.ask_password(user, password), database=database)
    else:
        engine = open_engine(graph, language)
    with engine:
        write_table(engine.run(question, values, timeout=timeout), format_)


def _list() -> Table:
    from queries import catalog
    from queries.table import Table

    questions = [catalog.get(name) for name in catalog.names()]
    return Table(
        ("name", "question", "parameters"),
        tuple((q.name, f"{q.question_zh} {q.question_en}", ", ".join(p.name for p in q.parameters)) for q in questions),
    )
