"""Numbers with units: where they stand, as printed and multiplied out."""

from __future__ import annotations

import re
from typing import NamedTuple


class Quantity(NamedTuple):
    """A number with its unit from `start` to `end`.

    `value` and `unit` as printed (`70`, `万元`; 多 and 余 dropped), `number` and `base_unit` with 万 and 亿 multiplied
    out (`700000.0`, `元`). `counts`: the unit is a counter such as 个 or 家, after which the thing counted may follow.
    """

    start: int
    end: int
    value: str
    unit: str
    number: float
    base_unit: str
    counts: bool


_SCALES = {"万亿": 1e12, "千亿": 1e11, "百亿": 1e10, "亿": 1e8, "千万": 1e7, "百万": 1e6, "十万": 1e5, "万": 1e4}
_SCALES |= {"千": 1e3, "百": 1e2}
_COUNTER_WORDS = (
    "大类|顶|具|席|道|余个|个|人次|名|位|人|户次|户|家次|家|所|处|座|栋|幢|套|台套|台件|台（套）|件套|件（组）|件（套）|拨|棒|盘|基|方|块钱|台次|台|辆次|辆|列次|列|架次|架|艘次|艘|班次|班|次|起|宗|件次|件|项次|项|条|份|笔"
    "|期|场次|场|批次|批|种|类|门|部|篇|本|册|株|棵|头|只|羽|尾|匹|张|块|片|间|支|枚|盏|口|孔|眼|处|桩|对|组|团|队|例|盒|箱|袋|瓶|桶|车次|车"
    "|锭|盆|颗|朵|根|面|头份|单|款|封|幅|首|集|趟|床|国|剂次|剂"
)
_MEASURE_WORDS = (
    "元|美元|欧元|港元|港币|日元|英镑|卢布|人民币|吨|公吨|公斤|千克|毫克|克|斤|公里|千米|厘米|毫米|纳米|微米|微克|毫秒|米|海里|光年|平方公里|平方千米"
    "|平方米|平米|公顷|亩次|亩|立方米|立方|升|毫升|千瓦时|兆瓦时|千瓦|兆瓦|吉瓦|瓦时|瓦|千伏安|伏安|千伏|伏|度电|度|℃|摄氏度|%|‰|个百分点|百分点"
    "|个基点|个工作日|倍|成|小时|个多小时|个小时|分钟|秒|天|个月|个多月|年|周|MW|GW|kW|KW|KV|kV|kWh|MWh|GWh|km|mm|cm|m2|m³|GB|TB|PB|EB|P|EFLOPS|PFLOPS|Mbps"
    "|Gbps|载重吨|修正总吨|吨标准煤|吨标煤|吨油当量|副|吨二氧化碳当量|标准箱|标箱|TEU|分贝|帕|马力|车公里|人公里|吨公里|节|股|手|分"
)
_COUNTERS = frozenset(_COUNTER_WORDS.split("|"))
_UNITS = sorted(_COUNTERS.union(_MEASURE_WORDS.split("|")), key=lambda unit: (-len(unit), unit))
_NOT_UNIT = {
    "人": r"(?!民|均|工|大[代常]|员|才|物|社|家|体|类)",
    "家": r"(?!庭|园|长|具|电(?![商力影网视子化机缆池气])|乡(?![镇村]))",
    "道": r"(?!路|德|理|口|教|闸|桥|岔)",
    "具": r"(?!有|体|备)",
    "次": r"(?!召开|主持|强调|作出|会见|会晤|深入|前往|来到|到访|赴|听取|研究|部署|提出|获|荣获|入选|登上|当选|被)",
    "席": r"(?!位|地|卷)",
    "顶": r"(?!级|层|尖|部|峰|格)",
    "名": r"(?!单|额|称|列|胜|优(?!秀))",
    "位": r"(?!于|列|居|次)",
    "台": r"(?!阶|湾|商|胞|账)",
    "班": r"(?!子|车|列)",
    "队": r"(?!伍|员)",
    "国": r"(?!家级|集团|道|企|内|际|有|省|务)",
    "车": r"(?!间|道|站|位|牌)",
    "部": r"(?!门|委|队|分|长|署|级|位)",
    "本": r"(?!级|地|市|县|省|科|次|届|报|轮|土|月|年)",
    "门": r"(?!户|口|店)",
    "场": r"(?!地|馆|所|景|次外)",
    "组": r"(?!织|建|成|长|团)",
    "单": r"(?!位|元|体|项|一|个)",
    "对": r"(?!于|接|口|外|照|标)",
    "口": r"(?!岸|径|号)",
    "件": r"(?!套)",
    "拨": r"(?!款|打|付|入|给)",
    "棒": r"(?!球)",
    "盘": r"(?!活|点|货)",
    "基": r"(?!地|本|于|金|础|因|准|层|建|数|站|督|坑|石|诺)",
    "方": r"(?!面|式|案|向|针|便|法|阵|言|能|位|才|米|圆|队|程|块)",
    "分": r"(?!多?钟|之|管|公司|局|行|会|类|别|期|校|院|[批组级段区布级])",
    "成": r"(?!立|为|果|员|功|效|长|就|本|套|交|品)",
    "度": r"(?!假|过)",
    "天": r"(?!然|气|候|津|水)",
    "年": r"(?!级|代|度|轮|版)",
    "周": r"(?!年|边|岁|期)",
    "期": r"(?!间|末|货|望|待|工程|项目|建设)",
    "批": r"(?!准|复|发|示|评)",
    "米": r"(?!粉|面|饭|其)",
    "项": r"(?!目)",
    "条": r"(?!例|件)",
    "块": r"(?!钱链)",
    "片": r"(?!区|警)",
    "支": r"(?!部|行|持|线|付|队伍建)",
    "首": r"(?!次|批|家|个|席|府|位|届)",
    "集": r"(?!中|团|体|聚|成|镇|市)",
    "团": r"(?!队|委|结|组)",
    "床": r"(?!垫)",
    "手": r"(?!机|术|段|工|续)",
    "副": r"(?![省市县区乡镇主书校院会理总处科厅部局队营团组厂社台站长食])",
    "股": r"(?!份|权|东|市)",
    "节": r"(?!约|能|点|日|目|水)",
    "类": r"(?!似|别)",
    "升": r"(?!级|至|到|学|温)",
    "头": r"(?!部|条)",
    "封": r"(?!闭)",
    "例": r"(?!如|外)",
    "面": r"(?!积|临|向|对|世|的|上|包|料|粉|条)",
    "根": r"(?!据|本|源|基)",
    "P": r"(?![A-Za-z])",
    "处": r"(?!理|置|室|长|级|罚|于)",
}
_SPECIAL = r"地(?![区级块方点质铁下理标产])|(?:家|个)?省(?=[（、，区份])|级(?=(?:左右的?)?地震)"
_UNIT = "|".join(re.escape(unit) + _NOT_UNIT.get(unit, "") for unit in _UNITS) + "|" + _SPECIAL
_PER = (
    r"(?:/(?:日|天|年|月|小时|秒|人|亩|户|公里|平方米|立方米|公斤|吨|次|千瓦时|m³)"
    r"|每(?:秒|小时|日|天|年|亩|人|平方米|立方米|公斤|吨))?"
)
_SCALE = "万亿|千亿|百亿|亿|千万|百万|十万|万|千(?![瓦伏米克帕卡])|百(?!分点)"
_NUMBER = re.compile(
    rf"(?<![\d.,A-Za-z:：/×+〔第])(?P<value>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\d.,]*\d)"
    rf"(?: ?(?:多|余|几|来))? ?(?:个(?=亿(?:[，。；、的兴建]|资金|$)))?(?P<scale>{_SCALE})?(?:多|余)?(?P<unit>(?:{_UNIT}){_PER})?"
)
_DIGITS = re.compile(r"\d[\d.,]*")
_RANGE = re.compile(
    rf"(?:{_SCALE})?(?:多|余)?(?:—{{1,2}}|-|~|至|到)(?=\d[\d.,]*(?:{_SCALE})?(?:多|余)?(?P<unit>{_UNIT}))"
)


