"""The core does its work without what only the extras install, and nothing is loaded before it is used."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

from benchmarks.product import ROOT, closure, extras, required

LOADED = [
    ("import graph, govgraph, extractors, queries", set()),
    ("import govgraph; govgraph.GraphStore, govgraph.Fragment", set()),
    ("import govgraph.cli", {"click"}),
    ("import govgraph; govgraph.export, govgraph.compare, govgraph.to_networkx, govgraph.question_names", {"pyyaml"}),
    (
        "import govgraph; govgraph.Extractor, govgraph.read_articles, govgraph.divide",
        {"pyyaml", "ahocorasick-rs", "numpy"},
    ),
]
NAMES = "print(*sorted({name.partition('.')[0] for name in sys.modules} - before))"


@pytest.mark.parametrize(("code", "allowed"), LOADED)
def test_what_an_import_loads(code: str, allowed: set[str]) -> None:
    program = f"import sys; before = {{n.partition('.')[0] for n in sys.modules}}; {code}; {NAMES}"
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    packages = packages_distributions()
    loaded = {canonicalize_name(one) for module in run.stdout.split() for one in packages.get(module, ())}
    assert loaded - {"govgraph"} == allowed


WITHOUT = """
import sys

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {absent!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

sys.meta_path.insert(0, Absent())
from govgraph.cli import main
for command in {commands!r}:
    try:
        main(command, prog_name="govgraph")
    except SystemExit as end:
        assert not end.code, (command, end.code)
"""


def test_the_core_needs_nothing_of_the_extras(tmp_path: Path) -> None:
    only = set(closure(required(*extras()))) - set(closure(required()))
    absent = {
        module
        for module, packages in packages_distributions().items()
        if {canonicalize_name(name) for name in packages} & only
    }
    assert {
        "lxml",
        "trafilatura",
        "pyarrow",
        "pyshacl",
        "pypdfium2",
        "starlette",
        "uvicorn",
        "pypinyin",
        "zstandard",
    } <= absent
    graph = str(tmp_path / "g")
    page = str(ROOT / "seeds/columns.txt")
    commands = [["build", page, "-o", graph], ["query", "meetings", "--param", "place=平罗县", "-g", graph]]
    commands += [["sparql", "ASK { ?s ?p ?o }", "-g", graph], ["verify", "-g", graph]]
    for name in ("jsonl", "csv", "graphml", "gexf", "cypher", "neo4j-admin", "turtle", "jsonld"):
        commands.append(["export", name, "-g", graph, "-o", str(tmp_path / name)])
    program = WITHOUT.format(absent=absent, commands=commands)
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr.count("Traceback")) == (0, 0), run.stderr
