"""What every request has to pass, and what every answer says to the browser.

The explorer shows texts that strangers wrote, on a machine that holds other things: so pages load nothing from elsewhere
and run no script but ours, a name that a stranger points at this machine is refused, and no other site's page can change
anything.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_ALWAYS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
LARGEST, SLOWEST = 33 * 2**20, 60.0
"""Bytes that a request may send, and seconds that it may take to send them."""
LARGEST_FILE = 32 * 2**20
"""Bytes of a file that is sent; the form around it takes some too."""
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
"""The names of this machine by which it may be asked."""


class TooLargeError(Exception):
    """The body of a request is larger than it may be."""


class TooSlowError(Exception):
    """The body of a request takes longer to arrive than it may."""


class Guard:
    """Lets requests through that come by a permitted name and, if they send something, from our own pages.

    `hosts` are the permitted names besides those of the loopback, `largest` is how many bytes a request may send, and
    `slowest` how many seconds it may take to send them.
    """

    def __init__(self, app: ASGIApp, hosts: Iterable[str], largest: int, slowest: float) -> None:
        """Wrap an application."""
        self._app = app
        self._hosts = {*LOOPBACK, *(host.lower() for host in hosts)}
        self._largest = largest
        self._slowest = slowest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _ALWAYS.items():
                    headers[name] = value
                headers.setdefault("cache-control", "no-cache")
            await send(message)

        refusal = self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, dressed)
            return
        received = 0
        whole = False
        deadline = asyncio.get_running_loop().time() + self._slowest

        async def counted() -> Message:
            nonlocal received, whole
            if whole:
                return await receive()
            try:
                async with asyncio.timeout_at(deadline):
                    message = await receive()
            except TimeoutError as error:
                raise TooSlowError from error
            whole = not message.get("more_body", False)
            received += len(message.get("body", b""))
            if received > self._largest:
                raise TooLargeError
            return message

        try:
            await self._app(scope, counted, dressed)
        except TooLargeError:
            await self._too_large()(scope, receive, dressed)
        except TooSlowError:
            told = f"What a request sends has to arrive within {self._slowest:g} seconds.\n"
            await PlainTextResponse(told, 408, headers={"connection": "close"})(scope, receive, dressed)

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if _name(host) not in self._hosts:
            known = " or ".join(sorted(self._hosts))
            return PlainTextResponse(f"this server is not called {host!r}; call it {known}\n", 421)
        if scope["method"] in ("GET", "HEAD", "OPTIONS"):
            return None
        origin = headers.get("origin")
        if origin is not None and origin.split("://", 1)[-1] != host:
            return PlainTextResponse("Only pages of this server may send something to it.\n", 403)
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > self._largest:
            return self._too_large()
        return None

    def _too_large(self) -> PlainTextResponse:
        return PlainTextResponse(f"A request may send {self._largest // 2**20} MB at most.\n", 413)


def new_token() -> str:
    """Return a token that only pages of this process know: what changes something has to carry it."""
    return secrets.token_urlsafe(24)


def same(token: str, given: object) -> bool:
    """Tell whether a request carries the token."""
    return isinstance(given, str) and secrets.compare_digest(token.encode(), given.encode())


def _name(host: str) -> str:
    """Return a Host header without its port."""
    name = host.lower()
    if name.startswith("["):
        return name.partition("]")[0] + "]"
    return name.partition(":")[0]
