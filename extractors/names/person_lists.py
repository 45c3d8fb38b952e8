"""Persons in lists: leaders of a place, three and more names in a row, names behind the bodies they belong to."""

from __future__ import annotations

import re

from extractors.lexicon import HAN, LEADERS, alternatives
from extractors.names.holders import is_plain_word, people_behind, person_of
from extractors.names.inner_posts import delegate
from extractors.names.namechars import likely_end
from extractors.names.office_units import BODIES, Office
from extractors.names.personname import looks_like_name, name_end
from extractors.names.vocabulary import plain
from extractors.reading import Entity, Reading

_LEADER_LIST = re.compile(
    rf"(?:(?:{alternatives(LEADERS)})(?!干部|小组|班子|包[联保抓片]|带[班头]|机构|核心|力|下|人|层)|(?:委员|代表|专家组|专家|课题组成员|调研组成员|同志|班子成员)(?:有|：)?)(?:[：、]|同志)?"
)


def leader_lists(reading: Reading, known: dict[str, Entity]) -> None:
    """市领导边峰、侯晓滨、王晓嫚 and the like; 参加会议的还有边峰、侯晓滨; 边峰、侯晓滨等市领导."""
    text = reading.text
    for m in _ALSO_THERE.finditer(text) if "有" in text else ():
        if not plain(text[m.end() : m.end() + 2]):  # 陪同来访的有|王子、…
            people_behind(reading, [Office("", None, m.start(), m.end())], m.end(), known, sure=False)
    for m in _LEADERS_BEHIND.finditer(text) if "等" in text else ():
        _names_before(reading, m.start(), known)
    for m in _LEADER_LIST.finditer(reading.text):
        if (
            m[0].endswith("、")
            and name_end(reading.text, m.end()) is None
            and likely_end(reading.text, m.end()) is None
        ):
            continue  # 完善的领导、|决策、动员机制
        if m[0].endswith("、") and is_plain_word(reading.text[m.end() : m.end() + 2]):
            continue  # 村民代表、|党员、…
        at = m.end()
        odd = _ODD_FIRST.match(text, at) if name_end(text, at) is None and likely_end(text, at) is None else None
        if odd is not None and likely_end(text, odd.end()) is not None and not is_plain_word(odd["name"]):
            reading.claim(person_of(reading, odd["name"], [], known), *odd.span("name"), "person-list", 0.8)
            at = odd.end()
        people_behind(reading, [_delegate(reading, m)], at, known)


def _delegate(reading: Reading, m: re.Match[str]) -> Office:
    """市人大|代表田砚秋: a deputy to a people's congress holds that post there; other words of a list are none."""
    deputy = delegate(reading, m.start(), m.end()) if m[0] == "代表" else None
    return deputy or Office("", None, m.start(), m.end())


# 旗领导|宝龙、|崔某某: a name without a surname opens the list
_ODD_FIRST = re.compile(rf"(?P<name>[{HAN}]{{2,3}})、")
_ALSO_THERE = re.compile(rf"(?:参加|出席|陪同|列席)[{HAN}]{{0,8}}的(?:还)?有(?=[{HAN}]{{2,3}}[、，。])")
_LEADERS_BEHIND = re.compile(
    r"等(?:[省市县区旗州镇乡])?(?:级|直)?(?:有关|相关)?(?:领导|负责同志|负责人)(?=[，。、分一出参陪列及])"
    r"|等(?:\d{1,2}|[两三四五六七八九十几数多])[余多]?[名位](?:[省市县区镇乡])?(?:政协|人大|党|劳模|群众|青年|村民|职工|企业|教师|学生|党员|优秀|基层|驻村|乡镇|退休|退役|老)?(?:委员|代表|同志|专家|学者|教授|干部|党员|职工|教师|医生|民警|律师|队员|选手|企业家|负责人|书记|工作人员|志愿者|战友|老人)"
)
_ROW = re.compile(rf"(?<=[，。；：\n])(?:以及|及|和|由)?(?P<names>[{HAN}·]{{2,8}}(?:、[{HAN}·]{{2,8}})+)\Z")


def _names_before(reading: Reading, stop: int, known: dict[str, Entity]) -> None:
    """Claim the names of a row that ends here, where all of it has the shape of names."""
    row = _ROW.search(reading.text, max(0, stop - 60), stop)
    names = row["names"].split("、") if row is not None else []
    if not all(looks_like_name(name) and not is_plain_word(name) for name in names):
        return
    at = stop - sum(map(len, names)) - max(0, len(names) - 1)
    for name in names:
        if reading.free(at, at + len(name)):
            reading.claim(person_of(reading, name, [], known), at, at + len(name), "person-list", 0.8)
        at += len(name) + 1


