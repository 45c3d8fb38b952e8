"""PDF files: newspaper pages with columns, read in the order in which a person reads them."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.page import divide_lines
from extractors.page.lines import Line
from extractors.readers.origin import Origin, Report
from extractors.readers.pdf.document import Printed, pages_of
from extractors.readers.pdf.order import blocks_of
from extractors.readers.pdf.print import print_lines
from extractors.readers.pdf.rows import rows_of
from graph.errors import UnreadableInputError
from graph.fragment import Article

_UNMAPPED = 0.3


def read_pdf(origin: Origin, report: Report) -> Iterator[Article]:
    """Yield the articles of a PDF; `source` is `FILE:PAGE`. Report pages without text, and a file that holds none.

    An article that jumps to another page of the file is put together.
    """
    with origin.open() as stream:
        data = stream.read()
    lines: list[Line] = []
    bare: list[UnreadableInputError] = []
    number = 0
    try:
        for number, page in enumerate(pages_of(data, origin.name), 1):
            try:
                lines += _lines(page, f"{origin.name}:{number}", number)
            except UnreadableInputError as error:
                bare.append(error)
    except UnreadableInputError as error:
        report(error)
        return
    articles = divide_lines(lines, source=origin.name)
    if bare and len(bare) == number:
        report(UnreadableInputError(_all_bare(origin.name, number, bare)))
        return
    for unread in bare:
        report(unread)
    if not articles:
        report(
            UnreadableInputError(
                f"{origin.name}:1: no article found: the pages hold only headings or page furniture; "
                "an article needs at least one sentence"
            )
        )
    yield from articles


def _lines(page: Printed, where: str, number: int) -> list[Line]:
    """Return the lines of a page. Raises UnreadableInputError when it has no text, not all of it, or no known characters."""
    glyphs = page.glyphs
    if not glyphs:
        raise UnreadableInputError(
            f"{where}: the page holds pictures and no text; it was scanned: run it through OCR first (such as ocrmypdf)"
        )
    if page.lost:
        fonts = ", ".join(sorted(page.lost))
        raise UnreadableInputError(
            f"{where}: characters are lost: the font {fonts} is neither in the file nor on this machine; install a Chinese "
            "font (such as the package fonts-noto-cjk) and read the file again"
        )
    unmapped = sum(1 for glyph in glyphs if not glyph.text.isprintable() or "\ue000" <= glyph.text <= "\uf8ff")
    if unmapped > _UNMAPPED * len(glyphs):
        raise UnreadableInputError(
            f"{where}: the fonts do not say which characters they print ({unmapped} of {len(glyphs)} are unknown); "
            "run the page through OCR, or take its text from another edition"
        )
    return print_lines(blocks_of(rows_of(glyphs)), number)


def _all_bare(name: str, pages: int, errors: list[UnreadableInputError]) -> str:
    if pages == 1:
        return str(errors[0])
    return f"{name}: none of the {pages} pages has readable text; the first: {errors[0]}"
