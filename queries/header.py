"""What a question file says about itself: the comment lines at its top.

Cypher comments open with `//`, SPARQL comments with `#`; the words are the same in both:

    // Meetings and what they demanded
    // 问题: 哪个单位开了什么会?
    // Question: Which body held which meeting?
    // Parameters:
    //   person (string, required, example "李明"): name of the person
    //   since (date, default "", example "2025-03"): first day of the period
    // Returns:
    //   meeting: name of the meeting
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from graph.errors import InvalidRecordError

TYPES = ("string", "date", "integer", "number")
"""What a parameter may be. A date is an ISO prefix (`2025`, `2025-03`, `2025-03-20`) or empty."""

_PARAMETER = re.compile(
    r"(?P<name>[a-z_]+) \((?P<type>\w+), (?:required|default (?P<default>\S+)), example (?P<example>\"[^\"]*\"|\S+)\): (?P<about>.+)"
)
_COLUMN = re.compile(r"(?P<name>[a-z_]+): (?P<about>.+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that the reader of a question may set: its type is one of TYPES; without a default it must be set."""

    name: str
    type: str
    default: str | int | float | None
    example: str | int | float
    about: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer and what it holds."""

    name: str
    about: str


@dataclass(frozen=True, slots=True)
class Header:
    """The comment lines of one question file, taken apart."""

    title: str
    question_zh: str
    question_en: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]


def _parameter(line: str, where: str) -> Parameter:
    match = _PARAMETER.fullmatch(line)
    if match is None or match["type"] not in TYPES:
        raise InvalidRecordError(
            f'{where}: not a parameter: {line!r}; write \'name (type, default "" or required, example "…"): what it is\', '
            f"type being one of {', '.join(TYPES)}"
        )
    default = None if match["default"] is None else json.loads(match["default"])
    return Parameter(match["name"], match["type"], default, json.loads(match["example"]), match["about"])


def _column(line: str, where: str) -> Column:
    match = _COLUMN.fullmatch(line)
    if match is None:
        raise InvalidRecordError(f"{where}: not a column: {line!r}; write 'name: what it holds'")
    return Column(match["name"], match["about"])


def parse(text: str, *, mark: str, where: str) -> Header:
    """Take the header of a question file apart; `mark` opens a comment line, `where` names the file in errors.

    Raises InvalidRecordError when a part is missing or a line has not the form that the module describes.
    """
    lines = []
    for line in text.splitlines():
        if not line.startswith(mark):
            break
        lines.append(line.removeprefix(mark).removeprefix(" ").rstrip())
    parts: dict[str, str] = {}
    blocks: dict[str, list[str]] = {"Parameters": [], "Returns": []}
    block = ""
    for line in lines[1:]:
        if line.startswith("  ") and block:
            blocks[block].append(line.strip())
            continue
        key, _, rest = line.partition(":")
        block = key if key in blocks else ""
        parts[key] = rest.strip()
    missing = [key for key in ("问题", "Question", "Returns") if key not in parts]
    if missing or not lines or not lines[0]:
        raise InvalidRecordError(f"{where}: the header lacks {', '.join(missing) or 'a title'}")
    return Header(
        title=lines[0],
        question_zh=parts["问题"],
        question_en=parts["Question"],
        parameters=tuple(_parameter(line, where) for line in blocks["Parameters"]),
        columns=tuple(_column(line, where) for line in blocks["Returns"]),
    )
