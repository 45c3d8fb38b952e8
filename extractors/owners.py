"""Whose it is: the bodies, project, event, person or place that a number tells of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from extractors.lexicon import HAN
from extractors.owner_events import event_owner, is_total, takes_part, total_owner
from extractors.reading import Entity, Mention, Reading
from extractors.subjects import LABELS, Role, Subject, clause_start, nation, settle, subjects
from extractors.text import Span

_OWN = re.compile(r"(?:左右|以?外|之外)?的")
_DISTANCE = re.compile(r"距离?$")
_REFERENCES = (
    (re.compile(r"(?:^|[，；：]|本|整个|一期|二期|正在实施的)(?:项目|工程)[^，；。]{0,16}$"), "Project", ()),
    (re.compile(r"(?:^|[，；：])(?:公司|企业|厂)[^，；。]{0,16}$"), "Company", ()),
    (re.compile(r"(?:全村|村集体|村里|村内|村民)[^，；。]{0,16}$"), "Place", ("村", "社区")),
    (re.compile(r"(?:全镇|镇里|镇上|全乡)[^，；。]{0,16}$"), "Place", ("镇", "乡")),
    (re.compile(r"县里[^，；。]{0,16}$"), "Place", ("县",)),
)
_THIS = re.compile(rf"(?:该|这[个家座所条处片])(?!数字|比例|指标|数据|月|年|季度|项(?!目)|类|批|时)(?P<what>[{HAN}]{{1,24}})")
_KINDS = {"公司": "Company", "企业": "Company", "集团": "Company", "项目": "Project", "工程": "Project"}
_AMONG = re.compile(rf"其中，?(?P<who>[{HAN}]{{2,4}}?)(?:镇|乡|村|办事处|街道|社区)?(?:共|为|约|达|有)?$")
_DATIVE = re.compile(r"[^，。；]{0,4}(?:交办|转办|移交|下达|反馈)")
_MADE = re.compile(rf"[{HAN}]{{2,8}}的")
_UNREAD_TOPIC = re.compile(
    r"(?<=[，：；。！？”\n])(?:目前|如今|近日|今天)?在(?![^，]*(?:方面|[中下上里时后前]，|期间|过程|同时|基础|领域|背景|情况|全国|全球|国内|以来|之际|现场))"
    r"(?P<where>[^，。；]{3,20})，"
)
_PROJECT_WORDS = re.compile(
    r"(?:(?:总|计划|概算|估算)投资|占地|设计时速|全长|总长|处理能力|建筑面积|工期|装机|建设规模|库容|年产)[^，。；\d]{0,12}$"
    r"|(?:建成|投产|达产|运营|投用)后[^。；]*$"
)
_COMPANY_WORDS = re.compile(
    r"(?:产值|税收|利税|职工|员工|工人|营收|营业收入|销售额|注册资本|净利润|增资)[^，。；\d]{0,12}$"
)
_PLACE_WORDS = re.compile(
    r"(?:村集体|人均|农民|居民|村民|人口|户籍|生产总值|财政收入|可支配收入|全村|全镇)[^，。；\d]{0,16}$"
)
_WHOLE = re.compile(
    r"(?:全[省市县区州国]|人均|总量|总产值|生产总值|GDP|常住人口|总人口|财政收入|可支配收入|增加值|平均气温|降水量|降雨量|覆盖率|普及率)"
)
_ACTS = re.compile(
    r"(?:预拨|下达|拨付|安排|投入|发放|发行|受理|办结|审结|审理|立案|查处|查办|侦破|破获|抓获|逮捕|处置|检查|排查|巡查|抽查|派出|出动|调集|调派|印发|收到|接到|接报"
    r"|交办|转办|移送|捐赠|培训|慰问|救助|征集|筹措|筹集|募集|释放|压缩|缩短|简化|设立|遴选|评选|授予|表彰|命名|认定|推介|公布|确定|批复|核准|审批|约谈|曝光|通报|收集"
    r"|梳理|回复|答复|起诉|批捕|开展|举办|帮扶|走访|争取|聘请|招募|招聘|招录|录用|选派|选聘|委派|接待|办理|组织|收缴|征收|减免|退还|执行|监测|测定|资助|奖励|补助|支付|投放"
    r"|审议|制定|出台|修订|发布|清理|取消|用时)"
)
_OWN_STAFF = re.compile(r"^(?:由|组成人员|成员|委员|任期|编制|现有|共有|下设|内设|下辖|设有?|有)[^，。；]{0,16}$")
_FIRST_PERSON = re.compile(r"(?:我(?![国省市县区州旗镇乡村军党院校行司们厂所站])|咱家?|俺)[^。；]*$")
_SPEAKS = re.compile(
    r"说|介绍|告诉|表示|透露|指出|强调|要求|宣布|主持|认为|写道|坦言|回忆|带领|出席|参加|调研|讲话|部署|致辞|提出|签署|会见|率|陪同"
)
_UNREAD = re.compile(
    rf"(?:(?<=[，；：。\n在])|^)(?:位于|在|而|该[省州市县区])?(?![各全每该本农城乡新老示贫行自重试开社小景园灾山片辖地库牧林校厂矿服保功核和与其当这那])"
    rf"[{HAN}]{{2,4}}(?:[县镇乡村邦]|(?<!城)市(?!场|民|值|级|直|委|政)|街道|办事处|自治州)(?![民委里内级集场镇庄子面居企办道])"
)
_FACILITY = re.compile(
    rf"[{HAN}]{{1,6}}?(?:街(?!道|头|区)|城墙|大桥|公园|广场|市场(?!主体|监)|服务区|医院|学校|中学|小学|大学|学院|博物馆|寺|港|机场|车站|大厦|景区|公司|集团|合作社|法院|商圈|码头|工厂|电站|水库)"
    rf"(?!(?:已|现|共|达|到|有|约|总|数|超|近|新|建|成|累|计|了)*\d|[和、，。；]|数|总|里|业)(?=[{HAN}])"
)
_UNREAD_BODY = re.compile(
    rf"(?<=[，；：。”\n])(?:目前|如今|今年|去年|今天|近日|截至目前|\d+年|春节|，)*(?!(?:[{HAN}]{{0,2}}(?:农村|城市|城镇|全|各|该|本|我|市|县|省|区|乡|高速|重点|公立|民营|国有|上市|规模|科技|互联网|外资|旅游|家|个|新|小|大|多|所有|民用|示范|中|外|这|那|其)))"
    rf"[{HAN}]{{2,4}}(?:服务区|大桥|城墙|古镇|古城|机场|寺|大学|集团)(?=[{HAN}])"
)
_FARTHEST = 400
"""How many characters back in its sentence a subject is looked for."""
_BACK = 4
"""How many sentences back the subject of a number may have been named."""


class Owner(NamedTuple):
    """Whose a number is, with how sure that is."""

    entity: Entity
    confidence: float
    rule: str


def owners(reading: Reading, start: int, end: int) -> list[Owner]:
    """Return whose the words from start to end are: several for a list of equals, none when the text does not tell.

    In this order: the name that the words describe, the event at which so many took part, what the measured thing asks
    for (a project for 总投资, a company for 税收), the subject of the clause, of the clauses before it, of the sentences
    before, the place of the article for what only a whole place has.
    """
    sentence = reading.sentence(start)
    sentence = Span(max(sentence.start, start - _FARTHEST), sentence.end)
    named = _described(reading, end) or _adjacent(reading, start)
    if named:
        return [Owner(named, 0.9, "described")]
    names = list(subjects(reading, sentence, start))
    floor = _item_start(reading, sentence)
    total = is_total(reading, sentence, start, end)
    event = (total_owner(reading, start) if total else None) or event_owner(
        reading, sentence, start, end, floor, names
    )
    if event:
        return [Owner(event, 0.75, "event")]
    if takes_part(reading, start, end):
        return []
    before = reading.text[sentence.start : start]
    if total:
        names = [name for name in names if name.label not in ("Project", "Company", "Organization")]
    clause = clause_start(reading, sentence.start, start)
    given = _given(reading, names, clause) or _made(reading, names, clause, start)
    if given:
        return given
    names = [name for name in (_served(reading, name, clause, start) for name in names) if name]
    this = _this(reading, floor, clause, start)
    if this is not None:
        return this
    if _unread_among(reading, sentence, start):
        return []
    return (
        _asked_for(before, names, total)
        or _referred(reading, sentence, floor, before, total)
        or _spoken_of(reading, sentence, clause, start, names)
        or _ahead(reading, sentence, end, before)
        or _carried(reading, sentence, floor, clause, start, total)
    )


def _described(reading: Reading, end: int) -> Entity | None:
    """Return the name of `建筑面积5平方米的NAME`; the end of a name that the article gives in full is enough."""
    link = _OWN.match(reading.text, end)
    if not link:
        return None
    name = reading.name_at(link.end())
    if name is None or name.start != link.end():
        return _shortened(reading, link.end())
    while (after := reading.name_at(name.end)) and after.label in LABELS:
        name = after
    return name.entity if name.label in LABELS else None


def _shortened(reading: Reading, position: int) -> Entity | None:
    """Return the one organization, project or company whose name ends in the words at this position."""
    words = re.compile(r"[^，。；、的是有为将]{4,20}").match(reading.text, position)
    if not words:
        return None
    fit = [
        e
        for e in labelled(reading, "Organization", "Project", "Company")
        if any(words[0].startswith(e.name[-size:]) for size in range(min(len(e.name), len(words[0])), 3, -1))
    ]
    return fit[0] if len(fit) == 1 else None


def _adjacent(reading: Reading, start: int) -> Entity | None:
    """Return the place of `甲市5个示范镇`; of `甲、乙2个市` none."""
    name = reading.name_ending_at(start, "Place")
    if not name:
        return None
    lead = name.start
    if (outer := reading.name_ending_at(lead, "Place")) and reading.text[lead] in "全该我":
        name, lead = outer, outer.start
    if _DISTANCE.search(reading.text, max(0, lead - 2), lead) or reading.text[lead - 1 : lead] in ("、", "和", "及"):
        return None
    return name.entity


def _made(reading: Reading, names: list[Subject], clause: int, start: int) -> list[Owner]:
    """Return who made what is counted: `由甲公司研制的5个产品`."""
    for name in names:
        if name.role == Role.ASIDE and name.clause >= clause and reading.text[name.names[0].start - 1] == "由":
            if _MADE.fullmatch(reading.text, name.last.end, start):
                return [Owner(name.last.entity, 0.65, "made")]
    return []


def _given(reading: Reading, names: list[Subject], clause: int) -> list[Owner]:
    """Return the place of `向甲市交办问题5件`."""
    for name in names:
        if name.role == Role.ASIDE and name.label == "Place" and name.clause >= clause:
            if _DATIVE.match(reading.text, name.last.end):
                return [Owner(name.last.entity, 0.6, "given")]
    return []


def _this(reading: Reading, floor: int, clause: int, start: int) -> list[Owner] | None:
    """Return what 该站, 这家公司 in the clause stands for: the last name that ends so; None without such words."""
    found = _THIS.search(reading.text, clause, start)
    if not found:
        return None
    names = list(reading.names(floor, found.start(), *LABELS))
    what = found["what"]
    for begin in (0, *(m.end() for m in re.finditer("的", what))):
        label = _KINDS.get(what[begin : begin + 2])
        for size in range(min(8, len(what) - begin), 0, -1):
            ending = what[begin : begin + size]
            fit = [n for n in names if n.entity.name.endswith(ending) or (size == 2 and label and n.label == label)]
            if fit:
                return [Owner(fit[-1].entity, 0.75, "this")]
    return []


def _unread_among(reading: Reading, sentence: Span, start: int) -> bool:
    """Tell whether the number is of a place that was not read: `其中甲5起` where 甲办事处 stands elsewhere."""
    found = _AMONG.search(reading.text, max(sentence.start, start - 16), start)
    if not found or any(True for _ in reading.names(found.start("who"), start)):
        return False
    return bool(re.search(f"{found['who']}(?:镇|乡|村|办事处|街道|社区)", reading.text))


def _served(reading: Reading, name: Subject, clause: int, stop: int) -> Subject | None:
    """Return the subject, or for an agency that does nothing here itself the place that it serves."""
    if name.label != "Agency" or _acts(reading, name, clause, stop):
        return name
    places = [place for mention in name.names if (place := seat(reading, mention.entity)) is not None]
    if not places:
        return None
    stands = Mention(name.last.start, name.last.end, places[-1], "owner: seat", 0.7)
    return Subject((stands,), min(name.role, Role.INNER), name.clause)


def _acts(reading: Reading, name: Subject, clause: int, stop: int) -> bool:
    """Tell whether the agency is the one that pays, issues, handles what is counted."""
    if name.role < Role.INNER:
        return False
    after = reading.text[max(name.last.end, clause) if name.last.end < stop else clause : stop]
    return bool(_ACTS.search(after) or _OWN_STAFF.match(after))


def seat(reading: Reading, agency: Entity) -> Entity | None:
    """Return the place that an agency serves, when the article has it."""
    return reading.known("Place", agency.seat.code) if agency.seat else None


def _asked_for(before: str, names: list[Subject], total: bool) -> list[Owner]:
    for words, label in ((_PROJECT_WORDS, "Project"), (_COMPANY_WORDS, "Company"), (_PLACE_WORDS, "Place")):
        if words.search(before):
            if total and label != "Place":
                return []
            fit = [name for name in names if name.label == label and name.role > Role.ASIDE and len(name.names) == 1]
            return [Owner(max(fit, key=lambda name: name.role).last.entity, 0.9, "asked for")] if fit else []
    return []


def _referred(reading: Reading, sentence: Span, floor: int, before: str, total: bool) -> list[Owner]:
    """Return what 项目, 该公司 or 全村 in the clause of the number stands for: the last one named before."""
    for words, label, endings in _REFERENCES:
        if words.search(before) and not (total and label == "Project"):
            stop = sentence.start + len(before)
            fit = [m for m in reading.names(floor, stop, label) if m.entity.name.endswith(endings or "")]
            if fit:
                return [Owner(fit[-1].entity, 0.75, "referred")]
    return []


def _spoken_of(reading: Reading, sentence: Span, clause: int, start: int, names: list[Subject]) -> list[Owner]:
    """Return the subject of the number's clause, or of the clauses before it in the sentence."""
    best = max(names, key=lambda name: name.role, default=None)
    person = _person(reading, sentence, clause, start)
    if person is not None and not (best and best.role == Role.HEAD and best.clause >= person.start):
        return _of_person(reading, person, clause, start)
    if best is None or best.role < Role.INNER:
        return []
    if _unread(reading, best.last.end, start) or _part_of_it(reading, best):
        return []
    confidence = 0.85 if best.role == Role.HEAD else 0.65
    return [Owner(settle(reading, name), confidence, "subject") for name in _sharers(reading, best, start)]


