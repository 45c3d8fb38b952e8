"""Public works that are said to be begun, finished or opened: lines, bridges, power stations, great instruments.

The clause begins with the name and goes on with what has become of it: 柳湾至青屏铁路今天开工, 甲线二期、乙大桥同日开通;
or a dash leads to the name: 重大水利工程——柳湾水库. Read before the places and bodies inside such names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.lexicon import HAN, alternatives
from extractors.names.tokens import LATIN, NAME, PLACE, QUOTED, SINGLE, segment
from extractors.names.vocabulary import FUNCTION, PROPER, VERB, plain
from extractors.names.wordlists import word_list
from extractors.reading import Reading
from extractors.text import occurrences

_WORK = rf"(?:(?:{alternatives(word_list('project_completed'))})(?:[一二三四]期(?:工程)?|[东西南北]段|[{HAN}]{{2,4}}段)?|[一二三四]期项目)"
_WHEN = r"(?:今天|昨天|今日|昨日|今|昨|近日|日前|刚刚|\d{1,2}月(?:\d{1,2}日)?|年底|年内|上周|本月|这两天|这几天)?(?:（\d{1,2}月\d{1,2}日）)?(?:上午|下午|凌晨|晚)?(?:\d{1,2}时(?:\d{1,2}分)?)?"
_BECOMES = (
    r"(?:在[^，。；的]{2,12}?)?(?:正式|顺利|全线|全面|成功|同日|同步|如期|整体|主体|建设|首台机组|首批机组|(?:全部|[\d一二三四首两]{1,3}[台号座]|双|最后一[台座])机组|主塔|主桥|主拱|索塔|主墩|大坝|左[线洞]|右[线洞]|主线|全桥|首段|首跨|完成|实现|即将|正在?|现|已|也|，){0,4}"
    r"(?:开工|动工|开建|启用|投用|投入使用|投入运[营行]|投产|投运|(?:开始)?试?通车|开通|通航|合龙|竣工|完工|贯通|封顶|上线(?![\d一了])|建成|并网|(?:大江|河道)?截流|下闸蓄水|通过(?:竣工|交工|完工)?验收|"
    r"开始(?:试运行|蓄水|铺轨|运行)|进入[^，。；]{2,14}阶段|[加抓]紧(?:推进|建设|施工)|(?:建设|施工)(?:现场|工地)|热火朝天|完成[^，。；]{2,14}(?:吊装|浇筑|安装|铺轨|铺设|合龙|架设))"
)
_BEGUN = re.compile(rf"{_WORK}(?={_WHEN}{_BECOMES}(?!里程|时间|条件|目标|总|公里))")
# 柳青铁路|全长…, 串起…的|柳青高速: a line by one character of either end
_LINE = re.compile(
    rf"(?:(?<![{HAN}A-Za-z0-9”])|(?<=[的在，]))(?P<name>[{HAN}]{{2,3}}(?:铁路|高铁|高速公路|高速|城际))"
    r"(?=全长|全线|正线|线路|设计时速|突破|穿越|跨越|起自|起于|北起|南起|东起|西起|连接|途经|是连接|成为|沿线)"
)
_NAMED = re.compile(
    rf"(?:工程|项目|设施|电站|基地|枢纽|大桥|铁路|之一|平台|“一号工程”)——(?:全长[\d.]+(?:公里|米)的)?(?P<name>[{HAN}A-Za-z0-9（）]{{2,30}}?(?:{alternatives(word_list('project_completed'))}))"
    rf"(?=今天|昨天|近日|日前|，|。|和|与|、|正式|全面|全线|首台|首批|完成|建成|开工|的)"
)
_OPENS = re.compile(r"[，。；：—\n！？]|的(?![\u4e00-\u9fff]{0,2}[、和])")
"""What a clause, or what describes a work, ends with before its name."""
_LEADS = re.compile(
    r"(?:今天|昨天|今日|昨日|近日|日前|目前|今年|去年|年内|如今|其中|随着|截至目前|当天|最近)(?:（[^（）]{2,9}）)?|"
    rf"[{HAN}]{{0,12}}?(?:来到|前往|走进|抵达|察看|查看|考察|督导|调研|宣布)了?|国家高速公路网(?=[GS]\d)|(?:[{HAN}]{{0,6}}?(?:重大|重点|重要|控制性|标志性|骨干)[{HAN}]{{0,6}}?(?:工程|项目)(?=[{HAN}A-Za-z0-9（]{{4}}))"
)
_JOINS = re.compile("、|以及|和(?![平谐顺睦])|及(?!时)")
_ENDS = re.compile(rf"{_WORK}\Z")
_VAGUE = re.compile(
    r"^\d+[户套]|一批|多[个条座项]|[两三四五六七八九十几\d][余多]?[个条座项批大处](?!线|机|标)|首[个条座批]|[该本此每各]|全[国省市县]|新一轮|这|那|我国|世界|国内|部分|所有|今年|\d{4}年|第[一二三四](?!跑道|水厂|污水|航站|输)|"
    r".和(?![平谐顺睦])|[的及]|与(?!调度|管理|服务|控制)|并(?!网)|出席|等|之|了|着|为|将|是|有|被|把|让|使|已|建设|推进|开展|实施|启动|完成|加快|完善|打造|^(?:重点|重大)|改革|专项|行动|活动|培训|服务|“|”"
)
_KIND = re.compile(
    r"(?:基础设施|民生|惠民|重点|配套|水利|交通|城市|农村|公路|道路|桥梁|供水|管网|改造|治理|修复|保护|主体|一期|二期|三期|扩建|新建|安居|安置|学校|医院|绿化|亮化|农村|城区|县城|城市|户厕|厕所|危旧?房|农房|雨污分流|老旧|小区|供热|供气|燃气|电网|照明|路灯|建设|提升|提质|智能化|节能){1,6}(?:工程|项目)"
)
# 前往|青屏数据中心、柳湾智算中心和河东算力基地|，调研: what is visited
_VISITED = re.compile(
    rf"(?:前往|来到|考察了?|走进|察看了?|参观了?|在)(?P<row>[{HAN}（）A-Za-z0-9、]{{4,60}}?(?:(?<!大)数据中心|智算中心|算力中心|算力基地|智算[{HAN}]{{2,6}}基地|调度平台))(?=，)"
)
_COMPUTES = re.compile(rf"(?:数据中心|智算中心|算力中心|算力基地|智算[{HAN}]{{2,6}}基地|调度平台)\Z")
# the parks of national culture, and what everybody knows by its name
_KNOWN = re.compile(
    "(?:黄河|长城|长征|大运河|长江)国家文化公园(?!建设保护规划)|(?:白鹤滩|溪洛渡|向家坝|乌东德|葛洲坝)(?:水电站)?(?![镇村水])|(?:问天|梦天)实验舱|高能同步辐射光源"
)
_NO_LINE = re.compile(
    r"^[该这那此本各新老全沿有条段个其在从到通上下进出走修乘坐我]|[条段个多类级的了在与]|城际(?:铁路|高)|^(?:国家|中国|我国|地方|普速|干线|普通|客运|货运|合资|智能|智慧|重载|电气|首条)"
)
_REACH = 60
_LONGEST = 36
_BEHIND_PLACE = 4
"""How many characters a name has at least behind the place that it begins with."""
_PART = re.compile(rf"(?:(?![全的])[{HAN}]){{2,6}}?(?:段|隧道|大桥)")
"""Behind a line, what makes another name of it: 柳青高铁|河东地下段."""
_ALIKE = 6
"""How many characters at their end two names of one work have in common."""
_LEAST = 4
"""How many characters a name has at least."""


def read(reading: Reading) -> None:
    """Add such works wherever their names are printed in the article."""
    text = reading.text
    found = list(dict.fromkeys(_spans(reading)))
    body = [text[start:end] for start, end in found if start >= reading.body_start]
    for start, end in found:
        name = text[start:end]
        alike = {b for b in body if b != name and _same(name, b, titled=start < reading.body_start)}
        if name.endswith("高速") and name + "公路" in text:
            alike.add(name + "公路")
        firm = reading.name_ending_at(start, "Company")
        whole = name if firm is None else text[firm.start : end]  # 某集团|青屏风电场二期项目
        entity = reading.entity("Project", alike.pop() if len(alike) == 1 else whole)
        reading.alias(entity, name)
        hit = reading.hits.at(start)
        if hit is not None and hit.start == start:
            entity.seat = entity.seat or hit.division
        for again in occurrences(text, name):
            if reading.free(again.start, again.end) and (again.start == start or not _PART.match(text, again.end)):
                reading.claim(entity, again.start, again.end, "project-completed", 0.8)
        rest = name[hit.end - start :] if hit is not None and hit.start == start and hit.end < end else ""
        for again in occurrences(text, rest) if len(rest) >= _LEAST and not _KIND.fullmatch(rest) else ():
            if reading.free(again.start, again.end) and reading.hits.ending_at(again.start) is None:
                reading.claim(entity, again.start, again.end, "project-completed", 0.75)  # 甲省柳湾公路…，柳湾公路


def _same(name: str, other: str, *, titled: bool) -> bool:
    """Tell whether another name of the article is the full one: of a title by its end (青州柳湾洼地治理工程)."""
    if titled and (name[-_ALIKE:] == other[-_ALIKE:] or name.endswith(other)):
        return True
    return len(name) >= _ALIKE and other.endswith(name)


def _spans(reading: Reading) -> Iterator[tuple[int, int]]:
    text = reading.text
    for m in _BEGUN.finditer(text):
        low = max(0, m.start() - _REACH)
        begins = max((o.end() for o in _OPENS.finditer(text, low, m.start())), default=low)
        while (lead := _LEADS.match(text, begins, m.end())) is not None and lead.end() > begins:
            begins = lead.end()
        while (firm := reading.name_at(begins)) is not None and firm.label == "Company" and firm.end < m.start():
            begins = firm.end
        items = _items(text, begins, m.end())
        if all(_is_name(reading, *item) for item in items):
            yield from items
    for m in _KNOWN.finditer(text):
        yield m.span()
    for m in _VISITED.finditer(text):
        items = _items(text, *m.span("row"), ends=_COMPUTES)
        if len(items) > 1 or _COMPUTES.search(m["row"]):
            yield from (item for item in items if _is_name(reading, *item))
    for m in _LINE.finditer(text):
        stem = m["name"][:2]
        if not plain(stem) and not _NO_LINE.search(m["name"]) and reading.hits.at(m.start()) is None:
            yield m.span("name")
    if "——" in text:
        for m in _NAMED.finditer(text):
            if _is_name(reading, *m.span("name")):
                yield m.span("name")


def _items(text: str, start: int, end: int, ends: re.Pattern[str] = _ENDS) -> list[tuple[int, int]]:
    """Return the names of a row, each of which ends as a work does; the whole where it is one name."""
    edges = [start, *(at for m in _JOINS.finditer(text, start, end) for at in m.span()), end]
    items = list(zip(edges[::2], edges[1::2], strict=True))
    return items if all(ends.search(text[a:b]) for a, b in items) else [(start, end)]


def _is_name(reading: Reading, start: int, end: int) -> bool:
    """Tell whether the words name one work and not a kind of work."""
    name = reading.text[start:end]
    if (
        not _LEAST <= len(name) <= _LONGEST
        or _VAGUE.search(name)
        or _KIND.fullmatch(name)
        or not reading.free(start, end)
    ):
        return False
    if name.startswith(("海底", "海上", "水下")) and not any(w.kind in (PLACE, PROPER) for w in segment(name)):
        return False
    if name.endswith("号隧道") or "、" in name or name.count("（") != name.count("）"):
        return False
    hit = reading.hits.at(start)
    if hit is not None and hit.start == start and hit.end < end:
        return end - hit.end >= _BEHIND_PLACE and _KIND.fullmatch(reading.text, hit.end, end) is None
    words = segment(name)
    own = any(w.kind in (PLACE, NAME, QUOTED, PROPER, LATIN, SINGLE) for w in words)
    return own and words[0].kind not in (VERB, FUNCTION)
