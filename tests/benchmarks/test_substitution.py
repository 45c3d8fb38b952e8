"""Names do not matter: the same article with other counties, towns and people gives the same graph but for the names."""

from __future__ import annotations

import pytest

from benchmarks.substitution import ARTICLES, main, read, usual_facts


def test_graphs_of_one_article_differ_in_the_names_only() -> None:
    readings = list(read(counties=60, seed=5))
    usual = usual_facts(readings)
    assert len(readings) == 60 * len(ARTICLES)
    assert min(len(facts) for facts in usual.values()) >= 10
    assert "甲某 LED 深入甲镇、乙镇调研防火工作" in usual[0]
    assert "某县青屏食品有限公司 UNDERTAKES 核桃加工项目" in usual[8]
    assert sum(reading.facts == usual[reading.article] for reading in readings) >= 0.94 * len(readings)


def test_what_differs_is_told_with_the_names(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--counties", "30", "--seed", "3"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("300 readings, ")
    assert "missing" in said
