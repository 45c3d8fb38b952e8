"""Whose a number is where its own sentence does not tell: of the sentences before, or of the article's place."""

from __future__ import annotations

import re
from bisect import bisect_left

from extractors.owner_events import headed_by
from extractors.owner_nouns import noun_subject
from extractors.reading import Entity, Mention, Reading
from extractors.served import Owner, enforces, handles, labelled, seat, served_by
from extractors.subjects import LABELS, Role, Subject, nation, settle, subjects
from extractors.text import Span, is_heading
from extractors.unread import unread_between, unread_topic

PROJECT_WORDS = re.compile(
    r"(?:(?:总|计划|概算|估算|首[笔期])投资|占地|设计时速|全长|总长|处理能力|建筑面积|工期|装机|建设规模|库容|年产)[^，。；\d]{0,12}$"
    r"|(?:建成|投产|达产|运营|投用)后[^。；]*$"
)
COMPANY_WORDS = re.compile(
    r"(?:产值|税收|利税|职工|员工|工人|营收|营业收入|销售额|注册资本|净利润|增资)[^，。；\d]{0,12}$"
)
ONLY_PLACE = re.compile(
    r"(?:每[百千万]人|生产总值|GDP|常住人口|总人口|户籍人口|城镇化率|城镇人口|可支配收入|财政收入|预算收入|普及率|[工农林渔牧]业总产值)"
)
# no firm's of a sentence before: |固定资产投资|同比增长7.8%
_ECONOMY = re.compile(
    "固定资产投资|社会消费品|社零|(?:外贸)?进出口(?:总额|总值)?|规(?:模以)?上(?:工业|服务业|企业)|房地产开发投资|第[一二三]产业|粮食总?产量|城乡居民|居民收入"
)
_WHOLE = re.compile(
    r"(?:全[省市县区州国]|人均|总量|总产值|生产总值|GDP|常住人口|总人口|财政收入|可支配收入|增加值|平均气温|降水量|降雨量|覆盖率|普及率)"
)
_FIRST_PERSON = re.compile(r"(?:我们[村社厂乡镇]|我(?![国省市县区州旗镇乡村军党院校行司们厂所站])|咱家?|俺)[^。；]*$")
_NEW_DATA = re.compile(
    r"[^，。]{0,30}(?:数据|统计|监测|报告|结果)[^，。]{0,8}(?:显示|表明|称|统计)，|据[^，。]{0,10}统计，"
)
_BACK = 4
"""How many sentences back the subject of a number may have been named."""


def item_start(reading: Reading, sentence: Span) -> int:
    """Return where the piece of news around a sentence begins: at the last heading or bullet, the title at the latest."""
    at = bisect_left(reading.sentences, sentence.end, key=lambda span: span.end)
    if _begins_item(reading.text, sentence):
        return sentence.start
    for back in range(at - 1, max(at - 10, -1), -1):
        span = reading.sentences[back]
        if _begins_item(reading.text, span):
            return span.start
        floor = span.start
    return floor if at > 0 else sentence.start


_BULLET = re.compile(r"\s*[●◆▲■★○◎◇□▶►▪•☆△▼▽]")


def _begins_item(text: str, sentence: Span) -> bool:
    """Tell whether a sentence is a heading or opens one of several pieces of news: ◆9月3日，县总工会….

    The title opens none.
    """
    return is_heading(text, sentence) or (sentence.start > 0 and _BULLET.match(text, sentence.start) is not None)


def carried(reading: Reading, sentence: Span, floor: int, clause: int, start: int, total: bool) -> list[Owner]:
    """Return the subject of the sentences before, down to the heading; else the place of the article."""
    text = reading.text
    before = text[sentence.start : start]
    if _FIRST_PERSON.search(before):
        return []
    if not _WHOLE.search(before) and _of_an_actor(reading, sentence, start):
        return []
    if unread_between(reading, sentence.start, start) or unread_topic(reading, sentence.start, start):
        return []
    if before.startswith("《") or next(reading.names(sentence.start, sentence.start + 12, "Policy"), None):
        return []
    at = bisect_left(reading.sentences, sentence.end, key=lambda span: span.end)
    far = 0 if _NEW_DATA.match(before) else _BACK
    for back in range(at - 1, max(at - 1 - far, -1), -1):
        earlier = reading.sentences[back]
        if earlier.start < floor:
            break
        if unread_between(reading, earlier.start, earlier.end):
            return []
        opening = noun_subject(reading, earlier, floor, earlier.end, [], first=True)
        if opening is not None and opening.entity is None:
            return []  # 该车间由…经营。 首批招工|35人: of what was not read
        noun = opening.entity if opening and opening.entity and opening.entity.label in LABELS else None
        found = _topic(reading, earlier, clause, start, total, noun)
        if not found and far:
            event = headed_by(reading, earlier, earlier.end)
            found = event.entity if event and event.entity.name not in before else None
        if not found and _NEW_DATA.match(text, earlier.start):
            break
        if found and _new_paragraph(reading, earlier.end, sentence.start) and not _at_home(reading, found):
            return []
        if found:
            return [Owner(found, 0.7 if back == at - 1 else 0.6, "carried")]
    if floor > reading.body_start:
        return []
    return _main(reading, before) or _titled(reading, before)


