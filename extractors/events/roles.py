"""Who called an event, chaired it, attended, spoke, and where it was held."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.events.meeting import Event, date_event, events_of
from extractors.lexicon import HAN
from extractors.names.holders import is_reporter
from extractors.names.place_entities import home_path
from extractors.notice import issuers
from extractors.reading import Entity, Mention, Reading
from extractors.text import Span

_CLAUSE = re.compile(r"[^，；。！？\n]+")
_TITLE_CLAUSE = re.compile(r"[^，；。！？\n ]+")
_CALL = re.compile(
    r"(?:组织|联合|隆重|专题|共同|主持)?(?:召开|举行|举办|启动|召集|开展|进行(?=[^，。]{0,200}第[^，。]{1,4}次))了?"
)
_BODY = ("Agency", "Company", "Organization", "Place")
_CHAIR = re.compile(r"(?<!在)主持(?!人|下|词|讲话时|之下)")
_SPEAK = re.compile(
    r"(?<!重要)讲话(?!精神)|发言(?!人)|致[\u4e00-\u9fff]{0,3}[辞词]|(?<!工)作了?题为|进行了?[\u4e00-\u9fff]{0,6}(?:发言|讲话|点评|报告|汇报|(?:项目|情况|政策|招商|产业)(?:介绍|推介)|(?:安排|回顾|动员|通报)(?:和?部署)?|部署|总结|讲评|解读|讲解|辅导)|提出了?[\u4e00-\u9fff]{0,8}(?:要求|意见建议|意见和建议)(?=[，。；]|$)|(?<!工)作(?:了)?(?:[\u4e00-\u9fff]{0,8})?(?:报告|讲话|发言|点评|说明|汇报|通报|部署|动员|总结|讲评|辅导|授课|讲座)|(?:安排|动员)部署|(?:进行|作出)(?:了)?部署|汇报(?!会)|介绍了?(?:有关|相关)?情况|介绍了|通报(?!表扬|批评|会)|授课|讲解|解读了?|点评|讲评(?!会)|"
    r"在会上(?:分析|提出|介绍|通报|汇报|表示|作)"
)
_HEARD = re.compile(r"听取")
_ATTEND = re.compile(
    r"(?<!来华)(?:出席|参加)(?!过|[^，。；]{0,4}(?:战争|战役|革命|抗战|抗美援朝|红军|部队|高考|工作(?:以来)?，))|列席|参与了?(?=调研|协商|交流|讨论|座谈|视察|检查|考察|督导|活动|慰问|走访)|一同前往|陪同(?!人员)|随同|会聚一堂|欢聚一堂|齐聚一堂|见证|(?:一同|一起|共同|随同|参加)(?:视察|调研|检查|考察|督导|督办|督查|参观|慰问|走访)|宣布[^，。]{0,12}(?:开工|启动|开幕)|代表双方签约|代表双方签署|共同揭牌|共同启动"
)
_HELD_AT = re.compile(
    r"(?<![现存旨])(?:在|于)(?P<place>[^，。；、\n]{1,30}?)(?:顺利|隆重|正式|成功|圆满|集中)?(?:召开|举行|举办|签约|奠基|开幕|闭幕|开班|开赛|启幕|鸣枪|开跑|拉开帷幕|启动|开工|揭牌|开展|颁发|向|主持|会见|会晤|接见|出席|参加|[同与]|和(?=[^，。；]{2,10}(?:总统|总理|首相|国王|议长|外长)))"
)
_VENUE = re.compile(
    rf"(?:^|[省市县区镇乡村])(?P<name>(?:(?![省市县区镇乡村]委|会议室)[{HAN}]){{2,12}}(?:广场|会议中心|礼堂|大礼堂|大厦|酒店|宾馆|体育馆|体育场|体育中心|剧院|会堂|公园|文化馆|博物馆|展览馆|会展中心|码头|物流园|产业园|园区|社区|山庄|会馆|影剧院|影城|展览中心|活动中心|党校))(?:(?![省市县区镇乡村]委)[{HAN}\d]{{0,6}}(?:厅|会议室))?$"
)
_MEMBERS = re.compile(r"委员|代表(?!$)|常委|干部|职工|党员|成员")
_TEAM_OF = re.compile(r"[\u4e00-\u9fff“”·\d]{2,40}?(?:调查组|工作组|督导组|督察组|巡视组|巡察组|领导小组|专班|指挥部)")
_ACCOMPANY = re.compile(
    r"陪同|一同前往|(?:一同|一起|共同|随同|参加)(?:[\u4e00-\u9fff]{0,6}?)(?:视察|调研|检查|考察|督导|督办|督查|参观|慰问|走访)"
)
_TEAMED = re.compile(r"(?:成立|组成|组建)[^。]{0,60}?(?:组|专班|指挥部|委员会)(?=[，、])[^。]*$")
_ABOUT_EVENT = re.compile(r"会议|会上|大会|全会|座谈|活动|仪式|论坛|典礼|讲话|致辞|发言|会$")
_OF_SPEECH = re.compile(
    r"(?:(?!发表|作出|作了|出席|主持|学习|贯彻|围绕|传达|落实)[^，。；]){0,40}?(?:重要(?:讲话|指示|批示|论述|文章|回信)|讲话精神|指示精神|批示精神)"
)
_OF_GUESTS = re.compile(r"(?:会见|会晤|接见|拜会|看望)(?:了)?(?:[^，。]{0,12}的)?(?:来华|前来|应邀)?(?:出席|参加)")
_TALK = re.compile(r"会见|会谈|会晤|拜会")
_IN_TALK = re.compile(r"(?:出席|参加)了?(?:上述)?(?:会见|会谈|会晤)")
_IN_ACTIVITY = re.compile(r"(?:参加|出席)了?(?:本次|此次|上述|有关|相关)?活动$")
_GROUPS = re.compile(
    r"[\u4e00-\u9fff、（）]{2,40}(?:负责人|负责同志|单位|部门|人员|干部|代表|领导|成员|同志|专家|站所长|副职|正职|职工|校长|园长|院长|书记|主任|局长|乡镇?长|镇长|个人|集体|企业家|客商|嘉宾|师生)"
)
_ABOUT = re.compile(r"[就对围]")
_CHAIR_ASIDE = re.compile(r"（主持）")
_NOT_ROLE = re.compile(r"书面发言|将发言|(?<!自)我[同和与]")


def read(reading: Reading) -> None:
    """Add CONVENED, CHAIRED, ATTENDED, SPOKE_AT and HELD_IN for the events that take place."""
    events = events_of(reading)
    for event in events.found:
        if event.held or event.planned:
            _convened(reading, event)
            _held_in(reading, event)
    _hosted(reading)
    for sentence in reading.sentences:
        _sentence_roles(reading, sentence)
    for aside in _CHAIR_ASIDE.finditer(reading.text):  # 副主任某某（主持）出席会议
        chair, where = reading.name_ending_at(aside.start(), "Person"), events.held_before(aside.start())
        if chair is not None and where is not None:
            reading.fact("CHAIRED", chair.entity, where, (chair.start, aside.end()), "role-chaired", 0.8)


# -- calling

_ORGANISED = re.compile(r"(?:组织(?:实施|开展)?|主办|举办|发起)的(?:[^，。；的]{1,8}的)?$")
# 现组织举办…大赛, 关于举办…培训班的通知: who issues the notice calls it
_NOTICE_CALLS = re.compile(
    r"(?:关于|现|决定|我[部省市县局厅委]将|定于[^，。；]{2,20})(?:联合)?(?:组织)?(?:举办|召开|主办|开展)$"
)
_HOSTS = re.compile(r"由[^，。；]{2,60}(?:[主承协举]办|组织)(?:，[^，。；]{2,40}?[承协]办)*的$")


def _convened(reading: Reading, event: Event) -> None:
    """市政协召开…会, …活动由…主办: the body right before the verb that comes before the event's name."""
    text = reading.text
    sentence = reading.sentence(event.start)
    lead = text[sentence.start : event.start]
    calls = list(_CALL.finditer(lead))
    if calls and len(lead) - calls[-1].end() <= 14 and "，" not in lead[calls[-1].end() :]:
        verb = sentence.start + calls[-1].start()
        for subject in _subjects(reading, sentence.start, verb, _BODY) or _opening(reading, sentence.start, verb):
            reading.fact("CONVENED", subject.entity, event.entity, (subject.start, event.end), "convened", 0.85)
    if _NOTICE_CALLS.search(lead) and not reading.has_fact("CONVENED", target=event.entity):
        for body in issuers(reading):
            reading.fact("CONVENED", body, event.entity, (sentence.start, event.end), "convened-notice", 0.8)
    organised = _ORGANISED.search(lead)
    if organised:
        for subject in _subjects(reading, sentence.start, sentence.start + organised.start(), _BODY):
            reading.fact("CONVENED", subject.entity, event.entity, (subject.start, event.end), "convened-of", 0.8)
    hosts = _HOSTS.search(lead)
    if hosts:
        for mention in reading.names(sentence.start + hosts.start(), event.start, "Agency", "Company", "Organization"):
            reading.fact("CONVENED", mention.entity, event.entity, (mention.start, event.end), "convened-hosts", 0.8)
    term = _TERM.match(text, event.start)  # 十三届|县委第32次常委会会议
    named = reading.name_at(term.end() if term else event.start) if event.entity.label == "Meeting" else None
    whose = named is not None and named.label == "Agency" and named.start <= event.start + 5 and named.end <= event.end
    if named is not None and whose and not reading.has_fact("CONVENED", target=event.entity):
        # 县政府常务会议: the meeting's name begins with whose meeting it is
        reading.fact("CONVENED", named.entity, event.entity, (named.start, event.end), "convened-name", 0.75)
    by = re.compile(r"由(?P<who>[^，。；]{2,60}?)(?:联合|共同)?(?:主办|举办|承办|组织|召开)").search(
        text, event.start, sentence.end
    )
    if by:
        for mention in reading.names(by.start("who"), by.end("who"), "Agency", "Company", "Organization"):
            reading.fact("CONVENED", mention.entity, event.entity, by.span(), "convened-by", 0.8)


