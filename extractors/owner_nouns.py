"""What a plain noun at the head of a clause stands for: 大桥, 该车间, 博物馆, 赛事, named in full before."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractors.lexicon import HAN, SCHOOLS
from extractors.owner_events import held_events
from extractors.reading import Entity, Mention, Reading
from extractors.subjects import Role, Subject
from extractors.text import Span
from extractors.unread import unread_project


class _Kind(NamedTuple):
    """Nouns of one kind, as alternatives of an expression, the labels of what they stand for and how its name ends.

    Without endings a name ends in the noun itself.
    """

    nouns: str
    labels: tuple[str, ...]
    endings: tuple[str, ...] = ()


_WORKS = ("Project", "Place")
_KINDS = (
    _Kind("大桥|特大桥|隧道|水库|水厂|泵站|电站|水电站|码头|泊位|标段|变电站|风电场|机场|车站|污水处理厂", _WORKS),
    _Kind("公路|高速公路|高速|铁路|线路|路线", ("Project",), ("路", "线", "高速", "高铁", "工程", "路项目", "通道")),
    _Kind("项目|工程", ("Project",), ("",)),
    _Kind("车间|生产线|产业园|科技园|工业园|示范园|体验馆|文创园", (*_WORKS, "Company", "Organization")),
    _Kind("园区|园内", _WORKS, ("园", "园区", "开发区", "集聚区")),
    _Kind("基地", (*_WORKS, "Company", "Organization"), ("基地", "基地项目")),
    _Kind("(?:加工|工)?厂(?:里|区)?", ("Company", "Project", "Organization"), ("厂",)),
    _Kind("公司|企业|集团", ("Company",), ("",)),
    _Kind("社里|合作社|联社|联合社", ("Organization",), ("合作社", "联合社", "联社", "合作总社")),
    _Kind("农场", ("Organization", "Company"), ("农场",)),
    _Kind(
        "博物馆|展览馆|纪念馆|图书馆|文化馆|科技馆|美术馆|体育馆|敬老院|养老院|福利院|幼儿园|农贸市场|研究所|研究院"
        "|商会|协会|联合体|救援队|服务队|志愿服务队|艺术团|登记处|服务中心|繁育中心|农技站",
        ("Organization", "Company", "Project", "Agency"),
    ),
    _Kind("馆里|馆内|馆藏", ("Organization", "Project"), ("馆",)),
    _Kind("学校|校内|校园|全校", ("Organization",), (*SCHOOLS, "中心校")),
    _Kind("医院|院内|全院", ("Organization",), ("医院", "卫生院")),
    _Kind("景区|风景区|公园", ("Place", "Organization", "Project")),
    _Kind("总局", ("Agency",)),
)
_LEAD = (
    r"“?(?:据(?:悉|介绍|了解|统计)，?|目前，?|如今，?|眼下，?|届时，?|今年，?|去年，?|近年来，?|截至目前，?|其中，?|同时，?|另外，?|不过，?|去年以来，?|今年以来，?"
    r"|截至[^，。；]{2,12}，|近期，?|近日，?|整[个座条]){0,3}"
)
# what is said of the thing: 大桥|全长…, never 大桥|镇, 项目|建设
_SAID = (
    r"(?=位于|[起落终]点|连接|[东西南北]起|起止|坐落|地处|建于|始建|成立|创办|建成(?!区)|自\d|自成立|从|于|由|为|占地|总投资|计划|规划(?!局)|概算|静态|投资(?!者|商|方)|[全长主]长|全长|全线|主跨|设计|现有|现已|现|共(?!同|享)|已|将|预计|拟|目前|如今|今年|去年"
    r"|每[年天月日]|年[产均处供发接]|日[产均处供加]|拥有|有(?!关|限|的)|设有|设计|设|穿越|跨越|采用|建筑面积|用地|建设(?:规模|工期|内容|总)|工期|吸纳|吸引|引进|带动|流转|种植|养殖|开[馆业园]|面积|收入|主体|一期|二期|分|涉及|覆盖|包括|包含|新建|新增|改造"
    r"|惠及|招收|接待|投用|投产|运营|建成|达产|全部|全面|正式|起于|起自|处理|销售|产值|产品|年|累计|先后|还|再|出资|捐|下架|会同|联合|发放|开展|聘请|培育|培训|组织|建起|改扩建|改建|扩建|停车位|七成|大部分|\d(?![\d.]*[余多]?[座条个家所处项])|（)"
)
_EVENT_NOUNS = "活动|行动|赛事|比赛|大赛|联赛|锦标赛|展览|画展|展会|博览会|招聘会|义诊|演练|巡演|培训班|培训|运动会|市运会|县运会|大会|年会|旅游节|文化节|艺术节|采摘节|旅游季"
_EVENT_SAID = r"(?=由|共(?!同)|设(?!计)|应到|实到|将|为期|吸引|预计|现场|持续|分为|历时|总|参[加赛展]|累计|开展以来|当天|期间，?共|期间，?累计|期间将|规模|覆盖|接待|接诊|展出|征集|收到|汇聚|汇集)"


class Noun(NamedTuple):
    """A noun at the head of a clause: where the clause begins and, where it is known, what it stands for."""

    clause: int
    entity: Entity | None


def _compiled(kind: _Kind) -> re.Pattern[str]:
    return re.compile(
        rf"{_LEAD}(?:(?P<that>该|本(?!行)|此|这[个座条家所处片]?)(?P<those>{kind.nouns})(?!(?:[{HAN}]{{0,4}})(?:负责人|理事长|经理|厂长|院长|馆长|董事长|主任|建设局))|(?P<plain>{kind.nouns}){_SAID})"
    )


_PATTERNS = tuple((kind, _compiled(kind)) for kind in _KINDS)
_EVENT = re.compile(
    rf"{_LEAD}(?:整个|本[次届场]|此次|这次|当天的?)?(?P<noun>{_EVENT_NOUNS}){_EVENT_SAID}|{_LEAD}(?:本[次届场]|此次|这次)(?P<this>[{HAN}]{{0,6}}?(?:{_EVENT_NOUNS}))"
)
_MEETS = re.compile("大会|年会|培训班|培训")
_EDGE = re.compile("[，：；\n]|：“")


def noun_subject(
    reading: Reading, sentence: Span, floor: int, stop: int, names: list[Subject], *, first: bool = False
) -> Noun | None:
    """Return the noun that the clauses of a sentence before `stop` speak of, looked for backwards up to a named subject.

    None when no clause opens with such a noun, or a name is nearer. With `first` only the sentence's head is read.
    """
    part = max(sentence.start, reading.text.rfind("；", sentence.start, stop) + 1)
    edges = [part] if first else [part, *(m.end() for m in _EDGE.finditer(reading.text, part, stop))]
    for at in reversed(edges):
        if any(n.role == Role.HEAD and n.clause >= at for n in names):
            return None
        noun = _noun_at(reading, floor, at)
        if noun is not None:
            return noun
    return None


def _noun_at(reading: Reading, floor: int, clause: int) -> Noun | None:
    event = _EVENT.match(reading.text, clause)
    if event is not None:
        held = _event(reading, event["noun"] or event["this"], floor, event.end())
        if held is not None:
            return Noun(clause, held)
    for kind, pattern in _PATTERNS:
        found = pattern.match(reading.text, clause)
        if found is None:
            continue
        noun = found["those"] or found["plain"]
        at = found.start("those") if found["those"] else found.start("plain")
        if reading.name_at(at) is not None:
            return None
        return Noun(clause, _named(reading, kind, noun, floor, at))
    return None


def _event(reading: Reading, noun: str, floor: int, stop: int) -> Entity | None:
    """Return the event named last that such a noun may stand for."""
    held = held_events(reading, stop, floor)
    endings = {"市运会": "运动会", "县运会": "运动会"}.get(noun, noun)
    exact = [e for e in held if e.name.endswith(endings)]
    if exact:
        return exact[0]
    wanted = ("Meeting", "Activity") if _MEETS.search(noun) else ("Activity",)
    if noun in ("活动", "赛事", "比赛", "大会", "行动"):
        return next((e for e in held if e.label in wanted), None)
    return None


def _named(reading: Reading, kind: _Kind, noun: str, floor: int, stop: int) -> Entity | None:
    """Return the entity named last of a kind, the one of the title where several are.

    A noun as wide as 项目 stands for nothing behind another project that was not read, nor for one of a paragraph before.
    """
    endings = kind.endings or (noun,)
    fit = [m for m in reading.names(floor, stop, *kind.labels) if m.entity.name.endswith(endings)]
    if not fit:
        return None
    found = likeliest(reading, fit)
    wide = "" in endings
    if wide and ("\n" in reading.text[found.end : stop] and found.entity.start >= reading.body_start):
        return None
    if wide and "Project" in kind.labels and unread_project(reading, found.end, stop):
        return None
    return found.entity


_BESIDE = re.compile("(?:会同|联合|邀请|协同|[、和与及]|由|被)$")


def likeliest(reading: Reading, fit: list[Mention]) -> Mention:
    """Return of several mentions the one a word stands for: the last that is no mere companion, of the title if there."""
    titled = {m.entity for m in fit if m.start < reading.body_start}
    if len(titled) == 1 and fit[-1].entity not in titled:
        last = reading.sentence(fit[-1].start)
        if _BESIDE.search(reading.text, last.start, fit[-1].start):
            return next(m for m in fit if m.entity in titled)
    alone = [m for m in fit if not _BESIDE.search(reading.text, max(0, m.start - 4), m.start)]
    return (alone or fit)[-1]
