"""Questions and drawings of the explorer in a real Chromium: a form, its answer, the answer as a drawing, files."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote
from xml.etree import ElementTree

import networkx
import pytest
from playwright.sync_api import Download, Page, expect

from govgraph.web.pages.graph import picture
from graph.schema import load_schema
from graph.store import GraphStore
from queries import catalog
from queries.ask import ask, open_engine
from tests.govgraph import explorer
from tests.queries.conftest import signing, spring, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of three articles."""
    made: Path = tmp_path_factory.mktemp("asked") / "graph"
    with GraphStore.open(made, create=True) as store:
        assert store.add([spring(), signing(), visit()]).rejected == []
    return made


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with explorer.served(folder) as served:
        yield served


def read(download: Download) -> str:
    return Path(download.path()).read_text(encoding="utf-8-sig")


def test_a_question_is_a_form_and_its_answer_a_table(page: Page, folder: Path) -> None:
    page.goto("/questions")
    expect(page.locator(".cards li")).to_have_count(len(catalog.names()))
    expect(page.locator("main h2")).to_have_count(6)
    page.locator("a[href='/questions/person_posts']").click()
    page.get_by_role("combobox", name="人物").fill("纪云")
    page.get_by_role("option").filter(has_text="纪云帆").click()
    page.get_by_role("button", name="回答").click()
    table = ask("person_posts", folder, language="sparql", person="纪云帆")
    expect(page.locator("#rows tbody tr")).to_have_count(len(table))
    expect(page.locator("#rows tbody tr").first).to_contain_text("纪云帆")
    with page.expect_download() as saved:
        page.get_by_role("link", name="下载 CSV").click()
    rows = list(csv.reader(read(saved.value).splitlines()))
    assert rows[0] == list(table.columns)
    assert len(rows) == len(table) + 1
    page.locator("#rows a.Person").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("纪云帆")


@pytest.mark.parametrize("name", catalog.names())
def test_every_question_has_a_page(page: Page, name: str) -> None:
    question = catalog.get(name)
    needed = "&".join(f"{p.name}={quote(str(p.example))}" for p in question.parameters if p.default is None)
    page.goto(f"/questions/{name}?{needed}")
    expect(page.get_by_role("heading", level=1)).to_have_text(question.question_zh)
    expect(page.get_by_role("heading", name="答案")).to_be_visible()
    expect(page.locator(".problem")).to_have_count(0)
    keys = {*load_schema().nodes, *load_schema().relations}
    assert keys.isdisjoint(page.locator("#rows td").all_inner_texts())


def test_an_answer_names_articles_by_their_headlines_and_says_what_is_charted(page: Page) -> None:
    page.goto("/questions/newest_facts?since=2000")
    expect(page.locator("#rows a[href^='/article']").first).to_have_text("纪云帆到企业调研")
    page.goto("/questions/busiest_agencies")
    expect(page.locator(".drawn")).to_contain_text("事物数")


def test_an_answer_is_sorted_and_filtered(page: Page) -> None:
    page.goto("/questions/newest_facts?since=2000")
    rows = page.locator("#rows tbody tr")
    before = rows.count()
    assert before > 3
    head = page.locator("#rows th").nth(1)
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    page.get_by_label("在答案中筛选").fill("纪云帆")
    expect(rows.filter(has_text="纪云帆").first).to_be_visible()
    assert 0 < page.locator("#rows tbody tr:visible").count() < before


def test_free_queries_are_answered_and_refused(page: Page) -> None:
    page.goto("/query")
    page.get_by_label("查询语句").fill(
        "MATCH (p:Person) RETURN p.name AS person, size(p.name) AS number ORDER BY person"
    )
    expect(page.locator(".editor .keyword").first).to_have_text("MATCH")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#rows tbody")).to_contain_text("纪云帆")
    page.get_by_label("SPARQL").check()
    page.get_by_label("查询语句").fill("SELECT ?name WHERE { ?p a gg:Person ; rdfs:label ?name } ORDER BY ?name")
    page.get_by_role("button", name="运行").click()
    expect(page.locator("#rows tbody")).to_contain_text("纪云帆")


REFUSED = [
    ("cypher", "CREATE (p:Person {id: 'x'})", "only queries are answered"),
    ("cypher", "MATCH (p:Person) DELETE p", "refused"),
    ("cypher", "MATCH (p:Person RETURN p", "refused"),
    ("cypher", "MATCH (a), (b), (c), (d), (e), (f), (g), (h), (i), (j), (k), (l) RETURN count(*)", "seconds"),
    ("sparql", "DROP ALL", "read only"),
    ("sparql", "SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }", "SERVICE"),
    ("sparql", "SELECT ?s WHERE { ?s ?p", "cannot be read"),
]


@pytest.mark.parametrize(("language", "text", "told"), REFUSED)
def test_what_a_free_query_may_not(browser: Browser, address: str, language: str, text: str, told: str) -> None:
    context = browser.new_context(base_url=address, locale="zh-CN")
    page = context.new_page()
    page.set_default_timeout(explorer.WAIT)
    answer = page.goto(f"/query?language={language}&text={quote(text)}")
    assert answer is not None
    assert answer.status == 400
    expect(page.get_by_role("alert")).to_contain_text(told)
    context.close()


