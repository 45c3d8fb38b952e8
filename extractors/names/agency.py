"""Agencies by grammar: a place or level word, an organ, an internal unit; short forms completed by home."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.gazetteer import Division, load_gazetteer
from extractors.hits import PlaceHit
from extractors.identity.tables import organ_synonyms
from extractors.lexicon import (
    HAN,
    MASS_BODIES,
    NATIONAL,
    NATIONAL_SYNONYMS,
    PARTIES,
    POSTS,
    alternatives,
)
from extractors.names import (
    agency_units,
    assembly_committees,
    branches,
    central_bodies,
    foreign_bodies,
    national_units,
    outposts,
    special_regions,
    town_offices,
    zone_bodies,
)
from extractors.names.agency_forms import (
    DEPARTMENT,
    DOMAIN,
    GROUP,
    LEVEL,
    LEVELLED,
    LOCAL,
    OPEN,
    ORGAN,
    PARTY_UNIT,
    claim_agency,
    plausible,
)
from extractors.names.organs import organ_key
from extractors.names.place_entities import level_division, place_before
from extractors.reading import Reading

# 国家能源局|某某监管办, 财政部|某某监管局
_STATIONED = rf"[{HAN}]{{2,4}}?(?:监管(?:办公室|办|局)|专员办(?:事处)?|特派员办事处|督察局)"
_NATIONAL = re.compile(
    rf"(?:中共(?=全国(?:人大常委会|政协)(?:机关)?党组))?(?:{alternatives(NATIONAL)})(?:办公[厅室](?!主任)|[{HAN}]{{2,12}}?(?:司|局)(?=[{HAN}]{{0,2}}[司局]长|负责人|有关负责|主要负责)|(?<=民[盟革建进]中央)[{HAN}]{{2,6}}?部(?:[{HAN}]{{2,4}}处)?(?=副?[部处]长)|(?<=[部委局]){_STATIONED}|(?<=[部委局])[{HAN}]{{2,9}}?司(?=[，。、）和]|联合|印发|发布|组织|联系人))?(?:{GROUP})?"
)


_PARTY = re.compile(
    rf"(?P<party>{alternatives(PARTIES)}|共青团|(?:(?<![{HAN}])|(?<=[、和与及同由是向对赴])|(?<=联合)|(?<=会同))团(?=[{HAN}]{{0,6}}[省市县区州]委))(?:(?P<level>[省市县区州])委(?:员会|会)?(?P<unit>办公室)?(?!员)"
    rf"|[{HAN}]{{2,9}}?(?:[省市县区州]委(?:员会|会)|委员会|[省市县区州]委|总支|支部(?!书记的))(?:办公室)?)"
)
_FULL_PARTY = re.compile(r"(?:中共|中国共产党)$")
_ASSEMBLY = re.compile(rf"(?:中国人民政治协商会议|政协)(?=[{HAN}]{{2,12}}?委员会)")
_NATIONAL_ASSEMBLY = re.compile(
    r"(?:中国人民政治协商会议|政协)(?:第?[一二三四五六七八九十]{1,3}届[、和]?){1,12}全国委员会(?=副?主席|副?秘书长|(?:常务)?委员(?!会))"
)
_PARTIES_IN_FULL = {
    "中国共产党": "中共",
    "中国国民党革命委员会": "民革",
    "中国民主同盟": "民盟",
    "中国民主建国会": "民建",
    "中国民主促进会": "民进",
    "中国农工民主党": "农工党",
    "中国致公党": "致公党",
    "九三学社": "九三学社",
    "台湾民主自治同盟": "台盟",
}
_PARTY_OF_TERM = re.compile(
    rf"(?P<party>{alternatives(_PARTIES_IN_FULL)})(?:第?[一二三四五六七八九十]{{1,3}}届[、和]?){{1,12}}中央委员会(?=(?:名誉|原)?副?主席|(?:候补)?委员(?!会))"
)
_TEAM = re.compile(
    rf"(?:中央|国务院|省委|市委)第[一二三四五六七八九十\d]+[{HAN}]{{2,10}}?(?:督察组|巡视组|巡察组|督导组)"
)
# 国家电影局, 国家森林草原防灭火指挥部, 人民银行某分行
_BRANCH = re.compile(
    rf"国家税务总局[{HAN}]{{2,9}}?税务局|国家统计局[{HAN}]{{2,6}}?调查总?队|(?<![省市县区州原])国家(?:{DOMAIN})(?:局|总局)(?:办公[厅室](?!主任)|{_STATIONED})?|国家(?:森林草原)?[{HAN}]{{2,6}}指挥部(?:办公室)?|(?:中国)?人民银行[{HAN}]{{2,6}}?(?:分行|中心支行|支行)|人行[{HAN}]{{2,6}}?(?<=[省市县区])(?:分行|中心支行|支行)|(?:长江|黄河|淮河|海河|珠江|松辽)水利委员会|太湖流域管理局|长江航务管理局"
)
_BARE = re.compile(
    rf"(?<![{HAN}])(?<![市区县州]）)(?:{DEPARTMENT})(?:{GROUP})?|(?:(?<=[带率领和与及])|(?<=联合)|(?<=会同))(?:{DEPARTMENT})|(?<=[率领])(?:政府|府)办(?:公室)?(?=[、，和与及])|(?<![{HAN}])政府办(?:公室)?(?=副?主任)"
)
_LEVEL_AT = re.compile(LEVEL)

_ZONE_BODY = re.compile(rf"[{HAN}]{{2,8}}?(?:新区|开发区|高新区|经开区|保税区|示范区)(?:管理委员会|管委会|党工委)")
_ARMY = re.compile(
    r"(?:中国人民解放军)?(?:东部|南部|西部|北部|中部)战区(?:[陆海空]军|火箭军)?|中国人民解放军(?:[陆海空]军|火箭军)?(?![军建])"
)
_NUMBERED = re.compile(rf"[{HAN}]{{0,6}}〔\d{{4}}〕")
_COAST_GUARD = re.compile("(?:中国|(?P<place>[\u4e00-\u9fff]{2,3}))海警局?(?![舰船执员艇])")
_TWO_OFFICES = re.compile(r"(?<![一二])两办(?![公法])")


_NO_MINISTRY = re.compile("[门队件署]|分(?!管)")  # 中央组织部|分管日常工作的副部长
_SUITE = re.compile(r"陪同[^，。；]{2,30}(?:访华|来访|来华访问)的")


def read(reading: Reading) -> None:
    """Add the agencies of the article."""
    text = reading.text
    foreign_bodies.read(reading)
    branches.read(reading)
    special_regions.read(reading)
    _assemblies(reading)
    for m in _BRANCH.finditer(text):
        claim_agency(reading, m[0], m.start(), m.end(), "agency-branch", 0.9, key=_national_key(m[0]))
    for m in _TEAM.finditer(text):
        claim_agency(reading, m[0], m.start(), m.end(), "agency-team", 0.9)
    assembly_committees.read(reading)
    national_units.read(reading)
    central_bodies.read(reading)
    agency_units.police(reading)
    agency_units.dispatched(reading)
    agency_units.armed_police(reading)
    for m in _NATIONAL.finditer(text):
        if m[0].endswith("部") and _NO_MINISTRY.match(text, m.end()):
            continue
        if text.startswith("长", m.end()) and foreign_bodies.follows_state(text, m.start()):
            continue  # 法国|国防部长
        if _SUITE.search(text, reading.sentence(m.start()).start, m.start()):
            continue  # 陪同某某访华的有|外交部|部长: of the other state
        if m[0].endswith("国民党") and text.startswith("革命委员会", m.end()):
            continue
        if _NUMBERED.match(text, m.end()):
            continue  # （工信部|信软〔2018〕135号）
        name = NATIONAL_SYNONYMS.get(m[0], m[0])
        claim_agency(reading, name, m.start(), m.end(), "agency-national", 0.97, key=_national_key(name))
    for m in _ARMY.finditer(text):
        claim_agency(
            reading, m[0], m.start(), m.end(), "agency-army", 0.85, key=m[0].removeprefix("中国人民解放军") or m[0]
        )
    for m in _COAST_GUARD.finditer(text) if "海警" in text else ():
        seat = reading.hits.at(m.start("place")) if m["place"] else None
        if not m["place"] or (seat is not None and (seat.start, seat.end) == m.span("place")):
            claim_agency(reading, m[0], m.start(), m.end(), "agency-coast-guard", 0.85, seat.division if seat else None)
    for m in _PARTY.finditer(text):
        if m["party"] == "团" and not m["level"] and reading.hits.at(m.end("party")) is None:
            continue
        place = level_division(reading, m["level"], m.start()) if m["level"] else None
        party = "共青团" if m["party"] == "团" else m["party"]
        name = party + (place.name + "委" + (m["unit"] or "") if place is not None else text[m.end("party") : m.end()])
        claim_agency(reading, name, m.start(), m.end(), "agency-party", 0.9, place)
    _rows(reading)
    _placed(reading)
    _behind_this(reading)
    _of_prefectures(reading)
    _twins(reading)
    town_offices.unlisted(reading)
    _with_government(reading)
    _levelled(reading)
    zone_bodies.alone(reading)
    _bare(reading)
    _listed(reading)
    agency_units.offices_of_bureaus(reading)
    outposts.units_behind(reading)
    outposts.of_towns(reading)
    town_offices.stations(reading)
    town_offices.street_offices(reading)
    town_offices.village_committees(reading)
    _party_groups(reading)
    _two_offices(reading)
    _by_kind(reading)
    town_offices.short_street_offices(reading)
    agency_units.panels(reading)
    agency_units.party_units(reading)
    agency_units.courts(reading)
    agency_units.court_units(reading)
    agency_units.dispatched_from(reading)
    agency_units.study_groups(reading)
    town_offices.units_of_town(reading)
    agency_units.sections(reading)
    agency_units.police_units(reading)
    agency_units.own_sections(reading)
    agency_units.discipline_rooms(reading)
    agency_units.short_units(reading)
    outposts.centres(reading)
    outposts.sections_alone(reading)
    outposts.of_ministries(reading)
    national_units.terms(reading)


_BY_KIND = re.compile(
    rf"(?:(?<![{HAN}])|(?<=[和与由]))(?P<level>[省市县区州])(?P<kind>[局厅院])(?=党组|党委|机关|相关|有关|各|班子|领导|召开|组织|开展|要求)"
)


def _by_kind(reading: Reading) -> None:
    """市局|党委副书记 after 市公安局: the only bureau of the city that the article has named."""
    for m in _BY_KIND.finditer(reading.text):
        named = {
            a.entity
            for a in reading.names(0, m.start(), "Agency")
            if a.entity.name.endswith(m["kind"]) and a.entity.seat is not None and m["level"] == a.entity.seat.name[-1]
        }
        if len(named) == 1:
            reading.claim(named.pop(), m.start(), m.end(), "agency-by-kind", 0.75)


def _national_key(name: str) -> str:
    """Return the key of a body of state, one for all its usual names: 证监会 and 中国证监会."""
    key = organ_key(name)
    return organ_synonyms().get(key, key)


_ITS_OFFICE = re.compile(rf"办事处(?![{HAN}]{{1,5}}(?:村|社区|居委会))")


def _placed(reading: Reading) -> None:
    """汾阳市政协, 天津市政府, 铜川市人民政府, 十堰市文旅局, 叙永县县委: the place is printed before the organ."""
    text = reading.text
    for hit in reading.hits:
        prefix = place_before(reading, hit.end)
        if prefix is None:
            continue
        level = _LEVEL_AT.match(text, hit.end)
        m = LOCAL.match(text, level.end()) if level and prefix.name.endswith(level[0]) else None
        m = m or LOCAL.match(text, hit.end)
        if m and m["organ"].startswith("委") and not hit.full and not (level and level.end() == m.start()):
            m = m if _LEVEL_AT.match(hit.name[-1]) else None  # 江华县|委 is short for 江华瑶族自治县委
        if m and text[prefix.start - 1 : prefix.start] == "局" and m["organ"].endswith(("分局", "所", "站", "中队")):
            continue  # 县税务局|柳湾税务分局: an office of the bureau
        if m:
            as_printed = prefix.short and m["organ"].startswith(("海关", "警备区", "军分区"))  # 海口|海关
            seat = text[hit.start : hit.end] if as_printed else prefix.name
            name = seat + m["organ"] + (m["group"] or "")
            party = (
                _FULL_PARTY.search(text, max(0, prefix.start - 5), prefix.start)
                if m["organ"].startswith("委")
                else None
            )
            start = party.start() if party else prefix.start
            claim_agency(reading, name, start, m.end(), "agency-place", 0.95, prefix.division)
            continue
        if hit.name.endswith("街道") and (street := _ITS_OFFICE.match(text, hit.end)) is not None:
            claim_agency(
                reading, prefix.name + "办事处", prefix.start, street.end(), "agency-street", 0.85, prefix.division
            )
            continue
        zone = None if hit.full else _ZONE_BODY.match(text, hit.end)
        if zone:
            claim_agency(reading, prefix.name + zone[0], prefix.start, zone.end(), "agency-zone", 0.85, prefix.division)
            continue
        inner = reading.hits.at(hit.end)
        if inner is not None and inner.full and inner.start == hit.end:
            continue  # 甲省|乙市某局: of the inner place
        opened = OPEN.match(text, hit.end)
        if opened and hit.full and plausible(opened[0]):
            claim_agency(
                reading, prefix.name + opened[0], prefix.start, opened.end(), "agency-place-open", 0.85, prefix.division
            )


_THIS_ORGAN = re.compile(rf"该(?P<level>[省市县区州镇乡])(?P<organ>{ORGAN})(?P<group>{GROUP})?")


def _behind_this(reading: Reading) -> None:
    """该区|纪委监委: the body of the last place of that level, else of the home."""
    for m in _THIS_ORGAN.finditer(reading.text):
        named = [h.division for h in reading.hits if h.start < m.start() and h.division.name.endswith(m["level"])]
        place = named[-1] if named else reading.home.stands_for(m["level"])
        if place is not None:
            name = place.name + m["organ"] + (m["group"] or "")
            claim_agency(reading, name, m.start(), m.end(), "agency-this", 0.8, place)


_PREFECTURE_ORGAN = re.compile(
    rf"(?P<level>地区)?(?P<organ>地委(?!员)(?:{PARTY_UNIT})?|行署(?:办公室)?|行政公署|(?<=地区)政协|(?<=地区)工委|(?<=地区)(?:{DEPARTMENT}))"
)


_SPEAKS_OF_PREFECTURE = re.compile("地委|行署|地区")


def _of_prefectures(reading: Reading) -> None:
    """某某地委, 行署: the bodies of a prefecture that is no city, printed with its short name or by its level."""
    for m in _PREFECTURE_ORGAN.finditer(reading.text) if _SPEAKS_OF_PREFECTURE.search(reading.text) else ():
        hit = reading.hits.ending_at(m.start())
        if hit is None and m["level"] and _AFTER_WORD.search(reading.text, max(0, m.start() - 1), m.start()):
            continue  # 贫困地区|教育局
        place = load_gazetteer().resolve(hit.name.removesuffix("地区") + "地区") if hit is not None else None
        start = hit.start if hit is not None and place is not None else m.start()
        place = place or level_division(reading, "地区", m.start())
        if place is not None and place.name.endswith("地区"):
            seat = place.name.removesuffix("地区") if m["organ"].startswith("地委") else place.name
            claim_agency(reading, seat + m["organ"], start, m.end(), "agency-prefecture", 0.85, place)


_BRANCH_OF_AGENCY = re.compile(
    r"(?:机关|直属机关|离退休)?党(?:支部|总支)(?!书记|副书记|委员|支部)|(?:机关党委|团委|团工委)(?!书记|副书记|委员)"
)

# 河北、上海等2省（市）|人大常委会: one body in each of the places
_ROW_OF = re.compile(
    rf"等?(?:\d+|[两三四五六七八九十]+)?个?(?:省|市|县|区)(?:（[区市、自治州]{{1,6}}）)?(?P<organ>{ORGAN})"
)
_OF_EACH = re.compile(r"(?:主要|有关|相关|分管)?负责|分别|有关部门|等|、")
_HEADS_OF_EACH = re.compile(r"(?:主要|有关|相关|分管)?负责|分别")


def _rows(reading: Reading) -> None:
    """Bodies of a kind in each of the places listed before it."""
    hits = list(reading.hits)
    for number, last in enumerate(hits):
        m = _ROW_OF.match(reading.text, last.end)
        row = [*_row_before(reading, hits, number), last] if m is not None else []
        if m is None or len(row) < 2 or len({hit.division.level for hit in row}) > 1:
            continue
        for hit in row:
            end = m.end() if hit is last else hit.end
            claim_agency(reading, hit.division.name + m["organ"], hit.start, end, "agency-row", 0.8, hit.division)


def _twins(reading: Reading) -> None:
    """江苏、|四川省委统战部负责同志, 甲省、乙省、|丙省政府负责人: bodies of one name, one in each of the places."""
    hits = list(reading.hits)
    for number, last in enumerate(hits):
        body = reading.name_at(last.end - 1)
        seat = last.division.name
        levelled = seat[-1] in reading.text[last.end - 1 : last.end + 1]
        if body is None or not levelled or body.label != "Agency" or not body.entity.name.startswith(seat):
            continue
        each, heads = _OF_EACH.match(reading.text, body.end), _HEADS_OF_EACH.match(reading.text, body.end)
        for hit in _row_before(reading, hits, number) if each is not None else ():
            if hit.division.level != last.division.level or (hit.full and heads is None):
                break
            name = hit.division.name + body.entity.name.removeprefix(seat)
            claim_agency(reading, name, hit.start, hit.end, "agency-twin", 0.8, hit.division)


def _row_before(reading: Reading, hits: list[PlaceHit], number: int) -> Iterator[PlaceHit]:
    """Yield the places that are joined to the one of this number, from the nearest on: 甲、乙和|丙."""
    start = hits[number].start
    for hit in reversed(hits[:number]):
        if reading.text[hit.end : start] not in ("、", "和"):
            return
        yield hit
        start = hit.start


_COMMITTEE_OF_PLACE = re.compile(r"(?P<place>.+[省市县区州镇乡])(?:委|党委)")


def _with_government(reading: Reading) -> None:
    """某镇党委|政府, 某县委|政府: two bodies of one place in one word."""
    for body in list(reading.names(0, None, "Agency")):
        both = _COMMITTEE_OF_PLACE.fullmatch(body.entity.name)
        at = body.end + reading.text.startswith("、", body.end)
        if both is not None and reading.text.startswith("政府", at):
            name = both["place"] + "政府"
            claim_agency(reading, name, at, at + 2, "agency-with-government", 0.8, body.entity.seat)


_GROUP_OF_FIRM = re.compile(
    r"(?:党组|党委|党总支|党支部|团委|团支部|团工委|团总支|工会委员会|工会(?![会干经小组活福]))(?!书记|副书记|成员|委员|班子|政府|副?主席)"
)


def _party_groups(reading: Reading) -> None:
    """The party group of a firm or institute is an agency, and the branch at an agency: 某集团|党组, 某局|机关党支部."""
    for body in list(reading.names(0, len(reading.text), "Company", "Organization", "Agency")):
        m = (_BRANCH_OF_AGENCY if body.label == "Agency" else _GROUP_OF_FIRM).match(reading.text, body.end)
        if m is not None:
            entity = reading.entity("Agency", body.entity.name + m[0])
            entity.seat = body.entity.seat
            reading.alias(entity, reading.text[body.start : m.end()])
            reading.claim(entity, body.end, m.end(), "agency-party-group", 0.85)


# 政协某市|第十届委员会常务委员会
_COMMITTEE_OF_TERM = re.compile("(?:第?[一二三四五六七八九十]{1,3}届)?委员会(?P<standing>常务委员会)?")


def _assemblies(reading: Reading) -> None:
    """政协祁阳县委员会 is 祁阳县政协; 政协第八届、九届全国委员会|副主席 is one of 全国政协.

    九三学社第十届中央委员会|副主席 is one of 九三学社中央.
    """
    for m in _PARTY_OF_TERM.finditer(reading.text) if "届中央委员会" in reading.text else ():
        name = _PARTIES_IN_FULL[m["party"]] + "中央"
        claim_agency(reading, name, m.start(), m.end(), "agency-assembly", 0.95, key=_national_key(name))
    for m in _NATIONAL_ASSEMBLY.finditer(reading.text) if "届全国委员会" in reading.text else ():
        claim_agency(reading, "全国政协", m.start(), m.end(), "agency-assembly", 0.95, key=_national_key("全国政协"))
    for m in _ASSEMBLY.finditer(reading.text):
        hit = next((h for h in reading.hits if h.start == m.end()), None)
        whole = _COMMITTEE_OF_TERM.match(reading.text, hit.end) if hit is not None else None
        if hit is not None and whole is not None:
            name = (hit.name if hit.full else hit.division.name) + "政协" + ("常委会" if whole["standing"] else "")
            claim_agency(reading, name, m.start(), whole.end(), "agency-assembly", 0.95, hit.division)


# 各地级以上|市人民政府, 各市、|县政府, 有关|市…: all bodies of a kind, none of them named
_ALL_SUCH = re.compile(
    r"(?:各(?:地级|设区|有关|相关|级|地|自治)*+(?:省|市|县|区|州|盟|旗)?(?:（[^（）]*）)?|以上|所在地城市、|设区的?|有关|相关|各[省市县州区镇乡旗](?:、|和)(?:[省市县州区镇乡旗](?:、|和))?)$"
)
_EVERY_PROVINCE = re.compile(r"各省(?:、自治区|（自治区|（区|、区)")
_AFTER_WORD = re.compile(rf"(?![由经向在对与和及从把将让请是为])[{HAN}]\Z")


_POST_BEFORE = re.compile(rf"(?:{alternatives(POSTS)})[、兼]\Z")


def _seat_before(reading: Reading, level: str, position: int) -> Division | None:
    """襄阳市委常委、|市委秘书长 in a paper of another city: the place of the body in the post before."""
    post = _POST_BEFORE.search(reading.text, max(0, position - 10), position)
    body = reading.name_ending_at(post.start(), "Agency") if post else None
    seat = body.entity.seat if body is not None else None
    return seat if seat is not None and seat.name.endswith(level) else None


_GUEST = re.compile(
    rf"[省市县区州]?(?:委|政府|人大常委会|政协)?(?:常委|(?:常务)?副?书记|副?主席|副?主任|副?[市县区州省]长)[{HAN}]{{2,4}}[，、]\Z"
)
_COMES = re.compile("率|带队|带领|来[^，。]{0,8}(?:考察|调研|参观|学习)")


def _guest_seat(reading: Reading, level: str, position: int) -> Division | None:
    """柳湾市委书记甲，|市委副书记、市长乙率团来…: guests that open the sentence are of one place, whoever's paper it is."""
    sentence = reading.sentence(position)
    post = _GUEST.search(reading.text, max(sentence.start, position - 14), position)
    ends = (post.start(), post.start() + 1) if post is not None else ()
    hit = next((h for at in ends if (h := reading.hits.ending_at(at)) is not None), None)
    if hit is None or not hit.full or not hit.division.name.endswith(level):
        return None
    opens = not any(reading.names(sentence.start, hit.start, "Agency")) and hit.start - sentence.start <= _DAY_FIRST
    return hit.division if opens and _COMES.search(reading.text, position, sentence.end) else None


