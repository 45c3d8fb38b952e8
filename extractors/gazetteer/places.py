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
    """Return the Chinese short and full names of foreign states, and of groups and continents: 德国, 欧盟, 非洲."""
    return frozenset(name for names in _read("countries.yaml").values() for name in names)


@cache
def regions() -> frozenset[str]:
    """Return the names of great rivers, lakes, mountains, seas and regions: 长江, 大别山, 京津冀."""
    return frozenset(name for names in _read("regions.yaml").values() for name in names)


@cache
def abbreviations() -> dict[str, str]:
    """Return one-character abbreviations of provinces with the code of each: 晋 is `14`."""
    return {letter: str(code) for letter, code in _read("abbreviations.yaml").items()}
