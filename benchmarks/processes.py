"""What a process and its children take, as Linux tells it in /proc: those that end meanwhile count no more."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")
_OWN = slice(11, 13)
_WITH_ENDED = slice(11, 15)


def family(pid: int) -> Iterator[int]:
    """Yield the numbers of a process and of all that descend from it."""
    yield pid
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from family(int(child))


def cpu(pid: int, *, ended: bool = False) -> float:
    """Return the CPU seconds of one process, with `ended` those of its children that have ended too."""
    with suppress(OSError, IndexError):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, fields[_WITH_ENDED if ended else _OWN])) / _TICKS
    return 0.0


def memory(pid: int) -> float:
    """Return the megabytes of one process; pages that several share are divided among them (PSS)."""
    with suppress(OSError, IndexError):
        told = Path(f"/proc/{pid}/smaps_rollup").read_text()
        return sum(int(line.split()[1]) for line in told.splitlines() if line.startswith("Pss:")) / 1024
    return 0.0
