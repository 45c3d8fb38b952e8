"""Meetings that go by their kind alone: 主持召开座谈会, 一场院坝会, the 会议 of a committee."""

from __future__ import annotations

import re

from extractors.events import deliberations, meeting, plenaries
from extractors.events.meeting import Event, date_event, events_of
from extractors.events.meeting_names import same_name
from extractors.identity.meetings import numbered_session
from extractors.lexicon import HAN
from extractors.reading import Entity, Reading

# 。现场办公会上，某局局长汇报了…: named only where something is told there
_TOLD_AT = re.compile(
    r"(?:(?<=[。！？\n])|\A)[ 　]{0,4}(?:随后|会后|当[天日]|其间|[上下]午|[\d月日]|的|召开|举行|在(?!.{0,3}座谈)){0,6}(?P<name>现场办公会|办公会|座谈会|座谈交流会|反馈会|汇报会|调度会|推进会|现场会|交流会|研讨会|恳谈会|协调会|部署会|动员会|培训会|观摩会|点评会|对接会|推介会)上，"
)


def read(reading: Reading) -> None:
    """Add the meetings of the article: those with a name first, then those that go by their kind."""
    meeting.read(reading)
    deliberations.read(reading)
    plenaries.read(reading)
    _inside_documents(reading)
    events_of(reading).found.sort(key=lambda e: (e.start, e.end))
    _only_generic(reading)
    _spoken_of_again(reading)
    if "通道”" in reading.text:
        _passages(reading)
    events_of(reading).found.sort(key=lambda e: (e.start, e.end))


# 关于|十四届全国人大一次会议|主席团交付审议的议案审议结果的报告, 关于召开|政协第十四届全国委员会第二次会议|的决定
_SESSION = re.compile(
    "第?十[一二三四五六七八九]届全国(?:人大|政协|人民代表大会)第?[一二三四五六]次会议|(?:全国政协|政协第)十[一二三四五六七八九]届(?:全国委员会)?第?[一二三四五六]次会议"
)
# 党的二十大|报告传遍祖国各地
_REPORT_OF = re.compile("(?P<name>党的(?:十[六七八九]|二十)大)报告")


def _inside_documents(reading: Reading) -> None:
    """Add the national sessions and congresses that only the names of documents, or of their own organs, tell of."""
    events = events_of(reading)
    for m in (
        *(_SESSION.finditer(reading.text) if "次会议" in reading.text else ()),
        *(_REPORT_OF.finditer(reading.text) if "大报告" in reading.text else ()),
    ):
        span = m.span("name") if m.re is _REPORT_OF else m.span()
        name = reading.text[slice(*span)]
        if any(e.start <= span[0] < e.end and m[0] in e.entity.forms for e in events.found):
            continue
        entity = _known_as(reading, name) or reading.entity("Meeting", name)
        reading.mention(entity, span[0], span[1], "meeting-cited", 0.8)
        events.found.append(Event(entity, span[0], span[1], held=False))


def _known_as(reading: Reading, name: str) -> Entity | None:
    """Return the meeting of this name, or of the same numbers in another form: 政协第十四届全国委员会第二次会议."""
    numbers = numbered_session(name)
    for event in events_of(reading).found:
        presidium = "主席团" in event.entity.name  # of the session, and no session itself
        forms = event.entity.forms if event.entity.label == "Meeting" and not presidium else ()
        if numbers is None:
            known = any(same_name(name, form) for form in forms)  # 二十大
        else:
            known = any(numbered_session(form) == numbers for form in forms)
        if known or name in forms:
            return event.entity
    return None


