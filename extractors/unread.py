"""Places and bodies that stand in the text but were not read as names: what is said of them is nobody else's."""

from __future__ import annotations

import re

from extractors.lexicon import HAN
from extractors.names.villages import begins_with_verb
from extractors.reading import Reading
from extractors.subjects import Subject
from extractors.text import Span

_UNREAD_TOPIC = re.compile(
    r"(?<=[，：；。！？”\n])(?:目前|如今|近日|今天)?在(?![^，]{0,200}(?:方面|[中下上里时后前]，|期间|过程|同时|基础|领域|背景|情况|全国|全球|国内|以来|之际|现场))"
    r"(?P<where>[^，。；]{3,20})，"
)
_UNREAD_BODY = re.compile(
    rf"(?<=[，；：。”\n])(?:目前|如今|今年|去年|今天|近日|截至目前|\d+年|春节|，){{0,8}}(?!(?:[{HAN}]{{0,2}}(?:农村|城市|城镇|全|各|该|本|我|市|县|省|区|乡|高速|重点|公立|民营|国有|上市|规模|科技|互联网|外资|旅游|家|个|新|小|大|多|所有|民用|示范|中|外|这|那|其)))"
    rf"[{HAN}]{{2,4}}(?:服务区|大桥|城墙|古镇|古城|机场|寺|大学|集团)(?=[{HAN}])"
)
_UNREAD = re.compile(
    rf"(?:(?<=[，；：。\n在])|^)(?:位于|在|而|该[省州市县区])?(?![各全每该本农城乡新老示贫行自重试开社小景园灾山片辖地库牧林校厂矿服保功核和与其当这那])"
    rf"[{HAN}]{{2,4}}(?:[县镇乡村邦]|(?<![城省县])市(?!场|民|值|级|直|委|政)|街道|办事处|自治州)(?![民委里内级集场镇庄子面居企办道组边路口头容落外前后旁])"
)
_UNREAD_PERSON = re.compile(
    rf"(?:(?<=[，：。”\n主民户])|^)[{HAN}](?:老板|先生|女士|大爷|大妈|大姐|大哥|大叔|大婶|师傅)(?=介绍|说|告诉|发现|算|今年|去年|家|种|养)"
)
"""李老板发现…: somebody whose name is not told."""
_AMONG = re.compile(rf"其中，?(?P<who>[{HAN}]{{2,4}}?)(?:镇|乡|村|办事处|街道|社区)?(?:共|为|约|达|有)?$")
_FACILITY = re.compile(
    rf"(?![一两三四五六七八九十多各几等]|主要|全部|所有|共|累计)[{HAN}]{{1,6}}?(?:街(?!道|头|区)|城墙|大桥|公园|广场|市场(?!主体|监)|服务区|医院|学校|中学|小学|大学|学院|博物馆|寺|(?<![回进到出入离靠抵])港|机场|车站|大厦|景区|公司|集团|合作社|法院|商圈|码头|工厂|电站|水库|院(?![士线子长校坝])|研究所|实验室|工坊|产业园|科技园|(?:救护|繁育|救助|创新|研究|服务|指挥|监测|数据|培训|检测|维修|制造|康复)中心|互联工厂)"
    rf"(?!(?:已|现|共|达|到|有|约|总|数|超|近|新|建|成|累|计|了)*\d|[和、，。；]|数|总|里|业)(?=[{HAN}])"
)


# ；德立精密|拟投资6.8亿元: a firm that was not read
_UNREAD_INVESTOR = re.compile(
    rf"；(?!该|此|本|项目|工程|一期|二期|三期|公司|企业|集团|总|已|共|累计|计划|今年|全[省市县区])[{HAN}]{{2,8}}?(?:拟|计划|将|预计)投资(?:约|近|超)?\Z"
)
_BANNER = re.compile(rf"(?![红锦国党团升军战彩])[{HAN}]{{1,3}}旗(?![下帜舰手袍县])")


_WHOLE = ("全国", "我国", "全省", "全市", "全县", "全区", "全州")


def unread_part(reading: Reading, sentence: Span, start: int) -> bool:
    """Tell whether the number is of a place that was not read: `其中甲5起` where 甲办事处 stands elsewhere."""
    found = _AMONG.search(reading.text, max(sentence.start, start - 16), start)
    if not found or any(reading.names(found.start("who"), start)):
        return False
    return bool(re.search(f"{found['who']}(?:镇|乡|村|办事处|街道|社区)", reading.text))


def unread_investor(reading: Reading, sentence: Span, start: int) -> bool:
    """Tell whether a firm puts in so much whose name was not read: 甲公司投资3亿元；|乙精密拟投资|2亿元."""
    m = _UNREAD_INVESTOR.search(reading.text, max(sentence.start, start - 16), start)
    return m is not None and not any(reading.names(m.start(), start))


def leads_to_unread(reading: Reading, subject: Subject) -> bool:
    """Tell whether the place only leads to something in it that was not read: 甲市古街人来人往."""
    if subject.label == "Place" and _BANNER.match(reading.text, subject.last.end):
        return True  # 包头市|青右旗
    if reading.text.startswith(_WHOLE, subject.last.start):
        return False  # 全国|期货市场, 全县|医院: all of them
    found = _FACILITY.match(reading.text, subject.last.end) if subject.label == "Place" else None
    return found is not None and not begins_with_verb(found[0])


def unread_between(reading: Reading, low: int, high: int) -> bool:
    """Tell whether a place that was not read as a name stands at the head of a clause between, in one sentence."""
    return any(low <= start and end <= high for start, end in _unread(reading, reading.sentence(low)))


def _unread(reading: Reading, sentence: Span) -> list[tuple[int, int]]:
    known: dict[int, list[tuple[int, int]]] = reading.memory.setdefault("unread places", {})
    if sentence.start not in known:
        known[sentence.start] = [
            found.span()
            for words in (_UNREAD, _UNREAD_BODY, _UNREAD_PERSON)
            for found in words.finditer(reading.text, *sentence)
            if not (begins_with_verb(found[0]) or any(reading.name_at(at) for at in range(*found.span())))
        ]
    return known[sentence.start]


def unread_topic(reading: Reading, low: int, high: int) -> bool:
    """Tell whether a clause such as `在某实验室，` sets a scene that was not read as a name."""
    topic = _UNREAD_TOPIC.search(reading.text, low, high)
    return topic is not None and not any(reading.names(topic.start(), topic.end()))


_UNREAD_PROJECT = re.compile(
    rf"《[^》]{{0,40}}?(?P<titled>[{HAN}]{{2}}(?:项目|工程))[^》]{{0,12}}》"
    rf"|(?:签订|签署|签约|签下|引进|建设|实施|推进|开工|投资|元)(?:了|的)?[{HAN}]{{3,24}}?(?P<named>[{HAN}](?:项目|工程))"
)


def unread_project(reading: Reading, low: int, high: int) -> bool:
    """Tell whether a project that was not read as a name is told of between: 签订《干菜加工项目投资协议》."""
    return any(
        not any(
            (name := reading.name_at(at)) is not None and name.label == "Project"
            for at in range(found.start(), found.end())
        )
        for found in _UNREAD_PROJECT.finditer(reading.text, low, high)
    )
