"""Activities: inspections with every stop, signings, ceremonies and launched campaigns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.dates import find_dates
from extractors.events import (
    arrivals,
    called_out,
    campaign,
    contest,
    errands,
    games,
    launched,
    programme,
    talks,
    titled,
)
from extractors.events.ceremonies import one_with_its_opening, read_ceremonies
from extractors.events.meeting import Event, events_of
from extractors.events.occasion import PASSED_ON, PURPOSE, add_event, dated, opening_of, settle_days, told_on
from extractors.events.openers import row_end
from extractors.events.stops import opens_with_stop
from extractors.events.to_come import announced
from extractors.events.visits import Visit, add_visit, visit_at, visits_of
from extractors.lexicon import HAN, POSTS, alternatives
from extractors.names.place_entities import place_entity
from extractors.reading import Entity, Mention, Reading
from extractors.text import Span

_INSPECT = (
    r"实地调研|专题调研|集体调研|调研指导|调研督导|调研检查|检查调研|督导调研|调研|督导检查|检查指导|督查检查|监督检查|执法检查|检查督导|现场督导|督导|督查|指导督办|督办|督促检查|调度指导|现场调度|调度(?=[\u4e00-\u9fff]{2,14}工作[。，])|检查|视察|参观考察|参观访问|参观学习|参观交流|观摩学习|交流学习|考察调研|考察|暗访|走访慰问|看望慰问|慰问|走访|"
    r"对接(?=[\u4e00-\u9fff]{2,10}(?:工作|资源))|对接洽谈|洽谈对接|考察洽谈|考察对接|对接考察|招商引资|学习考察|考察学习|招商考察|招商推介|(?<=进行|开展)招商|夜查|夜访|(?:小团组|小分队|驻点|上门|叩门|敲门|定向|精准|专题|产业链|以商|外出)招商(?:引资|推介)?(?:活动)?|查看(?=灾情|受灾|险情|水情|汛情|灾后)|指导(?:抗灾|抢险)?救灾|指导抢险|实地察看|实地查看|现场察看|实地了解|详细了解|现场了解|察看|观摩|巡察|巡视|巡查|巡河|巡湖|巡林|(?:公开接访|带案下访|接访下访|接访|下访)(?!工作|日|室|场|大厅|中心|平台|[^，。；]{0,8}(?:制度|机制))|(?:公开)?接待(?=[^，。；]{0,6}来访)|指导工作|指导(?=[\u4e00-\u9fff]{2,18}(?:生产|工作)(?:[，。；]|$))|现场办公|巡馆|开展环境保护督察|督察|协商监督|民主监督|专项监督|开展(?=(?:结对|对口|联系|驻村)?帮扶)|开展(?=(?:“[^”]{2,12}”)?[\u4e00-\u9fff]{0,10}活动)"
)
_GO = r"来到|赶赴|赶到|(?<![做得达直受感收看听想遇接签])到(?!位)|赴|前往|深入(?!推进|贯彻|学习|开展|落实|实施|交流|研究|分析|推动)|来(?!自)|走进|莅临|进驻|在|就(?!业|组织|已|有)|围绕|对"
_TRIP = re.compile(
    rf"(?:{_INSPECT})(?![组局员办室团站]|(?<=察)长|长(?:[，。、兼]|$))(?P<what>(?:(?:[{HAN}]{{2,6}}[市县区镇乡村]|[{HAN}]{{2,4}}街道)、){{0,6}}(?:(?!时(?:强调|指出|要求|勉励|说|表示|称赞|叮嘱|提出|嘱咐|，)|期间[，。]|表示)[^，。；、！？\n“”并]){{0,32}}(?:“[^”]{{1,30}}”[^，。；\n并]{{0,20}})?)(?=[，。；！？、\n”]|并|时(?:强调|指出|要求|勉励|说|表示|称赞|叮嘱|提出|嘱咐|，)|期间[，。]|$)"
)
_GOING = re.compile(rf"(?:{_GO})")
_VISIT = re.compile(r"参观考察|考察|参观|访问")


def read(reading: Reading) -> None:
    """Add the activities of the article: one for its inspection, with all stops; each ceremony; each campaign."""
    read_ceremonies(reading)
    called_out.read(reading)
    campaign.read(reading)
    launched.read(reading)
    games.read(reading)
    contest.read(reading)
    one_with_its_opening(reading)
    talks.read(reading)
    _trips(reading)
    arrivals.read(reading)
    errands.read(reading)
    events_of(reading).found.sort(key=lambda e: (e.start, e.end))
    programme.read(reading)
    called_out.heads(reading)
    events_of(reading).found.sort(key=lambda e: (e.start, e.end))
    titled.read(reading)
    announced(reading)
    told_on(reading)
    settle_days(reading)


def _trips(reading: Reading) -> None:
    """The first clause that says who went where to inspect names a visit; later ones add its stops, or tell of the next."""
    text = reading.text
    asides = list(arrivals.AROUND.finditer(text, reading.body_start))
    for m in _verbs(text):
        if any(whole.start <= m.start() < whole.end for whole in reading.memory.get("rounds", ())):
            continue
        if any(aside.start() <= m.start() < reading.sentence(aside.end()).end for aside in asides):
            continue  # 会前，某某一行还|察看了…
        if m["what"].endswith(_DOCUMENTS) or text.endswith(_OF_DOCTORS, 0, m.start()):
            continue  # 关于挂牌|督办…单位的通知
        sentence = reading.sentence(m.start())
        leaders = _leaders(reading, sentence, m.start())
        # 主持召开|招商引资重点项目研判会, 出席全国|巡视工作会议暨…动员部署会
        if _CALLING.search(text, sentence.start, m.start()) or _OF_MEETING.search(m["what"]):
            continue
        if _PLANNED.search(text, leaders[-1].end if leaders else sentence.start, m.start()):
            continue
        if text.startswith(("参加", "陪同", "一同", "随同"), m.start() - 2):  # …到某镇调研，副部长某某|参加调研
            continue
        if any(e.start <= m.start() < e.end for e in events_of(reading).found if e.entity.label == "Meeting"):
            continue
        purpose = PURPOSE.match(text, sentence.start)
        told = purpose.end() if purpose is not None else sentence.start
        if reading.name_at(m.start()) is not None or PASSED_ON.search(text, told, m.start()):
            continue
        if (
            m[0].startswith("开展")
            and not m[0].startswith("开展环境")
            and not (leaders and _LEADING.search(text, leaders[-1].end, m.start()))
        ):
            continue
        visit = _visit_of(reading, leaders, m.start())
        ready = _team(reading, sentence, m.start()) if not leaders else leaders[-1].end
        if leaders and leaders[-1].label == "Agency":
            ready = row_end(reading, leaders[-1], m.start())
        start = _going(reading, ready, leaders, m) if ready is not None else None
        if start is None and visit is None and (start := _of_deputies(reading, sentence, m)) is not None:
            # not the council whose members they are
            leaders = [mention for mention in leaders if mention.start < start]
        if start is None and visit is None and leaders and _visits_people(reading, sentence, leaders[-1], m):
            start = m.start()
        if start is None:
            continue
        called = _called(reading, start, m.end()) or _of_team(reading, sentence, m.start()) if visit is None else None
        if called is not None:
            visit = add_visit(reading, called, start, [mention.entity for mention in leaders])
        elif visit is None:
            visit = _new_visit(reading, leaders, Span(start, m.end()))
        elif sentence.start >= reading.body_start and visit.told < _TOLD_TWICE:
            reading.alias(visit.entity, text[start : m.end()])
            dated(reading, visit.entity, start, m.end())
            events_of(reading).found.append(Event(visit.entity, start, m.end(), held=True))
            reading.mention(visit.entity, start, m.end(), "activity-trip", 0.7)
        visit.told += sentence.start >= reading.body_start
        if leaders and leaders[-1].label == "Agency" and _SENT.search(text[leaders[-1].end : m.start()]):
            reading.fact(
                "CONVENED", leaders[-1].entity, visit.entity, (leaders[-1].start, m.end()), "trip-called", 0.85
            )
            continue
        _sent_by(reading, visit.entity, sentence, m)
        for leader in leaders:
            if leader.entity in visit.leaders or visit.told < _TOLD_TWICE:
                reading.fact("LED", leader.entity, visit.entity, (leader.start, m.end()), "trip-leader", 0.85)
                visit.leaders.append(leader.entity)
        if leaders:
            _taken_along(reading, visit.entity, leaders, start)
            _in_company(reading, visit.entity, sentence, start)


_TOLD_TWICE = 2
"""How many sentences of the body name a visit: who goes somewhere behind them makes a further stop."""


def _new_visit(reading: Reading, leaders: list[Mention], said: Span) -> Visit:
    """Return the visit that this clause names first; what stands in its sentence before is told of it, too."""
    name = reading.text[said.start : said.end]
    visitors = not leaders or leaders[0].label in ("Company", "Organization")
    kind = "visit" if _VISIT.search(name) and visitors else "inspection"
    entity = add_event(reading, name, said.start, said.end, kind, "activity-trip", 0.8)
    for event in events_of(reading).found:
        inside = said.start <= event.start and event.end < said.end and event.entity is not entity
        if inside and _STATE_OF.match(reading.text, event.end, said.end):
            for one in (e for e in events_of(reading).found if e.entity is event.entity):
                one.held = False  # what the visit is about does not take place here
    sentence = reading.sentence(said.start).start
    begins = max(reading.text.rfind("；", sentence, said.start) + 1, sentence)
    return add_visit(reading, entity, begins, [mention.entity for mention in leaders])


# 同日下午，, 3月12日至13日，: what opens a sentence that tells of another visit
_THEN = re.compile(r"\s{0,4}(?:[^，。；\n]{0,6}?(?:\d{1,2}日|[同当次昨今]日|[同当昨今]天|[上下]午|当晚|晚上|随后几天))")


def _visit_of(reading: Reading, leaders: list[Mention], at: int) -> Visit | None:
    """Return the visit that the leaders of a clause are on; none where it tells of another: of somebody else, or a day's next.

    Somebody else's begins a paragraph, a clause or a day of its own; the same leader's next only in an article on several.
    """
    last = visit_at(reading, at)
    people = [mention.entity for mention in leaders if mention.label == "Person"]
    if last is None or not people or not last.told:
        return last
    sentence = reading.sentence(at)
    opens = max(reading.text.rfind("；", sentence.start, leaders[0].start) + 1, sentence.start)
    begins = opens > sentence.start or reading.text.startswith("\n", sentence.start - 1)
    then = _THEN.match(reading.text, opens) is not None
    own = next((visit for visit in reversed(visits_of(reading)) if set(people) & set(visit.leaders)), None)
    if own is None:
        return None if (begins or then) and last.leaders else last
    return None if then and len(visits_of(reading)) > 1 else own


# 县妇联|走访慰问|贫困母亲, 县某局领导班子走进基层，|走访慰问|老党员
_PEOPLE_VISITED = re.compile(
    r"[^，。；]{0,16}?(?:群众|母亲|儿童|学生|教师|职工|党员|干部|老人|家庭|军人|军属|烈属|官兵|劳模|农户|居民|村民|工人|医护人员|民警)"
)
_OWN_PEOPLE = re.compile(
    r"(?:领导班子成员|领导班子|班子成员|全体|党员|干部|职工|民警|志愿者|工作人员|一行|分组|分头|集中|专程|组织|开展|(?:深入|走进)(?:基层|社区|农户|一线)|，)*+"
)


def _visits_people(reading: Reading, sentence: Span, body: Mention, m: re.Match[str]) -> bool:
    """Tell whether a body visits people where the article opens: on a day, or before a feast, whatever the place."""
    text = reading.text
    if body.label == "Person" or not m[0].startswith(("走访", "慰问", "看望")) or sentence.start < reading.body_start:
        return False
    early = not any(reading.names(reading.body_start, sentence.start, "Agency"))
    own = _OWN_PEOPLE.fullmatch(text, body.end, m.start()) is not None
    if not early or not own or _PEOPLE_VISITED.match(m["what"]) is None:
        return False
    days = find_dates(text, sentence.start, m.start(), reading.date)
    return _SOME_DAY.search(text, sentence.start, body.start) is not None or any(
        day.kind in ("day", "interval") for day in days
    )


# 下一步将|围绕主导产业开展招商
_PLANNED = re.compile(
    r"下一步|接下来|今后|(?:计划|拟)(?!生)|(?<![即主])将(?=继续|进一步|持续|围绕|开展|组织|就|在|深入|赴|到|会同|联合|派)"
)
_OF_DOCTORS = ("做", "做进一步", "作进一步", "做了", "身体", "做全面")
"""Before 检查 at a hospital: 到县医院做进一步|检查."""
_DOCUMENTS = ("的通知", "的意见", "的函", "的公告", "的通告", "的批复", "的决定", "的方案")


def _verbs(text: str) -> Iterator[re.Match[str]]:
    """Yield the verbs of inspecting; of 开展春节|走访慰问活动 both, since the first alone needs a leader who leads."""
    for m in _TRIP.finditer(text):
        yield m
        inner = _TRIP.search(text, m.start() + 2, m.end() + 1) if m[0].startswith("开展") else None
        if inner is not None:
            yield inner


_SENT_WITH = re.compile(
    r"组织(?:了|开展)?[^，。；]{0,24}?(?:代表|委员|组成人员|成员|干部)[^，。；]{0,16}[，到赴深前对就围]"
)


def _sent_by(reading: Reading, trip: Entity, sentence: Span, m: re.Match[str]) -> None:
    """市人大常委会|组织部分代表，在主任甲的带领下|对…进行视察: the body that called those who went."""
    for body in reading.names(sentence.start, m.start(), "Agency"):
        if _SENT_WITH.match(reading.text, body.end, m.start()):
            reading.fact("CONVENED", body.entity, trip, (body.start, m.end()), "trip-called", 0.85)


_OF_MEETING = re.compile("^工作(?:会议|动员|推进会|部署会)|(?:会议|动员会|部署会|推进会)(?:暨|$)")
_CALLING = re.compile(r"(?:召开|举行|举办)了?[^，。；]{0,6}\Z")


def _called(reading: Reading, start: int, end: int) -> Entity | None:
    """Return the activity that these words have been read as already: 开展|节前安全生产检查工作和走访慰问活动."""
    found = (
        e.entity
        for e in events_of(reading).found
        if ((start <= e.start and e.end <= end + 1) or (e.start <= start and end <= e.end))
        and not _STATE_OF.match(reading.text, e.end, end)
    )
    return next((entity for entity in found if entity.label == "Activity"), None)


# 督导某市第五届运动会|筹备工作: a visit about another event
_STATE_OF = re.compile("的?(?:筹备|准备|备战|保障|组织|推进|进展|开展|实施|落实|有关|相关|各项|[前后]?期?工作|情况)")


def _of_team(reading: Reading, sentence: Span, stop: int) -> Entity | None:
    """Return the inspection launched before whose team goes here: 启动某法执法检查…。|执法检查组赴…."""
    for event in events_of(reading).found:
        called = event.entity.name[-4:]
        of_kind = event.entity.label == "Activity" and called.endswith(("检查", "督察"))
        if of_kind and 0 <= reading.text.find(called + "组", *sentence) < stop:
            return event.entity
    return None


_LEADING = re.compile(r"率队|率(?=[\u4e00-\u9fff]{2,8}[组队团])|带队|率领|带领|一行")


# 某市党政考察团|到…, 检查组一行8人|深入…, 上午，王书记|到…: who went is no entity, what they did is an activity
_TEAM = re.compile(
    r"(?:(?:四大?家|四套)(?:班子)?领导|[考观]察团|代表团|参观团|观摩团|访问团|调研组|考察组|督导组|督查组|检查组|评估组|验收组|专家组|工作组|慰问组|小分队|视察组|工作小组"
    rf"|(?:(?<=[，。；\n午日])|\A)(?![副原总各])[{HAN}](?:书记|市长|县长|区长|镇长|乡长|局长|部长))"
    r"(?:成员)?(?:一行)?(?:\d+[余多]?人|[一二三四五六七八九十]+[余多]?人)?(?:，(?=赴|前往))?(?=[先分近日]{0,2}(?:后|别|日)?(?:来到|到|赴|前往|深入|来|走进|莅临|在))"
)


def _team(reading: Reading, sentence: Span, position: int) -> int | None:
    """Return where the words for a team end that came here to inspect, in the body and in the verb's own clause."""
    if sentence.start < reading.body_start:
        return None
    teams = list(_TEAM.finditer(reading.text, sentence.start, position))
    if not teams or re.search(r"[；。]|，[^，]*，", reading.text[teams[-1].end() : position]):
        return None
    return teams[-1].end()


