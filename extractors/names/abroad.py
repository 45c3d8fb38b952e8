"""Places abroad: states, their cities, and provinces, counties and islands whose names are written by sound."""

from __future__ import annotations

import re
from itertools import pairwise

from extractors.gazetteer import countries, country_names, world_cities
from extractors.lexicon import HAN, alternatives
from extractors.names.vocabulary import plain
from extractors.reading import Entity, Mention, Reading
from extractors.text import Span, occurrences

_COUNTRY = re.compile(alternatives(country_names()))
_CITY = re.compile(rf"(?:{alternatives(world_cities())})(?![乡镇村县屯寨街路]|更新)")  # 柏林乡 is at home
_LONGER = re.compile(r"[县郡州]|”?号|会晤|峰会|宣言|论坛|协定|协议|共识|进程|公报|大学|电影节|交响乐团")
_IN_FULL = {"加沙": "加沙地带", "加州": "加利福尼亚州", "得州": "得克萨斯州", "佛州": "佛罗里达州"}
_LONGER_STATES = tuple(c for c in country_names() if any(c != city and c.startswith(city) for city in world_cities()))
"""States whose names begin as a city's: 罗马|尼亚."""
_CITY_OPENS = re.compile(rf"(?:(?<![{HAN}])|[在于赴到抵离往自经由和])\Z")
# 沿|海地|区, 近|日本|报, 某|泰国|际
_NO_COUNTRY = re.compile(
    r".?印度洋|.?黑山[羊猪阻]|[拉北南欧]美国家|纽芬兰|.?海地[区方形图]|[今昨近即当每节假]日本|.?[\u4e00-\u9fff]国(?:际|有|内|企|资)"
)

# 葡萄牙|文, 越南|语, 印度|裔, 瑞典|队
_OF_LANGUAGE = re.compile("文(?![化明物学旅体])|语|裔|籍|队(?![伍列员形长])")

