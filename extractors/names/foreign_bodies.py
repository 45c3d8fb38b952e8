"""Bodies of other states: ministries, parliaments, parties, police and armies, by the state's name or its one character."""

from __future__ import annotations

import re

from extractors.gazetteer import country_names, world_cities
from extractors.lexicon import HAN, alternatives
from extractors.names.tokens import segment
from extractors.names.vocabulary import FUNCTION, VERB
from extractors.reading import Reading
from extractors.text import occurrences

_LETTERS = {
    "俄": "俄罗斯",
    "美": "美国",
    "乌": "乌克兰",
    "以": "以色列",
    "英": "英国",
    "法": "法国",
    "德": "德国",
    "日": "日本",
    "韩": "韩国",
    "印": "印度",
    "伊": "伊朗",
    "叙": "叙利亚",
    "黎": "黎巴嫩",
    "土": "土耳其",
    "菲": "菲律宾",
}
LETTERS = "".join(_LETTERS)
"""One character each for the states that the news calls so: 俄 of 俄方, 俄军."""
_BODY = (
    "政府|国防部|外交部|财政部|内政部|议会|国会|最高法院|统计局|国家统计局|地质调查局|央行|总统府|白宫|参议院|众议院|卫生部|能源部|商务部|交通部|司法部|"
    "全国代表大会|国民议会|人民议会|最高人民会议|联邦议会|国家杜马|联邦委员会|中央银行|内阁|气象局|警方|安全部队|革命卫队|海岸警卫队|紧急情况部|武装部队总参谋部|联邦安全局|"
    "国务院|国土安全部|公共卫生部|内务部|经济部|劳工部|农业部|环境部|石油部|文化部|财务省|外务省|防卫省|气象厅|内阁府|国土交通省|厚生劳动省|经济产业省|联合参谋本部|"
    "中央司令部|印太司令部|欧洲司令部|非洲司令部|南方司令部|北方司令部|战略司令部|太空军|国民警卫队|特勤局|海岸警备队|"
    "国家安全局|中央情报局|联邦调查局|国家情报院|国家情报局|民航局|航天局|宇航局|国家航空航天局|国家海洋和大气管理局|劳工统计局|能源署|环境保护署|移民局|"
    "宪法法院|国际贸易法院|联邦法院|最高国家安全委员会|国家安全委员会|国家运输安全委员会|选举委员会|中央选举委员会|国家选举委员会|主权委员会|"
    "总统领导委员会|联邦储备委员会|联邦航空管理局|联邦航空局|联邦议院|联邦侦查委员会|侦查委员会|原子能组织|民族权力机构|"
    "立法大会|国民大会|国民会议|大国民议会|上议院|下议院|联邦参议院|联邦院|民族院|教育部"
)
_BODIES = alternatives(_BODY.split("|"))
_STATES = alternatives(country_names())
_ARMY = "国防军|武装部队|军队|军方|空军|海军|陆军"
_STATE_BODY = re.compile(
    rf"(?P<state>{_STATES})(?:联邦|国家|人民|伊斯兰|国会(?=[参众]议院))?(?:(?P<body>{_BODIES})(?!长)|(?P<army>{_ARMY}))"
)
# 甲国人民党主席、|参议院主席: of the same state
_BESIDE = re.compile(rf"[{HAN}]{{2,5}}[、兼](?P<body>{_BODIES})(?=副?(?:主席|议长|委员长))")
_STATE = re.compile(_STATES)
# 加沙地带|卫生部门: the only body of its kind there
_DEPARTMENT = re.compile("(?:卫生|民防)部门")
_WHOSE_DEPARTMENT = re.compile(rf"(?:(?P<state>{_STATES})?(?P<strip>加沙地带)|(?:{_STATES}))$")
_FEDERAL_RESERVE = re.compile("美联储(?!备)")
# 中国驻某国使馆, 我驻某国大使馆
_EMBASSY = re.compile(
    rf"(?P<of>{_STATES}|中国|我国?)(?:驻(?P<where>{_STATES}|{alternatives(world_cities())}|华))?(?:大?使馆|总领事?馆|领事馆)"
)
# 越共|中央政治局委员、中央书记处…: organs of another party
_PARTY_ORGAN = re.compile(
    r"(?P<party>越南祖国阵线|越共|越南共产党|古共|古巴共产党|朝鲜劳动党|老挝人民革命党|老挝人革党|人革党)(?P<organ>中央(?:政治局|书记处|委员会|军委|检查委员会)?)"
)
_OTHER_PARTY = re.compile("祖国阵线|[越古]共|共产党中央|劳动党|人革党|人民革命党")
_NEXT_ORGAN = re.compile(r"(?:常委|委员|书记|主席|副主席)?、(?P<organ>中央(?:政治局|书记处|委员会|军委|检查委员会))")
_STATE_BEFORE = re.compile(rf"(?:{_STATES}|[{LETTERS}])(?:(?:第一)?副?(?:总理|首相|总统)兼)?$")
_SHORT_BODY = re.compile(
    rf"(?P<letter>[{LETTERS}])(?P<body>国防部|外交部|警方|防空部队|国家反恐委员会|紧急情况部|内务部|交通部|联邦安全局|联邦委员会|国家杜马|道路交通管理署|能源部|央行|财政部|空军|海军)(?!长)"
)
# 精美|军人, 以|军民融合, 美|军机
_SHORT_ARMY = re.compile(
    rf"(?<![精优完华赞加予所可给])(?P<letter>[{LETTERS}])军(?:方)?(?![事民人工政衔训礼籍营官属乐团容服垦史品需用校备费力机舰车委地])"
)

