"""Whose a number is where words stand for a name: 该公司, 大桥, 这两个项目, 全村."""

from __future__ import annotations

import re

from extractors.lexicon import HAN, SCHOOLS
from extractors.names.place_entities import elsewhere
from extractors.owner_nouns import likeliest
from extractors.owner_topics import PROJECT_WORDS
from extractors.reading import Entity, Mention, Reading
from extractors.served import Owner, labelled
from extractors.subjects import LABELS
from extractors.text import Span
from extractors.unread import unread_project

# all of them, not 村民|田某家
VILLAGERS = r"村民(?!的?[\u4e00-\u9fff]{2,3}(?:家|有|承包|种|养|流转|经营|今年))"
_REFERENCES = (
    (re.compile(r"(?:^|[，；：]|本|整个|一期|二期|正在实施的)(?:项目|工程)[^，；。]{0,16}$"), "Project", ()),
    # 此次电网改造|计划投资…，新建线路…
    (
        re.compile(
            r"^(?:此次|本次|这次)[^，；。]{0,8}(?:改造|建设|扩建|升级)(?=计划|预计|共|总|将|已|投资|完成|涉及|新建)[^；。]{0,120}$"
        ),
        "Project",
        (),
    ),
    (re.compile(r"(?:^|[，；：“])(?:公司|企业|厂)[^，；。]{0,16}$"), "Company", ()),
    (re.compile(r"(?:^|[，；：])农场[^，；。]{0,16}$"), "Organization", ("农场",)),
    (
        re.compile(r"(?:^|[，；：])(?:基地|茶园|果园|茶场|农庄)[^，；。]{0,40}$"),
        "Company",
        ("苑", "园", "场", "庄", "农业"),
    ),
    (
        re.compile(r"(?:^|[，；：])(?:全|我|本)行(?!业)[^；。]{0,40}$"),
        "Company",
        ("银行", "农商行", "支行", "分行", "信用社"),
    ),
    (
        re.compile(r"(?:^|[，；：])(?:该|新建|整条|全)(?:公路|线路|路线|线|道路|大桥|隧道|铁路|高速)[^，。；]{0,16}$"),
        "Project",
        ("路", "线", "桥", "隧道", "高速", "高铁", "路工程", "路项目", "路改造工程", "路建设工程", "段公路工程"),
    ),
    (re.compile(r"(?:^|[，；：“])合作社(?!联)[^，。；]{0,24}$"), "Organization", ("合作社", "联合社", "合作总社")),
    (
        re.compile(r"(?:^|[，；：“])(?:基地|园内|园区)(?!建设)[^，。；]{0,24}$"),
        "Project",
        ("基地", "园", "园区", "基地项目", "园项目"),
    ),
    (re.compile(r"(?:^|[，；：“])(?:园区|园内)(?!建设)[^，。；]{0,24}$"), "Place", ("园", "园区", "开发区", "集聚区")),
    (re.compile(r"(?:^|[，；：“])(?:学校|校内|全校)[^，。；]{0,16}$"), "Organization", (*SCHOOLS, "中心校")),
    (re.compile(r"(?:^|[，；：“])(?:医院|院内|全院)[^，。；]{0,16}$"), "Organization", ("医院", "卫生院")),
    (re.compile(r"(?:^|[，；：“])景区[^，。；]{0,16}$"), "Place", ("景区", "公园", "风景区", "旅游区", "度假区")),
    (re.compile(r"(?:^|[，；：])全局(?=共|累计|已|现有|上下|干警|民警|干部)[^，。；]{0,40}$"), "Agency", ("局",)),
    (re.compile(r"(?:^|[，；：])全院[^，。；]{0,30}$"), "Agency", ("法院", "检察院")),
    (re.compile(r"(?:^|[，；：])海关(?:共|累计|已)[^，；。]{0,40}$"), "Agency", ("海关",)),
    (
        re.compile(rf"(?:全村|村集体|村里|村内|{VILLAGERS})[^，；。]{{0,16}}$"),
        "Place",
        ("村", "社区"),
    ),
    (re.compile(r"(?:全镇|镇里|镇上|全乡)[^，；。]{0,16}$"), "Place", ("镇", "乡")),
    (re.compile(r"县里[^，；。]{0,16}$"), "Place", ("县",)),
)
_THIS = re.compile(
    rf"(?:该|这[个家座所条处片])(?!团(?!队)|地区|区域|数字|比例|指标|数据|月|年|季度|项(?!目)|类|批|时)(?P<what>[{HAN}]{{1,24}})"
)
_KINDS = {"公司": "Company", "企业": "Company", "集团": "Company", "项目": "Project", "工程": "Project"}


# 该|市场, which is no city
_OTHER_WORD = re.compile("市场|区域|县城|镇区|局面|院校|站点|厂区|园区|社区")


