"""Newspaper pages in PDF: the articles of the seeds set in 3 and 5 columns come back, and bad files are reported."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont

from extractors.readers.origin import Origin
from extractors.readers.pdf import read_pdf
from govgraph.cli import main
from graph.errors import UnreadableInputError
from graph.fragment import Article
from tests.extractors import typeset
from tests.extractors.typeset import SEEDS, Press, seed

NAMES = sorted(path.stem for path in SEEDS.glob("*.txt"))
SPANS = {3: [[3], [1, 2]], 5: [[3, 2], [2, 3], [5]]}
# Pages with boxes that interlock, where a paragraph goes to a neighbour: how many bodies come back whole at least.
INTERLOCKED = {("captions", 3, "rows"): 2, ("frontpage", 5, "flow"): 2, ("frontpage", 5, "rows"): 3}


def _page(name: str, columns: int, kind: str = "flow", **canvas: object) -> bytes:
    record, articles = seed(name)
    press = Press(columns, **canvas)
    press.masthead(record)
    if kind == "flow":
        press.flow(articles)
    else:
        press.rows(articles, SPANS[columns])
    return press.pdf()


def _read(data: bytes) -> tuple[list[Article], list[UnreadableInputError]]:
    errors: list[UnreadableInputError] = []
    return list(read_pdf(Origin.of_bytes("page.pdf", data), errors.append)), errors


def _one_line(text: str) -> str:
    return "".join(text.split())


def test_there_are_pages_to_set() -> None:
    assert len(NAMES) >= 8


@pytest.mark.parametrize("kind", ["flow", "rows"])
@pytest.mark.parametrize("columns", [3, 5])
@pytest.mark.parametrize("name", NAMES)
def test_the_articles_of_a_page_come_back(name: str, columns: int, kind: str) -> None:
    _, wanted = seed(name)
    articles, errors = _read(_page(name, columns, kind))
    assert errors == []
    bodies = Counter(_one_line(a.body) for a in wanted)
    found = Counter(_one_line(a.body) for a in articles)
    whole = (bodies & found).total()
    if (name, columns, kind) in INTERLOCKED:
        assert whole >= INTERLOCKED[name, columns, kind]
        return
    assert found == bodies
    assert {_one_line(a.title) for a in articles} == {_one_line(a.heading) for a in wanted}


def test_masthead_and_place_on_the_file() -> None:
    record, _ = seed("columns")
    articles, _ = _read(_page("columns", 5))
    assert len(articles) == 4
    assert {a.date for a in articles} == {str(record["date"])}
    assert all(a.publication for a in articles)
    assert {a.source for a in articles} == {"page.pdf:1"}


def test_two_pages() -> None:
    press = Press(3)
    for name in ("columns", "projects"):
        record, articles = seed(name)
        press.masthead(record)
        press.flow(articles)
        press.page()
    articles, errors = _read(press.pdf())
    assert len(articles) == 7
    assert errors == []
    assert {a.source for a in articles} == {"page.pdf:1", "page.pdf:2"}


def _scanned() -> bytes:
    press = Press(3)
    press.canvas.rect(50, 50, 300, 300, fill=1)
    return press.pdf()


BAD = {
    "empty": (lambda: b"", "empty"),
    "no-pdf": (lambda: "云桥县召开会议。".encode(), "no PDF"),
    "truncated": (lambda: _page("briefs", 3)[:600], "damaged"),
    "encrypted": (lambda: _page("briefs", 3, encrypt=StandardEncryption("secret")), "encrypted"),
    "scanned": (_scanned, "OCR"),
}


@pytest.mark.parametrize("kind", sorted(BAD))
def test_a_bad_file_is_reported_and_the_run_goes_on(kind: str, tmp_path: Path) -> None:
    make, said = BAD[kind]
    bad, good = tmp_path / "a-bad.pdf", tmp_path / "b-good.pdf"
    bad.write_bytes(make())
    good.write_bytes(_page("projects", 3))
    result = CliRunner().invoke(main, ["articles", str(bad), str(good)])
    assert result.exit_code == 1
    assert len([json.loads(line) for line in result.stdout.splitlines()]) == 3
    assert "a-bad.pdf" in result.stderr
    assert said in result.stderr


def test_nothing_of_a_font_that_the_file_lacks_is_lost_without_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    monkeypatch.setattr(typeset, "FONT", "STSong-Light")
    _, articles = seed("appointments")
    found, errors = _read(_page("appointments", 3))
    if found:  # this machine has a Chinese font
        assert Counter(_one_line(a.body) for a in found) == Counter(_one_line(a.body) for a in articles)
        assert errors == []
    else:
        assert ["STSong-Light" in str(e) and "install a Chinese font" in str(e) for e in errors] == [True]


def test_a_bad_page_among_good_ones_is_named() -> None:
    record, articles = seed("projects")
    press = Press(3)
    press.canvas.rect(50, 50, 300, 300, fill=1)
    press.page()
    press.masthead(record)
    press.flow(articles)
    found, errors = _read(press.pdf())
    assert len(found) == 3
    assert [str(e).split(":")[1] for e in errors] == ["1"]
