"""Whose it is: the bodies, project, event, person or place that a number tells of."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors.lexicon import HAN, SCHOOLS
from extractors.names.place_entities import elsewhere
from extractors.neighbours import adjacent, ahead_of, counts_list, described
from extractors.owner_events import draws, event_owner, held_events, is_total, takes_part, total_owner
from extractors.owner_topics import COMPANY_WORDS, ONLY_PLACE, PROJECT_WORDS, carried, item_start
from extractors.reading import Entity, Mention, Reading
from extractors.served import Owner, labelled, served_by
from extractors.subjects import LABELS, Role, Subject, clause_start, settle, subjects
from extractors.text import Span
from extractors.unread import leads_to_unread, unread_between, unread_investor, unread_part

# all of them, not 村民|田某家
_VILLAGERS = r"村民(?!的?[\u4e00-\u9fff]{2,3}(?:家|有|承包|种|养|流转|经营|今年))"
_REFERENCES = (
    (re.compile(r"(?:^|[，；：]|本|整个|一期|二期|正在实施的)(?:项目|工程)[^，；。]{0,16}$"), "Project", ()),
    # 此次电网改造|计划投资…，新建线路…
    (
        re.compile(
            r"^(?:此次|本次|这次)[^，；。]{0,8}(?:改造|建设|扩建|升级)(?=计划|预计|共|总|将|已|投资|完成|涉及|新建)[^；。]{0,120}$"
        ),
        "Project",
        (),
    ),
    (re.compile(r"(?:^|[，；：“])(?:公司|企业|厂)[^，；。]{0,16}$"), "Company", ()),
    (re.compile(r"(?:^|[，；：])农场[^，；。]{0,16}$"), "Organization", ("农场",)),
    (
        re.compile(r"(?:^|[，；：])(?:基地|茶园|果园|茶场|农庄)[^，；。]{0,40}$"),
        "Company",
        ("苑", "园", "场", "庄", "农业"),
    ),
    (
        re.compile(r"(?:^|[，；：])(?:全|我|本)行(?!业)[^；。]{0,40}$"),
        "Company",
        ("银行", "农商行", "支行", "分行", "信用社"),
    ),
    (
        re.compile(r"(?:^|[，；：])(?:该|新建|整条|全)(?:公路|线路|路线|线|道路|大桥|隧道|铁路|高速)[^，。；]{0,16}$"),
        "Project",
        ("路", "线", "桥", "隧道", "高速", "高铁", "路工程", "路项目", "路改造工程", "路建设工程", "段公路工程"),
    ),
    (re.compile(r"(?:^|[，；：“])合作社(?!联)[^，。；]{0,24}$"), "Organization", ("合作社", "联合社", "合作总社")),
    (
        re.compile(r"(?:^|[，；：“])(?:基地|园内|园区)(?!建设)[^，。；]{0,24}$"),
        "Project",
        ("基地", "园", "园区", "基地项目", "园项目"),
    ),
    (re.compile(r"(?:^|[，；：“])(?:园区|园内)(?!建设)[^，。；]{0,24}$"), "Place", ("园", "园区", "开发区", "集聚区")),
    (re.compile(r"(?:^|[，；：“])(?:学校|校内|全校)[^，。；]{0,16}$"), "Organization", (*SCHOOLS, "中心校")),
    (re.compile(r"(?:^|[，；：“])(?:医院|院内|全院)[^，。；]{0,16}$"), "Organization", ("医院", "卫生院")),
    (re.compile(r"(?:^|[，；：“])景区[^，。；]{0,16}$"), "Place", ("景区", "公园", "风景区", "旅游区", "度假区")),
    (re.compile(r"(?:^|[，；：])全局(?=共|累计|已|现有|上下|干警|民警|干部)[^，。；]{0,40}$"), "Agency", ("局",)),
    (re.compile(r"(?:^|[，；：])全院[^，。；]{0,30}$"), "Agency", ("法院", "检察院")),
    (re.compile(r"(?:^|[，；：])海关(?:共|累计|已)[^，；。]{0,40}$"), "Agency", ("海关",)),
    (
        re.compile(rf"(?:全村|村集体|村里|村内|{_VILLAGERS})[^，；。]{{0,16}}$"),
        "Place",
        ("村", "社区"),
    ),
    (re.compile(r"(?:全镇|镇里|镇上|全乡)[^，；。]{0,16}$"), "Place", ("镇", "乡")),
    (re.compile(r"县里[^，；。]{0,16}$"), "Place", ("县",)),
)
_THIS = re.compile(
    rf"(?:该|这[个家座所条处片])(?!团(?!队)|地区|区域|数字|比例|指标|数据|月|年|季度|项(?!目)|类|批|时)(?P<what>[{HAN}]{{1,24}})"
)
_KINDS = {"公司": "Company", "企业": "Company", "集团": "Company", "项目": "Project", "工程": "Project"}
_DATIVE = re.compile(r"[^，。；]{0,4}(?:交办|转办|移交|下达|反馈)")
_MADE = re.compile(rf"[{HAN}]{{2,8}}的?|[{HAN}]{{2,6}}的[^，。；]*")
_PLACE_WORDS = re.compile(
    rf"(?:村集体|人均|农民|居民|{_VILLAGERS}|人口|户籍|生产总值|财政收入|可支配收入|全村|全镇)[^，。；\d]{{0,16}}$"
)
_SPEAKS = re.compile(
    r"说|称|介绍|告诉|表示|透露|指出|强调|要求|宣布|主持|认为|写道|坦言|回忆|带领|出席|参加|调研|讲话|部署|致辞|提出|签署|会见|率|陪同"
)
_EACH = re.compile(r"分别[^，。；]*")
_VALUE = re.compile(r"\d[\d.,]*")
_LIES = re.compile(r"(?:位于|在)[^，。；]{0,8}\Z")
_HARMED = re.compile(r"[^，。、]{0,10}(?:死亡|受伤|遇难|丧生|身亡|失踪)")
_HARMED_BEFORE = re.compile(r"(?:死亡|受伤|遇难|丧生|身亡|失踪)[^，。]{0,4}$")
_ATTACK = re.compile(r"空袭|袭击|轰炸|炮击|打击|军事行动|以军行动")
_WHOLE_LEVEL = re.compile(r"全(?P<level>[省市县区州])(?!域|面)")
_WHOLE_WORD = re.compile(r"(?:全|我)[省市县区州国镇村]")
_SO_FAR = re.compile(r"其中|今年|全年|近年|以来|截至|计划|目前|季度")
"""In a sentence about a place: its projects, whatever ceremony was told of before."""
_THAT_PLACE = re.compile(r"该[省市县区旗][^，。；]{0,4}(?:当[月年]|本[月年]|今年|去年|累计|全年|已|现有)")
"""该市当月|共签约12个: the place's, whatever ceremony was told of before."""
_FARTHEST = 400
"""How many characters back in its sentence a subject is looked for."""


