"""A query evaluated and written in the media type that was asked for, within a number of rows; what a worker does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

import pyoxigraph as ox

from govgraph.endpoint.messages import RequestError, Response
from govgraph.endpoint.negotiation import choose
from govgraph.endpoint.protocol import Asked
from graph.vocabulary import PREFIXES

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer

_JSON, _XML = ox.QueryResultsFormat.JSON, ox.QueryResultsFormat.XML
TABLES = {
    "application/sparql-results+json": _JSON,
    "application/json": _JSON,
    "application/sparql-results+xml": _XML,
    "application/xml": _XML,
    "text/xml": _XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
"""What answers SELECT and ASK, the preferred first."""
GRAPHS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/ld+json": ox.RdfFormat.JSON_LD,
}
"""What answers CONSTRUCT and DESCRIBE, the preferred first."""
_BYTES = 64 << 20
_EXPECTED = re.compile(r"expected one of .*", re.DOTALL)


@dataclass(frozen=True)
class Work:
    """What is asked of which index; `hide` leaves out the columns of parameters, whose names begin with `_`."""

    index: str
    asked: Asked
    accept: str
    max_rows: int
    hide: bool = False


def evaluate(store: ox.Store, work: Work) -> Response:
    """Return the answer. Raises RequestError: 400 for a broken query, 406 for no media type, 500 for too many rows."""
    asked = work.asked
    named = bool(asked.default_graphs or asked.named_graphs)
    try:
        values: dict[ox.Variable, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]
        values = {ox.Variable(name): _term(name, value) for name, value in asked.bindings}
        found = store.query(
            asked.text,
            prefixes=PREFIXES,
            substitutions=values,
            # Graphs that the request names are all that the query sees.
            default_graph=[ox.NamedNode(name) for name in asked.default_graphs] if named else None,
            named_graphs=[ox.NamedNode(name) for name in asked.named_graphs] if named else None,
        )
    except (SyntaxError, ValueError, RuntimeError) as error:
        raise RequestError(400, f"the query cannot be read: {_short(error)}") from error
    try:
        if isinstance(found, ox.QueryTriples):
            return _graph(found, work)
        media_type = _media_type(work, TABLES)
        if isinstance(found, ox.QueryBoolean):
            body = found.serialize(format=TABLES[media_type]) or b""
        else:
            body = _table(found, TABLES[media_type], work)
    except (OSError, RuntimeError, ValueError) as error:
        raise RequestError(500, f"the query was not answered: {_short(error)}") from error
    return Response(200, _with_charset(media_type), body)


class _Lines(BytesIO):
    """Takes the lines of a table up to a number of rows."""

    def __init__(self, max_rows: int) -> None:
        super().__init__()
        self._lines, self._max_rows = 0, max_rows

    def write(self, some: Buffer) -> int:
        self._lines += bytes(some).count(b"\n")
        if self._lines > self._max_rows + 1:
            raise _too_many(self._max_rows)
        if self.tell() > _BYTES:
            raise RequestError(
                500, f"the answer is larger than {_BYTES >> 20} MB; ask for less, or page with LIMIT and OFFSET"
            )
        return super().write(some)


def _table(found: ox.QuerySolutions, kind: ox.QueryResultsFormat, work: Work) -> bytes:
    # TSV has one line a row, which counts rows without taking them apart, and loses nothing.
    tsv, lines = ox.QueryResultsFormat.TSV, _Lines(work.max_rows)
    found.serialize(lines, format=tsv)
    text = lines.getvalue()
    if work.hide:
        rows = [line.split(b"\t") for line in text.split(b"\n")[:-1]]
        keep = [at for at, name in enumerate(rows[0]) if not name.startswith(b"?_")]
        text = b"".join(b"\t".join(row[at] for at in keep) + b"\n" for row in rows)
    return text if kind == tsv else ox.parse_query_results(text, format=tsv).serialize(format=kind) or b""


def _graph(found: ox.QueryTriples, work: Work) -> Response:
    media_type = _media_type(work, GRAPHS)
    triples: dict[ox.Triple, None] = {}
    for triple in found:  # the engine may give one several times
        triples[triple] = None
        if len(triples) > work.max_rows:
            raise _too_many(work.max_rows)
    kind = GRAPHS[media_type]
    prefixes = PREFIXES if kind in (ox.RdfFormat.TURTLE, ox.RdfFormat.RDF_XML) else None
    body = ox.serialize(triples, format=kind, prefixes=prefixes) or b""
    return Response(200, _with_charset(media_type), body)


def _media_type(work: Work, offered: dict[str, ox.QueryResultsFormat] | dict[str, ox.RdfFormat]) -> str:
    chosen = choose(work.accept, list(offered))
    if chosen is None:
        raise RequestError(406, f"this query is answered in {', '.join(offered)}; the request accepts {work.accept}")
    return chosen


def _with_charset(media_type: str) -> str:
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type


def _term(name: str, text: str) -> ox.NamedNode | ox.Literal:
    try:
        (quad,) = ox.parse(f"<urn:x> <urn:x> {text} .", format=ox.RdfFormat.N_TRIPLES)
    except (SyntaxError, ValueError) as error:
        raise ValueError(f'${name} is no term of N-Triples: {text!r}; write "word" or <iri>') from error
    if not isinstance(quad.object, ox.NamedNode | ox.Literal):
        raise ValueError(f"${name} is neither an IRI nor a literal: {text!r}")
    return quad.object


def _too_many(rows: int) -> RequestError:
    return RequestError(
        500, f"the answer has more than {rows} rows; ask for fewer, or page with ORDER BY, LIMIT and OFFSET"
    )


def _short(error: Exception) -> str:
    """The engine's message without the list of every character that could have stood there."""
    told = str(error)
    expected = "a prefix is not declared" if "Prefix not found" in told else "something else is expected here"
    return _EXPECTED.sub(expected, told).strip()
