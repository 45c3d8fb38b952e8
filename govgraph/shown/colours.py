"""The colour of each node label: a tint for paper, one for the dark, and the nearest of a terminal's 256 colours."""

from __future__ import annotations

from typing import NamedTuple


class Colour(NamedTuple):
    """`light` and `dark` as CSS colours, `terminal` as a number from 16 to 255."""

    light: str
    dark: str
    terminal: int


COLOURS = {
    "Person": Colour("#ffd9a8", "#7a4a12", 223),
    "Agency": Colour("#c9dcff", "#26477f", 153),
    "Company": Colour("#dfd0ff", "#4d3a82", 183),
    "Organization": Colour("#bfeceb", "#15595a", 159),
    "Place": Colour("#d2f0bf", "#305a1e", 157),
    "Project": Colour("#ffd0e4", "#74304f", 218),
    "Policy": Colour("#fdf0a2", "#665a10", 229),
    "Measurement": Colour("#e3e3de", "#4a4a46", 253),
    "Meeting": Colour("#2f6fdf", "#7fb0ff", 69),
    "Activity": Colour("#159a63", "#5fd3a0", 71),
    "Directive": Colour("#d6453c", "#ff8d84", 203),
}
"""Names are tinted; meetings, activities and directives, which lie over names, are underlined in a full colour."""
