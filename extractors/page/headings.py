"""What the headings above a text are: section name, kicker, title, subtitle."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractors.page import marks
from extractors.page.paragraphs import Paragraph

_DECORATION = "【】[]■●◆▌▍▎★☆<>《》|=-— "
_TRANSITIVE = re.compile(
    r"(?:获评|获|启动|召开|开展|推进|打造|助力|加快|实施|举办|举行|成为|入选|荣获|发布|的|和|与|及|为|在|将|把|让|以|向)$"
)
_BULLETS = "■●◆▌▍▎★☆▲ "


@dataclass(slots=True)
class Headings:
    """The headings of one article. `title` holds kicker and subtitle too, a space between them."""

    title: str = ""
    section: str | None = None
    line: int = 0
    title_lines: list[Paragraph] = field(default_factory=list)


def read_headings(cluster: list[Paragraph]) -> Headings:
    """Return what a row of headings says; a name of a section far above the title, or a slogan, is left out."""
    if not cluster:
        return Headings()
    groups: list[list[Paragraph]] = []
    for heading in cluster:
        if heading.gap or not groups:
            groups.append([])
        groups[-1].append(heading)
    lines = groups.pop()
    while groups and (lines[0].shadow.startswith(("—", "--", "(")) or marks.KICKER.search(groups[-1][-1].shadow)):
        lines = [*groups.pop(), *lines]
    section: str | None = None
    if len(lines) > 1 and marks.is_section(lines[0].shadow):
        section = lines.pop(0).text
    elif groups:
        above = groups[-1]
        if len(above) == 1 and not is_slogan(above[0].shadow):
            section = above[0].text
        elif len(above) > 1 and marks.is_section(above[-1].shadow):
            section = above[-1].text
    return Headings(
        title=_join(lines),
        section=section.strip(_DECORATION) if section else None,
        line=lines[0].line,
        title_lines=lines,
    )


def is_slogan(shadow: str) -> bool:
    """Tell whether a heading is a call to the public that stands anywhere on a page."""
    return marks.SLOGAN.search(shadow) is not None or (shadow.count(" ") >= 3 and not marks.is_section(shadow))


def _join(lines: list[Paragraph]) -> str:
    """Return the title in one line: a phrase broken by the line goes on, two phrases get a space between them."""
    title, before = lines[0].text.lstrip(_BULLETS), lines[0].shadow
    for line in lines[1:]:
        title += ("" if _is_broken(before, line.shadow) else " ") + line.text
        before = line.shadow
    return title


def _is_broken(above: str, below: str) -> bool:
    if " " in above or " " in below or marks.KICKER.search(above) or len(above) == len(below):
        return False
    if below[0] in "—-”》)":
        return True
    return len(above) < 6 or len(below) < 6 or (len(above) < 12 and _TRANSITIVE.search(above) is not None)
