"""The ontology explains every term that the schema and the exported data have, and its lint finds what is missing."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS, Literal, URIRef

from graph.errors import InvalidNameError, UnreadableInputError
from graph.export import FORMATS, export
from graph.ontology.lint import lint
from graph.ontology.owl import ontology
from graph.ontology.shapes import shapes
from graph.ontology.terms import own_terms, standard_terms, vocabularies
from graph.schema import load_schema
from graph.store import GraphStore
from graph.vocabulary import PREFIXES
from tests.graph import riot

DOCS = Path(__file__).parents[2] / "docs" / "ontology"
GG = PREFIXES["gg"]
BASES = ["urn:govgraph:", "https://example.org/kg/", "urn:example:policy:"]


@pytest.fixture(scope="module")
def owl() -> rdflib.Graph:
    """The ontology, as a library reads it."""
    return rdflib.Graph().parse(data=ontology(), format="turtle")


@pytest.mark.parametrize("base", BASES)
def test_the_ontology_is_complete_under_every_base(base: str) -> None:
    text = ontology(base)
    assert lint(text) == []
    assert text == ontology(base)
    assert f"<{base}schema>\n    a owl:Ontology" in text
    assert base == "urn:govgraph:" or "urn:govgraph:" not in text + shapes(base)


@pytest.mark.parametrize(
    "base", ["x", "", "https://example.org/kg", "https://example.org/k g/", "https://example.org/#/"]
)
def test_a_base_is_an_iri_with_an_end(base: str) -> None:
    with pytest.raises(InvalidNameError, match="is no base of names"):
        ontology(base)


@pytest.mark.parametrize("make", [ontology, shapes])
def test_two_libraries_read_the_same(make) -> None:
    text = make()
    assert len(rdflib.Graph().parse(data=text, format="turtle")) == len(
        list(pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.TURTLE))
    )


@pytest.mark.jena
def test_jena_reads_both_without_a_warning() -> None:
    assert riot.complaints([DOCS / "govgraph.ttl", DOCS / "shapes.ttl"]) == []


@pytest.mark.parametrize(("name", "make"), [("govgraph.ttl", ontology), ("shapes.ttl", shapes)])
def test_the_published_files_are_those_of_the_schema(name: str, make) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == make(), "run: make docs"


def test_every_word_of_the_schema_is_explained_in_both_languages(owl: rdflib.Graph) -> None:
    schema = load_schema()
    kinds = {
        OWL.Class: {*schema.nodes, *schema.statement_classes},
        OWL.ObjectProperty: {
            *schema.relations,
            *(
                n
                for n, p in schema.statement_properties.items()
                if p.range in ("node", "relation", "Article", "Evidence")
            ),
        },
        OWL.DatatypeProperty: {
            name for t in (*schema.nodes.values(), *schema.relations.values()) for name in t.properties
        },
    }
    assert sum(map(len, kinds.values())) >= 60
    for kind, names in kinds.items():
        for name in names:
            term = URIRef(GG + name)
            assert (term, RDF.type, kind) in owl
            for predicate in (RDFS.label, RDFS.comment):
                texts = {text.language: str(text) for text in owl.objects(term, predicate) if isinstance(text, Literal)}
                assert sorted(texts) == ["en", "zh"], (name, predicate)
                assert any("\u4e00" <= c <= "\u9fff" for c in texts["zh"]), name
                assert texts["en"].isascii(), name


def test_permitted_words_are_concepts_with_the_word_as_notation(owl: rdflib.Graph) -> None:
    schema = load_schema()
    listed = {(n, kind) for t in schema.nodes.values() for n, kind in t.properties.items() if isinstance(kind, tuple)}
    assert {name for name, _ in listed} == {name for name, p in schema.properties.items() if p.words}
    for name, kind in listed:
        concepts = owl.subjects(SKOS.inScheme, URIRef(f"{GG}{name}-words"))
        assert {str(owl.value(c, SKOS.notation)) for c in concepts} == set(kind)


def test_domains_and_ranges_are_those_of_the_schema() -> None:
    terms = {term.local: term for term in own_terms()}
    for kind, relation in load_schema().relations.items():
        assert terms[kind].domain == tuple(f"gg:{label}" for label in relation.source)
        assert terms[kind].range == tuple(f"gg:{label}" for label in relation.target)
    assert terms["title"].domain == ("gg:Article", "gg:Statement")
    assert terms["number"].range == ("xsd:string", *terms["confidence"].range)
    # headline is what an article's title is; a post's title is none, so it only comes close
    assert (terms["title"].above, terms["title"].close[0]) == ((), "schema:headline")
    assert terms["unit"].above == ("schema:unitText",)
    assert terms["CONVENED"].above == ("^schema:organizer",)


def test_the_standards_that_fit_are_used() -> None:
    used = {name.lstrip("^").split(":")[0] for term in own_terms() for name in (*term.above, *term.close)}
    assert {"org", "schema", "prov", "skos", "time", "dcterms"} <= used <= set(vocabularies())


def test_every_standard_term_is_used_somewhere() -> None:
    named = {name.lstrip("^") for term in own_terms() for name in (*term.above, *term.close)}
    text = ontology() + shapes()
    for term in standard_terms():
        in_data = term.name.split(":")[0] in PREFIXES
        assert term.name in named or text.count(term.name) > 1 or in_data, term.name


def terms_of(path: Path, format_: pyoxigraph.RdfFormat) -> set[str]:
    """The properties and classes that a file of data uses."""
    used = set()
    for quad in pyoxigraph.parse(path=str(path), format=format_):
        used.add(quad.predicate.value)
        if quad.predicate.value == str(RDF.type):
            used.add(quad.object.value)
    return used


@pytest.mark.parametrize(
    "name", [n for n, f in FORMATS.items() if pyoxigraph.RdfFormat.from_extension(f.suffix[1:] or "-")]
)
def test_exported_data_uses_only_terms_that_are_declared(
    store: GraphStore, tmp_path: Path, owl: rdflib.Graph, name: str
) -> None:
    path = export(store, name, tmp_path / "exported").files[0]
    known = {str(s) for s in owl.subjects(RDF.type)} | {str(RDF.type), str(RDFS.label)}
    format_ = pyoxigraph.RdfFormat.from_extension(FORMATS[name].suffix[1:])
    assert terms_of(path, format_) - known == set()


HEAD = ontology()
LINT = [
    ("", "", []),
    (
        "gg:Meeting\n    a owl:Class ;",
        "gg:Meeting",
        ["gg:Meeting: has no type", "gg:Meeting: is used in a list and not declared"],
    ),
    ('"会议"@zh , "meeting"@en', '"meeting"@en', ["gg:Meeting: has 0 rdfs:label in 'zh' and needs one"]),
    ('"会议"@zh , ', '"会议"@zh , "大会"@zh , ', ["gg:Meeting: has 2 rdfs:label in 'zh' and needs one"]),
    ('"会议"@zh', '"活动"@zh', ["gg:Activity and gg:Meeting: are both called '活动' in 'zh'"]),
    (' , "Whose number it is"@en', "", ["gg:HAS_MEASUREMENT: has 0 rdfs:comment in 'en' and needs one"]),
    (
        "    rdfs:domain gg:Place ;\n    rdfs:range gg:Place ;",
        "    rdfs:domain gg:Place ;",
        ["gg:PART_OF: states 0 rdfs:range"],
    ),
    ("    rdfs:domain gg:Place ;\n", "", ["gg:PART_OF: states 0 rdfs:domain", "gg:code: states 0 rdfs:domain"]),
    (
        "rdfs:range gg:Measurement",
        "rdfs:range xsd:string",
        ["gg:HAS_MEASUREMENT: xsd:string is no class for its rdfs:range"],
    ),
    ("rdfs:range rdf:langString", "rdfs:range gg:Place", ["gg:quote: gg:Place is no datatype for its rdfs:range"]),
    (
        "rdfs:subPropertyOf schema:author",
        "rdfs:subPropertyOf schema:headline",
        ["gg:REPORTED_BY: schema:headline above it"],
    ),
    (
        "rdfs:subClassOf schema:Place",
        "rdfs:subClassOf schema:Spot",
        ["schema:Spot: is used in rdfs:subClassOf of gg:Place"],
    ),
    ("skos:closeMatch org:linkedTo", "skos:broadMatch org:linkedTo", ["skos:broadMatch: is used and not declared"]),
    ("vann:preferredNamespaceUri", "vann:uri", ["there must be one owl:Ontology"]),
    ('dcterms:title "政策知识图谱"@zh , ', "dcterms:title ", ["has 0 dcterms:title in 'zh'"]),
]


@pytest.mark.parametrize(("old", "new", "expected"), LINT)
def test_lint_finds_what_is_missing(old: str, new: str, expected: list[str]) -> None:
    assert old in HEAD or not expected
    found = lint(HEAD.replace(old, new) if old else HEAD)
    for part in expected:
        assert any(part in line for line in found), found
    assert bool(found) == bool(expected)


def test_lint_needs_turtle() -> None:
    with pytest.raises(UnreadableInputError, match="is no Turtle"):
        lint("gg:Meeting a")
