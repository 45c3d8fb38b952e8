"""COOPERATES_WITH: two bodies, or a body and a place, that sign, found or carry something together."""

from __future__ import annotations

import re
from itertools import combinations

from extractors.lexicon import HAN
from extractors.reading import Mention, Reading
from extractors.relations import joint
from extractors.relations.references import bodies, signing_parties

_AND = re.compile(
    r"(?:分别|近日|日前|共同|已|正式|先后|还|也|又|则|再|随后|正|今天|当天|再次|在[^，。；、]{2,10}?(?=与|和|同))*(?:与|和|同|携手|联手|"
    r"联合|会同|牵手|跟)(?:来自[^，。；]{2,8}的)?(?:(?:首批|入驻|入园|落户|当地|本地)[^，。；、的]{0,8}的?(?:企业|公司|客商)(?=[\u4e00-\u9fff]))?"
)
_TOGETHER = re.compile(
    rf"[^，。；！？\n]{{0,14}}?(?:签约|签署|签订|签下|签了|签(?=[^，。；]{{0,10}}(?:协议|合同|约|大单|长单|订单))|达成|联袂|合办|合建|联办|开展(?:了)?(?:[{HAN}]{{0,6}}?合作)|"
    rf"合作|共建|建立[^，。；]{{0,16}}?(?:关系|共同体|医共体|医联体|联盟|机制|合作社|伙伴|联系)|结为|缔结|举行[^，。；]{{0,14}}?签约|联合(?!会|国|体)|对接|结成|结对|组建[^，。；]{{0,8}}?(?:医共体|医联体|联盟|共同体|联合体)|共同(?:打造|建设|开发|推进|组建|成立|投资|研发|创建|出资|发起)|达成|携手|联手|战略伙伴|框架协议|成功牵手|联姻)"
)
_STRENGTHENS = re.compile(r"[^，。；、]{0,4}(?:加强|深化|开展|推进|推动|达成|建立)了?(?:与|同|和)")
# 甲局、乙局|联合下发通知: what offices issue together is no agreement of theirs
_ISSUES = re.compile(r"(?:等[^，。；]{0,6})?(?:近日|日前)?联合(?:下发|印发|发文|出台|发出)")
_OF = re.compile(rf"的?[{HAN}]{{0,8}}?(?:合作|协作|联系)")
# 村里已建起大棚，并同|某超市|建立了合作关系: the subject of a clause before.
_ELLIPTIC = re.compile(
    r"(?!的)[^。；：！？\n]{0,40}?，(?:并|还|又|也|先后|随后|积极|主动|去年|今年|同年|当年|近年来|\d{4}年|\d{1,2}月|\d{1,2}日|于[^，。]{2,8}){0,4}(?:与|和|同|跟)(?:来自[^，。；]{2,8}的)?"
)
# 某局发布预警，|并与|某局联合发布…
_AND_WITH = re.compile(r"[^。；：！？\n，]{0,40}，并(?:与|和|同)")
# 甲县|与|乙区|结成友好县区: of places only what is agreed between them, not what they have in common
_TWINNED = re.compile(
    r"等?(?:两[地县市区镇乡村]|双方|正式|成功|共同|分别|又|再次|在[^，。；]{2,14}?(?=举行)){0,3}(?:签约|举行(?=[^，。；]{0,14}签约)|签署|签订|签下|达成|缔结|结成|结为|结对|建立)"
    r"[^，。；]{0,20}?(?:协议|合作|协作|友好|对子|结对|帮扶|共建|关系|备忘录|联盟|[姊姐]妹|兄弟)"
)
# 与|某市|红会医院签订: the partner is a body there whose name was not read
_UNREAD_BODY = re.compile(
    rf"(?:(?![的了在共已将正先近今][{HAN}])[{HAN}]){{1,14}}?(?:医院|公司|中心|超市|商场|协会|学会|商会|集团|银行|合作社|[大中小]学|学院|学校|研究[院所]|"
    rf"指挥部|企业|[局委办厂场站队馆社校])(?=[{HAN}]{{0,8}}?(?:签|达成|结|建立|合作|共建|开展|对接|联合))"
)
# 甲镇、乙镇|也先后与某公司达成协议
_EACH = re.compile(r"(?:也|均|都|还|先后|分别|相继|又|已)+(?:与|同|和)")
# 甲公司|、|乙大学就成果转化达成合作: two in a row, and what they agreed about
_BOTH = re.compile("、")
_IN_ROW = ("、", "与", "和", "同", "跟")
_AGREES = re.compile(r"(?:双方|共同|围绕|就|正式|成功)[^，。；、]{0,30}?(?:达成|签订|签署|签约|签了)")
# 甲公司联合|乙大学|攻克的…技术
_MAKES_TOGETHER = re.compile(
    r"(?:共同|成功|历时[^，。；]{1,8})?(?:攻克|研发|研制|选育|培育|开发|打造|创办|成立|组建|设立|建立|开设)"
)
_CLAUSE_END = re.compile(r"[，。；！？\n]|$")
_THERE = re.compile(r"[在到赴从]\Z")
_PAIR = 2
_MOST = 20
"""How many names behind the first may be its partners."""
_STATE = ("country", "other", "province")


