"""Offices as they are printed: the post, and the body that holds it, worked out from the words before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ahocorasick_rs import AhoCorasick, MatchKind

from extractors.gazetteer import Division
from extractors.lexicon import GOVERNMENT_POSTS, HAN, POSTS, SURNAMES
from extractors.names.holders import POST, POST_PREFIXES
from extractors.names.inner_posts import inner_post, post_of_topic, section_of, unread_body
from extractors.names.namechars import likely_end
from extractors.names.office_units import (
    BODIES,
    LEVEL_OF_POST,
    Office,
    agency_entity,
    bare_body,
    committee_of_same,
    government_of,
    government_place,
    office_of_unit,
    street_office,
    tail_body,
    this_body,
    unplaced_government,
    village_branch,
)
from extractors.names.organs import organ_key
from extractors.names.personname import name_end
from extractors.names.staff import staff_post
from extractors.reading import Entity, Reading

_GOVERNMENT_SET = frozenset(GOVERNMENT_POSTS)
_LINK = re.compile(r"[、，（]?(?:兼|兼任|和|、)?(?:街$)?")
_NATIONAL_POSTS = {"国务委员": "国务院", "国务委员兼国务院秘书长": "国务院"}


def phrases(reading: Reading) -> list[tuple[list[Office], int]]:
    """Return each run of posts that belong to one person or list of persons, and where the names begin."""
    found: list[tuple[list[Office], int]] | None = reading.memory.get("phrases")
    if found is None:
        found = reading.memory["phrases"] = list(_phrases(reading))
    return found


_POST_WORDS = AhoCorasick(
    sorted({"组织委员", *POSTS, *(prefix + post for prefix in POST_PREFIXES for post in POSTS)}),
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
        m = POST.match(reading.text, start)
        if m is None:
            continue
        cover = reading.name_at(m.start())
        if cover is not None:
            # 工委|书记: the body's name holds the first words of the post's
            inner = POST.match(reading.text, cover.end) if cover.end < m.end() else None
            if inner is None and cover.end != m.start() + 1:
                continue
            m = inner or m
        office = _office(reading, m, offices)
        if reading.text.endswith("（", 0, office.start) and reading.text.startswith("）", office.end):
            office.end += 1  # 某校校长|（某院院长）
        if office.body is None and not offices:
            office.body = _carried(reading, office, last)
        last = office
        if offices and not _joined(reading, offices[-1].end, office.start):
            _settle(reading, offices)
            yield offices, offices[-1].end
            office = _office(reading, m, [])
            if office.body is None:
                office.body = _carried(reading, office, offices[-1])
            last, offices = office, []
        elif offices and office.body is None and office.start - offices[-1].end > 1:
            office.body = unread_body(reading, offices[-1].end + 1, office.start)
        offices += [*_shared(reading, office), office]
    if offices:
        _settle(reading, offices)
        yield offices, offices[-1].end


_OFFICES = ("办", "办公室")


def _shared(reading: Reading, office: Office) -> list[Office]:
    """中央某办、|国务院某办主任: the post at the office that is named before the one it is printed behind."""
    body = office.body
    if body is None or not body.name.endswith(_OFFICES) or reading.text[office.start - 1 : office.start] != "、":
        return []
    other = reading.name_ending_at(office.start - 1, "Agency")
    if other is None or other.entity is body or not reading.text.endswith(_OFFICES, 0, other.end):
        return []
    return [Office(office.title, other.entity, other.start, office.end)]


_HEADS_OF_FIRMS = frozenset(
    "董事长 副董事长 总经理 副总经理 经理 厂长 场长 理事长 总裁 创始人 总工程师 校长 园长 馆长".split()
)
# 青岭实验学校|校长: of a body that the words name and nothing else has read
_OF_ANOTHER = re.compile(
    rf"(?<![{HAN}])(?![该本我]|学校|集团公司)[{HAN}]{{2,10}}(?:学校|小学|中学|幼儿园|合作社|公司|厂)\Z"
)
_STANDING = re.compile("副?委员长")
_NAME_LIST = re.compile(
    rf"[{HAN}· ]{{2,8}}(?:、[{HAN}· ]{{2,8}}){{0,12}}(?:（[^（）]{{1,6}}）)?(?:[，、；]|及|以及)(?:党工委|党委|党组)?"
)
# 某委员会副主任委员甲作的关于…的报告，|主任委员乙作的…
_REPORTER = re.compile(rf"[{HAN}·]{{2,8}}(?:受[{HAN}]{{2,10}}委托)?作的关于[^，。；、]{{2,60}}[，、]")
_LED_BY_GROUP = r"(?:局|厅|委|办公室|中心|政协|人大常委会|政府)$"
_FITS = {
    "主席": r"(?:政协|工商联|总工会|妇联|文联|残联|科协|侨联|红十字会)$",
    "主任": r"(?:人大常委会|委员会|发改委|卫健委|国资委|监委|办公室)$",
    "局长": r"局$",
    "厅长": r"厅$",
    "主任委员": r"委(?:员会)?$",
    "院长": r"(?:法院|中院|高院)$",
    "检察长": r"检察院$",
    "党组成员": _LED_BY_GROUP,
    "党组副书记": _LED_BY_GROUP,
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
    if office.title == "委员" and text.endswith("常委会", 0, office.start) and "全国人大常委会" in text:
        return agency_entity(reading, "全国人大常委会", None)
    if _STANDING.fullmatch(office.title) and text[office.start - 1] in "，、。；\n由" and "全国人大常委会" in text:
        return agency_entity(reading, "全国人大常委会", None)
    if office.title in _HEADS_OF_FIRMS and not _OF_ANOTHER.search(text, max(0, office.start - 16), office.start):
        sentence = reading.sentence(office.start)
        bodies = list(reading.names(sentence.start, office.start, "Company", "Organization"))
        if bodies and "。" not in text[bodies[-1].end : office.start]:
            return bodies[-1].entity
    only = _only_one(reading, office) or _unit_of_town(reading, office, last)
    if only is not None:
        return only
    if (own := _OWN_BUREAU.search(text, max(0, office.start - 4), office.end)) is not None:
        bureaus = list(reading.names(max(0, office.start - 200), office.start, "Agency"))
        kind = own["body"] or own["post"]
        opening = _own_body(reading, _OWN_KIND[kind], office.start) if own["body"] else None
        if opening is not None:
            return opening
        fitting = [m for m in bureaus if m.entity.name.endswith((kind, kind + "党组", kind + "党委"))]
        return _whole(reading, fitting[-1].entity) if fitting else None
    if last is not None and last.body is not None and _REPORTER.fullmatch(text, last.end, office.start):
        return last.body
    if last is not None and last.body is not None and _NAME_LIST.fullmatch(text, last.end, office.start):
        council = _COUNCIL.search(last.body.name) if office.title.endswith("秘书长") else None
        if council is not None:
            return reading.known("Agency", organ_key(last.body.name[: council.end()]))  # 提案委主任甲、|副秘书长乙
        same = committee_of_same(reading, office.title, last.body)
        if same is not None:
            office.title = office.title[3:]
            return same
        return _committee_before(reading, office) or _government_beside(reading, office.title, last.body) or last.body
    if text[office.start - 1 : office.start] == "，" and (fits := _FITS.get(office.title.removeprefix("副"))):
        bodies = list(reading.names(reading.sentence(office.start).start, office.start, "Agency"))
        if bodies and re.search(fits, bodies[-1].entity.name):
            return bodies[-1].entity
    if (of_topic := post_of_topic(reading, office.title, office.start)) is not None:
        return of_topic
    named = text[office.end : office.end + 1] in SURNAMES
    if named and office.title == "委员" and _ALONE.search(text, max(0, office.start - 1), office.start):
        return _council_spoken_of(reading, office.start)
    if text[office.start - 1 : office.start] in "：:" and office.start:
        before = [
            m
            for m in reading.names(max(0, office.start - 70), office.start, "Agency")
            if _NEW_BODY.search(m.entity.name)
        ]
        return before[-1].entity if before else None
    return None


_TOWN_BODY = re.compile("(?P<town>.+(?:镇|乡|街道|苏木))(?:党委|党工委|政府|人大|纪委|办事处)")
_TOWN_UNIT = re.compile(
    rf"(?:人大|纪委|纪工委|人武部|武装部?|妇联|团委|工会|政协联络处|(?<=[、，])(?:(?![和与及副长])[{HAN}]){{2,4}}办(?:公室)?)\Z"
)


_COUNTY_UNIT = re.compile("(?:监委|纪委|人大常委会|政协|人武部|总工会)\\Z")


def _beside_county(reading: Reading, office: Office, last: Office) -> Entity | None:
    """县纪委常委甲、|监委委员乙: a body of the county whose body's post stands before the names."""
    unit = _COUNTY_UNIT.search(reading.text, max(last.end, office.start - 6), office.start)
    seat = last.body.seat if last.body is not None else None
    if unit is None or seat is None or seat.level not in ("county", "prefecture"):
        return None
    if not _NAME_LIST.fullmatch(reading.text, last.end, unit.start()):
        return None
    body = agency_entity(reading, seat.name + unit[0], seat)
    reading.mention(body, unit.start(), office.start, "agency-of-post", 0.8)
    office.start = unit.start()
    return body


