"""Curves as SVG, both axes logarithmic, without a library for it: seconds over the size of the input."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape

Points = Sequence[tuple[float, float]]

_COLOURS = ("#1f5fa8", "#c1502e", "#3c8a4e", "#7a4fa3", "#8a6d1f", "#444444")
_WIDTH, _HEIGHT, _PLOT, _GAP = 400, 330, 230, 56


def picture(panels: Mapping[str, tuple[str, str, Mapping[str, Points]]]) -> str:
    """Return panels, two in a row, each with its title, what its axes count, and a curve for each name.

    A straight line that rises one decade for one decade grows in proportion with the input.
    """
    rows = math.ceil(len(panels) / 2)
    width, height = 2 * _WIDTH + 20, rows * _HEIGHT
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="12">',
        f'<rect width="{width}" height="{height}" fill="white"/>',
    ]
    for place, (title, (across, up, curves)) in enumerate(panels.items()):
        parts.append(f'<g transform="translate({place % 2 * _WIDTH + 20} {place // 2 * _HEIGHT})">')
        parts += _panel(title, across, up, curves)
        parts.append("</g>")
    return "\n".join([*parts, "</svg>\n"])


def _panel(title: str, across: str, up: str, curves: Mapping[str, Points]) -> list[str]:
    xs = [x for points in curves.values() for x, _ in points]
    ys = [y for points in curves.values() for _, y in points]
    left, top, wide = _GAP, 34, _WIDTH - _GAP - 110
    low_x, high_x, low_y, high_y = (math.log10(v) for v in (min(xs), max(xs), min(ys), max(ys)))
    floor, ceiling = math.floor(low_y), max(math.ceil(high_y), math.floor(low_y) + 1)

    def at(x: float, y: float) -> tuple[float, float]:
        share = (math.log10(x) - low_x) / (high_x - low_x or 1)
        return left + wide * share, top + _PLOT * (ceiling - math.log10(y)) / (ceiling - floor)

    parts = [
        f'<text x="{left}" y="18" font-weight="bold">{escape(title)}</text>',
        f'<path d="M{left} {top}V{top + _PLOT}H{left + wide}" fill="none" stroke="#555"/>',
        f'<text x="{left + wide / 2}" y="{top + _PLOT + 34}" text-anchor="middle">{escape(across)}</text>',
        f'<text transform="translate(14 {top + _PLOT / 2}) rotate(-90)" text-anchor="middle">{escape(up)}</text>',
    ]
    for decade in range(floor, ceiling + 1):
        _, y = at(min(xs), 10.0**decade)
        parts.append(f'<path d="M{left} {y:.1f}h{wide}" stroke="#ddd"/>')
        parts.append(f'<text x="{left - 4}" y="{y + 4:.1f}" text-anchor="end">{10.0**decade:g}</text>')
    for x in sorted(set(xs)):
        where, _ = at(x, 10.0**floor)
        parts.append(f'<text x="{where:.1f}" y="{top + _PLOT + 16}" text-anchor="middle">{x:,.0f}</text>')
    ends = sorted((at(*points[-1])[1], name) for name, points in curves.items())
    heights, lowest = {}, -math.inf
    for y, name in ends:  # names that would lie on each other move down
        lowest = max(y, lowest + 13)
        heights[name] = lowest
    for colour, (name, points) in zip(_COLOURS * len(curves), curves.items(), strict=False):
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in (at(*point) for point in points))
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts.append(f'<text x="{left + wide + 6}" y="{heights[name] + 4:.1f}" fill="{colour}">{escape(name)}</text>')
    return parts