_ONLY = re.compile(
    rf"(?:主持召开(?:了)?|(?<=[\u4e00-\u9fff]{{2}})(?<![召展公打离避放走敞])开了|主持(?!召开|座谈会)了?(?=[\u4e00-\u9fff]{{2,4}}会[，。；])|召开(?:了)?|举行(?:了)?|举办了?(?=[{HAN}]{{0,4}}(?:宣讲会|学习会|培训会|报告会)))的?(?:由[^，。；]{{2,40}}?(?:参加|出席)的)?(?P<name>(?!了?(?:多个|数个|一系列|[一两三四五六七八九十数多几][次场]|重要|关键))[{HAN}]{{0,4}}?(?:座谈会|议事会|新闻发布会|发布会|记者会|吹风会|专题会议|工作会议|专题会|会议|协调会|推进会|大会|论坛|全体会|常务会|主任会|主席会|党组会|常委会|工作会|调度会|部署会|动员会|例会|分析会|联席会|研判会|现场会|汇报会|通报会|恳谈会|对接会|研讨会|交流会|总结会|表彰会|宣讲会|学习会|培训会|报告会|民主生活会|组织生活会|会商会|约谈会|听证会|述职会|评议会|启动会|评审会|论证会|督办会|视频会|碰头会|务虚会|反馈会|点评会|见面会|观摩会|座谈交流会|茶话会|屋场会|院坝会|板凳会|家长会|听证会|询问会|交办会|欢迎会|欢送会|验收会|鉴定会|签约会|股东大会|股东会|董事会会议|监事会会议|职代会))(?=[，。；、并上]|听取|征求|研究|部署|安排|传达|学习|交流|商讨|共商)"
)


_AGAIN = re.compile(
    "主持了?(?P<name>座谈会|推进会|部署会|动员会|调度会|现场会|汇报会|研讨会|交流会|培训会|听证会|发布会|对接会|推介会|签约会|报告会|评审会|论证会|协商会|恳谈会|表彰会|宣讲会)(?=[，。；并])"
)


def _spoken_of_again(reading: Reading) -> None:
    """县长主持|座谈会: the one of that kind that was named before, whatever was told of in between."""
    events = events_of(reading)
    for m in _AGAIN.finditer(reading.text):
        kind = m["name"]
        named = [e for e in events.found if e.held and e.start < m.start() and e.entity.name.endswith(kind)]
        if named and len({e.entity for e in named}) == 1:
            reading.mention(named[-1].entity, *m.span("name"), "meeting-again", 0.75)
            events.found.append(Event(named[-1].entity, *m.span("name"), held=True))


_PASSAGE = re.compile("(?:首场|第[一二三四五六七八九]场)?“(?:党?代表|委员|部长)通道”")
_OPENED = re.compile(r"(?:今天|昨天|\d{1,2}日|[上下]午|（[^（）]{2,8}）|再次|首次)*(?:开启|举行|开场)")


def _passages(reading: Reading) -> None:
    """第二场“代表通道”|今天开启: where delegates of a session meet the press; further on “代表通道” alone."""
    found = list(_PASSAGE.finditer(reading.text))
    if not any(_OPENED.match(reading.text, m.end()) for m in found):
        return
    entity = reading.entity("Meeting", max((m[0] for m in found), key=len))
    for m in found:
        reading.mention(entity, *m.span(), "meeting-passage", 0.8)
        events_of(reading).found.append(Event(entity, *m.span(), held=True))
        date_event(reading, entity, *m.span())


_COMMITTEE = re.compile(r"(?:政治局|常委会|党组|领导小组|委员会)$")
_BETWEEN = re.compile(r"(?:常务委员会|常委会)?(?:今天|昨天|近日|日前|\d{1,2}月\d{1,2}日|\d{1,2}日|上午|下午)*$")


def _of_committee(reading: Reading, m: re.Match[str]) -> None:
    """中共中央政治局9月1日|召开会议: the committee's own meeting, which has no other name."""
    if m["name"] != "会议" or m.start() < reading.body_start:
        return
    near = list(reading.names(max(0, m.start() - 40), m.start(), "Agency"))
    body = next((b for b in reversed(near) if _COMMITTEE.search(b.entity.name)), None)
    events = events_of(reading)
    if body is None or not _BETWEEN.fullmatch(reading.text, body.end, m.start()):
        return
    if any(e.held and e.entity.label == "Meeting" and e.start < m.start() for e in events.found):
        return
    standing = "常委会" if reading.text.startswith(("常务委员会", "常委会"), body.end) else ""
    entity = reading.entity("Meeting", f"{body.entity.name}{standing}会议")
    reading.mention(entity, m.start("name"), m.end("name"), "meeting-of-committee", 0.8)
    events.found.append(Event(entity, m.start("name"), m.end("name"), True))
    date_event(reading, entity, m.start("name"), m.end("name"))


