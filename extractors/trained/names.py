"""Names that no rule is sure of: firms, bodies, projects and agencies by how they end, persons by their surnames."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np

from extractors.gazetteer import countries, regions
from extractors.lexicon import COMPOUND_SURNAMES, HAN, SURNAMES
from extractors.names import namechars
from extractors.names.vocabulary import vocabulary
from extractors.names.words import is_common_word
from extractors.reading import Mention, Reading
from extractors.trained.text import KINDS, LETTERS, Text
from extractors.trained.weights import Bag, Candidates, Ints, Weights, chances, mix, shipped, table

LABELS = "COPA"
"""The classes of the model of bodies, as letters: company, organization, project, agency."""
REFERS = re.compile(
    "(?:该|本|我|全|这|那|其|此|各|两|多|某)|(?:公司|项目|工程|会议|企业|合作社|基地|当地|医院|学校|园区|集团|工厂|大桥|中心|协会)$"
)
"""What refers to a thing named before and is no name."""
_NO_NAME = frozenset("，。；：！？\n、（）《》 ")
_LONGEST, _SHORTEST = 26, 3
_MORE_SURNAMES = frozenset("皮过承和步漆门归国邛仡刁撒仁丹洛代初米老龙白才扎索罗班多次旺益尕拉马")


class Places:
    """What the rules have found so far at each position of a text."""

    def __init__(self, reading: Reading, text: Text) -> None:
        """Look at the names claimed so far and at the gazetteer's hits."""
        size = len(text.text)
        self.cover = np.zeros(size + 2, np.int64)
        self.cover_start, self.cover_end = np.full(size + 2, -1), np.full(size + 2, -1)
        self.begins, self.ends = np.zeros(size + 2, np.int64), np.zeros(size + 2, np.int64)
        for name in reading.names():
            letter = ord(LETTERS.get(name.label, "?"))
            self.cover[name.start : name.end] = letter
            self.cover_start[name.start : name.end], self.cover_end[name.start : name.end] = name.start, name.end
            self.begins[name.start] = self.ends[name.end] = letter
        self.hit, self.hit_start = np.zeros(size + 2, np.int64), np.full(size + 2, -1)
        self.hit_ends = np.zeros(size + 2, np.int64)
        bounds = {*text.starts.tolist(), size, *(m.end() for m in re.finditer("[村镇乡县市区省]", text.text))}
        for hit in reading.hits:
            self.hit[hit.start : hit.end] = self.hit_ends[hit.end] = ord(hit.division.level[0])
            self.hit_start[hit.start : hit.end] = hit.start
            bounds |= {hit.start, hit.end}
        bounds |= set(np.flatnonzero(self.begins).tolist()) | set(np.flatnonzero(self.ends).tolist())
        self.bound = np.zeros(size + 2, np.int64)
        self.bound[[at for at in bounds if at <= size]] = 1
        starts = np.zeros(size + 2, np.int64)
        starts[self.hit_start[self.hit_start >= 0]] = 1
        self.hits_before = np.concatenate([[0], np.cumsum(starts)])


class Choices(NamedTuple):
    """The spans that may be names, with their features: candidates of one choice stand together."""

    starts: Ints
    ends: Ints
    candidates: Candidates


def body_choices(text: Text, places: Places, heads: frozenset[str], *, claimed: bool = True) -> Choices | None:
    """Return for each place where a body's name may end the spans that it may be; with `claimed`, in names of rules, too."""
    printed = text.text
    starts: list[int] = []
    ends: list[int] = []
    groups: list[int] = []
    bound, taken = places.bound.tolist(), (places.cover > 0).tolist()
    for end in range(_SHORTEST, len(printed) + 1):
        if printed[end - 2 : end] not in heads and printed[end - 1] not in heads:
            continue
        if not claimed and taken[end - 1]:
            continue
        low, found = end - 1, []
        while low >= 0 and end - low <= _LONGEST and printed[low] not in _NO_NAME and (claimed or not taken[low]):
            if end - low > 2 and (bound[low] or printed[low - 1] in "“”"):
                found.append(low)
            low -= 1
        if found:
            groups.append(len(starts))
            starts += found
            ends += [end] * len(found)
    if not starts:
        return None
    start_at, end_at = np.array(starts), np.array(ends)
    return Choices(start_at, end_at, _bodies(text, places, start_at, end_at, np.array(groups)))


