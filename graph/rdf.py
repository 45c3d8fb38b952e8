"""The graph as RDF quads.

The default graph holds the whole merged graph, each triple once: queries need neither GRAPH nor a union. Beside it
every article has a named graph (`graph_iri`) with what this article says: its statements and their evidence. So
`GRAPH ?g { … }` asks who says it, and dropping a graph retracts an article.

An edge is there twice: as a plain triple, `node:… gg:CONVENED node:…`, and as a statement with its own IRI, which
carries qualifiers, confidence and evidence (`gg:quote`, `gg:rule`, `gg:confidence`, `prov:wasQuotedFrom` the
passage). Dates are typed by their precision; an interval stays text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Triple

from graph.identity import article_node_id
from graph.records import GraphEdge, GraphEvidence, GraphNode
from graph.schema import load_schema
from graph.store import GraphStore
from graph.vocabulary import (
    CLASSES,
    LANGUAGE,
    PROPERTIES,
    RELATIONS,
    edge_iri,
    graph_iri,
    iri,
    node_iri,
    passage_iri,
    quote,
)

_DATE_TYPES = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


def triples(store: GraphStore) -> Iterator[Triple]:
    """Yield the merged graph, each triple once, nodes before edges, in id order."""
    with store.snapshot():
        for node in store.nodes():
            yield from _node(node)
        for edge in store.edges():
            yield from _edge(edge)


def quads(store: GraphStore) -> Iterator[Quad]:
    """Yield the merged graph in the default graph, and what each article says in its named graph."""
    with store.snapshot():
        for node in store.nodes():
            yield from quads_of(node)
        for edge in store.edges():
            yield from quads_of(edge)


def quads_of(record: GraphNode | GraphEdge, named: bool = True) -> Iterator[Quad]:
    """Yield the quads of one node or edge; without `named` only those of the default graph's merged graph."""
    everywhere = DefaultGraph()
    if isinstance(record, GraphNode):
        for triple in _node(record):
            yield _in(everywhere, triple)
        if named and record.label == "Article":
            yield from _graph_description(record)
    else:
        for triple in _edge(record):
            yield _in(everywhere, triple)
        if named:
            yield from _article_quads(record)


@cache
def term(name: str) -> NamedNode:
    """Return the node of a prefixed name such as `gg:Meeting`."""
    return NamedNode(iri(name))


def _node(node: GraphNode) -> Iterator[Triple]:
    subject = NamedNode(node_iri(node.id))
    for name in (f"gg:{node.label}", *CLASSES[node.label]):
        yield Triple(subject, term("rdf:type"), term(name))
    yield Triple(subject, term("dcterms:identifier"), Literal(node.id))
    yield Triple(subject, term("rdfs:label"), Literal(node.name, language=LANGUAGE))
    yield Triple(subject, term("skos:prefLabel"), Literal(node.name, language=LANGUAGE))
    for alias in node.aliases:
        yield Triple(subject, term("skos:altLabel"), Literal(alias, language=LANGUAGE))
    kinds = load_schema().nodes[node.label].properties
    for name, value in sorted(node.properties.items()):
        yield Triple(subject, term(f"gg:{name}"), _literal(kinds[name], value))
        if standard := PROPERTIES.get((node.label, name)):
            yield Triple(subject, term(standard), _literal(kinds[name], value))
    for article in node.articles:
        if node.label != "Article":
            yield Triple(subject, term("prov:wasDerivedFrom"), _article(article))


def _edge(edge: GraphEdge) -> Iterator[Triple]:
    statement = NamedNode(edge_iri(edge.id))
    yield from _claim(edge)
    yield Triple(statement, term("dcterms:identifier"), Literal(edge.id))
    said_by = sorted({e.article for e in edge.evidence})
    if edge.background:
        yield Triple(statement, term("gg:background"), Literal(True))
    else:
        yield Triple(statement, term("gg:confidence"), _number(edge.confidence))
    for article in said_by:
        yield Triple(statement, term("prov:wasDerivedFrom"), _article(article))
    for article in edge.articles:
        if article not in said_by:
            yield Triple(statement, term("gg:neededBy"), _article(article))
    for evidence in edge.evidence:
        yield from _evidence(statement, evidence)


