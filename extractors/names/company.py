"""Companies: by legal form, by trade, by what is known, by lists (甲、乙等企业), and short forms of all of these."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from extractors.gazetteer import countries, country_names
from extractors.lexicon import HAN, LEFT_BOUNDS, alternatives
from extractors.names import banks, company_shorts, firm_lists, power_stations, same_firms, told_firms, village_firms
from extractors.names.bounds import INSIDE, Edge, aligned, edge
from extractors.names.company_shorts import GROUP_WORDS, LEGAL
from extractors.names.firm_edges import behind_zone
from extractors.names.place_entities import level_division
from extractors.names.tokens import PLACE, SINGLE, Token, is_common, segment, tokens_before
from extractors.names.vocabulary import FUNCTION, NOUN, NUMBER, PROPER, TIME, VERB
from extractors.names.wordlists import word_list
from extractors.reading import Entity, Mention, Reading
from extractors.text import occurrences

_BRANCH = rf"(?![一二三四五]期)(?:(?![的等和与在])[{HAN}]){{2,8}}?(?:支公司|分公司|分行|支行|分厂|茶厂|酒厂|糖厂|纸厂|药厂|水泥厂|化肥厂|采油厂|采气厂|加工厂(?!房)|铁矿|煤矿|铝矿|铜矿|金矿|电厂|工厂)"
_FORM = re.compile(rf"(?:{LEGAL})$")
_AFTER_FORM = re.compile(rf"(?:（[{HAN}]{{2,6}}）)?(?P<branch>{_BRANCH})?")
_TRADES = word_list("company_trades")
_TRADE_HEAD = re.compile(alternatives(_TRADES))
# What a name by trade alone may be without a place before it: 安和酒业; 科技 and 电子 are too common.
_STRONG_TRADES = frozenset(word_list("company_strong_trades"))
_PLANTS = frozenset(w for w in _TRADES if w.endswith(("矿", "厂")))
# 中建八局, 中铁十五局集团有限公司
_BUREAU = re.compile(
    rf"(?:(?:中建|中铁|中交|中水|水电|中电建|中冶|中国水电|中国铁建|中国电建|中国水利水电)(?:第)?[一二三四五六七八九十]+(?:航|工程)?局|(?:中国电建|中国能建|中国铁建|中电建|中能建|中交|中铁|中冶|中煤)(?:集团)?[{HAN}]{{1,4}}?(?:勘测|勘察|规划|设计|研究)*院(?![长士校])|中铁(?:隧道|大桥|电气化|上海|北京|广州)局|中国铁路(?:(?!集团|[局、的])[{HAN}]){{2,4}}局|(?<!中)国铁(?:(?!集团|[局、的])[{HAN}]){{2,4}}局)(?:(?:集团)?(?:总承包|第[一二三四五六七八九十]工程|[{HAN}]{{2,4}})?(?:有限)?公司|集团)?(?!长)"
)
_KNOWN = word_list("company_known")
_KNOWN_NAME = re.compile(
    rf"(?<!汗血)(?P<name>{alternatives(_KNOWN)})(?:公司|集团(?![{HAN}]{{0,2}}公司)|(?:(?<=京东)|(?<=阿里巴巴)|(?<=美团)|(?<=华为)|(?<=腾讯)|(?<=顺丰))(?P<arm>物流|健康|云|数科|优选|买菜)(?![{HAN}]{{0,2}}(?:园|基地|中心|产业)))?(?![街路村镇乡县区市]|(?<=小米)(?:园区|产业|种植|精?深?加工|基地|杂粮|[、和]))"
)
# 中国人寿|某县支公司, 国家电网|某市供电公司
_OFFICE_OF = re.compile(
    rf"(?:(?![的等和与在、，])[{HAN}]){{2,8}}?(?:支公司|分公司|供电公司|销售公司|电力公司|办事处|直属库)"
)
# More of the name follows: 中国石油|天然气集团有限公司.
_LONGER = re.compile(
    rf"（[{HAN}]{{2,6}}）[{HAN}]{{2,14}}?公司|[{HAN}]{{0,8}}?(?:有限|股份|集团|总公司)|(?:公益)?基金会|制药|电力|能源|化工|医疗|建工|置业|地产"
)
_NO_KNOWN = re.compile("奔驰(?=[在于着向而])|高通(?=[量胀货过])|中国能建(?=[设成立])")
_NUMERAL_FIRST = re.compile("(?:(?<![\u4e00-\u9fff\\d])|(?<=来到)|(?<=走进)|(?<=考察)|(?<=考察了))[三五六七八九]\\Z")
_SO_MANY_FIRMS = re.compile(rf"\d[多余]?[家个][{HAN}]{{0,5}}\Z")
_NO_FIRM = re.compile(
    r"骗保|骗补|违法|违规|犯罪|军|利益|诈骗|走私|医疗|教育|企业|既得|黑社会|学校|小学|中学|医院|大|小|多|各"
)
_FROM_ABROAD = re.compile(rf"(?:{alternatives(country_names())}|外资|跨国|外国)(?:的)?[{HAN}]{{0,4}}$")
_FIRM = re.compile(r"(?:企业|公司|巨头|集团|制造商|厂商)(?=[\u4e00-\u9fff])")
_LEAST_FOREIGN = 4
_INVESTS = re.compile(r"投资|增资|宣布|在|的")
_MEMBER = re.compile(r"人大代表|政协委员|党代表")
_BRANCH_OF = re.compile(
    rf"(?:的)?(?:下属|所属|辖内|下辖|旗下)(?:的)?(?P<branch>[{HAN}]{{2,6}}?(?:分行|支行|分公司|支公司))"
)
_GENERIC_WORDS = frozenset(word_list("company_generic_words"))
_SOME = re.compile(r"[两三四五六七八九十百\d][余多]?家")
# The one firm of its kind that a city or county has: 市城投集团, 县供电公司
_UTILITY = re.compile(
    r"(?<![全各该多两网])(?P<level>[市县区州])"
    r"(?:(?:城投|城发|城建投|交投|交发|水投|国投|农投|旅投|产投|文旅投?|城运|国资|国控|供电|公交|水务|供水|自来水|燃气|热力|烟草|石油|电力|盐业|粮油|邮政|移动|联通|电信|人保财险|人寿|新华书店)"
    r"(?:集团(?:公司)?|公司)(?!有限|股份)|新华书店(?!有限|集团|公司)"
    r"|(?:电机|水泥|化肥|农机|机械|酒|造纸|印刷|制药|糖|棉纺|纺织|砖瓦|陶瓷|食品|服装|皮革|榨油|卷烟|茶|丝绸|玻璃|塑料|五金|家具|钢铁|铸造|锅炉|轴承|水泵|变压器|自来水|发电|热电)厂(?![区房长家商]))"
)


# 市政公用集团|党委书记: ordinary words before 集团 are a name where one of its people is told
_HEADED_GROUP = re.compile(
    rf"(?:(?<![{HAN}])|(?<=[由和与及]))(?P<name>(?!该|本|各|某|省|市(?!政)|县|区|州|中国|国家)(?:(?![的了在和与及、])[{HAN}]){{2,6}}集团)"
    r"(?=(?:党委|党组)?(?:副?书记|副?董事长|总经理|副总经理|总裁|副总裁|总工程师))"
)
# 沣轩高科|与某县签约: two or three unknown characters and a trade, where the words behind tell a firm that signs or builds
_ACTS_AS_FIRM = re.compile(
    rf"(?:(?<![{HAN}])|(?<=[与和由]))(?P<name>(?P<brand>[{HAN}]{{2,3}})(?:高科|股份|科技|能源|新材|精密|光电|电源|生物|医药|食品|农业|牧业|智造|重工|环保|电子|智能|时代))"
    r"(?=与[^，。；]{2,24}?(?:签约|签订|签署|达成|合作)|(?:计划|拟|将)?投资\d|(?:公司)?(?:董事长|总经理|负责人))"
)
# What is done to firms, and so is no part of their names
_HANDLES = frozenset(
    "引进 引入 引育 招引 培育 扶持 支持 帮扶 成立 组建 注册 新增 落户 入驻 走访 举办 授予 责令 处罚 查处 约谈 监督 检查".split()
)
# When something was, and no brand as 中天, 明天 and 今日 are
_WHEN = re.compile(r"[年月近前期初末底\d]|[昨今][天晚]")
_INSIDE = INSIDE | {"更新"}  # 某市城市更新有限公司
_NOT_FORM = re.compile(r"[化员股式团]|总公司|经(?:济|营)")


def read(reading: Reading) -> None:
    """Add the companies of the article; short forms of a full name found elsewhere are the same company."""
    text = reading.text
    banks.read(reading)
    bureaus = list(_BUREAU.finditer(text))
    for m in bureaus:
        # 中建三局 for 中建三局集团有限公司
        name = max((b[0] for b in bureaus if b[0].startswith(m[0])), key=len) if m[0].endswith("局") else m[0]
        reading.claim(reading.entity("Company", name), m.start(), m.end(), "company-bureau", 0.85)
    _foreign(reading)
    for m in _KNOWN_NAME.finditer(text):
        if _MODEL.match(text, m.end()) or (m[0].endswith("为") and _FOR.match(text, m.end())):
            continue  # 波音|787, 校长李新华|为大会致辞
        if _NO_KNOWN.match(text, m.start()):
            continue  # 汽车|奔驰在公路上, 高通|量
        if m["name"] == "小米" and reading.hits.ending_at(m.start()) is not None:
            continue  # 敖汉|小米: the grain
        if not _LONGER.match(text, m.end()) and aligned(reading, m.start(), m.end()):
            branch = _OFFICE_OF.match(text, m.end()) or _of_region(reading, m.end())
            if branch is not None:
                office = reading.entity("Company", m[0] + branch[0])
                reading.claim(office, m.start(), branch.end(), "company-known", 0.85)
                continue
            own = m["arm"] or m[0].endswith("集团")
            company = reading.entity("Company", m[0] if own else m["name"])
            if not m["arm"]:
                reading.alias(company, m["name"])
            reading.alias(company, m[0])
            reading.claim(company, m.start(), m.end(), "company-known", 0.9)
    for m in _UTILITY.finditer(text):
        _utility(reading, m)
    for m in _HEADED_GROUP.finditer(text):
        behind_place = any(level + m["name"] in text for level in "省市县区州旗")  # then short for 某县信念集团
        if reading.hits.at(m.start()) is None and not behind_place:
            reading.claim(reading.entity("Company", m["name"]), *m.span("name"), "company-headed", 0.75)
    village_firms.read(reading)
    for m in _ACTS_AS_FIRM.finditer(text):
        if all(w.kind in (SINGLE, PROPER) for w in segment(m["brand"])) and reading.hits.at(m.start()) is None:
            reading.claim(reading.entity("Company", m["name"]), *m.span("name"), "company-acting", 0.75)
    for m in re.finditer("公司", text):
        _legal(reading, m.end())
    company_shorts.read(reading)
    for m in _TRADE_HEAD.finditer(text):
        _by_trade(reading, m)
    company_shorts.read(reading)
    company_shorts.groups(reading)
    firm_lists.read(reading)
    told_firms.read(reading)
    _branches(reading)
    power_stations.read(reading)
    _headed_farms(reading)
    same_firms.merge(reading)


def _of_region(reading: Reading, end: int) -> re.Match[str] | None:
    """国家电投|湖南公司: the company's own firm for a region."""
    hit = reading.hits.at(end)
    if hit is None or hit.start != end or not reading.text.startswith("公司", hit.end):
        return None
    return re.compile(rf"[{HAN}]{{2,8}}公司").match(reading.text, end, hit.end + 2)


