"""Which article a piece of text belongs to, and whether a heading begins one or divides one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.page import marks
from extractors.page.draft import Draft, trigrams, unmatched_closer
from extractors.page.paragraphs import Paragraph, Part

_SAMPLE = 400
_QUOTED = re.compile(r"“[^”]*”")
_HAN_PAIR = re.compile(r"(?=([一-鿿\d]{2}))")


def choose(paragraph: Paragraph, current: Draft, others: list[Draft]) -> Draft:
    """Return the article that a piece without heading continues: the current one or one left before it.

    Left open in mid-sentence, quotation not closed, and words that no other candidate has speak for one.
    """
    if not others:
        return current
    candidates = [current, *others]
    sample = trigrams(paragraph.shadow[:_SAMPLE])
    shares = [len(sample & draft.grams()) / (len(sample) or 1) for draft in candidates]
    own = [
        len((sample & draft.grams()).difference(*(d.grams() for d in candidates if d is not draft)))
        for draft in candidates
    ]
    total = sum(own) + 4
    closes = unmatched_closer(paragraph.shadow[:_SAMPLE])
    mid_sentence = paragraph.shadow[0] in ",。、;:)”》的了着过和与及等"
    best, best_score = current, float("-inf")
    for draft, share, votes in zip(candidates, shares, own, strict=True):
        score = 4 * votes / total + share
        if draft is current:
            score += 2.0 if draft.open else 0.9
        else:
            score += 1.0 if draft.open else -1.2
        if draft.quoting():
            score += 2.0 if closes else -1.0
        elif closes:
            score -= 1.5
        if mid_sentence and not draft.open:
            score -= 3.0
        if draft.ended:
            score -= 3.0
        if score > best_score:
            best, best_score = draft, score
    return best


@dataclass(frozen=True, slots=True)
class Habit:
    """How the page sets its sure titles and its bodies: with or without a blank line before, with an indent."""

    titles_gapped: bool
    bodies_gapped: bool
    bodies_indented: bool

    @classmethod
    def of(cls, paragraphs: list[Paragraph]) -> Habit:
        """Learn it from the titles that a byline follows and from the paragraphs of the page."""
        sure = gapped = bodies = bodies_gapped = indented = 0
        for before, after in zip(paragraphs, paragraphs[1:], strict=False):
            if before.part == Part.HEADING and (after.part == Part.BYLINE or marks.opens_article(after.shadow)):
                sure += 1
                gapped += before.gap
            if before.part == Part.BODY and after.part == Part.BODY:
                bodies += 1
                bodies_gapped += after.gap
            if after.part == Part.BODY:
                indented += after.indent >= 2
        any_gap = sum(p.gap for p in paragraphs) > 2
        return cls(
            titles_gapped=gapped * 2 > sure if sure else any_gap,
            bodies_gapped=bodies_gapped * 2 > bodies,
            bodies_indented=indented >= 2 and indented * 3 > bodies,
        )


def begins_article(cluster: list[Paragraph], following: Paragraph, current: Draft, habit: Habit) -> bool:
    """Tell whether headings begin an article (True) or stand inside the current one (False)."""
    first, last = cluster[0], cluster[-1]
    heading = "".join(p.shadow for p in cluster)
    if marks.ENUMERATED.match(last.shadow):
        return False
    if following.part == Part.BYLINE or marks.opens_article(following.shadow) or current.ended:
        return True
    lead = following.shadow[:160]
    score = 0.0
    if marks.OPENING.match(lead):
        score += 1.3
    pairs = set(_HAN_PAIR.findall(heading))
    score += 3.0 * (sum(1 for pair in pairs if pair in lead) / (len(pairs) or 1) - 0.35)
    if "," in _QUOTED.sub("", heading):
        score -= 1.5
    if " " in heading:
        score += 0.6
    if marks.HEADLINE_VERB.search(heading):
        score += 0.6
    if len(cluster) > 1:
        score += 0.8
    if len(heading) <= 6:
        score -= 1.0
    elif len(heading) >= 12:
        score += 0.3
    if habit.titles_gapped and not first.gap:
        score -= 2.5
    elif first.gap and not habit.bodies_gapped:
        score += 1.2
    if habit.bodies_indented:
        score += -1.5 if first.indent >= 2 else 0.8
    if current.open:
        score += 1.0
    sample = trigrams(following.shadow[:_SAMPLE])
    shared = len(sample & current.grams()) / (len(sample) or 1)
    score += 1.0 - 7.0 * min(shared, 0.4)
    if not current.opens_plainly:
        score -= 0.4
    return score > 0.4
