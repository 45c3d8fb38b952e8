"""Trials, censuses, recruitments and plans that a body sets going where the article opens: activities under their own name."""

from __future__ import annotations

import re

from extractors.events.campaign import known_campaign
from extractors.events.meeting import events_of
from extractors.events.occasion import add_event, again, opening_of
from extractors.events.openers import openers
from extractors.lexicon import HAN
from extractors.reading import Mention, Reading

_HEAD = "专项(?:治理|整治)(?:行动|工作)|综合治理工作|试点工作|试点|招聘工作|普查|考核巡查|计划|(?:提质|攻坚)年?活动|推进行动|专项行动|促进活动|基线调查|抽样调查|(?<=[产源田物])清查|指导服务|全国行|推选工作|专项督查"
_NAME = rf"(?:[{HAN}\d]|“[^“”\n]{{2,16}}”|、){{3,34}}?(?:{_HEAD})"
_SETS_GOING = re.compile(
    rf"(?:(?:联合|全面|正式|部署|组织)?启动(?:实施)?|(?:部署|组织|联合)实施|(?:部署|联合)(?:开展|展开)|部署(?=\d{{4}}年)|部署各地[^，。；]{{0,12}}?开展)了?(?:(?P<name>(?!以来|后|前)(?:{_NAME}|[{HAN}]{{2,16}}“[{HAN}\d]{{2,10}}行动”))(?=[，。；\n])|“(?P<quoted>[{HAN}\d]{{4,24}}行动)”)"
)
# 自去年12月全国公安机关统一|开展打击某类犯罪专项行动|以来，已…
# 公安部公布|打击某类诈骗“银盾”行动|战果, 某局|打击假冒“…”专项行动|开展以来
_TOLD_OF = re.compile(
    rf"(?P<name>打击[{HAN}]{{2,12}}(?:“[^“”\n]{{2,10}}”)?(?:专项)?行动)(?=战果|成效|取得|开展以来|期间|典型案例)"
)
_GOES_ON = re.compile(rf"(?:统一|部署|组织|集中|联合)开展(?P<name>[{HAN}]{{4,20}}?专项行动)以来(?=，)")
# 甲部|等七部门联合|部署, 甲部|会同网信、公安等部门|启动
_ALONE = re.compile(
    r"(?:等[\d两三四五六七八九十多]*个?(?:部门|单位)|会同[^，。；]{2,30}?等?(?:部门|单位))?(?:近日|今天|联合|共同)*"
)
# 国务院|2023年度某项工作考核巡查|正式启动
_STARTS = re.compile(
    rf"(?:(?<=[，\n])|\A)(?P<name>[{HAN}\d“”]{{4,36}}?(?:考核巡查|普查|试点(?:工作)?|招聘工作|征兵工作|运输工作|选拔工作|定选工作|推选工作|基线调查|抽样调查|生态补?水(?:工作)?|输水(?:工作|第[一二三]阶段)?|飞行检查(?:现场检查)?))(?:[今昨]天|近日|日前|（[^（）]{{1,12}}）|正式|全面|在[{HAN}]{{2,12}}?){{0,3}}启动(?=[，。；\n])"
)
_ITS_NUMBER = re.compile(r"\d{4}年|第[一二三四五六七八九十百\d]+[次届批轮]|全国")
# 2026年某类信息保护系列|专项行动|开展以来
_SINCE = re.compile(
    rf"(?:(?<=[，。；\n])|\A)(?:[今去]年)?(?P<name>(?:[{HAN}\d]|“[^“”\n]{{2,16}}”){{4,28}}?(?:专项行动|专项整治|专项治理|集中整治))(?:自[^，。；]{{2,12}})?(?:启动|开展|实施)?以来(?=，)"
)
_WHOSE = "Agency"


def read(reading: Reading) -> None:
    """Add what a body's launch opens the article with, called by that body."""
    text = reading.text
    _going_on(reading)
    if not any(word in text for word in ("启动", "实施", "部署", "联合开展")):
        return
    first = reading.sentence(opening_of(reading, reading.body_start))
    for m in (*_SETS_GOING.finditer(text, 0, first.end), *_STARTS.finditer(text, 0, first.end)):
        start, end = m.span("quoted" if m.re is _SETS_GOING and m["quoted"] else "name")
        owner = reading.name_at(start) if m.re is _STARTS else None
        if owner is not None and owner.start == start and owner.label == _WHOSE:
            start = owner.end
        row = [owner] if owner is not None else openers(reading, reading.sentence(start).start, m.start())
        bodies = [body for body in row if body.label == _WHOSE] or _alone(reading, m.start())
        told = reading.name_ending_at(end, "Policy", "Project")
        name = text[start:end]
        titled = reading.known("Activity", name)
        numbered = m.re is _STARTS and _ITS_NUMBER.search(name) is not None
        if (
            (not bodies and not numbered)
            or told is not None
            or (titled is None and known_campaign(reading, name, start))
        ):
            continue
        if titled is not None:
            again(reading, titled, name, start, end)
            event = titled
        else:
            event = add_event(reading, name, start, end, "other", "activity-launched", 0.75)
        for body in bodies:
            reading.fact("CONVENED", body.entity, event, (body.start, end), "convened-launch", 0.85)


def _alone(reading: Reading, verb: int) -> list[Mention]:
    """Return the bodies, in a row, that begin the verb's clause where only others without a name stand behind them."""
    clause = max(reading.text.rfind(mark, 0, verb) for mark in "，。\n") + 1
    named = next(reversed(list(reading.names(clause, verb, _WHOSE))), None)
    if named is None or _ALONE.fullmatch(reading.text, named.end, verb) is None:
        return []
    row = reading.row_to(named)
    return row if not reading.text[clause : row[0].start].strip() else []


_OF_SPEECH = re.compile("以|要|将|开展|打击整治专项|我们|各地|持续|扎实|深入|坚持|自|自从|随着|群众身边")


def _going_on(reading: Reading) -> None:
    """Add the campaign since whose beginning the article counts, or whose results are told."""
    if "行动" not in reading.text:
        return
    going = _GOES_ON.finditer(reading.text, reading.body_start)
    told = _TOLD_OF.finditer(reading.text) if "打击" in reading.text else ()
    since = _SINCE.finditer(reading.text, reading.body_start) if "以来" in reading.text else ()
    for m in (*going, *told, *since):
        if _OF_SPEECH.search(m["name"]) is not None or events_of(reading).overlapping(*m.span("name")) is not None:
            continue
        if not known_campaign(reading, m["name"], m.start("name")):
            add_event(
                reading, m["name"], m.start("name"), m.end("name"), "other", "activity-launched", 0.7, planned=True
            )
