"""Where the name of a work begins: behind the verb that a place or firm does with it, before the size that its word was cut from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extractors.lexicon import HAN
from extractors.reading import Reading

_LEAST = 4
"""How many characters a name must keep."""
# 某集团中标|某县供水项目, 某县聚力打造|某古镇综合体项目
_DOES = re.compile(
    r"(?:中标|承揽|规划建设|谋划建设|谋划储备|谋划实施|监管验放|投资兴建|规划打造|(?:聚力|着力|全力|倾力|精心|合力|重点|高标准|高质量|高水平)(?:打造|建设|推进|实施)|"
    r"(?:加快|大力|扎实|强力|统筹|持续|积极|深入|稳步|有序)(?:推进|实施|建设)|(?:启动|组织|推动)实施|(?:又|再|还|将|计划|已)?(?:投资|投入|出资|斥资)(?:约|近|超)?\d[\d.]*[万亿]?元?(?:建设|新建|兴建|上马|扩建|建成|建起|实施|打造|的)?|(?<=[与同和])[^，。、的]{2,14}?(?:共建|合建|共同建设|联合建设))了?(?=[^、，]{4})"
)
# 某某学校|为新建九年一贯制学校
_GOES_ON = re.compile(r"(?:为|是)(?:新建|一所|全国|全省|全市|全县|国家)")
# 标志性工程|永定河特大桥, 3月11日起|某高铁: what stands before the name
_BEFORE = re.compile(
    r"(?:(?:关键)?(?:控制性|标志性|重点|节点)工程(?=[^、，]{4})|(?:\d{1,2}月)?\d{1,2}日起|月\d{1,2}日起|世界第一(?=高桥|大)|(?<=是)继(?=[^，]{2,10}(?:大桥|通道|铁路|高速))|(?<=[还复][原盘])出|(?<=建设\d)台|(?<=\d)台(?=华龙))"
)
# 首套百兆瓦|级全人工地下空气储能项目, 首批3|号和4号机组
_OF_SIZE = re.compile(r"(?:[百千]?[亿万]?(?:兆瓦时?|千瓦时?|吨)|[百千]亿元?|[百千]万)\Z")
_NUMBERED = re.compile(r"\d{1,2}\Z")
# 2017|年农网改造升级项目
_YEAR = re.compile(r"\d{4}\Z")
# 31个产业链补链项目, 套骗资金投向无效低效项目, 高速公路服务区
_NONE = re.compile(
    rf"\A(?:\d{{1,4}}[余多]?[个项条]|[打改建]?成(?=户外|[{HAN}]{{2}}营地))|今天在|昨天在|资金投向|投向|不通|多项目\Z|(?:高速公路|公路|铁路)服务区\Z|\A拓宽|首列|种类"
)


def works(reading: Reading, found: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Yield what was found as a work, cut where its name begins, without what names none."""
    for start, end, rule in found:
        span = _trimmed(reading.text, start, end)
        if span is not None:
            yield (*span, rule)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where the name begins and ends, None where the words name no work."""
    lead = _BEFORE.match(text, start, end)
    if lead is not None and end - lead.end() >= _LEAST:
        start = lead.end()
    if text.startswith("级", start) and (size := _OF_SIZE.search(text, max(0, start - 6), start)):
        start = size.start()
    if text.startswith(("号和", "号、"), start) and (number := _NUMBERED.search(text, max(0, start - 2), start)):
        start = number.start()
    if text.startswith("年", start) and (year := _YEAR.search(text, max(0, start - 4), start)):
        start = year.start()
    goes_on = _GOES_ON.search(text, start + _LEAST, end)
    end = goes_on.start() if goes_on is not None else end
    does = list(_DOES.finditer(text, start, end))
    if does and end - does[-1].end() >= _LEAST:
        start = does[-1].end()
    return None if _NONE.search(text[start:end]) else (start, end)
