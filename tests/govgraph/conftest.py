"""A command line that is run in the test's own process, a small graph to ask, and a browser that looks at the explorer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from govgraph.cli import main
from graph.fragment import ARTICLE, Article, Edge, Evidence, Fragment, Node
from graph.store import GraphStore
from tests.govgraph import explorer

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `govgraph` with arguments and return exit code, stdout and stderr."""
    for name in ("GOVGRAPH_GRAPH", "NEO4J_USER", "NEO4J_PASSWORD"):
        monkeypatch.delenv(name, raising=False)
    runner = CliRunner()

    def invoke(*args: object, stdin: str | bytes | None = None) -> Result:
        return runner.invoke(main, [str(arg) for arg in args], input=stdin, prog_name="govgraph")

    return invoke


def _fragment(number: int, person: str, post: str) -> Fragment:
    body = f"沙洲县政府{post}{person}主持防汛会。本报记者 苏晚"
    article = Article(id=f"s{number}", title=f"防汛会{number}", body=body, date=f"2025-07-0{number}")

    def words(said: str) -> tuple[Evidence, ...]:
        start = article.text.index(said)
        return (Evidence(start, start + len(said), said, "test", 0.9),)

    nodes = (
        Node("n1", "Person", person, (), {"scope": "沙洲县政府"}),
        Node("n2", "Agency", "沙洲县政府"),
        Node("n3", "Meeting", "防汛会", (), {"date": f"2025-07-0{number}"}),
        Node("n4", "Person", "苏晚"),
    )
    edges = (
        Edge("HOLDS_POST", "n1", "n2", words(post + person), {"title": post}),
        Edge("CHAIRED", "n1", "n3", words(f"{person}主持防汛会")),
        Edge("REPORTED_BY", ARTICLE, "n4", words("本报记者 苏晚")),
    )
    return Fragment(article, nodes, edges)


@pytest.fixture
def graph_folder(tmp_path: Path) -> Path:
    """Two articles about two meetings."""
    folder = tmp_path / "small.graph"
    with GraphStore.open(folder, create=True) as store:
        summary = store.add([_fragment(1, "江北辰", "县长"), _fragment(2, "何秋水", "副县长")])
    assert (summary.added, summary.rejected) == (2, [])
    return folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium for the tests of a module."""
    with explorer.launched() as started:
        yield started


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page of the explorer at the module's `address`; what its console complains of is an error."""
    with explorer.opened(browser, address) as started:
        yield started
