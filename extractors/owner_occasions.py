"""Numbers of an event that a clause opens with in short: 本届峰会设20场分论坛, 年会期间签约6个项目, 大会表彰200名标兵."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors.lexicon import HAN
from extractors.owner_events import held_events
from extractors.reading import Entity, Reading
from extractors.served import Owner
from extractors.subjects import Role, Subject
from extractors.text import Span

_KINDS = (
    "论坛|大会|年会|峰会|高峰会|展览会?|画展|书展|车展|展会|展销会|博览会|交易会|洽谈会|推介会|对接会|招聘会|座谈会|发布会|会议|全会|运动会|锦标赛|大赛|联赛|邀请赛|极限赛|马拉松"
    "|比赛|赛事|展演|巡演|会演|音乐节|艺术节|文化节|旅游节|美食节|采摘节|啤酒节|丰收节|电影节|节会|活动周|活动月|活动日|活动|行动|演习|演练|义诊|仪式|培训班?|研讨班|庙会|集市|赛会"
)
_SHORT = rf"[{HAN}]{{1,3}}会|[{HAN}]{{1,4}}(?:节|赛)"
_LEAD = r"\s*(?:据(?:悉|介绍|了解|统计|初步统计|主办方介绍)，?|截至(?:目前|今天|\d+月\d+日)?，?|目前，?|当[天日]，?|今[天日]，?|\d+月\d+日，?|（[^（）]{2,12}）){0,3}“?"
_OPENS = re.compile(
    rf"{_LEAD}(?:(?P<this>本[届次场]|此次|这次|这场|今年的(?={_KINDS}|{_SHORT}))(?P<whose>{_KINDS}|{_SHORT}|)|(?:整场|整个)?(?P<noun>{_KINDS}))"
    r"(?P<when>期间|现场|当[天日]|[上中](?=，)|开幕式上|)(?=[^的、和与])"
)
_GIVES = re.compile(
    "表彰|授予|应到|实到|应出席|出席|缺席|签约|签订|签署|签下|达成|促成|成交|发布|设置|设有?|设立|举办|吸引|邀请|汇聚|聚集|齐聚|评选|评出|颁发|颁出|展出|展示|展览|征集|收到|产生|分为|决出"
    "|共(?![同享建])|总|参会|参展|参赛|参训|参演|参与|参加|围绕|聚焦|涵盖|包括|包含|推出|覆盖|接待|发放|销毁|出动|检查|查处|排查|为期|安排|组织|首发|首秀|观众|展位|规模|全程|赛程|途经|销售|交易"
    "|预计|迎来|动员|化解|立案|破获|抓获|走访|慰问|服务|救助|募集|筹集|捐|模拟|有[^关效序]|历时|持续|上座|票房|观看|评审|入围|获奖|选手|嘉宾|代表"
)
_TELLS = re.compile(
    "指出|强调|表示|认为|要求|介绍|报告|通报|听取|学习|传达|说，|说：|获悉|了解到|数据|显示|提出|回顾|部署|以来|去年|上年|占比|决定|研究|审议(?![^，]{0,24}通过)|，全[国省市县区]|我国"
)
_STAND_FOR = {
    "会议": ("Meeting",),
    "大会": ("Meeting",),
    "全会": ("Meeting",),
    "年会": ("Meeting",),
    "座谈会": ("Meeting",),
}
_WIDE = ("活动", "赛事", "比赛", "展会", "大会", "会议", "行动", "节会", "培训", "仪式", "展览")
_NEAR = 600
"""How many characters back the event may have been named."""


def of_occasion(reading: Reading, sentence: Span, start: int, floor: int, names: Iterable[Subject]) -> list[Owner]:
    """Return the event that a clause of the sentence opens with in short, where nothing else is named up to the number."""
    text = reading.text
    edges = [sentence.start, *(m.end() for m in _EDGE.finditer(text, sentence.start, start))]
    for at in reversed(edges[-6:]):
        opens = _OPENS.match(text, at, start)
        if opens is None or reading.name_at(opens.end() - 1) is not None:
            continue
        if any(n.role == Role.HEAD and n.last.start >= opens.end() for n in names):
            return []
        if next(reading.names(opens.end(), start, "Person"), None) is not None:
            return []
        if _TELLS.search(text, opens.end(), start) or not _GIVES.search(text, opens.end(), start + 12):
            return []
        event = _stands_for(reading, opens, floor, at)
        return [Owner(event, 0.75, "occasion")] if event is not None else []
    return []


_EDGE = re.compile("[，；：]")


def _stands_for(reading: Reading, opens: re.Match[str], floor: int, at: int) -> Entity | None:
    """Return the event named last that the noun may be short for; of 本次 alone the only one."""
    noun = opens["noun"] or opens["whose"] or ""
    low = max(floor, at - _NEAR)
    events = held_events(reading, at, low)
    if not events:
        events = [e for e in reading.of_label("Activity", "Meeting") if any(low <= m.start < at for m in e.mentions)]
        events = events if len(events) == 1 and events[0].start < low + _FIRST else []
    if not noun:
        return events[0] if len({id(e) for e in events}) == 1 else None
    exact = [e for e in events if noun in e.name[-len(noun) - 8 :]]
    if exact:
        return exact[0]
    if noun in _WIDE:
        wanted = _STAND_FOR.get(noun, ("Activity", "Meeting"))
        return next((e for e in events if e.label in wanted), None)
    if opens["this"] or opens["when"]:
        return next((e for e in events if _shortens(noun, e.name)), None)
    return None


_FIRST = 200


def _shortens(short: str, name: str) -> bool:
    """Tell whether the characters of a short form stand in the name in their order: 果博会, 某某国际水果博览会."""
    at = 0
    for char in short:
        at = name.find(char, at) + 1
        if not at:
            return False
    return short[-1] == name[-1]
