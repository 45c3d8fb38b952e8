"""`govgraph review`: which nodes are one thing, decided by people."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from govgraph.author import author as user
from govgraph.author import now
from govgraph.cli import options

if TYPE_CHECKING:
    from graph.review import Review, Side

_KEYS = {"y": "yes", "n": "no", "u": "unsure"}
_WHAT = {"duplicate": "one thing?", "mixed": "does this article mean the same as the others?"}


@click.command()
@options.graph
@click.option("--label", metavar="LABEL", help="Only nodes of this label, such as Person.")
@click.option(
    "--least", type=click.FloatRange(0, 1), default=0.6, show_default=True, help="Least score of what is shown."
)
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="How many pairs at most.")
@click.option("--author", metavar="NAME", help="Who judges; the name of the user if not given.")
@click.option("--list", "listed", is_flag=True, help="Write the pairs as JSON lines and ask nothing.")
@click.option("--judge", nargs=3, metavar="ID ID yes|no|unsure", help="Judge one pair and ask nothing.")
@click.option("--undo", nargs=2, metavar="ID ID", help="Take the judgement about this pair back.")
@click.option("--export", "target", type=click.File("w", encoding="utf-8"), help="Write all judgements as JSON lines.")
@click.option("--import", "source", type=click.File("r", encoding="utf-8"), help="Take judgements from such a file.")
def review(
    graph: Path,
    label: str | None,
    least: float,
    limit: int,
    author: str | None,
    listed: bool,
    judge: tuple[str, str, str] | None,
    undo: tuple[str, str] | None,
    target: TextIO | None,
    source: TextIO | None,
) -> None:
    """Show pairs of nodes that may be one thing, and nodes that may be two, and take yes, no or unsure.

    A judgement is kept in the graph, wins over the rules, holds for all that follows from it, and stays when
    articles come and go.

    \b
    Example:
      govgraph review --label Person -g my.graph
    """
    from graph.judgements import Judgement, read_judgements, write_judgements
    from graph.review import Review
    from graph.store import GraphStore

    if sum(map(bool, (listed, judge, undo, target, source))) > 1:
        raise click.UsageError("--list, --judge, --undo, --export and --import are one thing each; give one of them")
    with GraphStore.open(graph) as store:
        desk = Review(store, author or user())
        if target is not None:
            lines = list(write_judgements(store.judgements()))
            target.writelines(f"{line}\n" for line in lines)
            click.echo(f"{len(lines)} judgements written", err=True)
        elif source is not None:
            count = store.judge(list(read_judgements(source, source.name)))
            click.echo(f"{count} judgements taken", err=True)
        elif judge is not None:
            one, other, verdict = judge
            store.judge([Judgement.of(one, other, verdict, author=desk.author, at=now())])
        elif undo is not None:
            if not store.undo_judgement(*undo):
                raise click.ClickException(f"no judgement about {undo[0]!r} and {undo[1]!r}; --export lists them")
        elif listed:
            for pair in desk.pairs(label=label, least=least, limit=limit):
                click.echo(json.dumps(pair.to_record(), ensure_ascii=False))
        else:
            _ask(desk, label, least, limit)


def _ask(desk: Review, label: str | None, least: float, limit: int) -> None:
    """Show one pair after another until there is none or `q` is said."""
    pairs = desk.pairs(label=label, least=least, limit=limit)
    judged = 0
    for number, pair in enumerate(pairs, 1):
        if desk.settled(pair):
            continue
        click.echo(f"\n{number}/{len(pairs)}  {_WHAT[pair.kind]}  {pair.score:.2f}: {', '.join(pair.reasons)}")
        for side in (pair.left, pair.right):
            click.echo("\n".join(_lines(side)))
        key = click.prompt("yes, no, unsure or quit", type=click.Choice([*_KEYS, "q"]), show_choices=True)
        if key == "q":
            break
        desk.judge(pair, _KEYS[key], now())
        judged += 1
    click.echo(f"{judged} judged, {len(pairs) - judged} left", err=True)


def _lines(side: Side) -> Iterator[str]:
    yield f"  {side.name}   {side.id}"
    if side.aliases:
        yield f"    also: {'、'.join(side.aliases[:8])}"
    for words in side.evidence:
        yield f"    {words.date or '----------'} {words.type}: {words.text}   [{words.article}]"
