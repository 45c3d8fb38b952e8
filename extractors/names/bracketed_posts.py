"""Posts in brackets or in the next column behind the name: 田砚秋（某县教育局局长）, 贺云松（女，满族，某某中学教师）."""

from __future__ import annotations

import re

from extractors.lexicon import HAN
from extractors.names.holders import hold, is_plain_word, person_of
from extractors.names.inner_posts import body_start
from extractors.names.office_units import BODIES, Office
from extractors.names.offices import phrases
from extractors.names.personname import looks_like_name
from extractors.reading import Entity, Mention, Reading

_NAME = re.compile(
    rf"(?:^|(?<=[\n 　、，；：。“为\d.]))(?P<name>[{HAN}]{{2,4}}|[{HAN}]{{1,8}}·[{HAN}·]{{1,12}})(?:同志)?(?:（(?:[^（）]{{1,14}}，)?| {{1,6}})\Z"
)
_BRACKET = re.compile(rf"（(?:[男女]，(?:[{HAN}]{{1,5}}族，)?)?(?=[{HAN}]{{4}})(?P<post>[^（），。；\n]{{4,32}})）")
_COLUMN = re.compile(rf"(?<=\n)[{HAN}·]{{2,12}} {{1,6}}(?P<post>[^ （），。；：\n]{{4,32}})(?=\n|$)")
_TITLE = re.compile(
    rf"[{HAN}]{{0,8}}(?:[员长任师生医授理事监民警家裁官]|书记|委员|干部|职工|教师|医生|工人|主席|负责人|护士|调研员|经理)"
)
_LONGEST = 36
_FEWEST_ROWS = 2


def read(reading: Reading, known: dict[str, Entity]) -> None:
    """Add the persons with what they are: posts that are read anyhow, else the words behind a body."""
    text = reading.text
    for offices, end in phrases(reading) if "（" in text else ():
        if "）" not in text[end - 1 : end + 1]:
            continue
        start = body_start(reading, offices[0].start)
        person = _named_before(reading, start, known)
        for office in offices if person is not None else ():
            if person is not None and not reading.has_fact("HOLDS_POST", person.entity, office.body or person.entity):
                hold(reading, person.entity, office, (person.start, end), "post-bracket")
    columns = list(_COLUMN.finditer(text, reading.body_start - 1 if reading.body_start else 0))
    for m in (*_BRACKET.finditer(text, reading.body_start), *(columns if len(columns) >= _FEWEST_ROWS else ())):
        body = next((b for b in reading.names(*m.span("post"), *BODIES)), None)
        if body is None or body_start(reading, body.start) != m.start("post"):
            continue
        rest = text[body.end : m.end("post")]
        if not _TITLE.fullmatch(rest):
            continue
        person = _named_before(reading, m.start("post"), known)
        if person is not None and not reading.has_fact("HOLDS_POST", person.entity, body.entity):
            office = Office(rest, body.entity, body.start, m.end("post"))
            hold(reading, person.entity, office, (person.start, m.end()), "post-bracket")


def _named_before(reading: Reading, start: int, known: dict[str, Entity]) -> Mention | None:
    """Return the person whose name stands before the bracket in which the words that begin here are."""
    m = _NAME.search(reading.text, max(reading.body_start, start - _LONGEST), start)
    if m is None:
        return None
    begin, end = m.span("name")
    there = reading.name_at(begin)
    if there is not None:
        return there if there.label == "Person" and (there.start, there.end) == (begin, end) else None
    if not looks_like_name(m["name"]) or is_plain_word(m["name"]):
        return None
    reading.claim(person_of(reading, m["name"], [], known), begin, end, "person-bracket", 0.8)
    return reading.name_at(begin)