_NEAR_LEADER = 8
"""Within how many characters behind the leader the verb of going stands: 带队先后|到."""


def _going(reading: Reading, ready: int, leaders: list[Mention], m: re.Match[str]) -> int | None:
    """Return where the phrase of going begins: the last 到, 赴, 在 … before the verb that a place or 就…进行 follows.

    It stands behind `ready`, where the words for those who went end.
    """
    text = reading.text
    low = max(ready, m.start() - 90)
    best = None
    for go in _GOING.finditer(text, low, m.start()):
        quoted = text.count("“", low, go.start()) > text.count("”", low, go.start())
        if quoted or _IN_COMPANY.match(text, go.start(), m.start()):
            continue  # 就“协商|在一线”赴某区调研
        between = text[go.end() : m.start()]
        if go[0] in ("就", "围绕", "对"):
            fits = re.search(rf"(?:进行|开展)了?[{HAN}]{{0,10}}$", between)
            if fits and (
                go[0] != "对" or (best is None and leaders and _may_inspect(text, leaders[-1], go.start(), m))
            ):
                best = go.start()
            continue
        named = next(reading.names(go.end(), m.end(), "Place", "Company", "Organization", "Agency", "Project"), None)
        if named is not None and best is None and _one_trip(reading, between, go.end(), named):
            best = go.start()
        elif named is None and best is None and go.start() - ready <= _NEAR_LEADER and "，" not in between:
            on_tour = m[0].startswith("巡馆") or opens_with_stop(text, go.end(), m.start())
            best = go.start() if on_tour else None
    near = m.start() - ready <= 4 or _TIME_ASIDE.fullmatch(text, ready, m.start())
    if best is None and near and m.start() < reading.body_start:
        return m.start()
    if best is None and _to_home(reading, m.start()):
        return m.start() - 2
    with_them = _IN_COMPANY.search(text, ready, m.start())
    if best is None and with_them is not None and m.start() - with_them.end() <= 6:
        return m.start()  # 在县长某某陪同下|学习考察…
    sent = _SENT.search(text[ready : m.start()]) if best is None else None
    if sent is not None:
        if visit_at(reading, m.start()) is not None:
            return None
        return m.start() if len(m["what"]) >= _TOLD else ready + sent.start("who")
    if best is None and leaders and leaders[-1].label == "Person":
        several = bool(visits_of(reading)) and _visit_of(reading, leaders, m.start()) is None
        return _unplaced(reading, leaders[-1], m, several=several)
    return best


