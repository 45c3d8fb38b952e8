"""Persons told by a title or post behind their name, and surnames with a title that stand for a person known."""

from __future__ import annotations

import re

from extractors.gazetteer import countries, world_cities
from extractors.lexicon import HAN
from extractors.names.holders import GENERAL_SECRETARIES, TITLES, hold, is_plain_word, person_of
from extractors.names.namechars import likely_end
from extractors.names.office_units import BODIES, Office, agency_entity, government_of, government_place
from extractors.names.offices import served_alone
from extractors.names.organs import organ_key
from extractors.names.personname import looks_like_name, may_follow_name
from extractors.names.vocabulary import vocabulary
from extractors.reading import Entity, Reading

_TITLE_AFTER = re.compile(
    r"(?P<title>总书记|副?委员长|委员(?!会)|常委(?=(?:联合|代表[^，。]{2,14})?发言|在(?:联合)?发言|建议|提出|认为|表示)|同志(?!们)|将军(?![路府街])|烈士(?![陵墓纪])|主席(?!团|国|会|台)|总理|总统)"
)

HAN_END = re.compile(rf"[{HAN}]\Z")
_BEFORE_NAME = re.compile(r"(?:围绕|坚持|贯彻|落实|学习|按照|根据|记|在|为|委托|[、和与由对向被以])\Z")


def _opens_name(text: str, begin: int) -> bool:
    """Tell whether a name may begin here: after a mark, or a word that takes a person."""
    before = text[max(0, begin - 2) : begin]
    return not HAN_END.search(before) or bool(_BEFORE_NAME.search(before))


# 某某总书记 where other parties that have one are spoken of: of the Communist Party of China only these
_OTHER_PARTIES = re.compile("越共|越南|老挝|朝鲜|古巴|劳动党|人民革命党")


# 某协会|原党委书记, |应巴西总统…邀请, |向当选总统…
_LEADS = re.compile("原(?:党|副)|[应向由]")


_PREMIERS = frozenset("李强 李克强 温家宝 朱镕基 周恩来".split())


def titles_after(reading: Reading, known: dict[str, Entity]) -> None:
    """习近平总书记, 高侯平委员, 张三同志: the title stands behind the name."""
    text = reading.text
    for m in _TITLE_AFTER.finditer(text):
        _titled_before(reading, m)
        for size in (3, 2):
            begin = m.start() - size
            name = text[max(0, begin) : m.start()]
            unlisted = (
                m["title"] == "常委" and size == _THREE and text[begin - 1 : begin] == "。"
            )  # 某某某常委代表某会发言
            if begin < 0 or not (looks_like_name(name) or unlisted) or is_plain_word(name) or name in countries():
                continue
            if _LEADS.match(name) and name[1:] in vocabulary():
                continue
            if any(name[at:] + m["title"] in TITLES for at in range(1, len(name))):
                continue  # 应|国家主席…的邀请
            if text[max(0, begin - 1) : begin + 1] in vocabulary() and name[1:] in vocabulary():
                continue  # 学|习贯彻|总书记
            sure = m["title"] == "总书记" or name in GENERAL_SECRETARIES or name in known
            sure = sure or (m["title"] == "总理" and name in _PREMIERS)
            if not sure and not _opens_name(text, begin):
                continue
            if not reading.free(begin, m.start()):
                break
            person = person_of(reading, name, [], known)
            reading.claim(person, begin, m.start(), "person-title-after", 0.85)
            body = _body_of_title(text, name, m["title"])
            if body is None and m["title"] in ("委员", "常委") and (council := _council(reading)) is not None:
                hold(reading, person, Office(m["title"], council, m.start(), m.end()), (begin, m.end()), "post-after")
            if body is not None:
                held_at = reading.entity("Agency", body, key=organ_key(body))
                reading.mention(held_at, m.start(), m.end(), "agency-of-post", 0.8, named=False)
                reading.fact("HOLDS_POST", person, held_at, (begin, m.end()), "post-after", 0.9, title=m["title"])
                _with_him(reading, begin, m, held_at, known)
            break


_THREE = 3


