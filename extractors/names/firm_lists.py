"""Firms of a list: 甲、乙、丙等企业, where the last words vouch for every item, and 三大公司——甲、乙和丙."""

from __future__ import annotations

import re

from extractors.gazetteer import countries
from extractors.lexicon import HAN, alternatives
from extractors.names.bounds import edge
from extractors.names.company_shorts import SECTORS
from extractors.names.tokens import NAME, PLACE, QUOTED, SINGLE, is_common, segment
from extractors.names.told_firms import named_before
from extractors.names.vocabulary import ADJECTIVE, FUNCTION, NUMBER, PROPER
from extractors.names.wordlists import word_list
from extractors.reading import Reading

_LIST_END = re.compile(
    r"(?:等(?!级)(?:\d{1,20}|[一二三四五六七八九十百多数几两]{1,40})?(?:余|多)?[家户个]?|(?:\d{1,20}|[两三四五六七八九十])[大家])(?:(?!制约|影响|阻碍|困扰|领域|产业|区域|地区|流域|城市群|领导|干部|人员|农资|"
    r"方面|环节|部门|单位)[\u4e00-\u9fff]){0,6}?(?:企业|公司|厂家|药企|车企|央企|国企|民企|商家|"
    r"电商(?!品)|厂商|超市|银行|采购商|经销商|供应商|供货商|运营商|开发商|批发商|经营主体)(?![家人主会]|单位)"
)
_ITEM = re.compile(rf"[{HAN}A-Za-z0-9·“”（）]{{2,16}}$")


# 多晶硅、光伏制造、储能|等10多家企业: what they do, not what they are called
_TRADE_ROW = re.compile(rf"[{HAN}]{{2,6}}(?:制造|加工|生产|研发|回收)(?:、[^，。；、]{{2,12}}){{0,3}}\Z")

_KIND = re.compile(rf"“?(?:{alternatives(word_list('company_kinds'))})+”?")


def _of_kinds(text: str, stop: int) -> bool:
    """专精特新、新材料|等企业: one item that says of what kind they are tells that none is a name."""
    row = re.split("[，。；：\n]", text[max(0, stop - 60) : stop])[-1]
    return any(_KIND.fullmatch(item) for item in re.split("[、和]", row))


# 县水利局、县交通局2家部门和|甲公司、乙公司2家企业
_COUNTY_OFFICE = re.compile(rf"[省市县区州旗][{HAN}]{{1,8}}[局委办厅]")
_ABOUT_SO_MANY = re.compile(r"[约近逾超达]\d")


def read(reading: Reading) -> None:
    """Add the items of such lists, each a company whatever it ends in, and firms named behind what they are together."""
    for m in _LIST_END.finditer(reading.text):
        _row_before(reading, m.start())
        _rest_of_row(reading, m.start())
    _named_behind(reading)


def _row_before(reading: Reading, stop: int) -> None:
    """Add the items that stand before the words that vouch for them, the last one first."""
    text = reading.text
    trades = _TRADE_ROW.search(text, max(0, stop - 40), stop) is not None or _of_kinds(text, stop)
    if trades or _ABOUT_SO_MANY.match(text, stop - 1):
        return
    while stop > 0:
        mention = reading.name_ending_at(stop)
        if mention is not None:
            if mention.label != "Company":
                return
            start = mention.start
        else:
            item = _ITEM.search(text, max(0, stop - 17), stop)
            if item is None:
                return
            begin = named_before(reading, stop, listed=True)
            if begin is None:
                begin = _over_adjective(text, _item_start(reading, item.start(), stop), item.start())
            if begin is None:
                begin = _whole_item(text, item.start(), stop)
            if begin is None and text[item.start() - 1 : item.start()] == "、":
                stop = item.start() - 1
                continue
            if begin is None or text[begin:stop] in countries() or _NO_FIRM_ITEM.fullmatch(text, begin, stop):
                return
            drawn = _DRAWN.match(text, begin, stop - 2)
            start = drawn.end() if drawn is not None else begin
            if _COUNTY_OFFICE.fullmatch(text, start, stop) is None:
                reading.claim(reading.entity("Company", text[start:stop]), start, stop, "company-list", 0.8)
        joint = 2 if text.endswith("以及", 0, start) else 1
        if (joint == 1 and text[start - 1] not in "、和") or start < 2:
            return
        stop = start - joint


_ROW = re.compile(rf"[{HAN}A-Za-z0-9·“”（）、]{{8,160}}\Z")
_FIRST = re.compile(r".*(?:前往|来到|走进|考察了?|参观了?|察看了?|走访了?|引进|引育|招引|培育|吸引|有|对|与|由|，)")
_NO_ITEM = re.compile(
    r"[的了在是将和与及等为]|产业|行业|领域|企业|公司$|制造$|材料$|能源$|医药$|信息$|装备$|智能$|数字|(?:大厦|中心|园|馆|院|校|基地|项目|区|楼|厅|场|市|县|镇|村|省)$|^园区"
)


