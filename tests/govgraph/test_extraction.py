"""Extraction goes on when an article cannot be read, in one process and in several, and keeps the order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from govgraph.extraction import Failure, read_each
from graph.errors import InvalidRecordError
from graph.fragment import Article, Fragment

COUNT = 100


@dataclass(frozen=True)
class Touchy:
    """Reads articles, but not every one."""

    deadly: str = ""

    def reader(self) -> Callable[[Article], Fragment]:
        return self._read

    def _read(self, article: Article) -> Fragment:
        if article.id == self.deadly:
            os._exit(3)
        if article.body == "odd":
            raise ZeroDivisionError("no such year")
        if article.body == "refused":
            raise InvalidRecordError("article 'x': no text")
        return Fragment(article)


def _articles() -> list[Article]:
    bodies = {7: "odd", 50: "refused"}
    return [Article(id=f"a{n}", title="", body=bodies.get(n, "text")) for n in range(COUNT)]


@pytest.mark.parametrize("jobs", [1, 3])
def test_a_failing_article_is_named_and_the_rest_goes_on(jobs: int) -> None:
    results = list(read_each(iter(_articles()), Touchy(), jobs=jobs))
    assert [r.article_id if isinstance(r, Failure) else r.article.id for r in results] == [
        f"a{n}" for n in range(COUNT)
    ]
    failures = [r for r in results if isinstance(r, Failure)]
    assert failures == [
        Failure("a7", "ZeroDivisionError: no such year"),
        Failure("a50", "article 'x': no text"),
    ]


def test_only_the_article_that_kills_its_process_is_lost() -> None:
    results = list(read_each(iter(_articles()), Touchy(deadly="a33"), jobs=2))
    assert len(results) == COUNT
    assert [r.article_id for r in results if isinstance(r, Failure)] == ["a7", "a33", "a50"]


def test_nothing_in_nothing_out() -> None:
    assert list(read_each([], Touchy(), jobs=2)) == []


def test_articles_are_taken_as_they_are_needed() -> None:
    taken = 0

    def stream() -> Iterator[Article]:
        nonlocal taken
        for article in _articles():
            taken += 1
            yield article

    results = read_each(stream(), Touchy(), jobs=1)
    next(results)
    assert taken == 1