def _unit_of_town(reading: Reading, office: Office, last: Office | None) -> Entity | None:
    """某镇党委书记甲、|纪委书记乙、|武装部长丙: a unit of the town whose bodies' posts the list goes on with."""
    if last is not None and last.body is not None and (county := _beside_county(reading, office, last)) is not None:
        return county
    town = _TOWN_BODY.fullmatch(last.body.name) if last is not None and last.body is not None else None
    if town is None or last is None:
        return None
    unit = _TOWN_UNIT.search(reading.text, max(last.end, office.start - 6), office.start)
    if unit is None or not _NAME_LIST.fullmatch(reading.text, last.end, unit.start()):
        return None
    name = unit[0] + "部" * (unit[0] == "武装" and office.title.endswith("部长"))
    body = agency_entity(reading, town["town"] + name, last.body.seat if last.body is not None else None)
    reading.mention(body, unit.start(), office.start, "agency-of-post", 0.8)
    office.start = unit.start()
    return body


def _whole(reading: Reading, body: Entity) -> Entity:
    """Return the bureau whose party group has been named: 某局党组召开会议，|局长甲."""
    group = re.fullmatch("(?P<bureau>.+[局厅院委会])(?:党组|党委)", body.name)
    return agency_entity(reading, group["bureau"], body.seat) if group is not None else body


