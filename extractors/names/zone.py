"""Zones and parks: development zones, industrial parks, new areas, scenic areas, and the agencies that run them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.gazetteer import Division, countries, regions
from extractors.lexicon import DOMAINS, HAN, alternatives
from extractors.names import facility, placed_sights, project_lists
from extractors.names.bounds import INSIDE, aligned, edge
from extractors.names.built import OPENS, SAID, is_built
from extractors.names.place_entities import level_division, place_before
from extractors.names.tokens import NAME, PLACE, QUOTED, SINGLE, Token, segment
from extractors.names.vocabulary import NUMBER, PROPER
from extractors.names.wordlists import word_list
from extractors.reading import Reading

# Zones that a place or an own name must stand before, and parks that what they are for may name (大数据产业园).
_ZONES = word_list("zone_zones")
_PARKS = word_list("zone_parks")
_HEAD = re.compile(
    rf"(?<![村镇乡区])(?<!街道)片区(?!域|块|长|内外|级|化)|(?:{alternatives([z for z in (*_ZONES, *_PARKS) if z != '片区'])})(?!域|块|长|内外|级|化)|(?:园区|新城)(?=党工委|管委会|管理委员会)"
)
_PARK_SET = frozenset(_PARKS)
_LEAST_INNER = 4
"""How long, in characters, the name of a zone inside another must be."""
_LEAST_BEHIND = 3
"""How long, in characters, the name of a zone behind its places must be at least, its head included."""
_INSIDE = INSIDE - {"建设", "提升", "推广", "支持", "组织", "服务", "管理"}
_SHORT_HEADS = {
    "高新区": ("高新技术产业开发区", "高新技术开发区"),
    "经开区": ("经济技术开发区", "经济开发区"),
    "自贸区": ("自由贸易试验区", "自贸试验区"),
    "自贸港": ("自由贸易港",),
}
_BODY = rf"管委会|管理委员会|党工委|纪检监察工委|纪工委|监察工委|管理局|管理处|管理站|管理所|[{HAN}]{{0,4}}管理分局|(?:{alternatives(DOMAINS)})局|(?:招商|投资促进|经济发展|社会事务|行政审批)局"
_RULES = re.compile(_BODY)
_OTHER_NAME = re.compile(rf"（[{HAN}]{{2,8}}区）(?={_BODY})")  # 某某新区（经开区）|党工委
_NATURE = ("森林公园", "湿地公园", "地质公园", "国家公园", "自然保护区", "风景名胜区", "风景区")
_LANDFORM = re.compile(r"[山湖河江岭峰泉峡洲岛湾谷溪潭洞海寺]$|[山湖河江岭峰泉峡洲岛湾谷溪潭洞海寺]国家级?$")
_SIGHT = re.compile(r"[山沟湖峡洞泉岛寨]$")  # 峨眉山|景区, not 江西|景区
_KIND_OF_PORT = re.compile(rf"(?P<own>[{HAN}]{{0,6}}?)(?:空港|航空|水运|海运|公路|铁路|陆路|陆地|边境|对外开放|全部)")
_GENERIC_WORDS = frozenset(word_list("zone_generic_words"))
_ITEM = re.compile("（[一二三四五六七八九十]+）")
_PORT = re.compile(
    rf"港(?![{HAN}]{{0,8}}?(?:改扩建|扩建|工程|项目))(?![口澳股区珠务航元币台府铁湾人式九深大媒资商企]|集团|公司)"
)


@dataclass(frozen=True, slots=True)
class _Zone:
    """A zone as printed: its words, the name completed by the level word's place, the place around it."""

    start: int
    end: int
    name: str
    seat: Division | None


