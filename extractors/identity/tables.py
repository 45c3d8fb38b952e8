"""The facts behind identity as tables: other names of organs and firms, organs renamed or merged, names of leaders."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from extractors.names.organs import organ_key

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Succession:
    """What an organ's name became, the year of that, and whether it is still the same body."""

    now: str
    since: str
    same: bool


@cache
def organ_synonyms() -> dict[str, str]:
    """Return other name -> the name that stands for all, of national bodies; both as `organ_key` writes them."""
    return {organ_key(name): organ_key(row[0]) for row in _read("organs.yaml")["synonyms"] for name in row}


@cache
def successions() -> dict[str, Succession]:
    """Return former name -> what it became, as `organ_key` writes them: 国土资源局 -> 自然资源局, 2018."""
    table: dict[str, Succession] = {}
    for kind, same in (("merged", False), ("renamed", True)):
        for row in _read("organs.yaml")[kind]:
            for end in row.get("ends", [""]):
                old = organ_key(row["old"] + end)
                now = organ_key(row["now"] + (row.get("to", end) if end else ""))
                if old != now:
                    table[old] = Succession(now, str(row["since"]), same)
    return table


@cache
def company_synonyms() -> dict[str, str]:
    """Return other name of a firm -> the name that stands for all, without legal forms."""
    return {name: row[0] for row in _read("companies.yaml")["synonyms"] for name in row}


@cache
def trades() -> dict[str, str]:
    """Return the full words of a trade -> the short ones."""
    return dict(_read("companies.yaml")["trades"])


@cache
def led_trades() -> tuple[str, ...]:
    """Return the short trades before which one character stands for a province."""
    return tuple(_read("companies.yaml")["led"])


@cache
def yearly_meetings() -> dict[str, int]:
    """Return name of a meeting that is held once a year -> the month from which on this year's is meant."""
    return {row["name"]: row["month"] for row in _read("meetings.yaml")["yearly"]}


@cache
def state_leaders() -> frozenset[str]:
    """Return the names that mean leaders of the state wherever no post is said."""
    return frozenset(_read("leaders.yaml")["leaders"].split())


@cache
def _read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((_HERE / name).read_bytes())
    return content
