"""Which division is meant by a name that has changed since?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from extractors.gazetteer.model import Division
from graph.errors import UnreadableInputError

_TABLE = Path(__file__).with_name("renamed.yaml")


@dataclass(frozen=True, slots=True)
class Renamed:
    """A former full name, the code and name of the division that it became, and the year from which it is one."""

    name: str
    code: str
    now: str
    since: int

    def find(self, by_code: Mapping[str, Division], by_name: Mapping[str, Sequence[Division]]) -> Division:
        """Return the division of today. Raises UnreadableInputError when code and name do not belong together."""
        division = by_code.get(self.code)
        if division is None or division.name != self.now:
            have = ", ".join(f"{other.code} {other.name}" for other in by_name.get(self.now, ())) or "none"
            raise UnreadableInputError(
                f"{_TABLE.name}: {self.name} is said to be {self.code} {self.now} now; the data has: {have}"
            )
        return division


def read_renamed(path: Path = _TABLE) -> tuple[Renamed, ...]:
    """Return the table of former names."""
    rows = yaml.safe_load(path.read_bytes())
    return tuple(Renamed(row["old"], str(row["code"]), row["now"], row["since"]) for row in rows)
