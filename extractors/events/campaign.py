"""Campaigns, games, numbered expeditions: activities under a name of their own that go on for days."""

from __future__ import annotations

import re

from extractors.dates import find_dates
from extractors.events.meeting import SEVERAL, SEVERAL_AFTER, SEVERAL_AND, Event, events_of
from extractors.events.occasion import CEREMONY, add_event, again, dated, opening_of
from extractors.events.openers import BODIES, PEOPLE, SAYS, openers
from extractors.lexicon import HAN
from extractors.reading import Entity, Reading
from extractors.text import BULLETS

_CHECK = r"(?:专项整治|集中整治|综合整治|排查整治|大检查|大排查|监督检查|安全检查|执法检查|专项检查)"
_ROUTINE = re.compile(r"(?:(?<=项|中|合)整治|大检查|大排查|监督检查|安全检查)$")
"""What goes on all year, too: an event only where the article is about it."""
_CAMPAIGN_BEFORE = re.compile(
    rf"(?:启动|开展|组织开展|联合开展|举办|举行|组织|部署开展|推出(?=了?“))(?:了)?(?!仪式|大会)(?:一[场次][{HAN}、]{{2,16}}?的)?(?P<name>(?:(?:以|主题为)?“[^”\n]{{2,70}}”|(?:[{HAN}\d]{{2,9}}、){{1,3}}(?=(?:(?!的)[{HAN}]){{2,8}}演练))?(?:(?<=[”、])|[^，。；、！？\n]{{2}})[^，。；、！？\n]{{0,38}}?(?:开放日活动|宣传月活动|宣传周活动|宣传日活动|主题活动|服务月活动|专项行动|专项整治行动|整治行动|攻坚行动|{_CHECK}(?=工作|[，。；\n])|专项督察|活动周|活动月|活动日|宣传月|宣传周|体验日|开放日|活动|行动|大赛|比赛|竞赛|演练|联合演习|军事演习|演习|军演|文化节|旅游节|运动会|展览|展))(?=(?<=[整检排][治查])工作|[，。；、！？\n]|(?<=活动)——|启动|并(?=[{HAN}]{{2}})|(?<=活动)和[^，。；]{{2,20}}(?:讲座|培训)|(?<=活动)等[，。]|$)"
)
_CAMPAIGN_AFTER = re.compile(
    rf"(?:^|(?<=[，。；！？\n 】{BULLETS}])|(?<=[办织与]的))(?P<name>(?:[^，。；、！？\n “]|“[^”\n]{{1,40}}”){{1,40}}?(?:活动|行动|(?:文艺|专场|惠民|公益|慰问|戏曲|巡回|新春|下乡|[春夏秋冬]季)(?:演出|汇演|巡演|展演)|专项整治|大赛|宣传月|宣传周|活动周|活动月|科技周|消费季|服务月|演练))(?=(?:今天|昨天|日前|近日|\d{{1,2}}日(?:上午|下午|晚)?)?(?:（[^（）]*）)?(?:正式|全面|同步|成功|顺利|圆满|隆重|如期|，?在[{HAN}·]{{1,36}}?(?:正式|成功|顺利|圆满|隆重|火热|热闹|[{HAN}]{{4}}地)?)?(?:走进(?=[{HAN}]{{2,16}}[，。；\n])[{HAN}]+|启动|开启|拉开帷幕|拉开序幕|举行|举办|开幕|开[场张展]了?|登场|上演)(?:[，。；！\n]|$))"
)


# 近日，某院到某村|开展健康义诊; 某街道|举办“邻里有约”: told under these heads, or in quotes, only where the article opens with it
_OPENED_WITH = re.compile(
    rf"(?:开展|举办|举行|组织)了?(?:一[场次][{HAN}、]{{2,16}}?的)?(?P<name>(?:“[^”\n]{{2,40}}”)?(?:(?!活动|[和及])[{HAN}]){{0,12}}?"
    rf"(?:义诊|宣讲|巡讲|讲座|市集|集市|专场招聘|祭扫|(?<!军事)训练|实训|体检|慰问演出|送教|送医|植树|清扫|路演|沙龙|公开课|公益课堂|研学)|(?:(?<=[办行])|(?<=[办行]了))“[^”\n]{{4,30}}”|(?:第[一二三四五六七八九十\d]{{1,3}}[期场讲])?“[^”\n]{{2,20}}(?:讲堂|讲坛|课堂|夜校|沙龙)”)(?=[，。；])"
)


