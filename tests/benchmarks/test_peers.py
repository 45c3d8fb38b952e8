"""The comparison with other programs: what needs no foreign package is run small, and table and picture hold every figure."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

from benchmarks.peer_texts import govgraph, score, spacy_rules
from benchmarks.peers import FAMILIES, MEASURES, Result, curves, publish
from govgraph.gold import GoldArticle, GoldEntity
from graph.fragment import Article

TEXT = Article("a", "宣威市召开会议", "宣威市水务局召开会议。局长王强出席。宣威市水务局局长王强要求抓好落实。")


def test_names_are_of_three_kinds_and_scored_once_an_article() -> None:
    truth = GoldArticle(
        "a",
        entities={
            "e1": GoldEntity("e1", ("Place",), "宣威市"),
            "e2": GoldEntity("e2", ("Agency",), "宣威市水务局", ("市水务局",)),
            "e3": GoldEntity("e3", ("Person",), "王强"),
        },
    )
    for make in (govgraph, spacy_rules):
        found = make()
        assert {kind for kind, _ in found(TEXT)} == {"Person", "Place", "Body"}
    assert score(govgraph(), [(truth, TEXT)]) == {"Place": 1.0, "Body": 1.0, "Person": 1.0}
    assert score(lambda _: [("Person", frozenset(["李四"]))], [(truth, TEXT)]) == {"Place": 0, "Body": 0, "Person": 0}


def _results() -> list[Result]:
    return [
        Result(family, who, size, 100.0 * size, size / rate)
        for family in FAMILIES
        for who, rate in (("govgraph", 20.0), ("peer <1>", 4.0))
        for size in FAMILIES[family].sizes
    ]


def test_every_family_can_be_measured_and_is_shown(tmp_path: Path) -> None:
    assert set(MEASURES) == set(FAMILIES)
    (tmp_path / "images").mkdir()
    (tmp_path / "peers.md").write_text("# before\n<!-- peers -->\nold\n<!-- /peers -->\nafter\n", encoding="utf-8")
    publish(_results(), tmp_path)
    page = (tmp_path / "peers.md").read_text(encoding="utf-8")
    assert page.startswith("# before\n")
    assert page.endswith("after\n")
    assert "old" not in page
    assert page.count("5.0 × as fast") == len(FAMILIES) == 5
    picture = ElementTree.fromstring((tmp_path / "images/peers.svg").read_text(encoding="utf-8"))  # noqa: S314 - our own
    lines = picture.findall(".//{http://www.w3.org/2000/svg}polyline")
    assert len(lines) == 2 * len(FAMILIES)
    assert all(len(line.attrib["points"].split()) == 3 for line in lines)


def test_names_of_curves_that_end_together_do_not_lie_on_each_other() -> None:
    told = [Result("graphml", who, size, 1.0, size) for who in "abc" for size in (10, 100)]
    drawn = ElementTree.fromstring(curves(told))  # noqa: S314 - our own
    heights = sorted(
        float(text.attrib["y"])
        for text in drawn.iter("{http://www.w3.org/2000/svg}text")
        if text.text in ("a", "b", "c")
    )
    assert len(heights) == 3
    assert min(b - a for a, b in pairwise(heights)) >= 13
