"""The shapes take every form of the exported graph, and each shape and each of its parts can be broken."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyoxigraph
import pyshacl
import pytest
import rdflib
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store
from rdflib import RDF, SH
from rdflib.collection import Collection

from graph.errors import BackendError, UnreadableInputError
from graph.export import FORMATS, export
from graph.fragment import ARTICLE, Article, Edge, Evidence, Fragment, Node
from graph.ontology.batches import opened
from graph.ontology.check import Findings, check
from graph.ontology.shapes import shapes
from graph.rdf import STATEMENTS
from graph.schema import load_schema
from graph.store import GraphStore
from graph.vocabulary import PREFIXES, iri, node_iri
from tests.graph import riot

RDF_FORMATS = [n for n, f in FORMATS.items() if pyoxigraph.RdfFormat.from_extension(f.suffix[1:] or "-")]
WANTED = rdflib.Graph().parse(data=shapes(), format="turtle")
SHAPES = sorted(str(s).removeprefix(PREFIXES["gg"]) for s in WANTED.subjects(RDF.type, SH.NodeShape))
PARTS = sorted(str(s).removeprefix(PREFIXES["gg"]) for s in WANTED.subjects(RDF.type, SH.PropertyShape))
TEXT = "全部在此"


def everything() -> Fragment:
    """An invented article with a node of every label, all their properties, and an edge of every relation."""
    values: dict[str, Any] = {"date": "2025-03-20", "number": 3.5}
    schema = load_schema()

    def filled(properties: dict[str, Any]) -> dict[str, Any]:
        return {
            n: kind[0] if isinstance(kind, tuple) else values.get(kind, f"{n}的值") for n, kind in properties.items()
        }

    nodes = [
        Node(label, label, f"某{kind.zh}", (f"{kind.zh}别名",), filled(kind.properties))
        for label, kind in schema.nodes.items()
        if label != "Article"
    ]
    nodes.append(Node("Place2", "Place", "另一地点", (), {"level": "province"}))
    proof = Evidence(0, len(TEXT), TEXT, "rule", 0.9)
    edges = []
    for kind, relation in schema.relations.items():
        source = ARTICLE if relation.source[0] == "Article" else relation.source[0]
        target = "Place2" if relation.target[0] == "Place" else relation.target[0]
        target = "Agency" if target == source else target
        edges.append(Edge(kind, source, target, (proof,), filled(relation.properties)))
    edges.append(Edge("LOCATED_IN", "Company", "Place", ()))
    about = {n: values.get(str(k), f"{n}的值") for n, k in schema.nodes["Article"].properties.items() if n != "title"}
    return Fragment(Article("a-1", title=TEXT, body="正文", **about), tuple(nodes), tuple(edges))


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> list[Quad]:
    """The triples of that article's graph."""
    folder = tmp_path_factory.mktemp("sound")
    with GraphStore.open(folder / "graph", create=True) as store:
        store.add([everything()])
        path = export(store, "nquads", folder / "sound.nq").files[0]
    with opened(path) as triples:
        return list(triples)


def judged(quads: Iterable[Quad], update: str = "") -> Findings:
    """What the check says of the triples, changed by a SPARQL update."""
    with TemporaryDirectory() as folder:
        store = Store(folder)
        store.bulk_extend(quads)
        if update:
            store.update(update, prefixes=PREFIXES)
        return check(store)


def found(quads: Iterable[Quad], update: str = "") -> dict[str, list[str]]:
    """The lines of that by shape."""
    findings = judged(quads, update)
    assert findings.elements > 0
    return {shape.removeprefix("gg:"): lines for shape, lines in findings.messages.items()}


def test_the_sound_graph_has_everything_and_is_sound(sound: list[Quad]) -> None:
    used = {quad.predicate.value for quad in sound} | {getattr(quad.object, "value", "") for quad in sound}
    schema = load_schema()
    for name in (*schema.nodes, *schema.relations, *schema.statement_classes, "level", "title", "background"):
        assert PREFIXES["gg"] + name in used
    assert found(sound) == {}


def test_the_shapes_are_well_formed() -> None:
    conforms, _, told = pyshacl.validate(rdflib.Graph(), shacl_graph=WANTED, meta_shacl=True)
    assert conforms, told


@pytest.mark.parametrize(
    ("name", "form"), [(n, STATEMENTS[0]) for n in RDF_FORMATS] + [("nquads", form) for form in STATEMENTS[1:]]
)
def test_every_export_is_what_the_shapes_ask_for(store: GraphStore, tmp_path: Path, name: str, form: str) -> None:
    path = export(store, name, tmp_path / f"g{FORMATS[name].suffix}", statements=form).files[0]
    with opened(path) as triples:
        findings = check(triples)
    assert list(findings.lines()) == []
    assert findings.elements == store.counts().nodes + store.counts().edges


