"""RDF files: the merged graph as Turtle, and with a named graph for each article as N-Quads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import IO

from graph.export.contract import Format, Tally
from graph.store import GraphStore
from graph.vocabulary import PREFIXES


def _write_turtle(store: GraphStore, files: Sequence[IO[bytes]]) -> Tally:
    from pyoxigraph import RdfFormat, serialize

    from graph.rdf import triples

    serialize(triples(store), files[0], RdfFormat.TURTLE, prefixes=PREFIXES)
    return _tally(store)


def _write_nquads(store: GraphStore, files: Sequence[IO[bytes]]) -> Tally:
    from pyoxigraph import RdfFormat, serialize

    from graph.rdf import quads

    serialize(quads(store), files[0], RdfFormat.N_QUADS)
    return _tally(store)


def _tally(store: GraphStore) -> Tally:
    counts = store.counts()
    return Tally(counts.nodes, counts.edges)


TURTLE = Format(_write_turtle)
NQUADS = Format(_write_nquads)
