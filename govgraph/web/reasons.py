"""Why two things may be one, in the reader's language: `graph.candidates` says it in English."""

from __future__ import annotations

import re

from govgraph.web.words import Vocabulary

_FORMS = {
    "name": r"the same name",
    "alike": r"names alike \((?P<value>[\d.]+)\)",
    "scope": r"the same scope",
    "open": r"the scope of one is its article alone",
    "unknown": r"scopes unknown",
    "none": r"one has no scope",
    "inside": r"one scope lies in the other",
    "scopes": r"different scopes",
    "apart": r"told apart in one article",
    "days": r"different days",
    "numbers": r"different numbers in the names",
    "shared": r"(?P<value>\d+) neighbours in common",
    "post": r"(?P<post>.+) of (?P<value>.+), elsewhere of (?P<other>.+)",
    "property": r"(?P<name>\w+) (?P<value>.+), elsewhere (?P<other>.+)",
}


def because(reason: str, words: Vocabulary) -> str:
    """Return a reason of a candidate in words of the page; one of an unknown form as it is."""
    for key, form in _FORMS.items():
        found = re.fullmatch(form, reason)
        if found:
            values = found.groupdict()
            if "name" in values:
                values["name"] = words.property(values["name"])
            return words.text(f"because.{key}", **values)
    return reason
