"""A request in, a response out: the endpoint and the canned questions, whatever the server around it.

/sparql            SPARQL 1.1 Protocol; without a query it describes itself
/questions         the canned questions as JSON
/questions/NAME    the answer to one, its parameters in the address
"""

from __future__ import annotations

import json
from urllib.parse import unquote

from govgraph.endpoint import protocol
from govgraph.endpoint.description import describe
from govgraph.endpoint.messages import Request, RequestError, Response
from govgraph.endpoint.negotiation import choose
from govgraph.endpoint.protocol import Asked
from govgraph.endpoint.workers import Workers
from graph.errors import GovgraphError, UnknownNameError
from queries import catalog
from queries.catalog import InvalidParameterError

_VARY = {"Vary": "Accept"}


class App:
    """Answers requests about one graph."""

    def __init__(self, workers: Workers) -> None:
        """Take the workers that evaluate queries."""
        self.workers = workers

    def answer(self, request: Request) -> Response:
        """Return the response to a request for one of the paths above; the server around has no other."""
        try:
            response = self._answer(request)
        except RequestError as error:
            response = error.response()
        except GovgraphError as error:
            response = RequestError(500, str(error)).response()
        return Response(response.status, response.media_type, response.body, _VARY | dict(response.headers))

    def _answer(self, request: Request) -> Response:
        if request.path == "/sparql":
            return self._sparql(request)
        if request.path == "/questions":
            return _questions()
        return self._question(unquote(request.path.removeprefix("/questions/")), request)

    def _sparql(self, request: Request) -> Response:
        accept = request.headers.get("accept", "")
        asked = protocol.read(request)
        if asked is not None:
            return self.workers.answer(asked, accept)
        if choose(accept, ["text/turtle", "text/html"]) == "text/html":
            return Response(
                303, "text/plain; charset=utf-8", b"the page is at /query\n", {"Location": "/query?language=sparql"}
            )
        return describe(f"http://{request.headers.get('host') or 'localhost'}/sparql", accept)

    def _question(self, name: str, request: Request) -> Response:
        try:
            question = catalog.get(name)
        except UnknownNameError as error:
            raise RequestError(404, str(error)) from error
        given = protocol.pairs(request.query)
        if len(dict(given)) < len(given):
            raise RequestError(400, "a parameter is given twice")
        try:
            values = question.bind(dict(given))
        except (UnknownNameError, InvalidParameterError) as error:
            raise RequestError(400, str(error)) from error
        asked = Asked(question.sparql, bindings=protocol.bound(values))
        return self.workers.answer(asked, request.headers.get("accept", ""), hide=True)


def _questions() -> Response:
    told = [
        {
            "name": question.name,
            "title": question.title,
            "zh": question.question_zh,
            "en": question.question_en,
            "parameters": [
                {"name": p.name, "type": p.type, "default": p.default, "example": p.example, "about": p.about}
                for p in question.parameters
            ],
            "columns": [{"name": c.name, "about": c.about} for c in question.columns],
            "sparql": question.sparql,
        }
        for question in map(catalog.get, catalog.names())
    ]
    return Response(200, "application/json", json.dumps(told, ensure_ascii=False).encode())
