"""Projects: what is built, invested in or set up under a name of its own: lines, works, plants, bases, platforms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from extractors.lexicon import HAN, alternatives
from extractors.names import facility, platforms, project_lists, road_works, site_works, told_works
from extractors.names.bounds import INSIDE, Edge, aligned, edge, runs_on
from extractors.names.built import BY
from extractors.names.tokens import LATIN, NAME, PLACE, QUOTED, SINGLE, Token, is_common, segment
from extractors.names.vocabulary import ADJECTIVE, PROPER, TIME
from extractors.names.wordlists import word_list
from extractors.names.work_edges import works
from extractors.reading import Entity, Mention, Reading
from extractors.text import occurrences

# Works that a place or an own name makes particular (某江大桥), and works that need more than a place (某县项目).
_WORKS = word_list("project_works")
_THINGS = word_list("project_things")
_HEAD = re.compile(
    rf"(?:{alternatives([*_WORKS, *_THINGS])})(?![经]济|经理|员|客运|货运|旅客|公安|部门|职工|救援|抢险|机械|车辆|师|部|学院|大学|局|公司|集团|化|[边头口]?村|镇|乡|街道|办|段|网|港(?!口)|(?<=公路)(?:通车|总|建设)?里程)"
)
_SECTION = re.compile(rf"(?:(?![的在和与、各全其标])[{HAN}]){{2,8}}?(?<!阶)段(?![时落])")
_WORK_SET = frozenset(_WORKS)
_STAGE = re.compile(r"(?:[一二三四五]|首)期(?:工程|项目)?|PPP项目")
_LOT = re.compile(r"(?:土建)?(?:第?[A-Z]{0,4}-?\d{1,2}|[一二三四五六七八九十]{1,2})标段?(?![准志])")
"""Behind a line, the part of it that one builder has: 某高速公路|TJ2标."""
_GENERIC_WORDS = frozenset(word_list("project_generic_words"))
_BUILT = re.compile(
    r"开工|开通|支线机场|扩建|新建|在建|建成|竣工|通航|投运|迁建|动工|施工|封顶|奠基|投用|落成|[一二三四]期"
)


_DONE = re.compile(
    r"(?:建成|建成了|开建|投资建设|投资建设了|新建|建起了?|打造出|启用|联合建设了?|合作建设了?|"
    r"共建)(?:一[个座条]|全[国省市县]|首[个条座])?的?$"
)
_DONE_AFTER = re.compile(
    r"(?:(?:[A-Z]?\d{1,3}(?:#|号)楼|主体(?:结构|工程)?)?(?:正式|顺利|全面|已|正在?|成功|加紧|于[^，。]{2,8}){0,4})(?:开工|投产|竣工|建成|通车|"
    r"投运|并网|落户|签约|完工|封顶|交付|投用|动工|奠基|加紧建设)"
    r"|(?:建设|施工)?(?:现场|工地)"
    rf"|(?:是|系)?由[^，。；]{{3,60}}?{BY}|是[^，。；]{{3,24}}?投资建设"
)
_SIZE = re.compile(
    r"(?:[百千]万吨级?|(?:[一二三四五]期)?(?:年产|日处理|总装机)?\d{1,20}(?:\.\d{1,20})?(?:万|亿)?(?:吨|锭|MW|"
    r"兆瓦|千瓦|台套?|套|头|只|亩|平方米|立方米|千伏|棒|袋|瓶|株|羽|尾|件|枚|辆|箱|匹|公里|公斤|支|片)(?:级|/日)?)"
)
_VAGUE = re.compile(
    r"第[一二三四五六七八九十\d]{1,40}[次批]|季度|充分|发挥|加强|加大|全国|全省|全市|全县|全区|市县|\d{1,20}月|年度|重大|重点|部分|多数|所有|全部|一些|许多|各个|多个|其他|其它|\d{1,20}[个座条项家处所段批支]|^投用|"
    r"[两几多][个座条项家处所]|[两三四五六七八九十]大(?![坝桥道])|(?:运动|比赛|体育|收费|考试|服务|检查|检测|审批|申报|许可|"
    r"竞赛|演出|展示|地区|首[个座条家]|检验|缴费|表演|训练|锻炼|认证|试点|抓|紧盯|山塘|代表性|建设|含量)$"
)
# What a firm does or is, no part of its project's name.
_SAYS = re.compile(
    rf"[^{HAN}A-Za-z0-9.+-]|[的了在将已于与为是对由从被把让等和到]|进行|举行|举办|召开|一行|总裁|经理|董事|洽谈|合作|座谈|投资|建设|承[建担办]|实施|负责|新建|兴建|打造|推进|启动|运营|开展|获|签|向|以|现有|分别|建[成立起]|拥有|共有|已有|目前|具有|自|据|全|首|一期、|[各该本]|今天|昨天|今年|日前|近日|有关|相关|停运|停工|恢复"
)
_OCCASION = re.compile(r"(?:招商引资|招商|集中)?(?:推介|签约|对接|洽谈|调度|评审)(?:会|仪式|活动)|(?:招商引资|招商)")
_PLANS = re.compile(r"(?:拟|将|计划|规划)?(?:建设|新建|建成|投资)(?=年产|日产|日处理|\d)")
_SOME = re.compile(r"(?:一批|重点|部分|多个|若干|批)$")
_ALL_KINDS = re.compile(r"一批|再|扩大|新增|已完成|以上|[多两几]|各")
_ROAD = re.compile(r"(?:路|大道|桥|隧道|水库|河|渠)$")
_VILLAGE = re.compile(rf"(?:(?![的了在与、各等和及])[{HAN}]){{1,6}}?(?:村|社区)(?![委民集支干两务里上级镇庄])")
# 某灌区|续建配套与节水改造项目: what is done to a work that is named
_TREATED = re.compile(rf"{road_works.WORKED}{{1,8}}(?:建设)?(?:工程|项目)(?!部|办|组|区)")
_ALIKE = 4
# What every county builds is told by its year: 2024年度高标准农田建设项目
_OF_YEAR = re.compile(
    rf"(?:19|20)\d\d年度?[{HAN}]{{0,4}}?(?:高标准农田|老旧小区改造|易地扶贫搬迁|农村饮水安全|农村公路|水库除险加固)[{HAN}]{{0,6}}?(?:项目|工程)(?!区|部|办|组|经理|建设(?:任务(?!为?\d)|进度))"
)
_OWN_LENGTH = 6
"""How long, in characters, a name must be to mean the same wherever it is printed again."""
_LINES = frozenset(word_list("project_lines"))
_BUILDINGS = frozenset(("机场", "大剧院"))


def read(reading: Reading) -> None:
    """Add the projects of the article; a shorter form of one named elsewhere is the same project."""
    found = _whole(sorted(works(reading, _found(reading))))
    names = list(dict.fromkeys(reading.text[start:end] for start, end, _ in found))
    same = _of_title(reading, found)
    for start, end, rule in found:
        _claim(reading, start, end, rule, names, same)
    for name in sorted(names, key=len, reverse=True):
        if len(name) >= _OWN_LENGTH:
            for again in occurrences(reading.text, name):
                _claim(reading, again.start, again.end, "project-again", names, same)


def _whole(found: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Leave out what an item of a list begins with: 实施|某某灌区|续建配套、…等10个项目."""
    items = {start: end for start, end, rule in found if rule in ("project-list", "project-treated")}
    return [(start, end, rule) for start, end, rule in found if end >= items.get(start, 0)]


