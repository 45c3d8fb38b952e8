"""What tells namesakes apart: the scope that is part of the identity of meetings, activities, projects and numbers."""

from __future__ import annotations

import re

from extractors.gazetteer import load_gazetteer
from extractors.names.place_entities import home_path
from extractors.reading import Entity, Reading

_NATIONAL = re.compile(
    r"^(?:党的|中共|中国|中央|全国|国务院|国家|中华|世界|国际|十[一二三四五六七八九]届|二十届|[一二]?十[一二三四五六七八九]大)"
)
_LEVEL = re.compile(r"全?(自治区|[省市县区州])(?![域里内])")
_LOCAL = ("Meeting", "Activity", "Project", "Organization")


def read(reading: Reading) -> None:
    """Set `scope` where the schema asks for one and no earlier stage knew it.

    What an article names without its place (全市教育工作会议, 滨河大桥) is that of the article's home; a number is told
    from others by its owner. National meetings and what is named with its own place need none.
    """
    home = home_path(reading)
    for entity in reading.entities:
        if entity.label in _LOCAL and home and not _placed(reading, entity):
            entity.properties.setdefault("scope", _level_path(reading, entity.name) or home)
    for fact in reading.facts:
        if fact.type == "HAS_MEASUREMENT" and isinstance(fact.source, Entity):
            fact.target.properties.setdefault("scope", fact.source.name)
    for entity in reading.of_label("Measurement"):
        entity.properties.setdefault("scope", reading.article.id)


def _level_path(reading: Reading, name: str) -> str | None:
    """Return the path of the division that a name's first word speaks for: 省…会议 is the province's."""
    level = _LEVEL.match(name)
    division = reading.home.stands_for(level[1]) if level else None
    return load_gazetteer().path_name(division.code) if division else None


def _placed(reading: Reading, entity: Entity) -> bool:
    """Tell whether the name itself says which one is meant: it begins with a place or a nation-wide word."""
    if _NATIONAL.match(entity.name):
        return True
    if not entity.mentions:
        return False
    first = min(entity.mentions, key=lambda m: m.start)
    hit = reading.hits.at(first.start)
    return hit is not None and hit.start == first.start and hit.full and hit.division.level != "town"
