"""Every term of the ontology: what the schema has, and the terms of published vocabularies that go with it.

Names are prefixed (`gg:Meeting`, `schema:Event`), so they stay the same under every base.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

import yaml

from graph.schema import Kind, Schema, Term, load_schema
from graph.vocabulary import PREFIXES

CLASS, RELATION, PROPERTY, ANNOTATION = "class", "relation", "property", "annotation"

DATATYPES = {
    "string": ("xsd:string",),
    "date": ("xsd:date", "xsd:gYearMonth", "xsd:gYear", "xsd:string"),
    "number": ("xsd:decimal",),
    "text": ("rdf:langString",),
    "boolean": ("xsd:boolean",),
}
"""What the values of a kind are in the data. A date that is a string is a stretch of days."""

NAMESPACES = {
    **PREFIXES,
    "owl": "http://www.w3.org/2002/07/owl#",
    "time": "http://www.w3.org/2006/time#",
    "sh": "http://www.w3.org/ns/shacl#",
    "vann": "http://purl.org/vocab/vann/",
}
"""The prefixes of the ontology and the shapes: those of the data and some more."""


@dataclass(frozen=True)
class OntologyTerm:
    """A class, a relation between things, a property with a value, or an annotation.

    `above` are the terms that follow from it (`^schema:organizer`: read backwards); `close` those that mean much the
    same. `domain` and `range` are the classes and datatypes of which one applies.
    """

    name: str
    kind: str
    meaning: Term
    above: tuple[str, ...] = ()
    close: tuple[str, ...] = ()
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    words: dict[str, Term] = field(default_factory=dict)
    symmetric: bool = False
    transitive: bool = False

    @property
    def local(self) -> str:
        """The name without its prefix."""
        return self.name.partition(":")[2]


@dataclass(frozen=True)
class Vocabulary:
    """A published vocabulary: what it is called and where it is defined."""

    name: str
    iri: str


@cache
def own_terms() -> tuple[OntologyTerm, ...]:
    """Return our own terms: classes, then relations, then properties, each in the order of the schema."""
    schema = load_schema()
    return (*_classes(schema), *_relations(schema), *_properties(schema))


@cache
def standard_terms() -> tuple[OntologyTerm, ...]:
    """Return the terms of published vocabularies that the data or the ontology uses."""
    return tuple(
        OntologyTerm(name, entry["is"], Term(entry["zh"], entry["en"])) for name, entry in _standards()["terms"].items()
    )


@cache
def vocabularies() -> dict[str, Vocabulary]:
    """Return the published vocabularies by their prefixes."""
    return {prefix: Vocabulary(**entry) for prefix, entry in _standards()["vocabularies"].items()}


def _standards() -> dict[str, dict[str, dict[str, str]]]:
    text = files("graph.ontology").joinpath("standards.yaml").read_text(encoding="utf-8")
    read: dict[str, dict[str, dict[str, str]]] = yaml.safe_load(text)
    return read


def _classes(schema: Schema) -> Iterator[OntologyTerm]:
    for name, node in schema.nodes.items():
        yield OntologyTerm(f"gg:{name}", CLASS, node, above=node.standard, close=node.close)
    for name, entry in schema.statement_classes.items():
        yield OntologyTerm(f"gg:{name}", CLASS, entry, close=entry.close)


def _relations(schema: Schema) -> Iterator[OntologyTerm]:
    for name, relation in schema.relations.items():
        yield OntologyTerm(
            f"gg:{name}",
            RELATION,
            relation,
            above=(relation.standard,) if relation.standard else (),
            close=relation.close,
            domain=_own(relation.source),
            range=_own(relation.target),
            symmetric=relation.symmetric,
            transitive=relation.transitive,
        )
    for name, entry in schema.statement_properties.items():
        if entry.range not in DATATYPES:
            ends = {"node": _own(schema.nodes), "relation": ("rdf:Property",)}.get(entry.range, (f"gg:{entry.range}",))
            yield OntologyTerm(f"gg:{name}", RELATION, entry, close=entry.close, domain=_own(entry.domain), range=ends)


def _properties(schema: Schema) -> Iterator[OntologyTerm]:
    for name, explained in schema.properties.items():
        kinds = holders(schema, name)
        # A standard term follows from ours only where it does so for all that have the property.
        common = set(explained.standard.values()) if set(explained.standard) == set(kinds) else set()
        follows = tuple(common) if len(common) == 1 else ()
        yield OntologyTerm(
            f"gg:{name}",
            PROPERTY,
            explained,
            above=follows,
            close=_once((*(explained.standard.values() if not follows else ()), *explained.close)),
            domain=_own(kinds),
            range=_once(datatype for kind in kinds.values() for datatype in datatypes(kind)),
            words=explained.words,
        )
    for name, entry in schema.statement_properties.items():
        if entry.range in DATATYPES:
            domain, values = _own(entry.domain), DATATYPES[entry.range]
            yield OntologyTerm(f"gg:{name}", PROPERTY, entry, close=entry.close, domain=domain, range=values)


def holders(schema: Schema, name: str) -> dict[str, Kind]:
    """Return the classes that have a property, each with the kind it has there; relations have it on `Statement`."""
    found = {label: node.properties[name] for label, node in schema.nodes.items() if name in node.properties}
    for relation in schema.relations.values():
        if name in relation.properties:
            found["Statement"] = relation.properties[name]
    return found


def datatypes(kind: Kind) -> tuple[str, ...]:
    """Return the datatypes that values of a kind have in the data; words are strings."""
    return DATATYPES["string"] if isinstance(kind, tuple) else DATATYPES[kind]


def _own(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"gg:{name}" for name in names)


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
