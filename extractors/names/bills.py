"""What congresses take up: drafts of laws, treaties to be approved, bills, and the reports that they hear."""

from __future__ import annotations

import re

from extractors.lexicon import HAN
from extractors.reading import Entity, Reading
from extractors.text import occurrences

_VERSION = "(?:(?:表决|审议|建议|征求意见|送审|讨论|修改|代拟)稿|[一二三四]审稿|[二三四]次审议稿)?"
_DRAFT = (
    rf"(?:修正案(?:（[一二三四五六七八九十]{{1,4}}）)?草案|"
    rf"(?:(?<=.法)|(?<=法典)|(?<=编)|(?<=条例)|(?<=规定)|(?<=办法)|(?<=决定)|(?<=名单)|(?<=议程)|(?<=法律的)|(?<=章程)|(?<=规则)|(?<=守则))"
    rf"(?:修订|修正|修改)?(?:案)?草案){_VERSION}"
)
# 审议|水源地法修订草案、|湖泊法草案, 对|冷水鱼保护条例草案|进行审议, 关于|湖泊法草案|修改情况的汇报
_DRAFTS = re.compile(
    rf"(?:(?<=审议)|(?<=通过)|(?<=[了、对就和订解])|(?<=关于)|(?<=新的)|(?<=提出)|(?<=审议的)|(?<![{HAN}《〈\d“”）]))"
    rf"(?P<name>(?:(?!审议|通过|关于|草案|候选人|否决|议案|汇报|听取|提出|建议|提请|以及|有关|相关|该法|本法|此次|[这一][一部次份项]|[两三四五六七八九十\d][部件]|法律草案|法规草案|日程|报告和|(?<!应)对|[的了将由是把就《》，。；：、](?!修正案))[{HAN}\d（）]){{1,36}}(?:{_DRAFT}|(?<=.[法例定则法程告案划要])（(?:修订|修正|修改)?草案）))(?!案)"
)
# 作了|关于授权某新区暂停收费的决定草案|的说明
_DECISION = re.compile(
    r"(?P<name>关于(?!提请|有关|相关|批准(?:条约|报告|该|这))(?:(?!关于|草案)[^，。；：《》\n]){3,70}?的(?:决定|决议|规定)草案)"
)
_ENDS = re.compile(rf"(?:草案{_VERSION}|条约|协定|公约|议定书|决定|决议|规定|规划纲要)(?:（[^（）]{{2,12}}）)?\Z")
# 审议某委员会|关于提请审议某某法修订草案的议案
_BILL = re.compile(
    rf"关于提请(?:审[议查])?(?:批准)?(?<!提请)(?P<what>(?:(?!关于提请|议案|的[\d一二三四五六七八九十两][个项])[{HAN}\d、（）“”]){{3,120}})的(?:[\d两三四五六七八九十][个项])?议案"
)
_ITEMS = re.compile("、|(?<=草案)和")
_COUNTED = re.compile(r"\d+[件部项个]")  # 审议|9件法律和决定草案: a count of them
_SHORTEST = 6
"""How many characters a document's own name has at least: not 议程草案 or 名单草案 alone."""

