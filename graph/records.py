"""The merged graph: a node or an edge with everything that all articles together say of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from graph.errors import InvalidRecordError


@dataclass(frozen=True, slots=True)
class GraphNode:
    """A thing, under its stable id. `aliases` are its other names, sorted; `articles` those that name it, sorted."""

    id: str
    label: str
    name: str
    aliases: tuple[str, ...] = ()
    properties: dict[str, Any] = field(default_factory=dict)
    articles: tuple[str, ...] = ()

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> GraphNode:
        """Read a JSON object. Raises InvalidRecordError when a field is missing."""
        try:
            return cls(
                id=record["id"],
                label=record["label"],
                name=record["name"],
                aliases=tuple(record["aliases"]),
                properties=dict(record["properties"]),
                articles=tuple(record["articles"]),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise InvalidRecordError(f"not a node of a graph: {error!r}") from error

    def to_record(self) -> dict[str, Any]:
        """Return the JSON object of the canonical form."""
        return {
            "id": self.id,
            "label": self.label,
            "name": self.name,
            "aliases": list(self.aliases),
            "properties": dict(sorted(self.properties.items())),
            "articles": list(self.articles),
        }


@dataclass(frozen=True, slots=True)
class GraphEvidence:
    """The words of one article that prove an edge: its text from `start` to `end`, in characters."""

    article: str
    start: int
    end: int
    text: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class GraphEdge:
    """A relation, under its stable id. `evidence` is sorted by article, place and rule; `articles` is sorted."""

    id: str
    type: str
    source: str
    target: str
    properties: dict[str, Any] = field(default_factory=dict)
    evidence: tuple[GraphEvidence, ...] = ()
    articles: tuple[str, ...] = ()

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> GraphEdge:
        """Read a JSON object. Raises InvalidRecordError when a field is missing."""
        try:
            return cls(
                id=record["id"],
                type=record["type"],
                source=record["source"],
                target=record["target"],
                properties=dict(record["properties"]),
                evidence=tuple(GraphEvidence(**e) for e in record["evidence"]),
                articles=tuple(record["articles"]),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise InvalidRecordError(f"not an edge of a graph: {error!r}") from error

    @property
    def background(self) -> bool:
        """Whether no article says it: known from a gazetteer to the articles that need it."""
        return not self.evidence

    @property
    def confidence(self) -> float | None:
        """The highest confidence of its evidence; None for background."""
        if len(self.evidence) == 1:
            return self.evidence[0].confidence
        return max((e.confidence for e in self.evidence), default=None)

    def to_record(self) -> dict[str, Any]:
        """Return the JSON object of the canonical form."""
        return {
            "id": self.id,
            "type": self.type,
            "source": self.source,
            "target": self.target,
            "properties": dict(sorted(self.properties.items())),
            "evidence": [
                {
                    "article": e.article,
                    "start": e.start,
                    "end": e.end,
                    "text": e.text,
                    "rule": e.rule,
                    "confidence": e.confidence,
                }
                for e in self.evidence
            ],
            "articles": list(self.articles),
        }


def canonical_number(value: Any) -> int | float:
    """Return a number as the graph holds it: whole ones as int. Raises ValueError for what is no number."""
    number = float(value)
    return int(number) if number.is_integer() and abs(number) < 2**53 else number


def with_confidence(edge: GraphEdge, given: float | None) -> GraphEdge:
    """Return the edge, with the confidence that a file gives for it as a property where it is not the true one.

    It is the highest of the evidence and no property of its own; so a file that says otherwise is found out.
    """
    if given == edge.confidence:
        return edge
    return replace(edge, properties={**edge.properties, "confidence": given})
