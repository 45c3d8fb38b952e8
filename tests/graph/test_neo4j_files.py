"""Files for Neo4j, taken in by Neo4j's own tools: the result is what `load` makes."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from neo4j import Driver, GraphDatabase

from graph.export import export
from graph.neo4j.load import load
from graph.store import GraphStore
from graph.verify import compare, contents
from tests.graph import hostile, sample
from tests.graph.maven import find_java
from tests.graph.neo4j_content import content, expected
from tests.graph.neo4j_server import MAIN, RELEASES, Release, Server, Tools, prepared, started, why_not

NEWEST = RELEASES["2026.08"]
FORMATS = ["cypher", "neo4j-admin"]


def connect(server: Server) -> Driver:
    return GraphDatabase.driver(server.uri, auth=server.auth)


@pytest.fixture
def worst(tmp_path: Path) -> GraphStore:
    """The sample paper and every hostile text."""
    return hostile.stored(tmp_path, [*sample.paper(), *hostile.worst()])


@pytest.mark.parametrize("name", FORMATS)
def test_hostile_texts_are_read_back(worst: GraphStore, tmp_path: Path, name: str) -> None:
    path = tmp_path / "out"
    export(worst, name, path)
    found = compare(worst, path, name)
    assert found.lines() == []
    assert found.contents == contents(worst)


def test_items_that_hold_the_divider_get_another(tmp_path: Path) -> None:
    writer = sample.Writer("a", "题", "文")
    writer.node("Agency", "局", "\x1f", "\x1e甲", "乙;丙")
    with hostile.stored(tmp_path, [writer.fragment()]) as store:
        export(store, "neo4j-admin", tmp_path / "out")
        assert "--array-delimiter=U+001D" in (tmp_path / "out" / "import.sh").read_text()
        assert compare(store, tmp_path / "out").lines() == []


@pytest.mark.neo4j
def test_cypher_shell_makes_the_graph_once(neo4j: Server, neo4j_home: Path, worst: GraphStore, tmp_path: Path) -> None:
    script = export(worst, "cypher", tmp_path / "graph.cypher").files[0]
    with connect(neo4j) as driver:
        for _ in range(2):
            run = prepared(neo4j_home).shell(neo4j, script)
            assert (run.returncode, run.stderr) == (0, "")
            assert content(driver) == expected(worst)
    assert load(worst, neo4j.uri, neo4j.user, neo4j.password).written == 0


def wrapper(folder: Path, tools: Tools) -> Path:
    """A neo4j-admin as an installation has it."""
    command = " ".join(f"'{word}'" for word in tools.command("org.neo4j.cli.AdminTool"))
    path = folder / "neo4j-admin"
    path.write_text(f"#!/bin/sh\nNEO4J_HOME='{tools.home}' NEO4J_CONF='{tools.home}/conf' exec {command} \"$@\"\n")
    path.chmod(0o755)
    return path


RELEASES_WITH_IMPORT = [MAIN] + ([NEWEST] if find_java(NEWEST.java) else [])


@pytest.mark.neo4j
@pytest.mark.parametrize("release", RELEASES_WITH_IMPORT, ids=lambda release: release.version)
def test_the_importer_makes_the_graph(release: Release, neo4j_home: Path, worst: GraphStore, tmp_path: Path) -> None:
    assert why_not(release, started_here=True) is None
    export(worst, "neo4j-admin", tmp_path / "out dir")
    tools = prepared(neo4j_home, release)
    admin = wrapper(tmp_path, tools)
    run = subprocess.run(
        ["sh", str(tmp_path / "out dir" / "import.sh")],
        env={**os.environ, "NEO4J_ADMIN": str(admin)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout[-2000:] + run.stderr[-2000:]
    check = tools.admin("database", "check", "neo4j", cwd=tmp_path)
    assert check.returncode == 0, check.stdout + check.stderr
    with started(neo4j_home, release) as server, connect(server) as driver:
        after = (tmp_path / "out dir" / "after-import.cypher").read_text()
        with driver.session() as session:
            for statement in "".join(line for line in after.splitlines(True) if line[:2] != "//").split(";\n")[:-1]:
                session.run(statement).consume()
        assert content(driver) == expected(worst)
        summary = load(worst, server.uri, server.user, server.password)
        assert (summary.written, summary.deleted) == (0, 0)
