"""Dropping a file: its articles and facts at once, and into the graph on a click."""

from __future__ import annotations

from itertools import islice

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from govgraph.shown.marks import OVER
from govgraph.web.drops import Drop
from govgraph.web.forms import sent
from govgraph.web.pages.article import draw
from govgraph.web.view import page, site_of
from graph.errors import UnreadableInputError
from graph.fragment import Article
from graph.store import GraphStore

_SHOWN = 30
_LONGEST_OPTION = 60


def drop(request: Request) -> Response:
    """Draw the place to drop a file on."""
    return page(request, "drop.html", problem="")


async def dropped(request: Request) -> Response:
    """Read the file that was dropped and go to what it gives."""
    form = await sent(request)
    file = form.get("file")
    if not isinstance(file, UploadFile) or not file.filename:
        return page(request, "drop.html", 400, problem="nofile")
    content = await file.read()
    home, date = (_plain(str(form.get(name, ""))) for name in ("home", "date"))
    try:
        read = await run_in_threadpool(site_of(request).drops.read, file.filename, content, home, date)
    except UnreadableInputError as error:
        return page(request, "drop.html", 400, problem=str(error))
    return RedirectResponse(f"/drop/{read.key}", 303)


def shown(request: Request) -> Response:
    """Draw the articles of a dropped file with their marks and facts, whether they are in the graph or not."""
    found = _found(request)
    with GraphStore.open(found.graph) as store:
        total = store.counts().articles
        fragments = list(islice(store.fragments(), _SHOWN))
    with GraphStore.open(site_of(request).folder) as store:
        stored = {one.article.id for one in fragments if _same(one.article, store.article(one.article.id))}
        judged = store.judged()
    drawn = [(one.article, draw(one, None, judged if one.article.id in stored else None)) for one in fragments]
    added = len(stored) == len(fragments)
    return page(request, "dropped.html", drop=found, drawn=drawn, total=total, added=added, over=OVER)


def _same(one: Article, other: Article | None) -> bool:
    return other is not None and other.text == one.text


async def add(request: Request) -> Response:
    """Add a dropped file to the graph."""
    await sent(request)
    found = _found(request)
    site = site_of(request)
    await run_in_threadpool(site.drops.add, found, site.folder)
    return RedirectResponse(f"/drop/{found.key}", 303)


def _found(request: Request) -> Drop:
    found = site_of(request).drops.get(request.path_params["key"])
    if found is None:
        raise HTTPException(404, "drop")
    return found


def _plain(text: str) -> str:
    """Return what may be an argument of a command: a short text without controls."""
    return "".join(char for char in text[:_LONGEST_OPTION] if char.isprintable()).strip()
