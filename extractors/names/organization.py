"""Other named bodies: schools, hospitals, cooperatives, associations, institutes, media, international bodies."""

from __future__ import annotations

import re

from extractors.gazetteer import Division, load_gazetteer
from extractors.lexicon import HAN, alternatives
from extractors.names import public_bodies, universities
from extractors.names.bounds import INSIDE, Edge, aligned, edge, runs_on
from extractors.names.built import BUILDING, is_built
from extractors.names.place_entities import level_division
from extractors.names.tokens import NAME, PLACE, QUOTED, SINGLE, Token, is_common, is_own, tokens_before
from extractors.names.vocabulary import NUMBER, PROPER
from extractors.names.wordlists import word_list
from extractors.reading import Entity, Mention, Reading

# Heads that with a place alone make a name (山西大学), and those that need more (山西医院 is any hospital there).
_SUFFICIENT = word_list("organization_sufficient")
_NEEDY = word_list("organization_needy")
_HEAD = re.compile(rf"(?:{alternatives([*_SUFFICIENT, *_NEEDY])})(?!生|城|堂|毕业|习|者|科|员|长|版|区|主任医|感染)")
_SUFFICIENT_SET = frozenset(_SUFFICIENT)
_NATIONAL = re.compile(
    r"中国|中华|国家(?!级)|中央|清华|复旦|同济|南开|北大|浙大|西南|西北|东北|华北|华东|华南|华中|东南|中南"
)
_NUMBERED_WHOLE = re.compile(
    r"第[一二三四五六七八九十百\d]{1,4}(?:高级|初级|实验|职业|人民)?(?:中学|小学|幼儿园|医院)(?![生区])|[一二三四五六七八九]医院"
)
# 某某大学|附属某某医院: the hospital is one with its university's name
_UNIVERSITY_HOSPITAL = re.compile(
    rf"(?:大学|学院(?=(?:第[一二三四五六七八九十])?附属))(?:(?![的和与在、等将把])[{HAN}]){{1,9}}?医院(?![长院])"
)
_UNIVERSITIES = frozenset(("清华", "复旦", "同济", "南开"))
# 全国, 国际 and the like begin the name of an association, of other things they only tell the extent.
_WIDE = re.compile(r"全国|国际|世界|亚洲|全球")
_ASSOCIATIONS = frozenset(word_list("organization_associations"))
_NUMBERED = re.compile(
    r"[一二三四五六七八九]院(?![长士校系落子内])|第?[一二三四五六七八九十]{1,2}(?:中|小|幼)(?![国心央部学午东型间南北华西小微个]|[\u4e00-\u9fff]{0,3}全会)"
)
_KNOWN = word_list("organization_known")
_KNOWN_NAME = re.compile(
    rf"(?:{alternatives(_KNOWN)})(?![{HAN}]{{0,6}}(?:宪章|大会堂|安理会|大会决议)|革命委员会|(?<=报社)论|(?<=联合国)(?:务院|家|资委|有企业|防部))"
)
# 中国社会科学院|民族学与人类学研究所, 中国农业科学院|作物科学研究所
_INSTITUTE = re.compile(
    rf"中科院(?:(?![的等在、，和院])[{HAN}]){{2,9}}?(?:研究所|研究院|分院|[{HAN}]所(?![长有在属]))|(?:中国(?:社会|农业|林业|医学|中医|水产|气象|环境|热带农业)?科学院|[{HAN}]{{2,4}}省(?:社会|农业|林业)科学院)(?:(?![的等在、，和]|院士|专家|研究员)[{HAN}]|(?<=学)和){{2,14}}?(?:研究所|研究中心|研究院|植物园|实验室|(?<!科学院)中心)(?![长员])"
)
# 某某大学|机械工程学院, 某某大学|茶学系
_FACULTY = re.compile(
    rf"大学(?![^，。]{{0,3}}(?:签订|签署|组建|成立|设立)|共建|共同|携手|依托|联合|合作|主办|承办|举办|附属|[^，。]{{0,6}}国家)(?:(?![的等在、，和与及由将把校师生])[{HAN}]|(?<=[学程息术料艺])[与和](?=[工技生环信控林食园])){{1,12}}?(?:学院|学系|工程系|科学系|技术系|[语文]系|研究院|研究所|实验室|研究中心)(?![长生院])"
)
# 某某职业技术学院|青屏校区, 某某医院|青屏院区
_CAMPUS = re.compile(
    rf"(?:大学|学院|学校)(?:(?![的等在、，和与及由将把校新老主各])[{HAN}]){{2,5}}?校区(?!建)|医院(?:(?![的等在、，和与新老])[{HAN}]){{2,5}}?院区(?![建内])"
)
# Units of an agency are agencies: 某市公安局指挥中心, 某街派出所.
_OF_AGENCY = re.compile(
    r"[省市县区州旗镇乡][\u4e00-\u9fff]{2,9}(?:发展(?:服务)?|金融服务|招商(?:引资)?服务|产业服务|投资促进|农业(?:农村|综合)服务|园林绿化|保护服务)中心$|[省市县区州旗](?:金融|招商(?:引资)?|畜牧(?:兽医)?|水运|电商|电子商务|旅游|重点项目)(?:服务|事务)中心$|(?:种子|植保|土肥|种苗|畜牧|渔政|水产)(?:管理|监督|技术推广)站$|派出所$|看守所$|拘留所$|戒毒所$|气象台$|市场(?:监督管理|监管)所$|[水库灌区公园景保护]{1,20}管理[处所站局]$|(?:人大常委会|政协|[省市县区州]委)研究室$|(?:局|厅|公安|法院|检察院|政府)[\u4e00-\u9fff]{2,8}(?:中心|站|所|队)$"
)
_BYLINE = re.compile(rf"[{HAN}]{{0,5}}\d+月\d+日[电讯]|记者|客户端|[{HAN}、]{{2,6}}\d+日电|发$|（(?![{HAN}]{{2,6}}）)")
_COUNTED = re.compile(r"\d[多余]?[个所家座]$")
_COUNTED_BEHIND = re.compile(r"(?:共|已|达)?\d{1,4}[余多]?[个家所座]")
_GENERIC_WORDS = frozenset(word_list("organization_generic_words"))


