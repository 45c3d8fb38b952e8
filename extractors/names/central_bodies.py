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
    rf"(?:中共|(?<![共党进盟建革社]))中央(?!纪律|监督|检查|理论)(?:党的建设工作|{_TASK})(?:委员会|领导小组)(?:办公室(?!主任会)|秘书组)?(?![员书委])"
)
# 中央学习贯彻…思想主题教育|领导小组
_EDUCATION = re.compile(
    rf"中央(?:(?![的了和与及、，]|中央)[{HAN}]){{0,26}}(?:主题教育|学习教育)领导小组(?:办公室)?(?!员)"
)
# 中央改革办, 中央港澳办
_OFFICES = "改革 深改 港澳 金融 科技 依法治国 国安 追逃 空管 审计 巡视 军民融合 主题教育 教育 党建 统战 财 农 外 编 台 港澳工作 台湾工作 外事".split()
_OFFICE = re.compile(
    rf"(?:中共|(?<![共党进盟建革社]))中央(?:(?:{alternatives(_OFFICES)})办(?![公理事法学好])|金融工委|精神文明建设办公室|(?:港澳|台湾)工作办公室)"
)
# 国务院事故调查组, 国务院抗震救灾指挥部办公室
_OF_STATE_COUNCIL = re.compile(
    rf"(?:国务院|中央纪委国家监委){_TASK}(?:委员会|领导小组|调查组|督[导查]组|指挥部|联席会议(?=办公室))(?:办公室(?!主任会))?(?![员长])"
)
# 学习贯彻党的二十大精神|中央宣讲团
_LECTURERS = re.compile(rf"(?P<of>学习贯彻(?:(?![，。、；])[{HAN}]){{4,14}}精神)?(?<!的)中央宣讲团")
# 火箭军|司令员, 武警部队|政治委员
_SERVICE = re.compile(
    r"(?:火箭军|海军|空军|陆军|军事航天部队|网络空间部队|信息支援部队|联勤保障部队|武警部队)(?=原?(?:副司令员|司令员|副?政治委员|副?政委|副?参谋长)(?!部))"
)
# 中央政府驻港联络办, 外交部驻澳门公署, 解放军驻香港部队
_REGION = "(?:香港|澳门|港|澳)(?:特别行政区|特区)?"
_IN_REGIONS = re.compile(
    rf"(?:中央(?:人民)?政府|中央)驻{_REGION}(?:联络办(?:公室)?|维护国家安全公署|国安公署)|外交部驻{_REGION}(?:特派员)?公署|(?:中国人民)?解放军驻{_REGION}部队"
)
_AT_CONGRESS = re.compile("大会(?:主席团(?!会议)|秘书处(?:法案组|议案组)?)")
# 云南|代表团: the delegates of a province at a congress
_DELEGATION = re.compile("代表团(?=审议|讨论|全体会议|，同代表|参加)")
_BY_NAME = re.compile(rf"解放军和武警部队代表团|(?:(?<![{HAN}])|(?<=[由和对]))中央代表团")
# 人民银行, 民航局: national bodies without 中国 or 国家, where the article is of no place
_SHORT = re.compile(
    rf"(?:(?<![{HAN}])|(?<=[由和与及到同]))(?:人民银行|外汇管理局|外汇局|民航局|广电总局|疾控局|林草局|能源局|药监局|医保局|移民管理局|数据局|邮政局|统计局|气象局|地震局)(?=[{HAN}、，。])(?!长|面)"
)
_LISTED = frozenset(NATIONAL)
_MILITARY = re.compile(
    "中国人民解放军军事(?:法院|检察院)|(?:中央)?军委(?:纪律检查委员会|纪委|监察委员会|政法委员会|科学技术委员会|联合参谋部|政治工作部|后勤保障部|装备发展部|训练管理部|国防动员部)"
)
_COMMAND = re.compile("军区(?!医院|总医院)(?:党委)?")
_CIRCUIT = re.compile("(?:最高人民法院)?第[一二三四五六]巡回法庭")


def read(reading: Reading) -> None:
    """Add them where nothing longer has been read."""
    text = reading.text
    _education(reading)
    for pattern, gate in (
        (_COMMISSION, "中央"),
        (_OFFICE, "中央"),
        (_OF_STATE_COUNCIL, "国务院"),
        (_MILITARY, "军"),
        (_IN_REGIONS, "驻"),
        (_AT_CONGRESS, "大会"),
        (_CIRCUIT, "巡回法庭"),
    ):
        for m in pattern.finditer(text) if gate in text else ():
            name = m[0].removeprefix("中共")
            if name in _LISTED:
                continue
            claim_agency(reading, name, m.start(), m.end(), "agency-central", 0.9, key=organ_key(name))
    for m in _SERVICE.finditer(text) if "司令员" in text or "政" in text else ():
        if reading.hits.ending_at(m.start()) is None:
            claim_agency(reading, m[0], m.start(), m.end(), "agency-army", 0.85)
    _lecturers(reading)
    for m in _COMMAND.finditer(text) if "军区" in text else ():
        _of_province(reading, m, "agency-army")
    for m in _DELEGATION.finditer(text) if "代表团" in text else ():
        _of_province(reading, m, "agency-delegation")
    for m in _BY_NAME.finditer(text) if "代表团" in text else ():
        claim_agency(reading, m[0], m.start(), m.end(), "agency-delegation", 0.85)
    for m in _SHORT.finditer(text) if reading.home.division is None else ():
        full = next((whole for whole in (f"国家{m[0]}", f"中国{m[0]}") if whole in text), m[0])
        claim_agency(reading, full, m.start(), m.end(), "agency-national-short", 0.8, key=organ_key(full))


def _education(reading: Reading) -> None:
    """中央主题教育领导小组 is the one that the article calls 中央学习贯彻…主题教育领导小组, where it does."""
    found = list(_EDUCATION.finditer(reading.text)) if "教育领导小组" in reading.text else []
    full = max((m[0] for m in found), key=len, default="")
    for m in found:
        same = full.endswith(m[0].removeprefix("中央"))
        claim_agency(reading, full if same else m[0], *m.span(), "agency-central", 0.9)


def _lecturers(reading: Reading) -> None:
    """中央宣讲团 is the one that the article calls 学习贯彻…精神中央宣讲团, where it does."""
    found = list(_LECTURERS.finditer(reading.text)) if "中央宣讲团" in reading.text else []
    full = next((m[0] for m in found if m["of"]), "中央宣讲团")
    for m in found:
        claim_agency(reading, full, m.start(), m.end(), "agency-central", 0.85)


def _of_province(reading: Reading, m: re.Match[str], rule: str) -> None:
    """Claim what is printed behind its province: 西藏|军区, 云南|代表团."""
    hit = reading.hits.ending_at(m.start())
    if hit is not None and hit.division.level == "province":
        name = reading.text[hit.start : m.end()]
        claim_agency(reading, name, hit.start, m.end(), rule, 0.85, hit.division)
