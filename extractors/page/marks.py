"""The language of a page: what opens and closes an article, a caption, a section. All on shadow text."""

from __future__ import annotations

import re

from extractors.text import ROUNDUPS

FINAL = "。！？!?…"
_CLOSERS = "”’』」）)》】\"'"
_NAME = r"[一-鿿·]{2,4}"
_NAMES = rf"{_NAME}(?:[ 、]{{1,20}}{_NAME}){{0,4}}"
_ROLE = (
    r"(?:(?:本报|本刊|本台|本网|新华社|全媒体|融媒体?|特约|首席|见习|实习|驻站|特派|县报|市报|高级){0,20}"
    r"(?:记者|通讯员|报道组|评论员|实习生|摄影师|编辑|作者))"
)

_DATELINE = (
    r"(?:本报|本网|本台|本刊|本版|据?新华社|据?新华网|据?中新社|据?人民网|据?央视)[^,。;:(]{0,16}?(?<!通)(?:讯|电|消息)"
)
_IN_BRACKETS = rf"\({_ROLE}[ :/][^()]{{2,40}}\)"

LEAD = re.compile(rf"{_DATELINE}(?![^ (,0-9一-鿿])|(?:讯|消息) ?\((?:本报|首席|特约)?(?:记者|通讯员)|{_IN_BRACKETS}")
"""What the first paragraph of a news item opens with."""

_LEAD_BYLINE = re.compile(
    rf"{_DATELINE}(?: ?\([^()]{{2,60}}\)| ?{_ROLE}[ :]{_NAMES}(?: +{_ROLE} ?{_NAMES})*(?: ?报道)?(?= ))?"
    rf"|(?:讯|消息) ?\([^()]{{2,60}}\)|{_IN_BRACKETS}"
)

_PICTURES = r"(?:(?:文|图|图文|文字|撰文|摄影)? ?[/:]? ?)?"
BYLINE = re.compile(
    rf"[□■◇◎●○☆★ ]{{0,20}}{_PICTURES}{_ROLE}[ :/]{{0,20}}{_NAMES}(?: {{0,20}}[/;,]? {{0,20}}{_PICTURES}{_ROLE}[ :/]{{0,20}}{_NAMES}){{0,4}}"
    r"(?: {0,20}(?:文|图|文/图|图/文|报道|采写|整理|文并摄))?"
    rf"|□ {{0,20}}{_NAMES}(?: {{0,20}}(?:文|图|文/图))?|(?:文|撰文|图|作者) ?[/:] ?{_NAMES}(?: {{1,20}}(?:图|摄影) ?[/:] ?{_NAMES})?"
)
"""A line that holds a byline and nothing else."""

END_BYLINE = re.compile(
    rf"\((?:(?:{_ROLE}|据|来源|综合|整理)[^()。]{{2,40}}"
    rf"|{_NAME}(?:[ 、]{{1,20}}(?:{_ROLE} ?)?{_NAME}){{0,8}}(?: (?:整理|报道|供稿|文/图))?)\)$"
)
_STRONG_END = re.compile(r"\([^()]*(?:记者|通讯员|据|来源|供稿|报道|整理)[^()。,版]{0,200}\)$")

CREDIT = re.compile(
    rf"(?:(?:^|[ 。!?”(])\(? ?(?:{_ROLE} ?)?{_NAMES}(?: {{0,20}}{_ROLE} ?{_NAMES}){{0,3}} ?/? ?"
    r"(?:摄|摄影|摄影报道|摄影并报道|图文报道|文/图|图/文|图文|供图|制图|文并图))\)?。?$"
    rf"|(?:摄影|图片|图|图文|供图) ?[/:] ?(?:{_ROLE} ?)?{_NAMES}\)?$"
    r"|\((?:资料图片|资料照片|图片由[^()]{2,20}提供)\)$|新华社发\)?$"
)
_CREDIT_ONLY = re.compile(
    rf"\(? ?(?:{_ROLE} ?)?{_NAMES}(?: {{0,20}}{_ROLE} ?{_NAMES}){{0,3}} ?/? ?(?:摄|摄影|摄影报道|图文报道|供图)\)?"
)
PICTURE = re.compile(r"[(▲▼■△]?(?:[上下左右题组本]图|图片?)(?:[为是::①②③]|\d[:为 ])")
CAPTION_START = re.compile(
    r"近日|日前|连日来|眼下|\d{1,2}月\d{1,2}日|昨日|今日|当前|时下|近年来|图[为①片]|[上下左右题组]图|初[春夏秋冬]|[春夏秋冬]日"
)

