"""Articles as one self-contained HTML page: text with coloured mentions, facts beside it.

Nothing is loaded from elsewhere, and everything that comes from an article is escaped; the page's policy lets no script
run but its own.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import Any

from govgraph.shown.colours import COLOURS
from govgraph.shown.marks import OVER, Fact, Mark, Piece, Shown, pieces, said, visible
from graph.fragment import Node
from graph.schema import load_schema

_HEAD = ("id", "date", "home", "publication", "section", "byline", "source")


def draw(articles: Sequence[Shown]) -> str:
    """Return the whole page."""
    script = _file("page.js")
    allowed = b64encode(sha256(script.encode("utf-8")).digest()).decode("ascii")
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{allowed}'; base-uri 'none'"
    title = articles[0].article.title if len(articles) == 1 else f"{len(articles)} articles"
    lines = [
        "<!DOCTYPE html>",
        '<html lang="zh"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_safe(title or 'govgraph')}</title>",
        f"<style>\n{_file('page.css')}{_colours()}</style></head>",
        "<body>",
        *_legend(articles),
    ]
    if len(articles) > 1:
        links = (f'<a href="#a{at}">{_safe(a.article.title or a.article.id)}</a>' for at, a in enumerate(articles, 1))
        lines.append(f"<nav>{''.join(links)}</nav>")
    for at, shown in enumerate(articles, 1):
        lines += _section(shown, f"a{at}")
    lines += [f"<script>{script}</script>", "</body></html>", ""]
    return "\n".join(lines)


@cache
def _file(name: str) -> str:
    return files("govgraph.shown").joinpath(name).read_text(encoding="utf-8")


def _colours() -> str:
    """The rules of each label: the colour by day and by night, and that it can be switched off."""
    rules = []
    for label, colour in COLOURS.items():
        name = "line" if label in OVER else "tint"
        rules.append(f".{label} {{ --{name}: {colour.light}; }} body.no-{label} .{label} {{ --{name}: transparent; }}")
        if label not in OVER:
            rules.append(f"body.no-{label} .m.{label}[data-tag]::after {{ content: none; }}")
    for scheme, shade in (("light", 0), ("dark", 1)):
        inside = " ".join(f"--{label}: {colour[shade]};" for label, colour in COLOURS.items() if label in OVER)
        dark = " ".join(
            f".{label} {{ --{'line' if label in OVER else 'tint'}: {colour.dark}; }}"
            for label, colour in COLOURS.items()
            if shade
        )
        rules.append(f"@media (prefers-color-scheme: {scheme}) {{ :root {{ {inside} }} {dark} }}")
    rules += [f"body.no-{label} {{ --{label}: transparent; }}" for label in COLOURS if label in OVER]
    return "\n".join(rules) + "\n"


def _legend(articles: Iterable[Shown]) -> Iterator[str]:
    here = Counter(node.label for shown in articles for node in shown.fragment.nodes)
    yield '<header class="top">'
    for label in COLOURS:
        if here[label]:
            look = "over-key" if label in OVER else "key-tint"
            box = f'<input type="checkbox" checked data-label="{label}">'
            yield f'<label class="key {look} {label}">{box}{_zh(label)} {label}<b>{here[label]}</b></label>'
    yield '<span class="sure"><label><input type="checkbox" id="tags" checked> types in the text</label>'
    yield '<label>confidence from <input type="range" id="least" min="0" max="1" step="0.05" value="0"></label>'
    yield '<output id="least-shown" for="least">0.00</output></span></header>'


def _section(shown: Shown, anchor: str) -> Iterator[str]:
    article = shown.article
    text = visible(article.text)
    cuts = {at for fact in shown.facts for at in fact.span}
    body_start = len(article.title) + 1
    yield f'<section id="{anchor}"><div class="sheet">'
    yield f"<h2>{_marked(shown, text, 0, body_start - 1, cuts)}</h2>"
    yield f'<p class="about">{" · ".join(_about(shown))}</p>'
    yield f'<div class="text">{_marked(shown, text, body_start, len(text), cuts)}</div>'
    yield f"<details><summary>{len(shown.fragment.nodes)} nodes</summary><table>"
    for node in shown.fragment.nodes:
        more = " · ".join(filter(None, (" | ".join(node.aliases), _properties(node.properties))))
        yield f'<tr><th><span class="{_look(node)}">{node.label}</span></th>'
        yield f'<td>{_safe(node.name)}</td><td class="more">{_safe(more)}</td></tr>'
    yield "</table></details></div>"
    facts = shown.facts
    yield f'<aside aria-label="facts"><h3><span class="count">{len(facts)}</span> facts '
    yield "<small>point at one to see its words, click to keep them lit</small></h3>"
    for fact in facts:
        yield from _fact(fact)
    yield "</aside></section>" if facts else '<p class="none">Nothing is said.</p></aside></section>'


def _about(shown: Shown) -> Iterator[str]:
    for name in _HEAD:
        if value := getattr(shown.article, name):
            inferred = ' <i title="worked out from the page, neither printed nor given">inferred</i>'
            yield _safe(value) + (inferred if name in shown.article.inferred else "")


def _marked(shown: Shown, text: str, start: int, end: int, cuts: Iterable[int]) -> str:
    return "".join(_piece(piece, text) for piece in pieces(shown, start, end, cuts))


def _piece(piece: Piece, text: str) -> str:
    words = escape(text[piece.start : piece.end])
    where = f'data-s="{piece.start}" data-e="{piece.end}"'
    if not piece.marks:
        return f"<span {where}>{words}</span>"
    tint, lines = piece.tint, piece.lines
    over = " ".join(escape(mark.node.id) for mark in lines)
    attributes = [where, f'data-n="{" ".join(escape(mark.node.id) for mark in piece.marks)}"']
    if over:
        attributes.append(f'data-over="{over}"')
        attributes.append(f'style="{_underlines(lines)}"')
    ending = [mark for mark in piece.marks if mark.end == piece.end]
    if ending:
        attributes.append(f'data-tag="{" ".join(_zh(mark.node.label) for mark in ending)}"')
    attributes.append(f'title="{_safe(chr(10).join(map(_told, piece.marks)))}"')
    look = f"m {tint.node.label}" if tint else "m"
    return f'<span class="{look}" {" ".join(attributes)}>{words}</span>'


def _underlines(lines: Sequence[Mark]) -> str:
    """One line under another, at most three."""
    shadows = []
    for at, mark in enumerate(lines[:3]):
        shadows.append(f"0 {3 * at + 2}px 0 var(--{mark.node.label})")
        if at + 1 < len(lines[:3]):
            shadows.append(f"0 {3 * at + 3}px 0 var(--paper)")
    shadow = ", ".join(shadows)
    return f"--under: {shadow}; box-shadow: {shadow}"


def _told(mark: Mark) -> str:
    """What a pointer over the mention is told."""
    found = [] if mark.rule is None or mark.confidence is None else [f"{mark.rule} {mark.confidence:.2f}"]
    parts = [f"{mark.node.label} {mark.node.name}", _properties(mark.node.properties), *found]
    return " · ".join(part for part in parts if part)


def _fact(fact: Fact) -> Iterator[str]:
    edge, words = fact.edge, fact.words
    start, end = fact.span
    sure = words.confidence if words else 1.0
    nodes = " ".join(escape(node.id) for node in (fact.source, fact.target) if node)
    yield (
        f'<div class="fact" tabindex="0" data-s="{start}" data-e="{end}" data-c="{sure}" data-n="{nodes}">'
        f"<p>{_end(fact.source)}<b>{escape(edge.type)} {load_schema().relations[edge.type].zh} →</b>{_end(fact.target)}"
    )
    if edge.properties:
        yield f'<span class="with">{_safe(_properties(edge.properties))}</span>'
    yield "</p>"
    if words is None:
        yield '<p class="why">from a gazetteer, not from the article</p></div>'
    else:
        meter = f'<meter min="0" max="1" value="{sure}" aria-label="confidence"></meter>'
        yield f"<blockquote>{_safe(words.text)}</blockquote>"
        yield f'<p class="why"><span>{_safe(words.rule)}</span><span>{meter} {sure:.2f}</span></p></div>'


def _end(node: Node | None) -> str:
    return f'<span class="name {_look(node) if node else ""}">{_safe(said(node))}</span>'


def _look(node: Node) -> str:
    return f"{node.label} over" if node.label in OVER else node.label


def _properties(properties: Mapping[str, Any]) -> str:
    return "; ".join(f"{name}={value}" for name, value in properties.items())


def _zh(label: str) -> str:
    return load_schema().nodes[label].zh


def _safe(text: str) -> str:
    return escape(visible(text))