def read(reading: Reading) -> None:
    """Add the campaigns of the article, each once, whatever forms of its name are printed."""
    _campaigns(reading)
    _joined(reading)
    _shorter(reading)
    _quoted_campaigns(reading)
    _by_the_way(reading)
    _series(reading)


OF_OWNER = re.compile(r"“|第[一二三四五六七八九十\d]+届|[首本]届|庆|\d{4}年")
"""Behind the body whose own event it is."""
_TO_DO = re.compile(r"(?<![需主重])要(?!求|[点素闻])[^，。；]{0,8}\Z")
# 约11853场活动, 多种纪念活动, 灯谜等活动: no one of them
_VAGUE = re.compile(
    r"(?:约|共|近|超过?|逾)?\d+[余多]?[场项]|(?:军事|集会|抗议|示威|游行|搜救|救援|空袭|报复)(?:活动|行动)$|(?:多种|更多|各种|各式|多样|首场大型|形式多样|丰富多彩|多姿多彩)(?!“)|随着|针对|[^“”]{2,12}等活动(?:和|$)"
)
_PLANNED = re.compile(r"(?:将|拟|计划|准备|即将)[^，。]{0,6}$")
_LEAD_IN = re.compile(
    r"^(?:的|(?:以|实施)(?=“)|了?(?:一系列|各类|各种|多项)(?=[^，。]{5})|为期[^，。的]{1,6}的|[^“”—]{2,12}——(?=“)|(?:我|全)[省市县区](?:深入|全面|集中|正式)?(?:开展|启动|举办|举行|组织)?(?=[^，。]{5})"
    # 组织|部分市政协委员开展|集中视察活动
    rf"|[{HAN}、]{{0,24}}?(?:委员|代表)们?(?:集中|分组)?开展了?(?=[^，。]{{5}})"
    # 组织|志愿者在某广场开展|学雷锋志愿服务活动: who is called, and where
    rf"|(?:\d+[余多]?名)?[^，。；、“”]{{0,40}}?(?:{PEOPLE}|书记|主任|负责人|负责同志|[到在赴]|深入|走进|来到|前往)[^，。；“”]{{0,24}}?开展了?(?=[^，。]{{4}})"
    rf"|(?:开展|举办|举行)了?(?=[^，。]{{4}})"
    # 举办了|一场别开生面的|法治宣传活动, 甲局协办的|第二届…大赛
    rf"|了?(?:一[场次](?:[{HAN}]{{2,8}}的)?|别开生面的|首次)(?=[^，。]{{4}})|[^“”，。]{{2,30}}?(?:[主承协举]办|组织|发起)的(?=[^，。]{{4}}))"
)


