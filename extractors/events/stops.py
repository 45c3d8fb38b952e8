"""The stops of an inspection: every place that its leaders came to, also those that only this list names."""

from __future__ import annotations

import re

from extractors.events.visits import Visit, told_of, visits_of
from extractors.lexicon import HAN
from extractors.names.place_entities import home_path, level_division, place_entity
from extractors.names.tokens import is_common, segment
from extractors.names.villages import begins_with_verb, village_within
from extractors.reading import Entity, Mention, Reading
from extractors.text import Span

_SPEECH = re.compile(r"强调|指出|要求|说(?=[，：])|表示|叮嘱|提出(?=[，：])|勉励|希望")
_PARTY = re.compile(
    r"考察团|代表团|(?:^|(?<=[，。\n]))总书记(?:还|先后|实地)?(?=来到|走进|察看|考察|视察)|"
    r"[他她](?:详细|仔细|认真|实地|走进|来到|深入|察看|查看|先后|听取|与|同)|一行|(?:督查|调研|考察|督导|检查|视察|评议|督办|指导|观摩|慰问)组|[他她]还|(?:^|(?<=[。\n]))\s{0,20}(?:调研|检查|督导|督查|视察|考察|走访|慰问|活动|巡查|暗访)(?:中|期间|过程中)，|随后|(?:委员|代表|客商|企业家|嘉宾|专家)们|(?:编辑|媒体)记者|采[风访]团"
)
_VERB = re.compile(
    r"先后来到|先后到|先后深入|先后走进|先后前往|先后实地(?:观摩了?)?|先后查看了?|先后察看了?|先后参观了?|视察(?!组|团)了?|先后考察了?|实地观摩了?|现场观摩了?|实地察看了?|实地考察了?|实地查看了?|现场察看了?|现场查看了?|(?:检查|抽查)了|来到|深入|走进|察看了?|查看了?|参观了?|瞻仰了?|"
    r"前往|赶赴|赶往|抵达|(?:第[一二三四]|最后一|首)站是|还到|考察了|调研了|走访了?|看望了|慰问了|对(?=[^，。；]{4,90}?(?:进行|开展)了?(?:实地|现场|集中|重点|逐一)?(?:检查|督查|督导|察看|查看|视察|走访|暗访|巡查|抽查))|到(?!位|了|达|底)|赴|(?:^|(?<=[，。；\n])|(?<=代表团)|(?<=考察团)|(?<=一行))在(?![^，。；]{2,24}(?:召开|举行|举办|主持|(?:领导|支持|带领|指导|关心|帮助|努力|配合|推动|引领|陪同)[^，。；]{0,6}下))|先后"
)
_ITEM = re.compile(
    rf"(?P<name>(?:(?![、，。；了进]|开(?!发区)|以及|等地|查看|察看|了解|围绕|就[{HAN}])[{HAN}A-Za-z0-9“”·（）-]){{2,32}}?)(?P<end>等(?:地|处|企业|项目|单位|[^，。；]{{0,10}})?|、|和|以及|及|，|。|；|进行|开展|调研|考察|检查|督导|查看|察看|了解|就|时|的|参观|现场|采访|采风|周边|附近|沿线|一带|$)"
)
_FACILITY = re.compile(
    r"(?:园|馆|站|所|码头|仓库|工地|基地|小镇|总部|广场|旧址|故居|水库|大桥|港|市场|车间|中心|社区|村|学校|小学|中学|医院|厂|库|[港工]区|作业区|加工园|景区|牧场|林场|农场|商场|超市|隧道|大堤|坝|闸|湿地|河段|陵园|机场|口岸|街区|小区|大厦|展厅|"
    r"岩|湖|[一二三四]期|公寓|家园|花园|人行桥|小院|驿站|绿道|院|城|点|段|(?<!生产)线|沟|岛|寺|塔|碑|像|卡口|门店|商城|枢纽|泵站|保护区|矿|校区|厂区|园区|片区|项目区|示范区|府衙|祠堂|故里|书院|药房|药店|大酒店|饭店|倒虹吸|渡槽|电排|开发区|高新区|田径场|体育场|球场|赛道|涵洞|泵房|堤段|桥|堡|寨|土楼|围屋|古城|古镇|遗址|(?<![走长画])廊|商业街|步行街|老街|古街|风光带|夜市|大集|渡口|宫|庙|旧居|会址|大院|苑|科创(?:大)?走廊|平台|服务区|填埋场|砂石场|采石场|山庄|农庄|防洪堤|江堤|河堤|(?<=[\u4e00-\u9fff]{4})公司|集团)$"
)
_GENERIC = re.compile(
    r"^(?:网格化?|城乡|人大代表|代表|联络|政务|游客|托育|工作|育种|种植|养殖|科研|党员|党群|便民|综合|电商|金融|村级|助餐|固定|宗教|佛教|道教|基督教|辖区|内|各大|大型|城区|老|新|旧|项目|施工|教学|实训|生产|建设|部分|企业|各|一些|一线|重点|有关|相关|多家|几家|部门|基层|田间|地头|农户|群众|村民|现场|工地|车间|园区|社区|学校|医院|村|乡村|农村|街道|市场|当地|家中|窗口|单位|办公|会议|活动|服务|每个|不同|"
    r"多个|水位|生产线|厂区|部队|营区|工程|调研|督导|检查|岗位|港口|码头|值班|执勤|点位|两个|三个|四个|五个)*(?:园|馆|站|所|基地|广场|(?:水库|大塘|大坝)*|(?:自来)?水厂|路段|市场|车间|中心|大厅|处所|场所|社区|村|学校|小学|中学|医院|厂|库|景区|小区|点|段|线|院|城|展厅|门店|商场|超市|商超|药店|药房|农贸市场|矿)?$"
)
_INSTITUTION = re.compile(
    r"(?:医院|卫生院|保健院|小学|中学|学校|幼儿园|大学|学院|敬老院|福利院|养老院|合作社|党校|(?<!购物)(?<!商业)中心|[物念览技书化术史]馆|实验室|研究[院所])$"
)
_OF_DISTRICT = re.compile(rf"[{HAN}]{{2,5}}[县区市镇乡]的")
_PLANT = re.compile(r"(?:电厂|水厂|水泥厂|钢厂|药厂|酒厂|机械厂|纺织厂|加工厂|公司|集团|酒业|矿业)$")
_STOPPABLE = ("Place", "Company", "Organization", "Project", "Agency")
_AT_AGENCY = re.compile(
    r"(?:机关)?(?:境内的|辖区|[、，。；]|和|与|及|等|就|进行|开展|调研|考察|检查|督导|督查|督办|视察|走访|慰问|看望|指导|接访|公开接|接待|现场|带案|$)"
)
_ON_SHOW = re.compile("(?:实施|建设|[\\d“])[^，。；、]{0,16}展(?=[，。；、]|$)")
_OPEN_TO_ALL = ("中心", "站", "所", "大厅", "窗口", "队")
"""How the name of an agency ends that is a place to go to as well."""
_JOINS = re.compile(r"和(?![平谐顺睦庆兴])|[与及、的]")
_AT = re.compile(r"\s{0,20}(?:在|走进|来到)")
_OPENS_AT = re.compile(rf"(?:(?<=\n)|\A){_AT.pattern}")
_SEEN = re.compile(
    f"{_SPEECH.pattern}|听取|[察查]看|观看|了解|询问|参观|观摩|考察|视察|检查|调研|督导|督查|走[进访]|来到|深入|交流|交谈|慰问|看望|见证|体验|座谈|一行|代表|委员"
)
"""What visitors do: 在某公司的生产车间，|了解…, not 在某村，村民们舞起龙灯."""
_COMMITTEE = re.compile(r"委会?|办事处")  # 某某村|委会|某某屯
# 田砚秋|在柳湾镇看望了…
_IN = re.compile(r"在(?=[^，。；]{2,30}(?:看望|慰问|走访|察看|查看|检查|调研|督导|考察|了解))")
_GO = re.compile(r"(?:先后|分别)?(?:来到|到|赴|前往|深入|走进|莅临|在|来)\Z")


