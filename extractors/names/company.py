"""Companies: by legal suffix, by industry suffix, and by short form after the full form."""

from __future__ import annotations

import re

from extractors.lexicon import HAN, alternatives
from extractors.names.bounds import left_edge
from extractors.reading import Entity, Reading

_LEGAL = r"(?:股份|控股)?(?:集团)?(?:股份)?有限(?:责任)?公司|集团股份公司|股份公司|集团公司|(?:分|子)公司|总公司|公司"
_SITES = r"铁矿|煤矿|铝矿|铜矿|金矿|矿业|矿山|煤业|钢铁|钢厂|电厂|发电厂|热电厂|水泥厂|玻璃厂|化肥厂|制药厂|药厂|酒厂|纺织厂|机械厂|加工厂|造纸厂|食品厂|服装厂|砖厂|自来水厂|种业|化工|制药|药业|酒业|乳业|集团"
_LEGAL_HEAD = re.compile(rf"(?:{_LEGAL})(?:[{HAN}]{{2,8}}?(?:分公司|分行|支行|分厂|铁矿|煤矿|铝矿|铜矿|金矿|电厂|工厂))?")
_SITE_HEAD = re.compile(rf"(?:{_SITES})")
_BANK = re.compile(
    rf"(?:中国)?(?:工商银行|农业银行|建设银行|交通银行|邮政储蓄银行|农业发展银行|国家开发银行|进出口银行)(?:[{HAN}]{{2,6}}?(?:省分行|市分行|分行|支行))?"
    rf"|[{HAN}]{{2,6}}(?:农商银行|农村商业银行|村镇银行|信用联社|农信社)"
)
_KNOWN = (
    "国铁集团 国家铁路集团 中国石油 中石油 中国石化 中石化 中国海油 中海油 国家电网 南方电网 国家能源集团 中国华能 中国大唐 中国华电 国家电投 三峡集团 中国移动 中国联通 "
    "中国电信 中国铁塔 中国中车 中国建筑 中国中铁 中国铁建 中国交建 中国电建 中国能建 中国铝业 中国五矿 中粮集团 中国船舶集团 中国航天科技集团 航天科技集团 航天科工集团 中国航天科工集团 "
    "中国航空工业集团 中国商飞 中核集团 中广核 宝武集团 华为 腾讯 阿里巴巴 京东 百度 小米 比亚迪 宁德时代 美团 字节跳动 特斯拉 空客 波音 西门子 大众汽车 宝马 苹果公司"
).split()
_KNOWN_NAME = re.compile(rf"(?:{alternatives(_KNOWN)})(?:公司)?")
_GENERIC = re.compile(
    r"^(?:该|本|我|各|两|三|多|一|某|此|这|那|其|全|新|老|大|小|中|外|国|有|上市|相关|有关|龙头|科技|高新技术|民营|国有|外资|合资|建筑|施工|保险|物业|供水|供电|燃气|旅游|农业|贸易|"
    r"电力|煤矿|化工|生物|医药|投资|租赁|运营|平台|家|物流|快递|互联网|跨国|初创|创业|子|分|母|总|集团|石油|石化|钢铁|运输|担保|证券|基金|信托|劳务|网约车|航空|金融|能源|大型|骨干|重点|精细|"
    r"天然气|新能源|传统|现代|中小|煤炭|铁路|中央|中医|项目|承建|监理|设计|勘察|家政|环保|餐饮|食品|纺织|水务|热力|公交|客运|出租|地产|房地产|物管|农机|种植|养殖|加工|服装|国企|央企|企业)*"
    r"(?:有限公司|公司|集团|总公司|分公司|子公司|矿业|矿山|煤业|煤矿|铁矿|金矿|铜矿|钢铁|钢厂|电厂|药厂|酒厂|种业|化工|制药|药业|酒业|乳业|加工厂|水泥厂|食品厂|服装厂|砖厂|发电厂|热电厂|自来水厂|股份有限公司)$"
)
_PLACE_FIRST = re.compile(rf"[（(][{HAN}]{{2,4}}[）)]")