_TERM = re.compile(r"第?[一二三四五六七八九十]{1,3}届(?=[省市县区州]委)")
_THIS_EVENT = re.compile(
    r"(?:此次|本次|本届|该|这次)?(?P<what>大会|活动|会议|论坛|大赛|比赛|展览|仪式|晚会|培训班?|文化节|旅游节|艺术节)由"
    r"(?P<who>[^。；]{2,140}?)(?:联合|共同)?(?:主办|举办|组织)(?P<more>，(?:由)?[^。；]{2,80}?[承协]办)?"
)


def _hosted(reading: Reading) -> None:
    """此次大会由甲、乙主办，丙承办: who called the event that the sentence before told of."""
    for m in _THIS_EVENT.finditer(reading.text, reading.body_start):
        if re.match(r"[\u4e00-\u9fff”]", reading.text[m.start() - 1 : m.start()]):
            continue
        label = ("Meeting",) if m["what"] in ("大会", "会议", "论坛") else ()
        event = events_of(reading).held_before(m.start(), *label, ahead=False)
        for body in reading.names(*m.span(), "Agency", "Company", "Organization") if event is not None else ():
            if event is not None:
                reading.fact("CONVENED", body.entity, event, m.span(), "convened-hosted", 0.8)


_OPENS = re.compile(
    r"(?:[\u4e00-\u9fff]{0,8}讯 ?)?(?:（[^（）]*）)?(?:[\d年月日至—\-]+|上午|下午|近日|日前|近期|今天|昨天|昨日|连日来|为[^，。；]{4,40}|，)*"
)
_MANNER = re.compile(
    r"(?:就|针对|结合|围绕|立足|聚焦|紧扣|坚持|依托|按照|根据|积极|认真|以)[^，。；]{2,50}，[^，。；“]{0,6}"
)