def _utility(reading: Reading, m: re.Match[str]) -> None:
    """市城投集团, 青屏县新华书店: of the place that the level word stands for or that it ends."""
    hit = reading.hits.ending_at(m.start() + 1)
    if hit is not None:
        home, start = (hit.division if hit.full and not m[0].endswith(("公司", "集团")) else None), hit.start
    else:
        home, start = level_division(reading, m["level"], m.start()), m.start()
    if home is None or (hit is None and reading.hits.at(start) is not None) or not reading.free(start, m.end()):
        return
    company = reading.entity("Company", home.name + m[0][1:])
    company.seat = company.seat or home
    reading.claim(company, start, m.end(), "company-utility", 0.85)


# 云禾生态苑|负责人田某: a farm or inn under a name of unknown characters, whatever it ends in
_HEADED_FARM = re.compile(
    rf"(?:(?<![{HAN}])|(?<=[村镇乡在由据和]))(?P<name>(?![该本各某])(?:(?![的了在与和及、村镇乡])[{HAN}]){{2,7}}(?:[苑园场庄坊谷寨馆店]|农业|农场|牧业))(?=(?:总经理|负责人|经理|老板|场长|园长|庄主)[{HAN}]{{2,3}})"
)


def _headed_farms(reading: Reading) -> None:
    """Add what somebody heads and the article names again, wherever it stands."""
    for m in _HEADED_FARM.finditer(reading.text):
        name = m["name"]
        words = segment(name)
        unknown = sum(w.kind == SINGLE for w in words[:3])
        if reading.text.count(name) < 2 or unknown < 2 or any(w.kind in (VERB, FUNCTION) for w in words):
            continue
        for start, end in occurrences(reading.text, name):
            reading.claim(reading.entity("Company", name), start, end, "company-headed", 0.75)


