"""Athletes: behind 选手 and the like, in pairs with a stroke, in the row that makes up a team, before what they won."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.lexicon import HAN
from extractors.names.foreign import SOUNDS, transcribed_end
from extractors.names.namechars import likely_end
from extractors.names.personname import looks_like_name, name_end
from extractors.names.vocabulary import plain
from extractors.names.words import is_common_word
from extractors.reading import Reading
from extractors.text import Span

_CONTEST = re.compile(r"决赛|[金银铜奖]牌|夺冠|冠军|锦标赛|运动会|公开赛|奥运|亚运|亚冬|世界杯|联赛|大满贯")
_BEHIND = re.compile(
    r"(?:选手|名将|小将|老将|球手|棋手|运动员|组合|国手|搭档|[国省市区]队的|队员|球员)(?=[\u4e00-\u9fff])(?!们|在|的|和|与|以)"
)
_TEAM = re.compile(rf"由(?P<row>[{HAN}·、/和与]{{4,60}}?)(?:[两三四五六]名(?:队员|选手)|等)?组成")
_WINS = (
    r"(?:[两三四]对组合|组合)?(?:分别|双双|联手|最终|首次|成功|一举|率先|强势|逆转){0,20}"
    r"(?:(?:以|在)[^，。；、]{2,20}?(?:成绩|赛中|项目中)(?=(?:分别|双双)?(?:夺得|获得|摘得|收获|斩获|拿下|夺冠|再[添夺获]))|凭借|以\d|\d比\d|夺得|获得|摘得|摘取|收获|斩获|包揽|夺冠|夺金|折桂|晋级|战胜|击败|力克|不敌|卫冕|打破|刷新|名列|位列|分获|分列|拿下|负于|淘汰)"
)
_OPENS = re.compile(rf"(?:^|(?<=[。，；：\n”]))(?P<row>[{HAN}·]{{2,8}}?(?:[/、和][{HAN}·]{{2,8}}?){{0,5}}?)(?={_WINS})")
_NO_NAME = re.compile("^由|[队组]|选手|两人|对手")
_SPLIT = re.compile(r"[/、]|(?<=..)[和与](?=..)")
_BETWEEN = re.compile(r"[/、和与]|组合|搭档")
_WON = re.compile(rf"(?=$|[，。、/；：（）\s]|[和与]|[两三四]对|组合|搭档|联手|等|在|出战|{_WINS})")
_PAIR = re.compile(
    rf"(?<![{HAN}/])(?P<row>[{HAN}·]{{2,5}}/[{HAN}·]{{2,7}}?(?:[/、][{HAN}·]{{2,7}}?){{0,20}}?){_WON.pattern}(?![/、][{HAN}])"
)


def find(reading: Reading) -> Iterator[Span]:
    """Yield where their names stand, in articles that tell of a contest."""
    text = reading.text
    if not _CONTEST.search(text):
        return
    for m in _BEHIND.finditer(text):
        yield from _row_from(text, m.end())
    for pattern in (_TEAM, _OPENS, _PAIR):
        for m in pattern.finditer(text):
            yield from _items(text, *m.span("row"))


def _row_from(text: str, at: int) -> Iterator[Span]:
    """Yield the names that follow one another from here."""
    while (end := _end(text, at)) is not None:
        yield Span(at, end)
        between = _BETWEEN.match(text, end)
        if between is None:
            return
        at = between.end()


def _end(text: str, at: int) -> int | None:
    """Return where a name ends behind which no more of one may stand."""
    for end in (likely_end(text, at), name_end(text, at), transcribed_end(text, at), at + 3, at + 2):
        if end is None or not _WON.match(text, end) or _word(text[at:end]):
            continue
        if end - at > 3 or looks_like_name(text[at:end]) or set(text[at:end]) <= SOUNDS:
            return end
    return None


def _items(text: str, start: int, stop: int) -> Iterator[Span]:
    """Yield the items of a row of nothing but names, most of them of the usual shape; one alone must have it."""
    found, at = list[Span](), start
    for item in _SPLIT.split(text[start:stop]):
        found.append(Span(at, at + len(item)))
        at += len(item) + 1
    names = [text[begin:end] for begin, end in found]
    if any(_word(name) or _NO_NAME.search(name) or not 2 <= len(name) <= 12 for name in names):
        return
    shaped = [
        n
        for n, span in zip(names, found, strict=True)
        if looks_like_name(n) or likely_end(text, span.start) == span.end
    ]
    if 2 * len(shaped) >= len(names) and (len(names) > 1 or len(names[0]) != 2):
        yield from found


def _word(name: str) -> bool:
    return is_common_word(name) or (plain(name[:2]) and (len(name) < 4 or plain(name[2:4])))