def _opening(reading: Reading, start: int, verb: int) -> list[Mention]:
    """近日，某县某镇|结合…工作，扎实开展…: the body that opens the sentence, with the manner before the verb."""
    at = start + len(reading.text[start:verb]) - len(reading.text[start:verb].lstrip())
    opens = _OPENS.match(reading.text, at, verb)
    at = opens.end() if opens is not None else at
    last: Mention | None = None
    while (mention := reading.name_at(at)) is not None and mention.start == at and mention.label in _BODY:
        last, at = mention, mention.end
    return [last] if last is not None and _MANNER.fullmatch(reading.text, at, verb) else []


_IN_PLACE = re.compile(r"(?<=[\u4e00-\u9fff，）\d日])在(?![建线])[^，。；、“]{2,24}\Z")


def _subjects(reading: Reading, low: int, verb: int, labels: tuple[str, ...]) -> list[Mention]:
    """Return the names joined by 、和 that end the subject before a verb; dates and adverbs may stand between."""
    text = reading.text
    where = _IN_PLACE.search(text, low, verb)
    verb = where.start() if where is not None else verb
    between = re.compile(
        r"(?:（[^（）]{0,200}）|[民干]警|工作人员|志愿者|医护人员|(?:走进|深入|来到)[\u4e00-\u9fff]{2,12}|(?:[\d年月至—\-]|日(?!前))++|上午|下午|晚上?|今天|昨天|昨日|近日|日前|当天|在[\u4e00-\u9fff“”A-Za-z0-9]{2,16}|于|联合|共同|分别|隆重|专题|组织|正式|(?:、[\u4e00-\u9fff]{2,8}){0,20}等|单位|多家|\d{1,20}家|机构|六部委|部门|有关|党组|班子|先后|再次|依次|首次|继续|持续|紧急|及时|迅速|连夜|深入|全面|主要|负责|同志|，){0,12}"
    )
    mentions = list(reading.names(low, verb))
    out: list[Mention] = []
    edge = verb
    for mention in reversed(mentions):
        gap = text[mention.end : edge]
        if out and not gap:  # 市委统战部|机关党支部
            edge = mention.start
            continue
        if not (
            between.fullmatch(gap)
            if not out
            else re.fullmatch(r"[、和与及]|以及|[、和与及][\u4e00-\u9fff]{0,3}|联合|会同", gap)
        ):
            if not out and mention.label == "Place" and re.fullmatch(r"[\u4e00-\u9fff]{0,2}", gap):
                continue
            break
        if mention.label not in labels:
            if mention.label == "Person" and not out:
                break
            break
        start = reading.chain_start(mention) if mention.label == "Place" else mention.start
        if text[max(low, start - 1) : start] in ("在", "于", "到"):
            edge = start - 1
            continue
        out.append(mention)
        edge = mention.start
    return out


