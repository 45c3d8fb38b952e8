"""Who called an event: CONVENED."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.events.campaign import DULY
from extractors.events.ceremonies import SEVERAL_OPENED
from extractors.events.meeting import Event, events_of
from extractors.events.openers import BODIES, PEOPLE, UNIT_OF, openers
from extractors.lexicon import SCHOOLS
from extractors.notice import issuers
from extractors.reading import Entity, Mention, Reading

_CALL = re.compile(
    r"(?:组织|联合|隆重|专题|共同|主持)?(?:召开|举行|举办|启动|召集|开展|推出|开启|(?<![举主承协])办(?=了)|进行(?=[^，。]{0,200}第[^，。]{1,4}次))了?"
)
_ORGANISED = re.compile(
    r"(?:组织(?:实施|开展)?|开展|主办|举办|发起|(?<=联合)召开|(?<=[天日）])举行)的(?:[^，。；的]{1,8}的)?$"
)


# 国务院|以“…”为主题，进行|第十七次专题学习, 党组|3月5日就…进行|第二次集体学习
_ON_THEME = re.compile(
    r"(?:[\d年月日]{2,12}(?:上午|下午)?)?(?:以[^。；]{4,60}为主?题，|就[^。；，]{4,60})?(?:进行|举行|开展)了?\Z"
)
# 现组织举办…大赛, 关于举办…培训班的通知: who issues the notice calls it
_NOTICE_CALLS = re.compile(
    r"(?:关于|现|决定|我[部省市县局厅委]将|定于[^，。；]{2,20})(?:联合)?(?:组织)?(?:举办|召开|主办|开展)$"
)
_HOSTS = re.compile(
    r"由(?:[^，。；]|，(?=[省市县区州]|[\u4e00-\u9fff]{2,4}[省市县区州])){2,60}(?:[主承协举]办|组织|牵头)(?:，[^。；，]{2,80}?(?:[承协]办|参与|支持|配合|指导))*[的，]?(?:以“[^“”]{2,40}”为主?题的)?$"
)
_HOST_VERB = re.compile(
    r"(?P<hosts>主办|承办|举办|组织|召开|发起|召集|牵头)|(?P<joins>参与|参加)|协办|支持|配合|指导|协助|冠名|赞助"
)
"""What a body that is told with an event does: it hosts, or takes part, or only helps."""


def convened(reading: Reading, event: Event) -> None:
    """市政协召开…会, …活动由…主办: the body right before the verb that comes before the event's name."""
    text = reading.text
    sentence = reading.sentence(event.start)
    lead = text[sentence.start : event.start]
    calls = list(_CALL.finditer(lead))
    between = lead[calls[-1].end() :] if calls else ""
    if calls and (len(between) <= 14 or _ATTENDED_BY.fullmatch(between)) and "，" not in between:
        verb = sentence.start + calls[-1].start()
        for subject in openers(reading, sentence.start, verb) or _subjects(reading, sentence.start, verb, BODIES):
            role = "HELD_IN" if subject.entity.name.endswith(_VENUES) and subject.label == "Place" else "CONVENED"
            if role == "CONVENED" and event.entity.label == "Activity" and subject.label != "Place":
                role = "LED" if _DONE.search(calls[-1][0]) and _CHECK.search(event.entity.name) else role
            ends = (event.entity, subject.entity) if role == "HELD_IN" else (subject.entity, event.entity)
            reading.fact(role, *ends, (subject.start, event.end), "convened", 0.85)
    if _NOTICE_CALLS.search(lead) and not reading.has_fact("CONVENED", target=event.entity):
        for body in issuers(reading):
            reading.fact("CONVENED", body, event.entity, (sentence.start, event.end), "convened-notice", 0.8)
    themed = _ON_THEME.search(lead) if event.entity.name.endswith(("专题学习", "集体学习")) else None
    studies = reading.name_ending_at(sentence.start + themed.start(), "Agency", "Organization") if themed else None
    if studies is not None:
        reading.fact("CONVENED", studies.entity, event.entity, (studies.start, event.end), "convened-theme", 0.85)
    organised = _ORGANISED.search(lead)
    if organised:
        for subject in _subjects(reading, sentence.start, sentence.start + organised.start(), BODIES, there=False):
            reading.fact("CONVENED", subject.entity, event.entity, (subject.start, event.end), "convened-of", 0.8)
    hosts = _HOSTS.search(lead)
    if hosts:
        for role, mention in hosting(reading, sentence.start + hosts.start(), event.start):
            reading.fact(role, mention.entity, event.entity, (mention.start, event.end), "convened-hosts", 0.8)
    term = _TERM.match(text, event.start)  # 十三届|县委第32次常委会会议, 自治|县十届人大常委会第7次主任会议
    named = reading.name_at(term.end() if term else event.start) if event.entity.label == "Meeting" else None
    whose = named is not None and named.label == "Agency" and named.start <= event.start + 5 and named.end <= event.end
    if named is not None and whose and not reading.has_fact("CONVENED", target=event.entity):
        # 县政府常务会议: the meeting's name begins with whose meeting it is
        reading.fact("CONVENED", named.entity, event.entity, (named.start, event.end), "convened-name", 0.75)
    owner = reading.name_ending_at(event.start, "Organization", "Company", "Agency") or _this_school(
        reading, event.start
    )
    if owner is not None and event.entity.label == "Activity" and _TAKES_PLACE.match(text, event.end):
        reading.fact("CONVENED", owner.entity, event.entity, (owner.start, event.end), "convened-owner", 0.75)
    _between_two(reading, event)
    opens = reading.name_at(event.start)
    invites = _INVITES.search(text, sentence.start, event.start)
    host = reading.name_ending_at(invites.start(), *BODIES) if invites is not None else None
    if host is not None:
        reading.fact("CONVENED", host.entity, event.entity, (host.start, event.end), "convened-invites", 0.8)
    several = event.entity.label == "Activity" and opens is not None and SEVERAL_OPENED.match(text, opens.end)
    if opens is not None and several and opens.label in BODIES and opens.start == event.start:
        reading.fact("CONVENED", opens.entity, event.entity, (opens.start, event.end), "convened-opens", 0.8)
    by = re.compile(r"由(?P<who>[^，。；]{2,60}?)(?:联合|共同)?(?:主办|举办|承办|组织|召开)").search(
        text, event.start, sentence.end
    )
    if by:
        for role, mention in hosting(reading, *by.span()):
            reading.fact(role, mention.entity, event.entity, by.span(), "convened-by", 0.8)


