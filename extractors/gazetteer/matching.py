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
    """Return the disjoint spans of highest total worth (weighted interval scheduling); the longest on equal worth."""
    if len(cluster) < 2:
        return cluster
    ends = sorted(cluster, key=lambda span: (span[1], -span[0]))
    best: list[tuple[int, tuple[Span, ...]]] = [(0, ())]
    for i, span in enumerate(ends):
        before = i
        while before and ends[before - 1][1] > span[0]:
            before -= 1
        worth, chosen = best[before]
        taken = (worth + span[3], (*chosen, span))
        best.append(taken if taken[0] > best[-1][0] else best[-1])
    return best[-1][1]