def _campaigns(reading: Reading) -> None:
    """启动…活动, …行动启动: only campaigns that have a name, and each once."""
    for pattern in (_CAMPAIGN_AFTER, _CAMPAIGN_BEFORE, _OPENED_WITH):
        for m in pattern.finditer(reading.text):
            name = _LEAD_IN.sub("", _whole_quotation(reading.text, m))
            owner = reading.name_at(m.end("name") - len(name))
            if owner is not None and owner.label != "Place" and OF_OWNER.match(reading.text, owner.end):
                name = reading.text[owner.end : m.end("name")]  # 某法院|“法院开放日”活动
            if pattern is _OPENED_WITH and not opens_article(reading, m):
                continue
            if (
                pattern is _CAMPAIGN_BEFORE
                and not name.endswith("演练")
                and (
                    not m[0].startswith(("启动", "举行", "举办", "联合开展", "组织开展", "推出"))
                    or (_ROUTINE.search(name) and not (m[0].startswith("启动") and name.startswith("“")))
                )
                and not (m[0].startswith("部署开展") and name.endswith("整治行动"))
                and not _is_topic(reading, m)
                and not (name.startswith("“") and _titled(reading, name, m.start()))
                and not _of_its_motto(reading, name, m.start())
            ):
                continue
            if re.match(
                r"^(?:系列[\u4e00-\u9fff]{2,4}活动|[^“”]{2,20}等(?:一系列|系列|多项)[\u4e00-\u9fff]{0,6}活动|了?(?:形式多样|多种形式|丰富多彩|多姿多彩|各具特色|精彩纷呈)的?[\u4e00-\u9fff]{0,12}|(?:了|各类|系列|多种|一系列|相关|有关|丰富|主题|专项|宣传|线上|线下|招聘|专场|各项|经常|多场|一场)?(?:活动|行动|大赛|比赛|演练))$",
                name,
            ) or len(name) < _NAMED - (reading.text.count(name) == 1 and opens_article(reading, m)):
                continue
            if (
                name.startswith("好")
                or _VAGUE.match(name)
                or SEVERAL.match(name)
                or SEVERAL_AND.search(name)
                or SEVERAL_AFTER.match(reading.text, m.end("name"))
            ):
                continue
            if _PLANNED.search(reading.text, max(0, m.start() - 8), m.start()):
                continue
            if reading.text.startswith("等", m.end("name")) and not name.startswith("“"):
                continue
            if _TO_DO.search(reading.text, max(0, m.start() - 14), m.start()):
                continue  # 要适时|组织开展集体清扫活动
            if re.search(r"仪式|宣布|出席|参加|祝贺|会议|座谈会|推进会|”[^“”]{0,6}[和与、]“", name) or known_campaign(
                reading, name, m.end("name") - len(name)
            ):
                continue
            titled = _titled(reading, name, m.start()) or _of_body(reading, name, m.start())
            if titled is not None:
                again(reading, titled, name, m.end("name") - len(name), m.end("name"))
                continue
            add_event(reading, name, m.end("name") - len(name), m.end("name"), "other", "activity-campaign", 0.7)


def _titled(reading: Reading, name: str, at: int) -> Entity | None:
    """Return the one event of the title where the first that the body tells of is one of its kind, in other words."""
    found = [event for event in events_of(reading).found if event.entity.label == "Activity" or event.held]
    title = list({event.entity for event in found if event.start < reading.body_start})
    if at < reading.body_start or len(title) != 1 or any(event.start >= reading.body_start for event in found):
        return None
    alike = title[0].label == "Activity" and any(name.endswith(k) and title[0].name.endswith(k) for k in _KINDS)
    return title[0] if alike and not ("“" in name and "“" in title[0].name) else None


def _of_body(reading: Reading, name: str, at: int) -> Entity | None:
    """甲乙联合开展|增殖放流活动 in the title, 2026年甲乙联合增殖放流活动 in the body: return the one that has all its words."""
    if at >= reading.body_start or len(name) < _NAMED:
        return None
    for event in events_of(reading).found:
        rest = iter(event.entity.name)
        alike = event.entity.label == "Activity" and event.entity.name[-_NAMED + 1 :] == name[-_NAMED + 1 :]
        if alike and event.start >= reading.body_start and all(char in rest for char in name):
            return event.entity
    return None


def _whole_quotation(text: str, m: re.Match[str]) -> str:
    """“甲 乙”活动启动: a name that begins behind a space inside a quotation is read from its mark on."""
    begin = text.rfind("“", max(0, m.start("name") - 16), m.start("name"))
    cut = m["name"].count("”") > m["name"].count("“") and "”" not in text[begin : m.start("name")]
    return text[begin : m.end("name")] if cut and begin >= 0 else m["name"]


# 副市长某某参加“…”主题活动, 出席2025年…活动
_PART = re.compile(
    rf"(?:参加|出席|参与)了?(?P<name>(?:[{HAN}]{{0,8}}“[^”\n]{{2,30}}”|\d{{4}}年)[{HAN}]{{0,20}}?活动|[{HAN}]{{2,24}}[\d十百]{{1,4}}周年[{HAN}]{{0,6}}(?:活动|庆典|阅兵式|群众集会(?:暨阅兵式)?))(?=[，。；、\n]|并|$)"
)