def this_one(reading: Reading, floor: int, clause: int, start: int) -> list[Owner] | None:
    """Return what 该站, 这家公司 in the clause stands for: the last name that ends so; None without such words."""
    found = _THIS.search(reading.text, clause, start) or _opening_this(reading, floor, clause, start)
    if not found:
        return None
    names = list(reading.names(floor, found.start(), *LABELS))
    what = found["what"]
    free = {0, *(m.end() for m in re.finditer("的", what))}
    for begin in range(max(1, len(what) - 2)):
        label = _KINDS.get(what[begin : begin + 2])
        for size in range(min(8, len(what) - begin), 0 if begin in free else 2, -1):
            ending = what[begin : begin + size]
            fit = [n for n in names if _bare(n).endswith(ending) or (size == 2 and label and n.label == label)]
            if fit and not (size == 1 and _OTHER_WORD.match(what, begin)):
                chosen = likeliest(reading, fit)
                unread = label == "Project" and unread_project(reading, chosen.end, found.start())
                return [] if unread else [Owner(chosen.entity, 0.75, "this")]
    if what[0] in "线段路" and _LINE.match(what):
        lines = [n for n in names if n.label == "Project" and n.entity.name.endswith(_LINE_ENDS)]
        return [Owner(lines[-1].entity, 0.75, "this")] if lines else []
    if what[0] in "省市县区旗" and not _OTHER_WORD.match(what) and found[0].startswith("该"):
        # the only place of this level, where it stands in other names alone: 某县工业园区…，该县
        places = [p for p in labelled(reading, "Place") if p.mentions and p.name.endswith(what[0])]
        fit_places = [p for p in places if p.properties.get("level") != "zone"]
        return [Owner(fit_places[0], 0.65, "this")] if len(fit_places) == 1 else []
    if what.startswith(("校", "院")) and not what.startswith("院士"):
        fit = [n for n in names if n.label == "Organization" and n.entity.name.endswith(_THIS_BODY[what[0]])]
        return [Owner(fit[-1].entity, 0.75, "this")] if fit else []
    return []


_LINE = re.compile("[线段路](?:路|段)?(?:全|总|主|设计|起|北|南|东|西|长|由|位|自|建|开|计|将|正|双|是|采|沿)")
_LINE_ENDS = (
    "线",
    "段",
    "路",
    "高铁",
    "高速",
    "管道",
    "管道工程",
    "公路工程",
    "铁路工程",
    "通道",
    "铁路项目",
    "公路项目",
    "改扩建工程",
)


def _bare(name: Mention) -> str:
    """Return the name, of a project without 项目: 该望远镜 stands for 某某望远镜项目."""
    return name.entity.name.removesuffix("项目") if name.label == "Project" else name.entity.name


_THIS_BODY = {
    "校": (*SCHOOLS, "中心校"),
    "院": ("医院", "卫生院", "学院", "研究院", "法院", "检察院", "福利院", "养老院", "敬老院"),
}


def _opening_this(reading: Reading, floor: int, clause: int, start: int) -> re.Match[str] | None:
    """该公司主要生产…，目前已|拥有5项专利: what the sentence opens with, where nothing else is named up to the number."""
    opens = reading.sentence(start).start
    said = _TELLS.match(reading.text, opens, clause) or _UP_TO_NOW.match(reading.text, opens, clause)
    opens = said.end() if said else opens
    found = _THIS.match(reading.text, opens, clause) if opens >= floor or floor - opens < 2 else None
    return found if found and next(reading.names(opens, start, *LABELS), None) is None else None


_TELLS = re.compile(r"(?:[^，。；]{0,40}，)?[^，。；]{0,40}(?:介绍说?|说|告诉记者|表示)(?:，|：“?)")
"""副镇长田某介绍，|这个项目…: behind who tells it."""
_UP_TO_NOW = re.compile(r"(?:截至|到)?目前，|今年以来，")
_OPENS_PROJECT = re.compile(
    r"(?:目前|据悉|据了解|今年|截至目前|(?:19|20)\d\d年|，){0,3}(?:(?:该|本)(?P<what>项目|工程|产业园|园区|基地|中心|水库|电站|光伏电站|污水处理厂|水厂|大桥|公路)|项目(?=预计|建成|投产|达产|计划|将|占地|全部|正式))"
)
_PUT_IN = re.compile(r"(?:完成|到位|落实)(?:工程|建设|固定资产)?(?:投资|资金)(?:约|近|超|达)?$")