def _foreign(reading: Reading) -> None:
    """来自某国的钢铁企业|某某乐米塔尔: four unknown characters or more behind a word for a firm from abroad."""
    text = reading.text
    for m in _FIRM.finditer(text):
        if not _FROM_ABROAD.search(text, max(0, m.start() - 12), m.start()):
            continue
        behind = (t for t in tokens_before(reading, m.end()) if t.start >= m.end())
        run = list(takewhile(lambda t: t.kind in (SINGLE, PROPER, NOUN), behind))
        unknown = list(takewhile(lambda t: t.kind == SINGLE, run))
        acts = m[0] == "巨头" and len(unknown) >= 2 and _INVESTS.match(text, run[-1].end)
        if (len(unknown) >= _LEAST_FOREIGN or acts) and run[0].start == m.end() and run[-1].end - m.end() <= 8:
            end = run[-1].end
            reading.claim(reading.entity("Company", text[m.end() : end]), m.end(), end, "company-foreign", 0.75)


def _branches(reading: Reading) -> None:
    """某某农村商业银行|下属的|某县支行: a branch named behind its bank carries the bank's name."""
    for m in _BRANCH_OF.finditer(reading.text):
        bank = reading.name_ending_at(m.start(), "Company")
        if bank is not None:
            entity = reading.entity("Company", bank.entity.name + m["branch"])
            reading.claim(entity, m.start("branch"), m.end("branch"), "company-branch", 0.85)


