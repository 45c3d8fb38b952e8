"""The kit for Neo4j Browser: every script runs, and the real Browser takes the style and the scripts."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from neo4j import GraphDatabase

from govgraph.browser_kit import GUIDE, SCRIPTS, STYLE, write_kit
from govgraph.cli import main
from graph.neo4j.load import load
from graph.schema import load_schema
from graph.store import GraphStore
from queries import catalog
from tests.govgraph import neo4j_browser
from tests.graph import sample
from tests.graph.neo4j_server import Server, started

CHAIN = "3 From agency to meeting to directive"


def entries(folder: Path) -> dict[str, str]:
    with zipfile.ZipFile(folder / SCRIPTS) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_the_style_names_every_label(tmp_path: Path) -> None:
    assert [path.name for path in write_kit(tmp_path)] == [STYLE, SCRIPTS, GUIDE]
    rules = json.loads((tmp_path / STYLE).read_text())
    labels = load_schema().nodes
    assert len(labels) >= 12
    assert {f"node.{label}" for label in labels} < set(rules)
    assert len({rules[f"node.{label}"]["color"] for label in labels}) == len(labels)


def test_the_guide_leads_to_every_script(tmp_path: Path) -> None:
    write_kit(tmp_path)
    guide = (tmp_path / GUIDE).read_text()
    assert all(f"(`{name}`)" in guide for name in catalog.names())
    assert "{" + "steps}" not in guide
    assert guide.index("1 The first node") < guide.index("3 From agency") < guide.index("4 From company")


def test_the_commands_write_the_kit(tmp_path: Path) -> None:
    assert CliRunner().invoke(main, ["export", "browser-kit", "-o", str(tmp_path / "kit")]).exit_code == 0
    assert len(entries(tmp_path / "kit")) == len(catalog.names()) + 5
    assert CliRunner().invoke(main, ["export", "browser-kit"]).exit_code == 2


@pytest.mark.neo4j
def test_every_script_runs(neo4j: Server, tmp_path: Path, folder: Path) -> None:
    command = ["load", "-g", str(folder), "--neo4j", neo4j.uri, "--kit", str(tmp_path / "kit")]
    run = CliRunner().invoke(main, command, env={"NEO4J_USER": neo4j.user, "NEO4J_PASSWORD": neo4j.password})
    assert run.exit_code == 0, run.output
    with GraphDatabase.driver(neo4j.uri, auth=neo4j.auth, notifications_min_severity="OFF") as driver:
        for name, text in entries(tmp_path / "kit").items():
            assert re.match(r"govgraph (first steps|questions)/[^/]+\.cypher$", name)
            assert text.startswith("// ")
            values = {k: json.loads(v) for k, v in re.findall(r"^:param (\w+) => (.*);$", text, re.MULTILINE)}
            query = "\n".join(line for line in text.splitlines() if not line.startswith((":", "//")))
            driver.execute_query(query.removesuffix(";"), values)


@pytest.mark.neo4j
@pytest.mark.browser
def test_the_real_browser_takes_it(neo4j_home: Path, tmp_path: Path, folder: Path) -> None:
    write_kit(tmp_path)
    with started(neo4j_home) as server:
        with GraphStore.open(folder) as store:
            load(store, server.uri, server.user, server.password)
        with neo4j_browser.connected(server) as page:
            neo4j_browser.drop(page, tmp_path / STYLE)
            neo4j_browser.drop(page, tmp_path / SCRIPTS)
            neo4j_browser.open_scripts(page)
            titles = {text.splitlines()[0].removeprefix("// ") for text in entries(tmp_path).values()}
            for title in titles:
                page.get_by_test_id(f"scriptTitle-{title}").wait_for()
            rules = json.loads((tmp_path / STYLE).read_text())
            chain = neo4j_browser.run_script(page, CHAIN, "Displaying")
            for label in ("Agency", "Meeting", "Directive"):
                assert rules[f"node.{label}"]["color"] in chain
                assert f"{label} (1)" in chain
            question = catalog.get("meeting_directives")
            answer = neo4j_browser.run_script(page, question.title, "MATCH (i:Meeting")
            assert answer.count("Status: success") == len(question.parameters) + 1


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A graph folder that holds the sample paper."""
    with GraphStore.open(tmp_path / "graph", create=True) as store:
        store.add(sample.paper())
    return tmp_path / "graph"