_DONE = re.compile("开展|进行")
_CHECK = re.compile(r"(?<!考核)(?:检查|抽查|巡查|督查|暗访|排查)\Z")
"""How an inspection ends that a body does itself: 县教育局|开展校园安全大检查."""
_SIGNING = re.compile(r"(?:签约|签字|签署)(?:暨[^，。；]{2,8})?(?:仪式|活动)\Z")


def _between_two(reading: Reading, event: Event) -> None:
    """甲县政府与乙学院合作协议|签约仪式: both whose ceremony it is, where nobody else is said to call it."""
    first = reading.name_at(event.start) if _SIGNING.search(event.entity.name) else None
    if first is None or first.start != event.start or reading.has_fact("CONVENED", target=event.entity):
        return
    joined = reading.text.startswith(("与", "和", "同"), first.end)
    second = reading.name_at(first.end + 1) if joined else None
    if second is None or second.start != first.end + 1 or second.end > event.end:
        return
    if all(body.label in ("Agency", "Company", "Organization") for body in (first, second)):
        for body in (first, second):
            reading.fact("CONVENED", body.entity, event.entity, (event.start, event.end), "convened-between", 0.8)


def hosting(reading: Reading, start: int, stop: int) -> Iterator[tuple[str, Mention]]:
    """Yield the bodies with their roles: 由|甲局指导，|乙局主办，丙校承办，|丁行协办; each does what the next verb says."""
    text, waiting, at = reading.text, list[Mention](), start
    for name in (*reading.names(start, stop), None):
        edge = name.start if name is not None else stop
        for verb in _HOST_VERB.finditer(text, at, max(at, edge)):
            role = "CONVENED" if verb["hosts"] else "ATTENDED" if verb["joins"] else ""
            yield from ((role, body) for body in waiting if role)
            waiting = []
        if name is None:
            return
        at = name.end
        of_row = name.label == "Place" and _GOVERNS.match(text, name.end) is not None
        if (of_row or name.label in ("Agency", "Company", "Organization")) and text[name.start - 1] not in "在于":
            waiting.append(name)


