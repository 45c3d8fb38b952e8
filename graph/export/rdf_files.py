"""RDF files: the merged graph as Turtle, and with a named graph for each article as N-Quads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import IO

from graph.export.contract import Format, Tally
from graph.records import GraphEdge, GraphNode
from graph.store import GraphStore
from graph.vocabulary import PREFIXES

_CHUNK = 10_000


def _write_turtle(store: GraphStore, files: Sequence[IO[bytes]]) -> Tally:
    from pyoxigraph import RdfFormat, serialize

    from graph.rdf import triples

    # The library gives the prefixes in an order that changes from run to run, so they are written here.
    files[0].write("".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items()).encode())
    stream = triples(store)
    while chunk := list(islice(stream, _CHUNK)):
        text = serialize(chunk, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b""
        while text.startswith(b"@prefix"):
            text = text[text.index(b"\n") + 1 :]
        files[0].write(text)
    return _tally(store)


def _write_nquads(store: GraphStore, files: Sequence[IO[bytes]]) -> Tally:
    from pyoxigraph import RdfFormat, serialize

    from graph.rdf import quads

    serialize(quads(store), files[0], RdfFormat.N_QUADS)
    return _tally(store)


def _tally(store: GraphStore) -> Tally:
    counts = store.counts()
    return Tally(counts.nodes, counts.edges)


def _read_turtle(paths: Sequence[Path]) -> list[Iterator[GraphNode | GraphEdge]]:
    from pyoxigraph import RdfFormat

    from graph.export.rdf_read import read_rdf

    return [read_rdf(paths[0], RdfFormat.TURTLE)]


def _read_nquads(paths: Sequence[Path]) -> list[Iterator[GraphNode | GraphEdge]]:
    from pyoxigraph import RdfFormat

    from graph.export.rdf_read import read_rdf

    return [read_rdf(paths[0], RdfFormat.N_QUADS)]


TURTLE = Format(_write_turtle, read=_read_turtle, suffix=".ttl")
NQUADS = Format(_write_nquads, read=_read_nquads, suffix=".nq")