_PRONOUN = re.compile(
    r"(?:^|[，；。：”“\n])(?:[^，。；]{0,8}，)?[他她](?:们|家|又|也|还|和|与|从|在|用|带|把|每|一|今|去|种|养|卖|先|到|为|给|共|已)"
)
_TELLING = re.compile(r"说|介绍|表示|透露|指出|汇报|通报|告诉|强调|要求|提出|宣布|称|报告|坦言|认为|算|讲|：")


def _of_an_actor(reading: Reading, sentence: Span, start: int) -> bool:
    """Tell whether the sentence is of what somebody does: 他又牵头建起调解室，|…; 主任田某带队植树，|…."""
    text = reading.text
    if _PRONOUN.search(text[sentence.start : start]) and not _TELLING.search(text, sentence.start, start):
        return True
    persons = [m for m in reading.names(sentence.start, start, "Person") if m.entity.properties.get("scope") != "记者"]
    return bool(persons) and _TELLING.search(text, sentence.start, start) is None


def _new_paragraph(reading: Reading, start: int, stop: int) -> bool:
    return "\n" in reading.text[start - 1 : stop]


def _topic(
    reading: Reading, sentence: Span, clause: int, start: int, total: bool, noun: Entity | None
) -> Entity | None:
    """Return what a whole sentence is about: the noun it opens with, else the first of its subjects.

    A number at the head of its clause is of something new, which at most lies in the place spoken of before.
    """
    only_place = bool(
        ONLY_PLACE.search(reading.text, max(clause, start - 30), start)
        or _ECONOMY.search(reading.text, max(clause, start - 30), start)
    )
    opens = (
        start - clause <= 2
        and reading.text[clause:start] not in ("现有", "共有", "拥有")
        and not re.search(r"\d", reading.text[reading.sentence(start).start : clause])
    )
    if noun is not None and not (opens or only_place or (total and noun.label in ("Project", "Company"))):
        return noun
    for name in reversed(_heads(reading, sentence)):
        agency = name.last.entity if name.label == "Agency" else None
        cases = agency is not None and agency.seat is not None and handles(reading, clause, start)
        acts = cases or (agency is not None and enforces(reading, clause, start))  # 此次整治共|出动执法人员40人次
        served = name if acts else served_by(reading, name, start, start)
        if served is None or len(served.names) > 1 or (total and served.label in ("Project", "Company")):
            continue
        if agency is not None and not cases and not _at_home(reading, served.last.entity):
            continue
        if served.label == "Place" or acts or not (opens or only_place):
            return settle(reading, served.last)
    return None


def _heads(reading: Reading, sentence: Span) -> list[Subject]:
    """Return the subjects of a whole sentence, up to 其中, the last one first."""
    known: dict[int, list[Subject]] = reading.memory.setdefault("owners: heads", {})
    if sentence.start not in known:
        among = reading.text.find("其中", *sentence)
        stop = among if among >= 0 else sentence.end
        found = subjects(reading, Span(sentence.start, stop), stop)
        known[sentence.start] = [name for name in found if name.role == Role.HEAD]
    return known[sentence.start]


def _at_home(reading: Reading, place: Entity) -> bool:
    """Tell whether the article is from this place or names it in its title."""
    return place.seat is reading.home.division or place.start < reading.body_start


def _titled(reading: Reading, before: str) -> list[Owner]:
    """Return the place that the title speaks of."""
    if PROJECT_WORDS.search(before) or COMPANY_WORDS.search(before):
        return []
    if "owners: title" not in reading.memory:
        title = Span(0, reading.body_start)
        names = [name for name in subjects(reading, title, title.end) if name.role == Role.HEAD]
        places = [name.last for name in names if name.label == "Place" and len(name.names) == 1]
        reading.memory["owners: title"] = places[-1] if len({p.entity.name for p in places}) == 1 else None
    place: Mention | None = reading.memory["owners: title"]
    return [Owner(settle(reading, place), 0.5, "title")] if place else []


def _main(reading: Reading, before: str) -> list[Owner]:
    """Return the place that the article is about, for what only a whole place has.

    It is the place whose body put the article out or, where the article is at home nowhere, one that the title names
    or that is named three times.
    """
    if not _WHOLE.search(before[-30:]):
        return []
    for name in reading.names(0, reading.body_start, "Agency"):
        served = seat(reading, name.entity)
        if served:
            return [Owner(served, 0.55, "main")]
    best = max(labelled(reading, "Place"), key=lambda e: len(e.mentions), default=None)
    if best and (reading.home.division or len(best.mentions) >= 3 or best.start < reading.body_start):
        return [Owner(best, 0.55, "main")]
    if "owners: nation" not in reading.memory:
        reading.memory["owners: nation"] = nation(reading, 0, len(reading.text))
    whole: Mention | None = reading.memory["owners: nation"]
    return [Owner(settle(reading, whole), 0.55, "main")] if whole else []