def read(reading: Reading) -> None:
    """Add zones as places of level `zone`; a shorter form of one named elsewhere is the same zone."""
    placed_sights.read(reading)
    heads = list(_HEAD.finditer(reading.text))
    ruled = {m[0] for m in heads if m[0] in _ZONES and _RULES.match(reading.text, m.end())}
    found = [zone for m in heads if (zone := _zone(reading, m, ruled)) is not None]
    found = [
        replace(zone, start=zone.start - 1, name="自" + zone.name)
        if reading.text.startswith("自贸区", zone.start - 1)
        else zone
        for zone in found
    ]  # 自贸区某某片区: 自 is no word of its own there
    found = [zone for z in found if (zone := _behind_province(reading, z)) is not None]
    names = list(dict.fromkeys(zone.name for zone in found))  # in their order: of two as long the first counts
    for zone in found:
        outer = reading.name_at(zone.start)
        if outer is not None and outer.label == "Place" and zone.start < outer.end <= zone.end - _LEAST_INNER:
            zone = replace(zone, start=outer.end, name=reading.text[outer.end : zone.end])  # 某港区|某某作业区
            names = [name for name in names if not name.endswith(zone.name)]
        same = [
            name
            for name in names
            if name == zone.name or _stem(name).endswith(_stem(zone.name)) or _is_short(zone.name, name)
        ]
        name = max([*same, zone.name], key=lambda name: len(_stem(name)))  # of two as long the first counts
        stage = _STAGE.match(reading.text, zone.end)
        if stage is not None and _STAGE_BUILT.match(reading.text, stage.end()):
            project = reading.entity("Project", name + stage[0])
            project.seat = project.seat or zone.seat
            reading.claim(project, zone.start, stage.end(), "project-park", 0.75)
            continue
        if _built(reading, zone):
            # a park that is being built is a project: whoever builds it undertakes it
            project = reading.entity("Project", name)
            project.seat = project.seat or zone.seat
            reading.claim(project, zone.start, zone.end, "project-park", 0.75)
            continue
        entity = reading.known("Project", name) or reading.entity("Place", name, level="zone")
        entity.seat = entity.seat or zone.seat
        other = _OTHER_NAME.match(reading.text, zone.end)
        rules = _RULES.match(reading.text, other.end() if other is not None else zone.end)
        if rules is None:
            reading.claim(entity, zone.start, zone.end, "place-zone", 0.8)
            continue
        if rules[0] == "管理局" and reading.text[zone.start - 1] in "和与":
            continue  # 市商务和|口岸管理局: one bureau
        agency = reading.entity("Agency", entity.name + rules[0])
        agency.seat = entity.seat
        reading.claim(agency, zone.start, rules.end(), "agency-zone", 0.9)
    _ports(reading)


def _behind_province(reading: Reading, zone: _Zone) -> _Zone | None:
    """Leave a province and what lies in it to themselves before a zone: 某省某市|鱼峰公园; None where no name is left."""
    hit = reading.hits.at(zone.start)
    if hit is None or hit.start != zone.start or hit.division.level != "province" or hit.full:
        return zone
    last = hit
    while (inner := reading.hits.at(last.end)) is not None and inner.start == last.end and inner.end < zone.end:
        if not inner.division.code.startswith(last.division.code):
            break
        last = inner
    if last is hit:
        return zone
    start = last.start if _HEAD.fullmatch(reading.text, last.end, zone.end) else last.end  # 某市|青屏科学城
    rest = reading.text[start : zone.end]
    own = start < last.end or len(rest) >= _LONG or any(w.kind in _OWN_KINDS for w in segment(rest))
    return replace(zone, start=start, name=rest, seat=last.division) if own and len(rest) > _LEAST_BEHIND else None


# 中国（青州）自由贸易试验区, 中国—某国合作示范区
_NATIONAL = re.compile(
    rf"中国(?:（[{HAN}]{{2,4}}）自由贸易(?:试验区|港)|[—-]{{1,2}}[{HAN}]{{2,16}}?(?:示范区|合作区|产业园区?|工业园区?))(?!管委会|管理|条例|总体方案)"
)


def national(reading: Reading) -> None:
    """Add zones that carry the names of two states, or of a province in brackets, before the bodies inside them."""
    if "中国（" not in reading.text and "中国—" not in reading.text and "中国-" not in reading.text:
        return
    for m in _NATIONAL.finditer(reading.text):
        reading.claim(reading.entity("Place", m[0], level="zone"), *m.span(), "place-zone", 0.85)


