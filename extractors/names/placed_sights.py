"""Parks, old towns and streets under names of their own behind the short name of a place: 北京|柳坛公园, 青州的|柳湾古镇."""

from __future__ import annotations

import re

from extractors.hits import PlaceHit
from extractors.lexicon import HAN
from extractors.names.tokens import segment
from extractors.names.vocabulary import FUNCTION, NUMBER, VERB
from extractors.names.wordlists import word_list
from extractors.names.words import is_common_word
from extractors.reading import Reading

_HEADS = r"(?<!国家)公园|植物园|动物园|梅园|博览园|国家级自然保护区|(?<!级)自然保护区|古镇|水乡|古村|老街|历史文化街区|历史街区|大街|古街|步行街|草原|河谷"
_SIGHT = re.compile(
    rf"的?(?P<name>(?P<stem>(?:(?![的了在与和及、到有是等各多将为个]|逛|\d)[{HAN}]){{2,7}}?)(?:{_HEADS}))"
    r"(?!管理|派出|党|公司|站|景区|办|项目|工程|建设|改造|服务|医院|学校|社区|店|路|支行|小学|中学|落|群|内的|文化节|[村镇乡区])"
)
# 苏州|寒碧园，, 拉萨的|柳昭寺，: heads of one character and those that other things bear, too, where the name ends there
_SHORT_HEADS = (
    "广场|园|寺|庙|祠|梯田|雪山|城墙|古城|古城墙|瀑布|古道|湖|岛|湾|山|大峡谷|峡谷|滩|码头|花海|海滩|沙滩|石窟|古关"
)
_BEFORE_END = re.compile(
    rf"的?(?P<name>(?P<stem>(?:(?![的了在与和及、到有是等各多将为个这那从被]|逛|\d)[{HAN}]){{1,6}}?)(?P<head>{_SHORT_HEADS}))"
    r"(?=[，。；]|、|上[，。]|[里内中][，。的]|[畔下]|脚下|景区|举行|举办|启动|开幕|的[\u4e00-\u9fff]{2})"
)
# 平遥|古城: an old town under the name of its county
_OLD_TOWN = re.compile("古城(?![镇乡区街路村派站墙]|机场|国际|酒店|遗址|社区|管理|保护|改造)")
_HAS_HEAD = re.compile(
    "古城|广场|寺|庙|祠|故居|旧址|旧居|会址|书院|梯田|山|城墙|瀑布|岛|湾|湖|园|峡谷|滩|码头|石窟|公园|[植动]物园|梅园|博览园|保护区|古[镇村街]|水乡|老街|街区|大街|步行街|草原|河谷"
)
_LAND = re.compile("[山湖河江岭峰泉峡洲岛湾谷溪潭洞海寺沟塘淀]\\Z")
_PLAIN = frozenset(
    "千年 百年 历史 美食 生活 电影 影视 动漫 非遗 商业 传统 民俗 步行 口袋 国际 国家 湿地 森林 地质 城市 中央 人民 儿童 青年 滨江 滨河 滨水 沿河 沿江 大 天然 "
    "高寒 高山 中心 中部 北部 南部 东部 西部 主 各 周边 附近 内 中 首个 最大 热门 网红 人气 江南 最美 美丽 著名 古老 夜间 樱花 花卉 市民 郊野 遗址 热带 热带雨林".split()
) | frozenset(word_list("zone_generic_words"))


def read(reading: Reading) -> None:
    """Add such names as places of their own; what place they lie in is told where places that touch are paired."""
    if _HAS_HEAD.search(reading.text) is None:
        return
    for hit in reading.hits:
        if not hit.full and (old := _OLD_TOWN.match(reading.text, hit.end)) and reading.free(hit.start, old.end()):
            town = reading.entity("Place", reading.text[hit.start : old.end()], level="other")
            reading.claim(town, hit.start, old.end(), "place-old-town", 0.8)
            continue
        m = _SIGHT.match(reading.text, hit.end)
        if m is None or (hit.full and reading.text[hit.end] != "的") or not _is_name(reading, hit, m):
            end = _BEFORE_END.match(reading.text, hit.end)
            if end is not None and _ends_name(reading, hit, end):
                sight = reading.entity("Place", end["name"], level="other")
                reading.claim(sight, *end.span("name"), "place-sight-end", 0.75)
            continue
        reading.claim(reading.entity("Place", m["name"], level="other"), *m.span("name"), "place-sight", 0.8)


def _is_name(reading: Reading, hit: PlaceHit, m: re.Match[str]) -> bool:
    inner = reading.hits.at(m.start("name"))
    if inner is not None and inner.division.code.startswith(hit.division.code):
        return False  # 某省|某市|柳坛公园: behind the city
    if not reading.free(*m.span("name")):
        return False
    if m["name"].endswith("自然保护区") and not _LAND.search(m["stem"].removesuffix("国家级")):
        return False  # 某省某市麋鹿国家级自然保护区 carries its place
    words = segment(m["stem"])
    if words[0].kind in (VERB, FUNCTION) or any(w.kind == FUNCTION for w in words):
        return False
    plain = [w.kind == NUMBER or m["stem"][w.start : w.end] in _PLAIN for w in words]
    return not all(plain)


_COMMON = re.compile(
    "[大小高深群青荒孤人水土海火冰盐茶果花田菜草林商新老古名内外上下前后东南西北中各该本这那某两三几].{0,1}(?:[园寺庙祠湖岛湾山滩])|.*(?:校园|家园|田园|果园|茶园|菜园|花园|庄园|陵园|公园|乐园|幼儿园|产业园|科技园|工业园|物流园|生态园|创业园|孵化园|示范园|软件园|种植园|采摘园|养殖园|创意园|电商园|农业园|加工园|地块|农场)"
)

_INSIDE = re.compile("[村镇乡县区市港局]|^(?:植物|动物|集装箱|自动化|会师|货运|客运|煤炭|散货|件杂|旅游|邮轮)|产业")
"""What no name of one such sight holds: 厦门|港海润码头, 林芝市|嘎拉村漫山."""


def _ends_name(reading: Reading, hit: PlaceHit, m: re.Match[str]) -> bool:
    inner = reading.hits.at(m.start("name"))
    if inner is not None or not reading.free(*m.span("name")) or _COMMON.fullmatch(m["name"]):
        return False
    if _INSIDE.search(m["stem"]) is not None:
        return False
    if len(m["stem"]) < 2 and m["head"] in ("园", "山", "湖", "岛", "湾", "滩"):
        return False
    words = segment(m["stem"])
    if any(w.kind in (VERB, FUNCTION, NUMBER) for w in words) or is_common_word(m["name"]):
        return False
    return not all(m["stem"][w.start : w.end] in _PLAIN for w in words)