_PLAIN_LIST = re.compile(
    rf"(?:^|(?<=[。！？；，：“\n）])|(?<=[。！？] ))(?P<list>[{HAN}·]{{2,8}}(?:、[{HAN}·]{{2,8}}){{2,30}})"
)

_TOOK_PART = re.compile(
    r"等?(?:一同|一起|分别|共同|先后|也|应邀){0,3}(?:参加|陪同|出席|随同|列席|参会|调研|聆听|收听收看)"
)
_ET_AL = re.compile(r"等(?:[省市县区州旗镇乡](?:委|政府)?)?(?:[四几]大?[套家]?班子)?领导")
"""Behind a list of who can be nothing but leaders: 等县四套班子领导."""
_CREATURES = frozenset("鹤鹳鹅鹭鸭雁鹿猴鱼虎豹熊狼鸟鸥鹰龟羊牛松柏杉")


def plain_lists(reading: Reading, known: dict[str, Entity]) -> None:
    """田砚秋、贺云松、卢向晚等先后发言: three or more words in a row that all have the shape of a name."""
    for m in _PLAIN_LIST.finditer(reading.text):
        at, items, doubtful = m.start(), [], 0
        while at < m.end():
            likely = name_end(reading.text, at, known.keys() | set())
            end = likely if likely is not None else -1
            if end < 0 or is_plain_word(reading.text[at:end]):
                if end < 0 or not (_TOOK_PART.match(reading.text, end) or _ET_AL.match(reading.text, end)):
                    end = reading.text.find("、", at, m.end())
                if end < 0 or not looks_like_name(reading.text[at:end]):
                    break
                doubtful += 1  # a word elsewhere, here one name among many
            items.append((at, end))
            if reading.text[end : end + 1] not in "、和":
                break
            at = end + 1
        took_part = bool(items) and _TOOK_PART.match(reading.text, items[-1][1]) is not None
        leaders = bool(items) and _ET_AL.match(reading.text, items[-1][1]) is not None
        if (
            len(items) < 3 + (0 if leaders else 1 if took_part else 3) * doubtful
            or sum(reading.text[end - 1] in _CREATURES for _, end in items) > 1
        ):
            continue
        if len({reading.text[begin] for begin, _ in items}) == 1 and not any(
            reading.text[b:e] in known for b, e in items
        ):
            continue  # 谈理想、谈人生、谈奋斗
        if reading.text.startswith("“", m.start() - 1) and reading.text.startswith("”", items[-1][1]):
            continue  # “田成方、路成网、渠相连”: a saying
        for begin, end in items:
            if reading.free(begin, end):
                person = person_of(reading, reading.text[begin:end], [], known)
                reading.claim(person, begin, end, "person-list", 0.85)


_SPOKE_THERE = re.compile(r"发言|汇报|述[职责学法纪廉]|表态|交流|参会")
_ENDS_ITEM = re.compile(r"[，、]|等|\d+[名位人]|分别|作了?|先后|进行|参加|陪同|出席|列席|围绕|结合|就")


def behind_bodies(reading: Reading, known: dict[str, Entity]) -> None:
    """市交通局甲，市水利局乙、丙参加; 柳湾镇甲、市教育局乙作了发言: two bodies or towns or more with who came from them, posts left out."""
    text = reading.text
    for sentence in reading.sentences:
        if not (_TOOK_PART.search(text, *sentence) or _SPOKE_THERE.search(text, *sentence)):
            continue
        found = list[tuple[int, int]]()
        bodies = 0
        towns = (
            hit.end
            for hit in reading.hits
            if hit.full and hit.start in range(*sentence) and reading.free(hit.start, hit.end)
        )
        for at in sorted({*(body.end for body in reading.names(*sentence, *BODIES)), *towns}):
            before = len(found)
            while (end := _item_end(text, at)) is not None and reading.free(at, end):
                if is_plain_word(text[at:end]) or not looks_like_name(text[at:end]):
                    break
                found.append((at, end))
                at = end + 1
                if text[end] != "、":
                    break
            bodies += len(found) > before
        for begin, end in found if bodies > 1 else ():
            reading.claim(person_of(reading, text[begin:end], [], known), begin, end, "person-of-body", 0.75)


def _item_end(text: str, at: int) -> int | None:
    """Return where a name ends that a mark of the list or a word of taking part follows."""
    ends = (likely_end(text, at), name_end(text, at))
    return next((end for end in ends if end is not None and _ENDS_ITEM.match(text, end)), None)
