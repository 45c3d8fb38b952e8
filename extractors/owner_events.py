"""Which numbers belong to an event: who took part, what was handed out, and what all projects of a ceremony come to."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors.reading import Entity, Mention, Reading
from extractors.subjects import JOINED, Role, Subject, clause_start
from extractors.text import Span

_TAKE_PART = re.compile(
    r"(?:观看(?:直播|比赛|演出)?的?(?:人数|人次|观众|群众)|参加|参与(?!率)|出席|参训|参会|参展|参赛|报名|到场|入场|与会|观众)[^，。；]{0,24}$"
)
_DRAWN = re.compile(r"(?:学员|招聘|应聘|聚集了?|汇聚|吸引|邀请|组织)[^，。；]{0,24}$")
_TAKE_PART_AFTER = re.compile(
    r"[^，。；、]{0,12}(?:参加(?![^，。]{0,4}(?:医保|保险|社保))|参训|参会|参赛|参展|报名|出席|到场|与会|聆听|听讲|听课|旁听|收看|现场观摩|观摩学习|参与(?:了|活动|接力|火炬|其中|本次|此次|比赛|[，。；])|向[^，。]{0,6}发放|参观)"
    r"|[^，。；]{0,20}?等[^，。；、]{2,10}(?:参加|参训|参赛)(?=[，。；])"
    r"|[^，。；]{0,20}(?:发言|发表意见|交流经验)|[^，。；]{0,30}?(?:踊跃|同场|集体)?(?:(?:参赛|参展|参会)(?![者率企品])|参加了?(?:此次|本次|这次)?(?:比赛|活动|培训|演练|角逐|竞赛)(?![^，。；]))"
)
_SO_FAR = re.compile(r"累计|以来|截至|每年|年均|历年")
_HERE = re.compile(
    r"此次|本次|本场|这次|本届|现场|当[天日]|活动|仪式|大会|会上|会议|期间|展会|论坛|培训班|大赛|赛事|来这里"
)
_NO_PART = re.compile(r"(?:参加|参与)[^，。；]{0,8}(?:保险|医保|社保|救援|救灾|抢险|建设|治理|改造|调查|投票)")
_HANDED_OUT = re.compile(
    r"(?:发放|派发|接待|答疑|咨询|提供(?:各类|就业|用工|工作|招聘|求职){0,2}岗位|达成|展出|进场|成交(?!额)|现场)[^，。；]{0,24}$"
)
_SESSION = re.compile(
    r"(?:^|(?<=[。！？”\n]))(?:[^，。；]{2,16}(?:说|指出|表示|介绍)，)?(?:本次|此次|这次)?(?:会议|大会)[^。]{0,200}(?:审议|通过|确定|表决|听取|审定|评审|研究|批准)了?[^，。；]{0,14}$"
)
_PLURAL = re.compile(
    r"(?:(?:这次|此次|本次|集中|同步)[^，。；]{0,16}(?<!最大的)(?<!唯一的)项目|(?:签约|开工|推介|评审)的?[^，。；]{0,6}项目|项目[^，。；\d]{0,8}\d{1,20}[余多]?个|[两三四五六七八九十]{1,3}[个大][^，。；\d]{0,8}项目|\d{1,20}[余多]?[家户]企业[^，。；\d]{0,4}签约|\d{1,20}[余多]?[个大][^，。；\d]{0,16}项目)"
)
_SIGNED = re.compile(r"(?:签约|签订|签下|签署|推介|开工)了?\Z")
# 工业项目占5个，分别是甲项目、乙项目，|总投资…
_ROW_OF = re.compile(r"分别[是为]|包括|包含")
_PLURAL_AFTER = re.compile(r"[大个]?[^，。；\d、]{0,16}(?:项目|工程)(?!代表|组|部|办|队|负责)")
_MONEY_WORDS = re.compile(r"(?:投资|资金|引资|金额|总额|签约额|产值|项目|类|工程)[^，。；\d]{0,12}$")
_PROJECTS = re.compile(r"项目|签约|开工|竣工|投产|奠基|通车|工程|基地")
_SEVERAL = re.compile(r"(?:活动)?(?:已|共|累计|近|超过?|约|逾)*\d+[余多]?[场次期届个]")
_ROUND_UP = re.compile(r"项目|签约|招商|推介|评审|招聘")
_TRADES = re.compile(r"洽谈|对接|博览|交易会|旅游节|文化节|发展大会")
"""Occasions at which projects are signed for, where the same sentence tells of them."""
_SEVERAL_SO_FAR = re.compile(r"(?:以来|累计|已)[^。；\d]{2,20}\d+[余多]?(?:场次?|期|次)，")
_OPENING = re.compile(
    r"\s?(?:由?[^，。；]{2,30}(?:主办|举办|承办|组织|开展)的)?(?:本[届次场](?:大型|系列|专场|现场)?|此次|这[次届]|今年的?|目前|据悉|据介绍|作为|\d+月\d+日|[今昨]天)*“?"
)
_OFFERS = re.compile(
    r"”?(?:上|期间|(?:今天|近日|日前|正式|隆重)*(?:拉开帷幕|开幕|开赛|举行)，(?=[全总赛]|共|吸引|汇聚)|将|共|已|还|预计|计划|今年|累计|为期\d+天|以“[^“”]{2,30}”为主题|，)*(?:共?有|共?设[有置立]?|下设|吸引|汇聚|聚集|产生|举办|涉及|覆盖|展出|参展|参与|参赛|接待|签约|达成|成交"
    r"|展览面积|总面积|全长|全程|总里程|赛程|赛期|规模|包括|安排|邀请|来自|推出|迎来|分为|共计|收到|征集|走访|慰问|出动|排查|发放|组织)"
)
_THIS_ONE = re.compile(
    r"(?:此次|本次|这次|本届|本场)(?:大型|系列|专场|现场)?(?P<name>[\u4e00-\u9fff]{2,10}?(?:活动|行动|仪式|会议|大会|传递|比赛|马拉松)|[\u4e00-\u9fff]{0,8}?(?:运动会|艺术节|文化节|旅游节|[\u4e00-\u9fff]博会|进博会|消博会|博览会|广交会|交易会|洽谈会|世运会|书展|车展|招聘会))"
)
# 据统计，本次活动共发放…
_THE_ACTIVITY = re.compile(
    r"\s*(?:据(?:统计|了解|悉|介绍)，)?(?:"
    r"(?:(?:当天|当日|此次|本次|这次|整个)的?)?(?:活动|义诊|宣传|演练|行动(?=中)|整治(?=中|期间)|检查(?=中|期间))(?:现场|期间|中|当天|当日)?，?(?:[\u4e00-\u9fff]{0,4}?共|一共|总共|累计|吸引|发放)"
    r"|(?:此次|本次|这次)[\u4e00-\u9fff]{0,8}?(?:整治|检查|排查|行动)(?:工作|行动|活动)?，?(?:共计?|一共|累计|出动)"
    r"|(?:现场|当[天日]，?)(?:共计?|一共|总共|累计)"
    r"|[一二三四五六七八九十两\d]{1,3}[家个][\u4e00-\u9fff]{0,4}(?:单位|部门|医院|机构)共)"
)
_FAIR = re.compile(
    r"(?:博览会|[文农绿旅茶林药]博会|展览会|展会|交易会|广交会|进博会|服贸会|消博会|链博会|数博会|书展|车展|洽谈会|展销会|招聘会|运动会|全运会|冬运会|大运会|亚运会|世运会|残特奥会|[赛节])$"
)
_MORE = re.compile(r"[^，。；]{0,6}(?:指出|强调|提出|发布|组委会|执委会|期间|新闻中心|志愿者|主席)|的")
_NEAR = 800
"""How many characters back the ceremony of a total may have been named."""


def takes_part(reading: Reading, start: int, end: int) -> bool:
    """Tell whether the number is of people who take part in something."""
    text = reading.text
    return (
        text[end - 1] in "人名位"
        and bool(_TAKE_PART_AFTER.match(text, end))
        and not _NO_PART.search(text, start, end + 16)
    )


def draws(reading: Reading, start: int, end: int) -> bool:
    """Tell whether the number is of those from all over a place who take part: 来自全县26家企业的代表队参加了比赛."""
    return (
        _FROM_ALL.search(reading.text, max(0, start - 8), start) is not None
        and _TAKE_PART_AFTER.match(reading.text, end) is not None
    )


_FROM_ALL = re.compile(r"来自(?:全|我)[国省市县区镇]\Z")


def held_events(reading: Reading, position: int, floor: int) -> list[Entity]:
    """Return the meetings and activities that take place and are named between floor and position, nearest first."""
    events = reading.memory.get("events")
    found: list[tuple[int, Entity]] = []
    if events is not None:
        found = [(e.start, e.entity) for e in events.found if e.held and floor <= e.start < position]
    else:
        found = [
            (m.start, e) for e in reading.of_label("Activity", "Meeting") for m in e.mentions if m.start < position
        ]
    one = [(at, e) for at, e in found if not any(_SEVERAL.match(reading.text, m.end) for m in e.mentions)]
    return [entity for _, entity in sorted(one, key=lambda item: -item[0])]


def event_owner(
    reading: Reading, sentence: Span, start: int, end: int, floor: int, names: Iterable[Subject]
) -> Entity | None:
    """Return the event whose number it is: of people taking part or things handed out; None when it is no event's."""
    text = reading.text
    low = max(sentence.start, start - 40)
    if _NO_PART.search(text, low, min(len(text), end + 12)):
        return None
    if _SESSION.search(text, sentence.start, start):
        held = held_events(reading, start, floor) or held_events(
            reading, start, 0
        )  # of a long report the one it opens with
        return next((e for e in held if e.label == "Meeting"), None)
    if _THE_ACTIVITY.match(reading.text, sentence.start, start) and not any(
        n.role == Role.HEAD and n.clause >= clause_start(reading, sentence.start, start) for n in names
    ):
        activity = next((e for e in held_events(reading, start, floor) if e.label == "Activity"), None)
        if activity is not None:
            return activity
    campaign = _since(reading, sentence, start, names) or _altogether(reading, sentence, start, names)
    if campaign is not None:
        return campaign
    if _AT_IT.match(text, sentence.start, start):
        return next(iter(held_events(reading, start, floor)), None)
    if _leaflets(reading, sentence, start, end) or _STAFF.match(text, sentence.start, start):
        campaign = next((e for e in held_events(reading, start, floor) if e.label == "Activity"), None)
        if campaign is not None:
            return campaign
    if text[end - 1] in "人名位" and _PRESENT.match(text, sentence.start):
        return next(iter(held_events(reading, start, floor)), None)
    signed = _signed_there(reading, sentence, start, floor) or _just_before(reading, sentence, start, end, names)
    if signed is not None:
        return signed
    headed = headed_by(reading, sentence, start)
    if headed is not None and not any(n.role == Role.HEAD and n.last.start >= headed.end for n in names):
        return headed.entity
    at = next(iter(_at_events(reading, sentence, start)), None)
    if at is not None and not any(n.role == Role.HEAD and n.last.start >= at.end for n in names):
        return at.entity
    words = _TAKE_PART.search(text, low, start)
    if not words:
        words = _DRAWN.search(text, low, start) or _HANDED_OUT.search(text, low, start)
        if words and (_SO_FAR.search(text, sentence.start, start) or not _here(reading, sentence, start)):
            words = None
    posts = text[end - 1] == "个" and _POSTS.match(text, end) and _HERE.search(text, *sentence)
    if not words and not posts and not _TAKE_PART_AFTER.match(text, end):
        return None
    clause = clause_start(reading, sentence.start, start)
    firms = [n for n in names if n.role == Role.HEAD and n.clause >= clause and n.label in ("Company", "Organization")]
    if posts and firms:
        return None  # 某集团、某公司现场拿出37个岗位
    if words and _BROUGHT.search(text, max(low, words.start() - 8), words.start() + 2):
        return None
    if words and _SEVERAL_SO_FAR.search(text, sentence.start, words.start() + 1):
        return None  # 今年以来已举办招聘会25场，参与人数4万多人
    if words and any(n.role == Role.HEAD and n.last.start >= words.start() - 12 for n in names):
        return None
    held = held_events(reading, start, floor)
    if _MEETING_AFTER.match(text, end):
        held = [e for e in held if e.label == "Meeting"] or held
    site = _SITE_OF.search(text, sentence.start, start)
    of_kind = [e for e in held if site is not None and site["kind"] in e.name]  # 招聘现场: at the 招聘会
    event = next(iter(of_kind or held), None)
    return None if event is not None and _in_another_place(reading, event, sentence, names) else event


