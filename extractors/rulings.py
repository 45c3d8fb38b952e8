"""Rulings: what a document or a body lays down at no meeting (印发《…办法》，明确商家不得…; 甲部明确各地要…)."""

from __future__ import annotations

import re

from extractors.lexicon import HAN
from extractors.reading import Entity, Mention, Reading
from extractors.speakers import Speaker, releasing
from extractors.text import Span

_SAYS = r"(?:明确(?:规定|要求|提出)|明确|规定|要求|提出|强调|指出)(?!了|的|表示|性|到|和|[，：]?“?[一二三四五六七八九十两几\d]+(?:[项个大方类种]|条))[，：]?"
# 甲部等九部门印发《…意见》，|提出要…; 《…规定》今天公布，|要求商家应当…
_GOES_ON = re.compile(rf"[，；](?:并|还|同时|其中|文件|[{HAN}]{{0,3}}中|)*{_SAYS}")
# 《条例》|明确租房合同应当网签, 规则|明确要求，…
_DOCUMENT = (
    "》 通知 公告 通告 意见 方案 办法 条例 规定 细则 指引 指南 规则 准则 标准 导则 措施 预案 新规 文件 纲要 规范"
).split()
_DOCUMENT_SAYS = re.compile(
    rf"(?:{'|'.join(_DOCUMENT)})(?:还|同时|也|特别|进一步|中|文件)*(?P<says>{_SAYS}|(?<=[{HAN}》])规定，)"
)
_ACCORDING = re.compile("(?:按照|根据|依据|依照|按|落实|执行|对照|符合|违反|贯彻|超过|以及|有关|相关)[^，。；]{0,40}\\Z")
# 自然资源部|日前|明确各地要…
_BODY_SAYS = re.compile(
    rf"(?:今[天日]|昨[天日]|近日|日前|最近|（\d{{1,2}}月\d{{1,2}}日）|\d{{1,2}}月\d{{1,2}}日|\d{{1,2}}日|还|再次|进一步|同时|也)*+"
    rf"(?P<says>(?:明确(?:规定|提出)|明确|规定)(?!了|的|表示|性|到|和)[，：]?)(?=[{HAN}])"
)
# 甲局下发通知，|严禁学校…; 甲办部署整治工作，|明确必须…
_ACTS = (
    "印发|发布|下发|发出|公布|出台|颁布|部署|启动|制定|制订|修订|推出|开展|组织开展|实施|推进|规范|联合|公开|决定"
)
_PUTS_OUT = re.compile(
    rf"[^，。；：“”]{{0,24}}?(?:{_ACTS})了?[^，。；：“”]{{0,40}}(?:，(?:并|同时)?{_SAYS}|(?:通知|公告|通告|意见|方案|办法|提示|令)》?，(?=严禁|禁止|不得|各|凡|所有|全[省市县区]))"
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
        if body is None:
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
    return Speaker(opens.entity, (sentence.start, says.end()), 0.75)


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
    told: dict[int, list[Entity]] = {}
    for fact in reading.facts:
        inside = sentence.start <= fact.start < fact.end <= sentence.end
        if fact.type == "RELEASED" and inside and isinstance(fact.source, Entity) and fact.source.label != "Person":
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