_DAY_FIRST = 40
"""How many characters a byline, a day and the province may take before the place of a guest."""


def _levelled(reading: Reading) -> None:
    """市政协, 县发改局, 省委组织部, 市非煤矿山安全委员会: the level word stands for home or the place around."""
    everywhere = _EVERY_PROVINCE.search(reading.text) is not None
    for m in LEVELLED.finditer(reading.text):
        if reading.hits.at(m.start()) or (m["open"] and not plausible(m["open"])):
            continue
        if m["level"] in ("省", "自治区") and m["open"] and m["open"][0] in "市县区州":
            continue  # 省市统计局: two bodies
        if m["level"] in ("市", "县") and reading.text[m.start() - 1 : m.start()] in ("省", "市"):
            continue  # 省市环委会: two bodies
        if _ALL_SUCH.search(reading.text, max(0, m.start() - 12), m.start()):
            continue
        if m["level"] == "区" and zone_bodies.of_own_zone(reading, m):
            continue
        place = _seat_before(reading, m["level"], m.start()) or _guest_seat(reading, m["level"], m.start())
        place = place or level_division(reading, m["level"], m.start())
        rest = (m["organ"] or m["open"]) + (m["group"] or "")
        if place is not None:
            confidence = 0.9 if m["organ"] else 0.8
            start = m.start() - len(_AUTONOMOUS_BEFORE) * reading.text.endswith(_AUTONOMOUS_BEFORE, 0, m.start())
            claim_agency(reading, place.name + rest, start, m.end(), "agency-level", confidence, place)
        elif everywhere:
            continue  # 各省、自治区、直辖市…：与|省扶贫办对接
        elif (
            m["level"] not in ("镇", "乡", "街道") or _HEADED.match(reading.text, m.end())
        ) and not _AFTER_WORD.search(reading.text, max(0, m.start() - 1), m.start()):
            claim_agency(reading, m[0], m.start(), m.end(), "agency-level-unresolved", 0.6)


