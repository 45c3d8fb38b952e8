"""Agencies by grammar: a place or level word, an organ, an internal unit; short forms completed by home."""

from __future__ import annotations

import re
from itertools import pairwise

from extractors.gazetteer import Division, load_gazetteer
from extractors.identity.tables import organ_synonyms
from extractors.lexicon import (
    DEPARTMENT_ENDS,
    DOMAINS,
    HAN,
    MASS_BODIES,
    NATIONAL,
    NATIONAL_SYNONYMS,
    PARTIES,
    POSTS,
    alternatives,
)
from extractors.names import agency_units, branches, foreign_bodies, special_regions
from extractors.names.agency_units import PANEL
from extractors.names.listed_villages import stems_around
from extractors.names.organs import organ_key
from extractors.names.place_entities import level_division, place_before
from extractors.names.tokens import is_common, is_own, segment
from extractors.names.vocabulary import FUNCTION, VERB
from extractors.reading import Reading

_DOMAIN = alternatives(DOMAINS)
_DEPARTMENT = rf"(?:{_DOMAIN})(?:{alternatives(DEPARTMENT_ENDS)})(?!门)"
# 市公安局|某区分局
_SUBOFFICE = rf"(?:(?!召开|组织|联合|会同|带领|指导|各|等|和(?!分局)|与|及|在|到|[的了对])[{HAN}]){{1,7}}?分局"
# 省水利厅|某某处, where its head is named
_SECTION = rf"(?:(?![的了、和在等长带率领])[{HAN}]|(?<=.)与){{2,10}}?(?:[处科股室]|站(?=副?站长))(?=副?(?:[处科股站]长|主任)|(?:主要)?负责人)"
_SECTION_OF = re.compile(rf"(?P<whole>.{{3,}}?(?:{_DEPARTMENT}|[科建交农教商]委))(?P<unit>[{HAN}]{{2,10}}[处科股站])")
_GROUP = r"党组(?!书记|副书记|成员|班子)|党委(?!书记|副书记|委员|班子)"

