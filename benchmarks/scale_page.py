"""The page and the picture of what `benchmarks.scale` measured."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.marked import write_between

DOCS = Path(__file__).parents[1] / "docs"
_GOAL = 1_000_000
_BASE = 10_000
_COLOURS = {("build", 1): "#1f5fa8", ("build", 2): "#c1502e", ("store", 1): "#3c8a4e"}


@dataclass(frozen=True)
class Run:
    """One measurement: seconds of wall and CPU time, megabytes of memory and of the graph's file.

    `curve` holds (articles stored, CPU seconds, megabytes of memory) as they were seen on the way.
    """

    what: str
    articles: int
    jobs: int
    stored: int
    wall: float
    cpu: float
    memory: float
    file: float
    curve: Sequence[tuple[int, float, float]]

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> Run:
        """Read a line of the results."""
        return cls(**{**record, "curve": [tuple(point) for point in record["curve"]]})

    @property
    def each(self) -> float:
        """CPU milliseconds an article."""
        return self.cpu / self.stored * 1000

    def line(self) -> str:
        """Return the row of the table."""
        name = f"build, {self.jobs} job{'s' * (self.jobs > 1)}" if self.what == "build" else "the store alone"
        return (
            f"| {name} | {self.stored:,} | {self.each:.2f} | {self.wall:,.0f} | {self.cpu:,.0f} | {self.memory:,.0f}"
            f" | {self.file:,.0f} |"
        )

    def rates(self) -> list[tuple[float, float]]:
        """Return CPU milliseconds an article on the way, over windows of a tenth of the whole: (articles, ms)."""
        found, (count, cpu) = [], (0, 0.0)
        for stored, used, _ in self.curve:
            if stored - count >= self.stored / 10:
                found.append(((stored + count) / 2, (used - cpu) / (stored - count) * 1000))
                count, cpu = stored, used
        return found


def publish(runs: Sequence[Run]) -> None:
    """Write table and fit into docs/scale.md and the curves into docs/images/scale.svg."""
    runs = sorted(runs, key=lambda run: (run.what, run.jobs, run.articles))
    head = "| what | articles | CPU ms an article | s | CPU s | peak MB | graph MB |\n|---|---|---|---|---|---|---|"
    told = "\n".join([head, *(run.line() for run in runs), "", *fits(runs)])
    write_between(DOCS / "scale.md", "scale", told)
    (DOCS / "images" / "scale.svg").write_text(picture(runs), encoding="utf-8")
    print(told)


def fits(runs: Sequence[Run]) -> list[str]:
    """Return what the largest run of each kind lets expect of a million articles, a sentence each."""
    lines = []
    for what, jobs in sorted({(run.what, run.jobs) for run in runs}):
        same = [run for run in runs if (run.what, run.jobs) == (what, jobs)]
        largest = same[-1]
        a, b = _line([(math.log(n), ms) for n, ms in largest.rates()[1:]])
        base, goal = a + b * math.log(_BASE), a + b * math.log(_GOAL)
        c, d = _line([(n, mb) for n, _, mb in largest.curve[len(largest.curve) // 4 :]])
        name = "The store alone" if what == "store" else f"Build, {jobs} job{'s' * (jobs > 1)}"
        lines.append(
            f"- {name}, fitted to the way of the run of {largest.articles:,}: time an article = {a:.3f} {b:+.3f} ln n ms; "
            f"{base:.2f} ms at {_BASE:,}, {goal:.2f} ms at {_GOAL:,} (ratio {goal / base:.2f}); "
            f"memory = {c:.0f} {d * 1e5:+.1f} MB for each 100,000, {c + d * _GOAL:,.0f} MB at {_GOAL:,}."
        )
    ones = {run.articles: run for run in runs if (run.what, run.jobs) == ("build", 1)}
    lines += [
        f"- Two jobs over one at {run.articles:,}: {ones[run.articles].wall / run.wall:.2f} times as fast."
        for run in runs
        if run.what == "build" and run.jobs == 2 and run.articles in ones
    ]
    return lines


def _line(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return the intercept and the slope of the line of least squares."""
    if not points:
        return math.nan, math.nan
    mean_x, mean_y = (sum(axis) / len(points) for axis in zip(*points, strict=True))
    spread = sum((x - mean_x) ** 2 for x, _ in points)
    slope = sum((x - mean_x) * (y - mean_y) for x, y in points) / spread if spread else 0.0
    return mean_y - slope * mean_x, slope


def picture(runs: Sequence[Run]) -> str:
    """Return the curves of the largest runs as SVG: time an article and memory over the number of articles."""
    largest = {(run.what, run.jobs): run for run in runs}
    most = max(run.stored for run in runs)
    panels = [
        ("CPU milliseconds an article", {key: run.rates() for key, run in largest.items()}),
        ("memory, MB", {key: [(n, mb) for n, _, mb in run.curve[:-1]] for key, run in largest.items()}),
    ]
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 360" font-family="sans-serif" font-size="12">',
        '<rect width="900" height="360" fill="white"/>',
    ]
    for place, (title, curves) in enumerate(panels):
        parts += _panel(60 + 450 * place, title, curves, most)
    for place, (what, jobs) in enumerate(largest):
        name = "the store alone" if what == "store" else f"build, {jobs} job{'s' * (jobs > 1)}"
        parts.append(f'<rect x="{60 + 160 * place}" y="340" width="14" height="4" fill="{_colour(what, jobs)}"/>')
        parts.append(f'<text x="{80 + 160 * place}" y="347">{name}</text>')
    return "\n".join([*parts, "</svg>\n"])


def _panel(
    left: int, title: str, curves: Mapping[tuple[str, int], Sequence[tuple[float, float]]], most: float
) -> list[str]:
    width, height, top = 360, 250, 40
    highest = max((y for points in curves.values() for _, y in points), default=1.0) * 1.1
    parts = [
        f'<text x="{left}" y="24" font-weight="bold">{title}</text>',
        f'<path d="M{left} {top}V{top + height}H{left + width}" fill="none" stroke="#555"/>',
    ]
    for step in range(5):
        x, y = left + width * step / 4, top + height * (1 - step / 4)
        parts.append(f'<text x="{x:.0f}" y="{top + height + 18}" text-anchor="middle">{most * step / 4:,.0f}</text>')
        parts.append(f'<text x="{left - 6}" y="{y + 4:.0f}" text-anchor="end">{highest * step / 4:,.0f}</text>')
    for (what, jobs), points in curves.items():
        drawn = " ".join(f"{left + width * x / most:.1f},{top + height * (1 - y / highest):.1f}" for x, y in points)
        parts.append(f'<polyline points="{drawn}" fill="none" stroke="{_colour(what, jobs)}" stroke-width="1.5"/>')
    return parts


def _colour(what: str, jobs: int) -> str:
    return _COLOURS.get((what, jobs), "#777")
