"""Meetings: their names, the day, and which of them the article is about."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractors.dates import find_dates
from extractors.events.event_days import set_for
from extractors.events.meeting_names import (
    CONGRESS,
    HEAD,
    elsewhere,
    in_other_form,
    is_of_kind,
    opens_news,
    same_as_titled,
    same_name,
)
from extractors.events.passing import passed_by, to_pass
from extractors.lexicon import HAN
from extractors.reading import Entity, Reading
from extractors.text import BULLETS, piece_at

_HEAD = re.compile(
    rf"{HEAD}(?!(?<=会)议)(?!形式|方式|室|厅|员|长|堂|中心|(?<=大会议)事|(?<=大会)议事|(?<=委员会议)定|系列活动|计(?!划)|展中心|精神病|第[一二三四五六七八九十\d]+次)"
)
_STUDY = re.compile(
    r"(?:(?:党组|党委|党工委)(?:理论学习)?中心组)?(?:\d{4}年(?:度)?)?(?:第[一二三四五六七八九十\d]+|首)次(?:理论学习中心组)?(?:集体|专题)学习(?!会|班)"
    r"|(?<=[举召]行|召开|开展)(?:党组|党委|党工委)?(?:理论学习)?中心组(?:（扩大）)?(?:集体|专题|集中)学习(?!会|班)"
)
_GENERIC = re.compile(
    rf"^(?:{HEAD}|(?:中央|国家|全?[国省市州县区])[、和]?(?=有关|相关|重要|中央|国家|全?[省市州县区])|本次|这次|此次|一次|多次|全体|专题|工作|本单位|领导班子|班子|视频|电视电话|扩大|大型|有关|相关|重要|各类|历次|年度|该|这[两几些]个|两个|多边|双边|系列|主持|日常|人民代表大会|上述|先进|现场|分组|小型|前|次|场|多个|数个|一系列){{1,8}}$"
)
_BOUND = re.compile(
    rf"[，。；：！？《》\n{BULLETS}]|——|、(?!区）)|（(?!扩大）|[{HAN}]{{2}}）(?:[{HAN}“]|\Z)|街）|市、区|总理）|[初讨论送审征求意见]{{0,6}}稿）|草案）)|(?<!扩大)(?<!市、区)(?<!总理)(?<!稿)(?<!草案)(?<!（[{HAN}]{{2}})(?<!（街)）|研究并报|收听收看了?|收看收听了?|收看了?|活动[和及与]|召开了?|举行了?|举办了?|开展了?|直播|组织了|出席了?|参加了?|列席|传达学习了?|传达了?|学习贯彻|学习领会|学习了|(?:(?<=[，。；、])|(?<=[，。；]专题)|(?<=[，。；]集中)|(?<=[，。；]认真)|(?<=[，。；]集体)|(?<=[，。；]深入))学习(?!班|会)|(?<=[，。；、])研究(?=[全省市县区][^，。；]{{4}})|贯彻落实|贯彻|落实|按照|根据|围绕|听取|提交|提请|结合|主持(?!人)|(?<=会)并(?:讲授?|上|作)了?"
    rf"|了(?=[{HAN}])|(?<=办了)一[场期次]|主题的|(?<![党])的(?=[{HAN}]{{4}})|(?<!籍)在(?![谈建手线岗])|以及|(?<!行)为|[于将从]|以(?!.[代换促]|色列|人民)|对(?!口|标|接|照|策|外|台)|向$|(?<!面)向(?=[第\d]|全国|世界|中国)|统一到|经(?=[第十全省市县]|中央|\d{{4}}年)|(?<=[，、])及|会议[和及]|(?<=参加)指导|(?<=到会)指导|组织(?=招商)|(?<=次会议)和|(?<=全[国省市县州])和(?=全[省市县州])|(?<=二十大)和|学习(?=党的)|(?<=[全代大峰])会[和及](?=[全省市县区州中国第党十二]|[\u4e00-\u9fff]{{2,8}}[省市县区州第])|(?<=[念祝彰]大)会和|峰会和|论坛和|(?:论述|指示|批示|讲话|精神|文件)[和与及]|两会和|(?:建议|纲要)和|(?<![暨度])\d{{1,20}}日|(?:(?<=[ ，])|^)决定|上午|下午|当晚|近日|日前|昨日|昨天|今天|随后|首先|同时|办好|开好|发挥好?|(?:视察|督查|检查|督导|调研|考察)(?=[我全][省市县区州])|巡视(?!工作|动员|部署|整改|反馈|情况)|确保|(?:推动|推进|保障|保证|力争)(?:$|(?=党的|中共|[一二三四五六七]中$))|迎接|喜迎|筹备(?!情况|工作|会|委|组|$)|致信祝贺|致电祝贺|祝贺|致贺信|做好|领会|把握|(?<!综合)利用好?|运行好|(?<=[用办开做建抓搞讲筹实])好"
)
_THIS = re.compile("(?:这|此|本|一)[次场].*的")  # 这次具有里程碑意义的历史性会议
SEVERAL = re.compile(r"近?(?:\d+|[两三四五六七八九十数多几百]+)[余多]?(?:场|次(?![会全]))")
SEVERAL_AFTER = re.compile(
    r"(?:共|已|达|近|约|超过?|累计)*(?:\d+|[两三四五六七八九十数多几百]+)[余多]?(?:场|[期次](?!会))"
)
SEVERAL_AND = re.compile(r"等(?:一系列|系列|多[项场个]|近?\d+[余多]?[项场个届次])")
"""What counts occasions and names none: 60场平行论坛, 招聘会200多场, 厂甸庙会等30余个庙会."""
_COUNTED = re.compile("[\\d余多]+次会议")  # 已举行的|38次会议
_HELD_AFTER = re.compile(
    r"(?:（[^（）]{0,12}）)?(?:在[^，。；]{2,20}后，|\d+(?:月\d+)?日(?:至\d+(?:月\d+)?日)?|昨[日天]|今[日天]|明天|上午|下午|近日|日前|即?将?于|即?将(?=在|明天)|在|[\u4e00-\u9fffA-Za-z0-9.（）“”·]{2,32}?(?=(?:顺利|隆重|正式|成功|圆满)?(?:召开|举行|举办|开幕|闭幕|开班|开课|启动[，。；]|开赛|开馆|开槌|启幕|拉开大幕|拉开帷幕))|，|（[^（）]{1,10}）)*?(?:正式|隆重|顺利|圆满|相继|先后|分别)?(?:召开|举行|举办|(?:开幕|闭幕|开班|开营)(?!式|仪式)|落幕|落下帷幕|圆满结束|收官(?=[，。；])|开课|启幕|拉开帷幕|拉开大幕|开槌|启动(?=[，。；])|开赛|开馆|开锣|进入第[一二三四五六七八九十]{1,3}天)"
    r"|由[^，。；]{2,40}?(?:主办|举办|承办|召开)|的?[主分]会场[也分别]*设在|吸引(?:了|来)?(?:[^，。；]{0,8}?\d|[^，。；]{2,16}参[会展加])"
)
_HELD_BEFORE = re.compile(
    r"(?:召开|举行|举办|召集|进行|开展|收听收看|(?:组织|集中|集体)收看)(?:了|过|的|全[省市县区])?“?$|主持召开(?:了)?$|组织召开(?:了)?$|(?<=[\u4e00-\u9fff])组织了?$|办了(?:一[场期次])?$"
)
_DECIDED = re.compile(
    r"(?:决定|建议|定于|拟于?|计划)(?:[^，。；]|，(?=\d)){0,200}?(?:召开|举行|举办)(?:的)?$|(?:决定|建议)，?$"
)
"""Before the name of a meeting that was only decided on."""
_CITED_AFTER = re.compile(
    r"[”》]?(?:、[^，。]{2,40}?)?(?:和[^，。]{2,20}?)?(?:(?:时)?的?(?:精神|重要讲话|部署|要求|决策|有关要求|工作部署|各项部署|战略部署|安排|决议|决定|通过|审议|任命|表决|免去|选举|(?:提出|确定|明确|作出)的)|(?:明确|进一步|首次)?(?:指出|提出|强调|部署)|上(?:的|，|发表|还?强调|还?指出|还?要求|介绍|表示|透露|宣布|说[，：的]|这样|[\u4e00-\u9fff]{0,4}讲话))"
)
_SOON = re.compile("即?将(?![^，。]{0,12}[，。][^。]{0,30}(?:强调|指出))")
"""Behind the name of a meeting that is still to come, in the report of another event."""
_PLANNED_AFTER = re.compile(
    r"(?:的?(?:有关|相关|筹备|准备|各项)*(?:事项|事宜|工作|方案|计划|准备|筹备|通知|决定|建议)|[作做]好?准备|工作计划|议程|日程|新闻发言人)"
)
MATTER = re.compile("关于|(?:情况的?(?:书面)?|的书面)(?:报告|汇报)")
"""Behind the name of a meeting that a bill or a report comes from, or is about."""
_LEARNED = re.compile("上?(?:了解到|获悉|看到)")  # 记者从|某某工作会议|上了解到
# 某某三次会议|主席团3月11日举行第四次会议
_OFFICE_OF = re.compile("主席团|秘书处|新闻中心|新闻组|各?代表团|审查委员会|工作人员")
_CAME = re.compile(r"来[华京](?:出席|参加)了?$")
_CITED_BEFORE = re.compile(r"(?:出席|参加|列席|传达|学习|贯彻|落实|按照|根据|主持)(?:了)?[^，。]{0,20}$")
_JOINED = re.compile(
    r"(?P<first>全国|国家|全省|全市|全州|省|市|州|中央|省委|市委|州委)[、和](?P<second>全省|全市|全州|全县|省|市|州|县|全区|省委|市委|州委|县委)$"
)


_OF_LEVELS = re.compile("(?:(?:全国|国家|中央|全?省|全?市|全?州)[、和]){2,4}\\Z")
_BARE_LEVEL = re.compile("[省市州县](?!委)")
_COMMITTEES = re.compile("(?:中央|委)[、和].?委$")  # 省委、|市委某会议, not 省、|市委某会议
_SESSION = re.compile(
    r"(?:[^，。；]{0,6}?[省市县区州旗镇乡](?:委|政协|人大)?第?[一二三四五六七八九十]{1,3}(?:次党代会|届(?:人民代表大会|人大|政协|委员会)?(?:常委会)?第?[一二三四五六七八九十]{1,3}次(?:会议|全会|全体会议))"
    r"|(?:第?十[一二三四五六七八九]届全国(?:人大|政协)|全国政协十[一二三四五六七八九]届)(?:常委会)?第?[一二三四五六七八九十]{1,3}次会议)$"
)
"""A session that its numbers tell from every other: 县第六次党代会, 县六届人大一次会议, 十四届全国人大三次会议."""


@dataclass(slots=True)
class Event:
    """A meeting or activity: where its name stands, and whether it takes place here or is only cited.

    `joined` says that it was held together with the one named right before it, `planned` that it was decided on, or
    is told of beside something else: who calls it and where is known, but nobody speaks there.
    """

    entity: Entity
    start: int
    end: int
    held: bool
    joined: bool = False
    planned: bool = False


@dataclass(slots=True)
class Events:
    """The events of the article in order of mention; `main` is the one that it is about.

    `pieces` tells where the pieces of a roundup begin: nobody takes part in an event of another piece.
    """

    pieces: list[int]
    found: list[Event] = field(default_factory=list)

    def held_before(self, position: int, *labels: str, ahead: bool = True) -> Entity | None:
        """Return the event that takes place and was mentioned last before the position, else (`ahead`) the first one."""
        piece = piece_at(self.pieces, position)
        held = [
            e
            for e in self.found
            if e.held and e.start in piece and not e.joined and (not labels or e.entity.label in labels)
        ]
        held = [e for e in held if not e.entity.name.startswith(("签署", "签订", "签约"))] or held
        before = [e for e in held if e.start <= position]
        near = before[-1:] or (held[:1] if ahead else [])
        return near[0].entity if near else None

    def overlapping(self, start: int, end: int) -> Entity | None:
        """Return the first event found whose name shares words with the span from start to end."""
        return next((e.entity for e in self.found if e.start < end and start < e.end), None)

    @property
    def main(self) -> Entity | None:
        """The first event that takes place."""
        return next((e.entity for e in self.found if e.held), None)


def events_of(reading: Reading) -> Events:
    """Return the events found so far."""
    events: Events = reading.memory.setdefault("events", Events(reading.pieces))
    return events


def read(reading: Reading) -> None:
    """Add the meetings of the article that have a name."""
    spans: list[tuple[int, int]] = []
    for m in CONGRESS.finditer(reading.text):
        start = _start(reading, m.start()) if m[0].endswith("工作会议") else m.start()
        start = m.start() if _ABOUT_IT.search(reading.text, start, m.start()) else start
        spans.append((start, m.end()))
    for m in _STUDY.finditer(reading.text):
        whose = reading.name_ending_at(m.start(), "Agency")
        spans.append((whose.start if whose else m.start(), m.end()))
    spans += [m.span("name") for m in _TRAINING.finditer(reading.text)]
    spans += [m.span("name") for m in (*_GROUP_STUDIES.finditer(reading.text), *_QUOTED.finditer(reading.text))]
    for m in _HEAD.finditer(reading.text):
        if any(s <= m.start() < e for s, e in spans):
            continue
        start = _start(reading, m.start())
        lead = _LEAD.match(reading.text, start, m.start())
        start = lead.end() if lead is not None else start
        start = _behind_caller(reading, start, m.start())
        name = reading.text[start : m.end()]
        if (
            (_GENERIC.match(name) and not _of_organ(reading, name, start))
            or _THIS.match(name)
            or (name.startswith(("此次", "本次", "这次")) and not _HELD_AFTER.match(reading.text, m.end()))
            or "”等" in name
            or "或" in reading.text[start : m.end() + 1]
            or len(name) < 4
            or SEVERAL.match(name)
            or _COUNTED.fullmatch(name)
            or SEVERAL_AFTER.match(reading.text, m.end())
            or SEVERAL_AND.match(reading.text, m.end())
            or name.endswith(("的会议", "有关会议", "有关重要会议", "相关会议", "本次会议", "这次会议", "此次会议"))
            or (name.endswith("联席会议") and _STANDING.match(reading.text, m.end()))
            or (name.endswith("全会") and not _WHOSE_PLENARY.search(name))
        ):
            continue
        spans.append((start, m.end()))
    longest = dict(sorted(spans))  # of 论坛 and 论坛年会 that begin as one, the longer
    for start, end in longest.items():
        if (several := _PLENARIES.search(reading.text, start, end)) is not None:
            _plenaries(reading, several, start)
            continue
        cover = reading.name_at(end - 1)
        if cover is None or cover.label != "Policy":
            _add(reading, start, end)
    _merge_title(reading)
    events_of(reading).found.sort(key=lambda e: (e.start, e.end))


_PLENARIES = re.compile("届(?P<row>(?:[一二三四五六]中、)+[一二三四五六七]中)全会")


def _plenaries(reading: Reading, m: re.Match[str], start: int) -> None:
    """二十届二中、三中全会: each of the sessions, named in full."""
    of, at = reading.text[start : m.start("row")], m.start("row")
    for part in m["row"].split("、"):
        name, begin, end = f"{of}{part}全会", at, at + len(part)
        at = end + 1
        begin, end = start if begin == m.start("row") else begin, m.end() if end == m.end("row") else end
        entity = _same(reading, name) or reading.entity("Meeting", name)
        reading.mention(entity, begin, end, "meeting-cited", 0.85)
        events_of(reading).found.append(Event(entity, begin, end, held=False))


_ORGANS_OWN = re.compile(
    "(?:常委会(?:（扩大）|扩大)?会议|常委（扩大）会议|常务会议|党组(?:（扩大）|扩大)?会议|党委(?:（扩大）|扩大)?会议|主席会议|主任会议)\\Z"
)
_ORGAN_CALLS = re.compile("(?:召开|举行)了?\\Z")


def _of_organ(reading: Reading, name: str, start: int) -> bool:
    """县委召开|常委会会议: the usual meeting of the organ that calls it goes by the name that all of its kind have."""
    calls = _ORGAN_CALLS.search(reading.text, max(0, start - 3), start) if _ORGANS_OWN.fullmatch(name) else None
    return (
        calls is not None and next(reading.names(max(0, calls.start() - 24), calls.start(), "Agency"), None) is not None
    )


def _of_this_year(reading: Reading, name: str, start: int, end: int) -> bool:
    """第十二届某博览会开幕。|本届博览会由…主办: the one that was named before; tell whether it was."""
    kind = name.removeprefix("本届")
    named = [e for e in events_of(reading).found if kind != name and e.held and is_of_kind(e.entity.name, kind)]
    for event in named[-1:]:
        reading.alias(event.entity, name)
        reading.mention(event.entity, start, end, "meeting-this-year", 0.8)
        events_of(reading).found.append(Event(event.entity, start, end, held=True))
    return bool(named)


_VISITS = "调研|督导|督查|检查|视察|考察"
_ABOUT_IT = re.compile(rf"(?:{_VISITS}|就)\Z")
"""Before a meeting whose decisions a visit is about: 莅临我县调研|市委水利工作会议精神落实情况."""
# 五中全会以|及全国卫生与健康大会, 网信委联合主办的|2025某某论坛, 已经|六届省政府第61次常务会议
_LEAD = re.compile(
    rf"(?:由[^，。；“”]{{2,30}}?(?:主办|举办|承办|召开)的|[^，。；“”]{{0,16}}(?:{_VISITS})(?=[省市县区州]委[^，。；“”]{{2}})|为期[^，。；的]{{1,6}}的|[^，。；“”]{{2,30}}(?:联合|共同)?[主举承协]办的(?=[\d“])|已经(?=[省市县区第]|.届)|(?:及|和|与)(?=[全省市县第十\d]|中央)|的)+"
)
# 深入宣传解读|全会精神, 推动省委市委区委|全会精神走深: of nobody, or of several
_WHOSE_PLENARY = re.compile("届|中全会|[一二三四五六七八九十]次|(?<!委)[省市县区州旗盟团党][^委]{0,4}委[^委]{0,6}全会")
_TRAINING = re.compile(
    rf"(?:(?:举办|举行)了?+|[主承]办的)“?+(?P<name>(?!.[场次期])(?:\d{{4}}年度?)?[{HAN}、]{{4,30}}培训)”?(?=[，。；])"
)
# 县委理论学习中心组在县委会议室举行|专题学习研讨
_GROUP_STUDIES = re.compile(
    r"中心组(?:\d{1,2}月\d{1,2}日|昨[日天])?(?:[上下]午)?(?:在[^，。；]{2,12}?)?(?:举行|召开|开展|进行)了?(?P<name>(?:专题|集体|集中)(?:学习研讨|学习交流|研讨学习|学习|研讨))(?=[，。；])"
)
# 在某镇召开的|村支部书记“擂台比武”会|上
_QUOTED = re.compile(
    r"(?:召开|举行|举办)(?:了|的)?(?P<name>[^，。；：“”]{0,16}“[^“”，。\n]{2,14}”会)(?=[，。；]|上|召开|举行)"
)
_OF_CALLER = re.compile("(?:联合|共同|牵头)?(?:组织|主办|举办|召集|发起|召开|举行)的")


def _behind_caller(reading: Reading, start: int, head: int) -> int:
    """县总工会组织的|快递行业协商会: return where the name begins behind the body whose meeting it is."""
    body = reading.name_at(start)
    if body is None or body.start != start or body.label == "Place":
        return start
    calls = _OF_CALLER.match(reading.text, body.end, head)
    return calls.end() if calls is not None and head - calls.end() >= _NAMED else start


_NAMED = 2
_STANDING = re.compile(r"由[^，。；]{0,12}召集人|根据[^，。；]{0,12}需要|原则上|[定每]期|每[年季月半]")
"""Behind the name of a body that is called 联席会议: when and by whom it is to be called together."""


def _start(reading: Reading, head: int) -> int:
    """Return where the meeting's name begins: after the last verb or mark before its head, never inside a name."""
    low = max(0, head - 48)
    start = low
    whole = _TITLED.search(reading.text, low, head) or _STUDYING.search(reading.text, low, head)
    if (
        whole is not None
        and (end := _HEAD.match(reading.text, head))
        and not _CITED_AFTER.match(reading.text, end.end())
    ):
        return whole.start("name")
    opening = _opening(reading, head)
    if opening is not None:
        return opening
    called = _CALLED.search(reading.text, low, head)
    if called is not None and not _HEAD.search(called["list"]):
        return called.start("list")  # 召开专家、企业家和教师代表|座谈会
    course = _COURSE.match(reading.text, head) is not None
    for m in _BOUND.finditer(reading.text, low, head):
        if _quoted(reading.text, m.start(), head):
            continue  # “逐村观摩、整镇推进”|点评会
        if not m[0].startswith(("学习", "贯彻") if course else "开展"):  # 全省深入|开展…活动动员大会
            start = m.end()
    for mention in reading.names(low, head, "Person"):
        if not _DOCTRINE.match(reading.text, mention.end):
            start = max(start, mention.end)
    row = _ROW.search(text := reading.text, low, start) if reading.text[start - 1 : start] == "、" else None
    if row is not None and not _HEAD.search(text, row.end(), start):
        start = row.end()  # 召开|安全生产委员会、消防委员会会议
    cover = reading.name_at(start)
    if cover is not None and cover.start < start:
        start = cover.start if cover.label == "Agency" else start
    return start