def _may_inspect(text: str, leader: Mention, about: int, verb: re.Match[str]) -> bool:
    """A person inspects what 对 names, and so do deputies and those that a body sends: 市政协组织委员，|对…进行视察."""
    deputies = verb[0].startswith(_LOOK_INTO) and leader.entity.name.endswith(("人大常委会", "政协"))
    return leader.label == "Person" or deputies or _SENT_WITH.match(text, leader.end, about + 1) is not None


def _to_home(reading: Reading, verb: int) -> bool:
    """来舒|调研: the home by one character of its name; it becomes a mention of the place."""
    home = reading.home.division
    at = verb - 1
    if home is None or reading.text[verb - 2 : at] not in ("来", "莅", "赴", "抵") or not reading.free(at, verb):
        return False
    if reading.text[at] not in home.name[:-1] or home.level not in ("prefecture", "county"):
        return False
    reading.claim(place_entity(reading, home), at, verb, "place-home-character", 0.75)
    return True


# 市人大常委会|组织部分人大代表|视察…: the body calls those who go
_SENT = re.compile(
    rf"\A组织(?:了|开展)?(?P<who>[^，。；]{{0,20}})(?:代表|委员|成员|干部|人员|负责人)们?(?:(?:到|赴|深入|前往|走进)[^，。；]{{0,16}})?[{HAN}]{{0,4}}\Z"
)
_TOLD = 4
"""How many characters behind the verb tell what was inspected."""
# 部分市人大代表来某县|开展专题|调研, 在某县的市政协委员|开展会前|视察
_DEPUTIES = re.compile(
    rf"(?:(?<=[，。；\n])|\A)[{HAN}、]{{0,18}}(?:人大代表|政协委员)们?(?:视察团|代表团|小组)?(?:(?:来到?|到|赴|深入|走进)[{HAN}]{{2,8}})?(?:就|对|围绕)?[^，。；]{{0,30}}(?:开展|进行)了?[{HAN}]{{0,4}}\Z"
)


