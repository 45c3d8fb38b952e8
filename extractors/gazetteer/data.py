"""Reads and writes the data file of the gazetteer."""

from __future__ import annotations

import lzma
from collections.abc import Iterable, Iterator
from pathlib import Path

from graph.errors import UnreadableInputError

DATA = Path(__file__).with_name("data") / "divisions.tsv.xz"
"""Code, level, name, and which of its names are risky, tab-separated, one division a line, sorted by code."""

Line = tuple[str, str, str, frozenset[str]]
"""Code, level, name, risky names."""

_HEADER = "code\tlevel\tname\trisky"
_LETTERS = {"province": "p", "prefecture": "c", "county": "d", "town": "t"}
_LEVELS = {letter: level for level, letter in _LETTERS.items()}


def write_lines(lines: Iterable[Line], path: Path) -> int:
    """Write the data file and return the number of divisions; the same lines give the same bytes."""
    rows = [f"{code}\t{_LETTERS[level]}\t{name}\t{','.join(sorted(risky))}" for code, level, name, risky in lines]
    content = "\n".join([_HEADER, *rows, ""]).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(lzma.compress(content, format=lzma.FORMAT_XZ, check=lzma.CHECK_CRC64, preset=9))
    return len(rows)


def read_lines(path: Path = DATA) -> Iterator[Line]:
    """Yield the lines of the data file. Raises UnreadableInputError when it is missing, damaged or of another form."""
    try:
        rows = lzma.decompress(path.read_bytes()).decode().splitlines()
    except (OSError, lzma.LZMAError, UnicodeDecodeError) as error:
        raise UnreadableInputError(f"{path}: cannot be read: {error}; build it again") from error
    if not rows or rows[0] != _HEADER:
        raise UnreadableInputError(f"{path}, line 1: expected the columns {_HEADER!r}; build it again")
    nothing: frozenset[str] = frozenset()
    for row in rows[1:]:
        code, letter, name, risky = row.split("\t")
        yield code, _LEVELS[letter], name, frozenset(risky.split(",")) if risky else nothing
