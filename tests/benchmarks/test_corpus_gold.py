"""Gold that is kept without its text comes back whole from the corpora, and says what is wrong when it cannot."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest

from benchmarks import corpus_gold, keep_gold
from benchmarks.corpus_gold import GOLD, HALVES, read_kept
from govgraph.gold import parse_gold, read_gold
from govgraph.score import score
from graph.errors import InvalidRecordError, UnreadableInputError

TITLE = "关于成立北河治理领导小组的通知"
SENTENCE = "青川县政府决定成立北河治理领导小组,由县长江北辰任组长。"
DEMAND = "各镇要在7月10日前修好堤坝,不得拖延。"
NEWS = {"id": "n-1", "title": "新桥通车", "body": "何秋水在沙洲县\n新桥工地说,新桥长300米。  "}
NOTICE = {"id": "d-1", "title": TITLE, "body": f"{TITLE}发布日期:2025-07-01{SENTENCE}{SENTENCE}{DEMAND}"}
NAMESAKE = {"id": "d-1", "title": TITLE + "附件", "body": "名单。"}

ANNOTATED = {
    "T01": (
        f"{NEWS['title']}\n{NEWS['body'].rstrip()}",
        "home 四川省广元市\ndate 2025-07-02\ne1 Person 何秋水\ne2? Place/Organization 广元市沙洲县 | 沙洲县\n"
        "e3 Measurement 新桥的长度 {value=300; unit=米}\ne4 Project 新桥\nr HAS_MEASUREMENT e4 e3\n"
        "r? LOCATED_IN e4 e2\nr REPORTED_BY article e1\n",
    ),
    "T02": (
        f"{TITLE}\n{SENTENCE}{DEMAND}",
        "home -\ndate 2025-07-01\ne1 Agency 青川县政府\ne2 Agency 青川县北河治理领导小组办公室 | 北河治理领导小组\n"
        "e3 Person 江北辰\ne4 Directive 各镇要在7月10日前修好堤坝,…不得拖延 {deadline=2025-07-10}\n"
        "r HOLDS_POST e3 e2 {title=组长}\nr ISSUED e1 e4\n",
    ),
}
ORIGINS = {"T01": {"corpus": "news.jsonl.gz", "id": "n-1"}, "T02": {"corpus": "notices.jsonl", "title": TITLE}}


def _write_corpora(folder: Path, news: list[dict[str, Any]], notices: list[dict[str, Any]]) -> Path:
    folder.mkdir(exist_ok=True)
    lines = ["".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records) for records in (news, notices)]
    with gzip.open(folder / "news.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(lines[0])
    (folder / "notices.jsonl").write_text(lines[1], encoding="utf-8")
    return folder


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    return _write_corpora(tmp_path / "corpora", [NEWS, {**NEWS, "id": "n-2"}], [NAMESAKE, NOTICE])


@pytest.fixture
def annotated(tmp_path: Path) -> Path:
    folder = tmp_path / "annotated"
    folder.mkdir()
    for name, (text, gold) in ANNOTATED.items():
        (folder / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
        (folder / f"{name}.ann").write_text(gold, encoding="utf-8")
    return folder


@pytest.fixture
def kept(corpora: Path, annotated: Path, tmp_path: Path) -> Path:
    origins = tmp_path / "origins.json"
    origins.write_text(json.dumps(ORIGINS, ensure_ascii=False), encoding="utf-8")
    out = tmp_path / "gold"
    assert keep_gold.main([str(corpora), str(annotated), str(origins), str(out)]) == 0
    return out


def test_what_is_kept_comes_back_whole(corpora: Path, annotated: Path, kept: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    for half, name in (("develop", "T01"), ("held", "T02")):
        assert corpus_gold.main([str(corpora), str(out), "--half", half, "--gold", str(kept)]) == 0
        assert (out / f"{name}.txt").read_bytes() == (annotated / f"{name}.txt").read_bytes()
        again, first = parse_gold(out / f"{name}.ann"), parse_gold(annotated / f"{name}.ann")
        assert (again.entities, again.relations) == (first.entities, first.relations)
        assert (again.home, again.date) == (first.home, first.date)
        (record,) = [json.loads(line) for line in (out / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
        assert (record["id"], f"{record['title']}\n{record['body']}") == (name, ANNOTATED[name][0])
    assert score(annotated, out).graph.f1 == 1.0


def test_no_text_is_kept(kept: Path) -> None:
    files = [path.read_text(encoding="utf-8") for half in HALVES for path in sorted((kept / half).iterdir())]
    assert len(files) == 2
    for word in ("何秋水", "江北辰", "修好", "青川县政府", "通车", "关于"):
        assert not any(word in file for file in files), word
    assert json.loads(files[1])["spans"][1:] != []
    forms = {e["id"]: e["forms"] for e in json.loads(files[1])["entities"]}
    assert forms["e2"][0][0] == [16, 19]  # 青川县, then what stands elsewhere, then what stands nowhere
    assert forms["e2"][0][-1] == "办公室"
    assert [type(piece) for piece in forms["e4"][0]] == [list, str, list]


def test_a_missing_or_changed_article_is_named_and_nothing_is_written(kept: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    empty = _write_corpora(tmp_path / "c2", [], [NAMESAKE])
    with pytest.raises(InvalidRecordError, match=r"T01: .*news\.jsonl\.gz has no article 'n-1'"):
        corpus_gold.rebuild(empty, out, kept / "develop")
    with pytest.raises(InvalidRecordError, match=r"T02: .*has 'd-1' with another text"):
        corpus_gold.rebuild(empty, out, kept / "held")
    (empty / "news.jsonl.gz").unlink()
    with pytest.raises(UnreadableInputError, match=r"news\.jsonl\.gz: cannot read this corpus"):
        corpus_gold.rebuild(empty, out, kept / "develop")
    with pytest.raises(UnreadableInputError, match="no kept gold here"):
        corpus_gold.rebuild(empty, out, tmp_path / "nowhere")
    assert not out.exists()


def test_the_command_reports_and_exits_1(kept: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = _write_corpora(tmp_path / "c2", [], [])
    assert corpus_gold.main([str(empty), str(tmp_path / "out"), "--gold", str(kept)]) == 1
    assert "T01" in capsys.readouterr().err


def test_wrong_spans_are_found(kept: Path, corpora: Path, tmp_path: Path) -> None:
    path = kept / "held" / "T02.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    record["spans"][-1][1] -= 1
    path.write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(InvalidRecordError, match="the spans are wrong"):
        corpus_gold.rebuild(corpora, tmp_path / "out", kept / "held")


def test_an_unpacked_corpus_will_do(kept: Path, corpora: Path, tmp_path: Path) -> None:
    packed = corpora / "news.jsonl.gz"
    (corpora / "news.jsonl").write_bytes(gzip.decompress(packed.read_bytes()))
    packed.unlink()
    assert corpus_gold.rebuild(corpora, tmp_path / "out", kept / "develop") == ["T01"]


def test_what_is_not_from_the_corpus_is_refused(annotated: Path) -> None:
    gold, text = parse_gold(annotated / "T02.ann"), ANNOTATED["T02"][0]
    with pytest.raises(InvalidRecordError, match="not cut from 'd-1'"):
        keep_gold.keep(gold, text + "甲", "notices.jsonl", NOTICE)
    with pytest.raises(InvalidRecordError, match="too long to be written out"):
        keep_gold.pieces_of("甲乙丙丁戊己庚辛壬癸子丑寅", text)


SPANS = [
    ("abc", "abc", [[0, 3]]),
    ("abc", "xabcx", [[1, 4]]),
    ("abab", "abxab", [[0, 2], [3, 5]]),
    ("ab", "axbab", [[3, 5]]),
    ("aab", "ab", None),
    ("x", "ab", None),
]


@pytest.mark.parametrize(("text", "whole", "spans"), SPANS)
def test_the_fewest_spans_are_kept(text: str, whole: str, spans: list[list[int]] | None) -> None:
    assert keep_gold.kept_spans(text, whole) == spans
    if spans is not None:
        assert corpus_gold.cut(whole, spans) == text


@pytest.mark.parametrize(("half", "remainder"), [("develop", 1), ("held", 0)])
def test_the_repository_keeps_33_articles_a_half_and_none_of_their_sentences(half: str, remainder: int) -> None:
    kept = read_kept(GOLD / half)
    assert len(kept) == 33
    for item in kept:
        assert item.path.stem == item.id
        assert int(item.id[1:]) % 2 == remainder
        assert re.fullmatch("[0-9a-f]{64}", item.record["sha256"])
        ids = {entity["id"] for entity in item.record["entities"]}
        assert all({r["source"], r["target"]} <= {*ids, "article"} for r in item.record["relations"])
        said = [_strings(part) for part in (item.record["entities"], item.record["relations"])]
        for words in [word for part in said for word in part if not word.isascii()]:
            assert len(words) <= keep_gold.LONGEST, f"{item.id}: {words}"
    assert sum(len(item.record["entities"]) for item in kept) >= 700


def _strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for item in inside for text in _strings(item)]


@pytest.mark.parametrize(("half", "size"), [("develop", 80), ("held", 20)])
def test_every_invented_article_has_its_gold(half: str, size: int) -> None:
    folder = GOLD / "invented" / half
    articles = [json.loads(line) for line in (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    gold = {article.id: article for article in read_gold(folder)}
    assert len(articles) == len(gold) == size
    assert {article["id"]: article["date"] for article in articles} == {one.id: one.date for one in gold.values()}
