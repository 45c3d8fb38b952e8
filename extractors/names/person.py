"""Persons: by their posts, in lists of leaders, before verbs of speech; each with the posts that are printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from extractors.gazetteer import Division, countries, load_gazetteer, world_cities
from extractors.lexicon import DOMAINS, GOVERNMENT_POSTS, HAN, LEADERS, POSTS, SURNAMES, alternatives
from extractors.names import athletes, careers, dotted, foreign, groups, repeated, unposted
from extractors.names.agency import PANEL
from extractors.names.branches import village_before
from extractors.names.namechars import likely_end
from extractors.names.organs import organ_key
from extractors.names.personname import looks_like_name, may_follow_name, name_end
from extractors.names.place import level_division
from extractors.names.tokens import SINGLE, segment
from extractors.names.vocabulary import NOUN, VERB, vocabulary
from extractors.names.words import is_common_word
from extractors.reading import Entity, Mention, Reading
from extractors.text import compact, occurrences

_BODIES = ("Agency", "Company", "Organization")
_POST_PREFIXES = ("原", "时任", "前", "新任", "现任", "名誉", "执行", "常务")
_POST = re.compile(
    rf"(?:{alternatives(_POST_PREFIXES)})?(?:{alternatives(POSTS)})(?!会|班子|(?<=指挥)部)(?:[（(](?:兼|代|正[处科厅]级|副[处科厅]级)[）)])?"
)
_TITLES = frozenset(POSTS)
_GOVERNMENT_SET = frozenset(GOVERNMENT_POSTS)
_LEVEL_OF_POST = re.compile(r"(省|市|县|区|州|盟|旗|镇|乡)长$")
_LINK = re.compile(r"[、，]?(?:兼|兼任|和|、)?")
_LEADER_LIST = re.compile(
    rf"(?:(?:{alternatives(LEADERS)})(?!干部|小组|班子|包[联保抓片]|带[班头]|机构|核心|力|下|人|层)|(?:委员|代表|专家|同志|班子成员)(?:有|：)?)(?:[：、]|同志)?"
)
_LIST_MARK = re.compile(r"[、，]| 和|和|与|及|以及")
_SPEECH = r"(?:强调|指出|要求|主持|出席|参加|等(?:参加|出席|陪同)|陪同(?!人员)|列席|宣布|率队|率领|带领|带队|一行|调研|考察|致辞|发言|勉励|当选|在(?:会上|讲话|主持|调研|座谈|发言|致辞|参观|总结))"
_ROLE = re.compile(
    r"(?:\d岁的|村民|居民|农户|种植户|养殖户|种[粮植]大户|养殖大户|大户|贫困户|脱贫户|特困户|特困人员|困难户|低保户|困难群众|困难职工|党员|老党员|盟员|会员|社员|工人|职工|学生|教师|老师|主治医生|主治医师|医师|乡村医生|医生|护士长|护士|产妇|患者|护边员|司机|店主|店长|老板|游客|市民|群众|业主|企业家|创业者|技术员|农技员|技师|钳工|焊工|车工|电工|技工|员工|列车长|机长|车长|工长|乘务员|调度员|值班员|检修员|巡检员|操作员|飞行员|航天员|教练|教练员|演员|导演|作家|画家|军士长|中士|上士|下士|舰长|艇长|研究生|学员|辅导员|火炬手|快递员|外卖员|骑手|拖拉机手|农机手|机手|种粮能手|粮农|菜农|果农|茶农|棉农|渔民|牧民|船长|设计师|建筑师|飞手|主播|摊主|房东|园丁|面点师|厨师|网格员|志愿者|"
    r"讲解员|工程师|研究员|教授|专家|院士|博士后|博士生|博士|律师|民警|警员|队员|老人|乡亲|社长|户主|经营户|经营者|驻村干部|包村干部|村干部|社区干部|大学生|劳模|工匠|传承人|村医|护林员|爱心人士|外出人士|热心人士|农艺师|畜牧师|农技员|技术员|乡贤|返乡青年|青年)[“]?"
)
_BARE = re.compile(rf"(?:^|(?<=[。！？；，：“\n]))(?P<name>[{HAN}]{{2,3}}?)(?={_SPEECH})")
_TITLE_AFTER = re.compile(
    r"(?P<title>总书记|委员长|委员(?!会)|同志(?!们)|将军(?![路府街])|烈士(?![陵墓纪])|主席(?!团|国|会|台)|总理|总统)"
)
_ACTS = re.compile(r"主持|出席|参加|强调|指出|表示|陪同|率|带队|介绍说|任|、|，(?:副|市|县|区|省)")
_WEAK = r"向|同|对|给|致|将|为|乘|结束|应邀|抵达|离开|复信|回信|签署|会见|同|致电|同志"
_BARE_GOING = re.compile(rf"(?:^|(?<=[。\n]))(?P<name>[{HAN}]{{2,3}})(?=前往|来到|深入|先后|一行)")
_BARE_IS = re.compile(
    rf"(?:^|(?<=[。\n”]))(?P<name>[{HAN}]{{2,3}})(?=是(?:一[家名位个]|[^，。；]{{2,24}}(?:人员|工程师|主管|教授|队员)[，。]|这[家名位个]|当地|附近|村里|该)|今年\d+岁|家住|老家|从小|返乡|告诉|种植|经营着|承包|流转|创办|一家[靠住世种养人])"
)
_BARE_WEAK = re.compile(rf"(?:^|(?<=[。\n 】“]))(?!.方)(?!..[陪随一共])(?P<name>[{HAN}]{{3}})(?={_WEAK})")
_TOLD = re.compile(r"告诉记者|对记者说|向记者介绍|向记者表示|介绍说|坦言|激动地说|高兴地说|笑着说|感慨地?说|自豪地说")
_PAIR = re.compile(
    rf"(?:^|(?<=[。\n；，]))(?P<a>[{HAN}]{{2,3}})、(?P<b>[{HAN}]{{2,3}}?)(?=等?(?:陪同|参加|出席|列席|分别|共同|一同))"
)
_NATIONAL_POSTS = {"国务委员": "国务院", "国务委员兼国务院秘书长": "国务院"}


@dataclass(slots=True)
class Office:
    """One post of a phrase: its title, and the body that it is held at, where one is known."""

    title: str
    body: Entity | None
    start: int
    end: int


def read(reading: Reading) -> None:
    """Add the persons with HOLDS_POST for each post."""
    known: dict[str, Entity] = {e.name: e for e in reading.of_label("Person") if not is_reporter(e)}
    listed = reading.memory.get("rosters", [])
    _foreign(reading, known)
    for offices, at in phrases(reading):
        if not any(span.start <= offices[0].start < span.end for span in listed):
            _people(reading, offices, at, known)
    _leader_lists(reading, known)
    _plain_lists(reading, known)
    _behind_bodies(reading, known)
    for begin, end in (
        *careers.honoured(reading),
        *unposted.find(reading),
        *athletes.find(reading),
        *dotted.find(reading),
    ):
        if reading.free(begin, end):
            reading.claim(_person(reading, reading.text[begin:end], [], known), begin, end, "person-unposted", 0.8)
    for m in _ROLE.finditer(reading.text):
        _people(reading, [Office("", None, m.start(), m.end())], m.end(), known, sure=False)
    _bare(reading, known)
    _titles_after(reading, known)
    _posts_after(reading, known)
    for begin, end in repeated.find(reading, tuple(known)):
        reading.claim(_person(reading, reading.text[begin:end], [], known), begin, end, "person-repeated", 0.75)
    _everywhere(reading, known)
    _surnames_with_titles(reading)
    _careers(reading)
    groups.office_holders(reading)


def _careers(reading: Reading) -> None:
    """甲同志曾任某局局长: the posts of phrases that no name follows."""
    for offices, end in phrases(reading):
        person = careers.holder(reading, offices, end)
        for office in offices if person is not None else ():
            if person is not None:
                hold(reading, person.entity, office, (person.start, end), "post-once")


# -- posts


def phrases(reading: Reading) -> list[tuple[list[Office], int]]:
    """Return each run of posts that belong to one person or list of persons, and where the names begin."""
    found: list[tuple[list[Office], int]] | None = reading.memory.get("phrases")
    if found is None:
        found = reading.memory["phrases"] = list(_phrases(reading))
    return found


_POST_WORDS = AhoCorasick(
    sorted({*POSTS, *(prefix + post for prefix in _POST_PREFIXES for post in POSTS)}),
    matchkind=MatchKind.LeftmostLongest,
)


def _posts(text: str) -> Iterator[int]:
    """Yield where the posts named in the text begin."""
    return (start for _, start, _ in _POST_WORDS.find_matches_as_indexes(text))


def _phrases(reading: Reading) -> Iterator[tuple[list[Office], int]]:
    offices: list[Office] = []
    last: Office | None = None
    for start in _posts(reading.text):
        if reading.text.startswith("工委", start) and reading.text[start - 1 : start] in ("纪", "察"):
            start += 2  # 纪工委|书记
        m = _POST.match(reading.text, start)
        if m is None:
            continue
        cover = reading.name_at(m.start())
        if cover is not None:
            # 工委|书记: the body's name holds the first words of the post's
            inner = _POST.match(reading.text, cover.end) if cover.end < m.end() else None
            if inner is None and cover.end != m.start() + 1:
                continue
            m = inner or m
        office = _office(reading, m, offices)
        if office.body is None and not offices:
            office.body = _carried(reading, office, last)
        last = office
        if offices and not _joined(reading, offices[-1].end, office.start):
            yield offices, offices[-1].end
            office = _office(reading, m, [])
            if office.body is None:
                office.body = _carried(reading, office, offices[-1])
            last, offices = office, []
        offices.append(office)
    if offices:
        yield offices, offices[-1].end


_HEADS_OF_FIRMS = frozenset(
    "董事长 副董事长 总经理 副总经理 经理 厂长 场长 理事长 总裁 创始人 总工程师 校长 园长 馆长".split()
)
_NAME_LIST = re.compile(
    rf"[{HAN}· ]{{2,8}}(?:、[{HAN}· ]{{2,8}}){{0,12}}(?:（[^（）]{{1,6}}）)?[，、；](?:党工委|党委|党组)?"
)
_FITS = {
    "主席": r"(?:政协|工商联|总工会|妇联|文联|残联|科协|侨联|红十字会)$",
    "主任": r"(?:人大常委会|委员会|发改委|卫健委|国资委|监委|办公室)$",
    "局长": r"局$",
    "厅长": r"厅$",
    "院长": r"(?:法院|中院|高院)$",
    "检察长": r"检察院$",
    "党组成员": r"(?:局|厅|委|办公室|中心)$",
    "党组副书记": r"(?:局|厅|委|办公室|中心)$",
}
_NEW_BODY = re.compile(r"委员会|小组|指挥部|协会|商会|理事会|法庭|专班")


# 局党组成员、|副局长某某: the bureau that the article has just named
_OWN_BUREAU = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=由))(?P<body>[局厅])(?:党组|党委|机关)|(?<=[，、由。\n])副?(?P<post>[局厅])长$"
)


def _carried(reading: Reading, office: Office, last: Office | None) -> Entity | None:
    """…副主席甲、乙，秘书长丙: a post without a body, after nothing but names, is held at the body before them.

    In 市政协召开座谈会，副主席甲… the subject of the sentence is the body where its kind has such a post.
    The first post of a list (组成人员:主任甲,副主任乙) is held at the committee named just before.
    """
    text = reading.text
    if office.title.endswith("级干部"):
        return None  # a rank: of the body before it only where that is printed
    if office.title in _HEADS_OF_FIRMS:
        sentence = reading.sentence(office.start)
        bodies = list(reading.names(sentence.start, office.start, "Company", "Organization"))
        if bodies and "。" not in text[bodies[-1].end : office.start]:
            return bodies[-1].entity
    if (own := _OWN_BUREAU.search(text, max(0, office.start - 4), office.end)) is not None:
        bureaus = list(reading.names(max(0, office.start - 200), office.start, "Agency"))
        fitting = [m for m in bureaus if m.entity.name.endswith(own["body"] or own["post"])]
        return fitting[-1].entity if fitting else None
    if last is not None and last.body is not None and _NAME_LIST.fullmatch(text, last.end, office.start):
        return _committee_before(reading, office) or _government_beside(reading, office.title, last.body) or last.body
    if text[office.start - 1 : office.start] == "，" and (fits := _FITS.get(office.title.removeprefix("副"))):
        bodies = list(reading.names(reading.sentence(office.start).start, office.start, "Agency"))
        if bodies and re.search(fits, bodies[-1].entity.name):
            return bodies[-1].entity
    if text[office.start - 1 : office.start] in "：:" and office.start:
        before = [
            m
            for m in reading.names(max(0, office.start - 70), office.start, "Agency")
            if _NEW_BODY.search(m.entity.name)
        ]
        return before[-1].entity if before else None
    return None


def _government_beside(reading: Reading, title: str, committee: Entity) -> Entity | None:
    """某镇党委书记甲、|镇长乙: the government of a town whose committee is named last."""
    town = _UNLISTED_SEAT.fullmatch(committee.name)
    if town is None or not title.endswith(town["town"][-1] + "长"):
        return None
    return agency_entity(reading, town["town"] + "政府", committee.seat)


def _committee_before(reading: Reading, office: Office) -> Entity | None:
    """党委副书记、镇长甲，|党委委员乙: the committee named last."""
    committee = re.match(r"党工委|党委", office.title)
    if committee is None:
        return None
    named = [e for e in reading.of_label("Agency") if e.name.endswith(committee[0]) and e.mentions]
    before = [e for e in named if min(m.start for m in e.mentions) < office.start]
    return max(before, key=lambda e: max(m.start for m in e.mentions if m.start < office.start), default=None)


# 市政协委员、|某某医院内科主任某某: a body of no known kind stands between two posts of one person
_UNKNOWN_BODY = re.compile(rf"[、兼](?:(?![各等和及与的有全])[{HAN}0-9]){{2,14}}")


def _joined(reading: Reading, end: int, start: int) -> bool:
    if end > start:
        return False
    if _LINK.fullmatch(reading.text, end, start):
        return True
    unknown = _UNKNOWN_BODY.fullmatch(reading.text, end, start)
    return unknown is not None and name_end(reading.text, end + 1) is None and likely_end(reading.text, end + 1) is None


def _office(reading: Reading, m: re.Match[str], before: list[Office]) -> Office:
    """Read one post: which body is printed right before it, or follows from the post's own name."""
    text, start, title = reading.text, m.start(), m[0].removeprefix("现任")
    body = next((b for b in (reading.name_ending_at(start, label) for label in _BODIES) if b), None)
    body = body or _this_body(reading, start)
    if body is None and (inner := reading.name_ending_at(start + 1, *_BODIES)) is not None:
        return Office(title, inner.entity, inner.start, m.end())
    if body is not None:
        return Office(title, body.entity, body.start if body.end == start else start, m.end())
    if title in ("国家主席", "国家副主席"):
        return Office(title, None, start, m.end())
    plain = re.sub(r"^(?:原|时任|前|新任)", "", title)
    if plain in _GOVERNMENT_SET:
        office = plain.removesuffix("候选人").removesuffix("提名人选")
        place, begin = _government_place(reading, office, start)
        if begin == start and text.endswith("政府", 0, start):
            begin = start - 2  # 县委副书记、|政府代县长
        unlisted = _UNLISTED_BEFORE.search(text, max(0, start - 6), start) if begin == start else None
        if unlisted is not None and plain.endswith(unlisted[0][-1] + "长"):
            return Office(title, reading.entity("Agency", unlisted[0] + "政府"), unlisted.start(), m.end())
        if begin == start and before and (seat := _same_seat(reading, plain, start, before[-1])) is not None:
            place = seat
        committee_before = before[-1].body if before and begin == start else None
        if committee_before and (beside := _government_beside(reading, title, committee_before)) is not None:
            return Office(title, beside, start, m.end())
        return Office(title, _government(reading, place) or _unplaced_government(reading, plain), begin, m.end())
    branch = _village_branch(reading, m, before)
    if branch is not None:
        return branch
    committee = re.match(r"(?:原|时任|前|新任|现任)?(党委|党工委|党组|党总支部|党总支|党支部)", title)
    hit = reading.hits.ending_at(start)
    if hit and committee and committee[1] in ("党委", "党工委"):
        entity = agency_entity(reading, hit.division.name + committee[1], hit.division)
        reading.mention(entity, hit.start, start + committee.end(), "agency-of-post", 0.85)
        return Office(title.replace(committee[1], "", 1), entity, reading.hits.chain_start(hit), m.end())
    office_of_street = _street_office(reading, m, committee[1] if committee else None)
    if office_of_street is not None and not before:
        return office_of_street
    unlisted = _UNLISTED_COMMITTEE.search(text, max(0, start - 6), start) if committee else None
    if unlisted and committee and committee[1] in ("党委", "党工委"):
        entity = reading.entity("Agency", unlisted[0] + committee[1])
        reading.mention(entity, unlisted.start(), start + committee.end(), "agency-of-post", 0.75)
        return Office(title.replace(committee[1], "", 1), entity, unlisted.start(), m.end())
    unit = _unit(reading, start, m.end(), title, before)
    if unit is not None:
        return unit
    if title in _NATIONAL_POSTS:
        return Office(title, reading.known("Agency", "国务院") or reading.entity("Agency", "国务院"), start, m.end())
    if before and text[before[-1].end : start] in ("、", "，", "兼", "", "和") and title != "总书记":
        return Office(title, before[-1].body, start, m.end())
    return Office(title, None, start, m.end())