def _held_in(reading: Reading, event: Event) -> None:
    """在…召开: the places named there; a body only when no place is."""
    text = reading.text
    sentence = reading.sentence(event.start)
    for m in _held_at(reading, sentence):
        if abs(m.start() - event.end) > 40 and abs(event.start - m.end()) > 40:
            continue
        places = list(reading.names(m.start("place"), m.end("place"), "Place"))
        if m["place"].startswith(("京", "沪")) and len(m["place"]) == 1:
            city = reading.entity("Place", {"京": "北京", "沪": "上海"}[m["place"]])
            reading.alias(city, m["place"])
            reading.mention(city, m.start("place"), m.end("place"), "place-abbreviation", 0.9)
            reading.fact("HELD_IN", event.entity, city, m.span(), "held-at", 0.9)
            continue
        for place in places:
            reading.fact("HELD_IN", event.entity, place.entity, m.span(), "held-at", 0.85)
        venue = _VENUE.search(m["place"])
        begin = m.start("place") + venue.start("name") if venue else 0
        if places and begin < places[-1].end:  # 甲市|某某大酒店
            begin = places[-1].end
        end = m.start("place") + venue.end("name") if venue else 0
        if venue and end - begin > 3 and reading.free(begin, end):
            entity = reading.entity("Place", text[begin:end], level="other", scope=home_path(reading))
            reading.claim(entity, begin, end, "place-venue", 0.75)
            reading.fact("HELD_IN", event.entity, entity, m.span(), "held-at-venue", 0.75)
        elif not places:
            for body in reading.names(m.start("place"), m.end("place"), "Organization", "Company", "Project", "Agency"):
                if body.label == "Agency" and not _SEAT.match(reading.text, body.end, m.end("place")):
                    continue
                reading.fact("HELD_IN", event.entity, body.entity, m.span(), "held-at-body", 0.75)


def _held_at(reading: Reading, sentence: Span) -> Iterator[re.Match[str]]:
    """Yield the words for where something is held; 正在 is none unless a name ends in 正: 韩正|在甲市."""
    at = sentence.start
    while (m := _HELD_AT.search(reading.text, at, sentence.end)) is not None:
        at = m.end()
        if reading.text[m.start() - 1 : m.start()] == "正":
            before = reading.name_at(m.start() - 1)
            if before is None or before.label != "Person":
                at = m.start() + 1
                continue
        yield m


