"""The pipeline in spaCy: one component a stage, alone or all together, on one process or several."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
import spacy
from spacy import displacy
from spacy.language import Language

from extractors.learned.model import KnownPerson, Model
from extractors.pipeline import FACTORIES, SPANS, STAGES, Component, Extractor, load
from graph.errors import GovgraphError
from graph.fragment import Article

STAGE_NAMES = [
    "policies", "rosters", "companies", "organizations", "zones", "agencies", "projects", "likely_names", "bylines", "appointments", "persons",
    "learned", "places", "locations", "cooperations", "undertakings", "belongings", "meetings", "activities", "stops", "roles",
    "releases", "directives", "speeches", "measurements", "citations", "likely_relations", "scopes", "identities",
]  # fmt: skip

TEXT = (
    "本报讯（记者 田砚秋）4月1日，吕梁市政协在汾阳市召开冷水鱼产业座谈会，吕梁市副市长贺云松主持会议并讲话。\n"
    "贺云松强调，汾阳市财政局要落实《冷水鱼保护条例》，在6月底前建成汾阳市冷水鱼繁育基地项目。\n"
    "4月2日，贺云松到交城县调研冷水鱼养殖，先后来到云栖茶园、柳林码头。\n"
    "吕梁经济技术开发区和山西大学签约，山西启沣渔业有限公司冷水鱼产量达1600吨。任命卢向晚为汾阳市水利局局长。"
)

ALONE = [
    ("policies", "Policy", "《冷水鱼保护条例》"),
    ("companies", "Company", "山西启沣渔业有限公司"),
    ("organizations", "Organization", "山西大学"),
    ("zones", "Place", "吕梁经济技术开发区"),
    ("agencies", "Agency", "吕梁市政协"),
    ("projects", "Project", "汾阳市冷水鱼繁育基地项目"),
    ("bylines", "Person", "田砚秋"),
    ("persons", "Person", "贺云松"),
    ("places", "Place", "交城县"),
    ("meetings", "Meeting", "冷水鱼产业座谈会"),
]
"""What each stage shows by itself."""

AFTER_OTHERS = [
    ("appointments", ("agencies",), "Person", "卢向晚"),
    ("activities", ("agencies", "persons", "places"), "Activity", "到交城县调研冷水鱼养殖"),
    ("stops", ("agencies", "persons", "places", "activities"), "Place", "云栖茶园"),
    (
        "directives",
        ("agencies", "persons", "meetings"),
        "Directive",
        "汾阳市财政局要落实《冷水鱼保护条例》，在6月底前建成汾阳市冷水鱼繁育基地项目",
    ),
    ("measurements", ("companies",), "Measurement", "1600吨"),
]
"""What stages that build on others show after these."""


def pipeline(*stages: str) -> Language:
    """Return a blank pipeline with these stages of govgraph."""
    nlp = spacy.blank("zh")
    for stage in stages:
        nlp.add_pipe(f"govgraph_{stage}")
    return nlp


def test_the_list_of_stages_is_this_one() -> None:
    assert [name for name, _ in STAGES] == STAGE_NAMES


@pytest.mark.parametrize("stage", STAGE_NAMES)
def test_every_stage_is_a_component_that_can_be_added_alone(stage: str) -> None:
    nlp = pipeline(stage)
    doc = nlp(TEXT)
    assert nlp.pipe_names == [f"govgraph_{stage}"]
    assert doc.text == TEXT
    assert {span.label_ for span in doc.ents} <= {span.label_ for span in doc.spans[SPANS]}


@pytest.mark.parametrize(("stage", "label", "words"), ALONE)
def test_what_a_stage_shows_alone(stage: str, label: str, words: str) -> None:
    doc = pipeline(stage)(TEXT)
    assert (words, label) in {(ent.text, ent.label_) for ent in doc.ents}
    page = displacy.render(doc, style="ent")
    assert page.count('class="entity"') == len(doc.ents)
    assert words in page


@pytest.mark.parametrize(("stage", "before", "label", "words"), AFTER_OTHERS)
def test_what_a_stage_shows_after_others(stage: str, before: tuple[str, ...], label: str, words: str) -> None:
    doc = pipeline(*before, stage)(TEXT)
    without = pipeline(*before)(TEXT)
    assert (words, label) in {(span.text, span.label_) for span in doc.spans[SPANS]}
    assert (words, label) not in {(span.text, span.label_) for span in without.spans[SPANS]}


def test_a_missing_stage_is_the_only_thing_missing() -> None:
    without = pipeline(*(stage for stage in STAGE_NAMES if stage != "policies"))(TEXT)
    assert "Policy" not in {span.label_ for span in without.spans[SPANS]}
    assert "Agency" in {span.label_ for span in without.spans[SPANS]}


def test_the_stages_one_by_one_show_what_the_whole_shows() -> None:
    def spans(nlp: Language) -> list[tuple[int, int, str]]:
        doc = nlp(TEXT)
        return sorted((span.start, span.end, span.label_) for span in doc.spans[SPANS])

    assert spans(pipeline(*STAGE_NAMES)) == spans(load())


def test_ents_do_not_overlap_and_spans_hold_them_all() -> None:
    doc = load()(TEXT)
    assert len(doc.ents) >= 15
    every = {(span.start_char, span.end_char, span.label_) for span in doc.spans[SPANS]}
    assert {(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents} <= every
    assert len(every) > len(doc.ents)


def test_the_whole_pipeline_leaves_the_fragment_on_the_doc() -> None:
    record = load()(TEXT)._.govgraph
    expected = Extractor().fragment(Article(id="doc", title="", body=TEXT)).to_record()
    assert record["article"]["id"] == "doc"
    assert {(n["label"], n["name"]) for n in record["nodes"]} == {(n["label"], n["name"]) for n in expected["nodes"]}
    assert sorted(e["type"] for e in record["edges"]) == sorted(e["type"] for e in expected["edges"])


def test_evidence_counts_in_the_docs_text() -> None:
    doc = load()(TEXT)
    proofs = [evidence for edge in doc._.govgraph["edges"] for evidence in edge["evidence"]]
    assert len(proofs) >= 15
    assert all(doc.text[proof["start"] : proof["end"]] == proof["text"] for proof in proofs)


def test_an_article_given_with_the_doc_brings_home_and_date() -> None:
    nlp = load()
    article = Article(
        id="fish", title="简讯", body="昨天，市政协召开冷水鱼产业座谈会。", home="山西省吕梁市", date="2025-04-02"
    )
    doc = nlp.make_doc(article.text)
    doc._.govgraph_article = article.to_record()
    nodes = {n["name"]: n for n in nlp(doc)._.govgraph["nodes"]}
    assert nodes["吕梁市政协"]["aliases"] == ["市政协"]
    assert nodes["冷水鱼产业座谈会"]["date"] == "2025-04-01"


def test_one_pipeline_reads_many_texts_and_keeps_them_apart() -> None:
    first, second = load().pipe(["吕梁市政协召开座谈会。", "黄山市政协召开座谈会。"])
    assert [ent.text for ent in first.ents if ent.label_ == "Agency"] == ["吕梁市政协"]
    assert [ent.text for ent in second.ents if ent.label_ == "Agency"] == ["黄山市政协"]


def test_two_processes_give_the_same_as_one() -> None:
    texts = [TEXT, "黄山市政协召开座谈会。", "", *TEXT.split("\n")]
    nlp = load()

    def read(processes: int) -> list[tuple[object, list[tuple[str, str]]]]:
        docs = nlp.pipe(texts, n_process=processes, batch_size=2)
        return [(doc._.govgraph, [(ent.text, ent.label_) for ent in doc.ents]) for doc in docs]

    one = read(1)
    assert len(one) == 7
    assert read(2) == one


def test_a_pipeline_survives_a_save(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("nlp")
    load().to_disk(folder)
    assert [(e.text, e.label_) for e in spacy.load(folder)(TEXT).ents] == [
        (e.text, e.label_) for e in load()(TEXT).ents
    ]


def test_settings_and_learned_names_survive_a_save(tmp_path: Path) -> None:
    text = "市政协开会，会场外罗敬之在等候。"
    nlp = spacy.blank("zh")
    component = nlp.add_pipe("govgraph", config={"home": "山西省吕梁市"})
    assert isinstance(component, Component)
    component.use(Model([KnownPerson("罗敬之", "", 2, 3)]))
    shown = [("市政协", "吕梁市政协"), ("罗敬之", "罗敬之")]
    nlp.to_disk(tmp_path / "nlp")
    same = spacy.blank("zh")
    same.add_pipe("govgraph", config={"home": "山西省吕梁市"})
    for saved in (nlp, spacy.load(tmp_path / "nlp"), same.from_bytes(nlp.to_bytes())):
        for processes in (1, 2):
            docs = list(saved.pipe([text, text], n_process=processes, batch_size=1))
            assert [[(e.text, e.kb_id_) for e in doc.ents] for doc in docs] == [shown, shown]
    component.use(None)
    nlp.to_disk(tmp_path / "nlp")
    assert [e.text for e in spacy.load(tmp_path / "nlp")(text).ents] == ["市政协"]


def test_spacy_finds_every_component_without_an_import() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))
    points = project["project"]["entry-points"]["spacy_factories"]
    assert list(points) == ["govgraph", *(f"govgraph_{stage}" for stage in STAGE_NAMES)]
    for name, place in points.items():
        module, _, attributes = place.partition(":")
        assert module == "extractors.pipeline"
        assert attributes == f"FACTORIES.{name}"
        assert hasattr(FACTORIES, name)


def test_an_unknown_home_is_an_error() -> None:
    with pytest.raises(GovgraphError, match="无此地"):
        spacy.blank("zh").add_pipe("govgraph", config={"home": "无此地"})


def test_spans_bring_the_name_in_full() -> None:
    nlp = spacy.blank("zh")
    nlp.add_pipe("govgraph", config={"home": "山西省吕梁市"})
    doc = nlp("市政协召开座谈会。启沣渔业参加，山西启沣渔业有限公司发言。")
    names = {(span.text, span.kb_id_) for span in doc.spans[SPANS]}
    assert {("市政协", "吕梁市政协"), ("启沣渔业", "山西启沣渔业有限公司")} <= names
    assert names <= {(span.text, node["name"]) for span in doc.spans[SPANS] for node in doc._.govgraph["nodes"]}


def test_names_go_before_the_clauses_that_hold_them() -> None:
    doc = load()(TEXT)
    shown = {(ent.text, ent.label_) for ent in doc.ents}
    assert {("汾阳市财政局", "Agency"), ("《冷水鱼保护条例》", "Policy"), ("交城县", "Place")} <= shown
    assert "Directive" in {span.label_ for span in doc.spans[SPANS]} - {label for _, label in shown}


def test_entities_of_other_components_stay() -> None:
    nlp = spacy.blank("zh")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "FISH", "pattern": "冷水鱼"}])
    nlp.add_pipe("govgraph")
    doc = nlp(TEXT)
    assert [ent.text for ent in doc.ents if ent.label_ == "FISH"] == ["冷水鱼"] * 5
    assert ("冷水鱼产业座谈会", "Meeting") in {(span.text, span.label_) for span in doc.spans[SPANS]}


def test_tables_are_whole() -> None:
    assert (len(STAGE_NAMES), len(ALONE), len(AFTER_OTHERS)) == (29, 10, 5)
