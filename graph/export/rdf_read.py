"""What the RDF files of this package hold, read back: the nodes and edges, and whether their triples are all there.

The triples of a file are put in order in a temporary database, so that they may stand anywhere in it. The records are
made from the merged graph; then their triples are made anew and compared with those of the file, named graphs included.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from graph.errors import InvalidNameError, UnreadableInputError
from graph.identity import article_node_id
from graph.rdf import NAMING, STATEMENTS, quads_of
from graph.records import GraphEdge, GraphEvidence, GraphNode, canonical_number
from graph.schema import load_schema
from graph.vocabulary import BASE, PREFIXES, iri, own_prefixes

_Row = tuple[str, str, str, str, str]
"""Graph, subject, predicate, object, and what the object is: `iri`, or datatype and language of a literal."""

_READER = re.compile("(.+[:/])schema[:/]govgraph")
_PASSAGE = re.compile("(.*)#char=([0-9]+),([0-9]+)", re.DOTALL)
_TABLES = """
PRAGMA journal_mode = OFF;
CREATE TABLE found (graph TEXT, subject TEXT, predicate TEXT, object TEXT, kind TEXT);
CREATE TABLE wanted (graph TEXT, subject TEXT, predicate TEXT, object TEXT, kind TEXT, element TEXT);
"""
_LACKING = """
SELECT element, subject, predicate, object FROM wanted JOIN
    (SELECT graph, subject, predicate, object, kind FROM wanted EXCEPT SELECT * FROM found)
    USING (graph, subject, predicate, object, kind) ORDER BY 1, 2, 3, 4"""
_FOREIGN = """
SELECT '', subject, predicate, object FROM
    (SELECT * FROM found EXCEPT SELECT graph, subject, predicate, object, kind FROM wanted) ORDER BY 2, 3, 4"""


def read_rdf(path: Path, format: RdfFormat) -> Iterator[GraphNode | GraphEdge]:  # noqa: A002 - the library's word
    """Yield the nodes and edges of an RDF file, whatever its base, one that is described twice twice.

    Raises UnreadableInputError, after what could be read, when the file is damaged, and when triples of an element
    are missing or none of an element's are there.
    """
    db = sqlite3.connect("", isolation_level=None)
    try:
        db.executescript(_TABLES)
        db.execute("BEGIN")
        broken = None
        try:
            db.executemany("INSERT INTO found VALUES (?, ?, ?, ?, ?)", map(_row, parse(path=str(path), format=format)))
        except (SyntaxError, ValueError) as error:
            broken = f"{path}: cut off or damaged ({error})"
        except OSError as error:
            raise UnreadableInputError(f"{path}: cannot be read: {error.strerror or error}") from error
        _rebase(db)
        named = format.supports_datasets
        _want(db, "", quads_of(None, named))
        for record, times, statements in _records(db, path):
            _want(db, record.id, quads_of(record, named, statements))
            for _ in range(times):
                yield record
        if broken is not None:
            raise UnreadableInputError(broken)
        _check(db, path)
    finally:
        db.close()


def _rebase(db: sqlite3.Connection) -> None:
    """Give our own IRIs in a file that was written under another base the beginning that they have here."""
    agents = db.execute(
        "SELECT subject FROM found WHERE predicate = ? AND object = ?", (iri("rdf:type"), iri("prov:SoftwareAgent"))
    )
    base = next((match[1] for (name,) in agents if (match := _READER.fullmatch(name))), BASE)
    try:
        starts = [(start, PREFIXES[prefix]) for prefix, start in own_prefixes(base).items()]
    except InvalidNameError:
        return  # nothing that this program writes: it is found as foreign
    if base == BASE:
        return

    def ours(name: str) -> str:
        return next((here + name.removeprefix(there) for there, here in starts if name.startswith(there)), name)

    db.create_function("ours", 1, lambda names: " ".join(map(ours, names.split(" "))), deterministic=True)
    db.execute(
        "UPDATE found SET graph = ours(graph), subject = ours(subject), predicate = ours(predicate), "
        "object = CASE WHEN kind IN ('iri', 'triple') THEN ours(object) ELSE object END"
    )


def _want(db: sqlite3.Connection, element: str, quads: Iterable[Quad]) -> None:
    rows = ((*_row(quad), element) for quad in quads)
    db.executemany("INSERT INTO wanted VALUES (?, ?, ?, ?, ?, ?)", rows)


def _row(quad: Quad) -> _Row:
    graph, subject = quad.graph_name, quad.subject
    thing, kind = _thing(quad.object)
    if isinstance(subject, BlankNode | Triple) or isinstance(graph, BlankNode):
        raise ValueError(f"a triple that this program does not write: {quad}")
    return graph.value if isinstance(graph, NamedNode) else "", subject.value, quad.predicate.value, thing, kind


def _thing(term: NamedNode | BlankNode | Literal | Triple) -> tuple[str, str]:
    """Return the text of an object and what kind it is; of a triple term its three IRIs."""
    if isinstance(term, NamedNode):
        return term.value, "iri"
    if isinstance(term, Literal):
        return term.value, f"{term.datatype.value} {term.language or ''}"
    if isinstance(term, Triple) and isinstance(term.subject, NamedNode) and isinstance(term.object, NamedNode):
        return f"{term.subject.value} {term.predicate.value} {term.object.value}", "triple"
    raise ValueError(f"a term that this program does not write: {term}")


def _records(db: sqlite3.Connection, path: Path) -> Iterator[tuple[GraphNode | GraphEdge, int, str]]:
    """Yield each record, how often it is described and in what way; a subject that is no node, edge or graph has none."""
    rows: Iterable[tuple[str, str, str]] = db.execute(
        "SELECT subject, predicate, object FROM found WHERE graph = '' ORDER BY subject, predicate, object"
    )
    # A piece of evidence has its edge's IRI and more behind `#`; nothing else has one, and `#` sorts before the rest.
    for owner, own in groupby(rows, key=lambda row: row[0].partition("#")[0]):
        said: dict[str, dict[str, list[str]]] = {}
        for subject, predicate, thing in own:
            said.setdefault(subject, {}).setdefault(predicate, []).append(thing)
        about = said.pop(owner, {})
        names = about.get(iri("dcterms:identifier"), [])
        if not names:
            continue  # what is left of an element without its id is no element: it is found as missing
        try:
            if owner.startswith(PREFIXES["node"]):
                yield _node(names[0], about), len(names), STATEMENTS[0]
            elif owner.startswith(PREFIXES["edge"]):
                way, triple = _triple(about)
                yield _edge(names[0], triple, about, said.values()), len(names), way
        except (LookupError, ValueError) as error:
            raise UnreadableInputError(f"{path}: {names[0]!r} is not as this program writes it ({error})") from error


def _node(key: str, about: dict[str, list[str]]) -> GraphNode:
    label = next(name for name in _own(about[iri("rdf:type")]) if name in load_schema().nodes)
    articles = [_article(value) for value in about.get(iri("prov:wasDerivedFrom"), [])]
    return GraphNode(
        id=key,
        label=label,
        name=about[iri("skos:prefLabel")][0],
        aliases=_texts(about.get(iri("skos:altLabel"), [])),
        properties=_properties(about, load_schema().nodes[label].properties),
        articles=(key.removeprefix(article_node_id("")),) if label == "Article" else _texts(articles),
    )


def _triple(about: dict[str, list[str]]) -> tuple[str, tuple[str, str, str]]:
    """Return how a statement names its triple, and the triple's three IRIs."""
    if terms := about.get(iri("rdf:reifies")):
        subject, predicate, thing = terms[0].split(" ")
        return "triple-terms", (subject, predicate, thing)
    way = "reification" if iri("rdf:predicate") in about else "n-ary"
    subject, predicate, thing = (about[iri(name)][0] for name in NAMING[way])
    return way, (subject, predicate, thing)


