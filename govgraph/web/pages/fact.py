"""The page of one fact: all the words that prove it."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from govgraph.web.lookup import Words
from govgraph.web.told import quotes, told
from govgraph.web.view import page, site_of
from graph.identity import node_id

_PAGE = 50


def fact(request: Request) -> Response:
    """Draw a fact with its evidence, the newest articles first."""
    wanted = request.query_params.get("id", "")
    start = request.query_params.get("from", "")
    offset = int(start) if start.isdecimal() and len(start) < 8 else 0
    with site_of(request).reading() as reading:
        found = reading.lookup.fact(wanted)
        edge = reading.store.edge(wanted)
        if found is None or edge is None:
            raise HTTPException(404, "fact")
        known = reading.lookup.known({node_id("Article", e.article, {}) for e in edge.evidence})
        articles = {thing.id.partition(":")[2]: thing for thing in known}
        evidence = sorted(
            edge.evidence, key=lambda e: articles[e.article].last if e.article in articles else "", reverse=True
        )[offset : offset + _PAGE]
        pieces = [Words(e.article, e.start, e.end, e.text, e.rule, e.confidence) for e in evidence]
        return page(
            request,
            "fact.html",
            told=told(reading, [found])[0],
            evidence=[(quote, articles.get(words.article)) for words, quote in quotes(reading, pieces).items()],
            offset=offset,
            further=offset + _PAGE if offset + _PAGE < len(edge.evidence) else None,
            back=max(offset - _PAGE, 0) if offset else None,
            stale=reading.stale,
        )
