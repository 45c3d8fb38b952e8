"""How much of what, whose and when: every number with a unit that says so."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, field

from extractors.dates import DateMention, find_dates
from extractors.gazetteer import countries
from extractors.measured import Named, Place, measured
from extractors.neighbours import counts_list
from extractors.owner_people import of_him
from extractors.owner_rest import of_article_place, of_only_works, of_titled_body
from extractors.owners import owners
from extractors.quantities import Quantity, find_quantities
from extractors.reading import Entity, Reading
from extractors.served import Owner
from extractors.subjects import remember_clauses
from extractors.text import Span

_DIGIT = re.compile(r"\d")
_TIME_UNIT = re.compile(r"个?多?小时|个?工作日|分钟|秒|天|个多?月|年|周")
_TIME_NAMED = re.compile(
    r"(?:提前|落后|超前|推迟|滞后|延误|追回来?)(?:了|计划|工期|原计划|整整)*$|(?:时间|车程|用时|耗时)(?:将|则|可)?(?:由|从)(?:原来的?|原先的?|过去的?|以前的?)?$|[由从](?:原来的?|过去的?)?\d+(?:小时|天|分钟|个工作日|个月)(?:左右)?(?:压缩?|缩短?|减少?|降低?|提速)(?:到|至|为)$|(?:(?<!为)期|期限|时间|时限|工期|用时|耗时|缩短|压缩|延长)(?:由|从|为|是|到|至|了|约|仅|仅需|共|的|法定的)*$"
)
_NOT_BEFORE = re.compile(
    r"(?:每\d+[^，。]{1,6}就?有|前|每(?:降低|升高|提高|增加|减少|上升|下降|超过?|满|购买|消费|新增|前进|行驶)?|第|这|连续|连|过去|未来|今后|\d[点时]|电话：?|\d{3,4}[-—])$"
)
_DIVISION = re.compile(r"个?(?:省|自治区|直辖市|地级?市|市|县|区|州|盟|旗|地|乡镇|镇|国家?)(?![级内])")
_COUNTED_LIST = re.compile(r"等(?:这|全国|共)?$")
_TOWNSHIPS = re.compile(r"个(?:乡镇|镇街|街道|行政村|村|社区)")
_ALL_PROVINCES = re.compile(r"3[12]个?省|\d+地市")
_RACE = re.compile(
    r"(?:板|台(?!阶|式|套)|自由泳|[蝶仰蛙]泳|混合泳|接力|跨?栏|赛跑|[短长]跑|中长跑|决赛|预赛|个人|双人|团体|气?手枪|气?步枪|跳台|跳板|速度滑冰|障碍|级|以[上下]级|马拉松|竞走|比赛|赛跑|冠军|金牌)"
)
_RACE_BEFORE = re.compile(r"(?:男子|女子|男女|混合|短道速滑|速度滑冰|皮划艇|赛艇)$")
_OCCASION = re.compile("(?:重大|重点|产业|工业|民生){0,2}项目集中(?:开工|签约|竣工|投产)(?:动员)?(?:仪式|活动|大会)")
_VOLTS = ("千伏", "伏", "KV", "kV", "KW", "kW")
_LINES = re.compile(
    r"(?:及以[上下]|高压|特高压|架空|电缆|输电|配电|低压|农网|公网|[\u4e00-\u9fff]{0,8}?)(?:线路?(?![性上])|变电站|输变电|变压器|电缆|主变|母线|电网|工程|项目|开关|间隔|支线|干线)"
)
_FIGURE = re.compile(r"(?<![\d.])\d[\d.]*+\Z")
_CODE = re.compile(r"0\d.*|\d{11}.*")
_SLOGAN_UNITS = frozenset("个项条类种部")
_SLOGAN = re.compile(
    r"重?大?方面|(?:重点)?工作(?![\u4e00-\u9fff])|维度|环节|原则|要求|[^，。；]{0,6}(?:措施|举措|意见|任务)|[^，。；]{0,2}部门|坚持|必须|确保|统筹(?!地?区)|代表(?!团|队)|意识|自信|一|不|专章|部分|“(?![^“”]{2,10}”[^，。、“”]{0,4}(?:国家|企业|城市|县|村|镇|社区|家庭|品牌|平台|基地|试点|项目|园区))"
)
# 印发意见，提出|21条重点举措: what a document lays down
_LAYS_DOWN = re.compile("(?:提出|推出|出台|发布|印发|制定|明确|细化)了?(?:共|近|约)?\\Z")


def _laid_down(text: str, quantity: Quantity) -> bool:
    """Tell whether a document's or government's measures are counted by the item, in figures."""
    return (
        quantity.unit == "条"
        and text[quantity.start].isdigit()
        and _LAYS_DOWN.search(text, max(0, quantity.start - 5), quantity.start) is not None
    )


_DEGREES = re.compile(r"(?:[南北]纬|[东西]经)(?:\d[\d.]*度?(?:至|到|-|—))?$")
_QUALIFIER = re.compile(r"(?:人民币)?(?:以上|以下)的?(?=[^，。；、：）！？\n都均])")
_QUOTED_NAME = re.compile(r"[^“”，。；]{0,20}”")
_COMPARED = re.compile(r"[比较与同]$")
_FROM = re.compile(r"[从由](?:原来的?|最初的?)?$")
# 从上月的6.5%|上升至: the day of the first of two figures is not that of the second
_CHANGED = re.compile(r"(?<!起，)(?:升|涨|增|扩|提|降|跌|回落|减|缩|下滑)[^，。；\d]{0,4}?[至到]")
_AS_SAID = re.compile(r"(?:首批|上述|前述|这)$")
_GREW = re.compile(
    r"[，、]?(?:同比|环比|分别|年均|[与较比](?:上[届年月季]|去年|前年|往年|上年)[^，。；\d]{0,6})(?:累计|实际|净|均|再|又|也|就|相比|大幅|小幅)*(?:增长|增加|微增|微降|略增|略降|提高|提升|上升|上涨|下降|减少|降低|回升|回落|下滑|扩大)(?:了|约|超过?|近|达)*"
)
_ON = re.compile(
    r"[^，。；：\d]{0,8}[，、](?:并|还|先后|共|已|又|新)*(?:引进|购置|添置|建成|建起|新建|种植|养殖|流转|安置|吸纳|带动|培育|发放|赠送|出动|打掉|捣毁|抓获|查获|缴获|追回|投入|投资|利税|税收|生产|出栏|存栏|设(?:有|置)?床位|床位|设座位|可容纳|藏书)[^，。；：\d]{0,10}"
)
# 发放读本200本，|宣传页|3000份
_ALSO = re.compile(r"[，、](?!其中|全[国省市县区]|同比|平均|人均|占|比)[\u4e00-\u9fff“”《》]{2,14}")
_PIECES = frozenset("份 册 本 条 张 块 套 件 幅 只 床 箱 袋 面 台 人次".split())
# 接受咨询300人次，为|180名群众测量血压: at the same event
_SERVED = re.compile(
    r"[^，。；\d]{0,8}，(?:先后|现场|共|还|并|免费)*(?:为|给|向|帮助|劝导|登记|走访|检查|服务|实现|达成|签订|成交|销售|吸引|带动)[^，。；\d]{0,8}"
)
_LOCAL = ("referred", "this")
_FROM_AFAR = ("subject", "carried", "main", "title")
"""How a number's owner was found: by a word of its own clause, or by the sentence and those before."""
_PART = re.compile("[；：。“”]|其中")
_SOME_OF_IT = re.compile("[^，。；\\d]{0,16}，其中[^，。；\\d]{0,6}")
_RATE = re.compile("兑|对人民币|约?合|折合|等于")
_BEGAN = re.compile("(?:正式)?(?:成立|创立|创办|创建|组建|注册|建厂|建校|建院|始建|建立)")
_BEGAN_IN = re.compile("(?:成立|创立|创办|创建|组建|注册|始建|建|立)于\\Z")
_NOW = re.compile(r"目前|如今|现在|现已|现有|现拥有")
_NOWHERE = Span(-1, -1)
# 由某公司|投资2亿元: who, not what
_PUTS_IN = re.compile("(?:计划|已|共|累计|先后|再|又)*(?:投资|出资|捐资|筹资|捐赠|捐款|援助|投入)")
_CUTS = 90
"""How far before a number its owner's name and dates are kept out of what is measured."""
# 附件：1.…目录（31项）: the titles of what is attached
_ANNEX = re.compile(r"附件：(?:<BR>)?1[.．、]")
_CLAUSE = re.compile(r"[，；：。\n]")


