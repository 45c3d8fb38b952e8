"""The pairs that identity is measured by hold places in texts, and no text."""

from __future__ import annotations

import json
from collections import Counter

from benchmarks.identity import PAIRS, report


def test_pairs_are_places_alone() -> None:
    pairs = [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]
    assert len(pairs) == 323
    assert Counter(p["type"] for p in pairs) == {"Agency": 76, "Company": 48, "Meeting": 69, "Person": 70, "Policy": 60}
    assert sum(p["same"] for p in pairs) == 142
    for pair in pairs:
        assert sorted(pair) == ["one", "other", "same", "type"]
        for side in (pair["one"], pair["other"]):
            assert sorted(side) == ["file", "id", "sha256", "span"]
            assert len(side["sha256"]) == 64
            assert 0 <= side["span"][0] < side["span"][1]
        assert pair["one"]["sha256"] != pair["other"]["sha256"]


def test_figures_count_what_is_held_to_be_one(capsys) -> None:
    def side(start: int) -> dict[str, object]:
        return {"file": "f", "id": "x", "sha256": "s", "span": [start, start + 1]}

    ids = {("f", "s", n, n + 1): (f"Person:{name}",) for n, name in enumerate("aabbc")}
    told = [(0, 1, True), (2, 3, False), (0, 2, True), (0, 4, False)]
    pairs = [{"type": "Person", "same": same, "one": side(a), "other": side(b)} for a, b, same in told]
    report(pairs, ids, errors=True)
    assert capsys.readouterr().out.splitlines() == [
        "false   Person   Person:b  |  Person:b",
        "missed  Person   Person:a  |  Person:b",
        "         pairs  same   P      R",
        "Person       4     2  0.500  0.500",
        "all          4     2  0.500  0.500",
    ]
