"""Names that nothing vouches for but their characters: 据田砚秋介绍, 授予田砚秋、贺云松等30名同志…称号.

A name is taken where words begin and end with it, all of it is made as given names are made, and what stands before and
behind may stand there; the items of a row stand for each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.gazetteer import countries, world_cities
from extractors.lexicon import HAN
from extractors.names.foreign import SOUNDS
from extractors.names.holders import is_plain_word
from extractors.names.namechars import likely_end, weight
from extractors.names.personname import looks_like_name, name_end
from extractors.names.tokens import NAME, PLACE, tokens_before
from extractors.names.vocabulary import FUNCTION, NOUN, NUMBER, PROPER, plain
from extractors.names.wordlists import word_list
from extractors.reading import Reading
from extractors.text import Span

_SURE = 4.0
"""Log odds from which a given name is one by its characters alone."""
_LIKELY = 2.2
"""The same where what stands behind is what is said of persons."""
_SURE_OF_ONE = 3.5
_FIRST = re.compile(f"(?:{'|'.join(word_list('shapes_surnames'))})(?=[{HAN}])")
# words that begin with a surname: 于, 向, 和 …
_FUNCTION_SURNAMES = frozenset("于向和从时党同以应由强全万元成关经")
_LEADS_IN = frozenset("由据令请让给与和对是的向与及被把为师员长手工家者生士官人兵户嫂")
_TAKES_PERSON = frozenset(
    "接受 提请 授予 任命 免去 表彰 邀请 聘请 选举 推选 选举产生 见到 找到 采访 慰问 看望 走访 帮助 推荐 追授".split()
)
_PERSONAL = re.compile(
    r"同志|先生|女士|介绍|说[，。：道]|告诉|表示|主持|参加|陪同|带领|率|一行|坦言|感慨|家[中里的]|等\d+[名位人]|等同志|作[了关重动]|荣获|获得|老师|教师|致[欢答]?迎?[辞词]|[今现]年\d"
    r"|副?(?:[省市县区州镇乡局厅部处科院校所站队]长|主任|书记|主席|检察长|秘书长|经理|董事长|教授|博士|律师)"
)
_THINGS = frozenset("山河湖岛港站村镇乡路桥花草树松柏瓜果米豆茶鱼香菜文史语剧歌灯陵墓祠庙塔愿年月")
_OPENED = frozenset("“‘《〈·—-.（+*#")
_ITEM = re.compile(rf"(?P<mark>[、/ 和与]+)(?P<name>[{HAN}]{{2,4}}?)(?=等|分别|共同|同志|（|[、/ 和与，。；\n])")
_NOTE = re.compile(r"（(?:女|男|[^（）]{1,5}族|女，[^（）]{1,5}族)）")


def find(reading: Reading) -> Iterator[Span]:
    """Yield where such names stand, each with the rest of its row."""
    text = reading.text
    for m in _FIRST.finditer(text):
        end = likely_end(text, m.start())
        if end is None or not reading.free(m.start(), end) or not _is_name(reading, m.start(), end):
            continue
        yield Span(m.start(), end)
        yield from _row(reading, end)


def _is_name(reading: Reading, begin: int, end: int) -> bool:
    text = reading.text
    name = text[begin:end]
    if name_end(text, begin) != end or not looks_like_name(name) or is_plain_word(name) or plain(name):
        return False
    if SOUNDS.issuperset(name) or name in countries() or name in world_cities() or name[-1] in _THINGS:
        return False
    personal = _PERSONAL.match(text, end) is not None
    short = end - begin == 2
    if weight(name) < (_SURE_OF_ONE if short else _LIKELY if personal else _SURE) or (
        not personal and (short or plain(name[1:]) or plain(name[:2]) or name[-1] == name[-2])
    ):
        return False
    before = text[begin - 1 : begin]
    if not re.match(f"[{HAN}]", before):
        return before not in _OPENED and (personal or text[end : end + 1] != "、" or before != "、")
    if name[0] in _FUNCTION_SURNAMES:
        return False
    return _begins_word(reading, begin, end, personal=personal)


def _begins_word(reading: Reading, begin: int, end: int, *, personal: bool) -> bool:
    """Tell whether a word ends before the name, of a kind that may stand before one, and no word runs over its end."""
    last = None
    for token in tokens_before(reading, end):
        if token.end == begin:
            last = token
        elif token.start < begin < token.end or token.start < end < token.end:
            return False
    if last is None:
        return False
    word = reading.text[last.start : last.end]
    if len(word) == 1:
        return word in _LEADS_IN
    return (
        word in _TAKES_PERSON
        or last.kind in (NOUN, FUNCTION, NAME)
        or (personal and last.kind not in (PLACE, NUMBER, PROPER))
    )


def _row(reading: Reading, at: int) -> Iterator[Span]:
    """Yield the further names of a row: 田砚秋、贺云松（女）、…"""
    text = reading.text
    while True:
        note = _NOTE.match(text, at)
        m = _ITEM.match(text, note.end() if note is not None else at)
        if m is None:
            return
        begin, at = m.span("name")
        fits = at in (likely_end(text, begin), name_end(text, begin))
        if not fits or not looks_like_name(m["name"]) or is_plain_word(m["name"]) or m["name"] in countries():
            return
        if reading.free(begin, at):
            yield Span(begin, at)
