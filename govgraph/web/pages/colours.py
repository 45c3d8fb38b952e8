"""The colours of the node labels as a style sheet: the same in the text, in lists and in drawings."""

from __future__ import annotations

from functools import cache

from starlette.requests import Request
from starlette.responses import Response

from govgraph.browser_kit import COLOURS as DOTS
from govgraph.shown.colours import COLOURS
from govgraph.shown.marks import OVER


def colours(_request: Request) -> Response:
    """Return the style sheet."""
    return Response(_sheet(), media_type="text/css")


@cache
def _sheet() -> str:
    day = [f".{label} {{ --dot: {dot}; }}" for label, dot in DOTS.items()]
    night = []
    for label, colour in COLOURS.items():
        name = "line" if label in OVER else "tint"
        day.append(f".{label} {{ --{name}: {colour.light}; }}")
        night.append(f".{label} {{ --{name}: {colour.dark}; }}")
    dark = "\n".join(f'[data-theme="dark"] {rule}' for rule in night)
    auto = "\n".join(f'[data-theme="auto"] {rule}' for rule in night)
    return "\n".join(day) + f"\n{dark}\n@media (prefers-color-scheme: dark) {{\n{auto}\n}}\n"
