"""One case: articles of the corpus, mutated and written as a file of one of the formats that are read."""

from __future__ import annotations

import gzip
import io
import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from benchmarks.fuzzing import mutations
from benchmarks.fuzzing.corpus import Record


@dataclass(frozen=True)
class Case:
    """The name of a file and its bytes."""

    name: str
    data: bytes


def case(corpus: Sequence[Record], seed: int, number: int) -> Case:
    """Return the case of a number: the same seed, number and corpus give the same bytes."""
    chance = random.Random(f"{seed}:{number}")  # noqa: S311 - mutations, no secret
    articles = [dict(chance.choice(corpus)) for _ in range(chance.choice((1, 1, 1, 2, 4)))]
    levels = chance.choice(("s", "c", "b", "sc", "sc", "scb"))
    if "s" in levels:
        for _ in range(chance.choice((1, 1, 2, 4, 8))):
            articles = mutations.structure(chance, articles, lambda: chance.choice(corpus))
    if "c" in levels:
        for _ in range(chance.choice((1, 2, 4, 16, 60))):
            article = chance.choice(articles)
            field = chance.choice(("title", "body", "body", "body"))
            if isinstance(article.get(field), str):
                article[field] = mutations.characters(chance, article[field])
    name = chance.choice(list(_FORMATS))
    raw = _FORMATS[name](articles, chance)
    if "b" in levels:
        for _ in range(chance.choice((1, 1, 3, 10))):
            raw = mutations.data(chance, raw)
    return Case(f"case{name.lstrip('0123456789')}", raw)


def _page(articles: list[Record], chance: random.Random) -> str:
    gap = chance.choice(("\n", "\n\n", "\n\n\n", " "))
    return gap.join(f"{article.get('title') or ''}\n{article.get('body') or ''}" for article in articles)


def _text(articles: list[Record], chance: random.Random) -> bytes:
    encoding = chance.choice(("utf-8", "utf-8", "utf-8", "utf-8-sig", "gb18030", "big5", "utf-16"))
    return _page(articles, chance).encode(encoding, "replace")


def _markdown(articles: list[Record], chance: random.Random) -> bytes:
    mark = chance.choice(("# ", "## ", "> ", "**", "---\n", "[", "![x](y)"))
    return (mark + _page(articles, chance)).encode("utf-8", "replace")


def _lines(articles: list[Record], chance: random.Random) -> bytes:
    plain = chance.random() < 0.5
    return "\n".join(json.dumps(article, ensure_ascii=plain) for article in articles).encode("utf-8", "replace")


def _packed(articles: list[Record], chance: random.Random) -> bytes:
    return gzip.compress(_lines(articles, chance), compresslevel=1, mtime=0)


def _html(articles: list[Record], chance: random.Random) -> bytes:
    article = articles[0]
    title, body = escape(str(article.get("title") or "")), str(article.get("body") or "")
    paragraphs = "".join(f"<p>{escape(part)}</p>" for part in body.split("\n"))
    holder = chance.choice(("article", "div", "div id='UCAP-CONTENT'", "td", "table><tr><td"))
    page = (
        f"<html><head><title>{title}</title><meta name='PubDate' content='{escape(str(article.get('date')))}'></head><body>"
        f"<div class='nav'><a href='/'>首页</a></div><h1>{title}</h1><{holder}>{paragraphs}</{holder.split()[0]}></body></html>"
    )
    for _ in range(chance.choice((0, 0, 1, 5))):
        page = mutations.characters(chance, page)
    return page.encode("utf-8", "replace")


def _pdf(articles: list[Record], chance: random.Random) -> bytes:
    """Lines of one size in columns, by reportlab: what cannot be printed in its font is a gap."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(600, 800), invariant=1, pageCompression=chance.randrange(2))
    width, left, top = chance.randrange(4, 30), 20, 780
    canvas.setFont("STSong-Light", 9)
    for line in _page(articles, chance)[:6000].encode("gb2312", "ignore").decode("gb2312").split("\n"):
        for start in range(0, max(1, len(line)), width):
            if top < 20:
                left, top = left + 10 * width + 10, 780
            if left + 10 * width > 590:
                canvas.showPage()
                canvas.setFont("STSong-Light", 9)
                left = 20
            canvas.drawString(left, top, line[start : start + width])
            top -= 12
    canvas.save()
    return out.getvalue()


_FORMATS: dict[str, Callable[[list[Record], random.Random], bytes]] = {
    ".jsonl": _lines,
    "1.jsonl": _lines,
    "2.jsonl": _lines,
    ".jsonl.gz": _packed,
    ".txt": _text,
    "1.txt": _text,
    "2.txt": _text,
    ".md": _markdown,
    ".html": _html,
    ".pdf": _pdf,
}
"""The writer of each ending; endings with a number before them come up the more often."""