def _edge(
    key: str, triple: tuple[str, str, str], about: dict[str, list[str]], proofs: Iterable[dict[str, list[str]]]
) -> GraphEdge:
    source, relation, target = triple
    kind = next(name for name in _own([relation]) if name in load_schema().relations)
    articles = chain(about.get(iri("prov:wasDerivedFrom"), []), about.get(iri("gg:neededBy"), []))
    return GraphEdge(
        id=key,
        type=kind,
        source=_node_id(source),
        target=_node_id(target),
        properties=_properties(about, load_schema().relations[kind].properties),
        evidence=tuple(sorted(map(_evidence, proofs), key=lambda e: (e.article, e.start, e.end, e.rule))),
        articles=_texts(map(_article, articles)),
    )


def _evidence(about: dict[str, list[str]]) -> GraphEvidence:
    passage = _PASSAGE.fullmatch(about[iri("prov:wasQuotedFrom")][0])
    if passage is None:
        raise ValueError(f"no passage: {about[iri('prov:wasQuotedFrom')][0]}")
    words, rule = about[iri("gg:quote")][0], about[iri("gg:rule")][0]
    confidence = float(about[iri("gg:confidence")][0])
    return GraphEvidence(_article(passage[1]), int(passage[2]), int(passage[3]), words, rule, confidence)


def _properties(about: dict[str, list[str]], kinds: dict[str, Any]) -> dict[str, Any]:
    given = {name: about[iri(f"gg:{name}")][0] for name in sorted(kinds) if iri(f"gg:{name}") in about}
    return {name: canonical_number(value) if kinds[name] == "number" else value for name, value in given.items()}


def _own(names: Iterable[str]) -> Iterator[str]:
    yield from (name.removeprefix(PREFIXES["gg"]) for name in names if name.startswith(PREFIXES["gg"]))


def _texts(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(values)))


def _node_id(name: str) -> str:
    return unquote(name.removeprefix(PREFIXES["node"]))


def _article(name: str) -> str:
    return _node_id(name).removeprefix(article_node_id(""))


def _check(db: sqlite3.Connection, path: Path) -> None:
    for word, query in (("is missing", _LACKING), ("does not belong there", _FOREIGN)):
        total = db.execute(f"SELECT count(*) FROM ({query})").fetchone()[0]  # noqa: S608 - our own two queries
        if total:
            element, *terms = db.execute(query).fetchone()
            more = f", and {total - 1} more" if total > 1 else ""
            told = f"{element!r}: the triple" if element else "the triple"
            raise UnreadableInputError(f"{path}: {told} {' '.join(terms)} {word}{more}")
