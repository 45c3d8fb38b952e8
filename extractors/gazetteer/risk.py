"""Which names of divisions mean other things too? Measured on texts, and by a word list where texts say little.

A name that means its division stands near it: most articles that say 汾阳 also say 汾阳市, 吕梁 or 山西, while those
that say 大方 or 海城市 (沿海城市) hardly ever name the county or what lies around it.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from extractors.gazetteer.lookup import Gazetteer
from extractors.gazetteer.model import Division, Hit
from graph.errors import UnreadableInputError

_ENOUGH = 4
"""From this many articles on, the texts decide."""
_SUPPORT = 0.5
"""A name is risky when a smaller share of its articles supports it."""
_SUPPORT_PREFECTURE = {True: 0.29, False: 0.35}
"""The same for prefectures, which are often named alone, by whether the word list has them as places."""
_PLACE_TAGS = ("ns", "nr", "nt")
"""What jieba tags as a place; names of persons too, for it takes many rare places for one."""
_COMMON = 100
"""The frequency in jieba's list from which another tag makes a name risky."""

Words = Mapping[str, tuple[int, str]]


def read_words(path: Path) -> dict[str, tuple[int, str]]:
    """Return frequency and part of speech of the words in a jieba dictionary: a word, a number and a tag a line.

    Raises UnreadableInputError with file and line where a line has another form.
    """
    words: dict[str, tuple[int, str]] = {}
    for number, line in enumerate(_lines(path), start=1):
        parts = line.split()
        if len(parts) != 3 or not parts[1].isdigit():
            raise UnreadableInputError(f"{path}, line {number}: expected word, frequency and tag, found {line!r}")
        words[parts[0]] = int(parts[1]), parts[2]
    return words


def read_texts(paths: Iterable[Path]) -> Iterator[str]:
    """Yield title and body of the articles in JSONL files, `.gz` too.

    Raises UnreadableInputError with file and line where a record is none.
    """
    for path in paths:
        for number, line in enumerate(_lines(path), start=1):
            try:
                record = json.loads(line)
                yield f"{record.get('title') or ''}\n{record['body']}"
            except (ValueError, KeyError, AttributeError) as error:
                raise UnreadableInputError(f"{path}, line {number}: no JSON record with a body: {error!r}") from error


def _lines(path: Path) -> list[str]:
    try:
        content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        return content.decode("utf-8").rstrip("\n").split("\n")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise UnreadableInputError(f"{path}: cannot be read as UTF-8 text: {error}") from error


@dataclass(frozen=True, slots=True)
class Usage:
    """In how many articles each name stands, and in how many of them its division or one around it is named too."""

    articles: Counter[str]
    supported: Counter[str]

    def share(self, name: str) -> float:
        """Return the part of the articles with `name` that supports it."""
        return self.supported[name] / self.articles[name]


def count_usage(gazetteer: Gazetteer, texts: Iterable[str]) -> Usage:
    """Return how the names of divisions are used in `texts`."""
    usage = Usage(Counter(), Counter())
    for text in texts:
        hits = {hit.name: hit for hit in gazetteer.find(text)}
        naming = _naming(hits.values())
        for name, hit in hits.items():
            usage.articles[name] += 1
            codes = (division.code for candidate in hit.candidates for division in gazetteer.path(candidate.code))
            usage.supported[name] += any(naming[code] - {name} for code in codes)
    return usage


def _naming(hits: Iterable[Hit]) -> defaultdict[str, set[str]]:
    """Return by code the names in a text that surely mean the division: full ones, and short ones of large ones."""
    naming: defaultdict[str, set[str]] = defaultdict(set)
    for hit in hits:
        for division in hit.candidates:
            if hit.full or division.level in ("province", "prefecture"):
                naming[division.code].add(hit.name)
    return naming


def is_risky(name: str, divisions: Collection[Division], usage: Usage, words: Words) -> bool:
    """Return whether `name`, a name of all of `divisions`, is risky.

    Names of provinces and full names of prefectures never are.
    """
    levels = {division.level for division in divisions}
    if "province" in levels or any(d.level == "prefecture" and d.name == name for d in divisions):
        return False
    frequency, tag = words.get(name, (0, "ns"))
    ordinary = frequency >= _COMMON and not tag.startswith(_PLACE_TAGS)
    if "county" in levels and len(name) > 2:
        # Long names are rarely anything else; a full one only where what remains is a word by itself (沿|海城市).
        full = any(division.name == name for division in divisions)
        ordinary = words.get(name[1:], (0, ""))[0] >= _COMMON if full else ordinary
        return ordinary and usage.articles[name] >= _ENOUGH and usage.share(name) < _SUPPORT
    if usage.articles[name] < _ENOUGH:
        return ordinary or (levels == {"town"} and len(name) == 2)
    if "prefecture" in levels:
        return usage.share(name) < _SUPPORT_PREFECTURE[tag == "ns"]
    return usage.share(name) < _SUPPORT


def preceding(characters: Collection[str], words: Words) -> dict[str, frozenset[str]]:
    """Return for each character those before it in common words of two characters: 召, 展, 打 … for 开."""
    before: defaultdict[str, set[str]] = defaultdict(set)
    for word, (frequency, tag) in words.items():
        if len(word) == 2 and word[1] in characters and frequency >= _COMMON and not tag.startswith("ns"):
            before[word[1]].add(word[0])
    return {character: frozenset(found) for character, found in before.items()}
