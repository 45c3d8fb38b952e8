"""Towns in a row by their stems: 城东、溪口、柳湾等乡镇, where the row's last words say that they are towns of the home."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.gazetteer import Division, load_gazetteer
from extractors.lexicon import HAN
from extractors.reading import Reading

_ITEM = rf"(?:(?![等和与及的])[{HAN}]){{2,4}}"
_ROW = re.compile(
    rf"(?P<row>{_ITEM}(?:[、和]{_ITEM}){{0,60}})(?:等(?:\d{{1,20}}|[两三四五六七八九十多]{{1,3}})?个?|[两三四五六七八九十]个?)(?:乡镇|镇乡|镇街|街镇|乡街|乡（镇|镇（街|镇|乡|街道)"
)


def towns(reading: Reading) -> Iterator[tuple[int, int, Division]]:
    """Yield where the towns of rows stand; the first may follow a verb of going, so its end is what counts."""
    home = reading.home.division
    if home is None or home.level not in ("prefecture", "county"):
        return
    gazetteer = load_gazetteer()
    for m in _ROW.finditer(reading.text):
        at = m.start()
        for item in re.split("[、和]", m["row"]):
            end = at + len(item)
            for start in range(at, end - 1):
                fit = [d for d in gazetteer.stem(reading.text[start:end]) if d.code.startswith(home.code)]
                if len(fit) == 1:
                    yield start, end, fit[0]
                    break
            at = end + 1
