"""`govgraph validate`: is the graph, or a file of RDF, what the schema and its shapes ask for?"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from govgraph.cli import options
from govgraph.cli.output import problems

if TYPE_CHECKING:
    from pyoxigraph import Store

    from graph.store import GraphStore


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="[PATH]...")
@options.graph
@options.base
def validate(paths: tuple[Path, ...], graph: Path, base: str) -> None:
    """Check the graph against the schema and the SHACL shapes; with PATH, files of RDF against the shapes instead.

    Each problem is a line with the node, edge or evidence, the articles that say it, and what is wrong; of one kind at
    most 20, the rest is counted. Then the exit code is 1. Files may be Turtle, N-Triples, N-Quads, TriG, JSON-LD or
    RDF/XML, of any form of statements; --base tells what their own IRIs begin with. A graph is then checked as it is
    exported under that base. Needs pySHACL.

    \b
    Example:
      govgraph validate -g my.graph
      govgraph validate my.ttl other.nq
    """
    if sum(_file(path, base) for path in paths) if paths else _folder(graph, base):
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


def _folder(graph: Path, base: str) -> int:
    from graph.ontology.check import check
    from graph.store import GraphStore

    with GraphStore.open(graph) as store:
        unsound = list(_unsound(store))
    with _triples(graph, base) as triples:
        findings = check(triples, base, _watch)
    _tell(chain(unsound, findings.lines()), "")
    found = len(unsound) + findings.total
    click.echo(f"{findings.elements} nodes and edges checked, {problems(found)}", err=True)
    return found


@contextmanager
def _triples(graph: Path, base: str) -> Iterator[Store]:
    """The RDF of the graph: its index, or what is exported under another base."""
    import pyoxigraph

    from graph.export import export
    from graph.index.oxigraph import rdf_index
    from graph.ontology.batches import opened
    from graph.store import GraphStore
    from graph.vocabulary import BASE

    if base == BASE:
        yield pyoxigraph.Store.read_only(str(rdf_index(graph)))
        return
    with TemporaryDirectory() as folder:
        with GraphStore.open(graph) as store:
            file = export(store, "ntriples", Path(folder) / "graph.nt", base=base).files[0]
        with opened(file, base) as triples:
            yield triples


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
