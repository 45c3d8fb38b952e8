"""`govgraph score`: how good an extraction is."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("gold", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("fragments", type=click.Path(path_type=Path, exists=True))
@click.option("--json", "as_json", is_flag=True, help="Write the measures as JSON.")
@click.option("--errors", is_flag=True, help="List everything that is missed, false or wrong.")
def score(gold: Path, fragments: Path, as_json: bool, errors: bool) -> None:
    """Measure precision, recall and F1 of FRAGMENTS (a jsonl file) against the annotated articles in the folder GOLD.

    \b
    Example:
      govgraph score gold/ fragments.jsonl --errors
    """
    from govgraph.score import score as scored

    report = scored(gold, fragments)
    click.echo(report.to_json() if as_json else report.to_text())
    if errors:
        for error in report.errors:
            click.echo(f"{error.article}\t{error.what}\t{error.kind}\t{error.text}", err=as_json)
