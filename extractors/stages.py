"""The one visible list of what is read, in order, and the extractor that runs it over articles.

`extractors.pipeline` makes a spaCy component of each stage; nothing here needs spaCy, which takes a second to load.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import takewhile
from pathlib import Path

from extractors import directive, identity, measurement, scope
from extractors.events import activity, bare_meetings, roles, speech, stops
from extractors.fragments import to_fragment
from extractors.home import Home
from extractors.learned import recognise
from extractors.learned.model import Model
from extractors.learned.sightings import Sightings, sightings
from extractors.names import (
    agency,
    appointment,
    byline,
    chain_forms,
    company,
    completed,
    framed,
    level_bodies,
    local_firms,
    members,
    openings,
    organization,
    person,
    place,
    policy,
    project,
    rosters,
    same_works,
    zone,
)
from extractors.reading import Reading
from extractors.relations import belongs, cites, cooperates, located, released, undertakes
from extractors.trained import likely, relations
from extractors.version import version
from graph.errors import GovgraphError
from graph.fragment import Article, Fragment


def _lists(reading: Reading) -> None:
    """Add zones that foreign names stand in, and lists whose frame says what every item is: rows of people, projects opened together."""
    zone.national(reading)
    rosters.find(reading)
    openings.read(reading)


def _firms(reading: Reading) -> None:
    """Add the firms, then the projects that their frame tells and that firms may begin, before what is inside their names."""
    company.read(reading)
    local_firms.read(reading)
    completed.read(reading)
    framed.read(reading)


def _agencies(reading: Reading) -> None:
    """Add the agencies, then the other bodies of the home that only their level word tells."""
    agency.read(reading)
    level_bodies.read(reading)


def _scopes(reading: Reading) -> None:
    """Add the forms of names with and without the places before them, and what tells namesakes apart."""
    chain_forms.read(reading)
    scope.read(reading)


def _persons(reading: Reading) -> None:
    """Add the persons and their posts, then the post of all in a list of members."""
    person.read(reading)
    members.read(reading)


def _works(reading: Reading) -> None:
    """Add the projects; those of two names are one."""
    project.read(reading)
    same_works.read(reading)


STAGES: tuple[tuple[str, Callable[[Reading], None]], ...] = (
    ("policies", policy.read),
    ("rosters", _lists),
    ("companies", _firms),
    ("organizations", organization.read),
    ("zones", zone.read),
    ("agencies", _agencies),
    ("projects", _works),
    ("likely_names", likely.read),
    ("bylines", byline.read),
    ("appointments", appointment.read),
    ("persons", _persons),
    ("learned", recognise.read),
    ("places", place.read),
    ("locations", located.read),
    ("cooperations", cooperates.read),
    ("undertakings", undertakes.read),
    ("belongings", belongs.read),
    ("meetings", bare_meetings.read),
    ("activities", activity.read),
    ("stops", stops.read),
    ("roles", roles.read),
    ("releases", released.read),
    ("directives", directive.read),
    ("speeches", speech.read),
    ("measurements", measurement.read),
    ("citations", cites.read),
    ("likely_relations", relations.read),
    ("scopes", _scopes),
    ("identities", identity.read),
)


RULES = tuple(stage for stage in STAGES if stage[1] not in (likely.read, relations.read))
"""The stages without those of the trained models."""

_SAFE_STAGES = tuple(takewhile(lambda stage: stage[1] is not recognise.read, RULES))
"""What names are learned from."""


class Extractor:
    """Reads articles: one fragment each.

    `home` and `date` stand in where an article has none of its own; facts under `min_confidence` are left out;
    `model` holds names that a corpus taught, or is the file of `govgraph learn` that does. With `rules_only` the trained
    models that come with the package (`extractors.trained`) add nothing.
    """

    def __init__(
        self,
        *,
        home: str | None = None,
        date: str | None = None,
        min_confidence: float = 0.0,
        model: Model | str | Path | None = None,
        rules_only: bool = False,
    ) -> None:
        """Raise GovgraphError when the home names no known division, ModelError when the model cannot be read."""
        check_home(home)
        self.version = version()
        self._home, self._date, self._min_confidence = home, date, min_confidence
        self._model = Model.given(model)
        self._stages = RULES if rules_only else STAGES

    def fragment(self, article: Article) -> Fragment:
        """Return what one article says."""
        return to_fragment(self.reading(article), self._min_confidence)

    def reading(
        self, article: Article, stages: Iterable[tuple[str, Callable[[Reading], None]]] | None = None
    ) -> Reading:
        """Return all that was found in one article, whatever its confidence: what `fragment` is made of.

        With some of the `STAGES` only, what these find.
        """
        article = replace(article, home=article.home or self._home, date=article.date or self._date)
        reading = Reading.of(article, model=self._model)
        for _, stage in self._stages if stages is None else stages:
            stage(reading)
        return reading

    def sightings(self, article: Article) -> Sightings:
        """Return the names that the article has in safe places: what a model is learned from."""
        return sightings(self.reading(article, _SAFE_STAGES))

    def fragments(self, articles: Iterable[Article]) -> Iterator[Fragment]:
        """Yield the fragment of each article, in order."""
        return map(self.fragment, articles)


def check_home(home: str | None) -> None:
    """Raise GovgraphError when the home names no known division."""
    if home is not None and not Home.of(home).path:
        raise GovgraphError(f"home {home!r} names no division: give a path such as 山西省吕梁市")
