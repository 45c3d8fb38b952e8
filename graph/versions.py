"""Which records this program reads: one rule for all that say the version of the schema they were made with.

Versions are semantic, `major.minor.patch`. A new major number means that what was true before no longer is (a label, type or
property is gone or means something else), a new minor number that something was added, a new patch number other words alone.
"""

from __future__ import annotations

import re

_FORM = re.compile(r"(\d+)\.(\d+)\.(\d+)")


def unreadable(said: object, known: str) -> str | None:
    """Return why a record made with version `said` of the schema cannot be read by one who knows `known`, or None if it can."""
    match = _FORM.fullmatch(said) if isinstance(said, str) else None
    if match is None:
        return f"schema {said!r} is no version such as {known}"
    theirs, ours = (tuple(map(int, version.split(".")[:2])) for version in (match[0], known))
    if theirs > ours:
        return f"made with schema {said}, and this program knows up to {known}: upgrade the program"
    if theirs[0] < ours[0]:
        return f"made with schema {said}, which this program, at {known}, no longer reads: make it again from the texts"
    return None
