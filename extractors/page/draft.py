"""An article while its pieces are still being found on the page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractors.page import marks
from extractors.page.paragraphs import Paragraph, Part

_HAN = re.compile(r"[一-鿿]{3,}")
_OPENERS, _CLOSERS = "“《(", "”》)"
_TAIL = 400


def trigrams(shadow: str) -> set[str]:
    """Return the runs of three Chinese characters of a text."""
    return {run[at : at + 3] for run in _HAN.findall(shadow) for at in range(len(run) - 2)}


def unmatched_closer(shadow: str) -> bool:
    """Tell whether a quotation or bracket is closed that was opened before this text."""
    for opener, closer in zip(_OPENERS, _CLOSERS, strict=True):
        end = shadow.find(closer)
        if end >= 0 and opener not in shadow[:end]:
            return True
    return False


@dataclass(slots=True, eq=False)
class Draft:
    """One article in the making.

    `ended` says that nothing can follow: its writer was named at the end, or it goes on in another page.
    """

    title: str
    line: int
    section: str | None = None
    texts: list[str] = field(default_factory=list)
    byline: str | None = None
    part: Part = Part.BODY
    ended: bool = False
    jumps: bool = False
    length: int = 0
    # The next piece goes on here without a new line, whatever the last one looks like.
    broken: bool = False
    pieces: int = 0
    tail: str = ""
    _last: str = ""
    _last_part: Part = Part.BODY
    _fresh: list[str] = field(default_factory=list)
    _grams: set[str] = field(default_factory=set)

    @property
    def open(self) -> bool:
        """Whether the text so far stops inside a sentence."""
        return self.has_text and not self.ended and not marks.closed(self._last)

    @property
    def has_text(self) -> bool:
        """Whether the last piece was text: a byline or a subhead waits for what it stands above."""
        return bool(self.texts) and self._last_part not in (Part.BYLINE, Part.HEADING)

    def quoting(self) -> bool:
        """Whether a quotation or bracket is still open."""
        return any(self.tail.rfind(o) > self.tail.rfind(c) for o, c in zip(_OPENERS, _CLOSERS, strict=True))

    def add(self, paragraph: Paragraph, *, new_paragraph: bool = True, certain: bool = False) -> None:
        """Append a paragraph, inside the sentence when the text so far is open; a `certain` one always stands apart."""
        text, shadow = paragraph.text, paragraph.shadow
        if self.texts and not self.broken and (certain or (new_paragraph and not self.open)):
            self.texts.append("\n")
        self.texts.append(text)
        self.byline = self.byline or marks.byline_of(shadow, text)
        self.ended = marks.surely_ends_article(shadow) and self.length + len(text) > 30
        self.broken = False
        self.length += len(text)
        self.pieces += 1
        self._last, self._last_part = shadow[-12:], paragraph.part
        self.tail = (self.tail + shadow)[-_TAIL:]
        self._fresh.append(shadow)

    def cut_jump(self, start: int) -> None:
        """Take the last characters of the last piece, a jump line, off the text."""
        self.texts[-1] = self.texts[-1][:start].rstrip()

    def grams(self) -> set[str]:
        """The character trigrams of the text so far."""
        if self._fresh:
            self._grams |= trigrams(self.title)
            for shadow in self._fresh:
                self._grams |= trigrams(shadow)
            self._fresh.clear()
        return self._grams

    def forget(self) -> None:
        """Drop what only the search for more pieces needs: this article will get none."""
        self.ended, self.tail = True, ""
        self._fresh.clear()
        self._grams.clear()

    def body(self) -> str:
        """The text of the article as found."""
        return "".join(self.texts).strip()
