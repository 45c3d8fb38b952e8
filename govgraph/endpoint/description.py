"""What the endpoint says of itself (SPARQL 1.1 Service Description)."""

from __future__ import annotations

import pyoxigraph as ox

from govgraph.endpoint.evaluation import GRAPHS
from govgraph.endpoint.messages import RequestError, Response
from govgraph.endpoint.negotiation import choose
from graph.vocabulary import PREFIXES

_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_WRITES = (
    *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
    *("Turtle", "N-Triples", "RDF_XML", "JSON-LD"),
)


def describe(address: str, accept: str) -> Response:
    """Return the description of the endpoint at an address as RDF. Raises RequestError (406) when none is accepted."""
    media_type = choose(accept, list(GRAPHS))
    if media_type is None:
        raise RequestError(406, f"the description is there as {', '.join(GRAPHS)}; the request accepts {accept}")
    endpoint, dataset, default = ox.NamedNode(address), ox.BlankNode("dataset"), ox.BlankNode("default")
    kind = ox.NamedNode(PREFIXES["rdf"] + "type")
    triples = [
        ox.Triple(endpoint, kind, _sd("Service")),
        ox.Triple(endpoint, _sd("endpoint"), endpoint),
        ox.Triple(endpoint, _sd("supportedLanguage"), _sd("SPARQL11Query")),
        *(ox.Triple(endpoint, _sd("resultFormat"), ox.NamedNode(_FORMATS + name)) for name in _WRITES),
        ox.Triple(endpoint, _sd("defaultDataset"), dataset),
        ox.Triple(dataset, kind, _sd("Dataset")),
        ox.Triple(dataset, _sd("defaultGraph"), default),
        ox.Triple(default, kind, _sd("Graph")),
    ]
    prefixes = {"sd": _SD, "format": _FORMATS}
    body = ox.serialize(triples, format=GRAPHS[media_type], prefixes=prefixes) or b""
    return Response(200, media_type, body)


def _sd(name: str) -> ox.NamedNode:
    return ox.NamedNode(_SD + name)
