"""Which of a sentence's days is the event's own."""

from __future__ import annotations

import re

from extractors.dates import DateMention

_SET_FOR = re.compile("”?(?:（[^（）]{1,12}）)?(?:即?将|拟|定)于?|”?于")


def set_for(text: str, end: int, day: DateMention) -> bool:
    """9月10日获悉，某文化节|将于9月20日…举办: tell whether this day is the one that the words behind the name set."""
    sets = _SET_FOR.match(text, end)
    return sets is not None and sets.end() == day.start
