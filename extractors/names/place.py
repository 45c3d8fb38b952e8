"""Places: divisions with their path and code, villages, zones, countries, and words such as 我市 that stand for one."""

from __future__ import annotations

import re

from extractors.gazetteer import load_gazetteer, regions
from extractors.hits import PlaceHit
from extractors.lexicon import HAN, POSTS, alternatives
from extractors.names import abroad, sights, told_venues, town_rows, waters
from extractors.names.place_entities import elsewhere, last_place, place_entity
from extractors.names.villages import begins_with_verb, behind_deictic, read_villages, village_within
from extractors.reading import Entity, Reading
from extractors.text import occurrences

_DEICTIC = re.compile(
    r"(?P<det>我|全|本|该)(?P<level>自治区|省|市|县|区|州|盟|旗|镇|乡|村|屯|街道)(?![局委长领直级内外场民政府])|(?P<here>当地)"
)
_REGION = re.compile(rf"(?:{alternatives(regions())})(?:山区|流域|地区|(?<=山)区)?")


def read(reading: Reading) -> None:
    """Add the places of the article, with PART_OF for pairs that the text puts together."""
    abroad.cities(reading)
    for start, end, town in town_rows.towns(reading):
        if reading.free(start, end):
            reading.claim(place_entity(reading, town), start, end, "place-town-row", 0.85)
    waters.read(reading)
    _divisions(reading)
    _unlisted_towns(reading)
    read_villages(reading)
    _inside_names(reading)
    _towns_in_short(reading)
    _deictics(reading)
    abroad.states(reading)
    sights.read(reading)
    _landscape(reading)
    told_venues.read(reading)
    sights.belong(reading)
    sights.lies(reading)
    _pairs(reading)


def _divisions(reading: Reading) -> None:
    previous: tuple[PlaceHit, Entity] | None = None
    around: tuple[PlaceHit, Entity] | None = None  # of 杭州市上城区、西湖区 the city
    for hit in reading.hits:
        if not reading.free(hit.start, hit.end):
            previous = None
            continue
        if not _stands_alone(reading, hit):
            previous = None
            continue
        entity = place_entity(reading, hit.division, hit.name)
        reading.claim(entity, hit.start, hit.end, "place-gazetteer", 0.95 if hit.full else 0.85)
        if previous and previous[0].end == hit.start and hit.division.code.startswith(previous[0].division.code):
            reading.fact("PART_OF", entity, previous[1], (previous[0].start, hit.end), "place-chain", 0.95)
            around = previous
        elif (
            previous is not None
            and around is not None
            and reading.text[previous[0].end : hit.start] in ("、", "和")
            and (hit.full or around[0].division.level == "province")
            and hit.division.level == previous[0].division.level
            and hit.division.code.startswith(around[0].division.code)
        ):
            reading.fact("PART_OF", entity, around[1], (around[0].start, hit.end), "place-chain-list", 0.85)
        elif around is not None and hit.start != (previous[0].end if previous else -1):
            around = None
        previous = (hit, entity)


_VENUES = "人民大会堂 钓鱼台国宾馆 中南海 天安门广场 国家会议中心 八一大楼 京西宾馆".split()
_VENUE = re.compile(alternatives(_VENUES))


def _inside_names(reading: Reading) -> None:
    """大河镇|体育中心, 贾家营镇|古浮图村|的日间照料中心: the full places that the name of a facility begins with."""
    for name in list(reading.names(0, len(reading.text), "Organization", "Project", "Place")):
        at, outer = name.start, None
        while (hit := reading.hits.at(at)) is not None and hit.start == at and hit.end < name.end:
            inner = reading.hits.at(hit.end)
            leads = inner is not None and inner.full and inner.division.code.startswith(hit.division.code)
            if not hit.full and not (leads and hit.division.level == "province"):
                break  # 河北|保定市|易县|的水库 begins with a place, 河北|某某水库 with a name
            place = place_entity(reading, hit.division, hit.name)
            reading.mention(place, hit.start, hit.end, "place-in-name", 0.85)
            if outer is not None:
                reading.fact("PART_OF", place, outer, (name.start, hit.end), "place-chain", 0.9)
            at, outer = hit.end, place
        if outer is not None:
            village_within(reading, at, name.end, outer)
        if outer is not None and name.label == "Place" and name.entity is not outer:
            reading.fact("PART_OF", name.entity, outer, (name.start, name.end), "place-in-name", 0.8)


