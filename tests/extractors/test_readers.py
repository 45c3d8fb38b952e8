"""Files, folders and the standard input give articles; whatever cannot be read is reported, and all else goes on."""

from __future__ import annotations

import gzip
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import zstandard

from extractors.readers import READERS, read
from graph.errors import UnreadableInputError
from graph.fragment import Article

PAGE = "县里召开工作会议\n\n本报讯（记者 何立）5月8日，县里召开工作会议，部署了春耕备耕和森林防火工作。\n"
BODY = "本报讯（记者 何立）5月8日，县里召开工作会议，部署了春耕备耕和森林防火工作。"
TRADITIONAL = "縣裡召開工作會議\n\n本報訊（記者 何立）5月8日，縣裡召開工作會議，部署了春耕和防火的工作。\n"


def run(*inputs: Path | str, **options: Any) -> tuple[list[Article], list[str]]:
    """The articles of the inputs and what was reported."""
    reports: list[UnreadableInputError] = []
    articles = list(read(inputs, report=reports.append, **options))
    return articles, [str(report) for report in reports]


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def line(**fields: Any) -> str:
    return json.dumps(fields, ensure_ascii=False)


def test_readers_are_listed() -> None:
    assert sorted(READERS) == [".htm", ".html", ".jsonl", ".jsonl.gz", ".jsonl.zst", ".md", ".pdf", ".txt"]


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-bom", "utf-16-be-bom", "gbk", "gb18030", "utf-32"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encodings_of_pages(tmp_path: Path, encoding: str) -> None:
    data = PAGE.encode(encoding.removesuffix("-bom"))
    if encoding.endswith("-bom"):
        data = "\ufeff".encode(encoding.removesuffix("-bom")) + data
    articles, reports = run(write(tmp_path / "page.txt", data))
    assert reports == []
    assert [(a.title, a.body) for a in articles] == [("县里召开工作会议", BODY)]


def test_big5_page(tmp_path: Path) -> None:
    articles, reports = run(write(tmp_path / "page.txt", TRADITIONAL.encode("big5")))
    assert reports == []
    assert articles[0].title == "縣裡召開工作會議"


def test_utf16_without_mark(tmp_path: Path) -> None:
    articles, reports = run(write(tmp_path / "page.txt", (PAGE * 3).encode("utf-16-le")))
    assert reports == []
    assert articles[0].title == "县里召开工作会议"


def test_control_characters_are_dropped(tmp_path: Path) -> None:
    articles, reports = run(write(tmp_path / "page.txt", PAGE.replace("5月", "\x005\x07月\x1b")))
    assert reports == []
    assert articles[0].body == BODY


UNREADABLE_PAGES: list[tuple[str, bytes, str]] = [
    ("empty.txt", b"", "empty.txt:1: the file is empty"),
    ("blank.txt", b" \n\n\t\n", "blank.txt:1: the file is empty"),
    ("zeros.txt", b"ab\0\0" * 200, "zeros.txt: this is binary"),
    ("noise.txt", bytes(range(256)) * 40, "noise.txt:"),
    ("page.txt", b"%PDF-1.7\n\xe2\xe3", "page.txt: this is a PDF"),
    ("page.txt", b"PK\x03\x04....", "page.txt: this is a ZIP archive"),
    ("page.txt", gzip.compress(b"x"), "page.txt: this is gzip-compressed"),
    ("page.txt", b"\x89PNG\r\n\x1a\n", "page.txt: this is a picture"),
    ("cut.txt", PAGE.encode("utf-16")[:-1], "cut.txt:3: the file is marked as UTF-16"),
    ("bad.txt", PAGE.encode() + b"abc\xff\xfe\xfa\xf9", "bad.txt:4: byte 0xff is not UTF-8"),
    ("latin.txt", "déjà vu à l'été\n".encode("latin-1") * 5, "latin.txt:1: byte 0xe9 is not UTF-8"),
    ("furniture.txt", "云桥日报\n2024年5月9日 星期四\n".encode(), "furniture.txt:1: no article found"),
]


def test_unreadable_pages_are_many() -> None:
    assert len(UNREADABLE_PAGES) >= 12


