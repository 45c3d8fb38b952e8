"""Whose it is: the body, project, event or place that a stretch of the text speaks of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from enum import IntEnum

from extractors.reading import Entity, Mention, Reading
from extractors.text import Span

_LABELS = ("Company", "Organization", "Place", "Project", "Agency")
_CLAUSE = re.compile(r"[，：\n]")
_PART = re.compile(r"[；;]")
_ASIDE = re.compile(
    r"(?:在|从|对|与|和|同|向|为|由|给|将|把|及|据|于|到|赴|比|较|距离?|来自|来到|走进|位于|跨越|落户|进驻|途经|流向|联合|围绕|针对|依托)(?:位于|来自)?$"
)
_OBJECT = re.compile(
    r"(?:包括|建设|建成|新建|引进|引入|采用|化解|解决|推介|推荐|获批?|批复|启动|实施|打造|成立|设立|创建|支持|帮助|组织|联系|走访|涉及|覆盖|辐射|推进|推动"
    r"|\d[多余]?[个家所座处项][^，。；]{0,8})(?:了|起)?$"
)
_SOURCE = re.compile(
    r"^[^，。]{0,12}?(?:获悉|了解到|介绍|消息|透露|统计|(?:公布|发布)(?:的|最新|数据|消息|[，：])|数据(?:显示|表明)|通报|测算|显示|监测|调度)"
)
_LIST_END = re.compile(r"(?:、[^，。；、]{1,20})*等")
_BESIDE = re.compile(r"^(?:所在|附近|周边|以[东南西北外内]|[东南西北]部?\d|外|境内)")
_COUNTED = re.compile(r"(?:基础设施)?(?:达到?|共计?|累计|已达?|约|近|超过?|为|有)*\d")
_OWN = re.compile(r"(?:左右|以?外|之外)?的")
_REFERENCES = (
    (re.compile(r"(?:^|[，；：]|该|本|整个|一期|二期)(?:项目|工程)[^，；。]{0,16}$"), "Project", ""),
    (re.compile(r"(?:该|这家)(?:公司|企业|厂)[^，；。]{0,16}$"), "Company", ""),
    (re.compile(r"(?:该村|全村|村集体)[^，；。]{0,16}$"), "Place", ("村", "社区")),
)
_DISTANCE = re.compile(r"距离?$")
_NATION = re.compile(r"全国(?!人[大民]|政协|两会|总工会|性|各地|工商联|妇联|铁路(?!完成|固定))|我国")
_PROJECT_WORDS = re.compile(
    r"(?:(?:总|计划|概算|估算)投资|占地|设计时速|全长|总长|处理能力|建筑面积|工期|装机|建设规模|库容|年产)[^，；。\d]{0,12}$"
    r"|(?:建成|投产|达产|运营|投用)后[^。；]*$"
)
_COMPANY_WORDS = re.compile(
    r"(?:产值|税收|利税|职工|员工|工人|营收|营业收入|销售额|注册资本|净利润|增资)[^，；。\d]{0,12}$"
)
_PLACE_WORDS = re.compile(
    r"(?:村集体|人均|农民|居民|村民|人口|户籍|生产总值|财政收入|可支配收入|全村|全镇)[^，；。\d]{0,16}$"
)
_EVENT_WORDS = re.compile(
    r"(?:发放|派发|参加|参与|接待|答疑|咨询|提供岗位|吸引|达成|展出|进场|成交(?!额)|现场)[^，；。]{0,24}$"
)
_EVENT_AFTER = re.compile(r"[^，；。]{0,6}(?:向[^，。]{0,6}发放|参加|参与|到场)")
_FARTHEST = 400
"""How many characters back in its sentence a subject is looked for."""
_AROUND = 3
"""How many sentences back a subject may have been named."""


class _Role(IntEnum):
    """What a name does in its clause; the greater, the more likely it is the one spoken of."""

    NONE = 0
    ASIDE = 1
    INNER = 2
    HEAD = 3


def owner(reading: Reading, start: int, end: int) -> tuple[Entity, float] | None:
    """Return whose the words from start to end are, with a confidence; None when nobody and nowhere is named.

    In this order: the name that the words describe, what the measured thing asks for (a project for 总投资, a company
    for 税收), the subject of the clause, of the clauses before it, of the sentences before, the place of the article.
    """
    sentence = reading.sentence(start)
    sentence = Span(max(sentence.start, start - _FARTHEST), sentence.end)
    named = _described(reading, end) or _adjacent(reading, start)
    if named:
        return named, 0.9
    names = list(_subjects(reading, sentence, start))
    event = _event(reading, sentence, start, end, names)
    if event:
        return event, 0.75
    before = reading.text[sentence.start : start]
    for words, label in ((_PROJECT_WORDS, "Project"), (_COMPANY_WORDS, "Company"), (_PLACE_WORDS, "Place")):
        if words.search(before):
            fit = [(name, role) for name, role in names if name.label == label and role > _Role.ASIDE]
            if fit:
                return max(fit, key=lambda item: item[1])[0].entity, 0.9
            break
    referred = _referred(reading, sentence, before)
    if referred:
        return referred, 0.75
    if names and (best := max(names, key=lambda item: item[1]))[1] >= _Role.INNER:
        return best[0].entity, 0.85 if best[1] == _Role.HEAD else 0.65
    nation = _nation(reading, sentence.start, start)
    if nation:
        return nation, 0.8
    if names:
        return names[0][0].entity, 0.6
    if before.endswith(("距", "距离")):
        ahead = next(reading.names(end, _stop(reading, end, min(sentence.end, end + 40)), "Place"), None)
        if ahead:
            return ahead.entity, 0.6
    return _carried(reading, sentence) or _main(reading)


def _referred(reading: Reading, sentence: Span, before: str) -> Entity | None:
    """Return what 项目, 该公司 or 全村 in the clause of the number stands for: the last one named before."""
    for words, label, ending in _REFERENCES:
        if words.search(before):
            first = _around(reading, sentence)[0].start
            fit = [m for m in reading.names(first, sentence.start, label) if m.entity.name.endswith(ending)]
            if fit:
                return fit[-1].entity
    return None


def _stop(reading: Reading, start: int, stop: int) -> int:
    mark = _CLAUSE.search(reading.text, start, stop)
    return mark.start() if mark else stop


def _described(reading: Reading, end: int) -> Entity | None:
    """Return the name of `建筑面积5平方米的NAME`."""
    link = _OWN.match(reading.text, end)
    name = reading.name_at(link.end()) if link else None
    if not (link and name and name.start == link.end()):
        return None
    while (after := reading.name_at(name.end)) and after.label in _LABELS:
        name = after
    return name.entity if name.label in _LABELS else None


def _adjacent(reading: Reading, start: int) -> Entity | None:
    """Return the place of `甲市5个示范镇`."""
    name = reading.name_ending_at(start, "Place")
    return name.entity if name and not _DISTANCE.search(reading.text, max(0, name.start - 2), name.start) else None


def _event(reading: Reading, sentence: Span, start: int, end: int, names: list[tuple[Mention, _Role]]) -> Entity | None:
    """Return the activity at which so many took part or so much was handed out."""
    words = _EVENT_WORDS.search(reading.text, max(sentence.start, start - 40), start)
    own = words and any(name.start >= words.start() - 12 and role == _Role.HEAD for name, role in names)
    if own or not (words or _EVENT_AFTER.match(reading.text, end)):
        return None
    first = _around(reading, sentence, 3 * _AROUND)[0].start
    near = [(m.start, e) for e in _labelled(reading, "Activity") for m in e.mentions if first <= m.start < start]
    return max(near, key=lambda item: item[0])[1] if near else None


def _around(reading: Reading, sentence: Span, count: int = _AROUND) -> list[Span]:
    """Return the sentence with the few before it."""
    at = bisect_left(reading.sentences, sentence.end, key=lambda span: span.end)
    return [*reading.sentences[max(0, at - count) : at], sentence]


def _subjects(reading: Reading, span: Span, stop: int) -> Iterator[tuple[Mention, _Role]]:
    """Yield the names before `stop` that may be spoken of: of its clause, then of the clauses before.

    Of a sentence in parts (；) only the part at hand and the first count.
    """
    parts = [span.start, *(m.end() for m in _PART.finditer(reading.text, span.start, stop)), stop]
    wanted = [(parts[-2], stop)] if len(parts) == 2 else [(parts[-2], stop), (parts[0], parts[1])]
    for start, end in wanted:
        edges = [start, *(m.end() for m in _CLAUSE.finditer(reading.text, start, end)), end]
        for at in range(len(edges) - 2, -1, -1):
            if edges[at + 1] < stop and reading.text.startswith("其中", edges[at]):
                continue
            for name in _heads(reading, list(reading.names(edges[at], edges[at + 1], *_LABELS))):
                role = _role(reading, name, edges[at], edges[at + 1])
                if role:
                    yield name, role


def _heads(reading: Reading, names: list[Mention]) -> list[Mention]:
    """Return the names without those that only lead to the next: of 甲市乙区 the second."""
    return [
        name
        for at, name in enumerate(names)
        if not (at + 1 < len(names) and reading.text[name.end : names[at + 1].start] in ("", "的"))
    ]


def _role(reading: Reading, name: Mention, start: int, stop: int) -> _Role:
    text = reading.text
    lead = name.start
    while (before := reading.name_ending_at(lead)) and before.start >= start:
        lead = before.start
    after = text[name.end : stop]
    if _SOURCE.match(after) and name.label != "Place":
        return _Role.NONE
    if _LIST_END.match(after) or _BESIDE.match(after):
        return _Role.NONE
    if name.label in ("Project", "Organization") and _COUNTED.match(text, name.end):
        return _Role.NONE
    prefix = text[start:lead]
    if _ASIDE.search(prefix):
        return _Role.ASIDE
    if _OBJECT.search(prefix):
        return _Role.NONE
    return _Role.HEAD if len(prefix) <= 12 else _Role.INNER


def _nation(reading: Reading, start: int, stop: int) -> Entity | None:
    for found in _NATION.finditer(reading.text, start, stop):
        if not reading.name_at(found.start()):
            nation = reading.entity("Place", "全国" if found[0] == "全国" else "中国")
            reading.claim(nation, found.start(), found.end(), "place: the nation", 0.7)
            return nation
    return None


def _carried(reading: Reading, sentence: Span) -> tuple[Entity, float] | None:
    """Return the subject of the sentences before."""
    for earlier in reversed(_around(reading, sentence)[:-1]):
        names = list(_subjects(reading, earlier, earlier.end))
        plain = [name for name, role in reversed(names) if role == _Role.HEAD]
        if plain:
            return plain[0].entity, 0.7
        nation = _nation(reading, earlier.start, earlier.end)
        if nation:
            return nation, 0.65
    return None


def _labelled(reading: Reading, label: str) -> list[Entity]:
    """Return the entities of a label; those that were seen before are not looked through again."""
    key = f"owners: {label}"
    seen, found = reading.memory.get(key, (0, []))
    labelled: list[Entity] = [*found, *(e for e in reading.entities[seen:] if e.label == label)]
    reading.memory[key] = (len(reading.entities), labelled)
    return labelled


def _main(reading: Reading) -> tuple[Entity, float] | None:
    """Return the place that the article is about: the most named one, else the whole country where it is named.

    Where the article is at home nowhere, a place must be in the title or named three times to be what it is about.
    """
    best = max(_labelled(reading, "Place"), key=lambda e: len(e.mentions), default=None)
    if best and (reading.home.division or len(best.mentions) >= 3 or best.start < reading.body_start):
        return best, 0.55
    if "owners: nation" not in reading.memory:
        reading.memory["owners: nation"] = _nation(reading, 0, len(reading.text))
    nation: Entity | None = reading.memory["owners: nation"]
    return (nation, 0.55) if nation else None
