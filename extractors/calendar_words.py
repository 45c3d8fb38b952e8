"""How Chinese prose writes years, months and days, and how the day of print completes them."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

YEAR = (
    r"(?:(?P<y>(?:19|20)\d\d|[一二][一二三四五六七八九〇○零]{3}) ?年(?!代|级|来(?!自)|多|余|历史|以上)"
    r"|(?P<ry>今年|去年|明年|(?<![目以之年提向])前年|(?<![\u4e00-\u9fff])后年|(?<!资)本年(?!级)|(?<!以)上年(?!龄|纪|轻)))(?:度|全年)?"
)
"""A year, as `y` (digits or 二〇二四) or `ry` (今年)."""

MONTH = (
    r"(?:(?P<m>\d{1,2}|十[一二]?|[一二三四五六七八九]) ?月(?:份)?(?:当月)?|(?P<rm>本月|当月|上个?月|这个月|下个?月))"
)
"""A month, as `m` or `rm` (本月)."""

DAY = r"\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]"

PART = (
    r"(?: ?（?(?:星期|周)[一二三四五六日天]）?)?"
    r"(?:凌晨|清晨|清早|早上|早晨|一早|上午|中午|午间|午后|下午|傍晚|晚上|晚间|深夜|夜间"
    r"|晚(?![会餐宴报])|夜(?![市景晚]))?"
)
"""What may follow a day: a weekday and a part of the day."""

WEEKDAYS = "一二三四五六日"
RELATIVE_YEARS = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "明年": 1, "前年": -2, "后年": 2}
QUARTERS = {"一": (1, 3), "首": (1, 3), "1": (1, 3), "二": (4, 6), "2": (4, 6), "三": (7, 9), "3": (7, 9)}
QUARTERS |= {"四": (10, 12), "4": (10, 12), "首季": (1, 3), "上半年": (1, 6), "下半年": (7, 12)}
QUARTERS |= {f"前{word}": (1, 6) for word in "二两2"} | {f"前{word}": (1, 9) for word in "三3"}
"""First and last month of what stands before 季度, and of the half years."""

FEASTS = {"元旦": (1, 1), "五一": (5, 1), "国庆": (10, 1)}
"""Month and day of the feasts of the solar calendar."""
SPRING_FESTIVALS = {
    2000 + number: (int(day[0]), int(day[1:]))
    for number, day in enumerate(
        "205 124 212 201 122 209 129 218 207 126 214 203 123 210 131 219 208 128 216 205 125 212 201 122 210 129 217 206 126 213 203".split()
    )
}
"""Month and day of the Spring Festival of the years 2000 to 2030, of the calendar that the Purple Mountain Observatory computes."""

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "两": 2}


@dataclass(frozen=True, slots=True)
class Published:
    """The day of print as far as it is known; what is unknown is 0."""

    year: int = 0
    month: int = 0
    day: int = 0

    @classmethod
    def of(cls, published: str | None) -> Published:
        """Read an ISO prefix; anything else counts as unknown."""
        found = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", published or "")
        if not found:
            return cls()
        year, month, day = (int(part or 0) for part in found.groups())
        return cls(year, month, day) if not month or valid(year, month, day or 1) else cls(year)

    @property
    def date(self) -> date | None:
        """The calendar day, when it is known."""
        return date(self.year, self.month, self.day) if self.day else None

    def year_of(self, month: int, day: int = 0, *, ahead: bool = False) -> int:
        """Return the year that a bare month, or month and day, belongs to; 0 when unknown.

        News looks back: what would lie four months ahead was last year. `ahead`: it is said to be still to come.
        """
        if not self.month:
            return self.year
        days = (month - self.month) * 30.4 + (day or 15) - (self.day or 15)
        if ahead:
            return self.year + (days < -240)
        return self.year - (days > 120)

    def months_away(self, months: int) -> tuple[int, int]:
        """Return year and month that many months after the month of print; zeros when it is unknown."""
        if not self.month:
            return 0, 0
        count = self.year * 12 + self.month - 1 + months
        return count // 12, count % 12 + 1


def valid(year: int, month: int, day: int = 1) -> bool:
    """Tell whether the calendar has this day; an unknown year (0) counts as a leap year."""
    return 1 <= month <= 12 and 1 <= day <= monthrange(year or 2024, month)[1]


def iso(year: int, month: int = 0, day: int = 0) -> str:
    """Return the ISO string of what is known, empty without a year."""
    if not year:
        return ""
    return f"{year}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if month and day else "")


def interval(first: str, last: str) -> str:
    """Return `first/last`; only the first where the two are the same or one is unknown, and none where the last is earlier."""
    if not first or not last or first == last:
        return first
    return f"{first}/{last}" if last >= first[: len(last)] else ""


def number(text: str) -> int:
    """Return the value of ASCII digits, of 二〇二四, or of 二十一."""
    if text.isascii():
        return int(text)
    if "十" in text:
        tens, _, units = text.partition("十")
        return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[units] if units else 0)
    return int("".join(str(_DIGITS[c]) for c in text))


def plan_years(name: str) -> tuple[int, int]:
    """Return first and last year of a five-year plan: `十四五` is 2021 to 2025."""
    last = 1955 + 5 * number(name[:-1])
    return last - 4, last
