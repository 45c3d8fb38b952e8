"""One key for a firm: its name without legal form, brackets and the endings of places; well-known short names completed."""

from __future__ import annotations

import re
import unicodedata

from extractors.gazetteer import abbreviations, load_gazetteer
from extractors.identity.places import leading_place, path_of
from extractors.identity.tables import company_synonyms, led_trades, trades
from extractors.lexicon import alternatives
from extractors.reading import Entity, Reading

_LEGAL = re.compile(
    r"(?:股份|责任|控股)?有限(?:责任)?公司|股份公司|(?<=集团)(?:股份|总)?公司|总公司|(?<![分子])公司$|股份$"
)
_TRADES = re.compile(alternatives(trades()))
_LED = re.compile(rf"^([{''.join(abbreviations())}])(?={alternatives(led_trades())})")
_PLANT = re.compile(r"^.{2,4}(?:矿|厂|电站|水泥|商场|超市|酒店|宾馆)$")


def identify(reading: Reading, entity: Entity) -> None:
    """Set `key`; a mine or works without a place in its name also gets the home as `scope`: there are many 东风煤矿."""
    key = company_key(entity.name)
    entity.properties["key"] = key
    placed = entity.seat is not None or leading_place(key) is not None
    if not placed and _PLANT.match(key) and key not in company_synonyms().values():
        scope = path_of(reading.home.division) or reading.article.id
        entity.properties["scope"] = scope


def company_key(name: str) -> str:
    """Return the one form of a firm's name.

    山西省诚信种业有限责任公司, 山西诚信种业(集团)公司's 山西诚信种业集团: the legal form goes, 集团 stays, since a group and
    its firm may be two. 国网山西省电力公司 is 国网山西电力, 晋建投集团 is 山西建投集团.
    """
    plain = unicodedata.normalize("NFKC", name).replace(" ", "")
    plain = re.sub(r"[()“”\"'‘’]", "", plain)
    core = _LEGAL.sub("", plain) or plain
    core = _known(core)
    place = leading_place(core)
    if place is not None and place[0].level != "town":
        division, rest = place
        core = division.short + rest if len(rest) > 1 else core
    core = re.sub(r"^(国家电网|南方电网)(.+)$", _grid, core)
    core = _LED.sub(lambda m: _province(m[1]), core)
    return _TRADES.sub(lambda m: trades()[m[0]], core)


def _known(core: str) -> str:
    """Complete a well-known short name, alone or before the name of a branch."""
    table = company_synonyms()
    for size in range(min(len(core), 14), 1, -1):
        full = table.get(core[:size])
        branch = core[size:]
        if full is not None and (not branch or branch.endswith(("分公司", "行", "分厂", "公司", "局", "电力"))):
            return full + branch
    return core


def _grid(m: re.Match[str]) -> str:
    """国家电网|山西省电力 → 国家电网|山西电力."""
    place = leading_place(m[2])
    return m[1] + (place[0].short + place[1] if place else m[2])


def _province(letter: str) -> str:
    division = load_gazetteer().get(abbreviations()[letter])
    return division.short if division else letter
