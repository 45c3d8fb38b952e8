"""The forms a body of party or state has in print, and how one is claimed."""

from __future__ import annotations

import re

from extractors.gazetteer import Division
from extractors.lexicon import DEPARTMENT_ENDS, DOMAINS, HAN, MASS_BODIES, alternatives
from extractors.names.organs import organ_key
from extractors.reading import Entity, Mention, Reading

PANEL = (
    r"(?:提案|农工|委员联络|文化文史|文史|学习|经济|经科|农业|农村|农环|社会|社法|法制|法工|法制工|财经|财政|预算|环资|城建|城环|教科|教工|科教|民宗|民族|"
    r"港澳台侨|外事|宪法|内务|内司|监察|代表工|选任|人选|人事|人资)[\u4e00-\u9fff]{0,8}?委(?:员会)?(?!员)"
)
"""The committees of a people's congress or a consultative conference: 提案委, 财政经济委员会."""

DOMAIN = alternatives(DOMAINS)
DEPARTMENT = rf"(?:{DOMAIN})(?:{alternatives(DEPARTMENT_ENDS)})(?!门)"
# 市公安局|某区分局
_SUBOFFICE = rf"(?:(?!召开|组织|联合|会同|带领|指导|各|等|和(?!分局)|与|及|在|到|[的了对])[{HAN}]){{1,7}}?分局"
# 省水利厅|某某处, where its head is named
_SECTION = rf"(?:(?![的了、和在等长带率领])[{HAN}]|(?<=.)与){{2,10}}?(?:[处科股室]|站(?=副?站长))(?=副?(?:[处科股站]长|主任)|(?:主要)?负责人)"
_SECTION_OF = re.compile(rf"(?P<whole>.{{3,}}?(?:{DEPARTMENT}|[科建交农教商]委))(?P<unit>[{HAN}]{{2,10}}[处科股站])")
GROUP = r"党组(?!书记|副书记|成员|班子)|党委(?!书记|副书记|委员|班子)"

