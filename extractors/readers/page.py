"""Text files: each a newspaper page or one article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.page import divide
from extractors.readers.encoding import decode
from extractors.readers.origin import Origin, Report
from graph.errors import UnreadableInputError
from graph.fragment import Article

_MARKDOWN = re.compile(
    r"^(?:#{1,6}[ \t]{1,20}|>[ \t]?)|\*\*|__|^[-*_]{3,}[ \t]{0,20}$|`|!\[[^\]\n]{0,200}\]\([^)\n]{0,400}\)",
    re.MULTILINE,
)
_LINK = re.compile(r"\[([^\]\n]{1,200})\]\([^)\n]{0,400}\)")


def read_page(origin: Origin, report: Report) -> Iterator[Article]:
    """Yield the articles of a text file; report it when it is empty, binary or holds no article."""
    yield from _divide(origin, report, markdown=False)


def read_markdown(origin: Origin, report: Report) -> Iterator[Article]:
    """Yield the articles of a Markdown file; its marks are taken out, its lines keep their numbers."""
    yield from _divide(origin, report, markdown=True)


def _divide(origin: Origin, report: Report, *, markdown: bool) -> Iterator[Article]:
    with origin.open() as stream:
        data = stream.read()
    try:
        if not data.strip():
            raise UnreadableInputError(f"{origin.name}:1: the file is empty; there is nothing to read")
        text = decode(data, origin.name)
        del data
        if markdown:
            text = _MARKDOWN.sub("", _LINK.sub(r"\1", text))
        articles = divide(text, source=origin.name)
        if not articles:
            raise UnreadableInputError(
                f"{origin.name}:1: no article found: the text holds only headings or page furniture; "
                "an article needs at least one sentence"
            )
    except UnreadableInputError as error:
        report(error)
        return
    yield from articles