def read(reading: Reading) -> None:
    """Add HELD_IN of the inspection for each stop."""
    for visit in visits_of(reading):
        _stops(reading, visit)


def _stops(reading: Reading, visit: Visit) -> None:
    """Add HELD_IN of one visit for the stops in the part of the text that tells of it."""
    trip = visit.entity
    for mention in trip.mentions:
        if "参观" in trip.name and any(m.rule == "activity-call" for m in trip.mentions):
            continue  # 参观|柳国某集团展厅: whose it is
        comma = reading.text.startswith(("，就", "，围绕", "，对"), mention.start - 1)  # 来我县，|就…进行考察
        near = reading.name_ending_at(mention.start - comma, "Place")
        if near is not None and _GO.search(reading.text, 0, reading.chain_start(near)):
            reading.fact("HELD_IN", trip, near.entity, (near.start, mention.end), "trip-place", 0.85)  # 来某市|就…调研
        for place in reading.names(mention.start, mention.end, "Place"):
            if reading.text[place.start] == "全" and not _GO.search(reading.text, mention.start, place.start):
                continue  # 就全市供水工作开展调研: what about, not where
            if reading.text.count("“", mention.start, place.start) > reading.text.count(
                "”", mention.start, place.start
            ):
                continue  # 就“美丽某地”建设开展调研
            reading.fact("HELD_IN", trip, place.entity, (mention.start, mention.end), "trip-place", 0.85)
        for agency in reading.names(mention.start, mention.end, "Agency"):
            going = _GO.search(reading.text, mention.start, agency.start)
            if going and going.start() == mention.start and _AT_AGENCY.match(reading.text, agency.end):
                reading.fact("HELD_IN", trip, agency.entity, (mention.start, mention.end), "trip-agency", 0.8)
    leaders = set(visit.leaders)
    visiting = False
    for sentence in told_of(reading, visit):
        # 在某某公司的生产车间，: a paragraph of the visit, or its next stop
        opens = (_AT if visiting else _OPENS_AT).match(reading.text, sentence.start)
        chain = _known(reading, opens.end()) if opens is not None else []
        inside = bool(chain) and (_goes_on_there(reading, sentence) or _in_town_visited(reading, trip, chain))
        inside = inside or any(sentence.start <= m.start < sentence.end for m in trip.mentions)
        speech = _SPEECH.search(reading.text, sentence.start, sentence.end)
        stop = speech.start() if speech else sentence.end
        names = {m.entity for m in reading.names(sentence.start, sentence.end, "Person")}
        party = bool(inside or names & leaders) or _PARTY.search(reading.text, sentence.start, stop) is not None
        visiting = (visiting or party) and not reading.text.startswith("\n", sentence.end)
        if party:
            for m in _VERB.finditer(reading.text, sentence.start, stop):
                at = m.end() + bool(_DONE_OR_KNOWN.match(reading.text, m.end()))
                _run(reading, trip, Span(at, stop), m.start())
            for person in reading.names(sentence.start, stop, "Person"):
                there = _IN.match(reading.text, person.end, stop) if person.entity in leaders else None
                if there is not None and not inside:
                    _run(reading, trip, Span(there.end(), stop), person.start)
        elif (station := _STATION.match(reading.text, sentence.start, stop)) is not None:
            _run(reading, trip, Span(station.end(), stop), station.start())


