"""Home and year of a page that nobody tells: taken from its masthead and its own words, else left unknown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.context import infer_home, infer_year, with_context
from graph.fragment import Article


def articles(*texts: str, publication: str | None = None) -> list[Article]:
    """Return one article a text."""
    return [Article(id=f"a{n}", title="", body=text, publication=publication) for n, text in enumerate(texts)]


HOMES = [
    (("交城县夏家营镇和交城县西营镇丰收。", "我县召开大会，交城县委部署。"), "山西省吕梁市交城县"),
    (("汾阳市、交城县、文水县联动。", "我市召开大会，市委部署。"), "山西省吕梁市"),
    (("歙县、祁门县、黟县茶叶丰收。", "市委、市政府召开大会，全市动员。"), "安徽省黄山市"),
    (("太原市、大同市、临汾市对接。", "全省动员，省委部署。"), "山西省"),
    (("宣威市板桥街道办事处和宣威市格宜镇丰收。", "我市召开大会，宣威市委部署。"), "云南省曲靖市宣威市"),
    (("曲靖市宣威市和宣威市格宜镇丰收。", "我市召开大会，市委部署。"), "云南省曲靖市"),
    (("交城县丰收。", "天气晴好。"), None),
    (("交城县、歙县、祁门县结对，县委部署。",), None),
    (("我县召开大会。", "县委部署。"), None),
    (("国务院总理考察交城县，县委汇报，交城县丰收。",), None),
    (("天气晴好。",), None),
    (("转发渡口管理意见的通知。粤府办〔２００７〕５６号各市政府，省政府各部门：",), "广东省"),
    (("晋政文〔2007〕56号我市各镇：请遵照执行。",), None),
]
PAPERS = [
    ("吕梁日报", "山西省吕梁市"),
    ("黄山晨报", "安徽省黄山市"),
    ("大同日报", "山西省大同市"),
    ("交城县融媒体中心", "山西省吕梁市交城县"),
    ("晚风周报", None),
]
YEARS = [
    (("2025年春耕开始。",), "2025"),
    (("2023年丰收，2024年更好。", "2025年开局良好。"), "2025"),
    (("到2030年基本实现。2024年起步。",), "2024"),
    (("2026年底前完成。2024年起步。",), "2024"),
    (("2025 年春耕开始。", "２０２４年丰收。"), "2024"),
    (("规划期为2021—2025年。",), "2025"),
    (("电话20251234567。",), None),
    (("今年春耕开始。",), None),
]


@pytest.mark.parametrize(("texts", "home"), HOMES)
def test_the_home_follows_from_places_and_voice(texts: tuple[str, ...], home: str | None) -> None:
    assert infer_home(articles(*texts)) == home


@pytest.mark.parametrize(("publication", "home"), PAPERS)
def test_the_masthead_comes_first(publication: str, home: str | None) -> None:
    assert infer_home(articles("天气晴好。", publication=publication)) == home


@pytest.mark.parametrize(("texts", "year"), YEARS)
def test_the_year_is_the_newest_that_is_not_aimed_at(texts: tuple[str, ...], year: str | None) -> None:
    assert infer_year(articles(*texts)) == year


PAGE = ("2025年，交城县夏家营镇和交城县西营镇丰收。", "我县召开大会，交城县委部署。")


def test_all_articles_of_the_page_get_what_was_inferred_and_say_so() -> None:
    filled = with_context(articles(*PAGE))
    assert {(a.home, a.date, a.inferred) for a in filled} == {("山西省吕梁市交城县", "2025", ("home", "date"))}


def test_what_is_given_stays() -> None:
    first, second = articles(*PAGE)
    given = replace(first, home="安徽省黄山市", date="2019-01-05")
    filled = with_context([given, second])
    assert filled[0] == given
    assert (filled[1].home, filled[1].date) == ("山西省吕梁市交城县", "2025")


def test_what_is_not_clear_stays_unknown() -> None:
    (article,) = with_context(articles("天气晴好。"))
    assert (article.home, article.date, article.inferred) == (None, None, ())


def test_nothing_in_nothing_out() -> None:
    assert with_context([]) == []


def test_tables_are_whole() -> None:
    assert (len(HOMES), len(PAPERS), len(YEARS)) == (13, 5, 8)
