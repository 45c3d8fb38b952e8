"""Contests, festivals and shows: activities that are named by their kind, told where they open or where one is at them."""

from __future__ import annotations

import re

from extractors.events.campaign import OF_OWNER, known_campaign, opens_article
from extractors.events.meeting import SEVERAL, SEVERAL_AFTER, SEVERAL_AND, events_of
from extractors.events.occasion import add_event, again
from extractors.lexicon import HAN
from extractors.reading import Reading
from extractors.text import BULLETS

_KIND = (
    r"(?:锦标赛|邀请赛|公开赛|挑战赛|大奖赛|分站赛|总决赛|联赛|大赛|马拉松(?:赛|比赛)?|龙舟赛|龙舟会|赛马会|庙会|灯会|灯展|音乐会|音乐节|艺术节|美食节|啤酒节|"
    r"电影节|文化节|旅游节|读书节|购物节|丰收节|采摘节|冰雪节|文化周|电影周|科技周|音乐季|书市|合唱节|花展|年货节|美术展|摄影展|书画展|作品展|书法展|绘画展|剪纸展|盆景展|奇石展|(?:精品|珍品|专题|藏品|标本|联)展|集邮展|成就展|科普展|成果展|主题展|特展|图片展|"
    r"双年展|艺术展|文化展|文物展|灯光秀|那达慕(?:大会)?|运动会|体育节|科技节|体艺节|"
    r"(?:文艺|文化|戏曲|歌舞|节目|教学成果|烟花|焰火)(?:汇演|会演|展演|巡演|演出|晚会)|联欢会|联欢晚会|"
    r"(?:篮球|足球|排球|羽毛球|乒乓球|气排球|门球|台球|钓鱼|垂钓|自行车|骑行|游泳|长跑|越野|拔河|象棋|围棋|广场舞|舞龙|舞狮|健身操|太极拳|书法|演讲|朗诵|诵读|摄影|征文|歌咏|歌手|厨艺|知识|技能|技术|业务|辩论|操作|编织|急救|劳动)(?:对抗|友谊|选拔|争霸)?(?:比赛|竞赛|比武|赛)(?:总?决赛|初赛|复赛)?(?:项目)?|"
    r"(?:桃|梨|杏|李|樱|菜|荷|桂|菊|梅|油菜|杜鹃|牡丹|樱桃|葡萄|草莓|西瓜|杨梅|枇杷|柑橘|脐橙|苹果|茶叶|采茶|龙虾|螃蟹|开渔|开海|捕鱼|冬捕|风筝|火把|泼水|山歌|年猪|晒秋)(?:花|文化|旅游|美食)?(?:文化)?(?:旅游)?节|(?:开[采摘茶镰捕园耕]|祭[茶祖山海]|品茶|斗茶|开犁|插秧|丰收|尝新|赶秋)节)"
)
_CHARS = rf"[{HAN}A-Za-z0-9·\-—“”]"
_AT_PLACE = (
    rf"(?:[{HAN}\d]{{2,10}}（[{HAN}·]{{2,8}}）|[{HAN}\d]{{0,16}}“[{HAN}·]{{2,12}}(?: [{HAN}·]{{2,12}}){{1,3}}”)?"
)
"""What may open a name: 2024中国（庆安）|稻米文化节, 某县“迎新春 庆佳节”|篮球赛."""
# 举办“…”锦标赛
_HELD = re.compile(
    rf"(?:(?:举行|举办|迎来|开展|推出|(?<=[{HAN}])(?:启动|开启|承办))了?(?:的)?|办了(?:一[场届次])?)(?P<name>{_AT_PLACE}(?:[{HAN}\d]{{0,8}}“[^“”，。\n]{{2,30}}”{_CHARS}{{0,12}}?|“?(?![{HAN}]{{0,3}}等){_CHARS}{{0,30}}?){_KIND}”?)(?=[，。；、…\n]|等[。；]|曾?吸引了?|迎来了?|$)"
)
_WHEN_WHERE = rf"(?:将|定)?，?(?:当地时间)?(?:[今昨]天|(?:于(?=\d))?(?:\d{{1,2}}月)?\d{{1,2}}(?:日?[至—-](?:\d{{1,2}}月)?\d{{1,2}})?日|近日|日前|[今昨]晚|同日|当[天日]|(?:于)?\d{{1,2}}月(?:[上中下]旬)?)?(?:（[^（）]{{0,40}}）)?(?:上午|下午|晚上?)?(?:正式|顺利|同步|热闹|隆重|正)?，?(?:在(?P<place>[{HAN}·、]{{1,36}}?))?(?:正式|火热|热烈|盛大|如期|成功|顺利|热闹|隆重|同步|同时|精彩|圆满|有序|激情|浪漫|欢乐|[由就]此)?"
"""What may stand between an event's name and the verb that says that it takes place."""
TAKES_PLACE = "(?:拉开大幕|拉开了?[帷序]幕|鸣锣|开槌|开馆|开园|开席|开炉|点燃圣火|开讲|开唱|开采|开镰|开捕|开课|开市|开赛|开幕|开[场张机]|登场|开跑|鸣枪|启幕|闭幕|落幕|落下帷幕|圆满结束|收官|开锣|打响|亮灯|开展|开启|启动|举行|举办|上演|展开|火热进行|如期而至|开打|揭幕)"
_TAKES_PLACE = re.compile(_WHEN_WHERE + TAKES_PLACE)
_OCCASION = (
    rf"(?:(?:观光|展销|采购|美食|民俗|设计|视听|宣传|活动|科技|文化|电影|阅读|读书|时装|时尚|音乐|艺术|戏剧|数字|创业|创新|就业|人才|旅游|体育|质量|节能|安全|服务|推介|招商|招聘|美食|品牌|金融|普法|健康|公益|合作|交流|友好)周|(?:旅游|文化|交流|合作)年(?=”)"
    rf"|(?:消费|宣传|活动|服务|阅读|读书|文化|旅游|质量|安全|安全生产|科技|普法|敬老|促销|购物|志愿|体育|健身|卫生|公益|惠民)月"
    rf"|(?:消费|音乐|旅游|演出|文化|艺术|购物|戏剧|服务|展演|采摘|赏花|冰雪|避暑|阅读|观影|电影|时装|体育|赛事)季"
    rf"|(?<![章季环细情枝关年春])(?<!中秋|国庆|元宵|端午|清明|劳动|儿童|妇女|教师|青年|建军|重阳|情人)节(?![日目能点省约气假前后期])"
    rf"|“[^“”\n]{{2,14}}(?:讲堂|讲坛|课堂|集市|市集|夜校|沙龙)”|大典|祭典|诗会|花会|灯会|茶会|[书画摄影美艺]大展|长街宴|百家宴|(?<=[歌舞技艺能])赛(?!事|场|程)|大满贯|冠军赛|歌会|展览会|展览|汇演|会演|嘉年华|巡游|对话会|(?<=”)(?:[{HAN}]{{0,10}}?)活动(?!周|月|日))"
)
"""What an occasion is called that its name tells from the others of its kind."""
# …大赛今天在某地开赛
_OPENS = re.compile(
    rf"(?:^|(?<=[，。；、！？\n 的】{BULLETS}])|(?<=[天日]))(?P<name>{_AT_PLACE}(?:[{HAN}]{{2,12}}(?=“))?(?:“[^“”，。\n]{{2,12}}，[^“”。\n]{{2,16}}”—{{0,2}}|“?)(?:(?<=）)|[{HAN}A-Za-z0-9·“”—]{{2}})[{HAN}A-Za-z0-9·“”—]{{0,30}}?(?:{_KIND}|[竞比]赛(?:项目)?)”?(?:（[{HAN}]{{2,8}}）)?)"
    rf"(?={_WHEN_WHERE}{TAKES_PLACE})"
)
# 2025年某地消费月、第三届某地设计周（某站）|今天在某地启动: any kind of occasion that its year, its number or its motto tells
_NUMBERED = re.compile(
    rf"(?:^|(?<=[，。；、！？\n 】{BULLETS}])|(?<=[办织起]的)|(?<=[天日]))(?P<name>[{HAN}]{{0,14}}?(?:(?:19|20)\d\d(?:（[^（）]{{2,4}}）)?年?度?|第[一二三四五六七八九十\d]{{1,4}}[届个]|首届|“[^“”，。\n]{{2,30}}”)"
    rf"(?:[{HAN}A-Za-z0-9·—]|“[^“”\n]{{2,30}}”|“(?=[{HAN}]{{2,14}}”)|(?<=[{HAN}]) (?=[{HAN}])){{0,30}}?{_OCCASION}”?(?:（[^（）]{{2,14}}）)?(?:暨[^，。；\n]{{2,40}}?(?:{_OCCASION}|活动)”?)?)"
    rf"(?=(?:以“[^“”]{{2,40}}”为主?题)?{_WHEN_WHERE}{TAKES_PLACE})"
)
# 筹备|第三届青屏柑橘节|, |2025“云岭之约”摄影展|正在征稿: named by its number, or by a year without 年, wherever it is
_BY_NUMBER = re.compile(
    rf"(?P<name>(?:(?<![\d—-])20\d\d(?=[{HAN}“（·])(?![年至])|第[一二三四五六七八九十\d]{{1,4}}届|首届)(?:[{HAN}A-Za-z0-9·—]|（[{HAN}]{{2,6}}）|“[^“”\n]{{2,20}}”|“(?=[{HAN}]{{2,14}}”)){{1,24}}?(?:{_KIND}|{_OCCASION})”?(?:（[{HAN}]{{2,8}}）)?)(?![{HAN}]{{0,3}}(?:组委会|委员会|金奖|银奖|奖|冠军|推介官|宣传语|主题曲|名单))"
)
# “山河入画——某馆藏精品版本展”|今天开展: an exhibition that is quoted whole
_ON_SHOW = re.compile(
    rf"“(?P<name>(?:[^“”，。\n]|“[^“”\n]{{2,20}}”){{4,40}}展)”(?={_WHEN_WHERE}(?:开展|开幕(?![式礼仪])|启幕|闭幕(?![式礼仪])|展出|亮相|举办|举行))"
)
_SHOWN = (
    r"(?:(?<![参开画发进拓伸施扩延舒事比])展(?![示现望览开出])|(?:图片|成就|工程|艺术|主题|文献|摄影|书画|文物)展览|集体婚礼|(?:文艺|慰问|专场|惠民|公益|剧目|优秀|集中|示范|实景|汇报)(?:演出|展演|汇演|巡演)|(?:焰火|烟花|文艺|联欢|戏曲|春节|中秋|元宵|跨年)(?:晚会|汇演)|音乐会|诗会|歌会|法会|合拢宴|百家宴|千人宴|嘉年华|盛典|典礼|大典|庆典|阅兵|"
    r"拍卖会|书市|火炬传递|主场活动|(?:宣传|展示|交流|纪念|庆祝|推广|示范|开放|体验|研学|公益|惠民|促销|推介|展演|文化|征集|志愿服务|主题|月|周|季|下乡)活动|专场|(?:综合|应急|实战|消防|救援|反恐)演练|(?:演|军)习|"
    r"(?<![上下本一每这四金])周(?![年期边末日])|(?<![章季环细情枝关年春调])节(?![日目能点省约气假前后期奏])|(?<![四一二三每本换当春夏秋冬旺淡雨业学职获收])季(?![度节军])|(?<=[游化流作进动])年(?=”)|(?<![竞比决复预初半参开停完观])赛(?![事场程区道点制季前后时跑车龙])|超级杯)"
)
# 全国“五一”文化和旅游消费周|今天在某地启动, 某工程展|在某地开幕: of any of these kinds, where its clause tells the day or the place
_DATED = re.compile(
    rf"(?:^|(?<=[，。；！？\n 】{BULLETS}])|(?<=[办织起展出]的))(?P<name>(?:[{HAN}A-Za-z0-9·—（）]|“[^“”。\n]{{2,30}}”|“(?=[^“”。\n]{{2,30}}”)|《[^《》\n]{{2,30}}》){{1,44}}?{_SHOWN}”?(?:（[{HAN}]{{2,8}}）)?)(?:《[^《》\n]{{2,20}}》)?(?={_WHEN_WHERE}{TAKES_PLACE}(?:[，。；！\n]|的|$))"
)
_SAYS_WHEN = re.compile(r"[今昨]天|日|\d月|[今昨]晚|在")
_ITS_DAY = re.compile(r"(?:\d日|[今昨]天|当天)(?:[上下]午|晚上?)?(?:\d{1,2}时(?:\d{1,2}分)?|许)*，\Z")
# 某镇同期举办|海鲜排档节, 古城首次举办|长城非遗市集, 年初办的|橘红花节: a kind that has only what it is about before it
_HELD_TOO = re.compile(
    rf"(?:举行|举办|办起|办|迎来)(?:了|的)?(?:一[场届次])?(?P<name>(?:“[^“”，。\n]{{2,16}}”)?(?:(?![的有和及与等各多]|一[场个])[{HAN}]){{0,16}}?(?:(?<![章季环细情枝关年春调过时个双])节|市集|集市|大集|长街宴|合拢宴|百家宴|朗诵会|朗读会|诗会|茶会|展演|汇演|公益活动|选拔赛|挑战赛|友谊赛|表演赛|观摩赛))(?=[，。；])"
)
_HOLIDAY = re.compile(
    "(?:劳动|妇女|儿童|教师|青年|建军|国庆|中秋|端午|元宵|清明|重阳|护士|记者|医师|警察|圣诞|母亲|父亲)节”?$"
)
_SOME_OF_MANY = re.compile(
    "(?:各|多[场项地]|一[批系些]|这|该|本|此|首批|部分|全部|每|系列|相关|有关|丰富|精彩|此外|同时|其中|随着)"
)
# 在某地的…会上，
_AT = re.compile(
    rf"(?:(?<=[在的])|(?<=[。\n])(?:一场|随后的)?(?=[{HAN}]{{2,8}}(?:大典|大赛|比赛|庙会|晚会|音乐会|祭典)上，))(?P<name>“?(?:(?![在的]){_CHARS}){{2,20}}?(?:{_KIND}|大典|祭典)”?)(?=(?:现场|上)，)"
)
_NO_NAME = re.compile(
    rf"^“?(?:的|多|各|一|两|几|了|这|每|首|丰富多彩|丰富|系列|大型|精彩|特色|有关|相关|第[一二三四五六七八九十\d]+[届场次站]|本[届次]|此次|当地|[今明去]年|年度|国家级|国际|全国|专业|传统|民俗|新春|主题|专题|沉浸式|[个场项次届])*(?:{_KIND}|[竞比]赛(?:项目)?)”?$"
)
# 4月1日，某中学|举行运动会: it has no other name
_ONLY_KIND = re.compile(rf"(?![赛展联]){_KIND}|(?:[春夏秋冬]季|趣味|田径|校园|师生|教职工|职工){{1,2}}运动会")
_ONE_OF_ROW = re.compile(rf"第[一二三四五六七八九十\d]+届[{HAN}]{{2,}}节")
_TWO = re.compile(r"(?:”[^“”]{0,6}|[赛节])[和与、]“")
_MANY = re.compile(r"(?:多地|各地|纷纷|陆续|有的|一批|一系列)[^，。]{0,10}$|推出[^，。]{0,4}场$")
_PLANNED = re.compile(r"(?:将|拟|计划|准备|即将)[^，。]{0,6}$")
_IN = re.compile(rf"在(?P<place>[{HAN}]{{2,16}})，$")
_LEAD = re.compile(
    r"(?:随着|以“[^”]{2,40}”为主?题的|[^，。]{2,30}(?:主办|举办|承办|组织|协办)的|由[^，。的]{2,40}的|一年一度的|备受[^，。的]{2,4}的|为期[^，。的]{1,4}的|当地)+"
)
_SLOGAN = re.compile(r"“[^“”]{2,30}”[^“”—\d届]{0,10}—{1,2}")
_ACTS = re.compile(r"[是有让将把被为了]|对(?!话|外|口)|举行|举办|组织|宣布|参加|观看|打造|通过|连续|先后")
_INNER = re.compile(r"[是有让将把被对和与及为了]|举行|举办|组织|宣布|参加|观看|打造|通过|连续|先后|还|都|就|也")


