"""Whose a number is that no other rule gave to anybody: the place that a report on its economy is of."""

from __future__ import annotations

import re

from extractors.reading import Entity, Reading
from extractors.served import Owner
from extractors.subjects import LABELS
from extractors.text import Span
from extractors.unread import unread_between, unread_topic

# 2024年某县国民经济运行情况, 前三季度“成绩单”
_REPORT = re.compile(
    "成绩单|经济运行|统计公报|国民经济|经济社会发展|主要(?:经济)?指标|数说|盘点|明白账|(?:民生|实事)[^，]{0,6}(?:进展|完成)|开门红|半年报|年报|[前第][一二三]?季度|[上下]半年|前\\d{1,2}个?月|1[—至-]\\d{1,2}月"
)
_WHOLE = re.compile(
    "固定资产投资|社会消费品|社零|进出口|外贸|自营出口|(?:外贸|产品)?出口(?:额|总额)|规模?(?:以)?上|增加值|(?:公共|一般)预算|财政(?:总)?收入|税收收入|工业(?:总产值|入库|投资|用电)|可支配收入|常住人口|户籍人口|城镇化率|存款余额|贷款余额"
    "|粮食(?:总)?产量?|总产量|播种面积|粮食面积|接待(?:海内外|国内外)?游客|旅游(?:总|综合)?(?:收入|花费|人次)|房地产开发|第[一二三]产业|用电量|市场主体|经营主体|全产业链产值|森林覆盖率|空气质量|优良天数|PM2.5|新增就业|居民(?:人均)?收入"
    "|生猪出栏|出栏生猪|存栏|蔬菜产量|水果产量|农业总产值|民生支出|招商引资|签约项目|到位资金|新开工|开工项目|参保|养老(?:金|保险)|医保|低保|义务教育|学位|城镇|农村居民|全体居民"
)
_TELLER = re.compile(r"(?:介绍|说|表示|通报|汇报|透露|指出|告诉)")


def of_article_place(reading: Reading, sentence: Span, start: int, end: int) -> list[Owner]:
    """Return the place of an article's title for what only a whole place has, or all that a report on its economy counts.

    Nothing may be named in the part of the sentence before the number but who tells it.
    """
    text = reading.text
    if start < reading.body_start:
        return []
    place = _place(reading)
    if place is None:
        return []
    part = max(sentence.start, text.rfind("；", sentence.start, start) + 1)
    if next(reading.names(part, start, *LABELS), None) is not None:
        return []
    told = max(reading.names(part, start, "Person"), key=lambda m: m.start, default=None)
    if told is not None and not _TELLER.match(text, told.end):
        return []
    if unread_between(reading, sentence.start, start) or unread_topic(reading, sentence.start, start):
        return []
    report = _REPORT.search(text, 0, reading.body_start) is not None
    clause = max(part, text.rfind("，", part, start) + 1)
    if not report and _elsewhere(reading, sentence, place):
        return []
    whole = _WHOLE.search(text, clause if not report else part, min(end + 6, sentence.end))
    return [Owner(place, 0.55, "article's place")] if whole is not None else []


def _place(reading: Reading) -> Entity | None:
    """Return the one place that the title names, else the place of the paper where it is named in the text."""
    if "owners: article" not in reading.memory:
        titled = {m.entity for m in reading.names(0, reading.body_start, "Place")}
        home = reading.known("Place", reading.home.division.code) if reading.home.division else None
        reading.memory["owners: article"] = titled.pop() if len(titled) == 1 else None if titled else home
    found: Entity | None = reading.memory["owners: article"]
    return found


def _elsewhere(reading: Reading, sentence: Span, place: Entity) -> bool:
    """Tell whether the paragraph speaks of another place before."""
    opens = reading.text.rfind("\n", 0, sentence.start) + 1
    return any(m.entity is not place for m in reading.names(opens, sentence.start, *LABELS))
