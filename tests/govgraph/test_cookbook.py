"""docs/cookbook.md: what its steps print, but for those that need a server."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.govgraph.conftest import Run

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "cookbook.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^\$ govgraph (.*)\n((?:[^$`].*\n)*)", PAGE, re.MULTILINE)
CELLS = re.findall(r"^```python\n(.*?)^```\n\n```text\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


def _told(text: str) -> str:
    """What is printed, whatever number of things the extractors find in the pages."""
    return re.sub(r"\d+(?= nodes| edges)", "N", text)


def test_every_cell_shows_what_it_prints() -> None:
    assert len(CELLS) == PAGE.count("```python") == 5
    assert [words.split()[0] for words, _ in COMMANDS] == ["build", "export"]


def test_the_steps_print_what_the_page_shows(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    monkeypatch.chdir(tmp_path)
    for words, printed in COMMANDS:
        arguments = [
            part
            for word in shlex.split(words)
            for part in (sorted(map(str, Path().glob(word))) if "*" in word else [word])
        ]
        result = run(*arguments)
        assert (result.exit_code, _told(result.output)) == (0, _told(printed))
    notebook: dict[str, object] = {}
    for program, printed in CELLS:
        exec(program, notebook)  # noqa: S102 - it is our own page
        assert _told(capsys.readouterr().out) == _told(printed)
    assert (tmp_path / "my.gexf").stat().st_size > (tmp_path / "projects.gexf").stat().st_size > 10_000
