"""Reads and writes the data file of the gazetteer."""

from __future__ import annotations

import lzma
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import UnreadableInputError

DATA = Path(__file__).with_name("data") / "divisions.tsv.xz"
"""Code, level, name, and which of its names are risky, tab-separated, one division a line, sorted by code. Then
characters with those that often precede each in a word, for names of two characters that arise across words."""

Line = tuple[str, str, str, frozenset[str]]
"""Code, level, name, risky names."""

Before = Mapping[str, frozenset[str]]
"""A character, and those that often precede it in a word: 开 after 召."""

_HEADER = "code\tlevel\tname\trisky"
_LETTERS = {"province": "p", "prefecture": "c", "county": "d", "town": "t"}
_LEVELS = {letter: level for level, letter in _LETTERS.items()}


@dataclass(frozen=True, slots=True)
class Content:
    """What the data file holds."""

    lines: Sequence[Line]
    before: Before = field(default_factory=dict)


def write(content: Content, path: Path) -> None:
    """Write the data file; the same content gives the same bytes."""
    rows = [
        f"{code}\t{_LETTERS[level]}\t{name}\t{','.join(sorted(risky))}" for code, level, name, risky in content.lines
    ]
    rows += [f"{second}\t{''.join(sorted(firsts))}" for second, firsts in sorted(content.before.items())]
    text = "\n".join([_HEADER, *rows, ""])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(lzma.compress(text.encode(), format=lzma.FORMAT_XZ, check=lzma.CHECK_CRC64, preset=9))


def read(path: Path = DATA) -> Content:
    """Return the content of the data file. Raises UnreadableInputError if it is missing, damaged or of another form."""
    try:
        rows = lzma.decompress(path.read_bytes()).decode().splitlines()
    except (OSError, lzma.LZMAError, UnicodeDecodeError) as error:
        raise UnreadableInputError(f"{path}: cannot be read: {error}; build it again") from error
    if not rows or rows[0] != _HEADER:
        raise UnreadableInputError(f"{path}, line 1: expected the columns {_HEADER!r}; build it again")
    lines: list[Line] = []
    before: dict[str, frozenset[str]] = {}
    nothing: frozenset[str] = frozenset()
    for row in rows[1:]:
        first, *rest = row.split("\t")
        if len(rest) == 3:
            lines.append((first, _LEVELS[rest[0]], rest[1], frozenset(rest[2].split(",")) if rest[2] else nothing))
        else:
            before[first] = frozenset(rest[0])
    return Content(lines, before)