def _of_deputies(reading: Reading, sentence: Span, m: re.Match[str]) -> int | None:
    """Return where the words for deputies or members begin who inspect without a body that sends them."""
    if sentence.start < reading.body_start or not m[0].startswith(_LOOK_INTO):
        return None
    comma = reading.text.rfind("，", sentence.start, m.start()) + 1
    who = _DEPUTIES.search(reading.text[max(sentence.start, comma) : m.start()].lstrip())
    return m.start() - len(who[0]) if who is not None else None


_LOOK_INTO = ("视察", "调研", "专题调研", "考察", "执法检查", "检查")
_TIME_ASIDE = re.compile(r"“?[\u4e00-\u9fff]{1,6}”?(?:期间|前|前夕)")
_LEAD_SITE = re.compile(
    r"(?:现场|一线|工地|企业|工厂|车间|园区|社区|乡村|村组|学校|镇村|基层|街道|乡镇|辖区|项目|单位|景区|市场)"
)


_SOME_DAY = re.compile("近日|日前|连日来|前夕|到来之际|来临之际|期间")
# 县长某某|冒雨带队|检查防汛工作
_MANNER = re.compile(
    "(?:等(?:[省市县区州]|四大?家|四套|班子|党政)*领导(?:同志|干部)?)?(?:带队|率队|一行|先后|再次|专题|专程|突击|随机|重点|集中|全程|连夜|冒雨|冒雪|冒着[\u4e00-\u9fff]{2,4}|顶着[\u4e00-\u9fff]{2,4}|现场|实地|带头|亲自){0,3}"
)
# 主任某某|带领部分人大代表|视察…工作
_WITH_THEM = re.compile(
    "(?:带领|率领?|组织|带着)[\u4e00-\u9fff、]{2,60}?(?:代表|委员|成员|人员|负责人|干部|部门|单位|同志)(?:一行)?(?:\\d{1,3}[余多]?人)?，?"
)
# 带领相关部门负责人|开展城建项目调研
_DOING = re.compile(r"(?:(?:带领|率领?|率队|带队)[^，。]{0,22}?)?(?:一行|一行人)?(?P<do>开展[^，。开展]{2,14})")


