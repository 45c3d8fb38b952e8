"""HTML files: article pages of governments, newspapers and official accounts, one article each."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.page import article_id, marks
from extractors.page.lines import read_lines
from extractors.readers.html.body import tidy
from extractors.readers.html.container import find_container, main_text
from extractors.readers.html.head import read_head
from extractors.readers.html.site import home_of
from extractors.readers.html.tree import parse
from extractors.readers.html.walk import Walked, walk
from extractors.readers.origin import Origin, Report
from graph.errors import UnreadableInputError
from graph.fragment import Article


def read_html(origin: Origin, report: Report) -> Iterator[Article]:
    """Yield the article of a page; report a page that is damaged or holds none.

    Title, date, publication and section come from what the page states of itself, the body from where its template
    keeps it, without navigation, sharing links and the names of editors. A home that only the site's name tells is
    marked as inferred.
    """
    with origin.open() as stream:
        data = stream.read()
    try:
        article = article_of(data, origin.name)
    except UnreadableInputError as error:
        report(error)
        return
    yield article


def article_of(data: bytes, name: str) -> Article:
    """Return the article of a page. Raises UnreadableInputError when it is no HTML or holds no article."""
    page = parse(data, name)
    container = find_container(page.root)
    walked = (
        walk(page.root, container) if container is not None else _unknown_template(page.text, walk(page.root), name)
    )
    head = read_head(page, walked)
    paragraphs = tidy(walked.body, head.title)
    body = "\n".join(paragraphs)
    if not any(marks.closed(line.shadow) or len(line.shadow) > 40 for line in read_lines(body)):
        raise UnreadableInputError(
            f"{name}:1: no article found: the page holds only links, headings or navigation; "
            "give the page of a single article"
        )
    if head.byline and head.byline not in body:
        body = f"{head.byline}\n{body}"
    home = home_of(head.site)
    line = 1 if container is None else container.sourceline or 1
    return Article(
        id=article_id(name, 1, f"{head.title}\n{body}"),
        title=head.title,
        body=body,
        section=head.section,
        byline=head.byline or _byline(body),
        publication=head.publication,
        date=head.date,
        home=home,
        source=f"{name}:{line}",
        inferred=("home",) if home else (),
    )


def _unknown_template(text: str, walked: Walked, name: str) -> Walked:
    """Part a page of an unknown template into what stands before the main text, that text, and what follows it."""
    body = main_text(text, name)
    places = [at for at, line in enumerate(walked.before) if line in set(body)]
    start, end = (places[0], places[-1] + 1) if places else (len(walked.before), len(walked.before))
    return Walked(walked.before[:start], body, walked.before[end:])


def _byline(body: str) -> str | None:
    lines = read_lines(body)
    for line in (*lines[:2], lines[-1]):
        found = marks.byline_of(line.shadow, line.text)
        if found:
            return found
    return None
