"""Counts names over a corpus of any size: texts wait in a temporary database on disk, in memory are only counts."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType

from ahocorasick_rs import AhoCorasick, MatchKind

from extractors.learned.model import KnownCompany, KnownPerson, Model
from extractors.learned.shape import may_be_too_long, risky
from extractors.learned.sightings import Sightings
from extractors.learned.standing import before_mark, cut_in_word, stands

LEAST_ARTICLES = 2
"""In how many different articles a name must stand in a safe place."""

_STANDS = 0.6
"""Of the articles that have the characters at all, in how many they must stand as a name does."""

_SAFE = 0.1
_SAFE_OF_RISKY = 0.4
"""Of the same articles, in how many the name must be safe; a word that is sometimes taken for a name stands nearly
always elsewhere, so more is asked of names that are words or hold one."""

_SAFE_OF_COMPANY = 0.1
_ONE_COUNTRY = 0.8

_TABLES = """
CREATE TABLE texts (digest TEXT PRIMARY KEY, text BLOB) WITHOUT ROWID;
CREATE TABLE sightings (kind TEXT, name TEXT, other TEXT, digest TEXT,
                        PRIMARY KEY (kind, name, other, digest)) WITHOUT ROWID;
"""


@dataclass(slots=True)
class _Places:
    """In how many articles characters are; in how many of these as a name stands, with no word running over its end,
    before a mark."""

    seen: int = 0
    standing: int = 0
    whole: int = 0
    marked: int = 0


class Learner:
    """Takes what articles show, in any order and as often as they come, and tells which names are worth knowing.

    An article that comes twice counts once. Use it in a `with`; its database is gone afterwards.
    """

    def __init__(self, least_articles: int = LEAST_ARTICLES) -> None:
        """Begin with nothing."""
        self._least = least_articles
        self._database = sqlite3.connect("")  # an unnamed database is a temporary file that SQLite removes
        self._database.executescript(_TABLES)

    def __enter__(self) -> Learner:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()

    def add(self, seen: Sightings) -> None:
        """Count what one article shows."""
        packed = zlib.compress(seen.text.encode("utf-8"), 1)
        self._database.execute("INSERT OR IGNORE INTO texts VALUES (?, ?)", (seen.digest, packed))
        rows = [("person", *pair, seen.digest) for pair in seen.persons]
        rows += [("company", *pair, seen.digest) for pair in seen.companies]
        self._database.executemany("INSERT OR IGNORE INTO sightings VALUES (?, ?, ?, ?)", rows)

    def model(self) -> Model:
        """Return the names that were seen often enough in safe places, and seldom enough elsewhere."""
        persons, companies = self._safe("person"), self._safe("company")
        fulls = {short: full for short in companies if (full := self._full(short))}
        places = self._places(sorted({*persons, *fulls, *fulls.values()}))
        return Model(
            [
                KnownPerson(name, self._country(name), safe, places[name].seen)
                for name, safe in persons.items()
                if name not in fulls and safe >= self._least and _is_person(name, safe, places[name])
            ],
            [
                KnownCompany(name, full, companies[name], places[name].seen)
                for name, full in fulls.items()
                if companies[name] >= _SAFE_OF_COMPANY * places[name].seen > 0
            ],
        )

    def _safe(self, kind: str) -> dict[str, int]:
        """Return in how many articles each name is safe, for the names that are so in enough."""
        rows = self._database.execute(
            "SELECT name, COUNT(DISTINCT digest) AS safe FROM sightings WHERE kind = ? GROUP BY name HAVING safe >= ?",
            (kind, self._least),
        )
        return dict(rows)

    def _others(self, kind: str, name: str) -> list[tuple[str, int]]:
        return self._database.execute(
            "SELECT other, COUNT(*) AS number FROM sightings WHERE kind = ? AND name = ? AND other != ''"
            " GROUP BY other ORDER BY number DESC, other",
            (kind, name),
        ).fetchall()

    def _country(self, name: str) -> str:
        """Return the country that nearly all sightings of a foreign name give; empty without one."""
        found = self._others("person", name)
        total = sum(number for _, number in found)
        return found[0][0] if found and found[0][1] >= _ONE_COUNTRY * total else ""

    def _full(self, name: str) -> str:
        """Return the one full name that a short form stands for; empty when there are several."""
        found = self._others("company", name)
        return found[0][0] if len(found) == 1 else ""

    def _places(self, names: list[str]) -> dict[str, _Places]:
        """Return where each name stands in the texts, as no part of a longer one."""
        matcher = AhoCorasick(names, matchkind=MatchKind.LeftmostLongest)
        places = {name: _Places() for name in names}
        for text in self._texts():
            spots: dict[str, list[tuple[int, int]]] = {}
            for at, start, end in matcher.find_matches_as_indexes(text):
                spots.setdefault(names[at], []).append((start, end))
            for name, spans in spots.items():
                standing = [end for start, end in spans if stands(text, start, end)]
                places[name].seen += 1
                places[name].standing += bool(standing)
                places[name].whole += any(not cut_in_word(text, end) for end in standing)
                places[name].marked += any(before_mark(text, end) for end in standing)
        return places

    def _texts(self) -> Iterator[str]:
        for (packed,) in self._database.execute("SELECT text FROM texts"):
            yield zlib.decompress(packed).decode("utf-8")


def _is_person(name: str, safe: int, places: _Places) -> bool:
    if not (places.marked if may_be_too_long(name) else places.whole):
        return False
    return (
        places.standing >= max(1, _STANDS * places.seen)
        and safe >= (_SAFE_OF_RISKY if risky(name) else _SAFE) * places.seen
    )
