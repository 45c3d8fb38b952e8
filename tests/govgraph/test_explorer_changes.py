"""What changes a graph from the explorer, in a real Chromium: a judgement by key, a dropped file that is added on a click."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
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

LEFT, RIGHT = "Person:江北辰@沙洲县", "Person:江北辰@沙洲县北镇"
PAGE = """沙洲日报
2025年7月9日　星期三

县政府召开防汛会

　　7月8日，沙洲县政府召开防汛会。副县长何秋水出席会议并讲话。何秋水强调，各镇要在7月20日前完成堤防检修。（记者 苏晚）
"""


def _fragment(article: str, scope: str) -> Fragment:
    about = Article(article, f"防汛会{article}", f"{scope}江北辰主持防汛会，会后检查堤防。", date="2025-07-01")
    words = _words(about, "江北辰主持防汛会")
    nodes = (
        Node("1", "Person", "江北辰", (), {"scope": scope}),
        Node("2", "Meeting", "防汛会", (), {"scope": "沙洲县"}),
    )
    return Fragment(about, nodes, (Edge("CHAIRED", "1", "2", (words,)),))


def _words(about: Article, said: str) -> Evidence:
    start = about.text.index(said)
    return Evidence(start, start + len(said), said, "test", 0.9)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two people who may be one."""
    made = tmp_path / "g"
    with GraphStore.open(made, create=True) as store:
        assert store.add([_fragment("a", "沙洲县"), _fragment("b", "沙洲县北镇")]).added == 2
    return made


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    with explorer.served(folder) as served:
        yield served


def _people(folder: Path) -> list[str]:
    with GraphStore.open(folder) as store:
        return [node.id for node in store.nodes("Person")]


def _articles(folder: Path) -> int:
    with GraphStore.open(folder) as store:
        return store.counts().articles


VERDICTS = [("y", "yes", [LEFT]), ("n", "no", [LEFT, RIGHT]), ("u", "unsure", [LEFT, RIGHT])]


@pytest.mark.parametrize(("key", "verdict", "left"), VERDICTS)
def test_a_pair_is_judged_by_a_key_and_taken_back(
    page: Page, folder: Path, key: str, verdict: str, left: list[str]
) -> None:
    page.get_by_role("link", name="核对").click()
    sides = page.locator(".side")
    expect(sides).to_have_count(2)
    for side, name, article in zip((sides.first, sides.last), (LEFT, RIGHT), "ab", strict=True):
        expect(side.locator(".scope")).to_have_attribute("title", name)
        expect(side.locator(".scope")).to_have_text(name.partition("@")[2])
        expect(side.locator(".quote b")).to_have_text("江北辰主持防汛会")
        expect(side.locator(".quote a")).to_have_attribute(
            "href", re.compile(rf"^/article\?id={article}&char=\d+,\d+#passage$")
        )
    expect(page.locator(".lead")).to_contain_text("同名，一方的范围在另一方之内，有 1 个共同的相关事物")
    page.keyboard.press(key)
    expect(page.get_by_role("status")).to_contain_text("已记下")
    expect(page.locator(".empty")).to_contain_text("没有要核对的了")
    with GraphStore.open(folder) as store:
        assert [(j.pair, j.verdict, bool(j.at)) for j in store.judgements()] == [((LEFT, RIGHT), verdict, True)]
    assert _people(folder) == left
    page.get_by_role("button", name="撤销").click()
    expect(page.locator(".side")).to_have_count(2)
    assert _people(folder) == [LEFT, RIGHT]


def test_a_skipped_pair_stays(page: Page, folder: Path) -> None:
    page.goto("/review")
    page.keyboard.press("s")
    expect(page.locator(".empty")).to_be_visible()
    page.goto("/review?label=Meeting")
    expect(page.locator(".empty")).to_be_visible()
    page.goto("/review?label=Person")
    expect(page.locator(".side")).to_have_count(2)
    assert _people(folder) == [LEFT, RIGHT]


