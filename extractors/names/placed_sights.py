"""Parks, old towns and streets under names of their own behind the short name of a place: 北京|柳坛公园, 青州的|柳湾古镇."""

from __future__ import annotations

import re

from extractors.hits import PlaceHit
from extractors.lexicon import HAN
from extractors.names.tokens import segment
from extractors.names.vocabulary import FUNCTION, NUMBER, VERB
from extractors.names.wordlists import word_list
from extractors.reading import Reading

_HEADS = r"(?<!国家)公园|植物园|动物园|梅园|博览园|国家级自然保护区|(?<!级)自然保护区|古镇|水乡|古村|老街|历史文化街区|历史街区|大街|古街|步行街|草原|河谷"
_SIGHT = re.compile(
    rf"的?(?P<name>(?P<stem>(?:(?![的了在与和及、到有是等各多将为个]|逛|\d)[{HAN}]){{2,7}}?)(?:{_HEADS}))"
    r"(?!管理|派出|党|公司|站|景区|办|项目|工程|建设|改造|服务|医院|学校|社区|店|路|支行|小学|中学|落|群|内的|文化节|[村镇乡区])"
)
_HAS_HEAD = re.compile("公园|[植动]物园|梅园|博览园|保护区|古[镇村街]|水乡|老街|街区|大街|步行街|草原|河谷")
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
        m = _SIGHT.match(reading.text, hit.end)
        if m is None or (hit.full and reading.text[hit.end] != "的") or not _is_name(reading, hit, m):
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