_PARTY_UNIT = (
    "办公室|办公厅|组织部|宣传部|统战部|统一战线工作部|社会工作部|政法委员会|政法委|政研室|政策研究室|编办|人才办|[农教]工[委办]|巡察办|网信办|外办|台办|"
    "党史研究室|党史办|老干部局|机要局|机要保密局|保密办|督查室|社工部|巡察组|机关党?工委|直属机关党工委|农办|军民融合办|依法治市办|改革办|财经办|(?:深改|国安|财经|审计|网信)委(?!员)|深改办|国安办|直属机关工委|工委|督察室|督[查察]办|督[查察]局|督考办|平安办|考核办|目标办|信访局|保密局|办"
)
# 市委|农村工作领导小组, 市委|审计委员会
_PARTY_GROUP = (
    rf"(?:(?![各等和与及对向将把由的在，]|成立|召开|组织|举行|主持|建立|设立|印发|决定|研究|听取|领导小组|书记|常委|部长|副|来到|深入|走进|前往|赴|要求|强调|提出|带领|安排|指导|支持|批准|任命|推荐|派)[{HAN}]){{2,10}}?"
    r"(?:领导小组|委员会)(?:办公室|办)?(?!成立|组建)"
)
# 县运管所, 镇国土所: offices of a trade that is no department's
_OFFICE_TRADES = "运管|海事|航道|血防|结防|国土|城建|村建|村镇建设|工商|安监|畜牧兽医|邮政|路政|农技|房管|土管"
_TASKS = "三防|乡村振兴|道安|森防|防火|创建|创文|创卫|创城|禁毒|扫黑|打非|接待|林长|田长|路长|链长|营商|招商|妇儿工委|台|外|侨|党建|社会事务|经济发展|平安法治|法制|计生|信访|重点|移民|金融|扶贫|国安|疫情防控|维稳|群团|安全|应急|城管|旅游|产业|村镇建设|规划建设|征迁|招生"
_COUNCIL = (
    rf"(?:{_TASKS})办(?:公室)?(?![理事公厂好法学企成班案结证卡])|"
    r"(?:安全生产委员会|食品安全委员会|爱国卫生运动委员会)(?:办公室|办)?|安委会(?:办公室|办)?|安委办|食品安全办公室|食安委|食安办|爱卫会|爱卫办|"
    r"减灾委|森防指|防指办(?:公室)?|防指|防办|防汛办|文明办|双拥办|河长办|编办|编委|老龄办|(?:离退休|老)干部党工委|[农卫]办(?![理事好法])|党政办(?:公室)?|综治办|绿委会|环委会(?:办公室|办)?|环委办|督查办|食药安办|食药安委|安监办|综治委(?!员)|平安办|督查室|直(?:属)?机关党?工委|直工委|招办|(?:地)?方志办(?:公室)?"
)
_POLICE_UNIT = rf"公安局?(?:[{HAN}]{{0,4}}?(?:支队|大队|派出所|分局))"
_ORGAN = (
    rf"委(?:员会)?(?:(?:{_PARTY_UNIT})|第[一二三四五六七八九十\d]+巡[视察]组|{_PARTY_GROUP}|(?![员托派任屈]|党校))"
    r"|府办(?:公室)?(?![公理事好法学〔])|(?:人民)?政府(?:安委会(?:办公室)?|安委办|办公[厅室]|应急办(?:公室)?|督查室|新闻办(?:公室)?|外事办(?:公室)?|驻京办(?:事处)?|办|研究室)?"
    rf"|人民代表大会(?!常务|代表|会议|制度|第|上)|人大工委|人大办(?:公室)?(?![理事好法])|人大常委会(?:办公[厅室]|办(?![理事好法])|机关|研究室|{PANEL})?|人民代表大会常务委员会|人大{PANEL}|人大(?!代表|会议|工作|制度|一次|二次|三次)"
    rf"|政协(?:联络[组处办](?!长)|办公[厅室]|办(?![理事好法])|研究室|{PANEL}(?:办公室)?)?(?!工作|第)|纪委监委|纪委|监委|监察委员会"
    r"|中级人民法院|中级法院|中院|高级人民法院|高级法院|高院|人民法院|法院|人民检察院|检察院"
    # 县政法委, 县统战部: those of the party committee, printed without its 委
    r"|(?:政法委(?:员会)?|统战部|宣传部|组织部|社会工作部|社工部|巡察办|网信办|党史研究室|机关党工委)(?![门署分员长科]|工作)"
    rf"|{_COUNCIL}|(?:(?![和与及的等在各县市区委府])[{HAN}]){{2,6}}?(?<![主承协举])办(?=(?:常务)?副?主任)|{_POLICE_UNIT}"
    rf"|(?:{_DEPARTMENT})(?:{_SUBOFFICE}|{_SECTION})?"
    rf"|(?:科委|建委|交委|农委|教委|商委)(?:{_SECTION})?|工商业?联合会|{alternatives(MASS_BODIES)}"
    r"|(?<=[省市县区州])青联(?!委员|合)|国家税务局|地方税务局|海关(?!总|数|监管(?:区|仓|场|作业|库|部门|条件|方式|机构))|经信委(?!员)|国资委"
    r"|军分区|警备区|省军区|人武部|(?:人民)?武装部(?!队)|(?:武警|交警|特警|森林消防|消防救援|消防)[支大中]队(?!长|站)|调查队(?![员长])|公安分局"
    r"|街道办事处|街道办|管委会|管理委员会|党工委|党委|供电公司党委"
    r"|(?:农业|农科|农技|农机|林业|水利|畜牧|畜牧兽医|兽医|文化|综合文化|经管|农经|计生|动物防疫|草原|植保|植物保护|种子|土肥|土壤肥料|水保|水土保持|水管|种苗|蚕桑|茶叶|烟叶|果树|经作|经济作物|特产|渔政|水产|农村能源|质量安全监督|质安|质监|文物|血防|文广|交管|安监|统计|环卫|电管|供水|农机安全监理)(?:技术)?(?:推广|服务|管理)?站(?!长|点|台)"
    rf"|(?:{_DOMAIN}|{_OFFICE_TRADES})所(?![长属有需在谓以作用得产处])"
    r"|(?:运管|海事|航道|环卫|园林|市政)处(?!长)|(?:动物)?(?:卫生|卫生计生|动物卫生)(?:综合)?监督所(?!长)|(?:水政监察|巡特警|路政|城管|运政)[大支中]队(?!长)"
    r"|(?:城管|执法|路政|交警)[一二三四五六]?中队(?!长)|专职消防队(?!长)|(?<=[镇乡])(?:人民)?法庭|(?:人民)?调委会(?!主任)|(?<=[镇乡])工会(?![会干经小组活福成主])|邮政局|(?<=[市县区州])人行(?![道天横步便通过出走为])"
)
_OPEN_INNER = rf"(?![和与及长级委])(?!成立|设立|组建)(?:(?![和与及对向给同][省市县区州]|村民|居民|召开|组织|举行|举办|领导|干部|负责人|兼任|担任|联合|会同|中心|公司|医院|学校|局|各|等|(?<!自)由|(?<!安)全|我|你|他|这|那|一|带领|率|书记|长[{HAN}]{{2,3}}|下设|设在|层面)[{HAN}“”·]){{2,14}}?"
_OPEN_END = (
    r"安全委员会|工作委员会(?:办公室)?|委员会办公室|领导小组办公室|领导小组|协调小组办公室|协调小组|(?:专项整治|专项行动|联合整治|集中攻坚)工作组|指挥部办公室|指挥部|安委会|安委办|委员会|管理委员会|管委会|联席会议办公室|"
    r"专班|督察组|督导组|巡视组|巡察组|派出所|管理处|管理所|管理站|监管所|执法大队|执法支队|执法队|执法局|服务局|事务局|"
    r"保障局|监督局|管理局|推进办|促进局|促进会办公室|工作局|工作办公室|(?<![布格结全时战僵开当大政破])局(?![面势部限长])"
)
_LEVEL = r"自治区|省|市|县|区|州|盟|旗|镇|乡|街道"
# A level word that ends a longer word is no level word: 城市, 小区, 园区, 社区 …
_NOT_LEVEL = r"(?:(?<![各全多该两])(?=省)|(?<![城都各全多该两社小园地辖片景校矿郊灾老新库山牧林湾战军专特乡])(?<!计划单列)(?<!民主党派)(?<![各、]自治))"