def read(reading: Reading) -> None:
    """Add the organizations that have a name of their own."""
    public_bodies.read(reading)
    for m in _INSTITUTE.finditer(reading.text):
        reading.claim(reading.entity("Organization", m[0]), m.start(), m.end(), "organization-institute", 0.85)
    for m in _KNOWN_NAME.finditer(reading.text):
        if not _HEAD.match(reading.text, m.end()) and not _BYLINE.match(reading.text, m.end()):
            reading.claim(reading.entity("Organization", m[0]), m.start(), m.end(), "organization-known", 0.85)
    universities.known(reading, (_UNIVERSITY_HOSPITAL, _FACULTY, _CAMPUS))
    for m in (m for pattern in (_UNIVERSITY_HOSPITAL, _FACULTY, _CAMPUS) for m in pattern.finditer(reading.text)):
        begin = _edge(reading, m.start())
        if begin is not None and reading.free(begin, m.end()):
            name = reading.text[begin : m.end()]
            rule = "organization-hospital" if name.endswith("医院") else "organization-faculty"
            reading.claim(reading.entity("Organization", name), begin, m.end(), rule, 0.8)
    heads = list(_HEAD.finditer(reading.text))
    for m, following in zip(heads, [*heads[1:], None], strict=False):
        if following is None or not runs_on(reading, m.end(), following.start()):
            _headed(reading, m)
    universities.in_short(reading)
    _family_farms(reading)
    _cooperative(reading)
    _of_unlisted_towns(reading)
    _of_town_stems(reading)
    _in_short(reading)
    _school_rows(reading)
    _model_school(reading)
    _numbered_at_home(reading)
    numbered = (m for pattern in (_NUMBERED_WHOLE, _NUMBERED) for m in pattern.finditer(reading.text))
    for m in numbered:
        hit = reading.hits.ending_at(m.start())
        if hit is not None:
            start = hit.start
            reading.claim(
                reading.entity("Organization", reading.text[start : m.end()]),
                start,
                m.end(),
                "organization-number",
                0.75,
            )


