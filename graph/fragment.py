"""The record types: an article, and the fragment that holds what one article says."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.errors import InvalidRecordError
from graph.schema import load_schema
from graph.versions import unreadable

ARTICLE = "article"
"""The node id that stands for the article itself as the source of an edge."""

_ARTICLE_FIELDS = ("id", "title", "section", "byline", "publication", "date", "home", "source")
_NODE_FIELDS = ("id", "label", "name", "aliases")
_EDGE_FIELDS = ("type", "source", "target", "evidence")


@dataclass(frozen=True, slots=True)
class Article:
    """One article. `text` is title, newline, body: what every offset counts in.

    `date` is an ISO prefix, `home` the path of divisions of the place whose paper it is (`山西省吕梁市`),
    `source` the file it came from with its line (`page.txt:12`). Unknown fields are None.
    `inferred` names the fields that were worked out and not printed or given.
    """

    id: str
    title: str
    body: str
    section: str | None = None
    byline: str | None = None
    publication: str | None = None
    date: str | None = None
    home: str | None = None
    source: str | None = None
    inferred: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Title, newline, body."""
        return f"{self.title}\n{self.body}"

    def to_record(self, *, body: bool = True) -> dict[str, Any]:
        """Return the JSON object of the article, without the fields that are unknown."""
        record: dict[str, Any] = {
            name: getattr(self, name) for name in _ARTICLE_FIELDS if getattr(self, name) is not None
        }
        if self.inferred:
            record["inferred"] = list(self.inferred)
        if body:
            record["body"] = self.body
        return record

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Article:
        """Read a JSON object. Raises InvalidRecordError when `id` is missing or a field is not a string."""
        for name in (*_ARTICLE_FIELDS, "body"):
            if record.get(name) is not None and not isinstance(record[name], str):
                raise InvalidRecordError(f"article field {name!r} is {type(record[name]).__name__}, not a string")
        if not record.get("id"):
            raise InvalidRecordError("article has no 'id'")
        return cls(
            id=record["id"],
            title=record.get("title") or "",
            body=record.get("body") or "",
            **{name: record.get(name) or None for name in _ARTICLE_FIELDS[2:]},
            inferred=tuple(record.get("inferred") or ()),
        )


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that prove an edge: `text` is the article's text from `start` to `end`, in characters."""

    start: int
    end: int
    text: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Node:
    """A thing that the article names. `properties` are those that the schema lists for its label."""

    id: str
    label: str
    name: str
    aliases: tuple[str, ...] = ()
    properties: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation between two nodes of the fragment; its source may be ARTICLE.

    Without evidence it is background knowledge from a gazetteer and not the article's word.
    """

    type: str
    source: str
    target: str
    evidence: tuple[Evidence, ...] = ()
    properties: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fragment:
    """What one article says: self-contained, deterministic, the unit of merging and of retraction."""

    article: Article
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()

    def to_record(self, *, body: bool = False) -> dict[str, Any]:
        """Return the JSON object, with the version of the schema; the article's body only when asked for."""
        return {
            "schema": load_schema().version,
            "article": self.article.to_record(body=body),
            "nodes": [
                {"id": n.id, "label": n.label, "name": n.name, "aliases": list(n.aliases), **n.properties}
                for n in self.nodes
            ],
            "edges": [
                {
                    "type": e.type,
                    "source": e.source,
                    "target": e.target,
                    **e.properties,
                    "evidence": [
                        {"start": v.start, "end": v.end, "text": v.text, "rule": v.rule, "confidence": v.confidence}
                        for v in e.evidence
                    ],
                }
                for e in self.edges
            ],
        }

    def to_json(self, *, body: bool = False) -> str:
        """Return one line of JSON."""
        return json.dumps(self.to_record(body=body), ensure_ascii=False)

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Fragment:
        """Read a JSON object; one that says no version of the schema is of 1.0.0.

        Raises InvalidRecordError when a required field is missing, or when it was made with a newer version of the schema
        or one that is no longer read.
        """
        if "schema" in record and (why := unreadable(record["schema"], load_schema().version)):
            raise InvalidRecordError(f"not a fragment that can be read: {why}")
        try:
            nodes = tuple(
                Node(
                    id=str(n["id"]),
                    label=n["label"],
                    name=n["name"],
                    aliases=tuple(n.get("aliases") or ()),
                    properties={k: v for k, v in n.items() if k not in _NODE_FIELDS},
                )
                for n in record["nodes"]
            )
            edges = tuple(
                Edge(
                    type=e["type"],
                    source=str(e["source"]),
                    target=str(e["target"]),
                    evidence=tuple(Evidence(**v) for v in e.get("evidence") or ()),
                    properties={k: v for k, v in e.items() if k not in _EDGE_FIELDS},
                )
                for e in record["edges"]
            )
            return cls(article=Article.from_record(record["article"]), nodes=nodes, edges=edges)
        except (KeyError, TypeError) as error:
            raise InvalidRecordError(f"not a fragment: {error!r}") from error