def _bodies(text: Text, places: Places, start: Ints, end: Ints, groups: Ints) -> Candidates:
    low, high = text.first[start], np.maximum(text.last[end], text.first[start])
    size, count = end - start, high - low
    length = np.select([size < 12, size < 16, size < 20], [size, 12, 13], 14)
    last2, left, left2 = text.span(end - 2, end), text.before[0][start], text.before[1][start]
    right, right2 = text.after[0][end], text.after[1][end]
    first, kind = text.words[np.minimum(low, len(text.words) - 1)], text.kinds[np.minimum(low, len(text.kinds) - 1)]
    here = places.begins[start]
    here_ends = np.sign(np.where(here > 0, places.cover_end[start] - end, 0)) + 1
    last = places.ends[end]
    last_starts = np.sign(np.where(last > 0, places.cover_start[end - 1] - start, 0)) + 1
    over = (places.cover[start] > 0) & (places.cover_start[start] < start)
    over_end = (places.cover[end - 1] > 0) & (places.cover_end[end - 1] > end)
    hit = (places.hit_start[start] == start) * places.hit[start]
    inside_hit = (places.hit[start] > 0) & (places.hit_start[start] < start)
    of, village = text.counts("的"), text.counts("村镇乡寨沟屯")
    opened = text.chars[np.maximum(start - 1, 0)] == ord("“")
    spans = text.span(start, end)
    _, same, times = np.unique(spans, return_inverse=True, return_counts=True)
    told: list[tuple[Any, ...]] = [
        ("b",),
        ("H", last2),
        ("H1", text.chars[end - 1]),
        ("H3", text.span(end - 3, end)),
        ("r", right),
        ("r2", right, right2),
        ("rh", right, last2),
        ("rc", text.chars[end]),
        ("L", length),
        ("h", last2, np.minimum(size, 9)),
        ("l", left),
        ("l2", left2, left),
        ("lh", left, last2),
        ("lc", text.chars[start - 1] * (start > 0)),
        ("lk", text.kind_before[start]),
        ("k", text.kinds_of(low, np.minimum(high, low + 6))),
        ("kl", text.kinds_of(np.maximum(low, high - 4), high)),
        ("n", np.minimum(count, 8)),
        *(
            (name, np.minimum(text.kind_counts[name][high] - text.kind_counts[name][low], most))
            for name, most in (("1", 4), ("v", 3), ("f", 2))
        ),
        ("de", of[end] > of[start]),
        ("q", opened, text.counts("“")[end] > text.counts("“")[start]),
        ("occ", np.minimum(times[same], 3)),
        ("fw", first),
        ("fk", kind),
        ("fl", left, first),
        ("fhk", kind, last2),
        ("r0", here, here_ends),
        ("r0h", here, last2),
        ("over", over),
        ("rl", places.ends[start]),
        ("rE", last, last_starts),
        ("cut", over | over_end),
        ("hs", hit),
        ("hsh", hit, last2),
        ("hl", places.hit_ends[start]),
        ("hc", inside_hit),
        ("hin", np.minimum(places.hits_before[end] - places.hits_before[start], 2)),
        ("vil", village[end - 2] > village[start]),
    ]
    bags = [(mix("w", text.words), low), (mix("iw", text.words), np.minimum(low + 1, high))]
    return Candidates(table(len(start), told), groups, [Bag(ids, begin, high) for ids, begin in bags])


_ONLY_HAN = re.compile(rf"[{HAN}]+")


def person_choices(text: Text, places: Places, *, claimed: bool = True) -> Choices | None:
    """Return for each surname the names that may begin there, of two to four characters; with `claimed` as `body_choices`."""
    printed = text.text
    starts: list[int] = []
    ends: list[int] = []
    groups: list[int] = []
    for start in range(len(printed) - 1):
        if printed[start : start + 2] in COMPOUND_SURNAMES:
            sizes: tuple[int, ...] = (3, 4)
        elif printed[start] in SURNAMES or printed[start] in _MORE_SURNAMES:
            sizes = (2, 3)
        else:
            continue
        found = [
            start + n for n in sizes if start + n <= len(printed) and _ONLY_HAN.fullmatch(printed, start, start + n)
        ]
        if not claimed:
            found = [end for end in found if not places.cover[start:end].any()]
        if found:
            groups.append(len(starts))
            starts += [start] * len(found)
            ends += found
    if not starts:
        return None
    start_at, end_at = np.array(starts), np.array(ends)
    return Choices(start_at, end_at, _persons(text, places, start_at, end_at, np.array(groups)))


