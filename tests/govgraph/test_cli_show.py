"""`govgraph show`: every mention and every fact is shown, the text stays whole, and no article can steer what shows it."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from extractors.pipeline import Extractor
from govgraph.shown import marks, page, terminal
from govgraph.shown.colours import COLOURS
from graph.fragment import Article, Edge, Evidence, Fragment, Node
from graph.schema import load_schema

ARTICLE = Article(
    id="a1",
    title="县委召开防汛工作会议",
    body="本报讯(记者 苏晚)7月1日,青川县委召开防汛工作会议。县委书记江北辰主持会议并讲话。\n"
    "江北辰强调,县水利局要在7月10日前修好堤坝;各镇要加强巡查。远峰建设公司投资3500万元建设北河大桥项目。",
    date="2025-07-02",
    home="四川省广元市青川县",
)
HOSTILE = Article(
    id='h"><script>alert(1)</script>',
    title="</title><script>alert('t')</script>县委书记江北辰<img src=x onerror=alert(2)>主持会议",
    body="青川县委书记江北辰</span></div><script>alert(3)</script>主持召开防汛工作会议。\x1b[2J\x07\x9b会议强调,"
    "要做好\"防汛\"工作&amp;<svg/onload=alert(4)>。\u202e\u2066\u2028远峰建设公司' onmouseover='alert(5)建设<b>北河大桥</b>项目。",
    byline="记者<script>alert(6)</script>苏晚",
    date="2025-07-02",
    home="四川省广元市青川县",
)


class Page(HTMLParser):
    """The elements of a page, and the words of each span of text by where they stand."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: dict[tuple[int, int], str] = {}
        self.scripts: list[str] = []
        self._open: list[str] = []
        self._span: tuple[int, int] | None = None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        assert len(given) == len(attrs), "an attribute is given twice"
        self.elements.append((tag, given))
        if tag not in ("meta", "input", "!doctype"):
            self._open.append(tag)
        if tag == "script":
            self.scripts.append("")
        self._span = (
            (int(given["data-s"] or 0), int(given["data-e"] or 0)) if tag == "span" and "data-s" in given else None
        )

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag
        self._span = None

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] == "script":
            self.scripts[-1] += data
        if self._span:
            self.words[self._span] = self.words.get(self._span, "") + data

    def of_class(self, name: str) -> list[dict[str, str | None]]:
        return [given for _, given in self.elements if name in (given.get("class") or "").split()]

    @property
    def text(self) -> str:
        """Title and body as the page shows them."""
        return "".join(self.words[span] for span in sorted(self.words))


def _file(folder: Path, *articles: Article) -> Path:
    path = folder / "articles.jsonl"
    lines = "".join(json.dumps(article.to_record(), ensure_ascii=False) + "\n" for article in articles)
    path.write_text(lines, encoding="utf-8")
    return path


def _page(run, path: Path, *options: object) -> Page:
    out = path.with_name("page.html")
    result = run("show", path, "--html", out, *options)
    assert (result.exit_code, result.stdout) == (0, ""), result.stderr
    return Page(out.read_text(encoding="utf-8"))


def test_brackets_mark_every_mention_and_leave_the_text_whole(run, tmp_path: Path) -> None:
    result = run("show", _file(tmp_path, ARTICLE))
    assert result.exit_code == 0, result.stderr
    assert result.stderr == "1 articles in, 1 shown, 0 reported\n"
    marked = result.stdout.split("\n\n")[1]
    for word in (
        "[苏晚|Person]",
        "[青川县委|Agency]",
        "[江北辰|Person]",
        "[防汛工作会议|Meeting]",
        "[县水利局|Agency]",
    ):
        assert word in marked
    assert re.search(r"\[\[县水利局\|Agency\]要[^\[\]]*堤坝\|Directive\]", marked)
    assert re.sub(r"\[|\|[A-Z][a-z]+\]", "", marked) == ARTICLE.text


def test_every_fact_has_its_ends_rule_confidence_and_words(run, tmp_path: Path) -> None:
    fragment = Extractor().fragment(ARTICLE)
    assert len(fragment.edges) >= 8
    names = {node.id: node.name for node in fragment.nodes} | {"article": "article"}
    out = run("show", _file(tmp_path, ARTICLE)).stdout
    assert f"\n{len(fragment.edges)} facts\n" in out
    for edge in fragment.edges:
        assert f"  {names[edge.source]} —{edge.type}→ {names[edge.target]}" in out
        for words in edge.evidence:
            said = " ".join(words.text.split())
            assert f"    {words.rule} {words.confidence:.2f} at {words.start}–{words.end}: {said}\n" in out + "\n"
    assert "江北辰 —HOLDS_POST→ 青川县委 {title=书记}" in out
    for node in fragment.nodes:
        assert f"\n  {node.label} {node.name}" in out


