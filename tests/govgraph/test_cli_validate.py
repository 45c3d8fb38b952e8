"""`govgraph validate`: a sound graph and its exports pass, what is not sound is named, and nothing is half checked."""

from __future__ import annotations

import os
import pty
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from graph.store import GraphStore

SCHEMA = "urn:govgraph:schema:"


@pytest.fixture
def exported(run, graph_folder: Path, tmp_path: Path) -> Path:
    """The graph as N-Triples, to be spoilt line by line."""
    path = tmp_path / "small.nt"
    assert run("export", "ntriples", "-g", graph_folder, "-o", path).exit_code == 0
    return path


def test_a_sound_graph_passes(run, graph_folder: Path) -> None:
    result = run("validate", "-g", graph_folder)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "14 nodes and edges checked, no problems\n"


def test_a_spoilt_graph_is_told_by_schema_and_shapes(run, graph_folder: Path) -> None:
    with closing(sqlite3.connect(graph_folder / "graph.sqlite")) as database, database:
        database.execute("UPDATE articles SET fragment = replace(fragment, '2025-07-01', 'soon')")
        database.execute("UPDATE node_support SET said = replace(said, '2025-07-01', 'soon')")
        database.execute("UPDATE evidence SET confidence = 3 WHERE rule = 'test' AND text LIKE '%何秋水主持%'")
    result = run("validate", "-g", graph_folder)
    assert result.exit_code == 1
    for words in (
        "article 's1': node 'n3': date is 'soon', not an ISO date\n",
        "node Meeting:防汛会@@2025-07-01 (article s1): has a date that is no day, month or year, and no two of them with a slash between: 'soon'",
        "evidence of edge CHAIRED:Person:何秋水@沙洲县政府|Meeting:防汛会@@2025-07-02 (article s2, characters 13 to 21): has not one confidence from 0 to 1: '3'",
    ):
        assert words in result.stdout
    assert result.stderr == "14 nodes and edges checked, 5 problems\n"


SPOILT = [
    ("CHAIRED", "CHAIRS", "uses gg:CHAIRS, which the ontology does not have"),
    (
        f"{SCHEMA}Agency> .",
        f"{SCHEMA}Project> .",
        "has HOLDS_POST to what is no Agency, Company, Organization: Agency:沙洲",
    ),
    (f"<{SCHEMA}confidence>", "<urn:x:confidence>", "has not one confidence and is no background"),
    ('"2025-07-01"^^', '"2025-07-41"^^', "'2025-07-41'"),
    (f"<{SCHEMA}REPORTED_BY>", f"<{SCHEMA}HELD_IN>", "has HELD_IN to what is no Place, Company"),
    ("#char=", "#line=", "does not name one passage of an article"),
    ('"Meeting:', '"Gathering:', ""),  # what an id looks like is up to who gives it
]


@pytest.mark.parametrize(("old", "new", "words"), SPOILT)
def test_a_spoilt_file_is_told_with_its_name(run, exported: Path, old: str, new: str, words: str) -> None:
    text = exported.read_text(encoding="utf-8")
    assert old in text
    exported.write_text(text.replace(old, new), encoding="utf-8")
    result = run("validate", exported)
    if words:
        assert result.exit_code == 1
        assert words in result.stdout
        assert all(line.startswith(f"{exported}: ") for line in result.stdout.splitlines())
    else:
        assert (result.exit_code, result.stdout) == (0, "")


def test_every_file_is_checked_though_one_cannot_be_read(run, exported: Path, tmp_path: Path) -> None:
    damaged, empty, unknown = (tmp_path / name for name in ("damaged.nt", "empty.ttl", "page.docx"))
    damaged.write_bytes(exported.read_bytes()[:-20])
    empty.touch()
    unknown.touch()
    result = run("validate", damaged, empty, unknown, exported)
    assert (result.exit_code, result.stdout) == (1, "")
    told = result.stderr.splitlines()
    assert told[0].startswith(f"Error: {damaged}: cut off or damaged (")
    assert told[1:] == [
        f"{empty}: there is no node and no edge of a graph in it",
        f"Error: {unknown}: its name does not tell its format; RDF files end in .ttl .nt .nq .trig .jsonld .rdf",
        f"{exported}: 14 nodes and edges checked, no problems",
    ]


def test_a_file_of_another_base(run, graph_folder: Path, tmp_path: Path) -> None:
    base, path = "https://example.org/kg/", tmp_path / "kg.trig"
    assert run("export", "trig", "--base", base, "-g", graph_folder, "-o", path).exit_code == 0
    assert run("validate", path, "--base", base).stderr == f"{path}: 14 nodes and edges checked, no problems\n"
    result = run("validate", path)
    assert (result.exit_code, result.stderr) == (1, f"{path}: 0 nodes and edges checked, 1 problem\n")
    assert f"its terms begin with {base}, which is the base to check it with" in result.stdout


def test_a_graph_under_another_base(run, graph_folder: Path) -> None:
    result = run("validate", "-g", graph_folder, "--base", "https://example.org/kg/")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "14 nodes and edges checked, no problems\n"
    with closing(sqlite3.connect(graph_folder / "graph.sqlite")) as database, database:
        database.execute("UPDATE evidence SET confidence = 3 WHERE rule = 'test' AND text LIKE '%何秋水主持%'")
    result = run("validate", "-g", graph_folder, "--base", "https://example.org/kg/")
    assert result.exit_code == 1
    assert "has not one confidence from 0 to 1: '3'" in result.stdout


def test_a_graph_without_articles_is_sound(run, tmp_path: Path) -> None:
    GraphStore.open(tmp_path / "empty.graph", create=True).close()
    result = run("validate", "-g", tmp_path / "empty.graph")
    assert (result.exit_code, result.stderr) == (0, "0 nodes and edges checked, no problems\n")


def test_a_terminal_sees_a_count_while_it_works(graph_folder: Path) -> None:
    terminal, end = pty.openpty()
    command = [sys.executable, "-c", "from govgraph.cli import main; main()", "validate", "-g", str(graph_folder)]
    subprocess.run(command, stderr=end, check=True, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)})
    assert os.read(terminal, 1000) == (b"\r14 nodes and edges\r\033[K14 nodes and edges checked, no problems\r\n")
    os.close(end)
    os.close(terminal)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("-g", "nowhere.graph"), 1, "nowhere.graph: no such graph folder; build a graph into it first"),
        (("nowhere.ttl",), 2, "File 'nowhere.ttl' does not exist"),
        (("--base", "govgraph"), 2, "is no base of names: give an absolute IRI that ends in / or :"),
    ],
)
def test_mistakes_are_told(run, arguments: tuple[str, ...], code: int, words: str) -> None:
    result = run("validate", *arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert words in result.stderr