_STATION = re.compile(r"\s{0,4}第[一二三四五六七八]站(?:是|，|来到|到|走进)?")
"""What opens the sentence of a stop by its number: 第二站|柳湾村."""


def _in_town_visited(reading: Reading, trip: Entity, chain: list[Mention]) -> bool:
    """县长甲到青屏镇检查。在|青屏镇柳湾村|，椒农排起了队: a place within a town that the visit is said to have come to."""
    town = chain[0].entity
    within = len(chain) > 1 and chain[1].label == "Place" and town.properties.get("level") == "town"
    return within and reading.has_fact("HELD_IN", trip, town)


def _goes_on_there(reading: Reading, sentence: Span) -> bool:
    """Tell whether visitors do something in a sentence, or the next one speaks of them: 在某车间，工人正在赶制订单。田砚秋一行…."""
    if _SEEN.search(reading.text, sentence.start, sentence.end):
        return True
    following = reading.sentence(sentence.end)
    return following.start >= sentence.end and "一行" in reading.text[following.start : following.end]


def _run(reading: Reading, trip: Entity, span: Span, verb: int) -> None:
    """Read the list that follows the verb at once, item by item, up to the first that is no place."""
    here = _HERE.match(reading.text, span.start, span.end)
    at = here.end() if here is not None and reading.name_at(span.start) is None else span.start
    lies = _LIES.match(reading.text, at, span.end)
    at = lies.end() if lies is not None else at
    if _FACILITIES.match(reading.text, at, span.end):
        return
    vouched = _VOUCHED.match(reading.text, at, span.end) is not None
    while at < span.end:
        known = _known(reading, at)
        if known and (_ITS_PEOPLE.match(reading.text, known[-1].end) or reading.text.startswith("途中", known[-1].end)):
            return
        if known:
            for mention in known:
                if _is_seen(reading, mention) and reading.text[mention.start] != "全":
                    reading.fact("HELD_IN", trip, mention.entity, (verb, mention.end), "trip-stop", 0.82)
                _around(reading, trip, mention, verb)
            last = known[-1]
            within = _WITHIN.match(reading.text, last.end, span.end)
            if within is not None and (
                within[0] != "的"
                or _known(reading, within.end())
                or opens_with_stop(reading.text, within.end(), span.end)
            ):
                at = within.end()
                continue
            tail = _tail(reading, trip, last, span.end, known[0])
            at = tail or last.end
        else:
            m = _ITEM.match(reading.text, at, span.end)
            further = m is not None and (m["end"] == "、" or (m["end"] == "，" and _place_at(reading, m.end())))
            if m is not None and further and not _is_stop(m["name"]) and len(m["name"]) <= 14:
                if _VERB.match(m["name"]):
                    return
                if vouched and _SITE.fullmatch(m["name"]) and (site := _stop(reading, at, m.end("name"))) is not None:
                    reading.fact("HELD_IN", trip, site, (verb, m.end("name")), "trip-stop-vouched", 0.65)
                at = m.end()  # an item of the list that is not known as a place
                continue
            whose = _OF_DISTRICT.match(reading.text, at, span.end) if m is None or m["end"] == "的" else None
            if whose is not None:
                at = whose.end()  # 滨海区的|某某产业园
                continue
            if m is None or not _is_stop(m["name"]):
                return
            entity = _stop(reading, at, m.end("name")) or _behind_place(reading, at, m.end("name"))
            if entity is None and (further or (m["end"] == "的" and _known(reading, m.end()))):
                at = m.end()
                continue
            if entity is None:
                return
            reading.fact("HELD_IN", trip, entity, (verb, m.end("name")), "trip-stop-named", 0.75)
            at = m.end("name")
            if m["end"] == "的" and _known(reading, m.end()):
                at = m.end()  # 某某开发区|的|某某公司
                continue
        aside = _ASIDE.match(reading.text, at, span.end)
        at = aside.end() if aside is not None else at  # 某镇幼儿园（新园）、某某中学
        joint = _JOINT.match(reading.text, at) or (_UNKNOWN_PART.match(reading.text, at, span.end) if known else None)
        if joint is None:
            return
        at = joint.end()
        after = reading.name_at(at)
        if after is not None and after.label == "Person":
            return  # 在县武警中队，|贺云松代表县委、县政府…


