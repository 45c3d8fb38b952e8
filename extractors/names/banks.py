"""Banks with their branches: 农业银行青屏支行, 工行某市分行, 青屏农商行, 县信用联社, 长沙银行某县支行."""

from __future__ import annotations

import re

from extractors.lexicon import HAN, alternatives
from extractors.names.place_entities import level_division
from extractors.reading import Entity, Reading
from extractors.text import occurrences

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


# 青屏县|邮储银行, 青屏|农行
_NATIONAL_OF_PLACE = re.compile(
    rf"(?:{alternatives(_NATIONAL)}|农行|工行|建行|农发行)(?!业|间|卡|股份|[{HAN}]{{1,9}}(?:分行|支行|分理处))"
)


def read(reading: Reading) -> None:
    """Add the banks that are known, or named by a place; a branch printed behind its bank is one name with it."""
    text = reading.text
    if "行" not in text and "信" not in text:
        return
    for m in _HOME.finditer(text):
        home = level_division(reading, m["level"], m.start()) if reading.hits.at(m.start()) is None else None
        if home is not None and reading.free(*m.span()):
            bank = _bank(reading, home.name + m[0][1:])
            bank.seat = bank.seat or home
            reading.claim(bank, m.start(), m.end(), "company-bank", 0.8)
    for m in _NATIONAL_OF_PLACE.finditer(text):
        _of_place(reading, m)
    for pattern in (_BANK, _IN_SHORT):
        for m in pattern.finditer(text):
            reading.claim(_bank(reading, m[0]), m.start(), m.end(), "company-bank", 0.85)
    for m in _HEAD.finditer(text):
        _of_place(reading, m)
    _branches_alone(reading)


_BRANCH = re.compile(
    rf"(?P<bank>{alternatives([*_NATIONAL, *_SHORT, *_RURAL])}|.{{1,20}}(?:{alternatives(_RURAL)}|银行))(?P<where>.{{1,20}}?)[省市县区]?(?P<office>支行|分行)"
)
_LONG = {
    "工行": "工商银行",
    "农行": "农业银行",
    "中行": "中国银行",
    "建行": "建设银行",
    "交行": "交通银行",
    "农发行": "农业发展银行",
}


def _branch(name: str) -> tuple[str, str] | None:
    """Return the bank and the place and kind of a branch, in one form each: 农行甲市支行 is 农业银行, 甲支行."""
    m = _BRANCH.fullmatch(name)
    if m is None:
        return None
    bank = m["bank"] if m["bank"] == "中国银行" else m["bank"].removeprefix("中国")
    return _LONG.get(bank, bank), m["where"] + m["office"]


def _bank(reading: Reading, name: str) -> Entity:
    """Return the bank of this name; 农行乙支行 is the 农行甲市乙县支行 that the article has named."""
    branch = _branch(name) if reading.known("Company", name) is None else None
    for bank in reading.of_label("Company") if branch is not None else ():
        other = _branch(bank.name)
        if branch is not None and other is not None and other[0] == branch[0]:
            full, short = sorted((other[1], branch[1]), key=len, reverse=True)
            if full.endswith(short) and len(short) > len("支行") + 1:
                reading.alias(bank, name)
                return bank
    return reading.entity("Company", name)


def _branches_alone(reading: Reading) -> None:
    """杨庙支行 where the article names 某农商银行杨庙支行, and no other of this name."""
    named = [(bank, m) for bank in reading.of_label("Company") if (m := _BRANCH.fullmatch(bank.name)) is not None]
    for bank, m in named:
        tail = bank.name[m.start("where") :]
        if sum(other.name.endswith(tail) for other, _ in named) > 1 or len(tail) < 4:
            continue
        for again in occurrences(reading.text, tail):
            if reading.free(again.start, again.end):
                reading.claim(bank, again.start, again.end, "company-again", 0.75)


def _of_place(reading: Reading, m: re.Match[str]) -> None:
    """长沙银行, 青屏农商行青山支行: a place and a word for a bank."""
    hit = reading.hits.ending_at(m.start())
    if hit is None or hit.division.level == "country" or not reading.free(hit.start, m.end()):
        return
    if hit.full and m[0].startswith("银行"):
        return  # 某市银行, whichever
    bank = _bank(reading, reading.text[hit.start : m.end()])
    bank.seat = bank.seat or hit.division
    reading.claim(bank, hit.start, m.end(), "company-bank", 0.8)
