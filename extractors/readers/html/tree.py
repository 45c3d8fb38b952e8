"""Bytes of a web page into its text and its tree, however broken the markup is."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Any

from extractors.readers.encoding import decode
from extractors.readers.extras import need
from graph.errors import UnreadableInputError

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s{0,20}=\s{0,20}[\"']?\s{0,20}([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
# A page may hold a few damaged characters in an advertisement; with more it is in another encoding.
_DAMAGED = 0.002
_CONTENT_COMMENT = re.compile(r"<!--\s{0,20}(/?)\s{0,20}enpcontent\s{0,20}-->")


@dataclass(frozen=True, slots=True)
class Page:
    """A web page: its text and its tree (an lxml element)."""

    text: str
    root: Any


def parse(data: bytes, name: str) -> Page:
    """Return a page. Raises UnreadableInputError when it is empty, binary, in no known encoding, or has no element."""
    if not data.strip():
        raise UnreadableInputError(f"{name}:1: the file is empty; there is nothing to read")
    html = need("lxml.html", "html", name)
    text = _text(data, name)
    # The comment in which a newspaper's template keeps the body becomes an element that can be found.
    text = _CONTENT_COMMENT.sub(lambda m: "</div>" if m[1] else '<div id="enpcontent">', text)
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        root = html.document_fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except need("lxml.etree", "html", name).ParserError as error:
        raise UnreadableInputError(f"{name}:1: the page has no content ({error}); save it again as HTML") from error
    return Page(text, root)


def _text(data: bytes, name: str) -> str:
    """Decode by the bytes themselves; by the charset that the page states where a few characters are damaged."""
    try:
        return decode(data, name)
    except UnreadableInputError:
        stated = _CHARSET.search(data[:4096])
        if stated is None:
            raise
        text = _leniently(data, stated[1].decode("ascii"))
        if text is None or text.count("\ufffd") > max(2, _DAMAGED * len(text)):
            raise
        return text


def _leniently(data: bytes, charset: str) -> str | None:
    """Return the text with U+FFFD for what is damaged; None for a charset that does not exist."""
    wider = "gb18030" if charset.lower() in ("gb2312", "gbk", "gb-2312", "x-gbk") else charset
    try:
        return data.decode(codecs.lookup(wider).name, "replace")
    except LookupError:
        return None