# 分别高1.2个|和2.3个百分点, 3000亿|、4000亿元: the unit is printed behind the last number only
_SHARED = re.compile(rf"(?:和|与|、|以及)\d[\d.,]*(?:(?:{_SCALE})(?:多|余)?(?P<unit>{_UNIT})|(?P<points>个百分点|%))")


def find_quantities(text: str, start: int = 0, end: int | None = None) -> list[Quantity]:
    """Return the numbers in Arabic digits that have a unit, in order; a normalised text is expected.

    Years, months and ordinals are left to the caller to take out. Of a range (20—30人) both ends are returned.
    """
    found_all = []
    limit = len(text) if end is None else end
    for digits in _DIGITS.finditer(text, start, limit):
        found = _NUMBER.match(text, digits.start(), limit)
        if not found:
            continue
        scale, unit, stop = found["scale"] or "", found["unit"] or "", found.end()
        shared = _SHARED.match(text, found.end()) if unit in ("", "个") else None
        if shared is not None and (shared["points"] or (scale and not unit)):
            unit = shared["points"] or shared["unit"]
        if not unit:
            ahead = _RANGE.match(text, found.end("scale") if scale else found.end("value"))
            if ahead:
                unit, stop = ahead["unit"], found.end("scale") if scale else found.end("value")
            elif scale not in ("万", "亿", "万亿"):
                continue
        value = found["value"].replace(",", "")
        if text.endswith("零下", start, digits.start()):
            value = "-" + value
        number = round(float(value) * _SCALES.get(scale, 1.0), 6)
        counts = unit in _COUNTERS or not unit
        found_all.append(Quantity(found.start(), stop, value, scale + unit, number, unit, counts))
    return found_all


def past_range(text: str, end: int) -> int:
    """Return where the second number of a range ends whose first one ends here (2—3个); otherwise the same position."""
    ahead = _RANGE.match(text, end)
    found = _NUMBER.match(text, ahead.end()) if ahead else None
    return found.end() if found and found["unit"] else end