def owners(reading: Reading, start: int, end: int) -> list[Owner]:
    """Return whose the words from start to end are: several for a list of equals, none when the text does not tell.

    In this order: the name that the words describe, the event at which so many took part, what the measured thing
    asks for (a project for 总投资, a company for 税收), the subject of the clause, of the clauses before it, of the
    sentences before, the place of the article for what only a whole place has.
    """
    sentence = reading.sentence(start)
    sentence = Span(max(sentence.start, start - _FARTHEST), sentence.end)
    named = described(reading, end) or (None if draws(reading, start, end) else adjacent(reading, start))
    if named:
        return [Owner(named, 0.9, "described")]
    investor = _investor(reading, start)
    if investor is not None:
        return [Owner(investor.entity, 0.75, "investor")]
    if counts_list(reading, start) or _of_unnamed(reading, start, end):
        return []
    costing = _costing(reading, sentence, start)
    if costing is not None:
        return [Owner(costing.entity, 0.85, "costing")]
    names = list(subjects(reading, sentence, start))
    floor = item_start(reading, sentence)
    total = is_total(reading, sentence, start, end)
    told = max(
        (m.end for e in held_events(reading, start, sentence.start) for m in e.mentions if m.end <= start), default=0
    )
    of_place = _THAT_PLACE.search(reading.text, max(sentence.start, told), start) or (
        _SO_FAR.search(reading.text, max(sentence.start, told), start)
        and any(name.label == "Place" and name.role == Role.HEAD for name in names)
    )
    event = (total_owner(reading, start) if total and not of_place else None) or event_owner(
        reading, sentence, start, end, floor, names
    )
    if event:
        return [Owner(event, 0.75, "event")]
    if takes_part(reading, start, end):
        return []
    before = reading.text[sentence.start : start]
    if total:
        names = [name for name in names if name.label not in ("Project", "Company", "Organization")]
    struck = _caught(reading, sentence, start, end) or _struck(reading, sentence, start, end)
    if struck is not None:
        return struck
    clause = clause_start(reading, sentence.start, start)
    given = _given(reading, names, clause) or _made(reading, names, clause, start)
    if given:
        return given
    acts = next((n for n in names if n.label == "Agency" and n.role == Role.HEAD and n.clause >= clause), None)
    names = [name for name in (served_by(reading, name, clause, start) for name in names) if name]
    this = _this(reading, floor, clause, start)
    if this is not None:
        return this
    if unread_part(reading, sentence, start) or unread_investor(reading, sentence, start):
        return []
    if _of_several(reading, sentence, start):
        return []
    opening = _opening_project(reading, sentence, floor, before) or _these(reading, floor, sentence, clause, start)
    if opening:
        return opening
    whole = _whole(reading, clause, start)
    if whole is not None:
        return whole
    if ONLY_PLACE.search(before[-30:]):
        names = [name for name in names if name.label == "Place"]
    park = _of_park(names, before)
    if park is not None:
        return [Owner(settle(reading, park), 0.75, "park")]
    known = _asked_for(reading, start, before, names, total) or _referred(reading, sentence, floor, before, total)
    if known:
        return known
    spoken = _spoken_of(reading, sentence, clause, start, names)
    if spoken is not None:
        return spoken
    if acts is not None:
        return []
    of_teller = _told(reading, sentence, start)
    if of_teller:
        return of_teller
    listed = _listed(reading, clause, start)
    if listed:
        return listed
    quoted = _quoted(reading, start)
    if quoted:
        return quoted
    if _OF_SOME_FIRM.search(before):
        return []
    return ahead_of(reading, sentence, end, before) or carried(reading, sentence, floor, clause, start, total)


