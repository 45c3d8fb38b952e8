"""Works whose clause tells: what it begins with and says the cost or builder of, what a body carries out, what is visited.

Read with the framed projects, before the parks, schools and institutes inside such names: 沣溪研究院|大楼由某局投资建设.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.lexicon import HAN, alternatives
from extractors.names.built import BY, MODAL, OPENS
from extractors.names.tokens import segment
from extractors.names.vocabulary import FUNCTION, VERB
from extractors.names.wordlists import word_list
from extractors.reading import Reading

_FORM = rf"(?:(?![的了着过将已在于与为是对由从被把让使向以和及各等])[{HAN}A-Za-z0-9·+\-—]|“[^“”]{{1,12}}”|（[^（），。；]{{1,12}}）)"
_PLANT = alternatives(word_list("project_facilities"))
_HEAD = rf"(?:项目|工程|{_PLANT})(?:[一二三四五]期)?"
_NOT_FIRST = rf"(?!（|调研|考察|视察|检查|督[查导]|察看|查看|走访|慰问|指导|参观|\d+[余多]?[个座条家处栋间]|[该此本这那其全各每两几多首第新老整上下一二三四五]|目前|项目|工程|公司|企业|园区|基地|总|据|今年|去年|明年|同时|位于|重[点大]|[{HAN}]{{0,3}}讯)"
_WHEN = r"(?:也|已|正|将|日前|近日|目前|[今去前]年|[上下本]月|\d{1,2}月(?:\d{1,2}日)?|20\d\d年){0,3}"
_COSTS = (
    rf"{_WHEN}(?:(?:计划|预计|概算|规划|一期){{0,2}}总?投资(?:额|约|达|近|超)*\d|(?:累计)?完成(?:总?投资|年度投资)\d"
    rf"|(?:拟|已|是|系)?由[^，。；]{{3,40}}?(?:{BY}|投建|统筹)"
    rf"|(?:投资|建设|施工|设计|业主|运营)(?:方|单位|主体)(?:为|是)|选[址定]|也?(?:已经?|刚刚?)?进入[{HAN}]{{2,10}}阶段|已?(?:被)?列入[^，。；]{{0,8}}重点"
    rf"|[^，。；]{{2,16}}(?:公司|集团)(?:计划|拟)?(?:投资|出资)\d"
    rf"|(?:主体(?:工程|结构)?|土建)?{_WHEN}(?:封顶|竣工(?!后|验收)|通过(?:交工|竣工|完工)?验收)|正?(?:在)?进行[一二三四]期建设)"
)
# 。|沣溪食用菌研究院大楼|由某局投资建设, ；|云泽产业园三期|总投资1.7亿元
_OF_CLAUSE = re.compile(
    rf"(?:(?<=[。；\n：，])|(?<=[站点]是)|^)(?P<name>{_NOT_FIRST}{_FORM}{{2,24}}?(?:{_HEAD}))(?=，?{_COSTS})"
)
_HAS_VERB = re.compile(
    r"[镇乡县村市区局](?:规划)?建|正[在筹推加实进]|\d年|季度|重[点大]|我国|全[国省市县区]|筹建|承建|兴建|修建|援建|实现|标志|推进|加快|实施|推动|开展|启动|投资|新建|打造|负责|落实|完成|依托|围绕|通过|支持|带动|走进|来到|察看|参观|调研|了解|介绍|记者"
)
# 正在推进|滩羊核心群扩繁项目|，
_CARRIED_OUT = re.compile(
    rf"(?:实施|推进|签约|签订|签下|启动|上马|争取)了?(?P<name>{_NOT_FIRST}{_FORM}{{5,26}}?(?:项目|工程))(?=，[^，。；]{{0,24}}?\d|资金\d|，在|框架协议)"
)
_DOER = re.compile(r"(?:[局委办镇乡村社站院]|中心|公司|集团|街道|合作社)[^，。；]{0,40}(?:，(?:同时|还|并|又)?)?\Z")
_GENERAL = re.compile(
    "老旧小区|高标准农田|人居环境|基础设施|乡村振兴|民生|重[点大]|一批|系列|战略|以工代赈|[^“]{0,2}惠民|提升工程|行动|教育|招商"
)
# 在九资河镇建|高产示范园|800亩, 规划|汉服产业园|，占地320亩
_BUILT = re.compile(
    rf"(?:(?P<here>在[^，。；在]{{2,14}}?)|(?<=[{HAN}]))(?:投资(?:约)?\d[\d.]*[万亿]元)?(?:规划建设|规划|修建|新建|投建|改建成?|兴建|再建|建(?:成|设|起)?(?![筑议立有])|刚?上(?=一条))(?:了|起)?(?:一[个座条家处间])?"
    rf"(?P<name>{_NOT_FIRST}{_FORM}{{2,16}}?(?:{_PLANT}))"
    rf"(?=(?:，(?:首期|一期|计划|预计|规划|总|改建|设计)?(?:占地|用地|总?投资|面积|建筑面积|容量|库容|规模|资金|预算|花了?|年产|日产|全[程长]|可年|由)[^，。；]{{0,8}}\d)|\d[\d.]*万?亩)"
)
_OWNER = re.compile(r"(?:[局委镇乡县区村社站院企厂]|公司|集团|合作社|街道|中心|该市)[^，。；]{0,24}\Z")
# 到某镇某村|废弃矿坑修复工程|、: a row of what is visited, each behind its place
_VISITS = re.compile(
    r"(?:先后|实地|分别|依次|还|一行){0,4}(?:[来走]?到|走进|深入(?!实施|推进|开展)|察看|查看|参观|观摩|考察)了?(?P<row>[^，。；：！？\n]{8,160})"
)
_PLACED = re.compile(
    rf"(?P<place>(?:(?![的了在与和及])[{HAN}]){{1,8}}?(?:[镇乡]|(?<!农)村|街道|社区|工业园区|产业园区|开发区))(?P<name>{_NOT_FIRST}(?:(?![镇乡村]|社区)(?:{_FORM})){{4,24}}?(?:项目|工程|示范园|种植园|产业园|基地|示范区|示范林|茶园|车间|生产线))"
)
_ITEM = re.compile(r"[^、]+")
_JOIN = re.compile(r"(?<=[园程目场司厂线间区地学院馆店社村])(?:和|以及|及|与)")
_SITE = re.compile(r"(?:建设|施工)?(?:现场|工地|情况|进展|进度|等地?|等处|$)")
# 洛川工业园区|果醋扩产项目|竣工投产
_OPENED = re.compile(
    rf"(?:(?<=[。；，\n、])|^)(?P<place>[{HAN}]{{2,10}}?(?:工业园区|产业园区|工业园|开发区|高新区))(?P<name>(?![的在和与是]|党|政府|人大|一批|重[点大])(?:{_FORM}|及){{4,24}}?项目)(?={OPENS.pattern})"
)
_LEGAL = re.compile("(?:公司|集团|厂|合作社)\\Z")
_KIND = re.compile(rf"(?:{alternatives(word_list('project_generic_words'))}){{1,4}}+(?:项目|工程)?")
_SHORTEST = 4


def spans(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Yield where such works are named, with the rule that tells."""
    text = reading.text
    for m in _CARRIED_OUT.finditer(text):
        low = reading.sentence(m.start()).start
        acts = _DOER.search(text, max(low, m.start() - 60), m.start())
        if acts and not MODAL.search(text, low, m.start()) and not _GENERAL.search(m["name"]):
            yield from _behind_firm(reading, *m.span("name"), "project-carried-out")
    for m in _BUILT.finditer(text):
        low = reading.sentence(m.start()).start
        owned = m["here"] or _OWNER.search(text, max(low, m.start() - 30), m.start() + 1)
        if owned and _is_name(m["name"]) and not MODAL.search(text, low, m.start()):
            yield from _behind_firm(reading, *m.span("name"), "project-built")
    for m in _OF_CLAUSE.finditer(text):
        if _is_name(m["name"]) and not _HAS_VERB.search(m["name"]):
            yield from _behind_firm(reading, *m.span("name"), "project-clause")
    for m in _OPENED.finditer(text):
        yield *m.span("name"), "project-placed"
    yield from _visited(reading)