def _street_office(reading: Reading, m: re.Match[str], committee: str | None) -> Office | None:
    """办事处|主任, 党工委书记 behind a mark: of the street that the article names."""
    text, start = reading.text, m.start()
    if committee == "党工委":
        begin, title, organ = start, m[0].removeprefix(committee), committee
    elif text.endswith("办事处", 0, start):
        begin, title, organ = start - 3, m[0], "办事处"
    else:
        return None
    street = level_division(reading, "街道", start) if not re.match(f"[{HAN}]", text[begin - 1 : begin]) else None
    if street is None:
        return None
    body = agency_entity(reading, street.name + organ, street)
    reading.mention(body, begin, m.end() - len(title), "agency-of-post", 0.75)
    return Office(title, body, begin, m.end())


_BRANCH_POST = re.compile(r"村?(?P<unit>党支部|党总支部|党总支|支部|村委会|党委)(?P<title>(?:副|第一)?(?:书记|主任))")
_OWN_BRANCH = re.compile(r"(?P<village>.+村)党(?:支部|总支|委)")


def _village_branch(reading: Reading, m: re.Match[str], before: list[Office]) -> Office | None:
    """某某村|党支部书记: a post at the party branch or the committee of a village that is named before it."""
    post = _BRANCH_POST.fullmatch(m[0])
    if post is None:
        return None
    own = before[-1].body.name if before and before[-1].body is not None else ""
    if post["unit"] == "村委会" and (branch := _OWN_BRANCH.fullmatch(own)) is not None:
        return _branch_office(reading, branch["village"], post, m.start(), m.end())
    village = village_before(reading, m.start() + (1 if m[0].startswith("村党") else 0))
    if village is None or (post["unit"] == "党委" and not village.name.endswith("社区")):
        return None
    return _branch_office(reading, village.name, post, m.start() if village.start is None else village.start, m.end())


