"""Short forms of companies: a full name without place and legal form, its brand, a group without 集团."""

from __future__ import annotations

import re
from itertools import takewhile

from extractors.lexicon import HAN
from extractors.names.bounds import INSIDE
from extractors.names.tokens import SINGLE, Token, segment
from extractors.names.vocabulary import PROPER
from extractors.names.wordlists import word_list
from extractors.reading import Entity, Reading
from extractors.text import occurrences

LEGAL = (
    r"(?:股份|控股)?(?:（集团）)?(?:集团)?(?:股份)?有限(?:责任)?公司|集团股份公司|股份公司|"
    r"集团(?:总)?公司|(?:分|子)公司|总公司|公司"
)
SECTORS = (*(t for t in word_list("company_trades") if t != "集团"), *word_list("company_sectors"))
GROUP_WORDS = frozenset(("投资", "开发", "建设", "发展", "控股", "运营"))  # 某市开发投资集团
# A short form that ends so is the thing itself and not the firm that runs it: 某某铁路 beside 某某铁路有限公司.
_OTHER_THING = re.compile(
    r"(?:铁路|高速|公路|大桥|隧道|电站|机场|项目|工程|园区|产业园|港口|水库|地铁|矿区|广播电视|广播|电视)$"
)


def read(reading: Reading) -> None:
    """某某种业 for 山西某某种业有限公司: the full name without place and legal form, wherever it stands alone."""
    for company in reading.of_label("Company"):
        for short in shorts_of(reading, company):
            for start, end in occurrences(reading.text, short):
                if not reading.text.startswith(("有", "股", "集"), end):
                    reading.claim(company, start, end, "company-short", 0.85)
        plain = _plain_brand(reading, company)
        for start, end in occurrences(reading.text, plain) if plain else ():
            if _ACTS.match(reading.text, end):
                reading.claim(company, start, end, "company-short", 0.8)


# 上海电气|进一步…, 上海电气|调研组: what follows a firm that acts, and not the thing that the words mean
_AS_FIRM = re.compile(
    "[、，。；）]|进一步|表示|将|充分|继续|发挥|扎实|积极|深入|坚持|始终|聚焦|组成|制定|结合|所属|旗下|干部|职工|员工|党员|调研组|一行|等|董事|总经理|党委|副?总裁"
)


def groups(reading: Reading) -> None:
    """A group wherever it is named again: in full, and without 集团 where a firm acts."""
    for company in reading.of_label("Company"):
        core = company.name.removesuffix("集团")
        hit = reading.hits.at(company.mentions[0].start) if core != company.name and company.mentions else None
        of_place = hit is not None and core.startswith(hit.name)
        if core == company.name or (hit is not None and core == hit.name) or not (of_place or _distinct(core)):
            continue
        plain = hit is not None and of_place and core[len(hit.name) :] in GROUP_WORDS
        for start, end in occurrences(reading.text, core):
            if reading.text.startswith("集团", end):
                reading.claim(company, start, end + 2, "company-short", 0.8)
            elif not plain and _AS_FIRM.match(reading.text, end):
                reading.claim(company, start, end, "company-short", 0.8)


def _stem(reading: Reading, company: Entity) -> tuple[str, str]:
    """Return a firm's name without its legal form, and that without the place before it."""
    legal = re.search(rf"(?:{LEGAL})$", company.name)
    core = re.sub(rf"[（(][{HAN}]{{2,4}}[）)]", "", company.name[: legal.start() if legal else -2])
    first = company.mentions[0].start if company.mentions else -1
    hit = reading.hits.at(first) if first >= 0 else None
    return core, core.removeprefix(hit.name) if hit is not None and hit.start == first else core


def shorts_of(reading: Reading, company: Entity) -> list[str]:
    """Return the short forms that a full company name may be printed in; none that is an ordinary word."""
    name = company.name
    legal = re.search(rf"(?:{LEGAL})$", name)
    if not legal and not name.endswith("集团"):
        return []
    grid = _GRID.fullmatch(name)
    if grid is not None:  # 青屏公司, 青屏供电公司 for 国网青屏县供电公司
        return [f"{grid['place']}{end}" for end in (f"{grid['level']}供电公司", "供电公司", "公司")]
    core, stem = _stem(reading, company)
    shorts = [core + "公司", core + "集团", core + "控股集团", core, stem + "公司", stem + "集团", stem]
    words = segment(stem)
    brand = "".join(stem[w.start : w.end] for w in takewhile(lambda w: _of_brand(stem, w), words))
    if not legal:
        bare = [brand + "集团"] if 2 <= len(brand) <= 4 else []
        bare += [stem] if len(stem) >= 4 and 2 <= len(brand) <= 3 and stem != core else []
        return [stem + "集团", *bare] if 2 <= len(stem) < len(core) else bare[:1]
    if 2 <= len(brand) <= 4 and brand != stem:
        shorts += [brand + "公司", brand + "集团"]
        # 锐石包装 for 锐石包装机械有限公司: the brand with the words of the trade that stand behind it
        shorts += [stem[: w.end] for w in words if len(brand) < w.end < len(stem) and w.end <= len(brand) + 4]
    kept = [s for s in dict.fromkeys(shorts) if len(s) >= 4 and s != name]
    if len(brand) == 3 and all(w.kind == SINGLE or stem[w.start] == "之" for w in words if w.end <= 3):
        kept.append(brand)
    return [
        s for s in kept if s.endswith(("公司", "集团")) or s == brand or (_distinct(s) and not _OTHER_THING.search(s))
    ]


_GRID = re.compile(rf"国网(?P<place>[{HAN}]{{2,4}}?)(?P<level>[省市县区旗]?)供电公司")


# 锦绣年华|还与某学院合作: what follows a firm that acts
_ACTS = re.compile(
    r"(?:公司)?(?:还|也|则|又|已|将|先后|正式|目前|现有|成立|创办|创立|负责人|董事长|总经理|厂长|的产品|生产|与[^，。]{2,20}(?:签|合作|联合|共|达成)|投资|年产)"
)


def _plain_brand(reading: Reading, company: Entity) -> str:
    """Return four characters of ordinary words that a firm's legal name begins with, none that tell only its trade."""
    if not company.name.endswith("有限公司"):
        return ""
    _, stem = _stem(reading, company)
    first = [w for w in segment(stem) if w.end <= _PLAIN]
    whole = len(first) == 2 and first[-1].end == _PLAIN and len(stem) > _PLAIN
    generic = {*word_list("company_generic_words"), *SECTORS, *INSIDE}
    if len(stem) > _PLAIN and stem[2:_PLAIN] in _SHORT_TRADES:
        return stem[:_PLAIN]  # 某海|风电
    return stem[:_PLAIN] if whole and not any(stem[w.start : w.end] in generic for w in first) else ""


_PLAIN = 4
_SHORT_TRADES = frozenset((*SECTORS, *word_list("company_told_trades"), "风电", "光电", "储能"))


def _of_brand(stem: str, word: Token) -> bool:
    return word.kind in (SINGLE, PROPER) or (word.start > 0 and stem[word.start : word.end] == "之")


def _distinct(short: str) -> bool:
    """Tell whether a short form holds characters that make no ordinary word together."""
    return any(w.kind in (SINGLE, PROPER) for w in segment(short)) or (len(short) >= 4 and short.endswith(SECTORS))