def _titled_before(reading: Reading, m: re.Match[str]) -> None:
    """甲尔·乙斯|副委员长, 洛桑次仁|副委员长: behind a name that is read already."""
    person = reading.name_ending_at(m.start(), "Person") if m["title"].endswith("委员长") else None
    body = _body_of_title(reading.text, person.entity.name, m["title"]) if person is not None else None
    if person is not None and body is not None:
        held_at = reading.entity("Agency", body, key=organ_key(body))
        reading.mention(held_at, m.start(), m.end(), "agency-of-post", 0.8, named=False)
        reading.fact("HOLDS_POST", person.entity, held_at, (person.start, m.end()), "post-after", 0.9, title=m["title"])


def _council(reading: Reading) -> Entity | None:
    """Return the one CPPCC that the article names, where it names no standing committee of a people's congress."""
    if "人大常委会" in reading.text:
        return None
    named = {m.entity for m in reading.names(0, None, "Agency") if m.entity.name.endswith("政协")}
    return named.pop() if len(named) == 1 else None


def _with_him(reading: Reading, begin: int, m: re.Match[str], body: Entity, known: dict[str, Entity]) -> None:
    """田砚秋|和贺云松常委: the title is that of both."""
    text = reading.text
    for size in (3, 2) if text[begin - 1] == "和" and m["title"] == "常委" else ():
        start = max(0, begin - 1 - size)
        if looks_like_name(text[start : begin - 1]) and _opens_name(text, start) and reading.free(start, begin - 1):
            person = person_of(reading, text[start : begin - 1], [], known)
            reading.claim(person, start, begin - 1, "person-title-after", 0.85)
            reading.fact("HOLDS_POST", person, body, (start, m.end()), "post-after", 0.85, title=m["title"])
            return


def _body_of_title(text: str, name: str, title: str) -> str | None:
    """总书记 is one of 中共中央, 委员长 one of 全国人大常委会, 常委 one of 全国政协, where the article speaks of no other."""
    if title == "总书记" and (name in GENERAL_SECRETARIES or not _OTHER_PARTIES.search(text)):
        return "中共中央"
    if title == "总理":
        return "国务院" if name in _PREMIERS else None
    if title == "常委":
        return "全国政协" if "全国政协" in text and "人大常委会" not in text else None
    return "全国人大常委会" if title.endswith("委员长") and "全国人大" in text else None


_SHORT_TITLE = re.compile(
    r"(?P<title>副巡(?!视)|副?(?:[市县区州乡镇省]长|书记|主席|主任|局长|部长|厅长|巡视员|院长|校长|处长|会长|秘书长|董事长|总经理))"
)


def surnames_with_titles(reading: Reading) -> None:
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
    r"副?(?P<level>[市县区州镇乡]长)|副?(?:局长|厅长|主任|部长|书记|巡视员|调研员)(?!(?:委员|办公|专题|联席|碰头|扩大|工作|座谈|现场)?会|办公室|接待|信箱)"
    r"|副?(?:校长|院长|园长|所长|站长|大队长|支队长|中队长|行长|会长|理事长|董事长|总经理|秘书长|检察长)|总统计师|总工程师|副?教授|副?研究员|院士|副?主任医师|工程师|老师(?!们)|大夫|医生(?!们)|教练(?!员)"
)
# 县医院|外科|李某主任: its section between the body and the name
_SECTION_BEFORE = re.compile(rf"[{HAN}]{{1,5}}[科室股部]\Z")


# 传达学习|吴某某市长|批示要求
_PASSED_ON = re.compile(r"(?:以及|传达了?|学习了?|贯彻|落实|按照|根据|听取了?)\Z")
_SERVES = re.compile(
    r"(?:常务)?副?(?:校长|园长|院长|所长|站长|局长|厅长|部长|处长|科长|主任(?!委员)|书记|主席|行长|会长|理事长|秘书长|董事长|总经理|大队长|支队长|中队长|检察长|庭长|馆长|经理)(?!会|办公|班子|助理|信箱|接待|负责制|述职)"
)
_SCHOOL_HEADS = re.compile("副?[校园]长")
_SPEAKS = re.compile(
    r"首先|原原本本|传达|通报|致[\u4e00-\u9fff]{0,3}[辞词]|为[^，。；]{2,14}致[辞词]|宣[读布]|作了?|讲话|发言"
)
# 接着是|田砚秋副校长, 由|田砚秋局长
_CALLED = re.compile(
    rf"(?:(?<![{HAN}])|(?<=接着是)|(?<=首先是)|(?<=随后)|(?<=首先)|(?<=由)|(?<=邀请)|(?<=开始前)|(?<=会上)|(?<=[在和]))\Z"
)


