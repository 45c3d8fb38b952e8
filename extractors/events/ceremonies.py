"""Ceremonies and signings: 集中开工仪式, 签约, 颁奖典礼."""

from __future__ import annotations

import re

from extractors.events import campaign, contest
from extractors.events.meeting import Event, events_of
from extractors.events.occasion import CEREMONY, add_event, again, dated, opening_of
from extractors.lexicon import HAN
from extractors.reading import Entity, Mention, Reading
from extractors.text import BULLETS

_SIGNING = re.compile(r"(?P<name>[^，。；、\n]{2,40}?(?:项目|工程|协议)(?:成功|完成|正式|集中)?签约)(?=[，。；\n]|$)")


def read_ceremonies(reading: Reading) -> None:
    text = reading.text
    for m in CEREMONY.finditer(text) if _OCCASIONS.search(text) else ():
        if _AND_ALSO.match(text, m.end()):
            continue
        told = next((e.entity for e in events_of(reading).found if _signing(e.entity)), None)
        if m[0] in _VERBAL and told is not None:
            start = _edge(reading, m.start())
            if SEVERAL_OPENED.match(text, m.start()) and start < m.start():
                again(reading, told, text[start : m.end()], start, m.end())  # 某县|集中开工13个项目, after the title
            continue  # …集中签约仪式举行，|县政府与16家企业集中签约
        start = _edge(reading, m.start())
        if m[0] in _VERBAL and (text.startswith("的", m.end()) or _SIGNED_AT.match(text, start, m.start())):
            continue
        if m[0] in _VERBAL and text[start - 1] == "在":
            start = _edge(reading, start - 1)  # 第一批项目|在某某新城集中开工
        start += text.startswith("的", start)
        manner = _AND_HOW.match(text, start, m.start())
        start = manner.end() if manner is not None else start  # 隆重|而有意义的|开学典礼
        gap = text.rfind(" ", start, m.start())
        if gap >= 0 and text.count("“", start, gap) == text.count("”", start, gap):
            start = gap + 1  # a title of several lines: …等领域 全市重大项目集中开工仪式
        name = text[start : m.end()]
        if name.count("“") != name.count("”"):
            name = name.strip("“”")
        if len(name) < 6 or _BARE_CEREMONY.fullmatch(name):
            _in_short(reading, m)
            continue
        if text.endswith("承办", 0, start) and _OF_HOST.match(text, m.end()):
            continue  # 承办开幕式及比赛的|某某中心
        if text.startswith("暨", m.end()) and any(
            e.start <= m.start() < e.end and e.held for e in events_of(reading).found
        ):
            continue  # 集中签约仪式暨发布会 is one meeting
        if m[0] in _OPENING and _opens_meeting(reading, name, m.end()):
            continue
        twofold = next((e.entity for e in events_of(reading).found if _first_half(e.entity, name)), None)
        if twofold is not None:
            again(reading, twofold, name, start, m.end())
            continue
        opens = next((e for e in events_of(reading).found if e.start == start and text.startswith("暨", e.end)), None)
        if opens is not None and _of_its_own(reading, opens):
            events_of(reading).found.remove(opens)  # another meeting of that name was told before
        elif opens is not None and opens.entity.label == "Meeting" and opens.end < m.start():
            reading.alias(opens.entity, opens.entity.name)  # 招商推介会|暨项目签约仪式: one event
            opens.entity.name = name
            again(reading, opens.entity, name, start, m.end())
            continue
        existing = next((e for e in events_of(reading).found if _one_ceremony(reading, e, name, m[0], start)), None)
        if existing is not None:
            again(reading, existing.entity, name, start, m.end())
            longer = len(name) > len(existing.entity.name)
            if longer and (start >= reading.body_start > existing.start or start == existing.start):
                existing.entity.aliases.add(existing.entity.name)
                existing.entity.name = name
            continue
        kind = "signing" if "签约" in m[0] else "ceremony"
        whole = _WHOLE.match(text, m.end())
        if whole is None:
            add_event(reading, name, start, m.end(), kind, "activity-ceremony", 0.8)
            continue
        second = next((e for e in events_of(reading).found if m.end() < e.start < whole.end() == e.end), None)
        if second is not None:  # 启动仪式|暨农民工、毕业生专场招聘会: the meeting is the second half of its name
            reading.alias(second.entity, second.entity.name)
            second.entity.name = text[start : whole.end()]
            again(reading, second.entity, name, start, whole.end())
            continue
        event = add_event(reading, text[start : whole.end()], start, whole.end(), kind, "activity-ceremony", 0.8)
        reading.alias(event, name)
    _bare_ceremony(reading)
    _milestones(reading)
    for m in _HELD_SIGNING.finditer(text, reading.body_start):
        if events_of(reading).overlapping(m.start("name"), m.start("name") + 1) is None:
            add_event(reading, m["name"], *m.span("name"), "signing", "activity-signing", 0.75)
    for m in _SIGNED.finditer(text, reading.body_start):
        signings = [e for e in events_of(reading).found if e.entity.properties.get("kind") == "signing"]
        sentence = reading.sentence(m.start())
        asked = campaign.DEMANDED.search(reading.text, sentence.start, m.start())
        # 会上，甲与乙签订…协议: what is done at another event, or told in passing, is no event
        by_the_way = sentence.start != opening_of(reading, m.start()) or any(
            sentence.start <= e.start < m.start() for e in events_of(reading).found
        )
        if len(signings) == 1 and signings[0].entity.name in _SIGNING_ONLY and not asked and not by_the_way:
            _what_is_signed(reading, signings[0].entity, m)
        if not signings and not asked and not by_the_way and not _UNSIGNED.search(m[0]):
            signed = add_event(reading, m[0], m.start(), m.end(), "signing", "activity-signed", 0.75)
            for party in _parties(reading, sentence.start, m.start()):
                reading.fact("ATTENDED", party.entity, signed, (party.start, m.end()), "signed-party", 0.8)
    for m in _SIGNING.finditer(text):
        if not _COUNTS.search(m[0]) and not any(
            e.entity.properties.get("kind") == "signing" for e in events_of(reading).found
        ):
            start = max(m.start(), reading.body_start if m.start() >= reading.body_start else 0)
            add_event(reading, text[start : m.end()], start, m.end(), "signing", "activity-signing", 0.7)