_NUMBERED_ALONE = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=组织)|(?<=[和与及在到由]))第[一二三四五六七八九十]{1,2}(?:实验)?(?:中学|小学|幼儿园)(?![生区])"
)


def _numbered_at_home(reading: Reading) -> None:
    """市教育局组织|第二小学、第四中学: schools known by their numbers, in a paper of the county or city."""
    home = reading.home.division
    for m in _NUMBERED_ALONE.finditer(reading.text, reading.body_start) if home is not None else ():
        if home is not None and home.level == "county" and reading.free(*m.span()):
            _claim(reading, home.name + m[0], *m.span(), 0.7, home)


_UNLISTED_TOWN = re.compile(
    rf"(?:(?<=[，。；、\n在到由和与及])|^)(?P<town>(?![各全该本我某每乡])(?:(?![的了在与和及、镇乡])[{HAN}]){{2,3}}[镇乡])"
    r"(?:中心卫生院|卫生院|中心小学|中心学校|中心校|初级中学)(?!长)"
)


def _of_unlisted_towns(reading: Reading) -> None:
    """The hospital or school of a town that the gazetteer does not hold: merged or renamed since."""
    home = reading.home.division
    for m in _UNLISTED_TOWN.finditer(reading.text) if home is not None and home.level == "county" else ():
        if is_own(m["town"][:-1]):
            _claim(reading, m[0], *m.span(), 0.7, home)


# 杉城|中心幼儿园, of 杉城镇 of the home county
_TOWN_STEM = re.compile(
    r"(?:中心(?:卫生院|小学|幼儿园|学校|校)|卫生院|初级中学|中学|小学|学校|幼儿园|敬老院|[一二三四五]小(?=[，。、；和与及的师在到开举])|[一二三]中(?=[，。、；和与及的师在到开举]))(?!长)"
)


def _of_town_stems(reading: Reading) -> None:
    """The school or hospital that is named after its town without 镇 or 乡; the town is of the home county."""
    home, text = reading.home.division, reading.text
    if home is None or home.level != "county":
        return
    towns = load_gazetteer().stem
    for m in _TOWN_STEM.finditer(text):
        for size in (2, 3):
            start = m.start() - size
            if start < 0 or not reading.free(start, m.end()):
                break
            if start and text[start - 1] not in _BEFORE_STEM:
                continue
            if any(
                town.level == "town" and town.code.startswith(home.code[:6]) for town in towns(text[start : m.start()])
            ):
                _claim(reading, text[start : m.end()], start, m.end(), 0.7, home)


_BEFORE_STEM = "，。；、：“ \n在到由和与及对向往赴进"
_SCHOOL_ITEM = rf"(?:“[^“”]{{1,12}}”|(?![的了在与和及、等到赴为各全])[{HAN}]){{1,12}}?(?:小学|中学|学校|幼儿园|志愿服务队|志愿者协会)"
_SCHOOL_ROW = re.compile(rf"{_SCHOOL_ITEM}(?P<rest>(?:、{_SCHOOL_ITEM}){{2,20}})(?![{HAN}]{{0,3}}生)")


def _school_rows(reading: Reading) -> None:
    """甲小学、柳湾小学、青岭九年制学校: what stands in a row of three schools or teams is one, whatever words its name is of."""
    for row in _SCHOOL_ROW.finditer(reading.text) if "学" in reading.text or "志愿" in reading.text else ():
        at = row.start("rest")
        for name in row["rest"].split("、")[1:]:
            start = at + 1
            at = start + len(name)
            if reading.free(start, at):
                _claim(reading, name, start, at, 0.7, None)


# 县医院, 市一中: the level word of the home and a head too short for the rest
_IN_SHORT = re.compile(
    rf"(?:(?<![{HAN}])|(?<=[在到由经与和及进入合同向往请]))(?P<level>[省市县区州旗])(?P<rest>委党校|医院|第[一二三四五六七八九]{{1,2}}(?:人民)?医院|[一二三四五六七八九]院|[一二三四五六七八九十]中|[一二三四五六七八九十](?:完?小|幼)(?=[，。、；和与及在到开组举师校召联]|的)|职[中校](?![院])|特校|电大|报社|大剧院|实验[小中]学|第[一二三四五六七八九十]{{1,2}}(?:高级中学|实验[小中]学|中学|小学|幼儿园))(?![心级外学区]|院(?!长))"
)


