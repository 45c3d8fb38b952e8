"""Projects that are opened, signed or visited together: 集中开工的甲、乙、丙等13个项目, 察看了甲、乙2个项目.

The words around such a list say that every item is a project, whatever its own words would make of it, so they are read
before any other name.
"""

from __future__ import annotations

import re

from extractors.calendar_words import number
from extractors.lexicon import HAN, alternatives
from extractors.names.place_entities import level_division
from extractors.names.wordlists import word_list
from extractors.reading import Reading
from extractors.text import occurrences

_CLOSE = re.compile(
    rf"(?P<others>等)?(?:这)?(?P<count>\d{{1,3}}|[两三四五六七八九十])(?:余|多)?(?:个|大)(?:重大|重点|产业|民生|工业|县级|市级|省级){{0,2}}项目(?![{HAN}]{{0,2}}(?:清单|类))"
)
# 这6项水利工程分别是：甲工程、乙项目、…。: as many items as are counted
_AHEAD = re.compile(
    rf"(?P<count>\d{{1,3}}|[两三四五六七八九十])(?:个|项|大)[{HAN}]{{0,6}}(?:项目|工程)(?:分别)?(?:是|为|包括)：?(?P<items>[^，。；：]{{8,300}})(?=。|；)"
)
_OPEN = re.compile(
    r"(?:(?:开工|签约|投产|竣工|落地|开工建设|奠基)的(?:重大|重点)?(?:项目)?(?:主要)?(?:包括|有|是|为)?|项目(?:主要)?(?:包括|包含|有)|(?:观摩|参观|察看|查看|考察|调研)了)：?"
)
_ITEM = re.compile(rf"(?:[{HAN}A-Za-z0-9·+\-]|“[^“”]{{1,16}}”|（[^（）]{{1,12}}）){{4,30}}")
_PART = re.compile("[^、]+")
_ENDS = re.compile(rf"(?:{alternatives(word_list('project_list_ends'))})(?:（[^（）]{{1,12}}）)?$")
_NOT = re.compile(r"[的了]|有限公司|公司$|集团|领域|行业|方面|^(?:一批|全市|全县|全省)")
_LEVEL = re.compile(rf"[省市县区州](?=[{HAN}]{{3}})(?!政|委|直|级|域|城|长)")
_LONGEST = 300


def read(reading: Reading) -> None:
    """Add the items of such lists as projects; an item that begins with a firm is left to the reader of projects."""
    text = reading.text
    for ahead in _AHEAD.finditer(text):
        items = _items(text, *ahead.span("items"))
        if len(items) == _number(ahead["count"]):
            for item in items:
                _claim(reading, item)
    for close in _CLOSE.finditer(text):
        low = max(reading.sentence(close.start()).start, close.start() - _LONGEST)
        opened = _OPEN.search(text, low, close.start())
        items = _items(text, opened.end(), close.start()) if opened is not None else []
        count = _number(close["count"])
        if len(items) < 2 or len(items) > count or (not close["others"] and len(items) != count):
            continue
        if close["others"] and 2 * sum(bool(_ENDS.search(item[0])) for item in items) <= len(items):
            continue  # 新能源、智能网联汽车等5个项目: trades
        for item in items:
            if not _NOT.search(item[0]):
                _claim(reading, item)


def _items(text: str, start: int, stop: int) -> list[re.Match[str]]:
    """Return what stands between the 、 of a stretch; nothing where one of them cannot be a name."""
    items = list(_PART.finditer(text, start, stop))
    return items if all(_ITEM.fullmatch(item[0]) for item in items) else []


def _number(printed: str) -> int:
    return int(printed) if printed.isdecimal() else number(printed)


def _claim(reading: Reading, item: re.Match[str]) -> None:
    """Add the project wherever its name is printed, with or without 项目 behind it; 县 at its head is the county."""
    name = item[0]
    level = _LEVEL.match(name)
    place = level_division(reading, level[0], item.start()) if level else None
    entity = reading.entity("Project", name if place is None else place.name + name[1:])
    entity.seat = entity.seat or place
    reading.alias(entity, name)
    for again in occurrences(reading.text, name):
        end = again.end + len("项目") if reading.text.startswith("项目", again.end) else again.end
        reading.claim(entity, again.start, end, "project-opened", 0.85)
