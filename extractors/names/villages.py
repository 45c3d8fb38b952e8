"""Villages and communities: behind their town, behind another village, in rows, behind 我镇 and 该乡."""

from __future__ import annotations

import re
from itertools import takewhile

from extractors.lexicon import HAN, LEFT_BOUNDS, alternatives
from extractors.names.listed_villages import is_generic_village, listed_villages, stems_around
from extractors.names.tokens import is_common, segment
from extractors.names.told_villages import alone
from extractors.names.vocabulary import FUNCTION, VERB, vocabulary
from extractors.reading import Entity, Mention, Reading
from extractors.text import Span, occurrences

_COMMITTEE_OF = r"委会?(?=[\u4e00-\u9fff]{1,4}?[村屯寨组庄](?![委民集支两务里级镇]))"
_VILLAGE_END = rf"(?:村(?={_COMMITTEE_OF})|村(?![委民支干务级镇庄闸桥渠]|小学|完小|幼儿园|学校|教学点|集(?!中|体)|落(?![实成地户]))|社区(?![居服工矫治卫医干养老文]|党(?!支部|总支|委))|嘎查|居委会)"
# No function word begins it, but 和平村, 将军村 and 向阳村 are names
_AFTER_TOWN = re.compile(
    rf"(?!和(?![平睦兴顺美])|将(?!军)|向(?![阳东前荣上])|[与及把被从由])(?:(?![的了在与、]|各|等)[{HAN}]){{1,6}}?(?:[{HAN}]{{1,3}}族(?:民族)?)?{_VILLAGE_END}"
)
# 某市的|某某村，
_VILLAGE_OF = re.compile(
    rf"(?![小古山渔新老农乡特美示脱贫重一这那每各城红试])[{HAN}]{{2,4}}村(?=[，。、；和及与]|等|请|里，)"
)
_VILLAGE = re.compile(
    rf"(?:(?<=[在到入进对。“\n])|(?<=来自)|(?<=[来到]到了)|(?<=途[经径])|(?<=[东南西北]岸的))(?:(?![的了在与、到住]|和(?![平睦兴顺])|各|等|全|每|本|该|我|这|那|一步|新农|行政|自然|示范|美丽|脱贫|贫困|重点|两|多|几|个|整|空心)[{HAN}]){{2,4}}?(?:村(?![委民集支干两务里上级镇庄子])|嘎查(?!达|“?两委|党|委))"
)


# 某区|柳湾镇|青坪村, a town that the gazetteer does not hold
_IN_TOWN = re.compile(rf"[{HAN}]{{2,3}}[镇乡][{HAN}]{{2}}")


def village_within(reading: Reading, start: int, end: int, town: Entity) -> None:
    """Add the village that the words behind a town begin with, inside a longer name: 某镇|古浮图村|的日间照料中心."""
    village = _AFTER_TOWN.match(reading.text, start, end)
    if village is not None and not is_generic_village(village[0]) and not _IN_TOWN.match(village[0]):
        entity = _village(reading, village[0], town)
        reading.mention(entity, village.start(), village.end(), "place-in-name", 0.85)
        reading.fact("PART_OF", entity, town, (start, village.end()), "place-chain", 0.9)
        for again in occurrences(reading.text, village[0]):
            reading.claim(entity, again.start, again.end, "place-memory", 0.85)


_DOING = "派出 派驻 选派 下派 还全力 全力 保障 确保 签订 签署 开展 实现 发展 返乡 下乡 调研 督导 检查 考察 视察 走访 慰问 推进 参观 指导 立足 了解 助力 服务 帮扶".split()
_VERB_FIRST = re.compile(rf"(?:{alternatives([*LEFT_BOUNDS, *_DOING])})")


def begins_with_verb(name: str) -> bool:
    """Tell whether the name of a village or town would begin with a word of doing: 走访|村, 推行|村."""
    return _VERB_FIRST.match(name) is not None or _verb_first(name)


def _verb_first(name: str) -> bool:
    """Tell whether the dictionary has a verb there."""
    return vocabulary().get(name[:2], ("", 0))[0] == VERB


