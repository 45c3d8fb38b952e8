"""The shapes of statements: the edges as things of their own, how they name their triple, and their evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.ontology.shape import ONE, Shape, has_id, holds, none, one_of, some
from graph.ontology.terms import datatypes
from graph.ontology.turtle import Pair, blank, listed, literal
from graph.schema import Schema

_PASSAGE = "#char=[0-9]+,[0-9]+$"
_NAMINGS = {
    "Naming": ("gg:relation", "gg:subject", "gg:object"),
    "Reification": ("rdf:predicate", "rdf:subject", "rdf:object"),
}
"""The ways in which a statement names its triple."""

_TARGET = "sh:targetClass", ["gg:Statement"]


def statement_shapes(schema: Schema, prefixes: Mapping[str, str]) -> Iterator[str]:
    """Yield the shapes. `prefixes` give the full IRIs that the query in them needs."""
    yield from _statement(schema)
    yield from _checks(schema)
    yield from _plain(prefixes)
    for name, terms in _NAMINGS.items():
        yield from _naming(name, terms, schema)
    yield from _evidence(schema)


def _statement(schema: Schema) -> Iterator[str]:
    meaning = schema.statement_classes["Statement"]
    said = schema.statement_properties
    shape = Shape("Statement", _TARGET, meaning, "is no sound statement")
    has_id(shape)
    article = "sh:class", ["gg:Article"]
    shape.part("source", "prov:wasDerivedFrom", "names as its source what is no article", article)
    shape.part("neededBy", "gg:neededBy", "is needed by what is no article", article, meaning=said["neededBy"])
    proof = "sh:class", ["gg:Evidence"]
    shape.part("evidence", "gg:evidence", "has evidence that is none", proof, meaning=said["evidence"])
    sure = "has not one confidence from 0 to 1"
    shape.part("confidence", "gg:confidence", sure, *_SURE[1:], meaning=said["confidence"])
    flag = ("sh:maxCount", ["1"]), ("sh:in", [listed(["true"])])
    shape.part("background", "gg:background", "has background that is not true", *flag, meaning=said["background"])
    for name, relations in _qualifiers(schema).items():
        kind = schema.relations[relations[0]].properties[name]
        holds(shape, name, kind, schema.properties[name])
    yield from shape.blocks()


def _checks(schema: Schema) -> Iterator[str]:
    named = Shape("Named", _TARGET, None, "names its triple in no way, or in more than one")
    ways = [blank([("sh:property", [some(terms[0])])]) for terms in _NAMINGS.values()]
    named.head.append(("sh:xone", [listed(ways)]))
    yield from named.blocks()

    proven = Shape("Proven", _TARGET, None, "has neither evidence, confidence and source, nor is it background")
    words = [some("gg:evidence"), some("gg:confidence"), some("prov:wasDerivedFrom"), none("gg:background")]
    known = [none("gg:evidence"), none("gg:confidence"), some("gg:background")]
    proven.head.append(("sh:xone", [listed(blank([("sh:property", parts)]) for parts in (words, known))]))
    yield from proven.blocks()

    for name, relations in _qualifiers(schema).items():
        only = Shape(f"Only-{name}", _TARGET, None, f"has a {name}, which only {', '.join(relations)} has")
        own = listed(f"gg:{kind}" for kind in relations)
        held = [
            blank([("sh:path", [terms[0]]), ("sh:minCount", ["1"]), ("sh:in", [own])]) for terms in _NAMINGS.values()
        ]
        ways = [blank([("sh:property", [part])]) for part in (none(f"gg:{name}"), *held)]
        only.head.append(("sh:or", [listed(ways)]))
        yield from only.blocks()


def _plain(prefixes: Mapping[str, str]) -> Iterator[str]:
    plain = Shape("Plain", _TARGET, None, "names a triple that is not there")
    relation, source, end = (
        "|".join(f"<{_full(term, prefixes)}>" for term in terms) for terms in zip(*_NAMINGS.values(), strict=True)
    )
    missing = f"?this {source} ?s ; {relation} ?value ; {end} ?o FILTER NOT EXISTS {{ ?s ?value ?o }}"
    query = f"SELECT $this ?value WHERE {{ {missing} }}".replace("?this", "$this")
    plain.head.append(("sh:sparql", [blank([("a", ["sh:SPARQLConstraint"]), ("sh:select", [literal(query)])])]))
    yield from plain.blocks()


def _naming(name: str, terms: tuple[str, str, str], schema: Schema) -> Iterator[str]:
    relation, source, target = terms
    shape = Shape(name, ("sh:targetSubjectsOf", [relation]), None, "does not name its triple")
    shape.head.append(("sh:class", ["gg:Statement"]))
    known = ("sh:in", [listed(f"gg:{kind}" for kind in schema.relations)])
    shape.part("relation", relation, "is of no relation of the schema", *ONE, known)
    for end, path in (("subject", source), ("object", target)):
        shape.part(end, path, f"has not one {end} that is a node", *ONE, one_of(tuple(schema.nodes)))
    yield from shape.blocks()


def _evidence(schema: Schema) -> Iterator[str]:
    meaning, said = schema.statement_classes["Evidence"], schema.statement_properties
    shape = Shape("Evidence", ("sh:targetClass", ["gg:Evidence"]), meaning, "is no sound evidence")
    quote = *ONE, ("sh:datatype", ["rdf:langString"]), ("sh:minLength", ["1"])
    shape.part("quote", "gg:quote", "has not one quote in a language", *quote, meaning=said["quote"])
    rule = *ONE, ("sh:datatype", ["xsd:string"])
    shape.part("rule", "gg:rule", "has not one rule", *rule, meaning=said["rule"])
    shape.part("confidence", "gg:confidence", "has not one confidence from 0 to 1", *_SURE, meaning=said["confidence"])
    passage = *ONE, ("sh:nodeKind", ["sh:IRI"]), ("sh:pattern", [literal(_PASSAGE)])
    shape.part("passage", "prov:wasQuotedFrom", "does not name one passage of an article (…#char=from,to)", *passage)
    owner = *ONE, ("sh:class", ["gg:Statement"])
    shape.part("statement", blank([("sh:inversePath", ["gg:evidence"])]), "proves not one statement", *owner)
    yield from shape.blocks()


def _full(name: str, prefixes: Mapping[str, str]) -> str:
    prefix, _, local = name.partition(":")
    return prefixes[prefix] + local


_SURE: tuple[Pair, ...] = (
    ("sh:minCount", ["1"]),
    ("sh:maxCount", ["1"]),
    ("sh:datatype", datatypes("number")),
    ("sh:minInclusive", ["0"]),
    ("sh:maxInclusive", ["1"]),
)


def _qualifiers(schema: Schema) -> dict[str, list[str]]:
    """The properties of relations, each with the relations that have it."""
    found: dict[str, list[str]] = {}
    for relation in schema.relations.values():
        for name in relation.properties:
            found.setdefault(name, []).append(relation.type)
    return found
