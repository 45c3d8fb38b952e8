"""A few of the cases that `benchmarks.fuzz` makes of the seeds; and that it notices what it is there to notice."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import fuzz
from benchmarks.fuzzing.corpus import records
from benchmarks.fuzzing.files import Case, case
from benchmarks.fuzzing.invariants import BrokenError, check
from benchmarks.fuzzing.shrink import shrunk
from extractors.stages import Extractor
from graph.fragment import Article, Fragment

SEEDS = Path(__file__).parents[2] / "seeds"


def test_cases_of_the_seeds_hold(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--cases", "16", "--minutes", "20", "--seed", "20250320", "--keep", str(tmp_path)]
    assert fuzz.main([str(SEEDS), *options]) == 0
    assert "16 cases" in capsys.readouterr().out


def test_seed_and_number_make_a_case_again() -> None:
    corpus = records([SEEDS], 100, 1)
    assert len(corpus) >= 8
    cases = [case(corpus, 1, number) for number in range(60)]
    assert [case(corpus, 1, number) for number in range(60)] == cases
    assert {one.name for one in cases} == {
        f"case{end}" for end in (".txt", ".md", ".html", ".pdf", ".jsonl", ".jsonl.gz")
    }
    assert len({one.data for one in cases}) == 60


class Moved(Extractor):
    """Says of every proof that it stands one character further on."""

    def fragment(self, article: Article) -> Fragment:
        """Return a fragment that is not sound."""
        found = super().fragment(article)
        edges = [replace(e, evidence=tuple(replace(v, end=v.end + 1) for v in e.evidence)) for e in found.edges]
        return replace(found, edges=tuple(edges))


def test_evidence_elsewhere_is_noticed(tmp_path: Path) -> None:
    line = '{"id": "a", "title": "会议", "body": "3月20日，青川县政府召开防汛工作会议。"}'
    with pytest.raises(BrokenError, match="is not what stands from"):
        check(Case("case.jsonl", line.encode()), tmp_path, Moved, stored=False)


def test_a_case_is_made_small() -> None:
    found = shrunk(Case("case.txt", "一二三四五六七八九十".encode()), lambda c: "七".encode() in c.data, seconds=5)
    assert found.data.decode() == "七"
