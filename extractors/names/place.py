"""Places: divisions with their path and code, villages, zones, countries, and words such as 我市 that stand for one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.gazetteer import Division, load_gazetteer, regions
from extractors.hits import PlaceHit
from extractors.lexicon import HAN, LEFT_BOUNDS, alternatives
from extractors.names import abroad, sights, town_rows
from extractors.names.tokens import is_common, segment
from extractors.names.vocabulary import VERB, vocabulary
from extractors.reading import Entity, Mention, Reading
from extractors.text import occurrences

_DEICTIC = re.compile(
    r"(?P<det>我|全|本|该)(?P<level>自治区|省|市|县|区|州|盟|旗|镇|乡|村|屯|街道)(?![局委长领直级内外场民政府])|(?P<here>当地)"
)
_COMMITTEE_OF = r"委会?(?=[\u4e00-\u9fff]{1,4}?[村屯寨组庄](?![委民集支两务里级镇]))"
_VILLAGE_END = rf"(?:村(?={_COMMITTEE_OF})|村(?![委民支干务级镇庄闸桥渠]|集(?!中)|落(?![实成地户]))|社区(?![居服工矫治卫医干党养老文])|嘎查|居委会)"
_AFTER_TOWN = re.compile(rf"(?![和与及])(?:(?![的了在与、]|各|等)[{HAN}]){{1,6}}?{_VILLAGE_END}")
# 某市的|某某村，
_VILLAGE_OF = re.compile(
    rf"(?![小古山渔新老农乡特美示脱贫重一这那每各城红试])[{HAN}]{{2,4}}村(?=[，。、；和及与]|等|请|里，)"
)
_VILLAGE = re.compile(
    rf"(?:(?<=[在到入进对。“\n])|(?<=[来到]到了)|(?<=途[经径]))(?:(?![的了在和与、到住]|各|等|全|每|本|该|我|这|那|农|乡|城|新农|行政|自然|示范|美丽|脱贫|贫困|重点|山|牧|渔|一|两|多|几|个|整|空心)[{HAN}]){{2,4}}?村(?![委民集支干两务里上级镇庄子])"
)
_REGION = re.compile(rf"(?:{alternatives(regions())})(?:山区|流域|地区|(?<=山)区)?")


@dataclass(frozen=True, slots=True)
class Prefix:
    """The place printed right before a position: where its chain starts, its full name, whether printed in short."""

    start: int
    name: str
    short: bool
    division: Division


def place_before(reading: Reading, position: int) -> Prefix | None:
    """Return the place whose name ends right before this position, or None."""
    hit = reading.hits.ending_at(position)
    if hit is None:
        return None
    name = hit.name if hit.full else hit.division.name
    return Prefix(reading.hits.chain_start(hit), name, not hit.full, hit.division)


def level_division(reading: Reading, level: str, position: int) -> Division | None:
    """Return what a level word (市, 县, 省 …) stands for at this position: home's place, else the nearest before it."""
    found = reading.home.stands_for(level)
    if found is not None:
        return found
    gazetteer = load_gazetteer()
    for hit in reversed([h for h in reading.hits if h.start < position]):
        for division in reversed(gazetteer.path(hit.division.code)):
            if division.name.endswith(level) or (level == "省" and division.level == "province"):
                return division
    return None


def county_of(division: Division | None) -> str | None:
    """Return the name of the county that a division is or lies in; None for what is wider than a county."""
    path = load_gazetteer().path(division.code) if division else ()
    return next((d.name for d in path if d.level == "county"), None)


def home_path(reading: Reading) -> str | None:
    """Return the path of the home, the scope of places of which no more is known; None without a home."""
    return "".join(d.name for d in reading.home.path) or None


def place_entity(reading: Reading, division: Division, printed: str | None = None) -> Entity:
    """Return the Place entity of a division, named in full, with its level, code and path."""
    gazetteer = load_gazetteer()
    parents = "".join(d.name for d in gazetteer.path(division.code)[:-1])
    spelled = (
        printed is not None and printed[-1:] in tuple("省市县区州盟旗镇乡") and not division.name.startswith(printed)
    )
    full = printed if printed and spelled else division.name
    entity = reading.entity(
        "Place", full, key=division.code, level=division.level, code=division.gb_code, scope=parents or None
    )
    entity.seat = division
    if printed:
        reading.alias(entity, printed)
    return entity