_PUTS_IN = re.compile(
    r"(?:投资|出资|捐资|筹资|捐赠|捐款|援助|投入)(?:帮扶|援建|援助|专项)?(?:资金|款|善款)?(?:近|约|超|逾|达)?\Z"
)


def _investor(reading: Reading, start: int) -> Mention | None:
    """Return who puts in so much, where the sentence speaks of what it is for: 由|某公司|投资2亿元建设."""
    m = _PUTS_IN.search(reading.text, max(0, start - 12), start)
    body = reading.name_ending_at(m.start(), "Company", "Organization", "Agency") if m is not None else None
    return body if body is not None and reading.text[body.start - 1] in "由是" else None


_COSTS = re.compile(
    r"，(?:该?项目)?(?:计划|预计|规划|概算|协议)?(?:总投资|(?<=协议)投资|(?<=计划)投资|总占地|规划用地|占地|(?:总)?建筑面积|设计年产)[^，。；\d]{0,8}\Z"
)


def _costing(reading: Reading, sentence: Span, start: int) -> Mention | None:
    """Return the one project that the clause before ends with: 某公司在某镇投资建设核桃加工项目，|总投资3亿元."""
    m = _COSTS.search(reading.text, max(sentence.start, start - 24), start)
    project = reading.name_ending_at(m.start(), "Project") if m is not None else None
    if project is None or reading.text[project.start - 1 : project.start] in tuple("、和及与"):
        return None
    return project


_WE = re.compile(r"我们|咱们|我[村社厂]|公司|合作社|厂里|村里")
_I = re.compile(
    r"我(?:家|自己|今年|去年|一年|一个月|每年|每月|每天)?(?:今年|去年)?(?:种|养|承包|流转|包了|挣|赚|收入|有|领到|拿到|卖)了?(?![我们])"
)
_TELLS_IT = re.compile(r"(?:[^，。；：“”]{2,40}，)?[^，。；：“”]{2,40}?(?:介绍|说|表示|告诉记者|告诉笔者)")


def _quoted(reading: Reading, start: int) -> list[Owner]:
    """“我们…已收了4万斤。”某茶场负责人田某介绍: the one firm or village that the speaker is of."""
    text = reading.text
    opens, closes = text.rfind("“", max(0, start - 200), start), text.find("”", start, start + 200)
    own = opens >= 0 and _I.search(text, opens, start) is not None
    if opens < 0 or closes < 0 or "”" in text[opens:start] or not (own or _WE.search(text, opens, start)):
        return []
    said = _TELLS_IT.match(text, closes + 1) if text[closes - 1] in "。！？，" else None
    if said is None:
        return []
    if own:  # “我种了4个大棚。”种植户田某说
        tellers = {m.entity: None for m in reading.names(closes + 1, said.end(), "Person")}
        teller = next(iter(tellers), None) if len(tellers) == 1 else None
        free = teller is not None and not reading.has_fact("HOLDS_POST", teller)
        return [Owner(teller, 0.6, "says of himself")] if teller is not None and free else []
    firms = {m.entity: None for m in reading.names(closes + 1, said.end(), "Company", "Organization")}
    home = reading.name_at(closes + 1)
    if not firms and home is not None and home.start == closes + 1 and home.label == "Place":
        while (inner := reading.name_at(home.end)) is not None and inner.label == "Place":
            home = inner  # 某市|某县|某村|村民田某
        village = _village_within(reading, home.end, said.end())  # 某镇|某村|党支部书记
        firms = {village or home.entity: None}
    return [Owner(next(iter(firms)), 0.6, "quoted")] if len(firms) == 1 else []


