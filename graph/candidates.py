"""What people should look at: nodes that may be one thing, and nodes in which two things may be mixed.

Not all pairs are compared. Nodes fall into blocks of those that share a printed form, a rare run of three characters, a post
or a place with a day; only nodes of one block are compared, and a block that is too large to say anything is left out.
The blocks lie in a temporary table on disk, so that memory does not grow with the graph.
"""

from __future__ import annotations

import json
import sqlite3
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from graph.identity import normalise
from graph.judgements import Judged, part_id
from graph.records import GraphNode

DUPLICATE, MIXED = "duplicate", "mixed"

_LABELS = ("Person", "Agency", "Company", "Organization", "Meeting", "Policy", "Project", "Place")
_LARGEST_BLOCK = 40
_RUN = 3
_TELLING = {"Policy": ("number", 0.6), "Place": ("code", 0.6), "Meeting": ("date", 0.4)}
"""Properties of which a thing has one value, and how much two values say for two things: sessions last for days."""
_TWO_POSTS = 0.7
_MOVING = ("Person", "Organization", "Project", "Meeting")
"""What may be named with a wider place in one article than in another; an agency of a wider place is another agency."""
_LONG = 6
_MOST_SHARED = 0.3
_TABLES = (
    "CREATE TEMP TABLE IF NOT EXISTS facts (id TEXT PRIMARY KEY, said TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TEMP TABLE IF NOT EXISTS blocks (block TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (block, id)) WITHOUT ROWID",
)
_PAIRS = (
    "WITH fit AS (SELECT block FROM blocks GROUP BY block HAVING count(*) BETWEEN 2 AND ?),"
    " pairs AS (SELECT DISTINCT x.id AS one, y.id AS other FROM fit"
    " JOIN blocks x ON x.block = fit.block JOIN blocks y ON y.block = fit.block AND x.id < y.id)"
    " SELECT a.id, a.said, b.id, b.said FROM pairs JOIN facts a ON a.id = pairs.one JOIN facts b ON b.id = pairs.other"
    " ORDER BY a.id, b.id"
)
_NEIGHBOURS = "SELECT DISTINCT CASE WHEN source = ?1 THEN target ELSE source END FROM edge_support WHERE article IN (%s) AND (source = ?1 OR target = ?1)"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pair to judge. Of a `mixed` one `right` is what one article means by `left`; the score is from 0 to 1."""

    left: str
    right: str
    kind: str
    score: float
    reasons: tuple[str, ...]


def duplicates(db: sqlite3.Connection, nodes: Iterable[GraphNode], judged: Judged, least: float) -> list[Candidate]:
    """Return the pairs of nodes of one label that may be one and are not judged yet, the likeliest first."""
    for table in _TABLES:
        db.execute(table)
    db.execute("DELETE FROM temp.blocks")
    db.execute("DELETE FROM temp.facts")
    for node in nodes:
        if node.label in _LABELS:
            db.execute("INSERT INTO facts VALUES (?, ?)", (node.id, json.dumps(_facts(node), ensure_ascii=False)))
            blocks = ((f"{node.label}{block}", node.id) for block in _blocks(node))
            db.executemany("INSERT INTO blocks VALUES (?, ?)", blocks)
    found = []
    for left, left_said, right, right_said in db.execute(_PAIRS, (_LARGEST_BLOCK,)):
        if judged.settled(left, right):
            continue
        score, reasons = _likeness(json.loads(left_said), json.loads(right_said))
        if score >= least - _MOST_SHARED:
            shared = len(_neighbours(db, left) & _neighbours(db, right))
            score += min(_MOST_SHARED, 0.1 * shared)
            if shared:
                reasons.append(f"{shared} neighbours in common")
            if score >= least:
                found.append(Candidate(left, right, DUPLICATE, round(min(score, 1.0), 2), tuple(reasons)))
    return sorted(found, key=lambda c: (-c.score, c.left, c.right))


def mixed(db: sqlite3.Connection, judged: Judged, label: str | None, least: float) -> list[Candidate]:
    """Return what single articles mean by a node where they may mean another thing than the others do, by id."""
    found = [c for c in (*_by_property(db), *_by_post(db)) if label is None or c.left.startswith(f"{label}:")]
    kept = (c for c in found if c.score >= least and not judged.settled(c.left, c.right))
    return sorted(kept, key=lambda c: (-c.score, c.left, c.right))


def _by_property(db: sqlite3.Connection) -> Iterator[Candidate]:
    for label, (name, score) in sorted(_TELLING.items()):
        said = db.execute(
            "SELECT s.id, a.id, s.said FROM node_support s JOIN articles a ON a.number = s.article"
            " WHERE s.id >= ? AND s.id < ? ORDER BY s.id, a.id",
            (f"{label}:", f"{label};"),
        )
        for node_id, rows in groupby(said, key=lambda row: row[0]):
            articles: dict[str, list[str]] = defaultdict(list)
            for _, article, text in rows:
                for value in json.loads(text)["v"].get(name, ()):
                    articles[str(value)].append(article)
            yield from _minority(node_id, articles, score, partial(_other_value, name))


def _by_post(db: sqlite3.Connection) -> Iterator[Candidate]:
    """Find people who hold one post at two bodies in the same months: namesakes more often than not."""
    said = db.execute(
        "SELECT s.source, a.id, s.target, s.said, json_extract(a.record, '$.date') FROM edge_support s"
        " JOIN articles a ON a.number = s.article WHERE s.id >= 'HOLDS_POST:' AND s.id < 'HOLDS_POST;'"
        " ORDER BY s.source, a.id, s.target"
    )
    for person, rows in groupby(said, key=lambda row: row[0]):
        posts: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for _, article, body, text, day in rows:
            for title in json.loads(text)["v"].get("title", ()):
                posts[title, str(day or "")[:4]][body].append(article)
        for (title, year), bodies in sorted(posts.items()):
            told = f"{title} {year}".strip()
            yield from _minority(person, bodies, _TWO_POSTS, partial(_other_body, told))


def _other_value(name: str, value: str, main: str) -> str:
    return f"{name} {value}, elsewhere {main}"


def _other_body(post: str, body: str, main: str) -> str:
    return f"{post} of {body}, elsewhere of {main}"


def _minority(
    node_id: str, articles: dict[str, list[str]], score: float, reason: Callable[[str, str], str]
) -> Iterator[Candidate]:
    """Yield the articles of all values but that of most articles, unless an article has both."""
    if len(articles) < 2:
        return
    main = min(articles, key=lambda value: (-len(articles[value]), value))
    for value in sorted(articles):
        if value != main:
            for article in sorted(set(articles[value]) - set(articles[main])):
                yield Candidate(node_id, part_id(node_id, article), MIXED, score, (reason(value, main),))


def _facts(node: GraphNode) -> dict[str, Any]:
    return {
        "label": node.label,
        "forms": _forms(node),
        "scope": node.properties.get("scope") or "",
        "day": node.properties.get("date") or node.properties.get("occasion") or "",
        "articles": node.articles[:50],
    }


def _forms(node: GraphNode) -> list[str]:
    """Return name, key and those aliases that are long enough to mean one thing outside of their article."""
    long = [alias for alias in node.aliases if len(alias) >= _LONG or node.label == "Person"]
    forms = {_form(text) for text in (node.name, node.properties.get("key") or node.name, *long)}
    return sorted(form for form in forms if form)


def _form(text: str) -> str:
    """Return the letters and digits of a name; marks do not tell names apart."""
    return "".join(c for c in normalise(text).casefold() if unicodedata.category(c)[0] in "LN")


def _blocks(node: GraphNode) -> set[str]:
    forms = _forms(node)
    blocks = {f"={form}" for form in forms if len(form) > 1}
    if node.label == "Person":
        # One character read or printed wrong, within one place.
        scope = node.properties.get("scope") or ""
        blocks |= {f"?{scope}|{f[:i]}_{f[i + 1 :]}" for f in forms if scope and len(f) > 2 for i in range(len(f))}
    else:
        blocks |= {f"~{form[i : i + _RUN]}" for form in forms for i in range(len(form) - _RUN + 1)}
    return blocks


def _likeness(one: dict[str, Any], other: dict[str, Any]) -> tuple[float, list[str]]:
    """Return how much two nodes are alike by what they are called and where they are, and why."""
    alike = max(_dice(a, b) for a in one["forms"] for b in other["forms"])
    reasons = []
    score = 0.55 * alike
    if set(one["forms"]) & set(other["forms"]):
        reasons.append("the same name")
    elif alike:
        reasons.append(f"names alike ({alike:.2f})")
    score += _scopes(one, other, reasons)
    if set(one["articles"]) & set(other["articles"]):
        score -= 0.3
        reasons.append("told apart in one article")
    days = sorted((one["day"], other["day"]))
    if days[0] and not days[1].startswith(days[0]):
        score -= 0.4
        reasons.append("different days")
    if one["label"] != "Person" and not any(_numbers(a) == _numbers(b) for a in one["forms"] for b in other["forms"]):
        score -= 0.5
        reasons.append("different numbers in the names")
    return score, reasons


def _scopes(one: dict[str, Any], other: dict[str, Any], reasons: list[str]) -> float:
    """Return what the places say; a scope that is an article leaves open which place it is."""
    scopes = one["scope"], other["scope"]
    articles = {*one["articles"], *other["articles"]}
    open_ends = sum(scope in articles for scope in scopes)
    if scopes[0] == scopes[1]:
        score, reason = 0.2, "the same scope"
    elif open_ends:
        score, reason = (0.1, "the scope of one is its article alone") if open_ends == 1 else (0.0, "scopes unknown")
    elif not all(scopes):
        score, reason = 0.0, "one has no scope"
    elif one["label"] in _MOVING and (scopes[0].startswith(scopes[1]) or scopes[1].startswith(scopes[0])):
        score, reason = 0.15, "one scope lies in the other"
    else:
        score, reason = -0.2, "different scopes"
    reasons.append(reason)
    return score


def _dice(one: str, other: str) -> float:
    """Return the share of pairs of neighbouring characters that two names have in common."""
    if one == other:
        return 1.0
    a, b = ({text[i : i + 2] for i in range(len(text) - 1)} for text in (one, other))
    common = len(a & b)
    # A short form that is all in the full one is more alike than its length says.
    return max(2 * common / max(1, len(a) + len(b)), 0.8 * common / max(1, min(len(a), len(b))) if common > 1 else 0.0)


def _numbers(text: str) -> list[float]:
    return [value for c in text if (value := unicodedata.numeric(c, None)) is not None]


def _neighbours(db: sqlite3.Connection, node_id: str) -> set[str]:
    """Return the other ends of a node's edges in its first articles."""
    numbers = [n for (n,) in db.execute("SELECT article FROM node_support WHERE id = ? LIMIT 20", (node_id,))]
    marks = ", ".join(str(number) for number in numbers)
    return {other for (other,) in db.execute(_NEIGHBOURS % marks, (node_id,))}
