"""Which names of countries, rivers, mountains and regions does the gazetteer know?"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FOLDER = Path(__file__).parent


def _read(name: str) -> dict[str, Any]:
    content = yaml.safe_load((_FOLDER / name).read_bytes())
    return dict(content)


@cache
def countries() -> frozenset[str]:
    """Return the Chinese names of foreign states: 德国, 印度尼西亚, 印尼."""
    return frozenset(name for names in _read("countries.yaml").values() for name in names)


@cache
def country_names() -> tuple[str, ...]:
    """Return those names of foreign states that a text may be searched for: of two characters or more."""
    return tuple(name for name in countries() if len(name) > 1)


@cache
def world_regions() -> frozenset[str]:
    """Return the names of continents, parts of them and unions of states: 非洲, 东南亚, 欧盟."""
    return frozenset(name for names in _read("world_regions.yaml").values() for name in names)


@cache
def world_cities() -> frozenset[str]:
    """Return the Chinese names of capitals, large cities and states of other countries: 首尔, 昆士兰州."""
    return frozenset(name for names in _read("world_cities.yaml").values() for name in names)


@cache
def regions() -> frozenset[str]:
    """Return the Chinese names of great rivers, lakes, mountains, seas and regions: 长江, 大别山, 京津冀."""
    return frozenset(name for names in _read("regions.yaml").values() for name in names)


@cache
def abbreviations() -> dict[str, str]:
    """Return one-character abbreviations of provinces with the code of each: 晋 is `14`."""
    return {letter: str(code) for letter, code in _read("abbreviations.yaml").items()}