_MODEL = re.compile(r"[A-Za-z]?\d{3}")
_FOR = re.compile(
    "(?:本[次届]|此次|大会|活动|大家|仪式|获奖|[^，。；]{0,12}(?:致辞|致开幕词|致欢迎词|颁奖|颁发|授牌|授旗|揭牌|剪彩|点赞|讲授|作了?题为))"
)
_SOME_FIRMS = re.compile("跨国\\Z|[两三四五六七八九十几]大")
_KIND_OF_FIRM = re.compile("(?:服务|咨询|评级|研究|调查|投资)?(?:机构|巨头|厂商|制造商|开发商|供应商|运营商)")
"""What a firm is, before its name: 市场服务机构|克普勒公司."""
_HANDED = re.compile(r"(?:由|交给|委托|承包给|租给)")
_COUNTED_NAME = re.compile(
    rf"(?<=[、，。；\n的由进到在与和了])[一二三四五六七八九十百千万](?![家个户批大余多])[{HAN}]{{0,2}}\Z"
)


def _legal(reading: Reading, stop: int) -> None:
    """Claim the company whose legal form ends here; a branch printed behind it belongs to the name."""
    form = _FORM.search(reading.text, max(0, stop - 14), stop)
    after = _AFTER_FORM.match(reading.text, stop)
    if form is None or after is None:
        return
    head, end = form.start(), after.end()
    if after["branch"] and re.search(
        r"[位于以及将是为与]|建设|投资|项目|获[评得批]|荣获|入选|[被授列打]|新增", after["branch"]
    ):
        end = after.start("branch")
    # 某某有限公司|经营, 交给|某某公司|经营
    whole = ("有限" in form[0] or _HANDED.search(reading.text, max(0, head - 16), head)) and reading.text.startswith(
        ("经营", "经济"), end
    )
    if not reading.free(head, end) or (not whole and _NOT_FORM.match(reading.text, end)):
        return
    found = _behind_joint(reading, edge(reading, head, inside=_INSIDE if "有限" in form[0] else INSIDE), head)
    if reading.text.endswith("类", 0, head) and form[0] == "公司":
        return  # 新成立数字科技类|公司近500家
    if reading.text[found.start : head] in countries() or _SOME_FIRMS.search(reading.text, found.start, head):
        return  # 由希腊|公司所有, 日本|三大航运公司
    if (
        form[0] == "公司"
        and (place := reading.hits.at(found.start))
        and (place.start, place.end) == (found.start, head)
    ):
        return  # 上海公司, whichever it is
    branch = form[0] in ("分公司", "支公司")
    found = _with_firm(reading, found, head) if branch else _behind_and(reading, found, head)
    member = _MEMBER.search(reading.text, found.start, head)
    if member:
        found = replace(found, start=member.end(), words=tuple(w for w in found.words if w.start >= member.end()))
    counted = _COUNTED_NAME.search(reading.text, max(0, found.start - 5), found.start)
    if counted is not None and found.stopped is not None and found.stopped.kind == NUMBER:
        found = replace(found, start=counted.start(), stopped=None)  # 、十里|莲华公司
    kind = _KIND_OF_FIRM.search(reading.text, found.start, head)
    if kind is not None and form[0] == "公司" and head - kind.end() >= 2:
        found = replace(found, start=kind.end(), words=tuple(w for w in found.words if w.start >= kind.end()))
    split = (
        not branch
        and found.stopped is not None
        and (found.stopped.kind == TIME or _inside_brand(reading, found.stopped))
    )
    # 某省|海岳绿|能|公司, 某省海|明清|洁能源公司
    if "有限" in form[0] or split or reading.text.endswith("能", 0, head):
        found = _with_he(reading, _behind_town(reading, _behind_place(reading, found, head), head))
    if not _is_name(reading, found, head, full="有限" in form[0]):
        return
    _claim(reading, found, head, end, "company-legal", 0.95)


