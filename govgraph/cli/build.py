"""`govgraph build`: the whole way from files into a graph folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from govgraph.cli import options
from govgraph.cli.reading import articles_of, inputs
from govgraph.cli.reporting import Reporter
from graph.fragment import Fragment

if TYPE_CHECKING:
    from extractors.learned.model import Model


@click.command()
@inputs
@click.option(
    "-o",
    "-g",
    "--graph",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="GOVGRAPH_GRAPH",
    default=options.DEFAULT_GRAPH,
    show_default=True,
    show_envvar=True,
    help="The graph folder; made when it is not there.",
)
@options.home
@options.date
@options.min_confidence
@options.model
@options.jobs
def build(
    inputs: tuple[str, ...],
    graph: Path,
    home: str | None,
    date: str | None,
    min_confidence: float,
    model: Model | None,
    jobs: int,
) -> None:
    """Build a graph from articles, or add to one: only what is new or has changed is read again.

    INPUT is a page (.txt, .md), a file of records (.jsonl, .jsonl.gz), a folder of these, or - for stdin.

    \b
    Example:
      govgraph build page.txt --home 山西省吕梁市 --date 2025-03-21 -o my.graph
    """
    from govgraph.extraction import Failure, Settings
    from govgraph.extraction import extract as extracted
    from graph.fragment import Article
    from graph.store import GraphStore, content_hash

    report = Reporter()
    settings = Settings(home, date, min_confidence, model)
    version = settings.version()
    known = 0

    with GraphStore.open(graph, create=True) as store:

        def unknown() -> Iterator[Article]:
            nonlocal known
            for article in articles_of(inputs, home, date, report):
                if store.has(article.id, content_hash(article), version):
                    known += 1
                else:
                    yield article

        def fragments() -> Iterator[Fragment]:
            for result in extracted(unknown(), settings, jobs=jobs):
                if isinstance(result, Failure):
                    report(f"article {result.article_id!r} is left out: {result.problem}")
                else:
                    yield result

        summary = store.add(fragments(), extractor=version)
    for article_id, problem in summary.rejected:
        report(problem if article_id in problem else f"article {article_id!r}: {problem}")
    same = known + summary.unchanged
    report.close(
        summary.added + summary.replaced + same,
        "built",
        f"{summary.added} new, {summary.replaced} changed, {same} as they were",
    )
