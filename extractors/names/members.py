"""Lists of members: …委员会委员名单 in the title and nothing but names below; each holds that post."""

from __future__ import annotations

import re

from extractors.lexicon import HAN, SURNAMES
from extractors.names.agency_forms import claim_agency
from extractors.names.holders import person_entity
from extractors.reading import Reading
from extractors.text import Span, compact

_LIST = re.compile(r"(?P<post>候补委员|常务委员|委员|代表|常务理事|理事|监事)名单(?:（[^（）\n]{1,60}）)?(?=\Z|\n)")
# 某市第八届人民代表大会|代表名单
_CONGRESS = re.compile(
    r"(?P<nation>全国)?(?:第[一二三四五六七八九十]{1,3}届)?(?P<all>全国)?人民代表大会(?P<standing>常务委员会)?\Z"
)
# 贺云松, 王　伟, 艾合买提·买买提; what is said of one stands in brackets: （女，回族）
_NAME = re.compile(
    rf"(?<![{HAN}·])(?:[{HAN}]{{2,4}}|[{HAN}][ 　][{HAN}]|[{HAN}]{{1,8}}(?:·[{HAN}]{{1,8}}){{1,3}})(?![{HAN}·])"
)
_IN_BRACKETS = re.compile(r"（[^（）\n]{0,60}）")
_HAN = re.compile(f"[{HAN}]")
_SHARE = 0.9
"""Of the characters of a list of members so many are names, and of the names so many begin with a surname, at least."""
_LEAST = 3


def read(reading: Reading) -> None:
    """Add the persons listed, and HOLDS_POST of each at the body whose members the title says they are."""
    title = reading.text[: reading.body_start]
    m = _LIST.search(title) if "名单" in title else None
    listed = _listed(reading) if m is not None else []
    if m is None or len(listed) < _LEAST:
        return
    _congress(reading, m.start())
    body = reading.name_ending_at(m.start(), "Agency") or reading.name_ending_at(m.start(), "Organization")
    for name in listed:
        known = reading.name_at(name.start)
        if known is None or known.label != "Person":
            person = person_entity(reading, compact(reading.text[name.start : name.end]), [])
            known = reading.claim(person, name.start, name.end, "person-member", 0.9)
        if known is None:
            continue
        reading.forget("REPORTED_BY", known.entity)  # the last name of the text is no byline here
        if body is not None:
            reading.fact("HOLDS_POST", known.entity, body.entity, name, "member-list", 0.85, title=m["post"])


def _listed(reading: Reading) -> list[Span]:
    """Return where the names of the body stand, none where it is more than a list of names."""
    bare = _IN_BRACKETS.sub(lambda m: "。" * len(m[0]), reading.text)
    names = [Span(*m.span()) for m in _NAME.finditer(bare, reading.body_start)]
    letters = sum(len(_HAN.findall(bare, *name)) for name in names)
    surnames = sum(bare[name.start] in SURNAMES or "·" in bare[name.start : name.end] for name in names)
    whole = letters >= _SHARE * len(_HAN.findall(bare, reading.body_start)) and surnames >= _SHARE * len(names)
    return names if whole else []


def _congress(reading: Reading, end: int) -> None:
    """Claim the people's congress whose name ends here, that of the nation or of the place before it."""
    m = _CONGRESS.search(reading.text, 0, end)
    if m is None:
        return
    whose, start, seat = "全国", m.start(), None
    if not (m["nation"] or m["all"]):
        place = reading.hits.ending_at(m.start())
        if place is None:
            return
        whose, start, seat = place.name, place.start, place.division
    name = whose + "人大" + ("常委会" if m["standing"] else "")
    claim_agency(reading, name, start, end, "agency-congress", 0.9, seat)