def _branch_office(reading: Reading, village: str, post: re.Match[str], begin: int, end: int) -> Office:
    unit = "党支部" if post["unit"] == "支部" else post["unit"]
    body = agency_entity(reading, village.removesuffix("村") + unit if unit == "村委会" else village + unit, None)
    reading.mention(body, begin, end - len(post["title"]), "agency-of-post", 0.8)
    return Office(post["title"], body, begin, end)


_THIS = re.compile(
    r"该(?P<head>公司|集团|企业|厂|合作社|联合社|联合会|协会|商会|学会|中心|医院|学院|研究院|学校|院|校|局|厅|委|支行|银行)$"
)


def _this_body(reading: Reading, start: int) -> Mention | None:
    """该协会|会长: the last body before it whose name ends so."""
    this = _THIS.search(reading.text, max(0, start - 4), start)
    if this is None:
        return None
    ends = ("公司", "集团", "厂") if this["head"] == "企业" else this["head"]
    named = [m for m in reading.names(0, this.start(), *_BODIES) if m.entity.name.endswith(ends)]
    return named[-1] if named else None


_UNIT = re.compile(
    rf"(?:(?P<party>政法委|组织部|宣传部|统战部|社会工作部|纪委监委|纪委|办公室)|(?P<state>监委|公安局|公安分局|总工会|工会|人武部|政协|人大常委会|人大|工商联|团委|妇联|办事处|人民法院|法院|人民检察院|检察院|"
    rf"(?:{alternatives(DOMAINS)})(?:局|厅|委|办))|(?P<zone>(?:经济(?:技术)?开发区|经开区|高新区|开发区|工业园区|工业集中区|度假区|[{HAN}]{{2,4}}(?:园区|新区|开发区))(?:党工委|管委会)|(?:党工委|管委会|纪检监察工委|纪工委|监察工委))|(?P<panel>{PANEL})|(?P<other>局?安委会|[{HAN}]{{2,10}}(?:委员会|领导小组|指挥部|专委会)))$"
)
_ZONE_ORGAN = re.compile("党工委|管委会|纪检监察工委|纪工委|监察工委")
_OF_ZONE = re.compile(rf"(.+?)(?:{_ZONE_ORGAN.pattern}|(?<![镇乡])党委)")
_OF_COMMITTEE = ("政法委", "组织部", "宣传部", "统战部", "社会工作部")
_SEAT_LEVEL = re.compile(
    r"^(.+?(?:自治区|省|市|县|区|州|盟|旗|镇|乡|街道))(?=委|党委|党工委|政府|人民政府|人大|政协|纪委)"
)