def test_colours_on_request_only(run, tmp_path: Path) -> None:
    path = _file(tmp_path, ARTICLE)
    coloured = run("show", path, "--color").stdout
    assert ARTICLE.body in re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert re.search(r"\x1b\[38;5;16m\x1b\[48;5;\d+m(\x1b\[24m)?江北辰\x1b\[0m", coloured)
    assert "\x1b" not in run("show", path).stdout
    assert run("show", path, "--no-color").stdout == run("show", path).stdout


def test_page_holds_the_text_the_mentions_and_the_facts(run, tmp_path: Path) -> None:
    shown = _page(run, _file(tmp_path, ARTICLE))
    fragment = Extractor().fragment(ARTICLE)
    assert shown.text == ARTICLE.text.replace("\n", "", 1)
    assert all(ARTICLE.text[start:end] == words for (start, end), words in shown.words.items())
    facts = shown.of_class("fact")
    assert len(facts) == len(fragment.edges)
    bounds = {at for span in shown.words for at in span}
    for fact in facts:  # the words of a fact can be lit exactly
        assert {int(fact["data-s"] or 0), int(fact["data-e"] or 0)} <= bounds
    tinted = {(given.get("class") or "").split()[-1] for given in shown.of_class("m")}
    assert {"Person", "Agency", "Company", "Measurement"} <= tinted
    assert {g["data-label"] for t, g in shown.elements if t == "input" and "data-label" in g} == {
        node.label for node in fragment.nodes
    }


def test_page_loads_nothing_and_runs_only_its_own_script(run, tmp_path: Path) -> None:
    shown = _page(run, _file(tmp_path, ARTICLE, HOSTILE))
    assert not [
        tag
        for tag, given in shown.elements
        if tag in ("link", "img", "iframe", "base", "svg", "object") or "src" in given
    ]
    assert {given["href"] for tag, given in shown.elements if tag == "a"} == {"#a1", "#a2"}
    assert len(shown.scripts) == 1
    digest = b64encode(sha256(shown.scripts[0].encode()).digest()).decode()
    policy = next(given["content"] or "" for _, given in shown.elements if given.get("http-equiv"))
    assert f"script-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")


def test_hostile_text_stays_text_in_the_page() -> None:
    shown = Page(page.draw([marks.read(HOSTILE, Extractor())]))
    ours = """html head meta title style body header label input b span output section div h2 p i details summary table tr
        th td aside h3 small blockquote meter script"""
    assert {tag for tag, _ in shown.elements} <= set(ours.split())
    assert not [name for _, given in shown.elements for name in given if name.startswith("on")]
    assert len(shown.scripts) == 1
    assert shown.text == marks.visible(HOSTILE.text).replace("\n", "", 1)
    assert shown.text.count("\ufffd") == 6
    assert len(shown.of_class("fact")) == len(Extractor().fragment(HOSTILE).edges) > 0


@pytest.mark.parametrize("colour", [True, False])
def test_hostile_text_cannot_steer_the_terminal(colour: bool) -> None:
    out = re.sub(r"\x1b\[[0-9;]*m", "", terminal.draw(marks.read(HOSTILE, Extractor()), colour=colour))
    assert set("\x1b\x07\x9b\u202e\u2066\u2028").isdisjoint(out)
    assert "<script>alert(3)</script>" in out


def test_hostile_articles_of_a_file_are_shown(run, tmp_path: Path) -> None:
    path = _file(tmp_path, HOSTILE)
    assert run("show", path).exit_code == 0
    assert len(_page(run, path).of_class("fact")) > 0


def test_least_confidence_leaves_out_facts(run, tmp_path: Path) -> None:
    path = _file(tmp_path, ARTICLE)
    shown = [len(_page(run, path, "--min-confidence", least).of_class("fact")) for least in (0, 0.9, 1)]
    assert shown[0] == len(Extractor().fragment(ARTICLE).edges)
    assert shown[0] > shown[1] == len(Extractor(min_confidence=0.9).fragment(ARTICLE).edges) > shown[2] == 0


