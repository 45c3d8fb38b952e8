"""The administrative divisions of China down to the village, and other well-known places."""

from __future__ import annotations

from functools import cache

from extractors.gazetteer.data import read
from extractors.gazetteer.lookup import Gazetteer
from extractors.gazetteer.model import LEVELS, Division, Hit
from extractors.gazetteer.places import abbreviations, countries, country_names, regions, world_cities, world_regions
from extractors.gazetteer.renamed import read_renamed
from extractors.gazetteer.villages import village_stems

__all__ = [
    "LEVELS",
    "Division",
    "Gazetteer",
    "Hit",
    "abbreviations",
    "countries",
    "country_names",
    "load_gazetteer",
    "regions",
    "village_stems",
    "world_cities",
    "world_regions",
]


@cache
def load_gazetteer() -> Gazetteer:
    """Return the gazetteer, read from its data file at the first call. Raises UnreadableInputError if damaged."""
    return Gazetteer(read(), read_renamed())
