"""Where an event is held: HELD_IN."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.events import stops
from extractors.events.meeting import Event, events_of
from extractors.lexicon import HAN
from extractors.names.place_entities import home_path
from extractors.reading import Entity, Mention, Reading
from extractors.text import Span

_HELD_AT = re.compile(
    r"(?<![现存旨])(?:在|于(?!\d))(?P<place>[^，。；\n]{1,30}?)(?:同时|同步|顺利|隆重|正式|成功|圆满|集中|精彩|激情|浪漫|欢乐|火热|热闹|[\u4e00-\u9fff]{4}地)?(?:召开|开了|举行|举办|上演|登场|开场|开张|开唱|开采|开镰|开捕|开讲|开馆|开园|开市|签约|奠基|开幕|闭幕|开班|开赛|启幕|打响|圆满结束|落幕|落下帷幕|收官|鸣枪|开跑|拉开帷幕|拉开大幕|拉开序幕|开槌|鸣锣|开席|开锣|开渔|展出|启动|开工|动工|奠基|通车|投产|竣工|封顶|合龙|揭牌|签[订署]|开展|颁发|向|主持|会见|会晤|接见|出席|参加|亮相|(?<!大)[同与](?!(?:江|仁|安|心|德|城|里)[市县区镇])|和(?=[^，。；]{2,10}(?:总统|总理|首相|国王|议长|外长)))"
)
_VENUE = re.compile(
    rf"(?:^|[省市县区镇乡村]|街道)(?P<name>(?:(?![省市县区镇乡村]委|会议室)[{HAN}]){{2,12}}(?:广场|会议中心|礼堂|大礼堂|大厦|酒店|宾馆|体育馆|体育场|体育中心|剧院|会堂|商场|购物中心|商业街|步行街|公园|文化馆|博物馆|展览馆|会展中心|码头|物流园|产业园|园区|社区|山庄|会馆|影剧院|影城|展览中心|活动中心|党校|[果农]品市场|农贸市场|批发市场|牧场|草原|渔港|海滩|沙滩|古城|古镇|老街|大街|滑雪场|雪场|营地|度假区|茶场|林场|农场|书院|文化园|生态园|风?景区|体育公园|陈列馆|纪念馆|陵园))(?:(?![省市县区镇乡村]委)[{HAN}\d]{{0,6}}(?:厅|会议室))?$"
)


# 全县运动会在|县体育场|开幕
_OWN_VENUE = re.compile(
    r"(?P<name>[市县区州镇乡村](?:人民|人力|文化|全民健身|会展|会议|体育|影|活动){0,2}(?:体育场|体育馆|广场|中心|文化馆|剧院|会堂|大?礼堂|公园|资源市场|人才市场))$"
)


# 县政协副主席甲|带领相关人员前往某镇某村，举办“…”活动, 某局到某校|开展…, 在甲镇、乙镇|集中开展…
_GOES_AND = re.compile(
    r"(?P<leads>(?:带领|率领?)[^，。；]{2,16}|带队|率队|一行)?(?:前往|奔赴|赶赴|赴|深入|走进了?|进驻|来到了?|(?<![直达受感收看听想遇接签得做])到|(?<![存现旨正])在)"
    r"(?P<where>(?:[^，。；“”]|“[^“”，。；]{2,24}”){2,70}?)，?(?:集中|联合|共同|组织|分别|先后|正式|隆重){0,3}(?:参加|举办|开展|举行|召开|启动)了?[^，。；]{0,12}\Z"
)


_LEVELS = "省市县区州旗镇乡村"
_BARE_VENUE = 4
_BESIDE = re.compile("[边畔旁岸]?的")  # 某江|边的|某公园
_VISITS = re.compile(r"(?:正式)?(?:走进|来到)(?P<where>[^，。；\n]{2,30})")
"""Behind a campaign that comes to a place: …活动|走进某镇。"""


def held_in(reading: Reading, event: Event) -> None:
    """在…召开: the places named there; a body only when no place is."""
    text = reading.text
    sentence = reading.sentence(event.start)
    goes = _GOES_AND.search(text, sentence.start, event.start) if event.entity.label == "Activity" else None
    if goes is not None:
        for place in _visited(reading, *goes.span("where")):
            reading.fact("HELD_IN", event.entity, place.entity, goes.span(), "held-where-they-go", 0.75)
        for stop in _sites(reading, *goes.span("where")):
            reading.fact("HELD_IN", event.entity, stop, goes.span(), "held-at-site", 0.7)
        leader = reading.name_ending_at(goes.start(), "Person")
        if leader is not None and goes["leads"]:
            reading.fact("LED", leader.entity, event.entity, goes.span(), "led-there", 0.75)
    visits = _VISITS.match(text, event.end)
    if visits is not None:
        for place in _visited(reading, *visits.span("where")):
            reading.fact("HELD_IN", event.entity, place.entity, (event.start, visits.end()), "held-visits", 0.75)
    _in_its_name(reading, event)
    _opening_place(reading, event, sentence)
    for m in _held_at(reading, sentence):
        if abs(m.start() - event.end) > 40 and abs(event.start - m.end()) > 40:
            continue
        if event.end < m.start() and (_told_there(reading, event, m.start()) or _of_next(reading, event, m.end())):
            continue
        places = list(reading.names(m.start("place"), m.end("place"), "Place"))
        if _HERE.fullmatch(m["place"]) and (told := _place_before(reading, sentence, m.start())) is not None:
            places = [told]
        if m["place"].startswith(("京", "沪")) and len(m["place"]) == 1:
            city = reading.entity("Place", {"京": "北京", "沪": "上海"}[m["place"]])
            reading.alias(city, m["place"])
            reading.mention(city, m.start("place"), m.end("place"), "place-abbreviation", 0.9)
            reading.fact("HELD_IN", event.entity, city, m.span(), "held-at", 0.9)
            continue
        for place in places:
            reading.fact("HELD_IN", event.entity, place.entity, m.span(), "held-at", 0.85)
        venue = _VENUE.search(m["place"])
        after = places[-1].end if places else m.start("place")
        site = stops.site(reading, after, m.end("place")) if venue is None else None
        if venue is None and site is None:
            venue = _OWN_VENUE.search(m["place"])
        begin = m.start("place") + venue.start("name") if venue else 0
        end = m.start("place") + venue.end("name") if venue else 0
        if places and begin < places[-1].end:  # 甲市|某某大酒店
            beside = _BESIDE.match(text, places[-1].end)
            begin = beside.end() if beside is not None else places[-1].end
            part_of_it = text[begin - 1] not in _LEVELS and 0 < end - begin <= _BARE_VENUE
            whole = places[-1].start if part_of_it else begin  # 甲大剧院
        else:
            whole = begin
        if venue and end - whole > 3 and end > begin and reading.free(begin, end):
            entity = reading.entity("Place", text[whole:end], level="other", scope=home_path(reading))
            if reading.claim(entity, begin, end, "place-venue", 0.75) is not None and whole < begin:
                entity.aliases.discard(text[begin:end])
            reading.fact("HELD_IN", event.entity, entity, m.span(), "held-at-venue", 0.75)
        elif (
            venue is not None and (site := stops.site(reading, after, m.end("place"))) is not None
        ) or site is not None:
            reading.fact("HELD_IN", event.entity, site, m.span(), "held-at-site", 0.7)
        elif not places and not (m["place"].endswith("组织") and reading.text.startswith("的", m.end())):
            # but 在省教育厅组织召开的会议上 tells who called it
            for body in reading.names(m.start("place"), m.end("place"), "Organization", "Company", "Project", "Agency"):
                if body.label == "Agency" and not _SEAT.match(reading.text, body.end, m.end("place")):
                    continue
                reading.fact("HELD_IN", event.entity, body.entity, m.span(), "held-at-body", 0.75)


# 甲县（乙市）产业投资推介会, not 中国（丙县）稻米文化节
_NAMED_IN = re.compile(rf"(?<!中国)（(?P<where>[{HAN}·]{{2,8}}?)(?:站|赛区|专场)?）(?=[{HAN}]|$)")


def _in_its_name(reading: Reading, event: Event) -> None:
    """Add the place that an event's name has in brackets."""
    named = _NAMED_IN.search(reading.text, event.start, event.end)
    place = reading.name_at(named.start("where")) if named is not None else None
    if named is not None and place is not None and place.label == "Place" and place.end == named.end("where"):
        reading.fact("HELD_IN", event.entity, place.entity, (event.start, event.end), "held-in-name", 0.75)


