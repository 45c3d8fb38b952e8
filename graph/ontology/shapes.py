"""The shapes: SHACL in Turtle, made from the schema; what the graph's RDF must look like.

Each node type, each relation, the statement, its two ways to name a triple, and the evidence have a shape of their own
(`gg:Meeting-shape`, `gg:CONVENED-shape`); its parts are shapes with names too (`gg:Meeting-shape-date`). An IRI in the
data that has an id must be something that the schema knows (`gg:Element-shape`). Users may add terms of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.ontology.owl import ontology_iri
from graph.ontology.shape import Shape, has_id, holds, one_of
from graph.ontology.statement_shapes import statement_shapes
from graph.ontology.terms import NAMESPACES
from graph.ontology.turtle import Pair, blank, block, document, listed, literal
from graph.schema import NodeType, RelationType, Schema, load_schema
from graph.vocabulary import BASE, own_prefixes


def shapes(base: str = BASE) -> str:
    """Return the shapes as Turtle. `base` is what our own IRIs begin with; the same base gives the same bytes.

    Raises InvalidNameError for a base that is no absolute IRI with `/` or `:` at its end.
    """
    prefixes = {**NAMESPACES, **own_prefixes(base)}
    return document(prefixes, _blocks(load_schema(), base, prefixes))


def _blocks(schema: Schema, base: str, prefixes: Mapping[str, str]) -> Iterator[str]:
    header = [("a", ["owl:Ontology"]), ("rdfs:label", [literal("SHACL", "zh"), literal("SHACL", "en")])]
    yield block(f"<{ontology_iri(base)}{base[-1]}shapes>", [*header, ("rdfs:seeAlso", [f"<{ontology_iri(base)}>"])])
    yield from _element(schema)
    for node in schema.nodes.values():
        yield from _node(node, schema)
    for relation in schema.relations.values():
        yield from _relation(relation)
    yield from statement_shapes(schema, prefixes)


def _element(schema: Schema) -> Iterator[str]:
    known = [f"gg:{name}" for name in (*schema.nodes, "Statement")]
    shape = Shape("Element", ("sh:targetSubjectsOf", ["dcterms:identifier"]), None, "is no node and no edge")
    rules = ("sh:qualifiedValueShape", [blank([("sh:in", [listed(known)])])])
    counts: list[Pair] = [("sh:qualifiedMinCount", ["1"]), ("sh:qualifiedMaxCount", ["1"])]
    shape.part("type", "rdf:type", "has not exactly one type of the schema", rules, *counts)
    yield from shape.blocks()


def _node(node: NodeType, schema: Schema) -> Iterator[str]:
    shape = Shape(node.label, ("sh:targetClass", [f"gg:{node.label}"]), node, f"is no sound {node.label}")
    shape.head.append(("sh:nodeKind", ["sh:IRI"]))
    has_id(shape)
    for name, path in (("label", "rdfs:label"), ("prefLabel", "skos:prefLabel")):
        shape.part(name, path, f"has not one name as {path} in each language", ("sh:minCount", ["1"]), *_NAME)
    for standard in node.standard:
        local = standard.replace(":", "-")
        shape.part(f"is-{local}", "rdf:type", f"is not also of the type {standard}", ("sh:hasValue", [standard]))
    if node.label != "Article":
        other = "has another name that is no text in a language"
        shape.part("altLabel", "skos:altLabel", other, *_NAME[1:])
        says = ("sh:minCount", ["1"]), ("sh:class", ["gg:Article"])
        shape.part("source", "prov:wasDerivedFrom", "does not say which article names it", *says)
    for name, kind in node.properties.items():
        holds(shape, name, kind, schema.properties[name])
    yield from shape.blocks()


_NAME: tuple[Pair, ...] = (
    ("sh:uniqueLang", ["true"]),
    ("sh:datatype", ["rdf:langString"]),
    ("sh:minLength", ["1"]),
)


def _relation(relation: RelationType) -> Iterator[str]:
    path = f"gg:{relation.type}"
    sources = ", ".join(relation.source)
    shape = Shape(relation.type, ("sh:targetSubjectsOf", [path]), relation, f"has {relation.type} and is no {sources}")
    shape.head.append(one_of(relation.source))
    targets = ", ".join(relation.target)
    shape.part("target", path, f"has {relation.type} to what is no {targets}", one_of(relation.target))
    yield from shape.blocks()
