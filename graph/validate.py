"""Whether a fragment is sound: what the schema permits, ends that exist, words that stand where they are said to."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from graph.fragment import ARTICLE, Edge, Fragment, Node
from graph.identity import normalise
from graph.schema import NodeType, RelationType, load_schema

_LARGEST = 2**53
"""From here on whole numbers are not the same in every format and database."""

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def validate(fragment: Fragment) -> list[str]:
    """Return what is wrong with the fragment, one sentence a problem; an empty list when it is sound."""
    problems = list(_article_problems(fragment))
    labels = {ARTICLE: "Article"}
    for node in fragment.nodes:
        if node.id in labels:
            problems.append(f"node id {node.id!r} is used twice" if node.id != ARTICLE else _reserved())
        problems += _node_problems(node)
        labels.setdefault(node.id, node.label)
    for number, edge in enumerate(fragment.edges, 1):
        where = f"edge {number} ({edge.type})"
        problems += [f"{where}: {problem}" for problem in _edge_problems(edge, labels, fragment)]
    return problems


def is_date(value: object) -> bool:
    """Whether it is an ISO date of any precision (`2025`, `2025-03`, `2025-03-20`) or an interval of two in order."""
    if not isinstance(value, str):
        return False
    parts = value.split("/")
    return len(parts) <= 2 and all(_is_moment(p) for p in parts) and parts == sorted(parts)


def _is_moment(text: str) -> bool:
    match = _DATE.fullmatch(text)
    if match is None:
        return False
    year, month, day = (int(part or 1) for part in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _reserved() -> str:
    return f"node id {ARTICLE!r} is kept for the article itself"


def _article_problems(fragment: Fragment) -> Iterator[str]:
    article = fragment.article
    if not article.id.strip() or normalise(article.id) == "":
        yield "the article has no id"
    if article.date is not None and not is_date(article.date):
        yield f"the article's date {article.date!r} is not an ISO date"
    for name in ("id", "title", "body", "section", "byline", "publication", "home", "source"):
        if not _is_unicode(getattr(article, name)):
            yield f"the article's {name} holds half a surrogate pair"


def _node_problems(node: Node) -> Iterator[str]:
    where = f"node {node.id!r}"
    kind = load_schema().nodes.get(node.label) if isinstance(node.label, str) else None
    if kind is None:
        yield f"{where}: unknown label {node.label!r}"
        return
    if node.label == "Article":
        yield f"{where}: an article is no node of its own fragment; edges name it as {ARTICLE!r}"
    if not isinstance(node.name, str) or not _is_unicode(node.name) or not normalise(node.name):
        yield f"{where}: the name {node.name!r} is empty or no text"
    if not all(isinstance(a, str) and a and _is_unicode(a) for a in node.aliases):
        yield f"{where}: an alias is empty or no text"
    yield from (f"{where}: {problem}" for problem in _property_problems(node.properties, kind))


def _edge_problems(edge: Edge, labels: Mapping[str, str], fragment: Fragment) -> Iterator[str]:
    relation = load_schema().relations.get(edge.type) if isinstance(edge.type, str) else None
    if relation is None:
        yield "unknown relation type"
        return
    for role, end, permitted in (("source", edge.source, relation.source), ("target", edge.target, relation.target)):
        if end not in labels:
            yield f"its {role} {end!r} is no node of the fragment"
        elif labels[end] not in permitted:
            yield f"its {role} is {labels[end]}, permitted are {', '.join(permitted)}"
    yield from _property_problems(edge.properties, relation)
    yield from _evidence_problems(edge, fragment)


def _evidence_problems(edge: Edge, fragment: Fragment) -> Iterator[str]:
    text = fragment.article.text
    # Without its body an article has nothing but its title to compare with.
    known = len(text) if fragment.article.body else len(fragment.article.title)
    for e in edge.evidence:
        if not (_is_whole(e.start) and _is_whole(e.end) and 0 <= e.start < e.end):
            yield f"evidence from {e.start!r} to {e.end!r} is no stretch of text"
        elif fragment.article.body and e.end > len(text):
            yield f"evidence from {e.start} to {e.end} ends behind the article's {len(text)} characters"
        elif e.end <= known and text[e.start : e.end] != e.text:
            yield f"evidence {e.text!r} is not what stands from {e.start} to {e.end}: {text[e.start : e.end]!r}"
        if not isinstance(e.text, str) or not _is_unicode(e.text) or not isinstance(e.rule, str):
            yield "evidence text or rule is no text"
        if not (_is_number(e.confidence) and 0 <= e.confidence <= 1):
            yield f"confidence {e.confidence!r} is not between 0 and 1"


def _property_problems(properties: Mapping[str, Any], kind: NodeType | RelationType) -> Iterator[str]:
    for name, value in properties.items():
        expected = kind.properties.get(name)
        if expected is None:
            yield f"unknown property {name!r}"
        elif value is None:
            continue
        elif isinstance(expected, tuple):
            if value not in expected:
                yield f"{name} is {value!r}, permitted are {', '.join(expected)}"
        elif expected == "date":
            if not is_date(value):
                yield f"{name} is {value!r}, not an ISO date"
        elif expected == "number":
            if not _is_number(value):
                yield f"{name} is {value!r}, not a number"
        elif not isinstance(value, str) or not _is_unicode(value):
            yield f"{name} is {value!r}, not a text"


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < _LARGEST


def _is_number(value: object) -> bool:
    return _is_whole(value) or (isinstance(value, float) and math.isfinite(value))


def _is_unicode(text: str | None) -> bool:
    try:
        (text or "").encode()
    except UnicodeEncodeError:
        return False
    return True
