"""The explorer, served by its own command, in a real Chromium: for its tests, and for the pictures of docs/explorer.md.

python -m tests.govgraph.explorer GRAPH FOLDER takes the pictures.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.govgraph.neo4j_browser import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WAIT = 60_000
"""Milliseconds that a test waits for a condition before it fails: machines are busy."""
DESK, POCKET = {"width": 1440, "height": 900}, {"width": 390, "height": 844}


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Give the address of a graph that `govgraph serve` serves on a free port."""
    root = Path(__file__).parents[2]
    command = [sys.executable, "-m", "govgraph", "serve", "-g", str(folder), "--port", "0"]
    environment = os.environ | {"PYTHONPATH": str(root), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as process:
        try:
            assert process.stderr is not None
            told = process.stderr.readline()
            assert told.startswith("explorer: http://127.0.0.1:"), told
            yield told.split()[1].rstrip("/")
        finally:
            process.terminate()
            process.wait(30)


@contextmanager
def launched() -> Iterator[Browser]:
    """Give a Chromium that can reach nothing but this machine."""
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=WAIT)
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
        browser = playwright.chromium.launch(executable_path=chromium(), args=arguments)
        yield browser
        browser.close()


@contextmanager
def opened(browser: Browser, address: str, *, viewport: dict[str, int] | None = None, **more: str) -> Iterator[Page]:
    """Give a page at the start of the explorer; whatever its console complains of, or it asks elsewhere, is an error."""
    context = browser.new_context(
        viewport=viewport or DESK, locale=more.get("locale", "zh-CN"), base_url=address, accept_downloads=True
    )
    context.set_default_timeout(WAIT)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: (complaints.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("request", lambda r: None if r.url.startswith((address, "data:", "blob:")) else complaints.append(r.url))
    page.goto("/")
    yield page
    context.close()
    assert complaints == []


def main() -> None:
    """Take the pictures of the guide from the graph and into the folder that the arguments name."""
    graph, target = map(Path, sys.argv[1:])
    target.mkdir(parents=True, exist_ok=True)
    with served(graph) as address, launched() as browser:
        for name, (path, viewport) in PICTURES.items():
            with opened(browser, address, viewport=viewport) as page:
                page.goto(path)
                page.wait_for_load_state("networkidle")
                if "graph" in path:
                    page.locator("#board[data-settled]").wait_for()
                page.screenshot(path=target / f"explorer-{name}.png")


WIDE = {"width": 1280, "height": 860}
PICTURES = {
    "start": ("/", WIDE),
    "thing": ("/thing?id=Person:夏远征@安徽省宣城市", WIDE),
    "article": ("/article?id=columns%231-7b3b01ca&char=100,111", WIDE),
    "graph": ("/graph#e=Agency:政府@甘肃省定西市岷县&e=Meeting:第52次常务会议@甘肃省定西市岷县@2025", WIDE),
    "question": ("/questions/busiest_agencies", WIDE),
    "pocket": ("/thing?id=Place:岷县@甘肃省定西市", POCKET),
}

if __name__ == "__main__":
    main()