def read_villages(reading: Reading) -> None:
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
        if m is None or not reading.free(m.start(), m.end()) or _leads_to(reading, m):
            continue
        if _named_village(reading, m[0], parent) and (not _VERB_FIRST.match(m[0]) or _proud(reading, m)):
            entity = _village(reading, m[0], parent.entity)
            if reading.claim(entity, m.start(), m.end(), "place-village-chain", 0.95):
                known[m[0]] = entity
                reading.fact("PART_OF", entity, parent.entity, (parent.start, m.end()), "place-chain", 0.95)
                known |= _further_villages(reading, parent, _inner_village(reading, entity, m.end(), known))
    for span in listed_villages(reading):
        if reading.free(*span):
            name = text[span.start : span.end]
            entity = known[name] = known.get(name) or _village(reading, name, None)
            reading.claim(entity, *span, "place-village-listed", 0.85)
    for span in alone(reading):
        if reading.free(*span):
            name = text[span.start : span.end]
            entity = known[name] = known.get(name) or _village(reading, name, None)
            reading.claim(entity, *span, "place-village-told", 0.75)
    for m in _VILLAGE.finditer(text):
        if (
            is_generic_village(m[0])
            or (_verb_first(m[0]) and not _proud(reading, m))
            or not reading.free(m.start(), m.end())
        ):
            continue
        told = _VILLAGE_IS.match(text, m.end())
        if (
            m[0] not in known
            and text.count(m[0]) < 2
            and text[m.start() - 1] not in "在到入进了对经径的自"
            and told is None
        ):
            continue
        if told is not None and told["next"] and reading.free(*told.span("next")) and _names_village(told["next"]):
            second = _village(reading, told["next"], None)
            reading.claim(second, *told.span("next"), "place-village", 0.8)
        entity = known.get(m[0]) or _village(reading, m[0], None)
        if reading.claim(entity, m.start(), m.end(), "place-village", 0.8):
            known.setdefault(m[0], entity)
    for m in _HAMLET_HEAD.finditer(text) if _OF_HAMLET.search(text) else ():
        if reading.free(*m.span("name")) and not is_generic_village(m["name"]):
            known.setdefault(m["name"], _village(reading, m["name"], None))
    for m in _COMMUNITY.finditer(text):
        group = "name" if m["name"] else "again"
        name = m[group]
        once = group == "again" and text[m.start() - 1] == "在" and _DONE_THERE.match(text, m.end())
        if (text.count(name) < 2 and not once) or not reading.free(*m.span(group)) or is_generic_village(name):
            continue
        if group == "again" and is_common(segment(name.removesuffix("社区"))):
            continue
        entity = known.get(name) or _village(reading, name, None)
        reading.claim(entity, *m.span(group), "place-community", 0.75)
        known.setdefault(name, entity)
    for row in _VILLAGE_ROW.finditer(text):
        for m in _ROW_ITEM.finditer(text, *row.span()):
            if reading.free(*m.span()) and _names_village(m[0]):
                entity = known.get(m[0]) or _village(reading, m[0], None)
                reading.claim(entity, m.start(), m.end(), "place-village-row", 0.75)
                known.setdefault(m[0], entity)
    for row in _COMMUNITY_ROW.finditer(text) if "社区、" in text else ():
        for m in _COMMUNITY_ITEM.finditer(text, *row.span()):
            if reading.free(*m.span()) and not is_generic_village(m[0]):
                entity = known.get(m[0]) or _village(reading, m[0], None)
                reading.claim(entity, *m.span(), "place-community-row", 0.75)
                known.setdefault(m[0], entity)
    for row in _TWO_VILLAGES.finditer(text):
        for group in ("first", "second"):
            if reading.free(*row.span(group)) and _names_village(row[group]):
                entity = known.get(row[group]) or _village(reading, row[group], None)
                reading.claim(entity, *row.span(group), "place-village-row", 0.7)
                known.setdefault(row[group], entity)
    for last in _LAST_STEM.finditer(text) if "、" in text and "村" in text else ():
        for span in _stem_row(reading, last):
            if reading.free(*span):
                name = text[span.start : span.end]
                entity = known[name] = known.get(name) or _village(reading, name, None)
                reading.claim(entity, *span, "place-village-stem", 0.75)
    for name, entity in list(known.items()):
        for span in occurrences(text, name):
            hamlet = _IN_VILLAGE.match(text, span.end)
            if hamlet is not None and not is_generic_village(hamlet["name"]) and hamlet["name"] not in known:
                known[hamlet["name"]] = inner = _village(reading, hamlet["name"], entity)
                reading.fact("PART_OF", inner, entity, (span.start, hamlet.end("name")), "place-chain", 0.85)
    for name, entity in known.items():
        for span in occurrences(text, name):
            reading.claim(entity, span.start, span.end, "place-memory", 0.9)


