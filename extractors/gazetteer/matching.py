"""Which of the names that overlap in a text are meant?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

Span = tuple[int, int, int, int]
"""Start, end, name id, worth of the name."""


def choose(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield spans in text order that do not overlap and are worth most together.

    `浙江苏州` holds 浙江, 江苏 and 苏州: two of them fit and cover more than the one between them.
    """
    cluster: list[Span] = []
    reach = 0
    for span in sorted(spans):
        if cluster and span[0] >= reach:
            yield from _best(cluster)
            cluster = []
        cluster.append(span)
        reach = max(reach, span[1])
    yield from _best(cluster)


def _best(cluster: Sequence[Span]) -> Sequence[Span]:
    """Return the disjoint spans of highest total worth (weighted interval scheduling)."""
    if len(cluster) < 2:
        return cluster
    ends = sorted(cluster, key=lambda span: (span[1], -span[0]))
    best = [0]  # worth of the best choice among the first i spans
    before: list[int] = []  # how many of the first spans end before span i begins
    for i, span in enumerate(ends):
        j = i
        while j and ends[j - 1][1] > span[0]:
            j -= 1
        before.append(j)
        best.append(max(best[i], best[j] + span[3]))
    chosen: list[Span] = []
    i = len(ends)
    while i:
        if best[i] == best[i - 1]:
            i -= 1
        else:
            chosen.append(ends[i - 1])
            i = before[i - 1]
    return chosen[::-1]