_SIGNING_ONLY = ("签约仪式", "签约活动", "项目签约仪式")


def _what_is_signed(reading: Reading, ceremony: Entity, m: re.Match[str]) -> None:
    """县政府与某公司在某地|签订合作协议。…出席签约仪式: the ceremony is what the article opens with."""
    parties = _parties(reading, reading.sentence(m.start()).start, m.start())
    if parties and m.end() < ceremony.start:
        again(reading, ceremony, m[0], m.start(), m.end())
        for party in parties:
            reading.fact("ATTENDED", party.entity, ceremony, (party.start, m.end()), "signed-party", 0.8)


# 两地|共有34个项目签约: what was signed at something else
_COUNTS = re.compile(r"^\d+个|(?:共|共有|有|达成)\d")


_OPENING = ("开幕式", "闭幕式", "开幕仪式", "闭幕仪式")
_MEETS = re.compile("(?:论坛|大会|博览会|交易会|洽谈会|峰会|年会|投洽会|[进消服链高]博?[贸交]?会)\\Z")


def _opens_meeting(reading: Reading, name: str, end: int) -> bool:
    """出席|第三届某某论坛|开幕式: the forum itself, of which this is the first hour; tell whether it is one."""
    whole = name[: name.rfind("开幕" if "开幕" in name else "闭幕")].removeprefix("向")
    whole = _DAY_AT.sub("", whole)
    start = end - len(name) + name.rfind(whole)
    if _MEETS.search(whole) is None or _ITS_OWN.search(whole) is None:
        return False
    known = (e.entity for e in events_of(reading).found if e.entity.label == "Meeting" and whole in e.entity.forms)
    meeting = next(known, None) or reading.entity("Meeting", whole)
    reading.mention(meeting, start, end, "meeting-opened", 0.8)
    elsewhere = reading.text.endswith("在", 0, start) and reading.text.startswith("上", end)
    told = elsewhere and any(e.start < start for e in events_of(reading).found)
    events_of(reading).found.append(Event(meeting, start, end, held=not told))
    events_of(reading).found.sort(key=lambda e: (e.start, e.end))
    if told:
        return True  # 我在第二届某某大会|开幕式|上提出…: of another year
    dated(reading, meeting, start, end)
    return True


_DAY_AT = re.compile("^\\d{1,2}日向")
_ITS_OWN = re.compile(r"第[一二三四五六七八九十百\d]+届|首届|(?:19|20)\d\d|“")


