"""Companies: by legal form, by trade, by what is known, by lists (甲、乙等企业), and short forms of all of these."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from extractors.lexicon import HAN, alternatives
from extractors.names.bounds import Edge, aligned, edge
from extractors.names.place import level_division
from extractors.names.tokens import NAME, PLACE, QUOTED, SINGLE, is_common, segment
from extractors.names.vocabulary import FUNCTION, NOUN, NUMBER, PROPER, VERB
from extractors.reading import Entity, Mention, Reading

_LEGAL = r"(?:股份|控股)?(?:（集团）)?(?:集团)?(?:股份)?有限(?:责任)?公司|集团股份公司|股份公司|集团(?:总)?公司|(?:分|子)公司|总公司|公司"
_BRANCH = rf"(?:(?![的等和与在])[{HAN}]){{2,8}}?(?:分公司|分行|支行|分厂|铁矿|煤矿|铝矿|铜矿|金矿|电厂|工厂)"
_FORM = re.compile(rf"(?:{_LEGAL})$")
_AFTER_FORM = re.compile(rf"(?:（[{HAN}]{{2,6}}）)?(?P<branch>{_BRANCH})?")
_TRADES = (
    "铁矿 煤矿 铝矿 铜矿 金矿 矿业 煤业 铝业 钢铁 钢厂 电厂 发电厂 热电厂 水泥厂 玻璃厂 化肥厂 制药厂 药厂 酒厂 纺织厂 机械厂 "
    "加工厂 造纸厂 食品厂 服装厂 砖厂 自来水厂 种业 化工 制药 药业 酒业 乳业 重工 集团 汽车厂 造船厂 加油站 银行 农商行 信用社 石化 "
    "科技 电子 棉业 光电 证券 基金公司 船厂 机床厂 饮料厂 皮革厂 电器厂"
).split()
_TRADE_HEAD = re.compile(alternatives(_TRADES))
# What a name by trade alone may be without a place before it: 福沃克集团, 忠和酒业. 科技 and 电子 are too common for that.
_STRONG_TRADES = frozenset("集团 矿业 煤业 铝业 钢铁 种业 制药 药业 酒业 乳业 重工 棉业".split())
_SECTORS = (*(t for t in _TRADES if t != "集团"), *"物流 食品 环保 能源 生物 医药 建材 材料 置业 农业 畜牧 牧业 光伏 重工 机械 汽车 纺织 服饰 印务 传媒 电器 仪器 陶瓷".split())
_PLANTS = frozenset(w for w in _TRADES if w.endswith(("矿", "厂")))
_BANK = re.compile(
    rf"(?:中国工商银行|中国农业银行|中国建设银行|中国邮政储蓄银行|中国农业发展银行|中国进出口银行|中国光大银行|中国民生银行|工商银行|农业银行|建设银行|交通银行|邮政储蓄银行|农业发展银行|国家开发银行|进出口银行|光大银行|招商银行|民生银行|浦发银行|中信银行|兴业银行|平安银行|华夏银行|广发银行)"
    rf"(?:股份有限公司)?(?:(?![的等和与在])[{HAN}]){{0,6}}?(?:省分行|市分行|分行|支行)?"
)
_KNOWN = (
    "国铁集团 国家铁路集团 中国石油 中石油 中国石化 中石化 中国海油 中海油 国家电网 南方电网 国家能源集团 中国华能 中国大唐 中国华电 "
    "国家电投 三峡集团 中国移动 中国联通 中国电信 中国铁塔 中国中车 中国建筑 中国中铁 中国铁建 中国交建 中国电建 中国能建 中国铝业 "
    "中国五矿 中粮集团 中国船舶集团 中国航天科技集团 航天科技集团 航天科工集团 中国航天科工集团 中国航空工业集团 中国商飞 中核集团 中广核 "
    "宝武集团 中国宝武 中国一汽 东风汽车 中国华润 中国中化 中国通用技术集团 国投集团 中国星网 中国电科 中国铁物 中国稀土集团 中铝集团 "
    "中建集团 鞍钢集团 华为 腾讯 阿里巴巴 京东 百度 小米 比亚迪 宁德时代 美团 字节跳动 特斯拉 空客 波音 西门子 西门子医疗 西门子能源 一汽丰田 一汽大众 上汽大众 上汽通用 广汽本田 广汽丰田 东风日产 华晨宝马 大众汽车 通用电气 丰田 本田 奔驰 奥迪 阿斯利康 巴斯夫 壳牌 埃克森美孚 沃尔玛 辉瑞 罗氏 诺华 强生 联合利华 三星 英特尔 高通 微软 谷歌 英伟达 宝马 苹果公司 "
    "联想集团 中国人寿 中国人保 中国太保 中国邮政 中国烟草 中国航油 国药集团 中国联合石油 国家管网集团 中国物流集团 招商局集团"
).split()
_KNOWN_NAME = re.compile(rf"(?:{alternatives(_KNOWN)})(?:公司)?(?![街路村镇乡县区市])")
# More of the name follows: 中国石油|天然气集团有限公司.
_LONGER = re.compile(rf"[{HAN}]{{0,8}}?(?:有限|股份|集团|总公司)|制药|电力|能源|化工|医疗")
_LIST_END = re.compile(
    r"等(?:\d+|[一二三四五六七八九十百多数几两]+)?(?:余|多)?[家户个]?(?:(?!领域|产业|方面|环节)[\u4e00-\u9fff]){0,6}?(?:企业|公司|厂家|药企|车企|央企|国企|民企|商家|电商|厂商|超市|银行)(?![家人主会])"
)
_NO_FIRM = re.compile(r"犯罪|军|利益|诈骗|走私|医疗|教育|企业|既得|黑社会|学校|小学|中学|医院|大|小|多|各")
_ITEM = re.compile(rf"[{HAN}A-Za-z0-9·“”（）]{{2,16}}$")
# A short form that ends so is the thing itself and not the firm that runs it: 某某铁路 beside 某某铁路有限公司.
_OTHER_THING = re.compile(
    r"(?:铁路|高速|公路|大桥|隧道|电站|机场|项目|工程|园区|产业园|港口|水库|地铁|矿区|广播电视|广播|电视)$"
)
_GENERIC_WORDS = frozenset(
    "该 本 我 各 两 三 多 一 某 此 这 那 其 全 新 老 大 小 中 外 国 有 省 市 县 区 家 子 分 母 总 集团 公司 有限 企业 国有 民营 国企 央企 上市 龙头 相关 平台 "
    "创业 科创 第三 三方 第三方 合资 外资 私营 股份 责任 高新 技术 高新技术 跨国 初创 创业 互联 网络 网约车 大型 骨干 重点 中小 中小型 小型 地方 项目 承建 监理 设计 "
    "勘察 物管 出租车 快递 互联网".split()
)


def read(reading: Reading) -> None:
    """Add the companies of the article; short forms of a full name found elsewhere are the same company."""
    text = reading.text
    for m in _BANK.finditer(text):
        reading.claim(reading.entity("Company", m[0]), m.start(), m.end(), "company-bank", 0.85)
    for m in _KNOWN_NAME.finditer(text):
        if not _LONGER.match(text, m.end()) and aligned(reading, m.start(), m.end()):
            reading.claim(reading.entity("Company", m[0]), m.start(), m.end(), "company-known", 0.9)
    for m in re.finditer("公司", text):
        _legal(reading, m.end())
    _short_forms(reading)
    for m in _TRADE_HEAD.finditer(text):
        _by_trade(reading, m)
    _lists(reading)


def _legal(reading: Reading, stop: int) -> None:
    """Claim the company whose legal form ends here; a branch printed behind it belongs to the name."""
    form = _FORM.search(reading.text, max(0, stop - 14), stop)
    after = _AFTER_FORM.match(reading.text, stop)
    if form is None or after is None:
        return
    head, end = form.start(), after.end()
    if after["branch"] and re.search(r"[位于以及将是为与]|建设|投资|项目", after["branch"]):
        end = after.start("branch")
    if not reading.free(head, end) or re.match(r"[化员股式总经团]", reading.text[end : end + 1] or "，"):
        return
    found = edge(reading, head)
    if not _is_name(reading, found, head):
        return
    _claim(reading, found, head, end, "company-legal", 0.95)


def _is_name(reading: Reading, found: Edge, head: int) -> bool:
    """Tell whether the words before the head make a name, not a kind of company (上市公司, 物业公司, 省属国有公司)."""
    words = [w for w in found.words if reading.text[w.start : w.end] not in _GENERIC_WORDS]
    core = reading.text[found.start : head]
    if core.count("（") != core.count("）"):
        return False
    if len(core) < 2 or not words or re.match(r"[（）”\-+]", core):
        return False
    if is_common(words) and not core.startswith(("中国", "国家", "市", "县", "省", "区")):
        return False
    if is_common(words) and len(core) < 4:
        return False
    return not (
        len(words) == 1
        and words[0].kind == PLACE
        and len(core) == words[0].end - words[0].start
        and head - found.start < 2
    )


def _claim(reading: Reading, found: Edge, head: int, end: int, rule: str, confidence: float) -> Mention | None:
    name = reading.text[found.start : end]
    level = re.match(r"(省|市|县|区|州)(?=[\u4e00-\u9fff]{2})", name)
    home = level_division(reading, level[1], found.start) if level else None
    full = home.name + name[1:] if home is not None else name
    if level and home is None:
        return None
    entity = reading.entity("Company", full)
    entity.seat = entity.seat or home or found.place
    return reading.claim(entity, found.start, end, rule, confidence)


def _by_trade(reading: Reading, m: re.Match[str]) -> None:
    """黄石铜山口铜矿, 忠和酒业: a place or an unknown word, then what the firm does."""
    text, head, end = reading.text, m.start(), m.end()
    if (
        not reading.free(head, end)
        or text[end : end + 1] in tuple("化员股式总经团军群类品业厂")
        or not aligned(reading, head, end)
    ):
        return
    if re.match(
        rf"[{HAN}]{{0,4}}(?:产业|行业|园|基地|项目|工程|学院|大学|协会|职业|市场|企业|公司|技术|产品|馆|中心)",
        text[end : end + 8],
    ):
        return
    found = edge(reading, head)
    found = _from_brand(found)
    core = [w for w in found.words if w.kind not in (PLACE, NUMBER)]
    placed = any(w.kind == PLACE for w in found.words)
    size = head - found.start - sum(w.end - w.start for w in found.words if w.kind == PLACE)
    brand = list(takewhile(lambda w: w.kind in (SINGLE, PROPER, FUNCTION), core))
    length = sum(w.end - w.start for w in brand)
    if size > 8 or found.before is not None:
        return
    level = text[found.start] in "省市县区" and core and core[0].end - core[0].start == 1
    plain = not any(w.kind == VERB for w in core) and not _NO_FIRM.search(text[found.start : head])
    if plain and (placed or level) and 2 <= size <= 6 and (m[0] == "集团" or (m[0] in _PLANTS and not is_common(core))):
        _claim(reading, found, head, end, "company-placed", 0.75)
        return
    if not 2 <= length <= 4:
        return
    if m[0] in _STRONG_TRADES or placed:
        if m[0] in ("银行", "科技", "电子") and not placed:
            return
        _claim(reading, found, head, end, "company-trade", 0.75)


def _from_brand(found: Edge) -> Edge:
    """Leave out the ordinary words before a brand: 跨国企业 | 某氏制药."""
    words = list(found.words)
    while len(words) > 1 and words[0].kind == NOUN and words[1].kind in (NOUN, SINGLE, PROPER):
        words = words[1:]
    if not words or words[0].kind not in (SINGLE, PROPER):
        return found
    return replace(found, start=words[0].start, words=tuple(words), place=None, before=None)


def _lists(reading: Reading) -> None:
    """甲、乙、丙等企业: each item of the list is a company, whatever it ends in."""
    text = reading.text
    for m in _LIST_END.finditer(text):
        stop = m.start()
        while stop > 0:
            mention = reading.name_ending_at(stop)
            if mention is not None:
                if mention.label != "Company":
                    break
                start = mention.start
            else:
                item = _ITEM.search(text, max(0, stop - 17), stop)
                if item is None:
                    break
                start = _item_start(reading, item.start(), stop)
                if start is None:
                    break
                reading.claim(reading.entity("Company", text[start:stop]), start, stop, "company-list", 0.8)
            if text[start - 1] != "、" or start < 2:
                break
            stop = start - 1


def _item_start(reading: Reading, low: int, stop: int) -> int | None:
    """Return where a list item begins that is a name: unknown characters among its words, no verb after them."""
    found = edge(reading, stop)
    words = [w for w in found.words if w.start >= low]
    if not words or is_common(words) or any(w.kind in (NAME, FUNCTION) for w in words):
        return None
    if found.stopped is not None and found.stopped.kind == NUMBER and found.stopped.end == words[0].start:
        return None
    start = words[0].start
    if not 2 <= stop - start <= 12 or all(w.kind == PLACE for w in words):
        return None
    if not any(w.kind in (SINGLE, QUOTED, PROPER, "latin") for w in words):
        return None
    return start


def _short_forms(reading: Reading) -> None:
    """诚信种业 for 山西诚信种业有限公司: the full name without place and legal form, wherever it stands alone."""
    for company in reading.of_label("Company"):
        for short in _shorts(reading, company):
            for m in re.finditer(re.escape(short), reading.text):
                if not re.match(r"[有股集]", reading.text[m.end() : m.end() + 1]):
                    reading.claim(company, m.start(), m.end(), "company-short", 0.85)


def _shorts(reading: Reading, company: Entity) -> list[str]:
    """Return the short forms that a full company name may be printed in; none that is an ordinary word."""
    name = company.name
    legal = re.search(rf"(?:{_LEGAL})$", name)
    if not legal:
        return []
    core = re.sub(rf"[（(][{HAN}]{{2,4}}[）)]", "", name[: legal.start()])
    first = company.mentions[0].start if company.mentions else -1
    hit = reading.hits.at(first) if first >= 0 else None
    stem = core.removeprefix(hit.name) if hit is not None and hit.start == first else core
    shorts = [core + "公司", core + "集团", core + "控股集团", core, stem + "公司", stem + "集团", stem]
    words = segment(stem)
    brand = "".join(stem[w.start : w.end] for w in takewhile(lambda w: w.kind in (SINGLE, PROPER), words))
    if 2 <= len(brand) <= 4 and brand != stem:
        shorts += [brand + "公司", brand + "集团"]
    kept = [s for s in dict.fromkeys(shorts) if len(s) >= 4 and s != name]
    return [s for s in kept if s.endswith(("公司", "集团")) or (_distinct(s) and not _OTHER_THING.search(s))]


def _distinct(short: str) -> bool:
    """Tell whether a short form holds characters that make no ordinary word together."""
    return any(w.kind in (SINGLE, PROPER) for w in segment(short)) or (len(short) >= 4 and short.endswith(_SECTORS))
