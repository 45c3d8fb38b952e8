"""`govgraph extract`: what each article says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from govgraph.cli import options
from govgraph.cli.output import lines_to
from govgraph.cli.reading import articles_of, inputs
from govgraph.cli.reporting import Reporter

if TYPE_CHECKING:
    from extractors.learned.model import Model


@click.command()
@inputs
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file.")
@options.home
@options.date
@options.min_confidence
@options.rules_only
@options.model
@options.jobs
def extract(
    inputs: tuple[str, ...],
    output: Path | None,
    home: str | None,
    date: str | None,
    min_confidence: float,
    rules_only: bool,
    model: Model | None,
    jobs: int,
) -> None:
    """Write what each article says, one fragment of the graph a line.

    INPUT is a page (.txt, .md), a file of records (.jsonl, .jsonl.gz), a folder of these, or - for stdin.

    \b
    Example:
      govgraph extract page.txt --home 山西省吕梁市 -o fragments.jsonl
    """
    from govgraph.extraction import Failure, Settings
    from govgraph.extraction import extract as extracted

    report = Reporter()
    settings = Settings(home, date, min_confidence, model, rules_only)
    done = 0
    with lines_to(output) as out:
        for result in extracted(articles_of(inputs, home, date, report), settings, jobs=jobs):
            if isinstance(result, Failure):
                report(f"article {result.article_id!r} is left out: {result.problem}")
                continue
            out.write(result.to_json() + "\n")
            done += 1
    report.close(done, "extracted")