def _drop(page: Page, *files: tuple[str, str, str]) -> None:
    """Let files fall on the page, as a hand with a mouse does: their names, media types and texts."""
    data = page.evaluate_handle(
        """(files) => {
            const data = new DataTransfer();
            for (const [name, type, text] of files) data.items.add(new File([text], name, { type }));
            return data;
        }""",
        [list(file) for file in files],
    )
    page.dispatch_event("main", "dragover", {"dataTransfer": data})
    expect(page.locator(".veil")).to_be_visible()
    page.dispatch_event("main", "drop", {"dataTransfer": data})


def test_a_dropped_page_is_shown_and_added_on_a_click(page: Page, folder: Path) -> None:
    _drop(page, ("沙洲日报.txt", "text/plain", PAGE))
    expect(page.locator(".sheet h1")).to_have_text("县政府召开防汛会")
    expect(page.locator(".drop-bar")).to_contain_text("读出 1 篇报道。 尚未加入图谱。")
    expect(page.locator(".text .m.Person").first).to_have_text("何秋水")
    expect(page.locator("[data-fact]").filter(has_text="何秋水").first).to_contain_text("各镇要在7月20日前完成堤防检修")
    assert _articles(folder) == 2
    page.get_by_role("button", name="加入图谱").click()
    expect(page.locator(".drop-bar")).to_contain_text("已在图谱中。")
    expect(page.get_by_role("button", name="加入图谱")).to_have_count(0)
    assert _articles(folder) == 3
    page.locator(".text a.m.Person").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("何秋水")


HTML = "<html><body><h1>县政府召开防汛会</h1><p>7月8日，沙洲县政府召开防汛会。<img src=x onerror=alert(1)><script>alert(2)</script></p></body></html>"


def test_a_web_page_that_is_dropped_is_only_text(page: Page, folder: Path) -> None:
    _drop(page, ('a"><img src=x onerror=alert(3)>.html', "text/html", HTML))
    expect(page.locator(".sheet")).to_contain_text("沙洲县政府召开防汛会")
    assert page.locator("main img").count() == 0
    assert _articles(folder) == 2


def test_a_chosen_file_is_read_with_what_is_known_of_it(page: Page) -> None:
    page.goto("/drop")
    file = {"name": "page.txt", "mimeType": "text/plain", "buffer": PAGE.replace("2025年7月9日　星期三", "").encode()}
    page.get_by_label("选择文件").set_input_files(file)
    page.get_by_label("日期").fill("2024-07-09")
    page.get_by_role("button", name="读", exact=True).click()
    expect(page.locator(".imprint")).to_contain_text("2024-07-09")


REFUSED = [
    ([("a.pdf", "application/pdf", "%PDF-1.4 broken")], "a.pdf"),
    ([("a.txt", "text/plain", "")], "no article"),
    ([("a.txt", "text/plain", PAGE), ("b.txt", "text/plain", PAGE)], "一次只拖一个文件"),
]


@pytest.mark.parametrize(("files", "told"), REFUSED)
def test_what_cannot_be_read_is_said(
    browser: Browser, address: str, files: list[tuple[str, str, str]], told: str
) -> None:
    context = browser.new_context(base_url=address, locale="zh-CN")
    page = context.new_page()
    page.set_default_timeout(explorer.WAIT)
    page.goto("/")
    _drop(page, *files)
    expect(page.get_by_role("alert")).to_contain_text(told)
    expect(page.locator(".veil")).to_be_hidden()
    context.close()


@pytest.mark.parametrize("viewport", [explorer.DESK, explorer.POCKET], ids=["desk", "pocket"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_serious_fault_and_pages_fit(
    browser: Browser, address: str, viewport: dict[str, int], theme: str
) -> None:
    with explorer.opened(browser, address, viewport=viewport) as page:
        page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
        _drop(page, ("沙洲日报.txt", "text/plain", PAGE))
        page.locator(".sheet").wait_for()
        for path in (page.url, "/drop", "/review", f"/review?left={quote(LEFT)}&right={quote(RIGHT)}&verdict=no"):
            page.goto(path)
            assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
            found = Axe().run(page).response["violations"]
            assert [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in ("serious", "critical")] == []
