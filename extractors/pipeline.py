"""The one visible list of what is read, in order; each stage is a spaCy component of its own.

`spacy.blank("zh").add_pipe("govgraph")` reads everything; `add_pipe("govgraph_persons")` and the like read one thing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from weakref import WeakKeyDictionary

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from extractors import directive, identity, measurement, scope
from extractors.events import activity, meeting, roles, speech, stops
from extractors.fragments import to_fragment
from extractors.names import agency, appointment, byline, company, organization, person, place, policy, project, zone
from extractors.reading import Mention, Reading
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

SPANS = "govgraph"
"""The key of `doc.spans` that holds every mention, those that overlap included."""

_readings: WeakKeyDictionary[Doc, Reading] = WeakKeyDictionary()

Doc.set_extension("govgraph_article", default=None, force=True)
Doc.set_extension("govgraph", default=None, force=True)


class Component:
    """A spaCy component that runs stages over a Doc: mentions go to `doc.spans`, names and dates to `doc.ents`."""

    def __init__(self, stages: tuple[str, ...], *, finish: bool = False) -> None:
        """Take the names of STAGES to run; `finish` also leaves the fragment's record in `doc._.govgraph`."""
        self._stages = tuple(stage for name, stage in STAGES if name in stages)
        self._finish = finish

    def __call__(self, doc: Doc) -> Doc:
        """Return the Doc with what the stages found."""
        reading = _reading(doc)
        before = {id(m) for e in reading.entities for m in e.mentions}
        for stage in self._stages:
            stage(reading)
        _show(doc, [m for e in reading.entities for m in e.mentions if id(m) not in before])
        if self._finish:
            doc._.govgraph = to_fragment(reading).to_record()
        return doc


@Language.factory("govgraph", assigns=["doc.ents", "doc._.govgraph"])
def _whole(nlp: Language, name: str) -> Component:
    return Component(tuple(stage for stage, _ in STAGES), finish=True)


def _factory(stage: str) -> Callable[[Language, str], Component]:
    def make(nlp: Language, name: str) -> Component:
        return Component((stage,))

    return make


for _stage, _ in STAGES:
    Language.factory(f"govgraph_{_stage}", assigns=["doc.ents"], func=_factory(_stage))


def _reading(doc: Doc) -> Reading:
    """Return what has been read of the Doc so far; a text that is no article is a body without a title."""
    found = _readings.get(doc)
    if found is None:
        record = doc._.govgraph_article
        article = Article.from_record(record) if record else Article(id="doc", title="", body=doc.text)
        found = _readings[doc] = Reading.of(article, doc.text)
    return found


def _show(doc: Doc, mentions: list[Mention]) -> None:
    """Put new mentions on the Doc; of overlapping ones `doc.ents` shows the longest that was there first."""
    spans = [s for m in mentions if (s := _span(doc, m)) is not None]
    group = doc.spans.get(SPANS)
    doc.spans[SPANS] = [*(group or ()), *spans]
    taken = list(doc.ents)
    free = [s for s in filter_spans(spans) if not any(s.start < t.end and t.start < s.end for t in taken)]
    doc.set_ents([*taken, *free])


def _span(doc: Doc, mention: Mention) -> Span | None:
    return doc.char_span(mention.start, mention.end, label=mention.label, alignment_mode="expand")


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


def load() -> Language:
    """Return a blank Chinese spaCy pipeline with the whole of govgraph in it."""
    nlp = spacy.blank("zh")
    nlp.add_pipe("govgraph")
    return nlp
