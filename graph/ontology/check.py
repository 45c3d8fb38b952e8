"""Whether RDF is what the shapes ask for. Needs pySHACL."""

from __future__ import annotations

import logging
from bisect import insort
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from graph.errors import BackendError
from graph.ontology.naming import Naming
from graph.ontology.shapes import shapes
from graph.ontology.terms import own_terms
from graph.vocabulary import BASE, iri

if TYPE_CHECKING:
    import rdflib
    from pyoxigraph import Quad, Store

_PIECE = 10_000
"""Triples that are judged together."""

_SHOWN = 20
"""How many things that break the same shape are named; the others are counted."""

_JUDGED = "#judged"
"""What the class of a thing that is to be judged ends with, beside the class itself: other things have only that."""

_TERMS, _BASE = "terms", "base"
"""What is wrong beside the shapes."""


@dataclass
class Findings:
    """What is wrong, by the shape that says so, and how much was judged."""

    elements: int = 0
    total: int = 0
    messages: dict[str, list[str]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def add(self, shape: str, message: str) -> None:
        """Add a finding."""
        known = self.messages.setdefault(shape, [])
        self.counts[shape] = self.counts.get(shape, 0) + 1
        self.total += 1
        insort(known, message)
        del known[_SHOWN:]

    def lines(self) -> Iterator[str]:
        """Yield one line for each problem, and how many more break the same shape."""
        for shape in sorted(self.messages):
            yield from self.messages[shape]
            more = self.counts[shape] - len(self.messages[shape])
            if more:
                yield f"… and {more} more that break {shape}"


def check(store: Store, base: str = BASE, watch: Callable[[int], None] | None = None) -> Findings:
    """Return what is wrong with the triples of the default graph: terms that nobody declared, and shapes that are broken.

    The store must be one on disk, which gives its triples by subject. Each message names the node, edge or evidence, and
    the articles that say it. `watch` is told now and then how many nodes and edges were judged. Raises BackendError when
    pySHACL is not installed, and when it fails.
    """
    pyshacl = _pyshacl()
    import rdflib

    from graph.ontology.batches import pieces

    findings, naming = Findings(), Naming(store, base)
    if other := naming.other_base():
        findings.add(_BASE, f"its terms begin with {other}, which is the base to check it with, and not with {base}")
        return findings
    wanted = _wanted(base)
    declared = {naming.gg + term.local for term in own_terms()}
    for piece in pieces(store, _PIECE, base):
        _, report, text = pyshacl.validate(_graph(piece, wanted), shacl_graph=wanted, inplace=True)
        if not isinstance(report, rdflib.Graph):
            raise BackendError(f"pySHACL failed: {text}")
        for shape, thing, message in set(_results(report, naming)):
            if thing in piece:
                findings.add(shape, f"{naming.thing(thing)}: {message}")
        for thing, quads in piece.items():
            if thing:
                findings.elements += any(quad.predicate.value == iri("dcterms:identifier") for quad in quads)
                for name in {name for quad in quads for name in _terms_of(quad, naming.gg)} - declared:
                    unknown = f"uses {naming.short(name)}, which the ontology does not have"
                    findings.add(_TERMS, f"{naming.thing(thing)}: {unknown}")
        if watch is not None:
            watch(findings.elements)
    return findings


def _graph(piece: Mapping[str, Iterable[Quad]], wanted: rdflib.Graph) -> rdflib.Graph:
    """The piece as the shapes take it: what is to be judged is marked by its classes."""
    import rdflib

    graph, targets = rdflib.Graph(), set(wanted.objects(None, rdflib.SH.targetClass))
    with _quiet():
        for thing, quads in piece.items():
            for quad in quads:
                subject, predicate, value = _term(quad.subject), _term(quad.predicate), _term(quad.object)
                graph.add((subject, predicate, value))
                marked = rdflib.URIRef(f"{value}{_JUDGED}")
                if thing and predicate == rdflib.RDF.type and marked in targets:
                    graph.add((subject, predicate, marked))
    return graph


@cache
def _wanted(base: str) -> rdflib.Graph:
    """The shapes as the pieces need them: only for things that are to be judged, and each part standing by itself.

    So a part is asked once for all things, and not once for each.
    """
    import rdflib

    wanted = rdflib.Graph().parse(data=shapes(base), format="turtle")
    sh = rdflib.SH
    for shape, _, part in list(wanted.triples((None, sh.property, None))):
        wanted.remove((shape, sh.property, part))
        for kind in (sh.targetClass, sh.targetSubjectsOf):
            for target in wanted.objects(shape, kind):
                wanted.add((part, kind, target))
    for shape, _, target in list(wanted.triples((None, sh.targetClass, None))):
        wanted.remove((shape, sh.targetClass, target))
        wanted.add((shape, sh.targetClass, rdflib.URIRef(str(target) + _JUDGED)))
    return wanted


def _pyshacl() -> Any:
    try:
        import pyshacl
    except ModuleNotFoundError as error:
        raise BackendError(
            "SHACL needs the package pyshacl, which is not installed: pip install 'govgraph[shacl]'"
        ) from error
    return pyshacl


@contextmanager
def _quiet() -> Iterator[None]:
    """The RDF library tells of every value that is not of its type; here that is found by the shapes."""
    log = logging.getLogger("rdflib.term")
    before = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(before)


def _term(term: Any) -> rdflib.term.Node:
    import pyoxigraph
    import rdflib

    if isinstance(term, pyoxigraph.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, pyoxigraph.BlankNode):
        return rdflib.BNode(term.value)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    if term.datatype.value == iri("xsd:string"):
        return rdflib.Literal(term.value)
    return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value), normalize=False)


def _terms_of(quad: Quad, gg: str) -> set[str]:
    used = {quad.predicate.value}
    if quad.predicate.value == iri("rdf:type"):
        used.add(str(getattr(quad.object, "value", "")))
    return {name for name in used if name.startswith(gg)}


def _results(report: rdflib.Graph, naming: Naming) -> Iterator[tuple[str, str, str]]:
    """Yield the shape, the thing that breaks it as pieces name it, and what is wrong with it."""
    import rdflib

    sh = rdflib.SH
    for result in report.objects(None, sh.result):
        names = ("focusNode", "value", "resultPath", "sourceShape", "resultMessage")
        said = {name: report.value(result, sh[name]) for name in names}
        thing, value = said["focusNode"], said["value"]
        if str(thing) == naming.gg + "Statement":  # one query for all statements: the statement is the value
            thing = value
        message = str(said["resultMessage"])
        if value is not None and said["resultPath"] is not None:
            message += f": {naming.value(value)}"
        key = f"<{thing}>" if isinstance(thing, rdflib.URIRef) else f"_:{thing}"
        yield naming.short(str(said["sourceShape"])), key, message
