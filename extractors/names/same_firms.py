"""One firm under two names: 沣轩公司, 沣轩茶业 and 沣轩农投 are the one firm of the article that is named so in full."""

from __future__ import annotations

import re

from extractors.lexicon import HAN
from extractors.names.company_shorts import LEGAL
from extractors.names.tokens import segment
from extractors.reading import Entity, Reading

_LEGAL = re.compile(rf"(?:{LEGAL})\Z")
_PLAIN = re.compile(r"(?:集团|公司)\Z")
_LIMITED = re.compile(r"(?:股份)?有限(?:责任)?公司\Z")
_BRACKET = re.compile(rf"（[{HAN}]{{2,6}}）")
_FULL = re.compile(r"有限|股份|责任")
# 某某集团|青屏分公司, 某某银行|青屏支行: a part, and not the whole under another name
_PART = re.compile(rf"(?:(?:分|支|子|项目)公司|支行|分行|分厂|营业部|办事处|供电所|服务站|供电公司|[{HAN}]院)\Z")
_KNOWN = ("company-known", "company-bureau", "company-bank", "company-utility")
"""Rules whose firms have the names that everybody knows: 中国石油 is not the 中国石油某某公司 of the article."""
_SHORTEST = 2
"""How long, in characters, the own part of a short form must be before 公司 or 集团; one more where nothing stands behind it."""


def merge(reading: Reading) -> None:
    """Let each short form be the firm whose name it shortens, where just one of the article's is that."""
    firms = [c for c in reading.of_label("Company") if c.mentions]
    if len(firms) < _SHORTEST:
        return
    for short in sorted(firms, key=lambda c: len(c.name), reverse=True):
        if _FULL.search(short.name) or short.mentions[0].rule in _KNOWN or _PART.search(short.name):
            continue
        whole = [
            c
            for c in firms
            if len(c.name) > len(short.name)
            and short.name[:_SHORTEST] in c.name
            and not _PART.search(c.name)
            and _shortens(reading, short, c)
        ]
        if len(whole) == 1:
            reading.merge(whole[0], short)
            firms.remove(short)


def _shortens(reading: Reading, short: Entity, whole: Entity) -> bool:
    """Tell whether a name is another one without its place, its legal form or the words for its trade."""
    core = _PLAIN.sub("", short.name)
    bare = core == short.name
    if len(core) < _SHORTEST + bare:
        return False
    printed = _BRACKET.sub("", whole.name)
    name = _LEGAL.sub("", printed)
    if not bare and _LIMITED.sub("", printed).endswith(short.name):
        return True
    group = short.name.endswith("集团")
    if group and "集团" not in whole.name:
        return False
    for at in _begins(reading, whole):
        rest = name[at:]
        if rest.startswith(core) and not (group and rest[len(core) :].startswith("集团") and _is_more(rest, core)):
            return True
        if len(core) > _SHORTEST + 1 and rest.startswith(core[:2]) and _initials(core[2:], rest[2:]):
            return True
    return len(core) >= 2 * _SHORTEST and _PLAIN.sub("", name).endswith(core)


def _is_more(rest: str, core: str) -> bool:
    """某某集团|置业: another firm of the group."""
    return len(_PLAIN.sub("", rest)) > len(core)


def _begins(reading: Reading, firm: Entity) -> list[int]:
    """Return where the own words of a name may begin: at once, and behind each of the places before them."""
    start = firm.mentions[0].start
    if reading.text[start : start + 2] != firm.name[:2]:
        return [0]
    level = _LEVEL.match(firm.name)
    found = [0, level.end()] if level is not None else [0]
    while (hit := reading.hits.at(start + found[-1])) is not None and hit.start == start + found[-1]:
        if hit.end - start >= len(firm.name) - 2:
            break
        found.append(hit.end - start)
    return found


_LEVEL = re.compile(rf"[{HAN}]{{1,4}}?[省市县区州旗镇](?=[{HAN}]{{4}})")


def _initials(short: str, words: str) -> bool:
    """农投 of 农业投资: the first characters of its words, in their order."""
    firsts = iter([words[w.start] for w in segment(words)])
    return all(char in firsts for char in short)
