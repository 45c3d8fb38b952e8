"""By when: the deadline that a clause sets, as an ISO day, month or year."""

from __future__ import annotations

import re
from datetime import date, timedelta

from extractors.calendar_words import (
    DAY,
    FEASTS,
    MONTH,
    PART,
    QUARTERS,
    RELATIVE_YEARS,
    SPRING_FESTIVALS,
    WEEKDAYS,
    YEAR,
    Published,
    iso,
    number,
    plan_years,
    valid,
)

_NUM = r"(?<![\d.第〔])"
_CLOCK = r"(?: ?\d{1,2}(?:[时点](?:\d{1,2}分|整)?|:\d\d))?(?:下班|上班)?"
_BEFORE = r"(?:之前|以前|前(?![一二三四五六七八九十两\d列期后沿往来景瞻年提])|内)"
_END = rf"(?:[底末]{_BEFORE}?|{_BEFORE})"
_COUNT = r"(?P<n>\d{1,3}|[一二三]?十[一二三四五六七八九]?|[一二两三四五六七八九])"
_FORMS = {
    "day": rf"{_NUM}(?:{YEAR})?{MONTH} ?(?P<d>{DAY}) ?[日号]{PART}{_CLOCK}(?:之前|以前|前(?!往|来)|止)",
    "bare day": rf"(?<![\d.第近满/—])(?P<d>\d{{1,2}}) ?日{PART}{_CLOCK}(?:之前|以前|前(?!往|来)|止)",
    "weekday": rf"(?:本|这|下)?个?(?:周|星期)(?P<w>[一二三四五六日天]){PART}{_CLOCK}(?:之前|以前|前(?!往|来))",
    "month": rf"{_NUM}(?:{YEAR})?{MONTH}(?:[上中下]旬)?{_END}",
    "feast": rf"(?:{YEAR})?“?(?P<f>春节|元旦|五一|国庆)”?(?:佳?节|假期)?(?:之前|以前|到来前|前(?![后夕往来一两三\d高]))",
    "this month": r"(?<![\d个])月(?:[底末]|内(?!外))",
    "quarter": rf"(?:{YEAR})?(?:第?(?P<q>[一二三四1-4]) ?季度|(?P<h>[上下]半年)){_END}",
    "plan": r"“?(?P<p>十[一二三四五六]五)”?(?:期?末|时期末|期间内)",
    "year": rf"(?:(?<!年)(?:到|至)|截[至止])?{_NUM}{YEAR}(?P<end>年?{_END})?"
    r"(?!以来|[底末]?[ \d]*月|[上下]半年|第?[一二三四]季)",
    "this year": r"(?<![\d一二三四五六七八九十两几多近半整去明])年(?:[底末]|内(?!外))",
    "days": rf"{_COUNT}(?:个(?P<work>工作日)|[日天])(?:之|以)?内",
    "months": rf"{_COUNT}个月(?:之|以)?内",
    "years": rf"{_COUNT}年(?:之|以)?内",
}
_PATTERNS = {name: re.compile(pattern) for name, pattern in _FORMS.items()}
_MAY = re.compile(r"[前底末内止到至]")


def deadline(clause: str, published: str | None = None) -> str | None:
    """Return the first deadline that a normalised clause states (6月底前, 春节前, 年内, 到2025年, 十个工作日内), or None.

    A year or day that is merely mentioned is none. What the day of print must complete stays None without it.
    """
    if not _MAY.search(clause):
        return None
    printed = Published.of(published)
    best: tuple[int, str] | None = None
    for name, pattern in _PATTERNS.items():
        for found in pattern.finditer(clause, 0, best[0] if best else len(clause)):
            value = _value(name, found, printed)
            if value:
                best = (found.start(), value)
                break
    return best[1] if best else None


