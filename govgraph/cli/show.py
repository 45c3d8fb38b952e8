"""`govgraph show`: an article with its mentions marked and its facts listed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from govgraph.cli import options
from govgraph.cli.output import lines_to
from govgraph.cli.reading import articles_of
from govgraph.cli.reporting import Reporter

if TYPE_CHECKING:
    from extractors.learned.model import Model
    from govgraph.shown.marks import Shown


@click.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@options.graph
@click.option("--id", "ids", multiple=True, metavar="ID", help="Of a file's articles only this; give it once for each.")
@click.option(
    "--html", type=click.Path(path_type=Path, dir_okay=False), help="Write a page for a browser to this file instead."
)
@options.home
@options.date
@options.min_confidence
@options.model
@click.option("--color/--no-color", default=None, help="Colours or brackets; colours on a terminal if not given.")
def show(
    articles: tuple[str, ...],
    graph: Path,
    ids: tuple[str, ...],
    html: Path | None,
    home: str | None,
    date: str | None,
    min_confidence: float,
    model: Model | None,
    color: bool | None,
) -> None:
    """Show articles with their mentions marked and their facts listed, each with its rule, confidence and words.

    ARTICLE is a file as for extract (or - for stdin), which is read now, or the id of an article of the graph, which
    is shown as it is stored.

    \b
    Example:
      govgraph show page.txt --home 山西省吕梁市 --html page.html
      govgraph show A001 -g my.graph
    """
    from govgraph.shown import page, terminal

    report = Reporter()
    shown = _shown(articles, graph, ids, home, date, min_confidence, model, report)
    done = 0
    if html is not None:
        drawn = list(shown)
        done = len(drawn)
        if drawn:
            with lines_to(html) as out:
                out.write(page.draw(drawn))
    else:
        colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR") if color is None else color
        for one in shown:
            click.echo(("\n" if done else "") + terminal.draw(one, colour=colour), color=colour)
            done += 1
    report.close(done, "shown")


def _shown(
    articles: tuple[str, ...],
    graph: Path,
    ids: tuple[str, ...],
    home: str | None,
    date: str | None,
    min_confidence: float,
    model: Model | None,
    report: Reporter,
) -> Iterator[Shown]:
    from extractors.stages import Extractor
    from govgraph.shown.marks import look_up, read
    from graph.errors import GovgraphError
    from graph.fragment import Fragment
    from graph.store import GraphStore

    def stored(article_id: str) -> Fragment | None:
        if not graph.is_dir():
            return None
        with GraphStore.open(graph) as store:
            return store.fragment(article_id)

    inputs = [name for name in articles if name == "-" or Path(name).exists()]
    if ids and not inputs:
        raise click.UsageError("--id picks among the articles of a file, and no file is given")
    extractor = Extractor(home=home, date=date, model=model)
    missing = dict.fromkeys(ids)
    for article in articles_of(inputs, home, date, report):
        if ids and article.id not in missing:
            continue
        missing.pop(article.id, None)
        try:
            yield read(article, extractor, min_confidence)
        except GovgraphError as error:
            report(f"article {article.id!r} is left out: {error}")
        if ids and not missing:
            break
    for article_id in missing:
        report(f"no article {article_id!r} in {', '.join(inputs)}")
    for name in articles:
        if name not in inputs:
            fragment = stored(name)
            if fragment is None:
                report(f"{name!r} is no file, and no article of the graph {graph}")
            else:
                yield look_up(fragment, min_confidence)