def _part_of_it(reading: Reading, subject: Subject) -> bool:
    """Tell whether the place only leads to something in it that was not read: 甲市古街人来人往."""
    return subject.label == "Place" and bool(_FACILITY.match(reading.text, subject.last.end))


def _sharers(reading: Reading, subject: Subject, start: int) -> Iterable[Mention]:
    """Return those of a list that share the number; with 分别 the one whose turn it is."""
    between = reading.text[subject.last.end : start]
    if len(subject.names) == 1 or "分别" not in between:
        return subject.names
    turn = len(re.findall(r"\d[^，。；、和]*[、和]", between.split("分别", 1)[1]))
    return subject.names[turn : turn + 1]


def _person(reading: Reading, sentence: Span, clause: int, start: int) -> Mention | None:
    """Return the person that the sentence is about: named at the head of the number's clause or of the sentence."""
    for low in {clause, sentence.start}:
        name = next(reading.names(low, start, "Person"), None)
        if name and name.start - low <= _REACH and not _SPEAKS.search(reading.text[name.end : start]):
            return name
    return None


_REACH = 16


def _of_person(reading: Reading, person: Mention, clause: int, start: int) -> list[Owner]:
    """A number in the clause of a person without office is the person's; in a later clause nobody's for sure."""
    if person.start < clause or reading.has_fact("HOLDS_POST", person.entity):
        return []
    return [Owner(person.entity, 0.6, "person")]


