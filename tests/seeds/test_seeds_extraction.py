"""What the extractors find on the seed pages, measured against the seeds' gold: floors below what is reached."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from extractors.pipeline import Extractor
from extractors.readers import read
from govgraph.score import Report, score
from graph.errors import GovgraphError
from graph.fragment import Article

SEEDS = Path(__file__).parents[2] / "seeds"
PAGES = sorted(path.stem for path in SEEDS.glob("*.txt"))
ARTICLES = 36


def seed_articles() -> list[Article]:
    def refuse(error: GovgraphError) -> None:
        raise error

    return list(read([SEEDS / f"{page}.txt" for page in PAGES], report=refuse))


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return seed_articles()


@pytest.fixture(scope="module")
def report(articles: list[Article], tmp_path_factory: pytest.TempPathFactory) -> Report:
    fragments = tmp_path_factory.mktemp("seeds") / "fragments.jsonl"
    lines = (fragment.to_json() + "\n" for fragment in Extractor().fragments(articles))
    fragments.write_text("".join(lines), encoding="utf-8")
    return score(SEEDS / "gold", fragments)


def test_each_article_is_found(articles: list[Article], report: Report) -> None:
    assert len(PAGES) == 9
    assert len(articles) == ARTICLES
    assert report.articles == ARTICLES
    assert report.without_fragment == []


@pytest.mark.parametrize("page", PAGES)
def test_home_and_year_are_those_of_the_page(page: str, articles: list[Article]) -> None:
    known = yaml.safe_load((SEEDS / f"{page}.yaml").read_text(encoding="utf-8"))
    mine = [a for a in articles if (a.source or "").rpartition(":")[0].endswith(f"{page}.txt")]
    assert len(mine) == len(known["articles"])
    assert {a.home for a in mine} == {known["home"]}
    assert {(a.date or "")[:4] for a in mine} == {known["date"][:4]}


def test_the_whole_graph(report: Report) -> None:
    assert report.graph.f1 >= 0.89
    assert report.graph.precision >= 0.93
    assert report.entities.precision >= 0.975
    assert report.entities.f1 >= 0.955
    assert report.relations.precision >= 0.87
    assert report.relations.f1 >= 0.82


NODES = [
    ("Activity", 0.90, 0.80),
    ("Agency", 0.98, 0.96),
    ("Company", 0.95, 0.90),
    ("Directive", 0.98, 0.94),
    ("Measurement", 0.97, 0.97),
    ("Meeting", 0.95, 0.95),
    ("Organization", 0.95, 0.85),
    ("Person", 0.98, 0.97),
    ("Place", 0.93, 0.96),
    ("Policy", 0.90, 0.95),
    ("Project", 0.88, 0.38),
]
EDGES = [
    ("ATTENDED", 0.95, 0.97),
    ("CHAIRED", 0.95, 0.95),
    ("CITES", 0.95, 0.75),
    ("CONVENED", 0.95, 0.83),
    ("COOPERATES_WITH", 0.95, 0.65),
    ("DIRECTED_TO", 0.95, 0.80),
    ("HELD_IN", 0.79, 0.84),
    ("HOLDS_POST", 0.98, 0.95),
    ("ISSUED", 0.96, 0.94),
    ("LED", 0.95, 0.55),
    ("LOCATED_IN", 0.85, 0.58),
    ("PART_OF", 0.90, 0.97),
    ("RELEASED", 0.78, 0.78),
    ("REPORTED_BY", 0.99, 0.99),
    ("SPOKE_AT", 0.95, 0.91),
    ("HAS_MEASUREMENT", 0.52, 0.50),
]


@pytest.mark.parametrize(("label", "precision", "recall"), NODES)
def test_nodes(label: str, precision: float, recall: float, report: Report) -> None:
    count = report.by_type[label]
    assert (count.precision >= precision, count.recall >= recall) == (True, True), (count.precision, count.recall)


@pytest.mark.parametrize(("kind", "precision", "recall"), EDGES)
def test_edges(kind: str, precision: float, recall: float, report: Report) -> None:
    count = report.by_relation[kind]
    assert (count.precision >= precision, count.recall >= recall) == (True, True), (count.precision, count.recall)


def test_names_titles_and_deadlines(report: Report) -> None:
    shares = {name: right / of for name, (right, of) in report.attributes.items()}
    assert shares["canonical name"] >= 0.98
    assert shares["post title"] >= 0.98
    assert shares["deadline"] >= 0.9
    assert shares["event date"] >= 0.8


def test_tables_are_whole() -> None:
    assert (len(NODES), len(EDGES)) == (11, 16)