_SCHOOL = re.compile(
    r"(?:大学|学院|学校|职业(?:技术)?教育中心|职教中心|[小中]学|[一二三四五六七八九十]中|职[高专]|中专|党校)$"
)
_HOSPITAL_OR_COURT = re.compile(r"(?:法院|中院|高院|医院|卫生院|保健院)$")
_FIRM = re.compile(r"(?:公司|集团|厂)$")
_HEADED = {
    "校长": _SCHOOL,
    "教导处主任": re.compile(r"(?:学院|学校|[小中]学)$"),
    "院长": _HOSPITAL_OR_COURT,
    "工会主席": re.compile(f"(?:{_SCHOOL.pattern}|{_HOSPITAL_OR_COURT.pattern})"),
    "检察长": re.compile(r"检察院$"),
    "厂长": re.compile("厂$"),
    "董事长": _FIRM,
    "总经理": _FIRM,
    "总": _FIRM,
    "车间主任": _FIRM,
    "局长": re.compile(r"局$"),
    "厅长": re.compile(r"厅$"),
    "大队长": re.compile("大队$"),
    "支队长": re.compile("支队$"),
    "中队长": re.compile("中队$"),
    "教导员": re.compile("大队$|派出所$"),
    "指导员": re.compile("中队$|派出所$"),
    "所长": re.compile("所$"),
    "站长": re.compile("站$"),
    "馆长": re.compile("馆$"),
    "园长": re.compile("幼儿园$"),
    "会长": re.compile("(?:协会|商会|学会|联合会|研究会|促进会)$"),
    "社长": re.compile("合作社$"),
    "理事长": re.compile("(?:合作社|联社|合作总社|联合社|协会|学会|研究会|促进会)$"),
    "监事长": re.compile("(?:合作社|协会|商会|学会|研究会|促进会)$"),
    "秘书长": re.compile("(?:协会|商会|学会|研究会|促进会)$"),
}
# of these kinds there are so many that only a run which begins with the party's post tells which is meant
_HEADED_BY_PARTY = {
    "主任": re.compile(r"(?:委|委员会|办|办公室|人大常委会)$"),
    "主席": re.compile(r"(?:总工会|工商联|残联|文联|妇联|科协|侨联|政协)$"),
}