def _with_firm(reading: Reading, found: Edge, head: int) -> Edge:
    """沣轩建设集团|太原分公司: take the firm to its branch, which is called by its place."""
    hit = reading.hits.at(found.start)
    if (
        hit is None
        or (hit.start, hit.end) != (found.start, head)
        or not reading.text.endswith(_FIRM_ENDS, 0, hit.start)
    ):
        return found
    firm = edge(reading, hit.start, inside=_INSIDE)
    if not firm.words or firm.start == hit.start or not reading.free(firm.start, hit.start):
        return found
    return replace(firm, words=(*firm.words, *found.words))


_FIRM_ENDS = ("集团", "邮政", "移动", "联通", "电信", "铁塔", "人保", "石油", "石化", *company_shorts.SECTORS)


def _behind_and(reading: Reading, found: Edge, head: int) -> Edge:
    """中国沣轩工程与|科威特某某公司: 与 before a country joins two."""
    at = reading.text.find("与", found.start + 3, head - 4)
    if at < 0 or not reading.text.startswith(tuple(countries()), at + 1):
        return found
    words = tuple(w for w in found.words if w.start > at)
    return replace(found, start=at + 1, words=words, place=None, before=None, stopped=Token(at, at + 1, FUNCTION))


def _behind_joint(reading: Reading, found: Edge, head: int) -> Edge:
    """某镇|联合|某省某某公司: 联合 joins two where a place or a name ends before it."""
    at = reading.text.find("联合", found.start, head - 3)
    if at < 0:
        return found
    if reading.name_ending_at(at) is None and reading.hits.ending_at(at) is None:
        return found
    start = at + len("联合")
    words = tuple(w for w in found.words if w.start >= start)
    hit = reading.hits.at(start)
    place = hit.division if hit is not None and hit.start == start else None
    return replace(found, start=start, words=words, place=place, before=None, stopped=Token(at, start, VERB))


