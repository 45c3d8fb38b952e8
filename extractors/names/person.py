"""Persons: by their posts, in lists of leaders, before verbs of speech; each with the posts that are printed."""

from __future__ import annotations

import re

from extractors.lexicon import HAN, SURNAMES
from extractors.names import (
    athletes,
    bracketed_posts,
    careers,
    dotted,
    foreign,
    groups,
    name_rows,
    repeated,
    shapes,
    unposted,
)
from extractors.names.holders import (
    BY_SURNAME,
    TITLES,
    hold,
    home_scope,
    is_plain_word,
    is_reporter,
    people_behind,
    person_of,
)
from extractors.names.inner_posts import body_start, ends_unknown, roles_before, section_before
from extractors.names.namechars import likely_end
from extractors.names.office_units import BODIES, Office
from extractors.names.offices import phrases
from extractors.names.person_lists import behind_bodies, leader_lists, plain_lists
from extractors.names.person_titles import HAN_END, posts_after, surnames_with_titles, titled_openings, titles_after
from extractors.names.personname import looks_like_name, name_end
from extractors.names.vocabulary import plain
from extractors.reading import Entity, Mention, Reading
from extractors.text import compact, occurrences
from extractors.trained.names import persons as likely_persons
from extractors.trained.names import vouched

_JOBS = re.compile(
    "院士|教师|老师|班主任|副?教授|讲师|辅导员|医生|(?:主治|副?主任)?医师|护士|副?研究员|工程师|(?:技术|农技|讲解|网格|书记|消防|调度|检修)员|农艺师|畜牧师|律师|社工|民警|民?辅警|(?:法官|检察官)(?:助理)?|科员|工作人员|驻村干部|教练员?|税收管理员|专管员|客户经理|技术员|农技员|店主|店长|饲养员|值班员|演员|队员"
)
"""What one does for a living at a body that is named: a post there."""


# 某大学|34岁的青年|教授
_AGED = re.compile("(?:今年)?(?:\\d{2}岁的)?(?:青年|年轻|资深|退休)?\\Z")


def _job(reading: Reading, role: re.Match[str]) -> Office:
    """某县某中学|教师: a job right behind the body that it is done for is a post; any other role is none."""
    body = reading.name_ending_at(role.start(), *BODIES) if _JOBS.fullmatch(role[0]) else None
    if body is None and _JOBS.fullmatch(role[0]) and reading.text[role.start() - 1] == "的":
        body = reading.name_ending_at(role.start() - 1, *BODIES)  # 某税务所的|税收管理员
    aged = _AGED.search(reading.text, max(0, role.start() - 10), role.start()) if body is None else None
    if aged is not None and _JOBS.fullmatch(role[0]):
        body = reading.name_ending_at(aged.start(), *BODIES)  # 某大学|34岁的青年|教授
    if body is None and _JOBS.fullmatch(role[0]) and reading.text[role.start() - 1] in "、，":
        served = _served_before(reading, role.start() - 1, role[0])
        return Office(role[0] if served is not None else "", served, role.start(), role.end())
    if body is None and _JOBS.fullmatch(role[0]):
        subject = _SUBJECT.search(reading.text, max(0, role.start() - 5), role.start())
        body = section_before(reading, role.start()) if subject is None else None
        body = reading.name_ending_at(subject.start(), *BODIES) if subject is not None else body
        if body is not None:
            return Office(reading.text[body.end : role.end()], body.entity, body.start, role.end())
    if body is None:
        return Office("", None, role.start(), role.end())
    return Office(role[0], body.entity, body.start, role.end())


# 某某中学|语文|教师
_SUBJECT = re.compile(
    "(?:语文|数学|英语|物理|化学|生物|历史|地理|政治|思政|体育|音乐|美术|科学|信息技术|专业|高[一二三中]|初[一二三中]|[一二三四五六]年级)\\Z"
)
_BESIDE_A_POST = re.compile(
    "专家|院士|副?教授|博士|副?研究员|工程师|副?主任医师|律师|作家|画家|企业家|传承人|航天员|大户"
)
_JOINED_JOB = re.compile(rf"、(?:(?![和与及对向由给把被在到了着各等带率领看望陪同见])[{HAN}]){{0,18}}\Z")


