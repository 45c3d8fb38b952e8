"""Which entities are related: each pair that a relation allows and that stands near, judged by the words between and around."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, NamedTuple

import numpy as np

from extractors.reading import Fact
from extractors.text import Span
from extractors.trained.mentions import Mentions, step
from extractors.trained.weights import Bag, Candidates, hashed, mix, table

ENDS = {
    "HOLDS_POST": ("N", "ACO"),
    "HELD_IN": ("MV", "LCOP"),
    "LOCATED_IN": ("COAP", "L"),
    "UNDERTAKES": ("CAOL", "P"),
    "COOPERATES_WITH": ("CAOL", "CAOL"),
}
"""The relations that the model judges, with the letters of their sources and targets."""
_KINDS = (*ENDS, "ATTENDED", "SPOKE_AT", "LED", "CONVENED", "BELONGS_TO", "PART_OF", "HAS_MEASUREMENT")
_OTHER_SENTENCE, _FARTHEST = 60, 160
"""How much farther two mentions count that stand in two sentences, and how far apart they may be."""
_WORDS = 30
"""How many words between two mentions are looked at."""


class Pair(NamedTuple):
    """Two entities, by number, with the mentions that stand nearest, and the relation they may have."""

    relation: str
    source: int
    target: int
    one: Span
    other: Span


class Pairs(NamedTuple):
    """Pairs with their features: each is a choice of its own, to be related or not."""

    pairs: list[Pair]
    candidates: Candidates


def near(around: Mentions) -> dict[tuple[int, int], tuple[Span, Span]]:
    """Return the pairs of entities of which two mentions stand in one sentence or in two that follow each other."""
    where: dict[int, list[tuple[int, Span]]] = defaultdict(list)
    for number, spans in enumerate(around.spans):
        for span in spans:
            where[around.sentence(span.start)].append((number, span))
    best: dict[tuple[int, int], tuple[int, Span, Span]] = {}
    for sentence, mentions in where.items():
        for far, others in ((0, mentions), (_OTHER_SENTENCE, where.get(sentence + 1, []))):
            for number, span in mentions:
                for other, beside in others:
                    apart = far + max(0, span.start - beside.end, beside.start - span.end)
                    if number == other or apart > _FARTHEST:
                        continue
                    for pair, found in (
                        ((number, other), (apart, span, beside)),
                        ((other, number), (apart, beside, span)),
                    ):
                        if pair not in best or found < best[pair]:
                            best[pair] = found
    return {pair: (one, other) for pair, (_, one, other) in best.items()}


def pairs(around: Mentions) -> Pairs | None:
    """Return the pairs that may be related, with their features."""
    nearest = near(around)
    letters = around.letters
    found = [
        Pair(relation, source, target, *spans)
        for relation, (sources, targets) in ENDS.items()
        for (source, target), spans in nearest.items()
        if letters[source] in sources and letters[target] in targets
    ]
    return Pairs(found, _features(around, found)) if found else None


def _features(around: Mentions, found: list[Pair]) -> Candidates:
    text = around.text
    relation = np.array([_KINDS.index(pair.relation) for pair in found])
    source, target = np.array([pair.source for pair in found]), np.array([pair.target for pair in found])
    one_start, one_end = np.array([pair.one for pair in found]).T
    other_start, other_end = np.array([pair.other for pair in found]).T
    codes = np.array([ord(char) for char in around.letters])
    first, second = codes[source], codes[target]
    forward = one_start <= other_start
    low_start, low_end = np.where(forward, one_start, other_start), np.where(forward, one_end, other_end)
    high_start, high_end = np.where(forward, other_start, one_start), np.where(forward, other_end, one_end)
    inside = (one_start >= other_start) & (one_end <= other_end)
    outside = (other_start >= one_start) & (other_end <= one_end)
    nested = np.where(inside, 1, np.where(outside, 2, 0))
    begin, stop = low_end, np.maximum(low_end, high_start)
    size = stop - begin
    sentences = np.clip(around.sentence_of[other_start] - around.sentence_of[one_start], -3, 3) + 3
    marks = text.counts("，。；：！？\n、")
    marks = marks[stop] - marks[begin]
    names = {kind: counts[stop] - counts[begin] for kind, counts in around.names_before.items()}
    by_letter = np.stack([names[kind] if kind in names else names[""] * 0 for kind in "NLACOPMV"])
    rows = np.arange(len(found))
    of_first, of_second = (by_letter[["NLACOPMV".index(chr(c)) for c in side], rows] for side in (first, second))
    low_word, high_word = text.first[begin], np.maximum(text.last[stop], text.first[begin])
    ends1, ends2 = around.ends_of(1), around.ends_of(2)
    short = size <= 10
    between = np.where(short, text.span(begin, stop), 0)
    pair = first * 1000 + second * 10 + forward * 5 + nested
    facts = np.array(_known(around, found)).T
    contained = np.array([_contained(around, p) for p in found])
    levels = np.array([hashed(str(e.properties.get("level"))) % 1000 for e in around.entities])[target]
    counts = np.array([min(3, len(spans)) for spans in around.spans])
    alone = np.array([around.letters.count(char) == 1 for char in around.letters])
    before, before2 = text.before[0][low_start], text.before[1][low_start]
    after, after2, after3 = (words[high_end] for words in text.after)
    told: list[tuple[Any, ...]] = [
        ("b",),
        ("p", pair),
        ("t", first, second),
        ("d", forward, nested, step(size)),
        ("s", sentences, forward),
        ("n", forward, np.minimum(names[""], 4)),
        ("nl", pair, *(np.minimum(names[kind], 2) for kind in "NLACOP")),
        ("n1", forward, np.minimum(of_first, 3)),
        ("n2", forward, np.minimum(of_second, 3)),
        ("c", forward, np.minimum(marks, 5)),
        ("same", sentences == 3, marks == 0, forward),
        ("x", forward, short, between),
        ("xx", pair, short, between),
        ("wf", forward, text.after[0][begin] * (size > 0)),
        ("wf2", forward, text.after[0][begin] * (size > 0), text.after[1][begin] * (size > 0)),
        ("wl", forward, text.before[0][stop] * (size > 0)),
        ("wl2", forward, text.before[0][stop] * (size > 0), text.before[1][stop] * (size > 0)),
        ("bf", forward, before),
        ("bf2", forward, before, before2),
        ("af", forward, after),
        ("af2", forward, after, after2),
        ("aw", forward, after2),
        ("aw", forward, after3),
        ("nb", nested, text.before[0][high_start] * (nested > 0)),
        ("na", nested, text.after[0][high_end] * (nested > 0)),
        ("h1", ends2[source]),
        ("h2", ends2[target]),
        ("h12", ends1[source], ends1[target]),
        ("con", contained),
        ("lv", levels, first, second),
        ("lvd", levels, step(size), forward),
        ("m1", counts[source]),
        ("m2", counts[target]),
        ("one", alone[source], alone[target]),
        *((f"f{number}", column) for number, column in enumerate(facts)),
        ("ff", facts[0], facts[1]),
    ]
    bags = []
    for number, _ in enumerate(ENDS):
        for order in (True, False):
            mine = (relation == number) & (forward == order)
            if mine.any():
                high = np.where(mine, np.minimum(high_word, low_word + _WORDS), low_word)
                bags.append(Bag(mix("w", number, order, text.words), low_word, high))
    return Candidates(table(len(found), ((name, relation, *values) for name, *values in told)), rows, bags)


def _contained(around: Mentions, pair: Pair) -> int:
    """Return 2 where the name of the source begins with that of the target, 1 where it has it."""
    stem = around.entities[pair.target].name.rstrip("省市县区镇乡村")
    name = around.entities[pair.source].name
    return 0 if len(stem) < 2 or stem not in name else 1 + name.startswith(stem)


def _known(around: Mentions, found: list[Pair]) -> list[tuple[int, ...]]:
    """Return for each pair what has been found of the two so far: the types as bits, and the rule that related them."""
    bits = {kind: 1 << number for number, kind in enumerate(_KINDS)}
    of_source = {n: _bits(bits, around.by_source[n]) for n in range(len(around.entities))}
    of_target = {n: _bits(bits, around.by_target[n]) for n in range(len(around.entities))}
    known: list[tuple[int, ...]] = []
    for relation, source, target, _, _ in found:
        told = around.facts.get((source, target), [])
        back = around.facts.get((target, source), [])
        ends = (around.entities[source], around.entities[target])
        known.append(
            (
                _bits(bits, told) + 1,
                hashed(told[0].rule) % (1 << 40) if told else 0,
                _bits(bits, back) + 1,
                of_source[source] + 1,
                of_target[target] + 1,
                of_target[source] + 1,
                any(f.type == relation and f.target is not ends[1] for f in around.by_source[source]),
                any(f.type == relation and f.source is not ends[0] for f in around.by_target[target]),
            )
        )
    return known


def _bits(bits: dict[str, int], facts: list[Fact]) -> int:
    total = 0
    for fact in facts:
        total |= bits.get(fact.type, 0)
    return total
