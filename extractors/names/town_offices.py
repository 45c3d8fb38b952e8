"""Offices of streets, towns and villages: stations, street offices, village committees, towns that have gone."""

from __future__ import annotations

import re

from extractors.gazetteer import Division, load_gazetteer
from extractors.lexicon import HAN, alternatives
from extractors.names.agency_forms import agency_entity, claim_agency
from extractors.names.listed_villages import stems_around
from extractors.names.place_entities import level_division
from extractors.names.tokens import is_common, is_own, segment
from extractors.names.vocabulary import FUNCTION, VERB
from extractors.reading import Reading

_STATION_HEADS = "派出所 司法所 税务所 财政所 综治办 消防救援站 消防救援大队 消防站 市场监管所 市场监督管理所 自然资源所 国土资源所 中心税务所 税务分局"
_STATION_HEAD = re.compile(rf"(?:{alternatives(_STATION_HEADS.split())})(?!长)")
_STATION = re.compile(
    rf"(?:(?<![{HAN}])|(?<=[在到由和与及据])|(?<=联合)|(?<=会同))(?P<name>(?![多辖省市县区街镇乡有])(?:(?![的了等各某全本该两在由和与及据向对])[{HAN}]){{2,6}}?){_STATION_HEAD.pattern}"
)


def stations(reading: Reading) -> None:
    """Add 镇海派出所, 沼山司法所: a station is named after its street or town."""
    home = reading.home.division
    for hit in reading.hits if "所" in reading.text else ():
        office = _STATION_HEAD.match(reading.text, hit.end) if hit.full and hit.division.level == "town" else None
        if office is not None:
            claim_agency(reading, hit.name + office[0], hit.start, office.end(), "agency-station", 0.85, hit.division)
    for m in _STATION.finditer(reading.text):
        words = segment(m["name"])
        road = m["name"].endswith(("路", "街", "桥")) and len(m["name"]) > 2
        of_town = home is not None and town_of(home, m["name"]) is not None
        if of_town or ((road or not is_common(words)) and not any(w.kind in (VERB, FUNCTION) for w in words)):
            claim_agency(reading, m[0], m.start(), m.end(), "agency-station", 0.75, reading.home.division)


_STREET_OFFICE = re.compile(rf"(?:(?<![{HAN}])|(?<=[由与和及]))街道办(?:事处)?(?!理)")
_ZONE_HEAD = re.compile(r"^(?P<zone>.*[区园城])(?:党工委|管委会|管理委员会)$")
_BARE_ZONE = re.compile(rf"(?<![{HAN}])(?:管委会|管理委员会|党工委)(?=副?主任|副?书记)")
_STREET_SHORT = re.compile(rf"(?:(?<![{HAN}])|(?<=[由与和及]))(?P<name>(?![各该本全])[{HAN}]{{2}}街办)(?!理)")
_STREET_HEAD = re.compile(rf"(?<![{HAN}])街办(?=副?主任)")


def street_offices(reading: Reading) -> None:
    """Add 街道办事处 of the street spoken of."""
    for m in _STREET_OFFICE.finditer(reading.text):
        street = level_division(reading, "街道", m.start())
        if street is not None:
            claim_agency(reading, street.name + "办事处", m.start(), m.end(), "agency-street", 0.8, street)
    zones = {m["zone"] for a in reading.of_label("Agency") for m in _ZONE_HEAD.finditer(a.name)}
    for m in _BARE_ZONE.finditer(reading.text) if len(zones) == 1 else ():
        claim_agency(reading, next(iter(zones)) + m[0], m.start(), m.end(), "agency-zone", 0.75)
    for m in _STREET_SHORT.finditer(reading.text):
        claim_agency(reading, m["name"], *m.span("name"), "agency-street", 0.75, reading.home.division)
    shorts = [e for e in reading.of_label("Agency") if e.name.endswith("街办")]
    for m in _STREET_HEAD.finditer(reading.text) if len(shorts) == 1 else ():
        reading.claim(shorts[0], m.start(), m.end(), "agency-street", 0.75)