def _in_short(reading: Reading) -> None:
    """县医院: the people's hospital of the home where the article names it, else one of that name."""
    for m in _IN_SHORT.finditer(reading.text):
        place = level_division(reading, m["level"], m.start())
        if place is None or reading.hits.at(m.start()) is not None:
            continue
        whole = reading.known("Organization", place.name + "人民医院") if m["rest"] == "医院" else None
        if whole is not None:
            reading.claim(whole, *m.span(), "organization-again", 0.75)
        else:
            _claim(reading, place.name + m["rest"], *m.span(), 0.75, place)


# 实验小学田径场, 在实验中学举行: the one at home, where the article says 该校 of it
_MODEL_SCHOOL = re.compile(
    rf"(?:(?<![{HAN}”\d])|(?<=[在到由和与]))实验[小中]学(?=[，、]|[{HAN}]{{0,2}}(?:校区|操场|场|师生|学生|举行|举办|开展|副?校长))"
)


def _model_school(reading: Reading) -> None:
    home = reading.home.division
    for m in _MODEL_SCHOOL.finditer(reading.text) if "该校" in reading.text else ():
        if home is not None and home.level == "county":
            _claim(reading, home.name + m[0], *m.span(), 0.7, home)


_COOPERATIVE = re.compile(
    r"(?<=[，。；：“\n该由])合作社(?=[要须](?!求|的)|必须|应当|选定|采取|采用|流转|种植|养殖|现有|目前|已|共|年|今年|去年|引进|投资|建|发展|吸纳|带动|拥有|成立|与|以|将|还|先后|通过|在|按|占地|注册|从|[^，。；]{0,6}\d)"
)


_FARMS_AT_LARGE = re.compile(
    "(?:培育|发展|示范|鼓励|支持|扶持|引导|推进|推广|创办|创建|注册|新建|新增|建立|认定|评定|规模|优质|优秀|大型|[省市县]级|国家级|大力)[\u4e00-\u9fff]{0,4}家庭农场"
)
_FAMILY_FARM = re.compile(rf"(?<=[镇乡村])(?:(?![的了在与和及、有是个家各某多等办])[{HAN}]){{2,6}}家庭农场(?!主|\d)")


def _family_farms(reading: Reading) -> None:
    """柳湾镇|永好绿色家庭农场: the farm of a town or village by its name, of common words too."""
    for m in _FAMILY_FARM.finditer(reading.text) if "家庭农场" in reading.text else ():
        seat = reading.hits.ending_at(m.start())
        if _FARMS_AT_LARGE.search(m[0]) is None and seat is not None and reading.free(seat.start, m.end()):
            _claim(reading, reading.text[seat.start : m.end()], seat.start, m.end(), 0.75, seat.division)


def _cooperative(reading: Reading) -> None:
    """经论证，|合作社|流转土地: the only cooperative of the article, where it is said to do or to have something."""
    if "合作社" not in reading.text:
        return
    named = [e for e in reading.of_label("Organization") if e.name.endswith("合作社")]
    if len(named) != 1:
        return
    first = min(m.start for m in named[0].mentions)
    for m in _COOPERATIVE.finditer(reading.text, first):
        reading.claim(named[0], m.start(), m.end(), "organization-again", 0.75)


def _edge(reading: Reading, head: int) -> int | None:
    """Return where the name of the university begins whose head is here."""
    found = _whole_word(reading, head, head + 2) or edge(reading, head, inside=INSIDE, names=("Company",))
    if not found.words or found.start >= head:
        return None
    calls = _CALLS.search(reading.text, found.start, head)  # 项目部联合|某某大学土木工程学院
    return (
        calls.end() if calls else found.start + reading.text.startswith("有", found.start)
    )  # 参加的有|某某大学附属医院


