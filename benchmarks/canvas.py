"""How long the explorer's drawing holds up a browser: frames and time to rest of a big drawing, in a real Chromium.

python -m benchmarks.canvas GRAPH [--things 2000] draws what is around the best known things of the graph and prints a table.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from pathlib import Path
from urllib.parse import quote, urlencode

from govgraph.web.index import explorer_index
from govgraph.web.lookup import opened
from tests.govgraph import explorer

FRAMES = """
window.frames_ = [];
window.tasks_ = [];
let last = performance.now();
const step = (now) => { window.frames_.push(now - last); last = now; requestAnimationFrame(step); };
requestAnimationFrame(step);
new PerformanceObserver((list) => list.getEntries().forEach((task) => window.tasks_.push(task.duration)))
    .observe({ type: "longtask", buffered: true });
"""
AROUND, LOOKED_AT = 400, 400


def main() -> None:
    """Draw and measure."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("graph", type=Path)
    asked.add_argument("--things", type=int, default=2_000)
    given = asked.parse_args()
    path = f"/graph#{_state(given.graph, given.things)}"
    with explorer.served(given.graph) as address, explorer.launched() as browser:
        page = browser.new_context(viewport=explorer.DESK, base_url=address).new_page()
        page.set_default_timeout(explorer.WAIT)
        page.add_init_script(FRAMES)
        page.goto("/graph")
        page.goto("about:blank")
        handle, name = tempfile.mkstemp(suffix=".json")
        os.close(handle)
        trace = Path(name)
        browser.start_tracing(page=page, path=trace, categories=["toplevel"])
        page.goto(path)
        page.locator("#board[data-ready]").wait_for()
        shown = page.evaluate("performance.now()")
        page.locator("#board[data-settled]").wait_for()
        rest = page.evaluate("performance.now()")
        browser.stop_tracing()
        laid = page.evaluate("[frames_.length, Math.max(...frames_), Math.max(0, ...tasks_)]")
        board = page.locator("#board")
        page.evaluate("frames_.length = 0")
        page.locator("#canvas").hover()
        for turn in range(10):
            page.mouse.wheel(0, -120 if turn % 2 else 120)
            page.wait_for_timeout(50)
        zoomed = page.evaluate("Math.max(...frames_)")
        told = (
            ("things", board.get_attribute("data-things")),
            ("facts", board.get_attribute("data-facts")),
            ("shown after", f"{shown / 1000:.1f} s"),
            ("at rest after", f"{rest / 1000:.1f} s"),
            ("frames until then", laid[0]),
            ("longest frame", f"{laid[1]:.0f} ms"),
            ("longest task", f"{laid[2]:.0f} ms"),
            ("of it on the processor", f"{_longest(trace):.0f} ms"),
            ("longest frame while zooming", f"{zoomed:.0f} ms"),
        )
    for name, value in told:
        print(f"{name:28} {value}")


def _longest(trace: Path) -> float:
    """Return the most processor time that one task of the page took, in ms: it does not count what else the machine did."""
    events = json.loads(trace.read_bytes())["traceEvents"]
    trace.unlink()
    pages = {(e["pid"], e["tid"]) for e in events if e.get("args", {}).get("name") == "CrRendererMain"}
    return max(e.get("tdur", 0) for e in events if e["ph"] == "X" and (e["pid"], e["tid"]) in pages) / 1000


def _state(graph: Path, wanted: int) -> str:
    """Return what the address of a drawing holds: the fewest of the best known things around which there are enough."""
    chosen: list[str] = []
    with opened(explorer_index(graph)) as lookup:
        drawn: set[int] = set()
        for number, thing in sorted(lookup.things(range(1, LOOKED_AT)).items()):
            if len(drawn) >= wanted:
                break
            chosen.append(thing.id)
            drawn |= {end for fact in lookup.around([number], AROUND) for end in (fact.source, fact.target)}
    return urlencode([("e", f"{one}\x1f{AROUND}") for one in chosen], quote_via=quote)


if __name__ == "__main__":
    main()