# The characters that names from abroad are written with.
_SOUND = (
    "阿艾安奥巴拜班邦鲍贝本比彼毕宾波博勃布查达戴丹当道德登邓迪帝蒂丁顿东杜敦多厄恩尔法凡范菲费芬佛弗夫福富盖甘冈高哥戈格葛贡古瓜圭哈海汉汗豪赫亨洪胡华怀惠霍基吉季济"
    "加贾佳简杰金津久卡凯坎康考柯科可克肯孔库夸奎昆拉莱赖兰朗劳勒雷蕾黎里理力立利莉连良梁列烈林琳卢鲁路吕伦隆罗洛略马玛迈麦曼芒毛茂梅门蒙孟米密缅明摩莫默姆木穆拿"
    "那纳娜乃南瑙内嫩尼涅宁牛纽农努诺欧帕潘派庞培佩彭皮平珀普奇齐恰钱乔切琴青丘琼让饶热仁日荣茹瑞若撒萨赛桑瑟森沙山珊尚绍舍申沈圣胜施什石史士世守舒顺朔思斯松苏索所"
    "塔台泰坦汤唐陶特藤提田廷通图土托瓦万旺威韦维魏温文翁沃乌武西希锡喜夏香谢辛欣新兴休修许雪逊雅亚延扬杨尧耶叶伊宜易因英永尤于约越赞泽扎詹张召哲珍芝知智朱竺兹卓宗祖佐"
    "矶杉迭莪打甸冶茨喀鞑靼代塞"
)
_GOES_ON = re.compile(rf"[{_SOUND}]{{1,4}}州")  # 米兰|达州
_NAME = rf"(?![于以那因可])[下上]?[{_SOUND}]{{2,7}}"
# Of these the sound alone would not tell where they begin.
_STATES = "(?:俄亥俄|俄克拉何马|俄克拉荷马|俄勒冈|犹他|爱达荷|得克萨斯|堪萨斯|马萨诸塞|密歇根|新罕布什尔|北卡罗来纳|南卡罗来纳|北达科他|南达科他|罗得岛)州"
_HEAD = r"(?:州|邦(?!交)|共和国|省|县|郡|市|大区|自治区|群岛|岛|半岛|火山|河)"
_PART = r"(?:(?:东|南|西|北|中)[东西南北]?部|沿海|境内)"
_TOWN = r"(?:首都|(?:最大)?城市|港口城市|城镇|小镇|旅游胜地|市镇|港口|首府)"
_NO_HEAD = r"(?![长政府议委城群场民])"
# 某国东部|甲州; 某国南部城市|乙
_OF_STATE = re.compile(
    rf"(?:的|联邦)?{_PART}?(?:的)?(?:(?P<head>{_STATES}|{_NAME}{_HEAD}){_NO_HEAD}|{_PART}?(?:的)?{_TOWN}(?P<town>{_NAME}{_HEAD}?))"
)
_SEAT = re.compile(rf"(?:首府|省会)(?P<town>{_NAME}?)(?=以及|[，。、和与的]|举行|召开|举办|开幕|闭幕)")
_WITHIN = re.compile(rf"(?P<head>{_NAME}(?:市|镇|县|堡)){_NO_HEAD}")
_PARTED = re.compile(rf"{_PART}(?P<name>[{_SOUND}]{{2,6}}(?:地区|州|省|县))")
_NEXT = re.compile(rf"(?:、|和|以及|及)(?P<name>{_NAME}{_HEAD}){_NO_HEAD}")
_TWICE = re.compile(rf"(?<![{_SOUND}])[{_SOUND}]{{2}}(?:州|县|郡|省)(?![长政府议委城市群级区])")
_ALONE = re.compile(
    rf"(?:(?<![{_SOUND}])|(?<=[于以因]))(?![于以那因可])[{_SOUND}]{{3,7}}(?:州|县|郡|省){_NO_HEAD}|(?<=部)[下上]?[{_SOUND}]{{2,7}}(?:州|县|郡|省|市)"
)
_FRONT = re.compile(rf"[在对向](?P<row>{_NAME}(?:[、和][{HAN}]{{2,6}}?){{0,20}})(?:等地|等?方向|等城市|地区)")
# 加沙地带|甲、乙，丙、丁等多地
_ROW = re.compile(rf"(?P<row>{_NAME}(?:[、，和](?:(?!和)[{HAN}]){{2,6}}?){{1,30}})等(?:多?地|城市|多个)")
_BETWEEN = re.compile("[、，和]")
_SOUNDS_SO = re.compile(_NAME)
_US_STATE = re.compile(_STATES)
# 在某国|某城举行
_HELD = re.compile(rf"(?P<town>{_NAME}?)(?:市)?(?=举行|召开|举办|开幕|闭幕|落幕|拉开帷幕)")
_ARRIVED = re.compile(rf"抵达(?P<name>{_NAME})(?=[，。、]|出席|国际机场|开始|对)")
# 当地时间4月1日，某某在喀山|会见…: a city, whatever its name
_LOCAL_TIME = re.compile(
    rf"当地时间[^。；\n]{{4,60}}?在(?P<name>[{HAN}]{{2,6}}?)(?=出席|会见|会晤|参加|[同与][^，。；]{{2,30}}(?:会谈|会晤|举行))"
)


def cities(reading: Reading) -> None:
    """Add 首尔 in 在首尔举行, 哈萨克斯坦阿斯塔纳: cities; short names only where nothing else can end before them."""
    text = reading.text
    for m in _CITY.finditer(text):
        country = next(
            (c for n in (2, 3, 4, 5, 6) if (c := text[max(0, m.start() - n) : m.start()]) in countries()), None
        )
        if len(m[0]) < 3 and country is None and not _CITY_OPENS.search(text, max(0, m.start() - 1), m.start()):
            continue
        if m[0][0] == "都" and text.startswith("首", m.start() - 1):
            continue  # 首都|柏林
        if _LONGER.match(text, m.end()) or _GOES_ON.match(text, m.end()) or text.startswith(_LONGER_STATES, m.start()):
            continue
        city = reading.entity("Place", _IN_FULL.get(m[0], m[0]), level="other")
        if reading.claim(city, m.start(), m.end(), "place-abroad", 0.8) is None or country is None:
            continue
        begin = m.start() - len(country)
        state = reading.entity("Place", country, level="country")
        reading.claim(state, begin, m.start(), "place-country", 0.85)
        reading.fact("PART_OF", city, state, (begin, m.end()), "place-chain", 0.85)


