"""Ids: what is the same, what is not, and that they stay what they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import UnknownNameError
from graph.identity import edge_id, node_id, normalise

NODES = [
    ("Person", "王强", {"scope": "某省某市"}, "Person:王强@某省某市"),
    ("Person", "王强", {}, "Person:王强"),
    ("Person", " 王 强\u3000", {"scope": ""}, "Person:王 强"),
    ("Company", "ＡＢＣ（集团）公司", {}, "Company:ABC(集团)公司"),
    ("Company", "甲\u200b公司\x00", {}, "Company:甲公司"),
    ("Agency", "某市政府", {}, "Agency:某市政府"),
    ("Agency", "某市人民政府", {"key": "政府", "scope": "某省某市"}, "Agency:政府@某省某市"),
    (
        "Meeting",
        "全市年会",
        {"key": "年会", "scope": "某市", "date": "2025-03", "occasion": "2025"},
        "Meeting:年会@某市@2025",
    ),
    ("Meeting", "第三届年会", {"key": "第三届年会", "date": "2025-03", "occasion": ""}, "Meeting:第三届年会"),
    ("Policy", "某办法（试行）", {"key": "某办法", "number": "不算"}, "Policy:某办法"),
    ("Meeting", "年会", {"scope": "某市", "date": "2025-03"}, "Meeting:年会@某市@2025-03"),
    ("Meeting", "年会", {"date": "2025-03"}, "Meeting:年会@@2025-03"),
    ("Measurement", "增速", {"value": "5.2", "unit": "%"}, "Measurement:增速@5.2@%"),
    ("Measurement", "面积", {"value": "3", "unit": "亩", "scope": "甲村"}, "Measurement:面积@3@亩@@甲村"),
    ("Person", "a@b", {}, "Person:a\\@b"),
    ("Person", "a@", {"scope": "~b\\"}, "Person:a\\@@\\~b\\\\"),
    ("Article", "p.txt#3 @~", {}, "Article:p.txt#3 @~"),
    ("Directive", "要" * 40, {}, "Directive:" + "要" * 40),
    ("Directive", "要" * 41, {}, "Directive:" + "要" * 24 + "~02a667d8e3a6"),
]


@pytest.mark.parametrize(("label", "name", "properties", "expected"), NODES)
def test_node_ids(label: str, name: str, properties: dict[str, str], expected: str) -> None:
    assert node_id(label, name, properties) == expected


def test_all_node_cases_differ() -> None:
    assert len({expected for *_, expected in NODES}) == len(NODES) == 19


def test_long_names_that_begin_alike_stay_apart() -> None:
    ids = {node_id("Directive", "要" * 60 + tail, {"scope": scope}) for tail in "甲乙" for scope in "丙丁"}
    assert len(ids) == 4
    assert all(len(i) < 60 for i in ids)


EDGES = [
    ("CHAIRED", "Person:甲", "Meeting:乙", {}, "CHAIRED:Person:甲|Meeting:乙"),
    ("HOLDS_POST", "P:甲", "A:乙", {"title": "局长", "to": "2024"}, "HOLDS_POST:P:甲|A:乙|局长"),
    ("HOLDS_POST", "P:甲", "A:乙", {"title": " 局长　"}, "HOLDS_POST:P:甲|A:乙|局长"),
    ("HOLDS_POST", "P:甲|", "A:乙", {}, "HOLDS_POST:P:甲\\||A:乙"),
    ("COOPERATES_WITH", "Company:甲", "Agency:乙", {}, "COOPERATES_WITH:Agency:乙|Company:甲"),
    ("COOPERATES_WITH", "Agency:乙", "Company:甲", {}, "COOPERATES_WITH:Agency:乙|Company:甲"),
    ("BELONGS_TO", "Company:甲", "Agency:乙", {}, "BELONGS_TO:Company:甲|Agency:乙"),
]


@pytest.mark.parametrize(("kind", "source", "target", "properties", "expected"), EDGES)
def test_edge_ids(kind: str, source: str, target: str, properties: dict[str, str], expected: str) -> None:
    assert edge_id(kind, source, target, properties) == expected


def test_unknown_names_are_refused() -> None:
    with pytest.raises(UnknownNameError, match="Robot"):
        node_id("Robot", "x", {})
    with pytest.raises(UnknownNameError, match="LIKES"):
        edge_id("LIKES", "a", "b", {})


PARTS = st.text(alphabet="甲a@|~\\ ", max_size=4)


@given(PARTS, PARTS, PARTS, PARTS)
def test_two_keys_share_an_id_only_when_they_are_the_same(a: str, b: str, c: str, d: str) -> None:
    same = (normalise(a), normalise(b)) == (normalise(c), normalise(d))
    assert (node_id("Person", a, {"scope": b}) == node_id("Person", c, {"scope": d})) == same
