"""The scorer, on small golds whose figures can be counted by hand."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from govgraph.gold import parse_gold
from govgraph.score import Error, Report, score
from graph.errors import InvalidRecordError, UnreadableInputError
from graph.fragment import Article, Edge, Evidence, Fragment, Node

GOLD = """
# title: 县农业农村局召开秋粮收购座谈会
home 甘肃省定西市岷县
date 2024-09-12
e1 Agency 岷县农业农村局 | 县农业农村局
e2 Person 石怀远
e3 Meeting 秋粮收购工作座谈会 {date=2024-09-10}
e4 Directive 要备足仓容和资金,确保农民卖粮顺畅 {deadline=2024-09}
e5 Measurement 计划收购秋粮 {value=1.2; unit=万吨}
e6 Company 岷县丰廪粮油有限责任公司 | 丰廪粮油
e7? Place 岷县
e8 Policy 岷县2024年秋粮收购工作方案
e9 Organization/Project 岷县粮食质量检测中心
r HOLDS_POST e2 e1 {title=党组书记、局长}
r CHAIRED e2 e3
r ISSUED e2 e4
r HAS_MEASUREMENT e6 e5
r COOPERATES_WITH e6 e9
r? CITES e3 e8
r REPORTED_BY article e2
r LOCATED_IN e6 e7
"""
REQUIRED_NODES, REQUIRED_EDGES = 8, 6  # LOCATED_IN leads to an optional place

Edit = Callable[[dict[str, Any]], None]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "page-1.ann").write_text(GOLD, encoding="utf-8")
    return folder


def perfect(gold: Path) -> dict[str, Any]:
    record = parse_gold(gold / "page-1.ann").to_record()
    for edge in record["edges"]:
        edge["evidence"] = [{"start": 0, "end": 1, "text": "县", "rule": "r", "confidence": 1.0}]
    return record


def node(record: dict[str, Any], key: str) -> dict[str, Any]:
    found: dict[str, Any] = next(n for n in record["nodes"] if n["id"] == key)
    return found


def edge(record: dict[str, Any], kind: str) -> dict[str, Any]:
    found: dict[str, Any] = next(e for e in record["edges"] if e["type"] == kind)
    return found


def drop_node(key: str) -> Edit:
    return lambda r: r["nodes"].remove(node(r, key))


def drop_edge(kind: str) -> Edit:
    return lambda r: r["edges"].remove(edge(r, kind))


def set_node(key: str, **values: Any) -> Edit:
    return lambda r: node(r, key).update(values)


def set_edge(kind: str, **values: Any) -> Edit:
    return lambda r: edge(r, kind).update(values)


def add_node(**values: Any) -> Edit:
    return lambda r: r["nodes"].append({"aliases": [], **values})


def add_edge(kind: str, source: str, target: str) -> Edit:
    return lambda r: r["edges"].append({"type": kind, "source": source, "target": target})


# (what is done to a perfect fragment, nodes: hits, false, missed, edges: hits, false, missed)
CASES: dict[str, tuple[Edit, tuple[int, int, int], tuple[int, int, int]]] = {
    "nothing": (lambda _: None, (8, 0, 0), (6, 0, 0)),
    "a node is missed, and its edge then leads nowhere": (drop_node("e5"), (7, 0, 1), (5, 1, 1)),
    "a node too many": (add_node(id="x", label="Person", name="齐润生"), (8, 1, 0), (6, 0, 0)),
    "the article's own node is no finding": (add_node(id="x", label="Article", name="题"), (8, 0, 0), (6, 0, 0)),
    "an optional node is missed": (drop_node("e7"), (8, 0, 0), (6, 1, 0)),
    "an optional edge is missed": (drop_edge("CITES"), (8, 0, 0), (6, 0, 0)),
    "an edge to an optional node is missed": (drop_edge("LOCATED_IN"), (8, 0, 0), (6, 0, 0)),
    "an unknown edge at an optional node": (add_edge("HELD_IN", "e3", "e7"), (8, 0, 0), (6, 0, 0)),
    "an unknown edge": (add_edge("CONVENED", "e1", "e3"), (8, 0, 0), (6, 1, 0)),
    "the same unknown edge twice": (
        lambda r: r["edges"].extend([{"type": "CONVENED", "source": "e1", "target": "e3"}] * 2),
        (8, 0, 0),
        (6, 1, 0),
    ),
    "background is not scored": (set_edge("CHAIRED", evidence=[]), (8, 0, 0), (5, 0, 1)),
    "no evidence key is no background": (lambda r: edge(r, "CHAIRED").pop("evidence"), (8, 0, 0), (6, 0, 0)),
    "a symmetric edge turned round": (set_edge("COOPERATES_WITH", source="e9", target="e6"), (8, 0, 0), (6, 0, 0)),
    "a directed edge turned round": (set_edge("CHAIRED", source="e3", target="e2"), (8, 0, 0), (5, 1, 1)),
    "the article by its id": (set_edge("REPORTED_BY", source="page-1"), (8, 0, 0), (6, 0, 0)),
    "another edge type": (set_edge("CHAIRED", type="ATTENDED"), (8, 0, 0), (5, 1, 1)),
    "found by an alias": (set_node("e6", name="丰廪粮油", aliases=[]), (8, 0, 0), (6, 0, 0)),
    "another label": (set_node("e1", label="Company"), (7, 1, 1), (5, 1, 1)),
    "a further accepted label": (set_node("e9", label="Project"), (8, 0, 0), (6, 0, 0)),
    "another person": (set_node("e2", name="石怀"), (7, 1, 1), (2, 4, 4)),
    "wording alike": (set_node("e4", name="要备足仓容和资金，确保农民卖粮"), (8, 0, 0), (6, 0, 0)),
    "wording too far": (set_node("e4", name="确保农民卖粮"), (7, 1, 1), (5, 1, 1)),
    "policy needs more likeness": (set_node("e8", name="秋粮收购方案"), (7, 1, 1), (6, 1, 0)),
    "quotation marks and width": (set_node("e8", name="《岷县２０２４年秋粮收购工作方案》"), (8, 0, 0), (6, 0, 0)),
    "scale multiplied out": (set_node("e5", value=12000, unit="余吨"), (8, 0, 0), (6, 0, 0)),
    "scale with the number": (set_node("e5", value="1.2万", unit="吨"), (8, 0, 0), (6, 0, 0)),
    "another unit": (set_node("e5", unit="万斤"), (7, 1, 1), (5, 1, 1)),
    "another value": (set_node("e5", value="12"), (7, 1, 1), (5, 1, 1)),
    "no number": (set_node("e5", value="若干"), (7, 1, 1), (5, 1, 1)),
}


def triple(report: Report, part: str) -> tuple[int, int, int]:
    count = getattr(report, part)
    return count.hits, count.false, count.missed


@pytest.mark.parametrize("name", CASES)
def test_counts(gold: Path, name: str) -> None:
    change, nodes, edges = CASES[name]
    record = deepcopy(perfect(gold))
    change(record)
    report = score(gold, [record])
    assert triple(report, "entities") == nodes
    assert triple(report, "relations") == edges
    assert sum(nodes[::2]) == REQUIRED_NODES
    assert sum(edges[::2]) == REQUIRED_EDGES
    assert triple(report, "graph") == tuple(a + b for a, b in zip(nodes, edges, strict=True))
    listed = [e.what for e in report.errors]
    assert listed.count("false") == nodes[1] + edges[1]
    assert listed.count("missed") == nodes[2] + edges[2]


def test_there_are_enough_cases() -> None:
    assert len(CASES) == 29


ATTRIBUTES: list[tuple[str, Edit, list[int]]] = [
    ("canonical name", lambda _: None, [4, 4]),
    ("canonical name", set_node("e1", name="县农业农村局", aliases=["岷县农业农村局"]), [3, 4]),
    ("event date", lambda _: None, [1, 1]),
    ("event date", set_node("e3", date="2024-09-11"), [0, 1]),
    ("deadline", lambda _: None, [1, 1]),
    ("deadline", set_node("e4", deadline=None), [0, 1]),
    ("post title", lambda _: None, [1, 1]),
    ("post title", set_edge("HOLDS_POST", title="局长"), [1, 1]),
    ("post title", set_edge("HOLDS_POST", title="岷县县委常委、党组书记、局长"), [1, 1]),
    ("post title", set_edge("HOLDS_POST", title="副县长"), [0, 1]),
    ("post title", set_edge("HOLDS_POST", title=""), [0, 1]),
]


@pytest.mark.parametrize(("attribute", "change", "right_of"), ATTRIBUTES)
def test_attributes(gold: Path, attribute: str, change: Edit, right_of: list[int]) -> None:
    record = perfect(gold)
    change(record)
    report = score(gold, [record])
    assert report.attributes[attribute] == right_of
    wrong = [e for e in report.errors if e.what == "wrong" and e.kind == attribute]
    assert len(wrong) == right_of[1] - right_of[0]
    assert report.graph.f1 == 1.0


def test_errors_say_what_and_where(gold: Path) -> None:
    record = perfect(gold)
    drop_node("e5")(record)
    assert score(gold, [record]).errors == [
        Error("page-1", "missed", "Measurement", "计划收购秋粮"),
        Error("page-1", "false", "HAS_MEASUREMENT", "岷县丰廪粮油有限责任公司 -> e5"),
        Error("page-1", "missed", "HAS_MEASUREMENT", "岷县丰廪粮油有限责任公司 -> 计划收购秋粮"),
    ]


def test_report_as_text_and_json(gold: Path) -> None:
    record = perfect(gold)
    drop_edge("CHAIRED")(record)
    add_node(id="x", label="Person", name="齐润生")(record)
    report = score(gold, [record])
    text = report.to_text().splitlines()
    assert text[0] == "1 articles; without a fragment: 0"
    assert text[1] == "graph              P 0.929  R 0.929  F1 0.929  gold    14  found    14"
    assert "Person             P 0.500  R 1.000  F1 0.667  gold     1  found     2" in text
    assert text[-1] == "post title         right 1.000 of 1"
    data = json.loads(report.to_json())
    assert data["relations"] == {"precision": 1.0, "recall": 0.8333, "f1": 0.9091, "gold": 6, "found": 5}
    assert data["by_relation"]["CHAIRED"]["recall"] == 0.0
    assert data["attributes"]["post title"] == {"right": 1.0, "of": 1}


def test_gold_without_a_fragment_is_missed_and_fragments_without_gold_are_ignored(gold: Path) -> None:
    record = perfect(gold)
    record["article"] = {"id": "other#1", "title": "别的报道"}
    report = score(gold, [record])
    assert report.without_fragment == ["page-1"]
    assert triple(report, "graph") == (0, 0, REQUIRED_NODES + REQUIRED_EDGES)
    assert report.graph.precision == report.graph.recall == report.graph.f1 == 0.0


# (article records of the fragments, gold titles by gold id) -> which fragment each gold gets
PAIRS: list[tuple[str, list[dict[str, str]], dict[str, str], dict[str, str]]] = [
    ("id before title", [{"id": "a", "title": "甲"}, {"id": "p-1"}], {"p-1": "甲"}, {"p-1": "p-1"}),
    ("title", [{"id": "a", "title": "甲乙"}, {"id": "b", "title": "丙丁"}], {"p-1": "丙丁"}, {"p-1": "b"}),
    ("space and width", [{"id": "a", "title": "总投资 6亿元(首期)"}], {"p-1": "总投资6亿元（首期）"}, {"p-1": "a"}),
    ("kicker and subtitle around", [{"id": "a", "title": "眉题 县里开会 副题"}], {"p-1": "县里开会"}, {"p-1": "a"}),
    (
        "exact before around",
        [{"id": "a", "title": "县里开会了"}, {"id": "b", "title": "县里开会"}],
        {"p-1": "县里开会"},
        {"p-1": "b"},
    ),
    (
        "two around: neither",
        [{"id": "a", "title": "县里开会了"}, {"id": "b", "title": "县里开会吗"}],
        {"p-1": "县里开会"},
        {},
    ),
    (
        "the same title on two pages",
        [
            {"id": "a", "title": "开会", "source": "some/q.txt:3"},
            {"id": "b", "title": "开会", "source": "some/p.txt:9"},
        ],
        {"p-1": "开会", "q-1": "开会"},
        {"p-1": "b", "q-1": "a"},
    ),
    (
        "captions in order",
        [
            {"id": "a", "title": "", "source": "p.txt:1"},
            {"id": "b", "title": "开会", "source": "p.txt:5"},
            {"id": "c", "source": "p.txt:9"},
        ],
        {"p-1": "", "p-2": "开会", "p-3": ""},
        {"p-1": "a", "p-2": "b", "p-3": "c"},
    ),
    ("untitled is no part of a title", [{"id": "a", "title": "开会", "source": "p.txt:5"}], {"p-1": ""}, {}),
]


@pytest.mark.parametrize(("name", "articles", "titles", "expected"), PAIRS)
def test_which_fragment_belongs_to_which_gold(
    tmp_path: Path, name: str, articles: list[dict[str, str]], titles: dict[str, str], expected: dict[str, str]
) -> None:
    for key, title in titles.items():
        lines = [f"# title: {title}", *(f"e{n} Person {a['id']}" for n, a in enumerate(articles))]
        (tmp_path / f"{key}.ann").write_text("\n".join(lines), encoding="utf-8")
    # Each fragment knows one person, named after its own id: who is not missed tells which fragment was taken.
    records = [
        {"article": a, "nodes": [{"id": "n", "label": "Person", "name": a["id"], "aliases": []}], "edges": []}
        for a in articles
    ]
    report = score(tmp_path, records)
    missed = {(e.article, e.text) for e in report.errors if e.what == "missed"}
    taken = {(key, a["id"]) for key in titles for a in articles} - missed
    assert taken == set(expected.items()), name
    assert set(report.without_fragment) == set(titles) - set(expected)


def test_the_later_of_two_fragments_counts(gold: Path) -> None:
    empty = {"article": {"id": "page-1"}, "nodes": [], "edges": []}
    assert score(gold, [empty, perfect(gold)]).graph.f1 == 1.0


def test_fragment_objects_and_files_score_alike(gold: Path, tmp_path: Path) -> None:
    proof = (Evidence(0, 3, "石怀远", "post", 0.9),)
    fragment = Fragment(
        article=Article(id="page-1", title="", body=""),
        nodes=(Node("n1", "Person", "石怀远"), Node("n2", "Agency", "岷县农业农村局")),
        edges=(Edge("HOLDS_POST", "n1", "n2", proof, {"title": "局长"}), Edge("CHAIRED", "n1", "n2")),
    )
    path = tmp_path / "f.jsonl"
    path.write_text(fragment.to_json() + "\n\n", encoding="utf-8")
    for report in (score(gold, [fragment]), score(gold, path)):
        assert triple(report, "entities") == (2, 0, 6)
        assert triple(report, "relations") == (1, 0, 5)


def test_a_folder_of_gold_is_scored_too(gold: Path) -> None:
    assert score(gold, gold).graph.f1 == 1.0


def test_the_json_form_says_the_same_as_the_notation(gold: Path, tmp_path: Path) -> None:
    short = parse_gold(gold / "page-1.ann")
    record = {
        "id": short.id,
        "title": short.title,
        "home": short.home,
        "date": short.date,
        "entities": [
            {
                "id": e.id,
                "type": e.type,
                "types": list(e.types),
                "name": e.name,
                "aliases": list(e.aliases),
                "optional": e.optional,
                **e.properties,
            }
            for e in short.entities.values()
        ],
        "relations": [
            {"type": r.type, "source": r.source, "target": r.target, "optional": r.optional, **r.properties}
            for r in short.relations
        ],
    }
    path = tmp_path / "page-1.json"
    path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    assert parse_gold(path) == short


def test_the_notation_is_read_whole(gold: Path) -> None:
    short = parse_gold(gold / "page-1.ann")
    assert (short.id, short.title) == ("page-1", "县农业农村局召开秋粮收购座谈会")
    assert (short.home, short.date) == ("甘肃省定西市岷县", "2024-09-12")
    assert short.entities["e9"].types == ("Organization", "Project")
    assert short.entities["e6"].forms == ("岷县丰廪粮油有限责任公司", "丰廪粮油")
    assert short.entities["e7"].optional
    assert short.entities["e5"].properties == {"value": "1.2", "unit": "万吨"}
    assert short.relations[0].properties == {"title": "党组书记、局长"}
    assert [r.type for r in short.relations if r.optional] == ["CITES"]


BAD_GOLD = [
    ("e1 Agency", "x.ann:1: e1 has no name"),
    ("home -\ne1 Office 县委", "x.ann:2: no node type 'Office'"),
    ("e1 Article 报道", "x.ann:1: no node type 'Article'"),
    ("e1 Person 甲乙\ne1 Person 丙丁", "x.ann:2: e1 was used before"),
    ("e1 Person 甲乙\nr CHAIRED e1", "x.ann:2: a relation is"),
    ("e1 Person 甲乙\nr LIKES e1 e1", "x.ann:2: no relation type 'LIKES'"),
    ("e1 Person 甲乙\nr CHAIRED e1 e2", "CHAIRED names 'e2', which is no entity"),
    ("person 甲乙", "x.ann:1: neither entity, relation"),
]


@pytest.mark.parametrize(("text", "message"), BAD_GOLD)
def test_bad_gold_is_named_by_file_and_line(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "x.ann"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidRecordError) as caught:
        parse_gold(path)
    assert message in str(caught.value)


@pytest.mark.parametrize("text", ["[]", "{}", '{"entities": [{"id": "e1"}], "relations": []}'])
def test_bad_json_gold(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidRecordError, match=r"x\.json"):
        parse_gold(path)


def test_unreadable_input(gold: Path, tmp_path: Path) -> None:
    (tmp_path / "gbk.ann").write_bytes("e1 Person 甲乙".encode("gbk"))
    (tmp_path / "empty").mkdir()
    for path in (tmp_path / "gbk.ann", tmp_path / "missing.ann"):
        with pytest.raises(UnreadableInputError, match=path.name):
            parse_gold(path)
    for folder in (tmp_path / "empty", tmp_path / "nowhere"):
        with pytest.raises(UnreadableInputError, match=folder.name):
            score(folder, [])
    with pytest.raises(UnreadableInputError, match=r"none\.jsonl"):
        score(gold, tmp_path / "none.jsonl")


@pytest.mark.parametrize(
    "line", ['{"article": ', '{"article": {"id": "a"}}', "[]", '{"article": {}, "nodes": [], "edges": []}']
)
def test_a_broken_fragment_line_is_named(gold: Path, tmp_path: Path, line: str) -> None:
    path = tmp_path / "f.jsonl"
    path.write_text(json.dumps(perfect(gold), ensure_ascii=False) + "\n" + line + "\n", encoding="utf-8")
    with pytest.raises(InvalidRecordError, match=r"f\.jsonl:2"):
        score(gold, path)
