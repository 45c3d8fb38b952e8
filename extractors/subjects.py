"""Who or what a sentence speaks of before a position: the names of its clauses and what each does there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from extractors.lexicon import HAN
from extractors.reading import Entity, Mention, Reading
from extractors.text import Span

LABELS = ("Company", "Organization", "Place", "Project", "Agency")
NATION = "place: the nation"
_CLAUSE = re.compile(
    r"[，：\n]|、(?:(?<=\d[个家件起人名户处座所项条辆台亩吨元%]、)|(?<=\d[万亿][个家件起人名户处座所项条辆台亩吨元]、))"
)
_PART = re.compile(r"[；;]")
_ASIDE = re.compile(
    r"(?:在|从|对|与|和|同|随着|借助|得益于|辗转|奔赴|远赴|横跨|向|为|由|给|将|把|及|据|于|(?<!了解)到|赴|比|较|距|距离|来自|来到|走进|至|飞往|开往|驶往|位于|地处|跨越|落户|进驻|途经|穿越|翻越|横穿|流向|联合|围绕|针对|依托|经|经由|通往|送往|运往|销往|发往|寄往|运至|远销|畅销|外销|卖到|出口至|出口到|前往|按照|根据|超过|高于|低于|除|占|占到|位居|跻身|名列|位列|出席|参加|列席)(?:位于|来自)?$"
)
_OBJECT = re.compile(
    r"(?:包括|种植|养殖|栽植|栽种|培育|采购|建设|建成|新建|引进|引入|采用|化解|解决|推介|推荐|获批?|批复|启动|实施|打造|成立|设立|创建|支持|帮助|组织|联系|走访|涉及|覆盖|辐射|推进|推动"
    r"|服务|对接|助力|帮扶|支援|援助|委托|授权|邀请|带动|引领|衔接|贯穿|连接|出口|返回|调研|检查|视察|了解|要求|责成|感谢|欢迎|开通|融入|接轨|瞄准|聚焦|发挥|坚持|落实|作为|成为|是|系|列入|入选|入驻|加入|评为|称为"
    r"|\d[多余]?[个家所座处项][^，。；]{0,8})(?:了|起)?$"
)
_SOURCE = re.compile(
    r"^[^，。]{0,12}?(?:获悉|了解到|介绍|消息|透露|统计(?!局)|(?:公布|发布)(?:的|最新|数据|消息|[，：]|[^，。]{0,12}(?:数据|报告|公报|消息))|数据(?:显示|表明)|通报|测算|显示|监测|调度|报告称)"
)
_SAYS = re.compile(r"[^，。]{0,14}(?:称|说|表示|宣布)，")
_CONFIRMS = re.compile(r"[^，。]{0,14}证实，")
_SIDE_SAYS = re.compile(r"(?:方面|媒体)[^，。]{0,12}(?:称|说|表示|宣布|报道)，")
_OFFICE = re.compile(
    r"(?:的|党组|党委|原|副|常务|第一|有关|相关|主要)*(?:书记|常委|委员|主任|局长|部长|厅长|主席|院长|检察长|政委|司令|总经理|董事长|经理|校长|负责人|负责同志|工作人员|专家|记者|干部|领导|发言人|党员干部)"
)
_LISTED = re.compile(r"(?:、[^，。；、]{1,24})*等|(?:、[^，。；、]{1,24})+?(?:等|共|这)?\d")
_LAST_LISTED = re.compile(r"[^，。；、的]{0,8}?等?(?:这|共)?\d+(?:大|[多余]?[个家项条座所处])")
_AND_OTHERS = re.compile(
    r"等?(?:[多两三四五六七八九十]+|\d+)?(?:地区|地|省份|省|城市|市|县|区|州|镇|村|国|部门|单位)?(?:的|局地|部分地区|境内|共|联合|紧急|已|今天|昨天)*"
)
_BESIDE = re.compile(
    r"(?:第[一二三四五六七八九十\d]+届|警方|讯|媒体|[^，。]{0,6}媒体[^，。]{0,8}报道|所在|附近|周边|以[东南西北外内]|至[^，。；]{2,12}[\d、，铁高公航班线]|[东南西北]部?\d|外|境内(?!(?:现|共|拥)?有))"
)
_WATERS = re.compile(r"[江河湖海山岛峡]$")
_OF_WATERS = re.compile(
    r"(?:进入|流域|干流|全流域|全线|全长|水域|水位|水量|流量|水质|径流|库容|面积|水面|湖面|海拔|主峰|生态补水|向下游|沿线|第\d+次|平均)|，"
)
_HAS = re.compile(r"(?:共|已|现|拥)?有[^，。；\d]{0,8}\d")
_COUNTED = re.compile(
    r"(?:基础设施)?(?:达到?|共计?|累计|已达?|约|近|超过?|为|有)*+\d[\d.]*[多余]?[万亿]?(?!台|套|公里|米|孔|号|期|[多余]?平方)"
)
_BOTH_HAVE = re.compile(
    r"(?:两地|两[市县区镇村])?(?:共|累计|已|现|共计|新)?(?:有|建成|完成|新增|投入|转移)(?:近|约|超)?\d"
)
_STAFF = re.compile(rf"\d+[多余]?[支名位](?=[{HAN}])")
_TOPIC = re.compile(r"(?:在|位于|走进|来到)$")
_SITS = re.compile(r"(?:坐落|设|建|落户|选址|安家|扎根)在$")
"""Of something that was named before: 坐落在|某镇东郊，占地12亩."""
_TOPIC_END = re.compile(rf"(?:的?[{HAN}]{{0,12}})?$")
_NATION = re.compile(
    r"全国(?!人[大民]|政协|两会|总工会|性|各地|工商联|妇联|首|第|最|唯一|重点|百强|文明|先进|模范|优秀|道德|劳动|五一|三八)|我国(?!首|第|最|自主|唯一|目前)|(?<=[，。；：”\n])中国(?=已|将|向|为|在|累计|共|与|是|有|特意|连续|全面|政府|单位|新|对|从)"
)
_NATION_ASIDE = re.compile(
    r"(?:接近|相当于|约占|占|占到|居|位居|名列|列|高于|低于|是|为|向|面向|在|于|达到|超过|成为|比|较|和|与|、|了|至|辐射|覆盖|领先|跻身|入选|被|获|《|“)$"
)
_MAKES = re.compile("打造|建设|建成|形成|构建|开展|推动|推进|依托|面向|争创|创建|成为|位于|处于|拥有|开创")
JOINED = frozenset(("、", "和", "及", "以及", "，并", "、和"))
_VISITS = re.compile(r"考察|调研|视察|座谈|会见|出席|参加|主持|讲话|访问|召开|举行|举办|开幕|启幕|开赛|启动|开班|揭牌")
_APPOSED = re.compile(r"——(?:全长[\d.]+(?:公里|米)的)?\Z")
"""What leads to the name of a thing behind what it is: 某扩建工程核心项目——|某航站楼."""
_NEAR = 12
_PHRASE = 24
"""How long, in characters, a quoted phrase is at most; what is longer is somebody's words."""
_LEAD_IN = 16
"""How many characters before a name the words may begin that make it an object or an aside."""


