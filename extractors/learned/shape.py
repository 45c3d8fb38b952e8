"""What a name must look like to be learned: no word, and none that holds one where nothing else speaks for it."""

from __future__ import annotations

import re

from extractors.gazetteer import countries
from extractors.lexicon import HAN
from extractors.names.personname import looks_like_name, may_follow_name
from extractors.names.vocabulary import PROPER, vocabulary
from extractors.names.words import is_common_word

_FOREIGN = re.compile(rf"(?!·)[{HAN}·]{{3,20}}(?<!·)")
_FUNCTIONS = frozenset("于应原从向由对同和与为以有在将被到又即并经就祝")
"""Surnames that are more often another word, as in 应|国家主席邀请; 致 and 是 hardly ever are surnames at all."""

_LONGEST_WORD = 5


def is_chinese(name: str) -> bool:
    """Tell whether a name is a surname with one or two given characters."""
    return "·" not in name and looks_like_name(name)


def learnable(name: str) -> bool:
    """Tell whether a name may be learned at all: a Chinese one that is no word, a foreign one that holds none."""
    words = vocabulary()
    if is_chinese(name):
        phrase = name[0] in "致是" or (name[0] in _FUNCTIONS and name[1:] in words)
        return not (is_common_word(name) or name in words or phrase or name[1:] in countries())
    return bool(_FOREIGN.fullmatch(name)) and name not in countries() and not holds_word(name)


def tells_company(short: str, full: str) -> bool:
    """Tell whether a short form names the company elsewhere too: no bare trade (电气集团), no group above the firm."""
    core = re.sub(r"(?:集团|公司){1,20}$", "", short)
    if len(core) < 2 or ("集团" in short and "集团" not in full):
        return False
    return vocabulary().get(core, (PROPER, 0.0))[0] == PROPER


def risky(name: str) -> bool:
    """Tell whether the characters of a name stand often where nobody is named: two of them, or a word inside."""
    return is_chinese(name) and (len(name) == 2 or holds_word(name))


def may_be_too_long(name: str) -> bool:
    """Tell whether the last character may as well be the word behind a name: 作 of 某某作报告."""
    return is_chinese(name) and len(name) > 2 and may_follow_name(name, len(name) - 1)


def holds_word(name: str) -> bool:
    """Tell whether an ordinary word lies within the name."""
    words = vocabulary()
    return any(
        words.get(name[start:end], (PROPER, 0.0))[0] != PROPER
        for start in range(len(name))
        for end in range(start + 2, min(len(name), start + _LONGEST_WORD) + 1)
    )