# 柳湾村|上坪自然村, 柳湾村|上梁社村民
_IN_VILLAGE = re.compile(
    rf"(?:的)?(?P<name>(?![各全该本两多])(?:(?![的了在与和及、等])[{HAN}]){{1,4}}?(?:自然村|(?:(?<!合作)(?<!供销)(?<!报)(?<!公)(?<!旅行)社|屯|寨|塆|湾|坪|庄|沟|岭)(?=村民|[，。、；的]|农户|居民)))"
)


# 某某镇|办事处|柳湾村, 某某街道|办|柳湾社区, 某某镇|东南部|柳湾村
_SIDE = re.compile(r"办事处|(?<=街道)办(?=[\u4e00-\u9fff]{2,5}(?:社区|村))|[东西南北]{1,2}部")


def _named_village(reading: Reading, name: str, town: Mention) -> bool:
    """Tell whether a village is meant; 先进村 is one behind its town where its own branch has a secretary."""
    if not is_generic_village(name):
        return True
    if town.entity.properties.get("level") != "town":
        return False
    if _WISHED.match(name) and not _MADE_SO.match(reading.text, town.end + len(name)):
        return True
    branch = (name + unit for unit in ("党支部书记", "党总支书记", "支部书记"))
    return any(words in reading.text for words in branch)


_PROUD = re.compile(r"(?:新建|联合|合作|团结|前进|发展|胜利|建设|支持|推进|成立|创建)村\Z")
_NAMED_SO = re.compile(r"[，。；、和]|党支部|党总支|村委会|村民|走访|调研|检查|慰问|$|(?<=[联团前胜].村)的|种植|养殖")


def _proud(reading: Reading, m: re.Match[str]) -> bool:
    """Tell whether a word of doing is the name of a village: 城关镇|新建村，."""
    return _PROUD.match(m[0]) is not None and _NAMED_SO.match(reading.text, m.end()) is not None


def _leads_to(reading: Reading, m: re.Match[str]) -> bool:
    """汾阳市|通往|古浮图村: a verb stands between the place and a village of the county."""
    listed = next((span for span in listed_villages(reading) if span.end == m.end()), None)
    between = reading.text[m.start() : listed.start] if listed is not None else ""
    return bool(between) and any(token.kind in (VERB, FUNCTION) for token in segment(between))


# What many a village is called and each may become: 某镇|幸福村|村民, but not 某镇|幸福村建设
_WISHED = re.compile("(?:幸福|和谐|先进|富裕|红色|光明|平安)(?:村|社区)")
_MADE_SO = re.compile("建设|组|创建|打造|示范|评选|工程|试点|[、和]")


