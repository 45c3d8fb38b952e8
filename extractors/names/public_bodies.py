"""Public organizations of the national news by their form: channels of the broadcaster, newspapers, expeditions to the poles, memorial halls."""

from __future__ import annotations

import re

from extractors.lexicon import HAN
from extractors.names.personname import looks_like_name
from extractors.reading import Reading

_PAPER = re.compile(rf"《(?P<name>[{HAN}]{{1,6}}(?:日报|晚报|早报|商报|时报|周报|快报|青年报|报))》")
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

# 在|甲市|大剧院|举行
_THEATRE = re.compile("大剧院(?=举行|举办|上演|开幕|演出|首演|启幕|落幕)")


def read(reading: Reading) -> None:
    """Add them."""
    text = reading.text
    for m in _PAPER.finditer(text):
        _claim(reading, *m.span("name"))
    for m in _CHANNEL.finditer(text) if "总台" in text else ():
        _claim(reading, m.start(), m.end())
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


def _claim(reading: Reading, start: int, end: int) -> None:
    reading.claim(reading.entity("Organization", reading.text[start:end]), start, end, "organization-public", 0.85)
