"""`govgraph ontology`: what the words of the graph mean, as files for others."""

from __future__ import annotations

from pathlib import Path

import click

from govgraph.cli import options
from govgraph.cli.output import lines_to, problems

_FORMS = ("turtle", "shapes", "html")


@click.command()
@click.argument("form", type=click.Choice(_FORMS), default="turtle", metavar="[FORM]")
@options.base
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="File to write; stdout if not given."
)
@click.option(
    "--lint", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="Check this ontology instead."
)
def ontology(form: str, base: str, output: Path | None, lint: Path | None) -> None:
    """Write the ontology of the graph: as turtle (OWL, if no FORM is given), as shapes (SHACL), or as html.

    --base is what the IRIs of its terms begin with. --lint reads an ontology in Turtle and tells, without a reasoner, which
    terms have no type, label, explanation, domain or range, or are used and not declared; then the exit code is 1.

    \b
    Example:
      govgraph ontology --base https://example.org/kg/ -o kg.ttl
      govgraph ontology html -o index.html
    """
    if lint is not None:
        from graph.ontology.lint import lint as problems_of

        found = problems_of(lint.read_text(encoding="utf-8"))
        for problem in found:
            click.echo(problem)
        click.echo(f"{lint}: {problems(len(found))}", err=True)
        click.get_current_context().exit(1 if found else 0)
    with lines_to(output) as out:
        out.write(_text(form, base))


def _text(form: str, base: str) -> str:
    if form == "shapes":
        from graph.ontology.shapes import shapes

        return shapes(base)
    if form == "html":
        from govgraph.ontology_page import draw

        return draw(base)
    from graph.ontology.owl import ontology as owl

    return owl(base)