def _unit(reading: Reading, start: int, end: int, title: str, before: list[Office]) -> Office | None:
    """市委副书记、政法委书记: a unit without a place, of the body or the place of the post before it."""
    low = max(0, start - 14)
    if before:
        low = max(low, before[-1].end)
    m = _UNIT.search(reading.text, low, start) or _UNIT.search(reading.text, low, start + 1)
    if m is None or not before or before[-1].body is None:
        return None
    gap = reading.text[before[-1].end : m.start()]
    if gap not in ("、", "，", "兼", "和"):
        return None
    body = before[-1].body
    place = _SEAT_LEVEL.match(body.name)
    if m["state"] == "办事处":
        street = re.match(r"(.+街道)", body.name)
        if street is None:
            return None
        name = street[1] + "办事处"
    elif m["zone"] and _ZONE_ORGAN.fullmatch(m["zone"]):
        zone = _OF_ZONE.fullmatch(body.name)
        if zone is None:
            return None
        name = zone[1] + m["zone"]
    elif m["panel"]:
        if not body.name.endswith(("政协", "人大常委会", "人大")):
            return None
        name = body.name + m["panel"]
    elif m["zone"] and place is not None:
        name = place[1] + m["zone"]
    elif m["other"]:
        name = body.name + m["other"].removeprefix("局")
    elif m["party"] == "办公室":
        name = body.name.replace("人民政府", "政府") + m[0]  # 县政协副主席、|办公室主任
    elif place is None:
        return None
    else:
        name = place[1] + ("委" if m["party"] in _OF_COMMITTEE else "") + m[0]
    entity = agency_entity(reading, name, body.seat)
    reading.claim(entity, m.start(), m.end(), "agency-of-post", 0.85)
    return Office(title, entity, m.start(), end)


