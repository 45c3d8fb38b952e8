"""What all tests share: real Neo4j servers where they can be had, and a plain word where they cannot."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from shutil import which

import pytest

# Tests import what they share as `tests.…`, whichever way pytest is started.
sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.govgraph import neo4j_browser
from tests.graph import neo4j_server, riot
from tests.graph.neo4j_server import MAIN, RELEASES, Release, Server

_NOT_RUN = pytest.StashKey[list[str]]()


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known."""
    config.addinivalue_line("markers", "neo4j: needs a real Neo4j server")
    config.addinivalue_line("markers", "browser: needs Chromium")
    config.addinivalue_line("markers", "jena: needs Apache Jena")
    config.addinivalue_line("markers", "spark: needs Apache Spark")
    config.stash[_NOT_RUN] = []


def _wanted(item: pytest.Item) -> tuple[Release, bool] | None:
    """The release that a test needs, and whether it has to be one started here."""
    if item.get_closest_marker("neo4j") is None:
        return None
    callspec = getattr(item, "callspec", None)
    release = (
        RELEASES[callspec.params["running_release"]] if callspec and "running_release" in callspec.params else MAIN
    )
    return release, "neo4j_home" in getattr(item, "fixturenames", ())


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests whose programs cannot be had; in CI that is an error, unless only Java is too old for a Neo4j."""
    if config.option.collectonly:
        return
    wanted = {item: want for item in items if (want := _wanted(item))}
    reasons = {want: neo4j_server.why_not(want[0], started_here=want[1]) for want in set(wanted.values())}
    required = os.environ.get("CI") == "true" or os.environ.get("GOVGRAPH_REQUIRE_NEO4J") == "1"
    left_out = []
    for want, reason in reasons.items():
        if reason is None:
            continue
        concerned = [item for item in wanted if wanted[item] == want]
        if required and want[0].java <= MAIN.java:
            raise pytest.UsageError(f"{len(concerned)} Neo4j tests must run here: {reason}")
        how = "install Java and Maven" + ("" if want[1] else ", or name a server by GOVGRAPH_NEO4J_URI")
        config.stash[_NOT_RUN].append(f"{len(concerned)} Neo4j tests were not run: {reason}; {how}")
        left_out += concerned
    browsers = [item for item in items if item.get_closest_marker("browser") and item not in left_out]
    if browsers and neo4j_browser.chromium() is None:
        if required:
            raise pytest.UsageError(f"{len(browsers)} tests of Neo4j Browser must run here: install Chromium")
        config.stash[_NOT_RUN].append(f"{len(browsers)} tests of Neo4j Browser were not run: install Chromium")
        left_out += browsers
    jena = [item for item in items if item.get_closest_marker("jena")]
    if jena and (reason := riot.JARS.why_not()):
        if required:
            raise pytest.UsageError(f"{len(jena)} tests of Apache Jena must run here: {reason}")
        config.stash[_NOT_RUN].append(
            f"{len(jena)} tests of Apache Jena were not run: {reason}; install Java and Maven"
        )
        left_out += jena
    spark = [item for item in items if item.get_closest_marker("spark")]
    if spark and (find_spec("pyspark") is None or which("java") is None):
        how = "install Java 17 and the extra spark"
        if required:
            raise pytest.UsageError(f"{len(spark)} tests of Apache Spark must run here: {how}")
        config.stash[_NOT_RUN].append(f"{len(spark)} tests of Apache Spark were not run: {how}")
        left_out += spark
    if left_out:
        items[:] = [item for item in items if item not in left_out]
        config.hook.pytest_deselected(items=left_out)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say at the end what was left out."""
    for line in config.stash[_NOT_RUN]:
        terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def running_neo4j(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for the whole run; tests take `neo4j`, which is empty."""
    with neo4j_server.running(tmp_path_factory.mktemp("neo4j")) as server:
        yield server


@pytest.fixture
def neo4j(running_neo4j: Server) -> Server:
    """A running server whose database holds nothing. Mark the test `neo4j`."""
    return _emptied(running_neo4j)


@pytest.fixture(scope="session", params=list(RELEASES))
def running_release(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of each release in turn; tests take `any_neo4j`, which is empty."""
    release = RELEASES[request.param]
    if release is MAIN:
        yield request.getfixturevalue("running_neo4j")
        return
    with neo4j_server.started(tmp_path_factory.mktemp("neo4j"), release) as server:
        yield server


@pytest.fixture
def any_neo4j(running_release: Server) -> Server:
    """A running server of each release whose database holds nothing. Mark the test `neo4j`."""
    return _emptied(running_release)


@pytest.fixture
def neo4j_home(tmp_path: Path) -> Path:
    """An empty folder for a server of the test's own, which the test starts. Mark the test `neo4j`."""
    return tmp_path / "neo4j"


def _emptied(server: Server) -> Server:
    from neo4j import GraphDatabase

    with GraphDatabase.driver(server.uri, auth=server.auth) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
    return server
