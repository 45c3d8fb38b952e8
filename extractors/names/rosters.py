"""Rosters of leading groups: 组长:甲 县委书记, 成员:乙 县财政局局长 …; the name stands before the post."""

from __future__ import annotations

import re

from extractors.lexicon import DEPARTMENT_ENDS, DOMAINS, HAN, MASS_BODIES, SURNAMES, alternatives
from extractors.names import groups
from extractors.names.person import Office, agency_entity, hold, person_entity, phrases
from extractors.names.personname import looks_like_name
from extractors.reading import Entity, Reading
from extractors.text import Span, compact

_HEAD = re.compile(
    r"(?P<role>(?:第一|常务)?(?:副 *)?(?:组 *长|召 *集 *人|总 *指 *挥|指 *挥 *长|主 *任|会 *长)|成 *员|顾 *问) *："
)
_GROUP = re.compile(r"领导小组|指导小组|工作小组|协调小组|指挥部|委员会|联席会议|专班|工作组")
_SKIP = re.compile(r"[ \n，、；]*(?:（[^（）]{0,20}）)?[ \n，、；]*")
# a name of two or three characters, or a longer one of another people, which begins with no surname; never a body
_ANY_NAME = re.compile(
    rf"(?!成员|组长|单位|名单|各|其他)(?:[{HAN}]{{2,3}}|(?![{''.join(sorted(SURNAMES))}])[{HAN}]{{4,5}}|[{HAN}]{{4}})(?<![省市县区厅局委部办会联处科院校司组社团队所站行])"
)
# 科技厅副厅长: in a roster a department without its place is that of the place whose notice this is
_DEPARTMENT = re.compile(
    rf"(?:政府)?(?:(?:{alternatives(DOMAINS)})(?:{alternatives(DEPARTMENT_ENDS)})|{alternatives(MASS_BODIES)}|教工委|农工委|编办|政研室|研究室|机关工委|直属机关工委)\Z"
)
_MEMORY = "rosters"


def read(reading: Reading) -> None:
    """Add the persons of a roster with HOLDS_POST for their posts, and for their role in the group."""
    heads = list(_HEAD.finditer(reading.text))
    if not heads:
        return
    by_start = {offices[0].start: (offices, end) for offices, end in phrases(reading)}
    group = _group(reading, heads[0].start())
    if group is None:
        group = groups.group(reading)
    if group is not None:
        groups.add_office(reading, group)
    for head in heads:
        _entries(reading, head, by_start, group)


def _group(reading: Reading, before: int) -> Entity | None:
    named = [m for m in reading.names(0, before, "Agency") if _GROUP.search(m.entity.name)]
    return named[-1].entity if named else None


def _entries(
    reading: Reading, head: re.Match[str], by_start: dict[int, tuple[list[Office], int]], group: Entity | None
) -> None:
    """Read each name that stands right before its posts, up to the end of the sentence or the next role."""
    text, role = reading.text, compact(head["role"])
    following = _HEAD.search(text, head.end())
    stop = following.start() if following else len(text)
    line = reading.sentence(head.end()).end
    edge, found = _skip(text, head.end()), 0
    for start in sorted(s for s in by_start if head.end() < s < stop):
        offices, end = by_start[start]
        name = _name_before(text, start, edge)
        if offices[0].body is None and offices[0].start == start:
            name = _with_department(reading, offices, edge) or name
        if start >= line and (name is None or name.start != edge):
            stop = max(line, edge)  # further lines belong to the roster as long as each is one more entry
            break
        if name is not None and reading.free(*name):
            person = person_entity(reading, compact(text[name.start : name.end]), offices)
            reading.claim(person, name.start, name.end, "person-roster", 0.93)
            for office in offices:
                if following is not None and office.start == following.start():
                    continue  # 副省长|副组长: the role of the next entry is no post of this one
                hold(reading, person, office, (name.start, end), "roster")
            if group is not None and role != "成员":
                reading.fact("HOLDS_POST", person, group, (head.start(), end), "roster-role", 0.85, title=role)
            found += 1
        edge = _skip(text, end)
    if found:
        reading.memory.setdefault(_MEMORY, []).append(Span(head.start(), stop))


def _with_department(reading: Reading, offices: list[Office], edge: int) -> Span | None:
    """甲|科技厅|副厅长: give the offices the department that stands between the name and the post; return the name."""
    text, first = reading.text, offices[0]
    start = first.start
    if first.title.startswith("工委"):  # 教|工委书记
        start, first.title = start + 2, first.title[2:]
    department = _DEPARTMENT.search(text, edge + 2, start)
    place = groups.seat(reading)
    if department is None or place is None or not reading.free(department.start(), start):
        return None
    name = _name_before(text, department.start(), edge)
    if name is None:
        return None
    body = agency_entity(reading, place.name + department[0], place)
    reading.claim(body, department.start(), start, "agency-in-roster", 0.85)
    for office in offices:
        if office.body is None or office is first:
            office.body = body
    return name


def _skip(text: str, at: int) -> int:
    skipped = _SKIP.match(text, at)
    return skipped.end() if skipped else at


def _name_before(text: str, posts: int, edge: int) -> Span | None:
    """Return the name that ends, spaces aside, where the posts begin, and begins where the entry before it ended."""
    end = posts
    while end > edge and text[end - 1] in " \n":
        end -= 1
    for size in (3, 2, 4, 5):
        start = end - size
        if start >= edge and (start == edge or text[start - 1] in " \n，、；：") and looks_like_name(text[start:end]):
            return Span(start, end)
    # between two entries whatever stands before a post is the name: 尕玛朋措
    return Span(edge, end) if _ANY_NAME.fullmatch(text, edge, end) else None