def _unplaced(reading: Reading, leader: Mention, m: re.Match[str], *, several: bool) -> int | None:
    """The article's opening with its day may name an inspection without a place: 5月7日，…督导检查重点项目建设.

    So may any paragraph of an article that tells of `several`.
    """
    text = reading.text
    sentence = reading.sentence(m.start())
    begins = sentence.start if several else opening_of(reading, leader.start)
    opening = text[begins : sentence.start].strip()
    if (
        len(opening) > 20
        or any(reading.names(begins, sentence.start))
        or (not several and any(v.told for v in visits_of(reading)))
    ):
        return None
    days = find_dates(text, sentence.start, m.start(), reading.date)
    some_day = _SOME_DAY.search(text, sentence.start, leader.start) is not None
    if not some_day and not any(d.kind in ("day", "interval") for d in days):
        return None
    doing = _DOING.fullmatch(text, leader.end, m.start())
    if doing is not None:
        return doing.start("do")
    leads = text[leader.end : m.start()]
    if _MANNER.fullmatch(leads) or _WITH_THEM.fullmatch(leads):
        return m.start() if len(m["what"]) >= 4 else None
    going = re.match(
        r"(?:等|分别)*(?:率队|带队|带领[^，。]{2,20})?，?(?:先后|分别)?(?=深入|走进|来到|到|赴|前往)",
        text[leader.end : m.start()],
    )
    if going is None:
        return None
    at = leader.end + going.end()
    visited = next(reading.names(at, m.start(), "Company", "Organization", "Place", "Project"), None)
    if visited is not None and visited.start - at <= 6 and not re.search(r"[；。]|主持|召开", text[at : m.start()]):
        return m.start() if len(m["what"]) >= 4 else None  # 前往甲公司、乙公司，在…的同时，|督导复工复产情况
    return (
        at
        if _LEAD_SITE.search(text, at, m.end()) and not re.search(r"[；。]|主持|召开", text[at : m.start()])
        else None
    )