@pytest.mark.parametrize(("name", "data", "message"), UNREADABLE_PAGES)
def test_unreadable_page_is_reported(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    good = write(tmp_path / "good.txt", PAGE)
    articles, reports = run(write(tmp_path / "sub" / name, data), good)
    assert len(articles) == 1
    assert len(reports) == 1
    assert message in reports[0]


def test_markdown_marks_are_taken_out(tmp_path: Path) -> None:
    text = "# 县里召开**工作**会议\n\n5月8日，县里召开[工作会议](http://example.cn/a)，部署了春耕。\n"
    (article,), reports = run(write(tmp_path / "page.md", text))
    assert reports == []
    assert (article.title, article.body) == ("县里召开工作会议", "5月8日，县里召开工作会议，部署了春耕。")
    assert article.source == f"{tmp_path.as_posix()}/page.md:1"


def test_jsonl_fields(tmp_path: Path) -> None:
    record = {
        "id": "a-1", "title": "标题", "body": "正文。", "section": "要闻", "byline": "本报讯",
        "publication": "云桥日报",
        "date": "2024-05-09", "home": "山西省", "source": "page.txt:3",
    }  # fmt: skip
    (article,), reports = run(write(tmp_path / "a.jsonl", line(**record) + "\n"))
    assert reports == []
    assert article.to_record() == record


def test_jsonl_without_id_or_source(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", "\n" + line(body="甲。") + "\n\n" + line(body="乙。", id=7) + "\n")
    first, second = run(path)[0]
    assert first.id.startswith("a#2-")
    assert first.source == f"{path.as_posix()}:2"
    assert (first.title, second.id) == ("", "7")
    assert run(path)[0] == [first, second]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_encodings_of_jsonl(tmp_path: Path, encoding: str) -> None:
    text = line(id="1", title="县里召开工作会议", body=BODY) + "\n" + line(id="2", body=BODY) + "\n"
    articles, reports = run(write(tmp_path / "a.jsonl", text.encode(encoding)))
    assert reports == []
    assert [(a.id, a.body) for a in articles] == [("1", BODY), ("2", BODY)]


DATES = [
    ("2024-05-09", "2024-05-09"), ("2024-05", "2024-05"), ("2024", "2024"), ("2024/5/9", "2024-05-09"),
    ("2024年5月9日", "2024-05-09"), ("2024年5月", "2024-05"), ("2024年", "2024"), ("20240509", "2024-05-09"),
    ("2024-05-09T08:00:00+08:00", "2024-05-09"), ("2024-05-09 08:00", "2024-05-09"), ("2024.5.9", "2024-05-09"),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "date"), DATES)
def test_dates_become_iso(tmp_path: Path, printed: str, date: str) -> None:
    (article,), _ = run(write(tmp_path / "a.jsonl", line(body="甲。", date=printed)))
    assert article.date == date


BAD_LINES = [
    ("{", "not JSON"),
    ("plain text", "not JSON"),
    ("[1, 2]", "a JSON list"),
    ('"text"', "a JSON str"),
    ("null", "a JSON NoneType"),
    (line(title="甲", text="乙"), "no 'body' (it has: text, title)"),
    (line(body=None), "no 'body'"),
    (line(body=3), "'body' is int"),
    (line(body=["甲。"]), "'body' is list"),
    (line(body="甲。", title=["乙"]), "'title' is list"),
    (line(body="", title=""), "'body' and 'title' are empty"),
    (line(body=" \n"), "'body' and 'title' are empty"),
    (line(body="甲。", date="gestern"), "'gestern' is no date"),
    (line(body="甲。", date="2024-13-01"), "'2024-13-01' is no date"),
    (line(body="甲。", date=20240509), "'date' is int"),
    (line(body="甲。", id={"a": 1}), "'id' is dict"),
    ('{"body": "\\ud800 甲"}', "half of a surrogate pair"),
    ("[" * 100_000, "nested too deeply"),
]


def test_bad_lines_are_many() -> None:
    assert len(BAD_LINES) >= 18


@pytest.mark.parametrize("number", range(len(BAD_LINES)))
def test_bad_line_is_reported_with_its_number(tmp_path: Path, number: int) -> None:
    bad, message = BAD_LINES[number]
    path = write(tmp_path / "a.jsonl", f"{line(id='1', body='甲。')}\n{bad}\n{line(id='3', body='丙。')}\n")
    articles, reports = run(path)
    assert [a.id for a in articles] == ["1", "3"]
    assert len(reports) == 1
    assert reports[0].startswith(f"{path.as_posix()}:2: ")
    assert message in reports[0]


def test_lines_in_are_articles_out_and_reports(tmp_path: Path) -> None:
    rows = [bad for bad, _ in BAD_LINES] + [line(id=str(n % 7), body="甲。") for n in range(20)]
    articles, reports = run(write(tmp_path / "a.jsonl", "\n".join(rows)))
    assert len(articles) == 7
    assert len(articles) + len(reports) == len(rows)


def test_undecodable_line(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", line(body="甲。").encode() + b"\n\xff\xfa\xf9\n" + line(body="乙。").encode())
    articles, reports = run(path)
    assert [a.body for a in articles] == ["甲。", "乙。"]
    assert len(reports) == 1
    assert f"{path.as_posix()}:2: the line is neither UTF-8" in reports[0]


def test_gzipped_jsonl(tmp_path: Path) -> None:
    rows = "\n".join(line(id=str(n), body=f"第{n}篇。") for n in range(500))
    packed = gzip.compress(rows.encode())
    articles, reports = run(write(tmp_path / "a.jsonl.gz", packed))
    assert (len(articles), reports) == (500, [])
    articles, reports = run(write(tmp_path / "b.jsonl.gz", packed[:-20]))
    assert len(reports) == 1
    assert "b.jsonl.gz:" in reports[0]
    assert "damaged from here on" in reports[0]
    articles, reports = run(write(tmp_path / "c.jsonl.gz", rows.encode()))
    assert articles == []
    assert "c.jsonl.gz:1: the compressed file is damaged" in reports[0]


def test_zstandard_jsonl(tmp_path: Path) -> None:
    rows = "\n".join(line(id=str(n), body=f"第{n}篇。" * 20) for n in range(3000))
    pack = zstandard.ZstdCompressor().compress
    packed = pack(rows.encode())
    articles, reports = run(write(tmp_path / "a.jsonl.zst", packed))
    assert (len(articles), reports) == (3000, [])
    assert run(write(tmp_path / "a.jsonl", rows))[0][0].body == articles[0].body
    half = len(rows) // 2
    frames = pack(rows[:half].encode()) + pack(b"") + pack(rows[half:].encode())
    assert len(run(write(tmp_path / "frames.jsonl.zst", frames))[0]) == 3000


DAMAGED = [
    ("cut.jsonl.zst", lambda packed: packed[:-9], "damaged from here on (it ends in the middle)"),
    ("cut2.jsonl.zst", lambda packed: packed + packed[: len(packed) // 2], "damaged from here on"),
    ("plain.jsonl.zst", lambda packed: line(body="甲。").encode(), "plain.jsonl.zst:1: the compressed file is damaged"),
    ("empty.jsonl.zst", lambda packed: b"", "empty.jsonl.zst:1: the file is empty"),
]


@pytest.mark.parametrize(("name", "damage", "message"), DAMAGED)
def test_damaged_zstandard_is_reported(
    tmp_path: Path, name: str, damage: Callable[[bytes], bytes], message: str
) -> None:
    rows = "\n".join(line(id=str(n), body=f"第{n}篇。") for n in range(500))
    packed = zstandard.ZstdCompressor().compress(rows.encode())
    good = write(tmp_path / "good.txt", PAGE)
    articles, reports = run(write(tmp_path / name, damage(packed)), good)
    assert articles[-1].body == BODY
    assert message in reports[0]


def test_empty_jsonl_is_reported(tmp_path: Path) -> None:
    articles, reports = run(write(tmp_path / "a.jsonl", "\n\n"))
    assert articles == []
    assert "a.jsonl:1: the file is empty" in reports[0]


def test_first_of_two_articles_with_one_id_is_kept(tmp_path: Path) -> None:
    one = write(tmp_path / "1.jsonl", line(id="x", body="甲。") + "\n" + line(id="x", body="乙。"))
    two = write(tmp_path / "2.jsonl", line(id="x", body="丙。"))
    articles, reports = run(one, two)
    assert [a.body for a in articles] == ["甲。"]
    assert len(reports) == 2
    assert f"{one.as_posix()}:2: article id 'x' was already taken by {one.as_posix()}:1" in reports[0]
    assert f"{two.as_posix()}:1: article id 'x'" in reports[1]


def test_folder_is_read_in_order(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a/1.txt", "a/3.TXT", "c.jsonl"):
        content = line(body="丁。", id="c") if name.endswith("jsonl") else PAGE.replace("5月", f"{len(name)}月")
        write(tmp_path / name, content)
    write(tmp_path / "a" / "notes.docx", b"PK")
    write(tmp_path / "a" / ".hidden.txt", b"")
    write(tmp_path / ".git" / "x.txt", b"")
    articles, reports = run(tmp_path)
    assert reports == []
    names = [str(a.source).removeprefix(tmp_path.as_posix() + "/") for a in articles]
    assert names == ["c.jsonl:1", "a/1.txt:1", "a/3.TXT:1", "b/2.txt:1"]


def test_wrong_inputs_are_reported(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    docx = write(tmp_path / "a.docx", b"PK")
    good = write(tmp_path / "good.txt", PAGE)
    articles, reports = run(tmp_path / "missing.txt", tmp_path / "empty", docx, good)
    assert len(articles) == 1
    assert len(reports) == 3
    assert "missing.txt: no such file or folder" in reports[0]
    assert (
        "the folder holds no file with a known ending (.txt, .md, .html, .htm, .pdf, .jsonl, .jsonl.gz, .jsonl.zst)"
        in reports[1]
    )
    assert "unknown ending '.docx'; known are .txt, .md, .html, .htm, .pdf, .jsonl, .jsonl.gz, .jsonl.zst" in reports[2]


def test_home_and_date_fill_in_what_is_missing(tmp_path: Path) -> None:
    page = write(tmp_path / "page.txt", "云桥日报\n2024年5月9日 星期四\n\n" + PAGE)
    rows = write(
        tmp_path / "a.jsonl", line(id="1", body="甲。") + "\n" + line(id="2", body="乙。", date="2020", home="某省")
    )
    articles, _ = run(page, rows, home="山西省云桥县", date="2025年3月")
    assert [(a.home, a.date) for a in articles] == [
        ("山西省云桥县", "2024-05-09"), ("山西省云桥县", "2025-03"), ("某省", "2020"),
    ]  # fmt: skip
    with pytest.raises(UnreadableInputError, match="'morgen' is no date"):
        run(page, date="morgen")


@pytest.mark.parametrize(
    ("data", "count", "source"),
    [
        (PAGE.encode(), 1, "stdin:1"),
        (PAGE.encode("gb18030"), 1, "stdin:1"),
        (f"\n \n{line(body='甲。')}\n{line(body='乙。')}\n".encode(), 2, "stdin:3"),
        (b"\xef\xbb\xbf" + line(body="甲。").encode(), 1, "stdin:1"),
        (("\n".join(line(body=f"第{n}篇。" * 50) for n in range(300))).encode(), 300, "stdin:1"),
        (b"", 0, None),
    ],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes, count: int, source: str | None) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    articles, reports = run("-")
    assert len(articles) == count
    assert len(reports) == (0 if count else 1)
    assert all("stdin:1: the file is empty" in report for report in reports)
    if articles:
        assert articles[0].source == source


def test_unreadable_file_is_reported(tmp_path: Path) -> None:
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    folder = tmp_path / "d"
    folder.mkdir()
    (folder / "dead.txt").symlink_to(tmp_path / "nowhere.txt")
    good = write(tmp_path / "good.txt", PAGE)
    articles, reports = run(folder, good)
    assert len(articles) == 1
    assert len(reports) == 1
    assert "dead.txt: cannot be read: No such file or directory" in reports[0]
    articles, reports = run(loop, good)
    assert len(articles) == 1
    assert len(reports) == 1
    assert "loop.txt: " in reports[0]


def test_articles_come_one_by_one(tmp_path: Path) -> None:
    """The first article is there before the last line is read."""
    path = write(tmp_path / "a.jsonl", line(id="1", body="甲。") + "\n{\n")
    reports: list[UnreadableInputError] = []
    articles = read([path], report=reports.append)
    assert next(articles).id == "1"
    assert reports == []
    assert list(articles) == []
    assert len(reports) == 1
