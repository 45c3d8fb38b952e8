"""RDF files: the merged graph as Turtle and N-Triples, and with a named graph for each article as N-Quads, TriG and JSON-LD.

A text in N-Quads is made, some records at a time. N-Triples and N-Quads are this text; the RDF library writes it in the other formats.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING

from graph.export.contract import Format, Tally, WriteRdf
from graph.readable import Readable
from graph.records import GraphEdge, GraphNode
from graph.vocabulary import BASE, PREFIXES, own_prefixes

if TYPE_CHECKING:
    from pyoxigraph import RdfFormat

_CHUNK = 500
"""Records at a time: some thousands of triples, a megabyte of text."""


def chunks(store: Readable, kind: RdfFormat, *, named: bool, statements: str, base: str = BASE) -> Iterator[bytes]:
    """Yield the graph in a format of the RDF library, in parts that follow each other without prefixes of their own."""
    from pyoxigraph import RdfFormat, parse, serialize

    from graph.rdf import canonical, nquads, rebased

    stream = nquads(store, named=named, statements=statements)
    prefixes = {**PREFIXES, **own_prefixes(base)} if kind in (RdfFormat.TURTLE, RdfFormat.TRIG) else None
    source = RdfFormat.N_QUADS if named else RdfFormat.N_TRIPLES
    while some := list(islice(stream, _CHUNK)):
        made = "".join(some) if base == BASE else rebased("".join(some), base)
        if kind == source:  # already what is asked for
            yield canonical(made).encode()
            continue
        # Lenient: what was just made needs no check of every IRI, which takes as long as all the rest.
        quads = parse(made.encode(), format=source, lenient=True)
        text = serialize(quads, format=kind, prefixes=prefixes) or b""
        while text.startswith(b"@prefix"):
            text = text[text.index(b"\n") + 1 :]
        yield text


def _write(name: str, statements: str, store: Readable, files: Sequence[IO[bytes]], *, base: str = BASE) -> Tally:
    from pyoxigraph import RdfFormat

    kind: RdfFormat = getattr(RdfFormat, name)
    if kind in (RdfFormat.TURTLE, RdfFormat.TRIG):
        # The library gives the prefixes in an order that changes from run to run, so they are written here.
        prefixes = {**PREFIXES, **own_prefixes(base)}
        files[0].write("".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in prefixes.items()).encode())
    files[0].writelines(chunks(store, kind, named=kind.supports_datasets, statements=statements, base=base))
    return _tally(store)


def _write_jsonld(statements: str, store: Readable, files: Sequence[IO[bytes]], *, base: str = BASE) -> Tally:
    from pyoxigraph import RdfFormat

    from graph.export.jsonld import document

    files[0].writelines(document(chunks(store, RdfFormat.JSON_LD, named=True, statements=statements), base))
    return _tally(store)


def _tally(store: Readable) -> Tally:
    counts = store.counts()
    return Tally(counts.nodes, counts.edges)


def _read(name: str, paths: Sequence[Path]) -> list[Iterator[GraphNode | GraphEdge]]:
    from pyoxigraph import RdfFormat

    from graph.export.rdf_read import read_rdf

    return [read_rdf(paths[0], getattr(RdfFormat, name))]


def _format(name: str, suffix: str, write: Callable[..., Tally], ways: Sequence[str]) -> Format:
    statements: dict[str, WriteRdf] = {way: partial(write, way) for way in ways}
    return Format(statements["n-ary"], read=partial(_read, name), suffix=suffix, statements=statements)


_EVERYWHERE = ("n-ary", "reification")
_RDF_12 = (*_EVERYWHERE, "triple-terms")

TURTLE = _format("TURTLE", ".ttl", partial(_write, "TURTLE"), _RDF_12)
NTRIPLES = _format("N_TRIPLES", ".nt", partial(_write, "N_TRIPLES"), _RDF_12)
NQUADS = _format("N_QUADS", ".nq", partial(_write, "N_QUADS"), _RDF_12)
TRIG = _format("TRIG", ".trig", partial(_write, "TRIG"), _RDF_12)
JSONLD = _format("JSON_LD", ".jsonld", _write_jsonld, _EVERYWHERE)
"""JSON-LD has no triple terms."""
