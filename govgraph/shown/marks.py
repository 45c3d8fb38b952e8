"""What is marked in the text of an article, and what is said of it."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.fragments import kept_entities, to_fragment
from extractors.stages import Extractor
from graph.fragment import ARTICLE, Article, Edge, Evidence, Fragment, Node

OVER = frozenset({"Meeting", "Activity", "Directive"})
"""Labels whose mentions may lie over names, and are underlined; the others are names, and are tinted."""

_UNLINKED = OVER | {"Measurement"}
"""Labels whose nodes say nothing without a fact."""

_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""Controls, halves of characters, separators of lines, marks of direction."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The words from `start` to `end` name the node; `rule` says which rule found them, None if they were looked up."""

    start: int
    end: int
    node: Node
    rule: str | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """An edge of the fragment and the words that prove it; without words it comes from a gazetteer."""

    edge: Edge
    source: Node | None
    target: Node
    words: Evidence | None

    @property
    def span(self) -> tuple[int, int]:
        """Where the words stand; (0, 0) without any."""
        return (self.words.start, self.words.end) if self.words else (0, 0)


@dataclass(frozen=True, slots=True)
class Shown:
    """An article with what is marked in its text; `facts` come in the order of their words, None as source: article."""

    fragment: Fragment
    marks: tuple[Mark, ...]

    @property
    def article(self) -> Article:
        """The article."""
        return self.fragment.article

    @property
    def facts(self) -> list[Fact]:
        """One fact for each evidence of each edge, those without evidence last."""
        nodes = {node.id: node for node in self.fragment.nodes}
        facts = [
            Fact(edge, None if edge.source == ARTICLE else nodes[edge.source], nodes[edge.target], words)
            for edge in self.fragment.edges
            for words in edge.evidence or (None,)
        ]
        return sorted(facts, key=lambda f: (f.words is None, f.span, f.edge.type))


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text in which nothing begins or ends, with all marks over it, the shortest first."""

    start: int
    end: int
    marks: tuple[Mark, ...]

    @property
    def tint(self) -> Mark | None:
        """The shortest name over it."""
        return next((mark for mark in self.marks if mark.node.label not in OVER), None)

    @property
    def lines(self) -> list[Mark]:
        """The events and directives over it."""
        return [mark for mark in self.marks if mark.node.label in OVER]


def read(article: Article, extractor: Extractor, min_confidence: float = 0.0) -> Shown:
    """Return the article with what the extractor finds in it, every mention marked where it was found."""
    reading = extractor.reading(article)
    fragment = replace(to_fragment(reading, min_confidence), article=reading.article)
    entities = kept_entities(reading, min_confidence)
    marks = {
        (mention.start, mention.end, node.id): Mark(mention.start, mention.end, node, mention.rule, mention.confidence)
        for node in fragment.nodes
        for mention in sorted(entities[node.id].mentions, key=lambda m: m.confidence)
        if mention.confidence >= min_confidence and mention.start < mention.end
    }
    return Shown(fragment, _ordered(marks.values()))


def look_up(fragment: Fragment, min_confidence: float = 0.0) -> Shown:
    """Return a stored fragment with its names marked wherever its text has one of their forms, the longest first.

    A fragment does not say where a name stands, so a mark may be where the extractor saw none.
    """
    edges = []
    for edge in fragment.edges:
        sure = tuple(words for words in edge.evidence if words.confidence >= min_confidence)
        if sure or not edge.evidence:
            edges.append(replace(edge, evidence=sure))
    linked = {end for edge in edges for end in (edge.source, edge.target)}
    nodes = tuple(n for n in fragment.nodes if not min_confidence or n.id in linked or n.label not in _UNLINKED)
    found = [
        Mark(*match.span(), node)
        for node in nodes
        for form in (node.name, *node.aliases)
        if form
        for match in re.finditer(r"\s*".join(map(re.escape, form)), fragment.article.text)
    ]
    marks: list[Mark] = []
    taken: set[int] = set()
    for mark in sorted(found, key=lambda m: (m.start - m.end, m.start, m.node.id)):
        stretch = range(mark.start, mark.end)
        if mark.node.label in OVER:
            if not any(m.node is mark.node and m.start < mark.end and mark.start < m.end for m in marks):
                marks.append(mark)
        elif taken.isdisjoint(stretch):
            taken.update(stretch)
            marks.append(mark)
    return Shown(replace(fragment, nodes=nodes, edges=tuple(edges)), _ordered(marks))


def pieces(shown: Shown, start: int, end: int, cuts: Iterable[int] = ()) -> Iterator[Piece]:
    """Yield the pieces of the text from start to end, cut where a mark begins or ends and at `cuts`."""
    marks = [mark for mark in shown.marks if mark.start < end and start < mark.end]
    bounds = {start, end, *cuts, *(m.start for m in marks), *(m.end for m in marks)}
    inside = sorted(bound for bound in bounds if start <= bound <= end)
    coming = deque(sorted(marks, key=lambda m: m.start))
    over: list[Mark] = []
    for begin, finish in pairwise(inside):
        over = [mark for mark in over if mark.end > begin]
        while coming and coming[0].start < finish:
            over.append(coming.popleft())
        yield Piece(begin, finish, tuple(sorted(over, key=lambda m: (m.end - m.start, m.start, m.node.id))))


def visible(text: str) -> str:
    """Return the text, of the same length, with � for what could steer a terminal or turn lines around."""
    return _STEERING.sub("\ufffd", text)


def said(node: Node | None) -> str:
    """Return what a node is called in a list of facts."""
    return "article" if node is None else node.name


def _ordered(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    return tuple(sorted(marks, key=lambda m: (m.start, -m.end, m.node.id)))
