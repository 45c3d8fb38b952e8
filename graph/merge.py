"""From fragments to merged records, by rules that give the same result in any order and grouping.

A fragment becomes statements, one for each node and edge under its stable id. What several statements say of
one thing is put together so:

- evidence and articles: the union, sorted; of one rule's hits on the same words the highest confidence stays;
- a property with several values: the one that most articles give, among equals the smallest as text;
- the day of the first report of a post: the earliest, of the last: the latest;
- the name: chosen like a property among the spellings that the id does not tell apart, the longest before the
  others where a `key` brings short and full forms together; every other spelling is an alias.

So merging is associative, commutative and idempotent, as long as an article is there with one fragment.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from graph.fragment import ARTICLE, Article, Edge, Fragment
from graph.identity import article_node_id, edge_ends, edge_id, node_id
from graph.judgements import Judged
from graph.records import GraphEdge, GraphEvidence, GraphNode
from graph.schema import load_schema

_LINE = re.compile(r":\d+$")


@dataclass(frozen=True, slots=True)
class NodeStatement:
    """What one article says of one node: its names, its aliases and the values of its properties."""

    id: str
    article: str
    label: str
    names: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    values: dict[str, tuple[Any, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EdgeStatement:
    """What one article says of one edge; without evidence the article only needs it as background."""

    id: str
    article: str
    type: str
    source: str
    target: str
    values: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    evidence: tuple[GraphEvidence, ...] = ()


def statements(fragment: Fragment, judged: Judged | None = None) -> tuple[list[NodeStatement], list[EdgeStatement]]:
    """Return the statements of a valid fragment, the article's own node included, one for each id, sorted by id.

    Judgements win over the ids that the rules give; an edge between what is judged to be one says nothing any more.
    """
    article = fragment.article.id
    ids = {ARTICLE: article_node_id(article)}
    nodes: dict[str, list[NodeStatement]] = defaultdict(list)
    nodes[ids[ARTICLE]] = [_article_statement(fragment.article)]
    for node in fragment.nodes:
        key = node_id(node.label, node.name, node.properties)
        ids[node.id] = key = judged.node(key, article) if judged else key
        nodes[key].append(NodeStatement(key, article, node.label, (node.name,), node.aliases, _values(node.properties)))
    edges: dict[str, list[EdgeStatement]] = defaultdict(list)
    for edge in fragment.edges:
        source, target = edge_ends(edge.type, ids[edge.source], ids[edge.target])
        if judged and source == target:
            continue
        key = edge_id(edge.type, source, target, edge.properties)
        evidence = tuple(
            GraphEvidence(article, e.start, e.end, e.text, e.rule, float(e.confidence)) for e in edge.evidence
        )
        values = dict(sorted((_values(edge.properties) | _reported(edge, fragment.article.date)).items()))
        edges[key].append(EdgeStatement(key, article, edge.type, source, target, values, evidence))
    return (
        [_join_node(nodes[key]) for key in sorted(nodes)],
        [_join_edge(edges[key]) for key in sorted(edges)],
    )


def merge_node(said: Sequence[NodeStatement]) -> GraphNode:
    """Return the node that one or more statements about one id make."""
    first = said[0]
    if len(said) == 1 and len(first.names) == 1 and (values := _only_values(first.values)) is not None:
        name = first.names[0]
        aliases = tuple(sorted({*first.aliases} - {name}))
        return GraphNode(first.id, first.label, name, aliases, values, (first.article,))
    size = max(len(n) for s in said for n in s.names) if any("key" in s.values for s in said) else 0
    name = _most_supported((s.article, n) for s in said for n in s.names if len(n) >= size)
    names = {n for s in said for n in (*s.names, *s.aliases)}
    return GraphNode(
        id=first.id,
        label=first.label,
        name=name,
        aliases=tuple(sorted(names - {name})),
        properties=_merge_values((s.article, s.values) for s in said),
        articles=tuple(sorted({s.article for s in said})),
    )


def merge_edge(said: Sequence[EdgeStatement]) -> GraphEdge:
    """Return the edge that one or more statements about one id make."""
    first = said[0]
    if len(said) == 1 and (values := _only_values(first.values)) is not None:
        evidence = _merge_evidence(first.evidence) if len(first.evidence) > 1 else first.evidence
        return GraphEdge(first.id, first.type, first.source, first.target, values, evidence, (first.article,))
    return GraphEdge(
        id=first.id,
        type=first.type,
        source=first.source,
        target=first.target,
        properties=_merge_values((s.article, s.values) for s in said),
        evidence=_merge_evidence(e for s in said for e in s.evidence),
        articles=tuple(sorted({s.article for s in said})),
    )


def merge(fragments: Iterable[Fragment]) -> tuple[list[GraphNode], list[GraphEdge]]:
    """Return the merged nodes and edges of valid fragments, each sorted by id. All in memory."""
    nodes: dict[str, list[NodeStatement]] = defaultdict(list)
    edges: dict[str, list[EdgeStatement]] = defaultdict(list)
    for fragment in fragments:
        said_nodes, said_edges = statements(fragment)
        for node in said_nodes:
            nodes[node.id].append(node)
        for edge in said_edges:
            edges[edge.id].append(edge)
    return [merge_node(nodes[key]) for key in sorted(nodes)], [merge_edge(edges[key]) for key in sorted(edges)]


def _article_statement(article: Article) -> NodeStatement:
    known = load_schema().nodes["Article"].properties
    values = {k: v for k in known if (v := getattr(article, k, None))}
    if article.source:
        # The line depends on what else is in the file, and the same articles must give the same graph.
        values["source"] = _LINE.sub("", article.source)
    return NodeStatement(
        article_node_id(article.id), article.id, "Article", (article.title or article.id,), (), _values(values)
    )


def _reported(edge: Edge, day: str | None) -> dict[str, tuple[Any, ...]]:
    """Return the day of the article as first and last report of an edge that keeps them."""
    if day is None or not edge.evidence:
        return {}
    return {name: (day,) for name in _CHOICES if name in load_schema().relations[edge.type].properties}


def _values(properties: Mapping[str, Any]) -> dict[str, tuple[Any, ...]]:
    return {name: (_canonical(value),) for name, value in sorted(properties.items()) if value is not None}


def _canonical(value: Any) -> Any:
    """Give equal numbers one form: 3500.0 and 3500 are the same value and must be the same bytes."""
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < 2**53 else value


def _most_supported(said: Iterable[tuple[str, Any]]) -> Any:
    """Return the value that most articles give, among equals the smallest as JSON text."""
    said = list(said)
    first = said[0][1]
    if all(value == first for _, value in said):  # nearly always
        return first
    articles: dict[str, set[str]] = defaultdict(set)
    values: dict[str, Any] = {}
    for article, value in said:
        text = json.dumps(value, ensure_ascii=False)
        articles[text].add(article)
        values[text] = value
    return values[min(articles, key=lambda text: (-len(articles[text]), text))]


def _earliest(said: Iterable[tuple[str, Any]]) -> Any:
    return min(value for _, value in said)


def _latest(said: Iterable[tuple[str, Any]]) -> Any:
    return max(value for _, value in said)


_CHOICES: dict[str, Callable[[Iterable[tuple[str, Any]]], Any]] = {
    "first_reported": _earliest,
    "last_reported": _latest,
}


def _only_values(values: Mapping[str, tuple[Any, ...]]) -> dict[str, Any] | None:
    """The short way for what most of a graph is, things said once: None when a property has several values."""
    only = {}
    for name in sorted(values):
        given = values[name]
        if len(given) != 1:
            return None
        only[name] = given[0]
    return only


def _merge_values(said: Iterable[tuple[str, Mapping[str, tuple[Any, ...]]]]) -> dict[str, Any]:
    by_name: dict[str, list[tuple[str, Any]]] = defaultdict(list)
    for article, values in said:
        for name, given in values.items():
            by_name[name] += [(article, value) for value in given]
    return {name: _CHOICES.get(name, _most_supported)(by_name[name]) for name in sorted(by_name)}


def _merge_evidence(evidence: Iterable[GraphEvidence]) -> tuple[GraphEvidence, ...]:
    best: dict[tuple[str, int, int, str], GraphEvidence] = {}
    for e in evidence:
        key = (e.article, e.start, e.end, e.rule)
        if key not in best or (e.confidence, e.text) > (best[key].confidence, best[key].text):
            best[key] = e
    return tuple(best[key] for key in sorted(best))


def _join_node(said: Sequence[NodeStatement]) -> NodeStatement:
    """Put together what one article says of one node in several places."""
    first = said[0]
    if len(said) == 1:  # nearly always; `statements` made it in this form but for the aliases
        return first if len(first.aliases) < 2 else replace(first, aliases=tuple(sorted({*first.aliases})))
    return NodeStatement(
        id=first.id,
        article=first.article,
        label=first.label,
        names=tuple(sorted({n for s in said for n in s.names})),
        aliases=tuple(sorted({a for s in said for a in s.aliases})),
        values=_join_values(s.values for s in said),
    )


def _join_edge(said: Sequence[EdgeStatement]) -> EdgeStatement:
    first = said[0]
    if len(said) == 1:
        return first if len(first.evidence) < 2 else replace(first, evidence=_merge_evidence(first.evidence))
    return EdgeStatement(
        id=first.id,
        article=first.article,
        type=first.type,
        source=first.source,
        target=first.target,
        values=_join_values(s.values for s in said),
        evidence=_merge_evidence(e for s in said for e in s.evidence),
    )


def _join_values(said: Iterable[Mapping[str, tuple[Any, ...]]]) -> dict[str, tuple[Any, ...]]:
    joined: dict[str, dict[str, Any]] = defaultdict(dict)
    for values in said:
        for name, given in values.items():
            joined[name].update({json.dumps(value, ensure_ascii=False): value for value in given})
    return {name: tuple(joined[name][text] for text in sorted(joined[name])) for name in sorted(joined)}
