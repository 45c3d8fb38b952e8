"""Whether the steps of a pattern grow faster than the text."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from benchmarks.regex.collected import Found
from benchmarks.regex.steps import Counter, TooManyError
from benchmarks.regex.worst import seeds

_LENGTH = 24
"""Characters of the shortest text that is tried."""
_LIMIT = 1_250
"""Steps that a text may take for each of its characters."""
_LINEAR = 2.6
"""More steps for the second doubling than this times those for the first is more than linear (2); quadratic is 4."""


@dataclass(frozen=True)
class Growth:
    """What is hard for a pattern: `head`, `again` repeated, `tail`; and the steps of a text, and of one 2, 4, 8 times as long."""

    found: Found
    head: str
    again: str
    tail: str
    steps: tuple[int, ...]


def growth(found: Found) -> Growth | None:
    """Return the first text whose steps grow faster than it does; None when there is none among those that are tried."""
    counter: Counter | None = None
    # A step into a pattern is a call here.
    for head, again, tail in seeds(found.pattern):
        counter = counter or Counter(found.pattern)
        times = max(4, _LENGTH // len(again))
        steps: list[int] = []
        sys.setrecursionlimit(max(20_000, sys.getrecursionlimit()))
        try:
            # Short texts may be shorter than a bound; so what grows fast at first must go on to.
            for factor in (1, 2, 4, 8, 16):
                text = head + again * times * factor + tail
                steps.append(counter.count(text, _LIMIT * len(text), found.way))
                if factor >= 4 and steps[-1] - steps[-2] <= _LINEAR * (steps[-2] - steps[-3]):
                    break
            else:
                return Growth(found, head, again, tail, tuple(steps))
        except TooManyError:
            return Growth(found, head, again, tail, tuple(steps))
    return None
