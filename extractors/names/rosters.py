"""Rosters of leading groups: 组长:甲 县委书记, 成员:乙 县财政局局长 …; the name stands before the post."""

from __future__ import annotations

import re

from extractors.gazetteer import Division
from extractors.names import groups
from extractors.names.entries import DEPARTMENT, HEAD, INSIDE, TITLE, Entry, entries
from extractors.names.holders import hold, person_entity
from extractors.names.office_units import Office, agency_entity
from extractors.names.offices import phrases
from extractors.reading import Entity, Mention, Reading
from extractors.text import Span, compact

_GROUP = re.compile(r"领导小组|指导小组|工作小组|协调小组|指挥部|委员会|联席会议|专班|工作组")
_HEADS_GROUP = re.compile(r"主任|会长")
_COMMITTEE = re.compile(r"委员会$|办公室$|会$")
_BODIES = ("Agency", "Company", "Organization")
# 科技厅副厅长: in a roster a department without its place is that of the place whose notice this is
_DEPARTMENT = re.compile(DEPARTMENT)
_COMPANY = re.compile(r"(?:公司|集团|银行|分行|厂|矿)$")
_ORGANIZATION = re.compile(r"(?:大学|学院|学校|研究[所院]|医院|科院|中心|协会|学会|商会|库|馆|报社|电视台)$")
_BODY = re.compile(
    r"(?:[局厅委部办处科室所队署站组会司院校库馆联台社]|公司|集团|银行|分行|中心|大学|政府|办公室|研究所|工程)$"
)
_APART = 4
"""How many characters lie between one role's holders and the next role of the same group, at most."""
_MEMORY = "roster entries"


def find(reading: Reading) -> None:
    """Claim the names of the entries of rosters, so that no body is read to begin with one."""
    heads = list(HEAD.finditer(reading.text))
    found: list[tuple[re.Match[str], list[Entry]]] = []
    for number, head in enumerate(heads):
        stop = heads[number + 1].start() if number + 1 < len(heads) else len(reading.text)
        listed = list(entries(reading, head.end(), stop))
        for entry in listed:
            person = reading.entity("Person", compact(reading.text[entry.name.start : entry.name.end]))
            reading.claim(person, entry.name.start, entry.name.end, "person-roster", 0.93)
            reading.hits.drop(*entry.name)
        if listed:
            found.append((head, listed))
    reading.memory[_MEMORY] = found


def read(reading: Reading) -> None:
    """Add HOLDS_POST of the persons of rosters for their posts, and for their role in the group."""
    found: list[tuple[re.Match[str], list[Entry]]] = reading.memory.get(_MEMORY, [])
    group = groups.group(reading, in_title=True)
    if not found:
        if group is not None:
            groups.add_office(reading, group)
        return
    group = group or _group(reading, found[0][0].start()) or groups.group(reading)
    if group is not None:
        groups.add_office(reading, group)
    offices = {o.end: o for phrase, _ in phrases(reading) for o in phrase}
    end, block, leading, national = -1, 0, None, False
    for head, listed in found:
        role = compact(head["role"])
        apart = head.start() - end > _APART  # 专题组. 组长：…: another group of the same notice
        end = listed[-1].posts.end
        block += apart
        national = (national and not apart) or "国务院" in reading.text[head.end() : end]
        place = None if national else groups.seat(reading)
        led = group is not None and role != "成员" and leading in (None, block) and _heads(reading, head, role, group)
        leading = block if led else leading
        for entry in listed:
            held = _offices(reading, entry, offices, place)
            person = person_entity(reading, compact(reading.text[entry.name.start : entry.name.end]), held)
            for office in held:
                hold(reading, person, office, (entry.name.start, entry.posts.end), "roster")
            if group is not None and led:
                span = (head.start(), entry.posts.end)
                reading.fact("HOLDS_POST", person, group, span, "roster-role", 0.85, title=role)
        reading.memory.setdefault("rosters", []).append(Span(head.start(), listed[-1].posts.end))


def _group(reading: Reading, before: int) -> Entity | None:
    named = [m for m in reading.names(0, before, "Agency") if _GROUP.search(m.entity.name)]
    return named[-1].entity if named else None


