"""Reporters, correspondents and photographers: who the article is by."""

from __future__ import annotations

import re

from extractors.lexicon import HAN, SURNAMES
from extractors.names import closing
from extractors.names.namechars import likely_end, weight
from extractors.names.personname import looks_like_name, written_by_sounds
from extractors.names.rare_surnames import RARE_SURNAMES
from extractors.names.words import is_common_word
from extractors.reading import Reading
from extractors.text import compact
from graph.fragment import ARTICLE

_ROLE = r"(?:(?:本报|本台|全媒体|首席|见习|实习|特约|融媒体?|通讯社|日报|晚报){0,20}(?:记者|通讯员|实习生|摄影记者|摄影|特约记者|撰稿|供稿|图/文|文/图|采写|报道员|文图|编辑|责编|责任编辑|审核|初稿|初审|复审|终审|一审|二审|三审|编审|校对|来源|监制|值班主任|值班编委|作者|文字|图文))"
# what one did for the article, before a colon or a slash: 文字：, 图文/拍摄：; 文 and 图 are no last characters of words
_DONE = (
    rf"(?:记者|通讯员|作者|(?<![{HAN}])(?:文字|图文|文图|图片|文|图|拍摄|制作|主编|总编|总监|策划|统筹|核稿|审签|签发|执行主编)|摄影|摄像|采写|(?:撰稿|供稿|投稿|来稿|报送)人?|综合(?:采访|报道|整理)?|采访|整理|统稿"
    r"|责任编辑|编辑|责编|审核|初稿|初审|复审|终审|一审|二审|三审|编审|校对|监制)"
)
_MARK = "[：/|丨│｜]"
_CREDIT = rf"{_DONE}(?:[/、]?(?:文字|图文|图片|文|图|摄影|摄像|拍摄|制作|供稿|编辑)){{0,3}}"
_OUTLET = rf"(?:[{HAN}·]{{1,14}}?(?:报|网|台|社|客户端|中心|媒体?|新闻))?"
_NAME = rf"[{HAN}](?: {{1,3}}(?![文图] {{1,3}}[{HAN}])[{HAN}](?![{HAN}])|(?:(?!通讯员|实习生|本报|摄影|编辑[：:])[{HAN}·]){{1,10}})"
_NAMES = rf"{_NAME}(?:[ 、，/]{{1,20}}(?!通讯员|记者|实习|摄|{_DONE} {{0,2}}{_MARK}|文图|图文){_NAME}){{0,40}}"
_BRACKET = re.compile(rf"[（【] *(?P<inner>[^（）【】]{{0,14}}?{_ROLE}[^（）【】]{{1,60}})[）】]")
# （田砚秋 特约通讯员：贺云松）
_NAMES_FIRST = re.compile(rf"(?P<names>[{HAN}]{{2,3}}(?: {{1,3}}[{HAN}]{{2,3}}){{0,3}}) {{1,3}}(?={_ROLE})")
_ROLE_LIST = re.compile(rf"(?P<role>{_ROLE})(?:员)?[ ：:]{{0,20}}(?!来源)(?P<names>{_NAMES})")
_OPENING = re.compile(
    rf"(?:【[^【】]{{2,14}}】)?[□■◎○●]? {{0,20}}{_OUTLET}(?:讯|电)? {{0,20}}{_ROLE}[ ：:]{{0,20}}{_NAMES}(?:[ 、，]{{0,20}}{_ROLE}[ ：:]{{0,20}}{_NAMES}){{0,20}}"
)
_WIRE = re.compile(
    rf"(?:讯|\d日电)(?: {{0,20}}（ {{0,20}}(?![^）]{{0,200}}记者)|：)(?P<names>{_NAMES})(?= {{0,20}}）|\n| {{0,20}}通讯员[ ：:]{{0,20}}(?P<more>{_NAMES}))"
)
_BRACKET_MIXED = re.compile(rf"讯 {{0,20}}（ {{0,20}}(?P<names>{_NAMES}) {{1,20}}(?={_ROLE})")
_REPORTS = re.compile(rf"讯 {{1,3}}(?P<names>[{HAN}]{{2,3}}(?: [{HAN}]{{2,3}}){{0,3}}) {{0,3}}报道(?=[ \n：])")
_BRACKET_FIRST = re.compile(rf" *（ *(?P<names>{_NAMES}) *） *(?=\d|[今昨近日])")
_BODY = rf"[{HAN}]{{2,14}}(?:局|委|办|部|[镇乡县市区]|街道|院|校|公司|中心|政府|政协|人大|社|会|联|处|站|队|科)"
_SIGNED = re.compile(
    rf"（ *(?:{_BODY}[ ：]*)?(?P<names>{_NAME}(?:[ 、，]+{_NAME}){{0,5}}) *(?:/{_BODY})?）\s*(?:$|(?=\n[^\n]{{0,30}}\s*$))"
)
_FEW = rf"[{HAN}]{{2,3}}(?:[ 　、]{{1,3}}[{HAN}]{{2,3}}){{0,3}}"
# the last line, behind a whole sentence: 记者田砚秋, or the name alone
_LAST_LINE = re.compile(
    rf"(?<=[。！”）])\s{{0,8}}(?:\n[ 　]{{0,4}}[{HAN}]{{2,16}}(?:局|委|办|镇|乡|街道|院|校|公司|中心|政府|处|站) {{1,3}})?(?P<role>(?:本报|全媒体)?(?:记者|通讯员)[ ：:]{{0,4}})?(?P<names>{_FEW})\s{{0,8}}\Z"
)
_PHOTO = re.compile(
    rf"(?:(?:本报)?(?:记者|通讯员) *)?(?P<names>{_NAME}(?:[ 、]+(?!通讯员|记者|本报){_NAME}){{0,3}}) *(?:摄影报道|摄影|摄|/摄影?|/[文图]|图/文|文/图)(?=[ 。）\n]|$)"
)
# （田砚秋 图/贺云松）; （田砚秋 文 贺云松 摄）; （田砚秋） at the end of one item among several
_SIGNED_IN_PART = re.compile(rf"（ *(?P<names>{_FEW}) {{1,3}}(?=(?:文|图|摄影)(?:{_MARK}| {{1,3}}[{HAN}]))")
_SIGNED_ITEM = re.compile(rf"(?<=[。！？”])[ 　]{{0,4}}（ *(?P<names>{_FEW}) *）[ 　]{{0,4}}(?=\n)")
# 本报记者田砚秋 通讯员贺云松 摄
_PHOTO_OF_TWO = re.compile(
    rf"(?:记者|通讯员) {{0,3}}[{HAN}]{{2,3}}(?:[ ，]{{1,3}}(?:本报)?(?:记者|通讯员) {{0,3}}[{HAN}]{{2,3}}){{1,3}} {{0,3}}(?:摄影报道|摄影|摄|图/文|文/图)(?=[ 。）\n]|$)"
)
_CREDITS = re.compile(
    rf"(?:(?<![{HAN}])(?:文|图|图文|摄影)/(?:文|图|摄影|摄像)[ ：]*|{_CREDIT} {{0,2}}{_MARK} *(?:{_BODY}[ /：]{{1,3}})?)(?P<names>{_NAMES})"
)
_LINE = re.compile(
    rf"(?m)^[ 　]{{0,20}}(?:(?:发布)?(?:时间|日期)?：?[\d/\-:年月日. ]{{8,24}})?(?!来源)(?P<inner>(?:{_OUTLET}{_ROLE}|{_BODY}供稿)[ ：:]{{1,20}}{_NAMES}(?:[ 　]{{1,6}}{_ROLE}[ ：:]{{1,6}}{_NAMES}){{0,4}})[ 　]{{0,20}}$"
)
# a line of its own: 某县融媒体中心 田砚秋, □田砚秋, 来源：县妇联 田砚秋; behind the end: （完）县妇联 田砚秋
_NAME_LINE = re.compile(
    rf"(?m)(?:^[ 　]{{0,8}}(?:\d{{4}}[\d/\-年月日]{{4,8}}[ 　]{{1,4}})?(?:[□■◎○●◆] {{0,3}}|[{HAN}]{{2,14}}(?:报社?|网|台|客户端|在线|媒体中心|传媒|融媒体?)[ 　：]{{1,4}}"
    rf"|(?:稿件)?来源 ?： ?{_BODY}[ 　/]{{1,4}})|（完）[ 　]{{0,4}}(?:{_BODY}[ 　]{{1,4}})?)(?P<names>{_FEW})[ 　]{{0,8}}(?=$|编辑|责编|审核|校对|终审)"
)
# 今日柳湾记者 田砚秋, a line of its own
_PAPER_LINE = re.compile(
    rf"(?m)^[ 　]{{0,8}}[{HAN}·]{{2,8}}?(?P<role>(?:记者|通讯员)[ ：]{{1,3}})(?P<names>{_FEW})[ 　]{{0,8}}$"
)
_SENT = re.compile(rf"(?m)^[ 　]{{0,8}}(?:{_BODY}[ 　]{{1,3}})?(?P<names>{_FEW})[ 　]{{1,3}}[供投]稿[ 　]{{0,8}}$")
_ANY = re.compile(
    r"在线|综合|整理|统稿|（完）|[丨│｜|/□■◎○●◆【]|来源|文字|图文|图片|文图|[文图]：|主编|报送|投稿|来稿|拍摄|媒体中心|融媒|记者|作者|讯 |通讯员|实习生|摄|讯 *（|日电 *（|讯：|编辑|审核|初稿|终审|责编|校对|供稿|撰稿|采写"
)
_TAIL = re.compile(r"(?<=..)(?:摄影报道|报道|摄影|摄|撰稿|供稿|撰文|审核|校对)$")
_REPORTING = ("记者", "通讯员", "摄影", "本报记者")
_WROTE = ("文/", "文字")
_PLAIN = re.compile(rf"(?!报道|摄影|本报|实习|记者|通讯|编辑|供稿|摄)[{HAN}]{{2,3}}")
_FROM = re.compile(r" *(?:[报电][道电讯]|讯)|[宣融](?![\u4e00-\u9fff])")  # 通讯员 东山|宣
_NO_NAME = re.compile(
    r"^(?:综合|整理|编译|供图|供稿|图片|资料)$|记者|通讯员|媒体|报道|了解|[今昨]天|(?:宣传|党建|党办|综合|组织|政工|人事|信息|业务|技术|法制|教研|外宣|新闻|政宣|农经|财务)[科室部办处组股站]|办公室|[今昨]日|日前|近日|截至|截止|获悉|看到|采访|来到|走进|近年来|连日来|^[从在]|^于(?:[今昨近当本\d]|北京|上海|[^ ]{3})"
)
_WITH_TWO = 3
_EDITING = (
    "编辑",
    "责编",
    "责任编辑",
    "审核",
    "校对",
    "来源",
    "监制",
    "值班",
    "初审",
    "复审",
    "终审",
    "一审",
    "二审",
    "三审",
    "编审",
)


