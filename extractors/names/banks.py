"""Banks with their branches: 农业银行青屏支行, 工行某市分行, 青屏农商行, 县信用联社, 长沙银行某县支行."""

from __future__ import annotations

import re

from extractors.lexicon import HAN, alternatives
from extractors.names.place_entities import level_division
from extractors.reading import Reading

_NATIONAL = (
    "中国工商银行 中国农业银行 中国建设银行 中国邮政储蓄银行 中国农业发展银行 中国进出口银行 中国光大银行 中国民生银行 工商银行 农业银行 建设银行 交通银行 "
    "邮政储蓄银行 农业发展银行 国家开发银行 进出口银行 光大银行 招商银行 民生银行 浦发银行 中信银行 兴业银行 平安银行 华夏银行 广发银行 邮储银行 中国银行"
).split()
_SHORT = "工行 农行 中行 建行 交行 邮储 农发行 国开行 招行".split()
_RURAL = "农村商业银行 农商银行 农商行 村镇银行 农村信用合作联社 农村信用联社 农村信用社 信用合作联社 信用联社 农信联社 农信社".split()

_OFFICE = rf"(?:(?![的等和与及在为向由对将给把被与、])[{HAN}]){{1,9}}?(?:分行|支行|分理处|营业部)(?!长)"
_BANK = re.compile(rf"(?:{alternatives(_NATIONAL)})(?:股份有限公司)?(?:{_OFFICE})?(?!业|间|卡|股份|保险监)")
_IN_SHORT = re.compile(rf"(?<!中)(?:{alternatives(_SHORT)}){_OFFICE}")
_HOME = re.compile(
    rf"(?<![全各我本该两多城都园社小地])(?P<level>[省市县区州])(?:{alternatives([*_RURAL, *_NATIONAL])}|农行|工行|建行|中行|农发行)(?:{_OFFICE})?(?!业|间|卡|股份)"
)
_HEAD = re.compile(
    rf"(?:{alternatives(_RURAL)}|银行)(?:股份有限公司)?(?:{_OFFICE})?(?!业|间|卡|股份|系统|保险监|机构|网点)"
)


def read(reading: Reading) -> None:
    """Add the banks that are known, or named by a place; a branch printed behind its bank is one name with it."""
    text = reading.text
    if "行" not in text and "信" not in text:
        return
    for m in _HOME.finditer(text):
        home = level_division(reading, m["level"], m.start()) if reading.hits.at(m.start()) is None else None
        if home is not None and reading.free(*m.span()):
            bank = reading.entity("Company", home.name + m[0][1:])
            bank.seat = bank.seat or home
            reading.claim(bank, m.start(), m.end(), "company-bank", 0.8)
    for pattern in (_BANK, _IN_SHORT):
        for m in pattern.finditer(text):
            reading.claim(reading.entity("Company", m[0]), m.start(), m.end(), "company-bank", 0.85)
    for m in _HEAD.finditer(text):
        _of_place(reading, m)


def _of_place(reading: Reading, m: re.Match[str]) -> None:
    """长沙银行, 青屏农商行青山支行: a place and a word for a bank."""
    hit = reading.hits.ending_at(m.start())
    if hit is None or hit.division.level == "country" or not reading.free(hit.start, m.end()):
        return
    if hit.full and m[0].startswith("银行"):
        return  # 某市银行, whichever
    bank = reading.entity("Company", reading.text[hit.start : m.end()])
    bank.seat = bank.seat or hit.division
    reading.claim(bank, hit.start, m.end(), "company-bank", 0.8)
