"""The graph as RDF: what is said of a node or edge, in the lines of N-Quads.

The default graph holds the whole merged graph, each triple once: queries need neither GRAPH nor a union. Beside it
every article has a named graph (`graph_iri`) with what this article says: its statements and their evidence. So
`GRAPH ?g { … }` asks who says it, and dropping a graph retracts an article.

An edge is there twice: as a plain triple, `node:… gg:CONVENED node:…`, and as a statement with its own IRI, which
carries qualifiers, confidence and evidence (`gg:quote`, `gg:rule`, `gg:confidence`, `prov:wasQuotedFrom` the
passage). How the statement names its triple is one of `STATEMENTS`. Dates are typed by their precision; an interval
stays text.

Text is the fast way: an object of the RDF library for each term costs ten times as much as its line, and the library
checks every line when it reads it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from decimal import Decimal
from functools import cache, lru_cache
from json.encoder import encode_basestring as quoted
from typing import Any

from pyoxigraph import Quad, RdfFormat, parse

from graph.identity import article_node_id
from graph.readable import Readable
from graph.records import GraphEdge, GraphNode
from graph.schema import load_schema
from graph.vocabulary import (
    BASE,
    CLASSES,
    LANGUAGE,
    PREFIXES,
    PROPERTIES,
    RELATIONS,
    edge_iri,
    graph_iri,
    iri,
    node_iri,
    own_prefixes,
    passage_iri,
    quote,
)

STATEMENTS = ("n-ary", "reification", "triple-terms")
"""How a statement names its triple: by `gg:subject`, `gg:relation` and `gg:object`, as an `rdf:Statement` by
`rdf:subject`, `rdf:predicate` and `rdf:object`, or as RDF 1.2 has it: it `rdf:reifies` a triple term.
"""

NAMING = {
    "n-ary": ("gg:subject", "gg:relation", "gg:object"),
    "reification": ("rdf:subject", "rdf:predicate", "rdf:object"),
}
"""The properties by which a statement names its triple."""
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_DATE_TYPES = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}
_OWN_OR_LITERAL = re.compile(rf'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|<{re.escape(BASE)}(?:schema|node|edge|graph):')
_NOT_CANONICAL = ("\\u00", "\x7f", "\ufffe", "\uffff")
_ESCAPE = re.compile(r"\\(?:u00[01][0-9a-f]|.)|[\x7f\ufffe\uffff]")
_END = " .\n"
_READER = f"<{iri('gg:govgraph')}>"
"""The program that read the articles."""


def nquads(store: Readable, *, named: bool = True, statements: str = STATEMENTS[0]) -> Iterator[str]:
    """Yield the merged graph as N-Quads, some lines at a time: labels of the terms, nodes, edges, in the order of ids.

    Without `named` only what stands in the default graph. Inside one snapshot of the store, memory does not grow.
    """
    with store.snapshot():
        yield vocabulary_nquads()
        for node in store.nodes():
            yield node_nquads(node, named)
        for edge in store.edges():
            yield edge_nquads(edge, named, statements)


def quads_of(
    record: GraphNode | GraphEdge | None, named: bool = True, statements: str = STATEMENTS[0]
) -> Iterator[Quad]:
    """Return the quads of one node or edge, or of None: those that every graph has."""
    if record is None:
        text = vocabulary_nquads()
    elif isinstance(record, GraphNode):
        text = node_nquads(record, named)
    else:
        text = edge_nquads(record, named, statements)
    return parse(text, format=RdfFormat.N_QUADS)


def rebased(text: str, base: str) -> str:
    """Return N-Quads of this module with our own IRIs under another base; what literals say stays."""
    starts = {f"<{PREFIXES[name]}": f"<{start}" for name, start in own_prefixes(base).items()}
    return _OWN_OR_LITERAL.sub(lambda found: starts.get(found[0], found[0]), text)


def canonical(text: str) -> str:
    """Return N-Quads of this module with what canonical N-Quads escape, in the form in which they escape it."""
    if any(mark in text for mark in _NOT_CANONICAL):
        return _ESCAPE.sub(_escaped, text)
    return text


def _escaped(found: re.Match[str]) -> str:
    what = found[0]
    if what[0] != "\\":
        return f"\\u{ord(what):04X}"
    return f"\\u{what[2:].upper()}" if what[1] == "u" else what


@cache
def vocabulary_nquads() -> str:
    """Return what the graph's own terms are called, in Chinese and English, and what read the articles."""
    schema = load_schema()
    parts = (schema.nodes, schema.relations, schema.properties, schema.statement_classes, schema.statement_properties)
    label = _term("rdfs:label")
    about = []
    for name, term in (item for part in parts for item in part.items()):
        for text, language in ((term.zh, LANGUAGE), (term.en, "en")):
            about.append(f"{_term(f'gg:{name}')} {label} {quoted(text)}@{language}{_END}")
    about.append(f"{_READER} {_term('rdf:type')} {_term('prov:SoftwareAgent')}{_END}")
    about.append(f'{_READER} {label} "govgraph"@en{_END}')
    return "".join(about)