# 柳桥社区联合…开展: a community that does something, named more than once
_COMMUNITY = re.compile(
    rf"(?:^|(?<=[，。；\n“ ]))(?P<name>(?![全各该本我每两多])(?:(?![的了在与和及、到])[{HAN}]){{2,5}}社区)(?=联合|开展|举办|组织|召开|举行|积极|扎实|邀请|启动|[要须](?!求))"
    rf"|(?<=[在到的])(?P<again>(?![全各该本我每两多])(?:(?![的了在与和及、到])[{HAN}]){{2,4}}社区)(?=[，。的]|党支部|党总支|党委|居委会|居民|灾后|[为给向]\d|开展|举办|举行)"
)
_DONE_THERE = re.compile(r"[为给向]\d|开展|举办|举行")
"""在柳湾社区|为82位老人理发: what is done there, where the community is named just once."""
_NEXT_VILLAGE = re.compile(
    rf"(?:、|和|及|以及|，)(?P<name>(?:(?![的了在与和及等、，到至])[{HAN}]){{1,6}}?{_VILLAGE_END})(?=[、，。；等和及]|荣?获|片区|[两三]村|{_COMMITTEE_OF}|$)"
    rf"|、(?P<plain>(?:(?![的了在与和及等、，到至各全每本该我两多几])[{HAN}]){{2,4}}?村)(?=[受流集调走开召实投种养建]|\d|查看|看望|慰问)"
)
# 柳家屯有…，全屯…: a hamlet that the article speaks of by 全屯, 屯里
_HAMLET_HEAD = re.compile(rf"(?:(?<=[，。；：“\n在到])|^)(?P<name>(?![全该本各每])[{HAN}]{{2,3}}屯)(?![垦田兵留积])")
_OF_HAMLET = re.compile(r"[全该本]屯|屯[内里]")
# 在某镇|后柳庄，: a hamlet behind its town
_HAMLET = re.compile(rf"(?![和与及的])[{HAN}]{{1,3}}[庄屯寨坪湾堡坡峪圩洼](?=[，。、；]|视察|调研|检查|察看|查看)")
_INNER = re.compile(rf"{_COMMITTEE_OF}(?P<name>[{HAN}]{{1,4}}?[村屯寨组庄])")

_ROW_NAME = r"(?:(?![的了在与和及等、到至于]|[各等全每本该我两多几数一]|示范|重点|行政|自然|贫困|美丽)[\u4e00-\u9fff]){2,5}?(?:村|嘎查)"
# 甲村、乙村、丙村: three names that end so, one behind the other
_VILLAGE_ROW = re.compile(rf"{_ROW_NAME}(?:[、和及]{_ROW_NAME}){{2,}}(?![委民集支两务里级镇庄])")
# ，柳湾村、青屏村|等村
_TWO_VILLAGES = re.compile(
    rf"(?<=[，。；\n在到])(?P<first>{_ROW_NAME})、(?P<second>{_ROW_NAME})等\d{{0,3}}个?(?:行政)?村(?![委集])"
)
# 。柳湾村和青屏村|是第一批…: what a sentence says of a village that it opens with
_VILLAGE_IS = re.compile(
    rf"(?:[和、及与](?P<next>(?:(?![的了])[{HAN}]){{2,4}}?村))?(?:都|均)?(?:是(?!否)|位于|地处|坐落|现有|共有|有\d|辖|被(?:列入|评为|确定)|入选)"
)
_ROW_ITEM = re.compile(_ROW_NAME)
# 甲社区、乙社区、丙社区
_IN_ROW = r"(?:(?![的了在与和及等、到至于]|[各等全每本该我两多几数一]|示范|重点|老旧|进|走进|深入|农村|城市|企业|学校)[\u4e00-\u9fff]){2,4}?社区"
_COMMUNITY_ITEM = re.compile(_IN_ROW)
_COMMUNITY_ROW = re.compile(rf"(?<![\u4e00-\u9fff]){_IN_ROW}(?:、{_IN_ROW}){{2,}}(?![服工矫治卫医居])")
# 分别到青屏、柳湾、石桥等村委会, 支持青屏、柳湾三个村
_STEM = rf"(?:(?![的了在与和及、等到赴各]|[两三四五六七八九十几]个)[{HAN}]){{2,4}}"
_LAST_STEM = re.compile(
    rf"、(?P<last>{_STEM}?)(?P<more>等)?(?:\d{{1,3}}|[两三四五六七八九十]{{1,3}})?个?(?:行政村|自然村|村委会|村民委员会|村（社区）|村（居）|村)(?![民里级务干集办])"
)
_STEM_ITEM = re.compile(_STEM)
_STEM_OPENS = re.compile(rf"(?:^|[到赴入进了往在])({_STEM})$")


