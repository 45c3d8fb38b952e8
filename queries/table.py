"""An answer: named columns and rows of plain values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of str, int, float, bool, None, or lists and maps of these, under named columns.

    Every engine gives the same Table for the same canned question; a value that is not known is the empty string.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.rows)

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        """Iterate over the rows."""
        return iter(self.rows)

    def records(self) -> list[dict[str, Any]]:
        """Return each row as a dict from column to value."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def column(self, name: str) -> list[Any]:
        """Return the values of one column, from the first row to the last. Raises ValueError when there is none."""
        at = self.columns.index(name)
        return [row[at] for row in self.rows]