_SEAT = re.compile(rf"(?:机关)?[{HAN}\d]{{0,6}}(?:会议室|会议厅|礼堂|组织)?\Z")
"""What may stand between a body whose rooms a meeting is held in and the verb of holding."""


# -- people at the event


def _clauses(text: str, sentence: Span) -> Iterator[Span]:
    pattern = _TITLE_CLAUSE if sentence.start == 0 else _CLAUSE
    for m in pattern.finditer(text, sentence.start, sentence.end):
        yield Span(m.start(), m.end())


def _sentence_roles(reading: Reading, sentence: Span) -> None:
    """Read the clauses of a sentence: names gather until a verb says what they did at the event."""
    _invited(reading, sentence)
    _helped(reading, sentence)
    text = reading.text
    gathered: list[Mention] = []
    last: list[Mention] = []
    for clause in _clauses(text, sentence):
        words = _CHAIR_ASIDE.sub("", text[clause.start : clause.end])
        names = [m for m in reading.names(clause.start, clause.end, "Person", *_BODY) if not is_reporter(m.entity)]
        _meanwhile(reading, clause, names)
        _heard(reading, clause)
        _guests(reading, clause)
        verb = _first(words, (_CHAIR, _ATTEND, _SPEAK))
        stop = clause.start + verb.start() if verb else clause.end
        subjects = [m for m in names if m.end <= stop and _is_subject(reading, m, clause.start, stop)]
        who = next((m for m in subjects if m.label == "Person"), None)
        if who is not None and _ABOUT.match(text, who.end):  # 某某|就市委报告提出意见
            subjects = [m for m in subjects if m.start <= who.start]
        if _BY_INVITATION.fullmatch(words):
            continue
        if verb is not None and verb.re is _SPEAK and not subjects and _quoting(text, sentence, clause):
            continue  # 甲指出，|某次大会就…作出部署
        if verb is None and not names and gathered and _GROUPS.fullmatch(words):
            continue  # 副市长某某，|有关部门负责同志，|某公司经理某某参加
        if verb is None:
            gathered = gathered + subjects if names and _only_names(reading, clause, names) else []
            persons = [m for m in subjects if m.label == "Person"]
            if persons and persons[0].start - clause.start <= 40:
                last = persons[:1]
            continue
        actors = _actors(gathered + subjects or ([] if _OTHERS.search(text, clause.start, stop) else last))
        lead = [] if _WITH.match(words) is None else gathered or last
        if lead:  # 甲访问俄罗斯，|同俄罗斯副总理乙共同主持…
            actors = _actors([*lead, *subjects])
        if words.startswith(("通过", "将", "要")) or (verb[0] == "通报" and not subjects):
            continue
        if _AGENDA.match(words) and not subjects:
            continue  # 某某主持召开会议，|安排部署某项工作: what it was called for
        if _TEAMED.search(text, sentence.start, clause.start) and "参加" in words:
            continue  # 成立调查组，由…牵头，…参加
        event = _event_for(reading, clause, verb.group())
        if event is not None and _ABOVE.search(words):
            above = [e for e in events_of(reading).found if e.held and e.start < clause.start]
            for attended in above:
                for actor in (a for a in actors if a.label == "Person"):
                    _role(reading, "ATTENDED", actor, attended.entity, (actor.start, clause.end))
        if event is not None and not _NOT_ROLE.search(words) and not _HEARD.search(words):
            for kind in _kinds(_OF_GUESTS.sub("", words)):
                for actor in actors:
                    if actor.label == "Person" or _acts(text, actor, stop, kind):
                        for one in (event, *_held_with(reading, clause)):
                            _role(reading, kind, actor, one, (min(actor.start, clause.start), clause.end))
        if actors:
            last = lead or actors
        gathered = []


_QUOTES = re.compile(r"(?:指出|表示|认为|强调)[，：]")


def _quoting(text: str, sentence: Span, clause: Span) -> bool:
    """Tell whether the words of a clause are what somebody named before it in the sentence says."""
    return _QUOTES.search(text, sentence.start, clause.start) is not None