_AUTONOMOUS_BEFORE = "自治"
"""自治|州人大常委会: of the level word, too."""
# 镇党委|书记某某, where nothing tells which town
_HEADED = re.compile(rf"副?(?:书记|主任|主席|队长|所长|站长|院长)[{HAN}]{{2,3}}(?=[，。、；]|[带率主出参到说介表])")


# In a list of agencies one more, whatever it is in charge of: 市发改委、|房管局、
_LISTED = re.compile(
    rf"[、和](?P<name>(?![省市县区州镇乡])(?:(?![的了等各两全有及和与])[{HAN}]){{1,8}}?(?:(?<![布格结全时战僵开当大政破])局|办公室|(?<=..)[委办])|武警[支大中]队|(?:森林消防|消防救援|消防|交警)[支大]队|(?:派出|司法|财政|税务|市场监管)所|{alternatives(MASS_BODIES)}|政府|人大常委会|人大|政协|纪委监委|纪委|监委|法院|检察院|人武部|组织部|宣传部|统战部|政法委)(?=[、，。；]|[和与及等]|主要|有关|相关|负责|分管|联合|参加|立即|组织|开展|迅速)"
)


_PARTY_POST = re.compile("(?:党委|党组)(?:副?书记|委员|成员)|副?局长|政委")