def _held_before(reading: Reading, job: Office) -> list[Office]:
    """Return the posts that a mark joins to a job: 全国政协委员、|某大学教授; 某学院院长、|某某工程首席|专家."""
    joined = _JOINED_JOB.search(reading.text, max(0, job.start - 20), job.start)
    if joined is None or (joined.end() - joined.start() > 1 and job.body is not None):
        return []
    return next((offices for offices, end in phrases(reading) if end == joined.start()), [])


_OF_AGENCY = {
    "法官": "法院 法庭",
    "检察官": "检察院",
    "民警": "局 所 队",
    "辅警": "局 所 队",
    "书记员": "法院 法庭",
    "工作人员": "局 中心 所 站",
    "技术员": "局 中心 站",
    "工程师": "局 中心 站",
}


def _served_before(reading: Reading, end: int, role: str) -> Entity | None:
    """某学院院长甲、|副教授乙: return the body whose post the person holds who is named up to here, if it has such a role."""
    held = [f.target for f in reading.facts if f.type == "HOLDS_POST" and f.end == end]
    if not held or held[-1].label != "Agency":
        return held[-1] if held and reading.text[end] == "、" else None
    ends = tuple(_OF_AGENCY.get(role.removesuffix("助理"), "").split())
    return held[-1] if ends and held[-1].name.endswith(ends) else None