# 领导干部学习贯彻某次全会精神|专题研讨班: what is studied is part of the name
_COURSE = re.compile("(?:研讨|培训|进修|轮训|研修)班")
# 召开|《工会法》学习座谈会
_TITLED = re.compile(rf"(?:召开|举行|举办)了?(?P<name>《[^《》]{{2,24}}》[{HAN}]{{0,8}})\Z")
# 召开|学习贯彻某次全会精神动员部署会
_STUDYING = re.compile(
    rf"(?:召开|举行|举办|开展)了?(?P<name>(?:(?:深入|全面|专题|集中)?(?:学习|传达|贯彻|落实)[{HAN}“”《》]{{2,40}}))\Z"
)
_ON_THEME = re.compile("(?:召开|举行|举办|开展)了?(?:一[场次])?以“[^“”]{2,24}”为主题的?\\Z")
_ROW = re.compile(rf"(?:召开|举行)了?(?=(?:[{HAN}“”\d]{{2,14}}、){{1,60}}\Z)")
_DOCTRINE = re.compile(
    r"新时代|文化思想|生态文明思想|经济思想|法治思想|外交思想|强军思想|总书记|(?:同志)?(?:诞辰|逝世|追悼)"
)
_CALLED = re.compile(
    rf"(?:召开|举行|举办)了?(?P<list>(?:(?!全[省市县区国])[{HAN}]{{2,6}}、){{1,60}}[{HAN}]{{2,6}}?和[{HAN}]{{2,12}}代表)$"
)
_MARK = re.compile(
    rf"(?<=次会议)和|[，。；：！？《》\n {BULLETS}]|、(?!区）)|（(?!扩大|[{HAN}]{{2}}）(?:[{HAN}“]|\Z)|市、区|[初讨论送审征求意见]{{0,6}}稿）|草案）)|(?<!扩大)(?<!（[{HAN}]{{2}})(?<!市、区)(?<!稿)(?<!草案)）"
)
_VERB = re.compile(
    r"会议以|祝贺|向$|决定(?=[十第全省市县])|确保|保障|保证|力争|推动|召开|举行|举办|出席|参加|列席|主持|传达|[在了于]|\d日|上午|下午|提交|提请|按照|根据|围绕|[主承协]办的"
)