_CALLS = re.compile(
    r"(?:工商联|[妇残文侨科]联|[总工]会|[局委办镇乡村]|[分支大中]队|派出所)(?:组织|联合|会同|邀请)(?=[\u4e00-\u9fff])|(?:[镇乡县市区]|街道|社区)(?:组织|会同|邀请)|(?:[镇乡村部]|街道|社区)(?:联合|携手|会同)(?=[\u4e00-\u9fff]{3})"
    r"|(?:签订|签署)了?(?:合作)?(?:共建)?|(?:合作|联合|携手|共同)(?:共建|组建|建立|建设|成立|设立)了?(?=[\u4e00-\u9fff]{3})"
)
_WITH_ANOTHER = re.compile("(?<=[省市县区州])(?:联合|携手|会同)")
_JOINED_BODY = re.compile(
    r"(?:医院|卫生院|小学|中学|大学|学院|[县市区][一二三四五六七八九十职]中|职校|特校|中心校?|村|社区)[和与及](?=[\u4e00-\u9fff]{2})"
)


def _headed(reading: Reading, m: re.Match[str]) -> None:
    text, head, end = reading.text, m.start(), m.end()
    if (m[0].endswith(("报", "台", "社")) and _BYLINE.match(text, end)) or text.endswith("一流", 0, head):
        return
    inner = reading.hits.at(end - 1)
    if inner is not None and inner.full and inner.end > end:
        return  # 派出所联合|社旗县司法局
    if m[0] == "派出所" and text.endswith(("联合", "会同"), 0, head):
        return  # 某镇综合执法队联合|派出所
    if (
        not reading.free(head, end)
        or _HEAD.match(text, end)
        or text.endswith("中小", 0, head)
        or (m[0] == "大学" and text[head - 1] in "上读")
        or text[head - 1 : end] == "大剧院"
        or not aligned(reading, head, end)
    ):
        return
    found = _whole_word(reading, head, end) or edge(reading, head, inside=INSIDE, names=("Company",))
    start, words = found.start, list(found.words)
    town = _town_in_short(reading, head) if m[0] in _SCHOOLS or m[0].endswith("卫生院") else None
    if town is not None and reading.free(town, end):
        _claim(reading, text[town:end], town, end, 0.75, None)
        return
    placed = bool(words) and words[0].kind == PLACE
    counted = _COUNTED_BEHIND.match(text, end)
    if _COUNTED.search(text, max(0, start - 5), start) or (
        counted is not None and (not placed or text[counted.end() : counted.end() + 1] in tuple("，。；、（"))
    ):
        return  # 6个|国家区域救援中心, 蓝莓种植专业合作社|3个, 柳湾镇花椒合作社|27家，
    if (calls := _CALLS.search(text, start, head)) is not None:
        start = calls.end()  # 县工商联组织|食品商会
        words = [w for w in words if w.start >= start] or [Token(start, head, SINGLE)]
    if (joined := _WITH_ANOTHER.search(text, start, head)) is not None and reading.hits.at(joined.end()) is not None:
        start = joined.end()  # 某市联合|浙江海洋大学
        words = [w for w in words if w.start >= start] or [Token(start, head, SINGLE)]
    if (joint := _JOINED_BODY.search(text, start, head)) is not None:
        start = joint.end()  # 县医院和|某镇卫生院
        words = [w for w in words if w.start >= start] or [Token(start, head, SINGLE)]
    if text.endswith("大学", 0, start) and words and words[0].kind == PLACE:
        whole = _whole_word(reading, start - 2, start) or edge(reading, start - 2)
        if whole.words:
            start, words = whole.start, [*whole.words, *words]  # 甲大学|乙市研究院
    if m[0] == "商会" and (outer := reading.hits.ending_at(start)) is not None and words and words[0].kind == PLACE:
        start = outer.start  # 甲市|乙县商会: those from one place in another
    if (
        _of_this_place(reading, m[0], start, words, end)
        or _of_level(reading, m[0], head, end)
        or not words
        or not reading.free(start, end)
    ):
        return
    zone = _ZONE_THEN_LEVEL.search(text, start, end)
    start = zone.end("zone") if zone is not None else start
    name = text[start:end]
    level = re.match(rf"(省|市|县|区|州|旗|镇|乡|街道)(?![县区市镇乡村级域以内外直属辖委政])(?=[{HAN}]{{3}})", name)
    before = reading.hits.ending_at(start)
    if _MASS_BODY.search(name):
        return  # an agency: 市工商业联合会
    if level and before is None and reading.hits.at(start) is None:
        place = level_division(reading, level[1], start)
        if place is None:
            return
        _claim(reading, place.name + name[len(level[1]) :], start, end, 0.8, place)
        return
    if m[0] == "农场" and _FARMS_AT_LARGE.search(text, start, end) is not None:
        return  # 某镇|培育家庭农场
    if not _is_name(reading, m[0], start, words, head):
        return
    hit = reading.hits.at(start)
    _claim(reading, name, start, end, 0.8, hit.division if hit is not None and hit.start == start else None)