def _of_title(reading: Reading, found: list[tuple[int, int, str]]) -> dict[str, str]:
    """Return for a project's name in the title the one of the body that begins and ends as it does."""
    text = reading.text
    title = {text[start:end] for start, end, _ in found if end <= reading.body_start}
    body = list(dict.fromkeys(text[start:end] for start, end, _ in found if start >= reading.body_start))
    same: dict[str, str] = {}
    for printed in title - set(body):
        hit = reading.hits.at(text.find(printed))
        name = printed.removeprefix(hit.name) if hit is not None else printed
        fit = [b for b in body if len(b) > _ALIKE * 2 and b[:_ALIKE] == name[:_ALIKE] and b[-_ALIKE:] == name[-_ALIKE:]]
        if len(fit) == 1:
            same[printed] = fit[0]
    return same


_BUILDING = re.compile(r"(?:项目|工程)(?:主|标准|生产|钢结构)?厂房\Z")


def _found(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Yield where projects are named, those with a head of their own first."""
    # 三期项目|主厂房封顶: a building of the project is no other project
    heads = [
        m for m in _HEAD.finditer(reading.text) if not _BUILDING.search(reading.text, max(0, m.start() - 5), m.end())
    ]
    for m, following in zip(heads, [*heads[1:], None], strict=False):
        if not reading.free(m.start(), m.end()) or not aligned(reading, m.start(), m.end()):
            continue
        if following is not None and runs_on(reading, m.end(), following.start(), limit=12):
            continue
        span = _with_village(reading, _behind_places(reading, _project(reading, m)))
        if (
            span is not None
            and reading.free(*span)
            and not _ONE_OF_MANY.search(reading.text, max(0, span[0] - 4), span[0])
        ):
            yield (*span, "project-work" if m[0] in _WORK_SET else "project-head")
    for m in _KNOWN.finditer(reading.text):
        if reading.free(m.start(), m.end()):
            yield m.start(), m.end(), "project-known"
    for m in _POLAR.finditer(reading.text) if "南极" in reading.text else ():
        if reading.free(m.start(), m.end()):
            yield m.start(), m.end(), "project-known"
    for m in _OF_YEAR.finditer(reading.text):
        if reading.free(m.start(), m.end()):
            yield m.start(), m.end(), "project-of-year"
    yield from road_works.spans(reading)
    yield from told_works.spans(reading)
    yield from site_works.spans(reading)
    yield from platforms.of_body(reading)
    yield from facility.spans(reading)
    yield from project_lists.spans(reading)
    yield from project_lists.vouched(reading)
    yield from project_lists.invested(reading)


def _claim(reading: Reading, start: int, end: int, rule: str, names: list[str], same: dict[str, str]) -> None:
    if not reading.free(start, end):
        return
    printed = reading.text[start:end]
    bare = printed.removesuffix("项目")
    name = max((n for n in names if n.endswith(printed) or (len(bare) >= _ALIKE and n.endswith(bare))), key=len)
    owner = reading.name_ending_at(
        start, "Company", "Organization", *(["Agency"] if rule == "project-platform" else [])
    )
    if owner is not None and name == printed:
        name = reading.text[owner.start : end]  # 某公司|二期生产线: the firm tells which one
    zone = reading.name_ending_at(start, "Place")
    if zone is not None and zone.entity.properties.get("level") == "zone" and name == printed:
        name = reading.text[zone.start : end]
    name = same.get(name, name)
    if rule == "project-of-body":  # 建设项目, 新院 are everybody's: never known by themselves
        entity = _twin(reading, name) or reading.entity("Project", name)
    else:
        entity = (
            reading.known("Project", printed)
            or _twin(reading, printed)
            or _twin(reading, name)
            or reading.entity("Project", name)
        )
        reading.alias(entity, printed)
    start = _behind_village(reading, start, end)
    hit = reading.hits.at(start)
    if hit is not None and hit.start == start:
        entity.seat = entity.seat or hit.division
    reading.claim(entity, start, end, rule, 0.75)


def claim(reading: Reading, start: int, end: int, rule: str, confidence: float) -> Mention | None:
    """Claim the span as a project: one that the article names alike, else a new one; None when part of it is taken."""
    name = reading.text[start:end]
    known = reading.known("Project", name) or _twin(reading, name)
    return reading.claim(known or reading.entity("Project", name), start, end, rule, confidence)


def _twin(reading: Reading, printed: str) -> Entity | None:
    """Return the project known by the same name without 项目 at its end, or with it: 某某物流基地|项目 is the base."""
    bare = printed.removesuffix("项目")
    return reading.known("Project", bare if bare != printed else printed + "项目") if len(bare) > 4 else None


def _behind_places(reading: Reading, span: tuple[int, int] | None) -> tuple[int, int] | None:
    """Leave a province and its city to themselves before a name of its own: 某省某市|甲溪水库."""
    if span is None or not reading.text.endswith(("水库", "电站", "灌区", "枢纽"), *span):
        return span
    start, end = span
    hits = []
    while (hit := reading.hits.at(start)) is not None and hit.start == start and hit.end < end - 3:
        hits.append(hit)
        start = hit.end
    rest = segment(reading.text[start : end - 2])
    chain = len(hits) > 1 and hits[0].division.level == "province" and hits[-1].division.level != "town"
    return (start, end) if chain and not is_common(rest) else span


def _with_village(reading: Reading, span: tuple[int, int] | None) -> tuple[int, int] | None:
    """Take the whole of its village and places to a name that was cut inside one: 某县某镇北宋|村香猪养殖基地."""
    if span is None or reading.text[span[0]] != "村":
        return span
    hits = (reading.hits.ending_at(span[0] - size) for size in (1, 2, 3, 4))
    town = next((hit for hit in hits if hit is not None and hit.division.level == "town"), None)
    if town is None:
        return None
    county = reading.hits.ending_at(town.start)
    return (county.start if county is not None else town.start), span[1]


def _behind_village(reading: Reading, start: int, end: int) -> int:
    """Leave the places to themselves that a name begins with down to a village: 某镇某村|当归种植基地."""
    at, level = start, ""
    while (hit := reading.hits.at(at)) is not None and hit.start == at and hit.end < end:
        at, level = hit.end, hit.division.level
    village = _VILLAGE.match(reading.text, at, end - 4) if level == "town" else None
    return village.end() if village else start


def _project(reading: Reading, m: re.Match[str]) -> tuple[int, int] | None:
    """Return where the name with this head begins and ends, None where the words only tell a kind of project."""
    text, head, end = reading.text, m.start(), m.end()
    stage = _STAGE_OF.search(text, max(0, head - 7), head)
    if stage is not None and reading.name_ending_at(stage.start(), "Organization", "Company") is not None:
        return stage.start(), end  # 某某五中|三期项目
    found = edge(reading, head, inside=INSIDE)
    found = _from_quotation(found)
    if m[0] == "水库" and _seen_only(reading, head, end):
        return None
    if (zone := _behind_zone(reading, found.start)) is not None and _of_zone(text, zone, head, end):
        return zone, end
    start = _behind_firm(reading, head) or _after_company(reading, found) or _between(reading, found)
    sizes = [s for s in _SIZE.finditer(text, max(0, start - 16), head) if start <= s.end()]
    if sizes and start == found.start and not _ALL_KINDS.search(text, max(0, sizes[0].start() - 4), sizes[0].start()):
        start = min(start, sizes[0].start()) if reading.free(sizes[0].start(), start) else start
    elif not _is_name(reading, found, start, m[0], head):
        return None
    double = _DOUBLE.search(text, max(0, start - 30), start) if sizes else None
    if double is not None and reading.free(double.start(), start):
        start = double.start()
    planned = _PLANS.match(text, start, head)
    start = planned.end() if planned else start
    here = project_lists.BUILDS_HERE.match(text, start, head - 1)
    if here is not None and ("投资" in here[0] or text[start - 1] == "在") and reading.free(here.end(), end):
        start = here.end()
    dated = _DATED.search(text, start, head)
    start = dated.end() if dated is not None and head - dated.end() > 1 else start
    if text.startswith(("投运", "并网"), start) and text[start - 1] in "已经将新":
        return None  # 全国已|投运新型储能项目装机规模
    if text[start] in "式化性型率者" or text.startswith(("通上", "用上"), start):
        return None  # the rest of a word
    start = _of_line(reading, _behind_sign(reading, start), head)
    side = _BORDERS.match(text, start, head)
    start = side.end() if side else start
    if _COUNTED.match(text, end) or _DESCRIBES.search(text, start, end) or _cut_short(reading, found, start):
        return None
    if m[0] == "运河" and _ANY_CANAL.match(text, start, head):
        return None
    if m[0] == "生产线" and (_RUNS.match(text, m.end()) or _EQUIPS.search(text, reading.sentence(start).start, head)):
        return None
    if head > 0 and text[head - 1] == "”" and text[head - 3 : head - 1] in ("项目", "工程"):
        return None
    if m[0] in _WORK_SET:
        further = (
            _SECTION.match(text, end) or _STAGE.match(text, end) or _LOT.match(text, end) or _TREATED.match(text, end)
        )
        end = further.end() if further else end
    elif (place := reading.hits.at(end)) is not None and place.start == end and text.startswith("段", place.end):
        end = place.end + 1  # 某高速改扩建工程|甲市段
    sentence = reading.sentence(start)
    if text.startswith("——", end):
        return None  # 某江上游水利工程——某水库: what it is, not what it is called
    if m[0] in _BUILDINGS and not _BUILT.search(text, sentence.start, sentence.end):
        return None
    proper = any(w.kind in (PLACE, NAME, QUOTED, PROPER, LATIN) for w in found.words if w.start >= start)
    own = any(w.kind in (NAME, QUOTED, PROPER, LATIN, SINGLE) for w in found.words if w.start >= start)
    if (not own or text.endswith(("招商引资项目", "招商项目"), start, end)) and _OCCASION.match(text, end):
        return None  # 某县村级集体经济项目|招商引资推介会
    if not proper and _SOME.search(text, max(0, start - 4), start):
        return None  # 一批重点高速公路项目
    name = text[start:end]
    if (
        _NUMBERED.match(name)
        or "、" in name
        or _SEVERAL.search(name)
        or _GETS.search(name)
        or re.search(r"（[一二三四五六七八九十\d]+）", name)
        or name.count("“") != name.count("”")
        or name.count("（") != name.count("）")
    ):
        return None
    return start, end


_GETS = re.compile("获批|获评|入选|荣获|列入|被评|被列|被认定")
"""What a park or firm got is no part of its name: 某某产业园|获批国家级强镇项目."""
_SEVERAL = re.compile("[两三四五六七八九十几多][个座处]")
_NUMBERED = re.compile(r"(?:近|约|超过?|逾)?\d[\d.]*[万亿]?[多余]?[个项]")
_KNOWN = re.compile(
    f"[{HAN}]（[{HAN}]）至?[{HAN}]（[{HAN}]）(?:高速公路|高速|铁路|一级公路|公路)(?:(?:改扩建|扩建|复线|扩容)?(?:工程|项目)|改扩建|扩容)?|"
    "(?:深中|狮子洋|黄茅海(?:跨海)?)通道|环[\u4e00-\u9fff]{2,6}水资源配置工程|(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{1,3}[江河](?:复航|通航)工程|南水北调(?:[东中西]{1,2}线)?(?:[一二]期|北延(?:应急供水)?|后续)?工程|引[江汉黄大滦][入济补润][\u4e00-\u9fff]工程|南极(?:秦岭|昆仑|泰山|中山|长城)站"
)
_POLAR = re.compile("(?:秦岭|昆仑|泰山|中山|长城)站(?![前台区点在路口台])")
_SIGN = re.compile(r"(?:±|正负)$")
_COUNTED = re.compile(
    r"”?(?:已|共|达到?|超过?|近|约|累计|总数|数量)*(?:\d[\d.]*[万亿]?|[一二两三四五六七八九十]+)[余多]?[个项条]"
)
_DESCRIBES = re.compile(r"(?:控制性|节点|标志性)(?:节点|控制)?工程$")


# 年产3万吨饲料加工和|5万吨化肥项目
_DOUBLE = re.compile(rf"{_SIZE.pattern}[{HAN}]{{2,10}}[和及]$")
# 5月12日完成|110千伏某变电站改造工程
_DATED = re.compile(
    r"\d{1,2}月\d{1,2}日起?(?:已|正式|顺利|全面|圆满|成功|如期)*(?:完成|启动|实施|推进|开展|建成|开工)?了?"
)
# 某公司的拉链生产线|都处于满负荷运转: what a plant has long had
_RUNS = re.compile("(?:[都均也]|全部|正)*(?:处于|满负荷|开足马力|高速运转|忙碌|不停)")
# 厂房将布局甲生产线、|乙生产线: what a plant is fitted with
_EQUIPS = re.compile(r"(?:布局|建有|拥有|引进|购置|购进|配备|配套|安装)[^。；]{0,40}$")


_ANY_CANAL = re.compile("泛舟|.*[大古]$|.{4}")


def _behind_sign(reading: Reading, start: int) -> int:
    """甲地至乙地|±|800千伏…工程: a voltage keeps its sign, and the ends of its line."""
    sign = _SIGN.search(reading.text, max(0, start - 2), start)
    if sign is None:
        return start
    ends = edge(reading, sign.start())
    return _between(reading, ends) if ends.place is not None else sign.start()


_BORDERS = re.compile(r"[东南西北](?:依|邻|临|靠|接|傍|抵|至|连)")
_SECTION_OF = re.compile(rf"[{HAN}]{{2,4}}段(?=[{HAN}])")
_LINE = re.compile(rf"(?:(?<=[，、。；：“县区市镇乡])|^)[{HAN}]{{2,5}}?(?:高速(?:公路)?|铁路|高铁)$")


def _of_line(reading: Reading, start: int, head: int) -> int:
    """甲乙高速|丙县段某某隧道项目: a section keeps the line that it is of."""
    line = (
        _LINE.search(reading.text, max(0, start - 9), start) if _SECTION_OF.match(reading.text, start, head) else None
    )
    return line.start() if line is not None and reading.free(line.start(), start) else start


def _cut_short(reading: Reading, found: Edge, start: int) -> bool:
    """一个|深远|海某某平台: an adjective that was left out behind 一个 may have been the first half of a word."""
    stopped = found.stopped
    return (
        stopped is not None
        and stopped.kind == ADJECTIVE
        and stopped.end == start
        and reading.text.endswith(("一个", "一座", "一处", "一套"), 0, stopped.start)
    )


def _between(reading: Reading, found: Edge) -> int:
    """Return where the name of a line begins that runs from one place to another: 甲市至乙市高铁."""
    text = reading.text
    if found.stopped is None or not text[found.stopped.start : found.stopped.end].endswith("至"):
        return found.start
    outer = edge(reading, found.stopped.end - 1)
    if outer.stopped is not None and text[outer.stopped.start : outer.stopped.end] == "至":
        outer = edge(reading, outer.stopped.start)
    return outer.start if outer.words and found.stopped.start - outer.start <= 8 else found.start


def _from_quotation(found: Edge) -> Edge:
    """Leave out ordinary words before a quoted name: 国家 | “某某”工程."""
    at = next((i for i, w in enumerate(found.words) if w.kind == QUOTED), 0)
    if at == 0 or not is_common(list(found.words[:at])):
        return found
    return replace(found, start=found.words[at].start, words=found.words[at:], place=None, before=None)


def _behind_firm(reading: Reading, head: int) -> int | None:
    """Return where a project begins whose firm is printed right before all of its words: 某公司|甲遮阳乙及丙生产项目."""
    firm = next(reversed(list(reading.names(max(0, head - 40), head, "Company"))), None)
    if firm is None or not 4 <= head - firm.end <= 30 or not reading.free(firm.end, head):
        return None
    return None if _SAYS.search(reading.text, firm.end, head) else firm.end


def _after_company(reading: Reading, found: Edge) -> int | None:
    """Return where a project printed behind its firm begins, with 和 or 及 inside: 某公司 | 甲及乙生产项目."""
    text, low = reading.text, found.start
    while (
        found.stopped is not None
        and text[found.stopped.start : found.stopped.end] in ("及", "和", "与")
        and low - found.stopped.end < 1
    ):
        found = edge(reading, found.stopped.start)
        low = found.start
        if found.words and found.before is not None and found.before.label == "Company" and found.before.end == low:
            return low
    return None


_OF_VILLAGE = re.compile(r"[村镇乡]的\Z")
_MATCH = re.compile("金牌|银牌|决赛|夺冠|冠军|奖牌")
# 56项|750千伏输变电工程
_ONE_OF_MANY = re.compile(r"\d[余多]?[座条项个]\Z")


def _is_name(reading: Reading, found: Edge, start: int, head: str, at: int) -> bool:
    """Tell whether the words name one project and not a kind of project (基础设施项目, 教育基地)."""
    text = reading.text
    words = found.words
    size = at - start
    if head == "项目" and _MATCH.search(text, reading.sentence(at).start, reading.sentence(at).end):
        return False
    if start < found.start:
        return True
    if (
        size < 2
        or text[max(0, start - 2) : start] in ("各级", "各类", "各种", "各地")
        or _VAGUE.search(text, start, at)
        or any(w.kind == TIME for w in words)
    ):
        return False
    own = [w for w in words if text[w.start : w.end] not in _GENERIC_WORDS]
    if (
        found.before is not None
        and found.before.label == "Company"
        and found.before.end == start
        and head not in ("总部", "平台")
    ):
        return bool(own) or size >= 6
    if (
        head.endswith(("项目", "工程"))
        and facility.is_made(reading, start, at + len(head))
        and sum(w.end - w.start for w in own) >= 3
    ):
        return True
    placed = [w for w in words if w.kind in (PLACE, PROPER)]
    if head == "空间站" and text[start:at] == "中国":
        return True
    if head == "空间站":
        return False
    if head in _WORK_SET:
        if head in _LINES and len(words) == 1 and words[0].kind in (PLACE, PROPER):
            return False  # 江西铁路: the railways there
        return bool(placed) or any(w.kind in (NAME, QUOTED, LATIN) for w in words) or _unknown(words)
    if words and words[0].kind in (PLACE, PROPER) and len(words) > 1:
        return any(w.kind not in (PLACE, PROPER) for w in own) or size >= 8
    if text[start - 1 : start] == "“" and text[at + len(head) :].startswith("”"):
        return bool(own) and size >= 4
    quoted = next((w for w in words if w.kind == QUOTED), None)
    if quoted is not None:
        if head == "工程" and text[quoted.start : quoted.end].strip("“”") in _FIGURES:
            return False
        return at - quoted.end <= 10 and quoted.start == start and "一带一路" not in text[quoted.start : quoted.end]
    if size + len(head) >= 7 and (
        any(w.kind == LATIN for w in words) or (_unknown(words[:3]) and head not in ("基地", "厂房", "平台"))
    ):
        return True
    if head == "基地" and _unknown(words[:3]) and _OF_VILLAGE.search(text, max(0, start - 2), start):
        return True  # 某镇某村的|某某种植基地
    if head == "项目" and words and _unknown(words) and text[at - 2 : at] in ("高速", "高铁", "铁路"):
        return True  # 某某高速项目
    if words and _unknown(words) and _ROAD.search(text, start, at):
        return True  # 某某东路项目
    if head == "平台" and _PUSHED.search(text, max(0, start - 4), start) and text.startswith("建设", at + len(head)):
        return size >= 8 and sum(w.end - w.start for w in own) >= 6
    particular = size if _unknown(words[:2]) else sum(w.end - w.start for w in own)
    built = _DONE.search(text, max(0, start - 8), start) or _DONE_AFTER.match(text, at + len(head))
    return head not in ("平台", "工程", "厂房") and size >= 4 and particular >= 4 and bool(built)


_FIGURES = frozenset(
    "豆腐渣 面子 形象 政绩 半拉子 烂尾 胡子 钓鱼 花架子 民心 民生 良心 放心 阳光 廉洁 德政 一把手 头号 书记 满意 优质 精品 安全 献礼".split()
)
"""“豆腐渣”|工程, “一把手”|工程: what a work is likened to, none of its own."""
_STAGE_OF = re.compile(r"[一二三四五六首]期(?:新建|扩建|改扩建|建设|改造)?$")
_STAGED = re.compile(r"(?:[\u4e00-\u9fff]{2,8}(?:园区?|片区))?(?:[一二三四五首]期)?")


def _behind_zone(reading: Reading, start: int) -> int | None:
    """Return where the words behind a zone or park begin that a project's name continues with: 某某产业园|二期标准厂房…"""
    zone = next(reversed(list(reading.names(max(0, start - 24), start, "Place"))), None)
    if zone is None or zone.entity.properties.get("level") != "zone":
        return None
    return zone.end if _STAGED.fullmatch(reading.text, zone.end, start) else None


def _of_zone(text: str, zone: int, head: int, end: int) -> bool:
    """Tell whether the words behind a zone name something that is being built there."""
    thing = head - zone >= 4 and text[head:end].endswith(("项目", "工程"))
    return thing and (_DONE_AFTER.match(text, end) is not None or _TREATED.fullmatch(text, zone, end) is not None)


_VISITED = re.compile(r"来到|深入|察看|查看|前往|走进|赶赴|抵达|(?<!达)到|赴")
_WORKED_ON = re.compile(r"[^，。；、]{0,4}(?:工程|项目|除险|加固|建设|开工|扩容|清淤|蓄水|下闸|移民)")


def _seen_only(reading: Reading, head: int, end: int) -> bool:
    """先后来到某某水库: what is only visited is a place."""
    text, sentence = reading.text, reading.sentence(head)
    return bool(_VISITED.search(text, sentence.start, head)) and not _WORKED_ON.match(text, end)


_PUSHED = re.compile(r"推进|加快|搭建|打造|建设|推动|启动")


def _unknown(words: tuple[Token, ...]) -> bool:
    """Tell whether two unknown characters or more stand together."""
    return any(a.kind == SINGLE and b.kind == SINGLE for a, b in pairwise(words))
