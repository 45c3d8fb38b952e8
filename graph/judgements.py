"""Judgements of people: two nodes are one, or are not; or what one article says of a node is of another.

A judgement is about a pair of ids. `X~in=A` stands for what the article A means by the node X: that `X` and `X~in=A` are not one
takes the article's statements out of X into a node of their own, which may then be judged to be one with a third.

Judgements win over the rules that make ids. They are transitive: what is one with the same is one, and what is not one with a
thing is not one with anything that is. The nodes that are one get the smallest of their ids, so the result depends on
the judgements alone and not on what is in the graph, and the order in which they were made leaves no trace.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.errors import ConflictingJudgementError, InvalidRecordError

YES, NO, UNSURE = "yes", "no", "unsure"
VERDICTS = (YES, NO, UNSURE)

_PART = "~in="
_MARK = re.compile(rf"(?<!\\){_PART}")


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """Whether two ids are of one thing: `yes`, `no` or `unsure`. The smaller id stands on the left."""

    left: str
    right: str
    verdict: str
    note: str = ""
    author: str = ""
    at: str = ""

    @classmethod
    def of(cls, one: str, other: str, verdict: str, *, note: str = "", author: str = "", at: str = "") -> Judgement:
        """Return the judgement with its ends in order; `at` is an ISO time.

        Raises InvalidRecordError for an unknown verdict, one id twice or ids of two labels.
        """
        if verdict not in VERDICTS:
            raise InvalidRecordError(f"verdict {verdict!r} is none of {', '.join(VERDICTS)}")
        if one == other:
            raise InvalidRecordError(f"{one!r} stands on both sides; a judgement is about two ids")
        labels = {text.partition(":")[0] for text in (one, other) if ":" in text}
        if len(labels) != 1 or ":" not in one or ":" not in other:
            raise InvalidRecordError(f"{one!r} and {other!r} are not ids of one label; only those can be one thing")
        left, right = sorted((one, other))
        return cls(left, right, verdict, note, author, at)

    @property
    def pair(self) -> tuple[str, str]:
        """Both ids, the smaller one first."""
        return self.left, self.right

    def to_record(self) -> dict[str, str]:
        """Return the JSON object; what is empty is left out."""
        fields = {name: getattr(self, name) for name in ("left", "right", "verdict", "note", "author", "at")}
        return {name: value for name, value in fields.items() if value}

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Judgement:
        """Read a JSON object. Raises InvalidRecordError."""
        try:
            further = {name: record[name] for name in ("note", "author", "at") if record.get(name)}
            if not all(isinstance(value, str) for value in (record["left"], record["right"], *further.values())):
                raise InvalidRecordError("a field of the judgement is no string")
            return cls.of(record["left"], record["right"], record["verdict"], **further)
        except (KeyError, TypeError) as error:
            raise InvalidRecordError(f"not a judgement: {error!r}") from error


class Judged:
    """What follows from a set of judgements."""

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        """Raise ConflictingJudgementError when two are held to be one and not to be one."""
        said = list(judgements)
        self._pairs = {j.pair for j in said}
        self._parts = {name for j in said for name in j.pair if _moves(name, j)}
        self._one: dict[str, str] = {}
        for judgement in said:
            if judgement.verdict == YES:
                left, right = sorted((self._root(judgement.left), self._root(judgement.right)))
                self._one[right] = left
        self._roots = {name: self._root(name) for name in list(self._one)}
        self._apart: dict[str, set[str]] = {}
        for judgement in said:
            if judgement.verdict == NO:
                self._separate(judgement)

    def __bool__(self) -> bool:
        """Whether any judgement changes the graph."""
        return bool(self._roots or self._parts)

    def node(self, node_id: str, article: str) -> str:
        """Return the id under which what an article says of a node is kept."""
        part = part_id(node_id, article)
        return self.one(part if part in self._parts else node_id)

    def one(self, node_id: str) -> str:
        """Return the smallest of all ids that are one with this."""
        return self._roots.get(node_id, node_id)

    def verdict(self, one: str, other: str) -> str | None:
        """Return what follows for two ids: yes, no, or None when nothing does."""
        left, right = self.one(one), self.one(other)
        if left == right:
            return YES
        return NO if right in self._apart.get(left, ()) else None

    def settled(self, one: str, other: str) -> bool:
        """Tell whether the pair was judged, be it unsure, or follows from what was."""
        return tuple(sorted((one, other))) in self._pairs or self.verdict(one, other) is not None

    def moved(self, after: Judged) -> tuple[set[str], set[str]]:
        """Return under which ids nodes are kept now that another set keeps elsewhere, and articles whose parts move."""
        ids, articles = set(), set()
        for name in {*self._roots, *after._roots, *self._parts, *after._parts}:
            if self.one(name) == after.one(name) and (name in self._parts) == (name in after._parts):
                continue
            whole, mark, article = divided(name)
            if mark:
                articles.add(article)
            else:
                ids.add(self.one(whole))
        return ids, articles

    def _separate(self, judgement: Judgement) -> None:
        left, right = self.one(judgement.left), self.one(judgement.right)
        if left == right:
            raise ConflictingJudgementError(
                f"{judgement.left!r} and {judgement.right!r} are judged not to be one, but other judgements make them one "
                f"({left!r}); undo one of them first"
            )
        self._apart.setdefault(left, set()).add(right)
        self._apart.setdefault(right, set()).add(left)

    def _root(self, name: str) -> str:
        while (up := self._one.get(name)) is not None:
            name = up
        return name


def part_id(node_id: str, article: str) -> str:
    """Return the id that stands for what an article means by a node."""
    return f"{node_id}{_PART}{article}"


def divided(name: str) -> tuple[str, str, str]:
    """Return node, mark and article of an id; a mark with a backslash before it belongs to a name."""
    found = _MARK.search(name)
    return (name[: found.start()], found[0], name[found.end() :]) if found else (name, "", "")


def _moves(name: str, judgement: Judgement) -> bool:
    """Whether a judgement takes a part out of its whole: not one with it, or one with something else."""
    whole, mark, _ = divided(name)
    return bool(mark) and (judgement.verdict == YES) != (whole in judgement.pair) and judgement.verdict != UNSURE


def write_judgements(judgements: Iterable[Judgement]) -> Iterator[str]:
    """Yield a line of JSON for each judgement."""
    for judgement in judgements:
        yield json.dumps(judgement.to_record(), ensure_ascii=False)


def read_judgements(lines: Iterable[str], name: str = "judgements") -> Iterator[Judgement]:
    """Yield the judgements of lines of JSON; empty lines are skipped. Raises InvalidRecordError with name and line."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            if not isinstance(record, dict):
                raise InvalidRecordError(f"a JSON {type(record).__name__}, not an object")
            yield Judgement.from_record(record)
        except json.JSONDecodeError as error:
            raise InvalidRecordError(f"{name}:{number}: not JSON: {error.msg}") from error
        except InvalidRecordError as error:
            raise InvalidRecordError(f"{name}:{number}: {error}") from error
