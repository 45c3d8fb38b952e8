"""The RDF index: the stored graph as an Oxigraph store that answers SPARQL."""

from __future__ import annotations

from importlib.metadata import version
from itertools import islice
from pathlib import Path

from graph.errors import BackendError
from graph.index.swap import built, index_path
from graph.store import GraphStore

_LAYOUT_VERSION = "3"
_CHUNK = 10_000
"""Nodes or edges at a time: the engine keeps what it is given in memory until it has all of it."""


def rdf_index(store_folder: str | Path) -> Path:
    """Return the folder of the graph's RDF index, built first when there is none of the graph's present state.

    Open it with `pyoxigraph.Store.read_only(path)`. Its quads are those of the `nquads` export: a plain query sees
    the whole merged graph, each triple once, in the default graph; `GRAPH ?g { … }` sees what each article says.
    (The engine's `use_default_graph_as_union` would count a triple once for every graph that holds it.)
    Raises StoreError when there is no graph or the folder cannot be written, BackendError when the engine fails.
    """
    with GraphStore.open(store_folder) as store, store.snapshot():
        path = index_path(store, "rdf", ".oxigraph", f"{_LAYOUT_VERSION} pyoxigraph {version('pyoxigraph')}")
        return built(path, "rdf", lambda aside: _build(store, aside))


def _build(store: GraphStore, path: Path) -> None:
    from pyoxigraph import RdfFormat, Store

    from graph.rdf import nquads

    try:
        index = Store(str(path))
        stream = nquads(store)
        while chunk := list(islice(stream, _CHUNK)):
            index.bulk_load("".join(chunk).encode(), RdfFormat.N_QUADS)
        index.optimize()
    except (RuntimeError, ValueError, SyntaxError) as error:
        raise BackendError(f"{store.folder}: the RDF index cannot be built: {error}") from error
