"""Names whose surname is a word of every day or a seldom one: they are names only right behind a post or role.

县长|由广田汇报, 村民|占卫东说: what stands before vouches for the name, what it is made of and what follows tell its end.
"""

from __future__ import annotations

import re

from extractors.lexicon import SURNAMES
from extractors.names.namechars import weight
from extractors.names.personname import may_follow_name
from extractors.names.tokens import SINGLE, Token, segment
from extractors.names.vocabulary import FUNCTION, NUMBER, VERB, plain
from extractors.names.wordlists import word_list

RARE_SURNAMES = frozenset(word_list("rare_surnames")[0])
_LEADS_IN = frozenset("由来")
"""Surnames that stand before other persons as words: 由|王强担任, 由|达娃次仁兼任."""
_SPEAKS = re.compile(
    r"[，。、；：]|说|介绍|表示|告诉|坦言|透露|汇报|通报|主持|出席|陪同|一行|率|带队|今年|去年|[在把正便就]"
)
_NEXT = 8
_LEAST_BEHIND_POST = -2.0
_LEAST_BEHIND_ROLE = 1.2
_LEAST_OF_ONE = 1.5
_SURE_BY_ITSELF = 3.0
_USUAL_SIZE = 3


def rare_end(text: str, at: int, *, sure: bool) -> int | None:
    """Return where the name ends that begins with such a surname; one of three characters, or of two before a word of speech.

    Behind a role that is no post (not `sure`) the given name must be a usual one.
    """
    if text[at : at + 1] not in RARE_SURNAMES:
        return None
    words = segment(text[at : at + _NEXT])
    for size in (_USUAL_SIZE, 2):
        name = text[at : at + size]
        spoken = _SPEAKS.match(text, at + size)
        odd = spoken is not None and size == _USUAL_SIZE and weight(name) >= _SURE_BY_ITSELF
        if len(name) < size or plain(name[:2]) or not _apart(words, size, odd=odd):
            continue
        if name[0] in _LEADS_IN and (name[1] in SURNAMES or not spoken):
            continue
        odds = weight(name)
        least = _LEAST_OF_ONE if size == 2 else _LEAST_BEHIND_POST if sure else _LEAST_BEHIND_ROLE
        follows = spoken or (
            size == _USUAL_SIZE and (odds >= _SURE_BY_ITSELF or may_follow_name(text, at + size) or _verb(words))
        )
        if odds >= least and follows:
            return at + size
    return None


def _apart(words: list[Token], size: int, *, odd: bool) -> bool:
    """Tell whether the surname is a word of its own and no word runs over the end of the name.

    With `odd` characters that are words by themselves may be in the given name: 母若凡|说.
    """
    inside = [word for word in words if word.start < size]
    given = inside[1:]
    return (
        bool(given)
        and inside[0].end == 1
        and inside[-1].end == size
        and (
            all(word.kind in (SINGLE, NUMBER) or (odd and word.end - word.start == 1) for word in given)
            or (len(given) == 1 and given[0].kind not in (VERB, FUNCTION))
        )
    )


def _verb(words: list[Token]) -> bool:
    """Tell whether a verb or an adverb of several characters begins behind three characters."""
    return any(word.start == 3 and word.end > 4 and word.kind in (VERB, FUNCTION) for word in words)
