"""The stages as spaCy components, one for each, and one for all of them.

`spacy.blank("zh").add_pipe("govgraph")` reads everything; `add_pipe("govgraph_persons")` and the like read one thing.
"""

# No postponed annotations here: spaCy 3.8.2 reads those of the factories and takes no text for a type.

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Self
from weakref import WeakKeyDictionary

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from extractors.fragments import to_fragment
from extractors.learned.model import Model
from extractors.reading import Mention, Reading
from extractors.stages import STAGES, Extractor, check_home
from graph.fragment import Article

__all__ = ["SPANS", "STAGES", "Component", "Extractor", "load"]

SPANS = "govgraph"
"""The key of `doc.spans` that holds every mention, those that overlap included; `kb_id_` is the name in full."""

_CLAUSES = ("Activity", "Directive")
"""What is a clause of the text rather than a name in it."""

_NAMES_FILE = "names.tsv"

_readings: WeakKeyDictionary[Doc, Reading] = WeakKeyDictionary()

Doc.set_extension("govgraph_article", default=None, force=True)
Doc.set_extension("govgraph", default=None, force=True)


class Component:
    """A spaCy component that runs stages over a Doc: mentions go to `doc.spans`, names and dates to `doc.ents`.

    `use` gives it the names that a corpus taught; `nlp.to_disk` writes them with the pipeline.
    """

    def __init__(
        self,
        stages: tuple[str, ...],
        *,
        finish: bool = False,
        home: str | None = None,
        date: str | None = None,
        min_confidence: float = 0.0,
    ) -> None:
        """Take the names of STAGES to run; `finish` also leaves the fragment's record in `doc._.govgraph`.

        `home`, `date` and `min_confidence` are those of Extractor. Raises GovgraphError for an unknown home.
        """
        check_home(home)
        self._stages = tuple(stage for name, stage in STAGES if name in stages)
        self._finish = finish
        self._home, self._date, self._min_confidence = home, date, min_confidence
        self.model: Model | None = None

    def use(self, model: Model | str | Path | None) -> Self:
        """Know the names of a model, or of its file, from now on; None forgets them. Returns the component."""
        self.model = Model.given(model)
        return self

    def __call__(self, doc: Doc) -> Doc:
        """Return the Doc with what the stages found."""
        reading = _reading(doc, self._home, self._date)
        reading.model = self.model or reading.model
        before = {id(m) for e in reading.entities for m in e.mentions}
        for stage in self._stages:
            stage(reading)
        _show(doc, [m for e in reading.entities for m in e.mentions if id(m) not in before])
        if self._finish:
            doc._.govgraph = to_fragment(reading, self._min_confidence).to_record()
        return doc

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Return the names that it knows; empty without any. spaCy keeps the settings itself."""
        return b"" if self.model is None else self.model.text.encode("utf-8")

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Self:
        """Know the names that `to_bytes` returned. Raises ModelError."""
        return self.use(Model.parse(data.decode("utf-8")) if data else None)

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the names that it knows into a folder."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _NAMES_FILE).unlink(missing_ok=True)
        if self.model is not None:
            self.model.write(folder / _NAMES_FILE)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Self:
        """Know the names that `to_disk` wrote. Raises ModelError."""
        file = Path(path) / _NAMES_FILE
        return self.use(file if file.exists() else None)


@Language.factory(
    "govgraph",
    assigns=["doc.ents", "doc._.govgraph"],
    default_config={"home": None, "date": None, "min_confidence": 0.0},
)
def _whole(nlp: Language, name: str, home: str | None, date: str | None, min_confidence: float) -> Component:
    stages = tuple(stage for stage, _ in STAGES)
    return Component(stages, finish=True, home=home, date=date, min_confidence=min_confidence)


def _factory(stage: str) -> Callable[[Language, str], Component]:
    def make(nlp: Language, name: str) -> Component:
        return Component((stage,))

    return make


FACTORIES = SimpleNamespace(
    govgraph=_whole,
    **{
        f"govgraph_{stage}": Language.factory(f"govgraph_{stage}", assigns=["doc.ents"], func=_factory(stage))
        for stage, _ in STAGES
    },
)
"""What makes each component, by its name: spaCy finds them here when it loads a pipeline (`pyproject.toml`)."""


def _reading(doc: Doc, home: str | None, date: str | None) -> Reading:
    """Return what has been read of the Doc so far; a text that is no article is a body without a title."""
    found = _readings.get(doc)
    if found is None:
        record = doc._.govgraph_article
        article = Article.from_record(record) if record else Article(id="doc", title="", body=doc.text)
        article = replace(article, home=article.home or home, date=article.date or date)
        found = _readings[doc] = Reading.of(article, doc.text)
    return found


def _show(doc: Doc, mentions: list[Mention]) -> None:
    """Put new mentions on the Doc.

    Of overlapping ones `doc.ents` shows the longest name, a clause only where no name stands in it, and whatever
    components of others found before.
    """
    shown = doc.spans.get(SPANS) or ()
    others = set(doc.ents) - set(shown)
    spans = [*shown, *(s for m in mentions if (s := _span(doc, m)) is not None)]
    doc.spans[SPANS] = spans
    ents = sorted(others)
    for group in ([s for s in spans if s.label_ not in _CLAUSES], [s for s in spans if s.label_ in _CLAUSES]):
        ents += [s for s in filter_spans(group) if not any(s.start < e.end and e.start < s.end for e in ents)]
    doc.set_ents(ents)


def _span(doc: Doc, mention: Mention) -> Span | None:
    return doc.char_span(
        mention.start, mention.end, label=mention.label, kb_id=mention.entity.name, alignment_mode="expand"
    )


def load() -> Language:
    """Return a blank Chinese spaCy pipeline with the whole of govgraph in it."""
    nlp = spacy.blank("zh")
    nlp.add_pipe("govgraph")
    return nlp
