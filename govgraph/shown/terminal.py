"""An article on a terminal: colours where there are any, else `[words|Type]`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import click

from govgraph.shown.colours import COLOURS
from govgraph.shown.marks import OVER, Fact, Mark, Shown, pieces, said, visible

_HEAD = ("date", "home", "publication", "section", "byline", "source")


def draw(shown: Shown, *, colour: bool) -> str:
    """Return the article's text with its mentions marked, then its nodes and its facts, as lines."""
    text = shown.article.text
    marked = _coloured(shown) if colour else _bracketed(shown)
    lines = [_dim(_head(shown), colour), "", marked if text.strip() else "(no text)", ""]
    if colour:
        lines += [_legend(shown), ""]
    lines.append(f"{len(shown.fragment.nodes)} nodes")
    for node in shown.fragment.nodes:
        forms = " | ".join((node.name, *node.aliases))
        lines.append(f"  {node.label} {_plain(forms)}{_braces(node.properties)}")
    lines += ["", f"{len(shown.fragment.edges)} facts"]
    for fact in shown.facts:
        lines += _fact(fact, colour)
    return "\n".join(lines)


def _head(shown: Shown) -> str:
    article = shown.article
    known = [
        f"{getattr(article, name)}{' (inferred)' if name in article.inferred else ''}"
        for name in _HEAD
        if getattr(article, name)
    ]
    return _plain(" · ".join([article.id, *known]))


def _coloured(shown: Shown) -> str:
    text = visible(shown.article.text)
    parts = []
    for piece in pieces(shown, 0, len(text)):
        words = text[piece.start : piece.end]
        over, tint = piece.lines, piece.tint
        if tint is None and not over:
            parts.append(words)
        elif tint is None:
            parts.append(click.style(words, underline=True, fg=COLOURS[over[0].node.label].terminal))
        else:
            parts.append(click.style(words, fg=16, bg=COLOURS[tint.node.label].terminal, underline=bool(over)))
    return "".join(parts)


def _bracketed(shown: Shown) -> str:
    """Brackets around each mention; what begins first closes last where two begin together."""
    text = visible(shown.article.text)
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    for mark in shown.marks:
        opening.setdefault(mark.start, []).append(mark)
        closing.setdefault(mark.end, []).insert(0, mark)
    parts = []
    for piece in pieces(shown, 0, len(text)):
        parts.append("[" * len(opening.get(piece.start, ())))
        parts.append(text[piece.start : piece.end])
        parts += [f"|{mark.node.label}]" for mark in closing.get(piece.end, ())]
    return "".join(parts)


def _legend(shown: Shown) -> str:
    here = {mark.node.label for mark in shown.marks}
    return " ".join(
        click.style(label, underline=True, fg=colour.terminal)
        if label in OVER
        else click.style(f" {label} ", fg=16, bg=colour.terminal)
        for label, colour in COLOURS.items()
        if label in here
    )


def _fact(fact: Fact, colour: bool) -> Iterator[str]:
    edge = fact.edge
    kind = click.style(edge.type, bold=True) if colour else edge.type
    yield f"  {_plain(said(fact.source))} —{kind}→ {_plain(said(fact.target))}{_braces(edge.properties)}"
    words = fact.words
    if words is None:
        yield _dim("    from a gazetteer, not from the article", colour)
    else:
        where = f"{words.rule} {words.confidence:.2f} at {words.start}–{words.end}"
        yield _dim(f"    {_plain(where)}: {_plain(words.text)}", colour)


def _braces(properties: Mapping[str, Any]) -> str:
    inside = "; ".join(f"{name}={value}" for name, value in properties.items())
    return f" {{{_plain(inside)}}}" if inside else ""


def _plain(text: str) -> str:
    return visible(" ".join(text.split()))


def _dim(text: str, colour: bool) -> str:
    return click.style(text, dim=True) if colour else text
