"""Sets the articles of the seeds as newspaper pages in PDF, by reportlab: flowing columns, and boxes with headlines."""

from __future__ import annotations

import io
import re
from collections import deque
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from extractors.page import divide

SEEDS = Path(__file__).parents[2] / "seeds"
FONT = "Boxes"
PRINTED = (
    *range(0x20, 0x7F),
    *range(0x2010, 0x2030),
    *range(0x3000, 0x3020),
    *range(0x4E00, 0xA000),
    *range(0xFF00, 0xFF60),
    *range(0x2460, 0x2474),
    *range(0x25A0, 0x2600),
)
SIZE = 9.0
WIDTH, HEIGHT, MARGIN = 780.0, 1100.0, 36.0
MASTHEAD = ["{publication}", "{date}　星期四　第01版　要闻", "国内统一连续出版物号CN34-0000　新闻热线：0563-0000000"]
FOOT = "责任编辑：梅雪　版式：苏航　校对：叶青"

_CORNERS = ((50, -80), (50, 800), (450, 800), (450, -80))


@dataclass(frozen=True)
class Set:
    """One article as it is set: headings and paragraphs. A caption has no title."""

    kicker: str
    title: str
    subtitle: str
    paragraphs: tuple[str, ...]

    @property
    def heading(self) -> str:
        """Kicker, title and subtitle in one line."""
        return " ".join(part for part in (self.kicker, self.title, self.subtitle) if part)

    @property
    def body(self) -> str:
        """The body in one line."""
        return "".join(self.paragraphs)


@cache
def _boxes() -> TTFont:
    """Return a font whose characters are all boxes: a file that holds its font reads the same wherever it is read."""
    pen = TTGlyphPen(None)
    for draw, corner in zip((pen.moveTo, pen.lineTo, pen.lineTo, pen.lineTo), _CORNERS, strict=True):
        draw(corner)
    pen.closePath()
    box, names = pen.glyph(), {code: f"u{code:04X}" for code in (0, *PRINTED, 0xB7)}
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder(list(names.values()))
    font.setupCharacterMap({code: name for code, name in names.items() if code})
    font.setupGlyf(dict.fromkeys(names.values(), box))
    font.setupHorizontalMetrics({name: (500 if 0 < code < 0x80 else 1000, 50) for code, name in names.items()})
    font.setupHorizontalHeader(ascent=860, descent=-140)
    font.setupNameTable({"familyName": FONT, "styleName": "Regular", "psName": FONT})
    font.setupOS2()
    font.setupPost(keepGlyphNames=False)
    file = io.BytesIO()
    font.save(file)
    file.seek(0)
    return TTFont(FONT, file)


def seed(name: str) -> tuple[dict[str, Any], list[Set]]:
    """Return what a seed's record says of the page, and its articles."""
    record = yaml.safe_load((SEEDS / f"{name}.yaml").read_text(encoding="utf-8"))
    texts = divide((SEEDS / f"{name}.txt").read_text(encoding="utf-8"), source=name)
    known = {a.get("title", ""): a for a in record["articles"]}
    found = []
    for article in texts:
        stated = next((a for title, a in known.items() if title and title in article.title), {})
        found.append(
            Set(
                stated.get("kicker", ""),
                stated.get("title", article.title),
                stated.get("subtitle", ""),
                tuple(article.body.split("\n")),
            )
        )
    return record, found


def _style(size: float, **more: Any) -> ParagraphStyle:
    return ParagraphStyle("s", fontName=FONT, fontSize=size, leading=size * 1.45, wordWrap="CJK", **more)