def read(reading: Reading) -> None:
    """Add COOPERATES_WITH for each pair that the text puts together so."""
    mentions = bodies(reading)
    for index, first in enumerate(mentions[:-1]):
        if _state(first) or _is_where(reading, first):
            continue
        after = mentions[index + 1 : index + _MOST]
        partners = _partners(reading, first, after)
        partners += [m for m in _later_partners(reading, first, after) if m not in partners]
        if not partners:
            continue
        end = next((m.start() for m in _CLAUSE_END.finditer(reading.text, first.end)), len(reading.text))
        villages = first.label == "Place" and all(second.label != "Place" for second in partners)
        apart = _row_to(reading, first) if villages or _EACH.match(reading.text, first.end) else [first]
        for second in partners:
            end = max(end, second.end)
            for each in apart:
                reading.fact("COOPERATES_WITH", each.entity, second.entity, (each.start, end), "cooperates", 0.8)
    joint.read(reading, mentions)
    for row in _signing_rows(reading, mentions):
        for one, other in combinations(row, 2):
            reading.fact(
                "COOPERATES_WITH", one.entity, other.entity, (row[0].start, row[-1].end), "cooperates-row", 0.75
            )
    for start, end, parties in signing_parties(reading):
        for party, partner in combinations(parties, 2):
            reading.fact("COOPERATES_WITH", party, partner, (start, end), "cooperates-parties", 0.75)


# 甲法院、乙镇、丙协会|昨天签署协议
_SIGN_TOGETHER = re.compile(
    r"(?:[今昨]天|[近今昨]日|日前|当[天日]|正式|现场|共同|联合|\d{1,2}月\d{1,2}日|在[^，。；、]{2,10}?(?=签)){0,3}(?:签署|签订|签约|签下)(?!仪式)[^，。；]{0,16}(?:，共建|协议|备忘录|合同)"
)


def _signing_rows(reading: Reading, mentions: list[Mention]) -> list[list[Mention]]:
    """Return the rows of three bodies or more that open a clause and sign something together."""
    if "签" not in reading.text:
        return []
    rows: list[list[Mention]] = []
    for body in mentions:
        if _state(body):
            continue
        last = rows[-1][-1] if rows else None
        if last is not None and reading.text[last.end : body.start] in ("、", "和", "与", "及"):
            rows[-1].append(body)
        elif last is not None and last.end == body.start and last.label == "Place":
            rows[-1][-1] = body  # 甲镇|乙协会
        else:
            rows.append([body])
    return [
        row
        for row in rows
        if len(row) > _PAIR
        and reading.text[row[0].end : row[1].start] != "与"  # 甲与乙、丙签约: 乙 and 丙 do not agree with each other
        and _SIGN_TOGETHER.match(reading.text, row[-1].end)
    ]


def _row_to(reading: Reading, last: Mention) -> list[Mention]:
    """Return those that are listed before the last one, each behind its county or without: 甲县乙镇、甲县|丙镇."""
    row = [last]
    while True:
        start = reading.chain_start(row[-1]) if last.label == "Place" else row[-1].start
        before = reading.name_ending_at(start - 1, last.label)
        if before is None or reading.text[before.end] != "、":
            return row
        row.append(before)


def _opens(reading: Reading, body: Mention) -> bool:
    """Tell whether the body begins a clause, so that it is what the sentence speaks of."""
    return body.label != "Agency" and (body.start == 0 or reading.text[body.start - 1] in "，。；：！？\n ●")


def _state(mention: Mention) -> bool:
    return mention.label == "Place" and mention.entity.properties.get("level") in _STATE


def _is_where(reading: Reading, first: Mention) -> bool:
    """甲市政府在|乙市|与某集团签约: a place behind 在 signs nothing."""
    if first.label != "Place":
        return False
    start = reading.chain_start(first)
    return reading.text[max(0, start - 1) : start] in ("在", "于")


def _past_person(reading: Reading, body: Mention) -> int:
    """Return where the body ends, with the post and name of who signs for it: 某公司|董事长王某."""
    person = next(iter(reading.names(body.end, body.end + 16, "Person")), None)
    if person is not None and re.fullmatch(rf"[{HAN}、]{{2,10}}", reading.text[body.end : person.start]):
        return person.end
    return body.end


_WITH = re.compile(r"，(?:并|还|又|先后)?与\Z")
_SIGNS = re.compile(
    r"(?:正式|成功|共同|先后)?(?:签约|签署|签订|签下|达成|共建|结成|结为|建立[^，。；]{0,16}?(?:关系|机制|基地|联盟)|开展[^，。；]{0,8}?合作)"
)


