"""Rivers, lakes and hills told by what is said of them: 新坪河|水位上涨, 跨|榆屏江|大桥, 红屏山|林区."""

from __future__ import annotations

import re

from extractors.gazetteer import regions
from extractors.lexicon import HAN
from extractors.names.vocabulary import FUNCTION, NUMBER, TIME, VERB, vocabulary
from extractors.names.words import is_common_word
from extractors.reading import Reading

_SAID = (
    "水位|上游|中游|下游|流域|干流|支流|两岸|[左右东南西北]岸|沿岸|沿线|洪峰|河道|河段|江段|江面|河面|湖面|水面|水质|断面|流量|水量|汛情|洪水|来水|引水|取水|提水|"
    "入海口|入江口|入湖口|河口|江畔|河畔|湖畔|大堤|河堤|江堤|堤防|堤岸|护岸|防洪|清淤|水环境|水生态|综合治理|综合整治|生态修复|生态治理|畔|源头|特大桥|边(?=[，。、]|上|的)"
)
_WATER = re.compile(rf"[江河湖溪](?={_SAID})")
_HILL = re.compile(
    "[山岭](?=脚下|[东南西北]麓|[东南西北]坡|林区|深处|腹地|主峰|之巅|之上|顶上|防火卡口|余脉|南北|山脉|山顶|山腰|上空)"
)
_OPEN = re.compile(
    rf"(?:[^{HAN}]|[在到沿跨从由越临对的与向往近距至把将被为经是]|穿越|流经|汇入|注入|横跨|治理|来到|位于|地处|沿着|下游|上游|支流|干流|实施|推进|开展|加强|途[经径]|开工|完成|保护|整治|修复|巡查|察看|查看|督导|检查|检查了|受|加快|"
    r"走进|翻越|登上|围绕|超过|以及|县内|境内|市内|村边|旁的|两岸的|县城|城区|城南|城北|城东|城西|镇区|村旁|门前的)\Z"
)
# 到|明坪山、铜坪山、坪河|查看: hills and waters in a row that somebody goes to or looks at
_ITEM = rf"(?:(?![的了在与和及到至有是将对为把被从由各全每本该我两多几这那等])[{HAN}]){{1,4}}?(?:[山岭河江湖]|水库)"
_ROW = re.compile(
    rf"(?:到|来到|前往|赴|深入|查看|察看|巡查|检查|走进|督导|沿着?|对)(?P<row>{_ITEM}(?:、{_ITEM}){{1,9}})(?:和{_ITEM})?(?=等|[，。；]|查看|察看|实地|检查|巡查|开展|沿线|督导|进行|[一二三四五六七八九十两\d]+[座条个处])"
)
_IN_ROW = re.compile(_ITEM)
_STEM = re.compile(
    rf"(?:(?![的了在与和及到至有是将对为把被从由向往个条座多一两几各该本这那等全每岸边道段口堤沿跨江年月日区县市省镇乡])[{HAN}]){{1,3}}"
)
_PLAIN = re.compile(
    r"(?:利用|借助|依托|围绕|[大小长深高内外主支界老新旧清污黑臭干入过沿跨滨临环绕护城引治巡清]|江|河|湖|江河|河湖|母亲|护城|景观|人工|堰塞|排洪|排水|农村|乡村|中小|山区|城市|城区|跨界|跨省|出境|入境|界|运|大运|中心|湿地|高原|天然|内陆|生态|美丽|幸福|全部|重点|主要|沿线|附近|周边|[东南西北])\Z"
)


def read(reading: Reading) -> None:
    """Add them as places of their own, also where their name is a county's in short: 沅江|水位."""
    text = reading.text
    for pattern, label in ((_WATER, "place-water"), (_HILL, "place-hill")):
        for m in pattern.finditer(text):
            begin = _begin(reading, m.start())
            if begin is not None and _is_name(reading, begin, m.end()):
                water = reading.entity("Place", text[begin : m.end()], level="other")
                reading.claim(water, begin, m.end(), label, 0.75)
    for row in _ROW.finditer(text) if "、" in text else ():
        for item in _IN_ROW.finditer(text, *row.span("row")):
            if not item[0].endswith("水库") and _in_row(reading, item):
                water = reading.entity("Place", item[0], level="other")
                reading.claim(water, *item.span(), "place-land-row", 0.7)


def _in_row(reading: Reading, item: re.Match[str]) -> bool:
    """Tell whether an item of a row names one hill or water: no kind of them, no words of doing."""
    hit, kind = reading.hits.at(item.start()), vocabulary().get(item[0][:2], ("", 0))[0]
    free = reading.free(*item.span()) and (hit is None or not hit.full)
    return free and not _PLAIN.match(item[0][:-1]) and not is_common_word(item[0]) and kind not in (VERB, FUNCTION)


def _begin(reading: Reading, head: int) -> int | None:
    """Return where the name begins: behind a mark, a place, a preposition, or a word that leads to one."""
    text = reading.text
    for size in (1, 2, 3):
        begin = head - size
        if begin < 0 or not _STEM.fullmatch(text, begin, head):
            return None
        before = text[begin - 1 : begin]
        if size == 1 and before in tuple("和与及对向往的近距至把将被为经是"):
            continue
        behind_place = reading.hits.ending_at(begin)
        if begin == 0 or _OPEN.search(text, max(0, begin - 3), begin) or (behind_place is not None and size > 1):
            return begin
        if before in "和及" and before and size > 1:
            return begin
    return None


def _is_name(reading: Reading, begin: int, end: int) -> bool:
    text = reading.text
    name, stem = text[begin:end], text[begin : end - 1]
    if _PLAIN.match(stem) or is_common_word(name) or not reading.free(begin, end):
        return False
    known = next((at for at in range(len(name) - 1) if name[at:] in regions()), None)
    if known is not None and not (known == 1 and name[0] in "东西南北"):
        return False  # 黄河, 年|黄河; but 西辽河
    hit = reading.hits.at(begin)
    inner = reading.hits.at(end - 2)
    if inner is not None and inner is not hit:
        return False
    if hit is not None and (hit.full or hit.division.level != "county" or (hit.start, hit.end) != (begin, end)):
        return False
    if hit is not None and reading.hits.ending_at(begin) is not None:
        return False  # 湖南|沅江|两岸: the county behind its province
    kind, weight = vocabulary().get(name, ("", 0))
    if kind in (VERB, FUNCTION, NUMBER, TIME) or (kind == "n" and weight > -13):
        return False
    first, _ = vocabulary().get(stem[:2], ("", 0)) if len(stem) > 1 else ("", 0)
    return first not in (VERB, FUNCTION, NUMBER, TIME)
