"""The graph as files, in the forms that other programs read."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from graph.errors import InvalidNameError, UnknownNameError
from graph.export import csv_files, cypher_script, gexf, graphml, jsonl, neo4j_admin, parquet_files, rdf_files
from graph.export.contract import Format, files_aside
from graph.readable import Readable
from graph.vocabulary import own_prefixes

FORMATS: dict[str, Format] = {
    "jsonl": jsonl.FORMAT,
    "csv": csv_files.FORMAT,
    "parquet": parquet_files.FORMAT,
    "graphml": graphml.FORMAT,
    "gexf": gexf.FORMAT,
    "cypher": cypher_script.FORMAT,
    "neo4j-admin": neo4j_admin.FORMAT,
    "turtle": rdf_files.TURTLE,
    "ntriples": rdf_files.NTRIPLES,
    "nquads": rdf_files.NQUADS,
    "trig": rdf_files.TRIG,
    "jsonld": rdf_files.JSONLD,
}
"""Every format by its name. A new format is a file in this folder and a line here."""


@dataclass(frozen=True)
class ExportSummary:
    """The files that an export wrote, and how many nodes and edges they hold."""

    files: list[Path]
    nodes: int
    edges: int


def export(
    store: Readable,
    format: str,  # noqa: A002 - the reader's word
    path: str | Path,
    *,
    statements: str | None = None,
    base: str | None = None,
) -> ExportSummary:
    """Write the whole graph, as it is at this moment, to `path`: a folder for jsonl, csv and parquet, else a file.

    `statements` is how RDF says what is known of an edge: `n-ary` if not given, `reification` or `triple-terms`.
    `base` is what the IRIs of our own terms and things begin with in RDF, `urn:govgraph:` if not given.
    Files that are there are replaced once the new ones are complete; an export that fails leaves them as they were.
    The same graph gives the same bytes. Raises UnknownNameError for an unknown format, with the nearest name, or a way
    of statements that the format does not have, InvalidNameError for a base that is none or a format that takes none, and
    ExportError when the files cannot be written.
    """
    chosen = FORMATS.get(format)
    if chosen is None:
        near = difflib.get_close_matches(format, FORMATS, n=1, cutoff=0.4)
        hint = f"did you mean {near[0]!r}? " if near else ""
        raise UnknownNameError(f"no export format {format!r}: {hint}there are {', '.join(FORMATS)}")
    write = chosen.write if statements is None else chosen.statements.get(statements)
    if write is None:
        ways = f"it has {', '.join(chosen.statements)}" if chosen.statements else "only RDF can be asked for it"
        raise UnknownNameError(f"{format} has no statements {statements!r}: {ways}")
    if base is not None:
        own_prefixes(base)
        if not chosen.statements:
            raise InvalidNameError(f"{format} has no base of names: only RDF has")
        write = partial(chosen.statements[statements or "n-ary"], base=base)
    with files_aside(Path(path), chosen.names) as (targets, files), store.snapshot():
        tally = write(store, files)
    return ExportSummary(targets, tally.nodes, tally.edges)
