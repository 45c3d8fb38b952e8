"""`govgraph review`: pairs with their words, and judgements that are kept, written, read and taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.fragment import Article, Edge, Evidence, Fragment, Node
from graph.store import GraphStore

LEFT, RIGHT = "Person:江北辰@沙洲县", "Person:江北辰@沙洲县北镇"


def _fragment(article: str, scope: str) -> Fragment:
    about = Article(article, "防汛", f"{scope}江北辰主持防汛会。", date="2025-07-01")
    words = Evidence(3 + len(scope), 11 + len(scope), "江北辰主持防汛会", "test", 0.9)
    nodes = (
        Node("1", "Person", "江北辰", (), {"scope": scope}),
        Node("2", "Meeting", "防汛会", (), {"scope": "沙洲县"}),
    )
    return Fragment(about, nodes, (Edge("CHAIRED", "1", "2", (words,)),))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with GraphStore.open(tmp_path / "g", create=True) as store:
        assert store.add([_fragment("a", "沙洲县"), _fragment("b", "沙洲县北镇")]).added == 2
    return tmp_path / "g"


def _people(folder: Path) -> list[str]:
    with GraphStore.open(folder) as store:
        return [node.id for node in store.nodes("Person")]


def test_pairs_are_listed_with_evidence(run, folder: Path) -> None:
    result = run("review", "--list", "-g", folder)
    assert result.exit_code == 0, result.stderr
    (pair,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert (pair["left"]["id"], pair["right"]["id"], pair["kind"]) == (LEFT, RIGHT, "duplicate")
    assert pair["reasons"] == ["the same name", "one scope lies in the other", "1 neighbours in common"]
    assert [w["text"] for w in pair["left"]["evidence"]] == ["江北辰主持防汛会"]


# What is typed, the verdict that is kept, and the people that are left.
ANSWERS = [
    ("y\n", ["yes"], [LEFT]),
    ("n\n", ["no"], [LEFT, RIGHT]),
    ("u\n", ["unsure"], [LEFT, RIGHT]),
    ("perhaps\ny\n", ["yes"], [LEFT]),
    ("q\n", [], [LEFT, RIGHT]),
]


@pytest.mark.parametrize(("typed", "verdicts", "left"), ANSWERS)
def test_answers_are_kept(run, folder: Path, typed: str, verdicts: list[str], left: list[str]) -> None:
    result = run("review", "--author", "审", "-g", folder, stdin=typed)
    assert result.exit_code == 0, result.output
    assert "one thing?" in result.stdout
    assert "江北辰主持防汛会" in result.stdout
    with GraphStore.open(folder) as store:
        said = list(store.judgements())
    assert [j.verdict for j in said] == verdicts
    assert all(j.author == "审" and j.at.startswith("20") for j in said)
    assert _people(folder) == left
    again = run("review", "--list", "-g", folder)
    assert (again.stdout == "") == bool(verdicts)


def test_judgements_travel_and_are_taken_back(run, folder: Path, tmp_path: Path) -> None:
    assert run("review", "--judge", RIGHT, LEFT, "yes", "-g", folder).exit_code == 0
    assert _people(folder) == [LEFT]
    exported = run("review", "--export", tmp_path / "j.jsonl", "-g", folder)
    assert exported.stderr == "1 judgements written\n"
    assert run("review", "--undo", LEFT, RIGHT, "-g", folder).exit_code == 0
    assert _people(folder) == [LEFT, RIGHT]
    taken = run("review", "--import", tmp_path / "j.jsonl", "-g", folder)
    assert taken.stderr == "1 judgements taken\n"
    assert _people(folder) == [LEFT]


def test_wrong_use_is_told(run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text("{}\n", encoding="utf-8")
    cases = [
        (("--undo", LEFT, RIGHT), 1, "no judgement about"),
        (("--judge", LEFT, "Agency:x", "yes"), 1, "of one label"),
        (("--judge", LEFT, RIGHT, "perhaps"), 1, "none of yes, no, unsure"),
        (("--import", tmp_path / "bad.jsonl"), 1, "bad.jsonl:1: not a judgement"),
        (("--label", "Robot", "--list"), 2, "no label 'Robot'"),
        (("--list", "--undo", LEFT, RIGHT), 2, "give one of them"),
    ]
    for arguments, code, words in cases:
        result = run("review", *arguments, "-g", folder)
        assert (result.exit_code, words in result.stderr) == (code, True), (arguments, result.stderr)
