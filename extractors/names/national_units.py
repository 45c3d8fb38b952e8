"""Units of national bodies: centres and bureaus of ministries, river commissions, customs, troops and ships, parties; printed terms of the congress."""

from __future__ import annotations

import re

from extractors.lexicon import HAN, NATIONAL, PARTIES, alternatives
from extractors.names.agency_forms import claim_agency
from extractors.names.organs import organ_key
from extractors.names.tokens import is_own, segment
from extractors.reading import Reading

_MINISTRIES = [name for name in NATIONAL if name[-1] in "部委署局" and name not in ("国防部", "中央军委")]
_INSIDE = rf"(?:(?![的和与及在由等将对向为已把]|组织|召开|发布|公布|成立|建设|建立|加快|推进|会同|指导|部署|依托|批准|支持|联合|启动|设立|主管|直属|认定|命名|推动|授权|国家|中国|门|长)[{HAN}])"
# 交通运输部|路网中心, 教育部|教育考试院
_CENTRE = re.compile(
    rf"(?:中共)?(?:{alternatives(_MINISTRIES)}){_INSIDE}{{2,8}}?(?:(?<!创新)(?<!技术)中心|考试院|研究院|研究所)(?![长员城])"
)
# 公安部|交管局|部署
_BUREAU = re.compile(
    rf"(?:{alternatives([name for name in _MINISTRIES if name.endswith('部')])})(?:(?!省|市|县){_INSIDE}){{2,6}}(?<![布格结全时战僵开当大政破])局(?=[，。、）]|通报|发布|介绍|会同|组织|公布|消息|获悉|了解|印发|有关|相关|负责|提醒|提示|统计|部署|要求|派出|联合|推出|启动)"
)
# 水利部指导|珠江委、…
_RIVER = re.compile(
    rf"(?:(?<![{HAN}])|(?<=[和与由同导及]))(?:长江|珠江|松辽|黄|淮|海|长)委(?=[、，。和及]|组织|会同|派出|启动|发布|提前|加强|科学|等|指导|已|调度|持续|水文|防御)"
)
# 红旗山海关|全体关员
_CUSTOMS = re.compile(
    rf"(?:(?<![{HAN}])|(?<=[给到在由经]))(?:记者)?[据从]?(?P<name>(?![据从各我该全本两双当中对外])[{HAN}]{{2,5}})海关(?=全体|关员|关长|党委|缉私|工作人员|干部|监管的|统计|数据|所属|辖区|获悉|消息|介绍|发布|，|。)"
)
_SERVICE = "陆军|海军|空军|火箭军|军事航天部队|网络空间部队|信息支援部队|联勤保障部队|武警部队"
# 南部战区陆军某旅, 新疆军区某部
_TROOP = re.compile(
    rf"(?:(?:[东南西北中]部战区(?:陆军|海军|空军)?|(?:新疆|西藏)军区|{_SERVICE})(?:航空兵|防空兵|第\d+集团军)?|第\d+集团军)某(?:[{HAN}]{{0,4}}?)(?:旅|团|部(?![分位门])|大队|支队|基地|营)(?:\d+[营连])?(?![长员级])"
)
# 空军|“王海大队”
_HONOURED = re.compile(
    rf"(?P<of>{_SERVICE})“(?P<name>[{HAN}]{{2,6}}(?:大队|中队|连|营|旅|艇|舰))”|“(?P<again>[{HAN}]{{2,6}}(?:大队|中队|连|营|旅|艇|舰))”"
)
_SHIP = re.compile(r"舰(?![队艇载船员长只])")
_ELECTORAL = re.compile(r"(?:中国)?人民解放军选举委员会|(?:中共)?中央纪委(?:国家监委)?机关(?![报刊])")
# 台湾新党|主席
_PARTY_OF_TAIWAN = re.compile(rf"台湾(?:(?![省地同当各和与])[{HAN}]){{1,4}}党(?=(?:荣誉|副)?主席|副?秘书长)")
_COMMUNISTS = re.compile(
    rf"中国共产党(?!第|章程|[党中史]|(?:[{HAN}]{{2,4}}[省市县区州])|(?:[^，。；]{{0,8}}(?:条例|规定|准则|规则|办法|委员会|代表大会|历史|简史|成立[^，。；]{{2,7}}周年大会)))"
)
# 看望|民建、|工商联界委员
_OF_THE_CIRCLES = re.compile(
    rf"(?:(?<=[、的和])|(?<=看望了)|(?<=看望)|(?<=参加))(?:{alternatives(PARTIES)}|工商联)(?=[、和](?:(?![，。；])[{HAN}、]){{0,24}}界(?:别)?委员|界(?:别)?委员)"
)
_TERM = re.compile(
    r"(?:(?:中国共产党|中共)?第?[一二三四五六七八九十]{1,4}届(?P<body>全国人大常委会|全国人大|全国政协|中央纪委|中央纪律检查委员会)|政协第[一二三四五六七八九十]{1,4}届全国委员会)"
)