def _later_partners(reading: Reading, first: Mention, after: list[Mention]) -> list[Mention]:
    """甲县收获颇丰，与某公司签订…协议，与某集团签订…: each firm that a later clause of the sentence begins with."""
    if not _opens(reading, first) or first.label == "Organization":
        return []
    end = reading.sentence(first.start).end
    return [
        m
        for m in after
        if m.end < end
        and m.label in ("Company", "Organization")
        and _WITH.search(reading.text, first.end, m.start)
        and _SIGNS.match(reading.text, m.end)
    ]


def _next_pair(reading: Reading, mention: Mention, after: list[Mention]) -> Mention | None:
    """Return the second of the pair that this one begins: 甲镇与乙镇、|丙镇与|丁镇."""
    last = _last_of_chain(mention, after)
    if reading.text[mention.start - 1] != "、" or reading.text[last.end : last.end + 1] not in ("与", "和"):
        return None
    second = next((m for m in after if m.start == last.end + 1), None)
    return None if second is None else _last_of_chain(second, after)


def _last_of_chain(mention: Mention, after: list[Mention]) -> Mention:
    """Return the last of the names printed right behind one another: 甲县|乙镇."""
    while (inner := next((m for m in after if m.start == mention.end), None)) is not None:
        mention = inner
    return mention


def _behind_pairs(reading: Reading, at: int, after: list[Mention]) -> int:
    """Return where the row of pairs ends that goes on here: 甲镇与乙镇|、丙镇与丁镇|分别签订协议."""
    while reading.text.startswith("、", at):
        first = next((m for m in after if m.start == at + 1), None)
        second = _next_pair(reading, first, after) if first is not None else None
        if second is None:
            break
        at = second.end
    return at


def _partners(reading: Reading, first: Mention, after: list[Mention]) -> list[Mention]:
    """Return the names behind 甲与 or 甲加强与, where words of signing or cooperation follow in the same clause."""
    text = reading.text
    at = _past_person(reading, first)
    m = _AND.match(text, at)
    strengthens = False
    opens_row = text[max(0, first.start - 1) : first.start] not in _IN_ROW
    if m is None and first.label in ("Company", "Organization") and opens_row:
        m = _BOTH.match(text, at)
    if m is None and first.label == "Agency" and text.startswith("、", at) and opens_row:
        m = re.compile("、").match(text, at)  # 甲局、乙局联合发布
    told = _opens(reading, first) or (first.label == "Agency" and _AND_WITH.match(text, first.end) is not None)
    if m is None and told and reading.name_at(first.end) is None:
        m = _ELLIPTIC.match(text, first.end, reading.sentence(first.start).end)
    if m is None and reading.name_at(first.end) is None:
        m = _STRENGTHENS.match(text, first.end)
        strengthens = m is not None
    if m is None:
        return []
    at = m.end()
    found: list[Mention] = []
    for mention in after:
        if mention.start < at:
            continue
        if found and _next_pair(reading, mention, after):
            break
        inner = reading.name_at(mention.end)
        leads = mention.label == "Place" and inner is not None and inner.label == "Place"  # 某省|某市
        if not re.fullmatch(r"|[、和与及]" if found else "", text[at : mention.start]) or (
            _state(mention) and not leads
        ):
            break
        if (
            found
            and found[-1].label == "Place"
            and mention.start == at
            and mention.label in ("Company", "Organization")
        ):
            found.pop()  # 甲县|某某公司: the firm there
        unit = found and mention.start == at and mention.entity.name.startswith(found[-1].entity.name)
        if found and ((found[-1].label == mention.label == "Place" and mention.start == at) or unit):
            found.pop()  # 某县|某镇, 某学院|党支部: the smaller one
        at = _past_person(reading, mention)
        party = mention.label == "Agency" and mention.entity.name.endswith("委") and at > mention.end
        if mention.entity is not first.entity and not party:  # 与市委副书记某某签约: the person's post, no partner
            found.append(mention)
    if found and found[-1].label == "Place" and _UNREAD_BODY.match(text, at):
        found.pop()
    if not found:
        return []
    if m[0].endswith("和") and not strengthens and re.search(r"[、]$", text[max(0, first.start - 1) : first.start]):
        return []
    at = _behind_pairs(reading, at, after)
    pattern = _OF if strengthens else _TOGETHER
    tail = pattern.match(text, at) or (_AGREES.match(text, at) if m[0] == "、" else None)
    if _ISSUES.match(text, at):
        return []
    jointly = len(found) == 1 and re.match(r"(?:等)?联合(?!会|国|体)", text[at : at + 6])
    if m[0] == "、" and not (jointly and first.label == "Agency") and not _AGREES.match(text, at):
        return []
    if m[0].endswith("联合") and len(found) == 1 and _MAKES_TOGETHER.match(text, at):
        return found
    if m[0].endswith(("携手", "联手", "牵手")):
        return found if any(n.label != "Place" for n in (first, *found)) else []
    if tail is None or (not jointly and re.search(r"印发|发布|公布|通知|意见|会议", tail[0])):
        return []
    if all(n.label == "Place" for n in (first, *found)):
        return (
            found if _TWINNED.match(text, at) and not _THERE.search(text, max(0, first.start - 2), first.start) else []
        )
    return found
