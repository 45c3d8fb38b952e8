"""Lists of projects: 甲项目、乙改造、丙一级路等3个项目集中开工, where the last words of the list vouch for every item."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.lexicon import HAN, alternatives
from extractors.names.bounds import INSIDE, edge
from extractors.names.built import BUILDING, OPENS, SAID
from extractors.names.tokens import is_common, segment
from extractors.names.wordlists import word_list
from extractors.reading import Reading

_KIND = r"(?:重大|重点|产业|民生|工业|市级|省级|县级|招商|签约|开工|新|在建|类){0,20}"
# 等4个项目, 4大项目, 等项目现场; what is said of them must be of building or the sites be visited.
_WORD = re.compile(
    r"(?:项目|工程)(?!等)(?:(?P<site>(?:建设|施工)?现场|工地|建设情况|建设进展|建设进度|推进情况|进展情况|情况)|[^，。；]{0,16}?(?:(?:有序|顺利|加快|全面|稳步|扎实)推进(?=[，。；])|复工|加快建设|开工|签约|竣工|投产|落地|建成|启动|投用))"
)
_CLOSE = re.compile(
    rf"(?:等(?:\d{{1,20}}|[两三四五六七八九十]{{1,20}})?(?:余|多)?(?:个|大|项)?|(?:这|共)?(?:\d{{1,20}}|[两三四五六七八九十]{{1,20}})(?:个|大|项)){_KIND}$"
)
_ITEM = re.compile(rf"(?:[{HAN}A-Za-z0-9·+\-]|“[^“”]{{1,16}}”|（[^（）]{{1,12}}）){{3,44}}$")
_END = re.compile(rf"(?:{alternatives(word_list('project_list_ends'))})$")
_NOT = re.compile(
    r"[的了]|正进行|正在|(?:推进|加快|推动|完善|做好|开展|实施|确保|围绕|聚焦|加强|关于|问题|工作|领域|产业|行业|资金|方面)|^等"
)
_LONGEST = 160
_FORM = rf"(?:[{HAN}A-Za-z0-9·+\-]|“[^“”]{{1,16}}”|（[^（），。；]{{1,12}}）)"
SUM = r"投资(?:总?额)?(?:约|达|近|超过?|为)?\d[\d.]*[余多]?[万亿]余?元?(?:人民币)?"
"""How much is invested: 投资约5亿元."""
# 总投资5亿元的|某某生产项目
_INVESTED = re.compile(
    rf"{SUM}的(?P<name>(?!\d)(?:(?!涉及|占地|位于|项目由){_FORM}){{4,40}}?)(?:(?=[、，。；]|等|和(?!谐)|以及|与|(?:全新|首[台辆批])[{HAN}]{{0,4}}下线)|(?<=项目)(?=启动|开工|签约|正式|成功|落[地户]|建成|投产|在|将|已|[一二三]期|用地|占地))"
)
# 投资3亿元建设|食品加工项目, 由某公司投资建设的|核桃加工项目, 投入90万元实施|某某中心节能改造工程
_BUILDS = re.compile(
    rf"(?:投资(?:约|近|逾|超过?|达)?(?:\d[\d.]*[余多]?[万亿]余?元)?|(?:投入|出资|筹资|斥资|争取资金|整合资金)(?:资金|约|近)*\d[\d.]*[余多]?[万亿]余?元)(?:人民币)?(?:，?在[{HAN}]{{2,16}}?)?(?:建设|兴建|新建|扩建|打造|实施|上马|建成|建起|建(?![筑议立有好设成起]))(?:了|的)?(?:一[座个条]的?)?(?:占地(?:面积)?\d[\d.]*万?(?:亩|平方米)的)?"
    rf"(?P<name>(?![该此本整全所各多几一新的重]|一批|[{HAN}]{{0,4}}(?:老旧小区|危旧?房|厕所|棚户区|高标准农田)){_FORM}{{2,30}}?(?:项目|工程|生产线|基地|加工厂|中试线|产线|监控系统|实验楼|交易市场|(?:烘干|冷链|物流|繁育|仓储|加工|交易|分拣|配送|研发|检测|检验|展示|集散|共配|养老|文化|体育|育苗|育秧|康养|游客|数据|指挥|处理|净菜|包装|直播|接待|实训|科创|孵化|康复|托育|托养|冷藏|周转)中心|车间|冷库|冷藏库|气调库|粮库|粮仓|加工点|(?:加工|养殖|屠宰|酿酒|茶|酒|水|面粉|饲料|食品|制衣|服装|包装|肥料|有机肥|砖|木材|石材|机械|污水处理|垃圾处理|净水|供水)厂|养殖场|牧场|采摘园|产业园|示范园|物流园|科技园|生态园|博物馆|展览馆|文化馆|纪念馆|体育馆|图书馆|综合楼|教学楼|宿舍楼|食堂|幼儿园|敬老院|福利院|幸福院|文化广场|体育公园|口袋公园|湿地公园|停车场|光伏电站|风电场|泵站|污水处理站|灌溉渠|生产车间|度假村|民宿群|露营基地))(?=[，。；]|落[户地]|位于|正式|开工|启动|顺利|已建成|投[产用])"
)
# 在|夏家营镇投资3亿元建设|核桃加工项目
BUILDS_HERE = re.compile(
    rf"(?:(?![的和与])[{HAN}]){{2,24}}?(?:投资)?(?:约|近|超)?(?:\d[\d.]*[余多]?[万亿]余?元)?(?:，?在[{HAN}]{{2,16}}?)?(?:建设|兴建|新建|打造)(?:的|了)?(?=[{HAN}\dA-Z“]{{2}})"
)
# 绿化|、亮化建设项目
_MORE = re.compile(rf"、(?!总投资){_FORM}{{2,16}}?(?:项目|工程)(?=[，。；])")
# 在某某三期项目|现场举行
_SITE = re.compile(
    rf"(?<=在)(?P<name>(?!全|各|本|该|项目){_FORM}{{4,30}}?(?:项目|工程))(?:建设|施工)?(?:现场|工地)(?:隆重|顺利|正式)?(?:举行|举办|召开|启动)"
)
# 其中，某某项目|总投资5亿元; 某某项目|位于…
_TOLD = re.compile(
    rf"(?:(?<=[。；\n])|(?<=其中，)|(?<=之一的)|(?<=[个：]，)|(?<=：)|(?<=[镇乡区县村园]的)|(?<=据介绍，)|(?<=据了解，)|(?<=据悉，)|(?<=目前，)|(?<=[近今]日，)|(?<=日前，)|(?<=(?:建设|签约|实施|打造|承建|开发|引进|出资|投资|施工|新建)的))"
    rf"(?P<name>(?!位于|地处|坐落|[该本此整全所个这那每各两首第上其一目\d]|[{HAN}]{{0,8}}讯)(?:(?!的){_FORM}){{3,36}}?(?:项目|工程)(?:（[^（），]{{1,6}}）)?)"
    rf"(?=，?(?P<said>{SAID}))"
)
_SURELY = re.compile("总?投资|(?:计划|预计|概算|估算|规划|协议)总?投资|位于|由|(?:规划|总)?占地|(?:总|规划)?建筑面积")
# 我国2024年一季度重大项目: what so many projects have in common
_MANY = re.compile(
    r"(?:项目|工程)[和与及]|我国|全[国省市县区]|\d年|季度|\d月|重[大点]|宣布|经营性|同类|多数|今年|明年|将|启动|新一轮|计划|争取"
)
# 某某公司|建设项目: what a firm builds for itself, where something is said of its building
_OF_FIRM = re.compile(
    r"(?:建设|新建|扩建|改扩建|迁建|技改|技术改造|异地新建|整体搬迁|[一二三四]期){0,3}(?:项目|工程)"
    rf"(?=，?{SAID})"
)
# 某某公司首个海外|储能工厂项目落户…
_FIRST_OF_FIRM = re.compile(
    rf"的?(?P<name>首[个家座条](?:海外|国内|全球|在华)?(?:(?![的在将]){_FORM}){{4,24}}?(?:项目|工程|(?:基地|工厂)(?:项目)?))"
    r"(?=[^，。；]{0,12}?(?:落户|落地|开工|投产|签约|奠基|启动|启用))"
)
# 某县人民医院|新门诊楼: what a hospital or school builds
_OF_BODY = re.compile(
    rf"{BUILDING}(?=，?(?:{SAID}|{OPENS.pattern}|(?:设置|设计|规划)(?:病床|床位)|[和、与][^，。；]{{2,20}}?{OPENS.pattern}))"
)
# ；某某、某某生产基地，总投资1亿元；
_TOLD_IN_ROW = re.compile(
    rf"(?<=；)(?P<name>(?![该本此整全所个这那每各两首第上其一目\d]){_FORM}{{3,36}}?(?:、{_FORM}{{2,16}}?)?(?:项目|工程|基地)(?:（[^（），]{{1,6}}）)?)"
    r"(?=，(?:计划|预计|概算|估算|规划)?总?投资(?:总?额)?(?:约|达|近|超)?\d)"
)
# 包括甲项目、乙项目、…等
_ROW = re.compile(
    rf"(?:包括|包含|分别[是为]|涵盖|(?:项目|工程)有|成功引进|引进了)：?(?P<items>(?:(?!等){_FORM}){{4,44}}(?:、(?:(?!等){_FORM}){{4,44}})+)(?=等|[，。；])"
)
# 实施了某灌区续建配套、某某路改建等10个水利项目建设
_CARRIED_OUT = re.compile(
    rf"(?:实施|完成|建成|新建|谋划|开工|争取|引进|落地|启动|储备)了?(?P<items>(?:(?!等){_FORM}){{4,30}}(?:、(?:(?!等){_FORM}){{3,30}}){{1,12}})"
    rf"等(?:一[批系]列?|\d{{1,4}}|[两三四五六七八九十多几]+)?(?:余|多)?(?:个|大|项|处)?[{HAN}]{{0,8}}?(?:项目|工程)(?:建设)?(?=[，。；])"
)
_SEVERAL = 3
"""How many items of a row must end in 项目 or 工程 where some do not: then whatever ends like a project is one."""
_ROW_END = re.compile(r"(?:项目|工程)$")
_TRADE = re.compile(r"产业(?=项目|园|基地)")
_KIND_ONLY = re.compile(
    rf"(?:{alternatives(word_list('project_generic_words'))}|重大|民生|工业|[十百千]?亿[元级]?(?:以上)?|招商|签约|开工|引资|续建|补短板)*+(?:项目|工程)?"
)


def spans(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Yield the items of such lists that no name has taken, with the rule that tells; a firm before an item is left out."""
    text = reading.text
    for word in _WORD.finditer(text):
        close = _CLOSE.search(text, max(0, word.start() - 12), word.start())
        found = list(_items(reading, close.start())) if close else []
        if len(found) < 2:
            continue
        for start, end in found:
            if not word["site"] and not _END.search(text, start, end):
                continue  # 新能源、高端装备等5个项目签约: trades
            company = reading.name_at(start)
            if company is not None and company.start == start and company.label == "Company" and company.end < end - 1:
                start = company.end
            if reading.free(start, end):
                yield start, end, "project-list"