JUMP_TO = re.compile(
    r"[▶►> ]{0,20}\(? ?(?:下转|转|紧转|未完转) ?第? ?[A-Z]?[\d一二三四五六七八九十]{1,3} ?版[^()。]{0,8}\)?$"
)
JUMP_FROM = re.compile(
    r"[◀◄< ]{0,20}\(? ?(?:上接|紧接|接) ?第? ?[A-Z]?[\d一二三四五六七八九十]{1,3} ?版[^()。]{0,12}(?:\)|$)"
)

BULLET = re.compile(r"(?!□ ?(?:本报|本刊|记者|通讯员|特约|首席))[●◆■▲★◇○☆▪▶►◎□◼⬤•·] ?(?=.{5})")
ENUMERATED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)|第[一二三四五六七八九十百]{1,4}[章节条部]|\d{1,2}[、.](?!\d)|附件?\d?[::])"
)

OPENING = re.compile(
    r"近日|日前|今天|昨天|今日|昨日|近期|连日来|当前|眼下|截至|当地时间|记者|据|随着|\d{1,2}月|\d{1,2}日|\d{4}年|一季度|上半年|"
    r"今年|去年|近年|中共中央|国务院|.{2,20}?(?:数据显示|获悉|消息)|为[了进深贯]|在.{2,30}[,之]|.{2,18}?(?:近日|日前|今天|昨天|\d{1,2}日(?:[上下]午)?)"
)
"""How the first sentence of a news item without a byline likes to begin."""

HEADLINE_VERB = re.compile(
    r"召开|举行|启动|调研|出席|强调|开幕|揭牌|签约|会见|督导|检查|开展|部署|推进|助力|加快|启用|完成|开工|竣工|落地|发布|出台|获评|获|"
    r"举办|走进|实现|打造|指出|开通|通车|突破|增长|超|达|今日|昨日|将"
)

KICKER = re.compile(r"(?:强调|指出|要求|讲话|主持|出席|致辞|主持会议|并讲话|宣布|表示|提出|参加)$")

_GENRES = "要闻 动态 新闻 时政 综合 国内 国际 本市 本地 经济 社会 政法 民生 县域 区域 教育 文体 体育 政务 聚焦 综合新闻"
_SECTION_WORDS = (
    "动态|要闻|新闻|时政|视线|视点|视窗|聚焦|关注|传真|广角|观察|调研行|进行时|新风|振兴|专栏|专题|速递|播报|看台|之窗|在线|一线|"
    "风采|论坛|评论|故事|天地|园地|副刊|理论|头条|时评|巡礼|连线|资讯|现场|见闻|纵横|掠影|直通车|面对面|大家谈|快评|热线|"
    "经济|社会|民生|法治|文化|教育|健康|体育|国际|国内|综合|县域|基层|人物|生态|党建|乡村|文明|科技|农业|工业|信息|公告|通知公告"
)
SECTION = re.compile(rf"[【\[■◆●▌▍▎★☆<《|=\-— ]*(?:\S{{0,8}}?(?:{_SECTION_WORDS}))[】\]■◆●★☆>》|=\-— ]*$")
GENRE = frozenset(_GENRES.split())
BRIEFS = re.compile(rf"\S{{0,6}}?(?:{ROUNDUPS}|简明新闻|一句话新闻|拾零|要闻速览|新闻速览|点击|微新闻|要闻简报)$")
PLACE = re.compile(r"(?![我全本该各两某])[一-鿿]{1,7}(?:县|市|区|旗|镇|乡|州|盟|街道|街道办|开发区|新区|苏木)$")
_PLACE_NOT = re.compile(r"[召开行动建设城会议项目业]|全[县市区]|小区$|园区$")
SLOGAN = re.compile(
    r"人人有责|高举旗帜|团结奋斗|核心价值观|办好民生实事|新时代 新征程|不忘初心|公益广告|讲文明|树新风|中国梦|光盘行动|"
    r"共建共享|从我做起|人人参与|你我同行|节约粮食|平安是福|文明健康|绿水青山就是|永远跟党走|撸起袖子"
)
DOCUMENT_NUMBER = re.compile(r"[一-鿿]{1,12} ?[〔\[【(]\d{4}[〕\]】)] ?第?\d{1,4}号")
INDEX = re.compile(r"(?:今日|本期|本版|版面)?(?:导读|导航|内容提要|要目|看点)$")
INDEX_LINE = re.compile(
    r"(?:[▶►▲●◆■»>★ ]*\(?(?:详?见|转)?第? ?[A-D]?\d{1,2} ?版\)?[: ]? ?\S.{3,40}"
    r"|.{4,40}[ .…·>(▶►](?:详?见|转)?第?(?:[A-D]?\d{1,2} ?版|P\d{1,2}))\)?$"
)
ATTRIBUTION = re.compile(r"(?:人民政府|办公室|办公厅|委员会|[局厅委部院会]|公司)$")


