"""Which short forms does a division have? Worked out from its name and code alone."""

from __future__ import annotations

import re

_PEOPLES = (
    "蒙古族|回族|藏族|维吾尔族|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|傣族|黎族|傈僳族|佤族|"
    "畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族|阿昌族|"
    "普米族|塔吉克族|怒族|鄂温克族|德昂族|保安族|裕固族|独龙族|鄂伦春族|各族|蒙古|哈萨克|柯尔克孜|塔吉克|锡伯"
)
_AUTONOMOUS = re.compile(rf"^(?P<stem>.{{1,200}}?)族?(?:{_PEOPLES}){{0,20}}自治(?P<kind>[州县旗])$")
_PROVINCE = re.compile(r"(?:壮族|回族|维吾尔)?(?:省|市|自治区|特别行政区)$")
_PREFECTURE = re.compile(r"(?:市|地区|盟|县)$")
_COUNTY = re.compile(rf"(?:(?<=..)新区|(?<=...)[林矿]区|(?<=..)特区|(?:{_PEOPLES})区|(?<=..)行政委员会|市|县|区|旗)$")
_TOWN = re.compile(rf"(?:(?:{_PEOPLES}){{0,20}}(?:民族)?乡|街道办事处|地区办事处|街道|镇|苏木|办事处|地区)$")
_PARTS = ("左", "右", "前", "中", "后", "联合")
"""What a banner's name without 旗 may end in; 土默特左 is no name by itself."""
# 科尔沁左翼后旗 is 科左后旗, 土默特右旗 土右旗
_BANNER = re.compile(r"(?P<first>.)[^东西]{2,5}?(?:(?P<wing>[左右])翼)?(?P<part>[左右前中后])旗")
_IN_SHORT = {
    "喀喇沁左翼蒙古族自治县": "喀左县",
    "前郭尔罗斯蒙古族自治县": "前郭县",
    "杜尔伯特蒙古族自治县": "杜蒙县",
    "阜新蒙古族自治县": "阜蒙县",
    "达尔罕茂明安联合旗": "达茂旗",
    "东乌珠穆沁旗": "东乌旗",
    "西乌珠穆沁旗": "西乌旗",
    "汉中市": "汉中",
    "晋中市": "晋中",
    "巴中市": "巴中",
    "崇左市": "崇左",
    "阆中市": "阆中",
    "榆中县": "榆中",
}
_ZONES = range(70, 80)
"""County codes that end in these are development zones, known by their full name only."""


def short_forms(name: str, level: str, code: str) -> tuple[str, ...]:
    """Return the short forms of a division, the usual one first; empty where it has none.

    `恩施土家族苗族自治州` gives 恩施, 恩施州. No form has fewer than two characters. Towns, development zones and
    the districts of Hong Kong, Macao and Taiwan have none.
    """
    if level == "province":
        return (_PROVINCE.sub("", name),)
    if level == "town" or (level == "county" and not (code.isdigit() and int(code[4:]) not in _ZONES)):
        return ()
    usual = (_IN_SHORT[name],) if name in _IN_SHORT else ()
    if autonomous := _AUTONOMOUS.match(name):
        stem, kind = autonomous["stem"], autonomous["kind"]
        return (stem, stem + kind, *usual) if len(stem) > 1 else (stem + kind,)
    if banner := _BANNER.fullmatch(name):
        return (f"{banner['first']}{banner['wing'] or ''}{banner['part']}旗",)
    stem = (_PREFECTURE if level == "prefecture" else _COUNTY).sub("", name)
    return (stem, *usual) if len(stem) > 1 and stem != name and not stem.endswith(_PARTS) else usual


def town_stem(name: str) -> str:
    """Return a town's name without 镇, 乡, 街道 …; the name itself where less than two characters would be left."""
    short = _TOWN.sub("", name)
    return short if len(short) > 1 else name
