"""`govgraph validate`: is the graph, or a file of RDF, what the schema and its shapes ask for?"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from govgraph.cli import options
from govgraph.cli.output import problems

if TYPE_CHECKING:
    from graph.store import GraphStore


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="[PATH]...")
@options.graph
@options.base
def validate(paths: tuple[Path, ...], graph: Path, base: str) -> None:
    """Check the graph against the schema and the SHACL shapes; with PATH, files of RDF against the shapes instead.

    Each problem is a line with the node, edge or evidence, the articles that say it, and what is wrong; of one kind at
    most 20, the rest is counted. Then the exit code is 1. Files may be Turtle, N-Triples, N-Quads, TriG, JSON-LD or
    RDF/XML, of any form of statements; --base tells what their own IRIs begin with. Needs pySHACL.

    \b
    Example:
      govgraph validate -g my.graph
      govgraph validate my.ttl other.nq
    """
    from graph.vocabulary import BASE

    if paths:
        found = sum(_file(path, base) for path in paths)
    elif base != BASE:
        raise click.UsageError("--base is for files; a graph folder has the base urn:govgraph:")
    else:
        found = _folder(graph)
    if found:
        click.get_current_context().exit(1)


def _file(path: Path, base: str) -> int:
    from graph.errors import UnreadableInputError
    from graph.ontology.batches import opened
    from graph.ontology.check import check

    try:
        with opened(path, base) as triples:
            findings = check(triples, base, _watch)
    except UnreadableInputError as error:
        click.echo(f"Error: {error}", err=True)
        return 1
    _tell(findings.lines(), f"{path}: ")
    if findings.elements == findings.total == 0:
        click.echo(f"{path}: there is no node and no edge of a graph in it", err=True)
        return 1
    click.echo(f"{path}: {findings.elements} nodes and edges checked, {problems(findings.total)}", err=True)
    return findings.total


def _folder(graph: Path) -> int:
    from pyoxigraph import Store

    from graph.index.oxigraph import rdf_index
    from graph.ontology.check import check
    from graph.store import GraphStore

    with GraphStore.open(graph) as store:
        unsound = list(_unsound(store))
    findings = check(Store.read_only(str(rdf_index(graph))), watch=_watch)
    _tell(chain(unsound, findings.lines()), "")
    found = len(unsound) + findings.total
    click.echo(f"{findings.elements} nodes and edges checked, {problems(found)}", err=True)
    return found


def _unsound(store: GraphStore) -> Iterator[str]:
    from graph.validate import validate as problems_of

    for fragment in store.fragments():
        for problem in problems_of(fragment):
            yield f"article {fragment.article.id!r}: {problem}"


def _watch(count: int) -> None:
    """Count on a terminal."""
    if sys.stderr.isatty():
        click.echo(f"\r{count} nodes and edges", nl=False, err=True)


def _tell(lines: Iterable[str], where: str) -> None:
    if sys.stderr.isatty():
        click.echo("\r\033[K", nl=False, err=True)
    for line in lines:
        click.echo(f"{where}{line}")