_GOVERNS = re.compile("[、和与]|联合|共同|[主承协举]办|牵头")
"""Behind a place that stands for its government among those who host: 活动由|青屏县|与某协会联合主办."""
_VENUES = ("广场", "公园", "公墓", "陵园", "剧院", "体育场", "体育馆", "酒店", "宾馆")
"""What a place ends in that nobody governs: 某某广场|举行升国旗仪式 tells where it is."""
# 召开|由村干部、党员代表参加的|推进会
_ATTENDED_BY = re.compile("由[^，。；]{2,40}(?:参加|出席)的[^，。；]{0,14}")
# 县农委|邀请某中心高级农艺师田某在党校举办了|…培训班
_INVITES = re.compile(r"(?:特?邀请?|聘请|召集|约谈)[^，。；]{4,70}(?:举办|举行|召开|开展)了?(?:全[省市县区镇乡])?\Z")


def _this_school(reading: Reading, stop: int) -> Mention | None:
    """该校|第三届运动会: the school that was named last."""
    if not reading.text.endswith(("该校", "我校"), 0, stop):
        return None
    named = [m for m in reading.names(0, stop, "Organization") if m.entity.name.endswith(SCHOOLS)]
    return named[-1] if named else None


# 某中学|第五届运动会|开幕
_TAKES_PLACE = re.compile(
    DULY
    + r"(?:隆重|正式|圆满|顺利|精彩|如期)?(?:开幕|开赛|启幕|举行|举办|上演|拉开[帷序]幕|闭幕|落幕|开场|开张|收官|登场|走进)|(?:侧记|纪实|见闻|掠影|走笔)(?=\n)"
)
_TERM = re.compile(r"第?[一二三四五六七八九十]{1,3}届(?=[省市县区州]委)|自治(?=[县州旗])")
_THIS_EVENT = re.compile(
    r"(?:(?:此次|本次|本届|该|这次)(?:[\u4e00-\u9fff]{2,6}?(?=大赛|比赛|活动|展演|演出))?)?(?P<what>大会|活动|会议|论坛|大赛|比赛|赛事|[\u4e00-\u9fff]{0,3}赛|展览|仪式|招待会|晚会|培训班?|运动会|演练|演出|集市|市集|节会|展会|那达慕|[\u4e00-\u9fff]{1,2}(?<![协学商工委合])会|[\u4e00-\u9fff]{1,4}节)(?:以“[^”]{2,40}”为主?题，|主题为“[^”]{2,40}”，)?由"
    r"(?P<who>[^。；]{2,140}?)(?:联合|共同)?(?:主办|举办|组织)(?P<more>(?:，|、)(?:由)?[^。；]{2,80}?[承协]办)*"
)


def hosted(reading: Reading) -> None:
    """此次大会由甲、乙主办，丙承办: who called the event that the sentence before told of."""
    _is_of(reading)
    for m in _THIS_EVENT.finditer(reading.text, reading.body_start):
        behind = reading.text[m.start() - 2 : m.start()]
        if re.match(r".?[\u4e00-\u9fff”]$", behind) and behind not in ("。”", "！”", "？”"):
            continue
        label = ("Meeting",) if m["what"] in ("大会", "会议", "论坛") else ()
        event = _of_kind(reading, m)
        if event is None and not _SHORT_KIND.fullmatch(m["what"]):
            event = events_of(reading).held_before(m.start(), *label, ahead=False)
        if event is None or not event.name.endswith(m["what"]):
            event = _attended(reading, m) or event
        if event is None:
            continue
        for role, body in hosting(reading, *m.span()):
            reading.fact(role, body.entity, event, m.span(), "convened-hosted", 0.8)