# 当天还举行了|农文旅项目签约
_HELD_SIGNING = re.compile(rf"(?:举行|进行)了(?P<name>[{HAN}]{{2,16}}?签约)(?=[，。；])")
# 志愿服务月启动仪式|暨集中志愿服务活动: the occasion is named whole
_WHOLE = re.compile(
    rf"暨[{HAN}“”、·]{{2,30}}?(?:活动|展|会|行动|宣传月|宣传周)(?=在|[，。；\n]|举行|举办|启动|正式|顺利)"
)
_WHERE = re.compile("(?:将|定)?[于在]")
_PARTY_JOINS = re.compile("[与和同及、]|以及")
_WHEN_SIGNED = re.compile(
    "(?:(?:昨|今|当)[日天]|日前|近日|[\\d月]{0,4}\\d日|[上下]午)*(?:在[^，。；]{2,24})?(?:共同|正式|现场|成功|视频|线上|联合)*"
)


def _parties(reading: Reading, start: int, stop: int) -> list[Mention]:
    """Return who signs: 青屏县政府|与|某集团|在县城|签署…, the row of two or more names right before the verb."""
    row: list[Mention] = []
    for name in reading.names(start, stop, "Agency", "Company", "Organization", "Place"):
        if row and reading.name_at(row[-1].end) is name and row[-1].label == "Place":
            row[-1] = name  # 某省|某市
        elif row and _PARTY_JOINS.fullmatch(reading.text, row[-1].end, name.start) is None:
            break
        else:
            row.append(name)
    two = len(row) > 1 and _WHEN_SIGNED.fullmatch(reading.text, row[-1].end, stop) is not None
    return row if two else []


def _in_short(reading: Reading, m: re.Match[str]) -> None:
    """闭幕式将于3月1日在某地举行: the day and the place of the ceremony that has been named in full."""
    whole = next((e.entity for e in reversed(events_of(reading).found) if e.entity.name.endswith(m[0])), None)
    opens = reading.text[m.start() - 1 : m.start()] in tuple("，。；\n")
    if whole is not None and whole.label == "Activity" and opens and _WHERE.match(reading.text, m.end()):
        again(reading, whole, m[0], m.start(), m.end())


def _of_its_own(reading: Reading, opens: Event) -> bool:
    """Tell whether the body speaks of the meeting before, under this name alone: 全市举行动员会，…我县举行动员会暨开工仪式."""
    return any(
        reading.body_start <= m.start < opens.start and not reading.text.startswith("暨", m.end)
        for m in opens.entity.mentions
    )


_OF_HOST = re.compile("[及和、][^，。；]{2,10}的|的")
SEVERAL_OPENED = re.compile(
    r"集中(?:开工|签约|竣工)了?(?:第[一二三四五六七八九十]+批)?(?:\d+|[一二三四五六七八九十]+)个"
)
"""某县|集中开工13个项目."""
_VERBAL = ("集中签约", "集中开工")
_SIGNED_AT = re.compile("(?:大会|会议?|仪式|活动|推介会|博览会|开幕式|展会)?(?:上|现场|期间){1,2}(?:共|还)?")
"""Before what is signed at an event that has its own name: 开幕式上|集中签约项目12个, as is 二季度集中开工|的项目 no event."""


def _signing(entity: Entity) -> bool:
    return "签约" in entity.name or "开工" in entity.name


def _first_half(entity: Entity, name: str) -> bool:
    """Tell whether an event is a meeting that begins as this ceremony: 项目集中签约 of 项目集中签约仪式暨发布会."""
    bare = name.removesuffix("仪式")
    return entity.label == "Meeting" and "仪式暨" in entity.name and bare in entity.name.partition("暨")[0]


# 纪念某事件80周年仪式|暨主题展览开幕式: one occasion, named in full where its second part ends
_AND_ALSO = re.compile(rf"暨[^，。；\n]{{2,30}}?{CEREMONY.pattern}")
_HOW = "(?:隆重|庄严|简短|简朴|盛大|热烈|庄重|简单)"
_AND_HOW = re.compile(rf"而[{HAN}]{{2,4}}的")
_TOOK_PART = re.compile(
    r"(?:参加|出席|主持|举行|举办|见证)了?(?:(?P<name>(?:项目|工程|活动)?(?:集中)?(?:开班|开学|开营|开赛|开工|签约|揭牌|授牌|奠基|启动|竣工|通车|投产|捐赠)仪式)"
    rf"|(?:一[场次个])?(?:{_HOW}(?:而(?:{_HOW}|有意义))?的?)?(?P<solemn>(?:开学|毕业|落成|竣工|奠基|颁奖)典礼|(?:升[国警]?旗|晋衔|授衔|授旗|授勋|颁授|开馆|交接|移交|出征|入列|入队|公祭|祭扫|投运|开村|开渔|开园|开镰|开街|开业|首发)仪式|结业式))"
    rf"|(?:(?<=[。，；\n])|\A)(?P<opens>(?:升[国警]?旗|开馆|开渔|开园|开镰|开街|开业|首发|揭牌|揭幕|颁奖|授牌|捐赠|签约|启动)仪式)(?:(?=上[，{HAN}])|(?=由[^，。；]{{2,40}}?[主举承]办|在[^，。；]{{2,20}}?举行))"
    r"|(?:出席|举行)(?:了|(?P<by>[^，。；]{2,24}?)举行的)?(?P<meal>(?:小范围|欢迎|答谢|国庆|新年)?(?:午宴|晚宴|宴会(?!厅)|招待会))"
)