def opening_project(reading: Reading, sentence: Span, floor: int, before: str) -> list[Owner]:
    """该项目改建公路48公里，|总投资5亿元: the project named last, where the sentence opens with it and money is put in."""
    opens = _OPENS_PROJECT.match(reading.text, sentence.start)
    if opens is None or not (PROJECT_WORDS.search(before) or _PUT_IN.search(before)):
        return []
    what = "" if opens["what"] in (None, "项目", "工程") else opens["what"]
    named = [m for m in reading.names(floor, sentence.start, "Project") if what in m.entity.name]
    return [Owner(named[-1].entity, 0.75, "opening project")] if named else []


_THESE = re.compile(r"(?:这|上述)(?P<count>[两三四五])[个大]?(?:项目|工程)")
_COUNTS = {"两": 2, "三": 3, "四": 4, "五": 5}


def these(reading: Reading, floor: int, sentence: Span, clause: int, start: int) -> list[Owner]:
    """甲项目和乙项目获批。这两个项目|总投资3亿元: all of them, where the sentence before names so many."""
    found = _THESE.match(reading.text, sentence.start, start) if clause <= sentence.start + 1 else None
    if found is None or sentence.start <= floor:
        return []
    earlier = reading.sentence(sentence.start - 1)
    named = list(dict.fromkeys(m.entity for m in reading.names(earlier.start, earlier.end, "Project")))
    return [Owner(e, 0.7, "these") for e in named] if len(named) == _COUNTS[found["count"]] else []


_WHOLE_LEVEL = re.compile(r"全(?P<level>[省市县区州])(?!域|面)")


def whole_level(reading: Reading, clause: int, start: int) -> list[Owner] | None:
    """Return what an unread 全省, 全市 in the clause stands for: the place of that level; None without such a word."""
    found = _WHOLE_LEVEL.search(reading.text, clause, start)
    if not found or reading.name_at(found.start()):
        return None
    places = [p for p in labelled(reading, "Place") if p.mentions and p.name.endswith(found["level"])]
    best = max(places, key=lambda place: len(place.mentions), default=None)
    return [Owner(best, 0.6, "whole")] if best and not elsewhere(reading, best, start) else []


def referred(reading: Reading, sentence: Span, floor: int, before: str, total: bool) -> list[Owner]:
    """Return what 项目, 该公司 or 全村 in the clause of the number stands for: the last one named before.

    公司, 合作社 and 农场 hold for the clauses behind theirs too, until something is named: 公司成立于某年，|有员工30人.
    """
    stop = sentence.start + len(before)
    ends = [stop, *(m.start() for m in reversed(list(_COMMA.finditer(reading.text, sentence.start, stop))))]
    for end in ends[:4]:
        if end < stop and any(reading.names(end, stop, *LABELS)):
            break
        clauses = reading.text[sentence.start : end]
        for words, label, endings in _REFERENCES:
            if (total and label == "Project") or (end < stop and label not in ("Company", "Organization")):
                continue
            found = words.search(clauses)
            if found is None or one_villager(reading, sentence.start + found.start()):
                continue
            fit = [m for m in reading.names(floor, end, label) if m.entity.name.endswith(endings or "")]
            if fit and label == "Project" and unread_project(reading, fit[-1].end, end):
                return []  # 签订《茶叶加工项目协议》。项目|总投资…
            if fit:
                return [Owner(fit[-1].entity, 0.75, "referred")]
            village = village_within(reading, floor, end) if "村" in endings else None
            if village is not None:
                return [Owner(village, 0.65, "referred")]
    return []


_PROJECTS_OPEN = re.compile(
    r"(?:上述|这些|以上)?项目(?:全部|整体|均|都|陆续)?(?:建成|达产|投产|竣工|投用|投运)(?:达效|投产|达产)?后"
)


def of_several(reading: Reading, sentence: Span, start: int) -> bool:
    """甲项目、乙项目签约。|项目全部达产后，年产值|35亿元: of all that the sentence before named together."""
    opens = _PROJECTS_OPEN.match(reading.text, sentence.start, start)
    named = list(reading.names(0, sentence.start, "Project")) if opens is not None else []
    if not named or any(reading.names(sentence.start, start, "Project")):
        return False
    told = reading.sentence(named[-1].start).start
    return len({m.entity for m in named if m.start >= told}) > 1


_COMMA = re.compile("，")


def one_villager(reading: Reading, start: int) -> bool:
    """Tell whether one villager is spoken of by name, not all: 村民|田某去年种植14亩."""
    name = reading.name_at(start + 2) if reading.text.startswith("村民", start) else None
    return name is not None and name.label == "Person"


def village_within(reading: Reading, floor: int, stop: int) -> Entity | None:
    """Return the village that stands last before, inside another name: 某镇|某村|脐橙合作社…，村民人均增收."""
    inside = [
        (m.start, place)
        for place in labelled(reading, "Place")
        if place.name.endswith(("村", "社区"))
        for m in place.mentions
        if floor <= m.start < stop
    ]
    return max(inside, key=lambda found: found[0])[1] if inside else None
