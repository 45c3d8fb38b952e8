"""Small charts as SVG: shapes with classes, which the style sheet colours by day and by night."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import cos, pi, sin, sqrt

from markupsafe import Markup

_WIDTH, _HEIGHT = 640, 120


def bars(values: Sequence[tuple[str, int]], label: str) -> Markup:
    """Return a chart of counts over time: the period of each bar and its count, in order; `label` says what it shows."""
    most = max((count for _, count in values), default=1)
    step = _WIDTH / max(len(values), 1)
    width = min(step * 0.8, 34)
    parts = [_open(label, _WIDTH, _HEIGHT + 22)]
    largest = max(range(len(values)), key=lambda at: values[at][1], default=0)
    for at, (period, count) in enumerate(values):
        height = max(count / most * (_HEIGHT - 22), 1.5) if count else 0.0
        left = at * step + (step - width) / 2
        parts.append(
            Markup(
                '<g><title>{}: {}</title><rect class="bar" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" rx="2"/></g>'
            ).format(period, count, left, _HEIGHT - height, width, height)
        )
        if at == largest or len(values) <= 8:
            anchor = (
                "middle" if len(values) <= 8 else "start" if at == 0 else "end" if at == len(values) - 1 else "middle"
            )
            x = left if anchor == "start" else left + width if anchor == "end" else left + width / 2
            parts.append(
                Markup('<text class="value" x="{:.1f}" y="{:.1f}" text-anchor="{}">{:,}</text>').format(
                    x, _HEIGHT - height - 5, anchor, count
                )
            )
        if len(values) <= 8 or at in (0, len(values) - 1) or at == len(values) // 2:
            anchor = (
                "start"
                if at == 0 and len(values) > 8
                else "end"
                if at == len(values) - 1 and len(values) > 8
                else "middle"
            )
            x = left if anchor == "start" else left + width if anchor == "end" else left + width / 2
            parts.append(
                Markup('<text class="tick" x="{:.1f}" y="{}" text-anchor="{}">{}</text>').format(
                    x, _HEIGHT + 17, anchor, period
                )
            )
    parts.append(Markup("</svg>"))
    return Markup("").join(parts)


_MONTHS, _RING = 48, 9


def over_time(months: Sequence[tuple[str, int]], label: str) -> Markup | None:
    """Return a chart of counts a month, or a year where that would be more than 48 bars; None where there are under three.

    `months` are those of which there is anything (`2025-03`), in order; those between them are drawn empty.
    """
    if not months:
        return None
    first, last = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (months[0][0], months[-1][0]))
    counts: Counter[str] = Counter(dict(months))
    names = [f"{at // 12}-{at % 12 + 1:02}" for at in range(first, last + 1)]
    if len(names) > _MONTHS:
        counts = Counter()
        for month, count in months:
            counts[month[:4]] += count
        names = [str(year) for year in range(first // 12, last // 12 + 1)]
    return bars([(name, counts[name]) for name in names], label) if len(names) > 2 else None


def line(points: Sequence[tuple[str, float, str]], label: str) -> Markup:
    """Return a chart of a number over time: its day (ISO, of any precision), its value and how that is printed."""
    width, height, left, right, top, bottom = 320, 110, 8, 8, 22, 24
    when = [_years(day) for day, _, _ in points]
    values = [value for _, value, _ in points]
    low, high = min(0.0, *values), max(values)
    span, stretch = (max(when) - min(when)) or 1.0, (high - low) or 1.0
    places = [
        (
            left + (year - min(when)) / span * (width - left - right),
            top + (high - value) / stretch * (height - top - bottom),
        )
        for year, value in zip(when, values, strict=True)
    ]
    parts = [_open(label, width, height)]
    parts.append(
        Markup('<line class="axis" x1="{}" y1="{}" x2="{}" y2="{}"/>').format(
            left, height - bottom, width - right, height - bottom
        )
    )
    for (x1, y1), (x2, y2) in pairwise(places):
        parts.append(
            Markup('<line class="line" x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}"/>').format(x1, y1, x2, y2)
        )
    for at, ((x, y), (day, _, printed)) in enumerate(zip(places, points, strict=True)):
        anchor = "start" if at == 0 else "end" if at == len(points) - 1 else "middle"
        parts.append(
            Markup('<g><title>{}: {}</title><circle class="point" cx="{:.1f}" cy="{:.1f}" r="3.5"/></g>').format(
                day, printed, x, y
            )
        )
        if at in (0, len(points) - 1):
            parts.append(
                Markup('<text class="value" x="{:.1f}" y="{:.1f}" text-anchor="{}">{}</text>').format(
                    x, y - 8, anchor, printed
                )
            )
            parts.append(
                Markup('<text class="tick" x="{:.1f}" y="{}" text-anchor="{}">{}</text>').format(
                    x, height - 8, anchor, day.replace("/", "–")
                )
            )
    parts.append(Markup("</svg>"))
    return Markup("").join(parts)


def ranks(rows: Sequence[tuple[str, float]], label: str) -> Markup:
    """Return a bar of one number for each name, in their order; `label` says what it shows.

    Names and numbers are text beside the bars: they stay as large as all text when the page is narrow.
    """
    most = max((abs(value) for _, value in rows), default=1.0) or 1.0
    row = Markup(
        '<li><span class="of" title="{}">{}</span><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="bar" width="{:.1f}" height="10"/></svg><span class="value">{:,}</span></li>'
    )
    drawn = [
        row.format(name, name, max(abs(value) / most * 100, 0.5), int(value) if value.is_integer() else value)
        for name, value in rows
    ]
    return Markup('<ol class="ranks" aria-label="{}">{}</ol>').format(label, Markup("").join(drawn))


def spans(rows: Sequence[tuple[str, str]], label: str) -> list[Markup]:
    """Return a bar for each stretch of time, all on one scale: the first and the last day, of any precision."""
    known = [(begin, end) for begin, end in rows if begin]
    first = min((_years(begin) for begin, _ in known), default=0.0)
    last = max((_years(end or begin) for begin, end in known), default=1.0)
    span = max(last - first, 0.02)
    drawn = []
    for begin, end in rows:
        parts = [
            Markup(
                '<svg class="span" viewBox="0 0 200 12" preserveAspectRatio="xMinYMid" aria-hidden="true"><rect class="track" x="0" y="4" width="200" height="4" rx="2"/>'
            )
        ]
        if begin:
            x = (_years(begin) - first) / span * 190
            width = max((_years(end or begin) - _years(begin)) / span * 190, 0) + 10
            parts.append(
                Markup('<rect class="held" x="{:.1f}" y="1" width="{:.1f}" height="10" rx="5"/>').format(x, width)
            )
        parts.append(Markup("</svg>"))
        drawn.append(Markup("").join(parts))
    return drawn


def ring(name: str, near: Sequence[tuple[str, str, str, int]], label: str) -> Markup:
    """Return a drawing of a thing with what is near it around it: name, node label, address and number of facts of each.

    The shapes carry the node labels as classes, which give them their colours.
    """
    width, height, reach = 560, 330, 22
    most = max((count for *_, count in near), default=1)
    lines, dots = [], []
    top, bottom = height / 2 - reach, height / 2 + reach + 20
    for at, (other, kind, address, count) in enumerate(near):
        angle = 2 * pi * (at + 0.5) / len(near) - pi / 2
        x, y = width / 2 + 110 * cos(angle), height / 2 + 128 * sin(angle)
        top, bottom = min(top, y - 20), max(bottom, y + 30)
        strong = sqrt(count / most)
        lines.append(
            Markup('<line class="spoke" x1="{}" y1="{}" x2="{:.1f}" y2="{:.1f}" stroke-width="{:.1f}"/>').format(
                width / 2, height / 2, x, y, 1 + 3 * strong
            )
        )
        anchor = "middle" if abs(cos(angle)) < 0.2 else "start" if cos(angle) > 0 else "end"
        r = 6 + 6 * strong
        away = {"middle": 0.0, "start": r + 6, "end": -r - 6}[anchor]
        drop = (r + 15 if sin(angle) > 0 else -r - 6) if anchor == "middle" else 5
        dots.append(
            Markup(
                '<a href="{}" class="{}"><title>{}</title><circle class="dot" cx="{:.1f}" cy="{:.1f}" r="{:.1f}"/>'
                '<text x="{:.1f}" y="{:.1f}" text-anchor="{}">{}</text></a>'
            ).format(address, kind, other, x, y, r, x + away, y + drop, anchor, _short(other, _RING))
        )
    middle = Markup('<circle class="middle" cx="{}" cy="{}" r="{}"/>').format(width / 2, height / 2, reach)
    title = Markup('<text class="name" x="{}" y="{}" text-anchor="middle">{}</text>').format(
        width / 2, height / 2 + reach + 17, _short(name, _RING)
    )
    opening = Markup('<svg class="ring" role="group" aria-label="{}" viewBox="0 {:.0f} {} {:.0f}">').format(
        label, top, width, bottom - top
    )
    return opening + Markup("").join((*lines, middle, *dots, title)) + Markup("</svg>")


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _open(label: str, width: int, height: int) -> Markup:
    return Markup('<svg class="chart" role="img" viewBox="0 0 {} {}"><title>{}</title>').format(width, height, label)


def _years(day: str) -> float:
    """Return a day of any precision, of an interval the last one, as a number of years."""
    parts = [int(part) for part in day.rpartition("/")[2].split("-") if part.isdecimal()]
    year, month, date = [*parts, 1, 1, 1][:3] if parts else (0, 1, 1)
    return year + (month - 1) / 12 + (date - 1) / 366
