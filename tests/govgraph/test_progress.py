"""How far a run is: said on a terminal only, and summed up at the end."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from extractors.readers import read, size_of
from govgraph.cli.progress import Progress, duration

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.mark.parametrize(
    ("total", "read_", "seconds", "articles", "line"),
    [
        (None, 500, 10, 50, "50 articles, 5 a second"),
        (1000, 0, 0, 0, "0 articles, 0 a second"),
        (1000, 250, 10, 2500, "██████░░░░░░░░░░░░░░░░░░  25%  2,500 articles, 250 a second, 0:30 left"),
        (1000, 1000, 10, 10, "████████████████████████ 100%  10 articles, 1 a second, 0:00 left"),
        (1000, 1200, 10, 10, "████████████████████████ 100%  10 articles, 1 a second, 0:00 left"),
        (1_000_000, 1000, 10, 10, "░░░░░░░░░░░░░░░░░░░░░░░░   0%  10 articles, 1 a second, 2:46:30 left"),
    ],
)
def test_the_line(total: int | None, read_: int, seconds: float, articles: int, line: str) -> None:
    now = [0.0]
    progress = Progress(total, lambda: now[0])
    progress.take(read_)
    now[0] = seconds
    assert progress.line(articles) == line


@pytest.mark.parametrize(("seconds", "text"), [(0, "0:00"), (59.6, "1:00"), (187, "3:07"), (7387, "2:03:07")])
def test_durations(seconds: float, text: str) -> None:
    assert duration(seconds) == text


def test_every_byte_is_counted(tmp_path: Path) -> None:
    sizes: list[int] = []
    files = [path for path in SEEDS.rglob("*") if path.suffix in (".txt", ".md", ".html", ".jsonl")]
    assert len(files) >= 8
    whole = list(read([SEEDS], report=pytest.fail))
    assert list(read([SEEDS], report=pytest.fail, tap=sizes.append)) == whole
    assert sum(sizes) == size_of([SEEDS]) == sum(path.stat().st_size for path in files)
    assert size_of([files[0], files[1]]) == sum(path.stat().st_size for path in files[:2])
    assert size_of([tmp_path / "missing"]) == 0
    assert size_of([files[0], "-"]) is None


def _on_a_terminal(*arguments: str) -> str:
    """Return what a command writes on a terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "govgraph", *arguments], stderr=theirs, stdout=subprocess.DEVNULL
    ) as run:
        os.close(theirs)
        told = b""
        while True:
            try:
                data = os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            told += data
        assert run.wait() == 0
    os.close(ours)
    return told.decode()


def test_a_terminal_sees_bar_and_table(tmp_path: Path) -> None:
    told = _on_a_terminal("build", str(SEEDS), "-o", str(tmp_path / "g"))
    assert re.search(r"\r\x1b\[K█*░* +\d+%  \d+ articles, \d+ a second, \d+:\d\d left", told)
    table = {line.split("  ")[0]: line.split()[-1] for line in told.splitlines() if "  " in line}
    assert table["articles new"] == "39"
    assert int(table["Person read"]) > 50
    assert told.splitlines()[-1].startswith("\x1b[K39 articles in, 39 built, 0 reported")


def test_elsewhere_the_table_is_there_when_asked_for(run, tmp_path: Path) -> None:
    plain = run("build", SEEDS, "-o", tmp_path / "g")
    assert len(plain.stderr.splitlines()) == 1
    again = run("build", SEEDS, "-o", tmp_path / "g", "--summary")
    lines = again.stderr.splitlines()
    assert lines[-1] == plain.stderr.splitlines()[0].replace("(39 new, 0 changed, 0 as", "(0 new, 0 changed, 39 as")
    assert [re.split(" {2,}", line) for line in lines[2:6]] == [
        ["articles new", "0"],
        ["articles changed", "0"],
        ["articles as they were", "39"],
        ["articles reported", "0"],
    ]