_INVESTED = re.compile(r"投资(?:总?额)?(?:约|达|近|超过?|为)?\Z")
_SOME_PROJECT = re.compile(r"的[^，。；]{2,40}?(?:项目|工程)(?=[，。；])")


def _of_unnamed(reading: Reading, start: int, end: int) -> bool:
    """Tell whether the number is what a project costs that has no name: 总投资7亿元|的高标准农田建设项目."""
    costs = _INVESTED.search(reading.text, max(0, start - 8), start)
    return costs is not None and _SOME_PROJECT.match(reading.text, end) is not None


def _listed(reading: Reading, clause: int, start: int) -> list[Owner]:
    """Return the place that leads to a list of what was not read: `甲市乙县某河、丙县某河等13条`."""
    text = reading.text
    first = next(reading.names(clause, start, "Place"), None) if text[start - 1] == "等" else None
    leads = first is not None and text[first.end] not in "、和与及" and "、" in text[first.end : start]
    if leads and first is not None and first.entity.seat is not None:
        own = first.entity.seat.code[:2]
        seats = [p.entity.seat for p in reading.names(first.end, start, "Place")]
        if any(seat is not None and not seat.code.startswith(own) for seat in seats):
            return []  # 甲省某县、乙省某市等100个: of more than one province
    return [Owner(first.entity, 0.6, "listed")] if first is not None and leads else []


def _made(reading: Reading, names: list[Subject], clause: int, start: int) -> list[Owner]:
    """Return who made what is counted: `由甲公司研制的5个产品`."""
    for name in names:
        agent = name.role == Role.ASIDE and reading.text[name.names[0].start - 1] == "由"
        if agent and name.clause >= clause and _MADE.fullmatch(reading.text, name.last.end, start):
            return [Owner(settle(reading, name.last), 0.65, "made")]
    return []


def _given(reading: Reading, names: list[Subject], clause: int) -> list[Owner]:
    """Return the place of `向甲市交办问题5件`."""
    for name in names:
        given = name.role == Role.ASIDE and name.label == "Place" and name.clause >= clause
        if given and _DATIVE.match(reading.text, name.last.end):
            return [Owner(settle(reading, name.last), 0.6, "given")]
    return []


def _struck(reading: Reading, sentence: Span, start: int, end: int) -> list[Owner] | None:
    """Return the place where people came to harm in an attack, never who attacked; None for other numbers."""
    harmed = _HARMED.match(reading.text, end) or _HARMED_BEFORE.search(
        reading.text, max(sentence.start, start - 8), start
    )
    attack = _ATTACK.search(reading.text, sentence.start, start) if harmed else None
    if attack is None:
        return _in_accident(reading, sentence, start) if harmed else None
    place = next(reading.names(attack.end(), start, "Place"), None)
    for named in reading.names(sentence.start, attack.start(), "Place") if place is None else ():
        if _LIES.search(reading.text, sentence.start, named.start):
            place = named  # 该机构位于甲市的一栋建筑遭袭击
    return [Owner(place.entity, 0.6, "struck")] if place else []


_ACCIDENT = re.compile(r"(?:事故|坠毁|爆炸|火灾|地震|山火|枪击|踩踏|洪水|洪灾|山体滑坡|翻船|泥石流)[^，。]{0,6}造成")


def _in_accident(reading: Reading, sentence: Span, start: int) -> list[Owner] | None:
    """Return the place of 发生在甲市某处的事故造成3人死亡, when the sentence says where it happened so."""
    accident = _ACCIDENT.search(reading.text, sentence.start, start)
    lies = list(reading.names(sentence.start, accident.start(), "Place")) if accident is not None else []
    there = [place for place in lies if _HAPPENED.search(reading.text, sentence.start, place.start)]
    return [Owner(there[-1].entity, 0.6, "struck")] if there else None