def _opening(reading: Reading, head: int) -> int | None:
    """社科界学习贯彻…座谈会17日举行: a clause that the name opens and the verb of holding follows is all name."""
    end = _HEAD.match(reading.text, head)
    if end is None or not _HELD_AFTER.match(reading.text, end.end()):
        return None
    low = max(0, head - 48)
    marks = (m.end() for m in _MARK.finditer(reading.text, low, head) if not _quoted(reading.text, m.start(), head))
    start = max(marks, default=low)
    return None if start == low and low else (None if _VERB.search(reading.text, start, head) else start)


_NEAR_QUOTE, _LONGEST_MOTTO = 20, 44


def _quoted(text: str, at: int, head: int) -> bool:
    """Tell whether a mark stands inside quotes that close before the head: “山水青屏 多彩茶乡”…大会.

    Commas and other marks are inside only of a motto that what is held begins with: 举行|“弘扬…，加强…”座谈会.
    """
    opens = text.rfind("“", max(0, at - _LONGEST_MOTTO), at)
    if opens <= text.rfind("”", max(0, at - _LONGEST_MOTTO), at) or "”" not in text[at:head]:
        return False
    near = (text[at] in " 、" or "\u4e00" <= text[at] <= "\u9fff") and at - opens <= _NEAR_QUOTE
    return near or text.endswith(("举行", "召开", "举办"), 0, opens)