# 带领机关干部来到某村|参加义务植树活动
_PART_AT = re.compile(
    rf"(?:来到|赴|前往|深入|走进)(?P<where>[^，。；]{{2,20}}?)，?(?:参加|参与)了?(?P<name>(?!(?:各种|多项|各类|有关|相关|系列))[{HAN}]{{2,12}}活动)(?=[，。；])"
)


# 甲说，今年5月我|出席某事50周年庆典: of another day
_I_DID = re.compile("我(?![国省市县区州旗镇乡村军党院校们])")


def _joined(reading: Reading) -> None:
    """Campaigns that somebody takes part in, where the name is quoted or has its year, or where one came to it on a day."""
    found = list(_PART.finditer(reading.text, reading.body_start))
    for m in _PART_AT.finditer(reading.text, reading.body_start) if reading.home.path else ():
        days = find_dates(reading.text, reading.sentence(m.start()).start, m.start(), reading.date)
        here = any(day.kind in ("day", "interval") for day in days)
        if here and events_of(reading).overlapping(m.start("name"), m.end()) is None:
            found.append(m)
    for m in found:
        start = m.start("name")
        place = next(reading.names(start, start + 8, "Place"), None)
        if place is not None and place.start == start and "周年" not in m["name"]:
            start = place.end
        name = reading.text[start : m.end("name")]
        if not known_campaign(reading, name, start):
            mine = _I_DID.search(reading.text, reading.sentence(start).start, start) is not None
            add_event(reading, name, start, m.end("name"), "other", "activity-joined", 0.7, held=not mine)


# 这是县民政局开展的|“暖冬送粮”行动, 某局组织的|“健康进牧场”巡诊活动|来到…, 这堂课是|“…”活动|的一站
_TOLD_BY_THE_WAY = re.compile(
    rf"(?:(?:组织|举办|主办|发起|开展)的|(?:这|(?<=[。\n])此)[^，。；“”]{{0,14}}(?:“[^“”\n]{{2,20}}”)?[{HAN}]{{0,4}}?是)(?P<name>“[^“”\n]{{2,30}}”[{HAN}]{{0,12}}?(?:活动|行动|演出|巡演))"
    r"(?=(?:来到|走进|抵达)|中?的(?:一幕|一站|一场|场景)|，(?<=[动演出]，))"
)
_THIS_IS = re.compile("这[是一场次堂]|来到|走进|抵达")


def _by_the_way(reading: Reading) -> None:
    """Add the campaign that a scene or a day's visit is said to be part of."""
    for m in _TOLD_BY_THE_WAY.finditer(reading.text, reading.body_start):
        sentence = reading.sentence(m.start())
        here = reading.text.startswith(("来到", "走进", "抵达", "的一", "中的一"), m.end())
        this = _THIS_IS.match(reading.text, sentence.start) is not None or reading.text.startswith("这是", m.start())
        if not (here or this) or known_campaign(reading, m["name"], m.start("name")):
            continue
        if events_of(reading).overlapping(*m.span("name")) is None:
            add_event(reading, m["name"], *m.span("name"), "other", "activity-campaign", 0.7)


_SHORT = re.compile(rf"(?:举行|举办|开展|组织)了?(?P<name>[{HAN}]{{2,4}}(?:活动|比赛|演练))(?=[，。；])")


def _shorter(reading: Reading) -> None:
    """联合举行了|拉练活动 where the article tells of 以“…”为主题的拉练活动: the same one."""
    for m in _SHORT.finditer(reading.text, reading.body_start) if events_of(reading).found else ():
        fuller = {event.entity for event in events_of(reading).found if event.entity.name.endswith(m["name"])}
        if len(fuller) == 1 and not any(event.start == m.start("name") for event in events_of(reading).found):
            again(reading, fuller.pop(), m["name"], *m.span("name"))


_TOPIC_HEAD = re.compile(
    r"(?:进(?:校园|社区|企业|农村|乡村|机关|军营|景区)活动|(?:走访|慰问|讲座|送温暖|志愿服务|主题党日|主题团日|宣讲|宣传|培训|义诊|演练|联谊|竞赛|比赛|参观|实践|教育|帮扶|捐赠|招聘|普法|读书|植树|清洁|研学|演讲|征文|交流|服务)活动|行动|整治)$"
)


