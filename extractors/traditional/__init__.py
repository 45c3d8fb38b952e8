"""Traditional characters as simplified ones, one for one: every offset stays that of the original."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractors.traditional.data import Table, load

__all__ = ["is_traditional", "simplify"]

# Among the most frequent characters of any traditional text; no simplified text has them but in a name or a quotation.
_FREQUENT = "國會這個們來為業發時說對經報記長縣區產開動務進過員實設與黨關學華內點後書"


@dataclass(frozen=True, slots=True)
class _Forms:
    """The table of characters, its phrases, and the characters that tell one script from the other."""

    characters: dict[int, str]
    phrases: dict[str, str]
    any_phrase: re.Pattern[str]
    traditional: re.Pattern[str]
    simplified: re.Pattern[str]

    @classmethod
    def of(cls, table: Table) -> _Forms:
        characters = {ord(old): new for old, new in table.characters.items()}
        longest_first = sorted(table.phrases, key=len, reverse=True)
        telling = [old for old in table.characters if not _in_charset(old, "gb2312")]
        answering = {new for new in table.characters.values() if not _in_charset(new, "big5")}
        return cls(
            characters,
            table.phrases,
            re.compile("|".join(map(re.escape, longest_first))),
            re.compile(f"[{''.join(telling)}]"),
            re.compile(f"[{''.join(sorted(answering))}]"),
        )


@cache
def _forms() -> _Forms:
    return _Forms.of(load())


def _in_charset(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def is_traditional(text: str) -> bool:
    """Tell whether a text is written in traditional characters: it has more of them than of simplified ones."""
    if not any(character in text for character in _FREQUENT):
        return False
    forms = _forms()
    return len(forms.traditional.findall(text)) > len(forms.simplified.findall(text))


def simplify(text: str) -> str:
    """Return the text in simplified characters, of the same length; one that is not traditional comes back as it is.

    Characters with two simplified forms follow the phrase that they stand in: 乾淨 gives 干净, 乾隆 stays 乾隆.
    """
    if not is_traditional(text):
        return text
    forms = _forms()
    simplified = text.translate(forms.characters)
    pieces: list[str] = []
    at = 0
    for found in forms.any_phrase.finditer(text):
        pieces += (simplified[at : found.start()], forms.phrases[found[0]])
        at = found.end()
    return "".join([*pieces, simplified[at:]])