_VILLAGE_COMMITTEE = re.compile(
    rf"(?:(?<=[在到、，和与由赴]))(?P<name>(?![各该本全每两多])(?:(?![的了等村、和与在])[{HAN}]){{2,4}}村委会)(?![主副委成班换干书工][{HAN}])"
)


def village_committees(reading: Reading) -> None:
    """Add 在柳湾村委会|召开: the committee of a village, with the village's own name."""
    for m in _VILLAGE_COMMITTEE.finditer(reading.text) if "村委会" in reading.text else ():
        stem = m["name"].removesuffix("村委会")
        if stem in stems_around(reading) or not is_common(segment(stem)):
            claim_agency(reading, m["name"], *m.span("name"), "agency-village", 0.75, reading.home.division)


_UNLISTED = re.compile(
    rf"(?:(?<=[，。；、\n在到由])|^)(?P<town>(?!各|全|该|本|我|某|每)(?:(?![的了在由与和及、镇乡])[{HAN}]){{2,3}}[镇乡])(?P<organ>党委|政府)(?![书委办组班]|副书记)"
)


def unlisted(reading: Reading) -> None:
    """Add the committee or government of a town that the gazetteer does not hold: merged or renamed since."""
    home = reading.home.division
    for m in _UNLISTED.finditer(reading.text) if home is not None and home.level in ("county", "prefecture") else ():
        if is_own(m["town"][:-1]):
            claim_agency(reading, m[0], *m.span(), "agency-town-unlisted", 0.7)


_OFFICE = re.compile(rf"(?:(?<![{HAN}])|(?<=[在到入由赴与和及了]))(?P<stem>[{HAN}]{{2,3}})办事处")
_TOWNS = ("镇", "街道", "乡")
_OF_TOWN = re.compile(
    r"(?<=[，、。；\n])(?P<unit>(?:便民服务|党群服务|综合服务|农业农村服务|退役军人服务)中心|(?:经济发展|党政|党建|社会事务|综合治理|应急管理|农业农村|规划建设|公共服务|公共管理|综合行政执法)办公室|综合行政执法队)(?=副?主任|副?队长)"
)


def units_of_town(reading: Reading) -> None:
    """Add 便民服务中心, 经济发展办公室 before the post of its head: of the one town or street whose bodies are named."""
    found = list(_OF_TOWN.finditer(reading.text)) if "办公室" in reading.text or "中心" in reading.text else []
    seats = {a.seat.code: a.seat for a in reading.of_label("Agency") if a.seat is not None and a.seat.level == "town"}
    for m in found if len(seats) == 1 else ():
        (seat,) = seats.values()
        if m["unit"].endswith("中心"):
            center = reading.entity("Organization", seat.name + m["unit"])
            center.seat = center.seat or seat
            reading.claim(center, *m.span("unit"), "organization-of-town", 0.75)
        else:
            reading.claim(agency_entity(reading, seat.name + m["unit"], seat), *m.span("unit"), "agency-of-town", 0.75)


def short_street_offices(reading: Reading) -> None:
    """Add 青屏办事处, short for that of 青屏街道 in the county of the home."""
    home = reading.home.division
    for m in _OFFICE.finditer(reading.text) if home is not None and "办事处" in reading.text else ():
        street = town_of(home, m["stem"]) if home is not None else None
        if street is not None and street.name.startswith(m["stem"] + "街道") and reading.free(*m.span()):
            office = agency_entity(reading, m[0], street)
            reading.claim(office, m.start(), m.end(), "agency-street", 0.8)


def town_of(around: Division, stem: str) -> Division | None:
    """Return the town of this stem that lies in the division around, None where there is none or more than one."""
    gazetteer = load_gazetteer()
    towns = [d for kind in _TOWNS for d in gazetteer.named(stem + kind) if gazetteer.contains(around.code, d.code)]
    return towns[0] if len(towns) == 1 else None