_SPEECH = r"(?:强调|指出|要求|主持|出席|参加|等(?:参加|出席|陪同)|陪同(?!人员)|列席|宣布|率队|率领|带领|带队|一行|调研|考察|致辞|发言|勉励|当选|在(?:会上|讲话|主持|调研|座谈|发言|致辞|参观|总结))"
_ROLE = re.compile(
    r"(?:\d岁的|[养种][虾蟹鱼鸡鸭鹅猪牛羊蜂蚕菇菌菜瓜果茶药]户|村民(?!兵)|居民|农户|客商|矿工|船老大|种植户|养殖户|种[粮植]大户|养殖大户|大户|贫困户|脱贫户|特困户|特困人员|困难户|低保户|五保户|特困供养对象|优抚军人|优抚对象|困难群众|困难职工|党员|老党员|盟员|会员(?!费)|社员|工人|职工|学生|教师|老师(?!傅)|主治医生|主治医师|医师|乡村医生|医生|护士长|护士|产妇|患者|(?:学生|患者|孩子)家[长属]|家长|家属|护边员|司机|店主|店长|老板|游客|市民|群众|业主|企业家|创业者|技术员|农技员|技师|钳工|焊工|车工|电工(?!程)|技工|员工|列车长|机长|车长|工长|乘务员|调度员|值班员|检修员|巡检员|操作员|飞行员|航天员|(?<=号)乘组|(?<=航天员)乘组|教练|教练员|演员|导演|作家|画家|军士长|中士|上士|下士|舰长|艇长|研究生|学员|辅导员|火炬手|快递员|外卖员|骑手|拖拉机手|农机手|机手|种粮能手|新农人|选调生|粮农|菜农|果农|茶农|棉农|渔民|牧民|船长|设计师|建筑师|飞手|主播|摊主|房东|园丁|面点师|厨师|网格员|志愿者|"
    r"讲解员|工程师|副?研究员|副?教授|讲师|专家|院士|博士后|博士生|博士|律师|民警|民?辅警|法官(?!助理)|检察官(?!助理)|(?:法官|检察官)助理|书记员|副?主任医师|消防员|社工|科员|工作人员|警员|队员|老人|乡亲|社长|户主|庄主|经营户|经营者|驻村干部|包村干部|包户干部|(?<=[，、局委办部院校心镇乡府区县市])干部(?!职工|队伍|[、和群及])|(?:“两委”|村两委|社区两委|支委|理事会)成员|班主任|(?:水管|协管|护河|巡河|巡山|信息|调解|统计|防疫|联络|饲养|养护|巡查|巡护|质检|安检|税收管理|仓库管理|专管|资料|施工|食品安全监管)员|(?<=[板刻木瓦电焊修厨面])师傅|民兵连长|村会计|村文书|妇女主任|客户经理|[参药花烟蚕蜂橘瓜枣椒菇莓薯]农|村干部|社区干部|大学生|劳模|工匠|传承人|村医(?![师院生疗务])|护林员|爱心人士|外出人士|热心人士|农艺师|畜牧师|农技员|技术员|乡贤|返乡青年|青年|残疾人|复员军人|复转军人|退役军人|退伍军人|老兵|老战士|老干部|离休干部|退休干部|环卫工|保洁员|军属|烈属|遗属|遗孀|空巢老人|计生户|监测户|劳动模范|道德模范|老英雄)[“]?"
)
_BARE = re.compile(rf"(?:^|(?<=[。！？；，：“\n]))(?!祝贺)(?P<name>[{HAN}]{{2,3}}?)(?={_SPEECH})")
_WEAK = r"向|同|对|给|致|将|为|乘|结束|应邀|抵达|离开|复信|回信|签署|会见|同|致电|同志"
_BARE_GOING = re.compile(rf"(?:^|(?<=[。\n]))(?P<name>[{HAN}]{{2,3}})(?=前往|来到|深入|先后|一行)")
_BARE_IS = re.compile(
    rf"(?:^|(?<=[。\n”]))(?P<name>[{HAN}]{{2,3}})(?=是(?:一[家名位个]|[^，。；]{{2,24}}(?:人员|工程师|主管|教授|队员|村民|居民|人|大户|[种养]殖户|书记|主任|支书|组长|教师|职工|工人|老兵|军人|班长|队长|站长|所长|校长|院长|园长|经理|老板|董事长|会长|社长|传承人|教练|司机|工长)[，。]|这[家名位个]|当地|附近|村里|该)|今年\d+岁|家住|老家|从小|返乡|告诉|种植|经营着|承包|流转|创办|一家[靠住世种养人])"
)
_BARE_WEAK = re.compile(rf"(?:^|(?<=[。\n 】“]))(?!.方)(?!..[陪随一共])(?P<name>[{HAN}]{{3}})(?={_WEAK})")
# 潘某某介绍，去年…: a name that opens a paragraph, given before
_TELLS = re.compile(rf"(?<=\n)(?P<name>[{HAN}]{{3}})(?=(?:介绍|表示|坦言|透露)，|告诉)")
_TOLD = re.compile(r"告诉记者|对记者说|向记者介绍|向记者表示|介绍说|坦言|激动地说|高兴地说|笑着说|感慨地?说|自豪地说")
_PAIR = re.compile(
    rf"(?:^|(?<=[。\n；，]))(?P<a>[{HAN}]{{2,3}})、(?P<b>[{HAN}]{{2,3}}?)(?=等?(?:陪同|参加|出席|列席|分别|共同|一同))"
)


_MADE_TO = re.compile("(?:引导|组织|帮助|动员|鼓励|指导|督促|带动|发动|支持|教育|吸引|带领|号召)(?:广大|当地)?$")


def _likely(text: str, at: int) -> bool:
    end = likely_end(text, at)
    return end is not None and end == name_end(text, at)