def _bare(reading: Reading) -> None:
    """财政局、交通局 without a place: those of the body before them in the list, else of the home."""
    text = reading.text
    for m in _BARE.finditer(text):
        before = reading.name_ending_at(m.start() - 1, "Agency") if text[m.start() - 1] in "、和与" else None
        post = _POST_BEFORE.search(text, max(0, m.start() - 10), m.start()) if before is None else None
        before = (
            reading.name_ending_at(post.start(), "Agency") if post is not None else before
        )  # 县政府副县长、|公安局局长
        if before is None and _PARTY_POST.match(text, m.end()):  # 某县公安局…，|公安局党委副书记某某
            named = reading.names(reading.sentence(m.start()).start, m.start(), "Agency")
            before = next((a for a in reversed(list(named)) if a.entity.name.endswith(m[0])), None)
        short = m[0].endswith(("办", "部", "委")) and len(m[0]) < 4 and "府" not in m[0]
        if text[m.end() : m.end() + 1] in tuple("门署") or (short and before is None):
            continue
        if re.search(
            r"(?:各|每|[\d一两三几多]个)[^，。；、]{0,3}(?:（[^（）]*）)?\Z", text[max(0, m.start() - 12) : m.start()]
        ):
            continue  # 各县（市、区）|交通运输局
        place = before.entity.seat if before else reading.home.division
        if place is not None:
            claim_agency(reading, place.name + m[0], m.start(), m.end(), "agency-bare", 0.75, place)


_PARTY_UNITS = ("组织部", "宣传部", "统战部", "政法委")


def _listed(reading: Reading) -> None:
    """市发改委、|房管局、|编办: what stands in a row of agencies, and ends as one does, is one of the same place."""
    for first in list(reading.names(0, len(reading.text), "Agency")):
        at, seat = first.end, first.entity.seat
        while seat is not None and (m := _LISTED.match(reading.text, at)) is not None and plausible(m["name"]):
            if not reading.free(*m.span("name")) or reading.hits.at(m.start("name")) is not None:
                break
            unit = "委" if m["name"] in _PARTY_UNITS and seat.level != "town" else ""
            claim_agency(reading, seat.name + unit + m["name"], *m.span("name"), "agency-listed", 0.75, seat)
            at = m.end("name")


def _two_offices(reading: Reading) -> None:
    """两办: the offices of the home's party committee and of its government."""
    home = reading.home.division
    for m in _TWO_OFFICES.finditer(reading.text):
        for body in ("委办公室", "政府办公室"):
            if home is not None:
                name = home.name + body
                reading.mention(
                    reading.entity("Agency", name, key=organ_key(name)), m.start(), m.end(), "agency-two-offices", 0.7
                )