def read(reading: Reading) -> None:
    """Add the places of the article, with PART_OF for pairs that the text puts together."""
    abroad.cities(reading)
    for start, end, town in town_rows.towns(reading):
        if reading.free(start, end):
            reading.claim(place_entity(reading, town), start, end, "place-town-row", 0.85)
    _divisions(reading)
    _unlisted_towns(reading)
    _villages(reading)
    _towns_in_short(reading)
    _deictics(reading)
    abroad.states(reading)
    sights.read(reading)
    _landscape(reading)
    sights.belong(reading)
    _inside_names(reading)
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
            and hit.full
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
            if not hit.full:
                break
            place = place_entity(reading, hit.division, hit.name)
            reading.mention(place, hit.start, hit.end, "place-in-name", 0.85)
            if outer is not None:
                reading.fact("PART_OF", place, outer, (name.start, hit.end), "place-chain", 0.9)
            at, outer = hit.end, place
        if outer is not None:
            village_within(reading, at, name.end, outer)
        if outer is not None and name.label == "Place" and name.entity is not outer:
            reading.fact("PART_OF", name.entity, outer, (name.start, name.end), "place-in-name", 0.8)


def village_within(reading: Reading, start: int, end: int, town: Entity) -> None:
    """Add the village that the words behind a town begin with, inside a longer name: 某镇|古浮图村|的日间照料中心."""
    village = _AFTER_TOWN.match(reading.text, start, end)
    if village is not None and not _generic_village(village[0]):
        entity = _village(reading, village[0], town)
        reading.mention(entity, village.start(), village.end(), "place-in-name", 0.85)
        reading.fact("PART_OF", entity, town, (start, village.end()), "place-chain", 0.9)


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
    r"得荣[誉获幸]|哈密瓜|大庆(?:安保|活动|期间)|(?<=周年)大庆|台南极|三明确|大兴(?:调查|学习|务实|求真|艰苦|文明|之风)"
)
_SHORT_TAIL = re.compile(
    r"[新花锦嘉丽雅][苑园]|新闻网|队(?![伍列员形])|村(?![级民镇委干部庄])|小区|家园|腹地|大地|城市群|广场|公园|码头|水库|林场|农场|社区|大桥|大厦|新城|中学|小学|大学|学院|医院|酒店|宾馆|机场|车站|银行|人(?![民大口力才均])|[籍话菜戏剧湾路街站江河湖海港口线段桥岛洋舰]|山(?!区)|[东西南北](?![东西南北]?部|[东西南北])"
)


def _stands_alone(reading: Reading, hit: PlaceHit) -> bool:
    """A short form is no place where it is part of a road's, a dish's or a dialect's name (`太原路`)."""
    if _WORDS.match(reading.text, hit.start):
        return False
    if hit.full or reading.hits.at(hit.end) is not None:
        return True
    return not _SHORT_TAIL.match(reading.text, hit.end)


_TOWN = re.compile(
    rf"(?:(?<=[在到往赴入及、，。（\s])|(?<=[县区市旗]))(?P<name>(?:(?![在到往赴入镇乡])[{HAN}]){{2,3}}[镇乡])(?![镇乡村办里土亲贤间愁情音企贸建统区])"
)
_NO_TOWN = re.compile(
    r"^(?:城|乡|集|小|特色|中心|各|该|我|每个|两|三|多个|重点|强|重|名|示范|部分|大部|工业|文明|美丽|边境|偏远|产业|城关|农业|县|省|市|区|等|和|与|所|一|下|家|返|故|回|入|离|进)|[个各等和与的全该本]|[一二三四五六七八九十两][镇乡]$|[集乡城小建重强名县][镇乡]$|^[从由向对为把将被]"
)


_TOWN_SURE = re.compile(rf"(?![一二两三各全该本])[{HAN}]{{2,4}}?村(?![民级庄])|党委|镇长|乡长|\d+个(?:行政)?村")
"""What stands behind a town that nothing else tells of: its village, its committee, its head."""
_DOING = "签订 签署 开展 实现 发展 返乡 下乡 调研 督导 检查 考察 视察 走访 慰问 推进 参观 指导 立足 了解 助力 服务 帮扶".split()
_VERB_FIRST = re.compile(rf"(?:{alternatives([*LEFT_BOUNDS, *_DOING])})")


