"""Articles in, fragments out, on one or several processes; what fails is named and the rest goes on."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Protocol

from graph.errors import GovgraphError
from graph.fragment import Article, Fragment

_CHUNK = 16
"""Articles that a worker takes at a time."""


class Reader(Protocol):
    """What reads one article."""

    def fragment(self, article: Article) -> Fragment:
        """Return what the article says."""


class Maker(Protocol):
    """What makes a reader in each process: hashable, and fit to be sent to another process."""

    def extractor(self) -> Reader:
        """Return a new reader."""

    def __hash__(self) -> int:
        """Return the hash by which a process finds the reader that it has made already."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What an extraction depends on besides the article: the same settings give the same fragments."""

    home: str | None = None
    date: str | None = None
    min_confidence: float = 0.0

    def extractor(self) -> Reader:
        """Return an extractor with these settings."""
        from extractors.stages import Extractor

        return Extractor(home=self.home, date=self.date, min_confidence=self.min_confidence)

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


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that could not be read, and why."""

    article_id: str
    problem: str


def extract(
    articles: Iterable[Article], settings: Maker | None = None, *, jobs: int = 1
) -> Iterator[Fragment | Failure]:
    """Yield a Fragment or a Failure for each article, in the order of the articles.

    With `jobs` over 1 that many processes share the work; a chunk whose process dies is tried once more by
    itself, and then each of its articles is a Failure.
    """
    settings = settings or Settings()
    if jobs <= 1:
        extractor = settings.extractor()
        for article in articles:
            yield _one(extractor, article)
        return
    yield from _parallel(articles, settings, jobs)


def _one(extractor: Reader, article: Article) -> Fragment | Failure:
    try:
        return extractor.fragment(article)
    except GovgraphError as error:
        return Failure(article.id, str(error))
    except Exception as error:  # noqa: BLE001 - one article must not end a run of millions; the failure is reported
        return Failure(article.id, f"{type(error).__name__}: {error}")


@cache
def _extractor(settings: Maker) -> Reader:
    """Return the extractor of a worker process, made once."""
    return settings.extractor()


def _chunk(settings: Maker, articles: list[Article]) -> list[Fragment | Failure]:
    extractor = _extractor(settings)
    return [_one(extractor, article) for article in articles]


def _parallel(articles: Iterable[Article], settings: Maker, jobs: int) -> Iterator[Fragment | Failure]:
    stream = iter(articles)
    chunks: Iterator[list[Article]] = iter(lambda: list(islice(stream, _CHUNK)), [])
    waiting: deque[tuple[list[Article], Future[list[Fragment | Failure]]]] = deque()
    pool = ProcessPoolExecutor(jobs)
    try:
        while True:
            for chunk in islice(chunks, max(0, 2 * jobs - len(waiting))):
                waiting.append((chunk, _submit(pool, settings, chunk)))
            if not waiting:
                return
            chunk, future = waiting.popleft()
            try:
                yield from future.result()
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                yield from _alone(chunk, settings)
                pool = ProcessPoolExecutor(jobs)
                waiting = deque((c, f if _finished(f) else _submit(pool, settings, c)) for c, f in waiting)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _submit(pool: ProcessPoolExecutor, settings: Maker, chunk: list[Article]) -> Future[list[Fragment | Failure]]:
    """Hand a chunk to the pool; where it broke meanwhile, return a future that says so, as one handed in before would."""
    try:
        return pool.submit(_chunk, settings, chunk)
    except BrokenProcessPool as error:
        broken: Future[list[Fragment | Failure]] = Future()
        broken.set_exception(error)
        return broken


def _finished(future: Future[list[Fragment | Failure]]) -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


def _alone(chunk: list[Article], settings: Maker) -> Iterator[Fragment | Failure]:
    """Read each article of a chunk in a process of its own, so that only the one that kills it is lost."""
    for article in chunk:
        with ProcessPoolExecutor(1) as pool:
            try:
                yield from pool.submit(_chunk, settings, [article]).result()
            except BrokenProcessPool:
                yield Failure(article.id, "the process that read it died, perhaps for want of memory")