def _stem_row(reading: Reading, last: re.Match[str]) -> list[Span]:
    """Return where villages stand that are named by their stems, where the row's last words say what they are.

    Without 等 most of them are villages of the county.
    """
    stems = stems_around(reading)
    before = re.split(f"[^{HAN}、]", reading.text[max(0, last.start() - _ROW_REACH) : last.start()])[-1].split("、")
    items = list(takewhile(lambda item: _STEM_ITEM.fullmatch(item), reversed(before[1:])))[::-1]
    first = before[len(before) - 1 - len(items)]
    listed = next((first[i:] for i in range(len(first) - 1) if first[i:] in stems), None)
    opening = _STEM_OPENS.search(first)
    names = [listed or (opening[1] if opening else ""), *items, last["last"]]
    ordinary = any(map(begins_with_verb, names)) or all(is_common(segment(name)) for name in names)
    if not names[0] or (sum(name in stems for name in names) * 2 <= len(names) and (ordinary or not last["more"])):
        return []
    at, found = last.end("last"), []
    for name in reversed(names):
        found.append(Span(at - len(name), at))
        at -= len(name) + 1
    return found[::-1]


_ROW_REACH = 70


def _further_villages(reading: Reading, parent: Mention, at: int) -> dict[str, Entity]:
    """某镇甲村、乙村、丙村: the villages that follow in the list lie in the same town."""
    found: dict[str, Entity] = {}
    while (m := _NEXT_VILLAGE.match(reading.text, at)) is not None:
        group = "name" if m["name"] else "plain"
        name = m[group]
        hit = reading.hits.at(m.start(group))
        free = reading.free(*m.span(group)) and (hit is None or (not hit.full and name.endswith("社区")))
        if not free or not _names_village(name):
            break
        found[name] = entity = _village(reading, name, parent.entity)
        reading.claim(entity, *m.span(group), "place-village-list", 0.85)
        reading.fact("PART_OF", entity, parent.entity, (parent.start, m.end()), "place-chain-list", 0.8)
        at = _inner_village(reading, entity, m.end(), found)
    return found


def _inner_village(reading: Reading, outer: Entity, at: int, found: dict[str, Entity]) -> int:
    """柳湾村|委会|青屏村: a natural village behind the committee of its village; where what was read ends."""
    m = _INNER.match(reading.text, at)
    if m is None or not reading.free(*m.span("name")) or is_generic_village(m["name"]):
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


def _names_village(name: str) -> bool:
    """Tell whether the words name one village and not a kind of them or something done in one."""
    return not is_generic_village(name) and not begins_with_verb(name)


def behind_deictic(reading: Reading, outer: Entity, m: re.Match[str]) -> None:
    """该镇|后柳村, 我县|夏家营镇: what is named right behind such a word lies in the place that it stands for."""
    inner = reading.name_at(m.end())
    if inner is not None:
        seat, around = inner.entity.seat, outer.seat
        village_of = inner.entity.properties.get("level") == "village" and outer.properties.get("level") == "town"
        inside = village_of or (
            seat is not None and around is not None and seat is not around and seat.code.startswith(around.code)
        )
        if inner.label == "Place" and inner.start == m.end() and inside:
            reading.fact("PART_OF", inner.entity, outer, (m.start(), inner.end), "place-chain", 0.85)
        return
    village = _AFTER_TOWN.match(reading.text, m.end()) if outer.properties.get("level") == "town" else None
    if village is None or not _names_village(village[0]):
        return
    entity = _village(reading, village[0], outer)
    for span in occurrences(reading.text, village[0]):
        reading.claim(entity, span.start, span.end, "place-village-chain", 0.85)
    if entity.mentions:
        reading.fact("PART_OF", entity, outer, (m.start(), village.end()), "place-chain", 0.85)
