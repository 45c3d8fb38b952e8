"""The stored graph: one SQLite file in a graph folder that remembers, article by article, what each one says.

Nodes and edges are not stored as such: they are what the statements of the articles, read in id order, make
(`graph.merge`). So adding or removing an article touches its own rows alone, and what no article supports is gone.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any

from graph import judged_rows, migrate, rows, sqlite_file
from graph.candidates import Candidate, duplicates, mixed
from graph.errors import InvalidRecordError
from graph.fragment import Article, Fragment
from graph.judgements import Judged, Judgement
from graph.records import GraphEdge, GraphNode
from graph.rows import content_hash

__all__ = ["AddSummary", "Counts", "GraphStore", "RemoveSummary", "content_hash"]

_BATCH = 1000
"""Articles a transaction: a kill loses at most these, and they are simply done again. Fewer would write more pages."""
_ASKED = 500
"""Ids asked for at a time: SQLite once took no more than 999 values a statement."""


@dataclass(frozen=True)
class AddSummary:
    """How many articles `add` stored, replaced, found unchanged; and those it rejected, each with its problems."""

    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    rejected: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class RemoveSummary:
    """How many articles `remove` took out, and the ids that the graph does not hold."""

    removed: int
    unknown: list[str]


@dataclass(frozen=True)
class Counts:
    """How much the graph holds; `labels` and `types` count the nodes and edges of each kind that occurs."""

    articles: int
    nodes: int
    edges: int
    evidence: int
    labels: dict[str, int]
    types: dict[str, int]


class GraphStore:
    """The graph in one folder. A context manager; not to be shared between threads."""

    def __init__(self, connection: sqlite3.Connection, folder: Path) -> None:
        """Take over an open connection; use `GraphStore.open`."""
        self._db = connection
        self.folder = folder
        self._snapshots = 0
        self._closed = False

    @classmethod
    def open(cls, folder: str | Path, create: bool = False, *, wait: float = 5.0) -> GraphStore:
        """Open the graph of a folder; with `create` make folder and graph where there is none.

        A graph of an older format is brought to that of this program. `wait` is how many seconds a write may wait for
        another process's. Raises StoreError when the folder holds no graph, something else, or a graph of a newer format,
        or cannot be read or written.
        """
        folder = Path(folder)
        db = sqlite_file.connect(folder, create=create, wait=wait)
        try:
            with sqlite_file.clear_errors(folder):
                migrate.to_current(db, folder)
        except BaseException:
            db.close()
            raise
        return cls(db, folder)

    def close(self) -> None:
        """Close the file; the store cannot be used afterwards."""
        self._closed = True
        self._db.close()

    def __enter__(self) -> GraphStore:
        """Return the store itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self.close()

    @property
    def generation(self) -> str:
        """A token of what the graph holds: the same articles with the same statements give the same token."""
        with self._reading():
            return sqlite_file.generation(self._db)

    # Writing

    def add(self, fragments: Iterable[Fragment], *, extractor: str = "") -> AddSummary:
        """Store fragments, a transaction every 1000, and return what became of each.

        An article that is there already is replaced with all its statements, or left when it says the same.
        A fragment that is not sound is not stored: it is named in `rejected`. `extractor` is the version that
        made the fragments; `has` asks for it. Raises StoreError when another process is writing.
        """
        added = replaced = unchanged = 0
        rejected: list[tuple[str, str]] = []
        stream = iter(fragments)
        while batch := list(islice(stream, _BATCH)):
            with self._writing():
                written = rows.Batch(self._db, extractor, judged_rows.judged(self._db))
                for fragment in batch:
                    try:
                        known = written.put(fragment)
                    except InvalidRecordError as error:
                        rejected.append((fragment.article.id, str(error)))
                        continue
                    added += known is None
                    replaced += known is False
                    unchanged += known is True
                written.write()
        return AddSummary(added, replaced, unchanged, rejected)

    def remove(self, article_ids: Iterable[str]) -> RemoveSummary:
        """Take articles out, with everything that they alone support, in one transaction."""
        removed, unknown = 0, []
        with self._writing():
            for article_id in article_ids:
                if rows.drop(self._db, article_id):
                    removed += 1
                else:
                    unknown.append(article_id)
        return RemoveSummary(removed, unknown)

    # Judging

    def judge(self, judgements: Iterable[Judgement]) -> int:
        """Keep judgements of identity, each in the place of an earlier one about the same pair; return how many.

        All or none, and the graph follows at once. Raises ConflictingJudgementError when one says the opposite of what
        follows from others.
        """
        count = 0
        with self._judging():
            for judgement in judgements:
                judged_rows.put(self._db, judgement)
                count += 1
        return count

    def undo_judgement(self, one: str, other: str) -> bool:
        """Take the judgement about two ids back; False when there is none."""
        with self._judging():
            left, right = sorted((one, other))
            return judged_rows.drop(self._db, (left, right))

    def judgements(self) -> Iterator[Judgement]:
        """Yield all judgements, sorted by their pairs."""
        with self._reading():
            yield from list(judged_rows.read(self._db))

    def judged(self) -> Judged:
        """Return what follows from all judgements."""
        return Judged(self.judgements())

    def candidates(self, *, label: str | None = None, least: float = 0.6) -> list[Candidate]:
        """Return pairs to judge: nodes that may be one, of at least this score, and nodes that may be two; the likeliest first."""
        with self.snapshot():
            judged = self.judged()
            found = duplicates(self._db, self.nodes(label), judged, least) + mixed(self._db, judged, label, least)
        return sorted(found, key=lambda c: (-c.score, c.left, c.right))

    # Reading

    def has(self, article_id: str, content_hash: str, extractor: str) -> bool:
        """Whether the article is stored with this content (`content_hash`) as this extractor version read it."""
        with self._reading():
            return (
                self._one(
                    "SELECT 1 FROM articles WHERE id = ? AND content_hash = ? AND extractor = ?",
                    (article_id, content_hash, extractor),
                )
                is not None
            )

    def article(self, article_id: str) -> Article | None:
        """Return an article with its text, or None."""
        with self._reading():
            row = self._one("SELECT record, body FROM articles WHERE id = ?", (article_id,))
        return None if row is None else rows.article(*row)

    def fragment(self, article_id: str) -> Fragment | None:
        """Return what an article says, as it was added, with its text; or None."""
        with self._reading():
            row = self._one("SELECT record, body, fragment FROM articles WHERE id = ?", (article_id,))
        return None if row is None else rows.fragment(*row)

    def articles(self) -> Iterator[Article]:
        """Yield every article with its text, in id order."""
        for record, body in self._rows("SELECT record, body FROM articles ORDER BY id"):
            yield rows.article(record, body)

    def fragments(self) -> Iterator[Fragment]:
        """Yield what each article says, as it was added, in the order of the article ids."""
        for record, body, told in self._rows("SELECT record, body, fragment FROM articles ORDER BY id"):
            yield rows.fragment(record, body, told)

    def nodes(self, label: str | None = None) -> Iterator[GraphNode]:
        """Yield the nodes, of one label or all, in id order; one at a time, whatever the size of the graph."""
        where, bounds = rows.id_range(label)
        with self.snapshot():
            yield from rows.nodes(self._db.execute(f"{rows.NODE} {where} ORDER BY s.id", bounds))

    def edges(self, type: str | None = None) -> Iterator[GraphEdge]:  # noqa: A002 - the data model's word
        """Yield the edges, of one type or all, in id order; one at a time, whatever the size of the graph."""
        where, bounds = rows.id_range(type)
        which, _ = rows.id_range(type, "e.edge")
        with self.snapshot():
            yield from rows.edges(
                self._db.execute(f"{rows.EDGE} {where} ORDER BY s.id", bounds),
                self._db.execute(f"{rows.EVIDENCE} {which} ORDER BY e.edge", bounds),
            )

    def node(self, node_id: str) -> GraphNode | None:
        """Return the node of an id, or None."""
        with self._reading():
            said = self._db.execute(f"{rows.NODE} WHERE s.id = ?", (node_id,)).fetchall()
        return rows.node(said) if said else None

    def edge(self, edge_id: str) -> GraphEdge | None:
        """Return the edge of an id, or None."""
        with self._reading():
            said = self._db.execute(f"{rows.EDGE} WHERE s.id = ?", (edge_id,)).fetchall()
            proof = self._db.execute(f"{rows.EVIDENCE} WHERE e.edge = ?", (edge_id,)).fetchall()
        return rows.edge(said, proof) if said else None

    def known_nodes(self, ids: Iterable[str]) -> set[str]:
        """Return those of the node ids that the graph holds."""
        return self._known("node_support", ids)

    def known_edges(self, ids: Iterable[str]) -> set[str]:
        """Return those of the edge ids that the graph holds."""
        return self._known("edge_support", ids)

    def counts(self) -> Counts:
        """Return how much the graph holds."""
        with self.snapshot():
            labels = self._tally("SELECT label, count(DISTINCT id) FROM node_support GROUP BY label ORDER BY label")
            types = self._tally("SELECT type, count(DISTINCT id) FROM edge_support GROUP BY type ORDER BY type")
            articles = self._number("SELECT count(*) FROM articles")
            evidence = self._number("SELECT count(*) FROM evidence")
        return Counts(articles, sum(labels.values()), sum(types.values()), evidence, labels, types)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Hold one state of the graph: everything read inside comes from it, whatever others write meanwhile."""
        with self._reading():
            if self._snapshots == 0:
                self._db.execute("BEGIN")
            self._snapshots += 1
            try:
                yield
            finally:
                self._snapshots -= 1
                # A generator that is dropped half-way may end after the store was closed.
                if self._snapshots == 0 and not self._closed:
                    self._db.execute("ROLLBACK")

    # Plumbing

    def _rows(self, sql: str, values: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
        with self.snapshot():
            # No `yield from`: a reader that ends early would close the cursor, perhaps after the store was closed.
            for row in self._db.execute(sql, values):  # noqa: UP028
                yield row

    def _one(self, sql: str, values: tuple[Any, ...]) -> tuple[Any, ...] | None:
        row: tuple[Any, ...] | None = self._db.execute(sql, values).fetchone()
        return row

    def _known(self, table: str, ids: Iterable[str]) -> set[str]:
        wanted, known = list(ids), set[str]()
        for start in range(0, len(wanted), _ASKED):
            some = wanted[start : start + _ASKED]
            sql = f"SELECT id FROM {table} WHERE id IN ({','.join('?' * len(some))})"  # noqa: S608 - our own names
            known.update(row[0] for row in self._rows(sql, tuple(some)))
        return known

    def _tally(self, sql: str) -> dict[str, int]:
        return dict(self._db.execute(sql))

    def _number(self, sql: str) -> int:
        return int(self._db.execute(sql).fetchone()[0])

    @contextmanager
    def _judging(self) -> Iterator[None]:
        """Let judgements be changed, then write again what they move."""
        with self._writing():
            before = judged_rows.judged(self._db)
            yield
            after = judged_rows.judged(self._db)
            for number in judged_rows.articles_of(self._db, *before.moved(after)):
                rows.restate(self._db, number, after)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with sqlite_file.clear_errors(self.folder):
            yield

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with sqlite_file.clear_errors(self.folder), sqlite_file.transaction(self._db, self.folder):
            yield
