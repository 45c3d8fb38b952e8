"""A PDF's pages as the characters that they print, by pdfium."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from extractors.readers.extras import need
from extractors.readers.pdf.glyphs import Glyph
from graph.errors import UnreadableInputError


@dataclass(frozen=True, slots=True)
class Printed:
    """What a page prints: its characters in the order of the file, and fonts some of whose characters were lost.

    A font is lost that neither the file nor this machine has: pdfium then leaves out what stands alone in it.
    """

    glyphs: list[Glyph]
    lost: frozenset[str]


def pages_of(data: bytes, name: str) -> Iterator[Printed]:
    """Yield what each page prints, white space and doubled print left out.

    Raises UnreadableInputError when the file is empty, encrypted, damaged or no PDF, or the library is not installed.
    """
    if not data.strip():
        raise UnreadableInputError(f"{name}:1: the file is empty; there is nothing to read")
    pdfium = need("pypdfium2", "pdf", name)
    raw = need("pypdfium2.raw", "pdf", name)
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            message = f"{name}: the file is encrypted; save it without a password first"
        elif not data.lstrip()[:5].startswith(b"%PDF"):
            message = f"{name}: this is no PDF; give the file the ending of what it is"
        else:
            message = f"{name}: the file is damaged ({error}); fetch it again"
        raise UnreadableInputError(message) from error
    try:
        for number in range(len(document)):
            try:
                page = document[number]
            except pdfium.PdfiumError as error:
                raise UnreadableInputError(
                    f"{name}:{number + 1}: the page is damaged ({error}); fetch the file again"
                ) from error
            text = page.get_textpage()
            yield Printed(_once(_glyphs(raw, text, page.get_height())), _lost(raw, page, text))
            text.close()
            page.close()
    finally:
        document.close()


def _glyphs(raw: Any, text: Any, height: float) -> Iterator[Glyph]:
    left, bottom = ctypes.c_double(), ctypes.c_double()
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    high = 0
    for at in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, at)
        if raw.FPDFText_IsGenerated(text, at) == 1 or code in (0x0A, 0x0D):
            continue
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
        raw.FPDFText_GetLooseCharBox(text, at, box)
        raw.FPDFText_GetCharOrigin(text, at, left, bottom)
        raw.FPDFText_GetMatrix(text, at, matrix)
        size = raw.FPDFText_GetFontSize(text, at) * math.hypot(matrix.b, matrix.d)
        if size > 0:
            yield Glyph(chr(code), box.left, box.right, height - bottom.value, size)


def _lost(raw: Any, page: Any, text: Any) -> frozenset[str]:
    """Return the names of the fonts in which the page prints text that pdfium does not give."""
    given = {_address(raw.FPDFText_GetTextObject(text, at)) for at in range(text.count_chars())}
    lost = set()
    for at in range(raw.FPDFPage_CountObjects(page)):
        thing = raw.FPDFPage_GetObject(page, at)
        if raw.FPDFPageObj_GetType(thing) == raw.FPDF_PAGEOBJ_TEXT and _address(thing) not in given:
            font = raw.FPDFTextObj_GetFont(thing)
            lost |= set() if raw.FPDFFont_GetIsEmbedded(font) else {_font_name(raw, font)}
    return frozenset(lost & _without_shapes(raw, text)) if lost else frozenset()


def _without_shapes(raw: Any, text: Any) -> set[str]:
    """Return the names of the fonts whose Chinese characters have no shape: what else is not given is white space."""
    found = set()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    for at in range(text.count_chars()):
        if "\u4e00" <= chr(raw.FPDFText_GetUnicode(text, at)) <= "\u9fff":
            raw.FPDFText_GetCharBox(text, at, left, right, bottom, top)
            if left.value == right.value:
                found.add(_font_name(raw, raw.FPDFTextObj_GetFont(raw.FPDFText_GetTextObject(text, at))))
    return found


def _address(thing: Any) -> int:
    return ctypes.addressof(thing.contents) if thing else 0


def _font_name(raw: Any, font: Any) -> str:
    name = ctypes.create_string_buffer(128)
    raw.FPDFFont_GetBaseFontName(font, name, len(name))
    return name.value.decode("utf-8", "replace")


def _once(glyphs: Iterator[Glyph]) -> list[Glyph]:
    """Return the glyphs; one printed again in the same place, to look bold or to cast a shadow, counts once."""
    seen: dict[tuple[str, int, int], Glyph] = {}
    kept = []
    for glyph in glyphs:
        step = glyph.size / 5
        column, row = round(glyph.x0 / step), round(glyph.base / step)
        near = (seen.get((glyph.text, column + dx, row + dy)) for dx in (-1, 0, 1) for dy in (-1, 0, 1))
        if any(other is not None and abs(other.x0 - glyph.x0) + abs(other.base - glyph.base) < step for other in near):
            continue
        seen[glyph.text, column, row] = glyph
        kept.append(glyph)
    return kept
