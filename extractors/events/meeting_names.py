"""Names of meetings: the words that they end in, and which two names mean one meeting."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from extractors.identity.meetings import numbered_session
from extractors.reading import Reading

HEAD = (
    r"(?:（扩大）会议?|专题学习会议|工作会议|视频会议|电视电话会议|常委会会议|常委会议|常务会(?!议)|常务会议|主席会议|党组会议|全体会议|联席会议|主任会议|常委会扩大会议|全体扩大会议|扩大会议|专题会议|调度会议|推进会议|协调会议|[局院校]务会(?!议)|会议|"
    r"办公会议?|推进大会|代表大会(?!制度)|表彰大会|推进大会|动员大会|总结大会|庆祝大会|纪念大会|誓师大会|大会(?<!立法大会)(?<!国民大会)(?!堂|制度)|座谈会|协商会|推进会|部署会(?!议)|工作会(?!议|商会)|动员会|调度会|协调会|研讨会|交流会|工作例会|例会|论坛年会|论坛|培训示范班|示范培训班|培训班|研修班|进修班|轮训班|研讨班|提升班|集训班|骨干班|读书班|全会|党代会|现场会|"
    r"务虚会|会商会|筹备会|述职会|评议会|说明会|招商会|联谊会|团拜会|观摩推进会|座谈交流会|推介会|新闻发布会|发布会|记者会|例行吹风会|吹风会|通气会|报告会|见面会|对接会|洽谈会|听证会|茶话会|述职会|启动会|宣讲会|总结会|表彰会|恳谈会|专题会|分析会|视频会|电视电话会|民主生活会|组织生活会|学习会|培训会|辅导会|峰会|领导人(?:非正式|特别)?会晤|(?:年度|定期)会晤|次(?<=[一二三四五六七八九十]次)会晤|高官会(?!议)|年会|联席会|全委会|通报会|评审会|论证会|党组会|"
    r"常委会(?=[，。强指要]|召(?!开第))|讲评会|宣布会|演示会|擂台赛|比武会|观摩会|双选会|招聘会|研判会|碰头会|督办会|警示教育会|专题党课|党课|专题讲座|交易会|博览会|反馈会|汇报会|交办会|点评会|考评会|测评会|约谈会|宣贯会|解读会|分享会|读书会|欢迎会|欢送会|庆功会|圆桌会(?!议)|屋场会|院坝会|板凳会|家长会|咨询会|议事会|签约会|誓师会|展销会|订货会|品鉴会|磋商会|沟通会|进博会|服贸会|广交会|消博会|招待会|链博会|高交会|投洽会|东博会|对话会(?!议)|[文智农工西南数旅茶食药纺服家珠航种医体冰酒花瓷]博会|公开会(?!议)|法会|专题研究会|(?<=[业展])促进会(?=\d{1,2}日在|[今昨]天在|在[^，。]{2,12}(?:召开|举行)))"
)
CONGRESS = re.compile(
    r"(?:党的|中国共产党第|中共|(?<!第))(?:十[一二三四五六七八九]|二十)(?:次全国代表大会|大(?![会型量力多规家])|届(?:[一二三四五六]中、){0,4}[一二三四五六七]中全会)|(?:(?:\d{4}年)?全国|省|市|县)?两会(?![人员])"
    r"|(?:中央|全国|全省|省委|全市|市委|县委|农村)?(?:经济|金融|农村|人大|政协|统战|人才|民族|宗教|城市|外事|科技)工作会议"
)
_LEVEL = re.compile(r"^(?:全国|全省|全市|全州|全县|全区|全镇|省|市|州|县|区)|\d{4}年度?|[（(].{0,200}?[）)]|“|”")
_WHOSE = re.compile(r"全[国省市州县区镇]|[省市州县]")


_ABOVE = re.compile("党的|中国共产党|中共|中央|全国|十|二十|农村|经济")


def elsewhere(name: str) -> bool:
    """Tell whether a congress or conference by its short name is the nation's, or one of many: not 市委经济工作会议."""
    return CONGRESS.fullmatch(name) is not None and not (name.endswith("工作会议") and _ABOVE.match(name) is None)


def opens_news(reading: Reading, start: int) -> bool:
    """全国某工作会议13日在京召开。: tell whether a meeting that stands here opens national news, and is what it is about."""
    first = reading.sentence(reading.body_start)
    return (
        reading.home.division is None
        and start >= reading.body_start
        and not reading.text[reading.body_start : start].strip()
        and not any(word in reading.text[first.start : first.end] for word in ("反响", "引发", "后，", "以来", "的"))
    )


def is_of_kind(name: str, kind: str) -> bool:
    """Tell whether a meeting goes by that kind further on: 某某国际陶瓷产业博览会 by 瓷博会."""
    fair = kind.endswith("博会") and len(kind) == len("瓷博会") and name.endswith("博览会") and kind[0] in name
    return name.endswith(kind) or fair


