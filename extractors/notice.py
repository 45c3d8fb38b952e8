"""Notices: whether the article is one, who issues it, and where in a sentence what it lays down begins."""

from __future__ import annotations

import re

from extractors.reading import Entity, Mention, Reading

_NOTICE = re.compile(r"关于.{2,80}的(?:通知|意见|决定|批复|通告|公告|函|通报)(?:（.{0,200}）)?$")
_SIGNED = re.compile(
    r"[ \n]*(?:$|(?:20\d\d|[一二][○〇零一二三四五六七八九]{3})年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日(?![，、前起在举召印发下出之至—以]))"
)
_SALUTED = re.compile(r"[^。；：]{0,160}(?:政府|部门|机构|单位|企业|公司|集团|院校|学校|[局厅委办会部])：")
_FOLLOWS = re.compile(r"(?:通知|通告|公告|规定|意见|批复|决定|要求|事项|安排|分工)[^。；：，]{0,6}如下[：，]?")


def is_notice(reading: Reading) -> bool:
    """Tell whether the title is that of a notice, decision, reply: 关于…的通知."""
    return bool(_NOTICE.search(reading.text[: reading.body_start].rstrip()))


def issuers(reading: Reading) -> list[Entity]:
    """Return who issues the notice: the agencies before 关于 in the title or at the head of the body, else its signers."""
    if not is_notice(reading):
        return []
    known: list[Entity] | None = reading.memory.get("issuers")
    if known is None:
        found = (
            _headed(reading, 0, reading.body_start)
            or (
                []
                if reading.text.find("转发", 0, reading.body_start) >= 0
                else _headed(reading, reading.body_start, len(reading.text))
            )
            or _signers(reading)
        )
        known = reading.memory["issuers"] = list(dict.fromkeys(m.entity for m in found))
    return known


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


def _signers(reading: Reading) -> list[Mention]:
    """Return the bodies that sign: they fill a line by themselves at the end, or their day stands right behind them."""
    text, found = reading.text, list[Mention]()
    for mention in reversed(list(reading.names(reading.body_start, None, "Agency"))):
        if found:
            if text[mention.end : found[-1].start].strip(" \n、"):
                break
        else:
            day = _SIGNED.match(text, mention.end)
            if day is None or (not day[0].strip() and not text[: mention.start].rstrip(" ").endswith("\n")):
                continue
        found.append(mention)
    return found[::-1]


def opening(reading: Reading, start: int, end: int) -> int:
    """Return where a sentence of a notice begins to lay something down: behind the salutation and 通知如下：."""
    if not is_notice(reading):
        return start
    follows = [m.end() for m in _FOLLOWS.finditer(reading.text, start, end)]
    saluted = _SALUTED.match(reading.text, start, end)
    return max([start, *follows[-1:], *([saluted.end()] if saluted else [])])
