"""`govgraph articles`: the articles of a page."""

from __future__ import annotations

import json
from pathlib import Path

import click

from govgraph.cli import options
from govgraph.cli.output import lines_to
from govgraph.cli.reading import articles_of, inputs
from govgraph.cli.reporting import Reporter


@click.command()
@inputs
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file.")
@options.home
@options.date
def articles(inputs: tuple[str, ...], output: Path | None, home: str | None, date: str | None) -> None:
    """Write the articles of newspaper pages, one JSON record a line.

    INPUT is a page (.txt, .md), a file of records (.jsonl, .jsonl.gz), a folder of these, or - for stdin.

    \b
    Example:
      govgraph articles page.txt --home 山西省吕梁市 --date 2025-03-21
    """
    report = Reporter()
    done = 0
    with lines_to(output) as out:
        for article in articles_of(inputs, home, date, report):
            out.write(json.dumps(article.to_record(), ensure_ascii=False) + "\n")
            done += 1
    report.close(done, "written")
