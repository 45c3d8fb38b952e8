"""Counts names over a corpus of any size: texts wait in a temporary database on disk, in memory are only counts."""

from __future__ import annotations

import sqlite3
import zlib
from collections import Counter
from collections.abc import Iterator
from types import TracebackType

from ahocorasick_rs import AhoCorasick, MatchKind

from extractors.learned.model import KnownCompany, KnownPerson, Model
from extractors.learned.sightings import Sightings, holds_word, is_chinese

LEAST_ARTICLES = 2
"""In how many different articles a name must stand in a safe place."""

_SHARE = 0.25
"""Of the articles that have the name at all, how many must have it in a safe place; a word that is sometimes taken
for a name stands nearly always elsewhere."""

_SHARE_OF_RISKY = 0.5
"""The same for names of two characters, and for those with an ordinary word inside."""

_SHARE_OF_COMPANY = 0.1
_ONE_COUNTRY = 0.8

_TABLES = """
CREATE TABLE texts (digest TEXT PRIMARY KEY, text BLOB) WITHOUT ROWID;
CREATE TABLE sightings (kind TEXT, name TEXT, other TEXT, digest TEXT,
                        PRIMARY KEY (kind, name, other, digest)) WITHOUT ROWID;
"""


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
        seen = self._seen(sorted({*persons, *companies}))
        return Model(
            [
                KnownPerson(name, self._country(name), safe, seen[name])
                for name, safe in persons.items()
                if name not in companies and safe >= self._least and _is_person(name, safe, seen[name])
            ],
            [
                KnownCompany(name, full, safe, seen[name])
                for name, safe in companies.items()
                if (full := self._full(name)) and seen[name] and safe >= _SHARE_OF_COMPANY * seen[name]
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

    def _seen(self, names: list[str]) -> Counter[str]:
        """Return in how many articles each name stands and is not part of a longer one."""
        matcher = AhoCorasick(names, matchkind=MatchKind.LeftmostLongest)
        seen: Counter[str] = Counter()
        for text in self._texts():
            seen.update({names[at] for at, _, _ in matcher.find_matches_as_indexes(text)})
        return seen

    def _texts(self) -> Iterator[str]:
        for (packed,) in self._database.execute("SELECT text FROM texts"):
            yield zlib.decompress(packed).decode("utf-8")


def _is_person(name: str, safe: int, seen: int) -> bool:
    risky = is_chinese(name) and (len(name) == 2 or holds_word(name))
    return safe <= seen and safe >= (_SHARE_OF_RISKY if risky else _SHARE) * seen
