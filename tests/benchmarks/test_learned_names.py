"""The comparison without and with learned names: nothing is learned from what is scored."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import learned_names
from graph.errors import UnreadableInputError

SCORED = "雨停以后，江北辰还站在堤上。县水利局的人把沙袋一个一个码好，直到天色完全黑下来才回到岸边的帐篷里休息。"
CORPUS = (
    "7月1日，县长江北辰主持会议。",
    "县委书记何秋水、县长江北辰出席。",
    f"县长江北辰到场。县长苏晚晴到场。{SCORED}",
    "县长苏晚晴调研。",
)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "T1.ann").write_text("home 四川省广元市青川县\ndate 2025-07-02\ne1 Person 江北辰\n", encoding="utf-8")
    (folder / "T1.txt").write_text(f"堤上\n{SCORED}\n", encoding="utf-8")
    return folder


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "corpus.jsonl"
    lines = [json.dumps({"id": f"c{n}", "body": body}, ensure_ascii=False) for n, body in enumerate(CORPUS)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_the_table_compares_without_and_with(corpus: Path, gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    learned_names.main([str(corpus), str(gold)])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "3 articles: 1 persons, 0 short forms of companies"
    (person,) = [line for line in lines if line.startswith("Person")]
    assert person.split(maxsplit=1)[1] == "0.000 / 0.000 / 0.000    1.000 / 1.000 / 1.000"
    assert len(lines) == 9


def test_a_missing_text_is_named(gold: Path) -> None:
    (gold / "T1.txt").unlink()
    with pytest.raises(UnreadableInputError, match=r"T1\.txt"):
        learned_names.scored(gold)
