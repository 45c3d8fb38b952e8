"""Names that the corpus taught, where nothing in the article vouches for them: alone, in lists, before any verb."""

from __future__ import annotations

import re

from extractors.learned.model import KnownPerson, Model
from extractors.learned.standing import stands
from extractors.names.bounds import aligned
from extractors.reading import Reading

_TRUST = 0.85
"""What facts about a person or company are worth whom only the corpus vouches for."""

_NO_COMPANY = re.compile("[有股集]")


def read(reading: Reading) -> None:
    """Add the names of the model that stand free, with a confidence below that of safe ones."""
    if reading.model is None:
        return
    for start, end, name in reading.model.find(reading.text):
        if not reading.free(start, end):
            continue
        if name in reading.model.companies:
            _company(reading, reading.model, name, start, end)
        elif stands(reading.text, start, end):
            _person(reading, reading.model.persons[name], start, end)


def _person(reading: Reading, known: KnownPerson, start: int, end: int) -> None:
    person = reading.known("Person", known.name)
    if person is None:
        person = reading.entity("Person", known.name)
        person.trust = _TRUST
        if known.country:
            person.properties["scope"] = known.country
    rule = "person-foreign-learned" if known.country else "person-learned"
    reading.claim(person, start, end, rule, 0.75)


def _company(reading: Reading, model: Model, name: str, start: int, end: int) -> None:
    if not aligned(reading, start, end) or _NO_COMPANY.match(reading.text, end):
        return
    full = model.companies[name].full
    company = reading.known("Company", full)
    if company is None:
        company = reading.entity("Company", full)
        company.trust = _TRUST
    reading.claim(company, start, end, "company-learned", 0.75)