_THIS_ONE = re.compile(
    rf"(?:此次|本次|这次)[{HAN}]{{0,14}}(?:行动|活动|整治|演练|检查|大赛|比赛|竞赛)(?!期间)|(?:^|(?<=[。\n]))(?:活动|行动|整治|检查|演练|比赛|义诊|宣传)(?:中|现场|过程中|当天)，"
)


def _means(this: str, name: str, alone: bool) -> bool:
    """Tell whether 此次…行动 or 行动中， behind a campaign speaks of it; a bare 此次活动 does where no other event is known."""
    if this.endswith("，"):
        return name.endswith(this[:2])
    return this.endswith(name[-4:]) or (
        alone
        and any(
            name.endswith(kinds) and (this[2:].startswith(kinds) or (len(this) < 7 and this.endswith(kinds)))
            for kinds in _KINDS
        )
    )


_KINDS = (("检查", "整治", "排查", "行动"), ("活动",), ("演练",), ("大赛", "比赛", "竞赛"))


def _is_topic(reading: Reading, m: re.Match[str]) -> bool:
    """近日，某镇开展…走访慰问活动: what the article's first sentence tells of, and its title too, or what it calls 此次…行动."""
    alone = not any(event.held and event.start >= reading.body_start for event in events_of(reading).found)
    if opens_article(reading, m) or _jointly(reading, m):
        return True
    if any(_means(this[0], m["name"], alone) for this in _THIS_ONE.finditer(reading.text, m.end("name"))):
        return True
    head = _TOPIC_HEAD.search(m["name"])
    sentence = reading.sentence(m.start())
    title = reading.text[: reading.body_start]
    name = _LEAD_IN.sub("", m["name"])
    first = reading.text.find("\n", reading.body_start + 1)
    if sentence.start < reading.body_start and head is not None and name.endswith("活动") and len(name) > _WITH_STEM:
        stem = name.removesuffix("活动")[-4:]  # 开展春节走访慰问活动 … 组织代表走访慰问困难群众
        return stem in reading.text[reading.body_start : first if first > 0 else None]
    if sentence.start < reading.body_start and name.endswith(("行动", "整治", "排查", "演练")):
        return _shares(name, reading.text[reading.body_start : first if first > 0 else None])
    if sentence.start < reading.body_start and name.startswith("“") and name.endswith("活动"):
        return name[: name.find("”") + 1] in reading.text[reading.body_start :]  # the title's own campaign
    at_place = _AT_PLACE.search(reading.text, sentence.start, m.start())
    if name.startswith("“") and name.endswith("活动") and at_place is not None:
        return any(reading.names(at_place.start("where"), at_place.end("where"), "Place", "Organization", "Company"))
    early = "\n" not in reading.text[reading.body_start : sentence.start].strip()
    if sentence.start >= reading.body_start and early and head is not None and head[0] in title and name[:4] in title:
        return True
    quoted = m["name"].removeprefix("以").startswith("“") and m["name"].endswith("活动")
    if head is not None and sentence.start >= reading.body_start and not events_of(reading).found:
        days = find_dates(reading.text, sentence.start, m.start(), reading.date)
        led = next(reading.names(sentence.start, m.start(), "Person"), None)
        if led is None and any(day.kind == "day" for day in days):
            return True  # 7月3日，民警来到某小学开展…讲座活动: on one day, and nothing else took place
    if (
        (head is None and not quoted)
        or sentence.start < reading.body_start
        or reading.text[reading.body_start : sentence.start].strip()
    ):
        return False
    return quoted or (head is not None and head[0] in reading.text[: reading.body_start])


# 某市在五条内河|推出“春日同行”活动, 但不是鼓励各村开展“…”活动
_ASKED = re.compile("鼓励|支持|引导|号召|倡议|建议|推动|指导|要求|部署|参与|参加|通过|以来|围绕|结合|借助|依托|以$|等$")


