"""The first screen of the README is what the commands print."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from click.testing import CliRunner

from govgraph.cli import main

ROOT = Path(__file__).parents[2]
_BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
_COMMAND = re.compile(r"^\$ govgraph (?P<words>.*)\n(?P<printed>(?:(?!\$ ).*\n)*)", re.MULTILINE)


def _demo() -> list[tuple[list[str], str]]:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    demo = text[text.index("<!-- demo -->") : text.index("<!-- /demo -->")]
    return [
        (shlex.split(found["words"]), found["printed"].strip())
        for block in _BLOCK.findall(demo)
        for found in _COMMAND.finditer(block)
    ]


def test_demo_prints_what_the_readme_shows(tmp_path: Path) -> None:
    commands = _demo()
    assert len(commands) == 4
    folder = str(tmp_path / "demo")
    pages = [str(page) for page in sorted((ROOT / "seeds").glob("*.txt"))]
    for words, printed in commands:
        arguments = [part for word in words for part in (pages if word == "seeds/*.txt" else [word])]
        arguments = [folder if word == "build/demo" else word for word in arguments]
        result = CliRunner().invoke(main, arguments, env={"COLUMNS": "400"})
        assert result.exit_code == 0, result.output
        assert _lines(result.output) == _lines(printed)


def _lines(text: str) -> list[str]:
    """What a reader sees: a table pads its last column, and a page does not keep that."""
    return [line.rstrip() for line in text.strip().splitlines()]