def _unread(reading: Reading, low: int, high: int) -> bool:
    """Tell whether a place that was not read as a name stands at the head of a clause between."""
    for words in (_UNREAD, _UNREAD_BODY):
        for found in words.finditer(reading.text, low, high):
            if not any(reading.name_at(at) for at in range(found.start(), found.end())):
                return True
    return False


def _ahead(reading: Reading, sentence: Span, end: int, before: str) -> list[Owner]:
    """Return the place of `距5公里的甲市`."""
    if not before.endswith(("距", "距离")):
        return []
    mark = re.compile(r"[，：\n]").search(reading.text, end, min(sentence.end, end + 40))
    ahead = next(reading.names(end, mark.start() if mark else min(sentence.end, end + 40), "Place"), None)
    return [Owner(ahead.entity, 0.6, "ahead")] if ahead else []


def _item_start(reading: Reading, sentence: Span) -> int:
    """Return where the piece of news around a sentence begins: at the last heading, the title at the latest."""
    at = bisect_left(reading.sentences, sentence.end, key=lambda span: span.end)
    for back in range(at - 1, max(at - 10, -1), -1):
        span = reading.sentences[back]
        if _heading(reading, span):
            return span.start
        floor = span.start
    return floor if at > 0 else sentence.start


def _heading(reading: Reading, span: Span) -> bool:
    line = reading.text[span.start : span.end]
    return line.endswith("\n") and len(line) <= 40 and not line.rstrip().endswith(("。", "！", "？", "”", "）", "："))


