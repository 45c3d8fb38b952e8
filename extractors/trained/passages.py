"""Passages annotated in line: the text that the models are trained on.

    ## 云南省玉溪市澄江市 | 2025-03-21
    # 引水工程下月通水
    昨日，[N1 李大川]带着[A1 市水务局]的人到[L1 右所镇]，[V1 看了[P1 引水工程]]。[P1 工程]总投资{P1 2.3亿元}。
    r LED N1 V1

`## home | date`, a title behind `#`, the text, then a line for each relation. `[T1 …]` marks a mention of an entity, T its
letter (`extractors.trained.text.LETTERS`), `[T/U1 …]` one that may be seen as U, too, `[T?1 …]` one that need not be found; `{T1 …}` marks a number and whose it is
(`-`: nobody's who is named), `{T1? …}` a number with a doubtful owner. `r TYPE source target [title]` is a relation, `r?` one
that need not be found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from extractors.text import Span
from graph.errors import GovgraphError
from graph.fragment import Article

_MARK = re.compile(
    r"\[([NLACOPMVY])((?:/[NLACOPMVY])*)(\?)?(\d+) |\{((?:[NLACOPMVY]\d+)(?:,[NLACOPMVY]\d+)*|-)(\?)? |\]|\}"
)
_RELATION = re.compile(r"r(?P<doubtful>\?)? (?P<type>[A-Z_]+) (?P<source>\S+) (?P<target>\S+)(?: +(?P<title>\S.*))?")


@dataclass(frozen=True, slots=True)
class Number:
    """A number's words and the ids of its owners; `sure` is False where one may see it otherwise."""

    span: Span
    owners: tuple[str, ...]
    sure: bool


@dataclass(slots=True)
class Passage:
    """An article with its mentions by entity, its numbers and its relations.

    `relations` maps (type, source, target) to whether it must be found; `doubtful` holds the entities that need not be, `also`
    the letters of the further labels that an entity may have.
    """

    article: Article
    mentions: dict[str, list[Span]] = field(default_factory=dict)
    doubtful: set[str] = field(default_factory=set)
    also: dict[str, str] = field(default_factory=dict)
    numbers: list[Number] = field(default_factory=list)
    relations: dict[tuple[str, str, str], bool] = field(default_factory=dict)


def read_passages(paths: Iterable[Path]) -> Iterator[Passage]:
    """Yield the passages of the files. Raises GovgraphError for a mark or line that cannot be read, with its file and line."""
    for path in paths:
        line = 1
        for block in re.split(r"\n(?=## )", path.read_text(encoding="utf-8")):
            if block.strip():
                try:
                    yield _passage(f"{path.parent.name}-{path.stem}-{line}", block.strip("\n").split("\n"))
                except ValueError as error:
                    raise GovgraphError(f"{path}:{line}: {error}") from error
            line += block.count("\n") + 1


def _passage(name: str, lines: list[str]) -> Passage:
    head = re.fullmatch(r"## (\S+)(?: \| (\S+))?", lines[0])
    if head is None:
        raise ValueError("a passage begins with `## home | date`")
    text, marks = marks_of(lines[1:])
    title, _, body = text.partition("\n")
    home, date = (None if part in (None, "-") else part for part in head.groups())
    found = Passage(Article(id=name, title=title, body=body, home=home, date=date))
    for span, mark in marks:
        _add(found, span, mark)
    for line in lines[1:]:
        if line.startswith(("r ", "r? ")):
            _relation(found, line)
    return found


def marks_of(lines: Iterable[str]) -> tuple[str, list[tuple[Span, re.Match[str]]]]:
    """Return the text of a passage's lines (title, newline, body) and its marks: words and how each opens (`[N1 `), inner ones first.

    Raises ValueError for a mark that cannot be read or is not closed.
    """
    told = [line for line in lines if not line.startswith(("r ", "r? "))]
    title = told.pop(0)[2:] if told and told[0].startswith("# ") else ""
    marked = title + "\n" + "\n".join(told)
    out: list[str] = []
    open_marks: list[tuple[int, re.Match[str]]] = []
    found: list[tuple[Span, re.Match[str]]] = []
    at = 0
    while at < len(marked):
        mark = _MARK.match(marked, at)
        if mark is None:
            if marked[at] in "[{":
                raise ValueError(f"cannot read the mark at {marked[at : at + 20]!r}")
            out.append(marked[at])
            at += 1
            continue
        at = mark.end()
        if mark[0] not in ("]", "}"):
            open_marks.append((len(out), mark))
            continue
        if not open_marks:
            raise ValueError(f"{mark[0]} closes nothing before {marked[at : at + 20]!r}")
        start, opened = open_marks.pop()
        found.append((Span(start, len(out)), opened))
    if open_marks:
        raise ValueError(f"a mark is not closed: {open_marks[-1][1][0]!r}")
    return "".join(out), found


def _add(found: Passage, span: Span, mark: re.Match[str]) -> None:
    """Add what a mark says of its words."""
    if mark[0].startswith("["):
        entity = mark[1] + mark[4]
        found.mentions.setdefault(entity, []).append(span)
        if mark[2]:
            found.also[entity] = mark[2].replace("/", "")
        if mark[3]:
            found.doubtful.add(entity)
    else:
        owners = () if mark[5] == "-" else tuple(mark[5].split(","))
        found.numbers.append(Number(span, owners, not mark[6]))


def _relation(found: Passage, line: str) -> None:
    told = _RELATION.fullmatch(line.strip())
    if told is None:
        raise ValueError(f"cannot read the relation {line!r}")
    for end in (told["source"], told["target"]):
        if end != "article" and end not in found.mentions:
            raise ValueError(f"{line!r}: {end} is nowhere marked")
    found.relations[told["type"], told["source"], told["target"]] = told["doubtful"] is None