_DONE_OR_KNOWN = re.compile("了|(?<=[看访]了)解(?!放)")  # 察看|了, 察看了|解
_JOINT = re.compile(
    r"，?以及(?:位于)?|，(?=[^，。]{2,16}，以及)|、|和(?![平谐顺睦庆兴])|与|及|以及|，(?=[^，。]{2,20}(?:[、等]|以及))"
)
# 某镇|梅林侨乡、某镇某村: behind the town something that is not known as a place, within a list of places
_UNKNOWN_PART = re.compile(
    rf"(?!等|就|查看|察看|了解|开展|进行|调研|检查|督导)[{HAN}]{{2,8}}、(?=[{HAN}]{{2,4}}[镇乡村])"
)


# 甲菜场、乙汽渡、丙码头等防汛重点区域: the end of the list says that all of its items are sites
_VOUCHED = re.compile(
    rf"[^，。；、]{{2,14}}(?:、[^，。；、]{{2,14}}){{1,12}}等[{HAN}]{{0,10}}(?:区域|点位|场所|部位|路段|地段|地点)(?=[，。；]|进行|实地|开展)"
)
# 查看党员活动室、便民大厅、卫生室等阵地建设: what a village has, not where
_FACILITIES = re.compile(
    r"[^，。；、]{2,14}(?:、[^，。；、]{2,14}){1,12}等(?:[\u4e00-\u9fff]{0,4}阵地|基础设施|配套设施|功能室|功能区)"
)
_SITE = re.compile(rf"(?!各|部分|多个|有关|相关)[{HAN}]{{4,10}}")


