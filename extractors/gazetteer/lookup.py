"""Answers questions about divisions: by code, by name, in a text, in a context."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from ahocorasick_rs import AhoCorasick

from extractors.gazetteer.data import Content
from extractors.gazetteer.matching import choose
from extractors.gazetteer.model import LEVELS, Division, Hit
from extractors.gazetteer.renamed import Renamed
from extractors.gazetteer.shortforms import short_forms, town_stem

_MUNICIPALITIES = frozenset({"11", "12", "31", "50"})
_IN_TEXT = re.compile(
    r"[\u4e00-\u9fff]+(?:[省市州县区旗盟镇乡团]|街道|苏木|地区|[农林牧]场|群岛|香港岛|九龙|新界)|香港岛|九龙|新界"
)
"""What a full name must look like to be looked for in a text: the towns of the source include firms and offices."""
_NONE: tuple[Division, ...] = ()


_SHANHAIGUAN = "山海关"


class Gazetteer:
    """The divisions of China down to the town. Built once by `load_gazetteer`; safe to share, never changes."""

    def __init__(self, content: Content, renamed: Iterable[Renamed] = ()) -> None:
        """Index `content`. Raises UnreadableInputError when an old name of `renamed` points to no division."""
        self._by_code: dict[str, Division] = {}
        self._full: dict[str, list[Division]] = defaultdict(list)
        self._short: dict[str, list[Division]] = defaultdict(list)
        self._risky: set[str] = set()
        for code, level, name, risky in content.lines:
            forms = short_forms(name, level, code)
            short = forms[0] if forms else name
            division = Division(code, name, level, self._parent(code), short, short in risky)
            self._by_code[code] = division
            self._full[name].append(division)
            for form in forms:
                self._short[form].append(division)
            self._risky |= risky
        for old in renamed:
            division = old.find(self._by_code, self._full)
            if division not in self._full[old.name]:
                self._full[old.name].append(division)
        self._before = content.before
        self._stems: dict[str, list[Division]] = {}
        self._names = [name for name in self._full if _IN_TEXT.fullmatch(name)]
        self._first_short = len(self._names)
        self._names += [name for name in self._short if name not in self._full]
        self._worth = [self._worth_of(i, name) for i, name in enumerate(self._names)]
        self._automaton = AhoCorasick(self._names, store_patterns=False)

    def __iter__(self) -> Iterator[Division]:
        """Yield all divisions, each behind the one that it lies in."""
        return iter(self._by_code.values())

    def get(self, code: str) -> Division | None:
        """Return the division with this code."""
        return self._by_code.get(code)

    def path(self, code: str) -> tuple[Division, ...]:
        """Return the divisions from the province down to this one; empty for an unknown code."""
        division = self._by_code.get(code)
        found: list[Division] = []
        while division:
            found.append(division)
            division = self._by_code.get(division.parent) if division.parent else None
        return tuple(reversed(found))

    def path_name(self, code: str) -> str:
        """Return the names of the path joined, `山西省吕梁市汾阳市`; empty for an unknown code."""
        return "".join(division.name for division in self.path(code))

    def named(self, name: str) -> tuple[Division, ...]:
        """Return every division of this full name, former name or short form, by code."""
        found = {division.code: division for table in (self._full, self._short) for division in table.get(name, _NONE)}
        return tuple(found[code] for code in sorted(found))

    def stem(self, name: str) -> tuple[Division, ...]:
        """Return the towns whose name without 镇, 乡, 街道 … this is, by code."""
        if not self._stems:
            stems: dict[str, list[Division]] = defaultdict(list)
            for division in self._by_code.values():
                if division.level == "town":
                    stems[town_stem(division.name)].append(division)
            self._stems = dict(stems)
        return tuple(self._stems.get(name, _NONE))

    def is_risky(self, name: str) -> bool:
        """Return whether this name of a division is an ordinary word, or known to be other things too."""
        return name in self._risky

    def contains(self, outer_code: str, inner_code: str) -> bool:
        """Return whether the inner division is the outer one or lies in it."""
        return outer_code in self._by_code and inner_code in self._by_code and inner_code.startswith(outer_code)

    def find(self, text: str) -> list[Hit]:
        """Return the names in `text` in their order, none overlapping another; where several fit, the most covered.

        Full and former names of all levels, short forms of provinces, prefectures and counties.
        """
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        ends = {end for name, _, end in found if name < self._first_short}
        if _SHANHAIGUAN in text:  # the customs of 佛山, not 山海关
            reached = {end for _, _, end in found}
            found = [f for f in found if not (text.startswith(_SHANHAIGUAN, f[1]) and f[1] + 1 in reached)]
        spans = (
            (start, end, name, self._worth[name])
            for name, start, end in found
            if end - start > 2
            or not (self._across_words(text, start, name) or self._across_name(text, start, name, ends))
        )
        return [
            Hit(start, end, name, number < self._first_short, name in self._risky, self.named(name))
            for start, end, number, _ in choose(spans)
            for name in (self._names[number],)
        ]

    def home(self, path: str | None) -> Division | None:
        """Return the deepest division that a path such as `浙江省温州市苍南县` names; parents may be missing.

        None when nothing is named, or when several divisions fit and none is of a higher level than the others.
        """
        chain: tuple[Division, ...] = ()
        for hit in self.find(path or ""):
            inside = tuple(
                inner for inner in hit.candidates if any(self.contains(outer.code, inner.code) for outer in chain)
            )
            chain = inside or chain or hit.candidates
        return _highest(chain)

    def resolve(self, name: str, context: Collection[str] = ()) -> Division | None:
        """Return the division that `name` means where the divisions with the codes `context` are spoken of.

        A province always wins. Otherwise the candidate that shares most of its path with the context does, then the
        one that more of the context speaks for, then a prefecture before a county. Without context, a name of one
        division or of one prefecture is taken unless it is risky; a risky name needs its parent in the context.
        """
        candidates = self.named(name)
        provinces = [division for division in candidates if division.level == "province"]
        if provinces:
            return provinces[0]
        if name in self._risky:
            candidates = tuple(division for division in candidates if self._spoken_of(division, context))
        if len(candidates) < 2:
            return candidates[0] if candidates else None
        support = {division.code: self._support(division.code, context) for division in candidates}
        most = max(support.values())
        return _highest([division for division in candidates if support[division.code] == most])

    def _parent(self, code: str) -> str | None:
        """Return the longest known code that this one begins with; codes come sorted, so parents come first."""
        for end in range(len(code) - 1, 1, -1):
            if code[:end] in self._by_code:
                return code[:end]
        return None

    def _spoken_of(self, division: Division, context: Collection[str]) -> bool:
        return any(code.startswith(division.parent or division.code) for code in context)

    def _support(self, code: str, context: Collection[str]) -> tuple[int, int]:
        """Return how deep the path is that the code shares with any of the context, and with how many of it."""
        depths = [self._shared(code, other) for other in context]
        deepest = max(depths, default=0)
        return deepest, depths.count(deepest)

    def _shared(self, code: str, other: str) -> int:
        shared = 0
        for division in self.path(code):
            if not other.startswith(division.code):
                break
            shared = 2 if division.code in _MUNICIPALITIES else LEVELS.index(division.level) + 1
        return shared

    def _across_words(self, text: str, start: int, name: int) -> bool:
        """Return whether a full name of two characters may begin inside a word: 召开|县委, 振兴|县域."""
        return start > 0 and name < self._first_short and text[start - 1] in self._before.get(text[start], "")

    def _across_name(self, text: str, start: int, name: int, ends: set[int]) -> bool:
        """Return whether a short form may begin inside a full name: 沙河镇|原书记, where 镇原 is a county."""
        return name >= self._first_short and text[start] in "镇乡县区市" and start + 1 in ends

    def _worth_of(self, number: int, name: str) -> int:
        """Return what a name counts for against overlapping ones: its length, then full before short, then level.

        One name counts more than two of the same length in all: 新平堡镇 before 新平|堡镇.
        """
        full = number < self._first_short
        level = min(LEVELS.index(division.level) for division in (self._full if full else self._short)[name])
        return 20 * len(name) - 10 + (8 if full else 0) + 2 * (len(LEVELS) - level) + (name not in self._risky)


def _highest(candidates: Collection[Division]) -> Division | None:
    """Return the only candidate of the highest level, None when there are several (or only towns or counties)."""
    ranked = sorted(candidates, key=lambda division: LEVELS.index(division.level))
    if len(ranked) > 1 and ranked[0].level == ranked[1].level:
        return None
    return ranked[0] if ranked else None