# 广西|三和|建设工程有限责任公司: a brand whose last character joins words elsewhere
_HE_BRAND = re.compile("[三百大中永泰祥瑞仁信同义人太元]和\\Z")


def _with_he(reading: Reading, found: Edge) -> Edge:
    """Take a brand that ends in 和 to the words of a full name that has none, behind a mark or its place."""
    brand = _HE_BRAND.search(reading.text, max(0, found.start - 2), found.start)
    if brand is None or found.place is not None or not is_common(list(found.words)):
        return found
    hit = reading.hits.ending_at(brand.start())
    opens = hit is not None or re.match(rf"[{HAN}]", reading.text[brand.start() - 1 : brand.start()]) is None
    own = Token(brand.start(), brand.end(), PROPER)
    start = hit.start if hit is not None else brand.start()
    return replace(found, start=start, words=(own, *found.words), stopped=None) if opens else found


def _behind_town(reading: Reading, found: Edge, head: int) -> Edge:
    """某市某县柳湾镇|云田家庭农场有限公司: a row of places down to the town tells where the firm is."""
    row = list(takewhile(lambda w: w.kind == PLACE, found.words))
    if len(row) < 2 or not reading.text.endswith(("镇", "乡", "街道", "村"), 0, row[-1].end) or head - row[-1].end < 2:
        return found
    hit = reading.hits.at(row[-1].start)
    return replace(
        found,
        start=row[-1].end,
        words=found.words[len(row) :],
        place=hit.division if hit is not None else found.place,
        stopped=row[-1],
    )


def _behind_place(reading: Reading, found: Edge, head: int) -> Edge:
    """文水县|开心|玩具有限公司: a firm's full name runs back over a verb to its place, unless the verb brings firms in."""
    stopped = found.stopped
    if stopped is None or stopped.end != found.start or found.place is not None:
        return found
    brand = _inside_brand(reading, stopped)
    if stopped.kind not in (VERB, TIME) and not brand:
        return found
    words = [t for t in tokens_before(reading, head) if t.end <= head]
    for at in range(len(words) - 1, -1, -1):
        token = words[at]
        word = reading.text[token.start : token.end]
        foreign = token.kind == FUNCTION and not _inside_brand(reading, token)
        told = token.kind == TIME and _WHEN.search(word) is not None
        if head - token.start > 16 or foreign or told or word in LEFT_BOUNDS or word in _HANDLES:
            return found
        if word in ("中国", "中华"):
            return replace(found, start=token.start, words=tuple(words[at:]), stopped=None, before=None)
        hit = reading.hits.at(token.start) if token.kind == PLACE else None
        if hit is not None and hit.start == token.start and (hit.full or hit.division.level == "province" or brand):
            return replace(
                found, start=hit.start, words=tuple(words[at:]), place=hit.division, stopped=None, before=None
            )
        if reading.text[token.start - 1 : token.start] == "、" and at < len(words) - 1:
            return replace(found, start=token.start, words=tuple(words[at:]), stopped=None, before=None)
    return found


