"""Every RDF format and form is measured, and rdflib beside it on the same triples."""

from __future__ import annotations

from pathlib import Path

from benchmarks.exports import fragments
from benchmarks.rdf import PEERS, measure, measure_rdflib
from graph.export import FORMATS
from graph.store import GraphStore


def test_every_format_is_measured(tmp_path: Path) -> None:
    assert set(PEERS) == {name for name, format_ in FORMATS.items() if format_.statements}
    with GraphStore.open(tmp_path / "g", create=True) as store:
        store.add(fragments(10))
    rates = list(measure(tmp_path / "g", tmp_path / "out"))
    assert [(r.format, r.statements) for r in rates] == [(name, f) for name in PEERS for f in FORMATS[name].statements]
    triples = {r.format: r.triples for r in rates if r.statements == "n-ary"}
    assert triples["ntriples"] == triples["turtle"] < triples["nquads"] == triples["trig"] == triples["jsonld"]
    peers = measure_rdflib(tmp_path / "g", tmp_path / "out")
    assert min(r.rate for r in rates) > 0
    assert all(0 < peer.all < peer.writes and peer.all < peer.pyoxigraph for peer in peers.values())