def _pairs(reading: Reading) -> None:
    """哈密市|大河镇|体育中心: places that stand together inside another name, where both are named by themselves too."""
    for hit in reading.hits:
        outer = reading.hits.ending_at(hit.start)
        if outer is None or not hit.division.code.startswith(outer.division.code):
            continue
        small = reading.known("Place", hit.division.code)
        large = reading.known("Place", outer.division.code)
        if small is not None and large is not None:
            reading.fact("PART_OF", small, large, (outer.start, hit.end), "place-chain", 0.9)


_WORDS = re.compile(
    r"上海(?:精神|合作组织|公报)|得荣[誉获幸]|哈密瓜|大庆(?:安保|活动|期间)|(?<=周年)大庆|台南极|三明确|[河湖山江海][东南西北](?:岸(?!线)|麓|侧(?![重面]))|大兴(?:调查|学习|务实|求真|艰苦|文明|之风)|(?<=创)新社区|新社区(?=建设|治理)"
)
_SHORT_TAIL = re.compile(
    r"号(?![召称])|[新花锦嘉丽雅][苑园]|新闻网|沙漠|沙地|队(?![伍列员形])|村(?![级民镇委干部庄])|小区|家园|腹地|大地|城市群|广场|公园|码头|水库|林场|农场|社区|大桥|大厦|新城|中学|小学|大学|学院|医院|酒店|宾馆|机场|车站|银行|人(?![民大口力才均])|[籍话菜戏剧湾路街站江河湖海港口段桥岛洋舰]|线(?!上|下)|山(?!区)|[东西南北](?![东西南北]?部|[东西南北湖])"
)


def _stands_alone(reading: Reading, hit: PlaceHit) -> bool:
    """A short form is no place where it is part of a road's, a dish's or a dialect's name (`太原路`)."""
    if _WORDS.match(reading.text, hit.start):
        return False
    whole = _REGION.match(reading.text, hit.start)
    if whole is not None and whole.end() > hit.end and whole[0] in regions():
        return False  # 青海|湖, 北京|城市副中心
    if hit.full or reading.hits.at(hit.end) is not None:
        return True
    behind = reading.name_at(hit.end)
    if behind is not None and behind.start == hit.end and behind.rule == "place-sight":
        return True  # 青州|东柳湖自然保护区
    return not _SHORT_TAIL.match(reading.text, hit.end)


_TOWN = re.compile(
    rf"(?:(?<=[在到往赴入及和与进、，。；（\s])|(?<=[县区市旗]))(?P<name>(?!和(?![平睦兴顺美])|[与及])(?:(?![在到往赴入不镇乡])[{HAN}]){{2,4}}(?:[镇乡](?![镇乡村办里土亲贤间愁情音企贸建统区])|街道(?!办(?![\u4e00-\u9fff]{{2,4}}社区)|[党工口旁两上边沿路])))"
)
_NO_TOWN = re.compile(
    r"^(?:城(?!郊乡)|乡|集|小|特色|中心|各|该|我|每个|两|三|多个|重点|强|重|名|示范|部分|大部|工业|文明|美丽|边境|偏远|产业|繁华|主要|主干|背街|城关|农业|县|省|市|区|等|和|与|所|一|下|家|返|故|回|入|离|进)|[个各等与的全该本由]|和(?![镇乡])|[一二三四五六七八九十两][镇乡]$|[集乡城小建重强名县][镇乡]$|^.场镇$|^[从由向对为把将被]"
)

_TOWN_SURE = re.compile(
    rf"(?![一二两三各全该本])[{HAN}]{{2,4}}?村(?![民级庄])|党委|镇长|乡长|\d+个(?:行政)?村|(?<=街道)办?(?:(?![的了在与和及、])[{HAN}]){{2,4}}?社区(?![服工])"
)
"""What stands behind a town that nothing else tells of: its village, its committee, its head."""


