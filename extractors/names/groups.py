"""Leading groups that a notice sets up or renews, their short names, and their offices."""

from __future__ import annotations

import re

from extractors.gazetteer import Division
from extractors.lexicon import HAN
from extractors.names.organs import organ_key
from extractors.reading import Entity, Reading
from extractors.text import Span, occurrences

_KIND = r"领导小组|指导小组|工作小组|协调小组|协调组|指挥部|委员会|联席会议|工作专班|专班|工作组"
_SET_UP = re.compile(
    rf"(?:成立|组建|建立|设立|调整充实|充实调整|调整)(?P<name>(?!相应|各级|本)[{HAN}（）“”、\d]{{4,46}}?(?:{_KIND}))(?=成员|组成|人员|制度|及|的|，|（|。|\n|$)"
)
_CALLED = re.compile(rf"（以下(?:统)?简?称[：“]?(?P<alias>[{HAN}]{{2,20}})”?）")
_OFFICE = re.compile(r"(?:下设|设立|设)(?P<set>办公室)|(?<![\u4e00-\u9fff])(?P<where>办公室)(?=设在|主任由|设于)")
_OF_GROUP = re.compile(f"(?:{_KIND})$")
_LEVEL = re.compile(r"自治区|自治州|[省市县区州盟旗](?![直属级外内])")


def group(reading: Reading, *, in_title: bool = False) -> Entity | None:
    """Return the group that the article (or its title) sets up, claimed wherever it is named; None without one."""
    m = _SET_UP.search(reading.text, 0, reading.body_start)
    if m is None and not in_title:
        m = _SET_UP.search(reading.text, reading.body_start)
    if m is None:
        return None
    printed = m["name"]
    cover = reading.name_at(m.end("name") - 1)
    if cover is not None and cover.label == "Agency" and cover.start <= m.start("name"):
        found = cover.entity
    else:
        name, place = completed(reading, printed)
        if place is not None and place.name + name in reading.text:
            name = place.name + name  # the title names it without its county
        found = reading.entity("Agency", name, key=organ_key(name))
        found.seat = found.seat or place
    for span in occurrences(reading.text, printed):
        reading.claim(found, span.start, span.end, "agency-set-up", 0.9)
        called = _CALLED.match(reading.text, span.end)
        if called is not None:
            reading.alias(found, called["alias"])
            for short in occurrences(reading.text, called["alias"]):
                reading.claim(found, short.start, short.end, "agency-short", 0.85)
    if not found.mentions:
        reading.mention(found, m.start("name"), m.end("name"), "agency-set-up", 0.85)
    return found


def add_office(reading: Reading, parent: Entity) -> None:
    """Add the office that the group has (下设办公室, 办公室设在…), a part of it, where it has one."""
    spans = [Span(*m.span(m.lastgroup or 0)) for m in _OFFICE.finditer(reading.text, reading.body_start)]
    if not spans:
        return
    kind = _OF_GROUP.search(parent.name)
    spans += [*occurrences(reading.text, kind[0] + "办公室")] if kind is not None else []
    name = parent.name + "办公室"
    found = reading.entity("Agency", name, key=organ_key(name))
    found.seat = found.seat or parent.seat
    for span in spans:
        reading.claim(found, span.start, span.end, "agency-group-office", 0.85)
    if not found.mentions:
        reading.mention(found, spans[0].start, spans[0].end, "agency-group-office", 0.8)
    reading.fact("BELONGS_TO", found, parent, spans[0], "group-office", 0.85)
    reading.memory[_OFFICE_FOUND] = found


_OFFICE_FOUND = "group office"
_HELD_BY = re.compile(
    r"(?P<role>副?主任)由(?P<who>[^。；：]{2,120}?)(?:兼任|担任)(?=[，。；\n]|$)"
    r"|(?P<one>[^，。；：\n]{2,40}?)(?:同志)?(?:兼任|担任)[^，。；：\n]{0,8}?办公室(?P<as>副?主任)"
)


def office_holders(reading: Reading) -> None:
    """办公室主任由甲兼任，副主任由某局副局长乙担任: who heads the office of the group."""
    found: Entity | None = reading.memory.get(_OFFICE_FOUND)
    if found is None:
        return
    for m in _HELD_BY.finditer(reading.text, reading.body_start):
        if m["who"] and "办公室" not in reading.text[reading.sentence(m.start()).start : m.start()]:
            continue
        title = m["role"] or m["as"]
        for person in reading.names(*m.span("who" if m["who"] else "one"), "Person"):
            reading.fact("HOLDS_POST", person.entity, found, m.span(), "group-office-held", 0.85, title=title)


_LEADS = re.compile(r"任(?P<role>(?:常务)?副?(?:组长|总指挥|指挥长|召集人))(?=[，、。；])")
_SETS_UP = re.compile("成立|组建|设立|建立|调整")


def leaders(reading: Reading) -> None:
    """成立某某专班，由副县长甲任组长、某局局长乙任副组长: who leads the group that the sentence sets up."""
    led = list(_LEADS.finditer(reading.text, reading.body_start))
    if led:
        group(reading)
    for m in led:
        opens = reading.sentence(m.start()).start
        named = [a for a in reading.names(opens, m.start(), "Agency") if _OF_GROUP.search(a.entity.name)]
        if not named or not _SETS_UP.search(reading.text, opens, named[-1].start + 1):
            continue
        clause = max(named[-1].end, *(reading.text.rfind(mark, opens, m.start()) for mark in "，；由"))
        for person in reading.names(clause, m.start(), "Person"):
            span = (person.start, m.end())
            reading.fact("HOLDS_POST", person.entity, named[-1].entity, span, "group-led", 0.85, title=m["role"])


def completed(reading: Reading, printed: str) -> tuple[str, Division | None]:
    """省…总指挥部 is that of the province at home, or of the one that the title names."""
    level = _LEVEL.match(printed)
    place = seat(reading)
    if level is None or place is None or not place.name.endswith(level[0]):
        return printed, place
    return place.name + printed[level.end() :], place


def seat(reading: Reading) -> Division | None:
    """Return the place whose notice this is: the first that the title names, else the home."""
    first = next((hit.division for hit in reading.hits if hit.start < reading.body_start), None)
    return first or reading.home.division
