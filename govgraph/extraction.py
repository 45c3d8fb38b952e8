"""Articles in, fragments out, on one or several processes; what fails is named and the rest goes on."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache
from itertools import islice
from multiprocessing import parent_process
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import TYPE_CHECKING, Protocol, TypeVar

from graph.errors import GovgraphError
from graph.fragment import Article, Fragment

if TYPE_CHECKING:
    from extractors.learned.model import Model

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

_CHUNK = 16
"""Articles that a worker takes at a time."""
_AHEAD = 24
"""Chunks for each worker that are under way: enough to work on while the store writes a batch of a thousand articles."""


class Maker(Protocol[T_co]):
    """What makes a reader in each process: hashable, and fit to be sent to another process."""

    def reader(self) -> Callable[[Article], T_co]:
        """Return a new function that reads one article."""

    def __hash__(self) -> int:
        """Return the hash by which a process finds the reader that it has made already."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What an extraction depends on besides the article: the same settings give the same fragments."""

    home: str | None = None
    date: str | None = None
    min_confidence: float = 0.0
    model: Model | None = None
    rules_only: bool = False

    def reader(self) -> Callable[[Article], Fragment]:
        """Return what an extractor with these settings finds in an article."""
        from extractors.stages import Extractor

        return Extractor(
            home=self.home,
            date=self.date,
            min_confidence=self.min_confidence,
            model=self.model,
            rules_only=self.rules_only,
        ).fragment

    def version(self) -> str:
        """Return the name of what makes the fragments: the extractor's version and the settings."""
        from extractors.version import version

        parts = [version(), *(f"{key}={value}" for key, value in self._given())]
        return " ".join(parts)

    def _given(self) -> Iterator[tuple[str, object]]:
        if self.home:
            yield "home", self.home
        if self.date:
            yield "date", self.date
        if self.min_confidence:
            yield "min_confidence", self.min_confidence
        if self.model is not None:
            yield "model", self.model.digest
        if self.rules_only:
            yield "rules_only", True


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that could not be read, and why."""

    article_id: str
    problem: str


def extract(
    articles: Iterable[Article], settings: Settings | None = None, *, jobs: int = 1
) -> Iterator[Fragment | Failure]:
    """Yield a Fragment or a Failure for each article, in the order of the articles."""
    return read_each(articles, settings or Settings(), jobs=jobs)


def read_each(articles: Iterable[Article], maker: Maker[T], *, jobs: int = 1) -> Iterator[T | Failure]:
    """Yield what the maker's reader returns for each article, or a Failure, in the order of the articles.

    With `jobs` over 1 that many processes share the work; a chunk whose process dies is tried once more by
    itself, and then each of its articles is a Failure.
    """
    if jobs <= 1:
        reader = maker.reader()
        for article in articles:
            yield _one(reader, article)
        return
    yield from _parallel(articles, maker, jobs)


def _one(reader: Callable[[Article], T], article: Article) -> T | Failure:
    try:
        return reader(article)
    except GovgraphError as error:
        return Failure(article.id, str(error))
    except MemoryError:
        return Failure(article.id, "there is not enough memory to read it; do it again with more, or with fewer --jobs")
    except Exception as error:  # noqa: BLE001 - one article must not end a run of millions; the failure is reported
        return Failure(article.id, f"{type(error).__name__}: {error}")


@cache
def _reader(maker: Maker[T]) -> Callable[[Article], T]:
    """Return the reader of a worker process, made once."""
    return maker.reader()


def _chunk(maker: Maker[T], articles: list[Article]) -> list[T | Failure]:
    reader = _reader(maker)
    return [_one(reader, article) for article in articles]


def _parallel(articles: Iterable[Article], maker: Maker[T], jobs: int) -> Iterator[T | Failure]:
    stream = iter(articles)
    chunks: Iterator[list[Article]] = iter(lambda: list(islice(stream, _CHUNK)), [])
    waiting: deque[tuple[list[Article], Future[list[T | Failure]]]] = deque()
    pool = _pool(jobs)
    try:
        while True:
            for chunk in islice(chunks, max(0, _AHEAD * jobs - len(waiting))):
                waiting.append((chunk, _submit(pool, maker, chunk)))
            if not waiting:
                return
            chunk, future = waiting.popleft()
            try:
                yield from future.result()
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                yield from _alone(chunk, maker)
                pool = _pool(jobs)
                waiting = deque((c, f if _finished(f) else _submit(pool, maker, c)) for c, f in waiting)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, initializer=_end_with_parent)


def _end_with_parent() -> None:
    """Have this worker end when the process that gives it work is killed: it would wait for more for ever."""
    parent = parent_process()
    if parent is not None:
        Thread(target=_outlive, args=(parent,), daemon=True).start()


def _outlive(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _submit(pool: ProcessPoolExecutor, maker: Maker[T], chunk: list[Article]) -> Future[list[T | Failure]]:
    """Hand a chunk to the pool; where it broke meanwhile, return a future that says so, as one handed in before would."""
    try:
        return pool.submit(_chunk, maker, chunk)
    except BrokenProcessPool as error:
        broken: Future[list[T | Failure]] = Future()
        broken.set_exception(error)
        return broken


def _finished(future: Future[list[T | Failure]]) -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


def _alone(chunk: list[Article], maker: Maker[T]) -> Iterator[T | Failure]:
    """Read the articles of a chunk one by one, in a new process behind each that kills its own, so that only it is lost."""
    pool = _pool(1)
    try:
        for article in chunk:
            try:
                yield from pool.submit(_chunk, maker, [article]).result()
            except BrokenProcessPool:
                yield Failure(article.id, "the process that read it died, perhaps for want of memory")
                pool.shutdown(wait=False)
                pool = _pool(1)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
