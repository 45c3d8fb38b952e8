"""The shapes of statements: the edges as things of their own, how they name their triple, and their evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.ontology.shape import ONE, Shape, has_id, holds
from graph.ontology.terms import datatypes
from graph.ontology.turtle import Pair, blank, listed, literal
from graph.schema import Schema

_PASSAGE = "#char=[0-9]+,[0-9]+$"
_NAMES = {
    end: (f"gg:{end}", f"rdf:{'predicate' if end == 'relation' else end}") for end in ("subject", "relation", "object")
}
"""How a statement names its triple: in our own terms, or as a reification does."""

_TARGET = "sh:targetClass", ["gg:Statement"]


def statement_shapes(schema: Schema, prefixes: Mapping[str, str]) -> Iterator[str]:
    """Yield the shapes. `prefixes` give the full IRIs that the query in them needs."""
    yield from _statement(schema)
    yield from _background()
    yield from _qualifiers(schema)
    yield from _plain(prefixes)
    yield from _membership()
    yield from _evidence(schema)


def _statement(schema: Schema) -> Iterator[str]:
    said = schema.statement_properties
    shape = Shape("Statement", _TARGET, schema.statement_classes["Statement"], "is no sound statement")
    has_id(shape)
    for end, paths in _NAMES.items():
        known = ("sh:in", [listed(f"gg:{kind}" for kind in schema.relations)])
        rule = known if end == "relation" else ("sh:nodeKind", ["sh:IRI"])
        what = "relation of the schema" if end == "relation" else f"{end} that is a node"
        shape.part(end, _either(*paths), f"has not one {what}", *ONE, rule, meaning=said[end])
    # Articles say it, then there are words, a confidence and a source, or none does, then it is background.
    for name, path in (("evidence", "gg:evidence"), ("source", "prov:wasDerivedFrom")):
        lack = f"has no {name} and is no background"
        shape.part(f"{name}-or-background", _either(path, "gg:background"), lack, ONE[0])
    sure = "has not one confidence and is no background, or has a confidence and is background"
    shape.part("confidence-or-background", _either("gg:confidence", "gg:background"), sure, *ONE)
    range_ = "has a confidence that is not from 0 to 1"
    shape.part("confidence", "gg:confidence", range_, *_SURE, meaning=said["confidence"])
    article = "sh:class", ["gg:Article"]
    shape.part("source", "prov:wasDerivedFrom", "names as its source what is no article", article)
    shape.part("neededBy", "gg:neededBy", "is needed by what is no article", article, meaning=said["neededBy"])
    words = "has evidence that is none"
    shape.part("evidence", "gg:evidence", words, ("sh:class", ["gg:Evidence"]), meaning=said["evidence"])
    for name, kind in {n: k for relation in schema.relations.values() for n, k in relation.properties.items()}.items():
        holds(shape, name, kind, schema.properties[name])
    yield from shape.blocks()


def _background() -> Iterator[str]:
    shape = Shape("Background", ("sh:targetSubjectsOf", ["gg:background"]), None, "is no sound background")
    shape.head.append(("sh:class", ["gg:Statement"]))
    shape.part("true", "gg:background", "is background in another way than true", ("sh:in", [listed(["true"])]))
    shape.part("evidence", "gg:evidence", "is background and has evidence", ("sh:maxCount", ["0"]))
    yield from shape.blocks()


def _qualifiers(schema: Schema) -> Iterator[str]:
    """What only some relations have, other relations have not. An article with a title is no statement, and passes."""
    for relation in schema.relations.values():
        if relation.properties:
            own = [f"gg:{name}" for name in relation.properties]
            shape = Shape(f"Only-{relation.type}", ("sh:targetSubjectsOf", own), None, "has what it should not have")
            has = f"has a property that only {relation.type} has ({', '.join(relation.properties)})"
            shape.part("relation", _either(*_NAMES["relation"]), has, ("sh:in", [listed([f"gg:{relation.type}"])]))
            yield from shape.blocks()


def _plain(prefixes: Mapping[str, str]) -> Iterator[str]:
    """The statements whose triple is missing, found by one query: asked for each statement it would take too long."""
    shape = Shape("Plain", ("sh:targetNode", ["gg:Statement"]), None, "names a triple that is not there")
    source, relation, end = ("|".join(f"<{_full(name, prefixes)}>" for name in names) for names in _NAMES.values())
    missing = f"?value a $this ; {source} ?s ; {relation} ?p ; {end} ?o FILTER NOT EXISTS {{ ?s ?p ?o }}"
    query = [("a", ["sh:SPARQLConstraint"]), ("sh:select", [literal(f"SELECT $this ?value WHERE {{ {missing} }}")])]
    shape.head.append(("sh:sparql", [blank(query)]))
    yield from shape.blocks()


def _membership() -> Iterator[str]:
    shape = Shape("Membership", ("sh:targetClass", ["org:Membership"]), None, "is no sound membership")
    shape.part("member", "org:member", "has not one person as its member", *ONE, ("sh:class", ["gg:Person"]))
    shape.part("organization", "org:organization", "has not one organization", *ONE, ("sh:nodeKind", ["sh:IRI"]))
    yield from shape.blocks()


def _evidence(schema: Schema) -> Iterator[str]:
    meaning, said = schema.statement_classes["Evidence"], schema.statement_properties
    shape = Shape("Evidence", ("sh:targetClass", ["gg:Evidence"]), meaning, "is no sound evidence")
    quote = *ONE, ("sh:datatype", ["rdf:langString"]), ("sh:minLength", ["1"])
    shape.part("quote", "gg:quote", "has not one quote in a language", *quote, meaning=said["quote"])
    rule = *ONE, ("sh:datatype", ["xsd:string"])
    shape.part("rule", "gg:rule", "has not one rule", *rule, meaning=said["rule"])
    shape.part(
        "confidence", "gg:confidence", "has not one confidence from 0 to 1", *ONE, *_SURE, meaning=said["confidence"]
    )
    passage = *ONE, ("sh:nodeKind", ["sh:IRI"]), ("sh:pattern", [literal(_PASSAGE)])
    shape.part("passage", "prov:wasQuotedFrom", "does not name one passage of an article (…#char=from,to)", *passage)
    owner = *ONE, ("sh:class", ["gg:Statement"])
    shape.part("statement", blank([("sh:inversePath", ["gg:evidence"])]), "proves not one statement", *owner)
    yield from shape.blocks()


def _either(*paths: str) -> str:
    return blank([("sh:alternativePath", [listed(paths)])])


def _full(name: str, prefixes: Mapping[str, str]) -> str:
    prefix, _, local = name.partition(":")
    return prefixes[prefix] + local


_SURE: tuple[Pair, ...] = (
    ("sh:datatype", datatypes("number")),
    ("sh:minInclusive", ["0"]),
    ("sh:maxInclusive", ["1"]),
)
