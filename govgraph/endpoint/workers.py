"""Processes that answer queries. One that takes too long is ended, which no thread could be, and another takes its place."""

from __future__ import annotations

import math
import multiprocessing
import os
import queue
import signal
import sys
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from govgraph.endpoint.messages import RequestError, Response
from govgraph.endpoint.protocol import Asked

_SPARE = 5
"""Seconds after its time when a worker ends itself, should nobody be left who ends it."""


@dataclass(frozen=True)
class Limits:
    """What a query may take: seconds, rows or triples of its answer, megabytes of memory; how many run at a time."""

    seconds: float = 60.0
    rows: int = 100_000
    megabytes: int = 2048
    workers: int = 2


class Workers:
    """Answers queries about one graph folder, and follows the graph as it changes. May be shared between threads."""

    def __init__(self, folder: str | Path, limits: Limits) -> None:
        """Take the folder; the index and the processes are made when they are first needed."""
        from govgraph.renewed import Renewed
        from graph.index.oxigraph import rdf_index

        self.limits = limits
        self._index = Renewed(Path(folder), rdf_index)
        self._idle: queue.Queue[_Worker] = queue.Queue()
        self._all = [_Worker(limits) for _ in range(limits.workers)]
        for worker in self._all:
            self._idle.put(worker)

    def answer(self, asked: Asked, accept: str, *, hide: bool = False) -> Response:
        """Return the answer to a query in a media type that is accepted; `hide` leaves out columns of parameters.

        Raises RequestError: 400 for a broken query, 406 when no media type is accepted, 500 when the query takes more
        than the limits allow, 503 when all workers are busy for as long as a query may take.
        """
        from govgraph.endpoint.evaluation import Work

        work = Work(str(self._index.path()), asked, accept, self.limits.rows, hide)
        try:
            worker = self._idle.get(timeout=self.limits.seconds)
        except queue.Empty:
            raise RequestError(503, "other queries take all the time; try again later", {"Retry-After": "10"}) from None
        try:
            return worker.answer(work)
        finally:
            self._idle.put(worker)

    def close(self) -> None:
        """End the processes."""
        for worker in self._all:
            worker.stop()


class _Worker:
    """One process, started when it is first needed."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process: BaseProcess | None = None
        self._line: Connection | None = None

    def answer(self, work: object) -> Response:
        try:
            line = self._line or self._start()
            line.send(work)
            if not line.poll(self._limits.seconds):
                self.stop()
                raise RequestError(500, f"the query took longer than {self._limits.seconds:g} seconds and was stopped")
            told = line.recv()
        except (EOFError, OSError) as error:
            self.stop()
            raise RequestError(
                500,
                f"the engine gave up: the query may need more memory than the {self._limits.megabytes} MB it is allowed",
            ) from error
        if isinstance(told, Response):
            return told
        raise RequestError(*told)

    def _start(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        self._line, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, self._limits), name="sparql", daemon=True)
        self._process.start()
        theirs.close()
        # Starting takes none of the first query's time.
        if not self._line.poll(60 + self._limits.seconds):
            raise EOFError
        self._line.recv()
        return self._line

    def stop(self) -> None:
        if self._process is not None and self._line is not None:
            self._process.kill()
            self._process.join()
            self._line.close()
        self._process = self._line = None


def _work(line: Connection, limits: Limits) -> None:
    """Answer what comes over the line until it is closed."""
    import pyoxigraph as ox

    from govgraph.endpoint.evaluation import evaluate

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # The engine tells of a lack of memory in forty lines; what Python has to say still comes out.
    sys.stderr = os.fdopen(os.dup(2), "w", encoding="utf-8", errors="backslashreplace")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    _limit_memory(limits.megabytes << 20)
    store, opened = None, ""
    line.send(None)
    while True:
        try:
            work = line.recv()
        except EOFError:
            return
        _wake_after(limits.seconds + _SPARE)
        try:
            if store is None or opened != work.index:
                store, opened = ox.Store.read_only(work.index), work.index
            told: object = evaluate(store, work)
        except RequestError as error:
            told = (error.status, str(error), error.headers)
        except OSError as error:
            store = None
            told = (500, f"the index cannot be read: {error}; remove {work.index}, it is made anew", {})
        except MemoryError:
            told = (500, f"the query needs more memory than the {limits.megabytes} MB it is allowed", {})
        _wake_after(0)
        line.send(told)


def _wake_after(seconds: float) -> None:
    if hasattr(signal, "alarm"):
        signal.alarm(math.ceil(seconds))  # nobody handles the signal: it ends the process


def _limit_memory(size: int) -> None:
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (size, size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        os.nice(5)