# 二期由某公司投资，|某建设集团|承建，: who helps with what was named before
_HELPS = re.compile(
    r"(?:等)?(?:负责|承担|具体|联合|参与|共同)*(?:(?:投资|施工|设计|勘察|监理|总)*(?:承建|承办|协办|主办|参股|控股|代建|总承包|监理|施工|设计|托管|供货|冠名|支持)|(?:投资|负责|参与)(?:建设|施工|运营|开发|修建))(?:建设|施工|运营|管理)?，"
)


class Role(IntEnum):
    """What a name does in its clause; the greater, the more likely it is the one spoken of."""

    NONE = 0
    ASIDE = 1
    INNER = 2
    HEAD = 3


@dataclass(frozen=True, slots=True)
class Subject:
    """Names that a clause may speak of: one, or all of a list of equals; `clause` is where the clause begins."""

    names: tuple[Mention, ...]
    role: Role
    clause: int

    @property
    def last(self) -> Mention:
        """The name that stands nearest to what is said."""
        return self.names[-1]

    @property
    def label(self) -> str:
        """The label of the names."""
        return self.names[-1].label


def settle(reading: Reading, name: Mention) -> Entity:
    """Return the entity of a name; 全国 and 我国 become entities only when something is said of them."""
    if name.rule != NATION:
        return name.entity
    known = reading.known("Place", "中国") or reading.known("Place", "全国")
    nation = known or reading.entity("Place", name.entity.name)
    reading.claim(nation, name.start, name.end, NATION, 0.7)
    return nation


def subjects(reading: Reading, span: Span, stop: int) -> Iterator[Subject]:
    """Yield what may be spoken of before `stop`: the subjects of its clause, then those of the clauses before.

    Of a sentence in parts (；) only the part at hand and the first count.
    """
    parts = [span.start, *(m.end() for m in _PART.finditer(reading.text, span.start, stop)), stop]
    wanted = [(parts[-2], stop)] if len(parts) == 2 else [(parts[-2], stop), (parts[0], parts[1])]
    if len(wanted) == 2 and (colon := reading.text.find("：", *wanted[1])) >= 0:
        wanted[1] = (parts[0], colon + 1)
    for start, end in wanted:
        edges = [start, *(m.end() for m in _CLAUSE.finditer(reading.text, start, end)), end]
        for at in range(len(edges) - 2, -1, -1):
            if (
                edges[at + 1] < stop
                and reading.text.startswith("其中", edges[at])
                and not _one_of(reading, edges[at] + 2)
            ):
                continue
            yield from _known(reading, edges[at], edges[at + 1], whole=edges[at + 1] < stop)