# 在浙江某县，|3万多名党员参与“…”主题党日活动; 12日，在某村文化广场，
_OPENS_IN = re.compile(
    rf"(?:(?<=[。；\n])|\A)[ 　]{{0,4}}(?:[^，。；]{{0,16}}[日天午晚]，?)?在(?P<where>[{HAN}A-Za-z0-9“”·（）]{{2,30}}?)(?:现场|内|里|上|举行的[^，。；]{{2,20}}中)?，"
)
# 第三届某论坛16日举行，|主会场设在某镇
_SET_UP = re.compile("(?:主会场|会场|主场)(?:就|也|分别)?设在(?P<where>[^，。；]{2,30})")


def _opening_place(reading: Reading, event: Event, sentence: Span) -> None:
    """Add the place that the event's clause opens with, and where its venue is said to be."""
    clause = max(reading.text.rfind("；", sentence.start, event.start) + 1, sentence.start)
    opens = _OPENS_IN.match(reading.text, clause)
    if opens is not None and opens.end() <= event.start and event.start - opens.end() <= _SAME_BREATH:
        for place in _visited(reading, *opens.span("where")):
            if place.label == "Place" and not _told_there(reading, event, opens.start()):
                reading.fact("HELD_IN", event.entity, place.entity, (opens.start(), event.end), "held-opening", 0.75)
    set_up = _SET_UP.search(reading.text, event.end, reading.sentence(min(sentence.end, len(reading.text) - 1)).end)
    if set_up is not None:
        for place in _visited(reading, *set_up.span("where")):
            reading.fact("HELD_IN", event.entity, place.entity, (event.start, set_up.end()), "held-set-up", 0.75)