def agency_entity(reading: Reading, name: str, seat: Division | None) -> Entity:
    """Return the Agency of this name, whichever of its forms the article prints."""
    entity = reading.entity("Agency", name, key=organ_key(name))
    entity.seat = entity.seat or seat
    return entity


# 柳湾镇|镇长, 柳湾区|区长: a division that the gazetteer does not hold, behind a mark or a post
_UNLISTED_BEFORE = re.compile(rf"(?<=[，、。；：\n])(?![各全该本两有])[{HAN}]{{2,4}}[镇乡区县市]$")

# 柳湾镇|党委书记, 城郊|党委副书记: the committee of a town or of what stands for one
_UNLISTED_COMMITTEE = re.compile(
    rf"(?:(?<=[，、。；：\n])|^)(?![各全该本两有原时任新])[{HAN}]{{2,4}}(?<![校院局厅部厂区市县省学])(?<!机关)(?<!集团)(?<!公司)(?<!支队)(?<!总队)(?<!大队)$"
)
_UNLISTED_SEAT = re.compile(r"(?P<town>.+[镇乡])党委")


def _government_place(reading: Reading, title: str, start: int) -> tuple[Division | None, int]:
    """Return the place that a 市长 or 县长 governs, and where the words for it begin."""
    hit = reading.hits.ending_at(start)
    if hit is not None:
        return hit.division, reading.hits.chain_start(hit)
    over = reading.hits.at(start)
    if over is not None and over.end == start + 1:
        return over.division, reading.hits.chain_start(over)
    level = _LEVEL_OF_POST.search(title)
    if level is None:
        return (level_division(reading, "自治区", start), start)
    return level_division(reading, level[1], start), start


def _same_seat(reading: Reading, title: str, start: int, before: Office) -> Division | None:
    """杭州市委副书记、市长: the place of the post before, where it is of the level that the title speaks of."""
    level = _LEVEL_OF_POST.search(title)
    seat = before.body.seat if before.body is not None else None
    if level is None or seat is None or not seat.name.endswith(level[1]) or not _joined(reading, before.end, start):
        return None
    return seat


def _government(reading: Reading, place: Division | None) -> Entity | None:
    if place is None:
        return None
    return agency_entity(reading, place.name + "政府", place)


def _unplaced_government(reading: Reading, title: str) -> Entity | None:
    """Return 县政府 as it stands where the article names no county but speaks of the bodies of one."""
    level = _LEVEL_OF_POST.search(title)
    if level is None or not any(reading.known("Agency", level[1] + body) for body in ("委", "人大", "政协")):
        return None
    return reading.entity("Agency", level[1] + "政府")


# -- people


def _people(reading: Reading, offices: list[Office], at: int, known: dict[str, Entity], *, sure: bool = True) -> None:
    """Read the names after a run of posts, and give each of them all the posts."""
    text, begin = reading.text, offices[0].start
    if offices[-1].title == "总书记" and not text.startswith(tuple(_GENERAL_SECRETARIES), at):
        return
    if text.startswith("：", at):
        at += 1
    if text.startswith("同志", at):
        at += 2
    if text.startswith("发言人", at) and offices[-1].title:
        offices[-1].title += "发言人"
        at += 3
    there = reading.name_at(at)
    if there is not None and there.label == "Person" and there.start == at:  # read as a foreign name
        for office in offices:
            if office.body is not None and not reading.has_fact("HOLDS_POST", there.entity, office.body):
                hold(reading, there.entity, office, (begin, there.end))
        return
    while True:
        end = name_end(text, at, known.keys() | set())
        if end is None:
            end = likely_end(text, at)
        end = foreign.learned_end(reading, at, end or 0) or end
        if end is not None and set(text[at : end + 1]) <= foreign.SOUNDS and not may_follow_name(text, end):
            end = foreign.transcribed_end(text, at) or end  # 梅德韦|杰夫
        hit = reading.hits.at(at)
        if hit is not None and hit.full and hit.start == at:
            return
        if (
            end is None
            and text[at : at + 1] == "和"
            and _ACTS.match(text, at + 3)
            and sure
            and not is_common_word(text[at + 1 : at + 3])
        ):
            end = at + 3  # the surname 和, as many Naxi have it
        if end is None and sure and at == offices[-1].end and offices[-1].body is not None:
            end = _any_name(text, at) or foreign.transcribed_end(text, at)
        if end is None and text[at - 1] == "、":
            listed = _LISTED.match(text, at)
            end = listed.end() if listed and not _common(listed[0]) and listed[0][-1] not in "会委局办部所" else None
        if end is None or not reading.free(at, end) or (not sure and _common(text[at:end])):
            return
        if is_common_word(text[at:end]) and not _ACTS.match(text, end):
            return
        if text.startswith("祝贺", at):
            return  # 发言人：|祝贺香港…
        if text.startswith("同志任", at - 2) and not offices[-1].title:
            return  # 由市政府负责同志|任分总指挥
        if text[at] in "向由于从经对" and text[at + 1 : end] in vocabulary():
            return  # 代表|向市民
        ordinary = not sure and text[at + 1 : end] in vocabulary() and likely_end(text, at) != end
        if ordinary and not _TELLS.match(text, end):
            return  # 村民|种优质|再生稻, but 村民李和平说
        word = vocabulary().get(text[at:end], ("", 0))[0]
        if word == VERB or (word == NOUN and not offices[-1].title and "、" not in (text[at - 1], text[end : end + 1])):
            return
        if text.startswith(("副", "各", "兼", "已", "并"), at) or text[at:end] in _TITLES:
            return
        doubtful = end - at == 3 and is_common_word(text[at : at + 2]) and likely_end(text, at) != end
        if doubtful and not any(p.match(text, end) for p in (_LIST_MARK, _TELLS, _ACTS)):
            return  # 常委|班子成|员
        person = _person(reading, text[at:end], offices, known)
        reading.claim(person, at, end, "person-post", 0.95)
        for office in offices:
            hold(reading, person, office, (begin, end))
        if any(_SINGLE_POST.fullmatch(office.title) for office in offices):
            # 县长甲以及乙等领导: of the names that follow none holds a post that only one can hold
            offices = [Office("", None, offices[-1].start, offices[-1].end)]
        mark = _LIST_MARK.match(text, end)
        if not mark or mark[0] == "，":
            return
        at = mark.end()
        while text[at : at + 1] == " ":
            at += 1
        if _POST.match(text, at) or reading.name_at(at):
            return