def read(reading: Reading) -> None:
    """Add REPORTED_BY for each name of the byline, before, inside or behind the article."""
    text = reading.text
    signed = _SIGNED.search(text, max(reading.body_start, len(text) - 60))
    last = _LAST_LINE.search(text, max(reading.body_start, len(text) - 40))
    if last is not None and (last["role"] or all(map(_alone, last["names"].replace("、", " ").split()))):
        _add(reading, last.start("names"), last["names"], last.span(), "记者" if last["role"] else "")
    if not signed and not _ANY.search(text) and not text.startswith("（", reading.body_start):
        return
    for m in _BRACKET.finditer(text):
        for found in _ROLE_LIST.finditer(text, m.start(), m.end() - 1):
            _add(reading, found.start("names"), found["names"], m.span(), found["role"])
        first = _NAMES_FIRST.match(text, m.start("inner"), m.end("inner"))
        if first is not None:
            _add(reading, first.start("names"), first["names"], m.span(), "")
    m2 = _WIRE.search(text)
    if m2:
        _add(reading, m2.start("names"), m2["names"], m2.span(), "记者")
        if m2["more"]:
            _add(reading, m2.start("more"), m2["more"], (m2.start(), m2.end("more")), "通讯员")
    mixed = _BRACKET_MIXED.search(text)
    if mixed:
        _add(reading, mixed.start("names"), mixed["names"], mixed.span(), "记者")
    reports = _REPORTS.search(text, reading.body_start, reading.body_start + 60)
    if reports:
        _add(reading, reports.start("names"), reports["names"], reports.span(), "记者")
    start = reading.body_start
    m3 = _BRACKET_FIRST.match(text, start)
    if m3:
        _add(reading, m3.start("names"), m3["names"], m3.span(), "通讯员")
    lead = _OPENING.match(text, start + len(text[start:]) - len(text[start:].lstrip()))
    if lead:
        for found in _ROLE_LIST.finditer(text, lead.start(), lead.end()):
            _add(reading, found.start("names"), found["names"], lead.span(), found["role"])
    for m in _LINE.finditer(text, start):
        for found in _ROLE_LIST.finditer(text, *m.span("inner")):
            _add(reading, found.start("names"), found["names"], m.span(), found["role"])
    for pattern in (_NAME_LINE, _SENT):
        for m in pattern.finditer(text, start):
            _add(reading, m.start("names"), m["names"], m.span(), "通讯员")
    for m in _PAPER_LINE.finditer(text, start):
        _add(reading, m.start("names"), m["names"], m.span(), "记者")
    for m in _SIGNED_ITEM.finditer(text, start):
        names = m["names"].replace("、", " ").split()
        if all(looks_like_name(name) and not is_common_word(name) for name in names):
            _add(reading, m.start("names"), m["names"], m.span(), "")
    for m in _PHOTO_OF_TWO.finditer(text, start):
        for found in _ROLE_LIST.finditer(text, *m.span()):
            _add(reading, found.start("names"), found["names"], m.span(), found["role"])
    for pattern in (_SIGNED, _SIGNED_IN_PART, _PHOTO, _CREDITS):
        for m in pattern.finditer(text, reading.body_start):
            role = "记者" if m[0].startswith(("记者", "本报记者")) else m[0][:2]
            _add(reading, m.start("names"), m["names"], m.span(), role)
    _last_line(reading)


