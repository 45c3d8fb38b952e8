"""The options that several commands share."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from extractors.learned.model import Model

DEFAULT_GRAPH = "govgraph.graph"
"""The graph folder where neither an option nor GOVGRAPH_GRAPH names one."""

_Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

graph: _Decorator = click.option(
    "-g",
    "--graph",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="GOVGRAPH_GRAPH",
    default=DEFAULT_GRAPH,
    show_default=True,
    show_envvar=True,
    help="The graph folder.",
)
home: _Decorator = click.option(
    "--home", metavar="PLACE", help="The place whose paper it is, as a path of divisions, such as 山西省吕梁市."
)
date: _Decorator = click.option(
    "--date",
    metavar="DATE",
    callback=lambda _ctx, _param, value: _date(value),
    help="Publication date, such as 2025-03-21.",
)
min_confidence: _Decorator = click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    show_default=True,
    help="Leave out what the rules are less sure of.",
)
rules_only: _Decorator = click.option(
    "--rules-only", is_flag=True, help="Leave out what the trained models add to the rules."
)
model: _Decorator = click.option(
    "--model",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    callback=lambda _ctx, _param, value: _model(value),
    help="Know the names of this file, which `govgraph learn` made.",
)
jobs: _Decorator = click.option(
    "-j", "--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Processes that share the work."
)
table_format: _Decorator = click.option(
    "--format",
    "format_",
    type=click.Choice(["table", "json", "csv"]),
    default="table",
    show_default=True,
    help="How the answer is written.",
)
timeout: _Decorator = click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=60.0,
    show_default=True,
    metavar="SECONDS",
    help="How long the query may take.",
)
param: _Decorator = click.option(
    "-p",
    "--param",
    "params",
    multiple=True,
    metavar="NAME=VALUE",
    callback=lambda _ctx, _param, values: parameters(values),
    help="Value of a parameter; give it once for each.",
)
base: _Decorator = click.option(
    "--base",
    metavar="IRI",
    default="urn:govgraph:",
    show_default=True,
    callback=lambda _ctx, _param, value: _base(value),
    help="What the project's own IRIs begin with; ends in / or :.",
)
neo4j: _Decorator = click.option(
    "--neo4j", "uri", metavar="URI", help="Ask this Neo4j server, such as bolt://localhost:7687."
)


def neo4j_login(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that a connection to Neo4j needs besides its address."""
    for option in (
        click.option("--database", metavar="NAME", help="Database on the server; its default one if not given."),
        click.option(
            "--password",
            envvar="NEO4J_PASSWORD",
            show_envvar=True,
            help="Password; asked for on a terminal. Better in the environment, where other users do not see it.",
        ),
        click.option("--user", envvar="NEO4J_USER", show_envvar=True, help="User of the Neo4j server."),
    ):
        command = option(command)
    return command


def ask_password(user: str | None, password: str | None) -> str | None:
    """Return the password, asked for when there is a user without one and someone at the terminal."""
    if user and password is None and sys.stdin.isatty():
        return str(click.prompt(f"Password of {user}", hide_input=True, err=True))
    return password


def parameters(pairs: tuple[str, ...]) -> dict[str, str]:
    """Return what `name=value` pairs say. Raises BadParameter for a pair without a name or given twice."""
    values: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name:
            raise click.BadParameter(f"{pair!r} is not NAME=VALUE")
        if name in values:
            raise click.BadParameter(f"{name!r} is given twice")
        values[name] = value
    return values


def _model(path: Path | None) -> Model | None:
    from extractors.learned.model import Model

    return None if path is None else Model.read(path)


def _base(value: str) -> str:
    from graph.errors import InvalidNameError
    from graph.vocabulary import own_prefixes

    try:
        own_prefixes(value)
    except InvalidNameError as error:
        raise click.BadParameter(str(error)) from error
    return value


def _date(value: str | None) -> str | None:
    from datetime import date as day

    if value is None:
        return None
    full = value + "-01-01"[len(value) - 4 :] if len(value) in (4, 7) else value
    try:
        day.fromisoformat(full)
    except ValueError:
        raise click.BadParameter(f"{value!r} is not a date; write 2025, 2025-03 or 2025-03-21") from None
    if len(full) != 10 or len(value) not in (4, 7, 10):
        raise click.BadParameter(f"{value!r} is not a date; write 2025, 2025-03 or 2025-03-21")
    return value