def states(reading: Reading) -> None:
    """Add the foreign states that stand alone, and what lies in one that the text puts together with it."""
    text = reading.text
    for m in _COUNTRY.finditer(text):
        if _OF_LANGUAGE.match(text, m.end()):
            continue
        if reading.free(m.start(), m.end()) and not _NO_COUNTRY.match(text, max(0, m.start() - 1)):
            reading.claim(reading.entity("Place", m[0], level="country"), m.start(), m.end(), "place-country", 0.85)
    for m in _LOCAL_TIME.finditer(text):
        begin, end = m.span("name")
        if reading.free(begin, end) and reading.hits.at(begin) is None and not plain(m["name"]):
            reading.claim(reading.entity("Place", m["name"], level="other"), begin, end, "place-abroad", 0.75)
    found: dict[str, Entity] = {}
    for m in _ARRIVED.finditer(text):
        _add(reading, m["name"], *m.span("name"), found)
    _within_states(reading)
    around = [m for m in reading.names(0, len(text), "Place") if m.rule in ("place-country", "place-abroad")]
    if not around:
        return
    for whole in around:
        part = _OF_STATE.match(text, whole.end) or _PARTED.match(text, whole.end)
        if part is None and text[whole.start - 1] == "在":
            part = _HELD.match(text, whole.end)
        if part is not None:
            group = part.lastgroup or "name"
            _inside(reading, whole, part.start(group), part.end(group), found)
        row = _ROW.match(text, whole.end)
        for span in _names(text, row) if row is not None else ():
            _inside(reading, whole, *span, found)
    for pattern in (_ALONE, _US_STATE):
        for m in pattern.finditer(text):
            _add(reading, m[0], m.start(), m.end(), found)
    for m in _TWICE.finditer(text):
        if text.count(m[0]) > 1:
            _add(reading, m[0], m.start(), m.end(), found)
    for whole in [m for m in reading.names(0, len(text), "Place") if m.rule == "place-sound"]:
        part = _SEAT.match(text, whole.end)
        if part is not None:
            _inside(reading, whole, *part.span("town"), found)
    wholes = [m for m in reading.names(0, len(text), "Place") if m.rule in ("place-sound", "place-abroad")]
    for whole in wholes:
        part = _WITHIN.match(text, whole.end)
        if part is not None:
            _inside(reading, whole, part.start("head"), part.end("head"), found)
    for row in _FRONT.finditer(text):
        for start, end in _names(text, row):
            _add(reading, text[start:end], start, end, found)
    for name, entity in found.items():
        for span in occurrences(text, name):
            reading.claim(entity, span.start, span.end, "place-memory", 0.8)


_PLACED = re.compile(rf"(?:的|{_PART})+(?:的)?(?:{_TOWN})?|(?:的)?{_TOWN}")


def _within_states(reading: Reading) -> None:
    """加沙地带南部|汗尤尼斯, 某国首都|某市: the city lies in the place before it."""
    places = list(reading.names(0, len(reading.text), "Place"))
    for whole, city in pairwise(places):
        abroad = whole.rule in ("place-country", "place-abroad") and city.rule == "place-abroad"
        if abroad and _PLACED.fullmatch(reading.text, whole.end, city.start):
            reading.fact("PART_OF", city.entity, whole.entity, (whole.start, city.end), "place-chain", 0.8)


def _names(text: str, row: re.Match[str]) -> list[Span]:
    """Return where the names of a row stand, the most of which are written by sound."""
    start, end = row.span("row")
    edges = [start, *(m.end() for m in _BETWEEN.finditer(text, start, end)), end + 1]
    found = [Span(a, b - 1) for a, b in pairwise(edges)]
    sound = [span for span in found if _SOUNDS_SO.fullmatch(text, *span)]
    return [span for span in (found if 2 * len(sound) >= len(found) else sound) if not plain(text[slice(*span)])]


def _inside(reading: Reading, whole: Mention, start: int, end: int, found: dict[str, Entity]) -> None:
    """What lies in the place before it, and what follows in the list."""
    while True:
        part = _add(reading, reading.text[start:end], start, end, found)
        if part is None:
            return
        reading.fact("PART_OF", part, whole.entity, (whole.start, end), "place-chain", 0.8)
        following = _NEXT.match(reading.text, end)
        if following is None:
            return
        start, end = following.span("name")


def _add(reading: Reading, name: str, start: int, end: int, found: dict[str, Entity]) -> Entity | None:
    if not reading.free(start, end) or reading.hits.at(start) is not None or reading.hits.at(end - 1) is not None:
        return None
    entity = found.setdefault(name, reading.entity("Place", name, level="other"))
    reading.claim(entity, start, end, "place-sound", 0.75)
    return entity
