"""The one visible list of what is read, in order, and the extractor that runs it over articles.

`extractors.pipeline` makes a spaCy component of each stage; nothing here needs spaCy, which takes a second to load.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from extractors import directive, identity, measurement, scope
from extractors.events import activity, meeting, roles, speech, stops
from extractors.fragments import to_fragment
from extractors.names import agency, appointment, byline, company, organization, person, place, policy, project, zone
from extractors.reading import Reading
from extractors.relations import belongs, cites, cooperates, located, released, undertakes
from extractors.version import version
from graph.errors import GovgraphError
from graph.fragment import Article, Fragment

STAGES: tuple[tuple[str, Callable[[Reading], None]], ...] = (
    ("policies", policy.read),
    ("companies", company.read),
    ("organizations", organization.read),
    ("zones", zone.read),
    ("agencies", agency.read),
    ("projects", project.read),
    ("bylines", byline.read),
    ("appointments", appointment.read),
    ("persons", person.read),
    ("places", place.read),
    ("locations", located.read),
    ("cooperations", cooperates.read),
    ("undertakings", undertakes.read),
    ("belongings", belongs.read),
    ("meetings", meeting.read),
    ("activities", activity.read),
    ("stops", stops.read),
    ("roles", roles.read),
    ("releases", released.read),
    ("directives", directive.read),
    ("speeches", speech.read),
    ("measurements", measurement.read),
    ("citations", cites.read),
    ("scopes", scope.read),
    ("identities", identity.read),
)


class Extractor:
    """Reads articles: one fragment each.

    `home` and `date` stand in where an article has none of its own; facts under `min_confidence` are left out.
    """

    def __init__(self, *, home: str | None = None, date: str | None = None, min_confidence: float = 0.0) -> None:
        """Raise GovgraphError when the home names no known division."""
        if home is not None and not Reading.of(Article(id="home", title="", body="", home=home)).home.path:
            raise GovgraphError(f"home {home!r} names no division: give a path such as 山西省吕梁市")
        self.version = version()
        self._home, self._date, self._min_confidence = home, date, min_confidence

    def fragment(self, article: Article) -> Fragment:
        """Return what one article says."""
        return to_fragment(self.reading(article), self._min_confidence)

    def reading(self, article: Article) -> Reading:
        """Return all that was found in one article, whatever its confidence: what `fragment` is made of."""
        article = replace(article, home=article.home or self._home, date=article.date or self._date)
        reading = Reading.of(article)
        for _, stage in STAGES:
            stage(reading)
        return reading

    def fragments(self, articles: Iterable[Article]) -> Iterator[Fragment]:
        """Yield the fragment of each article, in order."""
        return map(self.fragment, articles)
