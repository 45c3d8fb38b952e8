"""How judgements lie in the store, and how the rows of articles follow when they change."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator

from graph.judgements import UNSURE, Judged, Judgement
from graph.sqlite_file import digest, shift_generation

_ALL = "SELECT subject, verdict, note, author, at FROM judgements ORDER BY subject"


def read(db: sqlite3.Connection) -> Iterator[Judgement]:
    """Yield all judgements, sorted by their pairs."""
    for subject, verdict, note, author, at in db.execute(_ALL):
        left, right = json.loads(subject)
        yield Judgement(left, right, verdict, note, author, at)


def judged(db: sqlite3.Connection) -> Judged:
    """Return what follows from all judgements."""
    return Judged(read(db))


def put(db: sqlite3.Connection, judgement: Judgement) -> None:
    """Store a judgement in the place of an earlier one about the same pair."""
    drop(db, judgement.pair)
    db.execute(
        "INSERT INTO judgements (subject, verdict, note, author, at) VALUES (?, ?, ?, ?, ?)",
        (_subject(judgement.pair), judgement.verdict, judgement.note, judgement.author, judgement.at),
    )
    shift_generation(db, plus=_mark(judgement.pair, judgement.verdict))


def drop(db: sqlite3.Connection, pair: tuple[str, str]) -> bool:
    """Take the judgement about a pair out; False when there is none."""
    known = db.execute("SELECT verdict FROM judgements WHERE subject = ?", (_subject(pair),)).fetchone()
    if known is None:
        return False
    db.execute("DELETE FROM judgements WHERE subject = ?", (_subject(pair),))
    shift_generation(db, minus=_mark(pair, known[0]))
    return True


def articles_of(db: sqlite3.Connection, ids: Iterable[str], articles: Iterable[str]) -> list[int]:
    """Return the numbers of the articles that speak of nodes, and of those named, sorted."""
    numbers: set[int] = set()
    for node_id in ids:
        numbers.update(n for (n,) in db.execute("SELECT article FROM node_support WHERE id = ?", (node_id,)))
    for article in articles:
        numbers.update(n for (n,) in db.execute("SELECT number FROM articles WHERE id = ?", (article,)))
    return sorted(numbers)


def _subject(pair: tuple[str, str]) -> str:
    return json.dumps(pair, ensure_ascii=False)


def _mark(pair: tuple[str, str], verdict: str) -> str:
    """Return what a judgement counts in the token of the graph: nothing where it changes nothing."""
    return "0" if verdict == UNSURE else digest("judgement", *pair, verdict)
