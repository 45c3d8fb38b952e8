"""Works whose name no head tells: stages of a work (某某产业园二期), numbered ones, what so much is spent on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.lexicon import HAN, alternatives
from extractors.names.bounds import edge
from extractors.names.built import OPENS, SAID
from extractors.names.project_lists import SUM
from extractors.names.tokens import is_common, segment
from extractors.names.vocabulary import FUNCTION, VERB
from extractors.names.wordlists import word_list
from extractors.reading import Reading

_CHAR = rf"(?:(?![的了在与和及等将从被由把是][{HAN}])[{HAN}A-Za-z0-9（）])"
_WHEN = r"(?:\d{1,2}月(?:\d{1,2}日)?[初中底]?前?|今年|去年|明年|年底前?|昨[天日]|今[天日]|近日|日前)?"
_BEGINS = r"(?:(?<![\u4e00-\u9fffA-Za-z0-9）])|(?<=[的了到以])|(?<=推进)|(?<=扩建)|(?<=建设)|(?<=新建)|(?<=确保)|(?<=建成)|(?<=打通)|(?<=加快))"
# 云沣数据中心|二期|首批机柜上架, 用于扩建沣能基板|二期
_STAGE = re.compile(
    rf"[一二三四五]期(?:工程|项目)?(?={_WHEN}(?:{OPENS.pattern}|{SAID}|首批|首台|开始|正(?:在|调试|安装|施工|建设)|刚|通电|并网|工地|正式|试生产|试运行|全部|主体|累计|预计|计划)"
    r"|[；。]|，(?:预计|计划|总投资|占地|明年|今年))"
)
_NO_STAGE = re.compile(
    r"[，、；]|[一二三四五]期|(?:项目|工程|基地|园区|公司|企业|规划|建设|目前|其中|[第本该全各每上下前后分年])\Z"
)
# 某岭|二号隧道, 某港区|13号泊位
_NUMBERED = re.compile(
    rf"(?:(?<![\u4e00-\u9fff])|(?<=[的到在])|(?<=铁路)|(?<=高速)|(?<=公路)|(?<=高铁))(?P<name>{_CHAR}{{2,7}}?(?:[一二三四五六七八九十]|\d{{1,3}}|[A-Z])[号#](?:特长)?(?:隧道|特大桥|大桥|泊位|水闸|泵站|斜井|竖井|升压站|风场|机组|高炉))"
)
# 柳湾至青屏|公路: a road by its ends, where the words say that it is being built
_ROAD = re.compile(
    rf"{_BEGINS}(?P<name>(?:(?![的了在与和及等至])[{HAN}]){{2,5}}至(?:(?![的了在与和及等至])[{HAN}]){{2,5}}(?:公路|高速|快速路|旅游路|产业路|铁路|高铁))"
    rf"(?={_WHEN}(?:{OPENS.pattern}|全线|正在|改造|路基|路面))"
)
# 新建的|沣溪第二水厂
_SECOND = re.compile(
    rf"(?<=[建的设])(?P<name>(?:(?![的了在与和及等])[{HAN}]){{2,4}}第[一二三四五六](?:自来水厂|污水处理厂|水厂|变电站|小学|中学|幼儿园|人民医院))(?=（|，|已|正|将|具备|项目|工程|计划|预计)"
)
_NEW = re.compile(r"(?:新建|在建|建设|续建|扩建|迁建)的?\Z")
# 总投资3600万元的|某某艺术宫|主体完工
_COSTLY = re.compile(
    rf"{SUM}的(?P<name>{_CHAR}{{4,20}}?)(?=(?:主体(?:工程|结构)?)?{_WHEN}{OPENS.pattern}|，由[^，。；]{{4,30}}?(?:承建|建设|施工))"
)
# 建一间|“沣禾书屋”
_QUOTED = re.compile(
    rf"(?:建设?|建成|建起|打造|捐建|援建|新建)(?:了|起|成)?一[间座个所处家]“(?P<name>[{HAN}]{{2,8}}(?:书屋|驿站|工坊|展馆|体验馆|陈列馆|文化馆|车间|市集))”"
)
# 投到了|二期智能铸造车间
_STAGED_SHOP = re.compile(
    rf"(?:(?<![\u4e00-\u9fff])|(?<=[的了到]))(?P<name>[二三四五]期(?:(?![的了在与和及等])[{HAN}]){{2,10}}?(?:车间|厂房|生产线|冷库|智能工厂))(?=[，。；、]|{_WHEN}{OPENS.pattern}|预计|计划)"
)
# 推进|甲基地、乙园、丙中心|建设
_PUSHED = re.compile(
    rf"(?:推进|加快|推动|抓好)(?P<items>{_CHAR}{{4,20}}(?:、{_CHAR}{{4,20}}){{1,6}})(?:等?(?:重点|重大)?(?:项目)?)建设(?=[，。；])"
)
_ITEM_END = re.compile(
    rf"(?:{alternatives([*word_list('project_works'), *word_list('project_facilities'), *word_list('project_things')])})\Z"
)
# 到某镇某村|黑土地保护示范区: what is seen in a village
_OF_VILLAGE = re.compile(
    rf"(?P<name>(?:(?![的了在与和及等村])[{HAN}]){{3,10}}?(?:示范区|示范园|示范基地|种植基地|养殖基地|产业园|加工车间|试验田|示范田))(?=[，。；、]|实地|现场|参观|察看|查看|了解)"
)
_SEES = re.compile(r"(?:到|来到|走进|深入|前往|察看了?|查看了?|在)[^，。；]{0,16}\Z")


_LEAD = re.compile(r"确保|推进|推动|加快|建成|打通|开通|新建|改建|扩建|建设|实施|完成")
_OF_LINE = re.compile(rf"[{HAN}]{{2,6}}(?:铁路|高速公路|高速|公路|高铁)(?=[{HAN}]{{2}})")
"""What may stand before such a name: a verb; the line that a tunnel is of."""
_SHORTEST = 4
"""How long, in characters, the name of a work must be that only its stage tells."""
# 某港区|13号泊位, 某作业区|散货码头
_BERTH = re.compile(
    rf"(?<=[港业]区)(?P<name>\d{{1,3}}号泊位|(?:(?![的了在和与及])[{HAN}]){{2,4}}码头(?:工程|项目)?)(?!公司|集团)"
)


def spans(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Yield where such works are named, with the rule that tells; none whose words tell only a kind of work."""
    text = reading.text
    for m in _STAGE.finditer(text):
        found = edge(reading, m.start())
        name = text[found.start : m.start()]
        if len(name) >= _SHORTEST and found.proper and not _NO_STAGE.search(name) and not is_common(list(found.words)):
            yield found.start, m.end(), "project-stage"
    for pattern, rule in ((_NUMBERED, "project-numbered"), (_ROAD, "project-road"), (_COSTLY, "project-invested")):
        for m in pattern.finditer(text):
            lead = (_OF_LINE if pattern is _NUMBERED else _LEAD).match(m["name"])
            start = m.start("name") + (lead.end() if lead else 0)
            if _is_own(text[start : m.end("name")]):
                yield start, m.end("name"), rule
    for m in _BERTH.finditer(text):
        yield *m.span("name"), "project-numbered"
    for m in _SECOND.finditer(text):
        if _NEW.search(text, max(0, m.start("name") - 3), m.start("name")):
            yield *m.span("name"), "project-numbered"
    for pattern in (_QUOTED, _STAGED_SHOP):
        for m in pattern.finditer(text):
            yield *m.span("name"), "project-made"
    for m in _PUSHED.finditer(text):
        for item in re.finditer("[^、]+", m["items"]):
            if _ITEM_END.search(item[0]) and _is_own(item[0]):
                yield m.start("items") + item.start(), m.start("items") + item.end(), "project-row"
    yield from _seen_in_village(reading)
    yield from _treated(reading)


