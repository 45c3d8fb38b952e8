"""When: the dates that a text states, as ISO strings of their own precision (`2025`, `2025-03`, `2025-03-20`)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

from extractors.calendar_words import (
    DAY,
    MONTH,
    PART,
    QUARTERS,
    RELATIVE_YEARS,
    WEEKDAYS,
    YEAR,
    Published,
    interval,
    iso,
    number,
    plan_years,
    valid,
)
from extractors.deadlines import deadline

__all__ = ["DateMention", "deadline", "find_dates"]

Kind = Literal["day", "month", "quarter", "year", "interval", "fuzzy"]


class DateMention(NamedTuple):
    """The words from `start` to `end` that say when.

    `value` is an ISO date or an interval of two (`2025-01/2025-03`), and empty where it cannot be told (近日, or a day
    whose year is nowhere). `first_day` is where an interval begins, otherwise the value.
    """

    start: int
    end: int
    value: str
    first_day: str
    kind: Kind


def find_dates(text: str, start: int = 0, end: int | None = None, published: str | None = None) -> list[DateMention]:
    """Return the dates that lie within the stretch of a normalised text, in order.

    `published` is the day, month or year of print: it completes 3月20日, 20日, 昨天 and 今年. The whole text is read
    once and kept, so that asking for one sentence after another costs little.
    """
    starts, mentions = _scan(text, published)
    stop = len(text) if end is None else end
    return [m for m in mentions[bisect_left(starts, start) : bisect_left(starts, stop)] if m.end <= stop]


@dataclass(slots=True)
class _Context:
    """What a bare day or month may be completed from: the day of print, and the day named before it."""

    text: str
    printed: Published
    day: str = ""
    month: str = ""
    last_day: str = ""
    filed: str = ""
    """The day of the dateline (本报4月26日讯), which 今天 and 昨天 of the report count from."""

    def ahead(self, found: re.Match[str]) -> bool:
        """Tell whether the words around say that it is still to come."""
        return bool(
            _AHEAD.search(self.text, max(0, found.start() - 8), found.start()) or _UNTIL.match(self.text, found.end())
        )

    def stated_year(self, found: re.Match[str]) -> int | None:
        """Return the year in the words, 0 when they lean on an unknown year of print, None when they have none."""
        if found["y"]:
            return number(found["y"])
        if found["ry"]:
            return self.printed.year and self.printed.year + RELATIVE_YEARS[found["ry"]]
        return None

    def year_and_month(self, found: re.Match[str], day: int = 0) -> tuple[int, int]:
        """Return year and month of a match of YEAR and MONTH; zeros for what is unknown."""
        if found["rm"]:
            return self.printed.months_away({"上": -1, "下": 1}.get(found["rm"][0], 0))
        month, stated = number(found["m"]), self.stated_year(found)
        if stated is not None:
            return stated, month
        if self.month and month >= int(self.month[5:7]):
            return int(self.month[:4]), month
        return self.printed.year_of(month, day, ahead=self.ahead(found)), month

    def period_year(self, found: re.Match[str], last: int) -> int:
        """Return the year of a period that ends with month `last`: figures are given when it is over."""
        stated = self.stated_year(found)
        if stated is not None:
            return stated
        printed = self.printed
        return printed.year - 1 if printed.month and last - printed.month > 2 else printed.year


_Result = tuple[str, str, Kind] | None


def _iso_day(context: _Context, found: re.Match[str]) -> _Result:
    year, month, day = int(found[1]), int(found[3]), int(found[4])
    value = iso(year, month, day)
    return (value, value, "day") if valid(year, month, day) else None


def _month_day(context: _Context, found: re.Match[str]) -> _Result:
    day = number(found["d"])
    year, month = context.year_and_month(found, day)
    if not valid(year, month or 1, day) or not (found["unit"] or found["d2"]):
        return None
    first = iso(year, month, day) if month else ""
    if found["d2"]:
        last_day, last_month = int(found["d2"]), int(found["m2"] or month)
        last_year = int(found["y2"]) if found["y2"] else year and year + (last_month < month)
        if not valid(last_year, last_month or 1, last_day):
            return None
        return interval(first, iso(last_year, last_month, last_day)), first, "interval"
    if found["since"] and context.printed.date and first:
        return interval(first, str(context.printed.date)), first, "interval"
    return first, first, "day"


def _days(context: _Context, found: re.Match[str]) -> _Result:
    first, last = int(found["d"]), int(found.groupdict().get("d2") or found["d"])
    year, month = context.printed.year, context.printed.month
    if context.day:
        year, month = int(context.day[:4]), int(context.day[5:7])
    elif month and last > (context.printed.day or 31) and not context.ahead(found):
        year, month = context.printed.months_away(-1)
    begin = (year, month) if not month or first <= last else (year - (month == 1), (month - 2) % 12 + 1)
    if not (valid(begin[0], begin[1] or 1, first) and valid(year, month or 1, last)):
        return None
    start = iso(*begin, first) if month else ""
    if first == last:
        return start, start, "day"
    return interval(start, iso(year, month, last)), start, "interval"


def _relative_day(context: _Context, found: re.Match[str]) -> _Result:
    if found["d"]:
        month, day = int(found["m"]), int(found["d"])
        value = iso(context.printed.year_of(month, day), month, day)
        return (value, value, "day") if valid(0, month, day) else None
    today = date.fromisoformat(context.filed) if context.filed else context.printed.date
    value = str(today + timedelta({"今": 0, "昨": -1, "前": -2, "明": 1, "后": 2}[found[0][0]])) if today else ""
    return value, value, "day"


def _bracketed_day(context: _Context, found: re.Match[str]) -> _Result:
    """今（16）日, 昨（15）日: the day of print or the one before, in words as wire reports print it."""
    if not context.printed.date:
        return None
    value = str(context.printed.date + timedelta(0 if found[0][0] == "今" else -1))
    return value, value, "day"


def _same_day(context: _Context, found: re.Match[str]) -> _Result:
    if not context.last_day:
        return None
    value = str(date.fromisoformat(context.last_day) + timedelta(found[0][0] in "次翌"))
    return value, value, "day"


def _weekday(context: _Context, found: re.Match[str]) -> _Result:
    today = context.printed.date
    if not today:
        return "", "", "day"
    days = WEEKDAYS.index(found["w"].replace("天", "日")) - today.weekday()
    days += {"上": -7, "下": 7, "本": 0, "这": 0}.get(found[0][0], -7 if days > 0 else 0)
    value = str(today + timedelta(days))
    return value, value, "day"


def _month_span(context: _Context, found: re.Match[str]) -> _Result:
    first, last = (int(found["m"]), int(found["m2"])) if found["m"] else (1, number(found["n"]))
    if not (1 <= first <= 12 and 1 <= last <= 12) or (first == last and not found["m"]):
        return None
    year = context.period_year(found, last)
    begin = iso(year, first)
    return interval(begin, iso(year and year + (last < first), last)), begin, "interval"


def _months_of_years(context: _Context, found: re.Match[str]) -> _Result:
    first, last = (int(found["y"]), int(found["m"])), (int(found["y2"]), int(found["m2"]))
    return (interval(iso(*first), iso(*last)), iso(*first), "interval") if valid(*first) and valid(*last) else None


def _quarter(context: _Context, found: re.Match[str]) -> _Result:
    first, last = QUARTERS[(found["q"] or found["h"]).removesuffix("个")]
    year = context.period_year(found, last)
    begin = iso(year, first)
    return interval(begin, iso(year, last) if year else ""), begin, "quarter" if last - first == 2 else "interval"


def _month(context: _Context, found: re.Match[str]) -> _Result:
    year, month = context.year_and_month(found)
    if not found["rm"] and (month > 12 or not month or not (found["m"].isascii() or found["y"] or "份" in found[0])):
        return None
    value = iso(year, month) if month else ""
    if found["until"] and value and valid(year, month, int(found["until"])):
        first = iso(year, month, 1)
        return interval(first, iso(year, month, int(found["until"]))), first, "interval"
    now = iso(context.printed.year, context.printed.month)
    if found["since"] and context.printed.month and value and now > value:
        return interval(value, now), value, "interval"
    return value, value, "month"


def _this_month(context: _Context, found: re.Match[str]) -> _Result:
    value = iso(context.printed.year, context.printed.month) if context.printed.month else ""
    return value, value, "month"


def _years(context: _Context, found: re.Match[str]) -> _Result:
    return interval(found["y"], found["y2"]), found["y"], "interval"


def _year(context: _Context, found: re.Match[str]) -> _Result:
    value = iso(context.stated_year(found) or 0)
    if found["since"] and value and int(value) < context.printed.year:
        return interval(value, iso(context.printed.year)), value, "interval"
    return value, value, "year"


def _this_year(context: _Context, found: re.Match[str]) -> _Result:
    value = iso(context.printed.year)
    return value, value, "year"


def _plan(context: _Context, found: re.Match[str]) -> _Result:
    first, last = plan_years(found["p"])
    return interval(str(first), str(last)), str(first), "interval"


def _fuzzy(context: _Context, found: re.Match[str]) -> _Result:
    return "", "", "fuzzy"


_NUM = r"(?<![\d.,第〔\[·])"
_NO_SPAN = r"\d.,月第〔·近满共续期每约逾余达过/"
_TO = r" ?(?:至|到|—{1,2}|-|~|─{1,2}) ?"
_NOT_DAY = r"(?![龄内游均元报记间子常益程照后期用托光化夜]|本[^月年])"
_NOT_MONTH = r"(?![龄子饼嫂牙光亮球薪租均度]| ?\d{1,2} ?日)"
_COUNT = r"\d{1,2}|十[一二]?|[二两三四五六七八九]"
_SPEAKS = r"(?=[，。、（在起将]|上午|下午|晚|早|召开|举行|表示|发布|宣布|说|称)"
_FORMS: list[tuple[re.Pattern[str], Callable[[_Context, re.Match[str]], _Result]]] = [
    (re.compile(pattern), read)
    for pattern, read in (
        (r"(?<![\d.\-/])((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?![\d\-/]|\.\d)", _iso_day),
        (
            rf"{_NUM}(?<!农历)(?:{YEAR} ?)?{MONTH} ?(?P<d>{DAY})(?P<unit> ?[日号]{PART})?"
            rf"(?:{_TO}(?:(?P<y2>\d{{4}}) ?年 ?)?(?:(?P<m2>\d{{1,2}}) ?月 ?)?(?P<d2>\d{{1,2}}) ?[日号]{PART})?"
            r"(?P<since>以来)?",
            _month_day,
        ),
        (
            rf"{_NUM}(?P<y>(?:19|20)\d\d) ?年 ?(?P<m>\d{{1,2}}) ?月{_TO}"
            r"(?P<y2>(?:19|20)\d\d) ?年 ?(?P<m2>\d{1,2}) ?月(?! ?\d{1,2} ?日)",
            _months_of_years,
        ),
        (
            rf"(?:{YEAR})?(?:{_NUM}(?P<m>\d{{1,2}})(?: ?月(?:份)?)?{_TO}(?P<m2>\d{{1,2}}) ?月(?:份)?{_NOT_MONTH}"
            rf"|前(?P<n>{_COUNT})个?月)",
            _month_span,
        ),
        (
            rf"(?:{YEAR})?(?:(?:(?<![连续近每])第?(?P<q>[一二三四首1-4]|前[二两三23]个?(?=季)))季度|(?P<h>首季|[上下]半年))",
            _quarter,
        ),
        (
            rf"{_NUM}(?<!农历)(?:{YEAR} ?)?{MONTH}{_NOT_MONTH}(?:底|末|初|[上中下]旬)?(?P<since>以来)?"
            r"(?:（截[至止](?P<until>\d{1,2})日）)?",
            _month,
        ),
        (
            rf"(?<![{_NO_SPAN}—\-])(?P<d>\d{{1,2}}) ?(?:日{PART})?{_TO}(?P<d2>\d{{1,2}}) ?日{_NOT_DAY}{PART}",
            _days,
        ),
        (rf"(?<![{_NO_SPAN}])(?P<d>\d{{1,2}}) ?日{_NOT_DAY}{PART}", _days),
        (
            rf"(?:[今昨明](?:天|日|早|晨|晚)(?!气)|(?<![目以生之])前天(?!气)|后天(?!性))(?!的|之){PART}"
            r"(?:（(?P<m>\d{1,2})月(?P<d>\d{1,2})日(?:，?(?:星期|周)[一二三四五六日天])?）)?",
            _relative_day,
        ),
        (rf"[今昨]（\d{{1,2}}日?）日?{PART}", _bracketed_day),
        (rf"(?:当[日天](?!地|然)|次日|翌日){PART}", _same_day),
        (rf"(?:上|本|这|下)个?(?:周|星期)(?P<w>[一二三四五六日天]){PART}", _weekday),
        (
            rf"(?<![每一二两三四五六七八九几多整数\d（])(?:周|星期)(?P<w>[一二三四五六日天]){_SPEAKS}{PART}",
            _weekday,
        ),
        (rf"{_NUM}(?P<y>(?:19|20)\d\d) ?年?{_TO}(?P<y2>(?:19|20)\d\d) ?年", _years),
        (rf"{_NUM}{YEAR}(?:年?[底末初]|[春夏秋冬]季)?(?P<since>以来)?", _year),
        (r"(?<![\d一二三四五六七八九十多近半整全])(?:年[底末初]|全年)", _this_year),
        (r"(?<![\d个])月[底末初]", _this_month),
        (r"“?(?P<p>十[一二三四五六]五)”?(?:规划)?(?:期间|时期|以来)", _plan),
        (r"近日(?!点)|(?<![\d一二三四五六七八九十今昨明次当翌])日前|近期|不久前|最近|连日来", _fuzzy),
    )
]
_BY_DIGIT = (_iso_day, _month_day, _months_of_years, _month_span, _quarter, _month, _days, _years, _year)
_BY_NUMERAL = (_month_day, _month_span, _quarter, _month, _year, _plan)
_NOT_BY_WORD = (_iso_day, _months_of_years, _days, _years)
_DIGIT_FORMS = [form for form in _FORMS if form[1] in _BY_DIGIT]
_NUMERAL_FORMS = [form for form in _FORMS if form[1] in _BY_NUMERAL]
_WORD_FORMS = [form for form in _FORMS if form[1] not in _NOT_BY_WORD]
_NUMERALS = frozenset("一二三四五六七八九十")
_START = re.compile(
    r"[\d一二三四五六七八九十“今明昨去前后本上下这当次翌周星首第日不最连近全年月]"
    r"(?:(?<=\d)(?<!\d\d)\d* ?[年月日号季至到—\-~─/.]|(?<=[一二三四五六七八九十])[一二三四五六七八九十〇○零]{0,3} ?[年月季]"
    r"|(?<=[十“])十?[一二三四五六]五|(?<=[今明昨])[年天日早晨晚（]|(?<=去)年|(?<=前)[年天\d一二两三四五六七八九十]|(?<=后)[年天]"
    r"|(?<=[本上下])[年月周个星半]|(?<=这)[周个星]|(?<=当)[日天月]|(?<=[次翌])日|(?<=周)[一二三四五六日天]|(?<=星)期|(?<=首)季"
    r"|(?<=第)[一二三四首前1-4]|(?<=日)前|(?<=不)久前|(?<=最)近|(?<=连)日来|(?<=近)[日期]|(?<=全)年|(?<=[年月])[底末初])"
)
"""Where a date may begin; every form above begins so, and little else does."""
_SENTENCE_END = re.compile(r"[。\n]")
_AHEAD = re.compile(r"(?:将|计划|预计|拟|定|预定|力争|有望|到|至|务必|要|须)[于在自从]?$")
_UNTIL = re.compile(r"之?前|以前")


_STAMP = re.compile(r"(?:发布|发文)(?:日期|时间)[：:】 ]{0,4}\Z")


_DATELINE = re.compile("[讯电](?![话影视子力网信商器机动])")


@lru_cache(maxsize=16)
def _scan(text: str, published: str | None) -> tuple[tuple[int, ...], tuple[DateMention, ...]]:
    context, mentions, position, sentence_end = _Context(text, Published.of(published)), [], 0, -1
    while start := _START.search(text, position):
        at = start.start()
        position = at + 1
        if at >= sentence_end:
            context.day = context.month = ""
            mark = _SENTENCE_END.search(text, at)
            sentence_end = mark.start() if mark else len(text)
        first = text[at]
        for pattern, read in _DIGIT_FORMS if first.isdigit() else _NUMERAL_FORMS if first in _NUMERALS else _WORD_FORMS:
            found = pattern.match(text, at)
            result = read(context, found) if found else None
            if found and result:
                if _STAMP.search(text, max(0, at - 8), at):  # when the page was put up: nothing happened then
                    mentions.append(DateMention(at, found.end(), "", "", "fuzzy"))
                else:
                    mentions.append(DateMention(at, found.end(), *result))
                    if _DATELINE.match(text, found.end()) and len(result[1]) == 10:
                        context.filed = result[1]
                    _remember(context, mentions[-1])
                position = found.end()
                break
    return tuple(m.start for m in mentions), tuple(mentions)


def _remember(context: _Context, mention: DateMention) -> None:
    if len(mention.first_day) == 10:
        context.day = context.month = mention.value.partition("/")[2] or mention.value
        context.last_day = mention.first_day
    elif mention.kind == "month" and mention.value:
        context.month = mention.value
