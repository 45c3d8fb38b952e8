"""The graph as files, in the forms that other programs read."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path

from graph.errors import UnknownNameError
from graph.export import csv_files, cypher_script, gexf, graphml, jsonl, neo4j_admin, parquet_files, rdf_files
from graph.export.contract import Format, files_aside
from graph.store import GraphStore

FORMATS: dict[str, Format] = {
    "jsonl": jsonl.FORMAT,
    "csv": csv_files.FORMAT,
    "parquet": parquet_files.FORMAT,
    "graphml": graphml.FORMAT,
    "gexf": gexf.FORMAT,
    "cypher": cypher_script.FORMAT,
    "neo4j-admin": neo4j_admin.FORMAT,
    "turtle": rdf_files.TURTLE,
    "nquads": rdf_files.NQUADS,
}
"""Every format by its name. A new format is a file in this folder and a line here."""


@dataclass(frozen=True)
class ExportSummary:
    """The files that an export wrote, and how many nodes and edges they hold."""

    files: list[Path]
    nodes: int
    edges: int


def export(store: GraphStore, format: str, path: str | Path) -> ExportSummary:  # noqa: A002 - the reader's word
    """Write the whole graph, as it is at this moment, to `path`: a folder for jsonl, csv and parquet, else a file.

    Files that are there are replaced once the new ones are complete; an export that fails leaves them as they were.
    The same graph gives the same bytes. Raises UnknownNameError for an unknown format, with the nearest name, and
    ExportError when the files cannot be written.
    """
    chosen = FORMATS.get(format)
    if chosen is None:
        near = difflib.get_close_matches(format, FORMATS, n=1, cutoff=0.4)
        hint = f"did you mean {near[0]!r}? " if near else ""
        raise UnknownNameError(f"no export format {format!r}: {hint}there are {', '.join(FORMATS)}")
    with files_aside(Path(path), chosen.names) as (targets, files), store.snapshot():
        tally = chosen.write(store, files)
    return ExportSummary(targets, tally.nodes, tally.edges)