def lose(label: str, predicate: str) -> str:
    return f"DELETE {{ ?n {predicate} ?v }} WHERE {{ ?n a gg:{label} ; {predicate} ?v }}"


def gain(label: str, said: str) -> str:
    return f"INSERT {{ ?n {said} }} WHERE {{ ?n a gg:{label} ; dcterms:identifier ?id }}"


def swap(label: str, predicate: str, value: str) -> str:
    change = f"DELETE {{ ?n {predicate} ?v }} INSERT {{ ?n {predicate} {value} }}"
    return f"{change} WHERE {{ ?n a gg:{label} ; {predicate} ?v }}"


BROKEN = {
    "Element": ("INSERT DATA { <urn:x> dcterms:identifier 'x' }", "has not exactly one type of the schema"),
    "Article": (swap("Article", "gg:date", "'gestern'"), "node Article:a-1: has a date"),
    "Person": (lose("Person", "prov:wasDerivedFrom"), "does not say which article names it"),
    "Agency": (swap("Agency", "gg:until", "'2018-13-01'^^xsd:date"), "'2018-13-01'"),
    "Company": (
        "DELETE { ?n a schema:Corporation } WHERE { ?n a gg:Company }",
        "not also of the type schema:Corporation",
    ),
    "Organization": (gain("Organization", "skos:prefLabel '又一个'@zh"), "has not one name as skos:prefLabel"),
    "Place": (swap("Place", "gg:level", "'planet'"), "none of country, province, prefecture"),
    "Meeting": (swap("Meeting", "gg:date", "'2025-02-30'^^xsd:date"), "has a date that is no day, month or year"),
    "Activity": (swap("Activity", "gg:kind", "'party'"), "'party'"),
    "Project": (lose("Project", "rdfs:label"), "has not one name as rdfs:label"),
    "Policy": (swap("Policy", "gg:number", "7"), "has a number that is not one string"),
    "Directive": (gain("Directive", "gg:deadline '2025'^^xsd:gYear"), "has a deadline"),
    "Measurement": (swap("Measurement", "gg:number", "'viel'"), "has a number that is not one number: 'viel'"),
    "Statement": (swap("Statement", "gg:confidence", "'sure'"), "edge "),
    "Background": ("INSERT { ?s gg:background true } WHERE { ?s gg:evidence ?e ; gg:title ?t }", "background and has"),
    "Only-HOLDS_POST": (
        "INSERT { ?s gg:from '2025'^^xsd:gYear } WHERE { ?s a gg:Statement FILTER NOT EXISTS { ?s gg:title ?t } }",
        "has a property that only HOLDS_POST has",
    ),
    "Plain": ("DELETE { ?a gg:CHAIRED ?b } WHERE { ?a gg:CHAIRED ?b }", "edge CHAIRED:"),
    "Membership": ("DELETE { ?m org:member ?p } WHERE { ?m org:member ?p }", "has not one person as its member"),
    "Evidence": (lose("Evidence", "gg:quote"), "(article a-1, characters 0 to 4)"),
}
"""For each shape an update of the sound graph that breaks it, and words of the message that it must give."""


def cases() -> Iterator[tuple[str, str, str]]:
    yield from ((f"{name}-shape", update, words) for name, (update, words) in BROKEN.items())
    for kind, relation in load_schema().relations.items():
        wrong = next(label for label in load_schema().nodes if label not in relation.target)
        to = f"INSERT {{ ?a gg:{kind} ?b }} WHERE {{ ?a gg:{kind} ?x . ?b a gg:{wrong} ; dcterms:identifier ?i }}"
        yield f"{kind}-shape", to, f"has {kind} to what is no {', '.join(relation.target)}: {wrong}:"
        wrong = next(label for label in load_schema().nodes if label not in relation.source)
        source = f"INSERT {{ ?b gg:{kind} ?x }} WHERE {{ ?a gg:{kind} ?x . ?b a gg:{wrong} ; dcterms:identifier ?i }}"
        yield f"{kind}-shape", source, f"has {kind} and is no {', '.join(relation.source)}"


CASES = list(cases())


def test_every_shape_has_a_case_that_breaks_it() -> None:
    assert len(SHAPES) >= 37
    assert {shape for shape, _, _ in CASES} == set(SHAPES)


@pytest.mark.parametrize(("shape", "update", "words"), CASES)
def test_a_broken_shape_is_found_and_told(sound: list[Quad], shape: str, update: str, words: str) -> None:
    broken = found(sound, update)
    own = [line for part, lines in broken.items() if part == shape or part.startswith(f"{shape}-") for line in lines]
    assert any(words in line for line in own), broken
    assert all("urn:govgraph" not in line for lines in broken.values() for line in lines)


