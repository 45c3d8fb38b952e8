"""What the explorer asks of the graph on every page, laid out so that it is found at once: a SQLite file beside the graph.

Like the other indexes it is derived and disposable, carries the state of the graph in its name, and is built aside and
swapped in whole. Things are numbered by how much is known of them, so whatever reads them in order of their numbers
reads the important ones first and may stop early.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

from govgraph.web.sounds import sounds
from graph.errors import StoreError
from graph.identity import node_id
from graph.index.swap import built, index_path
from graph.records import GraphEdge, GraphNode
from graph.store import GraphStore

_LAYOUT = "2"
_SHOWN = 3
"""Pieces of evidence that an edge is shown with; its own page has them all."""
_LONGEST_WORDS = 300
_OPENING = 24
"""Characters that stand for the headline of an article without one."""
_BATCH = 5_000
_SOUNDED = {"Person", "Agency", "Company", "Organization", "Place", "Meeting", "Project", "Policy"}
_DATED = {"Meeting", "Activity", "Measurement"}

_RAW = """
CREATE TABLE raw_things (id TEXT PRIMARY KEY, label TEXT, name TEXT, aliases TEXT, said TEXT, articles INTEGER,
    first TEXT, last TEXT) WITHOUT ROWID;
CREATE TABLE raw_mentions (thing TEXT, day TEXT, article TEXT);
CREATE TABLE raw_facts (id TEXT, type TEXT, source TEXT, target TEXT, said TEXT, day TEXT, reported TEXT,
    confidence REAL, words INTEGER, shown TEXT)
"""
_TABLES = """
CREATE TABLE things (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, label TEXT NOT NULL, name TEXT NOT NULL,
    aliases TEXT NOT NULL, said TEXT NOT NULL, articles INTEGER NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL,
    degree INTEGER NOT NULL);
INSERT INTO things
    WITH ends AS (SELECT source AS id FROM raw_facts UNION ALL SELECT target FROM raw_facts),
    degrees AS (SELECT id, count(*) AS degree FROM ends GROUP BY id)
    SELECT row_number() OVER (ORDER BY coalesce(d.degree, 0) + t.articles DESC, t.id),
        t.id, t.label, t.name, t.aliases, t.said, t.articles, t.first, t.last, coalesce(d.degree, 0)
    FROM raw_things t LEFT JOIN degrees d ON d.id = t.id;
CREATE INDEX things_label ON things (label, number);
CREATE INDEX things_name ON things (name);
CREATE INDEX things_last ON things (label, last DESC, number);
CREATE TABLE facts (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, source INTEGER NOT NULL,
    target INTEGER NOT NULL, said TEXT NOT NULL, day TEXT NOT NULL, reported TEXT NOT NULL, confidence REAL,
    words INTEGER NOT NULL, shown TEXT NOT NULL);
INSERT INTO facts (id, type, source, target, said, day, reported, confidence, words, shown)
    SELECT f.id, f.type, s.number, t.number, f.said, f.day, f.reported, f.confidence, f.words, f.shown
    FROM raw_facts f JOIN things s ON s.id = f.source JOIN things t ON t.id = f.target ORDER BY f.id;
CREATE TABLE mentions (thing INTEGER, day TEXT, article INTEGER, PRIMARY KEY (thing, day DESC, article)) WITHOUT ROWID;
INSERT INTO mentions SELECT t.number, m.day, a.number
    FROM raw_mentions m JOIN things t ON t.id = m.thing JOIN things a ON a.id = m.article ORDER BY 1, 2 DESC, 3;
DROP TABLE raw_mentions;
DROP TABLE raw_facts;
DROP TABLE raw_things;
CREATE INDEX facts_source ON facts (source, type, day DESC);
CREATE INDEX facts_target ON facts (target, type, day DESC);
CREATE INDEX facts_reported ON facts (reported DESC) WHERE words > 0;
CREATE TABLE deadlines (day TEXT NOT NULL, thing INTEGER NOT NULL, PRIMARY KEY (day, thing)) WITHOUT ROWID;
INSERT INTO deadlines SELECT said ->> 'deadline', number FROM things
    WHERE label = 'Directive' AND said ->> 'deadline' IS NOT NULL;