_ABOVE = re.compile(r"(?:参加|出席)了?上述活动")
_BY_INVITATION = re.compile(r"应[^，。；]{2,50}邀请")
_AGENDA = re.compile(r"(?:研究|讨论|传达)?(?:安排|动员)部署[^，。；]{2,}")
_WITH = re.compile(r"[同与和][^，。；]{2,40}?共同")


_REPORTED = re.compile(r"听取了?(?P<who>[^，。；]{2,40}?)(?:所?作的?|关于)[^，。；]{0,90}?(?:报告|汇报|说明|通报|介绍)")


def _heard(reading: Reading, clause: Span) -> None:
    """会议听取了某委员会主任甲作的关于…的报告: who reported, at the meeting that listened."""
    m = _REPORTED.search(reading.text, clause.start, clause.end)
    event = events_of(reading).held_before(clause.start, "Meeting") if m is not None else None
    if m is None or event is None:
        return
    for person in reading.names(*m.span("who"), "Person"):
        reading.fact("SPOKE_AT", person.entity, event, (person.start, m.end()), "role-reported", 0.82)


_HELPERS = re.compile(
    r"(?:等(?:\d+|多)?[家个]?(?:有关|相关)?(?:单位|部门|机构|医院|学校|企业)?)?的?(?:志愿者|医护人员|医务人员|工作人员|专家|医生|民警|干警|党员|青年)们?"
)
_ON_THE_SPOT = re.compile(r"\s*(?:在?(?:活动|义诊|宣传|启动仪式)?现场|活动中|活动当天|当天)")


def _helped(reading: Reading, sentence: Span) -> None:
    """活动现场，县红十字会、县中医院等单位的志愿者为…: the bodies whose people do the work of an activity."""
    if _ON_THE_SPOT.match(reading.text, sentence.start) is None:
        return
    event = events_of(reading).held_before(sentence.start, "Activity", ahead=False)
    for body in reversed(list(reading.names(sentence.start, sentence.end, "Agency", "Company", "Organization"))):
        joined = reading.text.startswith(("、", "和"), body.end) and any(
            fact.rule == "role-helped" and fact.start == body.end + 1 for fact in reading.facts
        )
        if event is not None and (joined or _HELPERS.match(reading.text, body.end)):
            reading.fact("ATTENDED", body.entity, event, (body.start, body.end), "role-helped", 0.75)


_MEANWHILE = re.compile(r"(?:出席|参加)[^，。；]{3,30}?期间")


_GUEST_OF = re.compile(r"(?:来华|来京)?(?:出席|参加)(?P<event>[^，。；的]{3,30})的(?P<who>[^，。；的]{2,30})")


def _guests(reading: Reading, clause: Span) -> None:
    """会见来华出席某论坛的某国总理甲: the guest attends what he came for."""
    for m in _GUEST_OF.finditer(reading.text, clause.start, clause.end):
        event = next((e for e in events_of(reading).found if m.start("event") <= e.start < m.end("event")), None)
        person = next(reading.names(*m.span("who"), "Person"), None) if event is not None else None
        if event is not None and person is not None:
            reading.fact("ATTENDED", person.entity, event.entity, m.span(), "role-guest", 0.82)


_INVITED = re.compile(r"(?:来华)?(?:出席|参加)(?P<event>[^，。；：]{2,30})的[^，。；：]{2,12}(?:有|包括)：")


def _invited(reading: Reading, sentence: Span) -> None:
    """来华出席开幕式的外国领导人有：甲、乙: all of the list attend."""
    m = _INVITED.search(reading.text, sentence.start, sentence.end)
    events = events_of(reading).found if m is not None else []
    if m is None or not events:
        return
    named = [e for e in events if m.start("event") <= e.start < m.end("event")]
    short = [e for e in events if e.entity.name.endswith(m["event"])]
    event = next(iter(named or short), None)
    for person in reading.names(m.end(), sentence.end, "Person") if event is not None else ():
        if event is not None:
            reading.fact("ATTENDED", person.entity, event.entity, (m.start(), person.end), "role-invited", 0.82)


def _meanwhile(reading: Reading, clause: Span, names: list[Mention]) -> None:
    """甲在某地出席某峰会期间会见…: the event that is going on there, beside the one of the clause."""
    m = _MEANWHILE.search(reading.text, clause.start, clause.end)
    going_on = [e for e in events_of(reading).found if m and m.start() < e.start < m.end() and not e.held]
    if m is None or not going_on:
        return
    event = going_on[0]
    _held_in(reading, event)
    for person in names:
        if person.label == "Person" and person.end <= m.start():
            reading.fact("ATTENDED", person.entity, event.entity, (person.start, m.end()), "role-meanwhile", 0.82)


