"""What a reader chooses for all pages: the language, and light or dark."""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from govgraph.web.forms import sent
from govgraph.web.view import THEMES
from govgraph.web.words import LANGUAGES

_YEAR = 365 * 24 * 3600


async def settings(request: Request) -> Response:
    """Keep a choice in a cookie and go back to the page it was made on."""
    form: FormData = await sent(request)
    back = str(form.get("back", "/"))
    # Only a path of ours: `//elsewhere` and `/\elsewhere` would lead away.
    safe = back.startswith("/") and not back.startswith(("//", "/\\"))
    answer = RedirectResponse(back if safe else "/", 303)
    for name, known in (("language", LANGUAGES), ("theme", THEMES)):
        value = str(form.get(name, ""))
        if value in known:
            answer.set_cookie(name, value, max_age=_YEAR, samesite="strict", httponly=True)
    return answer