# 一场以“…”为主题的|院坝会|在此召开
_ONE = re.compile(
    rf"(?:[一首这][场次])(?:别开生面|特殊|特别|热烈|接地气|以“[^“”]{{2,24}}”为主?题)?的?(?P<name>[{HAN}]{{0,4}}?(?:院坝会|屋场会|板凳会|坝坝会|议事会|恳谈会|座谈会|家长会|听证会|茶话会|现场会|见面会|协商会|交流会|分享会))(?=(?:正)?(?:在[^，。；]{{1,16}}?)?(?:如期|热烈|正式)?(?:召开|举行|举办|展开|进行|开始|开讲))"
)


# 。反馈会|在镇政府会议室召开
# 县民政局局长在|年度总结会|上说
_TOLD_IN = re.compile(
    r"(?<=在)(?P<name>(?:年度|年中|年终|半年|季度|月度|年初|工作|专题|动员|部署|全体干部|干部|党员|村民|职工|全院|全校|全镇|全局){1,3}(?:总结|动员|部署|推进|分析|调度|表彰|例|大|座谈|述职|小结|务虚|代表大)会)(?=上(?:，|说|表示|介绍|强调|要求|指出|通报|透露|承诺|表态|发言))"
)


_OPENS = re.compile(
    r"(?<=[。\n])(?P<name>反馈会|座谈会|听证会|现场会|评审会|恳谈会|交流会|对接会|协调会|约谈会|述职会|动员会|推进会)(?=(?:于[^，。；]{2,16})?在[^，。；]{2,20}?(?:召开|举行)[，。]|由[^，。；]{2,24}?(?:组织|主持|承办|召集)[，。])"
)

_TO_BE_CALLED = re.compile(
    "(?:适时|及时|尽快|定期|要|须|务必)(?:[^，。；]{0,16}(?:月底|季度|日)前)?(?:牵头|组织){0,2}召开(?:一次)?\\Z"
)
"""Before a meeting that somebody says is still to be called: 适时召开|现场会."""

# 随后在某镇会议室|开了座谈会
_THEN = re.compile("随后|会后|最后|当[天日晚]|现场|会议室|[上下]午|\\d日")


def _first_told(text: str, m: re.Match[str]) -> bool:
    """Tell whether nothing before speaks of such a meeting: not 甲同乙座谈交流。…|座谈会上，."""
    return m["name"].removesuffix("会") not in text[: m.start()]


def _only_generic(reading: Reading) -> None:
    """A meeting that has no fuller name in the article goes by its bare head: 主持召开座谈会."""
    events = events_of(reading)
    told_at = (m for m in _TOLD_AT.finditer(reading.text, reading.body_start) if _first_told(reading.text, m))
    for m in sorted(
        (*(m for rule in (_ONLY, _ONE, _OPENS, _TOLD_IN) for m in rule.finditer(reading.text)), *told_at),
        key=re.Match.start,
    ):
        if events.overlapping(m.start("name"), m.start("name") + 1) is not None:
            continue
        if _TO_BE_CALLED.search(reading.text, reading.sentence(m.start()).start, m.start("name")):
            continue
        if m[0].startswith("开了") and not _THEN.search(reading.text, reading.sentence(m.start()).start, m.start()):
            continue
        if m["name"] in ("会议", "大会"):
            _of_committee(reading, m)
            continue
        called = next((e for e in events.found if e.held and e.end == m.start()), None)
        if called is not None:  # 市委常委会|召开扩大会议
            reading.mention(called.entity, m.start("name"), m.end("name"), "meeting-generic", 0.7)
            continue
        near = [e for e in events.found if e.held and e.entity.label == "Meeting"]
        if near and any(e.entity.name.endswith(m["name"][-2:]) for e in near):
            continue
        entity = reading.entity("Meeting", m["name"])
        reading.mention(entity, m.start("name"), m.end("name"), "meeting-generic", 0.7)
        events.found.append(Event(entity, m.start("name"), m.end("name"), True))
        date_event(reading, entity, m.start("name"), m.end("name"))