def _persons(text: Text, places: Places, start: Ints, end: Ints, groups: Ints) -> Candidates:
    printed, known = text.text, vocabulary()
    size = end - start
    left, left2, right, right2 = text.before[0][start], text.before[1][start], text.after[0][end], text.after[1][end]
    before, behind = text.chars[start - 1] * (start > 0), text.chars[end]
    first, last = text.at[start], text.at[end - 1]
    rows = list(zip(start.tolist(), end.tolist(), strict=True))
    odds = np.array([round(max(-6.0, min(6.0, namechars.weight(printed[s:e])))) for s, e in rows]) + 6
    counts = np.array([min(4, printed.count(printed[s:e])) for s, e in rows])
    follows = np.array([printed.count(printed[s : e + 1]) >= printed.count(printed[s:e]) for s, e in rows])
    plain = np.array([_plain(known, printed, s, e) for s, e in rows])
    told: list[tuple[Any, ...]] = [
        ("b",),
        ("L", size),
        ("s", text.chars[start]),
        ("sL", text.chars[start], size),
        ("nw", odds),
        ("g1", size, text.chars[start + 1]),
        ("g2", size, text.chars[end - 1]),
        ("l", left),
        ("l2", left2, left),
        ("r", right),
        ("r2", right, right2),
        ("lr", left, right),
        ("lc", before),
        ("rc", behind),
        ("rcL", behind, size),
        ("lL", left, size),
        ("lk", text.kind_before[start]),
        ("rk", text.kind_after[end]),
        ("bnd", places.bound[start], places.bound[end]),
        ("tk", text.kinds[first], text.ends[first] - text.starts[first], start - text.starts[first]),
        ("tl", text.kinds[last], text.ends[last] - text.starts[last], text.ends[last] - end + 8),
        ("cov", places.cover[start], places.cover_start[start] < start),
        ("cove", places.cover[end - 1]),
        ("re", places.ends[start]),
        ("rs", places.begins[end]),
        ("hit", places.hit[start] > 0, places.hit[end - 1] > 0),
        ("hl", places.hit_ends[start]),
        ("occ", counts, size),
        ("nx", size, follows),
        *((f"p{number}", plain[:, number]) for number in range(plain.shape[1])),
        ("px", plain[:, 3], plain[:, 4], size),
        ("pc", plain[:, 6], plain[:, 7], plain[:, 8]),
    ]
    return Candidates(table(len(start), told), groups)


def _plain(known: dict[str, tuple[str, float]], text: str, start: int, end: int) -> tuple[int, ...]:
    """Return what of a name and around it are words: the kind of the whole, then 0 or 1."""
    name, given = text[start:end], text[start + 1 : end]
    kind = known.get(name)
    return (
        KINDS.index(kind[0]) + 1 if kind is not None else 0,
        given in known,
        text[start - 1 : start + 1] in known,
        text[end - 1 : end + 1] in known,
        text[end - 1 : end + 2] in known,
        text[start : start + 2] in known,
        is_common_word(text[start : start + 2]),
        is_common_word(given),
        is_common_word(name),
        is_common_word(text[end - 1 : end + 1]),
    )


class Found(NamedTuple):
    """A name that a model chose, its label's letter and how likely it is."""

    start: int
    end: int
    letter: str
    chance: float


def chosen(choices: Choices | None, weights: Weights, letters: str) -> Iterable[Found]:
    """Yield the likeliest span of each choice."""
    if choices is None:
        return
    groups = choices.candidates.groups
    share = chances(weights.scores(choices.candidates), groups)
    for low, high in zip(groups.tolist(), [*groups[1:].tolist(), len(share)], strict=True):
        row, letter = divmod(int(share[low:high].argmax()), len(letters))
        chance = float(share[low + row, letter])
        if chance >= _SEEN:
            yield Found(int(choices.starts[low + row]), int(choices.ends[low + row]), letters[letter], chance)


_SEEN = 0.3
"""What is less likely is not looked at."""