_ITS_PEOPLE = re.compile("籍|院士|(?:挂职|援派|派驻|选派|支援)")  # 看望了某区|挂职干部
_WITHIN = re.compile("(?:境内|辖区内?)的|的(?=[^，。；]{4})")  # 察看了某某镇|境内的|某某水库, 某开发区|的|某某公司
# 走进|位于|某市的某某公司, 来到|受灾最重的|某村
_LIES = re.compile("位于(?=[^，。；]{2,16}的)|(?:灾情|受灾|受损|任务|影响|情况)最为?[严重艰大][重巨]?的")
_ASIDE = re.compile("（[^（），。；]{1,8}）|[一二三四五六]期(?:工程|项目)?")
_HERE = re.compile(r"(?:我|辖)[省市县区旗镇]的?")  # 深入|我区|某某公司


def _is_seen(reading: Reading, name: Mention) -> bool:
    """Tell whether a name of the list is a place to go to: no body that has offices, not 参观某工程|实施30周年成就展."""
    if name.label == "Agency":
        return name.entity.name.endswith(_OPEN_TO_ALL)
    return name.label != "Project" or _ON_SHOW.match(reading.text, name.end) is None


def _place_at(reading: Reading, at: int) -> bool:
    name = reading.name_at(at)
    return name is not None and name.label == "Place" and name.start == at


def _behind_place(reading: Reading, start: int, end: int) -> Entity | None:
    """某某干渠|石坳镇|青屏闸: the stop behind the last place that the item names."""
    inner = list(reading.names(start, end, "Place"))
    if (
        not inner
        or inner[-1].entity.properties.get("level") not in ("town", "county")
        or not _is_stop(reading.text[inner[-1].end : end])
    ):
        return None
    return _stop(reading, inner[-1].end, end, parent=inner[-1])


def _around(reading: Reading, trip: Entity, stop: Mention, verb: int) -> None:
    """The division that a facility's name begins with is where the inspection was, too."""
    hit = reading.hits.at(stop.start)
    if stop.label == "Agency":
        return  # 某某街道办事处 stands for its street
    if hit is not None and stop.label == "Company" and hit.division in reading.home.path:
        return  # 某市某某有限公司: where it is at home
    if hit is not None and hit.start == stop.start and hit.end < stop.end and hit.full:
        outer = place_entity(reading, hit.division, hit.name)
        reading.fact("HELD_IN", trip, outer, (verb, stop.end), "trip-stop", 0.8)


