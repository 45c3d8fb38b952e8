"""What a web page states of its article: title, date, publication, site, section, author."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any

from extractors.page import marks
from extractors.page.furniture import date_of, split_furniture
from extractors.page.lines import Line, read_lines
from extractors.readers.html.tree import Page
from extractors.readers.html.walk import Walked, lines_of, text_of

_PROPERTY = re.compile(r"enpproperty\b(.*?)/?enpproperty", re.DOTALL | re.IGNORECASE)
_FIELD = re.compile(
    r"<(?:founder-)?(date|title|subtitle|introtitle|author)>(.{0,400}?)</(?:founder-)?\1>", re.DOTALL | re.IGNORECASE
)
_TIMESTAMP = re.compile(r"\bvar\s+ct\s*=\s*[\"'](\d{10})[\"']")
_SEPARATOR = re.compile(r"\s{0,20}(?:[_|｜]{1,20}|\s[-–—]{1,20}\s|--{1,20}|(?<=[一-鿿])[-–—](?=[一-鿿]))\s{0,20}")
_SOURCE = re.compile(
    r"(?:信息来源|稿件来源|文章来源|新闻来源|来源|稿源|转载自) ?[::] ?([^\s::|\]】)]{2,24}?)"
    r"(?=\]|】|\)|\||\s|发布|作者|时间|日期|浏览|点击|字体|字号|责任编辑|编辑|打印|分享|$)"
)
_AUTHOR = re.compile(r"(?:^|[\s|])((?:作者|记者|文) ?[::/] ?[一-鿿·]{2,4}(?:[ 、][一-鿿·]{2,4})*)(?=\s|\||$)")
_LABELLED_DATE = re.compile(r"(?:发布|发表|更新|成文|发稿|上传)?(?:时间|日期|于) ?[::] ?(\d{4}.*)")
_TITLE_METAS = ("articletitle", "og:title", "twitter:title")
_DATE_METAS = (
    "pubdate",
    "publishdate",
    "publish_date",
    "article:published_time",
    "og:release_date",
    "datepublished",
    "date",
)
_SOURCE_METAS = ("contentsource", "source", "article:publisher")
_SITE_METAS = ("sitename", "og:site_name", "application-name")
_TITLE_IDS = ("activity-name", "ti", "title", "articletitle", "newstitle")
_TITLE_CLASSES = (
    "rich_media_title",
    "article-title",
    "article_title",
    "arti_title",
    "news_title",
    "newstitle",
    "bt",
    "title",
)
_OWN = re.compile(r"本站|本网|本网站|原创|网络|互联网|本单位")
_CHINA_TIME = timezone(timedelta(hours=8))


@dataclass(frozen=True, slots=True)
class Head:
    """What the page says of its article; what it does not say is None, the title empty."""

    title: str
    date: str | None
    publication: str | None
    site: str | None
    section: str | None
    byline: str | None


def read_head(page: Page, walked: Walked) -> Head:
    """Return what the page states in its head, in its template's fields and in the lines around the body."""
    metas = _metas(page.root)
    fields = _fields(page.text)
    around = read_lines("\n".join([*walked.before, *walked.body[:3], *walked.body[-3:], *walked.after]))
    printed = page.root.find(".//title")
    window_title = text_of_title(printed) if printed is not None else ""
    title = _title(page.root, metas, fields, window_title)
    site = next((metas[key] for key in _SITE_METAS if metas.get(key)), None) or _suffix(window_title, title)
    masthead = split_furniture(read_lines("\n".join(walked.before)))[1]
    publication = _publication(page.root, metas, around) or masthead.publication or site
    return Head(
        title=title,
        date=_date(page, metas, fields, walked) or masthead.date,
        publication=publication,
        site=site,
        section=metas.get("columnname"),
        byline=_author(around),
    )


def text_of_title(element: Any) -> str:
    """Return the text of the element `title`, which is no part of what is seen."""
    return " ".join(lines_of(" ".join((element.text or "").split())))


