"""As many articles as asked for, made from real ones: the texts, lengths and repetition stay, the names grow in number.

    python -m benchmarks.many_articles INPUT COUNT -o ARTICLES.jsonl [--pool 5000] [--seed 1]

A pool of real articles is told again and again, each time in another world. In world 0 it is what it is. In every other
one each name of a person, company, organization or project is drawn anew, once for the whole world, so that within a
world names repeat and stand together as in the pool. The draw follows Zipf's law with the exponent 1/β: mostly a name
that earlier worlds had, else a new one, so that the number of names grows by Heaps' law, n^β, with the β of the pool.
Divisions move to others of their level (a closed set, as in life), years move by multiples of four.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from hashlib import blake2b
from itertools import count, islice
from pathlib import Path

from extractors.gazetteer import load_gazetteer
from extractors.readers import read
from govgraph.extraction import Failure, Settings, extract
from graph.fragment import Article, Fragment

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=年|-|(?:[—－~～至到]|——)(?:19|20)\d\d年)")
_HAN = re.compile(r"[\u4e00-\u9fff]{2,4}")
_PERIODS = 5
"""How often years move before they come back."""
_CORE = 2
"""Characters of a name of a body that are changed, after the places it begins with."""


@dataclass(frozen=True)
class Pool:
    """Real articles with what they say, and the names that are drawn anew, as (name, the part of it that changes)."""

    fragments: Sequence[Fragment]
    names: Sequence[dict[str, str]]
    beta: float

    @classmethod
    def of(cls, path: Path, size: int, seed: int) -> Pool:
        """Draw `size` articles of a file or folder, in an order of their own, and read them."""
        faults: list[Exception] = []
        articles = list(read([path], report=faults.append))
        random.Random(seed).shuffle(articles)  # noqa: S311 - no secret
        found = [f for f in extract(articles[:size], Settings()) if not isinstance(f, Failure)]
        if not found:
            raise SystemExit(f"no article in {path}: {faults[:1]}")
        names = [_names(fragment) for fragment in found]
        return cls(found, names, _heaps(names))

    @cached_property
    def letters(self) -> dict[int, str]:
        """The characters that stand in names, by place: 1 the given names of persons, 0 the cores of bodies."""
        found: dict[int, list[str]] = defaultdict(list)
        for names in self.names:
            for name, part in names.items():
                found[int(name[1:] == part)] += part
        return {kind: "".join(sorted(letters)) for kind, letters in found.items()}

    def articles(self) -> Iterator[Article]:
        """Yield articles for ever, world after world."""
        for world in (World(self, number) for number in count()):
            for index in range(len(self.fragments)):
                yield world.article(index)

    def told(self) -> Iterator[Fragment]:
        """Yield fragments for ever, as if extracted of articles in which divisions stay where they are.

        All that changes keeps its length, and so the offsets of the evidence stay right.
        """
        for world in (World(self, number) for number in count()):
            for index in range(len(self.fragments)):
                yield world.fragment(index)


@dataclass(frozen=True)
class World:
    """One telling of the pool."""

    pool: Pool
    number: int

    def article(self, index: int) -> Article:
        """Return an article of the pool as it is in this world."""
        about = self.pool.fragments[index].article
        if not self.number:
            return about
        title, body, home = (self._moved(text or "") for text in (about.title, about.body, about.home))
        renamed = self._renaming(index)
        return replace(
            about,
            id=f"{about.id}+{self.number}",
            title=self._years(renamed(title)),
            body=self._years(renamed(body)),
            home=home or None,
            date=about.date and self._years(f"{about.date}-")[:-1],
        )

    def fragment(self, index: int) -> Fragment:
        """Return what an article of the pool says in this world, its divisions excepted."""
        told = self.pool.fragments[index]
        if not self.number:
            return told
        text = self._years(self._renaming(index)(told.to_json(body=True)))
        moved = Fragment.from_record(json.loads(text))
        return replace(moved, article=replace(moved.article, id=f"{told.article.id}+{self.number}"))

    def _renaming(self, index: int) -> Callable[[str], str]:
        """Return what puts this world's names into a text."""
        new = {part: self._drawn(name, part) for name, part in self.pool.names[index].items()}
        for name, part in self.pool.names[index].items():
            if name[1:] == part:  # a given name of one character may stand anywhere: persons go by the whole
                new[name] = name[0] + new.pop(part, part)
        if not new:
            return lambda text: text
        pattern = re.compile("|".join(sorted(map(re.escape, new), key=len, reverse=True)))
        return lambda text: pattern.sub(lambda found: new[found[0]], text)

    def _drawn(self, name: str, part: str) -> str:
        """Return the part of a name that this world has in its place."""
        # Pareto's law, cut to whole numbers, is Zipf's with an exponent more by one.
        variant = int(_uniform("variant", name, self.number) ** (-self.pool.beta / (1 - self.pool.beta)))
        if variant == 1:
            return part
        letters = self.pool.letters[int(name[1:] == part)]
        return "".join(letters[int(_uniform(name, variant, place) * len(letters))] for place in range(len(part)))

    def _years(self, text: str) -> str:
        back = 4 * (self.number % _PERIODS)
        return _YEAR.sub(lambda found: str(int(found[0]) - back), text)

    def _moved(self, text: str) -> str:
        """Return the text with prefectures and counties that lie elsewhere in their province."""
        pieces, at = [], 0
        for hit in load_gazetteer().find(text):
            division = hit.candidates[0] if hit.candidates and not hit.risky else None
            if division is None or division.level not in ("prefecture", "county"):
                continue
            other = load_gazetteer().get(_elsewhere(division.code, self.number))
            if other is not None:
                pieces += [text[at : hit.start], other.name if hit.full else other.short]
                at = hit.end
        return "".join([*pieces, text[at:]])


