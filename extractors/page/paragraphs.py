"""The paragraphs of a page: wrapped lines joined, each with the part that it may play."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from enum import Enum

from extractors.page import marks
from extractors.page.columns import is_full
from extractors.page.lines import Line

_CAPTION_LENGTH = 320
_CAPTION_LINES = 10
# A space parts the phrases of a title; a text has none between two characters.
_TWO_PHRASES = re.compile(r"[一-鿿”] [一-鿿“]")


class Part(Enum):
    """What a paragraph looks like, before its neighbours are asked."""

    BODY = "body"
    HEADING = "heading"
    BYLINE = "byline"
    BULLET = "bullet"
    CAPTION = "caption"
    JUMP_TO = "jump to"
    JUMP_FROM = "jump from"
    DATE = "date"


@dataclass(slots=True)
class Paragraph:
    """One paragraph, or the piece of one that a column holds."""

    text: str
    shadow: str
    part: Part
    line: int
    gap: bool
    indent: int
    lines: int = 1
    gap_after: bool = True
    # Set on a caption whose own heading stood right above it.
    title: str = field(default="")


def join(left: Line, right: Line) -> str:
    """Return what stands between two lines of one paragraph: nothing, or the space between two words."""
    if not left.spaced and right.indent != 1:
        return ""
    ends, starts = left.shadow[-1], right.shadow[0]
    words = ends.isascii() and ends.isalnum() and starts.isascii() and starts.isalnum()
    named = left.shadow.endswith(("记者", "通讯员")) or right.shadow.startswith("摄")
    return " " if words or named else ""


def _make(run: list[Line], part: Part | None = None) -> Paragraph:
    text, shadow = run[0].text, run[0].shadow
    if len(run) > 1:
        between = ["", *(join(a, b) for a, b in itertools.pairwise(run))]
        text = "".join(space + line.text for space, line in zip(between, run, strict=True))
        shadow = "".join(space + line.shadow for space, line in zip(between, run, strict=True))
    return Paragraph(text, shadow, part or classify(shadow), run[0].number, run[0].gap, run[0].indent, len(run))


def classify(shadow: str) -> Part:
    """Return the part that a paragraph plays by its own form."""
    if len(shadow) <= 24:
        if marks.JUMP_TO.fullmatch(shadow):
            return Part.JUMP_TO
        if marks.JUMP_FROM.fullmatch(shadow):
            return Part.JUMP_FROM
        if _is_date(shadow):
            return Part.DATE
        if marks.DOCUMENT_NUMBER.fullmatch(shadow):
            return Part.BODY
    if marks.is_byline(shadow):
        return Part.BYLINE
    if marks.is_credit(shadow):
        return Part.CAPTION
    if len(shadow) <= _CAPTION_LENGTH and marks.has_credit(shadow) and not marks.opens_article(shadow):
        return Part.CAPTION
    if marks.BULLET.match(shadow) and not marks.looks_like_heading(shadow):
        return Part.BULLET
    if marks.looks_like_heading(shadow) and not marks.opens_article(shadow):
        return Part.HEADING
    if len(shadow) <= _CAPTION_LENGTH // 2 and marks.PICTURE.match(shadow):
        return Part.CAPTION
    return Part.BODY


def _is_date(shadow: str) -> bool:
    digits = sum(c.isdigit() or c in "〇○零一二三四五六七八九十" for c in shadow)
    return len(shadow) <= 16 and digits >= 4 and shadow[-1] == "日" and "年" in shadow and "月" in shadow


def _starts_anew(line: Line) -> bool:
    """Tell whether a line opens something by its own form, wherever it stands."""
    shadow = line.shadow
    first = shadow[0]
    if first in "本据讯消(新" and marks.opens_article(shadow):
        return True
    if first in "□■◇◎●○☆★◆▲▪▶►◀◄◼⬤•本记通文(下上紧":
        return bool(
            marks.is_byline(shadow)
            or marks.BULLET.match(shadow)
            or (len(shadow) <= 24 and (marks.JUMP_TO.fullmatch(shadow) or marks.JUMP_FROM.match(shadow)))
        )
    return False


def _goes_on(run: list[Line], line: Line, coming: list[Line], *, indents: bool) -> bool:
    """Tell whether a line continues the paragraph of the lines before it; `coming` are the lines after it."""
    last = run[-1]
    if line.gap or not last.column or _starts_anew(line):
        return False
    if (indents and line.indent >= 2 and line.indent != last.indent) or (indents and line.indent > 4):
        return False
    if last.shadow.endswith(("摄", "摄)", "报道", "报道)")) and marks.has_credit("".join(r.shadow for r in run[-2:])):
        return False
    full = is_full(last, line)
    if marks.closed(last.shadow):
        return full and not _is_title_under_text(line, coming, indents=indents)
    titled = len(run) == 1 and (not indents or run[0].indent < 2) and marks.looks_like_heading(last.shadow)
    if full:
        repeats = titled and not indents and _repeats(last.shadow, line.shadow + (coming[0].shadow if coming else ""))
        repeats = repeats or (titled and not indents and _TWO_PHRASES.search(last.shadow) is not None)
        return not ((titled and line.indent > last.indent + 1) or repeats)
    if titled:
        return False
    if last.shadow[-1] in ",、;:“(《":
        return True
    heading = marks.looks_like_heading(line.shadow) and line.width < line.column - 3
    return not heading and last.width >= last.column - 12


def _is_title_under_text(line: Line, coming: list[Line], *, indents: bool) -> bool:
    """Tell whether a line under a sentence that fills its last line is the next title.

    A paragraph would go on to its full stop; a title stops without one, sticks out, or is said again below.
    """
    if not marks.looks_like_heading(line.shadow):
        return False
    if "," in line.shadow or ("、" in line.shadow and line.width <= line.column):
        return False
    if line.width < line.column - 3 or line.width > line.column + 4:
        return True
    if not coming or coming[0].gap or _starts_anew(coming[0]):
        return bool(coming) and not coming[0].gap
    if indents:
        return line.indent < 2 and coming[0].indent >= 2
    return _repeats(line.shadow, "".join(c.shadow for c in coming[:2]))


def _repeats(title: str, lead: str) -> bool:
    """Tell whether a line says again what the line above says, as the first line under a title does."""
    pairs = {title[at : at + 2] for at in range(len(title) - 1)}
    return 2 * sum(pair in lead for pair in pairs) > len(pairs)


def _uses_indents(lines: list[Line]) -> bool:
    """Tell whether the page marks the beginning of a paragraph by white space."""
    wrapped = [line for line in lines if line.column]
    indented = sum(1 for line in wrapped if line.indent >= 2)
    return indented >= 2 and 0.02 * len(wrapped) <= indented <= 0.75 * len(wrapped)


def _caption_run(run: list[Line]) -> list[Paragraph] | None:
    """Return the caption that a block between two blank lines is, with the heading above it as its title."""
    foot = run[-1].shadow if len(run[-1].shadow) > 12 or len(run) == 1 else run[-2].shadow + run[-1].shadow
    if len(run) > _CAPTION_LINES or not (marks.has_credit(foot) or marks.has_credit(run[-1].shadow)):
        return None
    if sum(len(line.text) for line in run) > _CAPTION_LENGTH or any(map(_starts_anew, run[:-1])):
        return None
    head = 0
    while (
        head < len(run) - 1 and head < 2 and marks.looks_like_heading(run[head].shadow) and "," not in run[head].shadow
    ):
        if is_full(run[head], run[head + 1]) or run[head].width > max(line.width for line in run[head + 1 :]):
            break
        head += 1
    if any(marks.closed(line.shadow) and line.width < run[head].width - 8 for line in run[head:-1]):
        return None
    caption = _make(run[head:], Part.CAPTION)
    caption.title = " ".join(line.text for line in run[:head])
    caption.line, caption.gap = run[0].number, run[0].gap
    return [caption]


def _split_caption(run: list[Line]) -> list[list[Line]]:
    """Cut a caption off the body that no blank line parts from it."""
    shadow = "".join(line.shadow for line in run[-3:])
    if len(run) < 2 or not marks.has_credit(shadow):
        return [run]
    for at in range(len(run) - 1, max(0, len(run) - _CAPTION_LINES), -1):
        if marks.CAPTION_START.match(run[at].shadow):
            return [run[:at], run[at:]]
    return [run]


def _runs(lines: list[Line]) -> list[list[Line]]:
    """Return the blocks that blank lines bound."""
    runs: list[list[Line]] = []
    for line in lines:
        if line.gap or not runs:
            runs.append([])
        runs[-1].append(line)
    return runs


def read_paragraphs(lines: list[Line]) -> list[Paragraph]:
    """Return the paragraphs of the lines in their order; no character is left out."""
    indents = _uses_indents(lines)
    found: list[Paragraph] = []
    for block in _runs(lines):
        caption = _caption_run(block)
        if caption:
            found.extend(caption)
            continue
        run: list[Line] = []
        pieces: list[list[Line]] = []
        for at, line in enumerate(block):
            if run and _goes_on(run, line, block[at + 1 : at + 3], indents=indents):
                run.append(line)
                continue
            if pieces and marks.is_credit(line.shadow) and not line.gap:
                # The credit stands on a line of its own under the caption.
                run.append(line)
                continue
            run = [line]
            pieces.append(run)
        for piece in pieces:
            found.extend(_make(part) for part in _split_caption(piece))
    for one, other in itertools.pairwise(found):
        one.gap_after = other.gap
    _mend_scraps(found)
    _mend_bullets(found)
    return found


def _mend_scraps(found: list[Paragraph]) -> None:
    """Turn into body what only looks like a heading: the last words of a column, cut off in mid-sentence.

    A title may stand right under the text before it, but not that and apart from the text that it heads.
    """
    start = 0
    while start < len(found):
        end = start
        while end < len(found) and found[end].part == Part.HEADING and not found[end].gap:
            end += 1
        follows_body = start > 0 and found[start - 1].part == Part.BODY
        if end > start and follows_body and found[end - 1].gap_after and not _opens(found, end):
            for paragraph in found[start:end]:
                paragraph.part = Part.BODY
        start = max(end, start + 1)


def _mend_bullets(found: list[Paragraph]) -> None:
    """Turn a bullet that stands alone under a heading into body: one item is no list."""
    for at, paragraph in enumerate(found):
        if paragraph.part == Part.BULLET and at and found[at - 1].part == Part.HEADING:
            alone = at + 1 == len(found) or found[at + 1].part != Part.BULLET
            if alone and not marks.is_briefs(found[at - 1].shadow):
                paragraph.part = Part.BODY


def _opens(found: list[Paragraph], at: int) -> bool:
    """Tell whether the paragraph there opens an article, or there is none."""
    return at == len(found) or found[at].part == Part.BYLINE or marks.opens_article(found[at].shadow)
