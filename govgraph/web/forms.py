"""Forms that pages send: they carry the token, or are refused."""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request

from govgraph.web.guard import same
from govgraph.web.view import site_of

_FIELDS = 5_000


async def sent(request: Request) -> FormData:
    """Return the fields of a form. Raises HTTPException 403 when it does not carry the token of our own pages."""
    form = await request.form(max_files=20, max_fields=_FIELDS)
    if not same(site_of(request).token, form.get("token")):
        raise HTTPException(403, "token")
    return form
