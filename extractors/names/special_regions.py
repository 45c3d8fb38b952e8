"""Bodies of the two special administrative regions: 香港特区政府, 澳门立法会, and 特区政府 of the one named nearest."""

from __future__ import annotations

import re

from extractors.names.organs import organ_key
from extractors.names.place_entities import level_division
from extractors.reading import Reading

LEVEL = "特别行政区"
_BODY = re.compile(
    r"(?:(?:香港|澳门)(?:特别行政区|特区)?|特别行政区|特区|第[一二三四五六七八九十]届|新一届)(?P<organ>政府(?!间)|立法会(?!议员选举|选举)|终审法院)"
)


def read(reading: Reading) -> None:
    """Add them; 第八届立法会 is one of theirs too, but a government of some term may be anybody's."""
    if "香港" not in reading.text and "澳门" not in reading.text:
        return
    for m in _BODY.finditer(reading.text):
        place = level_division(reading, LEVEL, m.start("organ"))
        termed = m[0].startswith(("第", "新")) and m["organ"] != "立法会"
        if place is None or termed or not reading.free(m.start(), m.end()):
            continue
        name = place.name + m["organ"]
        body = reading.entity("Agency", name, key=organ_key(name))
        body.seat = body.seat or place
        reading.claim(body, m.start(), m.end(), "agency-special-region", 0.9)