def _one_trip(reading: Reading, between: str, start: int, named: Mention) -> bool:
    """到枫林镇、木港镇，实地检查: at most one comma, right after the places, before the verb; the manner aside."""
    between = re.sub(r"，(?:采取|通过|以|按照)[^，]{2,20}(?:方式|形式)(?=，|$)", "", between)
    if "，" not in between:
        return True
    comma = start + between.index("，")
    return between.count("，") == 1 and named.end <= comma and not re.search(r"强调|指出|要求|主持|召开", between)


def _taken_along(reading: Reading, trip: Entity, leaders: list[Mention], start: int) -> None:
    """带领财政局、交通局…到: the bodies between the verb of leading and the verb of going took part."""
    led = re.match(r"，?一?行?(?:率队|率领|率|带领|带队|带着|带上|携|会同|组织)", reading.text[leaders[-1].end : start])
    if led is None:
        return
    labels = ("Person", "Agency", "Organization", "Company", "Place")
    for body in reading.names(leaders[-1].end + led.end(), start, *labels):
        if body.label == "Place" and not _SENDS.match(reading.text, body.end):
            continue
        if body.label == "Agency" and (
            _POST_BEHIND.match(reading.text, body.end)
            or reading.text.startswith(("委员", "代表", "常委"), body.end)
            or _ITS_TEAM.match(reading.text, body.end)
        ):
            continue
        reading.fact("ATTENDED", body.entity, trip, (leaders[0].start, start), "trip-along", 0.85)


