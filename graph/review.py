"""The desk at which identity is judged: likely pairs with the words that speak for each side. Terminal and web use it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from graph.candidates import MIXED, Candidate
from graph.errors import UnknownNameError
from graph.judgements import Judgement, divided
from graph.merge import statements
from graph.schema import load_schema
from graph.store import GraphStore

_ARTICLES = 3
_WORDS = 6


@dataclass(frozen=True, slots=True)
class Words:
    """What an article says that concerns a node; `start` and `end` count characters of its text."""

    article: str
    date: str | None
    type: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Side:
    """One of two nodes: what it is called, and words of its first articles."""

    id: str
    name: str
    aliases: tuple[str, ...]
    articles: int
    evidence: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """What is to be judged: `duplicate` nodes that may be one, or a node and what one article means by it (`mixed`)."""

    kind: str
    score: float
    reasons: tuple[str, ...]
    left: Side
    right: Side

    def to_record(self) -> dict[str, Any]:
        """Return the JSON object."""
        return asdict(self)


class Review:
    """Pairs to judge in a graph, and the judging of them."""

    def __init__(self, store: GraphStore, author: str = "") -> None:
        """Take the graph and who judges."""
        self.author = author
        self._store = store

    def pairs(self, *, label: str | None = None, least: float = 0.6, limit: int = 50) -> list[Pair]:
        """Return what is not judged yet, the likeliest first, of at least the score `least`.

        Raises UnknownNameError for a label that the schema lacks.
        """
        if label is not None and label not in load_schema().nodes:
            raise UnknownNameError(f"no label {label!r}; there are {', '.join(load_schema().nodes)}")
        found = self._store.candidates(label=label, least=least)
        return [pair for c in found[:limit] if (pair := self.pair(c)) is not None]

    def pair(self, candidate: Candidate) -> Pair | None:
        """Return both sides of a candidate with their words; None when the graph has them no more."""
        left, right = self.side(candidate.left), self.side(candidate.right)
        if left is None or right is None:
            return None
        if candidate.kind == MIXED:
            _, _, article = divided(candidate.right)
            node = self._store.node(candidate.left)
            others = [a for a in (node.articles if node else ()) if a != article]
            left = replace(left, evidence=self._of(others, left.id))
        return Pair(candidate.kind, candidate.score, candidate.reasons, left, right)

    def settled(self, pair: Pair) -> bool:
        """Tell whether the pair is judged by now, or follows from what is."""
        return self._store.judged().settled(pair.left.id, pair.right.id)

    def judge(self, pair: Pair, verdict: str, at: str = "", note: str = "") -> None:
        """Keep `yes`, `no` or `unsure` for a pair; `at` is an ISO time. Raises ConflictingJudgementError."""
        self._store.judge([Judgement.of(pair.left.id, pair.right.id, verdict, note=note, author=self.author, at=at)])

    def side(self, node_id: str) -> Side | None:
        """Return a node with words of its articles; of a part only its article's. None when the graph has no such node."""
        whole, _, article = divided(node_id)
        node = self._store.node(node_id) or self._store.node(whole)
        if node is None:
            return None
        chosen = (article,) if article else node.articles[:_ARTICLES]
        count = len(chosen if article else node.articles)
        return Side(node_id, node.name, node.aliases, count, self._of(chosen, node.id))

    def _of(self, articles: Sequence[str], node_id: str) -> tuple[Words, ...]:
        return tuple(w for a in articles[:_ARTICLES] for w in self._words(a, node_id))[:_WORDS]

    def _words(self, article: str, node_id: str) -> list[Words]:
        fragment = self._store.fragment(article)
        if fragment is None:
            return []
        _, edges = statements(fragment, self._store.judged())
        day = fragment.article.date
        return [
            Words(article, day, edge.type, evidence.text, evidence.start, evidence.end)
            for edge in edges
            if node_id in (edge.source, edge.target)
            for evidence in edge.evidence[:1]
        ]
