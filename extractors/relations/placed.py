"""LOCATED_IN: works and firms that a sentence about a place goes on to name: 在某省，…某大桥进入…阶段; 某省重点工程——某大桥."""

from __future__ import annotations

import re

from extractors.lexicon import HAN
from extractors.reading import Mention, Reading

_BODIES = ("Company", "Project")
# 某地区重点工程|——|某大桥, 在某流域，装机最大的水电工程|——|某电站
_WHAT_IT_IS = re.compile(
    rf"(?:[{HAN}“”0-9、]{{0,30}}?|，[{HAN}“”0-9、]{{0,30}}?)(?:工程|项目|电站|基地|枢纽|灌区|水库|大桥|通道|隧道|铁路|高铁|高速|公路|机场|平台|产业园|港|企业|公司|总部|油田|气田|风电场|核电)——\Z"
)
_BEFORE = re.compile(
    r"(?:^|[，。；：！？\n　 ]|[近今昨]日|今天|昨天|日前|(?:位于|落户|作为|是|在)|（\d{1,2}月\d{1,2}日）)\Z"
)
_FAR = 60
# 在某省，|穿梭在山间的|某大桥
_OPENS = re.compile(
    r"(?:\A|[。；！？\n]|[。；！？\n][”’]|(?:而|目前|眼下|如今|此外|同时|这几天|这两天|连日来)，?)(?:来?到|走进)?在?\Z"
)
_GAP = re.compile(
    rf"(?:境内|城区|市区|主城区)?，(?!(?:[{HAN}]{{0,3}}(?:记者|总书记|习近平|李强|[省市县区][委长])))[^，。；：！？“]{{0,34}}?\Z"
)
_ELSEWHERE = re.compile(
    r"与|同|向|对|从|至|到|赴|往|经|由|通往|连接|来自|乘|沿|依托|借助|通过|参与|援建|承建|建设者|介绍|表示|指出|宣布|投资|签|获悉|了解|"
    r"说|讲|谈|学习|借鉴|关于|围绕|《|支持|要|推广|出口|运往|销往|接入|国家|全国|我国|中国|央企|类似|等"
)
_IS_THERE = re.compile(
    r"(?:今天|昨天|近日|日前|正|正式|全面|全线|全段|顺利|加紧|加快|已|目前|迎来|首台机组|主体工程|主塔|项目|工程|[一二三]期|建设现场|施工现场|现场|内|里|上|，|（[^）]{1,9}）|\d+公里){0,5}"
    r"(?:进入|贯通|通车|合龙|开工|投产|建成|投用|投运|并网|竣工|完工|封顶|奠基|启用|启动|建设|施工|推进|蓄水|铺轨|架设|浇筑|转子|机组|一片|热火|机器|塔吊|工人|施工人员|建设者|拔地而起|初具规模|落地|开园|开馆|运行|运营|上线|投入|完成|预计|年产|年发电|总投资|占地|装机|全长|是|位于)"
)


def read(reading: Reading) -> None:
    """Add LOCATED_IN for what stands behind a dash or in the clause that such a place opens."""
    text = reading.text
    for body in reading.names(0, None, *_BODIES):
        place = _apposed(reading, body) if text.endswith("——", 0, body.start) else None
        rule = "located-apposed"
        if place is None and body.label == "Project":
            place, rule = _opening(reading, body), "located-opening"
        elif place is None:
            place, rule = _at_work(reading, body), "located-at-work"
        if place is not None and place.entity.properties.get("level") != "country":
            reading.fact("LOCATED_IN", body.entity, place.entity, (place.start, body.end), rule, 0.75)


# 在某镇，|某公司|的车间里
_ITS_ROOMS = re.compile(
    r"(?:、[\u4e00-\u9fff]{2,12}){0,3}(?:等(?:企业|公司))?的?(?:[\u4e00-\u9fff“”A-Za-z0-9]{0,8}?)(?:车间|厂房|厂区|生产线|展厅|展示厅|仓库|加工厂|控制室|中控室|研发楼|直播间|门前|大棚|灌装线|分拣线|货场|码头)(?:内|里|中|前|外|上|，|一片|灯火|机器|正|的)"
)
_INTO = re.compile(
    r"(?:境内|园区内?|里|内)?，(?:[^，。；：“、与和向从到]{0,8}?|(?:[^，。；：“、与和向从到]{0,6}企业)?(?:[\u4e00-\u9fff]{2,12}、){0,3})\Z"
)
_SMALL = ("town", "village", "zone", "county")


def _at_work(reading: Reading, firm: Mention) -> Mention | None:
    """Return the place that a sentence begins with, where the rooms of a firm are told of: 在某镇，|某公司|的车间里."""
    text = reading.text
    if not _ITS_ROOMS.match(text, firm.end):
        return None
    low = max(reading.sentence(firm.start).start, firm.start - _FAR)
    places = list(reading.names(low, firm.start, "Place"))
    place = places[-1] if places else None
    if place is None or place.entity.properties.get("level") not in _SMALL:
        return None
    start = reading.chain_start(place, low)
    leads = text.endswith(("在", "来到", "走进"), 0, start) and (
        _OPENS.search(text, max(0, start - 8), start) or text[start - 2] in "，；日，"
    )
    return place if leads and _INTO.fullmatch(text, place.end, firm.start) else None


def _apposed(reading: Reading, body: Mention) -> Mention | None:
    text = reading.text
    low = max(reading.sentence(body.start - 1).start, body.start - _FAR)
    places = list(reading.names(low, body.start - 2, "Place"))
    for place, following in zip(places, [*places[1:], None], strict=False):
        inner = following is not None and following.start == place.end
        start = reading.chain_start(place, low)
        if inner or not _BEFORE.search(text, max(0, start - 10), start):
            continue
        if (
            not text.startswith(("至", "到", "—"), place.end)
            and _WHAT_IT_IS.fullmatch(text, place.end, body.start)
            and (not text.startswith("，", place.end) or text.endswith("在", 0, start))
        ):
            return place
    return None


def _opening(reading: Reading, body: Mention) -> Mention | None:
    text = reading.text
    if any(f.type == "LOCATED_IN" and f.source is body.entity for f in reading.facts):
        return None
    low = max(reading.sentence(body.start).start, body.start - _FAR)
    between = list(reading.names(low, body.start))
    places = [m for m in between if m.label == "Place"]
    if not places or between[-1] is not places[-1]:
        return None
    place = places[-1]
    start = reading.chain_start(place, low)
    if not text.endswith("在", 0, start) or not _OPENS.search(text, max(0, start - 8), start):
        return None
    if any(p.end <= start for p in places) or not _GAP.match(text, place.end, body.start):
        return None
    gap = text[place.end : body.start]
    if _ELSEWHERE.search(gap) or not _IS_THERE.match(text, body.end):
        return None
    return place
