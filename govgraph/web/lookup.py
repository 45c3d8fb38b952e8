"""What the explorer's index says of a thing, a fact, a name: each question reads only the rows that it returns."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from govgraph.web.index import spaced

Direction = Literal["out", "in"]
"""Seen from a thing: `out` where it is the source of a fact, `in` where it is the target."""

_SAID = (
    "CASE WHEN EXISTS (SELECT 1 FROM things a WHERE a.id = 'Article:' || (t.said ->> 'scope'))"
    " THEN json_remove(t.said, '$.scope') ELSE t.said END"
)
"""The properties; where a thing is known from one article alone, that article's id is a scope that tells readers nothing."""
_THING = f"t.number, t.id, t.label, t.name, t.aliases, {_SAID}, t.articles, t.first, t.last, t.degree"
_FACT = "f.number, f.id, f.type, f.source, f.target, f.said, f.day, f.reported, f.confidence, f.words, f.shown"
_ENDS = {"out": "source", "in": "target"}
_QUIET = ("Measurement", "Directive", "Article")
"""Labels that are suggested only to who asks for them: sentences and numbers are not looked for by name."""
_LOOKED_AT = 60
_COUNTED = 1_000
_NAMED = 5_000


@dataclass(frozen=True, slots=True)
class Thing:
    """A node as pages show it; `said` are its properties, `first` and `last` the days of its articles ("" if unknown)."""

    number: int
    id: str
    label: str
    name: str
    aliases: tuple[str, ...]
    said: dict[str, Any]
    articles: int
    first: str
    last: str
    degree: int


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of evidence: the article's id, where in its text, the words (cut when long), the rule, how sure it is."""

    article: str
    start: int
    end: int
    text: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Fact:
    """An edge as pages show it: `words` pieces of evidence in all, of which `shown` are the newest few.

    `source` and `target` are the numbers of things, `day` says when it was, `reported` when it was last told.
    """

    number: int
    id: str
    type: str
    source: int
    target: int
    said: dict[str, Any]
    day: str
    reported: str
    confidence: float | None
    words: int
    shown: tuple[Words, ...]

    def other(self, thing: int) -> int:
        """Return the end that is not this thing."""
        return self.target if self.source == thing else self.source