def read(reading: Reading) -> None:
    """Add them where nothing longer has been read."""
    text = reading.text
    for pattern, rule in ((_CENTRE, "agency-of-ministry"), (_BUREAU, "agency-of-ministry"), (_TROOP, "agency-army")):
        for m in pattern.finditer(text):
            claim_agency(reading, m[0], *m.span(), rule, 0.85)
    for m in _ELECTORAL.finditer(text) if "选举委员会" in text or "机关" in text else ():
        claim_agency(reading, m[0], *m.span(), "agency-central", 0.9, key=organ_key(m[0].removeprefix("中共")))
    for m in _RIVER.finditer(text) if "水利部" in text and "委" in text else ():
        claim_agency(reading, m[0], *m.span(), "agency-river", 0.85)
    for m in _CUSTOMS.finditer(text) if "海关" in text else ():
        if (is_own(m["name"]) or _by_sound(m["name"])) and reading.hits.ending_at(m.end("name")) is None:
            name = text[m.start("name") : m.end()]
            claim_agency(reading, name, m.start("name"), m.end(), "agency-customs", 0.8)
    for m in _PARTY_OF_TAIWAN.finditer(text) if "台湾" in text else ():
        claim_agency(reading, m[0], *m.span(), "agency-party", 0.85)
    for m in _OF_THE_CIRCLES.finditer(text) if "界委员" in text or "界别委员" in text else ():
        claim_agency(reading, m[0], *m.span(), "agency-party", 0.8)
    for m in _COMMUNISTS.finditer(text) if "中国共产党" in text else ():
        if text.rfind("《", 0, m.start()) <= text.rfind("》", 0, m.start()):
            claim_agency(reading, m[0], *m.span(), "agency-party", 0.8)
    _troops_by_name(reading)


def _by_sound(name: str) -> bool:
    """Tell whether the characters make no word: 红其拉甫."""
    return len(name) > 2 and all(token.end - token.start == 1 for token in segment(name))


def _troops_by_name(reading: Reading) -> None:
    """空军“王海大队” and the same again without its service; 海军|山东舰: ships are named after a province or city."""
    text = reading.text
    if "军" not in text:
        return
    known = {m["name"] for m in _HONOURED.finditer(text) if m["of"]}
    for m in _HONOURED.finditer(text) if known else ():
        name = m["name"] or m["again"]
        if name in known:
            claim_agency(reading, name, *m.span("name" if m["name"] else "again"), "agency-army", 0.85)
        if m["of"]:
            claim_agency(reading, m["of"], *m.span("of"), "agency-army", 0.85)
    for m in _SHIP.finditer(text) if "海军" in text or "航母" in text else ():
        hit = reading.hits.ending_at(m.start())
        if hit is not None and hit.division.level in ("province", "prefecture"):
            ship = text[hit.start : m.end()]
            claim_agency(reading, ship, hit.start, m.end(), "agency-ship", 0.8)
            entity = reading.known("Agency", organ_key(ship))
            if entity is not None and text.endswith("海军", 0, hit.start):
                reading.alias(entity, "海军" + ship)


def terms(reading: Reading) -> None:
    """十四届全国人大常委会 is a printed form of 全国人大常委会, 政协第十四届全国委员会 one of 全国政协."""
    for m in _TERM.finditer(reading.text) if "届" in reading.text else ():
        body = reading.known("Agency", organ_key(m["body"] or "全国政协"))
        if body is not None:
            reading.alias(body, m[0])