def node_nquads(node: GraphNode, named: bool = True) -> str:
    """Return what is said of a node; with `named`, of an article also what its named graph is."""
    subject = f"<{node_iri(node.id)}>"
    name = _name(node.name)
    about = "".join([f"{subject} {more}{_END}" for more in _head(node.label)]) + (
        f"{subject} {_IDENTIFIER} {quoted(node.id)}{_END}"
        f"{subject} {_LABEL} {name}{_END}"
        f"{subject} {_PREF_LABEL} {name}{_END}"
    )
    for alias in node.aliases:
        about += f"{subject} {_ALT_LABEL} {_name(alias)}{_END}"
    if node.properties:
        terms = _properties(node.label)
        for key, value in sorted(node.properties.items()):
            kind, *names = terms[key]
            literal = _literal(kind, value)
            for term in names:
                about += f"{subject} {term} {literal}{_END}"
    if node.label != "Article":
        for article in node.articles:
            about += f"{subject} {_DERIVED} {_article(article)}{_END}"
    elif named:
        for article in node.articles:
            about += _graph_description(article)
    return about


def edge_nquads(edge: GraphEdge, named: bool = True, statements: str = STATEMENTS[0]) -> str:
    """Return what is said of an edge, of its statement and evidence; with `named`, by each article in its own graph too."""
    iri_of_statement = edge_iri(edge.id)
    statement = f"<{iri_of_statement}>"
    claim = _claim(edge, statement, statements)
    links: dict[str, str] = {}
    words: dict[str, str] = {}
    for e in edge.evidence:
        proof = f"<{iri_of_statement}#{quote(e.article)}:{e.start}-{e.end}:{quote(e.rule)}>"
        links[e.article] = links.get(e.article, "") + f"{statement} {_EVIDENCE} {proof}{_END}"
        words[e.article] = words.get(e.article, "") + (
            f"{proof} {_IS_EVIDENCE}{_END}"
            f"{proof} {_QUOTE} {quoted(e.text)}@{LANGUAGE}{_END}"
            f"{proof} {_RULE} {quoted(e.rule)}{_END}"
            f"{proof} {_CONFIDENCE} {_number(e.confidence)}{_END}"
            f"{proof} {_QUOTED_FROM} <{passage_iri(e.article, e.start, e.end)}>{_END}"
        )
    sources = {article: f"{statement} {_DERIVED} {_article(article)}{_END}" for article in links}
    # Terms of one kind stand together: the formats that join what has one subject repeat it otherwise.
    merged = [claim, _about(edge, statement, links), *sources.values(), *links.values(), *words.values()]
    if named:
        # A line's end stands nowhere else: in a text it is escaped, in an IRI encoded.
        merged += [
            f"{claim}{source}{links[article]}{words[article]}".replace(_END, f" <{graph_iri(article)}>{_END}")
            for article, source in sources.items()
        ]
    return "".join(merged)


@cache
def _term(name: str) -> str:
    return f"<{iri(name)}>"


_IDENTIFIER, _LABEL, _DERIVED = _term("dcterms:identifier"), _term("rdfs:label"), _term("prov:wasDerivedFrom")
_PREF_LABEL, _ALT_LABEL, _QUOTED_FROM = _term("skos:prefLabel"), _term("skos:altLabel"), _term("prov:wasQuotedFrom")
_EVIDENCE, _QUOTE, _RULE, _CONFIDENCE = map(_term, ("gg:evidence", "gg:quote", "gg:rule", "gg:confidence"))
_TYPE, _DECIMAL = _term("rdf:type"), _term("xsd:decimal")
_IS_EVIDENCE = f"{_TYPE} {_term('gg:Evidence')}"