def breaks(part: str) -> Iterator[tuple[str, str]]:
    """Every constraint of a part of a shape, and a SPARQL update of the sound graph that breaks it."""
    shape = rdflib.URIRef(PREFIXES["gg"] + part)
    path = _path(WANTED.value(shape, SH.path))
    target = _target(WANTED.value(None, SH.property, shape))
    on = f"{target} FILTER EXISTS {{ ?n {path} ?any }}"
    step = path.removeprefix("(").split("|")[0].rstrip(")")
    back = step.startswith("^")
    said = f"?v {step[1:]} ?n" if back else f"?n {step} ?v"
    without = f"DELETE {{ {said} }} WHERE {{ {on} {said} }}"

    def other(value: str) -> str:
        return f"DELETE {{ {said} }} INSERT {{ {said.replace('?v', value)} }} WHERE {{ {on} {said} }}"

    def more(value: str) -> str:
        return f"INSERT {{ {said.replace('?v', value)} }} WHERE {{ {on} {said} }}"

    rules = {
        SH.minCount: without.replace("?n gg:background ?any", "?n gg:confidence ?any"),
        SH.maxCount: more("<urn:x:more>"),
        SH.datatype: other("'wrong'^^xsd:hexBinary"),
        SH["in"]: other("'wrong'"),
        SH["or"]: other("'wrong'"),
        SH["class"]: more("<urn:x:more>"),
        SH.nodeKind: other("'wrong'"),
        SH.hasValue: f"DELETE {{ ?n {step} <{WANTED.value(shape, SH.hasValue)}> }} WHERE {{ {target} }}",
        SH.qualifiedMinCount: "DELETE { ?n a gg:Person } WHERE { ?n a gg:Person }",
        SH.qualifiedMaxCount: "INSERT { ?n a gg:Place } WHERE { ?n a gg:Person }",
        SH.uniqueLang: more("'又'@zh"),
        SH.minLength: other("''@zh") if (shape, SH.datatype, RDF.langString) in WANTED else other("''"),
        SH.pattern: other("<urn:x:nowhere>"),
        SH.minInclusive: other("'-1'^^" + _number()),
        SH.maxInclusive: other("'2'^^" + _number()),
    }
    for rule in WANTED.predicates(shape):
        if rule in rules and not (rule == SH.maxCount and WANTED.value(shape, SH.maxCount) == rdflib.Literal(0)):
            yield str(rule).removeprefix(str(SH)), rules[rule]
        elif rule == SH.maxCount:
            yield "maxCount", f"INSERT {{ ?n {step} <urn:x:more> }} WHERE {{ ?n gg:background true }}"


def _number() -> str:
    datatype = WANTED.value(rdflib.URIRef(PREFIXES["gg"] + "Evidence-shape-confidence"), SH.datatype)
    return f"<{datatype}>"


def _path(path: rdflib.term.Node | None) -> str:
    if isinstance(path, rdflib.URIRef):
        return f"<{path}>"
    if (inverse := WANTED.value(path, SH.inversePath)) is not None:
        return f"^<{inverse}>"
    either = WANTED.value(path, SH.alternativePath)
    return f"({'|'.join(f'<{p}>' for p in Collection(WANTED, either))})"


def _target(shape: rdflib.term.Node | None) -> str:
    for kind, form in ((SH.targetClass, "?n a <{}> ."), (SH.targetSubjectsOf, "?n <{}> ?target .")):
        if (target := next(iter(sorted(WANTED.objects(shape, kind))), None)) is not None:
            return form.format(target)
    raise AssertionError(shape)


def rounds() -> list[list[tuple[str, str]]]:
    """All those updates, sorted into as few graphs as keep those of one shape apart."""
    queues: dict[str, list[tuple[str, str]]] = {}
    for part in PARTS:
        owner = str(WANTED.value(None, SH.property, rdflib.URIRef(PREFIXES["gg"] + part)))
        queues.setdefault(owner, []).extend((part, update) for _, update in breaks(part))
    alone = [[case] for case in queues.pop(PREFIXES["gg"] + "Element-shape")]  # without its type nothing has a shape
    return alone + [
        [queue[at] for queue in queues.values() if at < len(queue)] for at in range(max(map(len, queues.values())))
    ]


ROUNDS = rounds()


def test_there_is_a_case_for_every_constraint() -> None:
    assert {part for cases in ROUNDS for part, _ in cases} == set(PARTS)
    assert sum(map(len, ROUNDS)) >= 300


@pytest.mark.parametrize("cases", ROUNDS, ids=range(len(ROUNDS)))
def test_every_constraint_of_every_part_can_be_broken(sound: list[Quad], cases: list[tuple[str, str]]) -> None:
    broken = found(sound, " ;\n".join(update for _, update in cases))
    assert [case for case in cases if case[0] not in broken] == []


