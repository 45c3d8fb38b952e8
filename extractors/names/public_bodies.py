"""Public organizations of the national news by their form: channels of the broadcaster, newspapers, expeditions to the poles, memorial halls."""

from __future__ import annotations

import re

from extractors.lexicon import HAN
from extractors.names.personname import looks_like_name
from extractors.reading import Reading

_PAPER = re.compile(rf"《(?P<name>[{HAN}]{{1,6}}(?:日报|晚报|早报|商报|时报|周报|快报|青年报|报))》")
_MAGAZINE = re.compile(rf"《(?P<name>[{HAN}]{{2,8}})》(?=杂志(?!社)|[半双]?月刊|周刊)")
# 总台央视综合频道, 中央广播电视总台财经频道; not 总台各电视频道
_CHANNEL = re.compile(
    rf"(?:中央广播电视)?总台(?:(?!各|多|所属|其他|相关|旗舰|发布|电视频|搭建|直播|播出|推出)[{HAN}]){{2,8}}?频道|总台央视频"
)
# 中国第40次南极考察队, 中国第40次南极考察|内陆队
_EXPEDITION = re.compile(
    r"(?:中国)?第[\d一二三四五六七八九十]{1,3}次(?:南极|北极|北冰洋)(?:科学)?考察(?:内陆|度夏|越冬)?队(?![员长])"
)
# 田砚秋同志纪念馆
_MEMORIAL = re.compile(rf"(?P<who>[{HAN}]{{2,3}})同志(?:(?![和与在、等])[{HAN}]){{0,6}}?(?:纪念馆|陈列馆|展览馆)")
# 甲省|田砚秋干部学院
_COLLEGE = re.compile(rf"(?:(?![和与在、等的各])[{HAN}]){{2,6}}?干部学院")

# 人民日报社、|青岭日报社、…
_PRESS = re.compile(rf"(?<=[、，和由])(?:(?![的了和与及由在])[{HAN}]){{2,5}}(?:日报社|报社|新闻社|通讯社)(?=[、和等])")
# 来到|铁人田砚秋纪念馆
_HALL = re.compile(
    rf"(?:(?<=来到)|(?<=走进)|(?<=参观)|(?<=参观了)|(?<=瞻仰)|(?<=前往)|(?<=、))(?P<name>(?:(?![的了和与及由在、，]|参观|考察)[{HAN}]){{3,10}}(?:纪念馆|纪念堂))(?=[，。、]|和|参观|考察|调研|举行|，)"
)
# 中国青岭保护中心
_NATIONAL_CENTRE = re.compile(
    rf"(?:(?<![{HAN}])|(?<=[在到由和与据从]))中国(?!气象局)(?:(?![的了和与及由在、，]|企业|公司|方面|建设|联合|驻)[{HAN}]){{2,7}}?(?:保护|登记|服务|信息|研究|认证|检测|检验|交流|传播|评价|评估|出版|结算|遥感|预警|监测|鉴定|质量)中心(?![长城])"
)
# 香港|青岭协进会、香港|田氏联会
_OF_HONG_KONG = re.compile(
    rf"(?:香港|澳门)(?!特别|特区|和|与|同胞|各界|社会|青年(?:和|与)|居民)(?:(?![的了和与及由在、，“]|中联办)[{HAN}]){{2,10}}?(?:协会|协进会|联会|联合会|总会|商会|促进会|基金会)(?![议员长])"
)
# 中国青岭协会|西藏分会
_CHAPTER = re.compile(
    rf"中国(?:(?![的了和与及由在、，])[{HAN}]){{2,10}}(?:协会|学会|商会)(?:(?![的了和与及由在、，])[{HAN}]){{2,5}}分会(?![场长])"
)
# 北京|西站, 青岭|国际机场
_STATION = re.compile(r"(?:[东西南北](?:火车)?站|火车站)(?![点台长区位])")
_AIRPORT = re.compile(
    rf"(?:(?!的|在|和|与|新|各|等|市|县|城|内|三|两|几|多|通用|支线|军用)[{HAN}]){{0,4}}?(?:国际)?机场(?=[，。、（）启起实除恢出已今飞航口边海出入共计等可全]|站(?![点台长区位])|和|旅客|今年|年旅客|迎来|吞吐|累计|新增|T\d|执行|举行|运行|保障|发布|发出)"
)
_CAPITAL_AIRPORT = re.compile(
    r"(?:(?<![一-鿿])|(?<=[在到由和与从、]))(?:首都|大兴|白云|浦东|虹桥)(?:国际)?机场(?!建设|路|项目|[三四]期|扩建|线|群|集团|公司|改扩|高速|股份)"
)

# 在|甲市|大剧院|举行
_THEATRE = re.compile("大剧院(?=举行|举办|上演|开幕|演出|首演|启幕|落幕)")


def read(reading: Reading) -> None:
    """Add them."""
    text = reading.text
    for m in _PAPER.finditer(text):
        _claim(reading, *m.span("name"))
    for m in _MAGAZINE.finditer(text) if "刊" in text or "杂志" in text else ():
        _claim(reading, *m.span("name"))
    for pattern, gate in (
        (_PRESS, "社"),
        (_CHAPTER, "分会"),
        (_NATIONAL_CENTRE, "中心"),
        (_OF_HONG_KONG, "会"),
        (_CAPITAL_AIRPORT, "机场"),
    ):
        for m in pattern.finditer(text) if gate in text else ():
            _claim(reading, *m.span())
    for m in _HALL.finditer(text) if "纪念" in text else ():
        _claim(reading, *m.span("name"))
    _stations(reading)
    for m in _CHANNEL.finditer(text) if "总台" in text else ():
        _claim(reading, m.start(), m.end())
        if (channel := reading.known("Organization", m[0])) is not None:
            reading.alias(channel, m[0].partition("总台")[2])
    for m in _EXPEDITION.finditer(text) if "考察" in text else ():
        _claim(reading, m.start(), m.end())
    for m in _MEMORIAL.finditer(text) if "同志" in text else ():
        begin = next((m.start() + n for n in (0, 1) if looks_like_name(m["who"][n:])), None)
        if begin is not None:
            _claim(reading, begin, m.end())
    for hit in reading.hits if "干部学院" in text else ():
        college = _COLLEGE.match(text, hit.end)
        if college is not None:
            _claim(reading, hit.start, college.end())
    for m in _THEATRE.finditer(text) if "大剧院" in text else ():
        seat = reading.hits.ending_at(m.start())
        if seat is not None and text[seat.start - 1 : seat.start] in ("在", "于"):
            _claim(reading, seat.start, m.end())


_TRAVEL = ("列车", "铁路", "高铁", "航班", "机场", "旅客", "火车")


def _stations(reading: Reading) -> None:
    """北京|西站, 青岭|机场: stations and airports behind the place whose they are, where the news is of travel."""
    text = reading.text
    if not any(word in text for word in _TRAVEL):
        return
    for hit in reading.hits:
        m = _STATION.match(text, hit.end) or (_AIRPORT.match(text, hit.end) if "机场" in text else None)
        if m is not None and not hit.full:
            _claim(reading, hit.start, m.end())


def _claim(reading: Reading, start: int, end: int) -> None:
    reading.claim(reading.entity("Organization", reading.text[start:end]), start, end, "organization-public", 0.85)