def _held_with(reading: Reading, clause: Span) -> list[Entity]:
    """Return the events that were held together with the first of the clause, or with the one that 会议 in it means."""
    low = 0 if _THE_MEETING.search(reading.text, clause.start, clause.end) else clause.start
    return [e.entity for e in events_of(reading).found if e.joined and low <= e.start < clause.end]


# 各单位负责人|参加会议: a subject that has no name
_OTHERS = re.compile(r"各|单位|负责人|负责同志|人员|代表|干部|领导|成员|部门|职工|群众|企业|科室|委员|[股处科]长")


def _acts(text: str, actor: Mention, stop: int, kind: str) -> bool:
    """A body or place acts only where nothing but a list or 分别就… stands between it and the verb."""
    if actor.end > stop:
        return True
    gap = text[actor.end : stop]
    if text[actor.start : actor.start + 1] in "全我该本" and actor.label == "Place":
        return False
    if re.search(
        r"传达|学习|贯彻|听取|了(?!解)|的(?!工作|情况|负责|主要负责|有关负责|代表|同志)|[是把被]|^(?:当选|候任|过渡)?(?:总统|总理|首相|国王|外长)|书记|主任|长(?:[，、]|$)",
        re.sub(r"“[^”]{0,200}”", "", gap),
    ):
        return False
    return kind != "SPOKE_AT" or not re.search(r"(?<!主)要|应|对全|将", gap)


def _first(words: str, patterns: tuple[re.Pattern[str], ...]) -> re.Match[str] | None:
    found = [m for m in (p.search(words) for p in patterns) if m]
    return min(found, key=lambda m: m.start()) if found else None


# 某大学|教授某某同志作了讲解, 某银行|行长某某参加: one of its people, whoever that is
_ONE_OF_ITS = re.compile(
    r"(?:[\u4e00-\u9fff]{0,6}学院)?(?:副?教授|副?研究员|院士|专家|学者|博士|(?:常务)?副?(?:行长|总裁|董事长|总经理|会长|理事长|总干事|秘书长|院长|校长|社长|台长|队长))"
)
_WHERE_TO = re.compile(r"(?:[在到于对向赴为抵]|深入|走进|前往|莅临|访问|抵达|到访|结合|对照|按照|根据|听取)$")


def _is_subject(reading: Reading, mention: Mention, low: int, stop: int) -> bool:
    """A body is no actor of its own where it only says whose post a person holds, or where 在 stands before it."""
    text = reading.text
    if mention.label == "Person":
        if text.startswith("委托", mention.end) and "受" in text[low : mention.start]:
            return False  # 受县委书记某某委托
        if _OF_SPEECH.match(text, mention.end):
            return False  # 习近平总书记在…的重要讲话，…: what the speech did
        if re.search(r"传达|学习了?|贯彻|落实|按照|根据|会见|看望|慰问|宣读", text[low : mention.start]):
            return False
        return not re.search(
            r"(?:围绕|贯彻|学习|坚持|以|把|由于|受)$", text[max(low, mention.start - 2) : mention.start]
        )
    after = text[mention.end : stop]
    if "代表" in text[low : mention.start]:
        return False  # 代表集团和县政府致辞
    if _MEMBERS.match(after) or _TEAM_OF.match(after) or _ONE_OF_ITS.match(after):
        return False
    persons = list(reading.names(mention.end, stop, "Person"))
    if persons and persons[0].start - mention.end <= 16 and after[:1] not in "、和与":
        return False
    if persons and re.match(r"[\u4e00-\u9fff]{0,6}(?:书记|主任|局长|市长|县长|委员|主席|常委|部长)", after):
        return False
    start = reading.chain_start(mention) if mention.label == "Place" else mention.start  # 在|甲省|乙市
    if text.endswith("首都", low, start) and (state := reading.name_ending_at(start - 2, "Place")):
        start = state.start  # 飞抵|某国|首都|某市
    return not _WHERE_TO.search(text, max(low, start - 2), start)