_LONG = 8
"""From how many characters on the words before a zone's head are a name, however common."""
_OWN_KINDS = (NAME, QUOTED, SINGLE, PROPER)


def _ports(reading: Reading) -> None:
    """青岛港, 宁波|舟山|港: a harbour is named after its places."""
    for m in _PORT.finditer(reading.text):
        place = place_before(reading, m.start())
        if place is None or reading.hits.at(m.start()) is not None:
            continue
        start = place.start
        while (other := place_before(reading, start)) is not None:
            start = other.start
        if reading.free(start, m.end()):
            port = reading.entity("Place", reading.text[start : m.end()], level="zone")
            port.seat = port.seat or place.division
            reading.claim(port, start, m.end(), "place-port", 0.75)


def _stem(name: str) -> str:
    """Return the name of a park without the last character of 园区: 某某产业园 and 某某产业园区 are one."""
    return name[:-1] if name.endswith("园区") else name


def _is_short(short: str, name: str) -> bool:
    """Tell whether 某市高新区 is short for 某市高新技术产业开发区."""
    for head, wholes in _SHORT_HEADS.items():
        for whole in wholes:
            if short.endswith(head) and name.endswith(whole):
                return short.removesuffix(head).rstrip("市县区") == name.removesuffix(whole).rstrip("市县区")
    own = _HEAD.search(short)  # 某某工业园区 is short for 某某县工业园区
    return own is not None and name.endswith(own[0]) and name.removesuffix(own[0])[:-1] == short.removesuffix(own[0])


_WORKS = re.compile(r"(?:建设|改造|改造提升|提升改造|升级改造|扩建)?(?:项目(?!区)|工程)")


# 某某工业园|项目正式落成并启用
_PARK_PROJECT = re.compile(rf"(?:建设)?(?:项目|工程)(?:{SAID}|{OPENS.pattern})")


def _built(reading: Reading, zone: _Zone) -> bool:
    """Tell whether the words around a park say that it is built or opened here."""
    text = reading.text
    if text[zone.end - 1] == "园" and _PARK_PROJECT.match(text, zone.end):
        return True
    if not text.endswith((*_PARKS, "加工园", "示范区"), zone.start, zone.end):
        return False
    if _is_work(reading, zone):
        return True
    by = facility.BY_SOMEBODY.match(text, zone.end)
    return by is not None or _WORKS.match(text, zone.end) is not None or is_built(reading, zone.start, zone.end)


# 某某蓝莓产业园|占地300亩, 某某产业园|6栋厂房封顶: a park told of as a work
_TOLD_OF_PARK = re.compile(
    rf"(?:{SAID}|{OPENS.pattern}|(?:已)?\d{{1,3}}栋[^，。；]{{0,8}}(?:厂房|大棚|温室)|名列其中|投入大|(?:已经?|已?完成|正在)?(?:引进|招引)\d)"
)
# 总投资3亿元的|某某产业园, 第一，建|某某产业园, 某镇某村的|某某示范园
_LEADS_TO_PARK = re.compile(
    rf"(?:{project_lists.SUM}的|(?:(?<![{HAN}])|[来再新])建|落地|[村镇乡县区市社旗]的)“?\Z|(?:支持|推动|推进|加快)“?\Z"
)
_FIELD = re.compile("种植|养殖|栽培|标准化|耕作|防沙|治沙|共作|育苗|良种|采摘")
"""What is done on the land of a 示范园 or 示范区 that is a work of farmers or foresters."""
_OF_PROJECTS = re.compile(
    r"(?:[和、][^，。；、]{2,24}){0,8}等(?:\d{1,3}[个大项])?(?:重点|重大|省级|市级|产业|民生|工业|文旅|农业|建设)*(?:项目|工程)"
)


def _is_work(reading: Reading, zone: _Zone) -> bool:
    """Tell whether a park is told of as a work: by its size or cost, as one of a row of projects, as the fields of a village."""
    text = reading.text
    name = text[zone.start : zone.end]
    if _RULES.match(text, zone.end):
        return False
    if name.endswith(("示范园", "示范区")) and _FIELD.search(name):
        return True
    if name.endswith(("示范区", "园区")):
        return False
    if _TOLD_OF_PARK.match(text, zone.end) or _OF_PROJECTS.match(text, zone.end):
        return True
    return _LEADS_TO_PARK.search(text, max(0, zone.start - 24), zone.start) is not None


