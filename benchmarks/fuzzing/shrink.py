"""A case made smaller as long as it still fails in the same way."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from benchmarks.fuzzing.files import Case


def shrunk(case: Case, fails: Callable[[Case], bool], *, seconds: float) -> Case:
    """Return the case with what can be left out left out: halves, quarters … of its characters (of its bytes: no UTF-8)."""
    until = time.monotonic() + seconds
    try:
        units: list[str] | list[bytes] = list(case.data.decode("utf-8"))
    except UnicodeDecodeError:
        units = [case.data[i : i + 1] for i in range(len(case.data))]
    size = max(1, len(units) // 2)
    while time.monotonic() < until:
        at, before = 0, len(units)
        while at < len(units) and time.monotonic() < until:
            fewer = units[:at] + units[at + size :]
            candidate = replace(case, data=_joined(fewer))
            if fails(candidate):
                units, case = fewer, candidate
            else:
                at += size
        if size == 1 and len(units) == before:
            break
        size = max(1, size // 2)
    return case


def _joined(units: list[str] | list[bytes]) -> bytes:
    return b"".join(unit.encode("utf-8", "surrogatepass") if isinstance(unit, str) else unit for unit in units)