def _paragraph(text: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(text.replace("&", "&amp;").replace("<", "&lt;"), style)


def _heading(article: Set, size: float, align: int = TA_CENTER) -> list[Paragraph]:
    small = max(size * 0.6, 1.2 * SIZE)
    parts = ((article.kicker, small), (article.title, size), (article.subtitle, small))
    return [_paragraph(text, _style(points, alignment=align, spaceAfter=3)) for text, points in parts if text]


def _body(article: Set) -> list[Paragraph]:
    if not article.title and len(article.paragraphs) == 1 and re.search("摄", article.body):
        return [_paragraph(article.body, _style(SIZE - 1))]
    return [
        _paragraph(text, _style(SIZE, firstLineIndent=2 * SIZE, alignment=TA_JUSTIFY)) for text in article.paragraphs
    ]


def _fill(paragraphs: list[Paragraph], width: float, height: float) -> list[list[Paragraph]]:
    """Return the paragraphs in columns of a height, broken where a column ends."""
    columns: list[list[Paragraph]] = [[]]
    left, queue = height, deque(paragraphs)
    while queue:
        paragraph = queue.popleft()
        _, needed = paragraph.wrap(width, left)
        followed = bool(queue) and queue[0].style.fontSize > SIZE
        alone = paragraph.style.fontSize > SIZE and left < needed + (14 if followed else 8) * SIZE
        if columns[-1] and (alone or left < SIZE * 1.45):
            # A heading stays with the lines under it.
            columns.append([])
            left = height
        if needed <= left + 0.01:
            columns[-1].append(paragraph)
            left -= needed + paragraph.getSpaceAfter()
            continue
        parts = paragraph.split(width, left)
        if len(parts) > 1:
            parts[0].wrap(width, left)
            columns[-1].append(parts.pop(0))
        elif not columns[-1]:
            columns[-1].append(paragraph)
            parts = []
        else:
            parts = [paragraph]
        columns.append([])
        left = height
        queue.extendleft(reversed(parts))
    return [column for column in columns if column]


def _draw(canvas: Canvas, paragraphs: list[Paragraph], x: float, top: float, width: float) -> float:
    """Draw paragraphs one under the other; return where the last one ends."""
    for paragraph in paragraphs:
        _, needed = paragraph.wrap(width, HEIGHT)
        paragraph.drawOn(canvas, x, top - needed)
        top -= needed + paragraph.getSpaceAfter()
    return top


class Press:
    """One PDF in the making."""

    def __init__(self, columns: int, gutter: float = 1.5 * SIZE, **canvas: Any) -> None:
        pdfmetrics.registerFont(_boxes())
        self._buffer = io.BytesIO()
        self.canvas = Canvas(self._buffer, pagesize=(WIDTH, HEIGHT), **canvas)
        self.columns, self.gutter = columns, gutter
        self.column = (WIDTH - 2 * MARGIN - (columns - 1) * gutter) / columns
        self.top = HEIGHT - MARGIN

    def left(self, column: int) -> float:
        """Return where a column begins."""
        return MARGIN + column * (self.column + self.gutter)

    def span(self, columns: int) -> float:
        """Return the width of some columns with the gutters between them."""
        return columns * self.column + (columns - 1) * self.gutter

    def masthead(self, record: dict[str, Any]) -> None:
        """Print the head and the foot of the page."""
        printed = {"publication": record.get("publication") or "宛陵新报", "date": _printed(str(record["date"]))}
        for text, size in zip(MASTHEAD, (34, 9, 8), strict=True):
            line = _paragraph(text.format(**printed), _style(size, alignment=TA_CENTER))
            self.top = _draw(self.canvas, [line], MARGIN, self.top, WIDTH - 2 * MARGIN) - 4
        _draw(self.canvas, [_paragraph(FOOT, _style(8))], MARGIN, MARGIN, WIDTH)
        self.top -= 10

    def flow(self, articles: list[Set]) -> None:
        """Set the articles one after the other through the columns, each title over its first column alone."""
        paragraphs = []
        for article in articles:
            paragraphs += _heading(article, 13) + _body(article)
            paragraphs[-1].style = _style(
                SIZE, firstLineIndent=paragraphs[-1].style.firstLineIndent, alignment=TA_JUSTIFY, spaceAfter=12
            )
        height = _balanced(paragraphs, self.column, self.columns)
        for number, column in enumerate(_fill(paragraphs, self.column, height)):
            _draw(self.canvas, column, self.left(number), self.top, self.column)
        self.top -= height + 20

    def rows(self, articles: list[Set], spans: list[list[int]]) -> None:
        """Set rows of articles side by side, each with its headings over all its columns."""
        queue = deque(articles)
        number = 0
        while queue:
            row, at, lowest = spans[number % len(spans)], 0, self.top
            for span in row:
                if queue:
                    lowest = min(lowest, self.box(queue.popleft(), at, span))
                    at += span
            self.top = lowest - 22
            number += 1

    def box(self, article: Set, at: int, span: int) -> float:
        """Set one article over some columns; return where it ends."""
        x = self.left(at)
        top = _draw(self.canvas, _heading(article, 20), x, self.top, self.span(span))
        body = _body(article)
        top -= 8 if article.title else 60
        height = _balanced(body, self.column, span)
        for number, column in enumerate(_fill(body, self.column, height)):
            _draw(self.canvas, column, x + number * (self.column + self.gutter), top, self.column)
        return top - height

    def page(self) -> None:
        """Begin the next page."""
        self.canvas.showPage()
        self.top = HEIGHT - MARGIN

    def pdf(self) -> bytes:
        """Return the file."""
        self.canvas.save()
        return self._buffer.getvalue()


def _balanced(paragraphs: list[Paragraph], width: float, columns: int) -> float:
    """Return the least height at which the paragraphs fit into so many columns."""
    height = SIZE * 1.45 * 3
    while len(_fill(paragraphs, width, height)) > columns:
        height += SIZE * 1.45 / 2
    return height


def _printed(date: str) -> str:
    year, month, day = date.split("-")
    return f"{year}年{int(month)}月{int(day)}日"