# 某镇某园|污水处理厂: what is built in a park carries its name
_WORK_BEHIND = re.compile(r"(?:污水处理厂|净水厂|水厂|变电站|热电厂|供热站|标准化?厂房|能源站)")
_STAGE = re.compile(r"[一二三四五首]期(?:工程|项目)?(?!规划|总)")
_STAGE_BUILT = re.compile(
    rf"(?:{SAID}|(?:\d{{1,2}}月(?:\d{{1,2}}日)?[初中底]?)?{OPENS.pattern}|(?:开始|已|正)?(?:试生产|试运行|试运营|投料))"
)
_COUNTED_BEHIND = re.compile(r"\d{1,4}[余多]?[个处座家片]")
_JOINT = re.compile(r"[和与及](?=[省市县区])(?=[^和与及]*\Z)")


def _zone(reading: Reading, m: re.Match[str], ruled: set[str]) -> _Zone | None:
    """Return the zone whose name ends with this head, None where the words only tell a kind of zone.

    A bare head is the zone of the home where the article names the body that rules it (`ruled`).
    """
    text, head, end = reading.text, m.start(), m.end()
    if _HEAD.match(text, end) or not (aligned(reading, head, end) or text.startswith(("内", "里"), end)):
        return None
    if m[0] == "港区" and text[head - 1] == "香":
        return None  # 香港|区议会
    found = edge(reading, head, inside=_INSIDE)
    words = list(found.words)
    outer = reading.hits.ending_at(found.start)
    if outer is not None and not outer.full and m[0] in _PARK_SET and words and words[0].kind == PLACE:
        # 甲县|乙区|产业园, which the two set up together
        words = [Token(outer.start, outer.end, PLACE), *words]
        found = replace(found, start=outer.start)
    nearby = found.stopped
    if (
        nearby is not None
        and nearby.kind == PLACE
        and nearby.end == found.start
        and text.startswith("国家", found.start, head)
    ):
        # 甲县|国家现代农业产业园: one of the national ones, that of the place
        words = [nearby, *words]
        found = replace(found, start=nearby.start)
    if text[found.start] in "和与及" and text[found.start + 1] in "省市县区":
        words = words[1:]
        found = replace(found, start=found.start + 1)
    if (joint := _JOINT.search(text, found.start, head)) is not None and reading.hits.at(joint.start()) is None:
        found = replace(found, start=joint.end())
        words = [w for w in words if w.start >= joint.end()]  # 某县县情和|县经开区
    name = text[found.start : end]
    division = reading.hits.ending_at(end)
    if _WORK_BEHIND.match(text, end):
        return None
    if not reading.free(found.start, end) or (division is not None and division.full and division.start < head):
        return None  # 甲市|乙新区: a division
    level = re.match(rf"(省|市|县|区)(?![省市县区镇乡]?级)(?=[{HAN}]{{3}})", name)
    if level and words and words[0].end == found.start + 1:
        place = level_division(reading, level[1], found.start)
        if place is not None:
            return _Zone(found.start, end, place.name + name[1:], place)
    if not _is_name(reading, words, m[0], head, before=text[max(0, found.start - 2) : found.start]):
        home = reading.home.division
        alone = not re.match(f"[{HAN}]", text[head - 1 : head]) or text[head - 1] in "在到来赴至对向由与和临访往"
        if not words and home is not None and alone and (m[0] in ruled or _RULES.match(text, end)):
            return _Zone(head, end, home.name + m[0], home)  # 经开区党工委: that of the home
        return None
    hits = [w for w in words if w.kind == PLACE]
    if not hits and _COUNTED_BEHIND.match(text, end):
        return None  # 中药材试验示范园|2处
    if hits and text[hits[-1].end : end] in regions():
        return None  # 河北|雄安新区, known by itself
    inner = reading.hits.at(hits[-1].start) if hits else None
    # 太原|菌菇产业园: what it is for is no name of its own; 太原|沣湖高新区|管委会 carries its place
    whole = (
        m[0] in _PARK_SET
        or m[0].endswith(("示范区", "站", "机场", "口岸", "中心"))
        or _RULES.match(text, end) is not None
    )
    start = found.start if whole else _behind_places(reading, words, found.start, head)
    return _Zone(start, end, text[start:end], inner.division if inner else None)


