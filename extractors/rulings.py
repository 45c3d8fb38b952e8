"""Rulings: what a document or a body lays down at no meeting (印发《…办法》，明确商家不得…; 甲部明确各地要…)."""

from __future__ import annotations

import re

from extractors.lexicon import HAN
from extractors.reading import Entity, Fact, Mention, Reading
from extractors.speakers import Speaker, releasing
from extractors.text import Span

_SAYS = r"(?:明确(?:规定|要求|提出|指出)|明确|规定|要求|提出|强调|指出)(?!了|的|表示|性|到|和|[，：]?“?[一二三四五六七八九十两几\d]+(?:[项个大方类种]|条))[，：]?"
# 甲部等九部门印发《…意见》，|提出要…; 《…规定》今天公布，|要求商家应当…
_GOES_ON = re.compile(rf"[，；](?:并|还|同时|其中|文件|[{HAN}]{{0,3}}中){{0,3}}{_SAYS}")
# 《条例》|明确租房合同应当网签, 规则|明确要求，…
_DOCUMENT = (
    "》 通知 公告 通告 意见 方案 办法 条例 规定 细则 指引 指南 规则 准则 标准 导则 措施 预案 新规 文件 纲要 规范"
).split()
_DOCUMENT_SAYS = re.compile(
    rf"(?:{'|'.join(_DOCUMENT)})(?:还|同时|也|特别|进一步|中|文件){{0,3}}(?P<says>{_SAYS}|(?<=[{HAN}》])规定，)"
)
_ACCORDING = re.compile(
    "(?:按照|根据|依据|依照|按|落实|执行|对照|符合|违反|贯彻|超过|以及|有关|相关)[^，。；]{0,40}\\Z"
)
# 自然资源部|日前|明确各地要…
_BODY_SAYS = re.compile(
    rf"(?:今[天日]|昨[天日]|近日|日前|最近|（\d{{1,2}}月\d{{1,2}}日）|\d{{1,2}}月\d{{1,2}}日|\d{{1,2}}日|还|再次|进一步|同时|也)*+"
    rf"(?P<says>(?:明确(?:规定|提出)|明确|规定)(?!了|的|表示|性|到|和)[，：]?|(?:部署|指导|督促|通知)(?=各[级地县乡省市]|有关|相关|全[省市县区]))(?=[{HAN}])"
)
# 甲局下发通知，|严禁学校…; 甲办部署整治工作，|明确必须…
_ACTS = "印发|发布|下发|发出|公布|出台|颁布|部署|启动|制定|制订|修订|推出|开展|组织开展|实施|推进|规范|联合|公开|决定"
_PUTS_OUT = re.compile(
    rf"[^，。；：“”]{{0,24}}?(?:{_ACTS})了?[^，。；：“”]{{0,40}}(?:，(?:并|同时)?{_SAYS}|(?:通告|公告|提示|通知|禁令|倡议)：“?|(?:通知|公告|通告|意见|方案|办法|提示|令)》?，(?=严禁|禁止|不得|各|凡|所有|全[省市县区]))"
)
# 其中|提出，…应当…; 同时|规定，…
_MOREOVER = re.compile(rf"\s*(?:其中|同时|此外|另外)，?(?:还|也|特别|进一步)?{_SAYS}")


def ruling(reading: Reading, sentence: Span) -> Speaker | None:
    """Return who lays something down in a sentence, from its start to where that begins; None where nobody does."""
    text = reading.text
    for end, bodies in _released_in(reading, sentence):
        says = _GOES_ON.search(text, end, sentence.end)
        if says is not None and not _quoted(text, sentence.start, says.start()):
            return Speaker(bodies[0], (sentence.start, says.end()), 0.8, bodies)
    for m in _DOCUMENT_SAYS.finditer(text, *sentence):
        if _quoted(text, sentence.start, m.start()) or _ACCORDING.search(text, sentence.start, m.start() + 1):
            continue
        body = releasing(reading, max(sentence.start, text.rfind("，", sentence.start, m.start())), m.start("says"))
        if body is None or not (body is reading.memory.get("put out") or _together(reading, body)):
            return None
        return Speaker(body, (sentence.start, m.end()), 0.75, _together(reading, body))
    more = _MOREOVER.match(text, *sentence)
    bodies = _put_out_before(reading, sentence.start) if more is not None else ()
    if more is not None and bodies:
        return Speaker(bodies[0], (sentence.start, more.end()), 0.75, bodies)
    opens = _opens(reading, sentence)
    if opens is None:
        return None
    says = _BODY_SAYS.match(text, opens.end, sentence.end) or _PUTS_OUT.match(text, opens.end, sentence.end)
    if says is None or next(reading.names(opens.end, says.end(), "Person"), None) is not None:
        return None
    return Speaker(opens.entity, (sentence.start, says.end()), 0.75, _row_from(reading, opens))


def _row_from(reading: Reading, first: Mention) -> tuple[Entity, ...]:
    """Return the bodies of a row that begins with this one: 甲部|、乙部|和丙局."""
    row, last = [first.entity], first
    while reading.text[last.end : last.end + 1] in ("、", "和", "与"):
        name = reading.name_at(last.end + 1)
        if name is None or name.start != last.end + 1 or name.label != first.label:
            break
        row.append(name.entity)
        last = name
    return tuple(row)