def _names(fragment: Fragment) -> dict[str, str]:
    """Return the names of an article that are drawn anew, and which part of each."""
    found = {}
    for node in fragment.nodes:
        if node.label == "Person" and _HAN.fullmatch(node.name):
            found[node.name] = node.name[1:]
        elif node.label in ("Company", "Organization", "Project"):
            start = _after_places(node.name)
            part = node.name[start : start + _CORE]
            if len(node.name) > start + _CORE and _HAN.fullmatch(part):
                found[node.name] = part
    return found


def _after_places(name: str) -> int:
    at = 0
    for hit in load_gazetteer().find(name):
        if hit.start == at:
            at = hit.end
    return at


def _heaps(names: Sequence[dict[str, str]]) -> float:
    """Return the exponent of Heaps' law: the slope of the number of names over the number of articles, both as logarithms."""
    seen: set[str] = set()
    points = []
    for number, some in enumerate(names, 1):
        seen.update(some)
        if number * 10 >= len(names) and seen:
            points.append((math.log(number), math.log(len(seen))))
    middle = [sum(axis) / len(points) for axis in zip(*points, strict=True)]
    spread = sum((x - middle[0]) ** 2 for x, _ in points)
    slope = sum((x - middle[0]) * (y - middle[1]) for x, y in points) / spread if spread else 0.5
    return min(max(slope, 0.1), 0.9)


@cache
def _children(code: str) -> tuple[str, ...]:
    """Return the codes of the prefectures, or counties, in a division."""
    gazetteer = load_gazetteer()
    found = (division for prefix in range(100) if (division := gazetteer.get(f"{code}{prefix:02}")))
    return tuple(division.code for division in found if division.level in ("prefecture", "county"))


@cache
def _elsewhere(code: str, world: int) -> str:
    """Return the code of the division that stands for this one: another of its level in what stands for its parent."""
    if len(code) <= 2 or not world:
        return code
    near = _children(_elsewhere(code[:-2], world))
    return near[int(_uniform("division", code, world) * len(near))] if near else code


def _uniform(*parts: object) -> float:
    """Return a number in (0, 1] that depends on nothing but the parts."""
    digest = blake2b("\0".join(map(str, parts)).encode(), digest_size=7).digest()
    return (int.from_bytes(digest) + 1) / 2**56


def write(articles: Iterator[Article], number: int, path: Path) -> None:
    """Write so many articles as records, one a line."""
    with path.open("w", encoding="utf-8") as file:
        for article in islice(articles, number):
            file.write(json.dumps(article.to_record(), ensure_ascii=False) + "\n")


def main() -> None:
    """Write the articles and say how the names grow."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input", type=Path)
    parser.add_argument("count", type=int)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--pool", type=int, default=5000, help="real articles that are told again (default: 5000)")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    pool = Pool.of(options.input, options.pool, options.seed)
    print(
        f"{len(pool.fragments)} articles in the pool, {len({n for s in pool.names for n in s})} names, β = {pool.beta:.2f}"
    )
    write(pool.articles(), options.count, options.output)


if __name__ == "__main__":
    main()
