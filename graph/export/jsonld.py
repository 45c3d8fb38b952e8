"""JSON-LD with a compact context, made of the expanded JSON-LD that the RDF library writes.

A node or statement is an object on a line of its own; the evidence of a statement stands inside it, and what an article
says in an object with its graph's `id` and a list under `@graph`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from graph.schema import load_schema
from graph.vocabulary import BASE, LANGUAGE, PREFIXES, RELATIONS, iri, own_prefixes, under_base

_TYPE = iri("rdf:type")
_EVIDENCE = iri("gg:evidence")
_BOOLEAN = iri("xsd:boolean")
_OWN = PREFIXES["gg"]
_IDS = ("subject", "object", "neededBy", "evidence")
_TERMS = {
    "label": ("rdfs:label", {"@language": LANGUAGE}),
    "name": ("skos:prefLabel", {"@language": LANGUAGE}),
    "aliases": ("skos:altLabel", {"@language": LANGUAGE}),
    "identifier": ("dcterms:identifier", {}),
    "derivedFrom": ("prov:wasDerivedFrom", {"@type": "@id"}),
    "quotedFrom": ("prov:wasQuotedFrom", {"@type": "@id"}),
    "attributedTo": ("prov:wasAttributedTo", {"@type": "@id"}),
    "quote": ("gg:quote", {"@language": LANGUAGE}),
    "confidence": ("gg:confidence", {"@type": "xsd:decimal"}),
    "relation": ("gg:relation", {"@type": "@vocab"}),
    "rdf:subject": ("rdf:subject", {"@type": "@id"}),
    "rdf:predicate": ("rdf:predicate", {"@type": "@vocab"}),
    "rdf:object": ("rdf:object", {"@type": "@id"}),
    "org:member": ("org:member", {"@type": "@id"}),
    "org:organization": ("org:organization", {"@type": "@id"}),
}
"""Short names, what they stand for, and how their values are to be read."""


@cache
def context(base: str = BASE) -> dict[str, Any]:
    """Return the JSON-LD context: own words without a prefix, and values without their types where these never vary.

    `base` is what our own IRIs begin with; only here is it told, but for the few IRIs that take no prefix.
    """
    schema = load_schema()
    terms = dict(_TERMS)
    terms |= {name: (f"gg:{name}", {"@type": "@id"}) for name in (*_IDS, *schema.relations)}
    terms |= {name: (name, {"@type": "@id"}) for name, _ in RELATIONS.values()}
    for properties in (
        *(n.properties for n in schema.nodes.values()),
        *(r.properties for r in schema.relations.values()),
    ):
        numbers = [name for name, kind in properties.items() if kind == "number"]
        terms |= {name: (f"gg:{name}", {"@type": "xsd:decimal"}) for name in numbers}
    about = {name: {"@id": full, **how} if how else full for name, (full, how) in terms.items()}
    prefixes = {**PREFIXES, **own_prefixes(base)}
    return {"@version": 1.1, "@vocab": prefixes["gg"], **prefixes, "id": "@id", "type": "@type", **about}


def document(parts: Iterable[bytes], base: str = BASE) -> Iterator[bytes]:
    """Yield a JSON-LD document, as UTF-8, of arrays in expanded form that together hold it."""
    yield b'{"@context": ' + json.dumps(context(base), ensure_ascii=False).encode() + b',\n"@graph": ['
    end = b"\n"
    for part in parts:
        for item in _compact(json.loads(part), base):
            yield end + json.dumps(item, ensure_ascii=False, separators=(",", ":")).encode()
            end = b",\n"
    yield b"\n]}\n"


def _compact(items: list[dict[str, Any]], base: str) -> list[dict[str, Any]]:
    """Compact objects, each piece of evidence inside the statement that precedes it."""
    found: list[dict[str, Any]] = []
    pending: dict[str, list[Any]] = {}
    for item in items:
        name = item["@id"]
        if name in pending:
            where = pending.pop(name)
            where[where.index(_shorten(name, base))] = _object(item, base)
            continue
        if "@graph" in item:
            found.append({"id": _shorten(name, base), "@graph": _compact(item["@graph"], base)})
            continue
        compact = _object(item, base)
        if _EVIDENCE in item:
            proofs = compact["evidence"] if len(item[_EVIDENCE]) > 1 else [compact["evidence"]]
            compact["evidence"] = proofs
            pending = {value["@id"]: proofs for value in item[_EVIDENCE]}
        found.append(compact)
    return found


def _object(item: dict[str, Any], base: str) -> dict[str, Any]:
    compact: dict[str, Any] = {"id": _shorten(item["@id"], base)}
    for key, values in item.items():
        if key == "@id":
            continue
        if key == _TYPE:
            name, given = "type", [_short_word(value["@id"]) for value in values]
        else:
            name, how, what = _named(key)
            given = [_value(value, how, what, base) for value in values]
        compact[name] = given[0] if len(given) == 1 else given
    return compact


@cache
def _named(key: str) -> tuple[str, str, str]:
    """The short name of a property, and the keyword and value that the context gives it."""
    for name, about in context().items():
        if isinstance(about, dict) and iri(about["@id"]) == key:
            how = next(k for k in about if k != "@id")
            return name, how, iri(about[how]) if ":" in about[how] else about[how]
        if name in _TERMS and about == _TERMS[name][0] and iri(about) == key:
            return name, "", ""
    return _short_word(key), "", ""


def _value(value: dict[str, Any], how: str, what: str, base: str) -> Any:
    if "@id" in value:
        if how == "@type" and what == "@id":
            return _shorten(value["@id"], base)
        return _short_word(value["@id"]) if what == "@vocab" else {"id": _shorten(value["@id"], base)}
    text = value["@value"]
    if value.get("@type") == _BOOLEAN:
        return text == "true"
    for keyword in ("@language", "@type"):
        if keyword in value:
            if how == keyword and what == value[keyword]:
                return text
            told = value[keyword] if keyword == "@language" else _short_word(value[keyword])
            return {keyword: told, "@value": text}
    return {"@value": text} if how else text


def _short_word(name: str) -> str:
    """A term: our own as they are, others with their prefix."""
    return name.removeprefix(_OWN) if name.startswith(_OWN) else _shorten(name, BASE)


def _shorten(name: str, base: str) -> str:
    for prefix, start in PREFIXES.items():
        # What follows a prefix may not begin with two slashes, or it would be read as an address.
        if name.startswith(start) and not name.startswith("//", len(start)):
            return f"{prefix}:{name[len(start) :]}"
    return under_base(name, base)