def _of_kind(reading: Reading, m: re.Match[str]) -> Entity | None:
    """本届苹果节由…主办: the festival that was named before, whatever ceremony was told of since."""
    short = _SHORT_KIND.fullmatch(m["what"]) is not None
    if not short and not m["what"].endswith(("节", "赛")):
        return None
    kinds = _KINDS_OF.get(m["what"]) or _KINDS_OF.get(m["what"][-2:]) or (m["what"][-3 if short else -1 :],)
    before = [e.entity for e in events_of(reading).found if e.held and e.start < m.start()]
    return next((entity for entity in reversed(before) if any(f.endswith(kinds) for f in entity.forms)), None)


_KINDS_OF = {
    "节会": ("节",),
    "展会": ("展", "展览会", "博览会", "展销会", "交易会", "展示会"),
    "博会": ("博览会", "博会"),
    "交会": ("交易会", "交会"),
    "洽会": ("洽谈会", "洽会"),
}
"""How the names end of what is called so in short: 展会 for 青屏农机博览会."""


def _attended(reading: Reading, m: re.Match[str]) -> Entity | None:
    """甲出席某周年招待会。|招待会由…举办: the last event named before of a kind that says enough, be it only attended.

    So 大会 after 某大会分论坛.
    """
    if len(m["what"]) <= len("会议") and m["what"] not in ("大会", "论坛", "大赛"):
        return None
    before = (e.entity for e in reversed(events_of(reading).found) if e.start < m.start())
    return next((entity for entity in before if entity.name.endswith(m["what"])), None)


_SHORT_KIND = re.compile(r"(?!大会|晚会|会议|运动会|招聘会|推介会|招待会)(?:[\u4e00-\u9fff]{1,2}会|那达慕)")
"""What an event before is called in short only where its name ends so: 评审会 for 全县项目评审会."""


# 此次活动是|团省委、省青联|…组织开展的一项活动
_IS_OF = re.compile(
    r"(?:此次|本次|这次|该)(?P<what>大会|活动|会议|论坛|大赛|比赛|展览)是(?=[^。；]{4,160}(?:开展|举办|主办|组织|发起)的)"
)


def _is_of(reading: Reading) -> None:
    """Add who the event that was told of is said to be of: the row of bodies behind 是."""
    for m in _IS_OF.finditer(reading.text, reading.body_start):
        event = events_of(reading).held_before(m.start(), ahead=False)
        at = m.end()
        while event is not None and (body := reading.name_at(at)) is not None and body.start == at:
            if body.label not in ("Agency", "Company", "Organization"):
                break
            reading.fact("CONVENED", body.entity, event, (m.start(), body.end), "convened-is-of", 0.8)
            at = body.end + reading.text.startswith(("、", "和", "与"), body.end)


_GOES_TO = re.compile(
    "(?:前往|赴|深入|走进了?|来到了?|(?<=[局会委联协院校司行所队站者员工部警])到)(?:[^，。；、]{2,24}—{1,2})?\\Z"
)


def _goes_to(reading: Reading, mention: Mention, low: int) -> int | None:
    """Return where the verb of going stands before a place or school: 县妇联联合县烟草局|来到某镇某小学|开展…活动."""
    if mention.label not in ("Place", "Organization"):
        return None
    start = reading.chain_start(mention) if mention.label == "Place" else mention.start
    while (before := _listed_before(reading, start)) is not None and before.start >= low:
        start = before.start  # 深入某市某社区、|某学院，开展…
    goes = _GOES_TO.search(reading.text, max(low, start - 30), start)
    return goes.start() if goes is not None else None


def _listed_before(reading: Reading, start: int) -> Mention | None:
    """Return the place that ends right here, or the place or school that is listed before with 、."""
    joined = reading.text.startswith("、", start - 1)
    listed = reading.name_ending_at(start - 1, "Place", "Organization") if joined else None
    return listed or reading.name_ending_at(start, "Place")