def _add(reading: Reading, start: int, end: int) -> None:
    name = reading.text[start:end].strip("“”‘’ ·")
    start = reading.text.index(name, start)
    if _of_this_year(reading, name, start, end):
        return
    if name in ("开幕大会", "闭幕大会", "开幕会", "闭幕会") or _PLENARY_OF.fullmatch(name):
        whole = next(
            (e for e in events_of(reading).found if e.held and e.entity.name.endswith(("次会议", "代表大会"))), None
        )
        if whole is not None:  # of the session that has been named
            reading.mention(whole.entity, start, end, "meeting-session", 0.8)
            events_of(reading).found.append(Event(whole.entity, start, end, held=True))
            return
    if name.count("”") > name.count("“") and reading.text[start - 1 : start] == "“":
        name, start = "“" + name, start - 1
    if (row := _OF_LEVELS.search(reading.text, max(0, start - 16), start)) and _BARE_LEVEL.match(name):
        start = row.start()  # 全国、省、州安全生产会议: one, for all of them together
        name = reading.text[start:end]
    before, after = reading.text[max(0, start - 8) : start], reading.text[end : end + 40]
    themed = "主题" in before and _ON_THEME.search(reading.text, max(0, start - 40), start) is not None
    held = bool(themed or _HELD_BEFORE.search(before) or _HELD_AFTER.match(after))
    held = held and (not elsewhere(name) or opens_news(reading, start))
    held = held or before.endswith(("共同主持", "共同主持了"))
    held = held or (before.endswith("向") and after.startswith(("致贺信", "致信", "致贺电", "致贺词")))
    held = held or (before.endswith("从") and _LEARNED.match(after) is not None)
    held = (
        held
        and not before.endswith("待召开")
        and not _CAME.search(before)
        and not MATTER.match(after)
        and not _OFFICE_OF.match(after)
    )
    if not held and events_of(reading).main is None and _THERE.match(after):
        held = _OPENS_AT.fullmatch(reading.text, reading.sentence(start).start, start) is not None
    point = bool(CONGRESS.fullmatch(name)) and name.startswith(("党的", "中共", "中国共产党"))
    if (
        not held
        and not point
        and not _CITED_AFTER.match(after)
        and not _CITED_BEFORE.search(reading.text[max(0, start - 24) : start])
        and not _SESSION.match(name)
        and not name.endswith("全国两会")
        and not to_pass(name, before, after)
        and not passed_by(reading.text, start, after)
        and not _session_again(reading, name)
        and not _row_of_held(reading, name, start)
    ) or (before.endswith(("提交", "提请", "报请")) and not to_pass(name, before, after)):
        return
    planned = held and bool(_DECIDED.search(reading.text, reading.sentence(start).start, start))
    planned = planned or (held and bool(_SOON.match(after)) and events_of(reading).main is not None)
    held = held and not planned
    events = events_of(reading).found
    together = False
    if not held and _row_of_held(reading, name, start):
        held = together = not _CITED_AFTER.match(after)
    if held and _PLANNED_AFTER.match(after):
        held = False
    if held and events and _BACK.search(before):
        held = False  # 今年9月召开的…峰会上, in a report of another meeting
    if (
        held
        and events_of(reading).main is not None
        and _SAID.search(reading.text, reading.sentence(start).start, start)
    ):
        held = False  # 甲强调，中央召开…座谈会: what the speech is about
    lead = reading.text[max(0, start - 6) : start]
    joined = next((m for n in (2, 1) if (m := _JOINED.search(lead + reading.text[start : start + n]))), None)
    told = not held and _TOLD_OF.search(reading.text, max(0, start - 12), start)
    entity = _same(reading, name, told=bool(told)) or reading.entity("Meeting", name)
    if len(name) > len(entity.name) and held:
        _rename(reading, entity, name)
    if (fair := _FAIR.search(name)) is not None and f"本届{fair['kind']}" in reading.text:
        reading.alias(entity, f"本届{fair['kind']}")
    reading.mention(entity, start, start + len(name), "meeting-held" if held else "meeting-cited", 0.85)
    events.append(Event(entity, start, end, held, joined=together, planned=planned))
    cover = reading.name_at(start)
    at = start
    alone = cover is None or cover.label != "Agency" or (joined and _COMMITTEES.search(joined[0]))
    while joined and name.startswith(joined["second"]) and alone:
        twin = reading.entity("Meeting", joined["first"] + name.removeprefix(joined["second"]))
        at -= len(joined["first"]) + 1
        reading.mention(twin, at, end, "meeting-joined", 0.8)
        events_of(reading).found.append(Event(twin, start, end, held))
        first = _JOINED.search(reading.text, max(0, at - 6), at + len(joined["first"]))  # 全国、|全省、全市某会议
        if first is None:
            break
        name, joined = first["second"] + name.removeprefix(joined["second"]), first
    if (held or planned or _BACK.search(before) or _DAY_BEFORE.search(before)) and "date" not in entity.properties:
        date_event(reading, entity, start, end)


