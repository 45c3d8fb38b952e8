"""The bodies that open a clause and do what its verb, or that of a later clause of the sentence, says."""

from __future__ import annotations

import re

from extractors.lexicon import HAN
from extractors.reading import Mention, Reading
from extractors.text import BULLETS

BODIES = ("Agency", "Company", "Organization", "Place")
PEOPLE = "志愿者|党员|干部|干警|民警|警力|警种|职工|队员|会员|团员|人员|师生|学生|教师|代表|专家|骨干|医生|民兵"
"""Whom a body calls together to do something: 组织|警力|在某广场开展…."""

_DAY = r"(?:（[^（）]{0,40}）|[\d年月至—\-]|日(?!前)|[上中下]午|早上|晚上?|傍晚|清晨|凌晨|近[日期来]|日前|[今昨当]天|[今昨当]日|连日来)"
# 近日，|为庆祝…，|在某节来临之际，| 随着…的到来，: before the subject of an article's first sentence
_BEFORE = re.compile(
    rf"(?:[{BULLETS} ]{{0,4}}(?:[{HAN}]{{0,8}}[讯电][ 　]*)?(?:（[^（）]{{0,40}}）)?(?:{_DAY}){{0,40}}+|[{HAN}“”\d·]{{0,20}}(?:之际|前夕|期间|到来|来临|当[天日]))\Z"
)
_JOINS = re.compile("[、和与及]|以及|(?:还|共同|分别)?(?:联合|会同|携手|联同|协同)")
UNIT_OF = re.compile(rf"(?!等)[{HAN}]{{2,6}}?(?:中心|大队|中队|支队|[所站队股])(?=[、和与及，])")
"""Behind a body, a unit of it that has no name of its own."""
_JOINS_OVER = re.compile(rf"[、和与及][{HAN}]{{2,8}}?[、和与及]")
_MANNER = (
    r"共同|联合|牵头|组织|对(?!口)|发动|动员|引导|就(?!业)|集中|邀请|选派|抽调|抽派|派|为|在|于|[到赴](?![位期])|深入|走进|来到|前往|奔赴|赶赴|进驻|以|把|按照|根据|围绕|针对|结合|利用|通过|采取|采用|"
    r"依托|聚焦|紧[扣盯抓紧密]|立足|抓[住好实]|抢抓|坚持|充分|积极|主动|认真|精心|扎实|严格|创新|整合|发挥|多措并举|多[点方]|立即|迅速|及时|提前|持续|进一步|全面|全方位|全力|大力|广泛|正式|专门|同步|首先|随后|成功|还"
)
_ACTS = rf"(?:一行)?(?:\d{{1,6}}[余多]?人)?(?:{_DAY}){{0,12}}+(?:欢聚一堂|齐聚|[分先]别|先后|高度重视|{_MANNER}|启动|开展|举办|举行|召开|\Z)"
_JOINED_BY = rf"(?:[、和与及][{HAN}]{{2,8}}?){{0,3}}(?:等(?:\d{{1,6}}[余多]?[家个]|多[家个])?(?:单位|部门|企业)?)?"
# 某镇综治办、司法所|立即行动, 某局|20名党员深入…, 某局联合乙局|和卫生院在…
_ACTING = re.compile(
    rf"{_JOINED_BY}(?:党组|班子|机关|主席团|全体|团队){{0,3}}+(?:\d{{1,6}}[余多]?[名人])?"
    rf"(?:[{HAN}]{{0,10}}?(?:{PEOPLE}|委员|负责人|青年|负责同志|党支部)(?:[、和及与][{HAN}]{{2,8}}?)?)?{_ACTS}"
)
_PLACE_ACTING = re.compile(rf"{_JOINED_BY}(?:机关|全体|部分|{PEOPLE}|青年|[、和及与]){{0,6}}+{_ACTS}")
"""Behind a place, where other words would go on with the name of a body there: 某区|税务师行业党支部组织…."""
# 扎实|开展, 深入某社区|开展, 通过…等方式|举办, 于3月12日上午，来到…，|开展: no subject of its own
_GOES_ON = re.compile(rf"(?:并|还|再次|分别|先后|{_DAY}){{0,40}}+(?:{_MANNER}|\Z)")
SAYS = re.compile("指出|强调|要求|表示|认为|提出|介绍|获悉|得知|了解到|[、，]要|必须|据(?:悉|了解|介绍)")


def openers(reading: Reading, start: int, verb: int) -> list[Mention]:
    """Return the bodies that open the verb's clause, or the nearest clause before that opens with any, and act.

    近日，某镇|结合…工作，扎实|开展…; 某局|组织党员到某馆|开展…. Clauses between say how, where or with whom.
    """
    end = verb
    while end > start:
        comma = reading.text.rfind("，", start, end)
        clause = comma + 1 if comma >= 0 else start
        row, after = _row(reading, clause, verb)
        if row:
            acting = _PLACE_ACTING if row[-1].label == "Place" else _ACTING
            person = next(reading.names(after, verb, "Person"), None)  # not 县政协|副主席某某带领党员
            acts = (
                reading.text[after:verb] in ("", "，")
                or acting.match(reading.text, after, person.start if person else verb) is not None
            )
            said = SAYS.search(reading.text, start, verb) is not None
            return row if acts and not said else []
        if comma < 0 or reading.name_at(clause) or (end == verb and not _GOES_ON.match(reading.text, clause, end)):
            return []
        end = comma
    return []


def _row(reading: Reading, clause: int, stop: int) -> tuple[list[Mention], int]:
    """Return the bodies that a clause opens with, joined by 、 or 联合, and where they end; none where a person is one."""
    first = next(reading.names(clause, stop), None)
    if first is None or not _BEFORE.match(reading.text, clause, first.start):
        return [], clause
    row: list[Mention] = []
    mention: Mention | None = first
    while mention is not None and mention.end <= stop:
        if mention.label not in BODIES:
            return [], clause
        if row and row[-1].end == mention.start:
            if mention.label == "Place" != row[-1].label:
                break  # 某银行|某镇党支部
            row.pop()
        row.append(mention)
        unit = UNIT_OF.match(reading.text, mention.end, stop)
        if unit is not None and mention.label == "Agency":
            row.pop()  # 联合|县公安局宣教中心、: a unit of it, which has no name of its own here
        mention = _next_of_row(reading, unit.end() if unit is not None else mention.end, stop)
    return row, row[-1].end if row else clause


def row_end(reading: Reading, body: Mention, stop: int) -> int:
    """Return where the row of names ends that begins with this one: 某局|联合甲局、乙镇政府|到…."""
    at = body.end
    while (further := _next_of_row(reading, at, stop)) is not None and further.end <= stop:
        at = further.end
    return at


def _next_of_row(reading: Reading, at: int, stop: int) -> Mention | None:
    """Return the name that goes on right here, or behind 、 or 联合, or behind one more member whose name was not read."""
    starts = [at, *(m.end() for joins in (_JOINS, _JOINS_OVER) if (m := joins.match(reading.text, at, stop)))]
    following = (reading.name_at(start) for start in starts)
    return next((m for m, start in zip(following, starts, strict=True) if m is not None and m.start == start), None)