def _last_line(reading: Reading) -> None:
    """文/柳湾日报记者田砚秋 图/贺云松: add those of a last line that is nothing but a byline, where no other rule did."""
    for start, name in closing.names(reading.text, reading.body_start):
        if not reading.free(start, start + len(name)):
            continue
        person = reading.entity("Person", name, key=f"reporter {name}")
        person.properties.setdefault("scope", "记者")
        reading.claim(person, start, start + len(name), "byline-closing", 0.85)
        reading.fact("REPORTED_BY", ARTICLE, person, (start, start + len(name)), "byline-closing", 0.85)


_SOURCE = re.compile("从.*(?:获悉|了解|得知)")


def _add(reading: Reading, offset: int, names: str, span: tuple[int, int], role: str) -> None:
    """Claim each name of the list that has the shape of one, as a reporter."""
    listed = [compact(part[0]) for part in re.finditer(_NAME, names)]
    if listed and _SOURCE.match("、".join(listed)):
        return  # 记者从甲局、乙局获悉，一季度…
    vouched = len(listed) > 1 and any(map(looks_like_name, listed))
    for part in re.finditer(_NAME, names):
        name = _TAIL.sub("", part[0])
        begin = offset + part.start()
        hit = reading.hits.at(begin)
        bounded = (vouched or role.endswith(_REPORTING)) and _bounded(reading.text, begin, begin + len(part[0]))
        if (
            _NO_NAME.search(name)
            or (is_common_word(compact(name)) and not bounded)
            or (hit is not None and hit.start == begin and (hit.full or _FROM.match(reading.text, hit.end)))
        ):
            continue
        reporting = vouched or role.startswith(_WROTE) or any(role.endswith(known) for known in _REPORTING)
        plain = (reporting or _seldom(compact(name))) and _plain(compact(name))
        singles = [name] if looks_like_name(compact(name)) or plain else _glued(name)
        for single in singles:
            person = reading.entity("Person", compact(single), key=f"reporter {compact(single)}")
            person.properties.setdefault("scope", "记者")
            confidence = 0.6 if role.startswith(_EDITING) else 0.95
            reading.claim(person, begin, begin + len(single), "byline", confidence)
            reading.fact("REPORTED_BY", ARTICLE, person, span, "byline", confidence)
            begin += len(single)