def _in_another_place(reading: Reading, event: Entity, sentence: Span, names: Iterable[Subject]) -> bool:
    """甲市举办购物节…。乙市|发放消费券，200家商户参与: of another place than the one where the event is told of."""
    heads = [
        n.last.entity for n in names if n.role == Role.HEAD and n.label == "Place" and n.last.entity.seat is not None
    ]
    if not heads or any(sentence.start <= m.start < sentence.end for m in event.mentions):
        return False
    last = max((m.start for m in event.mentions if m.start < sentence.start), default=0)
    there = {m.entity for m in reading.names(*reading.sentence(last), "Place")}
    return bool(there) and heads[0] not in there


# 专项行动|开展以来，查处…: what a campaign came to
_SINCE = re.compile("”?(?:开展|启动|实施|部署)?以来，")


def _since(reading: Reading, sentence: Span, start: int, names: Iterable[Subject]) -> Entity | None:
    """Return the campaign since whose beginning so much was done, where no subject is named behind."""
    if reading.text.find("以来，", sentence.start, start) < 0:
        return None
    for event in reading.of_label("Activity"):
        for m in event.mentions:
            since = _SINCE.match(reading.text, m.end, start) if sentence.start <= m.start < start else None
            if since is not None and not any(n.role == Role.HEAD and n.last.start >= m.end for n in names):
                return event
    return None