def _unlisted_towns(reading: Reading) -> None:
    """Towns that the gazetteer does not hold (merged or renamed since), after a preposition or their county."""
    towns = list(_TOWN.finditer(reading.text))
    sure = {m["name"] for m in towns if _TOWN_SURE.match(reading.text, m.end())}
    for m in towns:
        begin, end = m.span("name")
        if (
            _NO_TOWN.search(m["name"])
            or begins_with_verb(m["name"])
            or not reading.free(begin, end)
            or (m["name"].endswith("水乡") and m["name"] not in sure)
        ):
            continue
        parent = reading.name_ending_at(begin, "Place")
        county = parent.entity.seat if parent else reading.home.division
        if (county is None or county.level != "county") and m["name"] not in sure:
            continue
        path = "".join(d.name for d in load_gazetteer().path(county.code)) if county else None
        listed = [d for d in load_gazetteer().stem(m["name"][:-1]) if county and d.code.startswith(county.code)]
        if len(listed) == 1:  # 柳湾乡, in full 柳湾畲族乡
            entity = place_entity(reading, listed[0], m["name"])
        else:
            entity = reading.entity("Place", m["name"], level="town", scope=path)
        entity.seat = entity.seat or county
        reading.claim(entity, begin, end, "place-town-unlisted", 0.7)
        if parent:
            reading.fact("PART_OF", entity, parent.entity, (parent.start, end), "place-chain", 0.85)


_DIVISION_END = re.compile(r"(?:自治县|自治州|街道|[镇乡市县区])$")


def _towns_in_short(reading: Reading) -> None:
    """钱库 after 钱库镇: the stem of a town, county or city spelled in full in this article."""
    for entity in list(reading.of_label("Place")):
        division = entity.seat
        if division is None or entity.name != division.name or division.level not in ("town", "county", "prefecture"):
            continue
        stem = _DIVISION_END.sub("", division.name)
        if len(stem) < 2 or stem == division.name:
            continue
        for span in occurrences(reading.text, stem):
            if not _SHORT_TAIL.match(reading.text, span.end):
                reading.claim(entity, span.start, span.end, "place-stem", 0.8)


def _deictics(reading: Reading) -> None:
    """我市, 全县, 该镇, 当地: the home's place, else the last place of that level."""
    for m in _DEICTIC.finditer(reading.text):
        if not reading.free(m.start(), m.end()):
            continue
        entity = _stands_for(reading, m["det"] or "", m["level"] or "", m.start())
        if entity is not None:
            reading.claim(entity, m.start(), m.end(), "place-deictic", 0.85)
            if m["det"] in ("我", "该"):
                behind_deictic(reading, entity, m)


def _stands_for(reading: Reading, det: str, level: str, position: int) -> Entity | None:
    if not level:
        return None
    last = last_place(reading, level, position)
    if (det == "该" or (det == "全" and level in ("镇", "乡", "街道"))) and last is None:
        # 交城县公安局…该县: the place was named inside a body's name only
        inside = [h.division for h in reading.hits if h.start < position and h.division.name.endswith(level)]
        return place_entity(reading, inside[-1]) if inside else None
    if det == "该" or (det == "全" and level in ("村", "屯", "镇", "乡", "街道")):
        return last
    home = reading.home.stands_for(level)
    if home is not None:
        return place_entity(reading, home)
    return None if last is not None and elsewhere(reading, last, position) else last


def _other_hit(reading: Reading, m: re.Match[str]) -> bool:
    """Tell whether a division stands at the head of a region and is no mere part of its name, as 青海 is of 青海湖."""
    hit = reading.hits.at(m.start())
    return hit is not None and (hit.start < m.start() or hit.end >= m.end() or hit.full)


_POLAR = re.compile(
    "[洲村镇光星熊狐圈点虾磷乡-]|冰|寒|边境|艾|科考(?!队?员)站?|考察站|[长中泰秦]|上"
)  # 南极|洲, 北极|村, 日本海|上自卫队
_PARTS = ("东部地区", "西部地区", "中部地区")
_STREET_AFTER = re.compile("大道|大街|街道|[东南西北中]?路(?![演网径线上])")
_SAYING = re.compile(r"[如于]泰山|大海捞|大江[南北]")