def read(reading: Reading) -> None:
    """Add the persons with HOLDS_POST for each post."""
    known: dict[str, Entity] = {e.name: e for e in reading.of_label("Person") if not is_reporter(e)}
    listed = reading.memory.get("rosters", [])
    _foreign(reading, known)
    for offices, at in phrases(reading):
        if not any(span.start <= offices[0].start < span.end for span in listed):
            people_behind(reading, [*roles_before(reading, offices), *offices], at, known)
    leader_lists(reading, known)
    plain_lists(reading, known)
    behind_bodies(reading, known)
    for begin, end in (
        *name_rows.find(reading),
        *careers.honoured(reading),
        *unposted.find(reading),
        *athletes.find(reading),
        *dotted.find(reading),
    ):
        word = plain(reading.text[begin:end]) and "、" not in (reading.text[begin - 1], reading.text[end : end + 1])
        if reading.free(begin, end) and not word:
            reading.claim(person_of(reading, reading.text[begin:end], [], known), begin, end, "person-unposted", 0.8)
    for m in _ROLE.finditer(reading.text):
        if _MADE_TO.search(reading.text, max(0, m.start() - 4), m.start()) and not _likely(reading.text, m.end()):
            continue  # 引导牧民|储草
        job = _job(reading, m)
        held = _held_before(reading, job) if job.body is not None or _BESIDE_A_POST.match(m[0]) else []
        people_behind(reading, [*held, job], m.end(), known, sure=job.body is not None or bool(held))
    _bare(reading, known)
    titles_after(reading, known)
    posts_after(reading, known)
    titled_openings(reading, known)
    for begin, end in repeated.find(reading, tuple(known)):
        reading.claim(person_of(reading, reading.text[begin:end], [], known), begin, end, "person-repeated", 0.75)
    for begin, end in shapes.find(reading):
        if _PROVINCES.match(reading.text, begin):
            continue  # 桂鄂甘|等地
        reading.claim(person_of(reading, reading.text[begin:end], [], known), begin, end, "person-shape", 0.7)
    _one_by_part(reading, known)
    _everywhere(reading, known)
    for begin, end, sure in likely_persons(reading):
        if reading.free(begin, end) and not _PROVINCES.match(reading.text, begin):
            person = person_of(reading, reading.text[begin:end], [], known)
            vouched(reading.claim(person, begin, end, "person-likely", sure))
    _everywhere(reading, known)
    surnames_with_titles(reading)
    _told_posts(reading, known)
    _rows(reading, known)
    _seconded(reading)
    _careers(reading)
    _being(reading, known)
    bracketed_posts.read(reading, known)
    _ending_unknown(reading)
    groups.office_holders(reading)
    groups.leaders(reading)


_PROVINCES = re.compile(
    "[京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀黔贵滇云陕甘青宁新藏蒙港澳台]{2,5}(?:等[地省多]|[两三四五]?[省地]|交界|等\\d)"
)


# 田砚秋，男，1993年生，|某某农场负责人
_LIFE = rf"(?:[男女]|[{HAN}]{{1,4}}族|(?:\d{{4}}年(?:\d{{1,2}}月)?出?生)|今?年?\d{{2}}岁|中共党员|[{HAN}]{{2,9}}人)，"
_TOLD_POST = re.compile(
    rf"(?:^|(?<=[，。；：\n“”】])|(?<=岁的)|(?<=代表))(?P<name>[{HAN}]{{2,3}})(?:是|现任|现为|系|(?P<mark>，(?:{_LIFE}){{0,5}}(?:现任|现为|系|是)?))\Z"
)
_LONGEST_LIFE = 48
# a line of a division of work: 田砚秋  副县长  负责…, （二）田  砚：县委常委，协助…
_ROW = re.compile(
    rf"(?:^|\n)[ 　]{{0,4}}(?:[（(]?[一二三四五六七八九十\d]{{1,2}}[）)、.．] ?)?(?P<name>[{HAN}] {{1,3}}[{HAN}]|[{HAN}·]{{2,12}})(?:同志)?(?:（[^（）]{{1,6}}）)?(?:[ 　]{{1,6}}|[：，])\Z"
)
_ROW_ENDS = re.compile(r"[ 　：，。；\n]|主持|负责|协助|分管|（|$")
_FEWEST_ROWS = 2
_WHOLE_NAME = 3
_LEAST_PART = 3
"""How many characters a part of a dotted name must have to stand for it behind a post."""
_LONG_PART = 5
"""A first part of more characters opens with a title that stands for the whole: 班禅 of 班禅额尔德尼·…"""


