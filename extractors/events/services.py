"""What a body does for people on the spot, and agreements signed on a day: 走进某村为村民义诊, 到某村送戏下乡."""

from __future__ import annotations

import re
from itertools import pairwise

from extractors.dates import find_dates
from extractors.events.meeting import events_of
from extractors.events.occasion import add_event
from extractors.events.openers import openers
from extractors.events.venues import places_at
from extractors.lexicon import HAN
from extractors.reading import Mention, Reading
from extractors.text import Span

# 县医院|走进某村，|为村民免费义诊, 到某村|送戏下乡, 来到某村，开展|防溺水宣讲
_SERVED = re.compile(
    rf"(?:来到|走进|深入|到(?![位达])|赴|前往|(?<![现存正])在)(?P<where>[^，。；“”]{{2,28}}?)，?(?:集中|联合|共同|组织|分别|先后){{0,2}}"
    rf"(?:(?:开展|举办|进行|举行)了?(?P<held>(?:一[场次])?(?:“[^“”，。\n]{{2,20}}”)?[{HAN}、]{{0,18}}?(?:义诊|培训|技术指导|宣讲|巡讲|讲座|体检|筛查|普法|慰问演出|文艺演出|汇演|演练|宣传|送教|祭扫|研学|警示教育|采风))"
    rf"|(?P<done>(?:为[^，。；、]{{2,16}}?)?(?:免费|集中|开展|进行|提供)*(?:义诊|义剪|义演)(?:送药)?|(?:为[^，。；、]{{2,16}}?)送(?:医|药|法|戏|书|教|温暖|清凉|春联|文化|科技|政策|岗位)[{HAN}]{{0,8}}|送(?:医|药|法|戏|书|教|温暖|清凉|春联|文化|科技|政策|岗位|图书|电影)(?:[、送][{HAN}]{{1,3}})?(?:下乡|上门|进[{HAN}]{{2,4}})|(?:接受|开展|集中接受)(?:警示|廉政|革命传统|爱国主义|国防|红色)+教育|采风(?:创作|活动)?))(?=[，。；])"
)
_HABIT = re.compile(
    "以来|累计|每[年月周天逢日]|经常|常年|长期|多次|定期|[要将拟]|计划|下一步|去年|往年|历年|曾|指出|要求|表示|建议|持续|不断|已"
)
_SOME_DAY = re.compile("近日|日前|[今昨][日天]|[当同][日天]")


def read(reading: Reading) -> None:
    """Add what bodies did for people somewhere on a day, and what two of them signed on a day."""
    _served(reading)
    _signed(reading)


def _day_of(reading: Reading, sentence: Span, stop: int) -> bool:
    """Tell whether the sentence has its day before this position, and tells of no habit."""
    if _HABIT.search(reading.text, sentence.start, stop):
        return False
    days = find_dates(reading.text, sentence.start, stop, reading.date)
    dated = any(day.kind in ("day", "interval") for day in days)
    return dated or _SOME_DAY.search(reading.text, sentence.start, stop) is not None


def _served(reading: Reading) -> None:
    for m in _SERVED.finditer(reading.text, reading.body_start):
        sentence = reading.sentence(m.start())
        name = Span(*m.span("held" if m["held"] else "done"))
        if events_of(reading).overlapping(*name) is not None or not _day_of(reading, sentence, m.start()):
            continue
        bodies = [body for body in openers(reading, sentence.start, m.start()) if body.label != "Place"]
        led = next(reading.names(sentence.start, m.start(), "Person"), None)
        if not bodies or led is not None:
            continue
        start = name.start + (2 if reading.text.startswith(("一场", "一次"), name.start) else 0)
        start = m.end("where") if name.end - start < _SHORTEST else start  # 到某镇|开展义诊
        event = add_event(reading, reading.text[start : name.end], start, name.end, "other", "activity-served", 0.7)
        for body in bodies:
            reading.fact("CONVENED", body.entity, event, (body.start, m.end()), "served-by", 0.8)
        for place in places_at(reading, *m.span("where")):
            reading.fact("HELD_IN", event, place, m.span(), "errand-at", 0.75)


_SHORTEST = 4
# 5月8日，市政府|与某集团|签署战略合作框架协议
_AGREED = re.compile(
    r"(?:正式|共同|联合|成功|现场)?(?P<name>(?:签订|签署|签约|签下)了?(?:[^，。；：\n]{0,40}?(?:协议|备忘录|意向书)书?》?))(?=[，。；])"
)
_WITH = re.compile("[与和同跟及]|以及")
_UNSIGNED = re.compile(
    r"(?:签订|签署|签下)了?(?:\d|[两三多数]|保底|长期|销售|采购|购销|供货|订单|承诺|就业|用工|收购|托管|流转|补偿|搬迁|征收|租赁)"
)
_PRESENT = re.compile("会上|仪式上|活动[中上]|期间|现场|目前|截至|以来|累计|先后|陆续|已")


def _signed(reading: Reading) -> None:
    """Add the agreement that two named parties sign on a day, where its sentence tells of nothing else that is held."""
    if "签" not in reading.text or any("签" in e.entity.name for e in events_of(reading).found):
        return
    for m in _AGREED.finditer(reading.text, reading.body_start):
        sentence = reading.sentence(m.start())
        days = find_dates(reading.text, sentence.start, m.start(), reading.date)
        whole = any(day.kind == "day" and day.first_day for day in days)
        if not whole or _UNSIGNED.match(m["name"]) or _PRESENT.search(reading.text, sentence.start, m.start()):
            continue
        if _HABIT.search(reading.text, sentence.start, m.start()) or events_of(reading).overlapping(*sentence):
            continue
        parties = _parties(reading, sentence, m.start())
        if len(parties) < _TWO:
            continue
        event = add_event(reading, m["name"], *m.span("name"), "signing", "activity-signed", 0.75)
        for party in parties:
            reading.fact("ATTENDED", party.entity, event, (party.start, m.end()), "signed-party", 0.8)


_TWO = 2


def _parties(reading: Reading, sentence: Span, stop: int) -> list[Mention]:
    """Return the two parties that the clause of the verb names with 与 between them, else none."""
    clause = max(sentence.start, *(reading.text.rfind(mark, 0, stop) + 1 for mark in "，；。\n"))
    row = list(reading.names(clause, stop, "Agency", "Company", "Organization"))
    joined = (
        (one, other)
        for one, other in pairwise(row)
        if _WITH.search(reading.text, one.end, other.start) and other.start - one.end <= _BETWEEN
    )
    pair = next(joined, None)
    return list(pair) if pair is not None else []


_BETWEEN = 12