class Lookup:
    """An open index."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Take over a connection; use `opened`."""
        self._db = db

    def about(self) -> dict[str, Any]:
        """Return the counts of the whole graph; see `govgraph.web.index`."""
        return {name: json.loads(value) for name, value in self._db.execute("SELECT name, value FROM about")}

    def thing(self, node_id: str) -> Thing | None:
        """Return the thing of a node id, or None."""
        row = self._db.execute(f"SELECT {_THING} FROM things t WHERE t.id = ?", (node_id,)).fetchone()
        return None if row is None else _thing(row)

    def things(self, numbers: Iterable[int]) -> dict[int, Thing]:
        """Return things by their numbers."""
        sql = f"SELECT {_THING} FROM things t WHERE t.number IN (SELECT value FROM json_each(?))"
        return {t.number: t for t in map(_thing, self._db.execute(sql, (json.dumps(list(set(numbers))),)))}

    def known(self, ids: Iterable[str]) -> list[Thing]:
        """Return the things of those node ids that there are, the important ones first."""
        sql = f"SELECT {_THING} FROM things t WHERE t.id IN (SELECT value FROM json_each(?)) ORDER BY t.number"
        return [_thing(row) for row in self._db.execute(sql, (json.dumps(list(ids)),))]

    # Searching

    def suggest(self, text: str, labels: Sequence[str] = (), limit: int = 8) -> list[tuple[Thing, str]]:
        """Return up to `limit` things and the name by which each was found: whole names, then beginnings, then the rest.

        A name is found by any run of its characters, or by the beginning of its sounds. Without labels, sentences and
        numbers are left out.
        """
        chars = spaced(text)
        if not chars:
            return []
        ways = [f'chars : ^ "{chars}"', f'chars : "{chars}"']
        if text.strip().isascii() and text.strip().isalpha():
            ways.append(f'sounds : "{text.strip().lower()}" *')
        where, values = _labels(labels)
        sql = (
            f"SELECT n.thing, n.name FROM spelt s CROSS JOIN names n ON n.number = s.rowid"
            f" WHERE spelt MATCH ? AND n.{where} ORDER BY s.rowid LIMIT {_LOOKED_AT}"
        )
        found: dict[int, tuple[int, str]] = {}
        for rank, way in enumerate(ways, 1):
            for number, name in self._db.execute(sql, (way, *values)):
                whole = 0 if spaced(name) == chars else rank
                if number not in found or whole < found[number][0]:
                    found[number] = (whole, name)
            if len(found) >= limit and rank > 1:
                break
        chosen = sorted(found, key=lambda number: (found[number][0], number))[:limit]
        things = self.things(chosen)
        return [(things[number], found[number][1]) for number in chosen]

    def search(self, text: str, label: str | None, offset: int, limit: int) -> list[tuple[Thing, str]]:
        """Return things with the name by which each was found, the important ones first; all of a label without text."""
        chars = spaced(text)
        if not chars:
            which, of = _labels([label] if label else [])
            sql = f"SELECT {_THING} FROM things t WHERE t.{which} ORDER BY t.number LIMIT ? OFFSET ?"
            return [(t, t.name) for t in map(_thing, self._db.execute(sql, (*of, limit, offset)))]
        where, values = _labels([label]) if label else ("label <> ''", ())
        sql = (
            f"SELECT n.thing, min(n.name) FROM spelt s CROSS JOIN names n ON n.number = s.rowid"
            f" WHERE spelt MATCH ? AND n.{where} GROUP BY n.thing ORDER BY n.thing LIMIT ? OFFSET ?"
        )
        rows = self._db.execute(sql, (_any_way(text, chars), *values, limit, offset)).fetchall()
        things = self.things(number for number, _ in rows)
        return [(things[number], name) for number, name in rows]

    def tally(self, text: str) -> dict[str, int]:
        """Return how many things of each label a text finds, of the first thousand names."""
        chars = spaced(text)
        if not chars:
            return {}
        sql = (
            "SELECT label, count(DISTINCT thing) FROM (SELECT n.label, n.thing FROM spelt s CROSS JOIN names n"
            f" ON n.number = s.rowid WHERE spelt MATCH ? ORDER BY s.rowid LIMIT {_COUNTED}) GROUP BY label"
        )
        return dict(self._db.execute(sql, (_any_way(text, chars),)))

    def named(self, names: Iterable[str]) -> dict[str, list[Thing]]:
        """Return, for each of the names that things have as their own, these things, the important ones first."""
        sql = (
            f"SELECT {_THING} FROM things t WHERE t.name IN (SELECT value FROM json_each(?)) ORDER BY t.number LIMIT ?"
        )
        found: dict[str, list[Thing]] = {}
        for thing in map(_thing, self._db.execute(sql, (json.dumps(list(names)), _NAMED))):
            found.setdefault(thing.name, []).append(thing)
        return found

    # Facts

    def fact(self, edge_id: str) -> Fact | None:
        """Return the fact of an edge id, or None."""
        row = self._db.execute(f"SELECT {_FACT} FROM facts f WHERE f.id = ?", (edge_id,)).fetchone()
        return None if row is None else _fact(row)

    def kinds(self, thing: int) -> dict[tuple[str, Direction], int]:
        """Return how many facts of each type a thing has in each direction."""
        found: dict[tuple[str, Direction], int] = {}
        for direction in ("out", "in"):
            sql = f"SELECT type, count(*) FROM facts WHERE {_ENDS[direction]} = ? GROUP BY type"
            for kind, count in self._db.execute(sql, (thing,)):
                found[kind, direction] = count
        return found

    def facts(
        self, thing: int, kind: str, direction: Direction, limit: int, offset: int = 0, label: str = ""
    ) -> list[Fact]:
        """Return facts of one type and direction, the newest day first; with `label`, those whose other end has it."""
        other = _ENDS["in" if direction == "out" else "out"]
        only = f" AND (SELECT o.label FROM things o WHERE o.number = f.{other}) = ?" if label else ""
        sql = (
            f"SELECT {_FACT} FROM facts f WHERE f.{_ENDS[direction]} = ? AND f.type = ?{only}"
            " ORDER BY f.day DESC, f.number LIMIT ? OFFSET ?"
        )
        given = (thing, kind, *((label,) if label else ()), limit, offset)
        return [_fact(row) for row in self._db.execute(sql, given)]

    def others(self, thing: int, kind: str, direction: Direction) -> dict[str, int]:
        """Return how many facts of one type and direction a thing has with others of each label."""
        other = _ENDS["in" if direction == "out" else "out"]
        sql = (
            f"SELECT o.label, count(*) FROM facts f JOIN things o ON o.number = f.{other}"
            f" WHERE f.{_ENDS[direction]} = ? AND f.type = ? GROUP BY o.label"
        )
        return dict(self._db.execute(sql, (thing, kind)))

    def around(self, things: Iterable[int], limit: int) -> list[Fact]:
        """Return facts with one of the things at an end, for each thing the best known others first, `limit` a thing."""
        found: dict[int, Fact] = {}
        sql = (
            f"SELECT {_FACT} FROM (SELECT number, target AS other FROM facts WHERE source = ?1"
            " UNION ALL SELECT number, source FROM facts WHERE target = ?1 ORDER BY other LIMIT ?2) o"
            " JOIN facts f ON f.number = o.number"
        )
        for thing in things:
            for fact in map(_fact, self._db.execute(sql, (thing, limit))):
                found[fact.number] = fact
        return list(found.values())

    def between(self, things: Iterable[int], limit: int) -> list[Fact]:
        """Return facts both ends of which are among the things."""
        numbers = json.dumps(sorted(set(things)))
        sql = (
            f"WITH chosen AS MATERIALIZED (SELECT value AS number FROM json_each(?)) SELECT {_FACT} FROM chosen c"
            " CROSS JOIN facts f ON f.source = c.number WHERE f.target IN (SELECT number FROM chosen) LIMIT ?"
        )
        return [_fact(row) for row in self._db.execute(sql, (numbers, limit))]

    def newest(self, limit: int) -> list[Fact]:
        """Return the facts that were told last, of which words speak."""
        sql = f"SELECT {_FACT} FROM facts f WHERE f.words > 0 ORDER BY f.reported DESC, f.number LIMIT ?"
        return [_fact(row) for row in self._db.execute(sql, (limit,))]

    def due(self, day: str, limit: int) -> list[Thing]:
        """Return the directives whose deadline is on a day or later, the next ones first."""
        sql = (
            f"SELECT {_THING} FROM deadlines d JOIN things t ON t.number = d.thing WHERE d.day >= ?"
            " ORDER BY d.day, d.thing LIMIT ?"
        )
        return [_thing(row) for row in self._db.execute(sql, (day, limit))]

    def told_in(self, thing: int, limit: int, offset: int = 0) -> list[Thing]:
        """Return the articles that name a thing, the newest first."""
        sql = (
            f"SELECT {_THING} FROM mentions m JOIN things t ON t.number = m.article WHERE m.thing = ?"
            " ORDER BY m.day DESC, m.article LIMIT ? OFFSET ?"
        )
        return [_thing(row) for row in self._db.execute(sql, (thing, limit, offset))]

    def months(self, thing: int) -> list[tuple[str, int]]:
        """Return the months of the articles that name a thing, and how many there are in each."""
        sql = "SELECT substr(day, 1, 7), count(*) FROM mentions WHERE thing = ? AND length(day) >= 7 GROUP BY 1 ORDER BY 1"
        return self._db.execute(sql, (thing,)).fetchall()

    def nearest(self, thing: int, limit: int) -> list[tuple[Thing, int]]:
        """Return the things that most facts join a thing with, and how many do; sentences and numbers are left out."""
        sql = (
            "SELECT o.other, o.shared FROM (SELECT other, count(*) AS shared FROM (SELECT target AS other FROM facts"
            " WHERE source = ?1 UNION ALL SELECT source FROM facts WHERE target = ?1)"
            f" GROUP BY other ORDER BY shared DESC, other LIMIT {_COUNTED}) o JOIN things t ON t.number = o.other"
            " WHERE t.label NOT IN (?2, ?3, ?4) ORDER BY o.shared DESC, o.other LIMIT ?5"
        )
        rows = self._db.execute(sql, (thing, *_QUIET, limit)).fetchall()
        things = self.things(number for number, _ in rows)
        return [(things[number], count) for number, count in rows]

    def articles(self, limit: int, offset: int = 0) -> list[Thing]:
        """Return articles, the newest first."""
        sql = f"SELECT {_THING} FROM things t WHERE t.label = 'Article' ORDER BY t.last DESC, t.number LIMIT ? OFFSET ?"
        return [_thing(row) for row in self._db.execute(sql, (limit, offset))]


@contextmanager
def opened(path: Path) -> Iterator[Lookup]:
    """Open an index for reading."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as db:
        yield Lookup(db)


def _labels(labels: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return the condition for names of some labels, and its values."""
    if labels:
        return f"label IN ({','.join('?' * len(labels))})", tuple(labels)
    return "label NOT IN (?, ?, ?)", _QUIET


def _any_way(text: str, chars: str) -> str:
    typed = text.strip()
    sounds = f' OR sounds : "{typed.lower()}" *' if typed.isascii() and typed.isalpha() else ""
    return f'chars : "{chars}"{sounds}'


def _thing(row: Sequence[Any]) -> Thing:
    number, key, label, name, aliases, said, articles, first, last, degree = row
    return Thing(number, key, label, name, tuple(json.loads(aliases)), json.loads(said), articles, first, last, degree)


def _fact(row: Sequence[Any]) -> Fact:
    number, key, kind, source, target, said, day, reported, confidence, words, shown = row
    pieces = tuple(Words(*piece) for piece in json.loads(shown))
    return Fact(number, key, kind, source, target, json.loads(said), day, reported, confidence, words, pieces)
