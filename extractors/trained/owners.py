"""Whose a number is, chosen among the names around it; what the rules chose is one of the features."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import numpy as np

from extractors.reading import Entity
from extractors.text import Span
from extractors.trained.mentions import EVENTS, Mentions, step
from extractors.trained.weights import Bag, Candidates, Ints, hashed, mix, table

_KINDS = {
    **dict.fromkeys("公司 企业 集团 工厂 厂里 该厂 车间 银行".split(), "C"),
    **dict.fromkeys("项目 工程".split(), "P"),
    **dict.fromkeys("合作社 协会 学校 医院".split(), "O"),
    **dict.fromkeys("基地 中心".split(), "PO"),
    **dict.fromkeys("园区 产业园".split(), "LP"),
    **dict.fromkeys("活动 展会 本届 会议 大会".split(), "VM"),
    **dict.fromkeys("该局 全局 支队 大队".split(), "A"),
}
"""What a word may refer to, as letters of labels."""
_REFERS = re.compile(
    "|".join(_KINDS)
    + "|全街道|全[村镇县市省区国]|村里|村集体|[我本该][省市县镇村]|镇里|县里|社区|个人|家庭|农户|村民|[他她]"
)
_CLAUSE = re.compile("[，；：。！？\n]")
_FARTHEST, _BEHIND, _MOST = 400, 14, 10
_CLAUSE_BEFORE = 60
_HELD = 30
"""How much farther a name behind the number counts than one before it."""


class Number(NamedTuple):
    """A measurement, where it stands, and the entities whose it may be, by number, with the mentions that stand nearest.

    `told` maps the entities that the rules chose to their rule.
    """

    measurement: Entity
    span: Span
    owners: list[tuple[int, Span]]
    told: dict[int, str]


class Numbers(NamedTuple):
    """The measurements of an article; the candidates of each are its owners, in order, then nobody."""

    numbers: list[Number]
    candidates: Candidates


def numbers(around: Mentions) -> Numbers | None:
    """Return the measurements of the article in order, those that may be somebody's."""
    found = []
    measurements = [e for e in around.reading.entities if e.label == "Measurement" and e.mentions]
    told: dict[int, dict[int, str]] = {id(measurement): {} for measurement in measurements}
    for source, facts in around.by_source.items():
        for fact in facts:
            if fact.type == "HAS_MEASUREMENT":
                told[id(fact.target)][source] = fact.rule
    for measurement in sorted(measurements, key=lambda e: e.start):
        span = Span(measurement.mentions[0].start, measurement.mentions[0].end)
        owners = _candidates(around, span, told[id(measurement)])
        if owners:
            found.append(Number(measurement, span, owners, told[id(measurement)]))
    return Numbers(found, _features(around, found)) if found else None


def _candidates(around: Mentions, span: Span, told: dict[int, str]) -> list[tuple[int, Span]]:
    """Return the entities before the number, and right behind it, the nearest first; those of the rules in any case."""
    found = []
    for number, spans in enumerate(around.spans):
        if around.letters[number] == "Y":
            continue
        apart, nearest = min((_distance(around.letters[number], mention, span), mention) for mention in spans)
        if apart < _FARTHEST or number in told:
            found.append((apart, nearest, number))
    found.sort()
    return [(number, mention) for place, (_, mention, number) in enumerate(found) if place < _MOST or number in told]


def _distance(kind: str, mention: Span, span: Span) -> int:
    if kind in EVENTS:
        return max(0, span.start - mention.end) if mention.start <= span.start else _FARTHEST
    if mention.end <= span.start:
        return span.start - mention.end
    behind = mention.start - span.end
    return _HELD + 4 * behind if 0 <= behind <= _BEHIND else _FARTHEST


def _features(around: Mentions, found: list[Number]) -> Candidates:
    letters = around.letters
    rows: list[tuple[int, ...]] = []
    groups = []
    before: set[int] = set()
    for number, measured in enumerate(found):
        groups.append(len(rows))
        shared = _shared(around, measured)
        kinds = [letters[owner] for owner, _ in measured.owners]
        for place, (owner, mention) in enumerate(measured.owners):
            kind = kinds[place]
            rule = measured.told.get(owner)
            refers = shared[4]
            named = any(refers[0] in form for form in around.entities[owner].forms) if refers else False
            rows.append(
                (
                    number,
                    owner,
                    mention.start,
                    mention.end,
                    place,
                    kinds[:place].count(kind),
                    kinds.count(kind) == 1,
                    sum(1 << "NLACOPMV".index(k) for k in set(kinds[:place])),
                    _distance(kind, mention, measured.span),
                    named,
                    bool(refers) and kind in _KINDS.get(refers[-1], ""),
                    bool(refers) and kind in _KINDS.get(refers[0], ""),
                    hashed(rule) % (1 << 40) if rule is not None else 0,
                    (owner in before) + 1 if before else 0,
                    *shared[:4],
                )
            )
        rows.append((number, -1, measured.span.start, measured.span.start, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, *shared[:4]))
        before = set(measured.told)
    return _table(around, found, np.array(rows, np.int64).T, np.array(groups))


