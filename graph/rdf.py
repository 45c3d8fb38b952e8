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
from functools import cache
from json.encoder import encode_basestring as quoted
from typing import Any

from pyoxigraph import Quad, RdfFormat, parse

from graph.identity import article_node_id
from graph.readable import Readable
from graph.records import GraphEdge, GraphEvidence, GraphNode
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
_OWN_OR_LITERAL = re.compile(rf'"[^"\\]*+(?:\\.[^"\\]*+)*+"|<{re.escape(BASE)}(?:schema|node|edge|graph):')
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
    about = _node(node)
    if named and node.label == "Article":
        about += [line for article in node.articles for line in _graph_description(article)]
    return _END.join(about) + _END


def edge_nquads(edge: GraphEdge, named: bool = True, statements: str = STATEMENTS[0]) -> str:
    """Return what is said of an edge, of its statement and evidence; with `named`, by each article in its own graph too."""
    statement = edge_iri(edge.id)
    claim = _claim(edge, f"<{statement}>", statements)
    proofs: dict[str, tuple[list[str], list[str]]] = {}
    for e in edge.evidence:
        links, words = proofs.setdefault(e.article, ([], []))
        link, *more = _evidence(statement, e)
        links.append(link)
        words += more
    sources = {article: f"<{statement}> {_term('prov:wasDerivedFrom')} {_article(article)}" for article in proofs}
    # Terms of one kind stand together: the formats that join what has one subject repeat it otherwise.
    merged = [*claim, *_about(edge, f"<{statement}>", proofs), *sources.values()]
    for links, _ in proofs.values():
        merged += links
    for _, words in proofs.values():
        merged += words
    text = _END.join(merged) + _END
    if not named:
        return text
    for article, (links, words) in proofs.items():
        end = f" <{graph_iri(article)}> .\n"
        text += end.join([*claim, sources[article], *links, *words]) + end
    return text


@cache
def _term(name: str) -> str:
    return f"<{iri(name)}>"


@cache
def _head(label: str) -> list[str]:
    """What follows the subject in the first lines of every node of a label."""
    return [f" {_term('rdf:type')} {_term(name)}" for name in (f"gg:{label}", *CLASSES[label])]


def _node(node: GraphNode) -> list[str]:
    subject = f"<{node_iri(node.id)}>"
    name = _name(node.name)
    about = [subject + more for more in _head(node.label)]
    about += (
        f"{subject} {_term('dcterms:identifier')} {quoted(node.id)}",
        f"{subject} {_term('rdfs:label')} {name}",
        f"{subject} {_term('skos:prefLabel')} {name}",
    )
    about += [f"{subject} {_term('skos:altLabel')} {_name(alias)}" for alias in node.aliases]
    kinds = load_schema().nodes[node.label].properties
    for key, value in sorted(node.properties.items()):
        literal = _literal(kinds[key], value)
        about.append(f"{subject} {_term(f'gg:{key}')} {literal}")
        if standard := PROPERTIES.get((node.label, key)):
            about.append(f"{subject} {_term(standard)} {literal}")
    if node.label != "Article":
        about += [f"{subject} {_term('prov:wasDerivedFrom')} {_article(article)}" for article in node.articles]
    return about


def _claim(edge: GraphEdge, statement: str, statements: str) -> list[str]:
    """The edge as a triple, as the standard triple that follows from it, and as a statement with its qualifiers."""
    source, target, relation = f"<{node_iri(edge.source)}>", f"<{node_iri(edge.target)}>", _term(f"gg:{edge.type}")
    claim = [f"{source} {relation} {target}"]
    if edge.type in RELATIONS:
        name, inverse = RELATIONS[edge.type]
        claim.append(f"{target} {_term(name)} {source}" if inverse else f"{source} {_term(name)} {target}")
    types = ["gg:Statement"]
    types += ["rdf:Statement"] * (statements == "reification") + ["org:Membership"] * (edge.type == "HOLDS_POST")
    claim += [f"{statement} {_term('rdf:type')} {_term(name)}" for name in types]
    if statements == "triple-terms":
        claim.append(f"{statement} {_term('rdf:reifies')} <<( {source} {relation} {target} )>>")
    else:
        terms = zip(NAMING[statements], (source, relation, target), strict=True)
        claim += [f"{statement} {_term(name)} {term}" for name, term in terms]
    if edge.type == "HOLDS_POST":
        claim += (
            f"{statement} {_term('org:member')} {source}",
            f"{statement} {_term('org:organization')} {target}",
        )
    if edge.properties:
        kinds = load_schema().relations[edge.type].properties
        for key, value in sorted(edge.properties.items()):
            claim.append(f"{statement} {_term(f'gg:{key}')} {_literal(kinds[key], value)}")
    return claim


def _about(edge: GraphEdge, statement: str, said_by: Collection[str]) -> list[str]:
    """What is known of the statement as a whole, and no single article says."""
    about = [f"{statement} {_term('dcterms:identifier')} {quoted(edge.id)}"]
    if edge.confidence is None:
        about.append(f'{statement} {_term("gg:background")} "true"^^{_term("xsd:boolean")}')
    else:
        about.append(f"{statement} {_term('gg:confidence')} {_number(edge.confidence)}")
    if len(edge.articles) > len(said_by):
        needing = [article for article in edge.articles if article not in said_by]
        about += [f"{statement} {_term('gg:neededBy')} {_article(article)}" for article in needing]
    return about


def _evidence(statement: str, e: GraphEvidence) -> tuple[str, ...]:
    evidence = f"<{statement}#{quote(e.article)}:{e.start}-{e.end}:{quote(e.rule)}>"
    return (
        f"<{statement}> {_term('gg:evidence')} {evidence}",
        f"{evidence} {_term('rdf:type')} {_term('gg:Evidence')}",
        f"{evidence} {_term('gg:quote')} {quoted(e.text)}@{LANGUAGE}",
        f"{evidence} {_term('gg:rule')} {quoted(e.rule)}",
        f"{evidence} {_term('gg:confidence')} {_number(e.confidence)}",
        f"{evidence} {_term('prov:wasQuotedFrom')} <{passage_iri(e.article, e.start, e.end)}>",
    )


def _graph_description(article: str) -> tuple[str, ...]:
    graph = f"<{graph_iri(article)}>"
    return (
        f"{graph} {_term('rdf:type')} {_term('prov:Entity')}",
        f"{graph} {_term('prov:wasDerivedFrom')} {_article(article)}",
        f"{graph} {_term('prov:wasAttributedTo')} {_READER}",
    )


def _article(article_id: str) -> str:
    return f"<{node_iri(article_node_id(article_id))}>"


def _name(text: str) -> str:
    """A name in its language: one of Latin letters alone is no Chinese."""
    english = text.isascii() and any(map(str.isalpha, text))
    return f"{quoted(text)}@{'en' if english else LANGUAGE}"


def _number(value: float) -> str:
    number = repr(value)
    if "e" in number:
        number = format(Decimal(number), "f")
    return f'"{number.removesuffix(".0")}"^^{_term("xsd:decimal")}'


def _literal(kind: str | tuple[str, ...], value: Any) -> str:
    if kind == "number":
        return _number(value)
    if kind == "date" and _DATE.fullmatch(value):
        return f'"{value}"^^{_term(_DATE_TYPES[len(value)])}'
    return quoted(str(value))
