"""A request and a response of HTTP, without the server that carries them, and the answer that something is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.errors import GovgraphError


@dataclass(frozen=True)
class Request:
    """A request; the names of `headers` are in lower case, `path` is decoded and `query` is not."""

    method: str
    path: str
    query: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True)
class Response:
    """A response: status, media type, body, and headers beside these."""

    status: int
    media_type: str
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


class RequestError(GovgraphError):
    """A request that is not answered, with the status that says why."""

    def __init__(self, status: int, message: str, headers: Mapping[str, str] | None = None) -> None:
        """Keep the status and headers of the response."""
        super().__init__(message)
        self.status = status
        self.headers = headers or {}

    def response(self) -> Response:
        """Return the response: the message in plain text."""
        return Response(self.status, "text/plain; charset=utf-8", f"{self}\n".encode(), self.headers)
