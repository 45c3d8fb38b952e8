"""From files to a graph by the command line: bad input is named and counted, everything else is done."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from graph.store import GraphStore

PAGE = """青川日报 2025年7月2日 星期三

县长江北辰主持召开防汛工作会

本报讯(记者 苏晚)7月1日,青川县政府召开防汛工作会。县长江北辰主持会议并讲话。会议要求,要在7月10日前修好堤坝。

远峰建设公司开工新桥项目

本报讯(记者 何秋水)6月30日,远峰建设公司在青川县开工建设北河大桥项目。青川县水利局参加开工仪式。
"""

RECORD: dict[str, Any] = {
    "id": "r1",
    "title": "青川县召开防汛会",
    "body": "7月1日,青川县政府召开防汛会。县长江北辰主持会议。会议强调,要加强巡查。",
    "date": "2025-07-02",
    "home": "四川省广元市青川县",
}


def _line(**changes: Any) -> str:
    return json.dumps({k: v for k, v in {**RECORD, **changes}.items() if v is not None}, ensure_ascii=False) + "\n"


def _counts(stderr: str, verb: str) -> tuple[int, int, int]:
    match = re.fullmatch(rf"(\d+) articles in, (\d+) {verb}, (\d+) reported.*", stderr.splitlines()[-1])
    assert match, stderr
    taken, done, reported = (int(n) for n in match.groups())
    return taken, done, reported


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_from_page_to_answer(run, page: Path, tmp_path: Path) -> None:
    folder = tmp_path / "g"
    listed = run("articles", page, "--home", "四川省广元市青川县")
    assert listed.exit_code == 0
    records = [json.loads(line) for line in listed.stdout.splitlines()]
    assert [r["title"] for r in records] == ["县长江北辰主持召开防汛工作会", "远峰建设公司开工新桥项目"]
    assert _counts(listed.stderr, "written") == (2, 2, 0)

    built = run("build", page, "--home", "四川省广元市青川县", "--date", "2025-07-02", "-o", folder)
    assert built.exit_code == 0, built.stderr
    assert (built.stdout, _counts(built.stderr, "built")) == ("", (2, 2, 0))
    assert built.stderr.endswith("(2 new, 0 changed, 0 as they were)\n")
    for name in ("meeting_directives", "edge_evidence"):
        answer = json.loads(run("query", name, "-g", folder, "--format", "json").stdout)
        assert answer, name

    again = run("build", page, "--home", "四川省广元市青川县", "--date", "2025-07-02", "-o", folder)
    assert again.stderr.endswith("2 articles in, 2 built, 0 reported (0 new, 0 changed, 2 as they were)\n")


def test_extract_gives_one_fragment_a_line_in_any_number_of_processes(run, page: Path, tmp_path: Path) -> None:
    outputs = []
    for jobs in (1, 2):
        out = tmp_path / f"fragments-{jobs}.jsonl"
        result = run("extract", page, "--home", "四川省广元市青川县", "-o", out, "--jobs", jobs)
        assert result.exit_code == 0, result.stderr
        assert _counts(result.stderr, "extracted") == (2, 2, 0)
        outputs.append(out.read_bytes())
    assert outputs[0] == outputs[1]
    fragments = [json.loads(line) for line in outputs[0].decode("utf-8").splitlines()]
    assert [sorted(f) for f in fragments] == [["article", "edges", "nodes", "schema"]] * 2
    assert all(f["nodes"] and f["edges"] for f in fragments)
    strict = run("extract", page, "--home", "四川省广元市青川县", "--min-confidence", "1")
    sure = [e for line in strict.stdout.splitlines() for e in json.loads(line)["edges"] if e["evidence"]]
    assert len(sure) < sum(len(f["edges"]) for f in fragments)


def test_the_rules_alone_leave_out_what_the_models_add(run, tmp_path: Path) -> None:
    article = tmp_path / "article.jsonl"
    article.write_text(_line(title="河边", body="河滩上，戚远山弯腰捡起一块石头。") + "\n", encoding="utf-8")
    found = []
    for options in ((), ("--rules-only",)):
        result = run("extract", article, "--home", "四川省泸州市叙永县", *options)
        assert result.exit_code == 0, result.stderr
        found.append([n["name"] for n in json.loads(result.stdout)["nodes"] if n["label"] == "Person"])
    assert found == [["戚远山"], []]
    graph = tmp_path / "g"
    assert "(1 new, 0 changed, 0 as they were)" in run("build", article, "-o", graph).stderr
    assert "(0 new, 1 changed, 0 as they were)" in run("build", article, "-o", graph, "--rules-only").stderr


def test_articles_feed_build(run, page: Path, tmp_path: Path) -> None:
    articles = run("articles", page)
    built = run("build", "-", "-o", tmp_path / "g", stdin=articles.stdout_bytes)
    assert _counts(built.stderr, "built") == (2, 2, 0)


# Name of the file, its bytes, how many articles it gives, how many things it reports, words of the report.
BAD_INPUTS = [
    ("empty.txt", b"", 0, 1, "empty.txt:1: the file is empty"),
    ("empty.jsonl", b"", 0, 1, "empty.jsonl:1: the file is empty"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, 0, 1, "picture.txt"),
    ("zeros.txt", b"\0" * 5000, 0, 1, "zeros.txt"),
    ("gbk.txt", PAGE.encode("gbk"), 2, 0, ""),
    ("gb18030.txt", PAGE.replace("江北辰", "江𠮷辰").encode("gb18030"), 2, 0, ""),
    ("utf16.txt", PAGE.encode("utf-16"), 2, 0, ""),
    ("bom.txt", PAGE.encode("utf-8-sig"), 2, 0, ""),
    ("control.txt", PAGE.replace("主持", "主\x00\x07持").encode(), 2, 0, ""),
    ("broken.jsonl", (_line() + "{broken\n" + _line(id="r2")).encode(), 2, 1, "broken.jsonl:2: not JSON"),
    ("list.jsonl", (_line() + "[1]\n").encode(), 1, 1, "list.jsonl:2: "),
    ("nobody.jsonl", (_line(body=None) + _line(id="r2")).encode(), 1, 1, "nobody.jsonl:1: the record has no 'body'"),
    ("noid.jsonl", _line(id=None).encode(), 1, 0, ""),
    ("wrong.jsonl", (_line(title=7) + _line(id="r2")).encode(), 1, 1, "wrong.jsonl:1: "),
    ("date.jsonl", (_line(date="soon") + _line(id="r2")).encode(), 1, 1, "date.jsonl:1: 'soon' is no date"),
    (
        "twice.jsonl",
        (_line() + _line(body="另一篇报道说,青川县无雨。")).encode(),
        1,
        1,
        "twice.jsonl:2: article id 'r1'",
    ),
    ("torn.jsonl", (_line() + _line(id="r2")[:40]).encode()[:-1], 1, 1, "torn.jsonl:2: "),
    ("sheet.xlsx", b"PK\x03\x04", 0, 1, "sheet.xlsx: unknown ending '.xlsx'"),
    ("nowhere.txt", None, 0, 1, "nowhere.txt: no such file"),
]


@pytest.mark.parametrize(("name", "data", "good", "bad", "words"), BAD_INPUTS, ids=[case[0] for case in BAD_INPUTS])
@pytest.mark.parametrize("command", ["articles", "extract", "build"])
def test_bad_input_is_reported_and_the_rest_is_done(
    run, tmp_path: Path, page: Path, command: str, name: str, data: bytes | None, good: int, bad: int, words: str
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    folder = tmp_path / "g"
    target = ("-o", folder) if command == "build" else ()
    result = run(command, path, page, "--home", "四川省广元市青川县", *target)
    verb = {"articles": "written", "extract": "extracted", "build": "built"}[command]
    taken, done, reported = _counts(result.stderr, verb)
    assert taken == done + reported
    assert (done, reported) == (good + 2, bad)
    assert result.exit_code == (1 if reported else 0)
    assert words in result.stderr
    assert "Traceback" not in result.output
    if command == "build":
        with GraphStore.open(folder) as store:
            assert store.counts().articles == done
    else:
        assert len(result.stdout.splitlines()) == done