# 朝鲜劳动党, 越南共产党|中央政治局: the party
_PARTY = re.compile(
    rf"(?:{_STATES}|蒙古|统一俄)(?:(?![两各全政反执在野等的与和同及、])[{HAN}]){{1,6}}?党"
    r"(?=总书记|第一书记|书记|主席|领袖|常委|委员|领导人|代表团|国际部|中央|[、，。和同与的])"
)


def read(reading: Reading) -> None:
    """Add the bodies of other states; an army is one, whether called 某国国防军, 某国军队 or by its state's character."""
    text = reading.text
    for m in _STATE_BODY.finditer(text):
        key = _army(m["state"]) if m["army"] in ("国防军", "武装部队", "军队", "军方") else ""
        _claim(reading, m[0], m.start(), m.end(), key)
    for m in _DEPARTMENT.finditer(text):
        whose = _WHOSE_DEPARTMENT.search(text, max(0, m.start() - 10), m.start())
        if whose is not None:
            key = text[whose.start("strip") : m.end()] if whose["strip"] else ""
            _claim(reading, text[whose.start() : m.end()], whose.start(), m.end(), key)
    for m in _FEDERAL_RESERVE.finditer(text):
        _claim(reading, m[0], m.start(), m.end(), "美国联邦储备委员会")
    for m in _EMBASSY.finditer(text) if "馆" in text else ():
        name = m[0] if m["of"][0] != "我" else "中国" + m[0].removeprefix(m["of"])
        _claim(reading, name, m.start(), m.end(), name.replace("大使馆", "使馆"))
    _party_organs(reading)
    _fighters(reading)
    for m in _PARTY.finditer(text):
        _claim(reading, m[0], m.start(), m.end(), "")
    _further_parties(reading)
    for first in [m for m in reading.names(0, len(text), "Agency") if m.rule == "agency-foreign"]:
        beside = _BESIDE.match(text, first.end)
        whose = _STATE.match(text, first.start, first.end)
        if beside is not None and whose is not None:
            _claim(reading, whose[0] + beside["body"], *beside.span("body"), "")
    for m in _SHORT_BODY.finditer(text):
        state = _LETTERS[m["letter"]]
        if m["letter"] == "俄" or state in text:
            _claim(reading, state + m["body"], m.start(), m.end(), "")
    for m in _SHORT_ARMY.finditer(text):
        state = _LETTERS[m["letter"]]
        if m["letter"] == "俄" or state in text:
            _claim(reading, m[0], m.start(), m.end(), _army(state))


# 日本甲党和|乙党组成…; 在野党中，|丙党从…
_NAMED_PARTY = re.compile(
    rf"(?:(?<![{HAN}])|(?<=[和与的同及由对]))(?![两各全政反执在野等的与和同及该本旧入建主多每一])(?:(?![和与及的同由对在各党等选了])[{HAN}]){{2,4}}(?<![执野政反对入议])党(?![员委派章性内魁羽的支])"
)


def _further_parties(reading: Reading) -> None:
    """The parties named beside one that is printed with its state, and that one without it."""
    text = reading.text
    known = {
        m.entity.name
        for m in reading.names(0, len(text), "Agency")
        if m.rule == "agency-foreign" and m.entity.name.endswith("党")
    }
    if not known or _AT_HOME.search(text):
        return
    for name in known:
        short = _STATE.sub("", name, count=1)
        for start, end in occurrences(text, short) if len(short) > 2 else ():
            _claim(reading, name, start, end, "")
    for m in _NAMED_PARTY.finditer(text):
        if not any(word.kind in (VERB, FUNCTION) for word in segment(m[0])):
            _claim(reading, m[0], m.start(), m.end(), "")


_AT_HOME = re.compile("民主党派|中国共产党|民革|民盟|致公党|农工党")


# 武装派别“甲旅”, 武装派别甲旅
_FIGHTERS = re.compile(
    rf"(?:武装派别|武装组织|民兵武装|民兵组织|抵抗组织|极端组织|恐怖组织|武装团体)(?:“(?P<quoted>[{HAN}]{{2,10}})”|(?P<bare>[{HAN}]{{2,5}}旅))"
    rf"|“(?P<brigade>(?!.{{0,3}}[之军商文])[{HAN}]{{2,4}}旅)”(?=[^。]{{0,40}}武装)"
)


def _fighters(reading: Reading) -> None:
    """Armed groups, wherever they are named again."""
    names = dict.fromkeys(m["quoted"] or m["bare"] or m["brigade"] for m in _FIGHTERS.finditer(reading.text))
    for name in names:
        for start, end in occurrences(reading.text, name):
            if reading.free(start, end):
                reading.claim(reading.entity("Organization", name), start, end, "organization-armed", 0.8)


def _party_organs(reading: Reading) -> None:
    for m in _PARTY_ORGAN.finditer(reading.text) if _OTHER_PARTY.search(reading.text) else ():
        _claim(reading, m[0], m.start(), m.end(), "")
        end = m.end()
        while (following := _NEXT_ORGAN.match(reading.text, end)) is not None:
            _claim(reading, m["party"] + following["organ"], *following.span("organ"), "")
            end = following.end()


def follows_state(text: str, position: int) -> bool:
    """Tell whether the name of another state, or the character that stands for it, ends right here."""
    return bool(_STATE_BEFORE.search(text, max(0, position - 14), position))


def _army(state: str) -> str:
    return f"{state}军队"


def _claim(reading: Reading, name: str, start: int, end: int, key: str) -> None:
    if reading.free(start, end):
        reading.claim(reading.entity("Agency", name, key=key), start, end, "agency-foreign", 0.85)
