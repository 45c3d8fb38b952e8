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
    "a text that ends with a ceremony": {"title": "会议", "body": "昨日，青川县文化节开幕式"},
    "a text that ends with a name behind a body": {
        "title": "会议",
        "body": "参加的有青川县水利局周明远，青川县交通局石明磊",
    },
    "half a character in a field": {"title": "会议", "body": "青川县政府召开会议。", "section": "\ud83d"},
}


@pytest.mark.parametrize("name", ODD)
def test_what_must_hold_holds_for(tmp_path: Path, name: str) -> None:
    line = json.dumps({"id": "odd", **ODD[name]}, ensure_ascii=True)
    outcome = check(Case("case.jsonl", line.encode()), tmp_path, Extractor, stored=True)
    assert outcome.articles + outcome.reported == 1


def test_an_id_that_is_taken_is_reported_with_the_file_whatever_the_record_says(tmp_path: Path) -> None:
    line = json.dumps({"id": "a", "title": "会议", "body": "青川县政府召开会议。", "source": "elsewhere/b:1"})
    outcome = check(Case("case.jsonl", f"{line}\n{line}".encode()), tmp_path, Extractor, stored=False)
    assert (outcome.articles, outcome.reported) == (1, 1)


HANGS = {
    "titles of offices within titles": "县长" + "常务副总指挥" * 40 + "甲",
    "media before no role": "（" + "融媒" * 60,
    "levels of what all have": "各" + "地级" * 60,
    "names and roles without an end": "(首驻" + "、记者·驻" * 60,
    "persons and more persons": "任命石磊" + "等1名同志" * 40,
    "where it opens": "产业园" + "于快时" * 60,
    "figures in figures": "共有" + "第11" * 60,
    "who says it where": "石磊" + "在月.上" * 60,
}


@pytest.mark.parametrize("name", HANGS)
def test_it_takes_no_longer_than_other_texts(tmp_path: Path, name: str) -> None:
    """Patterns took exponential time on such words; `check` breaks off what takes ten times as long as usual."""
    for ending in (".txt", ".jsonl"):
        body = f"青川县政府3月2日召开防汛会议。{HANGS[name]}。青川县政府要求修好堤坝。\n{HANGS[name]}\n"
        data = body if ending == ".txt" else json.dumps({"title": HANGS[name], "body": body})
        assert check(Case(f"case{ending}", data.encode()), tmp_path, Extractor, stored=False).articles >= 1