_ALTOGETHER = re.compile("(?:活动)?共(?![同享建产青治赢识])")


def _altogether(reading: Reading, sentence: Span, start: int, names: Iterable[Subject]) -> Entity | None:
    """Return the activity that the sentence before opens with, where this one opens with what it came to: 共放流鱼苗48万尾."""
    if (
        not sentence.start
        or _ALTOGETHER.match(reading.text, sentence.start) is None
        or "\n" in reading.text[sentence.start - 1]
    ):
        return None
    if any(n.role == Role.HEAD for n in names):
        return None
    earlier = reading.sentence(sentence.start - 1)
    held = held_events(reading, start, earlier.start)
    opens = (e for e in held for m in e.mentions if m.start == earlier.start and e.label == "Activity")
    return next(opens, None)


# 共160余人|参加会议: not the signing told of since
_MEETING_AFTER = re.compile(
    r"[^，。；]{0,10}(?:参加了?|出席了?|列席了?)(?:此次|本次|这次)?(?:会议|大会|座谈会|推进会|培训|动员会)"
)
# 仪式上还为首批|12名…颁发聘书
_GIVEN_AT = re.compile(
    r"\s*(?:会上|现场|(?:仪式|活动|开幕式|大会)(?:上|现场))，?(?:还|又|也)?(?:为|向|给|对)(?:首批|第一批|全县|全市)?\Z"
)
# 会上，甲公司等9家企业与客商签约，意向采购量|3万吨
_SIGNED_AT = re.compile(
    r"\s*[^，。；]{0,12}?(?:会上|现场|(?:仪式|活动|大会)上)，[^。；]{2,90}?(?:签约|签订|签署|签下|签了)[^。；]{0,24}，[^，。；\d]{0,2}(?:意向|协议|签约|合同|授信|成交|总|采购)(?:采购)?(?:量|额|金额|总额|投资额?)?[^，。；\d]{0,3}(?:\d[^，。；]{0,8}[，、](?:金额|总额|采购额|总投资)[^，。；\d]{0,3})?\Z"
)
# 某县举办集体颁证活动，|16对新人领证; 开展义务植树，共栽种|1100株
_THEN = re.compile(
    r"”?(?:活动|仪式)?，(?:(?:现场|当天)?(?P<all>共计?|一共|现场|当天)?(?:有|吸引|栽[种植]|种植|发放|接待|接诊|收集|征集|清理|排查|检查|走访|慰问|处置|化解|受理|出动|签约)?了?(?:各类|近|约|超|超过)?)(?P<what>[^，。；\d]{0,10})\Z"
)


