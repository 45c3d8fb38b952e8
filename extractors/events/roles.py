"""Who called an event, chaired it, attended, spoke, and where it was held."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.events import signed_there
from extractors.events.conveners import convened, hosted
from extractors.events.guests import (
    advised,
    along,
    asked,
    described,
    guests,
    heard,
    helped,
    inquired,
    invited,
    meanwhile,
    performed,
    presided,
)
from extractors.events.meeting import MATTER, date_event, events_of
from extractors.events.openers import BODIES
from extractors.events.told_there import where_present
from extractors.events.venues import held_in
from extractors.events.visits import is_visit, leaders_of, visit_at
from extractors.lexicon import HAN, POSTS, alternatives
from extractors.names.holders import is_reporter
from extractors.reading import Entity, Mention, Reading
from extractors.text import Span

_CLAUSE = re.compile(r"[^，；。！？\n]+")
_TITLE_CLAUSE = re.compile(r"[^，；。！？\n ]+")
_CHAIR = re.compile(r"(?<!在)主持(?!人|下|词|讲话时|之下)")
_SPEAK = re.compile(
    r"畅所欲言|代表(?!大会)[^，。；]{2,40}报告工作$|(?<!重要)讲话(?!精神)|发了?言(?!人)|致[\u4e00-\u9fff]{0,3}[辞词]|(?<!工)作了?题为|进行了?[\u4e00-\u9fff]{0,6}(?:发言|讲话|点评|报告|汇报|(?:项目|情况|政策|招商|产业)(?:介绍|推介)|(?:安排|回顾|动员|通报)(?:和?部署)?|部署|总结|说明|讲评|解读|讲解|辅导)|提出了?[\u4e00-\u9fff]{0,8}(?:要求|意见|建议)(?:\d+条)?(?=[，。；]|$)|(?<![工所])作(?!出的)(?:了)?(?:《[^《》]{2,40}》)?[\u4e00-\u9fff\d“”]{0,10}?(?:报告|讲话|演讲|发言|推介|点评|说明|汇报|通报|部署|动员|总结|讲评|辅导|授课|讲座|研讨|宣讲|新闻发布|领学|表态|分析|分享|经验介绍)|作了?(?=关于[^，。；]{2,80}(?:说明|报告|汇报))|作了(?:现场|积极)?回应(?=[，。；]|$)|(?<=代表)[^，。；]{2,20}表态$|推介了(?=[^，。；]{2})|谈了?[\u4e00-\u9fff]{0,6}(?:体会|感受|打算)$|带来[^，。；]{0,10}(?:讲座|报告|分享)|在(?:总结|点评|小结)(?:中|时)(?:说|表示)|(?:现场|逐[一条]|当场|一一)(?:作了?|予以|进行了?)?(?:回应|答复|表态)(?=[，。；：]|$)|(?:安排|动员)部署|(?:进行|作出)(?:了)?部署|(?<!调研)汇报(?!会)|反馈了?[\u4e00-\u9fff]{0,10}(?:情况|意见)(?=[，。；]|$)|介绍了?(?:有关|相关)?情况|介绍[\u4e00-\u9fff]{0,6}调研(?:情况|成果)(?=[，。；、并]|$)|分别介绍[\u4e00-\u9fff]{0,12}情况(?=[，。；、并]|$)|介绍了|发布了?(?=[^，。；]{2,24}情况(?:[，。；]|$))|通报(?!表扬|批评|会)|授课|讲解|解读了?|点评|讲评(?!会)|(?:总结|回顾)了(?=[^，。；]{2,30}(?:成绩|成果|经验))|"
    r"在(?:会|仪式|活动|[\u4e00-\u9fff]{0,3}(?:座谈会|推介会|开幕式))上(?:分析|提出|介绍|通报|汇报|表示|作|说|谈)"
)
_HEARD = re.compile(r"听取")
_ATTEND = re.compile(
    r"(?<!来华)(?:出席|参加)(?!过|[^，。；]{0,4}(?:战争|战役|革命|抗战|抗美援朝|红军|部队|高考|工作(?:以来)?，))|列席(?!人员名单|代表)|[同与][^，。；]{2,12}?(?:进行了?)?协商交流(?=[，。；]|$)|(?:参|与)会(?=[，。；]|$)|参与了?(?=调研|协商|交流|讨论|座谈|视察|检查|考察|督导|活动|慰问|走访)|一同前往|陪同(?!人员)|随同|(?:会见|会谈|座谈)时在座|会聚一堂|欢聚一堂|齐聚一堂|见证|(?:一同|一起|共同|随同|参加)(?:视察|调研|检查|考察|督导|督办|督查|参观|慰问|走访|看望)|宣布[^，。]{0,30}(?:开工|动工|启动|开幕|开采|开镰|开捕|开园|开馆|开赛|开跑|开市|开渔|开犁|开业|通车|投产|奠基)|观看(?:了)?(?:演出|表演|节目|比赛|展演|展览|汇演|文艺|晚会)|观摩了?(?:比赛|决赛|演出|展演|汇演|演练|展示)|把[^，。；]{2,12}(?:搬到|设在|开到)了?[^，。；]{0,4}现场|在主席台[^，。；]{0,4}就座|代表(?:双方|三方|四方|各方|[两三]地)(?:现场)?(?:签约|签署|签订)|共同(?:揭牌|启动|推杆|揭幕|剪彩|按下|点亮|触摸|浇筑|培土)|^[同与和][^，。；]{0,30}(?:群众|干部|职工|志愿者|官兵|代表|师生|学生|人员|党员|青年|队员|同志|人)(?:一道|一起)$|来到(?:活动|会议|仪式)现场|[到莅](?:会|场|临现场)(?=指导|祝贺|并|听取|致|讲话|发言|宣布|见证|通报|作|看望|宣读)|到(?:活动|义诊|仪式|比赛)?现场(?=看望|慰问|指导|参观|巡视|察看|观摩)|(?:随行|同行|随团[\u4e00-\u9fff]{0,4})$|[到莅]会$|到会应询|(?<!未)(?<!人)到场(?=$|时|叮嘱|察看|听取)|派(?:员|人)(?:到场|到会|列席)|在[^，。；]{0,8}(?:协议书?|合同|备忘录)上签(?:字|名)|(?<=[\u4e00-\u9fff]{2})颁奖$|悉数到场$|代表[^，。；]{2,40}签(?:字|约|订[^，。；]{0,12}协议|署[^，。；]{0,12}协议)$|参演(?=[，。；]|$)|(?:现场|共同|一同)?观摩$|围坐(?=[一在])|收听收看|聆听了?(?=[^，。；]{0,8}(?:讲座|宣讲|报告|授课|课))|为[^，。；]{1,24}?(?:揭牌|揭幕|授牌|颁奖|授旗|剪彩)|担任[^，。；]{0,6}(?:评委|裁判长|点评嘉宾)(?=[，。；]|$)|一声令下$|(?:鸣枪|发枪|发令)(?:发令|开赛)?$|(?:共同|一同|现场|一起)?(?:按下|推动|启动)[^，。；]{0,8}(?:按钮|推杆|启动球|启动键|闸门|拉杆)|参展$|应邀(?:而来|前来|到场)$|(?:亲临|莅临)(?:现场|会场|活动)$|到会祝贺$|出庭(?=支持|应诉|履职|$)|旁听了?(?:庭审)?$"
)
_MEMBERS = re.compile(r"委员|代表(?!$)|常委|干部|职工|党员|成员|会议(?:列席)?代表")
_TEAM_OF = re.compile(
    r"[\u4e00-\u9fff“”·\d]{2,40}?(?:调查组|工作组|督导组|督察组|巡视组|巡察组|领导小组|专班|指挥部)"
    r"|[\u4e00-\u9fff]{0,6}?(?:考察团|考察组|参观团|观摩团|学习团)"
)
_ACCOMPANY = re.compile(
    r"陪同|一同前往|(?:随行|同行)$|(?:一同|一起|共同|随同|参加)(?:[\u4e00-\u9fff]{0,6}?)(?:视察|调研|检查|考察|督导|督办|督查|参观|慰问|走访|看望)"
)
_TEAMED = re.compile(r"(?:成立|组成|组建)[^。]{0,60}?(?:组|专班|指挥部|委员会)(?=[，、])[^。]*$")
_ABOUT_EVENT = re.compile(r"会议|会上|大会|全会|座谈|活动|仪式|论坛|典礼|讲话|致辞|发言|会$")
_OF_SPEECH = re.compile(
    r"(?:(?!发表|作出|作了|作重要|出席|主持|学习|贯彻|围绕|传达|落实)[^，。；]){0,40}?(?:重要(?:讲话|指示|批示|论述|文章|回信)|讲话精神|指示精神|批示精神)"
)
_OF_GUESTS = re.compile(r"(?:会见|会晤|接见|拜会|看望)(?:了)?(?:[^，。]{0,12}的)?(?:来华|前来|应邀)?(?:出席|参加)")
_TALK = re.compile(r"会见|会谈|会晤|拜会|座谈|洽谈")
_IN_TALK = re.compile(
    r"(?:出席|参加)了?(?:上述)?(?:(?:会见|会谈|会晤)|(?P<seminar>座谈|洽谈)(?!会))|(?:会见|会谈|座谈)时在座"
)
_IN_ACTIVITY = re.compile(r"(?:参加|出席)了?(?:本次|此次|上述|有关|相关)?活动$")
_GROUPS = re.compile(
    r"[\u4e00-\u9fff\d、（）]{2,40}(?:负责人|负责同志|单位|部门|人员|干部|代表|领导|成员|同志|专家|站所长|副职|正职|职工|校长|园长|院长|书记|主任|局长|乡镇?长|镇长|个人|集体|企业家|客商|嘉宾|师生)"
    r"|(?:全[省市县区])?各[\u4e00-\u9fff、（）]{0,12}(?:[乡镇县市区村]|街道?|委办局|企业|[乡镇街道]）)"
)
# 省领导甲、乙|参加有关活动: of all that the journey held
_RELATED = re.compile(r"(?:参加|出席)了?(?:有关|相关)活动$")
_ABOUT = re.compile(r"[就对围]")
_CHAIR_ASIDE = re.compile(r"（主持）")
_NOT_ROLE = re.compile(r"每[^，。；]{1,6}通报|通报一次|书面发言|将发言|(?<!自)我[同和与]")


def read(reading: Reading) -> None:
    """Add CONVENED, CHAIRED, ATTENDED, SPOKE_AT and HELD_IN for the events that take place."""
    events = events_of(reading)
    for event in events.found:
        if event.held or event.planned:
            convened(reading, event)
            held_in(reading, event)
    hosted(reading)
    presided(reading)
    for sentence in reading.sentences:
        _sentence_roles(reading, sentence)
    signed_there.read(reading)
    for aside in _CHAIR_ASIDE.finditer(reading.text):  # 副主任某某（主持）出席会议
        chair, where = reading.name_ending_at(aside.start(), "Person"), events.held_before(aside.start())
        if chair is not None and where is not None:
            reading.fact("CHAIRED", chair.entity, where, (chair.start, aside.end()), "role-chaired", 0.8)


def _clauses(text: str, sentence: Span) -> Iterator[Span]:
    pattern = _TITLE_CLAUSE if sentence.start == 0 else _CLAUSE
    for m in pattern.finditer(text, sentence.start, sentence.end):
        yield Span(m.start(), m.end())


def _sentence_roles(reading: Reading, sentence: Span) -> None:
    """Read the clauses of a sentence: names gather until a verb says what they did at the event."""
    invited(reading, sentence)
    asked(reading, sentence)
    helped(reading, sentence)
    inquired(reading, sentence)
    text = reading.text
    gathered: list[Mention] = []
    last = _pronoun(reading, sentence)
    for clause in _clauses(text, sentence):
        words = _CHAIR_ASIDE.sub("", text[clause.start : clause.end])
        names = [m for m in reading.names(clause.start, clause.end, "Person", *BODIES) if not is_reporter(m.entity)]
        meanwhile(reading, clause, names)
        heard(reading, clause)
        guests(reading, clause)
        described(reading, clause)
        along(reading, clause)
        performed(reading, clause)
        advised(reading, clause)
        verb = _first(words, (_CHAIR, _ATTEND, _SPEAK))
        stop = clause.start + verb.start() if verb else clause.end
        subjects = [m for m in names if m.end <= stop and not _in_name(reading, m)]
        subjects = [m for m in subjects if _is_subject(reading, m, clause.start, stop)]
        who = next((m for m in subjects if m.label == "Person"), None)
        if who is not None and _ABOUT.match(text, who.end):  # 某某|就市委报告提出意见
            subjects = [m for m in subjects if m.start <= who.start]
        if _BY_INVITATION.fullmatch(words) or _THERE_WERE.match(words):
            continue
        if verb is not None and verb.re is _SPEAK and not subjects and _quoting(text, sentence, clause):
            continue  # 甲指出，|某次大会就…作出部署
        if verb is None and not names and gathered and _GROUPS.fullmatch(words):
            continue  # 副市长某某，|有关部门负责同志，|某公司经理某某参加
        if verb is None:
            listed = names and _only_names(reading, clause, names) and not _WRITES.search(words)
            gathered = gathered + subjects if listed else []
            persons = [m for m in subjects if m.label == "Person"]
            if persons and persons[0].start - clause.start <= 40 and not _WRITES.search(words):
                last = persons if _THEY_TEACH.match(text, persons[-1].end, clause.end) else persons[:1]
            continue
        actors = _actors(
            gathered + subjects or ([] if _OTHERS.search(_WHAT_WAS_HEARD.sub("", text[clause.start : stop])) else last)
        )
        lead = [] if _WITH.match(words) is None else gathered or last
        if lead:  # 甲访问俄罗斯，|同俄罗斯副总理乙共同主持…
            actors = _actors([*lead, *subjects])
        if words.startswith(("通过", "将", "要", "吸引", "号召", "动员", "引导", "鼓励")) or (
            (verb[0] == "通报" and not subjects) or "会吸引" in words
        ):
            continue
        if _AGENDA.match(words) and not subjects:
            continue  # 某某主持召开会议，|安排部署某项工作: what it was called for
        if _TEAMED.search(text, sentence.start, clause.start) and "参加" in words:
            continue  # 成立调查组，由…牵头，…参加
        event = _event_for(reading, clause, verb.group())
        if _ABOVE.search(words):
            before = [e for e in events_of(reading).found if e.start < clause.start]
            above = [e for e in before if e.held or e.entity.properties.get("kind") == "visit"]
            for attended in above:
                for actor in (a for a in actors if a.label == "Person"):
                    _role(reading, "ATTENDED", actor, attended.entity, (actor.start, clause.end))
        if (
            event is not None
            and not _NOT_ROLE.search(words)
            and (not _HEARD.search(words) or "到会" in words or words.endswith("并讲话"))
        ):
            told = _without(reading, clause, event) if is_visit(reading, event) else words
            for kind in _kinds(_OF_GUESTS.sub("", told)):
                for actor in actors:
                    if actor.label == "Person" or _acts(reading, actor, stop, kind):
                        chaired = _convoked(reading, clause) if kind == "CHAIRED" else None
                        chaired = chaired or (_beside_talk(reading, clause) if kind != "ATTENDED" else None)
                        mine = chaired or event
                        if kind == "SPOKE_AT" and actor.label == "Person":
                            mine = where_present(reading, actor.entity, mine, clause.start, talk=False) or mine
                        for one in (mine, *_held_with(reading, clause)):
                            _role(reading, kind, actor, one, (min(actor.start, clause.start), clause.end))
        if actors:
            last = lead or actors
        gathered = []


def _in_name(reading: Reading, body: Mention) -> bool:
    """第三届|青屏|农机大会开幕，县长甲致辞: tell whether a name only stands in that of an event."""
    events = [e.entity for e in events_of(reading).found if e.start <= body.start and body.end < e.end]
    return body.label != "Person" and any(not is_visit(reading, event) for event in events)


def _without(reading: Reading, clause: Span, event: Entity) -> str:
    """Return the words of a clause that are not the name of an event: 开展|宣讲, of which the visit tells, is no speech."""
    inside = [range(m.start, m.end) for m in event.mentions]
    return "".join(reading.text[at] for at in range(*clause) if not any(at in name for name in inside))


_WRITES = re.compile("[作做]出[^，。；]{0,6}[指批]示|发来[^，。；]{0,4}贺[信电]")
"""What somebody does who is not there: 总理甲作出批示，|就某事作出部署."""
_HE = re.compile(
    r"\s{0,4}(?:(?:[^，。；]{0,12}，)?[他她](?![们的])|(?:调研|考察|检查|视察)(?:期间|中|时)?，?(?:还|并)?(?=主持))"
)


def _pronoun(reading: Reading, sentence: Span) -> list[Mention]:
    """Return the person that 他 opens the sentence with: the leader of the visit, else the only one of the sentence before."""
    he = _HE.match(reading.text, sentence.start, sentence.end)
    if he is None or sentence.start <= reading.body_start or any(reading.names(sentence.start, he.end(), "Person")):
        return []
    before = reading.sentence(sentence.start - 1)
    persons = [m for m in reading.names(before.start, sentence.start, "Person") if not is_reporter(m.entity)]
    leading = [m for m in persons if m.entity in leaders_of(reading)]
    alone = persons if len({m.entity for m in persons}) == 1 else []
    return (leading or alone)[:1]


# 邀请甲、乙等专家，|围绕…授课: all of them do
_THEY_TEACH = re.compile("等?[\u4e00-\u9fff]{0,6}(?:专家|教授|老师|讲师|学者|人员)")
_CONVOKED = re.compile("主持召开了?")


def _convoked(reading: Reading, clause: Span) -> Entity | None:
    """在某市考察并主持召开|某座谈会: the meeting that stands behind the verb, whatever else the clause tells of."""
    called = _CONVOKED.search(reading.text, clause.start, clause.end)
    after = [e for e in events_of(reading).found if called is not None and called.end() <= e.start < clause.end]
    return next((e.entity for e in after if e.held and e.entity.label == "Meeting"), None)


_MEETS_AND = re.compile("(?:参加|出席)了?(?:会见|会谈|会晤)并")


def _beside_talk(reading: Reading, clause: Span) -> Entity | None:
    """会见某会议代表…。甲参加会见并|主持会议: the meeting, not the talk, that somebody chairs or speaks at."""
    met = _MEETS_AND.search(reading.text, clause.start, clause.end)
    found = [e for e in events_of(reading).found if met is not None and e.entity.label == "Meeting"]
    named = next((e.entity for e in found if met is not None and met.end() <= e.start < clause.end), None)
    before = [e.entity for e in found if e.start < clause.start and e.entity.name.endswith("会议")]
    return named or (before[-1] if before else None)


_QUOTES = re.compile(r"(?:指出|表示|认为|强调)[，：]")


def _quoting(text: str, sentence: Span, clause: Span) -> bool:
    """Tell whether the words of a clause are what somebody named before it in the sentence says."""
    return _QUOTES.search(text, sentence.start, clause.start) is not None


_AT_MEETING = re.compile(r"在会(?:议)?上(?=[\u4e00-\u9fff]{0,4}(?:发言|讲话|表态|介绍|汇报|通报|作|交流))")
_ABOVE = re.compile(r"(?:参加|出席)了?上述活动")
# 参加会议的有|各乡镇负责人: whom `invited` reads, nobody told of before
_THERE_WERE = re.compile("(?:参加|出席|列席)[^，。；]{0,8}的还?有")
_BY_INVITATION = re.compile(r"应[^，。；]{2,50}邀请")
_AGENDA = re.compile(r"(?:研究|讨论|传达)?(?:安排|动员)部署[^，。；]{2,}")
_WITH = re.compile(r"[同与和][^，。；]{2,40}?共同")


def _held_with(reading: Reading, clause: Span) -> list[Entity]:
    """Return the events that were held together with the first of the clause, or with the one that 会议 in it means."""
    low = 0 if _THE_MEETING.search(reading.text, clause.start, clause.end) else clause.start
    return [e.entity for e in events_of(reading).found if e.joined and low <= e.start < clause.end]


# 各单位负责人|参加会议: a subject that has no name
_OTHERS = re.compile(
    r"各|单位|负责人|负责同志|人员|代表|干部|领导|成员|部门|职工|群众|企业|科室|委员|[股处科]长|\d[\d余多]{0,5}[名人]"
)


def _acts(reading: Reading, actor: Mention, stop: int, kind: str) -> bool:
    """A body or place acts only where nothing but a list or 分别就… stands between it and the verb."""
    if actor.end > stop:
        return True
    text, end = reading.text, actor.end
    for other in reading.names(actor.end, stop, *BODIES):
        if text[end : other.start] in ("、", "和", "与", "及", "以及"):
            end = other.end  # 县水利局、|县应急管理局分别通报: the names say nothing of what is done
    gap = text[end:stop]
    alone = next(reading.names(actor.end, stop, "Person"), None) is None
    if kind == "ATTENDED" and alone and (_AND_OTHERS.fullmatch(gap) or _ROW_ON.fullmatch(gap)):
        return True
    if text[actor.start : actor.start + 1] in "全我该本" and actor.label == "Place":
        return False
    if re.search(
        r"：|公布|组织\d|传达|学习|贯彻|听取|(?<![做作])了(?!解)|的(?!工作|情况|负责|主要负责|有关负责|代表|同志)|[是把被]|^(?:当选|候任|过渡|前)?(?:总统|总理|首相|国王|外长)|书记|主任|长(?:[，、]|$)",
        re.sub(r"“[^”]{0,200}”", "", gap),
    ):
        return False
    if kind == "SPOKE_AT" and _STAFF.match(gap):
        return False
    if actor.label == "Place" and _THEIR_TRADE.search(gap):
        return False  # 宁波、佛山客商到会
    return kind != "SPOKE_AT" or not re.search(r"(?<!主)要|应|对全|将", gap)


# 某镇、某乡|分管负责人及全县煤矿矿长|参加会议
_AND_OTHERS = re.compile(
    r"(?:等\d{0,4}[余多]?[个家]?(?:单位|部门|乡镇|镇街|企业)?)?的?(?:分管|主要|相关|有关|具体|党政){0,3}(?:负责人|负责同志|领导)(?:[及和、与]|以及)[^，。；]{2,40}"
)
# 县安监局、|某办事处24个村居书记、主任|会聚一堂
_ROW_ON = re.compile(
    r"(?:(?:主要|分管|相关|有关)?(?:领导|负责人|负责同志))?(?:[、和及与](?!还|并|先后|分别)[^，。；、和及与的了是在把被对向将]{2,24}){1,12}"
)
_WHAT_WAS_HEARD = re.compile("听取[^，。；]{2,24}?(?=并)")  # 现场|听取委员意见建议|并讲话
_THEIR_TRADE = re.compile(
    "(?:采购|客|参展|经销|供应)商|游客|嘉宾|选手|[\u4e00-\u9fff]{0,4}(?:机构|社团|各界|人士|同胞|媒体|专家|学者|企业家)"
)
# 县农业农村局|技术人员讲解病虫害防治: who helps there
_STAFF = re.compile("(?:的|等[^，。；]{0,6})?(?:工作人员|技术人员|志愿者|医护人员|医务人员|执法人员|民警|干警|医生)")


def _first(words: str, patterns: tuple[re.Pattern[str], ...]) -> re.Match[str] | None:
    found = [m for m in (p.search(words) for p in patterns) if m]
    return min(found, key=lambda m: m.start()) if found else None


# 某大学|教授某某同志作了讲解, 某银行|行长某某参加: one of its people, whoever that is
_ONE_OF_ITS = re.compile(
    r"(?:[\u4e00-\u9fff]{0,6}学院)?(?:副?教授|副?研究员|院士|专家|学者|博士|(?:技术|首席)?顾问|(?:常务)?副?(?:行长|总裁|董事长|总经理|会长|理事长|总干事|秘书长|院长|校长|社长|台长|队长))"
)
# 县林草局|局长某某作产业推介: whose name was not read
_UNREAD = re.compile(
    rf"(?:(?:党[组委]|{alternatives(POSTS)})[、兼]?){{1,4}}(?!分别|先后|一同|共同|陪同|到会|应邀|随同|列席|先行|等人|们|现场|同志|代表|依次|还|也|和|与|及|以及|各|等|在|就|围绕|当场)[{HAN}]{{2}}"
)
_WHERE_TO = re.compile(r"(?:[在到于对向赴为抵]|来自|深入|走进|前往|莅临|访问|抵达|到访|结合|对照|按照|根据|听取)$")


def _is_subject(reading: Reading, mention: Mention, low: int, stop: int) -> bool:
    """A body is no actor of its own where it only says whose post a person holds, or where 在 stands before it."""
    text = reading.text
    inner = reading.name_at(mention.end) if mention.label == "Place" else None
    if inner is not None and inner.start == mention.end and inner.label == "Place":
        return False  # 甲县|乙乡参加: who stands last in the chain
    if mention.label == "Place" and _ITS_FIRM.match(text, mention.end, stop):
        return False  # 启沣建设|海南|公司代表发言, whose name was not read
    if mention.label == "Place" and _SENT_FROM.match(text, mention.end):
        return False  # 某市|驻某县挂职干部甲参加
    if mention.label == "Place" and _ROOMS.match(text, mention.end):
        return False  # 在北京主会场和|甲省、乙省|分会场
    if text.startswith("委托", mention.end) and "受" in text[low : mention.start]:
        return False  # 受县委书记某某委托, 受县政府委托
    if mention.label == "Person":
        if text.startswith(("家中", "家里"), mention.end):
            return False  # 在某某|家中，副主席甲说…
        if _OF_SPEECH.match(text, mention.end):
            return False  # 习近平总书记在…的重要讲话，…: what the speech did
        if re.search(r"传达|学习了?|贯彻|落实|按照|根据|会见|看望|慰问|宣读", text[low : mention.start]):
            return False
        return not re.search(
            r"(?:围绕|贯彻|学习|坚持|以|把|由于|受)$", text[max(low, mention.start - 2) : mention.start]
        )
    after = text[mention.end : stop]
    if "代表" in text[low : mention.start] or _TOLD_BY.search(text, low, mention.start):
        return False  # 代表集团和县政府致辞
    if text.count("“", low, mention.start) > text.count("”", low, mention.start):
        return False  # 以“一枚红枣的|青屏|实践”为题
    if _ABOUT_IT.match(text[low : mention.start]):
        return False  # 就某局职能分工进行了部署
    if _LEADERS_OF.match(after):
        return False  # 县委、|县政府、县政协领导某某出席
    if _of_circle(reading, mention, stop):
        return False  # 民建、|工商联界委员
    if _MEMBERS.match(after) or _TEAM_OF.match(after) or _ONE_OF_ITS.match(after) or _UNREAD.match(after):
        return False
    persons = list(reading.names(mention.end, stop, "Person"))
    if persons and persons[0].start - mention.end <= 16 and after[:1] not in "、和与":
        return False
    if persons and re.match(r"[\u4e00-\u9fff]{0,6}(?:书记|主任|局长|市长|县长|委员|主席|常委|部长)", after):
        return False
    row = reading.row_to(mention)[0]
    start = reading.chain_start(row) if mention.label == "Place" else row.start  # 在|甲省|乙市, 到|甲镇、乙镇
    if text.endswith("首都", low, start) and (state := reading.name_ending_at(start - 2, "Place")):
        start = state.start  # 飞抵|某国|首都|某市
    return not _WHERE_TO.search(text, max(low, start - 2), start)


_TOLD_BY = re.compile("(?:会议|会上)[^，。；]{0,8}传达(?:学习)?了?[^，。；]{0,4}\\Z")
_ABOUT_IT = re.compile("(?:并|还|同时)?(?:就|围绕|针对)[^，。；]{0,30}\\Z")
_LEADERS_OF = re.compile(
    r"(?:[、和](?:[省市县区州]?(?:委|人大(?:常委会)?|政府|政协|纪委监委|纪委|法院|检察院|人武部)))*(?:主要)?(?:有关|相关)?(?:领导|负责同志|负责人)(?:同志)?(?=[\u4e00-\u9fff]{2,3}[、，出参陪])"
)
_ITS_FIRM = re.compile(
    "[\u4e00-\u9fff]{0,6}?(?:公司|集团|银行|大学|学院|医院|协会|商会|[支分]行|中学|小学|研究院|研究所|合作社)"
)
_CIRCLE = re.compile("界别?的?委员")


def _of_circle(reading: Reading, mention: Mention, stop: int) -> bool:
    """Tell whether a body, or the last of the row that it is in, only says of which circle the members are."""
    end = mention.end
    while reading.text.startswith("、", end) and (after := reading.name_at(end + 1)) is not None and after.end <= stop:
        end = after.end
    return _CIRCLE.match(reading.text, end) is not None


_SENT_FROM = re.compile("(?:派)?驻|籍|援[\u4e00-\u9fff]{1,2}(?:干部|工作|前方)|挂职")
_ROOMS = re.compile(r"(?:[、和与及][\u4e00-\u9fff]{2,8}?){0,8}[主分]会场")
_WHICH = re.compile(
    r"主要(?=领导|负责)|[有相]关(?=领导|负责|司局|处室|方面|部门|单位|人员|同志)|(?:分别)?作为[\u4e00-\u9fff]{0,12}(?=代表)"
)


def _only_names(reading: Reading, clause: Span, names: list[Mention]) -> bool:
    """A clause that holds nothing but posts and names is part of a list: 省商务厅巡视员王国龙，市长…"""
    rest = reading.text[clause.start : clause.end]
    for m in reversed(names):
        rest = rest[: m.start - clause.start] + rest[m.end - clause.start :]
    rest = _WHICH.sub("", rest)
    return not re.search(
        r"[了是在有对向把将要为]|宣布|邀请|冠名|赞助|授牌$|率队|带队|担任[^，。；的]{2,10}$|来我[国省市县区州旗镇]|督[察导查](?!组|员|室|专员)|[主承协]办|签[署订约]|组织(?!部)|看望|慰问(?!金|品|组)|到现场|视察(?!组)|调研(?!员|组)|检查(?!组)|考察(?!组|团)|走访|举行|召开|举办|启动|开展|会议|强调|指出|来到|深入|传达|学习|贯彻|落实|宣读|研究(?!生|院|所|员|室|中心|会)|审议|听取|表示$|认为$|[说称]$",
        rest,
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


_THE_MEETING = re.compile(r"(?:出席|参加|列席)了?(?:上述)?会议(?:$|(?=并))")
_GOES_TO = re.compile(r"(?<!来华)(?:出席|参加)|(?<!在)共同主持|(?<!在)主持(?:召开)?了?$")
_ENDS = re.compile("[，。；\n]|并|$")
_TOLD_THERE = re.compile(r"传达|会议[^，。；]{0,12}学习")
"""Before an event that was attended elsewhere: 会议传达学习了甲出席某论坛时的讲话精神."""
_FIRST_PERSON = re.compile(r"我(?![国省市县区州旗镇乡村军党院校行司们])")


def _event_for(reading: Reading, clause: Span, verb: str) -> Entity | None:
    """The event named in the clause, else the one that was spoken of last."""
    events = events_of(reading)
    if (talk := _IN_TALK.search(reading.text, clause.start, clause.end)) is not None:
        talks = [e.entity for e in events.found if e.start < clause.start and _TALK.search(e.entity.name)]
        if talks or not talk["seminar"]:
            return talks[-1] if talks else None
    upon = _opened_at(reading, clause)
    if upon is not None:
        return upon
    inside = [e for e in events.found if clause.start <= e.start < clause.end and e.held]
    inside = [e for e in inside if not _PREPARED.match(reading.text, e.end)]
    if inside:
        return max((e for e in inside if e.start == inside[0].start), key=lambda e: e.end).entity
    cited = [e for e in events.found if clause.start <= e.start < clause.end]
    cited = [e for e in cited if not _PREPARED.match(reading.text, e.end)]
    if cited and _FIRST_PERSON.search(reading.text, max(0, clause.start - 16), cited[0].start):
        cited = []  # 甲表示，我很荣幸…并出席某峰会
    if cited and MATTER.match(reading.text, cited[0].end):
        return None  # 审议甲出席某论坛|情况的书面报告
    if cited and _TOLD_AS_PLACE.match(reading.text, cited[0].end) and reading.text[cited[0].start - 1] == "在":
        return cited[0].entity  # 乙说，甲在某大会上发表讲话
    goes = _GOES_TO.search(_OF_GUESTS.sub("", reading.text[clause.start : cited[0].start])) if cited else None
    if goes is not None and (not goes[0].startswith("主持") or _ENDS.match(reading.text, cited[0].end)):
        told = _TOLD_THERE.search(reading.text, reading.sentence(clause.start).start, cited[0].start)
        for event in cited if told is None else ():
            event.held = True
            if "date" not in event.entity.properties:
                date_event(reading, event.entity, event.start, event.end)
            convened(reading, event)
            held_in(reading, event)
        return cited[0].entity
    at_meeting = _AT_MEETING.search(reading.text, clause.start, clause.end) is not None
    if at_meeting and (meeting := events.held_before(clause.end, "Meeting", ahead=False)) is not None:
        return meeting
    visit = visit_at(reading, clause.start)
    if (
        visit is not None
        and verb.startswith(("陪同", "一同", "一起", "共同", "随同", "随行", "同行", "参加"))
        and _ACCOMPANY.search(reading.text, clause.start, clause.end)
    ):
        return visit.entity
    if visit is not None and _RELATED.search(reading.text, clause.start, clause.end):
        return visit.entity
    if _IN_ACTIVITY.search(reading.text, clause.start, clause.end):
        activities = [
            e.entity for e in events.found if e.held and e.start < clause.start and e.entity.label == "Activity"
        ]
        if activities:
            return activities[-1]
    ahead = not verb.startswith(("参加", "出席", "列席", "参展", "应邀")) or bool(
        _ABOUT_EVENT.search(reading.text, clause.start, clause.end)
    )
    if verb.startswith(("出席", "参加", "列席")) and _THE_MEETING.search(reading.text, clause.start, clause.end):
        meeting = events.held_before(clause.end, "Meeting", ahead=False)
        if meeting is not None:
            return meeting
    return _of_visit(reading, clause) or events.held_before(clause.end, ahead=ahead)


# 就常委会第八次会议|议程草案、日程安排等作了汇报
_PREPARED = re.compile(
    "的?(?:有关|相关|各项)?(?:议程|日程|议题|筹备|准备|会务)|[\u4e00-\u9fff]{2,8}?代表团(?:全体会议)?(?:审议|讨论)"
)


def _opened_at(reading: Reading, clause: Span) -> Entity | None:
    """委员长会议上，|秘书长甲就另一会议的议程作了汇报: the meeting that the sentence opens with."""
    start = reading.sentence(clause.start).start
    there = (e for e in events_of(reading).found if e.held and start <= e.start <= start + 2 and e.end < clause.start)
    return next((e.entity for e in there if reading.text.startswith("上，", e.end)), None)


_TOLD_AS_PLACE = re.compile("上(?!来|去|的)|期间")
_ONLY_JOINS = re.compile(r"(?:一同|共同)?(?:参加|陪同参加)\Z")


def _of_visit(reading: Reading, clause: Span) -> Entity | None:
    """甲到乙镇调研，并召开座谈会。|丙参加: who only joins, joins the visit and not just the meeting it ended with.

    So does who joins in a line of its own, whatever the lines before told of.
    """
    visit = visit_at(reading, clause.start)
    if visit is None or not _ONLY_JOINS.search(reading.text, clause.start, clause.end):
        return None
    low = reading.sentence(max(reading.sentence(clause.start).start - 1, reading.body_start)).start
    told = {e.entity for e in events_of(reading).found if e.held and low <= e.start < clause.start}
    begins = reading.sentence(clause.start).start
    here = [e.entity for e in events_of(reading).found if e.held and begins <= e.start < clause.start]
    if here and visit.entity not in here and here[-1].label == "Meeting":
        return None  # 11日，甲主持召开座谈会，听取汇报，|丙参加
    own_line = reading.text.startswith("\n", reading.sentence(clause.start).start - 1)
    return visit.entity if visit.entity in told or own_line else None


def _role(reading: Reading, kind: str, actor: Mention, event: Entity, span: tuple[int, int]) -> None:
    visit = is_visit(reading, event) and event.properties.get("kind") != "other"
    if kind == "CHAIRED" and (actor.label != "Person" or visit):
        return
    if kind == "SPOKE_AT" and actor.label != "Person" and re.search(r"部署", reading.text[span[0] : span[1]]):
        return
    if kind == "ATTENDED" and (
        actor.entity in leaders_of(reading, event) or reading.has_fact("LED", actor.entity, event)
    ):
        return
    if kind == "ATTENDED" and actor.label != "Person" and reading.has_fact("CONVENED", actor.entity, event):
        return
    home = reading.home.division
    if actor.label == "Place" and kind == "ATTENDED" and home is not None and actor.entity.name == home.name:
        return
    if kind == "CHAIRED" or actor.label == "Person" or kind in ("ATTENDED", "SPOKE_AT"):
        reading.fact(kind, actor.entity, event, span, f"role-{kind.lower()}", 0.82)
