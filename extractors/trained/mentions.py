"""What has been read of an article: its entities with their mentions, sentences and the facts so far."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import numpy as np

from extractors.reading import Entity, Fact, Reading
from extractors.text import Span
from extractors.trained.text import LETTERS, Text
from extractors.trained.weights import Ints, hashed

EVENTS = "VM"
STEPS = np.array((0, 1, 2, 3, 5, 8, 12, 18, 26, 40, 60, 100, 200))
"""Distances in characters are told apart by these bounds."""


def step(distance: Ints) -> Ints:
    """Return the classes of distances: 0 to 13."""
    return np.searchsorted(STEPS, distance)


def letter(entity: Entity) -> str:
    """Return the letter of an entity's label."""
    return LETTERS[entity.label]


class Mentions:
    """The entities of a reading that models choose among, numbered in order, and what is known of each."""

    def __init__(self, reading: Reading) -> None:
        """Look at the entities, facts and sentences."""
        self.reading, self.text = reading, Text.of(reading)
        self.entities = [e for e in reading.entities if e.label in LETTERS and e.mentions]
        self.spans = [sorted({Span(m.start, m.end) for m in e.mentions}) for e in self.entities]
        self.numbers = {id(e): number for number, e in enumerate(self.entities)}
        self.letters = "".join(letter(e) for e in self.entities)
        self.title_end = reading.sentences[0].end if reading.sentences else 0
        self.facts: dict[tuple[int, int], list[Fact]] = defaultdict(list)
        self.by_source: dict[int, list[Fact]] = defaultdict(list)
        self.by_target: dict[int, list[Fact]] = defaultdict(list)
        for fact in reading.facts:
            source = self.numbers.get(id(fact.source))
            target = self.numbers.get(id(fact.target))
            if source is not None:
                self.by_source[source].append(fact)
            if target is not None:
                self.by_target[target].append(fact)
            if source is not None and target is not None:
                self.facts[source, target].append(fact)
        size = len(reading.text)
        ends = [sentence.end for sentence in reading.sentences] or [size]
        self.sentence_of = np.searchsorted(ends, np.arange(size + 1), side="right")
        self.names_before = {
            kind: self._before(
                span.start for n, spans in enumerate(self.spans) if self.letters[n] in of for span in spans
            )
            for kind, of in [*((kind, kind) for kind in "NLACOP"), ("", "NLACOP")]
        }

    def _before(self, starts: Iterable[int]) -> Ints:
        """Return how many of the mentions begin before each position."""
        marks = np.zeros(len(self.reading.text) + 1, np.int64)
        for start in starts:
            marks[start] += 1
        return np.concatenate([[0], np.cumsum(marks)])

    def sentence(self, position: int) -> int:
        """Return the number of the sentence around a position."""
        return int(self.sentence_of[position])

    def ends_of(self, names: int) -> Ints:
        """Return for each entity the hash of the last characters of its name."""
        return np.array([hashed(e.name[-names:]) for e in self.entities] or [0], np.uint64).astype(np.int64)
