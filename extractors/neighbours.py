"""Names right beside a number that say whose it is: before it, or after it with 的 between."""

from __future__ import annotations

import re

from extractors.reading import Entity, Reading
from extractors.served import Owner, labelled
from extractors.subjects import LABELS
from extractors.text import Span

# 总投资60亿元的|国家重点水利工程|某某水库
_OWN = re.compile(
    r"(?:人民币)?(?:左右|以?外|之外)?的(?:(?:国家|全国|全省|省|市)?(?:重大|重点)[\u4e00-\u9fff]{0,6}?(?:工程|项目)(?=[\u4e00-\u9fff]{4}))?"
)
_COST = re.compile(r"(?:投资|造价|建筑面积|占地)[^，。；\d]{0,6}\d[^，。；]*\Z")
_ENDS = re.compile("[，。；、]")
_REACHES = re.compile("(?:涉及|覆盖|惠及|辐射|吸纳|带动|联合|服务|走访|组织)了?$")
_DISTANCE = re.compile(r"距离?$")
_ITEM = re.compile(r"(?<![个家件起人名户处座所项条辆台亩吨元%])(?:[、和]|(?<!涉)及)$")


def described(reading: Reading, end: int) -> Entity | None:
    """Return the name of `建筑面积5平方米的NAME`; the end of a name that the article gives in full is enough."""
    link = _OWN.match(reading.text, end)
    if not link:
        return None
    at = link.end()
    name = reading.name_at(at) or (reading.name_at(at + 1) if reading.text.startswith("“", at) else None)
    if name is None or name.start not in (at, at + 1):
        return _shortened(reading, at)
    while (after := reading.name_at(name.end)) and after.label in LABELS:
        name = after
    if (
        name.label == "Place"
        and _COST.search(reading.text, max(0, end - 20), end)
        and not _ENDS.match(reading.text, name.end)
    ):
        return None  # 总投资3亿元的|某某市|文化宫
    return name.entity if name.label in LABELS else None


def _shortened(reading: Reading, position: int) -> Entity | None:
    """Return the one organization, project or company whose name ends in the words at this position."""
    words = re.compile(r"[^，。；、的是有为将]{4,20}").match(reading.text, position)
    if not words:
        return None
    fit = [
        e
        for e in labelled(reading, "Organization", "Project", "Company")
        if any(words[0].startswith(e.name[-size:]) for size in range(min(len(e.name), len(words[0])), 3, -1))
    ]
    return fit[0] if len(fit) == 1 else None


def counts_list(reading: Reading, start: int) -> bool:
    """Tell whether the number only counts the names before it: `甲、乙2个市`."""
    name = reading.name_ending_at(start, "Place")
    return name is not None and bool(_ITEM.search(reading.text, max(0, name.start - 8), name.start))


def adjacent(reading: Reading, start: int) -> Entity | None:
    """Return the place of `甲市5个示范镇`; of `甲、乙2个市` none."""
    name = reading.name_ending_at(start, "Place")
    if not name:
        return None
    lead = name.start
    if (outer := reading.name_ending_at(lead, "Place")) and reading.text[lead] in "全该我":
        name, lead = outer, outer.start
    if reading.text[name.start] in "全我" and _REACHES.search(reading.text, max(0, lead - 3), lead):
        return None  # 项目涉及|全县39个小区
    if _DISTANCE.search(reading.text, max(0, lead - 2), lead) or _ITEM.search(reading.text, max(0, lead - 8), lead):
        return None
    return name.entity


def ahead_of(reading: Reading, sentence: Span, end: int, before: str) -> list[Owner]:
    """Return the place of `距5公里的甲市`."""
    if not before.endswith(("距", "距离")):
        return []
    mark = re.compile(r"[，：\n]").search(reading.text, end, min(sentence.end, end + 40))
    ahead = next(reading.names(end, mark.start() if mark else min(sentence.end, end + 40), "Place"), None)
    return [Owner(ahead.entity, 0.6, "ahead")] if ahead else []