# 沣头水库除险加固|施工正酣, 沣集船闸扩容|进展情况, 沣桥街老旧管网改造|现场
_TREATED = re.compile(
    r"(?:续建配套与(?:现代化|节水)改造|除险加固|(?:老旧)?管网改造|提升改造|改造提升|升级改造|微改造|改扩建|扩建|扩容|复建|翻建|提质|(?<![更])改造|生态修复)"
    r"(?=(?:建设|施工)?(?:现场|工地|进展|进度|推进情况)|施工(?![单企方队人])|完成投资\d)"
)


_AND = re.compile("[和与及]")


def _treated(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Yield a thing under a name of its own with what is being done to it, where work on it goes on."""
    for m in _TREATED.finditer(reading.text):
        found = edge(reading, m.start())
        start = max([found.start, *(j.end() for j in _AND.finditer(reading.text, found.start + 2, m.start() - 2))])
        found = replace(found, start=start, words=tuple(w for w in found.words if w.start >= start))
        own = m.start() - start
        if 3 <= own <= 14 and found.proper and not is_common(list(found.words)):
            yield found.start, m.end(), "project-treated"


def _is_own(name: str) -> bool:
    """Tell whether something in the name is of no common word, and it begins with no verb or function word."""
    words = segment(name)
    return not is_common(words) and words[0].kind not in (VERB, FUNCTION)


_VILLAGE = re.compile(rf"(?<=[镇乡])(?:(?![的了在与和及等镇乡])[{HAN}]){{2,4}}(?:村|社区)")


def _seen_in_village(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Yield what stands right behind a village that is visited, and is a zone or base there."""
    for village in _VILLAGE.finditer(reading.text):
        m = _OF_VILLAGE.match(reading.text, village.end())
        if m is not None and _SEES.search(reading.text, max(0, village.start() - 24), village.start()):
            yield *m.span("name"), "project-of-village"