_SITE_OF_FIRM = re.compile(rf"(?:（[^（）]{{2,8}}）)?[{HAN}]{{2,12}}(?:中心|基地|枢纽)")  # 某集团|华东|（苏州）数据中心
# 青屏办|柳湾村, 沣西镇|柳湾村: the street or town is known to no gazetteer, the village is
_AROUND_VILLAGE = re.compile(rf"[{HAN}]{{2,3}}(?:办|镇|乡|街道)(?=[{HAN}]{{2,6}}(?:村|社区))")


def _known(reading: Reading, at: int) -> list[Mention]:
    """Return the chain of known names that begins here: 交城县|夏家营镇|大辛村."""
    chain: list[Mention] = []
    around = _AROUND_VILLAGE.match(reading.text, at) if reading.name_at(at) is None else None
    village = reading.name_at(around.end()) if around is not None else None
    if around is not None and village is not None and village.start == around.end():
        at = village.start
    position = at
    while True:
        mention = reading.name_at(position)
        if mention is None or mention.start != position or mention.label not in _STOPPABLE:
            return chain
        if mention.label == "Agency" and not _AT_AGENCY.match(reading.text, mention.end):
            return chain
        if chain and chain[-1].label == "Company" and _SITE_OF_FIRM.match(reading.text, mention.end):
            return chain
        chain.append(mention)
        between = _COMMITTEE.match(reading.text, mention.end)
        position = between.end() if between and reading.name_at(between.end()) is not None else mention.end


def _tail(reading: Reading, trip: Entity, last: Mention, end: int, first: Mention) -> int | None:
    """岳阳市|采桑湖水产养殖基地: what follows a known place without a mark may be the stop itself."""
    m = _ITEM.match(reading.text, last.end, end)
    if m is None or _JOINS.match(m["name"]) or not _is_stop(m["name"]):
        return None
    if last.label == "Place":
        entity = _stop(reading, last.end, m.end("name"), parent=last)
        if entity is not None and first.entity.properties.get("level") in ("zone", "other") and first is not last:
            reading.alias(entity, reading.text[first.start : m.end("name")])  # 某某港|某市|集装箱码头
    else:
        entity = _branch(reading, last, m.end("name"))
    if entity is None:
        return None
    reading.fact("HELD_IN", trip, entity, (last.start, m.end("name")), "trip-stop-named", 0.75)
    return m.end("name")


def _branch(reading: Reading, body: Mention, end: int) -> Entity | None:
    """中石化|某某加油站, 某某运河|某某枢纽: a site of the body or project named before it."""
    if body.label not in ("Company", "Organization", "Project"):
        return None
    if not reading.free(body.end, end) and not _named_after(reading, body.end, end, at_place=True):
        return None
    entity = reading.entity(body.label, reading.text[body.start : end])
    entity.seat = body.entity.seat
    if reading.claim(entity, body.end, end, "site-stop", 0.7) is None:
        reading.mention(entity, body.end, end, "site-stop", 0.7)
    return entity


def _named_after(reading: Reading, start: int, end: int, *, at_place: bool = False) -> bool:
    """田砚秋|同志纪念馆, 丰泽苑（|汾阳|）养老院: nothing but a person or places in brackets is named in what ends in a facility.

    What a firm has somewhere may begin with the place (`at_place`): 某集团|华东|（苏州）数据中心.
    """
    inner = list(reading.names(start, end))
    covered = all(reading.name_at(at) in inner for at in (start, end - 1) if reading.name_at(at) is not None)
    if not inner or not covered or inner[-1].end == end:
        return False
    return all(
        name.label == "Person"
        or (name.label == "Place" and (reading.text[name.start - 1] == "（" or (at_place and name.start == start)))
        for name in inner
    )


