"""Bodies of zones that are no division: 古城景区管委会, 空港经济区|党工委, and the 区管委会 of a zone named before."""

from __future__ import annotations

import re

from extractors.lexicon import HAN
from extractors.names.agency_forms import claim_agency, plausible
from extractors.reading import Reading

_ORGAN = re.compile(r"党工委|管委会|管理委员会|纪工委|监察工委|纪检监察工委")
_OWN = re.compile(rf"(?<=[，。、；\n])[{HAN}]{{2,4}}\Z")  # 、双河|区管委会
_OF_ZONE = re.compile(rf"(?P<zone>.+[区园城])(?:{_ORGAN.pattern})")
# 空港经济|区管委会: the level word ends the word for a zone
_KIND = r"(?:经济|合作|试验|实验|度假|旅游|示范|保税|开发|产业|工业|集聚|风景名胜|保护)"
_ENDS_ZONE = re.compile(rf"{_KIND}\Z")
_ALONE = re.compile(
    rf"(?:(?<![{HAN}])|(?<=[和与由到据请]))(?P<name>(?![各该本全和与由到据请省市县区州镇乡])(?:(?![的了和与及、由到各等级])[{HAN}]){{2,10}}?(?:景|片|园|新|{_KIND})区)"
    r"(?:管理委员会|管委会|党工委)"
)


def of_own_zone(reading: Reading, m: re.Match[str]) -> bool:
    """Claim 区党工委 as the body of the zone that the article or the words before it name; False where it is a district's."""
    if m["organ"] is None or not _ORGAN.fullmatch(m["organ"]):
        return False
    own = _OWN.search(reading.text, max(0, m.start() - 5), m.start())
    if own is not None and reading.free(own.start(), m.end()):
        claim_agency(reading, own[0] + m[0], own.start(), m.end(), "agency-zone", 0.75)
        return True
    named = (_OF_ZONE.fullmatch(a.name) for a in reading.of_label("Agency"))
    zones = {found["zone"] for found in named if found is not None}
    if _ENDS_ZONE.search(reading.text, max(0, m.start() - 4), m.start()):
        for zone in (zone for zone in zones if reading.text.endswith(zone, 0, m.start() + 1)):
            claim_agency(reading, zone + m["organ"], m.start() + 1 - len(zone), m.end(), "agency-zone", 0.8)
        return True
    if len(zones) != 1:
        return False
    claim_agency(reading, zones.pop() + m["organ"], m.start(), m.end(), "agency-zone", 0.8)
    return True


def alone(reading: Reading) -> None:
    """Add the bodies of zones that no place stands before, between marks: 、古城景区管委会等单位."""
    for m in _ALONE.finditer(reading.text) if "区管" in reading.text or "区党" in reading.text else ():
        if plausible(m["name"]) and reading.free(*m.span()):
            claim_agency(reading, m[0], *m.span(), "agency-zone-alone", 0.75)
