"""One key for a document: its title without brackets and the state's name; what tells documents of one title apart."""

from __future__ import annotations

import re
import unicodedata

from extractors.gazetteer import abbreviations
from extractors.identity.places import path_of
from extractors.reading import Entity, Reading

_MARKS = re.compile(r"[\s《》<>〈〉“”\"'‘’·,,、。—\-－–]")
_TRIAL = re.compile(r"\((?:试行|暂行|修订|修正|20\d\d年?(?:修订|修正|版)|修订版)\)$")
_STATE = re.compile(r"^中华人民共和国(?=.{2,}(?:法|条例|法典|办法|细则|规定)$)")
_KNOWN = {
    "党章": "中国共产党章程",
    "宪法": "中华人民共和国宪法",
    "民法典": "民法典",
    "二十大报告": "党的二十大报告",
}
_GENERIC = re.compile(
    r"^(?:关于)?(?:工作|实施|管理|指导|如下|有关|相关|暂行|本|该|政府工作|年度|应急|总体|专项|统一|三定|行动|若干|新的?|国家|地方|配套|和|或)*"
    r"(?:规划纲要|规划|纲要|意见|办法|条例|规定|方案|通知|决定|决议|公告|细则|标准|计划|报告|预案|要点|目录|措施|政策|清单|议程|令|指南)$"
)
_LOCAL_NUMBER = re.compile(rf"^(?:[{''.join(abbreviations())}]|(?![国中]).{{1,3}}(?:政|委|党)办?(?:发|字|函))")
_OWN_YEAR = re.compile(r"^(?:十[一二三四五六]五|[一二三四五六七八九]五)规划(?:纲要|建议)?$")
_YEARLY = re.compile(r"(?:政府|常委会|法院|检察院)工作报告$")
_HERE = re.compile(r"(?:我|本|全)[省市县区州]|^[省市县区州](?=[^级内外]{3})")


def identify(reading: Reading, entity: Entity) -> None:
    """Set `key`, and `scope` where a title alone does not say which document is meant.

    A generic title (《实施方案》) is told by its number, else it is one of the article; 我省 in a title makes it
    a document of the home; a number such as 晋政发〔2024〕3号 tells a province's or city's document from one of the
    same title of the centre; reports of work (政府工作报告) are of a home and a year. Every other title has one document.
    """
    key = policy_key(entity.name)
    entity.properties["key"] = key
    number = entity.properties.get("number")
    home = path_of(reading.home.division)
    if _YEARLY.search(key):
        entity.properties["scope"] = " ".join(filter(None, (home, (reading.date or "")[:4]))) or reading.article.id
    elif _GENERIC.match(key):
        entity.properties["scope"] = number or reading.article.id
    elif number and _LOCAL_NUMBER.match(number):
        entity.properties["scope"] = number
    elif _OWN_YEAR.match(key):
        if home:
            entity.properties["scope"] = home
    elif _HERE.search(key):
        entity.properties["scope"] = number or home or reading.article.id


def policy_key(name: str) -> str:
    """Return the one form of a title: 《中华人民共和国森林法》 and 森林法 are one, 《…办法（试行）》 and …办法, too."""
    plain = _MARKS.sub("", unicodedata.normalize("NFKC", name).replace("〔", "[").replace("〕", "]"))
    while (shorter := _TRIAL.sub("", plain)) != plain:
        plain = shorter
    plain = _KNOWN.get(plain, plain)
    return _STATE.sub("", plain) or plain