_THIS_PLACE = re.compile(r"[该我本](?P<level>省|市|县|区|州|旗|镇|乡)\Z")


def _of_this_place(reading: Reading, head: str, start: int, words: list[Token], end: int) -> bool:
    """该区|人民医院, 我县|妇幼保健服务中心: the one of the place spoken of."""
    this = _THIS_PLACE.search(reading.text, max(0, start - 2), start)
    own = any(reading.text[w.start : w.end] not in _GENERIC_WORDS for w in words)
    if this is None or not (head in _SUFFICIENT_SET or (own and head.endswith("中心"))):
        return False
    place = level_division(reading, this["level"], this.start())
    if place is not None:
        _claim(reading, place.name + reading.text[start:end], this.start(), end, 0.75, place)
    return place is not None


_LEVEL_BEFORE = re.compile(rf"(?:(?<![{HAN}])|(?<=[在到由经与和及]))(?P<level>[省市县区州旗镇乡])\Z")


def _of_level(reading: Reading, head: str, at: int, end: int) -> bool:
    """在|区|政务服务中心: the one of the home, also where its level word runs into another word."""
    level = _LEVEL_BEFORE.search(reading.text, max(0, at - 1), at) if head in _SUFFICIENT_SET else None
    place = level_division(reading, level["level"], at) if level is not None and reading.free(at - 1, end) else None
    if place is not None and reading.hits.at(at - 1) is None:
        _claim(reading, place.name + reading.text[at:end], at - 1, end, 0.8, place)
        return True
    return False


# 青屏高新区|州文化艺术中心: the level word begins the name of a body of its own
_ZONE_THEN_LEVEL = re.compile(rf"(?P<zone>(?:高新区|开发区|经开区|新区|园区))[省市县区州](?=[{HAN}]{{3}})")
_MASS_BODY = re.compile(r"(?:工商业?|妇女|残疾人|文学艺术界|归国华侨|台湾同胞)联合会$|科学技术协会$")


def _town_in_short(reading: Reading, head: int) -> int | None:
    """Return where the stem of a town that the article names in full stands right before the head: 柳湾镇, 柳湾|学校."""
    for hit in reading.hits:
        stem = hit.name[:-1]
        named = hit.full and hit.division.level == "town" and len(stem) > 1 and hit.name[-1] in "镇乡"
        if named and reading.text.endswith(stem, 0, head):
            return head - len(stem)
    return None


def _whole_word(reading: Reading, head: int, end: int) -> Edge | None:
    """Return the edge of a name that the vocabulary knows as a whole: 清华大学."""
    for token in tokens_before(reading, head):
        plain = _OF_ITS_KIND.fullmatch(reading.text, token.start, token.end)
        if plain is not None and reading.hits.ending_at(token.start) is not None:
            return None  # 福建|中医药大学
        if token.end == end and token.start < head and token.kind == PROPER:
            start = token.start - 2 if reading.text[max(0, token.start - 2) : token.start] == "中国" else token.start
            return Edge(start, (token,), None, None, None)
    return None


_OF_ITS_KIND = re.compile(r"(?:中医药|医科|医药|师范|理工|农业|林业|海洋|工业|科技|财经|民族)大学")