def _of_its_motto(reading: Reading, name: str, at: int) -> bool:
    """Tell whether a campaign carries its motto in quotes and is carried out, not asked for or told as a means."""
    clause = max(reading.text.rfind(mark, 0, at) for mark in "，。；\n") + 1
    asked = _ASKED.search(reading.text, clause, at) or DEMANDED.search(reading.text, clause, at)
    said = SAYS.search(reading.text, reading.sentence(at).start, at)
    return _MOTTO.match(name) is not None and not asked and not said and at > reading.body_start


_MOTTO = re.compile(rf"“[^“”]{{3,24}}”[{HAN}]{{0,12}}(?:活动|(?<=[{HAN}]{{2}})行动)\Z")


def _jointly(reading: Reading, m: re.Match[str]) -> bool:
    """5月以来，甲局联合乙局|开展“…”活动: a campaign with a motto of its own that several bodies carry out together."""
    sentence = reading.sentence(m.start())
    named = m["name"].startswith("“") and sentence.start >= reading.body_start
    if not named or _ALL_YEAR.search(reading.text, sentence.start, m.start()):
        return False
    row = openers(reading, sentence.start, m.start())
    return len(row) > 1 and _TOGETHER.search(reading.text, row[0].end, row[1].start) is not None


_TOGETHER = re.compile("联合|会同|携手|联同|协同")
_SOME_DAY = re.compile("近[日期]|日前|[今昨]天|前夕|之际|伊始|连日来|[同当][天日]|为[^，。；]{4,60}，")
_ALL_YEAR = re.compile(
    "年以来|近年|历年|每[年月季周]|常年|长期|一直|持续|不断|经常|常态化|定期|累计|截至|已经?(?=[开组举])"
)
# 同日，|某局到某校开展…: a paragraph with a day of its own
_OWN_DAY = re.compile(r"[ 　]{0,4}(?:[同当]日|[同当]天|(?:\d{1,2}月)?\d{1,2}日)(?:[上下]午|晚上?)?，")
_OPENING = 60
"""How many characters a line before the article's opening sentence may have: 新春将至，情暖兵心。"""


def opens_article(reading: Reading, m: re.Match[str]) -> bool:
    """近日，某局组织党员到某馆|开展主题党日活动: on some day, said of a body, where the article or its piece begins."""
    sentence = reading.sentence(m.start())
    # a broadcast of the nation's news tells of a day in every paragraph
    own_day = (
        reading.home.path
        and _OWN_DAY.match(reading.text, sentence.start)
        and reading.text.startswith("\n", sentence.start - 1)
    )
    begins = sentence.start if own_day else opening_of(reading, m.start())
    before = sentence.start - begins
    told = any(begins <= event.start < sentence.start for event in events_of(reading).found)
    if before < 0 or before > _OPENING or told:
        return False
    lead = reading.text[sentence.start : m.start()]
    some_day = _SOME_DAY.search(lead) or any(
        day.kind == "day" for day in find_dates(reading.text, sentence.start, m.start(), reading.date)
    )
    led = next(reading.names(sentence.start, m.start(), "Person"), None) is not None
    named = any(reading.names(sentence.start, m.start(), *BODIES)) and not led and not SAYS.search(lead)
    by_whom = named or bool(openers(reading, sentence.start, m.start()))
    return bool(some_day) and by_whom and not _ALL_YEAR.search(lead)


_WITH_STEM = 6
_NAMED = 5
"""How many characters a campaign's name has at least; what the article opens with may be 消防演练."""
_DOES = re.compile(r"(?:开展|组织|启动)了?(?P<what>[^，。；]{4,40})")


def _shares(name: str, words: str) -> bool:
    """Tell whether the first paragraph says in other words that this is done: 开展“…”|消防安全|隐患排查整治."""
    pairs = [name[at : at + 4] for at in range(len(name) - 3)]
    return any(pair in m["what"] for m in _DOES.finditer(words) for pair in pairs)


