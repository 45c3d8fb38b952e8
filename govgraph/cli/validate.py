"""`govgraph validate`: is the graph, or a file of RDF, what the schema and its shapes ask for?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from govgraph.cli import options
from govgraph.cli.output import problems

if TYPE_CHECKING:
    from graph.ontology.check import Findings
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
    from graph.errors import UnreadableInputError
    from graph.ontology.batches import opened
    from graph.ontology.check import check
    from graph.store import GraphStore

    found = 0
    if paths:
        for path in paths:
            try:
                with opened(path, base) as triples:
                    found += _tell(check(triples, base), f"{path}: ")
            except UnreadableInputError as error:
                click.echo(f"Error: {error}", err=True)
                found += 1
    else:
        from pyoxigraph import Store

        from graph.index.oxigraph import rdf_index

        with GraphStore.open(graph) as store:
            for line in _unsound(store):
                click.echo(line)
                found += 1
        found += _tell(check(Store.read_only(str(rdf_index(graph)))), "")
    if found:
        click.get_current_context().exit(1)


def _unsound(store: GraphStore) -> Iterator[str]:
    from graph.validate import validate as problems_of

    for fragment in store.fragments():
        for problem in problems_of(fragment):
            yield f"article {fragment.article.id!r}: {problem}"


def _tell(findings: Findings, where: str) -> int:
    for line in findings.lines():
        click.echo(f"{where}{line}")
    if findings.elements == 0:
        click.echo(f"{where}there is no node and no edge of a graph in it", err=True)
        return max(findings.total, 1)
    click.echo(f"{where}{findings.elements} nodes and edges checked, {problems(findings.total)}", err=True)
    return findings.total
