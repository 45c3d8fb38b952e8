"""Every command says what it does, shows an example and is described in docs/cli.md; the front is light."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from govgraph.cli import COMMANDS, main

CLI_PAGE = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")

NAMES = (
    "articles",
    "extract",
    "show",
    "learn",
    "build",
    "query",
    "cypher",
    "sparql",
    "serve",
    "export",
    "load",
    "remove",
    "review",
    "verify",
    "validate",
    "ontology",
    "score",
)


def test_commands_are_these(run) -> None:
    assert tuple(command.name for command in COMMANDS) == NAMES
    result = run("--help")
    assert result.exit_code == 0
    assert re.findall(r"^  (\w+)  ", result.stdout.split("Commands:")[1], re.MULTILINE) == list(NAMES)


@pytest.mark.parametrize("command", COMMANDS, ids=NAMES)
def test_command_has_help_with_an_example(run, command: click.Command) -> None:
    result = run(command.name, "--help")
    assert result.exit_code == 0
    assert "Example:" in result.stdout
    assert f"govgraph {command.name}" in result.stdout.split("Example:")[1]
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{command.name} {parameter.name} has no help"


@pytest.mark.parametrize("command", COMMANDS, ids=NAMES)
def test_command_is_documented(command: click.Command) -> None:
    section = CLI_PAGE.split(f"\n## {command.name}\n")[1].split("\n## ")[0]
    assert f"govgraph {command.name}" in section


def test_examples_in_the_documentation_use_options_that_exist() -> None:
    lines = re.findall(r"^govgraph (\w+) (.*)$", CLI_PAGE, re.MULTILINE)
    assert len(lines) >= len(NAMES)
    for name, rest in lines:
        known = {text for p in main.commands[name].params for text in (*p.opts, *p.secondary_opts)}
        assert set(re.findall(r"(?<!\S)--?[a-z][\w-]*", re.sub(r"'[^']*'", "", rest))) <= known


def test_help_and_api_load_nothing_heavy() -> None:
    heavy = ("spacy", "ladybug", "pyoxigraph", "networkx", "rdflib", "neo4j", "extractors.pipeline", "sqlite3")
    code = f"import sys, govgraph, govgraph.cli; dir(govgraph); print([m for m in {heavy!r} if m in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "[]"


def test_version(run) -> None:
    assert re.fullmatch(r"govgraph \S+\n", run("--version").stdout)


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("qery",), "No such command 'qery'"),
        (("build",), "Missing argument 'INPUT...'"),
        (("build", "x.txt", "--date", "21.3.2025"), "write 2025, 2025-03 or 2025-03-21"),
        (("build", "x.txt", "--date", "2025-02-30"), "is not a date"),
        (("build", "x.txt", "--jobs", "0"), "--jobs"),
        (("extract", "x.txt", "--min-confidence", "2"), "--min-confidence"),
        (("load",), "Missing option '--neo4j'"),
        (("serve", "--port", "70000"), "--port"),
        (("remove",), "Missing argument 'ARTICLE...'"),
        (("score", "nowhere", "nothing"), "does not exist"),
    ],
)
def test_wrong_usage_exits_2(run, args: tuple[str, ...], message: str) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""
