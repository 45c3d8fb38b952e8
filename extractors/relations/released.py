"""Who put a document out: RELEASED from a body or place to a policy."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from extractors.events.meeting import events_of
from extractors.names import agency
from extractors.names.office_units import agency_entity
from extractors.notice import issuers
from extractors.reading import Mention, Reading
from extractors.relations.references import RULE, bodies, signing_parties
from extractors.text import Span

_VERB = re.compile(
    r"(?:联合|共同|同步|公开|首次|正式|当场|现场|近期|制定|组织|研究制定|先后|近日|日前|已|还|并|率先|最新|对外|配套|牵头|相继|陆续|及时|专门|向社会|面向社会|负责|\d{1,20}日){0,20}(?:印发|出台|发布|首发|公布|制定|推出|颁布|下发|修订完善|修订|签发|签署|签订|商签|会签|制定实施|编制|编印|发出|施行)(?:实施)?(?:了|的)?(?:新?修订后?的|新版|年度|新的|首个|首批|第[一二三四五六七八九十]+批|\d{4}年度?的?|(?:[\u4e00-\u9fff]{1,6}[省市县区州镇乡])?(?:\d{4}年)?第[一二三四五六七八九十\d]{1,3}号[\u4e00-\u9fff]{2,6}令|[\u4e00-\u9fff]{1,6}[省市县区州镇乡])?"
)
_JOIN = re.compile(r"[、和与及 ]|(?:已|还|近日|日前)?(?:联合|会同)|以及|等部门|等\d*部门|等[一二三四五六七八九十]+部门")
_GAP = re.compile(
    r"(?:等[\d一二三四五六七八九十]*+(?:个|家)?(?:部门|部委|单位)?|（[^（）]{0,200}）|[\d年月日]|近日|日前|今天|昨天|联合|上午|下午|今年|办公厅|关于|的名义|(?:根据|按照|依据|依照|对照|参照)(?:《[^《》]{2,60}》[、和及]?){1,4}等?(?:的?(?:有关|相关)?(?:规定|要求|精神))?|(?:举行|召开|举办)[^，。；]{0,20}会，|签署[\u4e00-\u9fff]{1,4}令[， ]|在[^，。；《》、]{2,24}|，){0,60}"
)
_BODIES = ("Agency", "Organization", "Company", "Place", "Person")


def read(reading: Reading) -> None:
    """Add RELEASED where the verb stands right before the document, for each of the bodies before the verb."""
    text, parties = reading.text, signing_parties(reading)
    for policy in reading.names(0, len(text), "Policy"):
        sentence = reading.sentence(policy.start)
        _by_meeting(reading, policy, sentence)
        verbs = list(_VERB.finditer(text, sentence.start, policy.start))
        if not verbs or verbs[-1].end() < policy.start - 1:
            continue
        before = _before(reading, sentence.start, verbs[-1].start())
        if not before and "签" not in verbs[-1][0]:
            before = _opening(reading, sentence, verbs[-1].start())
        before = before or [m for m in bodies(reading) if m.rule == RULE and m.end == verbs[-1].start()]  # 县里|出台了
        signing = [row for _, end, row in parties if not before and sentence.start < end <= policy.start]
        for party in signing[-1] if signing else ():  # 三方共同签署《…意见》
            reading.fact("RELEASED", party, policy.entity, (sentence.start, policy.end), "released-parties", 0.8)
        for body in before or _of_sentence_before(reading, sentence, verbs[-1].start()):
            where = body.label == "Place" and text[reading.chain_start(body) - 1] == "在"  # 在某市|与某集团签订
            if where or (body.label == "Place" and body.entity.name in ("全国", "中国")):
                continue
            reading.fact("RELEASED", body.entity, policy.entity, (body.start, policy.end), "released", 0.85)
    _orders(reading)
    _next_in_row(reading)
    _named_before(reading)
    _named_in_title(reading)
    _issued(reading)
    _itself(reading)
    _answered(reading)
    _passive(reading)


_THIS = re.compile("该(?P<kind>[省市县区州镇乡村局厅院校委])$")
_LEAD = re.compile(
    r"(?:[^，。；：“]{0,24}?(?:以来|年来|期间|中|后|上|日|近日|日前|近年|今年|工作|建设|发展|水平|能力|精神|安全|环境)，){0,2}"
)
_SAYS = re.compile("要求|强调|指出|表示|提出|希望|建议|介绍|认为|[：“]")


def _opening(reading: Reading, sentence: Span, verb: int) -> list[Mention]:
    """甲县高度重视，成立专班，|制定了《…》: who opens the sentence, where each clause up to the verb goes on with it.

    该局 is the last bureau named before.
    """
    text = reading.text
    comma = max(text.rfind(mark, sentence.start, verb) for mark in "，；") + 1
    this = _THIS.search(text, max(0, verb - 3), verb)
    if this is not None:
        named = [m for m in reading.names(0, this.start(), *_BODIES) if m.entity.name.endswith(this["kind"])]
        return named[-1:]
    if not comma or not _ADVERBS.fullmatch(text, comma, verb):
        return []
    lead = _LEAD.match(text, sentence.start, comma)
    at = lead.end() if lead is not None else sentence.start
    row = list[Mention]()
    while (opens := reading.name_at(at)) is not None and opens.start == at and opens.label in ("Agency", "Place"):
        row.append(opens)
        at = opens.end + 1 if text.startswith("、", opens.end) and opens.label == "Agency" else len(text)
    if not row:
        return []
    end = row[-1].end
    if text.startswith(("的", "位于", "地处"), end) or _SAYS.search(text, end, comma):
        return []
    others = reading.names(end, comma, *_BODIES)
    return row if next(others, None) is None else []  # 甲局…，乙局…，制定了《…》


_ORDERS = re.compile(r"签署(?P<numbers>(?:第[一二三四五六七八九十百\d]+号[、和]?)+)(?P<kind>[\u4e00-\u9fff]{2,4}令)")


def _orders(reading: Reading) -> None:
    """国家主席某某签署|第七十号、第七十一号主席令: each of the orders that the article names."""
    for m in _ORDERS.finditer(reading.text):
        signs = list(reading.names(reading.sentence(m.start()).start, m.start(), "Person"))[-1:]
        for number in re.split("[、和]", m["numbers"]):
            order = reading.known("Policy", number + m["kind"])
            if order is not None and signs:
                who = signs[0]
                reading.fact("RELEASED", who.entity, order, (who.start, m.end()), "released", 0.85)


_ROW = re.compile("》?(?:（[^（）]{2,16}）)?(?:[、和及与]|以及)?《?")


def _next_in_row(reading: Reading) -> None:
    """印发《甲方案》|《乙方案》: what stands right behind a document is put out by the same."""
    for first, second in pairwise(list(reading.names(0, None, "Policy"))):
        if "《" not in reading.text[first.end : second.start + 1] or not _ROW.fullmatch(
            reading.text, first.end, second.start
        ):
            continue
        for fact in list(reading.facts):
            if fact.type == "RELEASED" and fact.rule == "released" and fact.end == first.end:
                reading.fact("RELEASED", fact.source, second.entity, (fact.start, second.end), "released", 0.8)


_MEETING_ISSUES = re.compile(
    r"(?:[本该][届次])?(?:会议|大会|峰会|会晤|论坛)(?:围绕[^，。；]{2,40}，)?(?:还|一致|共同|审议|讨论)*(?:通过(?:并|和))?(?:发表|发布|签发)了?(?:第[一二三四五六七八九十\d]{1,3}号[\u4e00-\u9fff]{2,6}令)?"
)


_ISSUED_AT = re.compile(
    r"(?:(?:会议|大会)(?:召开|举行)，(?:会议)?(?:签发|发布)|(?:会议|大会|会上)，?(?:还|集中)?签发|(?<=[，；])(?:论坛|大会|峰会)(?:还|共同|集中|现场|正式)*发布|(?:(?:会|大会|活动|仪式|论坛)上|(?:大会|会议|论坛|活动)期间)，?(?:还|集中|现场|正式|同时)*发布)了?"
    r"(?:第[一二三四五六七八九十\d]{1,3}号[\u4e00-\u9fff]{2,6}令)?\Z"
)


def _by_meeting(reading: Reading, policy: Mention, sentence: Span) -> None:
    """会议通过并发表《…宣言》: the meeting that takes place puts it out."""
    if _MEETING_ISSUES.fullmatch(reading.text, sentence.start, policy.start) or _ISSUED_AT.search(
        reading.text, sentence.start, policy.start
    ):
        meeting = events_of(reading).held_before(policy.start, "Meeting")
        if meeting is not None:
            reading.fact("RELEASED", meeting, policy.entity, (sentence.start, policy.end), "released-meeting", 0.8)


_LEAD_IN = re.compile(r"(?:[^，。]{2,16}(?:以来|期间|中|后|上)，)?")
_ADVERBS = re.compile(r"(?:还|并|也|先后|专门|及时|率先|近日|日前|不久前|同时|为此|随后|，)*")


def _of_sentence_before(reading: Reading, sentence: Span, verb: int) -> list[Mention]:
    """甲省全面学习…。|制定了《…》: the subject that the sentence before opens with, where this one has none."""
    earlier = reading.sentence(sentence.start - 1) if sentence.start > reading.body_start else sentence
    apart = "\n" in reading.text[earlier.start : sentence.start]
    if apart or earlier == sentence or not _ADVERBS.fullmatch(reading.text, sentence.start, verb):
        return []
    lead = _LEAD_IN.match(reading.text, earlier.start, earlier.end)
    opens = reading.name_at(lead.end()) if lead is not None else None
    return [opens] if opens is not None and opens.label in ("Agency", "Place") else []


_BY = re.compile(r"(?:按照|根据|依据|依照|贯彻|落实|执行|(?:宣读|通报)了?)$")


def _named_before(reading: Reading) -> None:
    """按照甲部、乙部《…办法》, 宣读了甲部《…决定》: the bodies right before a title are whose document it is."""
    for policy in reading.names(0, None, "Policy"):
        if not reading.text.startswith("《", policy.start):
            continue
        out: list[Mention] = []
        edge = policy.start
        while (body := reading.name_ending_at(edge, "Agency")) is not None:
            out.append(body)
            edge = body.start - (reading.text[body.start - 1 : body.start] in ("、", "和"))
        if out and _BY.search(reading.text, max(0, out[-1].start - 3), out[-1].start):
            for body in out:
                reading.fact("RELEASED", body.entity, policy.entity, (body.start, policy.end), "released-named", 0.85)


_ISSUER = re.compile(
    r"《?(?P<who>国务院|[\u4e00-\u9fff 、]{3,60}?(?:政府|办公[厅室]|委员会|领导小组|联席会议|[部局厅委]))(?=关于|印发|转发)"
)


def _named_in_title(reading: Reading) -> None:
    """《甲市政府办公室关于…的通知》: the bodies that a title begins with put it out; they are read by themselves."""
    for policy in reading.names(0, None, "Policy"):
        m = _ISSUER.match(reading.text, policy.start, policy.end)
        if m is None or not reading.text.startswith("《", policy.start):
            continue
        title = Reading.of(replace(reading.article, title="", body=m["who"]))
        agency.read(title)
        found = list(title.names(0, None, "Agency"))
        apart = [title.text[a.end : b.start].strip(" 、") for a, b in pairwise(found)]
        if not found or any(apart) or title.text[: found[0].start].strip() or title.text[found[-1].end :].strip():
            continue
        for body in found:
            start = m.start("who") + body.start - title.body_start
            issuer = agency_entity(reading, body.entity.name, body.entity.seat)
            reading.mention(issuer, start, start + body.end - body.start, "agency-in-title", 0.85)
            reading.fact("RELEASED", issuer, policy.entity, (policy.start, policy.end), "released-title", 0.85)


_HANDED = re.compile(
    r"(?:单行本|一书|一文|第[一二三四五六七八九十]{1,3}卷|（[^（）]{1,12}）|，|近日|日前|今天|已经?|于[\d年月日]{2,11}|(?:地方|团体|行业)标准)*(?:由|获|(?<=[，日前])经)"
)
_OUT = re.compile(r"[^，。；]{0,12}?(?:出版|发布|印发|颁布|公布|发行)")


def _passive(reading: Reading) -> None:
    """《某书》单行本，已由某出版社出版: the bodies behind 由, up to the verb."""
    for policy in reading.names(0, None, "Policy"):
        handed = _HANDED.match(reading.text, policy.end)
        at = handed.end() if handed is not None else None
        out: list[Mention] = []
        while at is not None and (body := reading.name_at(at)) is not None and body.start == at:
            out.append(body)
            at = body.end + reading.text.startswith(("、", "和"), body.end)
        if out and _OUT.match(reading.text, out[-1].end):
            for body in out:
                if body.label in _BODIES:
                    reading.fact("RELEASED", body.entity, policy.entity, (policy.start, body.end), "released-by", 0.85)


_NOW = re.compile(r"[^。；]{0,60}?[，、]现(?:予以?)?(?:印发|公布|发布|颁布)|[^。；转]{0,20}?发给你们")


_UNDER = re.compile(
    r"(?:(?:根据|按照|依据|依照|贯彻|落实)(?:《[^《》]{2,60}》(?:（[^（）]{2,20}）)?[、和及]?){0,6}|、)$"
)
"""根据《…条例》…，现予以公布: what a notice rests on is not what it puts out."""


def _issued(reading: Reading) -> None:
    """《…计划》已经…同意，现印发给你们: who issues the notice puts out what it comes with."""
    for policy in reading.names(0, None, "Policy") if issuers(reading) else ():
        m = _NOW.match(reading.text, policy.end)
        if m is not None and not _UNDER.search(reading.text, max(0, policy.start - 200), policy.start):
            for body in issuers(reading):
                reading.fact("RELEASED", body, policy.entity, (policy.start, m.end()), "released-issued", 0.85)


_TITLE = re.compile(
    r"关于(?:(?!印发|转发|办法|规定|细则|方案|意见|条例|《)[^\n]){4,80}?的(?:紧急|补充)?(?:通知|通告|公告)(?=\s*$)|关于(?:(?!印发|转发|《)[^\n]){4,80}?的(?:批复|通报|(?:若干|指导|实施)?意见|决定)(?=\s*$)"
)


def _itself(reading: Reading) -> None:
    """关于某段施工期间交通管制的通告: the notice is a document, put out by who issues it."""
    title = _TITLE.search(reading.text, 0, reading.body_start)
    if title is None or "转发" in reading.text[: title.start()] or reading.name_at(title.start()) is not None:
        return
    for body in issuers(reading):
        policy = reading.entity("Policy", title[0])
        if not policy.mentions:
            reading.mention(policy, *title.span(), "policy-itself", 0.75)
        reading.fact("RELEASED", body, policy, title.span(), "released-itself", 0.75)


_YOUR = re.compile("你[省市州县区旗厅局委办院校司]$")
_SALUTED = re.compile("[^。；，：\n]{2,40}：[ 　]*\n")


def _answered(reading: Reading) -> None:
    """青屏市人民政府：你市《关于…的请示》收悉。: whom a reply speaks to put out what it answers."""
    salutes = _SALUTED.match(reading.text, reading.body_start) if "收悉" in reading.text else None
    whose = list(reading.names(salutes.start(), salutes.end(), "Agency")) if salutes is not None else []
    if salutes is None or len(whose) != 1:
        return
    for policy in reading.names(salutes.end(), None, "Policy"):
        before = reading.text[max(0, policy.start - 3) : policy.start].rstrip("《")
        if _YOUR.search(before) and policy.entity.name.endswith(("请示", "函", "报告")):
            span = (salutes.start(), policy.end)
            reading.fact("RELEASED", whose[0].entity, policy.entity, span, "released-answered", 0.85)


def _before(reading: Reading, low: int, verb: int) -> list[Mention]:
    """Return the bodies joined by 、, 和 or 联合 that stand right before the verb."""
    out: list[Mention] = []
    edge = verb
    for mention in sorted(reading.names(low, verb, *_BODIES), key=lambda m: -m.start):
        if reading.text.startswith("令", mention.end):
            continue  # 签署|国务院|令
        if not out and mention.label == "Place" and reading.text[reading.chain_start(mention) - 1] == "在":
            edge = reading.chain_start(mention) - 1 if mention.end == edge else edge
            continue  # 甲县在全市|率先出台
        gap = reading.text[mention.end : edge]
        if not (_JOIN.fullmatch(gap) if out else _GAP.fullmatch(gap)):
            break
        out.append(mention)
        edge = mention.start
    if len(out) == 1 and out[0].label == "Person" and _TOGETHER.search(reading.text, out[0].end, verb + 2):
        return list(reading.names(low, verb, "Person"))  # 县委书记甲，县委副书记、县长乙共同|签发
    return out


_TOGETHER = re.compile("共同|联合|联名")
