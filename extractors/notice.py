"""Notices: whether the article is one, who issues it, and where in a sentence what it lays down begins."""

from __future__ import annotations

import re

from extractors.reading import Entity, Mention, Reading

_NOTICE = re.compile(
    r"关于.{2,80}的(?:(?:紧急|补充|预备?)?通知|(?:实施|指导|若干)?意见|决定|批复|(?:紧急)?(?:通告|公告|公示)|函|通报|倡议书?|(?:温馨|安全|消费|工作|重要)?提示|(?:提醒)?告诫书|告知书|(?:一封|公开)信|若干(?:措施|规定))(?:（.{0,200}）)?$|\A(?:通知|通告|公告|公示)\Z"
)
_SIGNED = re.compile(
    r"[ \n]*(?:$|(?:20\d\d|[一二][○〇零一二三四五六七八九]{3})年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日(?![，、前起在举召印发下出之至—以]))"
)
_SALUTED = re.compile(r"[^。；：]{0,160}(?:政府|部门|机构|单位|企业|公司|集团|院校|学校|[局厅委办会部])：")
_FOLLOWS = re.compile(
    r"(?:通知|通告|公告|告诫|提醒|提示|倡议|规定|意见|批复|决定|要求|事项|安排|分工)[^。；：，]{0,6}如下[：，]?"
)


def is_notice(reading: Reading) -> bool:
    """Tell whether the title is that of a notice, decision, reply: 关于…的通知."""
    return bool(_NOTICE.search(reading.text[: reading.body_start].rstrip()))


def issuers(reading: Reading) -> list[Entity]:
    """Return who issues the notice: the agencies before 关于 in the title or at the head of the body, else its signers."""
    if not is_notice(reading):
        return []
    known: list[Entity] | None = reading.memory.get("issuers")
    if known is None:
        forwards = _forwards(reading)
        found = (
            _headed(reading, 0, reading.body_start)
            or ([] if forwards else _headed(reading, reading.body_start, len(reading.text)))
            or _signers(reading, first=forwards)
        )
        known = reading.memory["issuers"] = list(dict.fromkeys(m.entity for m in found))
    return known


def issuing(reading: Reading, at: int) -> list[Entity]:
    """Return who issues what the notice says at a place: where it forwards a document, the bodies of that one behind its own signature."""
    outer = issuers(reading)
    if not outer or not _forwards(reading):
        return outer
    known: tuple[int, list[Entity]] | None = reading.memory.get("forwarded")
    if known is None:
        signed = _signers(reading, first=True)
        day = _SIGNED.match(reading.text, signed[-1].end) if signed else None
        begins = day.end() if day else len(reading.text)
        inner = [m.entity for m in _headed(reading, begins, len(reading.text))] or _of_title(reading, begins)
        known = reading.memory["forwarded"] = (begins if inner else len(reading.text), inner)
    return known[1] if at >= known[0] else outer


def _of_title(reading: Reading, at: int) -> list[Entity]:
    """Return who put out the document whose title stands here: the body that its words begin with."""
    while reading.text[at : at + 1].isspace():
        at += 1
    title = reading.name_at(at)
    if title is None or title.label != "Policy" or title.start != at:
        return []
    return [
        f.source
        for f in reading.facts
        if f.type == "RELEASED" and f.target is title.entity and isinstance(f.source, Entity)
    ]


def _forwards(reading: Reading) -> bool:
    return reading.text.find("转发", 0, reading.body_start) >= 0


def _headed(reading: Reading, start: int, stop: int) -> list[Mention]:
    """Return the agencies that a title begins with, up to its 关于 or 转发."""
    about = min((at for word in ("关于", "转发") if (at := reading.text.find(word, start, stop)) >= 0), default=start)
    found: list[Mention] = []
    at = start
    for mention in reading.names(start, about, "Agency"):
        if reading.text[at : mention.start].strip(" 、"):
            break
        found.append(mention)
        at = mention.end
    return found if found and not reading.text[at:about].strip(" ") else []


_OTHER_SIGNERS = ("Company", "Organization")
"""They sign in a line of their own above the day."""


def _signers(reading: Reading, *, first: bool = False) -> list[Mention]:
    """Return the bodies that sign: they fill a line by themselves at the end, or their day stands right behind them.

    Where a document holds another one, the first signature is that of the outer one.
    """
    text, agencies = reading.text, list(reading.names(reading.body_start, None, "Agency", *_OTHER_SIGNERS))
    signing = [
        at
        for at, mention in enumerate(agencies)
        if (day := _SIGNED.match(text, mention.end))
        and (day[0].strip() or text[: mention.start].rstrip(" ").endswith("\n"))
        and (mention.label == "Agency" or (day[0].strip() and text[: mention.start].rstrip(" ").endswith("\n")))
    ]
    if not signing:
        return []
    last = at = signing[0 if first else -1]
    while at and not text[agencies[at - 1].end : agencies[at].start].strip(" \n、"):
        at -= 1
    return agencies[at : last + 1]


def opening(reading: Reading, start: int, end: int) -> int:
    """Return where a sentence of a notice begins to lay something down: behind the salutation and 通知如下：."""
    if not is_notice(reading):
        return start
    follows = [m.end() for m in _FOLLOWS.finditer(reading.text, start, end)]
    saluted = _SALUTED.match(reading.text, start, end)
    return max([start, *follows[-1:], *([saluted.end()] if saluted else [])])
