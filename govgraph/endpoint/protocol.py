"""What a request of the SPARQL 1.1 Protocol asks: by GET, by POST of a form, by POST of the query itself.

Beyond the standard a parameter `$name` gives the variable `?name` a value, written as in N-Triples (`"词"@zh`,
`<urn:x>`), as RDF4J has it: that is how the canned questions get their parameters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

import pyoxigraph as ox

from govgraph.endpoint.messages import Request, RequestError
from queries.catalog import Value

FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
_GRAPHS = ("default-graph-uri", "named-graph-uri")
_READ_ONLY = "this endpoint is read only; it answers SELECT, ASK, CONSTRUCT and DESCRIBE"
# IRIs and comments, which may hold any word, and the words of the prologue, behind which an update would name itself.
_WORD = re.compile(r"<[^<>]*>|#[^\n\r]*|(?P<word>[A-Za-z]+)\b(?P<prefix>:)?")
# Where a query may hold the word and cannot mean the keyword, told by what stands right before it and not by reading the
# query: two readers may part a text in different ways (`5SERVICE`, `FILTER(1<2)SERVICE?x#>`, ex:o\'x … 'y').
_SERVICE = "SERVICE"
_NAMED = re.compile(r"\w{0,300}[?$]|[\w\-]{0,300}:|[\w:/.#~?=&%+\-]{0,300}//:", re.ASCII)
"""Read backwards from the word: a variable, the local part of a name, an address."""
_UPDATES = {"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"}
_PROLOGUE = {"PREFIX", "BASE", "VERSION"}


@dataclass(frozen=True)
class Asked:
    """A query, the graphs it is to see, and values of variables as terms of N-Triples."""

    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    bindings: tuple[tuple[str, str], ...] = ()


def bound(values: Mapping[str, Value]) -> tuple[tuple[str, str], ...]:
    """Return values of a canned question's parameters as the bindings of its query."""
    return tuple((f"_{name}", str(ox.Literal(value))) for name, value in values.items())


def read(request: Request) -> Asked | None:
    """Return what a request asks, or None for a GET without any parameter.

    Raises RequestError: 400 for a request that is not as the protocol has it, 403 for an update, 405 for another
    method, 415 for a body of another type.
    """
    given = pairs(request.query)
    if request.method in ("GET", "HEAD"):
        if not given:
            return None
    elif request.method == "POST":
        kind, _, more = request.headers.get("content-type", "").partition(";")
        kind = kind.strip().lower()
        charset = more.lower().partition("charset=")[2].strip(' "') or "utf-8"
        if charset not in ("utf-8", "utf8"):
            raise RequestError(415, f"the body is in {charset}; send UTF-8")
        if kind == UPDATE:
            raise RequestError(403, _READ_ONLY)
        if kind == QUERY:
            if any(name == "query" for name, _ in given):
                raise RequestError(400, "the query is in the body and in the address; send it once")
            given.append(("query", _text(request.body)))
        elif kind == FORM:
            given += pairs(_text(request.body))
        else:
            raise RequestError(415, f"a POST has the Content-Type {FORM} or {QUERY}, not {kind or 'none'!r}")
    else:
        raise RequestError(405, f"{request.method} is not answered here; use GET or POST", {"Allow": "GET, HEAD, POST"})
    return _asked(given)


def _asked(given: list[tuple[str, str]]) -> Asked:
    if any(name == "update" for name, _ in given):
        raise RequestError(403, _READ_ONLY)
    texts = [value for name, value in given if name == "query"]
    if len(texts) != 1:
        raise RequestError(400, f"a request has one parameter 'query', this one has {len(texts) or 'none'}")
    bindings = tuple((name[1:], value) for name, value in given if name.startswith("$"))
    if len(dict(bindings)) < len(bindings):
        raise RequestError(400, "a variable is given two values")
    check(texts[0])
    default, named = (tuple(value for name, value in given if name == kind) for kind in _GRAPHS)
    return Asked(texts[0], default, named, bindings)


def check(text: str) -> None:
    """Refuse an update, and a query that would have other servers asked. Raises RequestError."""
    words = ((match["word"].upper(), match["prefix"]) for match in _WORD.finditer(text) if match["word"])
    first = next((word for word, prefix in words if word not in _PROLOGUE and not prefix), "")
    if first in _UPDATES:
        raise RequestError(403, _READ_ONLY)
    backwards = text.upper()[::-1]
    if any(not _NAMED.match(backwards, found.end()) for found in re.finditer(_SERVICE[::-1], backwards)):
        raise RequestError(
            403,
            "SERVICE is not allowed: this endpoint asks no other servers "
            "(in a string write the word as SERV\\u0049CE, in a comment leave it out)",
        )


def pairs(text: str) -> list[tuple[str, str]]:
    """Return the parameters of an address or form. Raises RequestError (400) when they cannot be read."""
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=1000)
    except ValueError as error:
        raise RequestError(400, f"the parameters cannot be read: {error}") from error


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RequestError(400, f"the body is not UTF-8: {error.reason} at byte {error.start}") from error