def _row_of_held(reading: Reading, name: str, start: int) -> bool:
    """主持召开党组会议和|常务会议: held right after the one named before."""
    events = events_of(reading).found
    if not events or not events[-1].held or "等" in name:
        return False
    gap = reading.text[events[-1].end : start]
    if gap == "、" and _GOES_WITH.search(reading.text, max(0, events[-1].start - 4), events[-1].start):
        return True  # 将举行旅游论坛、|旅行商大会
    return name.endswith("会议") and re.fullmatch(r"[和、及]|以及", gap) is not None


_GOES_WITH = re.compile("(?:举行|举办)了?$|、$")


def _session_again(reading: Reading, name: str) -> bool:
    """常委会第九次会议 after 县十六届人大常委会第九次会议."""
    return name.startswith("常委会第") and any(
        e.entity.name.endswith(name) and e.entity.name != name for e in events_of(reading).found
    )


_PLENARY_OF = re.compile("第[一二三四五六七八九]次全体会议")  # 某次会议举行|第一次全体会议

# 第三届茶博会: 本届茶博会 further on
_FAIR = re.compile(r"第[一二三四五六七八九十百\d]+届(?P<kind>.{0,8}?[交博贸洽]会)$")
_DAY_BEFORE = re.compile(r"\d日(?:召开的|的)?$")
"""Before the name of a meeting told of with its day: 传达|3月17日|某会议精神."""
_BACK = re.compile(r"(?:召开|举行|举办)的$")
_SAID = re.compile(r"(?:强调|指出)，")


