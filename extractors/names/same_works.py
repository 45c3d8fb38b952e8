"""Works under two names that are one: by a dash between the two, by the two ends of a line, by a fuller name in the body."""

from __future__ import annotations

import re

from extractors.reading import Entity, Reading

# 柳青铁路 is 柳湾至青屏铁路
_SHORT_LINE = re.compile(
    "(?P<from>[\u4e00-\u9fff])(?P<to>[\u4e00-\u9fff])(?P<kind>城际铁路|铁路|高速铁路|高铁|高速公路|高速)"
)
_LONG_LINE = re.compile(
    "(?P<from>[\u4e00-\u9fff]{2,10}?)[至到](?P<to>[\u4e00-\u9fff]{2,16}?)(?:城际|高速)?(?:铁路|高铁|公路|高速)"
)
_LEAST = 6
"""How many characters a name has at least that a fuller one of the body goes by."""


def read(reading: Reading) -> None:
    """Let such projects be one entity, under the fuller name."""
    works = list(reading.of_label("Project"))
    if len(works) < 2:
        return
    for short in works:
        full = next((w for w in works if w is not short and w in reading.entities and _one(reading, short, w)), None)
        if full is not None and short in reading.entities:
            reading.merge(full, short)


def _one(reading: Reading, short: Entity, full: Entity) -> bool:
    """Tell whether the first is another, shorter name of the second."""
    if _led_by_dash(reading.text, short, full):
        return True
    line = _SHORT_LINE.fullmatch(short.name)
    ends = _LONG_LINE.fullmatch(full.name) if line is not None else None
    if line is not None and ends is not None:
        return line["from"] in ends["from"] and line["to"] in ends["to"]
    titled = short.mentions and short.start < reading.body_start <= full.start
    return bool(titled) and len(short.name) >= _LEAST and _fuller(short.name, full.name)


def _led_by_dash(text: str, short: Entity, full: Entity) -> bool:
    """容量最大的光伏项目——某地光伏项目, where the title has 容量最大光伏项目."""
    for m in full.mentions:
        if text[m.start - 2 : m.start] == "——":
            before = text[max(0, m.start - 42) : m.start - 2].replace("的", "")
            if any(before.endswith(form.replace("的", "")) for form in short.forms):
                return True
    return False


def _fuller(short: str, full: str) -> bool:
    """Tell whether words are only added within: 柳江青屏水电站, 柳江上游青屏水电站."""
    if len(full) <= len(short) or short[:2] != full[:2] or short[-4:] != full[-4:]:
        return False
    head = next((i for i, (a, b) in enumerate(zip(short, full, strict=False)) if a != b), len(short))
    return full.endswith(short[head:]) and not re.search(
        r"\d|[一二三四五六七八九十]", full[head : len(full) - len(short) + head]
    )