# 国家能源局|某某监管办, 财政部|某某监管局
_STATIONED = rf"[{HAN}]{{2,4}}?(?:监管(?:办公室|办|局)|专员办(?:事处)?|特派员办事处|督察局)"
_NATIONAL = re.compile(
    rf"(?:{alternatives(NATIONAL)})(?:办公[厅室](?!主任)|[{HAN}]{{2,8}}?(?:司|局)(?=[{HAN}]{{0,2}}[司局]长|负责人|有关负责|主要负责)|(?<=民[盟革建进]中央)[{HAN}]{{2,6}}?部(?:[{HAN}]{{2,4}}处)?(?=副?[部处]长)|(?<=[部委局]){_STATIONED}|(?<=[部委局])[{HAN}]{{2,9}}?司(?=[，。、）和]|联合|印发|发布|组织|联系人))?(?:{_GROUP})?"
)
# 全国人大|财政经济委员会, 全国政协|社会和法制委员会、|民族和宗教委员会
_COMMITTEE = (
    r"(?:财政经济|华侨|监察和司法|监察司法|宪法和法律|宪法法律|教育科学文化卫生|教科文卫|外事|民族|民|环境与资源保护|环境资源保护|环资|农业与农村|农业农村|农|"
    r"社会建设|法制工作|预算工作|代表资格审查|代表工作|提案|经济|农业和农村|人口资源环境|教科卫体|社会和法制|"
    r"民族和宗教|港澳台侨|文化文史和学习)委(?:员会|(?!员))"
)
_COMMITTEE_OF = re.compile(
    rf"(?P<whole>全国人大常委会|全国人大|(?:第[一二三四五六七八九十]{{1,3}}届)?全国人民代表大会(?!常务)|全国政协|政协第[一二三四五六七八九十]{{1,3}}届全国委员会)(?P<unit>{_COMMITTEE}|法工委|预算工委|代工委|代表工委|办公厅(?!主任)|办公厅研究室(?:[一二三四五六七八九]局)?)"
)
_NEXT_COMMITTEE = re.compile(rf"[、和](?P<unit>{_COMMITTEE})")
_TERM = r"(?:第?[一二三四五六七八九十]{1,4}届)?"
_LOCAL = re.compile(rf"{_TERM}(?P<organ>{_ORGAN})(?P<group>{_GROUP})?")
_LEVELLED = re.compile(
    rf"{_NOT_LEVEL}(?P<level>{_LEVEL})(?!容|属(?!地)|(?<=市)场)(?:{_TERM}(?P<organ>{_ORGAN})|(?P<open>{_OPEN_INNER}(?:{_OPEN_END})))(?P<group>{_GROUP})?"
)
_OPEN = re.compile(rf"{_OPEN_INNER}(?:{_OPEN_END})(?:{_GROUP})?")
_PARTY = re.compile(
    rf"(?P<party>{alternatives(PARTIES)}|共青团|(?:(?<![{HAN}])|(?<=[、和与及同由是向对赴])|(?<=联合)|(?<=会同))团(?=[{HAN}]{{0,6}}[省市县区州]委))(?:(?P<level>[省市县区州])委(?:员会|会)?(?P<unit>办公室)?(?!员)"
    rf"|[{HAN}]{{2,9}}?(?:[省市县区州]委(?:员会|会)|委员会|[省市县区州]委|总支)(?:办公室)?)"
)
_FULL_PARTY = re.compile(r"(?:中共|中国共产党)$")
_ASSEMBLY = re.compile(rf"(?:中国人民政治协商会议|政协)(?=[{HAN}]{{2,12}}?委员会)")
_NATIONAL_ASSEMBLY = re.compile(
    r"(?:中国人民政治协商会议|政协)(?:第?[一二三四五六七八九十]{1,3}届[、和]?){1,12}全国委员会(?=副?主席|副?秘书长|(?:常务)?委员(?!会))"
)
_PARTIES_IN_FULL = {
    "中国国民党革命委员会": "民革",
    "中国民主同盟": "民盟",
    "中国民主建国会": "民建",
    "中国民主促进会": "民进",
    "中国农工民主党": "农工党",
    "中国致公党": "致公党",
    "九三学社": "九三学社",
    "台湾民主自治同盟": "台盟",
}
_PARTY_OF_TERM = re.compile(
    rf"(?P<party>{alternatives(_PARTIES_IN_FULL)})(?:第?[一二三四五六七八九十]{{1,3}}届[、和]?){{1,12}}中央委员会(?=(?:名誉|原)?副?主席)"
)
_TEAM = re.compile(
    rf"(?:中央|国务院|省委|市委)第[一二三四五六七八九十\d]+[{HAN}]{{2,10}}?(?:督察组|巡视组|巡察组|督导组)"
)
# 国家电影局, 国家森林草原防灭火指挥部, 人民银行某分行
_BRANCH = re.compile(
    rf"国家税务总局[{HAN}]{{2,9}}?税务局|国家统计局[{HAN}]{{2,6}}?调查总?队|(?<![省市县区州原])国家(?:{_DOMAIN})(?:局|总局)(?:办公[厅室](?!主任)|{_STATIONED})?|国家(?:森林草原)?[{HAN}]{{2,6}}指挥部(?:办公室)?|(?:中国)?人民银行[{HAN}]{{2,6}}?(?:分行|中心支行|支行)"
)
_BARE = re.compile(
    rf"(?<![{HAN}])(?<![市区县州]）)(?:{_DEPARTMENT})(?:{_GROUP})?|(?:(?<=[带率领和与及])|(?<=联合)|(?<=会同))(?:{_DEPARTMENT})|(?<=[率领])(?:政府|府)办(?:公室)?(?=[、，和与及])|(?<![{HAN}])政府办(?:公室)?(?=副?主任)"
)
_LEVEL_AT = re.compile(_LEVEL)
_IMPLAUSIBLE = re.compile(
    r"[的了在是将把被为让使]|[两三]级|政府与|工作会|会议|召开|组织|进行|开展|要求|强调|负责|全面|书记|主任|局长|市长|县长|人员|群众|企业家"
)
_ZONE_BODY = re.compile(rf"[{HAN}]{{2,8}}?(?:新区|开发区|高新区|经开区|保税区|示范区)(?:管理委员会|管委会|党工委)")
_ARMY = re.compile(
    r"(?:中国人民解放军)?(?:东部|南部|西部|北部|中部)战区(?:[陆海空]军|火箭军)?|中国人民解放军(?:[陆海空]军|火箭军)?(?![军建])"
)
_NUMBERED = re.compile(rf"[{HAN}]{{0,6}}〔\d{{4}}〕")
_COAST_GUARD = re.compile("(?:中国|(?P<place>[\u4e00-\u9fff]{2,3}))海警局?(?![舰船执员艇])")
_TWO_OFFICES = re.compile(r"(?<![一二])两办(?![公法])")


_SUITE = re.compile(r"陪同[^，。；]{2,30}(?:访华|来访|来华访问)的")


