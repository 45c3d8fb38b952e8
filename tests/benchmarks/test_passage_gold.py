"""Passages annotated in line as gold that the score reads, and the score without and with the trained models."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.trained_models import main, without_directives
from extractors.stages import Extractor
from govgraph.gold import read_gold
from graph.fragment import Article

PASSAGE = """## 山西省吕梁市交城县 | 2025-03-21
# [P1 石沙滩泵站]下月通水
[A1 县水务局]局长[N1 戚远山]到[L1 夏家营镇]，[V1 看了[P1 石沙滩泵站]]。[P1 工程]投资{P1 2.3亿元}，占地{- 12亩}，[P/O?2 二期]也在准备。
r LED N1 V1
r HOLDS_POST N1 A1 局长
r? LOCATED_IN P1 L1
"""


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("passages")
    (folder / "some.txt").write_text(PASSAGE, encoding="utf-8")
    out = folder / "gold"
    command = [sys.executable, "-m", "benchmarks.passage_gold", str(folder), str(out)]
    subprocess.run(command, check=True, cwd=Path(__file__).parents[2])
    return out


def test_what_a_passage_marks_is_its_gold(gold: Path) -> None:
    (article,) = read_gold(gold)
    names = {entity.id: entity.name for entity in article.entities.values()}
    assert (article.home, article.date) == ("山西省吕梁市交城县", "2025-03-21")
    assert {(e.type, e.name, e.aliases, e.optional) for e in article.entities.values() if e.type != "Measurement"} == {
        ("Project", "石沙滩泵站", ("工程",), False),
        ("Agency", "县水务局", (), False),
        ("Person", "戚远山", (), False),
        ("Place", "夏家营镇", (), False),
        ("Activity", "看了石沙滩泵站", (), False),
        ("Project", "二期", (), True),
    }
    assert {e.types for e in article.entities.values() if e.name == "二期"} == {("Project", "Organization")}
    numbers = [e for e in article.entities.values() if e.type == "Measurement"]
    assert [(str(e.properties["value"]), e.properties["unit"], e.optional) for e in numbers] == [
        ("2.3", "亿元", False),
        ("12", "亩", True),
    ]
    assert {(r.type, names[r.source], r.optional) for r in article.relations} == {
        ("HAS_MEASUREMENT", "石沙滩泵站", False),
        ("LED", "戚远山", False),
        ("HOLDS_POST", "戚远山", False),
        ("LOCATED_IN", "石沙滩泵站", True),
    }


def test_the_comparison_scores_the_rules_alone_and_with_the_models(
    gold: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main([str(gold)])
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].startswith("gold, 1 articles")
    (person,) = (line for line in lines if line.startswith("Person"))
    assert person.split() == ["Person", *"1.000 / 1.000 / 1.000".split(), *"1.000 / 1.000 / 1.000".split(), "(1)"]


def test_directives_that_nobody_annotated_do_not_count() -> None:
    article = Article(id="a", title="", body="国务院总理秦远山主持召开国务院常务会议。会议强调，要确保工程按期完工。")
    found = Extractor(rules_only=True).fragment(article)
    left = without_directives(found)
    assert "Directive" in {node.label for node in found.nodes}
    assert {node.label for node in left.nodes} == {node.label for node in found.nodes} - {"Directive"}
    assert {edge.type for edge in left.edges} == {edge.type for edge in found.edges} - {"ISSUED"}