def opens_with_stop(text: str, start: int, end: int) -> bool:
    """Tell whether the words from start on begin with a site whose kind tells that it is one: 青屏水库和…."""
    item = _ITEM.match(text, start, end)
    return item is not None and _is_stop(item["name"])


_PUBLIC = re.compile(r"(?:广场|公园|农贸市场|步行街|商业街|购物中心|[车高]站|收费站|客运站|码头|景区|夜市|古镇)$")
_SITE_NAME = re.compile(rf"(?!新时代|党群|便民)(?:(?!的)[{HAN}·]|“[{HAN}]{{2,8}}”){{3,14}}")
_IN_TOWN_OF = re.compile(r"·|县城|城区(?=..)|(?<=县)城(?![东西南北关中郊市])")  # 某县|城|十字街广场


def site(reading: Reading, start: int, end: int) -> Entity | None:
    """Return the place of an event that only its sentence names: in public, or under a name that is no common word."""
    lead = _IN_TOWN_OF.match(reading.text, start, end)
    start = lead.end() if lead is not None else start
    name = reading.text[start:end]
    if _SITE_NAME.fullmatch(name) is None or not _is_stop(name) or not reading.free(start, end):
        return None
    facility = _FACILITY.search(name)
    stem = name[: facility.start()] if facility is not None else name
    place = level_division(reading, stem[0], start) if stem[:1] in _LEVELS and reading.hits.at(start) is None else None
    if place is not None:  # 在|县|电影院
        whole = reading.entity("Place", place.name + name[1:], level="other", scope=home_path(reading))
        reading.alias(whole, name)
        reading.claim(whole, start, end, "place-stop", 0.7)
        return whole
    if len(stem) < 2 or (is_common(segment(stem)) and _PUBLIC.search(name) is None):
        return None
    return _stop(reading, start, end)


_LEVELS = tuple("省市县区州")


def _is_stop(name: str) -> bool:
    if re.search(
        r"[两几数多\d][座条处家]|[试亮重难痛堵节热]点$|[型类]水库$|各[地乡镇村县]|调研|督导|考察|检查(?!站)", name
    ):
        return False
    return (
        bool(_FACILITY.search(name))
        and name[0] not in "对就将把看问听查"
        and not _GENERIC.match(name)
        and len(name) >= 3
        and not _VERB.match(name)
    )


_ROOM_OF = re.compile(rf"[{HAN}]{{4,16}}公司(?=[{HAN}]{{0,6}}(?:车间|展厅|仓库|厂区|生产线|工地|基地)$)")
"""A firm whose workshop or hall was seen: 某某茶业有限公司|加工车间."""
_STREET = re.compile(rf"(?P<street>[{HAN}]{{2}}办)(?P<village>[{HAN}]{{2,3}}(?:村|社区))")
"""A village behind its street office in short: 青屏办|柳湾村."""
_MODEL = re.compile(rf"[{HAN}]{{2,8}}?(?:示范点|试点|联系点|示范村|帮扶村|重点村)(?=[{HAN}]{{2,4}}(?:村|社区)$)")
"""Before a village what it is a model of: 乡村振兴示范点|龙岭村."""


