"""A newspaper page divided into its articles."""

from __future__ import annotations

import hashlib
from pathlib import PurePath

from extractors.page.assembly import Assembly
from extractors.page.columns import measure_columns
from extractors.page.furniture import split_furniture
from extractors.page.lines import Line, read_lines
from extractors.page.paragraphs import read_paragraphs
from graph.fragment import Article

__all__ = ["article_id", "divide", "divide_lines"]


def divide(
    text: str,
    *,
    source: str = "",
    publication: str | None = None,
    date: str | None = None,
    home: str | None = None,
) -> list[Article]:
    """Return the articles of a page in the order in which they begin on it; a caption is one with an empty title.

    Bodies hold the byline as printed; titles hold kicker and subtitle. `source` is the name of the file: ids are made
    from it, and each article's `source` is `FILE:LINE`. What the caller gives of publication, date (an ISO prefix) and
    home goes before what the masthead says. A text that holds one article gives one article; an empty text gives none.
    """
    return _divide(read_lines(text), source, publication, date, home, measured=False)


def divide_lines(lines: list[Line], *, source: str = "") -> list[Article]:
    """Return the articles of a page whose lines know their column and whether they fill it, as those of a PDF do."""
    return _divide(lines, source, None, None, None, measured=True)


def _divide(
    printed: list[Line], source: str, publication: str | None, date: str | None, home: str | None, *, measured: bool
) -> list[Article]:
    lines, masthead = split_furniture(printed)
    if not measured:
        measure_columns(lines)
    paragraphs = read_paragraphs(lines)
    del lines
    articles = []
    for number, draft in enumerate(Assembly(paragraphs).run(), 1):
        body = draft.body()
        articles.append(
            Article(
                id=article_id(source, number, f"{draft.title}\n{body}"),
                title=draft.title,
                body=body,
                section=draft.section,
                byline=draft.byline,
                publication=publication or masthead.publication,
                date=date or masthead.date,
                home=home,
                source=f"{source}:{draft.line}" if source else None,
            )
        )
    return articles


def article_id(source: str, number: int, text: str) -> str:
    """Return an id that two runs give alike: the name of the file, the place in it, a hash of the text."""
    name = PurePath(source).name
    for ending in (".gz", ".zst", ".txt", ".md", ".html", ".htm", ".pdf", ".jsonl"):
        name = name.removesuffix(ending)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{name or 'page'}#{number}-{digest}"
