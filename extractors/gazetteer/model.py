"""The record types of the gazetteer: a division, and a place where a text names one."""

from __future__ import annotations

from dataclasses import dataclass

LEVELS = ("province", "prefecture", "county", "town")
"""The levels of a division, from the widest to the smallest."""


@dataclass(frozen=True, slots=True)
class Division:
    """One administrative division.

    `code` is GB/T 2260 (2, 4, 6 or 9 digits by level); below Hong Kong, Macao and Taiwan, where the standard has
    none, it is a key of our own with dots (`71.01.03`). A code begins with the code of every division around it.
    `parent` is the code of the next division up, past placeholders such as 市辖区; None for a province.
    `short` is the usual short form (吕梁, 恩施, 峨山), the full name where there is none. `risky` says that the
    short form is also an ordinary word or name, so that finding it in a text does not mean the division.
    """

    code: str
    name: str
    level: str
    parent: str | None
    short: str
    risky: bool

    @property
    def gb_code(self) -> str | None:
        """The GB/T 2260 code, None where the standard gives none."""
        return self.code if self.code.isdigit() else None


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found in a text, `text[start:end] == name`.

    `full` is False for a short form, `risky` True when the printed name is also an ordinary word; the caller decides
    then. `candidates` are all divisions of that name, by code.
    """

    start: int
    end: int
    name: str
    full: bool
    risky: bool
    candidates: tuple[Division, ...]
