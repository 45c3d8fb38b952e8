"""全会 alone: which of the plenary sessions that the article names is meant."""

from __future__ import annotations

import re
from collections import Counter

from extractors.events.meeting import Event, events_of
from extractors.lexicon import HAN
from extractors.reading import Reading

_PLENARY = re.compile(
    rf"(?<![{HAN}])全会(?![精])|(?<=和)全会(?=通过)|(?<=在)全会(?=上)|(?<=[学习贯彻落实入彻])全会(?=精神|对|提出|决|部署|通过)"
)


def read(reading: Reading) -> None:
    """全会 alone is the plenary session that the article has named most often before, the last of these."""
    events = events_of(reading)
    for m in _PLENARY.finditer(reading.text) if "全会" in reading.text else ():
        before = [
            e for e in events.found if e.start < m.start() and e.entity.name.endswith("全会") and len(e.entity.name) > 3
        ]
        if before:
            often = Counter(e.entity for e in before)
            meant = max(before, key=lambda e: (often[e.entity], e.start))  # not one told of in passing: …一中全会以来
            reading.mention(meant.entity, m.start(), m.end(), "meeting-plenary", 0.75)
            events.found.append(Event(meant.entity, m.start(), m.end(), meant.held))
