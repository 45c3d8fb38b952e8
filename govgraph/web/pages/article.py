"""The article: its text with the mentions marked, its facts beside it, and one passage lit if the address names it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from govgraph.shown.marks import OVER, Shown, look_up, pieces, visible
from govgraph.shown.marks import Fact as Said
from govgraph.web.view import page, site_of
from graph.fragment import Fragment, Node
from graph.identity import node_id
from graph.judgements import Judged

_PAGE = 50


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of the text in one look: the name they are part of, the events over them, the facts that they prove.

    `first` says that the name begins here. `lit` is of the passage that the address asks for, `anchor` its first stretch.
    """

    text: str
    name: Node | None
    over: tuple[Node, ...]
    facts: tuple[int, ...]
    first: bool
    lit: bool
    anchor: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    """An article ready to be shown; `addresses` gives the graph's id of each of its nodes, empty where it has none yet."""

    shown: Shown
    title: list[Stretch]
    body: list[Stretch]
    facts: list[Said]
    addresses: dict[str, str]
    tally: dict[str, int]


def article(request: Request) -> Response:
    """Draw an article of the graph; `char=19,38` lights a passage, counted in characters of title, newline, body."""
    with site_of(request).reading() as reading:
        fragment = reading.store.fragment(request.query_params.get("id", ""))
        if fragment is None:
            raise HTTPException(404, "article")
        drawn = draw(fragment, passage(request.query_params.get("char", "")), reading.store.judged())
        return page(request, "article.html", drawn=drawn, article=fragment.article, over=OVER, stale=reading.stale)


def articles(request: Request) -> Response:
    """List the articles, the newest first."""
    start = request.query_params.get("from", "")
    offset = int(start) if start.isdecimal() and len(start) < 8 else 0
    with site_of(request).reading() as reading:
        found = reading.lookup.articles(_PAGE + 1, offset)
        return page(
            request,
            "articles.html",
            articles=found[:_PAGE],
            offset=offset,
            further=offset + _PAGE if len(found) > _PAGE else None,
            back=max(offset - _PAGE, 0) if offset else None,
            stale=reading.stale,
        )


def passage(text: str) -> tuple[int, int] | None:
    """Return the two offsets of `19,38`, or None for anything else."""
    start, comma, end = text.partition(",")
    if not comma or not (start.isdecimal() and end.isdecimal()) or len(text) > 20:
        return None
    return (int(start), int(end)) if int(start) < int(end) else None


def draw(fragment: Fragment, lit: tuple[int, int] | None, judged: Judged | None) -> Drawn:
    """Return an article as it is shown; without judgements its things have no pages yet."""
    shown = look_up(fragment)
    facts = shown.facts
    text = visible(fragment.article.text)
    body = len(fragment.article.title) + 1
    begun: set[tuple[int, str]] = set()
    addresses = {} if judged is None else {node.id: _id(node, fragment, judged) for node in fragment.nodes}
    return Drawn(
        shown,
        _stretches(shown, facts, text, 0, body - 1, lit, begun),
        _stretches(shown, facts, text, body, len(text), lit, begun),
        facts,
        addresses,
        dict(Counter(node.label for node in shown.fragment.nodes)),
    )


def _id(node: Node, fragment: Fragment, judged: Judged) -> str:
    return judged.node(node_id(node.label, node.name, node.properties), fragment.article.id)


def _stretches(
    shown: Shown,
    facts: list[Said],
    text: str,
    start: int,
    end: int,
    lit: tuple[int, int] | None,
    begun: set[tuple[int, str]],
) -> list[Stretch]:
    spans = [(at, fact.span) for at, fact in enumerate(facts) if fact.words]
    cuts = {place for _, span in spans for place in span} | set(lit or ())
    drawn = []
    anchored = False
    for piece in pieces(shown, start, end, cuts):
        here = lit is not None and lit[0] < piece.end and piece.start < lit[1]
        name = piece.tint
        first = name is not None and (name.start, name.node.id) not in begun
        if name is not None:
            begun.add((name.start, name.node.id))
        drawn.append(
            Stretch(
                text[piece.start : piece.end],
                name.node if name else None,
                tuple(mark.node for mark in piece.lines),
                tuple(at for at, span in spans if span[0] < piece.end and piece.start < span[1]),
                first,
                here,
                here and not anchored,
            )
        )
        anchored = anchored or here
    return drawn