def _article_quads(edge: GraphEdge) -> Iterator[Quad]:
    statement = NamedNode(edge_iri(edge.id))
    proof: dict[str, list[GraphEvidence]] = {}
    for evidence in edge.evidence:
        proof.setdefault(evidence.article, []).append(evidence)
    for article, said in proof.items():
        graph = NamedNode(graph_iri(article))
        for triple in _claim(edge):
            yield _in(graph, triple)
        yield Quad(statement, term("prov:wasDerivedFrom"), _article(article), graph)
        for evidence in said:
            for triple in _evidence(statement, evidence):
                yield _in(graph, triple)


def _claim(edge: GraphEdge) -> Iterator[Triple]:
    """The edge as a triple, as the standard triple that follows from it, and as a statement with its qualifiers."""
    statement = NamedNode(edge_iri(edge.id))
    source, target = NamedNode(node_iri(edge.source)), NamedNode(node_iri(edge.target))
    yield Triple(source, term(f"gg:{edge.type}"), target)
    if edge.type in RELATIONS:
        name, inverse = RELATIONS[edge.type]
        yield Triple(target, term(name), source) if inverse else Triple(source, term(name), target)
    yield Triple(statement, term("rdf:type"), term("gg:Statement"))
    yield Triple(statement, term("rdf:type"), term("rdf:Statement"))
    yield Triple(statement, term("rdf:subject"), source)
    yield Triple(statement, term("rdf:predicate"), term(f"gg:{edge.type}"))
    yield Triple(statement, term("rdf:object"), target)
    if edge.type == "HOLDS_POST":
        yield Triple(statement, term("rdf:type"), term("org:Membership"))
        yield Triple(statement, term("org:member"), source)
        yield Triple(statement, term("org:organization"), target)
    kinds = load_schema().relations[edge.type].properties
    for name, value in sorted(edge.properties.items()):
        yield Triple(statement, term(f"gg:{name}"), _literal(kinds[name], value))


def _evidence(statement: NamedNode, e: GraphEvidence) -> Iterator[Triple]:
    evidence = NamedNode(f"{statement.value}#{quote(e.article)}:{e.start}-{e.end}:{quote(e.rule)}")
    yield Triple(statement, term("gg:evidence"), evidence)
    yield Triple(evidence, term("rdf:type"), term("gg:Evidence"))
    yield Triple(evidence, term("gg:quote"), Literal(e.text, language=LANGUAGE))
    yield Triple(evidence, term("gg:rule"), Literal(e.rule))
    yield Triple(evidence, term("gg:confidence"), _number(e.confidence))
    yield Triple(evidence, term("prov:wasQuotedFrom"), NamedNode(passage_iri(e.article, e.start, e.end)))


def _graph_description(node: GraphNode) -> Iterator[Quad]:
    for article in node.articles:
        graph, everywhere = NamedNode(graph_iri(article)), DefaultGraph()
        yield Quad(graph, term("rdf:type"), term("prov:Entity"), everywhere)
        yield Quad(graph, term("prov:wasDerivedFrom"), _article(article), everywhere)


def _in(graph: NamedNode | DefaultGraph, triple: Triple) -> Quad:
    return Quad(triple.subject, triple.predicate, triple.object, graph)


def _article(article_id: str) -> NamedNode:
    return NamedNode(node_iri(article_node_id(article_id)))


def _number(value: float | None) -> Literal:
    return Literal(float(value or 0))


def _literal(kind: str | tuple[str, ...], value: Any) -> Literal:
    if kind == "number":
        return _number(value)
    if kind == "date" and _DATE.fullmatch(value):
        return Literal(value, datatype=term(_DATE_TYPES[len(value)]))
    return Literal(str(value))
