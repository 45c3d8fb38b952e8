"""The HTTP server around the app: one thread a connection, HTTP/1.1, bodies of a bounded size."""

from __future__ import annotations

import ipaddress
import socket
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import unquote

from govgraph.web.app import App
from govgraph.web.messages import Request, RequestError, Response
from govgraph.web.workers import Limits, Workers
from graph.errors import BackendError

_BODY = 1 << 20
"""Bytes that a request may bring."""
_LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


class Server:
    """An endpoint that listens from the start and answers once `run` is called. A context manager."""

    def __init__(self, folder: str | Path, host: str, port: int, limits: Limits) -> None:
        """Listen at an address; port 0 takes one that is free. Raises StoreError without a graph, BackendError when
        the address cannot be had.
        """
        try:
            self._http = _Http((host, port), _Handler, bind_and_activate=True)
        except (OSError, OverflowError) as error:
            told = getattr(error, "strerror", None) or error
            raise BackendError(
                f"cannot listen at {host} port {port}: {told}; choose another --host or --port"
            ) from error
        try:
            self._workers = Workers(folder, limits)
        except BaseException:
            self._http.server_close()
            raise
        self._http.app = App(self._workers, _LOOPBACK if _loopback(host) else None)
        shown = f"[{host}]" if ":" in host else host
        self.address = f"http://{shown}:{self._http.server_address[1]}/"

    def run(self) -> None:
        """Answer until `stop`, or until an exception ends it."""
        self._http.serve_forever()

    def stop(self) -> None:
        """Make `run`, in another thread, return."""
        self._http.shutdown()

    def __enter__(self) -> Self:
        """Return the server itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the port and end the workers."""
        self._http.server_close()
        self._workers.close()


class _Http(ThreadingHTTPServer):
    app: App
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, address: tuple[str, int], *rest: Any, **more: Any) -> None:
        if ":" in address[0]:
            self.address_family = socket.AF_INET6
        super().__init__(address, *rest, **more)

    def server_bind(self) -> None:
        # The library would ask for the name of the machine here, which can take seconds without a network.
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = str(self.server_address[0]), self.server_address[1]

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):  # the client has gone
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    error_message_format = "%(message)s\n"
    error_content_type = "text/plain; charset=utf-8"
    timeout = 30
    wbufsize = -1  # head and body leave together: apart, the second waits for the first to be acknowledged
    server: _Http

    def _serve(self) -> None:
        try:
            body = self._body()
        except RequestError as error:
            self.close_connection = True
            self._send(error.response())
            return
        path, _, query = self.path.partition("?")
        headers = {name.lower(): value for name, value in self.headers.items()}
        headers["accept"] = ",".join(self.headers.get_all("accept", []))
        self._send(self.server.app.answer(Request(self.command, unquote(path), query, headers, body)))

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = _serve  # noqa: N815 - the library's names

    def _body(self) -> bytes:
        if "transfer-encoding" in self.headers:
            raise RequestError(411, "a body in chunks is not read; send its Content-Length")
        length = self.headers.get("content-length", "0")
        if not (length.isascii() and length.isdigit()):
            raise RequestError(400, f"the Content-Length is no number: {length!r}")
        if int(length) > _BODY:
            raise RequestError(413, f"the body is larger than {_BODY >> 20} MB")
        return self.rfile.read(int(length))

    def _send(self, response: Response) -> None:
        self.send_response(response.status)
        self.send_header("Content-Type", response.media_type)
        self.send_header("Content-Length", str(len(response.body)))
        for name, value in response.headers.items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(response.body)

    def version_string(self) -> str:
        """Return what the server calls itself: no versions for those who look for old ones."""
        return "govgraph"

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the library's name
        """Write no line for each request."""


def _loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
