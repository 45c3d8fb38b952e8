"""The explorer in a real Chromium: from a search to the words that prove a fact, on a desk and in a pocket."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from graph.fragment import Article, Edge, Evidence, Fragment, Node
from graph.store import GraphStore
from tests.govgraph import explorer

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

AGENCY, PERSON, PLACE = "Agency:沙洲县政府", "Person:江北辰@沙洲县政府", "Place:沙洲县"
DIRECTIVE = "各镇要在6月30日前完成闸门检修"
EVIL = "<img src=x onerror=alert(1)>"
HOSTILE = f"""正文<script>alert(2)</script>{EVIL}江北辰。<svg/onload=alert(3)> {{{{7*7}}}} &lt;b&gt; " onmouseover="alert(4)\u202e反转"""


def _words(article: Article, said: str) -> tuple[Evidence, ...]:
    start = article.text.index(said)
    return (Evidence(start, start + len(said), said, "test", 0.9),)


def _meeting(number: int, kilometres: int) -> Fragment:
    day = f"2025-0{number}-10"
    body = (
        f"江北辰主持召开第{number}次防汛会。县长江北辰强调，{DIRECTIVE}。"
        f"沙洲县堤防总长{kilometres}公里。会议在沙洲县举行。本报记者 苏晚"
    )
    about = Article(f"a{number}", f"县政府召开第{number}次防汛会", body, date=day, home="沙洲县", inferred=("home",))
    nodes = (
        Node("p", "Person", "江北辰", (), {"scope": "沙洲县政府"}),
        Node("g", "Agency", "沙洲县政府", ("县政府",)),
        Node("m", "Meeting", f"第{number}次防汛会", (), {"date": day}),
        Node("d", "Directive", DIRECTIVE, (), {"deadline": "2025-06-30", "scope": f"a{number}"}),
        Node("w", "Place", "沙洲县", (), {"level": "county"}),
        Node("n", "Measurement", "堤防总长", (), {"value": str(kilometres), "unit": "公里", "date": day, "number": kilometres * 1000, "base_unit": "米"}),
        Node("r", "Person", "苏晚"),
    )  # fmt: skip
    edges = (
        Edge("HOLDS_POST", "p", "g", _words(about, "县长江北辰"), {"title": "县长"}),
        Edge("CHAIRED", "p", "m", _words(about, f"江北辰主持召开第{number}次防汛会")),
        Edge("CONVENED", "g", "m", _words(about, f"县政府召开第{number}次防汛会")),
        Edge("SPOKE_AT", "p", "m", _words(about, "县长江北辰强调")),
        Edge("ISSUED", "p", "d", _words(about, f"强调，{DIRECTIVE}")),
        Edge("HELD_IN", "m", "w", _words(about, "会议在沙洲县举行")),
        Edge("HAS_MEASUREMENT", "w", "n", _words(about, f"沙洲县堤防总长{kilometres}公里")),
        Edge("REPORTED_BY", "article", "r", _words(about, "本报记者 苏晚")),
    )
    return Fragment(about, nodes, edges)


def _hostile() -> Fragment:
    about = Article(
        "javascript:alert(9)//../x", f"标题{EVIL}</title><script>alert(5)</script>", HOSTILE, date="2025-06-01"
    )
    nodes = (
        Node("p", "Person", "江北辰", (EVIL,), {"scope": "沙洲县政府"}),
        Node("c", "Company", f"坏<script>alert(6)</script>公司{EVIL}", ("javascript:alert(7)",)),
    )
    return Fragment(about, nodes, (Edge("HOLDS_POST", "p", "c", _words(about, "江北辰"), {"title": EVIL}),))


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A graph of four meetings and a hostile page, served."""
    folder = tmp_path_factory.mktemp("explorer") / "g"
    with GraphStore.open(folder, create=True) as store:
        summary = store.add([*(_meeting(n, 40 + n) for n in range(1, 5)), _hostile()])
    assert (summary.added, summary.rejected) == (5, [])
    with explorer.served(folder) as served:
        yield served


def test_from_a_search_to_the_words_that_prove_a_fact(page: Page) -> None:
    page.get_by_role("combobox").fill("江北")
    option = page.get_by_role("option").filter(has_text="江北辰").first
    expect(option).to_contain_text("人物")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("江北辰")
    career = page.locator(".career")
    expect(career).to_contain_text("县长")
    expect(career.locator(".quote").first).to_contain_text(f"县长江北辰强调，{DIRECTIVE}。")
    career.locator(".quote a").first.click()
    passage = page.locator("#passage")
    expect(passage).to_be_in_viewport()
    assert "".join(page.locator("mark").all_inner_texts()) == "县长江北辰"
    page.locator(".text a.m", has_text="江北辰").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("江北辰")


@pytest.mark.parametrize(
    ("typed", "found"), [("沙洲", "沙洲县政府"), ("jbc", "江北辰"), ("shazhou", "沙洲县政府"), ("县政府", "沙洲县政府")]
)
def test_suggestions_by_characters_initials_syllables_and_aliases(page: Page, typed: str, found: str) -> None:
    page.get_by_role("combobox").fill(typed)
    page.get_by_role("option").filter(has_text=found).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(found)


def test_the_start_page_says_what_is_in_the_graph(page: Page) -> None:
    expect(page.locator(".tile.Meeting b")).to_have_text("4")
    expect(page.locator(".chart")).to_have_count(1)
    due = page.locator("section", has=page.get_by_role("heading", name="将到期的要求"))
    expect(due).to_contain_text(DIRECTIVE)
    page.locator(".tile.Place").click()
    expect(page.locator(".results")).to_contain_text("沙洲县")