def _signed_there(reading: Reading, sentence: Span, start: int, floor: int) -> Entity | None:
    """Return the meeting or ceremony at which so many were named or so much was signed for."""
    if not (
        _GIVEN_AT.match(reading.text, sentence.start, start) or _SIGNED_AT.match(reading.text, sentence.start, start)
    ):
        return None
    held = held_events(reading, start, floor)
    return next((e for e in held if e.label == "Meeting" or e.properties.get("kind") == "ceremony"), None)


def _just_before(reading: Reading, sentence: Span, start: int, end: int, names: Iterable[Subject]) -> Entity | None:
    """Return the activity that the clause before ends with, where this one only tells what came of it."""
    clause = clause_start(reading, sentence.start, start)
    if any(n.role == Role.HEAD and n.clause >= clause for n in names):
        return None
    for event in held_events(reading, start, sentence.start):
        ends = [m.end for m in event.mentions if sentence.start <= m.start and m.end <= clause]
        then = _THEN.match(reading.text, max(ends), start) if ends and event.label == "Activity" else None
        if then is not None and (then["all"] or (not then["what"] and reading.text[end - 1] in "名人位对")):
            return event
    return None


# 工作人员免费为居民提供…200余人次: what those who came to the event do there
_STAFF = re.compile(
    r"\s*在?[\u4e00-\u9fff]{0,8}?(?:仪式|活动|大会|演练)(?:上|中|现场)，[^，。；]{0,6}(?:民警|志愿者|人员|专家|医生|干警|党员)"
    r"|\s*(?:(?:活动|义诊|培训|宣传|检查)(?:中|期间|现场|过程中)|现场|期间|当天|在[^，。；]{2,10}现场)?，?(?:工作|医务|医护|执法|检查|宣传)人员|\s*(?:(?:活动|义诊|宣传|检查)(?:中|期间|现场)|现场|期间|当天)，?(?:志愿者|民警|专家|医生|干警|党员)们?"
)
# 会上签约项目16个，签约金额31亿元
_AT_IT = re.compile(
    r"\s*(?:会上|现场|(?:仪式|活动|开幕式|大会|签约)(?:上|现场))，?(?:共|还|又|同时|集中|累计){0,3}(?:签约|签订|签署|签下|达成|发布|推介|成交|展出|表彰|征集|颁发|授牌)"
)
_LEAFLETS = re.compile(
    r"(?:发放|散发|派发|分发|赠送|张贴|悬挂|摆放|展出|展示|制作|解答|接受|接待|受理|收集|收回)了?[^，。；]{0,30}\Z"
)
_LEAFLET = re.compile(
    r"宣传|资料|手册|传单|折页|彩页|单页|明白[纸卡]|倡议书|公开信|横幅|展板|展架|标语|挂图|海报|咨询|问卷|礼品|读本|法律问题"
)


