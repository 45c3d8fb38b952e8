"""Claim the names that the trained models see where no rule has; keep the persons for those who read their posts."""

from __future__ import annotations

from extractors.names import company, organization, project, same_firms
from extractors.reading import Reading
from extractors.trained import names

_CLAIMS = {"C": company.claim, "O": organization.claim, "P": project.claim}
_RULES = {"C": "company-likely", "O": "organization-likely", "P": "project-likely"}


def read(reading: Reading) -> None:
    """Add firms, organizations and projects; remember the persons. Agencies are left to rules, which know their full names."""
    persons: dict[int, tuple[int, float]] = {}
    for name in names.find(reading):
        confidence = round(0.4 + 0.4 * name.chance, 2)
        if name.letter == "N":
            persons[name.start] = (name.end, confidence)
        elif name.letter in _CLAIMS and not names.REFERS.match(reading.text[name.start : name.end]):
            names.vouched(_CLAIMS[name.letter](reading, name.start, name.end, _RULES[name.letter], confidence))
    same_firms.merge(reading)
    reading.memory[names.PERSONS] = persons