CREATE TABLE names (number INTEGER PRIMARY KEY, thing INTEGER NOT NULL, label TEXT NOT NULL, name TEXT NOT NULL);
CREATE VIRTUAL TABLE spelt USING fts5 (chars, sounds, content = '', columnsize = 0, prefix = '2 3 4');
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID
"""


def explorer_index(folder: str | Path) -> Path:
    """Return the path of the graph's explorer index, built first when there is none of the graph's present state.

    Raises StoreError when there is no graph or the folder cannot be written.
    """
    with GraphStore.open(folder) as store, store.snapshot():
        path = index_path(store, "explorer", ".sqlite", _LAYOUT)
        return built(path, "explorer", lambda aside: _build(store, aside))


def spaced(text: str) -> str:
    """Return the text with a blank between all characters: as the index holds names, and is asked for parts of them."""
    return " ".join(char for char in text.lower() if char.isalnum())


def _build(store: GraphStore, path: Path) -> None:
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            # Nobody else sees the file before it is whole and on the disk, so nothing has to survive a fall before that.
            db.execute("PRAGMA journal_mode = OFF")
            db.execute("PRAGMA synchronous = OFF")
            db.execute("PRAGMA cache_size = -64000")
            db.execute("BEGIN")
            _run(db, _RAW)
            days, opening = {}, {}
            for article in store.articles():
                days[article.id] = article.date or ""
                if not article.title:
                    opening[node_id("Article", article.id, {})] = _opening(article.body)
            _fill(db, "raw_things", 8, (_thing(node, days, opening) for node in store.nodes()))
            _fill(db, "raw_mentions", 3, (row for node in store.nodes() for row in _mentions(node, days)))
            own = dict(
                db.execute(
                    "SELECT id, said ->> 'date' FROM raw_things WHERE said ->> 'date' IS NOT NULL"
                    " AND label IN (SELECT value FROM json_each(?))",
                    (json.dumps(sorted(_DATED)),),
                )
            )
            _fill(db, "raw_facts", 10, (_fact(edge, days, own) for edge in store.edges()))
            _run(db, _TABLES)
            _spell(db)
            _count(db, store)
            db.execute("COMMIT")
            db.execute("ANALYZE")
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{store.folder}: the explorer's index cannot be built: {error}") from error


def _run(db: sqlite3.Connection, statements: str) -> None:
    for statement in statements.split(";\n"):
        db.execute(statement)


def _fill(db: sqlite3.Connection, table: str, width: int, rows: Iterator[tuple[Any, ...]]) -> None:
    places = ",".join("?" * width)
    while batch := list(islice(rows, _BATCH)):
        db.executemany(f"INSERT INTO {table} VALUES ({places})", batch)  # noqa: S608 - our own table names


def _opening(body: str) -> str:
    first = body.strip().partition("\n")[0]
    return first if len(first) <= _OPENING else first[:_OPENING] + "…"


def _thing(node: GraphNode, days: dict[str, str], opening: dict[str, str]) -> tuple[Any, ...]:
    told = sorted(day for article in node.articles if (day := days.get(article)))
    first, last = (told[0], told[-1]) if told else ("", "")
    name = opening.get(node.id) or node.name
    return (node.id, node.label, name, _json(node.aliases), _json(node.properties), len(node.articles), first, last)


def _mentions(node: GraphNode, days: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    if node.label != "Article":
        for article in node.articles:
            yield node.id, days.get(article, ""), node_id("Article", article, {})


def _fact(edge: GraphEdge, days: dict[str, str], own: dict[str, str]) -> tuple[Any, ...]:
    """The day of a fact is that of the event or number at one end, of a post its beginning, else of the newest report."""
    reported = max((days.get(article, "") for article in edge.articles), default="")
    said = edge.properties
    day = own.get(edge.target) or own.get(edge.source) or said.get("from") or said.get("first_reported") or reported
    newest = sorted(edge.evidence, key=lambda e: days.get(e.article, ""), reverse=True)[:_SHOWN]
    shown = [[e.article, e.start, e.end, e.text[:_LONGEST_WORDS], e.rule, e.confidence] for e in newest]
    return (
        edge.id, edge.type, edge.source, edge.target, _json(said), day, reported, edge.confidence, len(edge.evidence),
        _json(shown),
    )  # fmt: skip


def _spell(db: sqlite3.Connection) -> None:
    number = 0

    def rows() -> Iterator[tuple[tuple[int, int, str, str], tuple[int, str, str]]]:
        nonlocal number
        for thing, label, name, aliases in db.execute(
            "SELECT number, label, name, aliases FROM things ORDER BY number"
        ):
            for form in dict.fromkeys((name, *json.loads(aliases))):
                number += 1
                sound = " ".join(sounds(form)) if label in _SOUNDED else ""
                yield (number, thing, label, form), (number, spaced(form), sound)

    stream = rows()
    while batch := list(islice(stream, _BATCH)):
        db.executemany("INSERT INTO names VALUES (?, ?, ?, ?)", [name for name, _ in batch])
        db.executemany("INSERT INTO spelt (rowid, chars, sounds) VALUES (?, ?, ?)", [spelt for _, spelt in batch])


def _count(db: sqlite3.Connection, store: GraphStore) -> None:
    counts = store.counts()
    about = {
        "labels": counts.labels,
        "types": counts.types,
        "articles": counts.articles,
        "edges": counts.edges,
        "evidence": counts.evidence,
        "months": db.execute(
            "SELECT substr(last, 1, 7), count(*) FROM things WHERE label = 'Article' AND length(last) >= 7"
            " GROUP BY 1 ORDER BY 1"
        ).fetchall(),
        "counties": [
            row[0]
            for row in db.execute(
                "SELECT number FROM things WHERE label = 'Place' AND said ->> 'level' IN ('county', 'prefecture')"
                " ORDER BY number LIMIT 12"
            )
        ],
        "newest": db.execute("SELECT max(last) FROM things WHERE label = 'Article'").fetchone()[0],
    }
    db.executemany("INSERT INTO about VALUES (?, ?)", [(name, _json(value)) for name, value in about.items()])


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