# 到某镇中心小学|开展“…”主题活动
_AT_PLACE = re.compile(r"(?:到|赴|深入|走进|来到|前往|在)(?P<where>[^，。；“”]{2,24})\Z")
_LAUNCHED = re.compile(
    r"(?:启动|开展|组织开展|联合开展|部署开展|启动实施|举办)(?:了|为期[^，。“”]{1,6}的)?(?:\d{4}年度?|全国)?(?:“[^“”]*”[、和]?)*$"
)
DEMANDED = re.compile(r"(?<![需主重])要(?!求)|必须|务必|应|须|将|拟|计划|准备|即将")
_QUOTED = re.compile(rf"“(?P<name>[{HAN}\d·]{{4,28}}(?:行动|活动))”(?=[，。；、！？“\n]|$)")


def _quoted_campaigns(reading: Reading) -> None:
    """启动“…行动”, 开展“…”“…行动”: a campaign that is quoted whole."""
    for m in _QUOTED.finditer(reading.text):
        if "的" in m["name"]:
            continue
        clause = max(reading.text.rfind(mark, 0, m.start()) for mark in "，。；\n") + 1
        launched = _LAUNCHED.search(reading.text, clause, m.start())
        if launched is None or DEMANDED.search(reading.text, clause, launched.start()):
            continue
        if not known_campaign(reading, m["name"], m.start("name")):
            add_event(reading, m["name"], m.start("name"), m.end("name"), "other", "activity-campaign", 0.7)


_COUNT = r"[一二三四五六七八九十百\d]+"
_GAMES = rf"第{_COUNT}届[{HAN}]{{0,14}}?(?:运动会|残奥会|奥运会|冬奥会|亚运会|特奥会|全运会|冬运会|青运会|大赛)"
_SERIES = re.compile(
    rf"{_GAMES}(?:暨{_GAMES})?(?![{HAN}]{{0,12}}(?:组委会|委员会|仪式)|火炬|开幕式|闭幕式)"
    rf"|第{_COUNT}次(?:(?![到来赴在前就对向进深的了])[{HAN}]){{2,8}}?(?:考察|科考)(?![团队组船站时])"
)
_WHOSE = re.compile(r"(?:全国|全省|全市|中国|我国|世界|亚洲)$")


def _series(reading: Reading) -> None:
    """全国第…届…运动会, 中国第…次…考察: one of a numbered row, held here where a word of holding stands beside it."""
    text = reading.text
    for m in _SERIES.finditer(text):
        place = reading.name_ending_at(m.start(), "Place")
        whose = _WHOSE.search(text, max(0, m.start() - 2), m.start())
        start = place.start if place is not None else whose.start() if whose else m.start()
        name = text[start : m.end()]
        cover = reading.name_at(m.start())
        if cover is not None and cover.label == "Policy":
            continue
        if known_campaign(reading, name, start) or _same_games(reading, name, start):
            continue
        entity = reading.entity("Activity", name, kind="other")
        reading.mention(entity, start, m.end(), "activity-series", 0.75)
        opens = _OPENED.match(text, m.end()) is not None
        held = opens or bool(_ORGANISED.search(text, max(0, start - 8), start))
        if opens:
            dated(reading, entity, start, m.end())
        _announced(reading, Event(entity, start, m.end(), held=held))
        _in_short(reading, entity)


DULY = r"(?:正?在?如期|正在?|于|在[^，。；]{2,16}?)?"
"""Between an event's name and that it is held: 如期, 正在, 在某地."""
_OPENED = re.compile(
    DULY + r"(?:隆重|正式|圆满|顺利|如期)?(?:开幕|闭幕|开赛|启幕|落幕|举行|落下帷幕|拉开帷幕)(?=[，。；\n])"
)
_TO_BE = re.compile("(?:暨[^，。；]{2,20})?(?:将|定)?(?:于|在)[^，。；]{3,40}?(?:举行|举办|开幕)")


def _announced(reading: Reading, event: Event) -> None:
    """…运动会将于8月1日至9日在某地举办: the day and the place of games that are still to come are told here."""
    if not event.held and _TO_BE.match(reading.text, event.end) is not None:
        event.planned = True
        dated(reading, event.entity, event.start, event.end)
    events_of(reading).found.append(event)