# |某村修了3.1公里, |县财政补300元: of others than the number before
_OTHERS = re.compile(
    "公司|企业|工程|项目|办事处|街道|财政|政府|银行|基地|大户|专家|代表|[村镇乡县市局厂社](?![级外值场民内])|其中[\u4e00-\u9fff]{2,4}\\Z|[他她它]|从[^，]{0,8}\\Z|每[个户人亩]|[药果菜粮茶渔牧林]农|据|全国"
)
# how long or high one thing is
_NATION = ("中国", "全国")
_OF_A_THING = frozenset("米 厘米 层".split())


def _of_its_size(quantity: Quantity, found: list[Owner]) -> list[Owner]:
    """Return the owners without a country where the number is of a thing's size: a brush of 21厘米 is not 中国's."""
    if quantity.base_unit not in _OF_A_THING:
        return found
    return [owner for owner in found if owner.entity.name not in countries() and owner.entity.name not in _NATION]


def read(reading: Reading) -> None:
    """Add the measurements of the article, and HAS_MEASUREMENT from whose they are.

    A figure of the title that the body gives again is one measurement with it.
    """
    if not _DIGIT.search(reading.text):
        return
    quantities = find_quantities(reading.text)
    if not quantities:
        return
    work = _Work(reading, find_dates(reading.text, 0, len(reading.text), reading.article.date))
    remember_clauses(reading)
    wanted = [q for q in quantities if work.says_how_much(q)]
    title = [q for q in wanted if q.start < reading.body_start]
    for quantity in wanted[len(title) :]:
        work.add(quantity)
    work.span = _NOWHERE
    for quantity in title:
        again = work.known[quantity.number, quantity.base_unit]
        if not again and not quantity.base_unit:  # 超5万人|次 of the body said in short: 超5万游客
            again = next((k for (number, _), k in work.known.items() if number == quantity.number and k), [])
        if again:
            reading.mention(again[0].entity, quantity.start, quantity.end, "measurement: title", 0.8)
        else:
            work.add(quantity)


