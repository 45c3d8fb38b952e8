"""What the explorer refuses, and what it tells the browser, asked over real HTTP."""

from __future__ import annotations

import http.client
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

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


def test_too_much_is_refused(address: str) -> None:
    assert ask(address, "/settings", "POST", "x", Content_Length=str(2**40))[0] == 413


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