def _only_one(reading: Reading, office: Office) -> Entity | None:
    """某某大学签约。…，|校长甲: who heads a school, hospital or firm, where the article has named just one by then."""
    unit = _SCHOOL_UNIT.search(reading.text, max(0, office.start - 4), office.start)
    if unit is not None and unit["union"]:
        if office.title not in ("主席", "副主席"):
            return None
        office.title, office.start = "工会" + office.title, unit.end() - 2
        return served_alone(reading, office.title, unit.start())  # 院|工会主席
    if unit is not None and office.title in ("主任", "副主任"):
        office.title, office.start = unit[0] + office.title, unit.start()
    if not _ALONE.search(reading.text, max(0, office.start - 1), office.start):
        return None
    return served_alone(reading, "教导处主任" if unit is not None else office.title, office.start)


def served_alone(reading: Reading, title: str, start: int) -> Entity | None:
    """Return the school, hospital, court, firm or bureau that such a head named without one serves."""
    fits = _HEADED.get(_RANK.sub("", title))
    return _own_body(reading, fits, start) if fits is not None else None


_PARTY = re.compile("(?:党组|党委|党总支|党支部)")
_RANK = re.compile("^(?:原|时任)?(?:常务|名誉|执行)?(?:代|代理)?副?")
_OWN_KIND = {kind: _HEADED[kind + "长"] for kind in "院校局厅"}
_OPENS_RUN = re.compile(rf"(?:^|[^{HAN}、]|[由携率和与及着]|(?<![^由着\W])(?P<own>[院局厅校委会])|(?:分管|主管))\Z")


def _settle(reading: Reading, offices: list[Office]) -> None:
    """某县法院召开…会，党组书记、院长甲…: a run of posts that names no body is held at the body that the article is about.

    That is the only one of the kind that the last post heads, or the one that the text opens with.
    """
    if any(office.body is not None for office in offices):
        return
    title = _RANK.sub("", offices[-1].title)
    party = _PARTY.match(offices[0].title) is not None
    opens = _OPENS_RUN.search(reading.text, max(0, offices[0].start - 2), offices[0].start)
    fits = _HEADED_BY_PARTY.get(title) if party else None
    fits = fits or (_HEADED.get(title) if party or title in ("院长", "检察长", "局长") else None)
    fits = fits or (_OWN_KIND.get(opens["own"]) if party and opens is not None else None)
    body = _own_body(reading, fits, offices[0].start) if fits is not None and opens is not None else None
    for office in offices if body is not None else ():
        office.body = body


def _own_body(reading: Reading, fits: re.Pattern[str], before: int) -> Entity | None:
    """Return the one body of this kind that the article has named so far, else the one that its text opens with."""
    named = [
        m
        for m in reading.names(0, before, "Agency", "Organization", "Company")
        if fits.search(re.sub("(?:党组|党委)$", "", m.entity.name))
    ]
    if len({m.entity for m in named}) > 1:
        opening = reading.sentence(reading.body_start).start
        paragraph = reading.text.rfind("\n", 0, before) + 1
        near = {m.entity for m in named if m.start >= paragraph and m.label != "Agency"}
        named = (
            [m for m in named if m.entity in near]
            if len(near) == 1
            else [
                m
                for m in named
                if m.label == "Agency" and m.start >= opening and _DAY_ONLY.fullmatch(reading.text, opening, m.start)
            ]
        )
    return _whole(reading, named[0].entity) if named else None


_DAY_ONLY = re.compile(r"[^，。；]{0,30}(?:日|上午|下午|近日|日前|昨天|今天)，?|")
_SCHOOL_UNIT = re.compile("(?:教导|政教|教务|德育|总务)处\\Z|(?P<union>(?<![\u4e00-\u9fff])[院校]工会\\Z)")
_ALONE = re.compile(r"[，。；、\n”由与跟同向]\Z")
_COUNCIL = re.compile("政协|人大常委会")


def _council_spoken_of(reading: Reading, position: int) -> Entity | None:
    """县政协召开协商会。…|委员甲建议: the council that the article speaks of up to here, where it is just one."""
    named = {m.entity for m in reading.names(0, position, "Agency") if m.entity.name.endswith(("政协", "人大常委会"))}
    return named.pop() if len(named) == 1 else None


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
_UNKNOWN_BODY = re.compile(rf"[、兼](?:(?![各等及的有全])[{HAN}0-9（）“”]){{2,26}}")