_HAPPENED = re.compile(r"发生在[^，。；]{0,10}\Z")
_CAUGHT = re.compile(r"[^，。、的]{0,8}(?:抓捕|逮捕|击毙|打死|扣押|缴获|查获|救出|搜救出|转移|疏散)了?[^，。]{0,6}")
_LOST_AT = re.compile(r"[^，。、]{0,8}在(?=[^，。、]{2,10}(?:丧生|死亡|遇难|身亡|失踪|受伤))")


def _caught(reading: Reading, sentence: Span, start: int, end: int) -> list[Owner] | None:
    """Return the place of 在甲市抓捕了5名, 5名儿童在甲市丧生."""
    lost = _LOST_AT.match(reading.text, end, sentence.end)
    place = reading.name_at(lost.end()) if lost is not None else None
    for named in reading.names(max(sentence.start, start - 24), start, "Place") if place is None else ():
        if reading.text[named.start - 1] == "在" and _CAUGHT.fullmatch(reading.text, named.end, start):
            place = named
    return [Owner(place.entity, 0.7, "caught")] if place is not None and place.label == "Place" else None


def _this(reading: Reading, floor: int, clause: int, start: int) -> list[Owner] | None:
    """Return what 该站, 这家公司 in the clause stands for: the last name that ends so; None without such words."""
    found = _THIS.search(reading.text, clause, start) or _opening_this(reading, floor, clause, start)
    if not found:
        return None
    names = list(reading.names(floor, found.start(), *LABELS))
    what = found["what"]
    free = {0, *(m.end() for m in re.finditer("的", what))}
    for begin in range(max(1, len(what) - 2)):
        label = _KINDS.get(what[begin : begin + 2])
        for size in range(min(8, len(what) - begin), 0 if begin in free else 2, -1):
            ending = what[begin : begin + size]
            fit = [n for n in names if n.entity.name.endswith(ending) or (size == 2 and label and n.label == label)]
            if fit:
                return [Owner(fit[-1].entity, 0.75, "this")]
    if what[0] in "省市县区旗" and found[0].startswith("该"):
        # the only place of this level, where it stands in other names alone: 某县工业园区…，该县
        places = [p for p in labelled(reading, "Place") if p.mentions and p.name.endswith(what[0])]
        fit_places = [p for p in places if p.properties.get("level") != "zone"]
        return [Owner(fit_places[0], 0.65, "this")] if len(fit_places) == 1 else []
    if what.startswith(("校", "院")) and not what.startswith("院士"):
        fit = [n for n in names if n.label == "Organization" and n.entity.name.endswith(_THIS_BODY[what[0]])]
        return [Owner(fit[-1].entity, 0.75, "this")] if fit else []
    return []


_THIS_BODY = {
    "校": (*SCHOOLS, "中心校"),
    "院": ("医院", "卫生院", "学院", "研究院", "法院", "检察院", "福利院", "养老院", "敬老院"),
}


def _opening_this(reading: Reading, floor: int, clause: int, start: int) -> re.Match[str] | None:
    """该公司主要生产…，目前已|拥有5项专利: what the sentence opens with, where nothing else is named up to the number."""
    opens = reading.sentence(start).start
    said = _TELLS.match(reading.text, opens, clause) or _UP_TO_NOW.match(reading.text, opens, clause)
    opens = said.end() if said else opens
    found = _THIS.match(reading.text, opens, clause) if opens >= floor or floor - opens < 2 else None
    return found if found and next(reading.names(opens, start, *LABELS), None) is None else None


_TELLS = re.compile(r"(?:[^，。；]{0,40}，)?[^，。；]{0,40}(?:介绍说?|说|告诉记者|表示)(?:，|：“?)")
"""副镇长田某介绍，|这个项目…: behind who tells it."""
_UP_TO_NOW = re.compile(r"(?:截至|到)?目前，|今年以来，")
_OPENS_PROJECT = re.compile(
    r"(?:目前|据悉|据了解|今年|截至目前|(?:19|20)\d\d年|，){0,3}(?:(?:该|本)(?P<what>项目|工程|产业园|园区|基地|中心|水库|电站|光伏电站|污水处理厂|水厂|大桥|公路)|项目(?=预计|建成|投产|达产|计划|将|占地|全部|正式))"
)


_PUT_IN = re.compile(r"(?:完成|到位|落实)(?:工程|建设|固定资产)?(?:投资|资金)(?:约|近|超|达)?$")