_OTHER = re.compile(r"(?P<other>[\u4e00-\u9fff]{2,8}(?:组|办公室))[。：\n 、]*$")


def _heads(reading: Reading, head: re.Match[str], role: str, group: Entity) -> bool:
    """Tell whether a role is one in the group: 主任 is none in a 领导小组, nor is 专家小组。组长."""
    if _HEADS_GROUP.search(role) and not _COMMITTEE.search(group.name):
        return False
    other = _OTHER.search(reading.text, max(0, head.start() - 14), head.start())
    return other is None or any(name.endswith(other["other"][-4:]) for name in group.forms)


def _offices(reading: Reading, entry: Entry, known: dict[int, Office], place: Division | None) -> list[Office]:
    """Return the posts of an entry, each at the body before its title; a title alone is at the body of the one before.

    `known` are the posts that were read without the roster, by their ends; `place` is that whose departments are listed.
    """
    found: list[Office] = []
    begin = entry.posts.start
    for title in entry.titles:
        printed = reading.text[title.start : title.end]
        office = known.get(title.end) or Office(printed, None, title.start, title.end)
        if office.title.startswith("工委"):
            office.title, office.start = printed, title.start
        if office.start > begin or office.body is None:
            inner = found and found[-1].body if reading.text[begin : title.start] in ("办公厅", "办公室") else None
            office.body = _body(reading, Span(begin, title.start), place, inner or None) or office.body
            if office.body is None and begin == title.start and found:
                office.body = found[-1].body
        found.append(office)
        begin = title.end + 1
    return found


def _body(reading: Reading, span: Span, place: Division | None, whole: Entity | None) -> Entity | None:
    """Return the body that fills the words before a title: one that is known, a unit of one, or one of its own.

    `whole` is the body that a bare 办公厅 is part of.
    """
    start, end = span
    printed = reading.text[start:end]
    if whole is not None:
        unit = agency_entity(reading, whole.name + printed, whole.seat)
        reading.mention(unit, start, end, "unit-in-roster", 0.8)
        return unit
    base = reading.name_at(start)
    if base is not None and base.start == start and base.label in _BODIES and base.end <= end:
        return base.entity if base.end == end else _unit(reading, base, end)
    if len(printed) < 2 or not (_BODY.search(printed) or _DEPARTMENT.fullmatch(printed)) or _mixed(printed):
        return None
    placed = reading.hits.at(start) is not None or _NATIONAL.match(printed) is not None
    bare = _DEPARTMENT.match(printed) is not None or (not placed and _OFFICE.fullmatch(printed) is not None)
    name, seat = (place.name + printed, place) if place is not None and bare else groups.completed(reading, printed)
    if _COMPANY.search(printed) or _ORGANIZATION.search(printed):
        body = reading.entity("Company" if _COMPANY.search(printed) else "Organization", name)
    else:
        body = agency_entity(reading, name, seat)
    if reading.free(start, end):
        reading.claim(body, start, end, "body-in-roster", 0.85)
    else:
        reading.mention(body, start, end, "body-in-roster", 0.8)
    return body


_NATIONAL = re.compile("国家|中国|中央|全国|民航|武警|团|[省市县区州]")
_OFFICE = re.compile("[\u4e00-\u9fff]{2,8}[局厅委办]")


def _mixed(printed: str) -> bool:
    """Tell whether the words are more than a body: they hold a mark or the title of somebody else."""
    titles = (m for m in TITLE.finditer(printed) if not INSIDE.match(printed, m.end()))
    return any(mark in printed for mark in "、，兼") or next(titles, None) is not None


def _unit(reading: Reading, base: Mention, end: int) -> Entity | None:
    """水利部|珠江水利委员会, 区党委|组织部: a unit of the body that is named before it."""
    rest = reading.text[base.end : end]
    if not _BODY.search(rest):
        return None
    name = base.entity.name + rest
    unit = (
        agency_entity(reading, name, base.entity.seat) if base.label == "Agency" else reading.entity(base.label, name)
    )
    reading.mention(unit, base.start, end, "unit-in-roster", 0.8)
    return unit
