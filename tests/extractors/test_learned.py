"""Names that a corpus teaches: what is learned from safe places, and what is made of it in others."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.learned.model import KnownCompany, KnownPerson, Model
from extractors.pipeline import Extractor
from govgraph.learning import learn
from graph.errors import GovgraphError, ModelError
from graph.fragment import Article

CORPUS = (
    "4月1日，副市长田砚秋主持会议。德国总统施瓦岑贝格到访。山西启沣渔业有限公司投产。",
    "市长贺云松、副市长田砚秋出席。德国总统施瓦岑贝格表示欢迎。山西启沣渔业有限公司扩建，启沣渔业带动200户。",
    "市水利局局长贺云松发言。副主任潘听雨作的报告获得通过。",
    "副主任潘听雨作的报告印发。市林业局局长卢洺带队检查。",
    "市林业局局长卢洺带队督查。启沣渔业和农户签约。",
    "市水利局局长林曦月发言。",
    "应国家主席的邀请，代表团到访。原国务委员题词。",
    "应国家主席的邀请，专家组到访。原国务委员来信。",
)
PERSONS = {"田砚秋": "", "贺云松": "", "潘听雨": "", "卢洺": "", "施瓦岑贝格": "德国"}

RECOGNISED = [
    ("会场上，田砚秋走在前面。", "Person", {"田砚秋"}),
    ("座谈时，大家同田砚秋交流。", "Person", {"田砚秋"}),
    ("大会致电施瓦岑贝格，祝贺他就任。", "Person", {"施瓦岑贝格"}),
    ("一行人随田砚秋、卢洺，下到河滩。", "Person", {"田砚秋", "卢洺"}),
    ("展台前，启沣渔业的鱼苗很抢手。", "Company", {"山西启沣渔业有限公司"}),
]
"""Text, label, and the names that only the model tells."""

NOT_RECOGNISED = [
    "田砚秋思想讲座开讲。",
    "田砚秋路今天通车。",
    "《我眼中的田砚秋》出版。",
    "“田砚秋号”下水。",
    "代表团见到施瓦岑贝格三世。",
    "卢洺石是一种石头。",
    "山西启沣渔业股份公司另立门户。",
]


def articles(texts: tuple[str, ...] = CORPUS) -> list[Article]:
    return [Article(id=f"a{n}", title="", body=text, home="山西省吕梁市") for n, text in enumerate(texts)]


@pytest.fixture(scope="module")
def model() -> Model:
    return learn(articles())


def found(text: str, label: str, model: Model | None) -> set[str]:
    fragment = Extractor(model=model).fragment(Article(id="x", title="", body=text, home="山西省吕梁市"))
    return {node.name for node in fragment.nodes if node.label == label}


def test_names_in_safe_places_of_two_articles_are_learned(model: Model) -> None:
    assert {name: person.country for name, person in model.persons.items()} == PERSONS
    assert model.persons["田砚秋"] == KnownPerson("田砚秋", "", 2, 2)
    assert list(model.companies.values()) == [KnownCompany("启沣渔业", "山西启沣渔业有限公司", 2, 2)]
    assert len(model) == 6


def test_one_article_is_enough_where_the_user_says_so() -> None:
    assert set(learn(articles(), least_articles=1).persons) == {*PERSONS, "林曦月"}


def test_a_text_that_comes_twice_counts_once() -> None:
    assert len(learn(articles((CORPUS[0], CORPUS[0])))) == 0


def test_order_and_processes_do_not_matter(model: Model) -> None:
    assert learn(reversed(articles())) == model
    assert learn(articles(), jobs=2).text == model.text


def test_a_home_that_is_none_is_an_error() -> None:
    with pytest.raises(GovgraphError, match="无此地"):
        learn(articles(), home="无此地")


@pytest.mark.parametrize(("text", "label", "names"), RECOGNISED)
def test_known_names_are_recognised_where_nothing_vouches_for_them(
    text: str, label: str, names: set[str], model: Model
) -> None:
    assert found(text, label, None) & names == set()
    assert found(text, label, model) == names


@pytest.mark.parametrize("text", NOT_RECOGNISED)
def test_what_only_holds_a_known_name_is_left_alone(text: str, model: Model) -> None:
    for label in ("Person", "Company"):
        assert found(text, label, model) == found(text, label, None)


def test_a_known_name_is_not_cut_short(model: Model) -> None:
    text = "会见了捷克外长施瓦岑贝格派出的代表。"
    assert "施瓦岑贝格" in found(text, "Person", model)


def test_a_foreign_leader_is_the_one_of_the_country_that_the_corpus_names(model: Model) -> None:
    article = Article(id="x", title="", body="代表团同施瓦岑贝格会面。", home="山西省吕梁市")
    (person,) = (node for node in Extractor(model=model).fragment(article).nodes if node.label == "Person")
    assert (person.name, person.properties["scope"]) == ("施瓦岑贝格", "德国")


def test_facts_about_names_that_only_the_corpus_vouches_for_are_less_sure(model: Model) -> None:
    def attended(model: Model | None, text: str) -> list[float]:
        fragment = Extractor(model=model).fragment(Article(id="x", title="", body=text, home="山西省吕梁市"))
        return [edge.evidence[0].confidence for edge in fragment.edges if edge.type == "ATTENDED"]

    safe = attended(model, "市政府召开冷水鱼产业座谈会。副市长田砚秋参加会议。")
    learned = attended(model, "市政府召开冷水鱼产业座谈会。会后，专家和田砚秋参加会议。")
    assert len(safe) == len(learned) == 1
    assert 0 < learned[0] < safe[0]


def test_the_file_holds_the_model(model: Model, tmp_path: Path) -> None:
    path = tmp_path / "names.tsv"
    model.write(path)
    assert path.read_text(encoding="utf-8").splitlines()[0] == "govgraph names 1"
    again = Model.read(path)
    assert again == model
    assert again.digest == model.digest
    assert [p.name for p in tmp_path.iterdir()] == ["names.tsv"]
    assert found("会场上，田砚秋走在前面。", "Person", again) == {"田砚秋"}
    assert Extractor(model=path).fragment(articles()[0]) == Extractor(model=model).fragment(articles()[0])


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "no model of names"),
        (b"person\t\xff\n", "not UTF-8"),
        (b"govgraph names 9\n", "version '9'"),
        ("govgraph names 1\nperson\t田砚秋".encode(), "cut off"),
        ("govgraph names 1\nperson\t田砚秋\t\t2\n".encode(), ":2: no name of a model"),
        ("govgraph names 1\nplace\t田家会\t\t2\t2\n".encode(), ":2: no name of a model"),
        ("govgraph names 1\ncompany\t启沣渔业\t\t2\t2\n".encode(), ":2: no name of a model"),
    ],
)
def test_a_damaged_file_is_named(content: bytes, message: str, tmp_path: Path) -> None:
    path = tmp_path / "names.tsv"
    path.write_bytes(content)
    with pytest.raises(ModelError, match=message) as error:
        Model.read(path)
    assert str(path) in str(error.value)
    assert isinstance(error.value, GovgraphError)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"none\.tsv.*govgraph learn"):
        Model.read(tmp_path / "none.tsv")


def test_tables_are_whole() -> None:
    assert (len(CORPUS), len(PERSONS), len(RECOGNISED), len(NOT_RECOGNISED)) == (8, 5, 5, 7)