def _opening_project(reading: Reading, sentence: Span, floor: int, before: str) -> list[Owner]:
    """该项目改建公路48公里，|总投资5亿元: the project named last, where the sentence opens with it and money is put in."""
    opens = _OPENS_PROJECT.match(reading.text, sentence.start)
    if opens is None or not (PROJECT_WORDS.search(before) or _PUT_IN.search(before)):
        return []
    what = "" if opens["what"] in (None, "项目", "工程") else opens["what"]
    named = [m for m in reading.names(floor, sentence.start, "Project") if what in m.entity.name]
    return [Owner(named[-1].entity, 0.75, "opening project")] if named else []


_THESE = re.compile(r"(?:这|上述)(?P<count>[两三四五])[个大]?(?:项目|工程)")
_COUNTS = {"两": 2, "三": 3, "四": 4, "五": 5}


def _these(reading: Reading, floor: int, sentence: Span, clause: int, start: int) -> list[Owner]:
    """甲项目和乙项目获批。这两个项目|总投资3亿元: all of them, where the sentence before names so many."""
    found = _THESE.match(reading.text, sentence.start, start) if clause <= sentence.start + 1 else None
    if found is None or sentence.start <= floor:
        return []
    earlier = reading.sentence(sentence.start - 1)
    named = list(dict.fromkeys(m.entity for m in reading.names(earlier.start, earlier.end, "Project")))
    return [Owner(e, 0.7, "these") for e in named] if len(named) == _COUNTS[found["count"]] else []


_PARK_COSTS = re.compile(r"，项目(?:计划|预计|规划)?总投资[^，。；\d]{0,4}$")


def _of_park(names: list[Subject], before: str) -> Mention | None:
    """某产业园规划面积…，项目|总投资20亿元: the park is the project where the sentence is about it."""
    heads = [n for n in names if n.label == "Place" and n.role == Role.HEAD] if _PARK_COSTS.search(before) else []
    return next((n.last for n in heads if n.last.entity.properties.get("level") == "zone"), None)


def _whole(reading: Reading, clause: int, start: int) -> list[Owner] | None:
    """Return what an unread 全省, 全市 in the clause stands for: the place of that level; None without such a word."""
    found = _WHOLE_LEVEL.search(reading.text, clause, start)
    if not found or reading.name_at(found.start()):
        return None
    places = [p for p in labelled(reading, "Place") if p.mentions and p.name.endswith(found["level"])]
    best = max(places, key=lambda place: len(place.mentions), default=None)
    return [Owner(best, 0.6, "whole")] if best and not elsewhere(reading, best, start) else []


def _asked_for(reading: Reading, start: int, before: str, names: list[Subject], total: bool) -> list[Owner]:
    for words, label in ((PROJECT_WORDS, "Project"), (COMPANY_WORDS, "Company"), (_PLACE_WORDS, "Place")):
        found = words.search(before)
        if found is not None and not (label == "Place" and _one_villager(reading, start - len(before) + found.start())):
            if total and label != "Place":
                return []
            fit = [name for name in names if name.label == label and name.role > Role.ASIDE and len(name.names) == 1]
            if label == "Place" and "村" in before[-20:]:  # what villagers earn is not the park's
                fit = [name for name in fit if name.last.entity.properties.get("level") != "zone"]
            return [Owner(settle(reading, max(fit, key=lambda name: name.role).last), 0.9, "asked for")] if fit else []
    return []


def _referred(reading: Reading, sentence: Span, floor: int, before: str, total: bool) -> list[Owner]:
    """Return what 项目, 该公司 or 全村 in the clause of the number stands for: the last one named before.

    公司, 合作社 and 农场 hold for the clauses behind theirs too, until something is named: 公司成立于某年，|有员工30人.
    """
    stop = sentence.start + len(before)
    ends = [stop, *(m.start() for m in reversed(list(_COMMA.finditer(reading.text, sentence.start, stop))))]
    for end in ends[:4]:
        if end < stop and any(reading.names(end, stop, *LABELS)):
            break
        clauses = reading.text[sentence.start : end]
        for words, label, endings in _REFERENCES:
            if (total and label == "Project") or (end < stop and label not in ("Company", "Organization")):
                continue
            found = words.search(clauses)
            if found is None or _one_villager(reading, sentence.start + found.start()):
                continue
            fit = [m for m in reading.names(floor, end, label) if m.entity.name.endswith(endings or "")]
            if fit:
                return [Owner(fit[-1].entity, 0.75, "referred")]
            village = _village_within(reading, floor, end) if "村" in endings else None
            if village is not None:
                return [Owner(village, 0.65, "referred")]
    return []


