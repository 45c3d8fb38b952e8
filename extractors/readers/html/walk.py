"""The lines of a web page as a reader sees them, those of the main part apart from what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from extractors.page.lines import clean

_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd div dl dt fieldset figcaption figure footer form h1 h2 "
    "h3 h4 h5 h6 header hr li main nav ol p pre section table tbody thead tr ul founder-content founder-title".split()
)
_UNSEEN = frozenset(
    "script style noscript template head iframe object embed svg canvas video audio button select option input "
    "textarea map".split()
)
# Parts inside the main part of a page that are none of its text.
_APPARATUS = re.compile(
    r"(?:^|[-_ ])(?:b?d?share(?:buttonbox)?|bshare|social|relat(?:e|ed|ion)s?|xgyd|recommend|prev-?next|pre_?next|prevnext|"
    r"pagination|pagenav|breadcrumbs?|crumbs?|toolbar|tools|qr_?code|ewm|erweima|comments?|copyright|footer|nav|"
    r"fontsize|print|video_brief|editors?|zrbj)(?:[-_ ]|$)",
    re.IGNORECASE,
)
# `visibility: hidden` says nothing: official accounts print their whole text so, and show it by script.
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_SOURCE_BREAK = re.compile(r"(?<![ \t\r\f])[ \t\r\f]*+\n[ \t\r\f\n]*+")
_BREAK, _START, _END = "\n", "\x02", "\x03"
_WIDE = "\u2e80-\u9fff\uff00-\uffef“”‘’…—·"
_SOFT = re.compile(rf"(?<=[{_WIDE}])\x01(?=[{_WIDE}])")
_EDGE = " \t\u3000\xa0\u2002\u2003\u2009\ufeff"


@dataclass(slots=True)
class Walked:
    """The lines before the main part, in it, and after it; all `before` when there is none."""

    before: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)


def walk(root: Any, container: Any = None) -> Walked:
    """Return the lines of a page: block elements and `<br>` end one, line ends of the source do not."""
    joined = "".join(_pieces(root, container))
    before, _, rest = joined.partition(_START)
    body, _, after = rest.partition(_END)
    return Walked(*(lines_of(part) for part in (before, body, after)))


def text_of(element: Any) -> str:
    """Return the text of an element in one line, a space for each line end that is seen."""
    return " ".join(lines_of("".join(_pieces(element, None))))


def lines_of(text: str) -> list[str]:
    """Return the lines that hold something, without the white space around them."""
    rows = clean(_SOFT.sub("", text).replace("\x01", " ")).split("\n")
    return [line for row in rows if (line := row.strip(_EDGE))]


def _pieces(root: Any, container: Any) -> Iterator[str]:
    todo: list[Any] = [root]
    depth_of_container = 0
    while todo:
        item = todo.pop()
        if isinstance(item, str):
            depth_of_container += (item == _START) - (item == _END)
            yield item
            continue
        if not isinstance(item.tag, str) or item.tag in _UNSEEN or _HIDDEN.search(item.get("style") or ""):
            continue
        if depth_of_container and item is not container and _is_apparatus(item):
            continue
        parts: list[Any] = [_source_text(item.text)]
        for child in item:
            parts += (child, _source_text(child.tail))
        if item.tag in _BLOCKS:
            parts = [_BREAK, *parts, _BREAK]
        elif item.tag in ("td", "th"):
            parts = [*parts, " "]
        if item is container:
            parts = [_START, *parts, _END]
        todo.extend(reversed(parts))


def _source_text(text: str | None) -> str:
    """Return a text with its control characters and line ends taken out; \\x01 marks a line end of the source."""
    return _SOURCE_BREAK.sub("\x01", clean(text)) if text else ""


def _is_apparatus(element: Any) -> bool:
    return _APPARATUS.search(f"{element.get('id') or ''} {element.get('class') or ''}") is not None