def _stop(reading: Reading, start: int, end: int, parent: Mention | None = None) -> Entity | None:
    """Return the Place of a stop that only this list names; its division, printed before it, is what it is part of."""
    if not reading.free(start, end) and not _named_after(reading, start, end):
        return None
    street = _STREET.fullmatch(reading.text, start, end) if parent is None else None
    if street is not None:
        return _in_street(reading, street)
    town = _TOWN_LEAD.match(reading.text, start, end) if parent is None else None
    if town is not None and not begins_with_verb(town["town"]) and reading.hits.at(start) is None:
        return _in_town(reading, town, end)
    firm = _ROOM_OF.match(reading.text, start, end)
    if firm is not None and parent is None and reading.hits.at(start) is None:
        entity = reading.entity("Company", firm[0])
        reading.claim(entity, *firm.span(), "site-stop", 0.75)
        return entity
    model = _MODEL.match(reading.text, start, end)
    start = model.end() if model is not None else start
    first = reading.text[start:end]
    name = first
    if parent is not None:
        named = reading.text[parent.start : parent.end]
        name = (parent.entity.name if named[0] in "我全本该" else named) + first
    scope = parent.entity.properties.get("scope") if parent else "".join(d.name for d in reading.home.path) or None
    plant = _PLANT.search(name) is not None
    if plant or _INSTITUTION.search(name):
        entity = reading.entity("Company" if plant else "Organization", name)
        if reading.claim(entity, start, end, "site-stop", 0.75) is None:
            reading.mention(entity, start, end, "site-stop", 0.75)
        return entity
    whole = reading.known("Place", f"{name}区") if name.endswith("园") else None
    if whole is not None:  # 东岭物流加工园 for the 东岭物流加工园区 named before
        reading.claim(whole, start, end, "place-stop", 0.7)
        return whole
    base = name.endswith(("基地", "平台"))  # what is built and run
    entity = reading.entity("Project", name) if base else reading.entity("Place", name, level="other", scope=scope)
    lies = "LOCATED_IN" if base else "PART_OF"
    reading.alias(entity, first)
    reading.claim(entity, start, end, "place-stop", 0.7)
    if parent is not None:
        if parent.entity.properties.get("level") == "town":
            village_within(reading, start, end, parent.entity)
        entity.seat = parent.entity.seat
        reading.fact(lies, entity, parent.entity, (parent.start, end), "stop-chain", 0.8)
    else:
        hit = reading.hits.at(start)
        if hit is not None and hit.full and hit.start == start and hit.end < end:
            outer = place_entity(reading, hit.division, hit.name)
            reading.mention(outer, hit.start, hit.end, "place-in-stop", 0.8)
            reading.fact(lies, entity, outer, (start, end), "stop-chain", 0.8)
    return entity


_TOWN_LEAD = re.compile(
    rf"(?P<town>(?![各全本该两多小大新老中重]|城乡)[{HAN}]{{2,3}}(?<![乡城集村])[镇乡])(?=[{HAN}]{{4}}|[{HAN}]{{2}}村)"
)
"""A town that the gazetteer does not hold before its stop: 青溪镇|柳湾村新寨."""
_VILLAGE_LEAD = re.compile(rf"(?:(?![的和与及])[{HAN}]){{2,5}}?村(?![委民镇庄])")


def _claimed(reading: Reading, span: tuple[int, int], level: str) -> tuple[Entity, Mention | None]:
    """Return a place at home that only this list names, and its mention where the words were free."""
    scope = "".join(d.name for d in reading.home.path) or None
    place = reading.entity("Place", reading.text[slice(*span)], level=level, scope=scope)
    return place, reading.claim(place, *span, "place-stop", 0.7)


def _in_town(reading: Reading, town: re.Match[str], end: int) -> Entity | None:
    """Return the village behind such a town, else the stop there, as a part of the town."""
    outer, lead = _claimed(reading, town.span("town"), "town")
    village = _VILLAGE_LEAD.match(reading.text, town.end(), end)
    if village is None or lead is None:
        return _stop(reading, town.end(), end, parent=lead) if lead is not None else None
    entity, _ = _claimed(reading, village.span(), "village")
    reading.fact("PART_OF", entity, outer, (town.start(), village.end()), "stop-chain", 0.8)
    return entity


def _in_street(reading: Reading, m: re.Match[str]) -> Entity:
    """Return the village of a stop that stands behind the short name of its street's office."""
    street, _ = _claimed(reading, m.span("street"), "town")
    village, _ = _claimed(reading, m.span("village"), "village")
    reading.fact("PART_OF", village, street, m.span(), "stop-chain", 0.8)
    return village
