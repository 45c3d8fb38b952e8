"""Fragments: ids in the order of the text, words as printed, what confidence cuts, and the same bytes every time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractors.pipeline import Extractor
from extractors.readers import read
from graph.errors import GovgraphError
from graph.fragment import ARTICLE, Article, Fragment
from graph.schema import load_schema

ROOT = Path(__file__).parents[2]
TEXT = (
    "本报讯(记者 田砚秋)4月1日,市政协召开冷水鱼产业座谈会,副主席卢向晚主持会议,副市长贺云松出席并讲话。\n"
    "贺云松强调,要在6月底前建成汾阳市冷水鱼繁育基地项目;市水利局要保障水源。"
    "全市冷水鱼产量达1,600吨。会议传达学习了《冷水鱼保护条例》。\n"
    "市领导季望舒 参加。"
)
ARTICLE_OF_TEXT = Article(id="fish", title="市政协召开座谈会", body=TEXT, home="山西省吕梁市", date="2025-04-02")


@pytest.fixture(scope="module")
def fragment() -> Fragment:
    return Extractor().fragment(ARTICLE_OF_TEXT)


def seed_articles() -> Iterator[Article]:
    def refuse(error: GovgraphError) -> None:
        raise error

    return read([ROOT / "seeds" / "frontpage.txt", ROOT / "seeds" / "projects.txt"], report=refuse)


def test_there_is_much_to_look_at(fragment: Fragment) -> None:
    assert {node.label for node in fragment.nodes} >= {
        "Agency", "Directive", "Measurement", "Meeting", "Person", "Place", "Policy", "Project"
    }  # fmt: skip
    assert len({edge.type for edge in fragment.edges}) >= 10


def test_ids_count_in_the_order_of_the_text(fragment: Fragment) -> None:
    assert [node.id for node in fragment.nodes] == [f"n{n}" for n in range(1, len(fragment.nodes) + 1)]
    first_words = {
        node.id: min(at for form in (node.name, *node.aliases) if (at := ARTICLE_OF_TEXT.text.find(form)) >= 0)
        for node in fragment.nodes
        if node.label in ("Person", "Policy", "Directive")
    }
    assert len(first_words) >= 6
    order = [at for _, at in sorted(first_words.items(), key=lambda item: int(item[0][1:]))]
    assert order == sorted(order)


def test_evidence_is_the_articles_text_at_its_offsets(fragment: Fragment) -> None:
    proofs = [(evidence, edge.type) for edge in fragment.edges for evidence in edge.evidence]
    assert len(proofs) >= 12
    for evidence, kind in proofs:
        assert evidence.text == ARTICLE_OF_TEXT.text[evidence.start : evidence.end] != "", kind
        assert evidence.rule
        assert 0 < evidence.confidence <= 1


def test_evidence_keeps_the_width_of_the_print(fragment: Fragment) -> None:
    texts = [evidence.text for edge in fragment.edges for evidence in edge.evidence]
    assert any("(记者 田砚秋)" in text for text in texts)
    assert any("要在6月底前建成汾阳市冷水鱼繁育基地项目" in text and "," in text for text in texts)


def test_edges_end_at_nodes_and_obey_the_schema(fragment: Fragment) -> None:
    labels = {node.id: node.label for node in fragment.nodes} | {ARTICLE: "Article"}
    relations = load_schema().relations
    for edge in fragment.edges:
        assert labels[edge.source] in relations[edge.type].source, edge
        assert labels[edge.target] in relations[edge.type].target, edge


def test_no_node_is_there_twice(fragment: Fragment) -> None:
    keys = [(n.label, n.name, json.dumps(n.properties, ensure_ascii=False)) for n in fragment.nodes]
    assert len(set(keys)) == len(keys)


def test_a_name_is_no_alias_of_itself(fragment: Fragment) -> None:
    assert all(node.name not in node.aliases for node in fragment.nodes)


@pytest.mark.parametrize("floor", [0.5, 0.8, 0.9, 0.96])
def test_min_confidence_cuts_what_is_less_sure_and_nothing_else(floor: float, fragment: Fragment) -> None:
    def facts(whole: Fragment) -> set[tuple[str, str, str, str]]:
        names = {node.id: f"{node.label} {node.name}" for node in whole.nodes} | {ARTICLE: ARTICLE}
        return {
            (edge.type, names[edge.source], names[edge.target], json.dumps(edge.properties, ensure_ascii=False))
            for edge in whole.edges
            if max(evidence.confidence for evidence in edge.evidence) >= floor
        }

    cut = Extractor(min_confidence=floor).fragment(ARTICLE_OF_TEXT)
    assert facts(cut) == facts(fragment)
    assert all(evidence.confidence >= floor for edge in cut.edges for evidence in edge.evidence)


def test_nothing_is_sure_enough_for_more_than_certainty() -> None:
    cut = Extractor(min_confidence=1.01).fragment(ARTICLE_OF_TEXT)
    assert (cut.nodes, cut.edges) == ((), ())


def test_an_empty_article_says_nothing() -> None:
    fragment = Extractor().fragment(Article(id="empty", title="", body=""))
    assert (fragment.nodes, fragment.edges) == ((), ())


def test_the_extractors_home_and_date_stand_in_but_never_replace() -> None:
    bare = Article(id="a", title="", body="昨天，市政协召开冷水鱼产业座谈会。")
    extractor = Extractor(home="山西省吕梁市", date="2025-04-02")
    filled = extractor.fragment(bare)
    assert (filled.article.home, filled.article.date) == ("山西省吕梁市", "2025-04-02")
    assert {n.name for n in filled.nodes if n.label == "Agency"} == {"吕梁市政协"}
    own = Article(id="b", title="", body=bare.body, home="安徽省黄山市", date="2024-05-07")
    kept = extractor.fragment(own)
    assert {n.name for n in kept.nodes if n.label == "Agency"} == {"黄山市政协"}
    assert [n.properties["date"] for n in kept.nodes if n.label == "Meeting"] == ["2024-05-06"]


def test_a_home_that_is_nowhere_is_refused() -> None:
    with pytest.raises(GovgraphError, match=r"乌有市.*names no division"):
        Extractor(home="乌有市")


def test_the_same_bytes_whatever_pythons_hashes_are() -> None:
    here = "".join(Extractor().fragment(article).to_json() + "\n" for article in seed_articles())
    assert here.count("\n") == 7
    command = [sys.executable, "-m", "govgraph", "extract", "seeds/frontpage.txt", "seeds/projects.txt"]
    for seed in ("1", "2"):
        done = subprocess.run(
            command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        )
        there = [json.loads(line) for line in done.stdout.decode().splitlines()]
        for record, line in zip(there, here.splitlines(), strict=True):
            mine = json.loads(line)
            mine["article"]["source"] = record["article"]["source"]
            assert record == mine


def test_json_there_and_back(fragment: Fragment) -> None:
    assert Fragment.from_record(json.loads(fragment.to_json(body=True))) == fragment
