"""`govgraph learn`: the names that a corpus teaches."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from govgraph.cli import options
from govgraph.cli.reading import articles_of, inputs
from govgraph.cli.reporting import Reporter

if TYPE_CHECKING:
    from govgraph.extraction import Failure


@click.command()
@inputs
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), required=True, help="Write the model here."
)
@click.option(
    "--min-articles",
    type=click.IntRange(min=1),
    default=2,
    show_default=True,
    help="In how many articles a name must stand in a safe place.",
)
@options.home
@options.date
@options.jobs
def learn(
    inputs: tuple[str, ...], output: Path, min_articles: int, home: str | None, date: str | None, jobs: int
) -> None:
    """Learn names from your own articles, for --model of extract, build and show.

    A person named beside a post, a title or a byline in several articles is known afterwards where nothing vouches for
    the name; so is the short form of a company whose full name was printed. INPUT is the same as for extract.

    \b
    Example:
      govgraph learn articles.jsonl.gz -o names.tsv
      govgraph extract page.txt --model names.tsv
    """
    from govgraph.learning import learn as learned

    report = Reporter()
    failures = 0

    def failed(failure: Failure) -> None:
        nonlocal failures
        failures += 1
        report(f"article {failure.article_id!r} is left out: {failure.problem}")

    articles = articles_of(inputs, home, date, report)
    model = learned(articles, home=home, date=date, jobs=jobs, least_articles=min_articles, report=failed)
    model.write(output)
    detail = f"{len(model.persons)} persons, {len(model.companies)} short forms of companies"
    report.close(report.taken - failures, "read", detail)