# 听取和审议了县政府|关于耕地保护工作情况的报告、县法院|关于执行工作情况的报告
_REPORT = re.compile(
    r"(?P<name>关于(?:免去|撤销)[^，。；：《》\n]{4,60}，并?(?:撤销|终止|免去)[^，。；：《》\n]{2,30}的决定(?=[，。；、和及]|以及)|(?<!会议)关于(?!有关|相关|提请审议)(?:“[^”\n]{1,12}”|(?!关于|召开)[^，。；：？！《》“”\n]){3,60}?的(?:[\d两三四五六七八九十][个项])?(?:(?:(?:监督|调研|考察|视察|中期|专项|专题|工作|审计|审查|检查|执法|结果|情况|书面|综合|分析|评估|总结|调查){1,3})?报告稿?(?![会员告人])|(?<=修改情况的)汇报|(?:决议|决定|议案|(?P<told>汇报))(?=[，。；、和及（]|以及))(?:（[^（）]{2,6}）)?)"
)
_ON_DRAFT = re.compile(r"关于(?P<law>[^、]{2,24}草案)(?:修改|审议)")
_HEARD = re.compile(r"听取|审议|审查|讨论|通过|追认")
# 受市政府委托，局长某某作了|关于某项工作情况的报告
_GIVES = re.compile(r"作了?(?:的)?\Z")
_NEXT = re.compile(
    r"(?:[，；、和及][^，。；、《]{0,24}《[^《》\n]{2,80}》[^，。；、《和及]{0,24})*(?:[，；、和及]|以及)[^，。；、]{0,24}"
)
"""Between two reports of one list: …的报告；县人大常委会|关于…的报告, items in 《》 between them."""
# 审议县政府|关于耕地保护情况的报告: the body whose report it is, as a part of the longer name
_BY = re.compile(
    rf"(?:(?<=审议)|(?<=审议了)|(?<=听取)|(?<=听取了)|(?<=作的)|(?<=讨论了)|(?<=通过了)|(?<=、))(?P<by>(?!了|和|并|通过)(?:(?!作的|通过|审议了|听取|报告)[{HAN}]){{2,24}}(?<![的了作在]))\Z"
)
# 审议贺云松委员长|访问某国并出席某大会情况的书面报告
_OF_JOURNEY = re.compile(
    rf"(?:审议|听取)了?(?P<name>[{HAN}]{{2,3}}(?:副?委员长|副?主任|副?主席)?(?:率[^，。；]{{1,16}})?(?:访问|出席)[^，。；]{{2,60}}?情况的(?:书面)?报告)"
)
_OF_PEOPLE = re.compile("关于(?:撤销|免去|接受|同意|任命|增补|罢免|终止)(?![^，。；]{0,4}(?:个别|部分|有关|一名|两名))")
# 审查|2025年国民经济和社会发展计划草案、|2025年预算草案的报告
_YEARLY = re.compile(
    rf"(?:(?<=审查)|(?<=审议)|(?<=批准)|(?<=了)|(?<=、))(?P<name>\d{{4}}年[{HAN}\d]{{2,60}}?(?:计划|预算)草案(?:的报告)?)(?=[，。；、])"
)
# 批准|2024年市本级决算
_ACCOUNTS = re.compile(
    rf"(?:批准了?|关于|和)(?P<name>(?:[{HAN}]{{2,6}}[省市县区州旗])?\d{{4}}年(?:度)?[{HAN}]{{1,6}}决算(?:草案|报告)?)(?=[，。；、]|和|审查(?:情况|结果))"
)
# 签署了|中国和柳国引渡条约, 批准|中华人民共和国和柳国关于…的条约
_TREATY = re.compile(
    rf"(?:(?:签署|签订|批准|审议|通过)了?|议案、)(?P<name>中(?:国|方|华人民共和国)(?:(?!多项|一系列|若干|相关|有关|多份)[{HAN}、]){{0,20}}?[和与同][{HAN}、]{{2,40}}?(?:条约|协定|谅解备忘录|议定书))(?=[，。；、]|的议案)"
)


def read(reading: Reading) -> None:
    """Add the drafts, bills, treaties and reports of the article; one told by the bill or report on it has that as alias."""
    text = reading.text
    drafts = list(_decisions(reading)) if "草案" in text else []
    for m in _BILL.finditer(text) if "议案" in text else ():
        _bill(reading, m)
    if "工作报告" in text:
        _work_reports(reading)
    if "批准《" in text or "加入《" in text:
        _approvals(reading)
    if any(heard in text for heard in ("听取", "审议", "讨论", "通过", "作了")):
        _reports(reading)
    for m in _DRAFTS.finditer(text) if "草案" in text else ():
        name = m["name"].removeprefix("和").removeprefix("并")
        if len(name) >= _SHORTEST - 1 and not _COUNTED.match(name):
            drafts.append((m.end("name") - len(name), m.end("name")))
    for start, end in drafts:
        reading.claim(_draft(reading, text[start:end]), start, end, "policy-draft", 0.8)
    for name in dict.fromkeys(text[start:end] for start, end in drafts):
        for start, end in occurrences(text, name):
            reading.claim(reading.entity("Policy", name), start, end, "policy-draft", 0.8)
    for m in _YEARLY.finditer(text) if "草案" in text else ():
        reading.claim(reading.entity("Policy", m["name"]), *m.span("name"), "policy-draft", 0.8)
    if "决算" in text or "条约" in text or "协定" in text or "备忘录" in text:
        for m in (*_ACCOUNTS.finditer(text), *_TREATY.finditer(text)):
            reading.claim(reading.entity("Policy", m["name"]), *m.span("name"), "policy-approved", 0.8)


# 听取对|全国人大常委会工作报告稿|的意见, 关于|最高人民法院工作报告|审议情况的汇报
_WORK_REPORT = re.compile("(?:全国人大常委会|最高人民法院|最高人民检察院|全国政协常委会)工作报告稿?")


def _work_reports(reading: Reading) -> None:
    """Add the yearly reports of the national bodies, which are read inside."""
    for m in _WORK_REPORT.finditer(reading.text):
        reading.mention(reading.entity("Policy", m[0]), *m.span(), "policy-work-report", 0.8)


# 关于批准|《甲国和乙国引渡条约》|的决定, 关于提请审议批准|《某公约》|的议案
_APPROVAL = re.compile(r"关于(?:提请(?:审议)?)?(?:批准|加入)(?P<treaty>《[^《》\n]{4,90}》)的(?P<kind>决定|决议|议案)")