def read(reading: Reading) -> None:
    """Add the agencies of the article."""
    text = reading.text
    foreign_bodies.read(reading)
    branches.read(reading)
    special_regions.read(reading)
    _assemblies(reading)
    for m in _BRANCH.finditer(text):
        _claim(reading, m[0], m.start(), m.end(), "agency-branch", 0.9)
    for m in _TEAM.finditer(text):
        _claim(reading, m[0], m.start(), m.end(), "agency-team", 0.9)
    _committees(reading)
    agency_units.police(reading)
    agency_units.dispatched(reading)
    agency_units.armed_police(reading)
    for m in _NATIONAL.finditer(text):
        if m[0].endswith("部") and text[m.end() : m.end() + 1] in tuple("门队件署分"):
            continue
        if text.startswith("长", m.end()) and foreign_bodies.follows_state(text, m.start()):
            continue  # 法国|国防部长
        if _SUITE.search(text, reading.sentence(m.start()).start, m.start()):
            continue  # 陪同某某访华的有|外交部|部长: of the other state
        if _NUMBERED.match(text, m.end()):
            continue  # （工信部|信软〔2018〕135号）
        name = NATIONAL_SYNONYMS.get(m[0], m[0])
        _claim(reading, name, m.start(), m.end(), "agency-national", 0.97, key=_national_key(name))
    for m in _ARMY.finditer(text):
        _claim(reading, m[0], m.start(), m.end(), "agency-army", 0.85, key=m[0].removeprefix("中国人民解放军") or m[0])
    for m in _COAST_GUARD.finditer(text) if "海警" in text else ():
        seat = reading.hits.at(m.start("place")) if m["place"] else None
        if not m["place"] or (seat is not None and (seat.start, seat.end) == m.span("place")):
            _claim(reading, m[0], m.start(), m.end(), "agency-coast-guard", 0.85, seat.division if seat else None)
    for m in _PARTY.finditer(text):
        if m["party"] == "团" and not m["level"] and reading.hits.at(m.end("party")) is None:
            continue
        place = level_division(reading, m["level"], m.start()) if m["level"] else None
        party = "共青团" if m["party"] == "团" else m["party"]
        name = party + (place.name + "委" + (m["unit"] or "") if place is not None else text[m.end("party") : m.end()])
        _claim(reading, name, m.start(), m.end(), "agency-party", 0.9, place)
    _rows(reading)
    _placed(reading)
    _behind_this(reading)
    _of_prefectures(reading)
    _twins(reading)
    _unlisted(reading)
    _with_government(reading)
    _levelled(reading)
    _bare(reading)
    _listed(reading)
    _stations(reading)
    _street_offices(reading)
    _village_committees(reading)
    _party_groups(reading)
    _two_offices(reading)
    _by_kind(reading)
    agency_units.street_offices(reading)
    agency_units.panels(reading)
    agency_units.party_units(reading)
    agency_units.courts(reading)
    agency_units.court_units(reading)
    agency_units.dispatched_from(reading)
    agency_units.study_groups(reading)
    agency_units.offices_of_bureaus(reading)
    agency_units.units_of_town(reading)
    agency_units.sections(reading)
    agency_units.police_units(reading)
    agency_units.own_sections(reading)
    agency_units.discipline_rooms(reading)
    agency_units.short_units(reading)


_BY_KIND = re.compile(
    rf"(?:(?<![{HAN}])|(?<=[和与由]))(?P<level>[省市县区州])(?P<kind>[局厅院])(?=党组|党委|机关|相关|有关|各|班子|领导|召开|组织|开展|要求)"
)


def _by_kind(reading: Reading) -> None:
    """市局|党委副书记 after 市公安局: the only bureau of the city that the article has named."""
    for m in _BY_KIND.finditer(reading.text):
        named = {
            a.entity
            for a in reading.names(0, m.start(), "Agency")
            if a.entity.name.endswith(m["kind"]) and a.entity.seat is not None and m["level"] == a.entity.seat.name[-1]
        }
        if len(named) == 1:
            reading.claim(named.pop(), m.start(), m.end(), "agency-by-kind", 0.75)


_STATION_HEADS = "派出所 司法所 税务所 财政所 综治办 消防救援站 消防救援大队 消防站 市场监管所 市场监督管理所 自然资源所 国土资源所 中心税务所 税务分局"
_STATION_HEAD = re.compile(rf"(?:{alternatives(_STATION_HEADS.split())})(?!长)")
_STATION = re.compile(
    rf"(?:(?<![{HAN}])|(?<=[在到由和与及据])|(?<=联合)|(?<=会同))(?P<name>(?![多辖省市县区街镇乡有])(?:(?![的了等各某全本该两在由和与及据向对])[{HAN}]){{2,6}}?){_STATION_HEAD.pattern}"
)


def _stations(reading: Reading) -> None:
    """镇海派出所, 沼山司法所: a station is named after its street or town."""
    home = reading.home.division
    for hit in reading.hits if "所" in reading.text else ():
        office = _STATION_HEAD.match(reading.text, hit.end) if hit.full and hit.division.level == "town" else None
        if office is not None:
            _claim(reading, hit.name + office[0], hit.start, office.end(), "agency-station", 0.85, hit.division)
    for m in _STATION.finditer(reading.text):
        words = segment(m["name"])
        road = m["name"].endswith(("路", "街", "桥")) and len(m["name"]) > 2
        of_town = home is not None and agency_units.town_of(home, m["name"]) is not None
        if of_town or ((road or not is_common(words)) and not any(w.kind in (VERB, FUNCTION) for w in words)):
            _claim(reading, m[0], m.start(), m.end(), "agency-station", 0.75, reading.home.division)