def _metas(root: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        key = element.get("name") or element.get("property") or element.get("itemprop") or ""
        content = " ".join((element.get("content") or "").split())
        if key and content:
            found.setdefault(key.strip().lower(), content)
    return found


def _fields(text: str) -> dict[str, str]:
    """Return the fields that a newspaper's template keeps in a comment."""
    comment = _PROPERTY.search(text)
    if comment is None:
        return {}
    return {
        name.lower(): " ".join(re.sub(r"<[^>]{0,400}>", " ", value).split())
        for name, value in _FIELD.findall(comment[1])
    }


def _title(root: Any, metas: dict[str, str], fields: dict[str, str], window_title: str) -> str:
    if fields.get("title"):
        parts = (fields.get("introtitle"), fields["title"], fields.get("subtitle"))
        return " ".join(part for part in parts if part)
    seen = [text for text in _seen_titles(root) if text]
    stated = next((metas[key] for key in _TITLE_METAS if metas.get(key)), "")
    if stated and not stated.endswith(("...", "…")):
        return next((text for text in seen if _letters(stated) == _letters(text)), stated)
    for text in seen:
        if _letters(text)[:8] in _letters(window_title or text) or (stated and text.startswith(stated.rstrip(".…"))):
            return text
    return stated or _prefix(window_title) or (seen[0] if seen else "")


def _seen_titles(root: Any) -> Iterator[str]:
    """Yield the headings that may be the title, the surest first."""
    for element in root.iter("founder-title", "h1"):
        yield text_of(element)
    named: list[tuple[int, str]] = []
    for element in root.iter("div", "p", "h2", "h3", "td", "span"):
        names = [(element.get("id") or "").lower(), *(element.get("class") or "").lower().split()]
        for rank, name in enumerate((*_TITLE_IDS, *_TITLE_CLASSES)):
            if name in names:
                named.append((rank, text_of(element)))
                break
    yield from (text for _, text in sorted(named, key=lambda pair: pair[0]) if len(text) <= 100)
    for element in root.iter("h2", "h3"):
        yield text_of(element)


def _prefix(window_title: str) -> str:
    return _SEPARATOR.split(window_title)[0].strip()


def _suffix(window_title: str, title: str) -> str | None:
    """Return the site's name that stands behind the title in the window's title."""
    parts = [part for part in _SEPARATOR.split(window_title) if part and _letters(part) not in _letters(title)]
    return parts[-1].strip() if parts and len(parts[-1]) <= 24 else None


def _date(page: Page, metas: dict[str, str], fields: dict[str, str], walked: Walked) -> str | None:
    stated = [fields.get("date"), *(metas.get(key) for key in _DATE_METAS)]
    stamp = _TIMESTAMP.search(page.text)
    if stamp:
        stated.append(datetime.fromtimestamp(int(stamp[1]), _CHINA_TIME).date().isoformat())
    for text in stated:
        if text and (date := date_of(text)):
            return date
    lines = read_lines("\n".join([*walked.before, *walked.body[:3]]))
    below = read_lines("\n".join(walked.after))
    for line in (*lines, *below):
        labelled = _LABELLED_DATE.search(line.shadow)
        if labelled and (date := date_of(labelled[1])):
            return date
    short = [line for line in reversed(lines) if len(line.shadow) <= 60 and not marks.closed(line.shadow)]
    return next((date for line in short if (date := date_of(line.shadow))), None)


def _publication(root: Any, metas: dict[str, str], around: list[Line]) -> str | None:
    account = root.get_element_by_id("js_name", None)
    stated = [text_of(account) if account is not None else None, *(metas.get(key) for key in _SOURCE_METAS)]
    stated += [line.text[found.start(1) : found.end(1)] for line in around if (found := _SOURCE.search(line.shadow))]
    return next((text for text in stated if text and "/" not in text and not _OWN.match(text)), None)


def _author(around: list[Line]) -> str | None:
    for line in around:
        if len(line.shadow) <= 80 and (found := _AUTHOR.search(line.shadow)):
            return line.text[found.start(1) : found.end(1)]
    return None


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())
