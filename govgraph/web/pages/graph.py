"""The graph as a drawing: the page with its canvas, and what is drawn on it, as the browser asks for more."""

from __future__ import annotations

import json
from collections.abc import Iterable
from io import BytesIO
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from govgraph.web.guard import same
from govgraph.web.lookup import Fact, Thing
from govgraph.web.site import Site
from govgraph.web.view import article_address, language_of, named, note, page, site_of, thing_address
from govgraph.web.words import Vocabulary, vocabulary
from graph.export.graphml import write_graphml
from graph.schema import load_schema

_AROUND, _MOST_AROUND, _MOST_THINGS, _MOST_FACTS = 40, 400, 2_000, 6_000


def graph(request: Request) -> Response:
    """Draw the page around the canvas; what is on it stands in the address behind `#`."""
    with site_of(request).reading() as reading:
        about = reading.lookup.about()
        return page(request, "graph.html", types=list(about["types"]), known=about["labels"], stale=reading.stale)


async def data(request: Request) -> Response:
    """Return things and facts as JSON: those named in `show`, and around each in `expand` the best known `around`."""
    asked = await _asked(request)
    words = vocabulary(language_of(request))
    return await run_in_threadpool(_data, site_of(request), asked, words)


async def graphml(request: Request) -> Response:
    """Return the facts named in `facts`, with their ends and the things in `things`, as GraphML."""
    asked = await _asked(request)
    return await run_in_threadpool(_graphml, site_of(request), asked)


async def cypher(request: Request) -> Response:
    """Return the Cypher that gives the facts named in `facts` in a Neo4j that holds the graph."""
    asked = await _asked(request)
    return PlainTextResponse(picture(_texts(asked, "facts"), _texts(asked, "things")))


def picture(facts: Iterable[str], things: Iterable[str]) -> str:
    """Return a query for the edges and nodes of these ids; every type and label asks its own index."""
    parts = []
    for kind, ids in _by_kind(facts, load_schema().relations).items():
        parts.append(f"MATCH p = ()-[r:{kind}]->()\nWHERE r.id IN {_list(ids)}\nRETURN p")
    for label, ids in _by_kind(things, load_schema().nodes).items():
        parts.append(f"MATCH p = (n:{label})\nWHERE n.id IN {_list(ids)}\nRETURN p")
    return "\nUNION\n".join(parts) + "\n" if parts else ""


def _by_kind(ids: Iterable[str], known: Iterable[str]) -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = {kind: [] for kind in known}
    for one in ids:
        kind = one.partition(":")[0]
        if kind in kinds:
            kinds[kind].append(one)
    return {kind: sorted(set(some)) for kind, some in kinds.items() if some}


def _list(ids: list[str]) -> str:
    """Return texts as a list in Cypher, which escapes as JSON does."""
    return json.dumps(ids, ensure_ascii=False)


async def _asked(request: Request) -> dict[str, Any]:
    """Return the JSON object of a request from our own pages."""
    if not same(site_of(request).token, request.headers.get("x-token")):
        raise HTTPException(403, "token")
    try:
        asked = json.loads(await request.body())
    except ValueError as error:
        raise HTTPException(400, "not JSON") from error
    if not isinstance(asked, dict):
        raise HTTPException(400, "not a JSON object")
    return asked


def _texts(asked: dict[str, Any], name: str) -> list[str]:
    given = asked.get(name, [])
    if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
        raise HTTPException(400, f"{name} is not a list of texts")
    return given[:_MOST_FACTS]


def _data(site: Site, asked: dict[str, Any], words: Vocabulary) -> Response:
    around = asked.get("around", _AROUND)
    limit = min(around, _MOST_AROUND) if isinstance(around, int) and around > 0 else _AROUND
    with site.reading() as reading:
        lookup = reading.lookup
        opened = [thing.number for thing in lookup.known(_texts(asked, "expand"))]
        shown = dict.fromkeys(opened)
        shown |= dict.fromkeys(thing.number for thing in lookup.known(_texts(asked, "show")))
        near = lookup.around(opened, limit)
        for fact in near:
            for end in (fact.source, fact.target):
                if len(shown) < _MOST_THINGS:
                    shown.setdefault(end)
        facts = {fact.number: fact for fact in lookup.between(shown, _MOST_FACTS)}
        things = lookup.things(shown)
    return JSONResponse(
        {
            "things": [_thing(thing, words) for thing in things.values()],
            "facts": [_fact(fact, things, words) for fact in facts.values()],
        }
    )


def _thing(thing: Thing, words: Vocabulary) -> dict[str, Any]:
    return {
        "id": thing.id,
        "name": named(thing),
        "kind": thing.label,
        "label": words.label(thing.label),
        "note": note(thing),
        "degree": thing.degree,
        "address": article_address(thing.id.partition(":")[2]) if thing.label == "Article" else thing_address(thing.id),
    }


def _fact(fact: Fact, things: dict[int, Thing], words: Vocabulary) -> dict[str, Any]:
    return {
        "id": fact.id,
        "kind": fact.type,
        "label": str(fact.said.get("title") or words.relation(fact.type, "plain")),
        "source": things[fact.source].id,
        "target": things[fact.target].id,
        "day": fact.day,
        "confidence": fact.confidence,
        "words": fact.shown[0].text if fact.shown else "",
    }


def _graphml(site: Site, asked: dict[str, Any]) -> Response:
    with site.reading() as reading, reading.store.snapshot():
        store = reading.store
        edges = [edge for one in dict.fromkeys(_texts(asked, "facts")) if (edge := store.edge(one)) is not None]
        ends = {end for edge in edges for end in (edge.source, edge.target)}
        nodes = [node for one in sorted(ends | set(_texts(asked, "things"))) if (node := store.node(one)) is not None]
    file = BytesIO()
    write_graphml(file, iter(nodes), iter(edges))
    return Response(
        file.getvalue(),
        media_type="application/graphml+xml",
        headers={"content-disposition": 'attachment; filename="govgraph.graphml"'},
    )
