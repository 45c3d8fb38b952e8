"""How a fragment lies in the tables of the store, and how the rows become merged records again."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from graph.errors import InvalidRecordError
from graph.fragment import Article, Fragment
from graph.judgements import Judged
from graph.merge import EdgeStatement, NodeStatement, merge_edge, merge_node, statements
from graph.records import GraphEdge, GraphEvidence, GraphNode
from graph.sqlite_file import VERSION, digest, shift_generation
from graph.validate import validate

Row = tuple[Any, ...]

NODE = "SELECT s.id, a.id, s.label, s.said FROM node_support s CROSS JOIN articles a ON a.number = s.article"
EDGE = (
    "SELECT s.id, a.id, s.type, s.source, s.target, s.said"
    " FROM edge_support s CROSS JOIN articles a ON a.number = s.article"
)
# CROSS JOIN keeps SQLite to this order of the tables: reading in id order needs no sorting then.
EVIDENCE = (
    'SELECT e.edge, a.id, e.start, e."end", e.text, e.rule, e.confidence'
    " FROM evidence e CROSS JOIN articles a ON a.number = e.article"
)


_INSERT = (
    "INSERT INTO node_support (id, article, label, said) VALUES (?, ?, ?, ?)",
    "INSERT INTO edge_support (id, article, type, source, target, said) VALUES (?, ?, ?, ?, ?, ?)",
    'INSERT INTO evidence (edge, article, start, "end", text, rule, confidence) VALUES (?, ?, ?, ?, ?, ?, ?)',
)


_NOTHING = '{"v":{}}'
_parts = json.JSONDecoder().raw_decode


def content_hash(article: Article) -> str:
    """Return the checksum of all that is known of an article, its body included.

    Where it stood does not count: a file that was moved or got a line more at its top says nothing new.
    """
    record = article.to_record()
    record.pop("source", None)
    return digest(json.dumps(record, ensure_ascii=False, sort_keys=True))


class Batch:
    """Fragments that go into the tables together, inside one transaction that the caller holds.

    Rows of nodes and edges lie by id, scattered over their whole tables. Written in order, batch by batch, rows that are
    neighbours share a page of the file: a page is written once a batch and not once a row.
    """

    def __init__(self, db: sqlite3.Connection, extractor: str, judged: Judged) -> None:
        """Start empty; `extractor` is the version that made the fragments."""
        self._db, self._extractor, self._judged = db, extractor, judged
        self._rows: tuple[list[Row], list[Row], list[Row]] = ([], [], [])

    def put(self, fragment: Fragment) -> bool | None:
        """Take in one fragment: None when it is new, True when it is there already, False when it replaces one.

        Raises InvalidRecordError, with the article and all problems, for a fragment that is not sound.
        """
        about = fragment.article
        record, _, told = columns(fragment)
        mark = _mark(record, about.body, told)
        known = self._db.execute("SELECT number, digest FROM articles WHERE id = ?", (about.id,)).fetchone()
        if known is not None and known[1] == mark:
            self._db.execute(
                "UPDATE articles SET extractor = ? WHERE number = ? AND extractor <> ?",
                (self._extractor, known[0], self._extractor),
            )
            return True
        if known is not None:
            self.write()  # what is to be replaced may be of this batch
            drop(self._db, about.id)
        number = self._db.execute(
            "INSERT INTO articles (id, record, body, content_hash, extractor, fragment, digest)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (about.id, record, about.body, content_hash(about), self._extractor, told, mark),
        ).lastrowid
        if number is None:
            raise InvalidRecordError(f"article {about.id!r}: not stored")
        for rows, news in zip(self._rows, _stated(number, fragment, self._judged), strict=True):
            rows += news
        shift_generation(self._db, plus=mark)
        return None if known is None else False

    def write(self) -> None:
        """Write the rows that were taken in."""
        _insert(self._db, self._rows)
        for rows in self._rows:
            rows.clear()


def restate(db: sqlite3.Connection, number: int, judged: Judged) -> None:
    """Write the rows of a stored article again, as judgements have it now."""
    record, body, told = db.execute(
        "SELECT record, body, fragment FROM articles WHERE number = ?", (number,)
    ).fetchone()
    _unstate(db, number)
    _insert(db, _stated(number, fragment(record, body, told), judged))


def write_again(db: sqlite3.Connection, number: int, judged: Judged) -> None:
    """Write all that follows from a stored article again, its checksum too, as this format has it."""
    restate(db, number, judged)
    record, body, told, old = db.execute(
        "SELECT record, body, fragment, digest FROM articles WHERE number = ?", (number,)
    ).fetchone()
    mark = _mark(record, body, told)
    db.execute("UPDATE articles SET digest = ? WHERE number = ?", (mark, number))
    shift_generation(db, plus=mark, minus=old)


def _mark(record: str, body: str, told: str) -> str:
    """Return the checksum of an article and what it says; the same fragment in another format has another."""
    return digest(str(VERSION), record, body, told)


def columns(fragment: Fragment) -> tuple[str, str, str]:
    """Return the three columns of a fragment: its article without the body, the body, its nodes and edges.

    Raises InvalidRecordError, with the article and all problems, for a fragment that is not sound.
    """
    about = fragment.article
    if problems := validate(fragment):
        raise InvalidRecordError(f"article {about.id!r}: {'; '.join(problems)}")
    said = fragment.to_record()
    told = {"nodes": said["nodes"], "edges": said["edges"]}
    record = json.dumps(about.to_record(body=False), ensure_ascii=False, sort_keys=True)
    return record, about.body, json.dumps(told, ensure_ascii=False, sort_keys=True)


def fragment(record: str, body: str, told: str) -> Fragment:
    """Return the fragment of its three columns."""
    return Fragment.from_record({"article": {**json.loads(record), "body": body}, **json.loads(told)})


def _stated(number: int, fragment: Fragment, judged: Judged) -> tuple[list[Row], list[Row], list[Row]]:
    """Return the rows of `node_support`, `edge_support` and `evidence` that a fragment makes."""
    nodes, edges = statements(fragment, judged)
    return (
        [(n.id, number, n.label, _pack({"n": n.names, "a": n.aliases, "v": n.values})) for n in nodes],
        [(e.id, number, e.type, e.source, e.target, _pack({"v": e.values})) for e in edges],
        [(e.id, number, v.start, v.end, v.text, v.rule, v.confidence) for e in edges for v in e.evidence],
    )


def _insert(db: sqlite3.Connection, rows: tuple[list[Row], list[Row], list[Row]]) -> None:
    for sql, some in zip(_INSERT, rows, strict=True):
        some.sort()  # by the primary key: it stands first
        db.executemany(sql, some)


def _unstate(db: sqlite3.Connection, number: int) -> None:
    for table in ("evidence", "edge_support", "node_support"):
        db.execute(f"DELETE FROM {table} WHERE article = ?", (number,))  # noqa: S608 - our own table names


def drop(db: sqlite3.Connection, article_id: str) -> bool:
    """Take an article out with all its rows; False when it is not there."""
    known = db.execute("SELECT number, digest FROM articles WHERE id = ?", (article_id,)).fetchone()
    if known is None:
        return False
    number, mark = known
    _unstate(db, number)
    db.execute("DELETE FROM articles WHERE number = ?", (number,))
    shift_generation(db, minus=mark)
    return True


def article(record: str, body: str) -> Article:
    """Return the article of its two columns."""
    return Article.from_record({**json.loads(record), "body": body})


def node(rows: Sequence[Row]) -> GraphNode:
    """Return the merged node of all rows of one id that `NODE` selects."""
    key, said_by, label, said = rows[0]
    if len(rows) == 1:  # most of a graph: named by one article, in one way
        parts = _parts(said)[0]
        values: dict[str, list[Any]] = parts["v"]
        if len(parts["n"]) == 1 and max(map(len, values.values()), default=1) == 1:
            name = parts["n"][0]
            aliases = tuple([alias for alias in parts["a"] if alias != name]) if parts["a"] else ()
            return GraphNode(key, label, name, aliases, {k: given[0] for k, given in values.items()}, (said_by,))
    return merge_node([_node_statement(row) for row in rows])


def nodes(rows: Iterable[Row]) -> Iterator[GraphNode]:
    """Yield the merged nodes of what `NODE` selects in the order of the ids."""
    for _, group in groupby(rows, key=itemgetter(0)):
        yield node(list(group))


def _node_statement(row: Row) -> NodeStatement:
    key, said_by, label, said = row
    parts = _parts(said)[0]
    return NodeStatement(key, said_by, label, tuple(parts["n"]), tuple(parts["a"]), _values(parts))


def edge(rows: list[Row], proof: Iterable[Row]) -> GraphEdge:
    """Return the merged edge of all rows of one id that `EDGE` selects, and of those of `EVIDENCE`."""
    words: dict[str, list[GraphEvidence]] = {}
    for row in proof:
        words.setdefault(row[1], []).append(GraphEvidence(*row[1:]))
    return merge_edge(
        [
            EdgeStatement(key, said_by, kind, source, target, _values(json.loads(said)), tuple(words.get(said_by, ())))
            for key, said_by, kind, source, target, said in rows
        ]
    )


def edges(rows: Iterable[Row], proof: Iterable[Row]) -> Iterator[GraphEdge]:
    """Yield the merged edges of what `EDGE` and `EVIDENCE` select, both in the order of the edges' ids."""
    words = iter(proof)
    word = next(words, None)
    for key, group in groupby(rows, key=itemgetter(0)):
        own = []
        while word is not None and word[0] == key:
            own.append(word)
            word = next(words, None)
        said = list(group)
        if len(said) == 1 and said[0][5] == _NOTHING:  # most of a graph: said once, without properties
            _, said_by, kind, source, target, _ = said[0]
            evidence = tuple([GraphEvidence(*word[1:]) for word in own])
            yield GraphEdge(key, kind, source, target, {}, evidence, (said_by,))
        else:
            yield edge(said, own)


def id_range(kind: str | None, column: str = "s.id") -> tuple[str, tuple[str, ...]]:
    """Return the condition for one label or type: ids begin with it and a colon, so they stand together."""
    return ("", ()) if kind is None else (f"WHERE {column} >= ? AND {column} < ?", (f"{kind}:", f"{kind};"))


def _pack(said: dict[str, Any]) -> str:
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def _values(parts: dict[str, Any]) -> dict[str, tuple[Any, ...]]:
    return {name: tuple(values) for name, values in parts["v"].items()}