def _committees(reading: Reading) -> None:
    """全国政协经济委员会、外事委员会: those behind the first are of the same body."""
    for m in _COMMITTEE_OF.finditer(reading.text):
        found: re.Match[str] | None = m
        start = m.start()
        while found is not None:
            name = _body_of(m["whole"]) + found["unit"]
            _claim(reading, name, start, found.end(), "agency-committee", 0.9, key=organ_key(name))
            found = _NEXT_COMMITTEE.match(reading.text, found.end())
            start = found.start("unit") if found is not None else start


def _body_of(whole: str) -> str:
    """Return the usual name of the body whose committee it is, without its term."""
    if whole.startswith("政协"):
        return "全国政协"
    return "全国人大" if whole.endswith("代表大会") else whole


def _national_key(name: str) -> str:
    """Return the key of a body of state, one for all its usual names: 证监会 and 中国证监会."""
    key = organ_key(name)
    return organ_synonyms().get(key, key)


_ITS_OFFICE = re.compile(rf"办事处(?![{HAN}]{{1,5}}(?:村|社区|居委会))")


def _placed(reading: Reading) -> None:
    """汾阳市政协, 天津市政府, 铜川市人民政府, 十堰市文旅局, 叙永县县委: the place is printed before the organ."""
    text = reading.text
    for hit in reading.hits:
        prefix = place_before(reading, hit.end)
        if prefix is None:
            continue
        level = _LEVEL_AT.match(text, hit.end)
        m = _LOCAL.match(text, level.end()) if level and prefix.name.endswith(level[0]) else None
        m = m or _LOCAL.match(text, hit.end)
        if m and m["organ"].startswith("委") and not hit.full and not (level and level.end() == m.start()):
            m = m if _LEVEL_AT.match(hit.name[-1]) else None  # 江华县|委 is short for 江华瑶族自治县委
        if m:
            as_printed = prefix.short and m["organ"].startswith(("海关", "警备区", "军分区"))  # 海口|海关
            seat = text[hit.start : hit.end] if as_printed else prefix.name
            name = seat + m["organ"] + (m["group"] or "")
            party = (
                _FULL_PARTY.search(text, max(0, prefix.start - 5), prefix.start)
                if m["organ"].startswith("委")
                else None
            )
            start = party.start() if party else prefix.start
            _claim(reading, name, start, m.end(), "agency-place", 0.95, prefix.division)
            continue
        if hit.name.endswith("街道") and (street := _ITS_OFFICE.match(text, hit.end)) is not None:
            _claim(reading, prefix.name + "办事处", prefix.start, street.end(), "agency-street", 0.85, prefix.division)
            continue
        zone = None if hit.full else _ZONE_BODY.match(text, hit.end)
        if zone:
            _claim(reading, prefix.name + zone[0], prefix.start, zone.end(), "agency-zone", 0.85, prefix.division)
            continue
        opened = _OPEN.match(text, hit.end)
        if opened and hit.full and _plausible(opened[0]):
            _claim(
                reading, prefix.name + opened[0], prefix.start, opened.end(), "agency-place-open", 0.85, prefix.division
            )


_THIS_ORGAN = re.compile(rf"该(?P<level>[省市县区州镇乡])(?P<organ>{_ORGAN})(?P<group>{_GROUP})?")


def _behind_this(reading: Reading) -> None:
    """该区|纪委监委: the body of the last place of that level, else of the home."""
    for m in _THIS_ORGAN.finditer(reading.text):
        named = [h.division for h in reading.hits if h.start < m.start() and h.division.name.endswith(m["level"])]
        place = named[-1] if named else reading.home.stands_for(m["level"])
        if place is not None:
            name = place.name + m["organ"] + (m["group"] or "")
            _claim(reading, name, m.start(), m.end(), "agency-this", 0.8, place)


_PREFECTURE_ORGAN = re.compile(
    rf"(?P<level>地区)?(?P<organ>地委(?!员)(?:{_PARTY_UNIT})?|行署(?:办公室)?|行政公署|(?<=地区)政协|(?<=地区)工委)"
)


def _of_prefectures(reading: Reading) -> None:
    """某某地委, 行署: the bodies of a prefecture that is no city, printed with its short name or by its level."""
    for m in _PREFECTURE_ORGAN.finditer(reading.text) if "地委" in reading.text or "行署" in reading.text else ():
        hit = reading.hits.ending_at(m.start())
        place = load_gazetteer().resolve(hit.name.removesuffix("地区") + "地区") if hit is not None else None
        start = hit.start if hit is not None and place is not None else m.start()
        place = place or level_division(reading, "地区", m.start())
        if place is not None and place.name.endswith("地区"):
            seat = place.name.removesuffix("地区") if m["organ"].startswith("地委") else place.name
            _claim(reading, seat + m["organ"], start, m.end(), "agency-prefecture", 0.85, place)


_BRANCH_OF_AGENCY = re.compile(
    r"(?:机关|直属机关|离退休)?党(?:支部|总支)(?!书记|副书记|委员|支部)|(?:机关党委|团委|团工委)(?!书记|副书记|委员)"
)
_STREET_OFFICE = re.compile(rf"(?:(?<![{HAN}])|(?<=[由与和及]))街道办(?:事处)?(?!理)")
_ZONE_HEAD = re.compile(r"^(?P<zone>.*[区园城])(?:党工委|管委会|管理委员会)$")
_BARE_ZONE = re.compile(rf"(?<![{HAN}])(?:管委会|管理委员会|党工委)(?=副?主任|副?书记)")
_STREET_SHORT = re.compile(rf"(?:(?<![{HAN}])|(?<=[由与和及]))(?P<name>(?![各该本全])[{HAN}]{{2}}街办)(?!理)")
_STREET_HEAD = re.compile(rf"(?<![{HAN}])街办(?=副?主任)")


