"""How fast the explorer is when many look at it at once, for every kind of page.

    python -m benchmarks.explorer_load GRAPH [--users 20] [--seconds 60] [--pause 1] [--timeout 10] [--kinds start,review]

Starts `govgraph serve` on a graph folder, opens each kind of page once (which builds the indexes), then lets users ask for
pages of kinds and things chosen by chance, each waiting for an answer and then about as many seconds as `--pause` says; with
0 they ask without a break. `--kinds` leaves the others out. Prints for every kind how many answers there were, how long half and
95 of 100 took at most and how many were wrong: another status than 200, or none within `--timeout`. Then the memory of the
server and of the processes that answer its queries.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import re
import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from urllib.parse import quote, urlencode, urlsplit

from benchmarks.processes import family, memory
from govgraph.web.index import explorer_index
from govgraph.web.lookup import Lookup, opened
from govgraph.web.sounds import sounds
from queries import catalog

_THINGS, _FACTS = 200, 100
_LABELS = (
    "Person",
    "Agency",
    "Company",
    "Organization",
    "Place",
    "Meeting",
    "Activity",
    "Project",
    "Policy",
    "Directive",
)
_FIRST_PATIENCE = 600.0


@dataclass(frozen=True)
class Ask:
    """A request: a path to get, or with a body to post."""

    path: str
    body: str | None = None


def main(arguments: list[str] | None = None) -> int:
    """Print the table; return 1 when an answer was not the page asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.explorer_load", description=__doc__.split("\n")[0])
    parser.add_argument("graph", type=Path, help="graph folder")
    parser.add_argument("--users", type=int, default=20, help="how many ask at once (default: 20)")
    parser.add_argument("--seconds", type=float, default=60, help="how long they ask (default: 60)")
    parser.add_argument("--pause", type=float, default=1.0, help="seconds between a page and the next (default: 1)")
    parser.add_argument(
        "--timeout", type=float, default=10.0, help="seconds after which an answer is wrong (default: 10)"
    )
    parser.add_argument("--kinds", default="", help="kinds of pages, with commas between (default: all)")
    parser.add_argument("--seed", type=int, default=1, help="of what they ask for (default: 1)")
    options = parser.parse_args(arguments)
    with opened(explorer_index(options.graph)) as lookup:
        articles = lookup.about()["articles"]
        asked = kinds(lookup, random.Random(options.seed))  # noqa: S311 - a choice of pages, no secret
    if unknown := set(filter(None, options.kinds.split(","))) - asked.keys():
        parser.error(f"no kinds {', '.join(sorted(unknown))}; there are {', '.join(asked)}")
    if options.kinds:
        asked = {kind: asked[kind] for kind in options.kinds.split(",")}
    with _served(options.graph) as (address, process):
        token = _warm(address, asked)
        took, wrong = _run(address, token, asked, options)
        memory = _megabytes(process)
    print(
        f"{articles} articles, {options.users} users, {options.pause:g} s between pages, load {os.getloadavg()[0]:.1f}"
    )
    print("kind               answers   50 %     95 %   wrong")
    for kind in asked:
        times = sorted(took[kind])
        if len(times) > 1:
            cuts = quantiles(times, n=20, method="inclusive")
            print(
                f"{kind:<17} {len(times):>8} {cuts[9] * 1000:>5.0f} ms {cuts[18] * 1000:>5.0f} ms {len(wrong[kind]):>6}"
            )
    count = sum(map(len, wrong.values()))
    print(f"all               {sum(map(len, took.values())):>8}; wrong: {count}")
    print(f"memory: server {memory[0]} MB, with the processes of its queries {memory[1]} MB")
    for some in wrong.values():
        print(*some[:3], sep="\n", file=sys.stderr)
    return 1 if count else 0


