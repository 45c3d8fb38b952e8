"""Bodies of the home that only their level word stands before, whatever words their names are of: 县|青年志愿者协会, 县|水文中心."""

from __future__ import annotations

import re

from extractors.lexicon import HAN, alternatives
from extractors.names.place_entities import level_division
from extractors.names.tokens import segment
from extractors.reading import Reading

_HEADS = (
    "中心 协会 学会 商会 联合会 促进会 基金会 图书馆 文化馆 博物馆 档案馆 美术馆 规划馆 科技馆 体育馆 纪念馆 展览馆 艺术馆 方志馆 水文站 监测站 检测站 检验站 推广站 广播站 客运站 汽车站 客运总站 "
    "车站 救援队 志愿队 服务队 艺术团 歌舞团 剧团 医院 卫生院 疗养院 干休所 研究所 研究院 科研所 设计院 勘测院 学校 小学 中学 高中 幼儿园 敬老院 福利院 养老院 养老公寓 供养院 粮食储备库 储备库 中心粮库 粮库 苗圃 林场 "
    "影剧院 大剧院 电影院 新华书店 报社 电视台 少年宫 文化宫 党校 研究会 校友会 志愿者联盟 慈善总会 救助站 收容站 管理站 服务站 联络站 服务总站"
).split()
_BODY = re.compile(
    rf"(?:(?<![{HAN}])|(?<=[在到由与和及对向从据为])|(?<=走进)|(?<=来到)|(?<=组织)|(?<=联合)|(?<=邀请)|(?<=会同)|(?<=前往)|(?<=依托)|(?<=参观)|(?<=走访)|(?<=察看)|(?<=查看)|(?<=深入))"
    rf"(?P<level>[省市县区州旗])(?P<rest>(?:(?![的了在与和及到至有是将对为把被从由各全每本该我两多几这那等局厅委级直属内外下一二三四五六七八九十]|公安|法院|检察|政府|人大|政协)[{HAN}]){{1,9}}?(?:{alternatives(_HEADS)}))"
    rf"(?=[，、。；）（：“”]|等|和|与|及|以及|的|组织|开展|联合|举办|举行|主办|承办|协办|分别|汇报|召开|会同|负责|工作人员|副?主任|副?馆长|副?站长|副?[队团院园校所会]长|[党]支部|干部|专家|医护|医务|医生|志愿者|共同|在|为|将|已|对|建设(?!局)|获悉|了解|代建|揭牌|协助|邀请|牵头|迁建|新建|扩建)"
)
_MID_HOSPITAL = re.compile(rf"(?:(?<![{HAN}])|(?<=[在到由与和及]))市(?=中心医院(?![长]))")
_GENERIC = re.compile(r"(?:城|里|中心|区|内|外|管|属|重点|示范|各|有关|相关|主要|所有|新闻发布|民族中)")


def read(reading: Reading) -> None:
    """Add them as bodies of the place that the level word stands for."""
    text = reading.text
    for m in _BODY.finditer(text):
        words = segment(m[0])
        if words[0].end > 1 or _GENERIC.match(m["rest"]) or not reading.free(*m.span()):
            continue
        if reading.hits.at(m.start()) is not None or reading.hits.at(m.start("rest")) is not None:
            continue
        _claim(reading, m["level"], m.start(), m.end())
    for m in _MID_HOSPITAL.finditer(text) if "市中心医院" in text else ():
        if reading.free(m.start(), m.end() + 4):
            _claim(reading, "市", m.start(), m.end() + 4)


def _claim(reading: Reading, level: str, start: int, end: int) -> None:
    place = level_division(reading, level, start)
    if place is None:
        return
    body = reading.entity("Organization", place.name + reading.text[start + 1 : end])
    body.seat = body.seat or place
    reading.claim(body, start, end, "organization-level", 0.8)
