"""Reads and writes the table of traditional and simplified characters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.errors import UnreadableInputError

TABLE = Path(__file__).with_name("data") / "simplified.tsv"
"""The traditional characters, a tab, their simplified forms in the same order; then a phrase and its form a line."""


@dataclass(frozen=True, slots=True)
class Table:
    """Simplified forms: of single characters, and of phrases in which a character has another form than alone."""

    characters: Mapping[str, str]
    phrases: dict[str, str]


def write(table: Table, path: Path) -> None:
    """Write the table; the same content gives the same bytes."""
    rows = ["".join(table.characters) + "\t" + "".join(table.characters.values())]
    rows += [f"{old}\t{new}" for old, new in table.phrases.items()]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")


def load(path: Path = TABLE) -> Table:
    """Read the table. Raises UnreadableInputError when it does not pair characters one to one."""
    try:
        rows = [row.partition("\t") for row in path.read_text(encoding="utf-8").splitlines()]
    except OSError as error:
        raise UnreadableInputError(f"{path}: cannot be read: {error.strerror}; install govgraph again") from error
    if not rows or any(not old or len(old) != len(new) for old, _, new in rows):
        raise UnreadableInputError(f"{path}: not a table of characters and their forms; install govgraph again")
    (old, _, new), *phrases = rows
    return Table(dict(zip(old, new, strict=True)), {phrase: form for phrase, _, form in phrases})
