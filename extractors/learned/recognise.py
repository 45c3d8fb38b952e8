"""Names that the corpus taught, where nothing in the article vouches for them: alone, in lists, before any verb."""

from __future__ import annotations

import re

from extractors.learned.model import KnownPerson, Model
from extractors.learned.sightings import is_chinese
from extractors.lexicon import HAN
from extractors.names.bounds import aligned
from extractors.names.person import home_scope
from extractors.names.personname import may_follow_name
from extractors.names.vocabulary import LONGEST, PROPER, vocabulary
from extractors.reading import Reading

_TRUST = 0.85
"""What facts about a person or company are worth whom only the corpus vouches for."""

_HAN = re.compile(rf"[{HAN}]")
_OPENERS = frozenset("和与同向对为由被以据在是将把给从及称让请令除经随陪等叫找")
"""Single characters that a name may stand behind."""

_THING = re.compile(
    rf"(?:新时代|[{HAN}]{{0,6}}?)(?:思想|理论)|[”’]?(?:号|奖|杯|路|港|市|州|省|岛|河|城|湾|县|湖|机场|学院|大学|医院)"
)
"""What makes a thing of a name: a doctrine, a ship, a place that is called after someone."""

_NO_COMPANY = re.compile("[有股集]")


def read(reading: Reading) -> None:
    """Add the names of the model that stand free, with a confidence below that of safe ones."""
    if reading.model is None:
        return
    for start, end, name in reading.model.find(reading.text):
        if not reading.free(start, end):
            continue
        if name in reading.model.companies:
            _company(reading, reading.model, name, start, end)
        elif _stands(reading, start, end, name):
            _person(reading, reading.model.persons[name], start, end)


def _person(reading: Reading, known: KnownPerson, start: int, end: int) -> None:
    person = reading.known("Person", known.name)
    if person is None:
        person = reading.entity("Person", known.name)
        person.trust = _TRUST
        person.properties["scope"] = known.country or home_scope(reading)
    reading.claim(person, start, end, "person-learned", 0.75)


def _company(reading: Reading, model: Model, name: str, start: int, end: int) -> None:
    if not aligned(reading, start, end) or _NO_COMPANY.match(reading.text, end):
        return
    full = model.companies[name].full
    company = reading.known("Company", full)
    if company is None:
        company = reading.entity("Company", full)
        company.trust = _TRUST
    reading.claim(company, start, end, "company-learned", 0.75)


def _stands(reading: Reading, start: int, end: int, name: str) -> bool:
    """Tell whether a person's name begins and ends here and is not the name of a thing."""
    text = reading.text
    if _THING.match(text, end) or _in_title(reading, start):
        return False
    short = is_chinese(name) and len(name) == 2
    return _opens(text, start, short) and _ends(reading, end, short)


def _in_title(reading: Reading, start: int) -> bool:
    """Tell whether a 《 is open here."""
    begin = reading.sentence(start).start
    return reading.text.rfind("《", begin, start) > reading.text.rfind("》", begin, start)


def _opens(text: str, start: int, short: bool) -> bool:
    """Tell whether a name may begin here: after a mark, a word, or a character that takes a person."""
    if start == 0 or text[start - 1] in _OPENERS:
        return True
    if not _HAN.match(text, start - 1):
        return text[start - 1] not in "·—-“‘" and not text[start - 1].isalpha()
    sizes = range(2, LONGEST + 1)
    words = vocabulary()
    return any(words.get(text[start - size : start], (PROPER, 0.0))[0] != PROPER for size in sizes if size <= start)


def _ends(reading: Reading, end: int, short: bool) -> bool:
    """Tell whether a name may end here: before a mark, a name, a word, or a character that may follow a name."""
    text = reading.text
    if text[end : end + 1] in ("·", "”", "’"):
        return False
    if may_follow_name(text, end):
        return True
    if short:
        return False
    words = vocabulary()
    return any(text[end : end + size] in words for size in range(2, LONGEST + 1))