@pytest.mark.jena
@pytest.mark.parametrize(
    "broken", [(), ("Place", "Plain"), ("Evidence", "Agency", "Only-HOLDS_POST"), ("Person", "CITES")]
)
def test_jena_finds_the_same(sound: list[Quad], tmp_path: Path, broken: tuple[str, ...]) -> None:
    updates = {name: update for name, (update, _) in BROKEN.items()}
    updates["CITES"] = next(update for shape, update, _ in CASES if shape == "CITES-shape")
    update = " ;\n".join(updates[name] for name in broken)
    store = Store()
    store.extend(sound)
    if update:
        store.update(update, prefixes=PREFIXES)
    store.dump(str(tmp_path / "data.nt"), RdfFormat.N_TRIPLES, from_graph=DefaultGraph())
    (tmp_path / "shapes.ttl").write_text(shapes(), encoding="utf-8")
    report = rdflib.Graph().parse(data=riot.shacl(tmp_path / "shapes.ttl", tmp_path / "data.nt"), format="turtle")
    reported = {str(shape).removeprefix(PREFIXES["gg"]) for shape in report.objects(None, SH.sourceShape)}
    assert reported == set(found(sound, update))
    assert len(reported) >= len(broken)


def test_terms_that_nobody_declared_are_named(sound: list[Quad]) -> None:
    broken = found(sound, "INSERT { ?n gg:colour 'red' ; a gg:Robot ; <urn:x:colour> 'red' } WHERE { ?n a gg:Person }")
    assert broken["terms"] == [
        f"node Person:某人物@scope的值 (article a-1): uses gg:{name}, which the ontology does not have"
        for name in ("Robot", "colour")
    ]


def test_of_one_kind_twenty_are_named_and_the_rest_is_counted(sound: list[Quad]) -> None:
    more = [
        Quad(NamedNode(node_iri(f"x{at:02}")), NamedNode(iri("dcterms:identifier")), Literal(f"x{at:02}"))
        for at in range(33)
    ]
    findings = judged([*sound, *more])
    assert findings.total == 33
    lines = list(findings.lines())
    assert (len(lines), lines[0], lines[-1]) == (
        21,
        "node x00: has not exactly one type of the schema",
        "… and 13 more that break gg:Element-shape-type",
    )


def test_pieces_do_not_change_what_is_found(sound: list[Quad], monkeypatch: pytest.MonkeyPatch) -> None:
    update = BROKEN["Place"][0] + " ; " + BROKEN["Plain"][0] + " ; " + BROKEN["Evidence"][0]
    twice = "INSERT { ?s gg:evidence ?e } WHERE { ?s a gg:Statement ; dcterms:identifier ?id . ?t gg:evidence ?e }"
    whole, shared = found(sound, update), found(sound, twice)
    assert "proves not one statement" in shared["Evidence-shape-statement"][0]
    monkeypatch.setattr("graph.ontology.check._PIECE", 1)
    assert found(sound, update) == whole
    assert set(found(sound, twice)) == set(shared)
    assert found(sound) == {}


def test_a_thing_that_others_point_at_is_counted_once(sound: list[Quad], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.ontology.check._PIECE", 1)
    monkeypatch.setattr("graph.ontology.check._SHOWN", 1)
    update = swap("Place", "gg:level", "'planet'") + "; " + BROKEN["Agency"][0]
    assert judged(sound, update).counts == {"gg:Place-shape-level": 2, "gg:Agency-shape-until": 1}


def test_another_base(store: GraphStore, tmp_path: Path) -> None:
    path = export(store, "ntriples", tmp_path / "g.nt").files[0]
    base = "https://example.org/kg/"
    text = path.read_text(encoding="utf-8")
    for folder in ("schema", "node", "edge"):
        text = text.replace(f"<urn:govgraph:{folder}:", f"<{base}{folder}/")
    path.write_text(text.replace('"prefecture"', '"planet"'), encoding="utf-8")
    with opened(path, base) as triples:
        lines = list(check(triples, base).lines())
        mistaken = list(check(triples).lines())
    told = f"its terms begin with {base}, which is the base to check it with, and not with urn:govgraph:"
    assert mistaken == [told]
    assert len(lines) == 1
    assert lines[0].startswith("node Place:青禾市@云岭省 (article a-1, a-2): has a level that is none of country,")


def test_a_file_that_is_no_rdf_is_named(tmp_path: Path) -> None:
    for name, text, message in (
        ("x.ttl", "gg:x gg:y", "x.ttl: cut off or damaged"),
        ("x.csv", "", "x.csv: its name does not tell its format"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
        with pytest.raises(UnreadableInputError, match=message), opened(tmp_path / name):
            pass


def test_without_pyshacl_it_says_what_to_install(sound: list[Quad], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyshacl", None)
    with pytest.raises(BackendError, match=r"pip install 'govgraph\[shacl\]'"):
        found(sound)