_SINGLE_POST = re.compile(
    r"(?:代|代理)?(?:(?:党组|党委|党工委)?书记|[省市县区州乡镇]长|主席|董事长|总经理|总裁|总书记|总理)"
)
_RARE = re.compile(
    rf"[{HAN}]{{2,3}}(?=[，。、；]|主持|强调|指出|要求|表示|致辞|致欢迎|讲话|率|带队|出席|参加|陪同|宣布|介绍|先后|深入|来到|前往|一行|等|作[的了关])"
)


def _any_name(text: str, at: int) -> int | None:
    """Return where characters that make no word, right behind a post, end as a name: 县长|憨振林，."""
    m = _RARE.match(text, at)
    if m is None or any(token.kind != SINGLE for token in segment(m[0].lstrip("从才"))):
        return None
    return m.end()


_TELLS = re.compile(r"[，。、；：）”（\s]|说|介绍|告诉|在|的|表示|和|家|一家|正|看着|笑")


def hold(
    reading: Reading, person: Entity, office: Office, span: tuple[int, int], rule: str = "post", **when: str | None
) -> None:
    """Record that the person holds the office; `from` and `to` say since or until when."""
    if office.body is None:
        return
    title = re.sub(r"^(?:时任|新任|自治区(?=.*主席))", "", office.title)
    committee = re.match(r"党工委|党委|党组", title)
    if committee and office.body.name.endswith(committee[0]):
        title = title.removeprefix(committee[0])
    if not office.body.mentions:
        reading.mention(office.body, office.start, office.end, "agency-of-post", 0.85, named=False)
    reading.fact("HOLDS_POST", person, office.body, span, rule, 0.93, title=title, **when)


def person_entity(reading: Reading, name: str, offices: list[Office]) -> Entity:
    """Return the Person of this name; the offices tell namesakes apart."""
    found = reading.entity("Person", name)
    if is_reporter(found):
        found = reading.entity("Person", name, key=f"official {name}")
    found.properties.setdefault("scope", _scope(reading, offices))
    return found


def is_reporter(entity: Entity) -> bool:
    """Tell whether a person is known only as a reporter of the article."""
    return entity.properties.get("scope") == "记者"


def _person(reading: Reading, printed: str, offices: list[Office], known: dict[str, Entity]) -> Entity:
    name = compact(printed)
    known[name] = person_entity(reading, name, offices)
    return known[name]


def _scope(reading: Reading, offices: list[Office]) -> str:
    """Return what tells a person from namesakes: the place that the body serves, or the firm itself."""
    for office in offices:
        if office.body is None:
            continue
        if office.body.seat is not None and office.body.label != "Company":
            return load_gazetteer().path_name(office.body.seat.code)
        if office.body.label != "Agency":
            return office.body.name
        return "全国"
    return home_scope(reading)


def home_scope(reading: Reading) -> str:
    """Return the scope of a person of whom nothing else is known: the article's home, else the country."""
    return "".join(d.name for d in reading.home.path) or "全国"


# -- names without a post before them


def _leader_lists(reading: Reading, known: dict[str, Entity]) -> None:
    """市领导边峰、侯晓滨、王晓嫚 and the like."""
    for m in _LEADER_LIST.finditer(reading.text):
        _people(reading, [Office("", None, m.start(), m.end())], m.end(), known)


# Between two commas of a list of persons any two or three characters are a name, whatever the surname.
_LISTED = re.compile(rf"[{HAN}]{{2,3}}(?=、|等?(?:出席|参加|列席|陪同|分别|一同))")
_PLAIN_LIST = re.compile(rf"(?:^|(?<=[。！？；，：“\n）]))(?P<list>[{HAN}·]{{2,8}}(?:、[{HAN}·]{{2,8}}){{2,30}})")


_CREATURES = frozenset("鹤鹳鹅鹭鸭雁鹿猴鱼虎豹熊狼鸟鸥鹰龟羊牛松柏杉")


