"""The word lists of `wordlists.yaml`, by name."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml


def word_list(name: str) -> tuple[str, ...]:
    """Return the words of a list, in its order. Raises KeyError for a list that is not there."""
    return _lists()[name]


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    text = files("extractors.names").joinpath("wordlists.yaml").read_text(encoding="utf-8")
    return {name: tuple(line.split()) for name, line in yaml.safe_load(text).items()}