_NUMBER = re.compile(rf"第({_COUNT})届")
_GAMES_SHORT = {
    "全国冬季运动会": "冬运会",
    "冬季运动会": "冬运会",
    "全国运动会": "全运会",
    "全国冬运会": "冬运会",
}


def _games(name: str) -> str:
    """Return one form for all usual names of games: 第八届全国冬运会 and 第八届冬季运动会 are 第八届冬运会."""
    found = _NUMBER.search(name)
    if found is None:
        return name
    kind = name[found.end() :]
    return found[0] + _GAMES_SHORT.get(kind, kind)


def _alike(one: str, other: str) -> bool:
    """第三届田径运动会 is short for 第三届秋季田径运动会: the same number and head, and no word of its own."""
    short, full = sorted((one, other), key=len)
    number, head = _NUMBER.search(full), short[-3:]
    same = number is not None and number[0] in short and full.endswith(head)
    rest = iter(full)
    return one == other or (same and len(short) >= 6 and all(char in rest for char in short))


def _same_games(reading: Reading, name: str, start: int) -> bool:
    """Tell whether the games are known by another of their names; then this is an alias."""
    games = _games(name)
    for event in events_of(reading).found:
        if event.entity.label == "Activity" and _alike(_games(event.entity.name), games):
            further = Event(event.entity, start, start + len(name), held=False)
            reading.alias(event.entity, name)
            reading.mention(event.entity, start, further.end, "activity-series", 0.75)
            _announced(reading, further)
            return True
    return False


def _in_short(reading: Reading, games: Entity) -> None:
    """“八冬”, “八冬会”, 八运会: the number and one character of the games."""
    kind = _games(games.name)
    number = _NUMBER.match(kind)
    letter = {"冬运会": "冬", "全运会": "运"}.get(kind[number.end() :]) if number is not None else None
    if number is None or letter is None:
        return
    for m in re.finditer(rf"“{number[1]}{letter}会?”|{number[1]}{letter}会", reading.text):
        reading.alias(games, m[0])
        reading.mention(games, m.start(), m.end(), "activity-series", 0.75)


_ORGANISED = re.compile(r"(?:组织(?:实施|开展)?|主办|举办|举行|召开|启动)的?$")


_SHORT_QUOTE = re.compile(r"“([^”]{2,5})”")
_QUOTE = re.compile(r"“([^”]{6,200})”")


def _twofold(first: str, second: str) -> bool:
    """就业促进周活动 beside 就业“…”行动暨就业促进周活动: one begins as the other does and ends in its second name."""
    short, full = sorted((first, second), key=len)
    return "暨" in full and short[:4] == full[:4] and short.endswith(full.rsplit("暨", 1)[1])


def _core(name: str) -> str:
    """Return a name without what its forms differ in: 2018青屏县首届“…”文化节 and 2018青屏首届…文化节 are one."""
    return re.sub(r" |\d{4}年|“|”|今年|我市|全市|[县市区](?=首届|第[一二三四五六七八九十]+届)", "", name)


def _quoted(name: str) -> list[str]:
    return _QUOTE.findall(name.replace(" ", ""))


def known_campaign(reading: Reading, name: str, start: int) -> bool:
    """Tell whether the name is another form of an activity that is known; then it is added as an alias of it."""
    core = _core(name)
    for event in list(events_of(reading).found):
        if event.entity.label != "Activity":
            continue
        for form in event.entity.forms:
            other = _core(form)
            launch = other.startswith(core) and CEREMONY.fullmatch(other[len(core) :])
            part = core.startswith(other) and len(other) >= 8
            quoted = _quoted(name)
            title = (event.start < reading.body_start) != (start < reading.body_start)
            short = _SHORT_QUOTE.findall(name) if title else []
            alike = (quoted and quoted == _quoted(form)) or (short and short == _SHORT_QUOTE.findall(form))
            if alike and name[-2:] == form[-2:]:
                again(reading, event.entity, name, start, start + len(name))
                return True
            if core == other or core.endswith(other) or other.endswith(core) or launch or part or _twofold(core, other):
                if part and form == event.entity.name:
                    event.entity.aliases.add(form)
                    event.entity.name = name
                again(reading, event.entity, name, start, start + len(name))
                return True
    return False
