"""Texts that broke something once, found by `benchmarks.fuzz`: everything that must hold of any text holds for them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.fuzzing.files import Case
from benchmarks.fuzzing.invariants import check
from extractors.stages import Extractor

ODD: dict[str, dict[str, str]] = {
    "a number of the thing that the next number counts": {
        "title": "青川县整治市场",
        "body": "青川县要确定整治的重点地区和1-2个重点市场，并于4月25日前完成。",
    },
    "a day that no calendar has": {"title": "会议", "body": "青川县政府召开会议。", "date": "2025-02-30"},
    "a year that no calendar has": {"title": "会议", "body": "青川县政府召开会议。", "date": "0000"},
    "digits of full width in a date": {"title": "会议", "body": "青川县政府召开会议。", "date": "２０２５-０３-０１"},
    "an id of blanks": {"id": " \n", "title": "会议", "body": "青川县政府召开会议。"},
    "an id that nobody sees": {"id": "\u200b\u3000", "title": "会议", "body": "青川县政府召开会议。"},
    "a date of blanks": {"title": "会议", "body": "青川县政府召开会议。", "date": " "},
    "half a character in a field": {"title": "会议", "body": "青川县政府召开会议。", "section": "\ud83d"},
}


@pytest.mark.parametrize("name", ODD)
def test_what_must_hold_holds_for(tmp_path: Path, name: str) -> None:
    line = json.dumps({"id": "odd", **ODD[name]}, ensure_ascii=True)
    outcome = check(Case("case.jsonl", line.encode()), tmp_path, Extractor, stored=True)
    assert outcome.articles + outcome.reported == 1
