"""Of whom something is demanded: the names before the modal, behind 要求 and 由, and whom the words are said to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.lexicon import HAN
from extractors.modals import MODAL
from extractors.notice import is_notice
from extractors.reading import Mention, Reading
from extractors.relations.references import RULE, bodies


def addressees(reading: Reading, start: int, end: int) -> list[Mention]:
    """Return the bodies and places that the demand between two positions is made to."""
    before = [m for modal in MODAL.finditer(reading.text, start, end) for m in _before(reading, start, modal.start())]
    told = [*_told_to(reading, start), *_each_clause(reading, start, end)]
    return [*_asked(reading, start, end), *before, *_charged(reading, start, end), *told]


_ASKS = re.compile(r"要求|敦促|责成")
_LISTED = re.compile(r"、|[和与及]|以及")


def _asked(reading: Reading, start: int, end: int) -> Iterator[Mention]:
    """Yield the names right behind the word of a demand, with those that a list joins to them: 要求|某国、某国停止….

    So are those that open a demand without a modal: 田砚秋要求：|某局牵头制定方案.
    """
    asks = _ASKS.match(reading.text, start, end)
    at = asks.end() if asks else end if MODAL.search(reading.text, start, end) else start
    while at < end and (mention := reading.name_at(at)) is not None and mention.start == at:
        if mention.label in ("Agency", "Company", "Organization", "Place") and reading.text[at] not in "全我本":
            yield mention
        listed = _LISTED.match(reading.text, mention.end, end)
        at = listed.end() if listed else end


_GIVES_TO = re.compile(
    rf"(?:给|向|对|要求|叮嘱|责成|提醒|告诫)(?P<whom>[^，。；：给向对]{{2,30}}?)[{HAN}]{{0,8}}：“?\Z"
)


def _told_to(reading: Reading, start: int) -> Iterator[Mention]:
    """Yield whom the words before the colon are said to: 当场给|县水务局|派活：6月底前必须…"""
    m = _GIVES_TO.search(reading.text, max(0, start - 44), start)
    if m is not None:
        first = reading.name_at(m.start("whom"))
        if first is not None and first.start == m.start("whom") and first.label in _TOLD:
            yield first


_TOLD = ("Agency", "Company", "Organization")
_DOES_NOT = re.compile("[的等、和与及已是在为有将也]|负责人|介绍|表示|汇报")


def _each_clause(reading: Reading, start: int, end: int) -> Iterator[Mention]:
    """Yield the bodies that open the later clauses of a demand: 要压实责任，|市文旅局|牵好头，|城投公司|抢进度."""
    if reading.text[start] != "要" or is_notice(reading):
        return
    for comma in re.finditer("，", reading.text[start:end]):
        body = reading.name_at(start + comma.end())
        opens = body is not None and body.start == start + comma.end() and body.end < end and body.label in _TOLD
        if body is not None and opens and not _DOES_NOT.match(reading.text, body.end):
            yield body


_CHARGED = re.compile(
    "(?:同志)?(?:主要|分管)?(?:负责人|领导|负责同志)?(?:牵头|负责|会同|联合|具体|统筹|抓紧|尽快|按程序|主责)"
)


def _charged(reading: Reading, start: int, end: int) -> Iterator[Mention]:
    """Yield who is charged with it, with all of a row: 由|县农业农村局、县财政局|牵头."""
    for m in re.finditer("由", reading.text[start:end]):
        at, row = start + m.end(), list[Mention]()
        while (mention := reading.name_at(at)) is not None and mention.start == at and mention.end <= end:
            if mention.label not in ("Agency", "Company", "Organization"):
                break
            row.append(mention)
            listed = _LISTED.match(reading.text, mention.end, end)
            at = listed.end() if listed else mention.end
        if row and _CHARGED.match(reading.text, row[-1].end, end):
            yield from row


_ADDRESSED = re.compile(
    rf"(?!直属|所属|各部门|各单位)[、和及与]?[{HAN}、]{{0,12}}|(?:于|在)?\d{{1,2}}[{HAN}\d]{{1,8}}(?:前|内|之前)"
)


_ITS_MEMBERS = re.compile("各(?:成员|直属|所属|下属|组成)(?:单位|部门)")


def _before(reading: Reading, start: int, modal: int) -> list[Mention]:
    """Return the names right before the modal that are told to do something, and those that a list joins to them."""
    text = reading.text
    clause = max(text.rfind("，", start, modal) + 1, start)
    found: list[Mention] = []
    opens = reading.name_at(start)
    if clause > start and opens is not None and opens.start == start and text.startswith("作为", opens.end):
        found.append(opens)  # 柳湾镇作为…的乡镇，要
    named = list(reading.names(clause, modal, "Agency", "Company", "Organization", "Place"))
    for mention in reversed(named or _meant(reading, clause, modal)):
        if mention.label == "Place" and text[mention.start] in "全我本" and mention.end < modal:
            continue  # 全市交通运输系统要: not the city
        if _ITS_MEMBERS.match(text, mention.end):
            continue  # 县防指|各成员单位要
        near = _ADDRESSED.fullmatch(text[mention.end : modal]) and mention.start - clause <= 24
        joined = bool(found) and text[mention.end : found[-1].start] in ("、", "和", "及", "与", "以及")
        if (near or joined) and text[mention.start - 1] != "各":
            found.append(mention)
    return found[::-1]


def _meant(reading: Reading, clause: int, modal: int) -> list[Mention]:
    """Return the body that a clause which opens with 合作社 or 公司 speaks of; 学校 and 企业 are those of all."""
    words = [m for m in bodies(reading) if m.rule == RULE and m.start == clause and m.end == modal]
    return [m for m in words if reading.text.startswith(("合作社", "公司", "集团", "协会"), m.start)]