def _rename(reading: Reading, entity: Entity, name: str) -> None:
    reading.alias(entity, entity.name)
    entity.name = name
    reading.alias(entity, name)
    entity.aliases.discard(name)


# 会议传达了全市…工作会议精神: another meeting than the one that is held here, however alike their names
_TOLD_OF = re.compile(r"传达(?:学习)?了?|学习了")


def _same(reading: Reading, name: str, *, told: bool = False) -> Entity | None:
    """Return the meeting already known under a shorter or longer form of the name.

    One that the meeting held here has `told` of is the same only as another one told of, or by the very name.
    """
    for event in events_of(reading).found:
        other = event.entity
        if other.label != "Meeting" or (told and event.held and name not in other.forms):
            continue
        if any(same_name(name, form) for form in other.forms):
            return other
    return None


def _merge_title(reading: Reading) -> None:
    """The meeting of the title and the first one held in the body are one where they end in the same head."""
    events = events_of(reading)
    titled = [e for e in events.found if e.start < reading.body_start and e.entity.label == "Meeting"]
    told = [e for e in events.found if e.start >= reading.body_start and e.entity.label == "Meeting"]
    title, body = [e for e in titled if e.held], [e for e in told if e.held]
    if titled and told and not title and in_other_form(titled[0].entity.name, told[0].entity.name):
        title, body = titled, told  # 甲出席某工作电视电话会, …出席某工作电视电话会议并讲话
    if titled and told and not title and told[0].held and reading.text.endswith("出席", 0, titled[0].start):
        title, body = titled[:1], told[:1]  # 甲出席某院成立70周年座谈会, “…”座谈会1日举行
    if not title or not body or title[0].entity is body[0].entity:
        return
    short, full = title[0].entity, body[0].entity
    if any(e.entity is short for e in events.found if e.start >= reading.body_start):
        return
    if not same_as_titled(short.name, full.name):
        return
    for form in short.forms:
        reading.alias(full, form)
    full.mentions += short.mentions
    reading.entities.remove(short)
    for event in title:
        if event.entity is short:
            event.entity = full


