"""The real Neo4j Browser, in a real Chromium: for the tests of the kit, and for the pictures of the guide.

python -m tests.govgraph.neo4j_browser GRAPH FOLDER takes the pictures.
"""

from __future__ import annotations

import base64
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from graph.neo4j.load import load
from graph.store import GraphStore
from tests.graph.neo4j_server import Server, started

if TYPE_CHECKING:
    from playwright.sync_api import Page

_DROP = """([name, data]) => {
  const bytes = Uint8Array.from(atob(data), c => c.charCodeAt(0));
  const dropped = new DataTransfer();
  dropped.items.add(new File([bytes], name));
  const target = document.querySelector('[data-testid="main"]');
  for (const kind of ["dragenter", "dragover", "drop"])
    target.dispatchEvent(new DragEvent(kind, {bubbles: true, cancelable: true, dataTransfer: dropped}));
}"""


def chromium() -> str | None:
    """Return the Chromium that is installed, or None."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if (path := shutil.which(name))), None)


@contextmanager
def connected(server: Server) -> Iterator[Page]:
    """Give the Browser that the server itself serves, connected to it."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        program = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = program.new_page(viewport={"width": 1400, "height": 900})
        page.set_default_timeout(60_000)
        page.goto(f"{server.http}/browser/")
        page.get_by_test_id("bolt-scheme-select").select_option("bolt://")
        page.get_by_test_id("boltaddress").fill(server.uri.removeprefix("bolt://"))
        page.get_by_test_id("username").fill(str(server.user))
        page.get_by_test_id("password").fill(str(server.password))
        page.get_by_test_id("connect").click()
        page.get_by_test_id("activeEditor").get_by_text("neo4j$").first.wait_for()
        yield page
        program.close()


def drop(page: Page, file: Path) -> None:
    """Drop a file on the window."""
    page.evaluate(_DROP, [file.name, base64.b64encode(file.read_bytes()).decode()])


def open_scripts(page: Page) -> None:
    """Open the drawer of the saved scripts, and both folders of the kit."""
    page.get_by_test_id("navigationFavorites").click()
    for folder in ("govgraph first steps", "govgraph questions"):
        page.get_by_test_id(f"expandFolder-{folder}").click()


def run_script(page: Page, title: str, shows: str) -> str:
    """Run a saved script and return what its frame holds when it shows a text, as HTML."""
    from playwright.sync_api import expect

    page.get_by_test_id(f"scriptTitle-{title}").click()
    page.get_by_test_id("editor-Run").click()
    frame = page.get_by_test_id("frame").filter(has_text=f"// {title}").first
    frame.get_by_text(shows).first.wait_for()
    # A script of several statements shows the first answers while it waits for the others.
    expect(frame.locator(".fa-spin")).to_have_count(0, timeout=60_000)
    # The layout of a picture moves for a while.
    page.wait_for_timeout(4_000)
    return str(frame.inner_html())


def main() -> None:
    """Take the pictures of the guide from the graph and into the folder that the arguments name."""
    from govgraph.browser_kit import SCRIPTS, STYLE, write_kit

    graph, target = map(Path, sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder, started(Path(folder) / "home") as server:
        with GraphStore.open(graph) as store:
            load(store, server.uri, server.user, server.password)
        write_kit(folder)
        target.mkdir(parents=True, exist_ok=True)
        with connected(server) as page:
            for name in (STYLE, SCRIPTS):
                drop(page, Path(folder) / name)
            open_scripts(page)
            for number, title in (
                ("3", "3 From agency to meeting to directive"),
                ("4", "4 From company to project to county"),
            ):
                run_script(page, title, "Displaying")
                page.screenshot(path=target / f"browser-step-{number}.png")


if __name__ == "__main__":
    main()
