"""The seeds' gold agrees with the seeds' pages and with the schema, and covers every type."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from govgraph.gold import GoldArticle, GoldEntity, parse_gold
from govgraph.score import score
from graph.fragment import ARTICLE
from graph.schema import load_schema

SEEDS = Path(__file__).parents[2] / "seeds"
ARTICLES_PER_PAGE = {
    "appointments": 4,
    "briefs": 6,
    "captions": 5,
    "columns": 4,
    "evening": 3,
    "frontpage": 4,
    "kickers": 3,
    "projects": 3,
    "unsigned": 4,
}
ARTICLE_IDS = [f"{page}-{n}" for page, count in ARTICLES_PER_PAGE.items() for n in range(1, count + 1)]
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?(/\d{4}(-\d{2}(-\d{2})?)?)?")


def squeeze(text: str) -> str:
    """The text in half width without white space."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def page_record(page: str) -> dict[str, Any]:
    record: dict[str, Any] = yaml.safe_load((SEEDS / f"{page}.yaml").read_text(encoding="utf-8"))
    return record


def article_record(article: str) -> dict[str, Any]:
    page, _, number = article.rpartition("-")
    record: dict[str, Any] = page_record(page)["articles"][int(number) - 1]
    return record


def article_text(article: str) -> str:
    """Title, kicker, subtitle, byline and body, squeezed: the body is taken from the page, its cuts rejoined."""
    record = article_record(article)
    page = squeeze((SEEDS / f"{article.rpartition('-')[0]}.txt").read_text(encoding="utf-8"))
    at = page.index(squeeze(record["begins"]), page.index(squeeze(record["title"])))
    body = ""
    for before, after in record.get("cuts", []):
        end = page.index(squeeze(before), at) + len(squeeze(before))
        body += page[at:end]
        at = page.index(squeeze(after), end)
    ends = squeeze(record["ends"])
    body += page[at : page.index(ends, at) + len(ends)]
    head = (squeeze(record.get(name, "")) for name in ("kicker", "title", "subtitle", "byline"))
    return "\n".join([*head, body])


def gold(article: str) -> GoldArticle:
    return parse_gold(SEEDS / "gold" / f"{article}.ann")


def required(kind: str) -> Counter[str]:
    items = (
        (e.type for e in g.entities.values() if not e.optional)
        if kind == "entities"
        else (r.type for r in g.relations if not r.optional)
        for g in map(gold, ARTICLE_IDS)
    )
    return Counter(kind for group in items for kind in group)


def test_every_page_has_its_files() -> None:
    assert sorted(p.stem for p in SEEDS.glob("*.txt")) == sorted(ARTICLES_PER_PAGE)
    assert sorted(p.stem for p in SEEDS.glob("*.yaml")) == sorted(ARTICLES_PER_PAGE)
    assert sorted(p.stem for p in (SEEDS / "gold").iterdir()) == sorted(ARTICLE_IDS)
    assert len(ARTICLE_IDS) == 36


@pytest.mark.parametrize("page", ARTICLES_PER_PAGE)
def test_page_lists_its_articles(page: str) -> None:
    record = page_record(page)
    assert [a["id"] for a in record["articles"]] == [a for a in ARTICLE_IDS if a.startswith(page + "-")]
    for article in record["articles"]:
        assert len(article["begins"]) == len(article["ends"]) == 12
        annotated = gold(article["id"])
        assert (annotated.title, annotated.home, annotated.date) == (article["title"], record["home"], record["date"])


@pytest.mark.parametrize("article", ARTICLE_IDS)
def test_surface_forms_stand_in_the_article(article: str) -> None:
    text = article_text(article)
    missing = [
        alias
        for e in gold(article).entities.values()
        for alias in e.aliases
        if squeeze(alias).strip("《》") not in text
    ]
    assert missing == []
    for entity in gold(article).entities.values():
        if entity.type == "Measurement":
            assert squeeze(entity.properties["value"]) in text
            assert squeeze(entity.properties["unit"]) in text
        elif entity.type not in ("Agency", "Meeting") and not any(squeeze(form) in text for form in entity.forms):
            pytest.fail(f"{entity.id}: none of {entity.forms} is printed")


@pytest.mark.parametrize("article", ARTICLE_IDS)
def test_persons_directives_and_measurements_stand_in_a_relation(article: str) -> None:
    annotated = gold(article)
    used = {end for r in annotated.relations for end in (r.source, r.target)}
    alone = [
        e.name
        for e in annotated.entities.values()
        if e.type in ("Person", "Directive", "Measurement") and e.id not in used
    ]
    assert alone == []


@pytest.mark.parametrize("article", ARTICLE_IDS)
def test_relations_keep_to_the_schema(article: str) -> None:
    annotated = gold(article)
    relations = load_schema().relations

    def fits(end: str, labels: tuple[str, ...]) -> bool:
        return "Article" in labels if end == ARTICLE else bool(set(annotated.entities[end].types) & set(labels))

    for r in annotated.relations:
        assert fits(r.source, relations[r.type].source), r
        assert fits(r.target, relations[r.type].target), r
        assert set(r.properties) <= set(relations[r.type].properties), r
    ends = [(r.type, r.source, r.target) for r in annotated.relations]
    assert [key for key, count in Counter(ends).items() if count > 1] == []


@pytest.mark.parametrize("article", ARTICLE_IDS)
def test_properties_keep_to_the_schema(article: str) -> None:
    def check(entity: GoldEntity) -> None:
        kinds: dict[str, Any] = {}
        for label in entity.types:
            kinds |= load_schema().nodes[label].properties
        for name, value in entity.properties.items():
            assert name in kinds, entity
            if kinds[name] == "date":
                assert DATE.fullmatch(value), entity
            elif isinstance(kinds[name], tuple):
                assert value in kinds[name], entity

    for entity in gold(article).entities.values():
        check(entity)


def test_every_node_type_is_required() -> None:
    counts = required("entities")
    assert set(counts) == set(load_schema().nodes) - {"Article"}
    assert len(counts) == 11
    assert min(counts.values()) >= 10, counts


def test_every_relation_type_is_required_three_times() -> None:
    counts = required("relations")
    assert set(counts) == set(load_schema().relations)
    assert len(counts) == 18
    assert min(counts.values()) >= 3, counts


def test_gold_scores_full_against_itself() -> None:
    report = score(SEEDS / "gold", SEEDS / "gold")
    assert report.articles == 36
    assert report.graph.f1 == 1.0
    assert report.errors == []
