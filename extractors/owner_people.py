"""Whose a number is in a sentence about a person: the person's own, or that of the firm or village spoken for."""

from __future__ import annotations

import re

from extractors.lexicon import HAN
from extractors.owner_references import village_within
from extractors.reading import Mention, Reading
from extractors.served import Owner, labelled
from extractors.subjects import LABELS
from extractors.text import Span

_WE = re.compile(r"我们|咱们|我[村社厂]|公司|合作社|厂里|村里")
_I = re.compile(
    r"我(?:家|自己|今年|去年|一年|一个月|每年|每月|每天)?(?:今年|去年)?(?:种|养|承包|流转|包了|挣|赚|收入|有|领到|拿到|卖)了?(?![我们])"
)
_TELLS_IT = re.compile(
    r"(?:[^，。；：“”]{2,40}，)?[^，。；：“”]{2,40}?(?:介绍|说|表示|告诉记者|告诉笔者|给记者算|算了?起?账|算道|感慨|坦言|直言|笑道)"
)


def in_quotation(reading: Reading, start: int) -> list[Owner]:
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
    branch = village_within(reading, closes + 1, said.end()) if home is not None and home.label == "Agency" else None
    if branch is not None and not firms:
        return [Owner(branch, 0.6, "quoted")]  # 某乡某村党支部|书记田某
    if not firms and home is not None and home.start == closes + 1 and home.label == "Place":
        while (inner := reading.name_at(home.end)) is not None and inner.label == "Place":
            home = inner  # 某市|某县|某村|村民田某
        village = village_within(reading, home.end, said.end())  # 某镇|某村|党支部书记
        firms = {village or home.entity: None}
    return [Owner(next(iter(firms)), 0.6, "quoted")] if len(firms) == 1 else []


_SPEAKS = re.compile(
    r"说|称|介绍|告诉|表示|透露|指出|强调|要求|宣布|主持|认为|写道|坦言|回忆|带领|出席|参加|调研|讲话|部署|致辞|提出|签署|会见|率|陪同"
)


def person_of(reading: Reading, sentence: Span, clause: int, start: int) -> Mention | None:
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
_HIS_OWN = re.compile(r"(?:，|：“?)(?:自家|自己|他家|她家|我?家里|我家)")
"""种植户田某说，|自家承包…: what is told of the one who speaks."""
_VILLAGE_WORDS = re.compile("村里|村集体|我们村|我村|全村")
_WORKS = re.compile(
    "我们|公司|企业|合作社|基地|农场|种植|养殖|流转|车间|订单|生产|销售|产值|产量|产能|年产|员工|工人|流水线|技改"
)
_IN_UNIT = re.compile(rf"(?:车间|生产部|销售部|技术部|厂务部|生产)[{HAN}]{{0,2}}(?:负责人|主任|经理|主管|厂长) ?\Z")
_TELLS_THAT = re.compile(
    r"[^，。；：“”]{0,14}：“(?=[^”]{0,60}我们|[^”]{0,40}我[村社厂])|[^，。；：“”]{0,6}?(?:介绍说?|说|告诉记者|告诉笔者|表示)(?:，|：“?)"
)


def by_teller(reading: Reading, sentence: Span, start: int) -> list[Owner]:
    """合作社负责人田某说，|今年种植30亩: the body of who tells it, where nothing else is named up to the number."""
    person = max(reading.names(sentence.start, start, "Person"), key=lambda name: name.start, default=None)
    said = _TELLS_THAT.match(reading.text, person.end, start) if person is not None else None
    if person is None or said is None or any(reading.names(said.end(), start, *LABELS)):
        return []
    return _of_their_firm(reading, person, start)


def _of_their_firm(reading: Reading, person: Mention, start: int) -> list[Owner]:
    """总经理田某介绍，|订单排到三月: what one of a firm tells of its work is the firm's; 车间负责人 is of the firm named last."""
    served = {f.target for f in reading.facts if f.type == "HOLDS_POST" and f.source is person.entity}
    ours = "我们" in reading.text[person.end : start] and all(body.label == "Agency" for body in served)
    if ours or _VILLAGE_WORDS.search(reading.text, person.end, start):
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


