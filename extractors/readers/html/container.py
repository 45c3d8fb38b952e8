"""Where the main text of a web page is: the element that its template names, or what a library takes for it."""

from __future__ import annotations

import logging
import re
from typing import Any

from extractors.readers.extras import need
from extractors.readers.html.walk import lines_of, text_of

_TAGS = ("founder-content",)
# In the order of trust: what a template gives to the body alone, then what may hold more. Lower case.
_IDS = (
    "enpcontent js_content ucap-content ozoom zoom vsb_content vsb_content_2 vsb_content_4 newscontent articlecontent "
    "article_content article-content rwb_zw p-detail detailcontent contenttext content_area artibody zhengwen "
    "text_area ueditor_content"
).split()
_CLASSES = (
    "trs_editor trs_editor_view trs_ueditor pages_content v_news_content wp_articlecontent rm_txt_con j-fontcontent "
    "rich_media_content article-content article_content articlecontent article-body article_body article_txt "
    "news_content news-content newscontent detail-content detail_content content_text con_text contxt bt_content "
    "xxgk_content xl_content zwnr neirong zhengwen content_area text_con article-detail article_detail"
).split()
_SILENT = logging.NullHandler()
_LEAST = 20
_LINKED = 0.5
_HAN = re.compile(r"[一-鿿]")


def find_container(root: Any) -> Any | None:
    """Return the element that holds the body alone by its name, None when the template is unknown."""
    by_tag: dict[str, list[Any]] = {}
    by_id: dict[str, list[Any]] = {}
    by_class: dict[str, list[Any]] = {}
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag in _TAGS:
            by_tag.setdefault(element.tag, []).append(element)
        if element.get("id"):
            by_id.setdefault(element.get("id").strip().lower(), []).append(element)
        for name in (element.get("class") or "").lower().split():
            by_class.setdefault(name, []).append(element)
    for names, found in ((_TAGS, by_tag), (_IDS, by_id), (_CLASSES, by_class)):
        for name in names:
            fitting = [element for element in found.get(name, ()) if _holds_text(element)]
            if fitting:
                return max(fitting, key=lambda element: len(text_of(element)))
    return None


def _holds_text(element: Any) -> bool:
    own = len(_HAN.findall(text_of(element)))
    linked = sum(len(_HAN.findall(text_of(link))) for link in element.iter("a"))
    return own >= _LEAST and linked < _LINKED * own


def main_text(text: str, name: str) -> list[str]:
    """Return the lines that trafilatura takes for the main text. Raises UnreadableInputError without the library."""
    trafilatura = need("trafilatura", "html", name)
    # What it cannot read is reported here: its own words on that must not reach the user's terminal.
    logging.getLogger("trafilatura").addHandler(_SILENT)
    found = trafilatura.extract(text, include_comments=False, include_formatting=False, include_tables=True)
    return lines_of(found or "")
