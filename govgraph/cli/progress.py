"""How far a run is: a bar, how fast it goes and how long it will still take."""

from __future__ import annotations

import time
from collections.abc import Callable

_WIDTH = 24


class Progress:
    """Counts bytes that were read of `total`, None where nobody knows it; `clock` tells seconds."""

    def __init__(self, total: int | None, clock: Callable[[], float] = time.monotonic) -> None:
        """Start the clock."""
        self._total, self._clock = total, clock
        self._begun = clock()
        self._read = 0

    def take(self, size: int) -> None:
        """Count bytes in."""
        self._read += size

    @property
    def seconds(self) -> float:
        """Seconds since the start."""
        return self._clock() - self._begun

    def line(self, articles: int) -> str:
        """Return one line; time left is what the bytes still to be read take at the rate so far."""
        seconds = self.seconds
        told = f"{articles:,} articles, {articles / seconds if seconds else 0:,.0f} a second"
        if not self._total or not self._read:
            return told
        share = min(1.0, self._read / self._total)
        full = int(share * _WIDTH)
        return f"{'█' * full}{'░' * (_WIDTH - full)} {share:4.0%}  {told}, {duration(seconds / share - seconds)} left"


def duration(seconds: float) -> str:
    """Return `3:07`, or `2:03:07` from an hour on."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