def _street_offices(reading: Reading) -> None:
    """街道办事处 of the street spoken of."""
    for m in _STREET_OFFICE.finditer(reading.text):
        street = level_division(reading, "街道", m.start())
        if street is not None:
            _claim(reading, street.name + "办事处", m.start(), m.end(), "agency-street", 0.8, street)
    zones = {m["zone"] for a in reading.of_label("Agency") for m in _ZONE_HEAD.finditer(a.name)}
    for m in _BARE_ZONE.finditer(reading.text) if len(zones) == 1 else ():
        _claim(reading, next(iter(zones)) + m[0], m.start(), m.end(), "agency-zone", 0.75)
    for m in _STREET_SHORT.finditer(reading.text):
        _claim(reading, m["name"], *m.span("name"), "agency-street", 0.75, reading.home.division)
    shorts = [e for e in reading.of_label("Agency") if e.name.endswith("街办")]
    for m in _STREET_HEAD.finditer(reading.text) if len(shorts) == 1 else ():
        reading.claim(shorts[0], m.start(), m.end(), "agency-street", 0.75)


_VILLAGE_COMMITTEE = re.compile(
    rf"(?:(?<=[在到、，和与由赴]))(?P<name>(?![各该本全每两多])(?:(?![的了等村、和与在])[{HAN}]){{2,4}}村委会)(?![主副委成班换干书工][{HAN}])"
)


def _village_committees(reading: Reading) -> None:
    """在柳湾村委会|召开: the committee of a village, with the village's own name."""
    for m in _VILLAGE_COMMITTEE.finditer(reading.text) if "村委会" in reading.text else ():
        stem = m["name"].removesuffix("村委会")
        if stem in stems_around(reading) or not is_common(segment(stem)):
            _claim(reading, m["name"], *m.span("name"), "agency-village", 0.75, reading.home.division)


# 河北、上海等2省（市）|人大常委会: one body in each of the places
_ROW_OF = re.compile(
    rf"等?(?:\d+|[两三四五六七八九十]+)?个?(?:省|市|县|区)(?:（[区市、自治州]{{1,6}}）)?(?P<organ>{_ORGAN})"
)
_OF_EACH = re.compile(r"(?:主要|有关|相关|分管)?负责|分别|有关部门|等|、")


def _rows(reading: Reading) -> None:
    """Bodies of a kind in each of the places listed before it."""
    hits = list(reading.hits)
    for number, last in enumerate(hits):
        m = _ROW_OF.match(reading.text, last.end)
        row = [last]
        for hit in reversed(hits[:number]) if m is not None else ():
            if reading.text[hit.end : row[0].start] not in ("、", "和"):
                break
            row.insert(0, hit)
        if m is None or len(row) < 2 or len({hit.division.level for hit in row}) > 1:
            continue
        for hit in row:
            end = m.end() if hit is last else hit.end
            _claim(reading, hit.division.name + m["organ"], hit.start, end, "agency-row", 0.8, hit.division)


def _twins(reading: Reading) -> None:
    """江苏、|四川省委统战部负责同志: two bodies, one in each of the places."""
    for first, second in pairwise(reading.hits):
        joined = first.end + 1 == second.start and reading.text[first.end] in "、和"
        if not joined or first.full or first.division.level != second.division.level:
            continue
        body = reading.name_at(second.start)
        seat = second.division.name
        if body is None or body.label != "Agency" or not body.entity.name.startswith(seat):
            continue
        levelled = seat[-1] in reading.text[second.end - 1 : second.end + 1]
        if levelled and _OF_EACH.match(reading.text, body.end):
            name = first.division.name + body.entity.name.removeprefix(seat)
            _claim(reading, name, first.start, first.end, "agency-twin", 0.8, first.division)


_UNLISTED = re.compile(
    rf"(?:(?<=[，。；、\n在到由])|^)(?P<town>(?!各|全|该|本|我|某|每)(?:(?![的了在由与和及、镇乡])[{HAN}]){{2,3}}[镇乡])(?P<organ>党委|政府)(?![书委办组班]|副书记)"
)


def _unlisted(reading: Reading) -> None:
    """The committee or government of a town that the gazetteer does not hold: merged or renamed since."""
    home = reading.home.division
    for m in _UNLISTED.finditer(reading.text) if home is not None and home.level in ("county", "prefecture") else ():
        if is_own(m["town"][:-1]):
            _claim(reading, m[0], *m.span(), "agency-town-unlisted", 0.7)


_COMMITTEE_OF_PLACE = re.compile(r"(?P<place>.+[省市县区州镇乡])(?:委|党委)")


def _with_government(reading: Reading) -> None:
    """某镇党委|政府, 某县委|政府: two bodies of one place in one word."""
    for body in list(reading.names(0, None, "Agency")):
        both = _COMMITTEE_OF_PLACE.fullmatch(body.entity.name)
        at = body.end + reading.text.startswith("、", body.end)
        if both is not None and reading.text.startswith("政府", at):
            name = both["place"] + "政府"
            _claim(reading, name, at, at + 2, "agency-with-government", 0.8, body.entity.seat)


_GROUP_OF_FIRM = re.compile(
    r"(?:党组|党委|党总支|党支部|团委|团支部|团工委|团总支|工会委员会|工会(?![会干经小组活福]))(?!书记|副书记|成员|委员|班子|政府|副?主席)"
)


def _party_groups(reading: Reading) -> None:
    """The party group of a firm or institute is an agency, and the branch at an agency: 某集团|党组, 某局|机关党支部."""
    for body in list(reading.names(0, len(reading.text), "Company", "Organization", "Agency")):
        m = (_BRANCH_OF_AGENCY if body.label == "Agency" else _GROUP_OF_FIRM).match(reading.text, body.end)
        if m is not None:
            entity = reading.entity("Agency", body.entity.name + m[0])
            entity.seat = body.entity.seat
            reading.alias(entity, reading.text[body.start : m.end()])
            reading.claim(entity, body.end, m.end(), "agency-party-group", 0.85)


