"""Which names of divisions are also ordinary words? Decided by a word list, and by texts where there are any."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from graph.errors import UnreadableInputError

_PLACE_TAGS = frozenset({"ns", "nr", "nt"})


def read_words(path: Path) -> dict[str, tuple[int, str]]:
    """Return frequency and part of speech of the words in a jieba dictionary: a word, a number and a tag a line.

    Raises UnreadableInputError with file and line where a line has another form.
    """
    words: dict[str, tuple[int, str]] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        parts = line.split()
        if len(parts) != 3 or not parts[1].isdigit():
            raise UnreadableInputError(f"{path}, line {number}: expected word, frequency and tag, found {line!r}")
        words[parts[0]] = int(parts[1]), parts[2]
    return words