# 德育处|岑某某主任也对…, 县医院护理部|岑某某主任授课
_IN_OFFICE = re.compile(
    r"(?:(?<=[教政德总][导教育务]处)|(?<=[护医药]理部)|(?<=[内外儿妇]科)|(?<=急诊科)|(?<=医务科)|(?<=办公室))(?P<name>[\u4e00-\u9fff]{2,3}?)(?:副?主任|护士长)"
)


def titled_openings(reading: Reading, known: dict[str, Entity]) -> None:
    """田砚秋副主席率团赴某省: a name that opens a clause before a post whose body is not told right there, and acts."""
    text = reading.text
    for m in _IN_OFFICE.finditer(text) if "主任" in text or "护士长" in text else ():
        if looks_like_name(m["name"]) and not is_plain_word(m["name"]) and reading.free(*m.span("name")):
            reading.claim(person_of(reading, m["name"], [], known), *m.span("name"), "person-title-after", 0.75)
    for m in _SERVES.finditer(text):
        if not may_follow_name(text, m.end()):
            continue
        for begin in (m.start() - 3, m.start() - 2):
            name = text[max(0, begin) : m.start()]
            if begin < 0 or not looks_like_name(name) or not _CALLED.search(text, max(0, begin - 3), begin):
                continue
            sure = _SCHOOL_HEADS.fullmatch(m[0]) is not None or _SPEAKS.match(text, m.end()) is not None
            if not sure and likely_end(text, begin) != m.start():
                continue
            if is_plain_word(name) or not reading.free(begin, m.end()):
                continue
            person = person_of(reading, name, [], known)
            reading.claim(person, begin, m.start(), "person-title-after", 0.75)
            body = served_alone(reading, m[0], begin)
            if body is not None:
                hold(reading, person, Office(m[0], body, m.start(), m.end()), (begin, m.end()), "post-after")
            break


def posts_after(reading: Reading, known: dict[str, Entity]) -> None:
    """杨某某副市长带队…; 省统计局|杨某某副局长、王某某副巡视员: the post behind the name.

    A mayor whose name opens a clause serves the government at home; any other post needs its body before the name.
    """
    text = reading.text
    last: tuple[int, Entity] | None = None
    for m in _POST_AFTER.finditer(text):
        for begin in (m.start() - 3, m.start() - 2):
            name = text[max(0, begin) : m.start()]
            there = reading.name_at(begin) if begin >= 0 else None
            read = there is not None and (there.label, there.start, there.end) == ("Person", begin, m.start())
            taken = begin < 0 or not (read or (reading.free(begin, m.start()) and not reading.hits.at(begin)))
            if name.endswith("班") and m[0] == "主任":
                continue  # 某中学|高三班主任
            if taken or not looks_like_name(name) or name in world_cities() or _LEADS.match(name):
                continue
            body = _body_before(reading, begin, m, last)
            if read and there is not None and (body is None or reading.has_fact("HOLDS_POST", there.entity, body)):
                continue
            if body is None or (is_plain_word(name) and likely_end(text, begin) != m.start()):
                continue
            last = (m.end(), body)
            office = Office(m[0], body, m.start(), m.end())
            person = person_of(reading, name, [office], known)
            reading.claim(person, begin, m.start(), "person-title-after", 0.85)
            hold(reading, person, office, (begin, m.end()), "post-after")
            break


def _body_before(reading: Reading, begin: int, post: re.Match[str], last: tuple[int, Entity] | None) -> Entity | None:
    """Return the body whose post stands behind the name that begins here, None where nothing tells it."""
    served = reading.name_ending_at(begin, *BODIES)
    if served is None and (section := _SECTION_BEFORE.search(reading.text, max(0, begin - 6), begin)) is not None:
        served = next(
            (m for at in range(section.start(), begin) if (m := reading.name_ending_at(at, "Organization"))), None
        )
    if served is not None:
        return served.entity
    hit = reading.hits.ending_at(begin)
    if hit is not None and post["level"]:
        return agency_entity(reading, hit.division.name + "政府", hit.division)
    before = reading.text[begin - 1 : begin]
    if last is not None and before == "、" and last[0] == begin - 1:
        return last[1]
    passed_on = (
        _PASSED_ON.search(reading.text, max(0, begin - 4), begin) and likely_end(reading.text, begin) == post.start()
    )
    if post["level"] and (passed_on or not re.match(f"[{HAN}、]", before)):
        return government_of(reading, government_place(reading, post[0], post.start())[0])
    return None