_PROJECTS_OPEN = re.compile(
    r"(?:上述|这些|以上)?项目(?:全部|整体|均|都|陆续)?(?:建成|达产|投产|竣工|投用|投运)(?:达效|投产|达产)?后"
)


def _of_several(reading: Reading, sentence: Span, start: int) -> bool:
    """甲项目、乙项目签约。|项目全部达产后，年产值|35亿元: of all that the sentence before named together."""
    opens = _PROJECTS_OPEN.match(reading.text, sentence.start, start)
    named = list(reading.names(0, sentence.start, "Project")) if opens is not None else []
    if not named or any(reading.names(sentence.start, start, "Project")):
        return False
    told = reading.sentence(named[-1].start).start
    return len({m.entity for m in named if m.start >= told}) > 1


_COMMA = re.compile("，")


def _one_villager(reading: Reading, start: int) -> bool:
    """Tell whether one villager is spoken of by name, not all: 村民|田某去年种植14亩."""
    name = reading.name_at(start + 2) if reading.text.startswith("村民", start) else None
    return name is not None and name.label == "Person"


def _village_within(reading: Reading, floor: int, stop: int) -> Entity | None:
    """Return the village that stands last before, inside another name: 某镇|某村|脐橙合作社…，村民人均增收."""
    inside = [
        (m.start, place)
        for place in labelled(reading, "Place")
        if place.name.endswith(("村", "社区"))
        for m in place.mentions
        if floor <= m.start < stop
    ]
    return max(inside, key=lambda found: found[0])[1] if inside else None


_OF_SOME_FIRM = re.compile(
    r"(?:^|[，；：“])(?:该)?(?:公司|工厂|厂里|厂区|车间|合作社|酒店|店里|商场)(?!化|制|治理)[^，。；\d]{0,30}$"
)
"""In the clause of a number: one firm, whose name was not read."""


def _spoken_of(reading: Reading, sentence: Span, clause: int, start: int, names: list[Subject]) -> list[Owner] | None:
    """Return the subject of the number's clause, or of the clauses before it in the sentence.

    None when there is none; an empty list when the subject is a person of office or was not read as a name.
    """
    listed = reading.text.startswith("等", start - 1) and any(reading.names(clause, start, "Person"))
    if listed or reading.name_ending_at(start, "Person") is not None:
        return []  # 田某、贺某等|30名…, 田某、贺某|2人: they are counted
    best = max(names, key=lambda name: name.role, default=None)
    person = _person(reading, sentence, clause, start)
    if person is not None and not (best and best.role == Role.HEAD and best.clause >= person.start):
        return _of_person(reading, person, clause, start)
    whole = next((n for n in names if n.clause >= clause and n.role >= Role.INNER and _self_word(reading, n)), None)
    best = whole or best
    if best is None or best.role < Role.INNER:
        return None
    if unread_between(reading, best.last.end, start) or leads_to_unread(reading, best):
        return []
    confidence = 0.85 if best.role == Role.HEAD else 0.65
    return [Owner(settle(reading, name), confidence, "subject") for name in _sharers(reading, best, start)]


def _self_word(reading: Reading, name: Subject) -> bool:
    """Tell whether the name is a word such as 全省, 我国: what the sentence itself says it is about."""
    return name.label == "Place" and bool(_WHOLE_WORD.match(reading.text, name.last.start, name.last.end))


def _sharers(reading: Reading, subject: Subject, start: int) -> Iterable[Mention]:
    """Return those of a list that share the number; with 分别 the one whose turn it is."""
    between = reading.text[subject.last.end : start]
    if len(subject.names) == 1 or "分别" not in between:
        return subject.names
    values = _EACH.match(reading.text, subject.last.end + between.index("分别"))
    if not values or len(_VALUE.findall(values[0])) != len(subject.names):
        return subject.names
    turn = len(_VALUE.findall(between.split("分别", 1)[1]))
    return subject.names[turn : turn + 1]


def _person(reading: Reading, sentence: Span, clause: int, start: int) -> Mention | None:
    """Return the person that the sentence is about: named at the head of the number's clause or of the sentence."""
    for low in {clause, sentence.start}:
        name = next(
            (m for m in reading.names(low, start, "Person") if m.entity.properties.get("scope") != "记者"), None
        )
        if name and name.start - low <= _REACH:
            speaks = _SPEAKS.search(reading.text, name.end, start)
            if (founded := _FOUNDED.match(reading.text, name.end)) and reading.name_at(founded.end()) is not None:
                continue  # 田某领办的|某合作社
            if (
                not speaks
                or _HIS_OWN.match(reading.text, speaks.end(), start)
                or not _PAUSE.search(reading.text, speaks.end(), start)
            ):
                return name
    return None


