"""Squares, parks, halls and themed towns where something is held or that somebody visits: 在|柳坪广场|举行, 走进|青陶小镇."""

from __future__ import annotations

import re

from extractors.lexicon import HAN
from extractors.names.tokens import segment
from extractors.names.vocabulary import FUNCTION, NUMBER, VERB
from extractors.names.wordlists import word_list
from extractors.reading import Reading

_PLACES = "广场|公园|小镇|新城|体育场|足球场|步行街|老街|古街|美食街|商业街|古镇|湿地|海滩|沙滩|夜市|码头"
_HALLS = "会展中心|会议中心|影剧院|大礼堂|大剧院|体育馆|大酒店|宾馆|国际酒店"
_LED = "在|走进|来到|前往|位于|参观|走访|设在|深入|察看|查看|落户|步入"
_STEM = rf"(?:(?![的了在与和及到至有是将对为把被从由各全每本该我两多几这那等]|\d)[{HAN}])"
_VENUE = re.compile(
    rf"(?P<led>{_LED})(?P<name>(?P<stem>{_STEM}{{2,7}}?)(?:(?P<place>{_PLACES})|(?P<hall>{_HALLS})))"
    rf"(?:(?P<held>隆重举行|盛大举行|正式举行|成功举行|如期举行|举行|举办|启动|召开|开幕|上演|开展|拉开|闭幕|落幕|鸣枪|开赛|启幕|揭牌|演出|开街|开市|精彩|设)|(?=[，。、；]|[内里](?!容)|看|察|查|调研|检查|实地|施工现场))"
)
_COMMON = frozenset(
    "城市 社区 主题 口袋 街头 农村 乡村 村级 小区 商业 大型 室内 室外 露天 露营 国家 国家级 地质 森林 湿地 特色 文旅 旅游 康养 运动 电竞 美丽 历史 文化 生态 郊野 综合 遗址 矿山 田园 农业 科技 工业 高铁 产业 智慧 数字 未来 国际 "
    "学校 校园 村里 村 镇 县 市 区 县城 城区 市区 镇区 中心 大 小 新 老 古 旧 主要 重点 著名 热门 附近 周边 当地 本地 繁华 天然 滨海 滨水 美食 夜间 红色 民族 乡镇 特色 网红 热闹 指定 传统 民俗 五星级 四星级 星级".split()
) | frozenset(word_list("zone_generic_words"))
_HELD_TOO = frozenset(
    "人民 市民 文化 体育 时代 中心 政府 世纪 滨江 滨河 湖滨 中央 人民会堂 工人 文体 儿童 青年 奥体 火车站 站前 站北 站南 会展 迎宾 和平 胜利 解放 东方 红旗 民族".split()
)
"""What names a square well enough where something is held on it: 在人民广场举行."""


def read(reading: Reading) -> None:
    """Add them as places; halls as organizations."""
    for m in _VENUE.finditer(reading.text):
        start, end = m.span("name")
        hit = reading.hits.at(start)
        while hit is not None and hit.start == start and hit.end < end:
            start = hit.end  # 在|某市|柳坪广场
            hit = reading.hits.at(start)
        if hit is not None or not reading.free(start, end) or not _is_name(reading.text[start : m.end("stem")], m):
            continue
        name = reading.text[start:end]
        if m["hall"]:
            reading.claim(reading.entity("Organization", name), start, end, "organization-venue", 0.7)
        else:
            reading.claim(reading.entity("Place", name, level="other"), start, end, "place-venue-told", 0.7)


def _is_name(stem: str, m: re.Match[str]) -> bool:
    if len(stem) < 2 or stem[0] in "省市县区镇乡村" or re.search("[镇乡村街道县市区社]$", stem):
        return False
    words = segment(stem)
    if any(w.kind in (VERB, FUNCTION, NUMBER) for w in words):
        return False
    if m["held"] and stem in _HELD_TOO and m["place"] in ("广场", "公园", "体育场"):
        return True
    return not all(stem[w.start : w.end] in _COMMON or stem[w.start : w.end] in _HELD_TOO for w in words)