def _leaflets(reading: Reading, sentence: Span, start: int, end: int) -> bool:
    """Tell whether leaflets, banners and questions of one day are counted: the campaign's, whoever hands them out."""
    text = reading.text
    given = _LEAFLETS.search(text, max(sentence.start, start - 34), start)
    if given is None or _SO_FAR.search(text, sentence.start, start):
        return False
    return _LEAFLET.search(text, given.start(), start) is not None or _LEAFLET.match(text, end) is not None


# 带动妇女|参与培训10万人次: what a policy does
_BROUGHT = re.compile(r"(?:带动|帮助|助力|引导)[^，。；]{0,6}参[加与]\Z")
# 当天入场的有8家企业，共提供2000余个|就业岗位
_POSTS = re.compile(r"(?:就业|用工|工作|招聘)?岗位")
# 参加此次培训的有各乡镇领导、…共计150人
_PRESENT = re.compile(r"\s*(?:参加|出席)(?:此次|本次|这次)?[^，。；]{0,8}的有")
_SITE_OF = re.compile("(?P<kind>招聘|签约|义诊|比赛|培训|推介|展览)(?:会|活动|仪式)?现场")


_DEALS = re.compile(r"(?:又有|共有|还有|有)?[^，。；]{0,16}(?:签约|签订|授信|签下|表彰|颁发)")


