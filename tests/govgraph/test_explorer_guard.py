"""What the explorer refuses, and what it tells the browser, asked over real HTTP."""

from __future__ import annotations

import asyncio
import http.client
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope, Send

from govgraph.web.endpoint import Sparql
from govgraph.web.explorer import ROUTES
from govgraph.web.guard import LARGEST, Guard
from graph.store import GraphStore
from tests.govgraph import explorer

Answer = tuple[int, dict[str, str], str]


@pytest.fixture
def address(graph_folder: Path) -> Iterator[str]:
    with explorer.served(graph_folder) as served:
        yield served


def ask(address: str, path: str, method: str = "GET", body: str | None = None, **headers: str) -> Answer:
    """Return status, headers and body of one request."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
    try:
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, given)
        answer = connection.getresponse()
        told = {name.lower(): value for name, value in answer.getheaders()}
        return answer.status, told, answer.read().decode("utf-8")
    finally:
        connection.close()


def test_only_names_of_this_machine_are_answered(address: str) -> None:
    port = urlsplit(address).port
    hosts = {
        f"127.0.0.1:{port}": 200, f"localhost:{port}": 200, "LOCALHOST": 200, f"[::1]:{port}": 200,
        "elsewhere.example": 421, f"127.0.0.1.elsewhere.example:{port}": 421, "": 421,
    }  # fmt: skip
    assert {host: ask(address, "/", Host=host)[0] for host in hosts} == hosts


@pytest.mark.parametrize("path", ["/", "/suggest?q=x", "/static/site.js", "/colours.css", "/nowhere", "/thing?id=none"])
def test_every_answer_carries_the_policy(address: str, path: str) -> None:
    _, headers, _ = ask(address, path)
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert "access-control-allow-origin" not in headers


def test_pages_hold_no_script_or_style_of_their_own(address: str) -> None:
    for path in ("/", "/search", "/articles", "/article?id=s1"):
        status, _, text = ask(address, path)
        assert status == 200
        assert not re.search(r"\sstyle=|\son\w+=|<style|<script(?! type=\"module\" src=\"/)", text), path


def test_what_changes_something_needs_the_token(address: str) -> None:
    form = {"Content_Type": "application/x-www-form-urlencoded"}
    token = re.search(r'name="token" value="([^"]+)"', ask(address, "/")[2])
    assert token is not None
    cases = [
        ("language=en", {}, 403),
        ("language=en&token=wrong", {}, 403),
        (f"language=en&token={token[1]}", {"Origin": "https://elsewhere.example"}, 403),
        (f"language=en&token={token[1]}", {"Origin": address}, 303),
        (f"language=en&token={token[1]}&back=//elsewhere.example/", {}, 303),
    ]
    for body, more, expected in cases:
        status, headers, _ = ask(address, "/settings", "POST", body, **form, **more)
        assert status == expected, body
        if status == 303:
            assert headers["location"] == "/"
            assert "samesite=strict" in headers["set-cookie"].lower()
    assert ask(address, "/settings")[0] == 405


WRITES = ("/settings", "/review", "/drop", "/drop/x/add", "/graph/data", "/graph/graphml", "/graph/cypher")


def test_only_a_post_with_the_token_changes_anything(address: str, graph_folder: Path) -> None:
    with GraphStore.open(graph_folder) as store:
        before = store.generation
    form = {"Content_Type": "application/x-www-form-urlencoded"}
    posted = {
        path
        for route in ROUTES
        if "POST" in (route.methods or ()) and not isinstance(route.app, Sparql)
        for path in [route.path]
    }
    assert {path.replace("{key}", "x") for path in posted} == set(WRITES)
    for path in WRITES:
        assert ask(address, path, "POST", "verdict=yes&left=a&right=b", **form)[0] == 403, path
    reads = [route.path for route in ROUTES if "GET" in (route.methods or ())]
    assert len(reads) > 15
    for path in reads:
        named = path.replace("{key}", "x").replace("{name}", "person_posts")
        query = "?left=Person:a&right=Person:b&verdict=yes&language=en&id=s1&query=ASK%20{}"
        assert ask(address, named + query, Accept="text/html")[0] in (200, 301, 404), path
    with GraphStore.open(graph_folder) as store:
        assert (store.generation, list(store.judgements())) == (before, [])


def test_too_much_is_refused(address: str) -> None:
    for path in ("/settings", "/drop"):
        assert ask(address, path, "POST", "x", Content_Length=str(LARGEST + 1))[0] == 413


@pytest.mark.parametrize(
    ("pieces", "status", "told"),
    [
        ([b"1234", b"5678"], 200, b"12345678"),
        ([b"1234", b"56789"], 413, b"A request may send"),
        ([b"1234", None], 408, b"within 0.01 seconds"),
    ],
)
def test_what_comes_in_pieces_is_limited_in_size_and_time(pieces: list[bytes | None], status: int, told: bytes) -> None:
    """The guard alone, with limits that a test can reach; after None the client never sends the rest."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await PlainTextResponse(await Request(scope, receive).body())(scope, receive, send)

    async def asked() -> list[Message]:
        sent: list[Message] = []
        left = list(pieces)

        async def receive() -> Message:
            piece = left.pop(0)
            if piece is None:
                await asyncio.Event().wait()
            return {"type": "http.request", "body": piece, "more_body": bool(left)}

        async def send(message: Message) -> None:
            sent.append(message)

        scope = {"type": "http", "method": "POST", "path": "/drop", "headers": [(b"host", b"localhost")]}
        await Guard(app, (), 8, slowest=0.01)(scope, receive, send)
        return sent

    begun, body = asyncio.run(asked())
    assert begun["status"] == status
    assert told in body["body"]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/thing?id=Person:nobody", "图中没有这个事物"),
        ("/fact?id=none", "图中没有这条事实"),
        ("/article?id=none", "图中没有这篇报道"),
        ("/nowhere", "没有这个页面"),
    ],
)
def test_what_there_is_not_is_said(address: str, path: str, told: str) -> None:
    status, _, text = ask(address, path, Accept="text/html", Accept_Language="zh-CN")
    assert status == 404
    assert told in text
    assert ask(address, path)[1]["content-type"].startswith("text/plain")


def test_odd_numbers_and_labels_do_no_harm(address: str) -> None:
    for path in ("/search?label=Robot", "/search?from=-1", "/search?q=%22%20OR%20%2A&from=99999999999", "/suggest?q=%00%22%27",
                 "/article?id=s1&char=5,2", "/article?id=s1&char=1,99999999", "/thing?id=Article:s1"):  # fmt: skip
        assert ask(address, path)[0] in (200, 301), path