def _joined(reading: Reading, end: int, start: int) -> bool:
    if end > start:
        return False
    if _LINK.fullmatch(reading.text, end, start):
        return True
    if _UNKNOWN_BODY.fullmatch(reading.text, end, start) is None:
        return False
    there = reading.name_at(end + 1)
    if there is not None and there.start == end + 1 and there.label in BODIES:
        return True  # 某协会会长、|欧美同学会第八届理事会|会长
    return name_end(reading.text, end + 1) is None and likely_end(reading.text, end + 1) is None


# 某县人民医院|妇产科主任: a section of a body that is no agency is told in the title
_SECTION = re.compile(rf"(?:(?![和与及的在兼长])[{HAN}]){{1,7}}(?:科|室|处|部|中心|车间|教研组)\Z")
_HEADS_OF_SECTIONS = frozenset("主任 副主任 护士长 科长 副科长 处长 副处长 部长 副部长 组长 主任助理".split())


# 青岭镇|政法委员: a member of the town's party committee
_OF_TOWN_COMMITTEE = frozenset("政法委员 宣传委员 统战委员 纪检委员 组宣委员 组织委员".split())
_ASIDE = re.compile("[（(](?:主持[^（）()]*|挂职)[）)]$")
# 中央改革办|分管日常工作的|副主任
_DAILY = re.compile("(?:分管日常工作|负责日常工作|主持(?:日常|全面)?工作)的\\Z")
# 共青团中央|书记处|第一书记, 中国社会科学院|学部|委员
_INNER_ORGAN = re.compile("(?:书记处|学部)\\Z")
_ALSO_CALLED = re.compile(rf"（[{HAN}]{{2,10}}）\Z")


def _office(reading: Reading, m: re.Match[str], before: list[Office]) -> Office:
    """Read one post: which body is printed right before it, or follows from the post's own name."""
    text, start, title = reading.text, m.start(), _ASIDE.sub("", m[0].removeprefix("现任"))
    body = next((b for b in (reading.name_ending_at(start, label) for label in BODIES) if b), None)
    also = _ALSO_CALLED.search(text, max(0, start - 14), start) if body is None else None
    if also is not None and (body := reading.name_ending_at(also.start(), *BODIES)) is not None:
        return Office(title, body.entity, body.start, m.end())  # 县工商联（总商会）|主席
    daily = _DAILY.search(text, max(0, start - 10), start) if body is None else None
    if daily is not None and (body := reading.name_ending_at(daily.start(), *BODIES)) is not None:
        return Office(title, body.entity, body.start, m.end())
    inner_organ = _INNER_ORGAN.search(text, max(0, start - 3), start) if body is None else None
    if inner_organ is not None and (body := reading.name_ending_at(inner_organ.start(), *BODIES)) is not None:
        return Office(inner_organ[0] + title, body.entity, body.start, m.end())
    body = body or this_body(reading, start) or bare_body(reading, start)
    if body is None and title != "委员" and text[m.end() : m.end() + 1] in SURNAMES:
        body = tail_body(reading, start)
    if body is None and (inner := reading.name_ending_at(start + 1, *BODIES)) is not None:
        return Office(title, inner.entity, inner.start, m.end())
    if body is not None:
        return Office(title, body.entity, body.start if body.end == start else start, m.end())
    section = _SECTION.search(text, max(0, start - 8), start) if title in _HEADS_OF_SECTIONS else None
    for at in range(section.start(), start) if section is not None else ():
        if (whole := reading.name_ending_at(at, "Organization", "Company")) is not None and at < start:
            if whole.label == "Organization":
                return Office(title, section_of(reading, whole, start), whole.start, m.end())
            return Office(text[at:start] + title, whole.entity, whole.start, m.end())
    if title in ("国家主席", "国家副主席"):
        return Office(title, None, start, m.end())
    plain = re.sub(r"^(?:原|时任|前|新任)", "", title)
    if plain in _GOVERNMENT_SET:
        office = plain.removesuffix("候选人").removesuffix("提名人选")
        place, begin = government_place(reading, office, start)
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
        return Office(title, government_of(reading, place) or unplaced_government(reading, plain), begin, m.end())
    branch = village_branch(reading, m, before)
    if branch is not None:
        return branch
    committee = re.match(r"(?:原|时任|前|新任|现任)?(党委|党工委|党组|党总支部|党总支|党支部)", title)
    if committee and text.endswith(("、街", "，街"), 0, start):
        return Office(title, None, start, m.end())  # 区委常委、|街党委书记: of a street that the words do not name
    hit = reading.hits.ending_at(start)
    if hit is not None and hit.division.level == "town" and title in (*_OF_TOWN_COMMITTEE, "书记", "副书记"):
        organ = "党工委" if hit.division.name.endswith("街道") else "党委"
        entity = agency_entity(reading, hit.division.name + organ, hit.division)
        reading.mention(entity, hit.start, m.end(), "agency-of-post", 0.75, named=False)
        return Office(title, entity, reading.hits.chain_start(hit), m.end())
    if hit and committee and committee[1] in ("党委", "党工委"):
        entity = agency_entity(reading, hit.division.name + committee[1], hit.division)
        reading.mention(entity, hit.start, start + committee.end(), "agency-of-post", 0.85)
        return Office(title.replace(committee[1], "", 1), entity, reading.hits.chain_start(hit), m.end())
    office_of_street = street_office(reading, m, committee[1] if committee else None)
    if office_of_street is not None and not before:
        return office_of_street
    unlisted_organ = _UNLISTED_ORGAN.search(text, max(0, start - 9), start)
    if unlisted_organ is not None:  # 、柳湾乡纪委|书记
        entity = reading.entity("Agency", unlisted_organ[0])
        reading.mention(entity, unlisted_organ.start(), start, "agency-of-post", 0.75)
        return Office(title, entity, unlisted_organ.start(), m.end())
    unlisted = _UNLISTED_COMMITTEE.search(text, max(0, start - 6), start) if committee else None
    if unlisted and committee and committee[1] in ("党委", "党工委"):
        entity = reading.entity("Agency", unlisted[0] + committee[1])
        reading.mention(entity, unlisted.start(), start + committee.end(), "agency-of-post", 0.75)
        return Office(title.replace(committee[1], "", 1), entity, unlisted.start(), m.end())
    unit = office_of_unit(reading, start, m.end(), title, before)
    if unit is not None:
        return unit
    if title in _NATIONAL_POSTS:
        return Office(title, reading.known("Agency", "国务院") or reading.entity("Agency", "国务院"), start, m.end())
    held = before[-1].body if before else None
    if held is not None and title in _HEADS_OF_FIRMS and held.name.endswith("党委") and held.seat is None:
        firm = reading.entity("Company", held.name.removesuffix("党委"))  # 玉林产投党委书记、|董事长
        at = held.mentions[-1].start
        reading.mention(firm, at, at + len(firm.name), "company-of-post", 0.75)
        return Office(title, firm, start, m.end())
    if before and text[before[-1].end : start] in ("、", "，", "兼", "", "和", "（") and title != "总书记":
        return Office(title, before[-1].body, start, m.end())
    return (
        inner_post(reading, start, m.end(), title)
        or staff_post(reading, start, m.end(), title)
        or Office(title, None, start, m.end())
    )