def test_articles_of_a_file_are_picked_by_id(run, tmp_path: Path) -> None:
    path = _file(tmp_path, ARTICLE, HOSTILE)
    picked = run("show", path, "--id", "a1")
    assert (picked.exit_code, picked.stdout.count(" facts\n")) == (0, 1)
    lost = run("show", path, "--id", "a1", "--id", "a9")
    assert lost.exit_code == 1
    assert f"no article 'a9' in {path}\n" in lost.stderr
    assert run("show", "a1", "--id", "a1", "-g", tmp_path / "g").exit_code == 2


def test_articles_of_a_graph_are_shown_as_stored(run, graph_folder: Path, tmp_path: Path) -> None:
    result = run("show", "s1", "-g", graph_folder)
    assert result.exit_code == 0, result.stderr
    assert "[沙洲县政府|Agency]县长[江北辰|Person]主持[防汛会|Meeting]。本报记者 [苏晚|Person]" in result.stdout
    assert "江北辰 —CHAIRED→ 防汛会\n    test 0.90 at" in result.stdout
    assert "\n3 facts\n" in result.stdout
    out = tmp_path / "two.html"
    assert run("show", "s1", "s2", "-g", graph_folder, "--html", out).exit_code == 0
    assert len(Page(out.read_text(encoding="utf-8")).of_class("fact")) == 6


def test_what_is_neither_file_nor_article_is_reported(run, graph_folder: Path, tmp_path: Path) -> None:
    result = run("show", "s1", "s9", "-g", graph_folder)
    assert result.exit_code == 1
    assert f"'s9' is no file, and no article of the graph {graph_folder}\n" in result.stderr
    assert "1 shown, 1 reported" in result.stderr
    out = tmp_path / "none.html"
    assert run("show", "s9", "-g", tmp_path / "nowhere", "--html", out).exit_code == 1
    assert not out.exists()


def _stored(body: str, *nodes: Node, edges: tuple[Edge, ...] = ()) -> Fragment:
    return Fragment(Article(id="x", title="", body=body), nodes, edges)


def test_names_looked_up_do_not_overlap_and_the_longest_wins() -> None:
    body = "沙洲县委办公室主任与沙洲县委书记,王 强,县委会议"
    shown = marks.look_up(
        _stored(
            body,
            Node("n1", "Agency", "沙洲县委", ("县委",)),
            Node("n2", "Agency", "沙洲县委办公室"),
            Node("n3", "Person", "王强"),
            Node("n4", "Meeting", "县委会议"),
        )
    )
    found = [(shown.article.text[m.start : m.end], m.node.id) for m in shown.marks]
    assert found == [("沙洲县委办公室", "n2"), ("沙洲县委", "n1"), ("王 强", "n3"), ("县委会议", "n4"), ("县委", "n1")]


def test_stored_facts_under_the_least_confidence_are_left_out() -> None:
    def edge(confidence: float | None) -> Edge:
        words = (Evidence(1, 3, "防汛", "test", confidence),) if confidence is not None else ()
        return Edge("CONVENED", "n1", "n2", words)

    nodes = (Node("n1", "Agency", "县委"), Node("n2", "Meeting", "防汛"))
    for confidence, least, facts, left in ((0.5, 0.0, 1, 2), (0.5, 0.6, 0, 1), (0.7, 0.6, 1, 2), (None, 0.6, 1, 2)):
        shown = marks.look_up(_stored("防汛", *nodes, edges=(edge(confidence),)), least)
        assert (len(shown.facts), len(shown.fragment.nodes)) == (facts, left)


def test_pieces_cover_the_text_once_and_know_what_lies_over_them() -> None:
    shown = marks.read(ARTICLE, Extractor())
    text = ARTICLE.text
    cut = list(marks.pieces(shown, 0, len(text), cuts=(3, 30)))
    assert (cut[0].start, cut[-1].end) == (0, len(text))
    assert all(a.end == b.start for a, b in pairwise(cut))
    for piece in cut:
        over = {id(m) for m in shown.marks if m.start < piece.end and piece.start < m.end}
        assert {id(m) for m in piece.marks} == over
        assert all(m.start <= piece.start and piece.end <= m.end for m in piece.marks)
    assert any(piece.tint and piece.lines for piece in cut)


def test_every_label_has_a_colour() -> None:
    assert set(COLOURS) == set(load_schema().nodes) - {"Article"}
