"""Whether an ontology is complete, without a reasoner: typed, labelled and explained terms with domain and range.

It reads any ontology in Turtle that names its namespace (`vann:preferredNamespaceUri`) as ours does.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from graph.errors import UnreadableInputError
from graph.ontology.terms import NAMESPACES

_LANGUAGES = ("zh", "en")
_BUILT_IN = ("rdf", "rdfs", "owl", "xsd")
_CLASS, _OBJECT, _DATA, _ANNOTATION = (
    "owl:Class",
    "owl:ObjectProperty",
    "owl:DatatypeProperty",
    "owl:AnnotationProperty",
)
_PROPERTIES = (_OBJECT, _DATA, _ANNOTATION)
_NAMING = {
    "rdf:type": _CLASS,
    "rdfs:subClassOf": _CLASS,
    "rdfs:domain": _CLASS,
    "rdfs:subPropertyOf": None,
    "rdfs:range": None,
    "owl:inverseOf": None,
    "owl:unionOf": None,
    "owl:members": None,
    "skos:closeMatch": None,
}
"""Where a term stands as an object, and what it must be there where that is always the same."""


def lint(text: str) -> list[str]:
    """Return what is wrong with the ontology, one sentence a problem, sorted by term; nothing when it is complete.

    Raises UnreadableInputError for text that is no Turtle.
    """
    ontology = _Ontology(text)
    own = re.compile(f"{re.escape(ontology.namespace or '<')}([^<>]*)>")
    return sorted({own.sub(r"gg:\1", problem) for problem in ontology.problems()})


class _Ontology:
    """The statements of an ontology by their subjects, with IRIs shortened by the well-known prefixes."""

    def __init__(self, text: str) -> None:
        from pyoxigraph import Literal, RdfFormat, parse

        self.about: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self.texts: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
        self.used: set[str] = set()
        try:
            for triple in parse(text, format=RdfFormat.TURTLE):
                subject, predicate = _short(str(triple.subject)), _short(str(triple.predicate))
                self.used.add(predicate)
                if isinstance(triple.object, Literal):
                    self.texts[subject, predicate].append((triple.object.language or "", triple.object.value))
                    self.about[subject]
                else:
                    self.about[subject][predicate].append(_short(str(triple.object)))
        except SyntaxError as error:
            raise UnreadableInputError(f"the ontology is no Turtle: {error}") from error
        self.itself = [subject for subject, said in self.about.items() if "owl:Ontology" in said["rdf:type"]]
        spaces = [
            value for itself in self.itself for _, value in self.texts[itself, "vann:preferredNamespaceUri"] if value
        ]
        self.namespace = f"<{spaces[0]}" if spaces else None

    def problems(self) -> Iterator[str]:
        if len(self.itself) != 1 or self.namespace is None:
            yield "there must be one owl:Ontology that names its vann:preferredNamespaceUri"
            return
        yield from self._texts(self.itself[0], "dcterms:title")
        yield from self._texts(self.itself[0], "dcterms:description")
        terms = [name for name in list(self.about) if not name.startswith("_:") and name != self.itself[0]]
        for term in terms:
            yield from self._term(term)
        yield from self._undeclared()
        yield from self._namesakes(terms)

    def _term(self, term: str) -> Iterator[str]:
        types = self.about[term]["rdf:type"]
        if not types:
            yield f"{term}: has no type"
        yield from self._texts(term, "rdfs:label")
        if not self.about[term]["rdfs:isDefinedBy"]:
            yield f"{term}: does not say where it is defined"
        for above in self.about[term]["rdfs:subPropertyOf"]:
            name = next(iter(self.about[above]["owl:inverseOf"]), above)
            if not set(types) & set(self.about[name]["rdf:type"]) & set(_PROPERTIES):
                yield f"{term}: {name} above it is another sort of property"
        if self.namespace is None or not term.startswith(self.namespace):
            return
        if {_CLASS, *_PROPERTIES} & set(types):
            yield from self._texts(term, "rdfs:comment")
        for place in ("rdfs:domain", "rdfs:range") if {_OBJECT, _DATA} & set(types) else ():
            yield from self._place(term, place, _DATA in types and place == "rdfs:range")

    def _texts(self, term: str, predicate: str) -> Iterator[str]:
        given = Counter(language for language, text in self.texts[term, predicate] if text.strip())
        for language in _LANGUAGES:
            if given[language] != 1:
                yield f"{term}: has {given[language]} {predicate} in {language!r} and needs one"

    def _place(self, term: str, place: str, values: bool) -> Iterator[str]:
        found = self.about[term][place]
        if len(found) != 1:
            yield f"{term}: states {len(found)} {place} and needs one (a union, where several apply)"
            return
        members = self._members(found[0])
        if not members and not self.about[found[0]]["owl:oneOf"]:
            yield f"{term}: its {place} is empty"
        for member in members:
            if values != (_sort(member) in ("xsd", "rdf:langString")):
                yield f"{term}: {member} is no {'datatype' if values else 'class'} for its {place}"

    def _members(self, name: str) -> list[str]:
        """The classes or datatypes that a name stands for: itself, or those of a union."""
        if not name.startswith("_:"):
            return [name]
        members, rest = [], next(iter(self.about[name]["owl:unionOf"]), "rdf:nil")
        while rest != "rdf:nil" and self.about[rest]["rdf:first"]:
            members += self.about[rest]["rdf:first"]
            rest = next(iter(self.about[rest]["rdf:rest"]), "rdf:nil")
        return members

    def _undeclared(self) -> Iterator[str]:
        for predicate in self.used:
            if not self._known(predicate, None):
                yield f"{predicate}: is used and not declared"
        for subject, said in list(self.about.items()):
            for place, sort in _NAMING.items():
                for name in said.get(place, ()):
                    if not name.startswith("_:") and not self._known(name, sort):
                        yield f"{name}: is used in {place} of {subject} and not declared{f' as {sort}' if sort else ''}"
            for name in said.get("rdf:first", ()):
                if not name.startswith("_:") and not self._known(name, None):
                    yield f"{name}: is used in a list and not declared"

    def _known(self, name: str, sort: str | None) -> bool:
        if _sort(name) in (*_BUILT_IN, "rdf:langString"):
            return True
        types = self.about[name]["rdf:type"] if name in self.about else []
        return sort in types if sort else bool(types)

    def _namesakes(self, terms: list[str]) -> Iterator[str]:
        called: dict[str, list[str]] = defaultdict(list)
        for term in terms:
            if self.namespace and term.startswith(self.namespace) and (term, "rdfs:comment") in self.texts:
                for language, text in self.texts[term, "rdfs:label"]:
                    called[f"{text!r} in {language!r}"].append(term)
        for text, holders in called.items():
            if len(holders) > 1:
                yield f"{' and '.join(sorted(holders))}: are both called {text}"


def _short(iri: str) -> str:
    """The IRI with its prefix, where it is a well-known one and none of ours."""
    for prefix, start in NAMESPACES.items():
        if prefix not in ("gg", "node", "edge", "graph") and iri.startswith(f"<{start}"):
            return f"{prefix}:{iri[len(start) + 1 : -1]}"
    return iri


def _sort(name: str) -> str:
    return name if name == "rdf:langString" else name.partition(":")[0]
