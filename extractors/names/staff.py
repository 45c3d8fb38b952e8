"""Posts whose firm, school or cooperative stands further up: “…。”公司市场部|经理甲说, ”生产|副总乙说, 车间|主任丙."""

from __future__ import annotations

import re

from extractors.lexicon import HAN, SCHOOLS, SURNAMES
from extractors.names.office_units import Office
from extractors.reading import Entity, Mention, Reading

_IN = rf"(?:(?![和与及的在是由对向把将为该各某兼任等])[{HAN}])"
_UNIT = rf"{_IN}{{1,6}}(?:部|处|科|室|车间|中心|院区|办)"
_TRADE = "生产|技术|销售|营销|市场|研发|项目|运营|物流|采购|财务|行政|人事|品控|质检|质量|工程|外贸|业务|门店|法务|车间"
_BEFORE = re.compile(
    rf"(?<=[，。；：、\n”“])(?:(?P<head>公司|企业|集团|厂|学校|医院|合作社|协会)(?P<inner>{_UNIT})?)?(?P<unit>(?:{_TRADE})(?:部|中心)?)?\Z"
)
_LONGEST_BEFORE = 14
_OF_FIRM = re.compile(
    r"(?:常务)?(?:副?总工程师|副?总经理|总经理助理|副?经理|副?总裁|副?总|副?厂长|(?:联合)?创始人|创办人|副?董事长|(?:技术|行政|生产|现场|安全|销售|市场|运营)?负责人|[^副]{2}(?:经理|主管)|[^副]{2,4}总监)"
)
_OF_SECTION = re.compile("副?(?:主任|部长|处长|科长)|护士长")
_WORKSHOP = ("车间", "生产车间")
_OTHERS = {
    "学校": (*SCHOOLS, "职教中心", "教育中心"),
    "医院": ("医院", "卫生院", "保健院"),
    "合作社": ("合作社",),
    "协会": ("协会",),
}


# ”润泽供水|副总经理, 木立方|创始人, where 柳湾县润泽供水有限公司 is named
_SHORT = re.compile(
    rf"(?<=[，。；、\n”])(?P<short>{_IN}{{3,5}}?)(?P<unit>(?:(?:{_TRADE}|行政|综合)(?:部|中心)|基地|车间|抢险队))?\Z"
)
_OF_SHORT = re.compile(rf"{_OF_FIRM.pattern}|(?:主要)?负责人|队长")


def short_firm(reading: Reading, start: int, end: int, title: str) -> Office | None:
    """Return the post at the one firm whose full name holds the characters that a clause opens with."""
    m = _SHORT.search(reading.text, max(0, start - _LONGEST_BEFORE), start) if _OF_SHORT.fullmatch(title) else None
    if m is None or not reading.free(m.start("short"), start) or reading.text[end : end + 1] not in SURNAMES:
        return None
    short = m["short"]
    named = [n.entity for n in reading.names(0, m.start(), "Company") if n.entity.name.endswith(("公司", "集团"))]
    whole = {e for e in named if short in _CORE.sub("", e.name) and not short.endswith(_NO_SHORT)}
    if len(whole) != 1:
        return None
    (firm,) = whole
    reading.claim(firm, *m.span("short"), "company-of-post", 0.75)
    return Office((m["unit"] or "") + title, firm, m.start(), end)


_CORE = re.compile("(?:股份|责任|有限|集团|总|分){0,5}(?:公司|集团)$")
_NO_SHORT = ("公司", "集团", "企业", "项目", "市", "县", "省", "镇")


def staff_post(reading: Reading, start: int, end: int, title: str) -> Office | None:
    """Return the post of this title with the body that the paragraph speaks of, where its words open a clause before a name."""
    text = reading.text
    m = _BEFORE.search(text, max(0, start - _LONGEST_BEFORE), start)
    if m is None:
        return short_firm(reading, start, end, title)
    if text[end : end + 1] not in SURNAMES:
        return None
    unit = (m["inner"] or "") + (m["unit"] or "")
    section = _OF_SECTION.fullmatch(title) is not None
    if section and (not unit or not (m["head"] or unit in _WORKSHOP)):
        return None
    if not section and not _OF_FIRM.fullmatch(title):
        return None
    ends = _OTHERS.get(m["head"] or "", ())
    body = _spoken_of(reading, m.start(), ends)
    return Office(unit + title, body, m.start(), end) if body is not None else None


def _spoken_of(reading: Reading, before: int, ends: tuple[str, ...]) -> Entity | None:
    """Return the firm, or the organization with such an end, that the paragraph speaks of up to here, else the article."""
    before = _unquoted(reading.text, before)
    label = "Organization" if ends else "Company"
    named = [m for m in reading.names(0, before, label) if not ends or m.entity.name.endswith(ends)]
    paragraph = reading.text.rfind("\n", 0, before) + 1
    near = [m for m in named if m.start >= paragraph]
    if not near:
        return _only(named)
    sentence = reading.sentence(near[-1].start).start
    return _only(near) or _only([m for m in near if m.start >= sentence])


def _only(named: list[Mention]) -> Entity | None:
    bodies = {m.entity for m in named}
    return bodies.pop() if len(bodies) == 1 else None


def _unquoted(text: str, at: int) -> int:
    """Return where the quotation begins that ends here; the same position where none does."""
    if text[at - 1 : at] != "”":
        return at
    begin = text.rfind("“", 0, at)
    return begin if begin >= 0 else at