# 政协某市|第十届委员会常务委员会
_COMMITTEE_OF_TERM = re.compile("(?:第?[一二三四五六七八九十]{1,3}届)?委员会(?P<standing>常务委员会)?")


def _assemblies(reading: Reading) -> None:
    """政协祁阳县委员会 is 祁阳县政协; 政协第八届、九届全国委员会|副主席 is one of 全国政协.

    九三学社第十届中央委员会|副主席 is one of 九三学社中央.
    """
    for m in _PARTY_OF_TERM.finditer(reading.text) if "届中央委员会" in reading.text else ():
        name = _PARTIES_IN_FULL[m["party"]] + "中央"
        _claim(reading, name, m.start(), m.end(), "agency-assembly", 0.95, key=_national_key(name))
    for m in _NATIONAL_ASSEMBLY.finditer(reading.text) if "届全国委员会" in reading.text else ():
        _claim(reading, "全国政协", m.start(), m.end(), "agency-assembly", 0.95, key=_national_key("全国政协"))
    for m in _ASSEMBLY.finditer(reading.text):
        hit = next((h for h in reading.hits if h.start == m.end()), None)
        whole = _COMMITTEE_OF_TERM.match(reading.text, hit.end) if hit is not None else None
        if hit is not None and whole is not None:
            name = (hit.name if hit.full else hit.division.name) + "政协" + ("常委会" if whole["standing"] else "")
            _claim(reading, name, m.start(), whole.end(), "agency-assembly", 0.95, hit.division)


# 各地级以上|市人民政府, 各市、|县政府, 有关|市…: all bodies of a kind, none of them named
_ALL_SUCH = re.compile(
    r"(?:各(?:地级|设区|有关|相关|级|地|自治)*+(?:省|市|县|区|州|盟|旗)?(?:（[^（）]*）)?|以上|所在地城市、|设区的?|有关|相关|各[省市县州区镇乡旗](?:、|和)(?:[省市县州区镇乡旗](?:、|和))?)$"
)
_EVERY_PROVINCE = re.compile(r"各省(?:、自治区|（自治区|（区|、区)")
_AFTER_WORD = re.compile(rf"(?![由经向在对与和及从把将让请是为])[{HAN}]\Z")


_POST_BEFORE = re.compile(rf"(?:{alternatives(POSTS)})[、兼]\Z")


def _seat_before(reading: Reading, level: str, position: int) -> Division | None:
    """襄阳市委常委、|市委秘书长 in a paper of another city: the place of the body in the post before."""
    post = _POST_BEFORE.search(reading.text, max(0, position - 10), position)
    body = reading.name_ending_at(post.start(), "Agency") if post else None
    seat = body.entity.seat if body is not None else None
    return seat if seat is not None and seat.name.endswith(level) else None


_GUEST = re.compile(
    rf"[省市县区州]?(?:委|政府|人大常委会|政协)?(?:常委|(?:常务)?副?书记|副?主席|副?主任|副?[市县区州省]长)[{HAN}]{{2,4}}，\Z"
)
_COMES = re.compile("率|带队|带领|来[^，。]{0,8}(?:考察|调研|参观|学习)")


def _guest_seat(reading: Reading, level: str, position: int) -> Division | None:
    """柳湾市委书记甲，|市委副书记、市长乙率团来…: guests that open the sentence are of one place, whoever's paper it is."""
    sentence = reading.sentence(position)
    post = _GUEST.search(reading.text, max(sentence.start, position - 14), position)
    hit = reading.hits.ending_at(post.start()) if post is not None else None
    if hit is None or not hit.full or not hit.division.name.endswith(level):
        return None
    opens = not any(reading.names(sentence.start, hit.start, "Agency")) and hit.start - sentence.start <= _DAY_FIRST
    return hit.division if opens and _COMES.search(reading.text, position, sentence.end) else None


_DAY_FIRST = 40
"""How many characters a byline, a day and the province may take before the place of a guest."""
_ZONE_ORGAN = re.compile(r"党工委|管委会|管理委员会|纪工委|监察工委|纪检监察工委")
_OWN_ZONE = re.compile(rf"(?<=[，。、；\n])[{HAN}]{{2,4}}\Z")  # 、双河|区管委会
_OF_ZONE = re.compile(rf"(?P<zone>.+[区园城])(?:{_ZONE_ORGAN.pattern})")


def _of_zone(reading: Reading, m: re.Match[str]) -> str | None:
    """区党工委 where the article names the bodies of a zone: the zone's."""
    if m["organ"] is None or not _ZONE_ORGAN.fullmatch(m["organ"]):
        return None
    named = (_OF_ZONE.fullmatch(a.name) for a in reading.of_label("Agency"))
    zones = {found["zone"] for found in named if found is not None}
    return zones.pop() + m["organ"] if len(zones) == 1 else None


def _levelled(reading: Reading) -> None:
    """市政协, 县发改局, 省委组织部, 市非煤矿山安全委员会: the level word stands for home or the place around."""
    everywhere = _EVERY_PROVINCE.search(reading.text) is not None
    for m in _LEVELLED.finditer(reading.text):
        if reading.hits.at(m.start()) or (m["open"] and not _plausible(m["open"])):
            continue
        if m["level"] in ("省", "自治区") and m["open"] and m["open"][0] in "市县区州":
            continue  # 省市统计局: two bodies
        if m["level"] in ("市", "县") and reading.text[m.start() - 1 : m.start()] in ("省", "市"):
            continue  # 省市环委会: two bodies
        if _ALL_SUCH.search(reading.text, max(0, m.start() - 12), m.start()):
            continue
        own = _OWN_ZONE.search(reading.text, max(0, m.start() - 5), m.start()) if m["level"] == "区" else None
        if own is not None and _ZONE_ORGAN.fullmatch(m["organ"] or "") and reading.free(own.start(), m.end()):
            _claim(reading, own[0] + m[0], own.start(), m.end(), "agency-zone", 0.75)
            continue
        if m["level"] == "区" and (zone := _of_zone(reading, m)) is not None:
            _claim(reading, zone, m.start(), m.end(), "agency-zone", 0.8)
            continue
        place = _seat_before(reading, m["level"], m.start()) or _guest_seat(reading, m["level"], m.start())
        place = place or level_division(reading, m["level"], m.start())
        rest = (m["organ"] or m["open"]) + (m["group"] or "")
        if place is not None:
            confidence = 0.9 if m["organ"] else 0.8
            _claim(reading, place.name + rest, m.start(), m.end(), "agency-level", confidence, place)
        elif everywhere:
            continue  # 各省、自治区、直辖市…：与|省扶贫办对接
        elif (
            m["level"] not in ("镇", "乡", "街道") or _HEADED.match(reading.text, m.end())
        ) and not _AFTER_WORD.search(reading.text, max(0, m.start() - 1), m.start()):
            _claim(reading, m[0], m.start(), m.end(), "agency-level-unresolved", 0.6)


