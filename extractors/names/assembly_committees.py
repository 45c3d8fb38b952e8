"""Committees of the National People's Congress and of the national CPPCC: behind their body, in rows behind the first, and alone."""

from __future__ import annotations

import re

from extractors.lexicon import HAN
from extractors.names.agency_forms import agency_entity, claim_agency
from extractors.names.organs import organ_key
from extractors.reading import Reading

# 全国人大|财政经济委员会, |财经委; 全国政协|社会和法制委员会、|民族和宗教委员会
_COMMITTEE = (
    r"(?:财政经济|财经|华侨|监察和司法|监察司法|宪法和法律|宪法法律|教育科学文化卫生|教科文卫|外事|民族|民|环境与资源保护|环境资源保护|环资|农业与农村|农业农村|农|"
    r"社会建设|社会|法制工作|预算工作|代表资格审查|代表工作|提案|经济|农业和农村|人口资源环境|教科卫体|社会和法制|"
    r"民族和宗教|港澳台侨|文化文史和学习)委(?:员会|(?!员))"
)
_COMMITTEE_OF = re.compile(
    rf"(?P<whole>全国人大常委会|全国人大|(?:第[一二三四五六七八九十]{{1,3}}届)?全国人民代表大会(?!常务)|全国政协|政协第[一二三四五六七八九十]{{1,3}}届全国委员会)(?P<unit>{_COMMITTEE}|法工委|预算工委|代工委|代表工委|办公厅(?!主任)|办公厅研究室(?:[一二三四五六七八九]局)?)"
)
_NEXT = re.compile(rf"[、和](?P<unit>{_COMMITTEE})")
# 审议|环资委、|社会委关于…; 听取了|宪法和法律委员会|副主任委员…
_ALONE = re.compile(
    rf"(?:(?<![{HAN}])|(?<=审议)|(?<=审议了)|(?<=听取)|(?<=听取了)|(?<=通过了)|(?<=[由和据为任]))(?P<of>常委会)?(?P<unit>{_COMMITTEE}|法工委|预算工委|代表工委)"
    rf"(?=(?:驻会)?副?主任|关于|委员(?!会)|提出|分别|根据|认为|建议|[、和](?:{_COMMITTEE})|[召向])"
)
_OF_STANDING = re.compile("法制工作|预算工作|代表工作|代表资格审查|法工委|预算工委|代表工委")
_CREDENTIALS = re.compile(
    r"(?P<of>常委会|党的(?:第?[一二三四五六七八九十]{1,4}大|[一二三四五六七八九十]{1,4}届)|大会)?代表资格审查委员会"
)


def read(reading: Reading) -> None:
    """Add them; those behind the first of a row are of the same body, those alone of the one congress of the article."""
    for m in _COMMITTEE_OF.finditer(reading.text):
        found: re.Match[str] | None = m
        start = m.start()
        while found is not None:
            name = _body_of(m["whole"]) + found["unit"]
            claim_agency(reading, name, start, found.end(), "agency-committee", 0.9, key=organ_key(name))
            found = _NEXT.match(reading.text, found.end())
            start = found.start("unit") if found is not None else start
    _alone(reading)
    _credentials(reading)


def _body_of(whole: str) -> str:
    """Return the usual name of the body whose committee it is, without its term."""
    if whole.startswith("政协"):
        return "全国政协"
    return "全国人大" if whole.endswith("代表大会") else whole


def _alone(reading: Reading) -> None:
    """Where no other congress is named, 财经委 and 宪法和法律委员会 are those of the one that is."""
    text = reading.text
    ours = [whole for whole in ("全国人大", "全国政协") if whole in text]
    if len(ours) != 1:
        return
    for m in _ALONE.finditer(text):
        if reading.free(*m.span()):
            standing = ours[0] == "全国人大" and (m["of"] or _OF_STANDING.match(m["unit"]))
            whole = "全国人大常委会" if standing else ours[0]
            claim_agency(reading, whole + m["unit"], *m.span(), "agency-committee", 0.85)


def _credentials(reading: Reading) -> None:
    """常委会|代表资格审查委员会: the committee of the Standing Committee where the article names that in full, too."""
    full = "全国人大常委会代表资格审查委员会"
    for m in _CREDENTIALS.finditer(reading.text) if "代表资格审查" in reading.text else ():
        same = m["of"] in (None, "常委会") and full in reading.text
        if reading.free(*m.span()):
            reading.claim(agency_entity(reading, full if same else m[0], None), *m.span(), "agency-committee", 0.85)