def read(reading: Reading) -> None:
    """Add contests, festivals and shows that are held here, with the place that is told with them."""
    for pattern in (_NUMBERED, _OPENS, _HELD, _AT, _BY_NUMBER, _ON_SHOW, _DATED, _HELD_TOO):
        for m in pattern.finditer(reading.text):
            _event(reading, pattern, m)


def _event(reading: Reading, pattern: re.Pattern[str], m: re.Match[str]) -> None:
    text = reading.text
    start, end = m.span("name")
    for place in reading.names(start, end, "Place"):
        # 四川成都的|天府…会: the words for the place are no part of the name
        if text.startswith("的", place.end) and place.end - start <= 12:
            start = place.end + 1
    dash = text.rfind("—", start, end) + 1
    if dash and _SLOGAN.fullmatch(text, start, dash):
        start = dash  # “…”——某校|庆六一体育运动会
    owner = reading.name_at(start)
    if owner is not None and owner.start == start and owner.label == "Organization" and OF_OWNER.match(text, owner.end):
        start = owner.end  # 某校|“…”艺术节
    lead = _LEAD.match(text, start, end)
    start = lead.end() if lead is not None else start
    name = text[start:end]
    if name.count("“") != name.count("”"):
        name, start, end = name.strip("“”"), start + name.startswith("“"), end - name.endswith("”")
    only = pattern is _HELD and _ONLY_KIND.fullmatch(name) is not None and opens_article(reading, m)
    if (
        (len(name) < (4 if pattern in (_DATED, _HELD_TOO, _AT) else 5) and not only)
        or name.count("“") != name.count("”")
        or (pattern not in _NAMED_WELL and _NO_NAME.match(name) and not _ONE_OF_ROW.fullmatch(name) and not only)
        or (_ACTS if pattern in _NAMED_WELL else _INNER).search(name.split("”")[-1])
    ):
        return
    if pattern is _DATED and not _told_when(text, name, start, end):
        return
    if pattern in (_DATED, _HELD_TOO) and _HOLIDAY.search(name):
        return
    if pattern is _HELD_TOO and (
        _SOME_OF_MANY.match(name) or _OFTEN.search(text, reading.sentence(start).start, start)
    ):
        return
    # 总工会联合各地举办的|第五届…竞赛 is one, 各地举办的|…比赛 are many
    low = start if lead is None or lead[0].startswith(("各", "多")) else lead.start()
    if _TWO.search(name) or _MANY.search(text, reading.sentence(start).start, low):
        return
    if (
        SEVERAL.match(name)
        or SEVERAL_AND.search(name)
        or SEVERAL_AFTER.match(text, end)
        or _inside_event(reading, start, end)
    ):
        return
    if _PLANNED.search(text, max(0, m.start() - 8), m.start()) or known_campaign(reading, name, start):
        return
    if _titled(reading, name, start, end):
        return
    cited = pattern is _BY_NUMBER and _TAKES_PLACE.match(text, end) is None
    to_come = text.startswith(("将", "定于"), end)
    if to_come and _ITS_NUMBER.search(name) is None and pattern is not _DATED:
        return
    elsewhen = to_come or (pattern is _HELD and _PAST.match(m[0]) is not None)
    event = add_event(reading, name, start, end, "other", "activity-contest", 0.7, held=not cited, planned=elsewhen)
    before = text[reading.sentence(start).start : start]
    where = _IN.search(before)
    if pattern is _AT or where is not None:
        spot = reading.name_ending_at(start - (1 if before.endswith(("的", "，")) else 0), "Place")
        if spot is not None:
            reading.fact("HELD_IN", event, spot.entity, (spot.start, end), "contest-place", 0.8)


