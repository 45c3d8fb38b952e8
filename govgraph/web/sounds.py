"""How a Chinese name is typed by its sound: the initials of its syllables, and the syllables in full."""

from __future__ import annotations

import re
from functools import cache

from pypinyin import Style, lazy_pinyin
from pypinyin.pinyin_dict import pinyin_dict

_RUNS = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]+")
_LONGEST = 12
"""Characters of a name that count: nobody types more initials than that."""


def sounds(name: str) -> tuple[str, str]:
    """Return the initials and the syllables of a name in lower case: `llszx`, `lvliangshizhengxie`; `ü` is `v`.

    Letters and digits stand for themselves, everything else is left out.
    """
    kept = "".join(char for char in name[:_LONGEST] if char.isalnum())
    each = [_one(char) for char in kept]
    known = [reading for reading in each if reading is not None]
    syllables = known if len(known) == len(each) else _by_words(kept)
    return "".join(s[0] for s in syllables if s), "".join(syllables)


@cache
def _one(char: str) -> str | None:
    """Return the sound of a character that has one only, or None."""
    if char.isascii():
        return char.lower()
    readings = {_plain(reading) for reading in pinyin_dict.get(ord(char), "").split(",")}
    return readings.pop() if len(readings) == 1 else None


def _plain(reading: str) -> str:
    return "".join(_TONES.get(char, char) for char in reading)


_TONES = {
    marked: plain
    for plain, marks in {
        "a": "āáǎà", "e": "ēéěèê", "i": "īíǐì", "o": "ōóǒò", "u": "ūúǔù", "v": "üǖǘǚǜ", "n": "ńňǹ", "m": "ḿ",
    }.items()
    for marked in marks
}  # fmt: skip


def _by_words(text: str) -> list[str]:
    """Where a character has several sounds the word around it decides."""
    syllables: list[str] = []
    for run in _RUNS.findall(text):
        syllables += list(run.lower()) if run.isascii() else lazy_pinyin(run, style=Style.NORMAL, errors="ignore")
    return syllables
