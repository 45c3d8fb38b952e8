"""The ontology: OWL in Turtle, made from the schema."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.ontology.terms import (
    ANNOTATION,
    CLASS,
    NAMESPACES,
    PROPERTY,
    RELATION,
    OntologyTerm,
    own_terms,
    standard_terms,
    vocabularies,
)
from graph.ontology.turtle import Pair, blank, block, comments, document, listed, literal, names
from graph.schema import load_schema
from graph.vocabulary import BASE, own_prefixes

LICENSE = "https://spdx.org/licenses/MIT"

_TYPES = {
    CLASS: "owl:Class",
    RELATION: "owl:ObjectProperty",
    PROPERTY: "owl:DatatypeProperty",
    ANNOTATION: "owl:AnnotationProperty",
}


def ontology(base: str = BASE) -> str:
    """Return the ontology as Turtle. `base` is what our own IRIs begin with; the same base gives the same bytes.

    Raises InvalidNameError for a base that is no absolute IRI with `/` or `:` at its end.
    """
    return document({**NAMESPACES, **own_prefixes(base)}, _blocks(base))


def ontology_iri(base: str = BASE) -> str:
    """Return the IRI of the ontology itself: that of its terms without the last mark."""
    return own_prefixes(base)["gg"][:-1]


def _blocks(base: str) -> Iterator[str]:
    schema, itself = load_schema(), f"<{ontology_iri(base)}>"
    yield block(
        itself,
        [
            ("a", ["owl:Ontology"]),
            ("dcterms:title", names(schema.about)),
            ("dcterms:description", comments(schema.about)),
            ("rdfs:label", names(schema.about)),
            ("dcterms:license", [f"<{LICENSE}>"]),
            ("owl:versionInfo", [literal(schema.version)]),
            ("owl:versionIRI", [f"<{ontology_iri(base)}{base[-1]}{schema.version}>"]),
            ("vann:preferredNamespacePrefix", [literal("gg")]),
            ("vann:preferredNamespaceUri", [literal(own_prefixes(base)["gg"])]),
        ],
    )
    for term in own_terms():
        yield block(term.name, _own(term, itself))
    classes = [term.name for term in own_terms() if term.kind == CLASS]
    yield block("[]", [("a", ["owl:AllDisjointClasses"]), ("owl:members", [listed(classes)])])
    for term in own_terms():
        yield from _words(term, itself)
    yield block(
        "gg:govgraph",
        [
            ("a", ["owl:NamedIndividual", "prov:SoftwareAgent"]),
            ("rdfs:label", [literal("govgraph", "zh"), literal("govgraph", "en")]),
            ("rdfs:isDefinedBy", [itself]),
        ],
    )
    for term in standard_terms():
        where = vocabularies()[term.name.partition(":")[0]].iri
        pairs = [("a", [_TYPES[term.kind]]), ("rdfs:label", names(term.meaning)), ("rdfs:isDefinedBy", [f"<{where}>"])]
        yield block(term.name, pairs)


def _own(term: OntologyTerm, itself: str) -> Iterator[Pair]:
    yield (
        "a",
        [
            _TYPES[term.kind],
            *(["owl:SymmetricProperty"] if term.symmetric else []),
            *(["owl:TransitiveProperty"] if term.transitive else []),
        ],
    )
    yield "rdfs:label", names(term.meaning)
    yield "rdfs:comment", comments(term.meaning)
    yield "rdfs:subClassOf" if term.kind == CLASS else "rdfs:subPropertyOf", [_above(name) for name in term.above]
    yield "skos:closeMatch", term.close
    if term.kind != CLASS:
        yield "rdfs:domain", [_any(term.domain, "owl:Class")]
        yield "rdfs:range", [_range(term)]
    yield "rdfs:isDefinedBy", [itself]


def _above(name: str) -> str:
    return blank([("owl:inverseOf", [name[1:]])]) if name.startswith("^") else name


def _range(term: OntologyTerm) -> str:
    if term.words:
        words = listed(literal(word) for word in term.words)
        return blank([("a", ["rdfs:Datatype"]), ("owl:oneOf", [words])])
    return _any(term.range, "owl:Class" if term.kind == RELATION else "rdfs:Datatype")


def _any(members: Sequence[str], kind: str) -> str:
    if len(members) == 1:
        return members[0]
    return blank([("a", [kind]), ("owl:unionOf", [listed(members)])])


def _words(term: OntologyTerm, itself: str) -> Iterator[str]:
    """The permitted words of a property as concepts: the data's words are their notations."""
    if not term.words:
        return
    scheme = f"{term.name}-words"
    concepts = {word: f"{term.name}-{word}" for word in term.words}
    yield block(
        scheme,
        [
            ("a", ["skos:ConceptScheme"]),
            ("rdfs:label", names(term.meaning)),
            ("rdfs:seeAlso", [term.name]),
            ("skos:hasTopConcept", list(concepts.values())),
            ("rdfs:isDefinedBy", [itself]),
        ],
    )
    for word, meaning in term.words.items():
        pairs = [
            ("a", ["skos:Concept"]),
            ("skos:notation", [literal(word)]),
            ("rdfs:label", names(meaning)),
            ("skos:prefLabel", names(meaning)),
            ("skos:inScheme", [scheme]),
            ("rdfs:isDefinedBy", [itself]),
        ]
        yield block(concepts[word], pairs)
