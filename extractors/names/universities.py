"""Universities whose names are words of every day, and short names of those that the article names in full."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors.lexicon import HAN, alternatives
from extractors.names.wordlists import word_list
from extractors.reading import Reading

# 东北|大学生, 西南|大学城: no university
_KNOWN = re.compile(rf"(?:{alternatives(word_list('universities'))})(?![生城堂子路道]|科技园)")
_ACADEMY = re.compile(
    r"(?:社会|农业|林业|农林|中医药|医学)?科学院(?![士所]|[\u4e00-\u9fff]{2,14}(?:所|研究院|中心|分院|站))"
)


def known(reading: Reading, units: Iterable[re.Pattern[str]]) -> None:
    """Add the universities of the list, each with the faculty or hospital behind its head: 中山大学|附属某某医院."""
    text = reading.text
    for m in _KNOWN.finditer(text) if "学" in text else ():
        behind = (unit.match(text, m.end() - 2) for unit in units)
        end = next((found.end() for found in behind if found is not None), m.end())
        reading.claim(reading.entity("Organization", text[m.start() : end]), m.start(), end, "organization-known", 0.85)
    for m in _ACADEMY.finditer(text) if "科学院" in text else ():
        hit = reading.hits.ending_at(m.start())
        if hit is not None and hit.full and hit.division.level in ("province", "prefecture"):
            academy = reading.entity("Organization", text[hit.start : m.end()])
            academy.seat = academy.seat or hit.division
            reading.claim(academy, hit.start, m.end(), "organization-academy", 0.85)


def in_short(reading: Reading) -> None:
    """哈工大 where the article names 哈尔滨工业大学: its first characters up to 大, in their order."""
    for whole in [e for e in reading.of_label("Organization") if e.name.endswith("大学") and len(e.name) > 4]:
        for m in re.finditer(rf"{whole.name[0]}[{HAN}]{{1,2}}大(?![{HAN}]?[学会])", reading.text):
            rest = iter(whole.name)
            if all(char in rest for char in m[0]):
                reading.claim(whole, m.start(), m.end(), "organization-short", 0.8)