_SENDS = re.compile(r"(?:、[^，。；]{0,24})?(?:等|主要|有关|相关|分管|党政)*(?:负责人|负责同志|领导|书记|镇长|乡长)")
"""Behind a town whose people were taken along."""
_GONE = re.compile(r"来到|赴|前往|走进|深入")
_ABOUT = re.compile(r"(?<![面针应一])[对就](?!业)(?=[^，。；]{2,60}(?:进行|开展))")


def _in_company(reading: Reading, trip: Entity, sentence: Span, start: int) -> None:
    """在市水利局、某某公司负责人的陪同下: the bodies whose people went along."""
    company = _IN_COMPANY.search(reading.text, sentence.start, start)
    if company is None or not re.search(r"负责人|负责同志|同志的?陪同", company[0]):
        return
    for body in reading.names(company.start(), company.end(), "Agency", "Company", "Organization", "Place"):
        if re.match(r"[、和]|[\u4e00-\u9fff]{0,6}负责", reading.text[body.end : body.end + 10]):
            reading.fact("ATTENDED", body.entity, trip, company.span(), "trip-company", 0.8)


_ITS_TEAM = re.compile(r"(?:第[一二三四五六七八九十\d]+)?[\u4e00-\u9fff]{0,4}(?:组|团|小分队)(?!织)")
_IN_COMPANY = re.compile(r"在[^，。；]{2,60}?陪同下")