def _bare_ceremony(reading: Reading) -> None:
    """参加开工仪式 where the article has no fuller name for it."""
    m = _TOOK_PART.search(reading.text, reading.body_start)
    events = events_of(reading).found
    if m is None or any(_is_ceremony(e.entity) and not _began(e.entity, m) for e in events):
        return
    if _OPENS_CLASS.match(m["name"] or "") and any(e.held and e.entity.name.endswith(("班", "营")) for e in events):
        return
    group = next(group for group in ("name", "solemn", "opens", "meal") if m[group])
    name = m[group]
    kind = "other" if m["meal"] else "signing" if "签约" in name else "ceremony"
    entity = add_event(reading, name, *m.span(group), kind, "activity-ceremony", 0.7)
    for more in re.finditer(name, reading.text[m.end() :]):
        again(reading, entity, name, m.end() + more.start(), m.end() + more.end())


def _is_ceremony(entity: Entity) -> bool:
    return entity.properties.get("kind") in ("ceremony", "signing")


def _began(entity: Entity, m: re.Match[str]) -> bool:
    """甲出席结业式…，在|开班式|上的讲话: the other end of the course."""
    return m["solemn"] == "结业式" and entity.name.endswith("开班式")


# 二期工程在某社区|启动，区长甲到场…: a milestone that people came to
_MILESTONE = re.compile(
    rf"(?:(?<=[日午晨讯，。\n])|\A)(?P<name>(?!由|该|将|目前|随着)[{HAN}A-Za-z0-9“”（）·]{{2,36}}?(?:工程|项目|[一二三四]期|公路|高速|铁路|大桥|隧道|水库|码头|医院|学校|车间|工厂|基地|产业园|生产线)(?:在[{HAN}·]{{2,16}}?)?(?:正式|全面|顺利|如期|集中)?(?:开工(?:建设)?|动工|奠基|启动(?:建设)?|投产|投用|通车|竣工|封顶|合龙))，"
    r"(?=[^。\n]{0,60}?(?:宣布|致[\u4e00-\u9fff]{0,2}[辞词]|出席|到场|参加|见证|讲话|为[^，。；]{2,10}(?:培土|剪彩|揭[牌幕])))"
)


def _milestones(reading: Reading) -> None:
    """Add the works that begin or end before people who speak or are there; what has a ceremony's name is no milestone."""
    for m in _MILESTONE.finditer(reading.text, reading.body_start):
        sentence = reading.sentence(m.start())
        known = events_of(reading).overlapping(*sentence)
        if known is not None or "仪式" in reading.text[sentence.start : sentence.end] or "将" in m["name"]:
            continue
        if "宣布" in m["name"]:
            continue  # 县委书记甲宣布项目开工，
        if any(reading.names(m.end(), sentence.end, "Person")):
            add_event(reading, m["name"], *m.span("name"), "ceremony", "activity-milestone", 0.75)


_OPENING_OF = re.compile("启动仪式|开幕仪式|开幕式|开赛仪式|开园仪式|开馆仪式|开街仪式")
_OPENS_NOW = re.compile(rf"[^，。；]{{0,24}}?{contest.TAKES_PLACE}")
_ITS_OPENING = 240