_SAME_BREATH = 40
# 某镇圩场热闹非凡，某活动在|这里|举行
_HERE = re.compile("这里|此地?|该[镇乡村]|当地")


def _place_before(reading: Reading, sentence: Span, at: int) -> Mention | None:
    """Return the town, village or site that was named last in the sentence or the one before it."""
    low = reading.sentence(max(sentence.start - 1, reading.body_start)).start
    named = list(reading.names(low, at, "Place"))
    return named[-1] if named and named[-1].entity.properties.get("level") in _NEAR else None


_NEAR = ("town", "village", "zone", "other")
_SAYS = re.compile("，[^，。；]{0,30}(?:介绍|表示|透露|宣布)，")


def _told_there(reading: Reading, event: Event, at: int) -> bool:
    """举行发布会，有关负责人介绍，|某博览会将在甲市举办: another event, or what somebody says, stands between."""
    between = reading.text[event.end : at]
    nearer = (e for e in events_of(reading).found if event.end <= e.start < at and e.entity is not event.entity)
    return "，" in between and (any(nearer) or _SAYS.search(between) is not None)


def _of_next(reading: Reading, event: Event, at: int) -> bool:
    """甲出席某会议，宣布将在乙市举办|下一次会议: tell whether it is another event that is held there."""
    others = (e for e in events_of(reading).found if e.entity is not event.entity)
    return any(other.start >= at and reading.text[at : other.start] in ("", "了", "“") for other in others)


def _visited(reading: Reading, start: int, end: int) -> Iterator[Mention]:
    """Yield the places named from here on, else the bodies and projects: 到|某镇某村, 赴|某教育基地——某馆."""
    named = [m for m in reading.names(start, end) if m.label in _SITES]
    if named and _STRAIGHT.fullmatch(reading.text, start, named[0].start):
        places = [m for m in named if m.label == "Place"]
        yield from places or named


def places_at(reading: Reading, start: int, end: int) -> list[Entity]:
    """Return the places that these words name, else the bodies and projects, and the sites that nothing else names."""
    return [*(m.entity for m in _visited(reading, start, end)), *_sites(reading, start, end)]


_ITEM = re.compile(r"[^、和与及]+")


def _sites(reading: Reading, start: int, end: int) -> list[Entity]:
    """Return the squares, markets and stations that nothing else names: 到|人民广场、青屏农贸市场|开展."""
    found = []
    for item in _ITEM.finditer(reading.text, start, end):
        named = [m.end for m in reading.names(item.start(), item.end(), "Place")]
        found.append(stops.site(reading, max([item.start(), *named]), item.end()))
    return [entity for entity in found if entity is not None]


def places_held_at(reading: Reading, span: Span) -> list[Entity]:
    """Return the places, else the bodies whose rooms they are, where something in these words is said to be held."""
    found = []
    for m in _held_at(reading, span):
        named = [n for n in reading.names(*m.span("place")) if n.label in (*_SITES, "Agency")]
        places = [n.entity for n in named if n.label == "Place"]
        found += places or [n.entity for n in named]
    return found


_STRAIGHT = re.compile(rf"(?:位于)?(?:[{HAN}]{{2,8}}、){{0,3}}")
_SITES = ("Place", "Organization", "Company", "Project")


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
        if "、" in m["place"] and (m[0].endswith(_BUILT) or not _several(reading, *m.span("place"))):
            at = m.start() + 1
            continue
        yield m


_BUILT = ("开工", "动工", "奠基", "通车", "投产", "竣工", "封顶", "合龙")


def _several(reading: Reading, start: int, end: int) -> bool:
    """Tell whether these words list two places or more: 甲市、乙市|两地."""
    return len(list(reading.names(start, end, "Place"))) > 1


_SEAT = re.compile(rf"(?:机关)?[{HAN}\d]{{0,6}}(?:会议室|会议厅|礼堂|组织)?\Z")
"""What may stand between a body whose rooms a meeting is held in and the verb of holding."""
