"""The names that a corpus taught, as a small file: one line a name, sorted, the same bytes for the same corpus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from graph.errors import ModelError

_HEAD = "govgraph names 1"
"""First line of every file: what it is, and the version of its form."""

_PERSON, _COMPANY = "person", "company"


class KnownPerson(NamedTuple):
    """A person's name, the country of a foreign one, in how many articles it was safe and in how many it stood."""

    name: str
    country: str
    safe: int
    seen: int


class KnownCompany(NamedTuple):
    """A short form of a company and its full name, with the articles that have the full name and the short form."""

    name: str
    full: str
    safe: int
    seen: int


class Model:
    """Names of persons and short forms of companies; two models with the same names are equal."""

    def __init__(self, persons: Iterable[KnownPerson] = (), companies: Iterable[KnownCompany] = ()) -> None:
        """Take the names in any order."""
        self.persons = {p.name: p for p in sorted(persons)}
        self.companies = {c.name: c for c in sorted(companies)}

    @classmethod
    def given(cls, model: Model | str | Path | None) -> Model | None:
        """Return the model that is given as such, or as its file. Raises ModelError."""
        return model if model is None or isinstance(model, Model) else cls.read(model)

    @classmethod
    def read(cls, path: str | Path) -> Model:
        """Return the model of a file. Raises ModelError when it cannot be read or is of another version."""
        try:
            text = Path(path).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
            raise ModelError(f"{path}: cannot read this model: {reason}; `govgraph learn` makes one") from error
        return cls.parse(text, str(path))

    @classmethod
    def parse(cls, text: str, where: str = "model") -> Model:
        """Return the model that `text` spells; `where` names it in errors. Raises ModelError."""
        head, *lines = text.split("\n")
        if head != _HEAD:
            kind, _, version = head.rpartition(" ")
            if kind == _HEAD.rpartition(" ")[0]:
                raise ModelError(f"{where}: version {version!r} of the form is not known here; learn the model again")
            raise ModelError(f"{where}: no model of names; `govgraph learn` makes one")
        if not lines or lines[-1]:
            raise ModelError(f"{where}: the file is cut off; learn the model again")
        persons, companies = [], []
        for number, line in enumerate(lines[:-1], 2):
            match line.split("\t"):
                case [kind, str(name), other, safe, seen] if name and safe.isdecimal() and seen.isdecimal():
                    if kind == _PERSON:
                        persons.append(KnownPerson(name, other, int(safe), int(seen)))
                        continue
                    if kind == _COMPANY and other:
                        companies.append(KnownCompany(name, other, int(safe), int(seen)))
                        continue
            raise ModelError(f"{where}:{number}: no name of a model: {line[:60]!r}")
        return cls(persons, companies)

    def write(self, path: str | Path) -> None:
        """Write the file; it takes its name only when it is whole."""
        aside = Path(f"{path}.part")
        aside.write_text(self.text, encoding="utf-8", newline="\n")
        aside.replace(path)

    @cached_property
    def text(self) -> str:
        """What the file holds: kind, name, country or full name, articles where it is safe, articles that have it."""
        rows = [
            *((_COMPANY, *company) for company in self.companies.values()),
            *((_PERSON, *person) for person in self.persons.values()),
        ]
        return "".join(f"{line}\n" for line in (_HEAD, *("\t".join(map(str, row)) for row in rows)))

    @cached_property
    def digest(self) -> str:
        """Twelve hexadecimal digits that differ when the names do."""
        return sha256(self.text.encode("utf-8")).hexdigest()[:12]

    @cached_property
    def _matcher(self) -> tuple[list[str], AhoCorasick]:
        names = sorted({*self.persons, *self.companies})
        return names, AhoCorasick(names, matchkind=MatchKind.LeftmostLongest)

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """Return start, end and name of every occurrence of a name, the longest where several begin."""
        names, matcher = self._matcher
        return [(start, end, names[at]) for at, start, end in matcher.find_matches_as_indexes(text)]

    def ends_at(self, text: str, start: int) -> Iterator[int]:
        """Yield where the persons' names that begin at `start` end, the longest first."""
        return (start + size for size in range(self._longest, 1, -1) if text[start : start + size] in self.persons)

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self.persons), default=0)

    def __len__(self) -> int:
        """Return how many names it holds."""
        return len(self.persons) + len(self.companies)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Model) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.digest)

    def __reduce__(self) -> tuple[object, tuple[str]]:
        """Send the text to another process, not the matcher."""
        return Model.parse, (self.text,)