def one_with_its_opening(reading: Reading) -> None:
    """第二届荷花节在某镇开幕。…等参加启动仪式。: the ceremony that has no other name is the festival's own, and one with it."""
    events = events_of(reading).found
    for event in [e for e in events if _OPENING_OF.fullmatch(e.entity.name)]:
        ceremony = event.entity
        before = (e for e in events if 0 < event.start - e.end <= _ITS_OPENING and e.held and e.entity is not ceremony)
        named = [e for e in before if e.entity.label == "Activity" and e.entity.properties.get("kind") == "other"]
        if not named or not _OPENS_NOW.match(reading.text, named[-1].end):
            continue
        whole = named[-1].entity
        reading.alias(whole, ceremony.name)
        whole.mentions += ceremony.mentions
        reading.entities.remove(ceremony)
        for one in (e for e in events if e.entity is ceremony):
            one.entity = whole


_OPENS_CLASS = re.compile(r"开[班学营]")
_BARE_CEREMONY = re.compile(
    r"(?:简短|隆重|热烈|简朴|庄严|简单)(?:而|又)?(?:简短|隆重|热烈|简朴|庄严)?的?(?:[\u4e00-\u9fff]{2})?仪式|(?:本次|此次|本届|该|在|会上|开展)?(?:活动|项目|工程|运动会|比赛|大赛|大会|培训|培训班|展会)?(?:启动|开工|签约|揭牌|开幕|奠基|竣工|通车)(?:仪式|式)"
)
_SIGNED = re.compile(r"(?:签订|签署|签约)(?:了)?[^，。；：\n]{2,40}?(?:协议|合同|备忘录|意向书)(?:书)?》?")
_UNSIGNED = re.compile(
    r"(?:签订|签署)(?:或|的|[^，。《“]{0,4}合同$)|(?:劳动|聘用|购销|供货|租赁|承包|流转|保险|贷款|就业|用工|买卖|服务)合同|就业协议|贸易协定"
)
_OCCASIONS = re.compile(r"仪式|典礼|开幕式|闭幕式|开班式|结业式|启动式|集中开工|集中签约|宴|招待会")
_OCCASION = re.compile(r"开工|签约|启动|揭牌|竣工|通车|开幕|奠基|投产|颁发|宣誓|捐赠")


_WIDE = re.compile("全[国省]")


def _one_ceremony(reading: Reading, event: Event, name: str, head: str, start: int) -> bool:
    """Tell whether a name is another form of a ceremony already met: the same head, or title and body of one occasion."""
    other = event.entity
    if other.label != "Activity" or other.properties.get("kind") not in ("ceremony", "signing"):
        return False
    wide, other_wide = _WIDE.search(name), _WIDE.search(other.name)
    if (wide is None) != (other_wide is None):
        return False  # 全省…集中开工仪式 goes before that of the city
    bare = name.removesuffix("仪式")
    if _other_matter(other.name, name, head) and event.start >= reading.body_start:
        return False
    if (
        other.name.endswith(head)
        or name in other.name
        or other.name in name
        or (len(bare) > 3 and any(bare in form for form in other.forms))
    ):
        return True
    in_title = event.start < reading.body_start <= start
    return in_title and bool(set(_OCCASION.findall(other.name)) & set(_OCCASION.findall(name)))


_LONG_STEM = 4


def _other_matter(one: str, other: str, head: str) -> bool:
    """Tell whether two ceremonies of one kind have names that share no word: 新春灯会|开幕式, 文化展|开幕式."""
    first, second = one.removesuffix(head), other.removesuffix(head)
    if first == one or min(len(first), len(second)) < _LONG_STEM:
        return False
    return not any(first[at : at + 2] in second for at in range(len(first) - 1))


_EDGE = re.compile(
    rf"[，。；：！？、\n{BULLETS}]|（[一二三四五六七八九十]{{1,3}}）|(?<![结应面])对(?![接口外内])|举行了?|举办了?|(?:出席|参加)?并?(?:共同)?见证了?|并?(?:观摩|观看)了?|出席了?|参加了?|隆重|主持了?|启动了?|当天|上午|下午|在(?![建线])|为(?=[“\u4e00-\u9fff])(?!主题)|[主承协举]办(?:的|(?=“))|(?:组织|制作|发起|推出|出品|录制|承办|开展|将承办)的|[将由]承办|的(?=[\u4e00-\u9fff]{{2,6}}仪式)"
)


def _edge(reading: Reading, head: int) -> int:
    low = max(0, head - 64)
    start = low
    for m in _EDGE.finditer(reading.text, low, head):
        if reading.text.count("《", low, m.start()) <= reading.text.count("》", low, m.start()):
            start = m.end()
    for mention in reading.names(low, head, "Person"):
        if reading.text.count("《", low, mention.start) <= reading.text.count("》", low, mention.start):
            start = max(start, mention.end)
    return start
