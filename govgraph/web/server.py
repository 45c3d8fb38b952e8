"""The HTTP server around the explorer."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

import uvicorn

from govgraph.endpoint.workers import Limits, Workers
from govgraph.web.explorer import explorer
from graph.errors import BackendError

_WAITING = 256
_LONGEST_HEAD = 1 << 20
"""Bytes of a request before its body: queries stand in addresses."""


class Server:
    """The explorer of a graph, which listens from the start and answers once `run` is called. A context manager."""

    def __init__(self, folder: str | Path, host: str, port: int, limits: Limits, names: Iterable[str] = ()) -> None:
        """Listen at an address; port 0 takes one that is free. `names` are those by which it may be asked beside localhost.

        Raises StoreError without a graph, BackendError when the address cannot be had.
        """
        # Named as TCP: asyncio sends small pieces at once only over sockets that say so.
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._socket = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        try:
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            self._socket.bind((host, port))
            self._socket.listen(_WAITING)
        except (OSError, OverflowError) as error:
            self._socket.close()
            told = getattr(error, "strerror", None) or error
            raise BackendError(
                f"cannot listen at {host} port {port}: {told}; choose another --host or --port"
            ) from error
        try:
            self._workers = Workers(folder, limits)
            app = explorer(folder, self._workers, hosts=[*names, *([] if _loopback(host) else [host])])
        except BaseException:
            self._socket.close()
            raise
        config = uvicorn.Config(
            app,
            http="h11",
            h11_max_incomplete_event_size=_LONGEST_HEAD,
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=5,
        )
        self._server = uvicorn.Server(config)
        shown = f"[{host}]" if ":" in host else host
        self.address = f"http://{shown}:{self._socket.getsockname()[1]}/"

    def run(self) -> None:
        """Answer until `stop`, or until a signal ends it."""
        self._server.run(sockets=[self._socket])

    def stop(self) -> None:
        """Make `run`, in another thread, return."""
        self._server.should_exit = True

    def __enter__(self) -> Self:
        """Return the server itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the port and end the workers."""
        self._socket.close()
        self._workers.close()


def _loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
