"""RDF in pieces that can be judged by themselves, so that memory does not grow with what is judged.

The shapes look at a thing, at its values, and at what those are. So a piece holds some things whole, and of all that
they point at the types. A statement also brings its triple.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby, islice, product
from pathlib import Path
from tempfile import TemporaryDirectory

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse

from graph.errors import UnreadableInputError
from graph.vocabulary import BASE, iri, own_prefixes

_HERE = DefaultGraph()
_CHUNK = 100_000
_TYPE = NamedNode(iri("rdf:type"))
_REIFIES = NamedNode(iri("rdf:reifies"))
_REIFIED = {"subject": "subject", "relation": "predicate", "object": "object"}
"""The three parts of a statement's triple: what our own terms and what RDF calls them."""


@contextmanager
def opened(path: Path, base: str = BASE) -> Iterator[Store]:
    """Give the triples of an RDF file, those of all its graphs together, as a store that can be looked things up in.

    A triple term of RDF 1.2 stands there as `gg:subject`, `gg:relation` and `gg:object`, which the shapes understand.
    Raises UnreadableInputError, with the file, when it is no RDF.
    """
    known = RdfFormat.from_extension(path.suffix.removeprefix(".").lower())
    if known is None:
        raise UnreadableInputError(
            f"{path}: its name does not tell its format; RDF files end in .ttl .nt .nq .trig .jsonld .rdf"
        )
    with TemporaryDirectory() as folder:
        store = Store(folder)
        try:
            quads = _plain(parse(path=str(path), format=known), base)
            while chunk := list(islice(quads, _CHUNK)):
                store.bulk_extend(chunk)
        except (SyntaxError, ValueError) as error:
            raise UnreadableInputError(f"{path}: cut off or damaged ({error})") from error
        except OSError as error:
            raise UnreadableInputError(f"{path}: cannot be read: {error.strerror or error}") from error
        yield store


def _plain(quads: Iterator[Quad], base: str) -> Iterator[Quad]:
    gg = own_prefixes(base)["gg"]
    for quad in quads:
        term = quad.object
        if isinstance(term, Triple):
            if quad.predicate != _REIFIES:
                raise ValueError(f"a triple term that nothing reifies: {quad}")
            for name, part in zip(_REIFIED, (term.subject, term.predicate, term.object), strict=True):
                yield Quad(quad.subject, NamedNode(gg + name), part, _HERE)
        else:
            yield Quad(quad.subject, quad.predicate, term, _HERE)


def pieces(store: Store, size: int, base: str = BASE) -> Iterator[dict[str, set[Quad]]]:
    """Yield the default graph in pieces of at least `size` triples, each with the triples of its things by their IRIs.

    A statement and its evidence are in one piece. What is there only to judge them stands under the name `""`: the
    types of what they point at, the triples of statements, and which other statements have the same evidence.
    """
    gg = own_prefixes(base)["gg"]
    evidence = NamedNode(gg + "evidence")
    piece: dict[str, set[Quad]] = {}
    held = 0
    for subject, _ in groupby(store.quads_for_pattern(None, None, None, _HERE), key=lambda quad: quad.subject):
        if str(subject) in piece or any(store.quads_for_pattern(None, evidence, subject, _HERE)):
            continue  # evidence comes with its statement
        for thing in (subject, *(quad.object for quad in store.quads_for_pattern(subject, evidence, None, _HERE))):
            if not isinstance(thing, Literal | Triple):
                piece[str(thing)] = set(store.quads_for_pattern(thing, None, None, _HERE))
                held += len(piece[str(thing)])
        if held >= size:
            yield {**piece, "": _beside(store, piece, gg)}
            piece, held = {}, 0
    if piece:
        yield {**piece, "": _beside(store, piece, gg)}


def _beside(store: Store, piece: dict[str, set[Quad]], gg: str) -> set[Quad]:
    names = [(gg + ours, iri(f"rdf:{theirs}")) for ours, theirs in _REIFIED.items()]
    evidence = NamedNode(gg + "evidence")
    beside = _types(store, piece)
    for quads in piece.values():
        ends = [[quad.object for quad in quads if quad.predicate.value in name] for name in names]
        for source, relation, target in product(*ends):
            if isinstance(source, NamedNode | BlankNode) and isinstance(relation, NamedNode):
                beside.update(store.quads_for_pattern(source, relation, target, _HERE))
        for proof in (quad.object for quad in quads if quad.predicate == evidence):
            beside.update(store.quads_for_pattern(None, evidence, proof, _HERE))
    return beside


def _types(store: Store, piece: dict[str, set[Quad]]) -> set[Quad]:
    others = {
        quad.object for quads in piece.values() for quad in quads if not isinstance(quad.object, Literal | Triple)
    }
    wanted = (other for other in others if str(other) not in piece)
    return {quad for other in wanted for quad in store.quads_for_pattern(other, _TYPE, None, _HERE)}