def start(page: Page, name: str) -> None:
    """Find a thing and draw what is around it."""
    page.goto("/")
    page.get_by_role("combobox").fill(name)
    page.get_by_role("option").filter(has_text=name).first.click()
    page.get_by_role("link", name="画成图").click()
    expect(page.locator("#board")).to_have_attribute("data-ready", "true")


def test_from_a_thing_to_its_drawing_and_its_files(page: Page, folder: Path) -> None:
    start(page, "纪云帆")
    board = page.locator("#board")
    things, facts = (int(board.get_attribute(f"data-{name}") or 0) for name in ("things", "facts"))
    assert things > 2
    assert facts >= things - 1
    with page.expect_download() as saved:
        page.get_by_role("button", name="GraphML").click()
    drawn = networkx.parse_graphml(read(saved.value), force_multigraph=True)
    assert (drawn.number_of_nodes(), drawn.number_of_edges()) == (things, facts)
    with page.expect_download() as saved:
        page.get_by_role("button", name="SVG").click()
    texts = [one.text for one in ElementTree.fromstring(read(saved.value)).iter("{http://www.w3.org/2000/svg}text")]  # noqa: S314 - our own
    assert "纪云帆" in texts
    with page.expect_download() as saved:
        page.get_by_role("button", name="PNG").click()
    assert Path(saved.value.path()).read_bytes().startswith(b"\x89PNG")
    page.get_by_role("button", name="Cypher").click()
    expect(page.locator("#cypher-text")).to_be_visible()
    text = page.locator("#cypher-text").input_value()
    with open_engine(folder) as engine:
        # Each part by itself: the embedded engine joins no paths of two types, which Neo4j does.
        parts = [part for part in text.split("UNION") if "-[r:" in part]
        found = {row[0] for part in parts for row in engine.run(part.replace("RETURN p", "RETURN r.id")).rows}
    assert len(found) == facts


def test_a_drawing_expands_filters_and_keeps_its_state(page: Page, browser: Browser, address: str) -> None:
    start(page, "纪云帆")
    board = page.locator("#board")
    before = int(board.get_attribute("data-things") or 0)
    page.get_by_text("图中事物的列表").click()
    other = page.locator("#list button").filter(has_not_text="纪云帆")
    for at in range(other.count()):
        other.nth(at).click()
        more = page.locator("#chosen").get_by_role("button", name="展开")
        if more.count():
            more.first.click()
            expect(page.locator("#chosen").get_by_role("button", name="展开", exact=True)).to_have_count(0)
        if int(board.get_attribute("data-things") or 0) > before:
            break
    after = int(board.get_attribute("data-things") or 0)
    assert after > before
    page.get_by_role("checkbox", name="人物").uncheck()
    expect(board).not_to_have_attribute("data-things", str(after))
    left = board.get_attribute("data-things")
    with explorer.opened(browser, address) as colleague:
        colleague.goto(page.url)
        expect(colleague.locator("#board")).to_have_attribute("data-ready", "true")
        expect(colleague.locator("#board")).to_have_attribute("data-things", str(left))
        expect(colleague.get_by_role("checkbox", name="人物")).not_to_be_checked()


def test_the_legend_counts_what_is_drawn_and_a_reload_draws_the_same(page: Page) -> None:
    start(page, "纪云帆")
    kinds = page.locator(".dots label:visible")

    def told() -> list[str]:
        expect(page.locator("#board")).to_have_attribute("data-ready", "true")
        return kinds.all_inner_texts()

    before = told()
    assert len(before) > 2
    assert sum(int(text.split()[-1]) for text in before) == int(
        page.locator("#board").get_attribute("data-things") or 0
    )
    kinds.filter(has_text="机关").get_by_role("checkbox").uncheck()
    left = page.locator("#board").get_attribute("data-things")
    page.reload()
    assert told() == before
    expect(page.locator("#board")).to_have_attribute("data-things", str(left))


def test_an_answer_is_drawn(page: Page) -> None:
    page.goto("/questions/company_projects")
    page.get_by_role("link", name="画成图").click()
    board = page.locator("#board")
    expect(board).to_have_attribute("data-ready", "true")
    assert int(board.get_attribute("data-facts") or 0) >= 1


def test_the_cypher_of_a_drawing_escapes_what_it_names() -> None:
    text = picture(["LED:a\"'\\|b", "Robot:x"], ["Person:x\n"])
    assert text.count("MATCH") == 2
    assert json.dumps("LED:a\"'\\|b") in text
    assert '"Person:x\\n"' in text


PATHS = ["/questions", "/questions/busiest_agencies", "/query", "/graph"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_serious_fault_and_pages_fit_a_pocket(
    browser: Browser, address: str, path: str, theme: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    with explorer.opened(browser, address, viewport=explorer.POCKET) as page:
        page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= explorer.POCKET["width"]
        found = Axe().run(page).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in ("serious", "critical")] == []
