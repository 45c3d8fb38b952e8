"""Bodies of other states: ministries, parliaments, parties, police and armies, by the state's name or its one character."""

from __future__ import annotations

import re

from extractors.gazetteer import country_names
from extractors.lexicon import HAN, alternatives
from extractors.reading import Reading

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
    "立法大会|国民大会|国民会议|大国民议会|上议院|下议院|联邦议院|联邦参议院|联邦院|民族院|宪法法院|中央选举委员会|教育部|环境部|农业部"
)
_ARMY = "国防军|武装部队|军队|军方|空军|海军|陆军"
_STATE_BODY = re.compile(
    rf"(?P<state>{alternatives(country_names())})(?:联邦|国家|人民|伊斯兰)?(?:(?P<body>{_BODY})(?!长)|(?P<army>{_ARMY}))"
)
# 甲国人民党主席、|参议院主席: of the same state
_BESIDE = re.compile(rf"[{HAN}]{{2,5}}[、兼](?P<body>{_BODY})(?=副?(?:主席|议长|委员长))")
_STATE_BODY_NAME = re.compile(rf"(?P<state>{alternatives(country_names())})")
_STATE_BEFORE = re.compile(rf"(?:{alternatives(country_names())}|[{LETTERS}])$")
_SHORT_BODY = re.compile(rf"(?P<letter>[{LETTERS}])(?P<body>国防部|外交部|警方|防空部队)(?!长)")
# 精美|军人, 以|军民融合, 美|军机
_SHORT_ARMY = re.compile(
    rf"(?<![精优完华赞加予所可给])(?P<letter>[{LETTERS}])军(?:方)?(?![事民人工政衔训礼籍营官属乐团容服垦史品需用校备费力机舰车委地])"
)

# 朝鲜劳动党, 越南共产党|中央政治局: the party
_PARTY = re.compile(
    rf"(?:{alternatives(country_names())}|蒙古|统一俄)(?:(?![两各全政反执在野等的与和同及、])[{HAN}]){{1,6}}?党"
    r"(?=总书记|第一书记|书记|主席|领袖|常委|委员|领导人|代表团|国际部|中央|[、，。和同与的])"
)


def read(reading: Reading) -> None:
    """Add the bodies of other states; an army is one, whether called 某国国防军, 某国军队 or by its state's character."""
    text = reading.text
    for m in _STATE_BODY.finditer(text):
        key = _army(m["state"]) if m["army"] in ("国防军", "武装部队", "军队", "军方") else ""
        _claim(reading, m[0], m.start(), m.end(), key)
    for m in _PARTY.finditer(text):
        _claim(reading, m[0], m.start(), m.end(), "")
    for first in [m for m in reading.names(0, len(text), "Agency") if m.rule == "agency-foreign"]:
        beside = _BESIDE.match(text, first.end)
        state = _STATE_BODY_NAME.match(text, first.start, first.end)
        if beside is not None and state is not None:
            _claim(reading, state["state"] + beside["body"], *beside.span("body"), "")
    for m in _SHORT_BODY.finditer(text):
        state = _LETTERS[m["letter"]]
        if m["letter"] == "俄" or state in text:
            _claim(reading, state + m["body"], m.start(), m.end(), "")
    for m in _SHORT_ARMY.finditer(text):
        state = _LETTERS[m["letter"]]
        if m["letter"] == "俄" or state in text:
            _claim(reading, m[0], m.start(), m.end(), _army(state))


def follows_state(text: str, position: int) -> bool:
    """Tell whether the name of another state, or the character that stands for it, ends right here."""
    return bool(_STATE_BEFORE.search(text, max(0, position - 8), position))


def _army(state: str) -> str:
    return f"{state}军队"


def _claim(reading: Reading, name: str, start: int, end: int, key: str) -> None:
    if reading.free(start, end):
        reading.claim(reading.entity("Agency", name, key=key), start, end, "agency-foreign", 0.85)