_FOUNDED = re.compile(
    r"(?:夫妇|夫妻|等人)?(?:[^，。；、]{0,8}?)(?:领办|创办|创建|创立|成立|组建|经营|发起|开办|兴办|承包|负责|带领|投资|流转|打理)(?:成立|组建|创办|经营|建设|兴建)?的"
)
_HIS_OWN = re.compile(r"，(?:自家|自己|他家|她家)")
"""种植户田某说，|自家承包…: what is told of the one who speaks."""
_VILLAGE_WORDS = re.compile("村里|村集体|我们村|我村|全村")
_WORKS = re.compile(
    "我们|公司|企业|合作社|基地|农场|种植|养殖|流转|车间|订单|生产|销售|产值|产量|产能|年产|员工|工人|流水线|技改"
)
_IN_UNIT = re.compile(rf"(?:车间|生产部|销售部|技术部|厂务部|生产)[{HAN}]{{0,2}}(?:负责人|主任|经理|主管|厂长) ?\Z")


_TELLS_THAT = re.compile(r"[^，。；：“”]{0,6}?(?:介绍说?|说|告诉记者|告诉笔者|表示)(?:，|：“?)")


def _told(reading: Reading, sentence: Span, start: int) -> list[Owner]:
    """合作社负责人田某说，|今年种植30亩: the body of who tells it, where nothing else is named up to the number."""
    person = max(reading.names(sentence.start, start, "Person"), key=lambda name: name.start, default=None)
    said = _TELLS_THAT.match(reading.text, person.end, start) if person is not None else None
    if person is None or said is None or any(reading.names(said.end(), start, *LABELS)):
        return []
    return _of_their_firm(reading, person, start)


def _of_their_firm(reading: Reading, person: Mention, start: int) -> list[Owner]:
    """总经理田某介绍，|订单排到三月: what one of a firm tells of its work is the firm's; 车间负责人 is of the firm named last."""
    served = {f.target for f in reading.facts if f.type == "HOLDS_POST" and f.source is person.entity}
    if _VILLAGE_WORDS.search(reading.text, person.end, start):
        branches = [body.name for body in served if body.label == "Agency"]
        homes = [p for p in labelled(reading, "Place") if p.name.endswith(("村", "社区")) and p.mentions]
        village = [p for p in homes if any(name.startswith(p.name) for name in branches)]
        return [Owner(village[0], 0.65, "their village")] if len(village) == 1 else []
    if not _WORKS.search(reading.text, person.end, start + 12):
        return []
    firms = [body for body in served if body.label in ("Company", "Organization")]
    first = person.entity.mentions[0].start if person.entity.mentions else person.start
    if not served and _IN_UNIT.search(reading.text, max(0, first - 12), first):
        firms = [m.entity for m in reading.names(0, first, "Company")][-1:]
    return [Owner(firms[0], 0.6, "their firm")] if len(firms) == 1 else []


_GIVES = re.compile(
    r"(?:先生|女士|同志|个人)?(?:现场|先后|共|累计|一次性)*(?:向[^，。；]{2,20}?)?捐(?:赠|款|资|献|出)了?(?:善款|现金|资金|人民币|近|超|约)*"
)
"""田某先生向某校捐赠|200万元, whatever post he holds."""
_REACH = 16
_PAUSE = re.compile(r"[，：“]")


def _of_person(reading: Reading, person: Mention, clause: int, start: int) -> list[Owner]:
    """A number in the clause of a person without office is the person's; in a later clause nobody's for sure."""
    speaks = _SPEAKS.search(reading.text, person.end, start)
    if person.start >= clause and _GIVES.fullmatch(reading.text, person.end, start):
        return [Owner(person.entity, 0.75, "gives")]
    if speaks is not None and _HIS_OWN.match(reading.text, speaks.end(), start):
        return [] if reading.has_fact("HOLDS_POST", person.entity) else [Owner(person.entity, 0.6, "person's own")]
    if speaks is not None or reading.text.startswith("：", person.end):
        return _of_their_firm(reading, person, start)
    if person.start < clause or reading.has_fact("HOLDS_POST", person.entity):
        return []
    return [Owner(person.entity, 0.6, "person")]
