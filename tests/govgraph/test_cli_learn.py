"""`govgraph learn` and `--model`: the names of a corpus reach the fragments, the graph and what is shown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractors.learned.model import Model

HOME = "四川省广元市青川县"
BODIES = (
    "7月1日,县长江北辰主持会议。",
    "县委书记何秋水、县长江北辰出席。",
    "县委书记何秋水调研。",
    "县水利局局长苏晚晴发言。",
)
UNSAFE = "雨停以后,江北辰还站在堤上。"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "corpus.jsonl"
    lines = [json.dumps({"id": f"c{n}", "body": body, "home": HOME}) for n, body in enumerate(BODIES)]
    path.write_text("\n".join([*lines, "{"]), encoding="utf-8")
    return path


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.jsonl"
    path.write_text(json.dumps({"id": "a", "title": "堤上", "body": UNSAFE, "home": HOME}), encoding="utf-8")
    return path


def test_what_is_learned_is_counted_and_bad_lines_are_reported(run, corpus: Path, tmp_path: Path) -> None:
    model = tmp_path / "names.tsv"
    result = run("learn", corpus, "-o", model)
    assert result.exit_code == 1
    assert f"{corpus}:5" in result.stderr
    assert result.stderr.splitlines()[-1] == (
        "5 articles in, 4 read, 1 reported (2 persons, 0 short forms of companies)"
    )
    assert set(Model.read(model).persons) == {"江北辰", "何秋水"}
    assert run("learn", corpus, "-o", model, "--min-articles", 1, "-j", 2).exit_code == 1
    assert set(Model.read(model).persons) == {"江北辰", "何秋水", "苏晚晴"}


def test_extract_and_show_know_the_names_of_the_model(run, corpus: Path, article: Path, tmp_path: Path) -> None:
    model = tmp_path / "names.tsv"
    run("learn", corpus, "-o", model)

    def persons(*options: object) -> list[str]:
        result = run("extract", article, *options)
        assert result.exit_code == 0
        return [node["name"] for node in json.loads(result.stdout)["nodes"] if node["label"] == "Person"]

    assert persons() == []
    assert persons("--model", model) == ["江北辰"]
    assert persons("--model", model, "--min-confidence", 0.8) == []
    assert "[江北辰|Person]" not in run("show", article, "--no-color").stdout
    assert "[江北辰|Person]" in run("show", article, "--no-color", "--model", model).stdout


def test_another_model_makes_build_read_again(run, corpus: Path, article: Path, tmp_path: Path) -> None:
    model, folder = tmp_path / "names.tsv", tmp_path / "g"
    run("learn", corpus, "-o", model)

    def build(*options: object) -> str:
        result = run("build", article, "-o", folder, *options)
        assert result.exit_code == 0
        return result.stderr.splitlines()[-1].partition("(")[2]

    assert build() == "1 new, 0 changed, 0 as they were)"
    assert build("--model", model) == "0 new, 1 changed, 0 as they were)"
    assert build("--model", model) == "0 new, 0 changed, 1 as they were)"
    assert build() == "0 new, 1 changed, 0 as they were)"


def test_a_file_that_is_no_model_is_named(run, article: Path, tmp_path: Path) -> None:
    assert run("extract", article, "--model", tmp_path / "none.tsv").exit_code == 2
    result = run("extract", article, "--model", article)
    assert result.exit_code == 1
    assert f"{article}: no model of names" in result.stderr
    assert result.stdout == ""
