"""From paragraphs to articles: headings found a new one, pieces of text go on with the one they belong to."""

from __future__ import annotations

from collections import deque

from extractors.page import marks
from extractors.page.affinity import Habit, begins_article, choose
from extractors.page.draft import Draft
from extractors.page.headings import is_slogan, read_headings
from extractors.page.paragraphs import Paragraph, Part

_CANDIDATES = 4
_BRIEF = 260
_JUMPS = 16


class Assembly:
    """The articles of one page, built paragraph by paragraph."""

    def __init__(self, paragraphs: list[Paragraph]) -> None:
        self._paragraphs = paragraphs
        self._habit = Habit.of(paragraphs)
        self.drafts: list[Draft] = []
        self._current: Draft | None = None
        self._left: list[Draft] = []
        self._jumped: deque[Draft] = deque(maxlen=_JUMPS)
        self._section: str | None = None
        self._lasting = False

    def run(self) -> list[Draft]:
        """Return the articles in the order in which they begin on the page."""
        cluster: list[Paragraph] = []
        for paragraph in self._paragraphs:
            if paragraph.part == Part.HEADING:
                cluster.append(paragraph)
                continue
            cluster = self._take(cluster, paragraph)
        self._foot(cluster)
        return [draft for draft in self.drafts if draft.body()]

    # -- one paragraph, and the headings above it

    def _take(self, cluster: list[Paragraph], paragraph: Paragraph) -> list[Paragraph]:
        """Place a paragraph; return the headings that still wait for their text."""
        part = paragraph.part
        if part == Part.CAPTION:
            return self._caption(cluster, paragraph)
        if part == Part.JUMP_TO:
            self._rest_of_body(cluster)
            self._jump()
            return []
        if part == Part.DATE:
            self._rest_of_body(cluster)
            if self._current:
                self._current.add(paragraph)
            return []
        if part == Part.BULLET:
            self._bullet(cluster, paragraph)
        elif part == Part.JUMP_FROM:
            self._resume(cluster, paragraph)
        elif cluster:
            self._headed(cluster, paragraph)
        elif part == Part.BYLINE and self._current and self._current.texts:
            self._current.add(paragraph)
            self._current.ended = True
        else:
            self._body(paragraph)
        return []

    def _headed(self, cluster: list[Paragraph], paragraph: Paragraph) -> None:
        heads = read_headings(cluster)
        current = self._current
        if (
            current is None
            or heads.section is not None
            or begins_article(heads.title_lines, paragraph, current, self._habit)
        ):
            current = self._begin(heads.title, heads.line, paragraph, heads.section)
        else:
            for heading in cluster:
                # A slogan between two columns of one sentence belongs to the page.
                if not (current.open and heading.gap and (is_slogan(heading.shadow) or " " in heading.shadow)):
                    current.add(heading)
        self._add(current, paragraph)

    def _body(self, paragraph: Paragraph) -> None:
        current = self._current
        if current is None or (marks.opens_article(paragraph.shadow) and current.texts):
            current = self._begin("", paragraph.line, paragraph, None)
        elif current.has_text and paragraph.gap:
            others = [d for d in self._left if d.part == Part.BODY and not d.ended]
            chosen = choose(paragraph, current, others)
            if chosen is not current:
                self._left.remove(chosen)
                self._leave()
                self._current = current = chosen
            elif current.ended or (current.part == Part.BULLET and not current.open):
                current = self._begin("", paragraph.line, paragraph, None)
        self._add(current, paragraph)

    def _add(self, draft: Draft, paragraph: Paragraph) -> None:
        tail = paragraph.shadow[-24:]
        jump = marks.JUMP_TO.search(tail) if "版" in tail else None
        indented = not self._habit.bodies_indented or paragraph.indent >= 2
        certain = self._habit.bodies_indented and paragraph.indent >= 2
        draft.add(paragraph, new_paragraph=indented or draft.pieces == 0, certain=certain)
        if jump and jump[0].lstrip()[:1] in "(▶►":
            draft.cut_jump(len(paragraph.text) - len(tail) + jump.start())
            self._jump()

    def _bullet(self, cluster: list[Paragraph], paragraph: Paragraph) -> None:
        current = self._current
        if cluster:
            self._section, self._lasting = cluster[-1].text, True
        elif current and current.part == Part.BODY and current.texts and not paragraph.gap and not self._lasting:
            self._add(current, paragraph)
            return
        self._add(self._begin("", paragraph.line, paragraph, None), paragraph)

    def _caption(self, cluster: list[Paragraph], paragraph: Paragraph) -> list[Paragraph]:
        """Make a caption an article of its own, between or inside the others."""
        title, line = paragraph.title, paragraph.line
        if not title and cluster and not paragraph.gap:
            title, line = read_headings(cluster).title, cluster[0].line
            cluster = []
        draft = Draft(title, line, part=Part.CAPTION)
        draft.add(paragraph)
        draft.forget()
        self.drafts.append(draft)
        if self._current and not self._current.open:
            self._section, self._lasting = None, False
        return cluster

    def _jump(self) -> None:
        """Note that the current article goes on in another page."""
        if self._current:
            self._current.ended = self._current.jumps = True
            self._jumped.append(self._current)

    def _resume(self, cluster: list[Paragraph], paragraph: Paragraph) -> None:
        """Begin the rest of an article that another page opened, or go on with it when it is here."""
        heads = read_headings(cluster)
        key = _letters(heads.title)
        for draft in reversed(self._jumped):
            if draft.jumps and (not key or key in _letters(draft.title)):
                draft.ended = draft.jumps = False
                draft.broken = True
                self._leave()
                self._current = draft
                return
        self._begin(heads.title, heads.line or paragraph.line, paragraph, heads.section)

    # -- the articles that stand open

    def _begin(self, title: str, line: int, paragraph: Paragraph, section: str | None) -> Draft:
        self._leave()
        if section is not None:
            self._section = section
            self._lasting = marks.is_lasting(section)
        elif self._lasting and marks.is_briefs(self._section or "") and self._past_briefs(title, paragraph):
            self._section, self._lasting = None, False
        part = Part.BULLET if paragraph.part == Part.BULLET else Part.BODY
        draft = self._current = Draft(title, line, self._section, part=part)
        self.drafts.append(draft)
        if not self._lasting:
            self._section = None
        return draft

    def _past_briefs(self, title: str, paragraph: Paragraph) -> bool:
        last = self.drafts[-1] if self.drafts else None
        bullets = last is not None and last.part == Part.BULLET
        if bullets:
            return paragraph.part != Part.BULLET
        return paragraph.part == Part.BYLINE or len(paragraph.text) > _BRIEF

    def _leave(self) -> None:
        current = self._current
        if current is not None and current.texts and current not in self._left:
            self._left.append(current)
            while len(self._left) > _CANDIDATES:
                self._left.pop(0).forget()

    # -- headings without a text of their own

    def _rest_of_body(self, cluster: list[Paragraph]) -> None:
        for heading in cluster:
            if self._current:
                self._current.add(heading)

    def _foot(self, cluster: list[Paragraph]) -> None:
        """Keep what ends an article without a full stop; slogans at the foot of the page are dropped."""
        current = self._current
        for heading in cluster:
            attached = not heading.gap and ((current is not None and current.open) or self._habit.titles_gapped)
            signed = marks.ATTRIBUTION.search(heading.shadow) is not None
            if current and (attached or signed or marks.is_exclamation(heading.shadow)):
                current.add(heading)


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())
