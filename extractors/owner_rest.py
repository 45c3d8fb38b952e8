"""Whose a number is that no other rule gave to anybody: the place or the one works that the article is about."""

from __future__ import annotations

import re

from extractors.reading import Entity, Reading
from extractors.served import Owner, enforces, handles
from extractors.subjects import LABELS
from extractors.text import Span
from extractors.unread import unread_between, unread_project, unread_topic

# 2024年某县国民经济运行情况, 前三季度“成绩单”
_REPORT = re.compile(
    "成绩单|经济运行|统计公报|国民经济|经济社会发展|主要(?:经济)?指标|数说|盘点|明白账|(?:民生|实事)[^，]{0,6}(?:进展|完成)|开门红|半年报|年报|[前第][一二三]?季度|[上下]半年|前\\d{1,2}个?月|1[—至-]\\d{1,2}月"
)
_WHOLE = re.compile(
    "固定资产投资|社会消费品|社零|进出口|外贸|自营出口|(?:外贸|产品)?出口(?:额|总额)|规模?(?:以)?上|增加值|(?:公共|一般)预算|财政(?:总)?收入|税收收入|工业(?:总产值|入库|投资|用电)|可支配收入|常住人口|户籍人口|城镇化率|存款余额|贷款余额"
    "|粮食(?:总)?产量?|总产量|播种面积|粮食面积|接待(?:海内外|国内外)?游客|旅游(?:总|综合)?(?:收入|花费|人次)|房地产开发|第[一二三]产业|用电量|市场主体|经营主体|全产业链产值|森林覆盖率|空气质量|优良天数|PM2.5|新增就业|居民(?:人均)?收入"
    "|生猪出栏|出栏生猪|存栏|蔬菜产量|水果产量|农业总产值|民生支出|招商引资|签约项目|到位资金|新开工|开工项目|参保|养老(?:金|保险)|医保|低保|义务教育|学位|城镇|农村居民|全体居民"
)
_TELLER = re.compile(r"(?:介绍|说|表示|通报|汇报|透露|指出|告诉)")


def of_article_place(reading: Reading, sentence: Span, start: int, end: int) -> list[Owner]:
    """Return the place of an article's title for what only a whole place has, or all that a report on its economy counts.

    Nothing may be named in the part of the sentence before the number but who tells it.
    """
    text = reading.text
    if start < reading.body_start:
        return []
    place = _place(reading)
    if place is None:
        return []
    part = max(sentence.start, text.rfind("；", sentence.start, start) + 1)
    if next(reading.names(part, start, *LABELS), None) is not None:
        return []
    told = max(reading.names(part, start, "Person"), key=lambda m: m.start, default=None)
    if told is not None and not _TELLER.match(text, told.end):
        return []
    if unread_between(reading, sentence.start, start) or unread_topic(reading, sentence.start, start):
        return []
    report = _REPORT.search(text, 0, reading.body_start) is not None
    clause = max(part, text.rfind("，", part, start) + 1)
    if not report and _elsewhere(reading, sentence, place):
        return []
    whole = _WHOLE.search(text, clause if not report else part, min(end + 6, sentence.end))
    return [Owner(place, 0.55, "article's place")] if whole is not None else []


def _place(reading: Reading) -> Entity | None:
    """Return the one place that the title names, else the place of the paper where it is named in the text."""
    if "owners: article" not in reading.memory:
        titled = {m.entity for m in reading.names(0, reading.body_start, "Place")}
        home = reading.known("Place", reading.home.division.code) if reading.home.division else None
        reading.memory["owners: article"] = titled.pop() if len(titled) == 1 else None if titled else home
    found: Entity | None = reading.memory["owners: article"]
    return found


def _elsewhere(reading: Reading, sentence: Span, place: Entity) -> bool:
    """Tell whether the paragraph speaks of another place before."""
    opens = reading.text.rfind("\n", 0, sentence.start) + 1
    return any(m.entity is not place for m in reading.names(opens, sentence.start, *LABELS))