_NAMED_WELL = (_NUMBERED, _BY_NUMBER, _ON_SHOW, _DATED)


_OFTEN = re.compile("每[年月周逢]|年年|多次|连续|陆续|各地|多地|纷纷|不断|经常|常年|定期|要求|建议|鼓励|通过")


def _told_when(text: str, name: str, start: int, end: int) -> bool:
    """Tell whether the clause says on which day or where the one of this name takes place, and it is one."""
    takes = _TAKES_PLACE.match(text, end)
    dated = takes is not None and _SAYS_WHEN.search(takes[0]) is not None
    dated = dated or _ITS_DAY.search(text, max(0, start - 20), start) is not None
    return takes is not None and dated and _SOME_OF_MANY.match(name) is None


# 今年11月举办的|第三届采摘节吸引…, 某马拉松|将于10月在某县举行: told of beside something else, nobody speaks there
_PAST = re.compile("(?:举办|举行)的")
_ITS_NUMBER = re.compile(r"\d{4}|第[一二三四五六七八九十\d]+届|首届")
_COMMON = frozenset("全县市区旗州第届首年年度0123456789")


def _titled(reading: Reading, name: str, start: int, end: int) -> bool:
    """某县2024年苹果节 in the title, 2024年某县苹果文化旅游节 in the body: one, named as the body does."""
    in_title = start < reading.body_start
    found = {e.entity for e in events_of(reading).found if (e.start < reading.body_start) != in_title}
    if len(found) != 1 or (other := found.pop()).label != "Activity" or other.name[-1] != name[-1]:
        return False
    short, full = (name, other.name) if in_title else (other.name, name)
    if not set(short) - _COMMON <= set(full):
        return False
    again(reading, other, name, start, end)
    if not in_title:
        other.aliases.add(other.name)
        other.name = name
    return True


def _inside_event(reading: Reading, start: int, end: int) -> bool:
    return any(event.start < end and start < event.end for event in events_of(reading).found)