PARTY_UNIT = (
    "办公室|办公厅|组织部|宣传部|统战部|统一战线工作部|社会工作部|政法委员会|政法委|政研室|政策研究室|编办|人才办|[农教]工[委办]|巡察办|网信办|外办|台办|"
    "党史研究室|党史办|老干部局|机要局|机要保密局|保密办|督查室|社工部|巡察组|机关党?工委|直属机关党工委|农办|军民融合办|(?:教育|两新|社会|卫生健康|国资委?)工委(?!员)|依法治市办|改革办|财经办|(?:深改|国安|财经|审计|网信)委(?!员)|深改办|国安办|直属机关工委|工委|督察室|督[查察]办|督[查察]局|督考办|平安办|考核办|目标办|信访局|保密局|办"
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
ORGAN = (
    rf"委(?:员会)?(?:(?:{PARTY_UNIT})|第[一二三四五六七八九十\d]+巡[视察]组|{_PARTY_GROUP}|(?![员托派任屈]|党校))"
    r"|府办(?:公室)?(?![公理事好法学〔])|(?:人民)?政府(?:安委会(?:办公室)?|安委办|办公[厅室]|应急办(?:公室)?|督查室|新闻办(?:公室)?|外事办(?:公室)?|驻京办(?:事处)?|办|研究室)?"
    rf"|人民代表大会(?!常务|代表|会议|制度|第|上)|人大工委|人大办(?:公室)?(?![理事好法])|人大常委会(?:办公[厅室]|办(?![理事好法])|机关(?!会议室|大院|食堂|礼堂|办公楼)|研究室|{PANEL})?|人民代表大会常务委员会|人大{PANEL}|人大(?!代表|会议|工作|制度|一次|二次|三次)"
    rf"|政协(?:联络[组处办](?!长)|办公[厅室]|办(?![理事好法])|研究室|{PANEL}(?:办公室)?)?(?!工作|第)|纪委监委|纪委|监委|监察委员会"
    r"|中级人民法院|中级法院|中院|高级人民法院|高级法院|高院|人民法院|法院|人民检察院|检察院"
    # 县政法委, 县统战部: those of the party committee, printed without its 委
    r"|(?:政法委(?:员会)?|统战部|宣传部|组织部|社会工作部|社工部|巡察办|网信办|党史研究室|机关党工委)(?![门署分员长科]|工作)"
    rf"|{_COUNCIL}|(?:(?![和与及的等在各县市区委府])[{HAN}]){{2,6}}?(?<![主承协举])办(?=(?:常务)?副?主任)|{_POLICE_UNIT}"
    rf"|(?:{DEPARTMENT})(?:{_SUBOFFICE}|{_SECTION})?"
    rf"|(?:科委|建委|交委|农委|教委|商委)(?:{_SECTION})?|工商业?联合会|{alternatives(MASS_BODIES)}"
    r"|(?<=[省市县区州])青联(?!委员|合)|国家税务局|地方税务局|海关(?!总|数|监管(?:区|仓|场|作业|库|部门|条件|方式|机构))|经信委(?!员)|国资委"
    r"|军分区|警备区|省军区|(?<=省)军区|人武部|(?:人民)?武装部(?!队)|(?:武警|交警|特警|森林消防|消防救援|消防)[支大中]队(?!长|站)|调查队(?![员长])|公安分局"
    r"|街道办事处|街道办|管委会|管理委员会|党工委|党委|供电公司党委"
    r"|(?:农业|农科|农技|农机|林业|水利|畜牧|畜牧兽医|兽医|文化|综合文化|经管|农经|计生|动物防疫|草原|植保|植物保护|种子|土肥|土壤肥料|水保|水土保持|水管|种苗|蚕桑|茶叶|烟叶|果树|经作|经济作物|特产|渔政|水产|农村能源|质量安全监督|质安|质监|文物|血防|文广|交管|安监|统计|环卫|电管|供水|农机安全监理)(?:技术)?(?:推广|服务|管理)?站(?!长|点|台)"
    rf"|(?:{DOMAIN}|{_OFFICE_TRADES})所(?![长属有需在谓以作用得产处])"
    r"|(?:运管|海事|航道|环卫|园林|市政)处(?!长)|(?:动物)?(?:卫生|卫生计生|动物卫生)(?:综合)?监督所(?!长)|(?:水政监察|巡特警|路政|城管|运政)[大支中]队(?!长)"
    r"|(?:城管|执法|路政|交警)[一二三四五六]?中队(?!长)|专职消防队(?!长)|(?<=[镇乡])(?:人民)?法庭|(?:人民)?调委会(?!主任)|(?<=[镇乡])工会(?![会干经小组活福成主])|邮政局|(?<=[市县区州])人行(?![道天横步便通过出走为])"
)
_OPEN_INNER = rf"(?![和与及长级委])(?!成立|设立|组建)(?:(?![和与及对向给同][省市县区州]|村民|居民|召开|组织|举行|举办|领导|干部|负责人|兼任|担任|联合|会同|中心|公司|医院|学校|局|各|等|(?<!自)由|(?<!安)全|我|你|他|这|那|一|带领|率|书记|长[{HAN}]{{2,3}}|下设|设在|层面)[{HAN}“”·]){{2,14}}?"
_OPEN_END = (
    r"安全委员会|工作委员会(?:办公室)?|委员会办公室|领导小组办公室|领导小组|协调小组办公室|协调小组|(?:专项整治|专项行动|联合整治|集中攻坚)工作组|指挥部办公室|指挥部|安委会|安委办|委员会|管理委员会|管委会|联席会议办公室|"
    r"专班|督察组|督导组|巡视组|巡察组|派出所|管理处|管理所|管理站|监管所|执法大队|执法支队|执法队|执法局|服务局|事务局|"
    r"保障局|监督局|管理局|推进办|协调办公室|产业办(?:公室)?|(?<=公路)(?:管理|养护)段|促进局|促进会办公室|工作局|工作办公室|(?<![布格结全时战僵开当大政破])局(?![面势部限长])"
)
LEVEL = r"自治区|省|市|县|区|州|盟|旗|镇|乡|街道"
# A level word that ends a longer word is no level word: 城市, 小区, 园区, 社区 …
_NOT_LEVEL = r"(?:(?<![各全多该两])(?=省)|(?<![城都各全多该两社小园地辖片景校矿郊灾老新库山牧林湾战军专特乡])(?<!计划单列)(?<!民主党派)(?<![各、]自治))"
_TERM = r"(?:第?[一二三四五六七八九十]{1,4}届)?"
LOCAL = re.compile(rf"{_TERM}(?P<organ>{ORGAN})(?P<group>{GROUP})?")
LEVELLED = re.compile(
    rf"{_NOT_LEVEL}(?P<level>{LEVEL})(?!容|属(?!地)|(?<=市)场)(?:{_TERM}(?P<organ>{ORGAN})|(?P<open>{_OPEN_INNER}(?:{_OPEN_END})))(?P<group>{GROUP})?"
)
OPEN = re.compile(rf"{_OPEN_INNER}(?:{_OPEN_END})(?:{GROUP})?")
_IMPLAUSIBLE = re.compile(
    r"[的了在是将把被为让使]|[两三]级|政府与|工作会|会议|召开|组织|进行|开展|要求|强调|负责|全面|书记|主任|局长|市长|县长|人员|群众|企业家"
)


def plausible(inner: str) -> bool:
    """Return whether the words may be inside the name of a body."""
    return not _IMPLAUSIBLE.search(inner)


def agency_entity(reading: Reading, name: str, seat: Division | None, *, key: str | None = None) -> Entity:
    """Return the agency of this name, made where the article has none; its seat is given where it has none yet."""
    entity = reading.entity("Agency", name, key=key or organ_key(name))
    entity.seat = entity.seat or seat
    return entity


def claim_agency(
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
    """Claim the span as a mention of the agency where nothing else has it; the body whose section it names is mentioned too."""
    if not reading.free(start, end):
        return
    entity = agency_entity(reading, name, seat, key=key)
    if len(name) > len(entity.name) and organ_key(name) == organ_key(entity.name):
        entity.aliases.add(entity.name)
        entity.name = name
    reading.claim(entity, start, end, rule, confidence)
    section = _SECTION_OF.fullmatch(name)
    if section is not None and reading.text.endswith(section["unit"], 0, end):
        whole = agency_entity(reading, section["whole"], seat)
        reading.mention(whole, start, end - len(section["unit"]), "agency-of-section", 0.85)


def unit_behind(reading: Reading, body: Mention, unit: re.Match[str], rule: str) -> Entity:
    """Return the unit that is printed right behind its body, claimed there: 某县法院|执行局."""
    entity = agency_entity(reading, body.entity.name + unit[0], body.entity.seat)
    reading.alias(entity, reading.text[body.start : unit.end()])
    reading.claim(entity, *unit.span(), rule, 0.8)
    return entity