# 柳湾镇|镇长, 柳湾区|区长: a division that the gazetteer does not hold, behind a mark or a post
_UNLISTED_BEFORE = re.compile(rf"(?<=[，、。；：\n由])(?![各全该本两有])(?:(?!由)[{HAN}]){{2,4}}[镇乡区县市]$")
# 柳湾镇|党委书记, 城郊|党委副书记: the committee of a town or of what stands for one
_UNLISTED_COMMITTEE = re.compile(
    rf"(?:(?<=[，、。；：\n由])|^)(?![各全该本两有原时任新请]|乡镇|街道|基层)(?:(?!由)[{HAN}]){{2,4}}(?<!乡镇)(?<!镇街)(?<![校院局厅部厂区市县省学])(?<!机关)(?<!集团)(?<!公司)(?<!支队)(?<!总队)(?<!大队)$"
)
_UNLISTED_ORGAN = re.compile(
    rf"(?<=[，、。；：\n由])(?![各全该本两有])(?:(?!由)[{HAN}]){{2,4}}[镇乡](?:纪委|人大|妇联|武装部)\Z"
)
_UNLISTED_SEAT = re.compile(r"(?P<town>.*[镇乡])党委")


def _same_seat(reading: Reading, title: str, start: int, before: Office) -> Division | None:
    """杭州市委副书记、市长: the place of the post before, where it is of the level that the title speaks of."""
    level = LEVEL_OF_POST.search(title)
    seat = before.body.seat if before.body is not None else None
    if level is None or seat is None or not seat.name.endswith(level[1]) or not _joined(reading, before.end, start):
        return None
    return seat
