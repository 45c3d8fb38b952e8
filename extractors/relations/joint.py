"""COOPERATES_WITH: who joins others in what it does (甲局联合乙队、丙校), and partners of a sentence that leaves its subject out."""

from __future__ import annotations

import re

from extractors.reading import Mention, Reading

_BODIES = ("Agency", "Company", "Organization")
_JOINS = re.compile(r"(?:近日|日前|去年|今年|先后|还|又|也|主动|积极|再次|随后|，)*联合(?![会国体社])")
# 甲部联合乙部|印发通知: what offices issue or hold together is no agreement of theirs
_ISSUES = re.compile(
    r"(?:等[^，。；]{0,14}?)?(?:，)?(?:近日|日前|今天|昨天|共同|联合|正式)*(?:印发|下发|发布|出台|部署|制定|公布|发文|下达|召开|举办|主办|启动|发出|修订|转发|颁布|举行)"
)
_ROW_GAP = ("、", "和", "与", "及")
_LEADS_NOT = re.compile(r"(?:由|从|据|与|和|、|向|对|按照|根据|经)\Z")
# 。|与|某某公司|签订协议: a sentence without a subject
_WITH = re.compile(
    r"(?:(?:同时|此外|另外|目前|近年来|去年|今年|下一步)，?|[^，。；：“、]{0,20}，)?(?:还|并|又|先后|主动|积极)?(?:与|同)\Z"
)
_TOGETHER = re.compile(
    r"(?:等[^，。；]{0,8})?(?:共同|先后|正式|分别|就[^，。；]{2,20})?(?:签订|签署|签下|签约|达成[^，。；]{0,10}?(?:协议|合作|意向)|建立[^，。；]{0,22}?(?:机制|关系|联盟|基地|合作)|开展[^，。；]{0,10}?合作|共建|结成|结为|合作共建|合作(?:开展|建设|成立))"
)
_SUBJECT_FAR = 4
"""How many sentences before such a one its subject may stand."""


def read(reading: Reading, mentions: list[Mention]) -> None:
    """Add the pairs that are told so."""
    for index, first in enumerate(mentions):
        if first.label not in _BODIES:
            continue
        m = _JOINS.match(reading.text, first.end)
        if m is not None and not _LEADS_NOT.search(reading.text, max(0, first.start - 2), first.start):
            row = _row(reading, mentions[index + 1 :], m.end())
            if row and not _ISSUES.match(reading.text, row[-1].end):
                _pairs(reading, first, row)
    for index, partner in enumerate(mentions):
        if partner.label not in _BODIES or not reading.text.endswith(("与", "同"), 0, partner.start):
            continue
        sentence = reading.sentence(partner.start)
        lead = _WITH.fullmatch(reading.text, sentence.start, partner.start)
        inside = any(sentence.start <= b.start < partner.start for b in mentions)
        if lead is None or inside:
            continue
        row = _row(reading, mentions[index:], partner.start)
        subject = _subject(reading, mentions, sentence.start) if row else None
        if subject is not None and _TOGETHER.match(reading.text, row[-1].end):
            _pairs(reading, subject, row, start=sentence.start)


def _pairs(reading: Reading, first: Mention, row: list[Mention], start: int | None = None) -> None:
    for other in row:
        if other.entity is not first.entity:
            span = (first.start if start is None else start, other.end)
            reading.fact("COOPERATES_WITH", first.entity, other.entity, span, "cooperates-joint", 0.75)


def _row(reading: Reading, after: list[Mention], at: int) -> list[Mention]:
    """Return the bodies of the row that begins here."""
    row: list[Mention] = []
    for body in after:
        if body.start < at:
            continue
        if body.label not in _BODIES or (reading.text[at : body.start] not in (_ROW_GAP if row else ("",))):
            break
        row.append(body)
        at = body.end
    return row


def _subject(reading: Reading, mentions: list[Mention], stop: int) -> Mention | None:
    """Return the body that opens the nearest of the sentences before, or the title."""
    at = stop
    for _ in range(_SUBJECT_FAR):
        if at <= 0:
            return None
        sentence = reading.sentence(at - 1)
        if sentence.start >= at:
            return None
        opening = next((b for b in mentions if b.start == sentence.start and b.label in _BODIES), None)
        if opening is not None:
            return opening
        at = sentence.start
    return None