def _put_out_before(reading: Reading, stop: int) -> tuple[Entity, ...]:
    """Return who put out the document that the paragraph tells of last before."""
    line = Span(reading.text.rfind("\n", 0, stop) + 1, stop)
    told = _released_in(reading, line)
    return told[-1][1] if told else ()


def _together(reading: Reading, body: Entity) -> tuple[Entity, ...]:
    """Return all who put the first document of this body out with it."""
    put_out = [(f.source, f.target) for f in reading.facts if f.type == "RELEASED" and isinstance(f.source, Entity)]
    document = next((policy for source, policy in put_out if source is body), None)
    return tuple(dict.fromkeys(one for one, policy in put_out if policy is document and one.label != "Person"))


def _quoted(text: str, start: int, at: int) -> bool:
    return text.count("“", start, at) > text.count("”", start, at)


def _released_in(reading: Reading, sentence: Span) -> list[tuple[int, tuple[Entity, ...]]]:
    """Return where each document of the sentence ends, with who put it out."""
    released: list[Fact] | None = reading.memory.get("released")
    if released is None:
        released = reading.memory["released"] = [f for f in reading.facts if f.type == "RELEASED"]
    told: dict[int, list[Entity]] = {}
    for fact in released:
        inside = sentence.start <= fact.start < fact.end <= sentence.end
        if inside and isinstance(fact.source, Entity) and fact.source.label != "Person":
            told.setdefault(fact.end, []).append(fact.source)
    return [(end, tuple(dict.fromkeys(bodies))) for end, bodies in sorted(told.items())]


# 前不久，|甲部…; 今天（6月25日），|甲部…; 为规范办学行为，|甲局…
_LEAD = re.compile(
    r"\s*(?:(?:日前|近日|最近|前不久|目前|今年|此前|随后|同时|此外|今天|昨天|为此|对此)?(?:（\d{1,2}月\d{1,2}日）|\d{1,2}月\d{1,2}日)?，?)(?:(?:为|针对|围绕|根据|按照)[^，。；]{2,60}，)?"
)


def _opens(reading: Reading, sentence: Span) -> Mention | None:
    """Return the body that the sentence opens with, behind a time or a purpose."""
    lead = _LEAD.match(reading.text, *sentence)
    at = lead.end() if lead is not None else sentence.start
    opens = reading.name_at(at)
    whole = opens is not None and opens.start == at and (opens.label == "Agency" or _governs(opens))
    return opens if whole else None


def _governs(place: Mention) -> bool:
    return place.label == "Place" and place.entity.name.endswith(("省", "市", "县", "区", "镇", "乡", "州", "旗"))


# 考生|须于3月31日前…, 任何单位和个人|不得…
_WHOEVER = re.compile(
    r"(?:(?<=[，；。：\n])|\A)(?P<who>[^，；。：“”\n]{0,24}?(?:(?<!建设)(?<!劳动)(?<!志愿)(?<!工作)(?<!记)者|(?<!操作)(?<!施工)(?<!作业)(?<!工作)(?<!救援)(?<!技术)(?<!医护)人员|个人|驾驶人|申请人|当事人|纳税人|参保人|业主|住户|用户|农户|商户|企业|单位|机构|平台|部门|车辆|船舶|车主|医院|银行|学校|高校|考生|学生|学员|家长|市民|游客|群众|村民|居民|旅客|乘客|观众|司机|驾驶员|行人|产品|商品|食品|校外培训|各[省市县区镇乡村地]))"
    r"(?:均|都|也|一律|自觉|应自觉|如需[^，。；]{1,12}|在[^，。；]{2,24}(?:前|时|内|后)|[从自]\d{1,2}月\d{1,2}日起|于[^，。；]{2,16}前|未[^，。；]{2,14})?\Z"
)
_STRONG = re.compile(
    "不得|须|应|严禁|必须|务必|需|要(?:严格|按照|落实|加强|及时|建立|做好|主动|依法|切实|认真|积极|全面|如实|提前)"
)
# 甲局发布公告, 记者从甲局获悉, 甲大队决定
_OFFICIAL = re.compile(
    r"[^，。；“”]{0,16}?(?:印发|发布|公布|出台|下发|发出|部署|决定|定于|获悉|了解到|通告|公告|提示|预报|修订|规范)"
)


def of_article(reading: Reading, part: Span, modal: int) -> tuple[Entity, int] | None:
    """记者从甲局获悉，…。|考生须于3月31日前…: return the body whose act the paragraph tells of before, and where the demand begins.

    It binds anybody of a kind.
    """
    text = reading.text
    whoever = _WHOEVER.search(text, part.start, modal) if _STRONG.match(text, modal) else None
    if whoever is None:
        return None
    line = text.rfind("\n", 0, part.start) + 1
    if next(reading.names(line, modal, "Person"), None) is not None:
        return None
    bodies = [m for m in reading.names(line, modal, "Agency") if _OFFICIAL.match(text, m.end)]
    return (bodies[0].entity, whoever.start()) if bodies else None