_IN_PLACE = re.compile(
    r"(?:(?<=[\u4e00-\u9fff，）\d日])在(?![建线])|(?:^|(?<=[。\n]))在(?![建线])(?![^，。；、“]{2,22}下)|(?<=[者员工部警])(?:到|赴|深入|走进|前往|来到))[^，。；、“]{2,24}\Z"
)


def _subjects(reading: Reading, low: int, verb: int, labels: tuple[str, ...], *, there: bool = True) -> list[Mention]:
    """Return the names joined by 、和 that end the subject before a verb; dates and adverbs may stand between.

    An agency behind 在 tells where (`there`), but who calls it in 在|某部举行的|发布会上.
    """
    text = reading.text
    where = _IN_PLACE.search(text, low, verb) if there else None
    verb = where.start() if where is not None else verb
    between = re.compile(
        r"(?:（[^（）]{0,200}）|[民干]警|工作人员|组织(?:\d+[余多]?名)?[\u4e00-\u9fff]{0,6}(?:"
        + PEOPLE
        + r")(?:\d+[余多]?[人名])?(?:及[\u4e00-\u9fff]{2,8})?|志愿者|医护人员|专家|医生|教师|还|并|(?:走进|深入|来到)[\u4e00-\u9fff]{2,12}|(?:[\d年月至—\-]|日(?!前)|(?<=月)[初中底末]|[上中下]旬)++|上午|下午|[早晚]上?|清晨|凌晨|中午|傍晚|当晚|今天|昨天|昨日|近日|日前|当天|在[\u4e00-\u9fff“”A-Za-z0-9]{2,16}|于|(?:联合|会同)(?:[\u4e00-\u9fff]{2,12}(?:站|队|所|中心|公司|学校|小学|中学|医院|协会|支行|社))?|共同|分别|隆重|专题|组织|正式|(?:、[\u4e00-\u9fff]{2,8}){0,20}等|单位|多家|\d{1,20}家|机构|六部委|部门|有关|相关|从(?=[\d月日]+[开起])|开始|起|(?:抽调|出动)(?:\d+[余多]?[名人])?|党组|班子|先后|再次|依次|首次|继续|持续|紧急|及时|迅速|连夜|深入|全面|主要|负责|同志|，){0,12}"
    )
    mentions = list(reading.names(low, verb))
    out: list[Mention] = []
    edge = verb
    for mention in reversed(mentions):
        goes = None if out else _goes_to(reading, mention, low)
        if goes is not None:
            if "，" in text[mention.end : edge]:
                break  # 前往某镇某村，|举办…
            edge = goes
            continue
        gap = text[mention.end : edge]
        if out and not gap:  # 市委统战部|机关党支部
            edge = mention.start
            continue
        unit = UNIT_OF.match(text, mention.end, edge) if out else None
        if unit is not None and mention.label == "Agency" and _JOIN.fullmatch(text, unit.end(), edge):
            edge = mention.start
            continue  # 联合|县公安局宣教中心、
        if not (between.fullmatch(gap) if not out else _JOIN.fullmatch(gap)):
            if not out and mention.label == "Place" and re.fullmatch(r"[\u4e00-\u9fff]{0,2}", gap):
                continue
            break
        if mention.label not in labels:
            if mention.label == "Person" and not out:
                break
            break
        start = reading.chain_start(mention) if mention.label == "Place" else mention.start
        if text[max(low, start - 1) : start] in ("在", "于", "到") and (there or mention.label == "Place"):
            edge = start - 1
            continue
        out.append(mention)
        edge = mention.start
    return [] if out and _SEEN.search(text, low, edge) else out


_JOIN = re.compile(
    r"[、和与及]|以及|[、和与及][\u4e00-\u9fff]{0,3}|(?:\d{1,2}日|近日|日前|今天|昨天)?(?:联合|会同|携手|联同)|、[\u4e00-\u9fff]{2,6}、"
)
# 检查组察看了|某公园、某公司，并召开座谈会
_SEEN = re.compile(
    r"(?:[察查观]看|参观|考察|观摩|视察|走访|调研|拜访|检查|看望|慰问)了?(?:位于)?[\u4e00-\u9fff]{0,6}\Z"
)