@dataclass(frozen=True, slots=True)
class _Known:
    """A measurement that was added, and what a second mention of it must share."""

    entity: Entity
    owners: tuple[Entity, ...]
    date: str | None


@dataclass(slots=True)
class _Work:
    """The article being read: its dates, what is known, and how far the sentence at hand has been read."""

    reading: Reading
    dates: list[DateMention]
    known: defaultdict[tuple[float, str], list[_Known]] = field(default_factory=lambda: defaultdict(list))
    span: Span = field(default_factory=lambda: _NOWHERE)
    last: int = -1
    so_far: list[Named] = field(default_factory=list)
    names: list[tuple[int, int]] = field(default_factory=list)
    owned: list[Owner] = field(default_factory=list)
    dated: str | None = None
    """The date of the number before, for a sentence that only goes into it: 其中，出口…."""

    def says_how_much(self, quantity: Quantity) -> bool:
        """Tell whether the number is no part of a date, a name or a slogan, and no ordinal or threshold."""
        text, start, end = self.reading.text, quantity.start, quantity.end
        at = bisect_right(self.dates, start, key=lambda mention: mention.start) - 1
        if at >= 0 and self.dates[at].end > start:
            return False
        if quantity.base_unit in _VOLTS and _LINES.match(text, end):
            return False  # 10千伏|线路3公里
        if quantity.unit == "P" and "算力" not in text[slice(*self.reading.sentence(start))]:
            return False  # 彗星311P
        if text.endswith(("一行", "一行共"), 0, start):
            return False  # 某某一行|10人
        if quantity.number == 1 and "元" in quantity.base_unit and _RATE.match(text, end):
            return False  # 1美元|兑150日元: what a rate is told for
        if quantity.unit in ("组", "队") and text.endswith(("社区", "村", "大队", "中队", "支队"), 0, start):
            return False  # 某某社区|4组: a place; 作业一大队|107队: a crew
        if self.reading.name_at(start) or _ANNEX.search(text, self.reading.sentence(start).start, start):
            return False
        if _CODE.fullmatch(text, start, end) or (quantity.unit == "分" and text[max(0, start - 2) : start] == "小时"):
            return False
        before = text[max(0, start - 10) : start]
        if (
            _NOT_BEFORE.search(before)
            or before.endswith(("约合", "折合", "约合人民币", "一式", "名单（", "目录（", "清单（"))
            or _DEGREES.search(before)
            or (before.endswith("“") and _QUOTED_NAME.match(text, end))
        ):
            return False
        if self._division(quantity) or (
            quantity.base_unit in ("米", "公里", "公斤") and (_RACE.match(text, end) or _RACE_BEFORE.search(before))
        ):
            return False
        if _TIME_UNIT.fullmatch(quantity.unit) and not _TIME_NAMED.search(before):
            return False
        if text.startswith(("半小时", "半月"), end):
            return False  # 4个|半小时
        if _OCCASION.match(text, end):
            return False  # 21个|重点项目集中开工仪式
        if quantity.unit in _SLOGAN_UNITS and _SLOGAN.match(text, end) and not _laid_down(text, quantity):
            return False
        return quantity.base_unit in ("%", "倍") or not _QUALIFIER.match(text, end)

    def _division(self, quantity: Quantity) -> bool:
        """Tell whether the number only counts the divisions listed before it, or all provinces."""
        text, start = self.reading.text, quantity.start
        unit = quantity.end - len(quantity.unit)
        if _ALL_PROVINCES.match(text, start):
            return True
        if quantity.unit == "个" and _TOWNSHIPS.match(text, unit) and counts_list(self.reading, start):
            return True
        if quantity.unit not in ("省", "地", "国", "个省", "家省") or not _DIVISION.match(text, unit):
            return False
        listed = _COUNTED_LIST.search(text, max(0, start - 4), start)
        return bool(listed) or counts_list(self.reading, start)

    def add(self, quantity: Quantity) -> None:
        """Add a number; given again for the same thing, owner and date it is a second mention."""
        reading = self.reading
        if quantity.start >= self.span.end:
            before, self.span = self.span, reading.sentence(quantity.start)
            self.last, self.so_far, self.owned = -1, [], []
            if not (reading.text.startswith("其中", self.span.start) and before.end == self.span.start):
                self.dated = None
            self.names = [(m.start, m.end) for m in reading.names(*self.span)]
        found = (
            self._grown(quantity)
            or self._served(quantity)
            or self._still(quantity, _of_its_size(quantity, owners(reading, quantity.start, quantity.end)))
            or self._goes_on(quantity)
            or self._as_before(quantity)
            or of_him(reading, self.span, quantity.start)
            or of_only_works(reading, self.span, quantity.start)
            or of_titled_body(reading, self.span, quantity.start)
            or of_article_place(reading, self.span, quantity.start, quantity.end)
        )
        whose = tuple(owner.entity for owner in found)
        floor = max(self.span.start, self.last)
        place = Place(self.span.start, floor, self.so_far)
        cuts = self._cuts(max(self.span.start, quantity.start - _CUTS), quantity.start, whose)
        named = measured(reading.text, quantity, place, cuts, self.names)
        name = self._behind_person(self._with_volts(named.name, quantity.start), floor, quantity.start) or "数量"
        date = self._date(quantity.start) or (self.dated if self._among() else None)
        self.dated = date
        thing = reading.text.find(name, quantity.end, quantity.end + len(name) + 4)
        self.owned = found
        self.last = max(quantity.end, thing + len(name) if thing >= 0 else 0)
        self.so_far.append(named)
        alike = self.known[quantity.number, quantity.base_unit]
        for at, known in enumerate(alike):
            if not self._again(known, whose, date, name, floor, quantity.start):
                continue
            reading.mention(known.entity, quantity.start, quantity.end, "measurement: again", 0.8)
            if found and not known.owners:
                alike[at] = _Known(known.entity, whose, known.date)
                self._own(found, known.entity, floor, quantity)
            return
        entity = reading.entity(
            "Measurement",
            name,
            key="|".join((name, quantity.value, quantity.unit, date or "", *(owner.name for owner in whose))),
            value=quantity.value,
            unit=quantity.unit,
            date=date,
            number=quantity.number,
            base_unit=quantity.base_unit or None,
        )
        reading.mention(entity, quantity.start, quantity.end, "measurement", 0.85)
        alike.append(_Known(entity, whose, date))
        if found:
            self._own(found, entity, floor, quantity)

    def _with_volts(self, name: str, stop: int) -> str:
        """Return 10千伏线路 for 千伏线路, whose figure is part of its name."""
        at = self.reading.text.rfind(name, 0, stop) if name.startswith("千伏") else -1
        figure = _FIGURE.search(self.reading.text, max(0, at - 6), at) if at > 0 else None
        return figure[0] + name if figure is not None else name

    def _behind_person(self, name: str, floor: int, stop: int) -> str:
        """Return a name without the person that it begins with: 主任某某及|干部职工."""
        at = self.reading.text.rfind(name, floor, stop) if name else -1
        persons = list(self.reading.names(at, at + len(name), "Person")) if at >= 0 else []
        rest = self.reading.text[persons[-1].end : at + len(name)] if persons else ""
        if persons and persons[0].start == at and persons[-1].end == at + len(name):
            return "人数"  # 聘任田砚秋、贺云松|2人
        if persons and persons[0].start == at and rest.startswith(("承包", "流转", "种植", "养殖", "经营")):
            return rest  # 田砚秋|承包茶山
        return rest[1:] if rest.startswith(("、", "及", "和", "与", "等")) and len(rest) > 2 else name

    def _grown(self, quantity: Quantity) -> list[Owner]:
        """Return whose the number before is, where this one only tells how it grew: 12万人，|比上届增长|3%."""
        if self.last < self.span.start or not self.owned or quantity.base_unit not in ("%", "个百分点", "倍"):
            return []
        grown = _GREW.fullmatch(self.reading.text, self.last, quantity.start)
        return self.owned if grown else []

    def _served(self, quantity: Quantity) -> list[Owner]:
        """Return the event whose the number before is, where the next clause tells of more people served there."""
        if self.last < self.span.start or not self.owned or self.owned[0].entity.label not in ("Activity", "Meeting"):
            return []
        return (
            []
            if self._named_since(quantity) or not _SERVED.fullmatch(self.reading.text, self.last, quantity.start)
            else self.owned
        )

    def _still(self, quantity: Quantity, found: list[Owner]) -> list[Owner]:
        """Return whose the number before is, where its clause spoke of 公司, 该村 and nothing new is named up to this one."""
        before = self.owned if self.last >= self.span.start else []
        if not before and self._of_it(quantity):
            return [owner for owner in found if owner.rule not in _FROM_AFAR]
        if not before or before[0].rule not in _LOCAL or (found and found[0].rule not in _FROM_AFAR):
            return found
        return (
            found
            if self._named_since(quantity) or _PART.search(self.reading.text, self.last, quantity.start)
            else before
        )

    def _of_it(self, quantity: Quantity) -> bool:
        """Tell whether the number counts some of those that the one before counted: 6个项目开工，|其中|3个投产."""
        since = self.last >= self.span.start and not self._named_since(quantity)
        return since and _SOME_OF_IT.fullmatch(self.reading.text, self.last, quantity.start) is not None

    def _named_since(self, quantity: Quantity) -> bool:
        """Tell whether a name stands between the number before and this one."""
        return any(self.last <= start < quantity.start for start, _ in self.names)

    def _goes_on(self, quantity: Quantity) -> list[Owner]:
        """Return whose the number before is, where the next clause goes on about the same: 投入3万元，|引进了|7台设备."""
        if self.last < self.span.start or not self.owned:
            return []
        between = self.reading.text[self.last : quantity.start]
        alike = quantity.base_unit in _PIECES and _ALSO.fullmatch(between)
        return self.owned if not self._named_since(quantity) and (alike or _ON.fullmatch(between)) else []

    def _as_before(self, quantity: Quantity) -> list[Owner]:
        """Return whose the number before is, where no rule found an owner and nothing is named between the two."""
        if self.last < self.span.start or len(self.owned) != 1 or self._named_since(quantity):
            return []
        if _OTHERS.search(self.reading.text, self.last, quantity.start):
            return []
        return [Owner(owner.entity, 0.55, "as before") for owner in self.owned]

    def _again(
        self, known: _Known, whose: tuple[Entity, ...], date: str | None, name: str, floor: int, start: int
    ) -> bool:
        """Tell whether a number that is known is said again: of the same owner, date and thing, as far as said."""
        if (known.owners and whose and known.owners != whose) or (known.date and date and known.date != date):
            return False
        alike = name in known.entity.name or known.entity.name in name
        again = _FROM.search(self.reading.text, floor, start) or _AS_SAID.search(self.reading.text, floor, start)
        return alike or (known.owners == whose and again is not None)

    def _own(self, found: list[Owner], entity: Entity, floor: int, quantity: Quantity) -> None:
        reading = self.reading
        # 1-2个试点: what the first number counts stands behind the second
        floor = min(floor, quantity.start)
        clause = max((m.end() for m in _CLAUSE.finditer(reading.text, floor, quantity.start)), default=floor)
        for whose, confidence, rule in found:
            reading.fact("HAS_MEASUREMENT", whose, entity, (clause, quantity.end), f"owner: {rule}", confidence)

    def _cuts(self, start: int, stop: int, whose: tuple[Entity, ...]) -> dict[int, int]:
        """Return start and end of the dates and of the owner's names before the number."""
        cuts = {m.start: m.end for m in self._dates_between(start, stop)}
        cuts.update(
            (m.start, m.end)
            for m in self.reading.names(start, stop)
            if m.entity in whose or _PUTS_IN.match(self.reading.text, m.end)
        )
        return cuts

    def _dates_between(self, start: int, stop: int) -> list[DateMention]:
        first = bisect_left(self.dates, start, key=lambda mention: mention.start)
        return self.dates[first : bisect_left(self.dates, stop, key=lambda mention: mention.start)]

    def _founded(self, day: DateMention, position: int) -> bool:
        """Tell whether the day is when a body began, told in a clause before: 2012年|成立，…拥有专利|26项."""
        text = self.reading.text
        began = _BEGAN.match(text, day.end) or _BEGAN_IN.search(text, max(0, day.start - 6), day.start)
        return began is not None and text.find("，", day.end, position) >= 0

    def _since(self, day: DateMention, position: int) -> bool:
        """Tell whether the day is only when the counting began: 自|10月7日|新一轮冲突以来."""
        text = self.reading.text
        return day.kind == "day" and text.startswith("自", day.start - 1) and text.find("以来", day.end, position) >= 0

    def _among(self) -> bool:
        """Tell whether the sentence is of parts of what the one before counted, without a day of its own."""
        return self.reading.text.startswith("其中", self.span.start) and not self._dates_between(*self.span)

    def _date(self, position: int) -> str | None:
        """Return the nearest date before the number in its sentence; what a figure is compared with is none."""
        text = self.reading.text
        mentions = self._dates_between(self.span.start, position)
        for at, mention in reversed(list(enumerate(mentions))):
            compared = _COMPARED.search(text, max(0, mention.start - 1), mention.start) or (
                _FROM.search(text, max(0, mention.start - 4), mention.start)
                and _CHANGED.search(text, mention.end, position)
            )
            cover = self.reading.name_at(mention.start)
            if cover is not None and cover.label == "Policy":
                continue  # 按照《…计划（2016-2020年）》，对30家企业…
            if mention.value and not compared and not text.startswith("同期", mention.end):
                if (
                    _NOW.search(text, mention.end, position)
                    or self._since(mention, position)
                    or self._founded(mention, position)
                ):
                    return None
                if text.startswith("全年", mention.start) and at and mentions[at - 1].value:
                    return mentions[at - 1].value[:4]
                return mention.value
        return None
