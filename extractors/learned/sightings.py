"""What one article shows of names: those that stand in a safe place, where a post, a title or a byline vouches."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import NamedTuple

from extractors.gazetteer import countries
from extractors.lexicon import HAN
from extractors.names.company import shorts_of
from extractors.names.personname import looks_like_name
from extractors.names.vocabulary import PROPER, vocabulary
from extractors.names.words import is_common_word
from extractors.reading import Entity, Reading

_SAFE = frozenset(
    "person-post person-roster person-appointed person-title-after person-foreign person-told byline".split()
)
_FOREIGN_RULES = frozenset(("person-foreign",))
_FOREIGN = re.compile(rf"(?!·)[{HAN}·]{{3,20}}(?<!·)")
_FULL = re.compile(r"(?:有限(?:责任)?公司|股份公司|集团(?:总)?公司)$")
_LONGEST_WORD = 5


class Sightings(NamedTuple):
    """The article's text with its checksum, the persons (name, country) and companies (short form, full name)."""

    digest: str
    text: str
    persons: tuple[tuple[str, str], ...]
    companies: tuple[tuple[str, str], ...]


def sightings(reading: Reading) -> Sightings:
    """Return the safe names of a reading that has passed the stages up to the persons."""
    persons = {
        (entity.name, _country(entity))
        for entity in reading.of_label("Person")
        if any(m.rule in _SAFE for m in entity.mentions) and learnable(entity.name)
    }
    companies = {
        (short, entity.name)
        for entity in reading.of_label("Company")
        if _FULL.search(entity.name) and any(m.rule == "company-legal" for m in entity.mentions)
        for short in shorts_of(reading, entity)
    }
    digest = sha256(reading.text.encode("utf-8")).hexdigest()
    return Sightings(digest, reading.text, tuple(sorted(persons)), tuple(sorted(companies)))


def _country(entity: Entity) -> str:
    foreign = any(m.rule in _FOREIGN_RULES for m in entity.mentions)
    return str(entity.properties.get("scope") or "") if foreign else ""


def is_chinese(name: str) -> bool:
    """Tell whether a name is a surname with one or two given characters."""
    return "·" not in name and looks_like_name(name)


def learnable(name: str) -> bool:
    """Tell whether a name may be learned at all: a Chinese one that is no word, a foreign one that holds none."""
    words = vocabulary()
    if is_chinese(name):
        return not is_common_word(name) and name not in words
    if not _FOREIGN.fullmatch(name) or name in countries():
        return False
    return not holds_word(name)


def holds_word(name: str) -> bool:
    """Tell whether an ordinary word lies within the name."""
    words = vocabulary()
    return any(
        words.get(name[start:end], (PROPER, 0.0))[0] != PROPER
        for start in range(len(name))
        for end in range(start + 2, min(len(name), start + _LONGEST_WORD) + 1)
    )