def closed(text: str) -> bool:
    """Tell whether a text (printed or shadow) ends where a sentence ends."""
    bare = text[-12:].rstrip(_CLOSERS + " ")
    return bool(bare) and bare[-1] in FINAL


def ends_article(shadow: str) -> bool:
    """Tell whether a paragraph ends with the names of who wrote the article."""
    tail = shadow[-64:]
    found = END_BYLINE.search(tail)
    return found is not None and tail[: found.start()].rstrip(" ”")[-1:] in {*FINAL, ""}


def surely_ends_article(shadow: str) -> bool:
    """Tell whether the names at the end say that they are the writers'."""
    return ends_article(shadow) and _STRONG_END.search(shadow[-64:]) is not None


def opens_article(shadow: str) -> bool:
    """Tell whether a paragraph opens as a news item does (`本报讯(记者 …)`)."""
    return LEAD.match(shadow) is not None


def is_byline(shadow: str) -> bool:
    """Tell whether a line is a byline and nothing else."""
    if len(shadow) > 48:
        return False
    return BYLINE.fullmatch(shadow) is not None or (shadow[0] == "(" and _STRONG_END.fullmatch(shadow) is not None)


def is_credit(shadow: str) -> bool:
    """Tell whether a line is the photographer's credit and nothing else."""
    return len(shadow) <= 32 and _CREDIT_ONLY.fullmatch(shadow) is not None


def has_credit(shadow: str) -> bool:
    """Tell whether a paragraph ends with a photographer's credit."""
    return CREDIT.search(shadow[-48:]) is not None


def byline_of(shadow: str, text: str) -> str | None:
    """Return the byline that a paragraph opens or ends with, as printed."""
    if is_byline(shadow):
        return text
    opening = _LEAD_BYLINE.match(shadow)
    if opening:
        return text[: opening.end()].strip()
    if ends_article(shadow):
        start = max(0, len(shadow) - 64)
        found = END_BYLINE.search(shadow, start)
        return text[found.start() :] if found else None
    return None


def is_place(shadow: str) -> bool:
    """Tell whether a heading is the bare name of a county, town or the like."""
    bare = shadow.strip("【】[]■◆●▌ ")
    return len(bare) <= 9 and PLACE.match(bare) is not None and _PLACE_NOT.search(bare) is None


def is_section(shadow: str) -> bool:
    """Tell whether a heading has the form of a section name."""
    squeezed = shadow.replace(" ", "")
    if is_place(squeezed) or BRIEFS.fullmatch(squeezed) or (squeezed.startswith(("【", "[")) and squeezed[-1] in "】]"):
        return True
    return len(squeezed) <= 10 and SECTION.fullmatch(squeezed) is not None


def looks_like_heading(shadow: str) -> bool:
    """Tell whether a paragraph could be a title, kicker, section name or subhead: short, and no sentence."""
    if len(shadow) > (64 if "," in shadow else 100) or "。" in shadow or ";" in shadow or shadow[-1] in ",、;:":
        return False
    if shadow.count(",") > 2 or (len(shadow) < 2 and not "一" <= shadow <= "鿿"):
        return False
    if -1 < shadow.find("”") < shadow.find("“") and shadow.rfind("“") > shadow.rfind("”"):
        return False
    bare = shadow.rstrip("”’)》】")
    if bare and bare[-1] in FINAL:
        # A slogan or an exclamation may be a title; a sentence in quotes or with a comma is somebody's speech.
        return bare == shadow and "," not in shadow and len(shadow) <= 32
    return True


def is_lasting(section: str) -> bool:
    """Tell whether a section name stands over all that follows, not over one article alone."""
    squeezed = section.replace(" ", "")
    return is_briefs(squeezed) or (any(squeezed.endswith(genre) for genre in GENRE) and len(squeezed) <= 6)


def is_briefs(section: str) -> bool:
    """Tell whether a section is one of short news."""
    return BRIEFS.fullmatch(section.replace(" ", "")) is not None


def is_exclamation(shadow: str) -> bool:
    """Tell whether a heading may be the last sentence of a text: it ends as one, and is no slogan."""
    return closed(shadow) and SLOGAN.search(shadow) is None
