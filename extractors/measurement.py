"""How much of what, whose and when: every number with a unit that says so."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from extractors.dates import DateMention, find_dates
from extractors.measured import measured
from extractors.owners import owner
from extractors.quantities import Quantity, find_quantities
from extractors.reading import Entity, Reading
from extractors.text import Span

_DIGIT = re.compile(r"\d")
_TIME_UNIT = re.compile(r"(?:个?小时|分钟|秒|天|个月|年|周)$")
_TIME_NAMED = re.compile(
    r"(?:期|期限|时间|时限|工期|用时|耗时|缩短|压缩|延长)(?:由|从|为|是|到|至|了|约|仅|仅需|共|的|法定的)*$"
)
_NOT_BEFORE = re.compile(r"(?:前|每|第|这|连续|连|过去|未来|今后|“)$")
_SLOGAN_UNITS = frozenset("个项条类种部")
_SLOGAN = re.compile(
    r"(?:重?大?方面|维度|环节|原则|要求|(?:具体|重点|配套|政策)?(?:措施|举措|意见|任务)|坚持|必须|确保|统筹|代表|意识|自信|一|不|专章|部分|“)"
)
_QUALIFIER = re.compile(r"(?:人民币)?(?:以上|以下)的?(?=[^，。；、：）！？\n都均])")
_NAMING = re.compile(r"[^“”，。；]{0,20}”")


def read(reading: Reading) -> None:
    """Add the measurements of the article and HAS_MEASUREMENT from their owners.

    A figure of the title that the body gives again is one measurement with it.
    """
    if not _DIGIT.search(reading.text):
        return
    dates = find_dates(reading.text, 0, len(reading.text), reading.article.date)
    wanted = [q for q in find_quantities(reading.text) if _counts(reading, q, dates)]
    body = [q for q in wanted if q.start >= reading.body_start]
    sentence = _Sentence(Span(-1, -1))
    known: list[tuple[Quantity, Entity]] = []
    for quantity in body:
        if quantity.start >= sentence.span.end:
            sentence = _Sentence(reading.sentence(quantity.start))
        _add(reading, quantity, sentence, dates, known)
    for quantity in wanted[: len(wanted) - len(body)]:
        again = [entity for other, entity in known if _same_amount(other, quantity)]
        if again:
            reading.mention(again[0], quantity.start, quantity.end, "measurement: title", 0.8)
        else:
            _add(reading, quantity, _Sentence(reading.sentence(quantity.start)), dates, known)


@dataclass(slots=True)
class _Sentence:
    """The sentence being read, where the last number in it ended and what it measured."""

    span: Span
    last: int = -1
    name: str = ""
    owners: list[Entity] = field(default_factory=list)


def _counts(reading: Reading, quantity: Quantity, dates: list[DateMention]) -> bool:
    """Tell whether the number says how much, and is not part of a date, a name or a slogan."""
    text, start, end = reading.text, quantity.start, quantity.end
    at = bisect_right(dates, start, key=lambda mention: mention.start) - 1
    if at >= 0 and dates[at].end > start:
        return False
    name = reading.name_at(start)
    if name and name.end > start:
        return False
    before = text[max(0, start - 10) : start]
    if _NOT_BEFORE.search(before) and not (before.endswith("“") and not _NAMING.match(text, start)):
        return False
    if _TIME_UNIT.search(quantity.unit) and not _TIME_NAMED.search(before):
        return False
    if quantity.unit in _SLOGAN_UNITS and _SLOGAN.match(text, end):
        return False
    return quantity.base_unit in ("%", "倍") or not _QUALIFIER.match(text, end)


def _same_amount(one: Quantity, other: Quantity) -> bool:
    return (one.number, one.base_unit) == (other.number, other.base_unit)


def _add(
    reading: Reading,
    quantity: Quantity,
    sentence: _Sentence,
    dates: list[DateMention],
    known: list[tuple[Quantity, Entity]],
) -> None:
    text, span = reading.text, sentence.span
    found = owner(reading, quantity.start, quantity.end)
    floor = max(span.start, sentence.last)
    cuts = {m.start: m.end for m in dates if span.start <= m.start < span.end}
    if found:
        cuts.update((m.start, m.end) for m in found[0].mentions if span.start <= m.start < span.end)
    name = measured(text, quantity, floor, sentence.name, cuts) or "数量"
    when = _date(dates, span, quantity.start, text)
    for other, entity in known:
        if _same_amount(other, quantity) and (name in entity.name or entity.name in name):
            reading.mention(entity, quantity.start, quantity.end, "measurement: again", 0.8)
            break
    else:
        key = "|".join((name, quantity.value, quantity.unit, when or "", found[0].name if found else ""))
        entity = reading.entity(
            "Measurement",
            name,
            key=key,
            value=quantity.value,
            unit=quantity.unit,
            date=when,
            number=quantity.number,
            base_unit=quantity.base_unit or None,
        )
        reading.mention(entity, quantity.start, quantity.end, "measurement", 0.85)
        known.append((quantity, entity))
        if found:
            start = max([floor, *(m.end() for m in re.finditer(r"[，；：]", text[floor : quantity.start]))][-1:])
            reading.fact("HAS_MEASUREMENT", found[0], entity, (start, quantity.end), "measurement: owner", found[1])
    sentence.last, sentence.name = quantity.end, name


_COMPARED = re.compile(r"[比较与同]$")


def _date(dates: list[DateMention], span: Span, position: int, text: str) -> str | None:
    """Return the nearest date before the number in its sentence; what a figure is compared with is none."""
    for mention in reversed(dates):
        inside = span.start <= mention.start and mention.end <= position and mention.value
        if inside and not _COMPARED.search(text, max(span.start, mention.start - 1), mention.start):
            return mention.value
    return None