def _plain_lists(reading: Reading, known: dict[str, Entity]) -> None:
    """田砚秋、贺云松、卢向晚等先后发言: three or more words in a row that all have the shape of a name."""
    for m in _PLAIN_LIST.finditer(reading.text):
        at, items, doubtful = m.start(), [], 0
        while at < m.end():
            end = name_end(reading.text, at, known.keys() | set())
            if end is None or _common(reading.text[at:end]):
                end = reading.text.find("、", at, m.end())
                if end < 0 or not looks_like_name(reading.text[at:end]):
                    break
                doubtful += 1  # a word elsewhere, here one name among many
            items.append((at, end))
            if reading.text[end : end + 1] not in "、和":
                break
            at = end + 1
        if len(items) < 3 + 3 * doubtful or sum(reading.text[end - 1] in _CREATURES for _, end in items) > 1:
            continue
        if len({reading.text[begin] for begin, _ in items}) == 1 and not any(
            reading.text[b:e] in known for b, e in items
        ):
            continue  # 谈理想、谈人生、谈奋斗
        if reading.text.startswith("“", m.start() - 1) and reading.text.startswith("”", items[-1][1]):
            continue  # “田成方、路成网、渠相连”: a saying
        for begin, end in items:
            if reading.free(begin, end):
                person = _person(reading, reading.text[begin:end], [], known)
                reading.claim(person, begin, end, "person-list", 0.85)


_TOOK_PART = re.compile(r"参加|陪同|出席|随同|列席")


def _behind_bodies(reading: Reading, known: dict[str, Entity]) -> None:
    """市交通局甲，市水利局乙、丙参加: two bodies or more with the names of who came from them, posts left out."""
    text = reading.text
    for sentence in reading.sentences:
        if not _TOOK_PART.search(text, *sentence):
            continue
        found = list[tuple[int, int]]()
        bodies = 0
        for body in list(reading.names(*sentence, *_BODIES)):
            at, before = body.end, len(found)
            while (
                (end := likely_end(text, at) or name_end(text, at))
                and text.startswith(("，", "、"), end)
                and reading.free(at, end)
            ):
                if _common(text[at:end]) or not looks_like_name(text[at:end]):
                    break
                found.append((at, end))
                at = end + 1
                if text[end] == "，":
                    break
            bodies += len(found) > before
        for begin, end in found if bodies > 1 else ():
            reading.claim(_person(reading, text[begin:end], [], known), begin, end, "person-of-body", 0.75)


_SETTLED = ("镇", "乡", "村", "屯", "区", "县", "市")


def _common(word: str) -> bool:
    """A word, or one that begins with a word, is no name where no post vouches for it: 关于党, 全力以, 沙河镇."""
    return word.endswith(_SETTLED) or is_common_word(word) or (len(word) > 2 and is_common_word(word[:2]))


def _bare(reading: Reading, known: dict[str, Entity]) -> None:
    """吴政隆参加座谈会: a name of usual shape that opens a clause right before a verb of such people."""
    for m in _BARE.finditer(reading.text):
        begin, end = m.span("name")
        name = m["name"]
        if not reading.free(begin, end) or name in known:
            continue
        if name[0] not in SURNAMES or not looks_like_name(name) or _common(name) or name[1:] in _TITLES:
            continue
        if name_end(reading.text, begin) != end:
            continue
        person = _person(reading, name, [], known)
        reading.claim(person, begin, end, "person-verb", 0.7)

    for m in _TOLD.finditer(reading.text):
        for size in (3, 2):
            begin = m.start() - size
            name = reading.text[max(0, begin) : m.start()]
            likely = begin >= 0 and (
                likely_end(reading.text, begin) == m.start()
                or (reading.text.count(name) > 1 and not _HAN_END.search(reading.text, 0, begin))
            )
            if likely and reading.free(begin, m.start()) and looks_like_name(name) and not _common(name):
                reading.claim(_person(reading, name, [], known), begin, m.start(), "person-told", 0.75)
                break
    for m in (*_BARE_GOING.finditer(reading.text), *_BARE_IS.finditer(reading.text)):
        begin, end = m.span("name")
        again = m.re is _BARE_IS and looks_like_name(m["name"]) and reading.text.count(m["name"]) > 1
        if (again or likely_end(reading.text, begin) == end) and not _common(m["name"]) and reading.free(begin, end):
            reading.claim(_person(reading, m["name"], [], known), begin, end, "person-goes", 0.75)
    for m in _BARE_WEAK.finditer(reading.text):
        if looks_like_name(m["name"]) and not _common(m["name"]) and reading.free(*m.span("name")):
            reading.claim(_person(reading, m["name"], [], known), m.start("name"), m.end("name"), "person-opens", 0.7)
    for m in _PAIR.finditer(reading.text):
        if all(looks_like_name(m[g]) and not _common(m[g]) and reading.free(*m.span(g)) for g in "ab"):
            for group in "ab":
                reading.claim(_person(reading, m[group], [], known), m.start(group), m.end(group), "person-pair", 0.75)


def _foreign(reading: Reading, known: dict[str, Entity]) -> None:
    """Foreign leaders behind their posts, and the partners of talks."""
    for found in (*foreign.leaders(reading), *foreign.partners(reading), *foreign.titled(reading)):
        person = _person(reading, reading.text[found.start : found.end], [], known)
        if found.scope is not None:
            person.properties["scope"] = found.scope
        reading.claim(person, found.start, found.end, "person-foreign", 0.85)
        body = reading.name_at(found.post) if found.post is not None else None
        if body is not None and body.label in _BODIES and body.end < found.start:
            title = reading.text[body.end : found.start]
            hold(reading, person, Office(title, body.entity, body.end, found.start), (body.start, found.end))


_HAN_END = re.compile(rf"[{HAN}]\Z")
_BEFORE_NAME = re.compile(r"(?:围绕|坚持|贯彻|落实|学习|按照|根据|记|在|为|[、和与由对向被以])\Z")


def _opens_name(text: str, begin: int) -> bool:
    """Tell whether a name may begin here: after a mark, or a word that takes a person."""
    before = text[max(0, begin - 2) : begin]
    return not _HAN_END.search(before) or bool(_BEFORE_NAME.search(before))