# 博鳌|亚洲论坛, 雄安|站: names of other things
_NO_REGION = re.compile(
    "博鳌(?:亚洲论坛|机场)|横琴(?:线|站|人)|雄安(?:站|集团|高铁|人)|(?:黄淮|海南岛|乌镇|外滩|天安门)(?:国际|峰会|大会|学院|高铁|城楼|广场)|(?:川渝|鲁南|鲁中|鄂北|皖江)(?:高铁|高速|大学|晨报|水资源|工程)"
)

_RULES = re.compile("党工委|管委会|管理委员会")
# 书记|苏中滨, 局长|江南
_LIKE_NAMES = frozenset("苏中 苏南 苏北 江南 江北 江淮 江浙 滇中 冀南 冀中 闽南".split())
_POST_BEFORE = re.compile(rf"(?:{alternatives(POSTS)})\Z")


def _landscape(reading: Reading) -> None:
    """Venues of state, and rivers, mountains and regions by their names."""
    for m in _VENUE.finditer(reading.text):
        venue = reading.entity("Place", m[0], level="other")
        if reading.text.endswith("北京", 0, m.start()):
            reading.alias(venue, "北京" + m[0])
        reading.claim(venue, m.start(), m.end(), "place-venue", 0.9)
    for m in _REGION.finditer(reading.text):
        if (
            reading.text[m.start() - 1 : m.start()] == "天"
            or (m[0] == "海河" and reading.text[m.start() - 1 : m.start()] == "入")
            or (m[0][-1] == "海" and reading.text.startswith("湾", m.end()))
            or (m[0][0] == "关" and reading.text[m.start() - 1 : m.start()] in ("有", "相"))
            or (m[0][0] in "东中西" and m[0].endswith("地区") and reading.text[m.start() - 1] in "东中西")
            or (m[0][-1] in "东南西北" and reading.text.startswith(tuple("部东南西北"), m.end()))
            or (m[0] in _PARTS and reading.hits.ending_at(m.start()) is not None)  # 某省|东部地区
            or (m[0] == "关中" and reading.text[m.start() - 1] == "城")
            or (m[0] == "东海" and reading.text.startswith("中东海湾", m.start() - 1))
            or (m[0] == "中原" and reading.text[m.start() - 1 : m.start()] in ("一", "个"))
            or (m[0] in ("南极", "北极") and _POLAR.match(reading.text, m.end()))
            or reading.text.startswith(("站", "新闻网", "都市报", "日报", "晚报"), m.end())
            or _STREET_AFTER.match(reading.text, m.end())
            or (reading.text[m.start() - 1] == "环" and reading.text.startswith("水资源配置工程", m.end()))
            or (
                m[0] == "北疆"
                and (reading.text.endswith("祖国", 0, m.start()) or reading.text.startswith(("绿色", "文化"), m.end()))
            )
            or _SAYING.match(reading.text, max(0, m.start() - 1))
            or _NO_REGION.match(reading.text, m.start())
            or _other_hit(reading, m)
            or (m[0] in _LIKE_NAMES and _POST_BEFORE.search(reading.text, max(0, m.start() - 6), m.start()))
        ):
            continue  # 天南海北, 有|关中央单位, 中|东部地区, 苏皖|北部, 粤东|西北, 秦|淮河 in 秦淮河
        ruled = _RULES.match(reading.text, m.end()) if m[0].endswith("新区") else None
        if ruled is not None:
            agency = reading.entity("Agency", m[0] + ruled[0])
            reading.claim(agency, m.start(), ruled.end(), "agency-zone", 0.85)
            continue
        name = re.sub(r"(?:山区|流域|地区|(?<=山)区)$", lambda end: "山" if end[0] == "山区" else "", m[0])
        name = name if name in regions() else m[0]
        name = "雄安新区" if name == "雄安" else name
        name = "粤港澳大湾区" if name == "大湾区" and "粤港澳大湾区" in reading.text else name
        entity = reading.entity("Place", name, level="other")
        reading.claim(entity, m.start(), m.end(), "place-region", 0.7)
