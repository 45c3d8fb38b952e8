"""Searching: a page of what a text finds, and the suggestions while it is typed."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from govgraph.web.view import language_of, named, note, page, site_of, thing_address
from govgraph.web.words import vocabulary
from graph.schema import load_schema

_PAGE = 30


def search(request: Request) -> Response:
    """Draw what a text finds; without a text the best known things, of one label if that is asked for."""
    text = request.query_params.get("q", "")[:200]
    label = request.query_params.get("label") or None
    if label not in load_schema().nodes:
        label = None
    offset = _number(request.query_params.get("from", ""))
    with site_of(request).reading() as reading:
        found = reading.lookup.search(text, label, offset, _PAGE + 1)
        tally = reading.lookup.tally(text) if text.strip() else reading.lookup.about()["labels"]
        return page(
            request,
            "search.html",
            asked=text,
            label=label,
            found=found[:_PAGE],
            tally=tally,
            offset=offset,
            further=offset + _PAGE if len(found) > _PAGE else None,
            back=max(offset - _PAGE, 0) if offset else None,
            stale=reading.stale,
        )


def suggest(request: Request) -> Response:
    """Return the things that a text may mean, as JSON: name, the name that was found, label, note and address."""
    text = request.query_params.get("q", "")[:60]
    labels = [label for label in request.query_params.getlist("label") if label in load_schema().nodes]
    words = vocabulary(language_of(request))
    with site_of(request).reading() as reading:
        found = reading.lookup.suggest(text, labels)
    return JSONResponse(
        [
            {
                "id": thing.id,
                "name": named(thing),
                "found": name,
                "kind": thing.label,
                "label": words.label(thing.label),
                "note": note(thing),
                "address": thing_address(thing.id),
            }
            for thing, name in found
        ]
    )


def _number(text: str) -> int:
    return min(int(text), 100_000) if text.isdecimal() and len(text) < 8 else 0