def _unlisted_towns(reading: Reading) -> None:
    """Towns that the gazetteer does not hold (merged or renamed since), after a preposition or their county."""
    towns = list(_TOWN.finditer(reading.text))
    sure = {m["name"] for m in towns if _TOWN_SURE.match(reading.text, m.end())}
    for m in towns:
        begin, end = m.span("name")
        if (
            _NO_TOWN.search(m["name"])
            or _VERB_FIRST.match(m["name"])
            or not reading.free(begin, end)
            or _verb_first(m["name"])
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


def _verb_first(name: str) -> bool:
    """推行|村, 走访|村: a word of doing before 村 makes no name."""
    return vocabulary().get(name[:2], ("", 0))[0] == VERB


def _villages(reading: Reading) -> None:
    """夏家营镇大辛村: a village after its town; a bare village after a preposition; then wherever it stands again."""
    text, known = reading.text, {}
    for parent in list(reading.names(0, len(text), "Place")):
        if parent.entity.properties.get("level") not in ("town", "county", "prefecture"):
            continue
        led = text[parent.start - 1] in "在到赴入进" or reading.name_ending_at(parent.start, "Place") is not None
        m = _HAMLET.match(text, parent.end) if led else None
        side = _SIDE.match(text, parent.end)
        m = m or _AFTER_TOWN.match(text, side.end() if side else parent.end)
        if m is None and text.startswith("的", parent.end):
            m = _VILLAGE_OF.match(text, parent.end + 1)
        if m is None or not reading.free(m.start(), m.end()):
            continue
        if _named_village(reading, m[0], parent) and not _VERB_FIRST.match(m[0]):
            entity = _village(reading, m[0], parent.entity)
            if reading.claim(entity, m.start(), m.end(), "place-village-chain", 0.95):
                known[m[0]] = entity
                reading.fact("PART_OF", entity, parent.entity, (parent.start, m.end()), "place-chain", 0.95)
                known |= _further_villages(reading, parent, _inner_village(reading, entity, m.end(), known))
    for m in _VILLAGE.finditer(text):
        if _generic_village(m[0]) or not reading.free(m.start(), m.end()):
            continue
        if _verb_first(m[0]):
            continue
        if m[0] not in known and text.count(m[0]) < 2 and text[m.start() - 1] not in "在到入进了对经径":
            continue
        entity = known.get(m[0]) or _village(reading, m[0], None)
        if reading.claim(entity, m.start(), m.end(), "place-village", 0.8):
            known.setdefault(m[0], entity)
    for m in _HAMLET_HEAD.finditer(text) if _OF_HAMLET.search(text) else ():
        if reading.free(*m.span("name")) and not _generic_village(m["name"]):
            known.setdefault(m["name"], _village(reading, m["name"], None))
    for m in _COMMUNITY.finditer(text):
        group = "name" if m["name"] else "again"
        name = m[group]
        if text.count(name) < 2 or not reading.free(*m.span(group)) or _generic_village(name):
            continue
        if group == "again" and is_common(segment(name.removesuffix("社区"))):
            continue
        entity = known.get(name) or _village(reading, name, None)
        reading.claim(entity, *m.span(group), "place-community", 0.75)
        known.setdefault(name, entity)
    for row in _VILLAGE_ROW.finditer(text):
        for m in _ROW_ITEM.finditer(text, *row.span()):
            if (
                reading.free(*m.span())
                and not _generic_village(m[0])
                and not _VERB_FIRST.match(m[0])
                and not _verb_first(m[0])
            ):
                entity = known.get(m[0]) or _village(reading, m[0], None)
                reading.claim(entity, m.start(), m.end(), "place-village-row", 0.75)
                known.setdefault(m[0], entity)
    for name, entity in known.items():
        for span in occurrences(text, name):
            reading.claim(entity, span.start, span.end, "place-memory", 0.9)


# 某某镇|办事处|柳湾村, 某某镇|东南部|柳湾村
_SIDE = re.compile(r"办事处|[东西南北]{1,2}部")


def _named_village(reading: Reading, name: str, town: Mention) -> bool:
    """Tell whether a village is meant; 先进村 is one behind its town where its own branch has a secretary."""
    if not _generic_village(name):
        return True
    branch = (name + unit for unit in ("党支部书记", "党总支书记", "支部书记"))
    return town.entity.properties.get("level") == "town" and any(words in reading.text for words in branch)


# 柳桥社区联合…开展: a community that does something, named more than once
_COMMUNITY = re.compile(
    rf"(?:^|(?<=[，。；\n“ ]))(?P<name>(?![全各该本我每两多])(?:(?![的了在与和及、到])[{HAN}]){{2,5}}社区)(?=联合|开展|举办|组织|召开|举行|积极|扎实|邀请|启动)"
    rf"|(?<=[在到的])(?P<again>(?![全各该本我每两多])(?:(?![的了在与和及、到])[{HAN}]){{2,4}}社区)(?=[，。的]|党支部|党总支|党委|居委会|居民|灾后)"
)
_NEXT_VILLAGE = re.compile(
    rf"(?:、|和|及|以及|，)(?P<name>(?:(?![的了在与和及等、，到至])[{HAN}]){{2,6}}?{_VILLAGE_END})(?=[、，。；等和及]|{_COMMITTEE_OF}|$)"
)
# 柳家屯有…，全屯…: a hamlet that the article speaks of by 全屯, 屯里
_HAMLET_HEAD = re.compile(rf"(?:(?<=[，。；：“\n在到])|^)(?P<name>(?![全该本各每])[{HAN}]{{2,3}}屯)(?![垦田兵留积])")
_OF_HAMLET = re.compile(r"[全该本]屯|屯[内里]")
# 在某镇|后柳庄，: a hamlet behind its town
_HAMLET = re.compile(rf"(?![和与及的])[{HAN}]{{1,3}}[庄屯寨坪湾堡坡峪圩洼](?=[，。、；]|视察|调研|检查|察看|查看)")
_INNER = re.compile(rf"{_COMMITTEE_OF}(?P<name>[{HAN}]{{1,4}}?[村屯寨组庄])")


_ROW_NAME = (
    r"(?:(?![的了在与和及等、到至于]|[各等全每本该我两多几数一]|示范|重点|行政|自然|贫困|美丽)[\u4e00-\u9fff]){2,5}?村"
)
# 甲村、乙村、丙村: three names that end so, one behind the other
_VILLAGE_ROW = re.compile(rf"{_ROW_NAME}(?:[、和及]{_ROW_NAME}){{2,}}(?![委民集支两务里级镇庄])")
_ROW_ITEM = re.compile(_ROW_NAME)


def _further_villages(reading: Reading, parent: Mention, at: int) -> dict[str, Entity]:
    """某镇甲村、乙村、丙村: the villages that follow in the list lie in the same town."""
    found: dict[str, Entity] = {}
    while (m := _NEXT_VILLAGE.match(reading.text, at)) is not None:
        name = m["name"]
        free = reading.free(*m.span("name")) and reading.hits.at(m.start("name")) is None
        if not free or _generic_village(name) or _VERB_FIRST.match(name) or _verb_first(name):
            break
        found[name] = entity = _village(reading, name, parent.entity)
        reading.claim(entity, *m.span("name"), "place-village-list", 0.85)
        reading.fact("PART_OF", entity, parent.entity, (parent.start, m.end()), "place-chain-list", 0.8)
        at = _inner_village(reading, entity, m.end(), found)
    return found


def _inner_village(reading: Reading, outer: Entity, at: int, found: dict[str, Entity]) -> int:
    """柳湾村|委会|青屏村: a natural village behind the committee of its village; where what was read ends."""
    m = _INNER.match(reading.text, at)
    if m is None or not reading.free(*m.span("name")) or _generic_village(m["name"]):
        return at
    found[m["name"]] = entity = _village(reading, m["name"], outer)
    reading.claim(entity, *m.span("name"), "place-village-inner", 0.8)
    reading.fact("PART_OF", entity, outer, (at, m.end()), "place-chain", 0.8)
    return m.end()


def _village(reading: Reading, name: str, parent: Entity | None) -> Entity:
    scope = None
    if parent is not None:
        scope = (parent.properties.get("scope") or "") + parent.name
    elif reading.home.division:
        scope = "".join(d.name for d in reading.home.path)
    namesake = reading.known("Place", name)
    elsewhere = namesake is not None and parent is not None and not _one_way(namesake.properties.get("scope"), scope)
    key = f"{scope}{name}" if elsewhere else ""
    entity = reading.entity("Place", name, key=key, level="village", scope=scope)
    entity.seat = parent.seat if parent else reading.home.division
    return entity


def _one_way(known: str | None, scope: str | None) -> bool:
    """Tell whether one of two paths leads on from the other: 某县 and 某县某镇, but not 某县甲镇 and 某县乙镇."""
    return known is None or scope is None or known.startswith(scope) or scope.startswith(known)


_GENERIC = re.compile(
    r"^(?:农|乡|山|新|老|全|各|本|该|每|城中|城郊|试点|示范|样板|美丽|文明|特色|专业|行政|自然|贫困|脱贫|受灾|受援|重点|中心|帮扶|空心|移民|安置|所属|下属|一个|几个|数个|多个|所有|附近|周边|邻|"
    r"[\u4e00-\u9fff]{0,6}示范|[\u4e00-\u9fff]{0,6}美丽乡|网红|旅游|富裕|先进|明星|亿元|幸福|和谐|智慧|数字|平安|无讼|小康|红色|民俗|古)?(?:村|社区)$|[各个座些两多几]|[乡农]村$"
)


def _generic_village(name: str) -> bool:
    return bool(_GENERIC.search(name))


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
                _behind_deictic(reading, entity, m)


def _behind_deictic(reading: Reading, outer: Entity, m: re.Match[str]) -> None:
    """该镇|后柳村, 我县|夏家营镇: what is named right behind such a word lies in the place that it stands for."""
    inner = reading.name_at(m.end())
    if inner is not None:
        seat, around = inner.entity.seat, outer.seat
        inside = seat is not None and around is not None and seat is not around and seat.code.startswith(around.code)
        if inner.label == "Place" and inner.start == m.end() and inside:
            reading.fact("PART_OF", inner.entity, outer, (m.start(), inner.end), "place-chain", 0.85)
        return
    village = _AFTER_TOWN.match(reading.text, m.end()) if outer.properties.get("level") == "town" else None
    if village is None or _generic_village(village[0]) or _VERB_FIRST.match(village[0]) or _verb_first(village[0]):
        return
    entity = _village(reading, village[0], outer)
    for span in occurrences(reading.text, village[0]):
        reading.claim(entity, span.start, span.end, "place-village-chain", 0.85)
    if entity.mentions:
        reading.fact("PART_OF", entity, outer, (m.start(), village.end()), "place-chain", 0.85)


def _stands_for(reading: Reading, det: str, level: str, position: int) -> Entity | None:
    if not level:
        return None
    last = last_place(reading, level, position)
    if det == "该" or (det == "全" and level in ("村", "屯", "镇", "乡", "街道")):
        return last
    home = reading.home.stands_for(level)
    if home is not None:
        return place_entity(reading, home)
    return None if last is not None and elsewhere(reading, last, position) else last


def elsewhere(reading: Reading, last: Entity, position: int) -> bool:
    """Tell whether the paragraph names only other cities and counties, in a paper of no place of its own."""
    paragraph = reading.text.rfind("\n", 0, position) + 1
    if reading.home.division is not None or not paragraph or last.properties.get("level") == "province":
        return False
    named = [m.entity for m in reading.names(paragraph, position, "Place")]
    return last not in named and any(e.properties.get("level") in ("county", "prefecture") for e in named)


def last_place(reading: Reading, level: str, position: int) -> Entity | None:
    """Return the place of this level word mentioned last before the position, else first after it."""
    before: Entity | None = None
    for mention in reading.names(0, len(reading.text), "Place", "Agency", "Organization"):
        if mention.label != "Place":
            seat = mention.entity.seat  # 甲省气象台…，|全省
            if seat is not None and mention.start < position and seat.name.endswith(level) and level != "区":
                before = place_entity(reading, seat)
            continue
        if not mention.entity.name.endswith(level) or (level == "区" and mention.entity.name.endswith("自治区")):
            continue
        if mention.start < position:
            before = mention.entity
        elif before is None:
            return mention.entity
        else:
            break
    return before


_SAYING = re.compile(r"[如于]泰山|大海捞|大江[南北]")


def _landscape(reading: Reading) -> None:
    """Venues of state, and rivers, mountains and regions by their names."""
    for m in _VENUE.finditer(reading.text):
        reading.claim(reading.entity("Place", m[0], level="other"), m.start(), m.end(), "place-venue", 0.9)
    for m in _REGION.finditer(reading.text):
        if (
            reading.text[m.start() - 1 : m.start()] == "天"
            or (m[0][0] == "关" and reading.text[m.start() - 1 : m.start()] in ("有", "相"))
            or (m[0][0] in "东中西" and m[0].endswith("地区") and reading.text[m.start() - 1] in "东中西")
            or (m[0][-1] in "东南西北" and reading.text.startswith("部", m.end()))
            or (m[0] == "中原" and reading.text[m.start() - 1 : m.start()] in ("一", "个"))
            or reading.text.startswith(("站", "新闻网"), m.end())
            or (reading.text[m.start() - 1] == "环" and reading.text.startswith("水资源配置工程", m.end()))
            or _SAYING.match(reading.text, max(0, m.start() - 1))
            or reading.hits.at(m.start()) is not None
        ):
            continue  # 天南海北, 有|关中央单位, 中|东部地区, 苏皖|北部, 秦|淮河 in 秦淮河
        name = re.sub(r"(?:山区|流域|地区|(?<=山)区)$", lambda end: "山" if end[0] == "山区" else "", m[0])
        name = name if name in regions() else m[0]
        name = "粤港澳大湾区" if name == "大湾区" and "粤港澳大湾区" in reading.text else name
        entity = reading.entity("Place", name, level="other")
        reading.claim(entity, m.start(), m.end(), "place-region", 0.7)