_OPENS_NAME = re.compile(r"[ ：:（、]\Z")
_ENDS_NAME = re.compile(r"[ ）、\n]|\Z")


def _bounded(text: str, begin: int, end: int) -> bool:
    """A word that is a name too (舒畅, 安康) is one where marks or spaces set it off in a byline."""
    return (
        text[begin] in SURNAMES
        and end - begin <= 3
        and _OPENS_NAME.search(text, begin - 1, begin) is not None
        and _ENDS_NAME.match(text, end) is not None
    )


def _alone(name: str) -> bool:
    """A name that stands alone in its line, with nothing that says whose it is."""
    odd = len(name) == 3 and not any(is_common_word(part) for part in (name[:2], name[1:]))
    return looks_like_name(name) and not is_common_word(name) and (odd or likely_end(name + "。", 0) == len(name))


def _plain(name: str) -> bool:
    """A name behind 记者 may have a surname that no list holds, but is no word: 记者|了解到."""
    return (
        bool(_PLAIN.fullmatch(name))
        and name[-1] not in "呢吗吧"
        and not is_common_word(name[:2])
        and not is_common_word(name)
    )


def _seldom(name: str) -> bool:
    """（占卫东）: tell whether a surname that is an everyday word stands before what is a given name."""
    return len(name) == _WITH_TWO and name[0] in RARE_SURNAMES and weight(name) > 0


def _glued(name: str) -> list[str]:
    """裴怀秀文霜 → 裴怀秀, 文霜: the two names of a list that lost its spaces, or the one that a sentence runs into; else []."""
    if written_by_sounds(name):
        return [name]  # 通讯员 阿卜杜外力
    for size in (3, 2):
        first, second = name[:size], name[size:]
        both = looks_like_name(first) and 2 <= len(second) <= 3 and looks_like_name(second)
        if both and not is_common_word(first) and not is_common_word(second):
            return [first, second]
    end = likely_end(name, 0) if len(name) > 5 else None  # 贺云松看望村里…: a title whose line break is lost
    return [name[:end]] if end is not None and looks_like_name(name[:end]) else []
