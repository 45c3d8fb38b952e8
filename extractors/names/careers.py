"""Posts that somebody once held: 甲同志是…，某市委原书记; 曾任某局局长; and the row of posts that opens an obituary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.lexicon import HAN
from extractors.reading import Mention, Reading
from extractors.text import Span

if TYPE_CHECKING:
    from extractors.names.office_units import Office

_HONOURED = re.compile(rf"(?:纪念|缅怀|悼念)(?P<name>[{HAN}]{{2,4}})同志(?=诞辰|逝世)")
_ONCE = re.compile(
    r"(?:曾先后任|曾先后担任|先后担任|先后任|曾担任|曾任|历任|此前曾?(?:任|担任)|原任|原系)(?:过)?(?:中共|第[一二三四五六七八九十]{1,3}届)?$"
)
# 2023年，她|被任命为某县医院副院长, 他2016年起|担任某镇党委书记
_BECAME = re.compile(
    r"(?:(?P<y>\d{4})年(?:(?P<m>\d{1,2})月)?(?:起|底|初|，|至今|以来)?，?)?(?P<who>[他她](?:先后|便|就|又|也|还|正式|开始)?)?(?:(?P<y2>\d{4})年(?:(?P<m2>\d{1,2})月)?(?:起|底|初)?，?)?(?:被(?:任命|选举|聘任|聘|推选|选)为|(?:起|开始)?担任|当选为?|出任|就任|调任|升任)(?:中共)?\Z"
)
_WAS = re.compile(r"(?:同志)?(?:，[男女]，[^。]*?)?(?:同志)?(?:是|生前(?:是|系|曾任)?|系)")
_IS = re.compile(
    "(?:是|现任|现为|(?:同志)?(?:现?兼任|担任|任)|(?:（[^（）]{1,12}）)?(?:，[^，。；]{1,24}){0,10}，(?:现任|现为|现系))(?:中共)?"
)
_ROW = re.compile(r"[，、](?:中国共产党|中共)?(?:第[一二三四五六七八九十]{1,3}届)?$")
_ENDS = re.compile(r"[，。；、]|等(?:职务?|职)?[。，]")
_DIED = re.compile("同志，?(?:因病|的?遗体|逝世)")
"""Behind the name that the row of posts of an obituary leads to."""


def honoured(reading: Reading) -> Iterator[Span]:
    """Yield the names in 纪念…同志诞辰, whatever else the word means."""
    for m in _HONOURED.finditer(reading.text):
        yield Span(*m.span("name"))


def holder(reading: Reading, offices: list[Office], end: int) -> Mention | None:
    """Return who once held the posts that stand here, up to `end`: the first person of the sentence, if anybody did."""
    start = offices[0].start
    sentence = reading.sentence(start)
    if not _ENDS.match(reading.text, end):
        return None
    person = next(reading.names(sentence.start, start, "Person"), None)
    became = _BECAME.search(reading.text, sentence.start, start)
    if person is None and became is not None and became["who"]:
        return _spoken_of(reading, sentence.start)
    if person is None:  # …学会原理事长，第八届…副主席|某某同志，因病逝世
        late = next(reading.names(end, sentence.end, "Person"), None)
        return late if late is not None and _DIED.match(reading.text, late.end) else None
    opens = person.start == sentence.start and reading.text.startswith("同志", person.end)
    if opens and _WAS.match(reading.text, person.end) and _ROW.search(reading.text, sentence.start, start):
        return person
    now = _IS.fullmatch(reading.text, person.end, start) is not None
    now = now or (became is not None and _GOES_ON.fullmatch(reading.text, person.end, became.start()) is not None)
    return person if now or _ONCE.search(reading.text, sentence.start, start) else None


_GOES_ON = re.compile("(?:[于自在]|，|(?:同志)?(?:便|就|又|也|还|正式)?)?")
"""Between who and since when."""


def _spoken_of(reading: Reading, start: int) -> Mention | None:
    """Return the person that 他 or 她 in this sentence means: the one whom a sentence before opens with."""
    named = [
        m for m in reading.names(reading.body_start, start, "Person") if m.entity.properties.get("scope") != "记者"
    ]
    people = {m.entity for m in named}
    opening = [m for m in named if m.start == reading.sentence(m.start).start]
    return named[-1] if len(people) == 1 else (opening[-1] if opening else None)


def since(reading: Reading, start: int) -> str | None:
    """Return the year or month since when somebody has held the post that begins here: 2023年，她被任命为|…."""
    became = _BECAME.search(reading.text, reading.sentence(start).start, start)
    if became is None:
        return None
    year, month = became["y"] or became["y2"], became["m"] or became["m2"]
    return f"{year}-{int(month):02}" if year and month else year