def _rest_of_row(reading: Reading, stop: int) -> None:
    """Add what else stands in a row of which three items or more, and half of all, are firms: 甲科技、|乙电工|、丙纺织等企业."""
    text = reading.text
    row = _ROW.search(text, max(0, stop - 160), stop)
    if row is None or row[0].count("、") < _LEAST_ITEMS - 1:
        return
    items: list[tuple[int, int]] = []
    at = row.start()
    for printed in row[0].split("、"):
        items.append((at, at + len(printed)))
        at += len(printed) + 1
    begin, end = items[0]
    lead = _FIRST.match(text, begin, end)
    items[0] = (lead.end() if lead is not None else begin, end)
    firms = [i for i in items if (m := reading.name_ending_at(i[1])) is not None and m.label == "Company"]
    if len(firms) < _LEAST_FIRMS or 2 * len(firms) < len(items):
        return
    for low, high in items if lead is not None else items[1:]:
        name = text[low:high]
        if 2 <= len(name) <= 8 and not _NO_ITEM.search(name) and name not in countries() and reading.free(low, high):
            reading.claim(reading.entity("Company", name), low, high, "company-list", 0.75)


_DRAWN = re.compile("引育|引培|招引|招育")
_LEAST_ITEMS = 4
_LEAST_FIRMS = 3

# 本场招聘会有|296家企业, 某某项目|4家企业入驻
_NO_FIRM_ITEM = re.compile(
    r"[^，。；]{2,20}(?:项目|工程)|骗[^，。；]{1,8}|[^，。；]{0,8}违[法规][^，。；]{0,8}|[^，。；]{0,14}(?:[区局县镇乡]|街道)|[^，。；]{2,12}[省市县区州][^，。；]{2,8}[局委厅](?:组织|邀请|联合|带领)|(?:[本该此][\u4e00-\u9fff]{0,12}?|[\u4e00-\u9fff]{1,12}?[会展节场])(?:共|还|已)?(?:有|邀请|吸引|迎来)了?"
)
# 三大航运公司——甲、乙和丙已决定…
_FIRMS_ARE = re.compile(
    rf"[两三四五六七八九十\d][大家][{HAN}]{{0,6}}(?:公司|企业|集团|银行|车企|药企|巨头)(?:——|：)"
    rf"(?P<row>[{HAN}A-Za-z]{{2,10}}(?:、[{HAN}A-Za-z]{{2,10}}){{0,8}}和[{HAN}A-Za-z]{{2,8}}?)(?=已|将|[，。；]|等|均|都|分别|宣布|决定|联合)"
)


def _named_behind(reading: Reading) -> None:
    """The firms named behind what they are together."""
    for m in _FIRMS_ARE.finditer(reading.text):
        at = m.start("row")
        for name in re.split("[、和]", m["row"]):
            if reading.free(at, at + len(name)):
                reading.claim(reading.entity("Company", name), at, at + len(name), "company-row", 0.75)
            at += len(name) + 1


def _item_start(reading: Reading, low: int, stop: int) -> int | None:
    """Return where a list item begins that is a name: unknown characters among its words, no verb after them."""
    found = edge(reading, stop)
    words = [w for w in found.words if w.start >= low]
    branded = len(words) > 2 and words[0].kind == PLACE and reading.text.endswith(SECTORS, low, stop)
    if not words or (is_common(words) and not branded) or any(w.kind in (NAME, FUNCTION) for w in words):
        return None
    if found.stopped is not None and found.stopped.kind == NUMBER and found.stopped.end == words[0].start:
        return None
    start = words[0].start
    if not 2 <= stop - start <= 12 or all(w.kind == PLACE for w in words):
        return None
    if words[0].kind == PLACE and reading.text[words[-1].start : stop] in ("有", "共", "达", "近", "约"):
        return None  # 某市|有12家企业
    return start if branded or any(w.kind in (SINGLE, QUOTED, PROPER, "latin") for w in words) else None


def _over_adjective(text: str, begin: int | None, low: int) -> int | None:
    """Take the word to an item that an adjective begins between two marks: 、|迅捷|兴电路."""
    if begin is None or begin == low or text[low - 1 : low] != "、" or begin - low > 2:
        return begin
    return low if any(w.kind == ADJECTIVE and w.end == begin - low for w in segment(text[low:begin])[:1]) else begin


def _whole_item(text: str, low: int, stop: int) -> int | None:
    """Return where an item begins that marks bound on both sides and that ends in a trade: 、千岭矿业、."""
    item = text[low:stop]
    if text[low - 1 : low] == "、" and 5 <= len(item) <= 10 and item.endswith("公司"):
        return low  # 、海石水泥公司等企业
    named = text[low - 1 : low] == "、" and 3 <= len(item) <= 8 and item.endswith(SECTORS)
    return low if named and any(w.kind == SINGLE for w in segment(item)) else None
