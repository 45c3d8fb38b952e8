"""Places as entities: a division with its path and code, the level words of the article's home, the place named last."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.gazetteer import Division, load_gazetteer
from extractors.reading import Entity, Reading


@dataclass(frozen=True, slots=True)
class Prefix:
    """The place printed right before a position: where its chain starts, its full name, whether printed in short."""

    start: int
    name: str
    short: bool
    division: Division


def place_before(reading: Reading, position: int) -> Prefix | None:
    """Return the place whose name ends right before this position, or None."""
    hit = reading.hits.ending_at(position)
    if hit is None:
        return None
    name = hit.name if hit.full else hit.division.name
    return Prefix(reading.hits.chain_start(hit), name, not hit.full, hit.division)


# 省环保厅 in a text that also names Taiwan, Hong Kong or Macao is none of theirs
_NO_PROVINCES = ("71", "81", "82")


def level_division(reading: Reading, level: str, position: int) -> Division | None:
    """Return what a level word (市, 县, 省 …) stands for at this position: home's place, else the nearest before it."""
    found = reading.home.stands_for(level)
    if found is not None:
        return found
    gazetteer = load_gazetteer()
    for hit in reversed([h for h in reading.hits if h.start < position]):
        for division in reversed(gazetteer.path(hit.division.code)):
            told = division.name.endswith(level) or (level == "省" and division.level == "province")
            if told and not (level == "省" and division.code.startswith(_NO_PROVINCES)):
                return division
    return None


def county_of(division: Division | None) -> str | None:
    """Return the name of the county that a division is or lies in; None for what is wider than a county."""
    path = load_gazetteer().path(division.code) if division else ()
    return next((d.name for d in path if d.level == "county"), None)


def home_path(reading: Reading) -> str | None:
    """Return the path of the home, the scope of places of which no more is known; None without a home."""
    return "".join(d.name for d in reading.home.path) or None


def place_entity(reading: Reading, division: Division, printed: str | None = None) -> Entity:
    """Return the Place entity of a division, named in full, with its level, code and path."""
    gazetteer = load_gazetteer()
    parents = "".join(d.name for d in gazetteer.path(division.code)[:-1])
    spelled = (
        printed is not None and printed[-1:] in tuple("省市县区州盟旗镇乡") and not division.name.startswith(printed)
    )
    full = printed if printed and spelled else division.name
    entity = reading.entity(
        "Place", full, key=division.code, level=division.level, code=division.gb_code, scope=parents or None
    )
    entity.seat = division
    if printed:
        reading.alias(entity, printed)
    return entity


def elsewhere(reading: Reading, last: Entity, position: int) -> bool:
    """Tell whether the paragraph names only other cities and counties, in a paper of no place of its own."""
    paragraph = reading.text.rfind("\n", 0, position) + 1
    if reading.home.division is not None or not paragraph or last.properties.get("level") == "province":
        return False
    named = [m.entity for m in reading.names(paragraph, position, "Place")]
    return last not in named and any(e.properties.get("level") in ("county", "prefecture") for e in named)


def last_place(reading: Reading, level: str, position: int) -> Entity | None:
    """Return the place of this level word mentioned last before the position, else first after it."""
    before: Entity | None = None
    for mention in reading.names(0, len(reading.text), "Place", "Agency", "Organization"):
        if mention.label != "Place":
            seat = mention.entity.seat  # 甲省气象台…，|全省
            if seat is not None and mention.start < position and seat.name.endswith(level) and level != "区":
                before = place_entity(reading, seat)
            continue
        if not mention.entity.name.endswith(level) or (level == "区" and mention.entity.name.endswith("自治区")):
            continue
        if mention.start < position:
            before = mention.entity
        elif before is None:
            return mention.entity
        else:
            break
    return before