def _is_name(reading: Reading, head: str, start: int, words: list[Token], at: int) -> bool:
    """Tell whether the words before the head make a name of their own, not a kind of body (乡镇卫生院)."""
    text = reading.text
    village = _NUMBER_VILLAGE.search(text, start, at)  # 八里岗村|种植专业合作社
    counts = (
        w
        for w in words
        if w.kind == NUMBER
        and text[w.start : w.end] not in _NUMBER_IN_NAME
        and not (village is not None and w.start >= village.start() and w.end <= village.end())
    )
    if any("第" not in text[w.start - 1 : w.end] and w.start > start for w in counts):
        return False
    if head == "小学" and text[at - 1] == "中":
        return False  # 某省中小学
    own = [w for w in words if text[w.start : w.end] not in _GENERIC_WORDS]
    if not own or text.startswith(("全国性", "县直", "市直", "区直", "省直"), start):
        return False
    first = words[0]
    if first.kind in (PLACE, NAME):
        within = len(words) > 1 and text[words[-1].end - 1] not in "省市县区州镇乡"  # 甲市乙医院
        within = within or (text[at - 1] in "镇乡" and head in ("中学", "小学", "幼儿园"))  # a town has one
        within = within or _of_a_county(reading, head, start, at)
        return head in _SUFFICIENT_SET or within or any(w.kind != PLACE for w in words)
    if first.kind == QUOTED:
        return True
    core = text[start:at]
    if _FARMING.fullmatch(core) and _HEADED_BY.match(text, at + len(head)):
        return True  # 富民养殖专业合作社|理事长: named by a common word
    if _NATIONAL.match(core):
        field = head not in _ASSOCIATIONS and head.endswith(tuple(_ASSOCIATIONS))  # 中国|志愿者协会
        return len(core) > 2 or field or (head == "大学" and core in _UNIVERSITIES)
    if _WIDE.match(core):
        return len(core) > 2 and head in _ASSOCIATIONS
    if head in _SCHOOLS and _STREET.fullmatch(core) and not reading.hits.at(start):
        return True
    of_village = _VILLAGE.match(core)
    if of_village and any(
        w.kind in (SINGLE, PROPER) and text[w.start : w.end] not in "山渔牧新老古村"
        for w in words
        if w.end <= start + of_village.end()
    ):
        return True
    if of_village and text.count(of_village[0]) > 1:
        return True  # 盘石村|花椒种植专业合作社, in an article that names the village otherwise, too
    if first.kind == PROPER or (head.endswith("馆") and any(w.kind == PROPER for w in words)):
        return True
    unknown = [w for w in words if w.kind == SINGLE]
    return len(unknown) >= 2 and not is_common(words) and words[1].kind == SINGLE and head in _UNPLACED


def _of_a_county(reading: Reading, head: str, start: int, at: int) -> bool:
    """Tell whether this is the one school or hospital that bears a county's name: 交城|中学, 交城县|医院."""
    hit = reading.hits.at(start)
    if hit is None or hit.end != at or hit.division.level not in ("county", "prefecture"):
        return False
    return not hit.full if head == "中学" else head == "医院" and hit.name[-1] in "县旗"


_FARMING = re.compile(rf"[{HAN}]{{2,6}}(?:种植|养殖|农机|农业|农民|种养|果蔬|畜牧|水产|林业)")
_HEADED_BY = re.compile("理事长|负责人|法人|社长")
_NUMBER_VILLAGE = re.compile(rf"[一二三四五六七八九十百]{{1,2}}[{HAN}]{{1,2}}村(?![级民镇])")
_NUMBER_IN_NAME = ("万", "千", "百")  # 某市万济医院
_SCHOOLS = ("小学", "中学", "初中", "高中", "幼儿园", "学校", "实验小学")
_STREET = re.compile(rf"(?!农|乡|山|道)[{HAN}]{{1,4}}[路街巷桥门湖]|城[东西南北]")
_VILLAGE = re.compile(rf"^(?:(?!农|乡|各|全|该|本|我|每|两|多|几)[{HAN}]){{1,4}}(?:村|社区)(?![民级镇])")
_UNPLACED = frozenset(word_list("organization_unplaced"))


def claim(reading: Reading, start: int, end: int, rule: str, confidence: float) -> Mention | None:
    """Claim the span as an organization: the one of the article whose name it shortens or completes, else a new one; None when part of it is taken."""
    name = reading.text[start:end]
    return reading.claim(_same(reading, name) or reading.entity("Organization", name), start, end, rule, confidence)