def _shared(around: Mentions, measured: Number) -> tuple[int, int, int, int, list[str]]:
    """Return what all candidates share: where the clause begins, the first and last words that refer, the rules' choice."""
    printed, span = around.text.text, measured.span
    floor = max(0, span.start - _CLAUSE_BEFORE)
    clause = max((m.end() for m in _CLAUSE.finditer(printed, floor, span.start)), default=floor)
    refers = [m[0] for m in _REFERS.finditer(printed, clause, span.start)]
    ends = [hashed(word) % (1 << 40) for word in (refers[0], refers[-1])] if refers else [0, 0]
    rule = hashed(next(iter(measured.told.values()))) % (1 << 40) if measured.told else 0
    return clause, ends[0], ends[1], rule, refers


def _table(around: Mentions, found: list[Number], rows: Ints, groups: Ints) -> Candidates:
    text = around.text
    number, owner, start, end, place, nth, only, nearer, apart, named, refers_last, refers_first = rows[:12]
    rule, previous, clause, first_word, last_word, other_rule = rows[12:]
    here = np.array([measured.span for measured in found])[number]
    at, stop = here[:, 0], here[:, 1]
    units = np.array([hashed(str(m.measurement.properties.get("unit"))) % (1 << 40) for m in found])[number]
    things = np.array([hashed(m.measurement.name[-2:]) % (1 << 40) for m in found])[number]
    last_char = np.array([ord(m.measurement.name[-1:] or "-") for m in found])[number]
    codes = np.array([*(ord(char) for char in around.letters), ord("-")])[owner]
    ends2 = np.append(around.ends_of(2), 0)[owner]
    levels = np.array([*(hashed(str(e.properties.get("level"))) % 1000 for e in around.entities), 0])[owner]
    counts = np.array([*(min(4, len(spans)) for spans in around.spans), 0])[owner]
    titled = np.array([*(any(s.start < around.title_end for s in spans) for spans in around.spans), False])[owner]
    sentences = np.minimum(around.sentence_of[at] - around.sentence_of[np.minimum(start, at)], 4)
    begin, close = np.minimum(end, at), at
    size = close - begin
    marks = text.counts("，。；")
    marks = np.minimum(marks[close] - marks[begin], 6)
    same = (clause <= start) & (start < at)
    sentence_start = np.array([0, *(s.end for s in around.reading.sentences)])[around.sentence_of[start]]
    opens = around.names_before[""][start] == around.names_before[""][sentence_start]
    leads = np.isin(text.chars[np.maximum(start - 1, 0)], [ord(char) for char in "，。；！？\n：、"]) | (start == 0)
    quoted = text.counts("“")[close] - text.counts("“")[begin] != text.counts("”")[close] - text.counts("”")[begin]
    among = np.array([around.text.text.find("其中", b, c) >= 0 for b, c in zip(begin, close, strict=True)])
    left, right, right2 = text.before[0][start], text.after[0][end], text.after[1][end]
    lead, lead2, behind = text.before[0][at], text.before[1][at], text.after[0][stop]
    distance, short, ahead = step(apart), size <= 12, start >= stop
    between = np.where(short, text.span(begin, close), 0)
    told: list[tuple[Any, ...]] = [
        ("l", codes),
        ("i", codes, np.minimum(place, 6)),
        ("d", distance),
        ("dl", codes, distance),
        ("s", codes, sentences),
        ("c", marks),
        ("cl", codes, np.minimum(marks, 4)),
        ("same", codes, same),
        ("first", codes, opens, np.minimum(sentences, 2)),
        ("bf", left),
        ("bfl", codes, left),
        ("af", right),
        ("af2", right, right2),
        ("afl", codes, right),
        ("cs", codes, leads, same),
        ("btwl", codes, nearer),
        ("q", quoted),
        ("x", short, between),
        ("among", codes, among),
        ("after", codes, ahead),
        ("lu", codes, units),
        ("ln", codes, things),
        ("ln1", codes, last_char),
        ("hu", ends2, units),
        ("hn", ends2, things),
        ("lw", codes, lead),
        ("lw2", codes, lead, lead2),
        ("rw", codes, behind),
        ("ref", codes, first_word, named),
        ("rl", codes, last_word),
        ("kin", refers_last),
        ("kin0", refers_first),
        ("kn", codes, last_word == 0),
        ("nth", codes, np.minimum(nth, 3)),
        ("only", codes, only),
        ("cnt", counts),
        ("ttl", codes, titled),
        ("lev", codes, levels, last_word),
        ("lev2", codes, levels, things),
        ("levs", codes, levels, np.minimum(sentences, 3)),
        ("R", rule > 0),
        ("Rr", rule),
        ("Rrl", rule, codes),
        ("Ro", codes, other_rule, rule > 0),
        ("pv", previous),
        ("pvl", codes, previous, np.minimum(sentences, 2)),
    ]
    low, high = text.first[np.maximum(clause, 0)], np.maximum(text.last[at], text.first[clause])
    low = np.maximum(low, high - 6)
    begins, finish = text.first[stop], np.minimum(text.first[stop] + 3, len(text.words))
    bags = []
    for code in np.unique(codes).tolist():
        mine = codes == code
        bags.append(Bag(mix("bw", code, text.words), low, np.where(mine, high, low)))
        bags.append(Bag(mix("aw", code, text.words), begins, np.where(mine, finish, begins)))
    return Candidates(table(len(owner), told), groups, bags)
