"""Every way in which a fragment can be wrong, and that the sound ones pass."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.fragment import ARTICLE, Article, Edge, Evidence, Fragment, Node
from graph.validate import is_date, validate
from tests.graph import sample

TEXT = Article("x", "标题", "甲公司在乙县。", date="2025-03")
COMPANY = Node("n1", "Company", "甲公司")
PLACE = Node("n2", "Place", "乙县")
PROOF = Evidence(3, 9, "甲公司在乙县", "r", 0.9)


def fragment(*parts: Node | Edge, article: Article = TEXT) -> Fragment:
    nodes = tuple(p for p in parts if isinstance(p, Node))
    return Fragment(article, nodes or (COMPANY, PLACE), tuple(p for p in parts if isinstance(p, Edge)))


def located(**change: object) -> Fragment:
    return fragment(Edge("LOCATED_IN", "n1", "n2", (replace(PROOF, **change),)))


BAD = [
    (fragment(Node("n1", "Robot", "x")), "unknown label 'Robot'"),
    (fragment(Node("n1", ["Company"], "x")), "unknown label ['Company']"),
    (fragment(Edge({}, "n1", "n2")), "unknown relation type"),
    (located(end=10**30), "is no stretch of text"),
    (fragment(Node("n1", "Measurement", "甲", (), {"number": 10**400})), "not a number"),
    (fragment(Node("n1", "Article", "x")), "edges name it as 'article'"),
    (fragment(COMPANY, COMPANY), "node id 'n1' is used twice"),
    (fragment(Node(ARTICLE, "Company", "x")), "kept for the article itself"),
    (fragment(Node("n1", "Company", " \u200b")), "is empty or no text"),
    (fragment(Node("n1", "Company", "甲", ("",))), "an alias is empty"),
    (fragment(Node("n1", "Company", "甲\ud800")), "is empty or no text"),
    (fragment(Node("n1", "Company", "甲", (), {"colour": "red"})), "unknown property 'colour'"),
    (fragment(Node("n1", "Meeting", "甲", (), {"date": "2025-13"})), "date is '2025-13', not an ISO date"),
    (fragment(Node("n1", "Measurement", "甲", (), {"number": "3"})), "number is '3', not a number"),
    (fragment(Node("n1", "Measurement", "甲", (), {"number": float("nan")})), "not a number"),
    (fragment(Node("n1", "Measurement", "甲", (), {"value": 3})), "value is 3, not a text"),
    (fragment(Node("n1", "Place", "甲", (), {"level": "planet"})), "permitted are country, province"),
    (fragment(Edge("LIKES", "n1", "n2")), "edge 1 (LIKES): unknown relation type"),
    (fragment(Edge("LOCATED_IN", "n2", "n2")), "its source is Place, permitted are Company"),
    (fragment(Edge("REPORTED_BY", ARTICLE, "n1")), "its target is Company, permitted are Person"),
    (fragment(Edge("LOCATED_IN", ARTICLE, "n2")), "its source is Article"),
    (fragment(Edge("LOCATED_IN", "n1", "n9")), "its target 'n9' is no node of the fragment"),
    (fragment(Edge("LOCATED_IN", "n1", "n2", (), {"title": "x"})), "unknown property 'title'"),
    (located(start=4), "is not what stands from 4 to 9"),
    (located(text="甲公司在丙县"), "is not what stands from 3 to 9"),
    (located(start=9), "from 9 to 9 is no stretch of text"),
    (located(start=-1), "is no stretch of text"),
    (located(end=99), "ends behind the article's 10 characters"),
    (located(confidence=1.01), "confidence 1.01 is not between 0 and 1"),
    (located(confidence=True), "confidence True is not between 0 and 1"),
    (fragment(article=replace(TEXT, date="21.3.2025")), "the article's date '21.3.2025'"),
    (fragment(article=replace(TEXT, id=" ")), "the article has no id"),
    (fragment(article=replace(TEXT, byline="\udc00")), "half a surrogate pair"),
]


def test_there_are_enough_bad_cases() -> None:
    assert len(BAD) == 33


@pytest.mark.parametrize(("bad", "words"), BAD, ids=[words for _, words in BAD])
def test_a_problem_is_named(bad: Fragment, words: str) -> None:
    problems = validate(bad)
    assert len(problems) == 1
    assert words in problems[0]


def test_every_problem_is_named() -> None:
    assert len(validate(fragment(Node("n1", "Robot", "x"), Edge("LIKES", "n1", "n2"), Edge("LED", "n7", "n8")))) == 4


@pytest.mark.parametrize("good", sample.paper(), ids=lambda f: f.article.id)
def test_sound_fragments_pass_with_and_without_their_text(good: Fragment) -> None:
    assert validate(good) == []
    assert validate(replace(good, article=replace(good.article, body=""))) == []


DATES = [
    ("2025", True),
    ("2025-03", True),
    ("2024-02-29", True),
    ("2025-01/2025-03", True),
    ("2025-02-29", False),
    ("2025-3", False),
    ("2025-03-20T10:00", False),
    ("2025-03/2025-01", False),
    ("2025/2025/2026", False),
    ("２０２５", False),
    ("0000", False),
    ("", False),
    (2025, False),
    (None, False),
]


@pytest.mark.parametrize(("value", "expected"), DATES)
def test_dates(value: object, expected: bool) -> None:
    assert is_date(value) is expected