def _same(reading: Reading, name: str) -> Entity | None:
    """Return the organization of the article that the name shortens or completes."""
    return _whole_cooperative(reading, name) or _under_city(reading, name) or _without_city(reading, name)


def _under_city(reading: Reading, name: str) -> Entity | None:
    """Return the one organization of the article whose name is this one behind its city: 甲市|乙区某某协会."""
    if reading.known("Organization", name) is not None:
        return None
    fuller = [
        e for e in reading.of_label("Organization", "Project") if _CITY_BEFORE.fullmatch(e.name.removesuffix(name))
    ]
    return fuller[0] if len(fuller) == 1 else None


def _whole_cooperative(reading: Reading, name: str) -> Entity | None:
    """Return the one cooperative that 惠安合作社 is short for: 惠安杂粮种植农民专业合作社, with its county or without."""
    brand = name.removesuffix("合作社")
    if brand == name or not 2 <= len(brand) <= 3:
        return None
    whole = [
        e
        for e in reading.of_label("Organization")
        if e.name.endswith("专业合作社") and re.match(rf"(?:[{HAN}]{{1,5}}[县市区镇乡村])?{brand}(?!专业)", e.name)
    ]
    return whole[0] if len(whole) == 1 else None


def _without_city(reading: Reading, name: str) -> Entity | None:
    """Return the organization that was named without its city before, under its full name now: 象山中学, then 荆门市|象山中学."""
    ends = (at for at in range(2, len(name) - 3) if name[at - 1] in "市州县区镇乡")
    shorter = next((e for at in ends if (e := reading.known("Organization", name[at:])) is not None), None)
    if shorter is not None:
        reading.alias(shorter, name)
        shorter.aliases.add(shorter.name)
        shorter.name = name
    return shorter


_CITY_BEFORE = re.compile(rf"(?:[{HAN}]{{1,4}}[省市州县区镇乡村]|[{HAN}]{{2,4}}街道){{1,3}}")


# 某县中医院|迁建项目: what is being built, named after the body that it is for
_WORKS = re.compile(
    rf"{BUILDING}?(?:[一二三四]期)?(?:新建|迁建|扩建|改扩建|改造|建设|异地新建|整体搬迁)?(?:项目|工程)(?![部组办经款团负资])"
)
# 某县第三中学|运动场改造工程
_PART_WORKS = re.compile(
    rf"(?:(?![的了在与和及、将已对就为])[{HAN}]){{2,9}}?(?:新建|迁建|扩建|改扩建|改造|建设|修缮|维修|提升|整治|治理|加固)(?:项目|工程)(?![部组办经款团负资])"
)
_DOES = re.compile(
    r"推进|实施|启动|开展|完成|承担|承建|负责|申报|加快|组织|参与|做好|抓好|列入|获|入选|[^，。]*[省市县]级"
)


def _works_behind(text: str, end: int) -> re.Match[str] | None:
    """Return the work that is named after the body before it, none where the body only does it."""
    part = _PART_WORKS.match(text, end)
    return _WORKS.match(text, end) or (None if part is None or _DOES.match(part[0]) else part)


def _claim(reading: Reading, name: str, start: int, end: int, confidence: float, seat: Division | None) -> None:
    if not reading.free(start, end):
        return
    works = _works_behind(reading.text, end)
    if works is not None and _OF_AGENCY.search(name) is None:
        owner = reading.name_ending_at(start, "Organization")
        printed = name + works[0]
        bare = printed.removesuffix("项目")
        known = reading.known("Project", bare) or reading.known("Project", bare + "项目")
        whole = known or reading.entity("Project", (reading.text[owner.start : start] if owner else "") + printed)
        reading.alias(whole, printed)
        reading.claim(whole, start, works.end(), "project-of-body", 0.75)
        return
    label = "Agency" if _OF_AGENCY.search(name) else "Organization"
    if label == "Organization" and (reading.known("Project", name) or is_built(reading, start, end)):
        label = "Project"  # who builds or opens it undertakes it
    known = _same(reading, name) if label == "Organization" else None
    entity = known or reading.entity(label, name)
    entity.seat = entity.seat or seat
    reading.claim(entity, start, end, "organization-head", confidence)
