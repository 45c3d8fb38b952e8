"""Articles in, the names that they teach out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from extractors.learned.learner import LEAST_ARTICLES, Learner
from extractors.learned.model import Model
from extractors.learned.sightings import Sightings
from govgraph.extraction import Failure, read_each
from graph.fragment import Article


@dataclass(frozen=True, slots=True)
class Sighting:
    """What learning depends on besides the article."""

    home: str | None = None
    date: str | None = None

    def reader(self) -> Callable[[Article], Sightings]:
        """Return what tells which names an article has in safe places."""
        from extractors.stages import Extractor

        return Extractor(home=self.home, date=self.date).sightings


def learn(
    articles: Iterable[Article],
    *,
    home: str | None = None,
    date: str | None = None,
    jobs: int = 1,
    least_articles: int = LEAST_ARTICLES,
    report: Callable[[Failure], None] | None = None,
) -> Model:
    """Return the names that the articles teach: those in safe places in at least so many of them.

    The articles are read once, in any order, by `jobs` processes; the model is the same. The texts wait in a temporary
    file, so memory does not grow with them. What cannot be read goes to `report` and teaches nothing.
    """
    with Learner(least_articles) as learner:
        for found in read_each(articles, Sighting(home, date), jobs=jobs):
            if not isinstance(found, Failure):
                learner.add(found)
            elif report is not None:
                report(found)
        return learner.model()