# 某某总书记 where other parties that have one are spoken of: of the Communist Party of China only these
_OTHER_PARTIES = re.compile("越共|越南|老挝|朝鲜|古巴|劳动党|人民革命党")
_GENERAL_SECRETARIES = frozenset("习近平 胡锦涛 江泽民 赵紫阳 胡耀邦".split())


def _titles_after(reading: Reading, known: dict[str, Entity]) -> None:
    """习近平总书记, 高侯平委员, 张三同志: the title stands behind the name."""
    text = reading.text
    for m in _TITLE_AFTER.finditer(text):
        for size in (3, 2):
            begin = m.start() - size
            name = text[max(0, begin) : m.start()]
            if begin < 0 or not looks_like_name(name) or _common(name) or name in countries():
                continue
            if any(name[at:] + m["title"] in _TITLES for at in range(1, len(name))):
                continue  # 应|国家主席…的邀请
            if text[max(0, begin - 1) : begin + 1] in vocabulary() and name[1:] in vocabulary():
                continue  # 学|习贯彻|总书记
            if m["title"] != "总书记" and name not in known and not _opens_name(text, begin):
                continue
            if not reading.free(begin, m.start()):
                break
            person = _person(reading, name, [], known)
            reading.claim(person, begin, m.start(), "person-title-after", 0.85)
            body = _body_of_title(text, name, m["title"])
            if body is not None:
                held_at = reading.entity("Agency", body, key=organ_key(body))
                reading.mention(held_at, m.start(), m.end(), "agency-of-post", 0.8, named=False)
                reading.fact("HOLDS_POST", person, held_at, (begin, m.end()), "post-after", 0.9, title=m["title"])
            break


def _body_of_title(text: str, name: str, title: str) -> str | None:
    """总书记 is one of 中共中央, 委员长 one of 全国人大常委会, where the article speaks of no other."""
    if title == "总书记" and (name in _GENERAL_SECRETARIES or not _OTHER_PARTIES.search(text)):
        return "中共中央"
    return "全国人大常委会" if title == "委员长" and "全国人大" in text else None


_SHORT_TITLE = re.compile(
    r"(?P<title>副巡(?!视)|副?(?:[市县区州乡镇省]长|书记|主席|主任|局长|部长|厅长|巡视员|院长|校长|处长|会长|秘书长|董事长|总经理))"
)


def _surnames_with_titles(reading: Reading) -> None:
    """黄副市长 after 副市长黄某某: the surname and the post stand for the one person of both."""
    titles: dict[Entity, str] = {}
    for fact in reading.facts:
        if fact.type == "HOLDS_POST" and isinstance(fact.source, Entity):
            titles[fact.source] = titles.get(fact.source, "") + "、" + str(fact.properties.get("title"))
    for m in _SHORT_TITLE.finditer(reading.text):
        surname = reading.text[m.start() - 1 : m.start()]
        holders = [p for p, held in titles.items() if p.name[0] == surname and m["title"] in held]
        before = reading.text[max(0, m.start() - 2) : m.start() - 1]
        if len(holders) == 1 and not (before and re.match(f"[{HAN}]", before) and before not in "，。向随和与由在对"):
            reading.claim(holders[0], m.start() - 1, m.end(), "person-surname", 0.8)


_POST_AFTER = re.compile(
    rf"副?(?P<level>[市县区州]长)|副?(?:局长|厅长|主任|部长|书记|巡视员|调研员)(?![{HAN}]{{0,2}}[会室])|总统计师|总工程师"
)


def _posts_after(reading: Reading, known: dict[str, Entity]) -> None:
    """杨某某副市长带队…; 省统计局|杨某某副局长、王某某副巡视员: the post behind the name.

    A mayor whose name opens a clause serves the government at home; any other post needs its body before the name.
    """
    text = reading.text
    last: tuple[int, Entity] | None = None
    for m in _POST_AFTER.finditer(text):
        for begin in (m.start() - 3, m.start() - 2):
            name = text[max(0, begin) : m.start()]
            taken = begin < 0 or reading.hits.at(begin) or not reading.free(begin, m.start())
            if taken or not looks_like_name(name) or name in world_cities():
                continue
            body = _body_before(reading, begin, m, last)
            if body is None or (_common(name) and likely_end(text, begin) != m.start()):
                continue
            last = (m.end(), body)
            office = Office(m[0], body, m.start(), m.end())
            person = _person(reading, name, [office], known)
            reading.claim(person, begin, m.start(), "person-title-after", 0.85)
            hold(reading, person, office, (begin, m.end()), "post-after")
            break


def _body_before(reading: Reading, begin: int, post: re.Match[str], last: tuple[int, Entity] | None) -> Entity | None:
    """Return the body whose post stands behind the name that begins here, None where nothing tells it."""
    served = reading.name_ending_at(begin, *_BODIES)
    if served is not None:
        return served.entity
    hit = reading.hits.ending_at(begin)
    if hit is not None and post["level"]:
        return agency_entity(reading, hit.division.name + "政府", hit.division)
    before = reading.text[begin - 1 : begin]
    if last is not None and before == "、" and last[0] == begin - 1:
        return last[1]
    if post["level"] and not re.match(f"[{HAN}、]", before):
        return _government(reading, _government_place(reading, post[0], post.start())[0])
    return None


def _everywhere(reading: Reading, known: dict[str, Entity]) -> None:
    """Every further occurrence of a name that is known from a safe place, and of the last part of a foreign one."""
    for name, person in known.items():
        for span in occurrences(reading.text, name):
            reading.claim(person, span.start, span.end, "person-memory", 0.9)
    for name, person in known.items():
        for found in foreign.short_forms(reading, name):
            reading.claim(person, found.start, found.end, "person-short", 0.85)