def _one_of(reading: Reading, start: int) -> bool:
    """Tell whether 其中 leads to one project and what is told of it: 其中|某某水库升型工程总投资….

    A comma behind 其中 makes the project begin a clause of its own.
    """
    return (name := reading.name_at(start)) is not None and name.start == start and name.label == "Project"


def clause_start(reading: Reading, floor: int, position: int) -> int:
    """Return where the clause around a position begins, not before the floor."""
    return max(floor, *(reading.text.rfind(mark, floor, position) + 1 for mark in "，：；;\n"))


def nation(reading: Reading, start: int, stop: int) -> Mention | None:
    """Return the first word for the whole country that is no part of a name and no measure of comparison."""
    return next(_nations(reading, start, stop), None)


def _nations(reading: Reading, start: int, stop: int) -> Iterator[Mention]:
    if reading.text.find("国", start, stop) < 0:
        return
    for found in _NATION.finditer(reading.text, start, stop):
        aside = _NATION_ASIDE.search(reading.text, max(start, found.start() - 4), found.start())
        clause = max(start, *(reading.text.rfind(mark, start, found.start()) + 1 for mark in "，：；"))
        made = _MAKES.search(reading.text, clause, found.start())
        if not aside and not made and not reading.name_at(found.start()):
            whole = Entity("Place", "全国" if found[0] == "全国" else "中国")
            yield Mention(found.start(), found.end(), whole, NATION, 0.7)


def remember_clauses(reading: Reading) -> None:
    """Let each whole clause be read once from now on; no further names may be claimed but those for the nation."""
    reading.memory["clause subjects"] = {}


def _known(reading: Reading, start: int, end: int, *, whole: bool) -> list[Subject]:
    known: dict[tuple[int, int], list[Subject]] | None = reading.memory.get("clause subjects")
    if known is None or not whole:
        return list(_of_clause(reading, start, end))
    if (start, end) not in known:
        known[start, end] = list(_of_clause(reading, start, end))
    return known[start, end]


def _of_clause(reading: Reading, start: int, end: int) -> Iterator[Subject]:
    named = reading.names(start, end, *LABELS)
    names = _heads(reading, [n for n in named if reading.text[n.start - 1] != "驻"])  # 驻|某地|部队: not the place's
    nations = list(_nations(reading, start, end))
    if nations:
        names = sorted([*names, *nations], key=lambda name: name.start)
    groups: list[list[Mention]] = []
    for name in names:
        between = reading.text[groups[-1][-1].end : _lead(reading, name, start)] if groups else ""
        if groups and name.label == groups[-1][-1].label and between in JOINED:
            groups[-1].append(name)
        else:
            groups.append([name])
    for group in groups:
        role = _role(reading, group, start, end)
        if role:
            yield Subject(tuple(group), role, start)


# 某园区|内的|某公司, 甲集团|旗下|乙公司
_LEADS_TO = re.compile(
    r"|[^，。；：“”]{0,8}——(?:全长[\d.]+(?:公里|米)的)?|的|(?:境内|园区内|[内里])的|(?:的)?(?:旗下|下属|所属|直属|属下|(?:全资|控股)(?=子公司))的?(?:全资|控股)?(?:子公司|企业|公司|单位)?"
)
# 某村|引进的|某公司, 某县在某镇|投资建设的|某基地: a relative clause leads to the name that it describes
_MADE_BY = re.compile(
    r"[^，。；：、“”\d]{0,12}?(?:引进|引入|招引|培育|成立|组建|创办|创建|领办|兴办|开办|投资|建设|兴建|新建|[援捐共合承改扩]建|修建|打造|实施|运营|经营)了?的"
)


def _heads(reading: Reading, names: list[Mention]) -> list[Mention]:
    """Return the names without those that only lead to the next: of 甲市乙区 the second, of 甲市全市 the first."""
    text, kept = reading.text, list[Mention]()
    for name in names:
        between = text[kept[-1].end : name.start] if kept else ""
        if kept and name.label != "Place" and _MADE_BY.fullmatch(between):
            kept.clear()  # 某县某社在某村|建设的|某基地
        elif kept and _LEADS_TO.fullmatch(between):
            if kept[-1].end == name.start and name.label == "Place" and text[name.start] in "全该我":
                continue
            kept.pop()
        kept.append(name)
    return kept