def _at_events(reading: Reading, sentence: Span, stop: int) -> list[Mention]:
    """Return the mentions of events at which something is told in this sentence: 在…龙舟会|上，."""
    events = reading.memory.get("events")
    found = events.found if events is not None else []
    return [
        m
        for e in found
        if e.held and sentence.start <= e.start < stop
        for m in e.entity.mentions
        if m.start == e.start and reading.text.startswith(("上，", "现场，"), m.end)
        if e.entity.label == "Activity" or _DEALS.match(reading.text, m.end + 2)
    ]


def headed_by(reading: Reading, sentence: Span, stop: int) -> Mention | None:
    """Return the event that heads a clause of the sentence before `stop` and is said to have, draw or offer something.

    It need not be told to take place here: 本届展会共吸引…. Of fairs and games whatever is said in such a sentence counts.
    """
    text = reading.text
    this = _THIS_ONE.search(text, sentence.start, stop)
    for event in reading.of_label("Activity", "Meeting"):
        short = (
            [this["name"]]
            if this is not None and event.name.removesuffix("活动").endswith(this["name"].removesuffix("活动"))
            else []
        )
        for form in (*event.forms, *short):
            at = text.find(form, sentence.start, stop)
            if at < 0 or not _OPENING.fullmatch(text, clause_start(reading, sentence.start, at), at):
                continue
            end = at + len(form)
            if _OFFERS.match(text, end) or (_FAIR.search(event.name) and not _MORE.match(text, end)):
                return Mention(at, end, event, "owner: heads", 0.7)
    return None


def _here(reading: Reading, sentence: Span, start: int) -> bool:
    """Tell whether the sentence itself speaks of the event."""
    if _HERE.search(reading.text, *sentence):
        return True
    return any(
        sentence.start <= m.start < start for e in held_events(reading, start, sentence.start) for m in e.mentions
    )


def is_total(reading: Reading, sentence: Span, start: int, end: int) -> bool:
    """Tell whether the number counts or sums up several projects that are not the one named last."""
    text = reading.text
    if text.find("项目", max(sentence.start - 80, 0), end + 20) < 0 and text.find("工程", end, end + 20) < 0:
        return False
    opens = reading.name_at(sentence.start)
    if opens is not None and opens.start == sentence.start and opens.label == "Project" and text[opens.end] == "，":
        return False  # 某县老旧小区改造项目，改造20个项目
    part = max(text.rfind("；", sentence.start, start) + 1, sentence.start)
    named = list(reading.names(part, start, "Project"))
    last = max((m.end for m in named), default=part)
    if len(named) > 1 and text.startswith("，", last) and text[named[-2].end : named[-1].start] in JOINED:
        return _ROW_OF.search(text, part, named[0].start) is not None
    if _PLURAL_AFTER.match(text, end) and text[end - 1] in "个大":
        return True
    if _SIGNED.search(text, max(sentence.start, start - 4), start) and text.find("项目", end, end + 14) > 0:
        return True  # 共签约8个农文旅、工业项目
    if _PLURAL.search(text, last, start):
        return bool(_MONEY_WORDS.search(text, last, start)) or text[end - 1] == "个"
    earlier = _PLURAL.search(text, max(sentence.start - 80, 0), start)
    none_named = last == part
    return bool(
        earlier and none_named and text.startswith("其中", sentence.start) and _MONEY_WORDS.search(text, part, start)
    )


def total_owner(reading: Reading, start: int) -> Entity | None:
    """Return the ceremony, signing or meeting on projects that such a total belongs to."""
    for event in held_events(reading, start, max(0, start - _NEAR)):
        held = event.label == "Activity" and event.properties.get("kind") in ("ceremony", "signing")
        if held and _PROJECTS.search(event.name):
            return event
        if event.label == "Meeting" and _ROUND_UP.search(event.name):
            return event
    here = held_events(reading, start, reading.sentence(start).start)
    return next((event for event in here if _TRADES.search(event.name)), None)
