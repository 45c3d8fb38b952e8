"""Importing the graph, the extractors or the command line loads no engine, and no spaCy."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

PROBE = """
import sys
import graph, graph.store, graph.export, graph.verify, graph.to_networkx, graph.neo4j.load, graph.vocabulary
import graph.index.ladybug, graph.index.oxigraph, graph.layout
import extractors.stages, extractors.readers, govgraph.extraction, govgraph.cli
print(sorted({"spacy", "ladybug", "pyoxigraph", "neo4j", "networkx", "rdflib"} & set(sys.modules)))
"""


def test_no_engine_is_loaded() -> None:
    run = subprocess.run([sys.executable, "-c", PROBE], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (run.stdout, run.stderr) == ("[]\n", "")
