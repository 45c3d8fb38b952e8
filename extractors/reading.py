"""What has been read of one article so far: the working memory that every component adds to."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from extractors.gazetteer import Division
from extractors.hits import Hits
from extractors.home import Home
from extractors.learned.model import Model
from extractors.text import Span, compact, one_width, pieces, sentences
from extractors.traditional import simplify
from graph.fragment import Article


@dataclass(slots=True, eq=False)
class Entity:
    """One thing of the article, however often it is mentioned.

    `seat` is the division that a place is or that a body serves; `trust` is what the confidence of its facts is
    multiplied by.
    """

    label: str
    name: str
    seat: Division | None = None
    aliases: set[str] = field(default_factory=set)
    properties: dict[str, Any] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    trust: float = 1.0

    @property
    def start(self) -> int:
        """Where it is first mentioned."""
        return min((m.start for m in self.mentions), default=0)

    @property
    def forms(self) -> tuple[str, ...]:
        """Its name, then the other forms, the longest first: the same order in every run."""
        return (self.name, *sorted(self.aliases - {self.name}, key=lambda form: (-len(form), form)))


@dataclass(slots=True, eq=False)
class Mention:
    """The words from `start` to `end` that name an entity, and the rule that found them."""

    start: int
    end: int
    entity: Entity
    rule: str
    confidence: float

    @property
    def label(self) -> str:
        """The label of the entity."""
        return self.entity.label


@dataclass(slots=True, eq=False)
class Fact:
    """A relation of an entity, or of ARTICLE itself, to an entity, with the words from `start` to `end` that say so."""

    type: str
    source: Entity | str
    target: Entity
    start: int
    end: int
    rule: str
    confidence: float
    properties: dict[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> tuple[Any, ...]:
        """What two records of one relation share."""
        return self.type, id(self.source), id(self.target), tuple(sorted(self.properties.items()))


@dataclass(slots=True, eq=False)
class Reading:
    """The article, its text as printed, in simplified characters and normalised, and what has been found so far.

    Names (persons, bodies, places, policies, projects) do not overlap: `claim` takes a stretch once. Events,
    directives and measurements lie over them.
    """

    article: Article
    original: str = ""
    simplified: str = ""
    text: str = ""
    body_start: int = 0
    home: Home = field(default_factory=Home)
    hits: Hits = field(default_factory=lambda: Hits([], [], {}))
    sentences: list[Span] = field(default_factory=list)
    pieces: list[int] = field(default_factory=lambda: [0])
    entities: list[Entity] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    memory: dict[str, Any] = field(default_factory=dict)
    model: Model | None = None
    _names: list[tuple[int, int, Mention]] = field(default_factory=list)
    _index: dict[tuple[str, str], Entity] = field(default_factory=dict)
    _facts: dict[tuple[Any, ...], Fact] = field(default_factory=dict)

    @classmethod
    def of(cls, article: Article, original: str | None = None, model: Model | None = None) -> Reading:
        """Start to read an article; `original` is the text that offsets count in, where it is not `article.text`.

        `model` holds the names that a corpus taught.
        """
        printed = article.text if original is None else original
        simplified, home = simplify(printed), Home.of(article.home)
        text = one_width(simplified)
        found = sentences(text)
        return cls(
            article=article,
            original=printed,
            simplified=simplified,
            text=text,
            body_start=len(printed) - len(article.body),
            home=home,
            hits=Hits.of(text, home),
            sentences=found,
            pieces=pieces(text, found),
            model=model,
        )

    @property
    def date(self) -> str | None:
        """The day of print, as an ISO prefix."""
        return self.article.date

    # -- entities and mentions

    def entity(self, label: str, name: str, *, key: str = "", **properties: Any) -> Entity:
        """Return the entity of this label and name (or `key`, where given), made when it is new.

        Properties that are None are left out; those already known are kept.
        """
        name = compact(name)
        known_as = one_width(key or name)  # 办法（试行） and 办法(试行) are one
        found = self._index.get((label, known_as))
        if found is None:
            found = Entity(label, name)
            self._index[label, known_as] = found
            self._index.setdefault((label, one_width(name)), found)
            self.entities.append(found)
        elif name != found.name:
            found.aliases.add(name)
        for prop, value in properties.items():
            if value is not None:
                found.properties.setdefault(prop, value)
        return found

    def known(self, label: str, name: str) -> Entity | None:
        """Return the entity that was made under this label and name or key."""
        return self._index.get((label, one_width(name)))

    def alias(self, entity: Entity, name: str) -> None:
        """Let further mentions under `name` be the same entity."""
        entity.aliases.add(compact(name))
        self._index.setdefault((entity.label, one_width(compact(name))), entity)

    def merge(self, entity: Entity, other: Entity) -> None:
        """Let all that was found of `other` be found of `entity`: the two are one."""
        for mention in other.mentions:
            mention.entity = entity
        entity.mentions += other.mentions
        entity.aliases |= {other.name, *other.aliases} - {entity.name}
        self.entities.remove(other)
        self._index = {key: entity if found is other else found for key, found in self._index.items()}
        facts, self.facts, self._facts = self.facts, [], {}
        for fact in facts:
            fact.source = entity if fact.source is other else fact.source
            fact.target = entity if fact.target is other else fact.target
            if self._facts.setdefault(fact.key, fact) is fact:
                self.facts.append(fact)

    def free(self, start: int, end: int) -> bool:
        """Tell whether no name has been found in this stretch yet."""
        at = bisect_left(self._names, (start, -1))
        if at < len(self._names) and self._names[at][0] < end:
            return False
        return at == 0 or self._names[at - 1][1] <= start

    def mention(
        self, entity: Entity, start: int, end: int, rule: str, confidence: float = 0.9, *, named: bool = True
    ) -> Mention:
        """Record that the words from start to end mean the entity; the printed form becomes an alias if it is `named`."""
        found = Mention(start, end, entity, rule, confidence)
        entity.mentions.append(found)
        printed = compact(self.original[start:end])
        if named and printed != entity.name:
            entity.aliases.add(printed)
        return found

    def claim(self, entity: Entity, start: int, end: int, rule: str, confidence: float = 0.9) -> Mention | None:
        """Like `mention`, but for names: None, and nothing recorded, when part of the stretch is taken."""
        if start >= end or not self.free(start, end):
            return None
        found = self.mention(entity, start, end, rule, confidence)
        insort(self._names, (start, end, found), key=lambda item: item[:2])
        return found

    def names(self, start: int = 0, end: int | None = None, *labels: str) -> Iterator[Mention]:
        """Yield the name mentions that lie within the stretch, in order; only of these labels where given."""
        stop = len(self.text) if end is None else end
        for at in range(bisect_left(self._names, (start, -1)), len(self._names)):
            begin, finish, found = self._names[at]
            if begin >= stop:
                return
            if finish <= stop and (not labels or found.label in labels):
                yield found

    def name_ending_at(self, end: int, *labels: str) -> Mention | None:
        """Return the name mention that ends exactly here."""
        at = bisect_left(self._names, (end, -1)) - 1
        if at >= 0 and self._names[at][1] == end and (not labels or self._names[at][2].label in labels):
            return self._names[at][2]
        return None

    def chain_start(self, place: Mention, floor: int = 0) -> int:
        """Return where the run of places begins that ends in this one, not before the floor: 甲省|乙市|丙县."""
        start = place.start
        while (outer := self.name_ending_at(start, "Place")) is not None and outer.start >= floor:
            start = outer.start
        return start

    def row_to(self, last: Mention) -> list[Mention]:
        """Return a name and those of its label that are listed right before it with 、 between, the first one first."""
        row = [last]
        while (before := self.name_ending_at(row[0].start - 1, last.label)) and self.text[before.end] == "、":
            row.insert(0, before)
        return row

    def name_at(self, position: int) -> Mention | None:
        """Return the name mention that covers this position."""
        at = bisect_left(self._names, (position + 1, -1)) - 1
        if at >= 0 and self._names[at][0] <= position < self._names[at][1]:
            return self._names[at][2]
        return None

    def of_label(self, *labels: str) -> list[Entity]:
        """Return the entities of these labels, in the order of their first mention."""
        return sorted((e for e in self.entities if e.label in labels), key=lambda e: e.start)

    # -- facts

    def fact(
        self,
        kind: str,
        source: Entity | str,
        target: Entity,
        span: tuple[int, int],
        rule: str,
        confidence: float = 0.8,
        **properties: Any,
    ) -> None:
        """Record a relation; said twice with the same ends and properties it is kept once, with the better rule."""
        if source is target:
            return
        confidence *= target.trust if isinstance(source, str) else source.trust * target.trust
        known = {name: value for name, value in properties.items() if value is not None}
        found = Fact(kind, source, target, span[0], span[1], rule, confidence, known)
        old = self._facts.get(found.key)
        if old is None:
            self._facts[found.key] = found
            self.facts.append(found)
        elif confidence > old.confidence:
            old.start, old.end, old.rule, old.confidence = span[0], span[1], rule, confidence

    def has_fact(self, kind: str, source: Entity | None = None, target: Entity | None = None) -> bool:
        """Tell whether a relation of this type with these ends (None: any) is recorded."""
        return any(
            f.type == kind and (source is None or f.source is source) and (target is None or f.target is target)
            for f in self.facts
        )

    def forget(self, kind: str, target: Entity) -> None:
        """Take back the relations of this type to an entity."""
        self.facts = [f for f in self.facts if f.type != kind or f.target is not target]
        self._facts = {f.key: f for f in self.facts}

    # -- text

    def sentence(self, position: int) -> Span:
        """Return the sentence around a position."""
        at = bisect_left(self._sentence_ends, position + 1)
        return self.sentences[min(at, len(self.sentences) - 1)] if self.sentences else Span(0, len(self.text))

    @property
    def _sentence_ends(self) -> list[int]:
        ends: list[int] | None = self.memory.get("sentence ends")
        if ends is None:
            ends = self.memory["sentence ends"] = [s.end for s in self.sentences]
        return ends