def _carried(
    reading: Reading, sentence: Span, floor: int, clause: int, start: int, total: bool
) -> list[Owner]:
    """Return the subject of the sentences before, down to the heading; else the place of the article."""
    text = reading.text
    before = text[sentence.start : start]
    if _FIRST_PERSON.search(before) or _unread(reading, sentence.start, start):
        return []
    topic = _UNREAD_TOPIC.search(text, sentence.start, start)
    if topic and not any(True for _ in reading.names(topic.start(), topic.end())):
        return []
    at = bisect_left(reading.sentences, sentence.end, key=lambda span: span.end)
    for back in range(at - 1, max(at - 1 - _BACK, -1), -1):
        earlier = reading.sentences[back]
        if earlier.start < floor:
            break
        if _unread(reading, earlier.start, earlier.end):
            return []
        found = _topic(reading, earlier, clause, start, total)
        if found:
            return [Owner(found, 0.7 if back == at - 1 else 0.6, "carried")]
    return _main(reading, before) if floor <= reading.body_start else []


def _topic(reading: Reading, sentence: Span, clause: int, start: int, total: bool) -> Entity | None:
    """Return what a whole sentence is about: the first of its subjects.

    A number at the head of its clause is of something new, which at most lies in the place spoken of before.
    """
    opens = start - clause <= 2 and not re.search(r"\d", reading.text[reading.sentence(start).start : clause])
    names = [name for name in subjects(reading, sentence, sentence.end) if name.role == Role.HEAD]
    for name in reversed(names):
        served = _served(reading, name, clause, start)
        if served is None or len(served.names) > 1 or (total and served.label in ("Project", "Company")):
            continue
        if not opens or served.label == "Place":
            return settle(reading, served.last)
    return None


def labelled(reading: Reading, *labels: str) -> list[Entity]:
    """Return the entities of the labels; those that were seen before are not looked through again."""
    key = f"owners: {labels}"
    seen, found = reading.memory.get(key, (0, []))
    fit: list[Entity] = [*found, *(e for e in reading.entities[seen:] if e.label in labels)]
    reading.memory[key] = (len(reading.entities), fit)
    return fit


def _main(reading: Reading, before: str) -> list[Owner]:
    """Return the place that the article is about, for what only a whole place has.

    Where the article is at home nowhere, a place must be in the title or named three times to be what it is about.
    """
    if not _WHOLE.search(before[-30:]):
        return []
    best = max(labelled(reading, "Place"), key=lambda e: len(e.mentions), default=None)
    if best and (reading.home.division or len(best.mentions) >= 3 or best.start < reading.body_start):
        return [Owner(best, 0.55, "main")]
    if "owners: nation" not in reading.memory:
        reading.memory["owners: nation"] = nation(reading, 0, len(reading.text))
    whole: Mention | None = reading.memory["owners: nation"]
    return [Owner(settle(reading, whole), 0.55, "main")] if whole else []