def _inside_brand(reading: Reading, token: Token) -> bool:
    """Tell whether a function word may be a character of a brand: 百事|得|净化设备有限公司, 悠|进|电子科技有限公司."""
    if token.end - token.start > 1 or token.kind not in (FUNCTION, VERB):
        return False
    if reading.text[token.start] in "得来好能可未乐自":
        return True
    before = next((t for t in tokens_before(reading, token.start) if t.end == token.start), None)
    return (
        before is not None and before.kind == SINGLE and reading.text[token.start] not in "的了在与和及将对向把被从由"
    )


def _is_name(reading: Reading, found: Edge, head: int, *, full: bool = False) -> bool:
    """Tell whether the words before the head make a name, not a kind of company (上市公司, 物业公司, 省属国有公司).

    Before the `full` legal form (中铁沣河实业有限公司) ordinary words do, too, when they are long enough.
    """
    words = [w for w in found.words if reading.text[w.start : w.end] not in _GENERIC_WORDS]
    core = reading.text[found.start : head]
    if core.count("（") != core.count("）") or _SOME.search(core):
        return False
    if len(core) < 2 or not words or re.match(r"[（）”\-+]", core):
        return False
    if full and len(core) >= 4 and sum(w.end - w.start for w in words) >= 4:
        return True
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
    if reading.text.startswith(("我省", "我市", "我县", "我区", "我州"), max(0, found.start - 1)):
        found = replace(found, start=found.start + 1)  # 我县|某某纸业
    lead = _LEADS_IN.match(reading.text, found.start, head)
    if lead is not None:
        found = replace(found, start=lead.end())
    found = replace(found, start=behind_zone(reading.text, found.start, end))
    name = reading.text[found.start : end]
    level = re.match(r"(省|市|县|区|州)(?=[\u4e00-\u9fff]{2})", name)
    home = level_division(reading, level[1], found.start) if level else None
    full = home.name + name[1:] if home is not None else name
    if level and home is None:
        return None
    entity = _of_longer_name(reading, full) or reading.entity("Company", full)
    entity.seat = entity.seat or home or found.place
    return reading.claim(entity, found.start, end, rule, confidence)


# 我县与|某某集团, 2017年|国网某县供电公司, 爱心商家|某某食品有限公司
_LEADS_IN = re.compile(
    rf"[与及](?=[{HAN}])|[年月日](?=国网|国家|中国)|(?:对话|专访|走近)(?=[{HAN}（）]{{5}})|(?:项目)?法人(?:单位)?为|[诉听](?:施工方|建设方)?(?=(?:[{HAN}]{{2,3}}[省市县])?[{HAN}]{{6}})|(?:爱心|龙头|链主|知名|本土|外来|驻地|帮扶|捐赠|承建|施工|业主)(?:商家|企业|单位|方)"
)
_LEGAL_END = re.compile(r"(?:有限|有限责任|股份)公司$")


def claim(reading: Reading, start: int, end: int, rule: str, confidence: float) -> Mention | None:
    """Claim the span as a firm: the one of the article whose name it shortens, else a new one; None when part of it is taken."""
    name = reading.text[start:end]
    return reading.claim(
        _of_longer_name(reading, name) or reading.entity("Company", name), start, end, rule, confidence
    )


def _of_longer_name(reading: Reading, name: str) -> Entity | None:
    """Return the one firm of the article whose legal name is this one behind its place: 山西|某某种业有限公司."""
    if name.endswith("集团") and len(name) > 5:  # 金沟粮油集团 for 某省金沟粮油集团
        whole = [e for e in reading.of_label("Company") if e.name != name and e.name.endswith(name)]
        return whole[0] if len(whole) == 1 else None
    if not name.endswith("公司"):
        return None
    if len(name) < 8:  # 某某公司 for 某某农业发展有限公司
        whole = [e for e in reading.of_label("Company") if _LEGAL_END.search(e.name) and e.name.startswith(name[:-2])]
        return whole[0] if len(whole) == 1 and len(name) > 3 else None
    longer = [e for e in reading.of_label("Company") if e.name != name and e.name.endswith(name)]
    return longer[0] if len(longer) == 1 else None


_RUNS_ON = re.compile(r"[化员股式团军群类品业厂房]|总(?!经理|裁|工程师|监)|经(?!理)")


