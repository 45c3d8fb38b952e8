"""The same articles give the same bytes: any order, any number of workers, any surroundings, any increments."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from govgraph.extraction import Failure, Settings, extract
from graph.export import export
from graph.fragment import Article, Fragment
from graph.store import GraphStore

ROOT = Path(__file__).parents[2]
CITIES = ("青海省西宁市", "山西省吕梁市", "云南省曲靖市")


def articles() -> list[Article]:
    """Articles that speak of the same people, bodies and meetings under different names."""
    made = []
    for number in range(24):
        home = CITIES[number % 3]
        city = home[-3:]
        posts = ("市长", "市委书记", "副市长")[number // 3 % 3]
        text = (
            f"3月{number % 9 + 1}日，{'市' if number % 2 else city}政府召开春耕备耕工作会议，{posts}贺云松主持会议并讲话。"
            f"会议要求，{'市发改委' if number % 4 else city + '发展和改革委员会'}要在4月底前备足种子。"
            f"山西启沣渔业{'有限公司' if number % 2 else '有限责任公司'}投资{number}亿元建设冷水鱼养殖基地项目。"
        )
        made.append(Article(f"a{number:02}", f"春耕{number}", text, home=home, date="2025-03-12", source="in.jsonl"))
    return made


def bytes_of(folder: Path) -> bytes:
    with GraphStore.open(folder) as store:
        return b"".join(path.read_bytes() for path in export(store, "jsonl", folder / "out").files)


@pytest.fixture(scope="module")
def fragments() -> list[Fragment]:
    found = [f for f in extract(articles(), Settings()) if not isinstance(f, Failure)]
    assert len(found) == 24
    return found


@pytest.fixture(scope="module")
def expected(fragments: list[Fragment], tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("whole")
    with GraphStore.open(folder, create=True) as store:
        store.add(fragments)
        posts = list(store.edges("HOLDS_POST"))
        people = list(store.nodes("Person"))
    # Three cities have a 贺云松 each; all reports of one of them are one person with a career.
    assert {p.id for p in people} == {f"Person:贺云松@{home}" for home in CITIES}
    assert len(posts) == 9
    assert all(p.properties["first_reported"] == "2025-03-12" for p in posts)
    return bytes_of(folder)


RUNS = [
    (1, {"PYTHONHASHSEED": "1", "LC_ALL": "C"}),
    (2, {"PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8", "TZ": "Asia/Shanghai"}),
    (4, {"PYTHONHASHSEED": "3", "LC_ALL": "POSIX", "TZ": "America/Lima"}),
]
"""Number of workers, and what surrounds them."""


@pytest.mark.parametrize(("jobs", "surroundings"), RUNS)
def test_workers_order_and_surroundings_leave_no_trace(
    jobs: int, surroundings: dict[str, str], expected: bytes, tmp_path: Path
) -> None:
    records = [json.dumps({**a.to_record(), "source": None}, ensure_ascii=False) for a in articles()]
    random.Random(jobs).shuffle(records)  # noqa: S311 - an order of a test, no secret
    (tmp_path / "in.jsonl").write_text("\n".join(records), encoding="utf-8")
    command = [sys.executable, "-m", "govgraph", "build", "in.jsonl", "-o", "g", "--jobs", str(jobs)]
    env = {**os.environ, "PYTHONPATH": str(ROOT), **surroundings}
    run = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stderr
    assert bytes_of(tmp_path / "g") == expected
    again = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, encoding="utf-8", check=True)
    assert "24 as they were" in again.stderr


def test_ten_increments_with_removals_and_corrections_give_the_same_bytes(
    fragments: list[Fragment], expected: bytes, tmp_path: Path
) -> None:
    chance = random.Random(20250312)  # noqa: S311 - an order of a test, no secret
    order = chance.sample(fragments, len(fragments))
    wrong = {f.article.id: Fragment(f.article, f.nodes[:2]) for f in order[::5]}
    with GraphStore.open(tmp_path, create=True) as store:
        for step in range(10):
            part = order[step::10]
            store.add([wrong.get(f.article.id, f) for f in part])
            gone = [f.article.id for f in chance.sample(order[: step + 1], 1)]
            store.remove(gone)
        assert store.add(order).rejected == []
    assert bytes_of(tmp_path) == expected


def test_a_removed_article_takes_only_its_own_words(fragments: list[Fragment], expected: bytes, tmp_path: Path) -> None:
    with GraphStore.open(tmp_path / "less", create=True) as store:
        store.add(fragments[1:])
    with GraphStore.open(tmp_path / "all", create=True) as store:
        store.add(fragments)
        store.remove([fragments[0].article.id])
    assert bytes_of(tmp_path / "all") == bytes_of(tmp_path / "less") != expected
