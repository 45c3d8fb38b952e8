"""Who judges, and when: what is kept with every judgement that is made on this machine."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime


def author() -> str:
    """Return the name of the user, or nothing where there is no such user, as in some containers."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def now() -> str:
    """Return the time to the second, as ISO has it."""
    return datetime.now(UTC).isoformat(timespec="seconds")
