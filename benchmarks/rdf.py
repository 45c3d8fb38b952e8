"""Triples a second of every RDF export, from the stored graph to the file, beside rdflib in the same run.

    python -m benchmarks.rdf [--articles N]

Seconds are CPU seconds, the best of a few rounds; a quad of an article's graph counts as a triple. govgraph's time
includes reading the stored graph. Then rdflib is given the same text of triples that pyoxigraph is given, of a tenth of the
articles (it is slower in more): `all` reads it and writes the format, `writes` is the writing alone. `pyoxigraph` reads
and writes that text as well, which is its part of an export of Turtle, TriG or JSON-LD.
"""

from __future__ import annotations

import argparse
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph
import rdflib

from benchmarks.exports import fragments, timed
from graph.export import FORMATS, export
from graph.store import GraphStore

PEERS = {"ntriples": "nt", "turtle": "turtle", "nquads": "nquads", "trig": "trig", "jsonld": "json-ld"}
"""What rdflib calls each format."""


@dataclass(frozen=True)
class Rate:
    """Triples that a format holds, and how many of them go out a second."""

    format: str
    statements: str
    triples: int
    rate: float


@dataclass(frozen=True)
class Peer:
    """How many triples a second rdflib writes, reads and writes, and pyoxigraph reads and writes."""

    writes: float
    all: float
    pyoxigraph: float


def measure(folder: Path, out: Path, formats: Iterable[str] = tuple(PEERS)) -> Iterator[Rate]:
    """Yield the rate of every one of these formats and of every form of its statements."""
    with GraphStore.open(folder) as store:
        for name in formats:
            for form in FORMATS[name].statements:
                seconds = timed(lambda name=name, form=form: export(store, name, out, statements=form))
                kind = pyoxigraph.RdfFormat.from_extension(FORMATS[name].suffix[1:])
                triples = sum(1 for _ in pyoxigraph.parse(path=str(out), format=kind))
                yield Rate(name, form, triples, triples / seconds)


def measure_rdflib(folder: Path, out: Path, formats: Iterable[str] = tuple(PEERS)) -> dict[str, Peer]:
    """Return rdflib's and pyoxigraph's own rates for these formats, in the default form of statements."""
    found = {}
    with GraphStore.open(folder) as store, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # rdflib warns of its own names and settings
        for name in formats:
            peer = PEERS[name]
            make, text = (rdflib.Graph, "nt") if name in ("ntriples", "turtle") else (rdflib.Dataset, "nquads")
            export(store, "ntriples" if text == "nt" else "nquads", out)
            kind = pyoxigraph.RdfFormat.N_TRIPLES if text == "nt" else pyoxigraph.RdfFormat.N_QUADS
            triples = out.read_bytes().count(b"\n")
            whole = make().parse(out, format=text)
            reads = timed(lambda make=make, text=text: make().parse(out, format=text), rounds=2)
            writes = timed(
                lambda whole=whole, peer=peer: whole.serialize(out.with_suffix(".peer"), format=peer), rounds=2
            )
            ours = timed(lambda kind=kind, name=name: _oxigraph(out.read_bytes(), kind, name))
            found[name] = Peer(triples / writes, triples / (reads + writes), triples / ours)
    return found


def _oxigraph(text: bytes, kind: pyoxigraph.RdfFormat, name: str) -> None:
    target = pyoxigraph.RdfFormat.from_extension(FORMATS[name].suffix[1:])
    pyoxigraph.serialize(pyoxigraph.parse(text, format=kind, lenient=True), format=target)


def main() -> None:
    """Print a line for each format and form."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    arguments = parser.parse_args()
    with TemporaryDirectory() as place:
        out = Path(place, "out")
        folders = {arguments.articles: Path(place, "whole"), arguments.articles // 10: Path(place, "tenth")}
        for number, folder in folders.items():
            with GraphStore.open(folder, create=True) as store:
                store.add(fragments(number))
        whole, tenth = folders.values()
        rates = list(measure(whole, out))
        peers = measure_rdflib(tenth, out)
        print(
            f"{'format':10} {'statements':13} {'triples':>10} {'triples/s':>10} {'rdflib writes':>19} {'rdflib all':>19}"
            f" {'pyoxigraph':>11}"
        )
        for rate in rates:
            peer = peers[rate.format] if rate.statements == "n-ary" else None
            beside = (
                [f"{other:10,.0f} ({rate.rate / other:5.1f}×)" for other in (peer.writes, peer.all)] if peer else []
            )
            beside += [f"{peer.pyoxigraph:11,.0f}"] if peer else []
            print(
                f"{rate.format:10} {rate.statements:13} {rate.triples:10,} {rate.rate:10,.0f} {' '.join(beside)}",
                flush=True,
            )


if __name__ == "__main__":
    main()