def _told_posts(reading: Reading, known: dict[str, Entity]) -> None:
    """田砚秋是某某中学副校长; 田砚秋，某某村党支部书记。: the name opens the clause that tells the post."""
    for offices, end in phrases(reading):
        start = offices[0].start
        start = body_start(reading, start)
        m = _TOLD_POST.search(reading.text, max(0, start - _LONGEST_LIFE), start)
        if m is None and (one := _who_is(reading, start)) is not None and offices[-1].body is not None:
            for office in offices:
                hold(reading, one.entity, office, (one.start, end), "post-told")
        if m is None or offices[-1].body is None or not re.match(r"[，。；、]", reading.text[end : end + 1]):
            continue
        begin, stop = m.span("name")
        known_again = reading.text.count(m["name"]) > 1
        named = not m["mark"] and looks_like_name(m["name"])
        opens = reading.text[begin - 1 : begin] in ("", "\n", "。", "”")
        shaped = len(m["name"]) == _WHOLE_NAME and looks_like_name(m["name"])
        named_like_one = (shaped or likely_end(reading.text, begin) == stop) and not is_plain_word(m["name"])
        headed = reading.text.startswith(m["name"] + "：")  # 田砚秋：…, the headline
        likely = likely_end(reading.text, begin) == stop or named or (known_again and m["mark"] != "，") or headed
        surely = opens and named_like_one and reading.text[end] == "，"  # 田砚秋，某某公司经理，从事…
        if not surely and (not likely or (m["mark"] and not known_again and reading.text[end] != "。")):
            continue
        there = reading.name_at(begin)
        if there is None and (not looks_like_name(m["name"]) or is_plain_word(m["name"])):
            continue
        if there is not None and (there.label != "Person" or there.start != begin):
            continue
        person = person_of(reading, m["name"], [], known) if there is None else there.entity
        if there is None:
            reading.claim(person, begin, stop, "person-told-post", 0.75)
            for span in occurrences(reading.text, m["name"]):
                reading.claim(person, span.start, span.end, "person-memory", 0.85)
        for office in offices:
            hold(reading, person, office, (begin, end), "post-told")


# 挂职|县委常委、副县长|的某区干部田砚秋
_SECONDED = re.compile("(?:挂职|挂任|担任|身为|作为|兼任|现任|身兼)(?:的)?\\Z")
_OF_THE_POST = re.compile(f"的[{HAN}]{{0,16}}\\Z")


def _seconded(reading: Reading) -> None:
    """挂职县委常委、副县长的某区干部田砚秋说: the posts stand before 的, the name at the end of what follows."""
    for offices, end in phrases(reading) if any(word in reading.text for word in "挂任为兼") else ():
        start = body_start(reading, offices[0].start)
        sent = offices[0].title.startswith("挂职") or _SECONDED.search(reading.text, max(0, start - 4), start)
        who = (
            next(reading.names(end, end + 22, "Person"), None) if sent and reading.text.startswith("的", end) else None
        )
        if who is not None and _OF_THE_POST.fullmatch(reading.text, end, who.start):
            for office in offices:
                hold(reading, who.entity, office, (start, who.end), "post-seconded")


# 党代表田砚秋|是某市青坪新区柳湾街道|邢家桥社区党委书记
_IS = re.compile(rf"(?:是|现任|现为|系)(?:[{HAN}]{{1,14}}(?:[省市县区镇乡村]|街道))?\Z")


def _who_is(reading: Reading, start: int) -> Mention | None:
    """Return the person, named otherwise, of whom the words before a body say that this is the post."""
    copula = _IS.search(reading.text, max(reading.sentence(start).start, start - 18), start)
    return reading.name_ending_at(copula.start(), "Person") if copula is not None else None


def _told_before(reading: Reading, person: Entity, office: Office) -> bool:
    """Tell whether the same post has been read already, with its day."""
    return any(
        f.type == "HOLDS_POST"
        and f.source is person
        and f.target is office.body
        and f.properties.get("title") == office.title
        for f in reading.facts
    )


def _rows(reading: Reading, known: dict[str, Entity]) -> None:
    """田砚秋  副县长  负责…: in lines that open with a name and posts, one below the other, the name holds the posts."""
    rows = []
    for offices, end in phrases(reading):
        start = body_start(reading, offices[0].start)
        m = _ROW.search(reading.text, max(reading.body_start - 1, start - 24, 0), start)
        if m is not None and _ROW_ENDS.match(reading.text, end) and m["name"][-1] not in "局委办部":
            rows.append((offices, end, m))
    for offices, end, m in rows if len(rows) >= _FEWEST_ROWS else ():
        begin, stop = m.span("name")
        there = reading.name_at(begin)
        if (there is not None and there.label != "Person") or not _may_be_named(m["name"]):
            continue
        person = there.entity if there is not None else person_of(reading, m["name"], offices, known)
        if there is None:
            reading.claim(person, begin, stop, "person-row", 0.85)
        for office in offices:
            hold(reading, person, office, (begin, end), "post-row")