def _behind_places(reading: Reading, words: list[Token], start: int, head: int) -> int:
    """Return where a zone's own name begins behind its place: 太原|沣湖高新区, 文水县|沣水镇工业园; not 文水县工业园."""
    for word, following in pairwise(words):
        if word.kind != PLACE or word.start != start or following.kind not in (SINGLE, PROPER, PLACE):
            if len(words) == 2 and _BY_WATER.match(reading.text, following.start):
                start = following.start  # 青州|柳湖|高新区
            break
        own = reading.text[following.start : head]
        hit = reading.hits.at(start)
        if hit is None or (hit.division.level == "province" and not hit.division.name.endswith("市")):
            break  # 河北沣湖新区: there may be others of the name
        town = following.kind != PLACE or own.endswith(("镇", "乡"))
        if not town or len(own) < _LEAST_OWN or reading.text.endswith("国家", 0, head):
            break
        start = following.start
    return start


_BY_WATER = re.compile(rf"[{HAN}][湖江河山](?:高新|经开|经济技术开发|开发|新区)")
_LEAST_OWN = 2
"""How long, in characters, what a zone is called must be behind its place and before its head."""


def _is_name(reading: Reading, words: list[Token], head: str, at: int, before: str) -> bool:
    """Tell whether the words before the head name one zone: a place, unknown characters, or what a park is for."""
    if words and re.match(r"[省市县区镇乡村]{1,3}级", reading.text[words[0].start : words[0].start + 4]):
        return False
    if not words or any(w.kind == NUMBER for w in words) or re.search(r"[\d一两三几多数十百]个|[批类种]$", before):
        return False
    text = reading.text
    size = at - words[0].start
    if "部分" in text[words[0].start : at] or _ITEM.search(text, words[0].start, at):
        return False
    if text[words[0].start : at] == "城区" and head.startswith("工业"):
        return True
    own = [w for w in words if text[w.start : w.end] not in _GENERIC_WORDS]
    if head == "口岸" and (port := _KIND_OF_PORT.fullmatch(text, words[0].start, at)) is not None:
        hit = reading.hits.at(words[0].start)
        wide = hit is not None and hit.division.level == "province"
        return not wide and len(port["own"]) > 2 and port["own"] not in countries()  # 某市铁路口岸; not 某省空港口岸
    if head == "示范区" and words[0].kind == QUOTED:
        return False  # “小田变大田”示范区: any such
    if re.search(r"\d?A级(?:旅游)?$", text[words[0].start : at]):
        return False  # 新晋5A级景区|某某关
    if head == "景区" and len(words) == 1 and words[0].kind == PLACE and _SIGHT.search(text, words[0].start, at):
        return True
    if words[0].kind in (PLACE, NAME, QUOTED):
        return head not in ("景区", "公园", "示范园", "示范区") or len(words) > 1 or words[0].kind != PLACE
    if not own or size > 22:
        return False
    if len(words) > 1 and words[0].kind == SINGLE and words[1].kind == SINGLE and head in _PARK_SET:
        return True
    if size > 14:
        return False
    if own[0].kind == SINGLE and len(own) > 1 and own[1].kind == PROPER and size <= 6:
        return True
    if own[0].kind == PROPER or (len(words) > 1 and words[0].kind == SINGLE and words[1].kind == SINGLE and size <= 6):
        return True
    if head == "国家公园" and 2 <= size <= 6:
        return True
    if head in _NATURE and 2 <= size <= 5 and _LANDFORM.search(text, 0, at):
        return True
    return head in _PARK_SET and size >= 2 and sum(w.end - w.start for w in own) >= 2