def _only_names(reading: Reading, clause: Span, names: list[Mention]) -> bool:
    """A clause that holds nothing but posts and names is part of a list: 省商务厅巡视员王国龙，市长…"""
    rest = reading.text[clause.start : clause.end]
    for m in reversed(names):
        rest = rest[: m.start - clause.start] + rest[m.end - clause.start :]
    return not re.search(
        r"[了是在有对向把将要为]|宣布|邀请|举行|召开|举办|启动|开展|会议|强调|指出|来到|深入", rest
    ) and len(rest) <= 40 + 6 * max(0, sum(m.label == "Person" for m in names) - 3)


def _actors(mentions: list[Mention]) -> list[Mention]:
    return list({id(m.entity): m for m in mentions}.values())


def _kinds(words: str) -> list[str]:
    kinds = []
    if _CHAIR.search(words):
        kinds.append("CHAIRED")
    if _ATTEND.search(words):
        kinds.append("ATTENDED")
    if _SPEAK.search(words):
        kinds.append("SPOKE_AT")
    return kinds


_THE_MEETING = re.compile(r"(?:出席|参加|列席)了?(?:上述)?会议$")
_GOES_TO = re.compile(r"(?<!来华)(?:出席|参加)|(?<!在)共同主持")


_FIRST_PERSON = re.compile(r"我(?![国省市县区州旗镇乡村军党院校行司们])")


def _event_for(reading: Reading, clause: Span, verb: str) -> Entity | None:
    """The event named in the clause, else the one that was spoken of last."""
    events = events_of(reading)
    if _IN_TALK.search(reading.text, clause.start, clause.end):
        talks = [e.entity for e in events.found if e.start < clause.start and _TALK.search(e.entity.name)]
        return talks[-1] if talks else None
    inside = [e for e in events.found if clause.start <= e.start < clause.end and e.held]
    if inside:
        return max((e for e in inside if e.start == inside[0].start), key=lambda e: e.end).entity
    cited = [e for e in events.found if clause.start <= e.start < clause.end]
    if cited and _FIRST_PERSON.search(reading.text, max(0, clause.start - 16), cited[0].start):
        cited = []  # 甲表示，我很荣幸…并出席某峰会
    if cited and _GOES_TO.search(_OF_GUESTS.sub("", reading.text[clause.start : cited[0].start])):
        for event in cited:
            event.held = True
            if "date" not in event.entity.properties:
                date_event(reading, event.entity, event.start, event.end)
            _convened(reading, event)
            _held_in(reading, event)
        return cited[0].entity
    if (
        verb.startswith(("陪同", "一同", "一起", "共同", "随同", "参加"))
        and _ACCOMPANY.search(reading.text, clause.start, clause.end)
        and reading.memory.get("trip")
    ):
        trip: Entity = reading.memory["trip"]
        return trip
    if _IN_ACTIVITY.search(reading.text, clause.start, clause.end):
        activities = [
            e.entity for e in events.found if e.held and e.start < clause.start and e.entity.label == "Activity"
        ]
        if activities:
            return activities[-1]
    ahead = not verb.startswith(("参加", "出席", "列席")) or bool(
        _ABOUT_EVENT.search(reading.text, clause.start, clause.end)
    )
    if verb.startswith(("出席", "参加", "列席")) and _THE_MEETING.search(reading.text, clause.start, clause.end):
        meeting = events.held_before(clause.end, "Meeting", ahead=False)
        if meeting is not None:
            return meeting
    return events.held_before(clause.end, ahead=ahead)


def _role(reading: Reading, kind: str, actor: Mention, event: Entity, span: tuple[int, int]) -> None:
    if kind == "CHAIRED" and actor.label != "Person":
        return
    trip_leaders = reading.memory.get("trip leaders", [])
    if kind == "SPOKE_AT" and actor.label != "Person" and re.search(r"部署", reading.text[span[0] : span[1]]):
        return
    if kind == "ATTENDED" and event is reading.memory.get("trip") and actor.entity in trip_leaders:
        return
    home = reading.home.division
    if actor.label == "Place" and kind == "ATTENDED" and home is not None and actor.entity.name == home.name:
        return
    if kind == "CHAIRED" or actor.label == "Person" or kind in ("ATTENDED", "SPOKE_AT"):
        reading.fact(kind, actor.entity, event, span, f"role-{kind.lower()}", 0.82)