def kinds(lookup: Lookup, chance: random.Random) -> dict[str, list[Ask]]:
    """Return what is asked for by kind of page: of the best known things of each label, and of others by chance."""
    things = {}
    for label in _LABELS:
        best = [thing for thing, _ in lookup.search("", label, 0, 40 * _THINGS)]
        things[label] = best[:_THINGS] + chance.sample(best[_THINGS:], min(_THINGS, len(best[_THINGS:])))
    named = [t for label in ("Person", "Agency", "Place", "Meeting", "Company") for t in things[label]]
    texts = [t.name[:2] for t in named] + [sounds(t.name)[0][:3] for t in named]
    articles = [t.id.partition(":")[2] for t in lookup.articles(5_000)]
    facts = [
        fact.id
        for label in ("Person", "Agency", "Place")
        for t in things[label][:_FACTS]
        for fact in lookup.around([t.number], 1)
    ]
    pages = {
        "start": [Ask("/")],
        "suggestions": [Ask(f"/suggest?q={quote(text)}") for text in texts if len(text) > 1],
        "search": [Ask(f"/search?q={quote(text)}") for text in texts if len(text) > 1],
        "index": [Ask(f"/search?label={label}&from={at}") for label in _LABELS for at in (0, 30, 300)],
        "articles": [Ask(f"/articles?from={at}") for at in range(0, min(len(articles), 1000), 50)],
        "article": [
            Ask(f"/article?id={quote(one, safe='')}") for one in chance.sample(articles, min(1000, len(articles)))
        ],
        "fact": [Ask(f"/fact?id={quote(one, safe='')}") for one in facts],
    }
    for label in _LABELS:
        pages[label] = [Ask(f"/thing?id={quote(thing.id, safe='')}") for thing in things[label]]
    pages["relation"] = [
        Ask("/thing?" + urlencode({"id": thing.id, "relation": kind, "direction": direction}))
        for thing in (t for label in ("Person", "Agency", "Place") for t in things[label][:50])
        for kind, direction in lookup.kinds(thing.number)
    ]
    names = [t.name for t in things["Agency"]]
    return pages | {
        "graph": [Ask("/graph")],
        "graph data": [Ask("/graph/data", json.dumps({"expand": [t.id], "show": []})) for t in named],
        "review": [Ask(f"/review?skip={at}") for at in range(20)],
        "questions": [Ask("/questions")],
        "question": [
            *(Ask(f"/questions/person_posts?{urlencode({'person': t.name})}") for t in things["Person"]),
            *(Ask(f"/questions/meeting_directives?{urlencode({'agency': name})}") for name in names),
        ],
        "question at large": [
            Ask(f"/questions/{name}?ask=1") for name in catalog.names() if not catalog.get(name).required
        ],
        "cypher": [
            Ask(
                "/query?"
                + urlencode(
                    {
                        "text": f"MATCH (a:Agency)-[:CONVENED]->(m:Meeting) WHERE a.name = {json.dumps(name, ensure_ascii=False)} RETURN m.name AS meeting LIMIT 50"
                    }
                )
            )
            for name in names
        ],
        "drop": [Ask("/drop")],
    }


@contextmanager
def _served(graph: Path) -> Iterator[tuple[str, int]]:
    """Give the address of a served graph and the process that serves it."""
    command = [sys.executable, "-m", "govgraph", "serve", "-g", str(graph), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            told = process.stderr.readline() if process.stderr else ""
            if not told.startswith("explorer: "):
                raise SystemExit(told)
            yield told.split()[1].rstrip("/"), process.pid
        finally:
            process.terminate()


def _warm(address: str, asked: dict[str, list[Ask]]) -> str:
    """Ask for each kind of page until it comes whole, and return the token of the pages."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=_FIRST_PATIENCE)
    found = re.search(r'name="token" value="([^"]+)"', _ask(connection, Ask("/"), "")[1])
    token = found[1] if found else ""
    for kind, pages in asked.items():
        until = time.monotonic() + _FIRST_PATIENCE
        while pages:
            status, text = _ask(connection, pages[0], token)
            if status == 200 and "data-looking" not in text:
                break
            if time.monotonic() > until:
                raise SystemExit(f"{kind}: {address}{pages[0].path} does not come: {status}")
            time.sleep(1)
    connection.close()
    return token


def _ask(connection: http.client.HTTPConnection, ask: Ask, token: str) -> tuple[int, str]:
    data = ask.body is not None or ask.path.startswith("/suggest")
    headers = {"Accept": "application/json" if data else "text/html", "Accept-Language": "zh"}
    try:
        answer = _answer(connection, ask, headers, token)
    except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
        # The server closes connections on which nothing was asked for some seconds; browsers open another.
        connection.close()
        answer = _answer(connection, ask, headers, token)
    return answer.status, answer.read().decode("utf-8")


def _answer(
    connection: http.client.HTTPConnection, ask: Ask, headers: dict[str, str], token: str
) -> http.client.HTTPResponse:
    if ask.body is None:
        connection.request("GET", ask.path, headers=headers)
    else:
        more = {"X-Token": token, "Content-Type": "application/json"}
        connection.request("POST", ask.path, ask.body.encode(), headers | more)
    return connection.getresponse()


def _run(
    address: str, token: str, asked: dict[str, list[Ask]], options: argparse.Namespace
) -> tuple[dict[str, list[float]], dict[str, list[str]]]:
    """Let the users ask, and return by kind the seconds of each answer, and what was answered wrongly."""
    took: dict[str, list[float]] = defaultdict(list)
    wrong: dict[str, list[str]] = defaultdict(list)
    until = time.monotonic() + options.seconds

    def user(number: int) -> None:
        chance = random.Random(number)  # noqa: S311 - a choice of pages, no secret
        connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=options.timeout)
        some = [kind for kind, pages in asked.items() if pages]
        time.sleep(chance.random() * options.pause)
        while time.monotonic() < until:
            kind = chance.choice(some)
            ask = chance.choice(asked[kind])
            began = time.monotonic()
            try:
                status, text = _ask(connection, ask, token)
            except TimeoutError:
                connection.close()
                status, text = 0, ""
            took[kind].append(time.monotonic() - began)
            if status != 200 or not text:
                wrong[kind].append(f"{status} {ask.path}")
            if options.pause:
                time.sleep(chance.expovariate(1 / options.pause))
        connection.close()

    _together(user, options.users)
    return took, wrong


def _together(work: Callable[[int], None], count: int) -> None:
    threads = [threading.Thread(target=work, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _megabytes(process: int) -> tuple[int, int]:
    """Return the memory of a process, and with it that of all its children, shared pages counted once (Linux)."""

    return int(memory(process)), sum(int(memory(one)) for one in family(process))


if __name__ == "__main__":
    sys.exit(main())