_WORKS_WORDS = re.compile(
    r"(?:\A|[，；：])(?:据悉，|据介绍，|其中，?)?(?:该|本|这[座条个项]|整个|新建)?(?:工程|项目|线路|全线|管道|管线|电站|大桥|特大桥|隧道|机组|平台|水库|机场|高铁|铁路|公路|高速|航道|码头|船闸|泵站|灌区|枢纽|主跨|主桥|主线|正线|标段|段|线|路|风电场|电缆|跑道)(?!方面)[\u4e00-\u9fff]{0,12}\Z"
    r"|(?:全长|总长|线路长|总投资|设计时速|最高时速|建筑面积|占地面积?|总装机|装机容量|年发电量|年输[油气水电]量|年供水量|年处理能力|年产能|库容|工期|通航|桥面宽|海底电缆长)[^，。；\d]{0,6}\Z"
)
_DONE = re.compile(r"(?:建成|投产|投运|投用|通车|竣工|达产|蓄水|运营|完工|并网|启用)[\u4e00-\u9fff]{0,6}后，")
_COUNTS_ELSE = re.compile(r"据统计|以来|全[国省市县]|我国|去年|同比|比上年|增长|下降|工人|建设者")


def of_only_works(reading: Reading, sentence: Span, start: int) -> list[Owner]:
    """Return the works that a short article is about, for the size of a works or what it brings once it is done."""
    text = reading.text
    if start < reading.body_start:
        return []
    works = _only_works(reading)
    part = max(sentence.start, text.rfind("；", sentence.start, start) + 1)
    if works is None or next(
        reading.names(part, start, "Company", "Organization", "Project", "Agency", "Person"), None
    ):
        return []
    done = _DONE.search(text, part, start)
    if done is None and _WORKS_WORDS.search(text[part:start]) is None:
        return []
    last = max((m.end for m in works.mentions if m.end <= start), default=0)
    if _COUNTS_ELSE.search(text, part, start) or unread_project(reading, last, start):
        return []
    return [Owner(works, 0.6, "only works")]


def _only_works(reading: Reading) -> Entity | None:
    """Return the one works of the article, that its title or first sentence names."""
    if "owners: only works" not in reading.memory:
        works = {m.entity for m in reading.names(0, len(reading.text), "Project")}
        first = reading.text.find("。", reading.body_start)
        one = next(iter(works)) if len(works) == 1 else None
        early = one is not None and min(m.start for m in one.mentions) < max(first, reading.body_start)
        reading.memory["owners: only works"] = one if early else None
    found: Entity | None = reading.memory["owners: only works"]
    return found


_DOES = re.compile(
    "办件|受理|培训|走访|发放|开展|举办|调解|接待|救助|布设|采集|整治|清运|签订|新建|建成|接诉|化解|摸排|整改|上门|解决|办理|协调|回访|慰问|招录|宣传|巡查|清理|劝导|处理|追回|挽回|责令|下发|约谈"
)


def of_titled_body(reading: Reading, sentence: Span, start: int) -> list[Owner]:
    """Return the one body that the title begins with, for what it did in a paragraph that names nobody."""
    if start < reading.body_start:
        return []
    body = _titled_body(reading)
    if body is None:
        return []
    low = reading.text.rfind("\n", 0, sentence.start) + 1
    if any(m.entity is not body for m in reading.names(low, start, *LABELS, "Person")):
        return []
    part = max(sentence.start, reading.text.rfind("；", sentence.start, start) + 1)
    does = handles(reading, part, start) or enforces(reading, part, start) or _DOES.search(reading.text, part, start)
    if not does or _NOT_ITS_OWN.search(reading.text, part, start) or unread_between(reading, sentence.start, start):
        return []
    return [Owner(body, 0.55, "titled body")]


_NOT_ITS_OWN = re.compile("全[国省市县区镇村]|我[国省市县区]|公司|企业负责人|合作社|投资|[他她]")


def _titled_body(reading: Reading) -> Entity | None:
    """Return the agency or organization that the title begins with, where it names no other."""
    if "owners: titled body" not in reading.memory:
        titled = list(reading.names(0, reading.body_start, *LABELS))
        bodies = {m.entity for m in titled if m.label in ("Agency", "Organization", "Company")}
        first = next((m for m in titled if m.label != "Place"), None)
        opens = first is not None and first.start <= _OPENING and first.label == "Agency" and len(bodies) == 1
        reading.memory["owners: titled body"] = first.entity if opens and first is not None else None
    found: Entity | None = reading.memory["owners: titled body"]
    return found


_OPENING = 8