def _leaders(reading: Reading, sentence: Span, position: int) -> list[Mention]:
    """Return the persons (else the body) that stand before the verb in its sentence and are not accompanying."""
    low = sentence.start
    for mark in re.finditer(r"[；。]|陪同(?!下)", reading.text[sentence.start : position]):
        low = sentence.start + mark.end()
    before = [
        m
        for m in reading.names(low, position, "Person")
        if m.entity.properties.get("scope") != "记者" and not _gave_order(reading, m)
    ]
    with_them = _IN_COMPANY.search(reading.text, low, position)
    if with_them:  # 在县长某某陪同下
        before = [m for m in before if not with_them.start() <= m.start < with_them.end()]
    if before:
        led = re.search(r"率|带领|带队|陪同下", reading.text[before[0].end : position])
        if led:
            ahead = [m for m in before if m.end <= before[0].end + led.start()]
            return [m for m in ahead if _same_list(reading, before[0], m)]
        return [m for m in before if _same_list(reading, m, before[-1])]
    bodies = list(reading.names(low, position, "Agency", "Company", "Organization"))
    going = _GONE.search(reading.text, low, position) or _ABOUT.search(reading.text, low, position)
    if going is not None:  # 市工信局|赴甲公司、乙公司走访, 县人大|对县公安局工作进行视察: who went stands before it
        bodies = [body for body in bodies if body.start < going.start()] or bodies
    joint = _TOGETHER.search(reading.text, bodies[0].end, bodies[-1].start) if len(bodies) > 1 else None
    if joint is not None:  # 某分局|联合县检察院、某镇政府到…: the first of them leads
        bodies = [body for body in bodies if body.end <= joint.start()]
    bodies = [body for body in bodies if not _called_members(reading, bodies[0], body)]
    if bodies and _POST_BEHIND.match(reading.text, bodies[-1].end):
        return []  # 市委秘书长某某: who holds the post, not the body
    if not bodies or reading.text[low : bodies[-1].start].find("记者") >= 0:
        return []
    # 甲公司、乙公司等企业负责人: all of them went
    return reading.row_to(bodies[-1]) if bodies[-1].label == "Company" else bodies[-1:]


_TOGETHER = re.compile("联合|会同|携手|联同|协同")


def _called_members(reading: Reading, caller: Mention, body: Mention) -> bool:
    """市人大常委会|组织部分|省人大|代表: whose members another body calls."""
    members = reading.text.startswith(("代表", "委员"), body.end)
    return members and body is not caller and "组织" in reading.text[caller.end : body.start]


_POST_BEHIND = re.compile(rf"(?!委员|代表|成员|干部|主?要?负责)(?:原|副|常务|第一)*(?:{alternatives(POSTS)})")
_POSTS_ONLY = re.compile(rf"(?:[、，和及兼]|(?>(?:原|副|常务|第一)*(?:{alternatives(POSTS)})))*")


_ASKS = ("要求", "安排", "委托", "委派", "派")
_BY_ORDER = re.compile(
    r"(?:根据|按照|遵照|落实)[^，。；\n]{0,60}(?:指示|批示|要求|部署|讲话|指令|命令)|受[^，。；\n]{2,24}(?:委派|委托|指派)"
)


def _gave_order(reading: Reading, person: Mention) -> bool:
    """Tell whether the person only ordered what others do: 根据县长某某指示和要求，, 县长某某委托…."""
    text = reading.text
    begin = max(text.rfind(mark, 0, person.start) for mark in "，。；\n") + 1
    order = _BY_ORDER.match(text, begin)
    return (order is not None and order.end() > person.end) or text.startswith(_ASKS, person.end)


def _same_list(reading: Reading, first: Mention, last: Mention) -> bool:
    between = reading.text[first.end : last.start]
    bare = between
    for body in reversed(list(reading.names(first.end, last.start))):
        bare = bare[: body.start - first.end] + bare[body.end - first.end :]
    return (
        first is last
        or bool(_POSTS_ONLY.fullmatch(bare))
        or not re.search(r"[，。；]|主持|出席", between)
        or bool(re.fullmatch(rf"[、和]|[、，][{HAN}、]{{2,24}}", between))
    )
