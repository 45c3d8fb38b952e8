"""Stations of a power company, named after their towns: 某县供电公司|柳湾供电所."""

from __future__ import annotations

import re

from extractors.lexicon import HAN
from extractors.names.tokens import is_common, segment
from extractors.reading import Reading

# 某县供电公司|柳湾供电所, and 柳湾供电所 alone
_POWER_STATION = re.compile(
    rf"(?:(?<=公司)|(?<![{HAN}])|(?<=[在到由和与及]))(?P<stem>(?!该|各|本|全|某|供电|中心|乡镇|基层|所属|下属)(?:(?![的了等在到由和与及、])[{HAN}]){{2,4}})供电(?:所|服务站)(?!长)"
)


def read(reading: Reading) -> None:
    """Add the stations of a power company, named after their towns; the company is their first where it stands before."""
    for m in _POWER_STATION.finditer(reading.text) if "供电" in reading.text else ():
        company = reading.name_ending_at(m.start(), "Company")
        if not reading.free(*m.span()) or (is_common(segment(m["stem"])) and reading.hits.at(m.start()) is None):
            continue
        named = [e for e in reading.of_label("Company") if e.name.endswith(m[0])]
        whole = company.entity.name + m[0] if company is not None else named[0].name if len(named) == 1 else m[0]
        station = reading.entity("Company", whole)
        if company is not None:
            station.seat = station.seat or company.entity.seat
            reading.alias(station, reading.text[company.start : m.end()])
        reading.alias(station, m[0])
        reading.claim(station, m.start(), m.end(), "company-power-station", 0.8)
