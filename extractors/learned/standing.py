"""Whether a name begins and ends where its characters stand, told by the text around it alone."""

from __future__ import annotations

import re

from extractors.learned.shape import is_chinese
from extractors.lexicon import HAN, POSTS, alternatives
from extractors.names.personname import may_follow_name
from extractors.names.vocabulary import LONGEST, plain

_HAN = re.compile(rf"[{HAN}]")
_OPENERS = frozenset("和与同向对为由被以据在是将把给从及称让请令除经随陪等叫找")
"""Single characters that a name may stand behind."""

_THING = re.compile(
    rf"(?:新时代|[{HAN}]{{0,6}}?)(?:思想|理论)|[”’]?(?:号|奖|杯|路|港|市|州|省|岛|河|城|湾|县|湖|机场|学院|大学|医院)"
)
"""What makes a thing of a name: a doctrine, a ship, a place that is called after someone."""

_POST = re.compile(alternatives(POSTS))

_MORE = re.compile("[·”’]|[一二三四五六七八九十]{1,3}世")
"""What shows that the name goes on (六世 of a king) or that it is quoted."""

_TITLE = 80
"""How far back a 《 is looked for; longer titles of documents are rare."""


def stands(text: str, start: int, end: int) -> bool:
    """Tell whether a person's name begins and ends here and is not the name of a thing or a part of a title."""
    if _THING.match(text, end) or _in_title(text, start):
        return False
    posts = (_POST.match(text, at) for at in range(start + 1, end))
    if any(post is not None and post.end() > end for post in posts):
        return False  # 应|国家主席…的邀请
    return _opens(text, start) and ends(text, start, end)


def ends(text: str, start: int, end: int) -> bool:
    """Tell whether a name may end here: before a mark, a word, or a character that may follow a name."""
    if _MORE.match(text, end):
        return False
    if may_follow_name(text, end):
        return True
    if end - start == 2 and is_chinese(text[start:end]):
        return False  # of two characters the third is as likely to be the name's own
    return any(plain(text[end : end + size]) for size in range(2, LONGEST + 1))


def cut_in_word(text: str, end: int) -> bool:
    """Tell whether a word runs over the end: 举行 in 卢某|举行."""
    return plain(text[end - 1 : end + 1])


def before_mark(text: str, end: int) -> bool:
    """Tell whether the text ends here or goes on with something else than a Chinese character."""
    return not _HAN.match(text, end)


def _in_title(text: str, start: int) -> bool:
    """Tell whether a 《 is open here."""
    low = max(0, start - _TITLE)
    return text.rfind("《", low, start) > text.rfind("》", low, start)


def _opens(text: str, start: int) -> bool:
    """Tell whether a name may begin here: after a mark, a word, or a character that takes a person."""
    if start == 0 or text[start - 1] in _OPENERS:
        return True
    if not _HAN.match(text, start - 1):
        return text[start - 1] not in "·—-“‘" and not text[start - 1].isalpha()
    return any(plain(text[start - size : start]) for size in range(2, min(LONGEST, start) + 1))