# 镇党委|书记某某, where nothing tells which town
_HEADED = re.compile(rf"副?(?:书记|主任|主席|队长|所长|站长|院长)[{HAN}]{{2,3}}(?=[，。、；]|[带率主出参到说介表])")


# In a list of agencies one more, whatever it is in charge of: 市发改委、|房管局、
_LISTED = re.compile(
    rf"[、和](?P<name>(?![省市县区州镇乡])(?:(?![的了等各两全有及和与])[{HAN}]){{1,8}}?(?:(?<![布格结全时战僵开当大政破])局|办公室|(?<=..)[委办])|武警[支大中]队|(?:森林消防|消防救援|消防|交警)[支大]队|(?:派出|司法|财政|税务|市场监管)所|{alternatives(MASS_BODIES)}|政府|人大常委会|人大|政协|纪委监委|纪委|监委|法院|检察院|人武部|组织部|宣传部|统战部|政法委)(?=[、，。；]|[和与及等]|主要|有关|相关|负责|分管|联合|参加|立即|组织|开展|迅速)"
)


_PARTY_POST = re.compile("(?:党委|党组)(?:副?书记|委员|成员)|副?局长|政委")


def _bare(reading: Reading) -> None:
    """财政局、交通局 without a place: those of the body before them in the list, else of the home."""
    text = reading.text
    for m in _BARE.finditer(text):
        before = reading.name_ending_at(m.start() - 1, "Agency") if text[m.start() - 1] in "、和与" else None
        post = _POST_BEFORE.search(text, max(0, m.start() - 10), m.start()) if before is None else None
        before = (
            reading.name_ending_at(post.start(), "Agency") if post is not None else before
        )  # 县政府副县长、|公安局局长
        if before is None and _PARTY_POST.match(text, m.end()):  # 某县公安局…，|公安局党委副书记某某
            named = reading.names(reading.sentence(m.start()).start, m.start(), "Agency")
            before = next((a for a in reversed(list(named)) if a.entity.name.endswith(m[0])), None)
        short = m[0].endswith(("办", "部", "委")) and len(m[0]) < 4 and "府" not in m[0]
        if text[m.end() : m.end() + 1] in tuple("门署") or (short and before is None):
            continue
        if re.search(
            r"(?:各|每|[\d一两三几多]个)[^，。；、]{0,3}(?:（[^（）]*）)?\Z", text[max(0, m.start() - 12) : m.start()]
        ):
            continue  # 各县（市、区）|交通运输局
        place = before.entity.seat if before else reading.home.division
        if place is not None:
            _claim(reading, place.name + m[0], m.start(), m.end(), "agency-bare", 0.75, place)


_PARTY_UNITS = ("组织部", "宣传部", "统战部", "政法委")


def _listed(reading: Reading) -> None:
    """市发改委、|房管局、|编办: what stands in a row of agencies, and ends as one does, is one of the same place."""
    for first in list(reading.names(0, len(reading.text), "Agency")):
        at, seat = first.end, first.entity.seat
        while seat is not None and (m := _LISTED.match(reading.text, at)) is not None and _plausible(m["name"]):
            if not reading.free(*m.span("name")) or reading.hits.at(m.start("name")) is not None:
                break
            unit = "委" if m["name"] in _PARTY_UNITS and seat.level != "town" else ""
            _claim(reading, seat.name + unit + m["name"], *m.span("name"), "agency-listed", 0.75, seat)
            at = m.end("name")


def _two_offices(reading: Reading) -> None:
    """两办: the offices of the home's party committee and of its government."""
    home = reading.home.division
    for m in _TWO_OFFICES.finditer(reading.text):
        for body in ("委办公室", "政府办公室"):
            if home is not None:
                name = home.name + body
                reading.mention(
                    reading.entity("Agency", name, key=organ_key(name)), m.start(), m.end(), "agency-two-offices", 0.7
                )


def _plausible(inner: str) -> bool:
    return not _IMPLAUSIBLE.search(inner)


def _claim(
    reading: Reading,
    name: str,
    start: int,
    end: int,
    rule: str,
    confidence: float,
    seat: Division | None = None,
    *,
    key: str | None = None,
) -> None:
    if not reading.free(start, end):
        return
    entity = reading.entity("Agency", name, key=key or organ_key(name))
    if len(name) > len(entity.name) and organ_key(name) == organ_key(entity.name):
        entity.aliases.add(entity.name)
        entity.name = name
    entity.seat = entity.seat or seat
    reading.claim(entity, start, end, rule, confidence)
    section = _SECTION_OF.fullmatch(name)
    if section is not None and reading.text.endswith(section["unit"], 0, end):
        whole = reading.entity("Agency", section["whole"], key=organ_key(section["whole"]))
        whole.seat = whole.seat or seat
        reading.mention(whole, start, end - len(section["unit"]), "agency-of-section", 0.85)