# 5月15日，|县委书记某某在|全县重点项目调度会|上强调: told of as what took place that day
_OPENS_AT = re.compile(
    rf"[“”\s]*(?:本报讯|(?:\d{{1,2}}月)?\d{{1,2}}日(?:上午|下午|晚)?|昨[日天]|今[日天]|日前|近日|[上下]午){{1,2}}(?:(?:，[{HAN}、（）]{{0,40}}|，?)在(?:\d{{1,2}}月)?|，)"
)
_THERE = re.compile(
    r"上，(?![^，。；]{0,10}(?:获|荣获|斩获|夺得|当选))|上(?:，[^，。；“”]{2,40}?)?(?:强调|指出|要求|说|表示|介绍|宣布|通报|作了?[^，。；]{0,6}(?:发言|报告|讲话|介绍|说明|动员|部署|交流))"
)
_NEXT_MATTER = re.compile(r"，|[ 　](?:决定|建议)")  # 某会议 决定另一会议11月4日举行


def date_event(reading: Reading, entity: Entity, start: int, end: int) -> None:
    """The day of a meeting stands in its sentence, before the name or between name and 召开."""
    sentence = reading.sentence(start)
    dates = find_dates(reading.text, sentence.start, sentence.end, reading.date)
    usable = [d for d in dates if d.first_day and d.kind in ("day", "month", "interval") and d.end <= end + 30]
    usable = [d for d in usable if d.start < end or not _NEXT_MATTER.search(reading.text, end, d.start)]
    usable = [d for d in usable if not start <= d.start < end] or usable  # 2023年12月…集中签约仪式 has its own day
    if usable:
        near = min(usable, key=lambda d: (not set_for(reading.text, end, d), d.start > end, abs(d.start - start)))
        entity.properties["date"] = near.first_day
