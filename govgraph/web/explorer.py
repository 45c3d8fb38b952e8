"""The explorer as an ASGI application."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from govgraph.endpoint.workers import Workers
from govgraph.web.endpoint import Sparql
from govgraph.web.guard import LARGEST, SLOWEST, Guard
from govgraph.web.pages import article, drop, fact, graph, query, questions, review, search, settings, start, thing
from govgraph.web.pages.colours import colours
from govgraph.web.pages.vendor import d3
from govgraph.web.site import Site
from govgraph.web.view import language_of, page
from govgraph.web.words import vocabulary
from graph.errors import GovgraphError, StoreError

ROUTES: tuple[Route, ...] = (
    Route("/", start.start),
    Route("/search", search.search),
    Route("/suggest", search.suggest),
    Route("/thing", thing.thing),
    Route("/fact", fact.fact),
    Route("/article", article.article),
    Route("/articles", article.articles),
    Route("/graph", graph.graph),
    Route("/graph/data", graph.data, methods=["POST"]),
    Route("/graph/graphml", graph.graphml, methods=["POST"]),
    Route("/graph/cypher", graph.cypher, methods=["POST"]),
    Route("/questions", questions.questions),
    Route("/questions/{name}", questions.question),
    Route("/query", query.query),
    Route("/sparql", Sparql()),
    Route("/review", review.review),
    Route("/review", review.judge, methods=["POST"]),
    Route("/drop", drop.drop),
    Route("/drop", drop.dropped, methods=["POST"]),
    Route("/drop/{key}", drop.shown),
    Route("/drop/{key}/add", drop.add, methods=["POST"]),
    Route("/settings", settings.settings, methods=["POST"]),
    Route("/colours.css", colours),
    Route("/vendor/d3.js", d3),
)
"""Every page. A new one is a module in `pages`, a line here and a template."""


def explorer(folder: str | Path, workers: Workers, *, hosts: Iterable[str] = ()) -> Starlette:
    """Return the explorer of a graph folder as an ASGI application; its index is built first where it is missing.

    It answers requests for the loopback's names and for `hosts`; `workers` evaluate its SPARQL. Raises StoreError when
    the folder holds no graph.
    """
    site = Site(folder, workers)

    @asynccontextmanager
    async def living(_app: Starlette) -> AsyncIterator[None]:
        yield
        site.close()

    app = Starlette(
        lifespan=living,
        routes=[*ROUTES, Mount("/static", StaticFiles(directory=str(files("govgraph.web").joinpath("static"))))],
        middleware=[Middleware(Guard, hosts=tuple(hosts), largest=LARGEST, slowest=SLOWEST)],
        exception_handlers={HTTPException: _refused, GovgraphError: _failed},
    )
    app.state.site = site
    return app


_MISSING = ("thing", "fact", "article", "question", "drop", "judgement", "token")
_TOLD = ("error.404", "error.405", *(f"error.{name}" for name in _MISSING))


def _refused(request: Request, error: Exception) -> Response:
    """Say what there is not or what is not allowed: to people in their language, to programs in plain text."""
    refusal = error if isinstance(error, HTTPException) else HTTPException(500)
    status, allowed = refusal.status_code, (refusal.headers or {}).get("Allow", "")
    allowed = ", ".join(sorted(allowed.split(", ")))
    told = {
        404: f"there is nothing at {request.url.path}; there are / /sparql /questions /questions/NAME",
        405: f"{request.method} is not answered here; use {allowed}",
    }.get(status, refusal.detail)
    if "text/html" not in request.headers.get("accept", ""):
        return PlainTextResponse(f"{told}\n", status, headers=refusal.headers)
    key = f"error.{refusal.detail}" if refusal.detail in _MISSING else f"error.{status}"
    words = vocabulary(language_of(request))
    answer = page(request, "error.html", status, told=words.text(key) if key in _TOLD else told, code=status)
    answer.headers.update(refusal.headers or {})
    return answer


def _failed(request: Request, error: Exception) -> Response:
    """Say what the project's own error says."""
    status = 500 if isinstance(error, StoreError) else 400
    return page(request, "error.html", status, told=str(error), code=status)
