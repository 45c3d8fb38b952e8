"""`govgraph ontology` and its page: every term is there and can be reached, and nothing is loaded from elsewhere."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from govgraph.ontology_page import draw
from graph.ontology.owl import ontology
from graph.ontology.shapes import shapes
from graph.ontology.terms import own_terms
from tests.govgraph import neo4j_browser

PUBLISHED = Path(__file__).parents[2] / "docs" / "ontology" / "index.html"
BASE = "https://example.org/kg/"


class Page(HTMLParser):
    """The elements of a page, their ids and links, and its words by language."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.words: dict[str, str] = {"zh": "", "en": ""}
        self._open: list[tuple[str, str]] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        self.attributes |= set(given)
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []
        if tag != "meta":
            self._open.append((tag, given.get("lang", self._open[-1][1] if self._open else "")))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if self._open:
            self.words[self._open[-1][1]] += data


@pytest.fixture(scope="module")
def page() -> Page:
    """The page, read."""
    return Page(draw())


def test_every_term_is_explained_and_can_be_reached(page: Page) -> None:
    assert len(set(page.ids)) == len(page.ids)
    for term in own_terms():
        assert term.local in page.ids
        assert f"#{term.local}" in page.links
        zh, en = (said.replace("`", "") for said in (term.meaning.comment_zh, term.meaning.comment_en))
        assert f"{zh}。" in page.words["zh"]
        assert f"{en}." in page.words["en"]
        for word in term.words:
            assert f"{term.local}-{word}" in page.ids


def test_links_lead_somewhere_and_nothing_is_loaded(page: Page) -> None:
    inside = {link[1:] for link in page.links if link.startswith("#")}
    assert inside <= set(page.ids)
    elsewhere = {link for link in page.links if not link.startswith("#")}
    assert {"govgraph.ttl", "shapes.ttl", "https://schema.org/Event", "http://www.w3.org/ns/org#memberOf"} <= elsewhere
    assert all(
        link.startswith(("http://www.w3.org/", "http://purl.org/", "https://schema.org/"))
        for link in elsewhere - {"govgraph.ttl", "shapes.ttl"}
    )
    assert not page.tags & {"script", "link", "img", "iframe", "object", "base"}
    assert not page.attributes & {"src", "style", "onclick"}
    assert "url(" not in draw()
    assert "@import" not in draw()


def test_the_published_page_is_that_of_the_schema() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == draw(), "run: make docs"


def test_the_iris_are_those_of_the_base() -> None:
    text = draw(BASE)
    assert f"<code>{BASE}schema/Meeting</code>" in text
    assert "urn:govgraph" not in text


@pytest.mark.parametrize(("form", "make"), [("turtle", ontology), ("shapes", shapes), ("html", draw)])
def test_the_command_writes_each_form(run, tmp_path: Path, form: str, make) -> None:
    assert run("ontology", form).stdout == make()
    path = tmp_path / "out"
    result = run("ontology", form, "--base", BASE, "-o", path)
    assert (result.exit_code, result.stdout) == (0, "")
    assert path.read_text(encoding="utf-8") == make(BASE)


def test_the_command_checks_an_ontology(run, tmp_path: Path) -> None:
    path = tmp_path / "kg.ttl"
    assert run("ontology", "-o", path).exit_code == 0
    sound = run("ontology", "--lint", path)
    assert (sound.exit_code, sound.stdout, sound.stderr) == (0, "", f"{path}: no problems\n")
    path.write_text(path.read_text(encoding="utf-8").replace(' , "meeting"@en', ""), encoding="utf-8")
    broken = run("ontology", "--lint", path)
    assert (broken.exit_code, broken.stderr) == (1, f"{path}: 1 problem\n")
    assert broken.stdout == "gg:Meeting: has 0 rdfs:label in 'en' and needs one\n"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("rdfxml",), 2, "'rdfxml' is not one of 'turtle', 'shapes', 'html'"),
        (("--base", "https://example.org/kg"), 2, "is no base of names: give an absolute IRI that ends in / or :"),
        (("--lint", "nowhere.ttl"), 2, "File 'nowhere.ttl' does not exist"),
        (("--lint", str(PUBLISHED)), 1, "the ontology is no Turtle"),
    ],
)
def test_mistakes_are_told(run, arguments: tuple[str, ...], code: int, words: str) -> None:
    result = run("ontology", *arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert words in result.stderr


@pytest.mark.browser
@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (1400, "dark"), (390, "light")])
def test_a_browser_shows_it_whole(width: int, scheme: str) -> None:
    from playwright.sync_api import sync_playwright

    complaints: list[str] = []
    with sync_playwright() as playwright:
        program = playwright.chromium.launch(executable_path=neo4j_browser.chromium(), args=["--no-sandbox"])
        window = program.new_page(
            viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
        )
        window.on("console", lambda message: complaints.append(message.text))
        window.on("request", lambda request: complaints.append(request.url) if request.url[:4] != "file" else None)
        window.goto(f"{PUBLISHED.as_uri()}#HOLDS_POST")
        assert window.evaluate("document.documentElement.scrollWidth") <= width
        window.locator("#HOLDS_POST").get_by_role("link", name="Organization").click()
        assert window.locator("#Organization h3").is_visible()
        assert abs(window.locator("#Organization").bounding_box()["y"]) < 50
        program.close()
    assert complaints == []