_ACCOUNTS = re.compile(r"[^，。；：“”]{0,16}(?:算|掰)[^，。；：“”]{0,8}：“?(?:我?家里|我家|自家|自己)")
"""村民田某给记者算起账来：|家里5亩地…."""
_GIVES = re.compile(
    r"(?:先生|女士|同志|个人)?(?:现场|先后|共|累计|一次性)*(?:向[^，。；]{2,20}?)?捐(?:赠|款|资|献|出)了?(?:善款|现金|资金|人民币|近|超|约)*"
)
"""田某先生向某校捐赠|200万元, whatever post he holds."""
_REACH = 16
_PAUSE = re.compile(r"[，：“]")


def of_person(reading: Reading, person: Mention, clause: int, start: int) -> list[Owner]:
    """A number in the clause of a person without office is the person's; in a later clause nobody's for sure."""
    speaks = _SPEAKS.search(reading.text, person.end, start)
    if person.start >= clause and _GIVES.fullmatch(reading.text, person.end, start):
        return [Owner(person.entity, 0.75, "gives")]
    if speaks is not None and _HIS_OWN.match(reading.text, speaks.end(), start):
        return [] if reading.has_fact("HOLDS_POST", person.entity) else [Owner(person.entity, 0.6, "person's own")]
    if speaks is not None or reading.text.startswith("：", person.end):
        return _of_their_firm(reading, person, start)
    if _ACCOUNTS.match(reading.text, person.end, start) and not reading.has_fact("HOLDS_POST", person.entity):
        return [Owner(person.entity, 0.6, "person's own")]
    if reading.has_fact("HOLDS_POST", person.entity):
        return []
    if person.start < clause and not _lives_on(reading, person, start):
        return []
    return [Owner(person.entity, 0.6, "person")]


_LIVELIHOOD = re.compile(
    "收入|卖|种|养|挣|赚|承包|流转|捐|领到|拿到|栽|销售|产值|分红|贷款|投入|投资|亏|打工|工钱|租|采|收了|接诊|诊治|走遍|救|参与|参加|完成|获|写|画|绣|培养|带出|资助|献血|巡"
)
_OTHERS = re.compile(
    r"[；。：“”]|他们|公司|企业|合作社|村里|县里|镇里|全[村镇县市]|政府|银行|财政|村民|农户|平均|其中|老板|丈夫|妻子|儿子|女儿|孩子|邻居说"
)


def _lives_on(reading: Reading, person: Mention, start: int) -> bool:
    """Tell whether the clauses from the person on tell only of the person's own work and living: 村民田某承包山地400亩，去年收入|9万元."""
    text = reading.text
    if _OTHERS.search(text, person.end, start) or next(reading.names(person.end, start), None) is not None:
        return False
    return _LIVELIHOOD.search(text, person.end, start) is not None


_HE = re.compile(
    r"(?:如今|现在|目前|今年|去年|\d{4}年|每年|每天|这些年|\d+年[来间]|当年|第[一二]年|，|那年){0,3}[他她](?!们|[家说称表认强要指])"
)


def of_him(reading: Reading, sentence: Span, start: int) -> list[Owner]:
    """他走遍191个村，|行程8万公里: the one person that the paragraph names before, where the sentence opens with him."""
    he = _HE.match(reading.text, sentence.start, start)
    if he is None or _SPEAKS.search(reading.text, he.end(), start) or _OTHERS.search(reading.text, he.end(), start):
        return []
    if next(reading.names(he.end(), start), None) is not None or not _LIVELIHOOD.search(reading.text, he.end(), start):
        return []
    low = reading.text.rfind("\n", 0, sentence.start) + 1
    people = {m.entity for m in reading.names(low, sentence.start, "Person")}
    if not people:
        people = {m.entity for m in reading.names(0, reading.body_start, "Person")}
    return [Owner(people.pop(), 0.55, "him")] if len(people) == 1 else []


_HOUSE = re.compile("家里?的?\\Z")


def of_house(reading: Reading, start: int) -> list[Owner]:
    """田某家的|20亩果园: the person's whose home is spoken of."""
    house = _HOUSE.search(reading.text, max(0, start - 4), start)
    person = reading.name_ending_at(house.start(), "Person") if house is not None else None
    return [Owner(person.entity, 0.7, "house")] if person is not None else []