def find(reading: Reading) -> list[Found]:
    """Return the names that the models see in what no rule has claimed, the likeliest first, none overlapping."""
    text = Text.of(reading)
    places = Places(reading, text)
    bodies, persons = shipped("bodies"), shipped("persons")
    found = [
        *chosen(body_choices(text, places, bodies.words, claimed=False), bodies, LABELS),
        *chosen(person_choices(text, places, claimed=False), persons, "N"),
    ]
    kept: list[Found] = []
    for name in sorted(found, key=lambda n: (-n.chance, n.start)):
        apart = all(name.end <= other.start or other.end <= name.start for other in kept)
        if apart and name.chance >= _least(text, places, name):
            kept.append(name)
    return kept


_LEAST = {"C": 0.85, "O": 0.75, "P": 0.75, "A": 0.85, "N": 0.7}
_LEAST_OF_WORDS, _NEVER = 0.96, 2.0
"""How likely a name must be by its label's letter, and how likely one that ordinary words make up."""
_SHORT = 3
"""A body of so few characters is a word for its kind: 纪念馆."""
_SAYS = re.compile("[\u4e00-\u9fff]{1,3}称|[\u4e00-\u9fff]方")
"""乌|称, 巴方|称, 胡塞|称: who says something, no name."""
_SOMEBODY = re.compile(
    "[大小]?(?:大妈|大爷|大娘|大叔|大姐|大哥|大嫂|大伯|阿姨|奶奶|爷爷|叔叔|师傅|老师|先生|女士|医生|老汉|婆婆|某某?)$"
)


def _least(text: Text, places: Places, name: Found) -> float:
    """Return how likely a name must be: more where ordinary words make it up (农业|示范|基地, 贺|新春)."""
    printed, known = text.text, vocabulary()
    if name.letter != "N":
        low, high = text.first[name.start], text.last[name.end]
        if name.end - name.start <= _SHORT:
            return _NEVER
        unknown = high > low + 1 and bool((text.kinds[low : low + 2] == KINDS.index("1") + 1).all())
        told = unknown or text.kind_counts["p"][high] > text.kind_counts["p"][low]
        return _LEAST[name.letter] if told or places.hit[name.start] or high <= low else _LEAST_OF_WORDS
    first = text.at[name.start]
    whole = text.starts[first] == name.start and text.ends[first] - name.start > 2
    if printed[name.end - 1] in "呢吗吧呀的" or printed.startswith(("贺信", "贺电"), name.start):
        return _NEVER  # 现在呢, 贺信并
    if printed[name.start] in "于向由从" and printed[name.start + 1 : name.end] in regions():
        return _NEVER  # 于|湘江
    if printed[name.start : name.end] in countries() or _SAYS.fullmatch(printed, name.start, name.end):
        return _NEVER  # 苏丹, 乌称
    if (whole and text.kinds[first] != KINDS.index("p") + 1) or _SOMEBODY.search(printed, name.start + 1, name.end):
        return _NEVER
    parts = (printed[name.start : name.start + 2], printed[name.start + 1 : name.end])
    plain = any(len(part) > 1 and known.get(part, ("p", 0.0))[0] != "p" for part in parts)
    plain = plain or known.get(printed[name.start - 1 : name.start + 1], ("", 0.0))[0] == "p"  # 长江|禁渔
    return _LEAST_OF_WORDS if plain else _LEAST[name.letter]


PERSONS = "likely persons"
"""The key of a reading's memory: start -> end and confidence of the persons that the model sees."""


def person_end(reading: Reading, start: int, told: int | None) -> int | None:
    """Return where the person ends who begins here: where the rules say so (`told`), unless the model is sure of another end."""
    end, confidence = reading.memory.get(PERSONS, {}).get(start, (None, 0.0))
    return end if end is not None and (told is None or confidence >= _SURE) else told


_SURE = 0.76


def persons(reading: Reading) -> list[tuple[int, int, float]]:
    """Return the persons that the model sees, in order: start, end and confidence."""
    return sorted((start, end, sure) for start, (end, sure) in reading.memory.get(PERSONS, {}).items())


_TRUST = 0.85
"""What facts about something are worth that only a model vouches for."""


def vouched(mention: Mention | None) -> None:
    """Trust something less whose only mention so far is this one of a model."""
    if mention is not None and len(mention.entity.mentions) == 1:
        mention.entity.trust = _TRUST