def _approvals(reading: Reading) -> None:
    """Add the decision that approves a treaty, which has a name of its own; a bill on it is another name of the treaty."""
    for m in _APPROVAL.finditer(reading.text):
        treaty = reading.name_at(m.start("treaty"))
        bill = m["kind"] == "议案" and treaty is not None and treaty.label == "Policy"
        named = treaty.entity if bill and treaty is not None else reading.entity("Policy", m[0])
        if not bill:
            reading.mention(named, m.start(), m.end(), "policy-approval", 0.8)
        _alias_with_body(reading, named, m)


def _alias_with_body(reading: Reading, document: Entity, m: re.Match[str]) -> None:
    """审议县政府|关于提请审议…的议案: the document goes by the longer name, too."""
    by = _BY.search(reading.text, max(0, m.start() - 30), m.start())
    name = m["name"] if "name" in m.re.groupindex else m[0]
    if by is not None or name != document.name:
        reading.alias(document, (by["by"] if by is not None else "") + name)


def _draft(reading: Reading, name: str) -> Entity:
    """Return the draft, with 关于 before it or not; 列席人员名单草案 is the one of the session that was named before with its session."""
    twin = reading.known("Policy", name[2:] if name.startswith("关于") else f"关于{name}")
    if twin is not None:
        reading.alias(twin, name)
        return twin
    same = (e for e in reading.of_label("Policy") if e.mentions and e.name.endswith(name) and len(name) >= _SHORTEST)
    whole = next(same, None)
    if whole is None:
        return reading.entity("Policy", name)
    reading.alias(whole, name)
    return whole


def _decisions(reading: Reading) -> list[tuple[int, int]]:
    """Return where drafts of decisions stand that are named from 关于 on, outside of bills."""
    bills = [m.span() for m in _BILL.finditer(reading.text)]
    return [
        m.span("name")
        for m in _DECISION.finditer(reading.text)
        if not any(start <= m.start() < end for start, end in bills)
    ]


def _bill(reading: Reading, m: re.Match[str]) -> None:
    """关于提请审议甲法草案、乙法草案的议案: the drafts and treaties that it brings in, else the bill itself."""
    items = _split(m["what"])
    if not items or any(len(text) < _SHORTEST - 1 or text.startswith(("有关", "相关")) for text, _ in items):
        bill = reading.entity("Policy", m[0])
        if reading.claim(bill, m.start(), m.end(), "policy-bill", 0.8) is not None and "法" in m["what"]:
            reading.alias(bill, m["what"])
        return
    for text, at in items:
        start, end = (m.start("what") + at, m.start("what") + at + len(text)) if len(items) > 1 else m.span()
        document = reading.entity("Policy", text)
        reading.claim(document, start, end, "policy-bill", 0.8)
        if len(items) == 1:
            _alias_with_body(reading, document, m)


def _split(what: str) -> list[tuple[str, int]]:
    """Return the documents of a row with their offsets, none where a piece is no document.

    What 、 divides goes on until it ends in what a document is called: 甲国和乙国、丙国友好条约 is one.
    """
    found: list[tuple[str, int]] = []
    start = 0
    for m in (*_ITEMS.finditer(what), None):
        end = m.start() if m is not None else len(what)
        if _ENDS.search(what, start, end):
            found.append((what[start:end], start))
            start = m.end() if m is not None else end
    return found if start == len(what) else []


def _reports(reading: Reading) -> None:
    """Add the reports that a meeting hears, deliberates on or passes, named from 关于 on, whoever gives them."""
    listed = 0
    for m in _REPORT.finditer(reading.text, reading.body_start):
        marks = "。；\n" if reading.text.startswith("作的", m.start() - 2) else "，。；\n"  # 听取了…，主任甲作的|…报告
        clause = max(reading.text.rfind(mark, 0, m.start()) for mark in marks) + 1
        lead = reading.text[clause : m.start()]
        heard = _HEARD.search(lead)
        follows = listed and _NEXT.fullmatch(reading.text, listed, m.start())
        gives = "情况的" in m["name"] and _GIVES.search(lead) is not None
        if follows or gives or (heard and (m["told"] is None or "审议" in lead)):
            listed = m.end()
            report = _report(reading, m["name"])
            _alias_with_body(reading, report, m)
            if of_people(m["name"]) and reading.free(*m.span()):
                reading.mention(report, *m.span(), "policy-report", 0.75)
            else:
                reading.claim(report, m.start(), m.end(), "policy-report", 0.75)
    for m in _OF_JOURNEY.finditer(reading.text, reading.body_start):
        # those who travel, and what they attend, are read inside
        reading.mention(reading.entity("Policy", m["name"]), *m.span("name"), "policy-report", 0.75)


def of_people(name: str) -> bool:
    """Tell whether a decision names whose post it is about: 关于撤销某某委员资格的决定; they are read inside."""
    return _OF_PEOPLE.match(name) is not None


def _report(reading: Reading, name: str) -> Entity:
    """Return the report; the draft that one tells of how it was worked over, under both names."""
    on = _ON_DRAFT.match(name)
    if on is None:
        return reading.entity("Policy", name)
    draft = reading.entity("Policy", on["law"])
    reading.alias(draft, name)
    return draft
