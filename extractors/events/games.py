"""Games named by their city: 米兰冬残奥会, and 成都大运会 for 成都第…届世界大学生夏季运动会."""

from __future__ import annotations

import re

from extractors.events.campaign import known_campaign
from extractors.events.meeting import Event, events_of
from extractors.events.occasion import again
from extractors.gazetteer import world_cities
from extractors.lexicon import HAN
from extractors.reading import Reading

_CITY_GAMES = re.compile(
    r"(?P<kind>(?:冬|夏)?残?奥运?会|大运会|亚残?运会|亚冬会|世运会)"
    rf"(?!(?:[{HAN}]{{0,4}})(?:组委会|委员会|火炬|[开闭]幕式|冠军|[金银铜奖]牌得主|以来|遗产|纪录|村|资格|申办|备战|阵容))"
)
_GAMES_IN_FULL = {
    "大运会": "世界大学生夏季运动会",
    "亚运会": "亚洲运动会",
    "亚冬会": "亚洲冬季运动会",
    "冬奥会": "冬季奥林匹克运动会",
    "世运会": "世界运动会",
}


def read(reading: Reading) -> None:
    """Add the games that are named by their city, under their full name where the article gives that, too."""
    text = reading.text
    for m in _CITY_GAMES.finditer(text):
        city = reading.name_ending_at(m.start(), "Place")
        start = city.start if city is not None else m.start() - 2
        name = text[max(0, start) : m.end()]
        if city is None and (name[:2] not in world_cities() or reading.hits.at(start + 1) is not None):
            continue
        full = _GAMES_IN_FULL.get(m["kind"])
        if known_campaign(reading, name, start):
            continue
        for event in events_of(reading).found:
            if full and event.entity.name.startswith(name[: m.start() - start]) and event.entity.name.endswith(full):
                again(reading, event.entity, name, start, m.end())
                break
        else:
            if text.count(name) < 2 and m.end() > reading.body_start:
                continue  # past games, named once beside other things
            entity = reading.entity("Activity", name, kind="other")
            reading.mention(entity, start, m.end(), "activity-games", 0.75)
            events_of(reading).found.append(Event(entity, start, m.end(), held=False))
    _in_short(reading)


def _in_short(reading: Reading) -> None:
    """本届大运会: the only games of their kind that the article names."""
    games = [e for e in reading.of_label("Activity") if e.name.endswith((*_GAMES_IN_FULL, *_GAMES_IN_FULL.values()))]
    for short, full in _GAMES_IN_FULL.items():
        named = [e for e in games if e.name.endswith((short, full))]
        if len(named) == 1 and f"本届{short}" in reading.text:
            reading.alias(named[0], short)