def _value(name: str, found: re.Match[str], printed: Published) -> str:
    groups = found.groupdict()
    if name == "year":
        if not groups["end"] and found[0][0] not in "到至截":
            return ""
        return iso(_year(groups, printed), _last_month(groups["end"] or ""))
    if name == "day":
        year, month = _month(groups, printed, number(groups["d"]))
        return iso(year, month, number(groups["d"])) if month and valid(year, month, number(groups["d"])) else ""
    if name == "month":
        year, month = _month(groups, printed, 31)
        return iso(year, month) if month and valid(year, month) else ""
    if name == "quarter":
        last = QUARTERS[groups["q"] or groups["h"]][1]
        return iso(_told_or_coming(groups, printed, last, 31), last)
    if name == "feast":
        return _feast(groups, printed)
    if name == "this month":
        return iso(printed.year, printed.month) if printed.month else ""
    if name == "this year":
        return iso(printed.year, _last_month(found[0]))
    if name == "plan":
        return iso(plan_years(groups["p"])[1])
    if name == "months":
        return iso(*printed.months_away(number(groups["n"])))
    if name == "years":
        return iso(printed.year + number(groups["n"])) if printed.year else ""
    return _counted_day(name, found, printed)


def _last_month(words: str) -> int:
    """Return December for the end of a year (年底前), 0 where only the year is told (年内)."""
    return 12 if re.search("[底末]", words) else 0


def _feast(groups: dict[str, str | None], printed: Published) -> str:
    """Return the day of the feast that is still to come; the Spring Festival's only where the day of print tells which."""
    feast = groups["f"] or ""
    if feast in FEASTS:
        month, day = FEASTS[feast]
        return iso(_told_or_coming(groups, printed, month, day), month, day)
    year = _year(groups, printed) if groups["y"] or groups["ry"] else printed.year
    if year == printed.year and (printed.month, printed.day) > SPRING_FESTIVALS.get(year, (12, 31)):
        year += 1
    return iso(year, *SPRING_FESTIVALS[year]) if printed.month and year in SPRING_FESTIVALS else ""


_DELAY = 2
"""How many days after the deadline that it told an article may still be printed."""


def _counted_day(name: str, found: re.Match[str], printed: Published) -> str:
    today = printed.date
    if not today:
        return ""
    if name == "days":
        count = number(found["n"])
        return str(_working_days_on(today, count) if found["work"] else today + timedelta(count))
    if name == "weekday":
        week = 7 if found[0][0] == "下" else 0
        return str(today + timedelta(WEEKDAYS.index(found["w"].replace("天", "日")) - today.weekday() + week))
    day = int(found["d"])
    year, month = printed.months_away(int(day < printed.day - _DELAY))
    return iso(year, month, day) if valid(year, month, day) else ""


def _working_days_on(day: date, count: int) -> date:
    """Return the day that many Mondays to Fridays later; public holidays are not known here."""
    while count > 0:
        day += timedelta(1)
        count -= day.weekday() < 5
    return day


def _year(groups: dict[str, str | None], printed: Published) -> int:
    if groups["y"]:
        return number(groups["y"])
    return printed.year and printed.year + RELATIVE_YEARS[groups["ry"] or "今年"]


def _month(groups: dict[str, str | None], printed: Published, day: int) -> tuple[int, int]:
    if groups["rm"]:
        return printed.months_away({"上": -1, "下": 1}.get(groups["rm"][0], 0))
    month = number(groups["m"] or "0")
    return _told_or_coming(groups, printed, month, day), month


def _told_or_coming(groups: dict[str, str | None], printed: Published, month: int, day: int) -> int:
    """Return the year that is told with a month and day, else the one in which they are still to come."""
    return _year(groups, printed) if groups["y"] or groups["ry"] else _coming(printed, month, day)


def _coming(printed: Published, month: int, day: int) -> int:
    """Return the year of a bare month and day that is still to come; two months of delay are allowed."""
    late = (printed.month - month) * 30.4 + (printed.day or 15) - day
    return printed.year + 1 if printed.month and late > 60 else printed.year
