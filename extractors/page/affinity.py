"""Which article a piece of text belongs to, and whether a heading begins one or divides one."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from extractors.page import marks
from extractors.page.draft import Draft, trigrams, unmatched_closer
from extractors.page.headings import is_slogan
from extractors.page.paragraphs import Paragraph, Part

_SAMPLE = 400
_LEAD = 160
_REPEATED = 0.25
_SLOGAN = 12
# So many words in common may be chance.
_CHANCE = 2
# What no sentence begins with.
_INSIDE = ",。、;:)”》的了着过和与及等"
# A logistic regression over composed pages (benchmarks/compose_pages.py), rounded.
_BIAS = -2.7
_WEIGHTS = {
    "opening": 1.0,
    "repeated in the lead": 4.0,
    "comma": -2.0,
    "two phrases": 0.6,
    "verb": 0.9,
    "figures": 0.2,
    "length": 2.6,
    "no gap where titles have one": -1.3,
    "gap where bodies have none": 1.6,
    "indented like a body": -1.5,
    "not indented": 1.7,
    "text before is cut off": -0.2,
    "cut off, and no opening": -2.0,
    "cut off, but long": 1.2,
    "words of the text before": -1.5,
    "first words in the text before": -1.0,
    "text before is short": -0.6,
}
_QUOTED = re.compile(r"“[^”]{0,200}”")
_HAN_PAIR = re.compile(r"(?=([一-鿿\d]{2}))")


def choose(paragraph: Paragraph, current: Draft, others: list[Draft]) -> Draft:
    """Return the article that a piece without heading continues: the current one or one left before it.

    Left open in mid-sentence, quotation not closed, and words that no other candidate has speak for one. The
    figures are those of a conditional logistic regression over composed pages, rounded.
    """
    if not others:
        return current
    candidates = [current, *others]
    sample = trigrams(paragraph.shadow[:_SAMPLE])
    known = [sample & draft.grams() for draft in candidates]
    own = [len(grams.difference(*(k for k in known if k is not grams))) for grams in known]
    closes = unmatched_closer(paragraph.shadow[:_SAMPLE])
    mid_sentence = paragraph.shadow[0] in _INSIDE
    scores = []
    for draft, votes in zip(candidates, own, strict=True):
        score = 3.7 * votes / (sum(own) + 4) + 2.3 * min(votes, 20) / 20
        score += 1.6 * (paragraph.shadow[:2] in draft.tail)
        if draft is current:
            score += 5.5 if draft.open else 2.0
        else:
            score += 3.6 if draft.open else -3.0 * (current.open or votes < _CHANCE)
        if draft.quoting():
            score += 1.5 if closes else -0.5
        elif closes:
            score -= 1.0
        score -= 3.0 * (mid_sentence and not draft.open) + 3.0 * draft.ended
        scores.append(score)
    return candidates[scores.index(max(scores))]


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
        for before, after in itertools.pairwise(paragraphs):
            if before.part == Part.HEADING and (after.part == Part.BYLINE or marks.opens_article(after.shadow)):
                sure += 1
                gapped += before.gap
            if before.part == Part.BODY and after.part == Part.BODY and marks.closed(before.shadow):
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
    last = cluster[-1]
    if marks.ENUMERATED.match(last.shadow):
        return False
    if following.part == Part.BYLINE or marks.opens_article(following.shadow) or current.ended:
        return True
    if all(is_slogan(heading.shadow) for heading in cluster):
        return False
    seen = _features(cluster, following, current, habit)
    return sum(_WEIGHTS[name] * value for name, value in seen.items()) + _BIAS > 0


def _features(cluster: list[Paragraph], following: Paragraph, current: Draft, habit: Habit) -> dict[str, float]:
    """What speaks for a title (a positive weight) or for a subhead, each between 0 and 1."""
    first = cluster[0]
    heading = "".join(p.shadow for p in cluster)
    lead = following.shadow[:_LEAD]
    pairs = set(_HAN_PAIR.findall(heading))
    repeated = sum(pair in lead for pair in pairs) / (len(pairs) or 1)
    opening = marks.OPENING.match(lead) is not None
    sample = trigrams(following.shadow[:_SAMPLE])
    return {
        "opening": opening,
        "repeated in the lead": repeated,
        "comma": "," in _QUOTED.sub("", heading),
        "two phrases": " " in heading,
        "verb": marks.HEADLINE_VERB.search(heading) is not None,
        "figures": any(c.isdigit() for c in heading),
        "length": min(len(heading), 30) / 30,
        "no gap where titles have one": habit.titles_gapped and not first.gap,
        "gap where bodies have none": first.gap and not habit.bodies_gapped,
        "indented like a body": habit.bodies_indented and first.indent >= 2,
        "not indented": habit.bodies_indented and first.indent < 2,
        "text before is cut off": current.open,
        "cut off, and no opening": current.open and not opening and repeated < _REPEATED and len(heading) <= _SLOGAN,
        "cut off, but long": current.open and len(heading) > _SLOGAN,
        "words of the text before": len(sample & current.grams()) / (len(sample) or 1),
        "first words in the text before": lead[:2] in current.tail,
        "text before is short": current.length < 120,
    }