@cache
def _head(label: str) -> list[str]:
    """What follows the subject in the first lines of every node of a label."""
    return [f"{_TYPE} {_term(name)}" for name in (f"gg:{label}", *CLASSES[label])]


@cache
def _properties(label: str) -> dict[str, list[Any]]:
    """The kind of each property of a label, and the terms that say it."""
    return {
        key: [kind, _term(f"gg:{key}"), *([_term(PROPERTIES[label, key])] if (label, key) in PROPERTIES else [])]
        for key, kind in load_schema().nodes[label].properties.items()
    }


@cache
def _ways(kind: str, statements: str) -> tuple[str, str, bool, list[str]]:
    """Of a relation: its term, the standard one or nothing, whether that runs the other way, what its statements are."""
    standard, inverse = RELATIONS.get(kind, ("", False))
    types = ["gg:Statement"]
    types += ["rdf:Statement"] * (statements == "reification") + ["org:Membership"] * (kind == "HOLDS_POST")
    return _term(f"gg:{kind}"), _term(standard) if standard else "", inverse, [f"{_TYPE} {_term(t)}" for t in types]


def _claim(edge: GraphEdge, statement: str, statements: str) -> str:
    """The edge as a triple, as the standard triple that follows from it, and as a statement with its qualifiers."""
    source, target = f"<{node_iri(edge.source)}>", f"<{node_iri(edge.target)}>"
    relation, standard, inverse, types = _ways(edge.type, statements)
    claim = f"{source} {relation} {target}{_END}"
    if standard:
        claim += f"{target} {standard} {source}{_END}" if inverse else f"{source} {standard} {target}{_END}"
    for sort in types:
        claim += f"{statement} {sort}{_END}"
    if statements == "triple-terms":
        claim += f"{statement} {_term('rdf:reifies')} <<( {source} {relation} {target} )>>{_END}"
    else:
        subject, predicate, thing = map(_term, NAMING[statements])
        claim += (
            f"{statement} {subject} {source}{_END}"
            f"{statement} {predicate} {relation}{_END}"
            f"{statement} {thing} {target}{_END}"
        )
    if edge.type == "HOLDS_POST":
        claim += (
            f"{statement} {_term('org:member')} {source}{_END}{statement} {_term('org:organization')} {target}{_END}"
        )
    if edge.properties:
        kinds = load_schema().relations[edge.type].properties
        for key, value in sorted(edge.properties.items()):
            claim += f"{statement} {_term(f'gg:{key}')} {_literal(kinds[key], value)}{_END}"
    return claim


def _about(edge: GraphEdge, statement: str, said_by: Collection[str]) -> str:
    """What is known of the statement as a whole, and no single article says."""
    about = f"{statement} {_IDENTIFIER} {quoted(edge.id)}{_END}"
    if edge.confidence is None:
        about += f'{statement} {_term("gg:background")} "true"^^{_term("xsd:boolean")}{_END}'
    else:
        about += f"{statement} {_CONFIDENCE} {_number(edge.confidence)}{_END}"
    if len(edge.articles) > len(said_by):
        needing = [article for article in edge.articles if article not in said_by]
        about += "".join([f"{statement} {_term('gg:neededBy')} {_article(article)}{_END}" for article in needing])
    return about


def _graph_description(article: str) -> str:
    graph = f"<{graph_iri(article)}>"
    return (
        f"{graph} {_TYPE} {_term('prov:Entity')}{_END}"
        f"{graph} {_DERIVED} {_article(article)}{_END}"
        f"{graph} {_term('prov:wasAttributedTo')} {_READER}{_END}"
    )


def _article(article_id: str) -> str:
    return f"<{node_iri(article_node_id(article_id))}>"


def _name(text: str) -> str:
    """A name in its language: one of Latin letters alone is no Chinese."""
    english = text.isascii() and any(map(str.isalpha, text))
    return f"{quoted(text)}@{'en' if english else LANGUAGE}"


@lru_cache(1024)
def _number(value: float) -> str:
    number = repr(value)
    if "e" in number:
        number = format(Decimal(number), "f")
    return f'"{number.removesuffix(".0")}"^^{_DECIMAL}'


def _literal(kind: str | tuple[str, ...], value: Any) -> str:
    if kind == "number":
        return _number(value)
    if kind == "date" and _DATE.fullmatch(value):
        return f'"{value}"^^{_term(_DATE_TYPES[len(value)])}'
    return quoted(str(value))
