"""What a number says how much of: the shortest noun phrase beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from extractors.quantities import Quantity

_STOP = re.compile(r"[，。；：！？、“”‘’（）《》\n]")
_LEAD = re.compile(
    r"其中|同时|截至目前|到目前为止|目前|据悉|据了解|据介绍|如今|现已|现在|现|已经?|共计?|累计|先后|陆续|成功|并|还|且|也|将|预计|计划|力争|全国|全市|全县|全省|全区|全镇|全村|我[市县省区国]"
    r"|该[市县镇村区省]|该(?:公司|项目|企业|工程|站|中心)|其|每年|当年|当[天日]|通过|把|宣布|表示|实现|含|包括|(?:建设|新建)?一[座个家条处]|这一?(?:数字|比例|指标|数据)|使|让|为|对|在|，|的|和|与|及|以及|又|有|由|从|至|到(?!位|达|账|期|场|访)|\d+[多余]?[个家名项座所]|等"
)
_TAIL = re.compile(
    r"(?:已经?|均|都|仅|只|就|也|将|可|能|有望|预计|累计|共计|共有|共|合计|总计|现有|还有|约有|达到|可达|高达|多达|达|超过|超出|超|突破|约占|(?<!签)约|近"
    r"|为|设?有|是|在|不低于|不少于|不超过|接近|保持在|稳定在|维持在|控制在|至少|大约|翻了|扩展|精简|缩减|压减|大幅|增至|增加|增长|提高|提升|上升|上涨|下降|降低|降至|减少|缩短|压缩|精简|扩大"
    r"|由|从|到|至|了|过|各|等|的|则|目前|每年|每月|现在|当年|以前|最高|法定|涉及|包括|是|呢)+$"
)
_GROWTH = re.compile(
    r"(?P<base>(?:同比|环比|年均|[比较](?:上年|去年|常年|年初|上月|\d{4}年|[^，]{1,6}同期)(?:同期|平均)?)?)(?:分别|均|预计|又)?"
    r"(?P<verb>增长|增加|下降|减少|提高|提升|上升|上涨|降低|回落|偏高|偏低|偏多|偏少|高出|低|多|少)(?:了|约|超过|超|近|达到|达|逾)*$"
)
_BASE = re.compile(r"(?:由|从)[^由从]{1,6}$")
_CHANGES = re.compile(r"(?:逐年|不断|持续|稳步|大幅|明显)?(?:增长|增加|提高|提升|扩大|下降|减少)$")
_AFTER_LEAD = re.compile(r"(?:以上|以下|左右|以内|之内)?(?:的|各类|各级|各种|全国各地的|来自)*")
_AFTER_END = re.compile(
    r"解决|提供|进行|实现|参加|参与|完成|建成|获[得评奖]|列[入为]|纳入|全部|分别|被|正在|正|已|将|都|均|向|为|与|和|及|到|来(?!水|自)|用上|上榜|开展|吃上|是|受|从|由|存在|实行|达到|可|(?<![技功性职才智节产])能"
    r"|集中|通过|共|(?<!合)并|而成|也|使|让|[之以]内|的(?!.)|\d(?!00强)|先后|入选|迎来|点亮|串起|伴随|进入|组成|注册|参展|同时|对"
)
_ATTRIBUTE = re.compile(
    r"(?:面积|长|高|宽|深|投资|能力|额|量|占地|值|时速|规模|距|距离|率|期|限|费|资金|收入)[^，。；]{0,4}$"
)
_NO_THING = re.compile(
    r"扩展|精简|缩减|压减|大幅|增至|增加|增长|提高|提升|上升|下降|降|减|缩|压缩|扩大|翻|变|左右|不等|之多|以上|以下|几乎|就|才|还|不|相比"
)
_FARTHEST = 80
"""How many characters before the number the words may begin."""
_OPENING = re.compile(r"(?:其中|共|约|近|超|超过|有|已有|目前|还有|的|这里的)*")
_WORD = re.compile(r"[\u4e00-\u9fffA-Za-z]{2}")


def measured(text: str, quantity: Quantity, floor: int, previous: str, cuts: Mapping[int, int]) -> str:
    """Return the name of what a quantity measures, empty when no words tell.

    `floor` is where the sentence begins or the number before ends, `previous` the name of the number before in the
    sentence. `cuts` are stretches (start to end) of dates and of the owner's name, dropped where they lead.
    """
    floor = max(floor, quantity.start - _FARTHEST)
    start = floor
    for mark in _STOP.finditer(text, floor, quantity.start):
        start = mark.end()
    growth = _GROWTH.search(text, start, quantity.start)
    if growth and (growth["base"] or quantity.base_unit.startswith(("%", "个百分点"))):
        stem = _noun(text, start, growth.start(), cuts) or previous
        return f"{stem}{growth['base']}{growth['verb']}"
    if quantity.counts or quantity.base_unit == "%":
        after = _after(text, quantity.end)
        if after:
            return after
    described = quantity.end < len(text) and text[quantity.end] == "的"
    if described and not _ATTRIBUTE.search(text, start, quantity.start):
        after = _after(text, quantity.end)
        if after:
            return after
    return (
        _noun(text, start, quantity.start, cuts)
        or (_after(text, quantity.end) if _opens(text, start, quantity.start) else "")
        or previous
        or _earlier(text, floor, start, cuts)
        or _after(text, quantity.end)
    )


def _opens(text: str, start: int, stop: int) -> bool:
    """Tell whether a number begins its clause, so that what follows is measured."""
    return bool(_OPENING.fullmatch(text, start, stop))


def _noun(text: str, start: int, stop: int, cuts: Mapping[int, int]) -> str:
    """Return the words from start to stop without what leads them in and what leads on to the number."""
    tail = _TAIL.search(text, start, stop)
    stop = tail.start() if tail else stop
    base = _BASE.search(text, start + 2, stop)
    stop = base.start() if base else stop
    other = max(text.rfind("等", start, stop - 1), text.rfind("了", start, stop - 1))
    start = max([other + 1, start, *(end for begin, end in cuts.items() if start < begin and end <= stop)])
    while start < stop:
        lead = _LEAD.match(text, start, stop)
        after = cuts.get(start, 0) if start in cuts else lead.end() if lead else start
        if after == start or after > stop:
            break
        start = after
    name = text[start:stop].strip()
    return name[-24:] if _WORD.search(name) else ""


def _after(text: str, start: int) -> str:
    if text.startswith("人口", start - 1):
        return "人口"
    lead = _AFTER_LEAD.match(text, start)
    start = lead.end() if lead else start
    if _NO_THING.match(text, start):
        return ""
    mark = _STOP.search(text, start, start + 20)
    stop = mark.start() if mark else min(len(text), start + 20)
    end = _AFTER_END.search(text, start, stop)
    name = text[start : end.start() if end else stop].strip()
    return name if _WORD.search(name) else ""


def _earlier(text: str, floor: int, stop: int, cuts: Mapping[int, int]) -> str:
    """Return the noun of the nearest clause before, for `面积逐年增长，从5亩增至9亩`."""
    while stop > floor:
        marks = [m.end() for m in _STOP.finditer(text, floor, stop - 1)]
        start = marks[-1] if marks else floor
        end = stop - 1 if _STOP.match(text, stop - 1) else stop
        changes = _CHANGES.search(text, start, end)
        name = _noun(text, start, changes.start() if changes else end, cuts)
        if name:
            return name
        stop = start
    return ""