def same_name(name: str, form: str) -> bool:
    """Tell whether a name means the meeting of that form: shorter, longer, or nearly the same."""
    mine, theirs = _session(_LEVEL.sub("", name)), _session(_LEVEL.sub("", form))
    level, other_level = _WHOSE.match(name), _WHOSE.match(form)
    if level and other_level and level[0][-1] != other_level[0][-1]:
        return False
    if _one_session(name, form):
        return True
    plenary, other = _PLENARY.search(name), _PLENARY.search(form)
    if plenary and other and plenary["number"] != other["number"]:
        return False
    if plenary and other and None is not plenary["term"] != other["term"] is not None:
        return False  # 十八届三中全会, 二十届三中全会
    if _number(name) and _number(form) and _number(name) != _number(form):
        return False
    if mine == theirs or (min(len(mine), len(theirs)) >= 4 and (mine.endswith(theirs) or theirs.endswith(mine))):
        return True
    if _stem_in(mine, theirs):
        return True
    if f"{mine}暨" in theirs or f"{theirs}暨" in mine or f"暨{mine}" in theirs or f"暨{theirs}" in mine:
        return True
    if CONGRESS.fullmatch(mine) and CONGRESS.fullmatch(theirs) and _bare(mine) == _bare(theirs):
        return True
    return SequenceMatcher(None, mine, theirs, autojunk=False).ratio() >= 0.84 and mine[-3:] == theirs[-3:]


def in_other_form(short: str, full: str) -> bool:
    """Tell whether two names differ in nothing but the form of the meeting: …电视电话会, …电视电话会议."""
    return len(short) > _SAYS_ENOUGH and _FORM.sub("会", full) == _FORM.sub("会", short)


def same_as_titled(short: str, full: str) -> bool:
    """Tell whether title and body name one meeting: they end in the same head, which says enough or has the same words."""
    if len(short) > _SAYS_ENOUGH and _FORM.sub("会", full).endswith(_FORM.sub("会", short)):
        return True  # …专题会议 in the title, …专题视频会 in the body
    if short[:4] == full[:4] and set(short) <= set(full):
        return True  # 全市防汛视频会, 全市防汛抗旱工作视频调度会
    if _number(short) and _number(short) == _number(full) and _alike(short, full):
        return True  # 2024年第二次林长制工作会议, 某县2024年第二次总林长会议
    plain = _OCCASION.sub("", short)
    if plain != short and len(plain) > _TOPIC and plain in full.partition("暨")[0]:
        return True  # 2025年第一次林长会议, 2025年县级林长会议暨防火工作推进会
    head = _ANY_HEAD.search(full)
    if head is None or not short.endswith(head[0]):
        return False
    alike = short[:4] == full[:4]  # 春季防火工作部署会议, 春季防火工作部署暨培训会议
    inside = len(short) > _SAYS_ENOUGH and short.removesuffix(head[0]) in full
    return len(head[0]) >= _LONG_HEAD or alike or inside


def _alike(short: str, full: str) -> bool:
    return SequenceMatcher(None, short, full, autojunk=False).ratio() >= _MOST_OF_IT


def _one_session(name: str, form: str) -> bool:
    """Tell whether the numbers of two sessions are the same: 市六届人大四次会议, 某市第六届人民代表大会第四次会议."""
    session = numbered_session(name) if name.endswith("会议") and form.endswith("会议") else None
    return session is not None and session == numbered_session(form)


_OCCASION = re.compile(r"(?:\d{4}年)?度?第[一二三四五六七八九十\d]+[次季]度?")
_TOPIC = 3
_FORM = re.compile("(?:视频|电视电话|工作){0,2}会议?$")
_SAYS_ENOUGH, _LONG_HEAD, _MOST_OF_IT = 5, 3, 0.6

_NUMBERED = re.compile(r"第(?P<number>[一二三四五六七八九十百\d]+)[次届]")

_PLENARY = re.compile("(?:(?P<term>十[一二三四五六七八九]|二十)届)?(?P<number>[一二三四五六七])中全会")


def _number(name: str) -> str:
    """Return which of its kind a meeting is, as printed; empty where its name does not say."""
    found = _NUMBERED.search(name)
    return found["number"] if found else ""


_ANY_HEAD = re.compile(rf"(?:{HEAD})$")


def _stem_in(short: str, full: str) -> bool:
    """签约大会 after 春季项目签约暨招商大会: a short form with the head of the full one and its words inside."""
    head = _ANY_HEAD.search(short)
    size = len(head[0]) if head is not None else 2
    stem, tail = short[:-size], short[-size:]
    return 4 <= len(short) <= 6 and len(stem) >= 2 and full.endswith(tail) and stem in full[:-size]


def _session(core: str) -> str:
    """县委常委会 is another name of 县委常委会(扩大)会议, 县第六次党代会 of 中国共产党某县第六次代表大会."""
    core = re.sub(r"^中国共产党(?!第)|(?<=常委会)(?:扩大)?会议$", "", core)
    return core.removesuffix("党代会") + "代表大会" if core.endswith("次党代会") else core


def _bare(congress: str) -> str:
    return re.sub(r"^(?:党的|中国共产党第|中共)", "", congress).replace("次全国代表大会", "大")