def _lead(reading: Reading, name: Mention, floor: int) -> int:
    """Return where the chain of names begins that leads down to this one."""
    lead = name.start
    while (before := reading.name_ending_at(lead)) and before.start >= floor:
        lead = before.start
    return lead


# 本报|某地|9月20日电
_DATELINE = re.compile(r"\d{1,2}月\d{1,2}日(?:电|讯)|(?:电|讯)(?=[（ ])")


def _role(reading: Reading, group: list[Mention], start: int, stop: int) -> Role:
    text, first, last = reading.text, group[0], group[-1]
    if last.label == "Place" and _DATELINE.match(text, last.end):
        return Role.NONE
    lead = _lead(reading, first, start)
    after = text[last.end : stop]
    if last.label != "Place" and _SOURCE.match(after):
        return Role.NONE
    if last.label == "Company" and _CONFIRMS.match(after):
        return Role.NONE
    if (last.label == "Organization" and _SAYS.match(after)) or (last.label == "Place" and _SIDE_SAYS.match(after)):
        return Role.NONE
    office = last.label != "Place" and _OFFICE.match(after)
    if office and last.label == "Agency":
        return Role.NONE
    listed = lead > start and text[lead - 1] == "、"
    if listed or (last.label == "Place" and after.startswith("”")):
        return Role.NONE
    if _counted(text, group, stop) or _BESIDE.match(after) or _part_of_list(group, after):
        return Role.NONE
    if (
        last.label in ("Project", "Organization")
        and _COUNTED.match(text, last.end)
        and not _STAFF.match(text, last.end)
    ):
        return Role.NONE  # 幼儿园|5所; but 某水电站|16台机组, 某医院|5支医疗队
    opens = text.rfind("“", start, lead) if last.label == "Place" else -1
    if opens > text.rfind("”", start, lead) and text.find("”", last.end, opens + _PHRASE) > 0:
        return Role.NONE  # 以“美好某地”为主题
    prefix = text[start:lead]
    water = _WATERS.search(last.entity.name) is not None and last.entity.seat is None
    if (
        _TOPIC.search(prefix)
        and not (water and after != "，")
        and not (prefix.endswith("位于") and (len(prefix) > len("位于") + 1 or text[start - 1 : start] == "，"))
        and len(prefix) <= _NEAR
        and text[stop - 1 : stop] == "，"
        and _SITS.search(prefix) is None
        and _TOPIC_END.match(after[:-1])
        and not _VISITS.search(after)
        and next(reading.names(start, lead, "Agency", "Company", "Organization"), None) is None
    ):
        return Role.HEAD
    if water and not _OF_WATERS.match(after):
        return Role.NONE
    if last.label == "Place" and prefix.endswith("在") and _HAS.match(text, last.end):
        return Role.HEAD
    before = prefix[-_LEAD_IN:]
    if _ASIDE.search(before):
        return Role.ASIDE
    if last.label in ("Company", "Organization", "Agency") and start and _HELPS.fullmatch(after) is not None:
        return Role.ASIDE
    if _OBJECT.search(before) and not prefix.endswith("中"):
        return Role.NONE
    described = prefix.endswith("的") and after == "，"
    near = len(prefix) <= _NEAR or described or _APPOSED.search(prefix) is not None
    return Role.HEAD if near and not office else Role.INNER


def _part_of_list(group: list[Mention], after: str) -> bool:
    """Tell whether a list goes on with what was not read, or ends without saying anything of its members."""
    if after.startswith(("、", "以及")) or (len(group) > 1 and after.startswith(("和", "及"))):
        return True
    return len(group) > 1 and not _TOPIC.search(after) and not after.strip("等地两三四五六市县区省，")


def _counted(text: str, group: list[Mention], stop: int) -> bool:
    """Tell whether the names only lead to their number or are examples: 甲、乙等5家, 甲等."""
    last = group[-1]
    if len(group) > 1 and last.label in ("Place", "Agency"):
        others = _AND_OTHERS.match(text, last.end, stop)
        if others and others.end() > last.end and not text[last.end : others.end()].endswith("等"):
            return False
    if text.startswith(("各", "均"), last.end) and not text.startswith(
        ("各类", "各种", "各级", "各地", "均衡"), last.end
    ):
        return False  # 甲、乙|各新建5所
    if _LISTED.match(text, last.end):
        return True
    if text.startswith("分别", last.end):
        return False  # 甲、乙|分别为131项和112项
    if last.label == "Place" and len(group) > 1 and _BOTH_HAVE.match(text, last.end):
        return False  # 甲、乙|有5个观测站
    first = text[group[0].start - 1 : group[0].start] == "、"
    return (first or len(group) > 1) and bool(_LAST_LISTED.match(text, last.end))
