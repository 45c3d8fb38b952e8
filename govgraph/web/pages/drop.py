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
    home, date = (str(form.get(name, ""))[:_LONGEST_OPTION].strip() for name in ("home", "date"))
    try:
        read = await run_in_threadpool(site_of(request).drops.read, file.filename, content, home, date)
    except UnreadableInputError as error:
        return page(request, "drop.html", 400, problem=str(error))
    return RedirectResponse(f"/drop/{read.key}", 303)


def shown(request: Request) -> Response:
    """Draw the articles of a dropped file with their marks and facts; nothing is in the graph yet."""
    return _page(request, _found(request))


async def add(request: Request) -> Response:
    """Add a dropped file to the graph."""
    await sent(request)
    found = _found(request)
    site = site_of(request)
    await run_in_threadpool(site.drops.add, found, site.folder)
    return await run_in_threadpool(_page, request, found)


def _found(request: Request) -> Drop:
    found = site_of(request).drops.get(request.path_params["key"])
    if found is None:
        raise HTTPException(404, "drop")
    return found


def _page(request: Request, found: Drop) -> Response:
    with GraphStore.open(found.graph) as store:
        total = store.counts().articles
        fragments = list(islice(store.fragments(), _SHOWN))
    with GraphStore.open(site_of(request).folder) as store:
        stored = {fragment.article.id for fragment in fragments if store.article(fragment.article.id) is not None}
        judged = store.judged()
    drawn = [(one.article, draw(one, None, judged if one.article.id in stored else None)) for one in fragments]
    return page(
        request,
        "dropped.html",
        drop=found,
        drawn=drawn,
        total=total,
        added=len(stored) == len(fragments),
        over=OVER,
    )
