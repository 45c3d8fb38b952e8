"""Bodies of the centre by grammar: commissions and leading groups of 中央 and 国务院, their offices, courts and commands of the army."""

from __future__ import annotations

import re

from extractors.lexicon import HAN, NATIONAL, alternatives
from extractors.names.agency_forms import claim_agency
from extractors.names.organs import organ_key
from extractors.reading import Reading

_NO_TASK = (
    "[的了和与及在向对将由第把被各等要已省市]|成立|召开|组织(?!部)|举行|主持|决定|设立|委员|领导小组|政治局|常务|选举|全会|书记|主席|顾问|"
    "总理|派出|会议|指导组|文件|批准|部署|军委|精神|同志"
)
_TASK = rf"(?:(?!{_NO_TASK})[{HAN}]){{2,13}}?"
# 中央金融委员会|办公室, 中央区域协调发展领导小组; not 民革中央…, 越共中央理论委员会
_COMMISSION = re.compile(
    rf"(?:中共|(?<![共党进盟建革社]))中央(?!纪律|监督|检查|理论){_TASK}(?:委员会|领导小组)(?:办公室(?!主任会)|秘书组)?(?![员书委])"
)
# 中央改革办, 中央港澳办
_OFFICES = "改革 深改 港澳 金融 科技 依法治国 国安 追逃 空管 审计 巡视 军民融合 主题教育 教育 党建 统战 财 农 外 编 台 港澳工作 台湾工作 外事".split()
_OFFICE = re.compile(
    rf"(?:中共|(?<![共党进盟建革社]))中央(?:(?:{alternatives(_OFFICES)})办(?![公理事法学好])|金融工委|(?:港澳|台湾)工作办公室)"
)
# 国务院事故调查组, 国务院抗震救灾指挥部办公室
_OF_STATE_COUNCIL = re.compile(
    rf"国务院{_TASK}(?:委员会|领导小组|调查组|督[导查]组|指挥部|联席会议(?=办公室))(?:办公室(?!主任会))?(?![员长])"
)
# 学习贯彻党的二十大精神|中央宣讲团
_LECTURERS = re.compile(rf"(?P<of>学习贯彻(?:(?![，。、；])[{HAN}]){{4,14}}精神)?(?<!的)中央宣讲团")
_LISTED = frozenset(NATIONAL)
_MILITARY = re.compile("中国人民解放军军事(?:法院|检察院)")
_COMMAND = re.compile("军区(?!医院|总医院)(?:党委)?")
_CIRCUIT = re.compile("(?:最高人民法院)?第[一二三四五六]巡回法庭")


def read(reading: Reading) -> None:
    """Add them where nothing longer has been read."""
    text = reading.text
    for pattern, gate in (
        (_COMMISSION, "中央"),
        (_OFFICE, "中央"),
        (_OF_STATE_COUNCIL, "国务院"),
        (_MILITARY, "军事"),
        (_CIRCUIT, "巡回法庭"),
    ):
        for m in pattern.finditer(text) if gate in text else ():
            name = m[0].removeprefix("中共")
            if name in _LISTED:
                continue
            claim_agency(reading, name, m.start(), m.end(), "agency-central", 0.9, key=organ_key(name))
    _lecturers(reading)
    for m in _COMMAND.finditer(text) if "军区" in text else ():
        hit = reading.hits.ending_at(m.start())
        if hit is not None and hit.division.level == "province":
            name = text[hit.start : m.end()]
            claim_agency(reading, name, hit.start, m.end(), "agency-army", 0.85, hit.division)


def _lecturers(reading: Reading) -> None:
    """中央宣讲团 is the one that the article calls 学习贯彻…精神中央宣讲团, where it does."""
    found = list(_LECTURERS.finditer(reading.text)) if "中央宣讲团" in reading.text else []
    full = next((m[0] for m in found if m["of"]), "中央宣讲团")
    for m in found:
        claim_agency(reading, full, m.start(), m.end(), "agency-central", 0.85)