# 甲园二期、乙水库工程|等牵引性项目, 甲平台、乙中心|等项目5个
_VOUCHED = re.compile(
    r"等(?:(?:(?P<many>\d{1,3})|[两三四五六七八九十]{1,3})[余多]?[个大项])?(?:(?:重点|重大|产业|民生|工业|文旅|农业|水利|交通|市级|省级|县级|标志性|牵引性|支撑性|续建|新建|在建|配套|签约|实事|帮扶|援建|招商|引资|建设)){0,3}"
    r"(?:项目|工程)(?![管库化部组])"
)


# What every city does
_GENERAL = re.compile(
    "老旧小区|黑臭水体|棚户区|城中村|危旧?房|厕所|高标准农田|雨污分流|[城乡村]垃圾|一体化|人居环境|基础设施"
)


def vouched(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Yield the items of a row that its last words call projects, where each ends as one and has a name of its own."""
    text = reading.text
    for m in _VOUCHED.finditer(text):
        found = list(_items(reading, m.start()))
        fewer = m["many"] and int(m["many"]) < len(found)
        for start, end in found if len(found) > 1 and not fewer else ():
            firm = reading.name_at(start)
            if firm is not None and firm.start == start and firm.label == "Company" and firm.end < end - 1:
                start = firm.end
            name = text[start:end]
            if _GENERAL.search(name) or not _END.search(name) or not _particular(name):
                continue
            if not is_common(segment(name.partition("（")[0])):
                yield start, end, "project-vouched"


def invested(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Yield what so and so much is invested in, what is told of its site or size, and the items of a row of projects."""
    text = reading.text
    for m in _INVESTED.finditer(text):
        start, end = m.span("name")
        more = _MORE.match(text, end)
        end = more.end() if more is not None and not _END.search(m["name"]) else end
        if _END.search(text, start, end):
            yield from own_words(reading, start, end, "project-invested")
    for m in _BUILDS.finditer(text):
        yield from own_words(reading, *m.span("name"), "project-invested")
    for m in _SITE.finditer(text):
        yield from own_words(reading, *m.span("name"), "project-site")
    for m in _TOLD.finditer(text):
        if _MANY.search(m["name"]):
            continue
        if (m["name"].endswith("项目") and _SURELY.match(m["said"])) or not is_common(segment(m["name"])):
            yield from own_words(reading, *m.span("name"), "project-told")
    for m in _TOLD_IN_ROW.finditer(text):
        yield from own_words(reading, *m.span("name"), "project-told")
    for body in reading.names(0, None, "Company", "Organization"):
        first = _FIRST_OF_FIRM.match(text, body.end)
        if first is not None:
            yield *first.span("name"), "project-of-body"
        works = (_OF_FIRM if body.label == "Company" else _OF_BODY).match(text, body.end)
        if works is not None:
            yield *works.span(), "project-of-body"
    for m in _CARRIED_OUT.finditer(text) if "等" in text else ():
        for item in re.finditer(r"[^、]+", m["items"]):
            start, end = m.start("items") + item.start(), m.start("items") + item.end()
            if _END.search(item[0]) and _particular(item[0]) and not is_common(segment(item[0].partition("（")[0])):
                yield start, end, "project-list"
    for m in _ROW.finditer(text):
        items = list(re.finditer(r"(?:“[^”]{0,20}”|[^、“])+", m["items"]))
        sure = sum(_ROW_END.search(item[0]) is not None for item in items)
        if sure < len(items) and (sure < _SEVERAL or sure * 2 < len(items)):
            continue
        for item in items:
            start, end = m.start("items") + item.start(), m.start("items") + item.end()
            ends = _END if sure < len(items) else _ROW_END
            if ends.search(item[0]) and _particular(item[0]) and reading.free(start, end):
                yield start, end, "project-row"


def own_words(reading: Reading, start: int, end: int, rule: str) -> Iterator[tuple[int, int, str]]:
    """Yield a particular project without the firm or park before it: 某某公司|技术改造项目."""
    text = reading.text
    particular = _particular(text[start:end])
    owner = reading.name_at(start)
    if owner is not None and owner.label == "Project":
        return
    if owner is not None and owner.start == start and owner.end <= end - 4:
        start = owner.end + 2 * (owner.label == "Agency" and text.startswith(("投资", "建设"), owner.end))
        here = BUILDS_HERE.match(text, start + 1, end) if text.startswith("在", start) else None
        start = here.end() if here is not None else start
    if particular and text[start] != "（" and reading.free(start, end):
        yield start, end, rule


def _particular(name: str) -> bool:
    return not _NOT.search(_TRADE.sub("", name)) and _KIND_ONLY.fullmatch(name) is None


_VISITS = re.compile("先后来到|来到|深入|走进|前往|赶赴|实地察看|察看|查看|调研|检查|督导")


def _items(reading: Reading, stop: int) -> Iterator[tuple[int, int]]:
    """Yield the items before the close of the list, the last one first; only those that end like a project."""
    text = reading.text
    low = max(reading.sentence(stop - 1).start, stop - _LONGEST)
    while stop > low:
        m = _ITEM.search(text, low, stop)
        if m is None:
            return
        start = m.start()
        last = text[start - 1 : start] != "、"
        visits = list(_VISITS.finditer(text, start, stop))
        if visits:  # 县委副书记、|县长甲深入|某厂技改升级、…
            start = visits[-1].end() + text.startswith("了", visits[-1].end())
            if stop - start > 3 and not _NOT.search(text, start, stop):
                yield start, stop
            return
        if last:
            # the first item may have words before it: 先后走进|甲生产线
            found = edge(reading, stop, inside=INSIDE, names=("Company", "Organization"))
            start = max(start, found.start)
        name = text[start:stop]
        if len(name) < 3 or _NOT.search(_TRADE.sub("", name)):
            return
        if len(name) > 3:
            yield start, stop
        if last:
            return
        stop = start - 1
