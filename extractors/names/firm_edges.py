"""Where the name of a firm begins: behind the zone or village that tells where it is."""

from __future__ import annotations

import re

from extractors.lexicon import HAN
from extractors.names.tokens import SINGLE, segment

# 某县经济开发区|沣禾机械有限公司, 某某化工园区|海屿化工有限公司
_ZONE = re.compile(
    rf"[{HAN}]{{2,16}}?(?:开发区|高新区|经开区|工业园区?|产业园区?|化工园区?|工业区|集聚区|工业集中区|保税区|创业园)(?=[{HAN}]{{4}})"
)
_LEAST = 4


def behind_zone(text: str, start: int, end: int) -> int:
    """Return where the firm's own name begins behind a zone, the start where unknown characters do not follow one."""
    m = _ZONE.match(text, start, end)
    if m is None or end - m.end() < _LEAST:
        return start
    first = segment(text[m.end() : end])[:2]
    own = len(first) > 1 and first[0].kind == SINGLE and first[1].kind == SINGLE
    return m.end() if own else start
