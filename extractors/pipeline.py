"""The one visible list of what is read, in order, and the extractor that runs it over articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from extractors import directive
from extractors.events import activity, meeting, roles, speech, stops
from extractors.fragments import to_fragment
from extractors.names import agency, appointment, byline, company, organization, person, place, policy
from extractors.relations import cites, released
from extractors.reading import Reading
from graph.fragment import Article, Fragment

STAGES: tuple[tuple[str, Callable[[Reading], None]], ...] = (
    ("policies", policy.read),
    ("agencies", agency.read),
    ("companies", company.read),
    ("organizations", organization.read),
    ("bylines", byline.read),
    ("appointments", appointment.read),
    ("persons", person.read),
    ("places", place.read),
    ("meetings", meeting.read),
    ("activities", activity.read),
    ("stops", stops.read),
    ("roles", roles.read),
    ("releases", released.read),
    ("directives", directive.read),
    ("speeches", speech.read),
    ("citations", cites.read),
)


class Extractor:
    def __init__(self, *, home: str | None = None, date: str | None = None, min_confidence: float = 0.0) -> None:
        self.home, self.date, self.min_confidence = home, date, min_confidence

    def fragment(self, article: Article) -> Fragment:
        reading = Reading.of(article)
        for _, stage in STAGES:
            stage(reading)
        return to_fragment(reading, self.min_confidence)

    def fragments(self, articles: Iterable[Article]) -> Iterator[Fragment]:
        for article in articles:
            yield self.fragment(article)