def test_an_agency_shows_its_meetings_and_what_they_demanded(page: Page) -> None:
    page.goto(f"/thing?id={quote(AGENCY)}")
    held = page.locator("section", has=page.get_by_role("heading", name="会议与要求"))
    expect(held.locator(".demands li")).to_have_count(4)
    expect(held.locator(".demands").first).to_contain_text("2025-06-30")


def test_a_page_begins_with_what_is_near_and_where_it_stands(page: Page) -> None:
    page.goto(f"/thing?id={quote(PERSON)}")
    near = page.locator(".ring a")
    expect(near).to_have_count(6)  # the county's government, four meetings and a company
    expect(page.locator(".months .bar")).to_have_count(6)
    page.locator(".sections a", has_text="提出的要求").click()
    expect(page.get_by_role("heading", name="提出的要求")).to_be_in_viewport()
    near.filter(has_text="沙洲县政府").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("沙洲县政府")


def test_a_place_shows_its_numbers_over_time(page: Page) -> None:
    page.goto(f"/thing?id={quote(PLACE)}")
    expect(page.locator(".series figure .point")).to_have_count(4)
    expect(page.locator(".series figure")).to_contain_text("44公里")


def test_all_words_that_prove_a_fact(page: Page) -> None:
    page.goto(f"/thing?id={quote(PERSON)}")
    page.get_by_role("link", name="另有 3 处原文").first.click()
    expect(page.locator(".quote")).to_have_count(4)


def test_text_and_facts_light_each_other(page: Page) -> None:
    page.goto("/article?id=a1")
    expect(page.locator(".imprint i")).to_have_text("推断")
    fact = page.locator("[data-fact]").filter(has_text="主持")
    fact.hover()
    expect(page.locator(".text .lit").first).to_be_visible()
    assert "".join(page.locator(".text .lit").all_inner_texts()) == "江北辰主持召开第1次防汛会"
    page.locator(".text a.m.Place").first.hover()
    expect(page.locator("[data-fact].told")).to_have_count(2)
    page.get_by_role("checkbox", name=re.compile("人物")).uncheck()
    expect(page.locator(".m.Person").first).to_have_class(re.compile(r"\boff\b"))


def test_a_hostile_page_is_only_text(page: Page) -> None:
    hostile = quote("javascript:alert(9)//../x", safe="")
    for path in ("/", "/articles", f"/article?id={hostile}", f"/thing?id={quote(PERSON)}", f"/search?q={quote(EVIL)}"):
        page.goto(path)
        assert page.locator("img, main script, main svg:not(.chart, .span, .ring)").count() == 0, path
        assert page.locator("a[href^='javascript']").count() == 0, path
    page.goto(f"/article?id={hostile}")
    expect(page.locator(".text")).to_contain_text("<script>alert(2)</script>")
    expect(page.locator(".text")).to_contain_text("{{7*7}}")
    expect(page.locator(".text")).not_to_contain_text("\u202e")
    page.get_by_role("combobox").fill("坏")
    option = page.get_by_role("option").first
    expect(option).to_contain_text("<script>alert(6)</script>")
    option.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(EVIL)


def test_language_and_light_are_kept(page: Page) -> None:
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Who met whom, who demands what, who builds what where")
    page.get_by_role("button", name="Dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.goto(f"/thing?id={quote(AGENCY)}")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", name="Meetings and what they demanded")).to_be_visible()


PATHS = [
    "/",
    "/search?q=防汛",
    "/search?label=Directive",
    "/search?q=没有这个",
    *(f"/thing?id={quote(one)}" for one in (AGENCY, PERSON, PLACE)),
    f"/thing?id={quote(PERSON)}&relation=CHAIRED&direction=out",
    "/article?id=a1&char=0,6",
    "/articles",
]
ERRORS = [("/nowhere", 404), ("/thing?id=Person:x", 404), ("/fact?id=x", 404), ("/article?id=x", 404), ("/drop/x", 404),
          ("/questions/x", 404), ("/questions/directives_due?since=x", 400), ("/query?text=CREATE", 400)]  # fmt: skip


def _serious(page: Page) -> list[tuple[str, str]]:
    found = Axe().run(page).response["violations"]
    return [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in ("serious", "critical")]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_serious_fault(page: Page, path: str, theme: str) -> None:
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    page.goto(path)
    assert _serious(page) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_serious_fault_in_what_is_linked(page: Page, theme: str) -> None:
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    for label in ("Meeting", "Company", "Directive", "Measurement"):
        page.goto(f"/search?label={label}")
        page.locator(".results a").first.click()
        expect(page).to_have_url(re.compile(rf"/thing\?id={label}"))
        assert _serious(page) == []
    page.goto(f"/thing?id={quote(PERSON)}")
    page.locator("a[href^='/fact?id=']").first.click()
    expect(page.locator(".quote").first).to_be_visible()
    assert _serious(page) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_errors_are_said_on_pages_without_serious_fault(browser: Browser, address: str, theme: str) -> None:
    context = browser.new_context(
        base_url=address, locale="zh-CN", color_scheme="dark" if theme == "dark" else "light", viewport=explorer.POCKET
    )
    page = context.new_page()
    page.set_default_timeout(explorer.WAIT)
    for path, status in ERRORS:
        answer = page.goto(path)
        assert answer is not None
        assert (path, answer.status) == (path, status)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert (path, _serious(page)) == (path, [])
        assert page.evaluate("document.documentElement.scrollWidth") <= explorer.POCKET["width"]
    context.close()


@pytest.mark.parametrize("path", PATHS)
def test_pages_fit_a_pocket(browser: Browser, address: str, path: str) -> None:
    with explorer.opened(browser, address, viewport=explorer.POCKET) as page:
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= explorer.POCKET["width"]