_AS_GROUP = re.compile(r"集团(?!公司|股份|有限|总公司|[化员股式团军群])")
"""Behind a trade: 某某茶业|集团."""


def _by_trade(reading: Reading, m: re.Match[str]) -> None:
    """某市某山铜矿, 安和酒业: a place or an unknown word, then what the firm does."""
    text, head, end = reading.text, m.start(), m.end()
    group = _AS_GROUP.match(text, end) if m[0] != "集团" else None
    end = group.end() if group is not None else end
    if not reading.free(head, end) or _RUNS_ON.match(text, end) or not aligned(reading, head, end):
        return
    if _SO_MANY_FIRMS.search(text, max(0, head - 8), head):
        return  # 6家|稀土集团
    if re.match(
        rf"(?!旗下|下属|所属|属下|直属|[的与和及])[{HAN}]{{0,4}}(?:产业|行业|园|基地|项目|工程|学院|大学|协会|职业|市场|企业|公司|技术|产品|馆|中心)",
        text[end : end + 8],
    ):
        return
    found = _behind_joint(reading, edge(reading, head), head)
    national = text.startswith(("中国", "中华"), found.start)
    found = found if national else _from_brand(found)
    land = found.words[0] if m[0] == "集团" and len(found.words) > 1 else None
    if land is not None and (text[land.start : land.end] not in countries() or found.words[1].kind != SINGLE):
        land = None  # 丹麦|某某集团
    placed = any(w.kind == PLACE for w in found.words)
    named = m[0] in _STRONG_TRADES and placed  # 某省|一正|药业
    words = found.words[1:] if land is not None else found.words
    core = [w for w in words if w.kind != PLACE and (w.kind != NUMBER or (named and w.end - w.start == 1))]
    size = head - found.start - sum(w.end - w.start for w in found.words if w.kind == PLACE)
    kinds = (SINGLE, PROPER, FUNCTION, NUMBER) if named else (SINGLE, PROPER, FUNCTION)
    brand = list(takewhile(lambda w: w.kind in kinds, core))
    length = sum(w.end - w.start for w in brand)
    if size > 8 or found.before is not None or (m[0] in _PLANTS and _BUILDS.search(text, found.start, head)):
        return
    level = text[found.start] in "省市县区" and core and core[0].end - core[0].start == 1
    acts = [w for w in core if w.kind == VERB and not (m[0] == "集团" and text[w.start : w.end] in GROUP_WORDS)]
    plain = (national or not acts) and not _NO_FIRM.search(text[found.start : head])
    whole = m[0] == "集团" or (m[0] in _PLANTS and not is_common(core))
    if plain and (placed or level or (national and size > 2)) and 2 <= size <= 6 and whole:
        _claim(reading, found, head, end, "company-placed", 0.75)
        return
    if not 2 <= length <= 4:
        return
    if m[0] in _STRONG_TRADES or placed or land is not None:
        if m[0] == "钢铁" and text.startswith(("长城", "洪流", "意志", "脊梁"), head + 2):
            return
        if m[0] in ("银行", "科技", "电子") and not placed:
            return
        if _NUMERAL_FIRST.search(text, max(0, found.start - 1), found.start):
            found = replace(found, start=found.start - 1)  # 、九|禾丰种业
        claimed = _claim(reading, found, head, end, "company-trade", 0.75)
        if claimed is not None and land is not None:
            reading.alias(claimed.entity, text[land.end : end])


_BUILDS = re.compile("建设|[新兴扩改]建|建[起成]")
"""What is done to a plant, and so ends what stands before its name."""


def _from_brand(found: Edge) -> Edge:
    """Leave out the ordinary words before a brand: 跨国企业 | 某氏制药."""
    words = list(found.words)
    while len(words) > 1 and words[0].kind == NOUN and words[1].kind in (NOUN, SINGLE, PROPER):
        words = words[1:]
    if not words or words[0].kind not in (SINGLE, PROPER):
        return found
    return replace(found, start=words[0].start, words=tuple(words), place=None, before=None)
