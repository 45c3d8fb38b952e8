"""Judgements: they win over rules, are transitive, survive rebuilds, and can be taken back without a trace."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import ConflictingJudgementError, InvalidRecordError
from graph.fragment import Fragment
from graph.judgements import Judged, Judgement, part_id, read_judgements, write_judgements
from graph.review import Review
from graph.store import GraphStore
from graph.verify import checksum
from tests.graph import sample

A, B, C, D = "Person:甲@一", "Person:甲@二", "Person:甲@三", "Person:甲@四"
yes, no, unsure = (lambda a, b, v=v: Judgement.of(a, b, v) for v in ("yes", "no", "unsure"))


def report(article: str, day: str, person: str, place: str, post: str = "县长", **more: str) -> Fragment:
    """An article in which one person holds one post in one county."""
    w = sample.Writer(article, f"{place}{day}", f"{place}政府{post}{person}主持春耕会。", date=day)
    who = w.node("Person", person, scope=place)
    body = w.node("Agency", f"{place}政府", key="政府", scope=place)
    event = w.node("Meeting", "春耕会", scope=place, **more)
    w.edge("HOLDS_POST", who, body, f"{place}政府{post}{person}", title=post)
    w.edge("CHAIRED", who, event, f"{person}主持春耕会")
    return w.fragment()


def paper() -> list[Fragment]:
    return [
        report("p1", "2024-03-01", "林望山", "东禾县"),
        report("p2", "2024-05-01", "林望山", "东禾县"),
        report("p3", "2024-06-01", "林望山", "西禾县"),
        report("p4", "2024-07-01", "林望三", "东禾县"),
    ]


EAST, WEST, TYPO = "Person:林望山@东禾县", "Person:林望山@西禾县", "Person:林望三@东禾县"


@pytest.fixture
def county(tmp_path: Path) -> Iterator[GraphStore]:
    with GraphStore.open(tmp_path / "g", create=True) as store:
        assert store.add(paper(), extractor="1").rejected == []
        yield store


def people(store: GraphStore) -> dict[str, tuple[str, ...]]:
    return {node.id: node.articles for node in store.nodes("Person")}


def test_verdicts_follow_from_others() -> None:
    judged = Judged([yes(A, B), yes(C, B), no(C, D), unsure(A, "Person:甲@五")])
    assert (judged.one(C), judged.one(B), judged.one(D)) == (A, A, D)
    assert (judged.verdict(A, C), judged.verdict(A, D), judged.verdict(B, D)) == ("yes", "no", "no")
    assert judged.verdict(A, "Person:甲@五") is None
    assert judged.settled(A, "Person:甲@五")
    assert not judged.settled(A, "Person:甲@六")


def test_what_is_judged_both_ways_is_refused() -> None:
    with pytest.raises(ConflictingJudgementError, match="undo one of them first"):
        Judged([yes(A, B), yes(B, C), no(A, C)])


WRONG = [
    ((A, A, "yes"), "on both sides"),
    ((A, "Agency:甲", "yes"), "of one label"),
    ((A, "甲", "yes"), "of one label"),
    ((A, B, "perhaps"), "verdict 'perhaps' is none of yes, no, unsure"),
]


@pytest.mark.parametrize(("given", "words"), WRONG)
def test_wrong_judgements_are_refused(given: tuple[str, str, str], words: str) -> None:
    with pytest.raises(InvalidRecordError, match=words):
        Judgement.of(*given)


@given(st.permutations([yes(A, B), yes(D, C), yes(B, C), no(A, "Person:乙")]))
def test_the_order_of_judging_leaves_no_trace(said: list[Judgement]) -> None:
    judged = Judged(said)
    assert [judged.one(name) for name in (A, B, C, D)] == [A] * 4
    assert judged.verdict(D, "Person:乙") == "no"


def test_a_yes_makes_one_node_and_one_career(county: GraphStore) -> None:
    before = county.generation, checksum(county)
    assert county.judge([yes(EAST, WEST), yes(EAST, TYPO)]) == 2
    assert people(county) == {TYPO: ("p1", "p2", "p3", "p4")}
    node = county.node(TYPO)
    assert node is not None
    assert (node.name, node.aliases) == ("林望山", ("林望三",))
    posts = [
        (e.target, e.properties["first_reported"], e.properties["last_reported"]) for e in county.edges("HOLDS_POST")
    ]
    assert posts == [
        ("Agency:政府@东禾县", "2024-03-01", "2024-07-01"),
        ("Agency:政府@西禾县", "2024-06-01", "2024-06-01"),
    ]
    assert county.generation != before[0]
    assert county.undo_judgement(WEST, EAST)
    assert people(county) == {TYPO: ("p1", "p2", "p4"), WEST: ("p3",)}
    assert county.undo_judgement(EAST, TYPO)
    assert (county.generation, checksum(county)) == before
    assert not county.undo_judgement(EAST, TYPO)


def test_a_part_is_taken_out_and_joined_to_another(county: GraphStore) -> None:
    part = part_id(EAST, "p2")
    county.judge([no(EAST, part)])
    assert people(county) == {EAST: ("p1",), part: ("p2",), TYPO: ("p4",), WEST: ("p3",)}
    county.judge([yes(part, WEST)])
    assert people(county) == {EAST: ("p1",), part: ("p2", "p3"), TYPO: ("p4",)}
    with pytest.raises(ConflictingJudgementError):
        county.judge([yes(EAST, WEST)])
    assert people(county) == {EAST: ("p1",), part: ("p2", "p3"), TYPO: ("p4",)}


def test_unsure_changes_nothing_but_is_not_asked_again(county: GraphStore) -> None:
    before = county.generation, checksum(county)
    asked = {(c.left, c.right) for c in county.candidates()}
    assert (TYPO, EAST) in asked
    county.judge([unsure(TYPO, EAST)])
    assert (county.generation, checksum(county)) == before
    assert {(c.left, c.right) for c in county.candidates()} == asked - {(TYPO, EAST)}


def test_judgements_survive_removal_and_rebuild_and_any_order(county: GraphStore, tmp_path: Path) -> None:
    said = [yes(EAST, TYPO), no(EAST, part_id(EAST, "p2")), yes(WEST, part_id(EAST, "p2"))]
    county.judge(said)
    expected = checksum(county), county.generation
    county.remove(["p1", "p2", "p3", "p4"])
    assert list(county.judgements()) == sorted(said)
    county.add(reversed(paper()))
    assert (checksum(county), county.generation) == expected
    for number in range(3):
        with GraphStore.open(tmp_path / str(number), create=True) as other:
            steps = [lambda f=f, s=other: s.add([f]) for f in paper()] + [
                lambda j=j, s=other: s.judge([j]) for j in said
            ]
            random.Random(number).shuffle(steps)  # noqa: S311 - an order of a test, no secret
            for step in steps:
                step()
            assert (checksum(other), other.generation) == expected


def test_an_edge_between_two_that_are_one_is_gone(tmp_path: Path) -> None:
    w = sample.Writer("x", "题", "甲厂与甲工厂合作。")
    one, other = w.node("Company", "甲厂"), w.node("Company", "甲工厂")
    w.edge("COOPERATES_WITH", one, other, "甲厂与甲工厂合作")
    with GraphStore.open(tmp_path, create=True) as store:
        store.add([w.fragment()])
        assert store.counts().edges == 1
        store.judge([yes("Company:甲厂", "Company:甲工厂")])
        assert (store.counts().edges, store.counts().nodes) == (0, 2)
        store.undo_judgement("Company:甲厂", "Company:甲工厂")
        assert store.counts().edges == 1


def test_judgements_are_written_and_read(county: GraphStore) -> None:
    said = [Judgement.of(A, B, "yes", note="同一人", author="审", at="2025-03-01T08:00:00+00:00"), no(A, C)]
    lines = list(write_judgements(said))
    assert list(read_judgements([*lines, ""])) == said
    for bad, words in (("{", "f:1: not JSON"), ("[]", "f:1: a JSON list"), ('{"left": "A:1"}', "f:1: not a judgement")):
        with pytest.raises(InvalidRecordError, match=words):
            list(read_judgements([bad], "f"))


def test_candidates_come_with_the_words_of_both_sides(county: GraphStore) -> None:
    desk = Review(county, "审")
    (pair,) = desk.pairs(label="Person", least=0.5)
    assert (pair.kind, pair.left.id, pair.right.id) == ("duplicate", TYPO, EAST)
    assert pair.reasons[0].startswith("names alike")
    assert [w.text for w in pair.left.evidence] == ["林望三主持春耕会", "东禾县政府县长林望三"]
    assert {w.article for w in pair.right.evidence} == {"p1", "p2"}
    desk.judge(pair, "yes", at="2025-03-01")
    assert desk.settled(pair)
    assert desk.pairs(label="Person", least=0.5) == []
    assert [(j.verdict, j.author) for j in county.judgements()] == [("yes", "审")]


def test_mixed_nodes_are_found(tmp_path: Path) -> None:
    with GraphStore.open(tmp_path, create=True) as store:
        store.add([report("p1", "2024-03-01", "林望山", "东禾县", date="2024-03-01")])
        store.add([report("p2", "2024-03-02", "林望山", "东禾县", occasion="", date="2024-03-01")])
        twice = sample.Writer("p5", "题", "西禾县政府县长林望山调研。", date="2024-04-01")
        who, body = twice.node("Person", "林望山", scope="东禾县"), twice.node("Agency", "西禾县政府")
        twice.edge("HOLDS_POST", who, body, "西禾县政府县长林望山", title="县长")
        store.add([twice.fragment()])
        found = [c for c in store.candidates(label="Person") if c.kind == "mixed"]
        assert [(c.left, c.right) for c in found] == [(EAST, part_id(EAST, "p5"))]
        assert found[0].reasons == ("县长 2024 of Agency:西禾县政府, elsewhere of Agency:政府@东禾县",)
        desk = Review(store)
        (pair,) = [p for p in desk.pairs(label="Person") if p.kind == "mixed"]
        assert {w.article for w in pair.left.evidence} == {"p1", "p2"}
        assert {w.article for w in pair.right.evidence} == {"p5"}


def test_large_blocks_are_left_out_and_nothing_is_compared_with_all(tmp_path: Path) -> None:
    def many() -> Iterator[Fragment]:
        for i in range(200):
            w = sample.Writer(f"m{i}", "题", f"第{i}号东禾建材。")
            w.node("Company", f"{chr(0x4E00 + i)}{chr(0x5E00 + i)}东禾建材")
            yield w.fragment()

    with GraphStore.open(tmp_path, create=True) as store:
        store.add(many())
        assert store.candidates(least=0.1) == []
