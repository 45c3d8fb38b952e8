"""Free questions in Cypher and SPARQL: read only, within limits of time and rows."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from govgraph.web import answers
from govgraph.web.view import address, page, site_of
from graph.errors import GovgraphError
from queries.table import Table

_START = {
    "cypher": "MATCH (a:Agency)-[:CONVENED]->(m:Meeting)\nRETURN a.name AS agency, m.name AS meeting, m.date AS date\nORDER BY date DESC\nLIMIT 50",
    "sparql": "SELECT ?type (COUNT(?thing) AS ?count)\nWHERE { ?thing a ?type }\nGROUP BY ?type\nORDER BY DESC(?count) ?type\nLIMIT 50",
}
_LONGEST = 20_000


def query(request: Request) -> Response:
    """Draw the field for a query, and its answer where one is asked."""
    language = "sparql" if request.query_params.get("language") == "sparql" else "cypher"
    text = request.query_params.get("text", "")[:_LONGEST].replace("\r\n", "\n")
    values: dict[str, Any] = {"language_asked": language, "text": text or _START[language], "starts": _START}
    if not text.strip():
        return page(request, "query.html", **values, answer=None, problem="")
    site = site_of(request)
    try:
        table: Table = answers.ask_sparql(site, text) if language == "sparql" else site.cypher.run(text)
    except GovgraphError as error:
        return page(request, "query.html", 400, **values, answer=None, problem=str(error))
    if request.query_params.get("format") == "csv":
        return Response(
            answers.csv_file(table),
            media_type="text/csv",
            headers={"content-disposition": 'attachment; filename="answer.csv"'},
        )
    with site.reading() as reading:
        shown = answers.shown(table, reading.lookup, language)
    csv = address("/query", language=language, text=text, format="csv")
    return page(request, "query.html", **values, answer=shown, problem="", csv=csv)