def _behind_firm(reading: Reading, start: int, end: int, rule: str) -> Iterator[tuple[int, int, str]]:
    """Yield the work without the firm before it where it was not named before: 某某公司|技术改造项目."""
    firm = reading.name_at(start)
    if firm is not None and firm.start == start and firm.end <= end - _SHORTEST and _LEGAL.search(firm.entity.name):
        start = firm.end
    name = reading.text[start:end]
    again = name.endswith("项目") and 0 <= reading.text.find(name) < start  # 沣镇|青坪小镇项目开工。青坪小镇项目总投资…
    if reading.free(start, end) and not again and not _KIND.fullmatch(name):
        yield start, end, rule


def _is_name(name: str) -> bool:
    """Tell whether the words name a work: they begin with no verb or function word and are more than its kind."""
    first = segment(name)[:1]
    return len(name) >= _SHORTEST and bool(first) and first[0].kind not in (VERB, FUNCTION) and "、" not in name


def _visited(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Yield the works of a row that is visited, each behind the town or village where it is."""
    text = reading.text
    for row in _VISITS.finditer(text):
        at = row.start("row")
        for part in _JOIN.split(row["row"]):
            at = text.index(part, at)
            for item in _ITEM.finditer(part):
                m = _PLACED.match(item[0])
                if m is not None and _SITE.match(item[0], m.end()):
                    yield at + item.start() + m.start("name"), at + item.start() + m.end("name"), "project-visited"
            at += len(part)
