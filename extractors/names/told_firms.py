"""Firms under a brand and a trade (锐石精工, 沣谷粮油), where the words around tell that a firm is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.lexicon import HAN, alternatives
from extractors.names.bounds import aligned
from extractors.names.company_shorts import SECTORS
from extractors.names.tokens import SINGLE, segment
from extractors.names.vocabulary import FUNCTION, NOUN, NUMBER, PROPER
from extractors.names.wordlists import word_list
from extractors.reading import Reading

_OWN_TRADES = word_list("company_told_trades")
"""Trades that are said of firms only: any brand before them will do."""
_TRADES = (*_OWN_TRADES, *SECTORS, *word_list("company_told_sectors"))
_TAIL = re.compile(alternatives(_TRADES))
_GENERIC = frozenset(
    (*word_list("company_generic_words"), *word_list("project_generic_words"), *word_list("zone_generic_words"))
)
_FUNCTION = "的了在与和及对将向把被从由到给为是有等各该本"
_ENDS = re.compile(r"[，。；、！？：）”\n\d]|$|[和与及等的在]|公司")
# 龙头企业|锐石股份, 施工方|锐石路桥, 施工交给|锐石建工
_IS_A = re.compile(
    r"(?:企业|施工方|施工单位|承建方|承建单位|建设单位|设计单位|采购商|经销商|合作方|投资方|运营方|业主|交给了?|委托|引进了?|引入|携手|联合|支持的?是|支持了|给了)\Z"
)
_VISITS = re.compile(
    r"(?:走进|走访|来到|参观|考察|察看|查看|实地看|看了|深入|调研|抵达)(?:了|位于|园内的?)*(?:(?![的了])[\u4e00-\u9fff、]){0,16}?的?\Z"
)
# 某某产业园里的|锐石包装
_IN_ZONE = re.compile(r"(?:园|园区|开发区|工业区|集聚区|经开区|高新区)(?:里|内)?的\Z")
# 锐石包装|董事长, 锐石建材|两条生产线, 锐石热电|出资1亿元
_ACTS = re.compile(
    r"(?:公司)?(?:党委书记|董事长|总经理|负责人|厂长|总裁|创始人|车间|厂区|展厅|生产车间|生产线|总部|投资\d|出资|(?:一家)?完成(?:产值|投资)|[一两三四五六\d]条生产线"
    r"|与[^，。；]{2,24}?(?:签|合作|达成)|(?:负责|中标)?(?:承建|施工)|的[\u4e00-\u9fff]{0,6}?(?:订单|产品|厂房|车间|生产线|展厅))"
)
# 青屏镇的|锐石织造: a trade of firms only, told by its town
_OF_TOWN = re.compile(r"[镇乡县市区旗]的\Z")
# 查看了|锐石科技|、某某小镇等重点项目: then it is the name of a project
_OF_PROJECTS = re.compile(r"(?:、[^，。；、]{2,16}){0,6}等\d{0,3}[个大]?[^，。；、]{0,6}(?:项目|工程)")
_SIGNS = re.compile(r"(?:就[^，。；]{2,20}?)?(?:签|达成|合作|共建|对接|携手)")
# 由|某市锐石、某市沣谷共同出资: behind a place two or more unknown characters, where the words tell who pays or builds
_FUNDERS = re.compile(
    rf"由(?P<row>[{HAN}]{{4,8}}(?:[、和与][{HAN}]{{4,8}}){{1,3}}?)(?:共同|联合|合作|合资)(?:出资|投资|承建|建设|施工|开发|打造)"
)


def read(reading: Reading) -> None:
    """Add the firms that stand alone or in a row of such names, in two ways: from the left, then from the right."""
    tails = list(_TAIL.finditer(reading.text))
    for run in (tails, list(reversed(tails))):
        for m in run:
            start = named_before(reading, m.end())
            if start is not None and _is_firm(reading, start, m.end()):
                name = reading.text[start : m.end()]
                reading.claim(reading.entity("Company", name), start, m.end(), "company-told", 0.75)
    for start, end in _funders(reading):
        reading.claim(reading.entity("Company", reading.text[start:end]), start, end, "company-funder", 0.75)


def named_before(reading: Reading, stop: int, *, listed: bool = False) -> int | None:
    """Return where a brand with a trade begins that ends here: 锐石|精工; of a place where one stands before it.

    In a list of firms (`listed`) one ordinary word may be the brand of a trade that is said of firms only.
    """
    text = reading.text
    trade = next((t for t in _TRADES if text.endswith(t, 0, stop)), None)
    head = stop - len(trade) if trade else 0
    if trade is None or (not _ENDS.match(text, stop) and not _ACTS.match(text, stop) and not _SIGNS.match(text, stop)):
        return None
    if not aligned(reading, head, stop):
        return None
    for size in (2, 3, 4):
        start = head - size
        if start < 0 or not _is_brand(text[start:head], plain=listed and trade in _OWN_TRADES):
            continue
        place = reading.hits.ending_at(start)
        start = place.start if place is not None and not place.full else start
        if reading.free(start, stop) and (
            _is_bound(reading, start)
            or (listed and place is None and text[start - 2 : start] in ("支持", "推动", "服务", "走访"))
        ):
            return start
    return None


def _is_brand(brand: str, *, plain: bool) -> bool:
    """Tell whether the characters make no ordinary words together, or are one word that tells no trade (`plain`)."""
    if re.fullmatch(rf"[{HAN}]+", brand) is None or brand[0] in _FUNCTION or brand in _GENERIC:
        return False
    words = segment(brand)
    if any(w.kind == FUNCTION and (w.end - w.start > 1 or brand[w.start] in _FUNCTION) for w in words):
        return False
    if plain and len(words) == 1 and words[0].kind in (NOUN, PROPER):
        return True
    if any(w.kind not in (SINGLE, PROPER, FUNCTION, NUMBER) for w in words):
        return False
    unknown = sum(w.end - w.start for w in words if w.kind in (SINGLE, PROPER))
    return unknown >= 2 or (unknown == 1 and len(brand) == 2 and words[0].kind == SINGLE)


def _is_bound(reading: Reading, start: int) -> bool:
    """Tell whether a name may begin here: behind a mark, a name, or a word that leads to a firm."""
    text = reading.text
    before = text[max(0, start - 1) : start]
    return (
        re.fullmatch(rf"[{HAN}]", before) is None
        or before in "与同和跟由的在到给"
        or _IS_A.search(text, max(0, start - 8), start) is not None
        or _VISITS.search(text, max(0, start - 6), start) is not None
        or reading.name_ending_at(start) is not None
    )


def _is_firm(reading: Reading, start: int, end: int) -> bool:
    """Tell whether the words around say so: what is visited, who acts or signs, what stands beside a firm."""
    text = reading.text
    if _OF_PROJECTS.match(text, end):
        return False
    beside = (text[start - 1 : start] in "、和" and reading.name_ending_at(start - 1, "Company")) or (
        text[end : end + 1] in ("、", "和") and (after := reading.name_at(end + 1)) and after.label == "Company"
    )
    if beside or _ACTS.match(text, end):
        return True
    if _IN_ZONE.search(text, max(0, start - 6), start):
        return True
    if text.endswith(_OWN_TRADES, start, end) and _OF_TOWN.search(text, max(0, start - 2), start):
        return True
    if _IS_A.search(text, max(0, start - 8), start) or _VISITS.search(text, max(0, start - 24), start):
        return True
    return text[start - 1 : start] in ("与", "同", "和", "跟") and _SIGNS.match(text, end) is not None


def _funders(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield the items of such rows that no name has taken."""
    for m in _FUNDERS.finditer(reading.text):
        for item in re.finditer(rf"(?:(?![、和与])[{HAN}])+", m["row"]):
            start, end = m.start("row") + item.start(), m.start("row") + item.end()
            place = reading.hits.at(start)
            if place is None or place.start != start or place.full or not 2 <= end - place.end <= 5:
                continue
            core = reading.text[place.end : end]
            if reading.free(start, end) and (_is_brand(core, plain=False) or segment(core)[-1].kind == SINGLE):
                yield start, end
