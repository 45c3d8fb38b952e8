"""What one article shows of names: those that stand in a safe place, where a post, a title or a byline vouches."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import NamedTuple

from extractors.learned.shape import learnable, tells_company
from extractors.names.company_shorts import shorts_of
from extractors.reading import Entity, Reading

_SAFE = frozenset(
    "person-post person-roster person-appointed person-title-after person-foreign person-told byline".split()
)
_FOREIGN_RULES = frozenset(("person-foreign",))
_FULL = re.compile(r"(?:有限(?:责任)?公司|股份公司|集团(?:总)?公司)$")


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
        if tells_company(short, entity.name)
    }
    digest = sha256(reading.text.encode("utf-8")).hexdigest()
    return Sightings(digest, reading.text, tuple(sorted(persons)), tuple(sorted(companies)))


def _country(entity: Entity) -> str:
    foreign = any(m.rule in _FOREIGN_RULES for m in entity.mentions)
    return str(entity.properties.get("scope") or "") if foreign else ""
