"""The way to the SPARQL endpoint: its requests and responses in the terms of the application around it."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from govgraph.endpoint.app import App
from govgraph.endpoint.messages import Request as Asked
from govgraph.endpoint.messages import RequestError
from govgraph.endpoint.messages import Response as Answer
from govgraph.web.view import site_of

_BODY = 1 << 20
"""Bytes that a query may have."""


class Sparql:
    """Answers the SPARQL protocol, whatever the method: which it takes is the endpoint's to say."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        request = Request(scope, receive)
        answer = await answered(request, site_of(request).endpoint)
        await answer(scope, receive, send)


async def answered(request: Request, app: App) -> Response:
    """Return what the endpoint answers."""
    try:
        headers = dict(request.headers)
        headers["accept"] = ",".join(request.headers.getlist("accept"))
        asked = Asked(request.method, request.url.path, request.url.query, headers, await _body(request))
    except RequestError as error:
        return _response(error.response())
    return _response(await run_in_threadpool(app.answer, asked))


async def _body(request: Request) -> bytes:
    if "transfer-encoding" in request.headers:
        raise RequestError(411, "a body in chunks is not read; send its Content-Length", {"Connection": "close"})
    if int(request.headers.get("content-length", "0")) > _BODY:
        # Read to its end, or the client would see its connection break and not the answer.
        async for _ in request.stream():
            pass
        raise RequestError(413, f"the body is larger than {_BODY >> 20} MB", {"Connection": "close"})
    return await request.body()


def _response(answer: Answer) -> Response:
    # Given as a header, so that nothing is added to the media type.
    return Response(answer.body, answer.status, {**answer.headers, "Content-Type": answer.media_type})