def _may_be_named(printed: str) -> bool:
    name = compact(printed)
    return "·" in name or looks_like_name(name) or (len(name) in (2, 3) and not is_plain_word(name))


# 作为某某公司技术总监，|田砚秋每天…
_BEING = re.compile("(?:作为|身为)\\Z")


def _being(reading: Reading, known: dict[str, Entity]) -> None:
    """作为某某公司技术总监，田砚秋…: the name stands behind the comma."""
    for offices, end in phrases(reading) if "作为" in reading.text or "身为" in reading.text else ():
        start = body_start(reading, offices[0].start)
        if not reading.text.startswith("，", end) or not _BEING.search(reading.text, max(0, start - 2), start):
            continue
        there = reading.name_at(end + 1)
        stop = name_end(reading.text, end + 1) or likely_end(reading.text, end + 1)
        if there is None and stop is not None and stop == likely_end(reading.text, end + 1):
            name = reading.text[end + 1 : stop]
            if looks_like_name(name) and not is_plain_word(name):
                reading.claim(person_of(reading, name, offices, known), end + 1, stop, "person-being", 0.75)
                there = reading.name_at(end + 1)
        if there is not None and there.label == "Person" and there.start == end + 1:
            for office in offices:
                hold(reading, there.entity, office, (start, there.end), "post-being")


def _ending_unknown(reading: Reading) -> None:
    """市政协委员、某某餐饮掌门人田砚秋: the name holds the posts before the last mark."""
    for offices, end in phrases(reading):
        person = ends_unknown(reading, offices, end)
        for office in offices if person is not None else ():
            if person is not None and not _told_before(reading, person.entity, office):
                hold(reading, person.entity, office, (offices[0].start, person.end), "post-joined")


def _careers(reading: Reading) -> None:
    """甲同志曾任某局局长: the posts of phrases that no name follows."""
    for offices, end in phrases(reading):
        person = careers.holder(reading, offices, end)
        if person is None:
            continue
        since = careers.since(reading, offices[0].start)
        for office in offices:
            if not _told_before(reading, person.entity, office):
                hold(reading, person.entity, office, (person.start, end), "post-once", **{"from": since})


def _bare(reading: Reading, known: dict[str, Entity]) -> None:
    """吴政隆参加座谈会: a name of usual shape that opens a clause right before a verb of such people."""
    for m in _BARE.finditer(reading.text):
        begin, end = m.span("name")
        name = m["name"]
        if not reading.free(begin, end) or name in known:
            continue
        if name[0] not in SURNAMES or not looks_like_name(name) or is_plain_word(name) or name[1:] in TITLES:
            continue
        if name_end(reading.text, begin) != end:
            continue
        person = person_of(reading, name, [], known)
        reading.claim(person, begin, end, "person-verb", 0.7)

    for m in _TELLS.finditer(reading.text):
        name = m["name"]
        if (
            reading.text.count(name) > 1
            and reading.free(*m.span("name"))
            and looks_like_name(name)
            and not is_plain_word(name)
        ):
            reading.claim(person_of(reading, name, [], known), *m.span("name"), "person-told", 0.7)
    for m in _TOLD.finditer(reading.text):
        for size in (3, 2):
            begin = m.start() - size
            name = reading.text[max(0, begin) : m.start()]
            likely = begin >= 0 and (
                likely_end(reading.text, begin) == m.start()
                or (reading.text.count(name) > 1 and not HAN_END.search(reading.text, 0, begin))
            )
            known_by = BY_SURNAME.match(reading.text, begin) if likely else None  # 王大妈|高兴地说
            named = likely and known_by is None and looks_like_name(name) and not is_plain_word(name)
            if named and reading.free(begin, m.start()):
                reading.claim(person_of(reading, name, [], known), begin, m.start(), "person-told", 0.75)
                break
    for m in (*_BARE_GOING.finditer(reading.text), *_BARE_IS.finditer(reading.text)):
        begin, end = m.span("name")
        again = m.re is _BARE_IS and looks_like_name(m["name"]) and reading.text.count(m["name"]) > 1
        if (
            (again or likely_end(reading.text, begin) == end)
            and not is_plain_word(m["name"])
            and reading.free(begin, end)
        ):
            reading.claim(person_of(reading, m["name"], [], known), begin, end, "person-goes", 0.75)
    for m in _BARE_WEAK.finditer(reading.text):
        # 李强|将对某国进行访问, 荀子|作为思想家, 王奇|认为
        verb = m["name"][-1] == "将" or (m["name"][-1] in "作认" and reading.text.startswith("为", m.end("name")))
        if looks_like_name(m["name"]) and not (verb or is_plain_word(m["name"])) and reading.free(*m.span("name")):
            reading.claim(person_of(reading, m["name"], [], known), m.start("name"), m.end("name"), "person-opens", 0.7)
    for m in _PAIR.finditer(reading.text):
        if all(looks_like_name(m[g]) and not is_plain_word(m[g]) and reading.free(*m.span(g)) for g in "ab"):
            for group in "ab":
                reading.claim(
                    person_of(reading, m[group], [], known), m.start(group), m.end(group), "person-pair", 0.75
                )


