"""What all tests share: a real Neo4j where there is one, and a plain word where there is none."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

# Tests import what they share as `tests.…`, whichever way pytest is started.
sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.graph import neo4j_server

_NOT_RUN = pytest.StashKey[str]()


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known."""
    config.addinivalue_line("markers", "neo4j: needs a real Neo4j server")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the Neo4j tests out where no server can be had; in CI that is an error."""
    wanting = [item for item in items if item.get_closest_marker("neo4j")]
    if not wanting or config.option.collectonly:
        return
    reason = neo4j_server.why_not()
    if reason is None:
        return
    if os.environ.get("CI") == "true" or os.environ.get("GOVGRAPH_REQUIRE_NEO4J") == "1":
        raise pytest.UsageError(f"{len(wanting)} Neo4j tests must run here: {reason}")
    config.stash[_NOT_RUN] = f"{len(wanting)} Neo4j tests were not run: {reason}"
    items[:] = [item for item in items if item not in wanting]
    config.hook.pytest_deselected(items=wanting)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say at the end what was left out."""
    if line := config.stash.get(_NOT_RUN, ""):
        terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def neo4j_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty folder for a server."""
    return tmp_path_factory.mktemp("neo4j")


@pytest.fixture(scope="session")
def running_neo4j(neo4j_home: Path) -> Iterator[neo4j_server.Server]:
    """One server for the whole run; tests take `neo4j`, which is empty."""
    with neo4j_server.running(neo4j_home) as server:
        yield server


@pytest.fixture
def neo4j(running_neo4j: neo4j_server.Server) -> neo4j_server.Server:
    """A running server whose database holds nothing. Mark the test `neo4j`."""
    from neo4j import GraphDatabase

    auth = (running_neo4j.user, running_neo4j.password or "") if running_neo4j.user else None
    with GraphDatabase.driver(running_neo4j.uri, auth=auth) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
    return running_neo4j