def read(reading: Reading) -> None:
    """Add the companies of the article; short forms of a full name found elsewhere are the same company."""
    for m in _KNOWN_NAME.finditer(reading.text):
        if not _LEGAL_HEAD.match(reading.text, m.end()):
            reading.claim(reading.entity("Company", m[0]), m.start(), m.end(), "company-known", 0.9)
    for m in _BANK.finditer(reading.text):
        start = max(m.start(), left_edge(reading, m.end()))
        reading.claim(reading.entity("Company", reading.text[start : m.end()]), start, m.end(), "company-bank", 0.85)
    for m in _LEGAL_HEAD.finditer(reading.text):
        _named(reading, m.start(), m.end(), "company-legal", 0.95)
    _short_forms(reading)
    for m in _SITE_HEAD.finditer(reading.text):
        _named(reading, m.start(), m.end(), "company-site", 0.7)


def _named(reading: Reading, head: int, end: int, rule: str, confidence: float) -> Entity | None:
    """Claim the company whose head (有限公司, 集团, 铜矿 …) lies between the two positions."""
    if not reading.free(head, end) or re.match(r"[化员股式总经团]", reading.text[end : end + 1] or "，"):
        return None
    start = _start(reading, head)
    name = reading.text[start:end]
    core = name[: head - start]
    if len(core) < 2 or _GENERIC.match(name) or re.match(r"[（）“”\-+]", name):
        return None
    if rule == "company-site" and not _vouched(reading, start, head):
        return None
    entity = reading.entity("Company", name)
    hit = reading.hits.at(start)
    if hit is not None and hit.start == start:
        entity.seat = hit.division
    reading.claim(entity, start, end, rule, confidence)
    return entity


def _start(reading: Reading, head: int) -> int:
    """Return the left edge; of several places in a row (交城县山西利虎…) the last wider one begins the name."""
    start = left_edge(reading, head)
    text = reading.text
    begins = [h for h in reading.hits if start <= h.start < head]
    for before, hit in zip(begins, begins[1:], strict=False):
        if before.end == hit.start and not hit.division.code.startswith(before.division.code):
            start = hit.start
    if begins and begins[0].start > start and begins[0].start - start <= 6 and not text[start : begins[0].start].strip("“”（）"):
        start = begins[0].start
    if begins and start < begins[0].start:
        lead = text[start : begins[0].start]
        if len(lead) <= 4 and not re.search(r"中国|集团|公司", lead):
            start = begins[0].start
    return start


def _vouched(reading: Reading, start: int, head: int) -> bool:
    """A name by industry suffix alone must begin with a place: 黄石铜山口铜矿."""
    hit = reading.hits.at(start)
    return hit is not None and hit.start == start and head - hit.end >= 1


def _short_forms(reading: Reading) -> None:
    """诚信种业 for 山西诚信种业有限公司: the full name without place and legal form, or its first two characters with a
    company-like end, wherever it stands alone."""
    for company in reading.of_label("Company"):
        for short in _shorts(reading, company):
            for m in re.finditer(re.escape(short), reading.text):
                reading.claim(company, m.start(), m.end(), "company-short", 0.85)


def _shorts(reading: Reading, company: Entity) -> list[str]:
    name = company.name
    legal = re.search(rf"(?:{_LEGAL})$", name)
    if not legal:
        return []
    core = _PLACE_FIRST.sub("", name[: legal.start()])
    hit = next((h for h in reading.hits if company.mentions and h.start == company.mentions[0].start), None)
    stem = core
    if hit is not None:
        stem = core[len(hit.name) :] if core.startswith(hit.name) else core
    shorts = [name[: legal.start()] + "公司", name[: legal.start()] + "集团", name[: legal.start()], stem + "公司", stem + "集团", stem]
    return [s for s in dict.fromkeys(shorts) if len(s) >= 4 and s != name]
