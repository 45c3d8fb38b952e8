"""The names that the graph has in RDF: prefixes, the IRIs of things, and which standard terms say the same.

Our own terms are the schema's words under `gg:`: classes (`gg:Meeting`), relations (`gg:CONVENED`) and properties
(`gg:date`). A thing's IRI is its id, percent-encoded where an IRI demands it; a statement's IRI is made of a checksum
of the edge's id.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache

from graph.errors import InvalidNameError
from graph.schema import load_schema

BASE = "urn:govgraph:"
"""What our own IRIs begin with where the user sets nothing else."""

_OWN = {"gg": "schema", "node": "node", "edge": "edge", "graph": "graph"}
_BASE = re.compile(r"""[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`?#]*[:/]""")


def own_prefixes(base: str = BASE) -> dict[str, str]:
    """Return the prefixes of our own terms and things under a base: `https://example.org/kg/` gives `…/kg/schema/`.

    Raises InvalidNameError for a base that is no absolute IRI with `/` or `:` at its end.
    """
    if not _BASE.fullmatch(base):
        raise InvalidNameError(f"{base!r} is no base of names: give an absolute IRI that ends in / or :")
    return {name: f"{base}{folder}{base[-1]}" for name, folder in _OWN.items()}


def under_base(name: str, base: str) -> str:
    """Return an IRI with its own beginning, if it is one of ours, under another base."""
    for prefix, start in own_prefixes(base).items():
        if name.startswith(PREFIXES[prefix]):
            return start + name.removeprefix(PREFIXES[prefix])
    return name


PREFIXES = {
    **own_prefixes(),
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "prov": "http://www.w3.org/ns/prov#",
    "org": "http://www.w3.org/ns/org#",
    "schema": "https://schema.org/",
    "dcterms": "http://purl.org/dc/terms/",
}

LANGUAGE = "zh"
"""The language tag of names and of the words that prove an edge."""

CLASSES = {label: node.standard for label, node in load_schema().nodes.items()}
"""Standard classes of each label, beside its own."""

PROPERTIES = {
    (label, name): standard
    for name, explained in load_schema().properties.items()
    for label, standard in explained.standard.items()
}
"""Standard terms for properties of a label, beside our own."""

RELATIONS = {
    kind: (relation.standard.removeprefix("^"), relation.standard.startswith("^"))
    for kind, relation in load_schema().relations.items()
    if relation.standard
}
"""Standard relations that follow from ours, and whether they run the other way."""

# What RFC 3987 permits in a path, less the marks that SPARQL and Turtle users would have to escape anyway.
_NOT_IN_IRI = re.compile(
    "[^A-Za-z0-9._~:@!$&'()*+,;=/\u00a0-\u167f\u1681-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u2fff\u3001-\ud7ff"
    "\uf900-\ufdcf\ufdf0-\uffef\U00010000-\U0001fffd\U00020000-\U0002fffd\U00030000-\U0003fffd-]"
)


def iri(name: str) -> str:
    """Return the full IRI of a prefixed name such as `schema:Event`."""
    prefix, local = name.split(":", 1)
    return PREFIXES[prefix] + local


def node_iri(node_id: str) -> str:
    """Return the IRI of a node."""
    return PREFIXES["node"] + quote(node_id)


def edge_iri(edge_id: str) -> str:
    """Return the IRI of an edge's statement; short, as it stands in many quads. The id is its `dcterms:identifier`."""
    return PREFIXES["edge"] + hashlib.sha256(edge_id.encode("utf-8")).hexdigest()[:32]


def graph_iri(article_id: str) -> str:
    """Return the IRI of the named graph that holds what one article says."""
    return PREFIXES["graph"] + quote(article_id)


def passage_iri(article_id: str, start: int, end: int) -> str:
    """Return the address of a stretch of an article's text, by RFC 5147: `…#char=19,38`."""
    return f"{node_iri(f'Article:{article_id}')}#char={start},{end}"


@lru_cache(8192)
def quote(text: str) -> str:
    """Return the text with everything percent-encoded that may not stand in an IRI; Chinese stays readable."""
    return _NOT_IN_IRI.sub(lambda m: "".join(f"%{byte:02X}" for byte in m[0].encode("utf-8")), text)