# 柳湾国|水利与能源部部长, 柳湾国人民法院|院长: a body of another state whose name ends before the title
_MINISTRY = re.compile(
    rf"(?P<body>[{HAN}]{{4,20}}(?:部|委员会|法院|检察院))(?P<title>部长|副?主席|副?主任|院长|检察长)"
)


def _foreign(reading: Reading, known: dict[str, Entity]) -> None:
    """Foreign leaders behind their posts, and the partners of talks."""
    for found in (*foreign.leaders(reading), *foreign.partners(reading), *foreign.titled(reading)):
        person = person_of(reading, reading.text[found.start : found.end], [], known)
        if found.scope is not None:
            person.properties["scope"] = found.scope
        reading.claim(person, found.start, found.end, "person-foreign", 0.85)
        body = reading.name_at(found.post) if found.post is not None else None
        if body is not None and body.label in BODIES and body.end < found.start:
            title = reading.text[body.end : found.start]
            hold(reading, person, Office(title, body.entity, body.end, found.start), (body.start, found.end))
        ministry = _MINISTRY.match(reading.text, found.post, found.start) if found.post is not None else None
        if body is None and ministry is not None and ministry.end() == found.start and found.scope is not None:
            name = ministry["body"] if ministry["body"].startswith(found.scope) else found.scope + ministry["body"]
            agency = reading.entity("Agency", name)
            reading.claim(agency, *ministry.span("body"), "agency-of-post", 0.8)
            hold(reading, person, Office(ministry["title"], agency, *ministry.span()), (ministry.start(), found.end))


def _one_by_part(reading: Reading, known: dict[str, Entity]) -> None:
    """Whom a part of one dotted name names is that person: 首席顾问|尤努斯, elsewhere 穆罕默德·尤努斯."""
    dotted = [name for name in known if "·" in name]
    for short in [name for name in known if dotted and "·" not in name]:
        whole = [
            name
            for name in dotted
            if (short in (name.split("·")[0], name.rsplit("·", 1)[1]) and len(short) >= _LEAST_PART)
            or (name.startswith(short) and len(name.split("·")[0]) > _LONG_PART)
        ]
        if len(whole) != 1 or known[short] is known[whole[0]]:
            continue
        person, part = known[whole[0]], known[short]
        if person.properties.get("scope") == home_scope(reading):
            person.properties.update(scope=part.properties.get("scope", home_scope(reading)))
        reading.merge(person, part)
        known.update({name: person for name, entity in known.items() if entity is part})


def _everywhere(reading: Reading, known: dict[str, Entity]) -> None:
    """Every further occurrence of a name that is known from a safe place, and of the last part of a foreign one."""
    for name, person in known.items():
        for span in occurrences(reading.text, name):
            reading.claim(person, span.start, span.end, "person-memory", 0.9)
    for name, person in known.items():
        for found in foreign.short_forms(reading, name):
            reading.claim(person, found.start, found.end, "person-short", 0.85)
