"""What a number says how much of: the shortest noun phrase beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from extractors.lexicon import HAN
from extractors.phrases import ACT, BREAK, Word, phrase_from, phrase_to, printed, words
from extractors.quantities import Quantity, past_range
from extractors.shares import shared_out

_STOP = re.compile(r"[，。；：！？、‘’（）《》\n]|作(?=了|[^，。；、]{0,4}发言)")
_GROWTH = re.compile(
    r"(?:分别|均|预计|又|也|将|再|大幅){0,20}(?P<verb>增长|增加|微增|微降|略增|略降|下滑|攀升|激增|骤增|锐减|增产|增收|下降|减少|提高|提升|上升|上涨|降低|回落|偏高|偏低|偏多|偏少|高出|加快|放缓|收窄|提速|回升|低|多|少)"
    r"(?:了|约|超过|超|近|达到|达|逾|到){0,20}$"
)
_BASE = re.compile(
    r"(?:同比|环比|年均|[比较](?![例重赛])(?:上年|去年|前年|常年|往年|年初|上月|节前|\d{4}年|“[^，“”]{2,4}”[^，]{0,2}|[^，]{1,6}同期|[^，\d]{2,10}?)末?(?:同期|平均|同日)?)$"
)
_GROWTH_WORDS = 16
"""How many characters before a number may say that it grew."""
_RATES = ("%", "个百分点", "倍")
_FASTER = re.compile(r"(?P<than>(?:快于|高于|低于|好于|慢于|优于|领先|领先于)[^，。；\d]{1,20})$")
_FROM = re.compile(r"(?:由|从)[^由从，]{0,8}$")
_ON_END = re.compile(
    r"(?:已经?|均|也)?连续\d+个?(?:年|月|季度|天)(?:稳定|保持|维持|站稳|位居|稳居|超过?|突破|达到?|高于|低于|在)*$|(?<=[率量额数度])高达$|(?<=占比)(?:已经?|高|约|将|均|分别)*达到?$"
)
_SHARE = re.compile(r"占比[^，。；\d]{0,4}")
_CHANGES = re.compile(
    r"(?:逐年|不断|持续|稳步|大幅|明显)?(?:增长|增加|提高|提升|扩大|下降|减少)$|(?:首次|连续\d+个?[年月]|再次?|屡)(?:迈上|突破|创下?|刷新|站上)[^，。；]{0,24}$"
)
# 是|“十三五”|的1.6倍
_TIMES = re.compile(r"(?:是|为|相当于)(?P<than>[^，。；\d是为]{1,16})的(?:近|约)?$")
_TAIL = frozenset(
    "已 已经 均 都 仅 只 就 也 将 可 能 有望 预计 累计 共计 共有 共 合计 总计 现有 还有 约有 已有 设有 建有 拥有 达到 可达 高达 多达 达 超过 超出 超 突破 约占 约 近 逾 为 设 有 是 在 不低于 不少于 不超过 "
    "接近 保持 稳定 维持 控制 至少 大约 翻 扩展 精简 缩减 压减 大幅 增至 增加 增长 提高 提升 上升 上涨 下降 降低 降至 减少 缩短 压缩 扩大 由 从 到 至 了 过 各 等 的 则 目前 每年 每月 现在 当年 以前 最高 "
    "零下 以上 以下 中 内 里 上 期间 法定 涉及 包括 呢 首次 再次 陆续 先后 全面 分别 最低 最大 最多 占 仅为 还 又 进一步 成为 上 迈上 仅占 仅有 不足 不到 低于 高于 升至 创 创下 实现 发展 最长 最远 每 比 来 之 一共 总共 便 才 竟 每天 每秒 超额 完成 参赛 参展 参会 线下 线上 同比 环比 环比增长".split()
)
_NUMBERED = re.compile(r"(?:第?\d[\d.]*+|[%多余个家名项年月日]|“|”)*+")
# 达产后|年产氢气5000吨, 入社农户|245户: one word
_ONCE = re.compile(
    r"(?:(?:建成|竣工|全面)投产|(?:投产)?达产(?:达效)?|满产|达效)后|入社(?:社员|农户|成员|会员|群众|村民|户)"
)
_LEVELS = frozenset("远期 近期 一期 二期 三期 国家级 省级 市级 县级 省部级 城镇 农村 境外 境内".split())
_REMARKS = ("下同", "人民币", "以下简称", "小时", "分钟", "工作日", "努力")
_SIGNED = ("签订", "签署", "签下")
_PURPOSE = re.compile(r"建设|投资|开展|组织|支持|参与|推进")
_ONE = re.compile(
    r"地市县?(?=[，。；、（）]|$)|村(?![民庄里组镇干集卫医小])|[省县][市县区旗州]*(?=[，。；、（）\d的]|$)"
)
_SIZED = re.compile(r"[^，。；\d]{0,6}\d[\d.]*[百千]?[万亿]?(?:元|千瓦|吨|亩)(?:以上|以下)?的")
# 20个|涉及集成电路、人工智能等领域的|创新联合体
_IN_FIELDS = re.compile(r"(?:涉及|涵盖|覆盖|面向|聚焦)[^，。；\d的]{2,40}?(?:领域|行业|产业|方面)的")
_PART = re.compile(
    r"占(?:到|比)?(?P<whole>[^，。；、占\d到达超突]{2,16}?)的?(?:比重|比例|份额)?(?:已经?|均|也|分别|进一步)*(?:达到?|为|超过?|突破|约|近|在|升至|降至|提高到|提升到|提升至|提高至|保持在|稳定在)*$"
)
_PUSHED = re.compile(r"^(?:推动|带动|拉动|促进|使|让)")
_THIS = re.compile(r"这一?(?:数字|比例|指标|数据|数值|纪录)|包括[^，。；]{0,200}在内的?$")
_AMONG = re.compile(r"其中[^；。\d]*$")
_LEADS = re.compile(
    r"全国|全[省市县区镇村州]|我[市县省区国]|本[市县省区镇村]|该[市县镇村区省州](?![委政])|该(?:公司|项目|企业|工程|站|中心)|其中?|当年|年内|每年|年末|截至|一家|一座|一个|认定|核定|评定|命名|遴选|选取|选定|公布|计划|预计|实现|力争|确保|务必|的|和|与|及|等"
)
_AFTER_LEAD = re.compile(
    r"(?:人民币)?(?:以上|以下|左右|以内|之内)?(?:的|各类|各级|各种|来自全国各地的|全国各地的|来自|最不?|较|大(?=项目|工程|产业|领域|行动|板块|类|片区|体系|平台|基地)|级)*"
)
_NO_THING = re.compile(
    r"扩展|精简|缩减|压减|大幅|增至|增加|增长|提高|提升|上升|下降|降(?![雨水])|减(?!排)|缩|压缩|扩大|翻|变|左右|不等|之多|以上|以下|几乎|就(?!业|医|学|诊|读)|才(?!能|艺)|还|不(?!同|良|动产)|相比|[，。；：、）]"
)
_LONGEST = 24
# 认定甲公司等63家|企业为示范企业: what they are from now on
_MAKES = re.compile(r"认定|确定|命名|评定|授予|评选")
_MADE = re.compile(rf"[{HAN}、（）]{{1,10}}?为(?:\d{{4}}年度?)?(?P<what>[{HAN}“”]{{4,{_LONGEST}}}?)(?=[，。；（])")
_ATTRIBUTE = re.compile(
    r"(?:面积|长|高|宽|深|投资|能力|额|量|占地|值|时速|规模|距|距离|率|期|限|费|资金|收入|温|价格?|海拔|里程)[^，。；]{0,4}$"
)
_NUMBER = re.compile(r"\d(?!00强|[A-Za-z])|[万千百十][余多]")
_TOTAL = re.compile("总?(?:投资|面积|产值|金额|额|收入|装机|里程|长度)")
_PEOPLE = {"人": "人数", "名": "人数", "位": "人数", "人次": "人次", "户": "户数"}
_OPENING = re.compile(r"(?:其中|共|约|近|超|超过|有|已有|目前|还有|的|这里的|每年|今年|如今|现有)*")
_LIST = re.compile(r"(?:[、和与及至到—\-~，的再约近超]|以及|超过|[\u4e00-\u9fff]{2}[到至为]|[降增升]至){0,12}")
_WORD = re.compile(r"[\u4e00-\u9fffA-Za-z]{2}")
_FARTHEST = 60
"""How many characters before the number the words may begin."""
_AHEAD = 22
"""How many characters after the number its thing is looked for in."""


class Named(NamedTuple):
    """What is measured: the whole name, and without growth or comparison what grew."""

    name: str
    stem: str


class Place(NamedTuple):
    """Where a number stands: its sentence's start, the end of the number before, and what was measured so far there."""

    sentence: int
    floor: int
    so_far: Sequence[Named]


def measured(
    text: str, quantity: Quantity, place: Place, cuts: Mapping[int, int], names: Sequence[tuple[int, int]]
) -> Named:
    """Return what a quantity measures, empty when no words tell.

    `cuts` are stretches (start to end) of dates and of the owner's name, dropped where they lead; `names` are
    stretches that are one word each.
    """
    floor = max(place.floor, quantity.start - _FARTHEST)
    start = _after_last(_STOP, text, floor, quantity.start)
    previous = place.so_far[-1] if place.so_far else Named("", "")
    share = shared_out(text, place.sentence, quantity, [named.stem for named in place.so_far], cuts)
    low, high = (share.start, share.stop) if share else (start, quantity.start)
    growth = _GROWTH.search(text, max(low, high - _GROWTH_WORDS), high)
    base = _BASE.search(text, low, growth.start()) if growth else None
    grown = f"{base[0] if base else ''}{growth['verb']}" if growth else ""
    if share:
        return Named(share.name + (share.base if growth and not base else "") + grown, share.name)
    if growth and (base or quantity.base_unit.startswith(_RATES)):
        stop = base.start() if base else growth.start()
        stem = _noun(text, start, stop, cuts, names) or previous.stem or _earlier(text, floor, start, cuts)
        return Named(stem + grown, stem)
    faster = _FASTER.search(text, start, quantity.start) if quantity.base_unit.startswith(_RATES) else None
    if faster:
        return Named(f"{previous.stem}{faster['than']}", previous.stem)
    part = _PART.search(text, start, quantity.start) if quantity.base_unit == "%" else None
    if part:
        stem = _PUSHED.sub("", _noun(text, start, part.start(), cuts, names)) or previous.stem
        name = f"{stem}占{part['whole']}比重"
        return Named(name, name)
    times = _TIMES.search(text, start, quantity.start) if quantity.base_unit == "倍" else None
    if times:
        stem = _noun(text, start, times.start(), cuts, names) or previous.stem
        return Named(f"{stem}与{times['than']}之比" if stem else "", stem)
    name = _level(text, quantity, floor, start, previous, cuts, names, place.sentence)
    level = previous.stem and name.endswith(previous.stem) and name[: -len(previous.stem)] in _LEVELS
    return Named(name, previous.stem if level else name)


def _level(
    text: str,
    quantity: Quantity,
    floor: int,
    start: int,
    previous: Named,
    cuts: Mapping[int, int],
    names: Sequence[tuple[int, int]],
    place_start: int,
) -> str:
    if quantity.base_unit == "口" and text.startswith("人", quantity.end):
        return "人口"
    of = text.startswith("的", quantity.end)
    sized = of and _ATTRIBUTE.search(text, start, quantity.start) is not None  # 总投资10亿|的某某项目
    counts = not sized and (quantity.counts or (quantity.base_unit == "%" and of))
    described = of and not sized
    served = _served(text, quantity, floor) if counts else ""
    if served:
        return served
    ahead, verb = _thing(text, quantity.end, names) if counts or described else ("", None)
    outcome = quantity.base_unit in _PEOPLE and ahead in _OUTCOMES
    if ahead and not outcome:
        made = _MADE.match(text, quantity.end) if _MAKES.search(text, floor, quantity.start) else None
        return made["what"] if made else ahead
    run, acts = _before(text, start, quantity.start, cuts, names)
    before = printed(text, run)
    if before and quantity.base_unit == "%" and _SHARE.fullmatch(text, run[-1].end, quantity.start):
        before += "占比"
    if not _WORD.search(before) or _THIS.search(text, start, quantity.start):
        before = ""
    if outcome:
        if before and run[0].role == ACT and _NEARBY.fullmatch(before[len(run[0].text) :]):
            return run[0].text + ahead  # 带动周边|200余人|就业
        return _cropped(before) if before else f"{ahead}{_PEOPLE[quantity.base_unit]}"
    if before and not acts:
        return _cropped(before + previous.stem if before in _LEVELS else before)
    if not (counts or described):
        ahead, verb = _thing(text, quantity.end, names)
    if ahead and acts and run and not _PURPOSE.match(ahead):
        return run[-1].text + ahead
    if ahead and _OPENING.fullmatch(text, start, quantity.start):
        return ahead
    people = _PEOPLE.get(quantity.base_unit) if counts else None
    if verb and people:
        return verb.text + people
    if before:
        return f"{run[-1].text}{people}" if people else _cropped(before)
    if (
        people and previous.name and floor == quantity.start and text.endswith(previous.name, 0, floor)
    ):  # 惠及3个村民小组|560余人
        reached = _FOR_SO_MANY.findall(text, place_start, quantity.start)
        return (reached[-1] if reached else "") + people
    among = _AMONG.search(text, floor, quantity.start)
    if previous.name and (among or _listed(text, floor, quantity.start)):
        return previous.name
    return ahead or people or _earlier(text, floor, start, cuts) or previous.stem


# 带动茶农1.5万户|增收: what became of them, not who they are
_OUTCOMES = frozenset("增收 就业 脱贫 致富 受益".split())
_NEARBY = re.compile("(?:当地|周边|附近|本地|周围)*")
_FOR = re.compile(r"(?:为|给|向|帮助|带动|惠及|服务)(?:周边|附近|当地|辖区|近|超|约)*\Z")
_WHOM = re.compile(
    r"(?:余|多)?(?:周边|附近|当地|辖区|贫困|脱贫|留守|孤寡|困难|老年)*(?:村民|群众|居民|农户|老人|儿童|学生|师生|职工|工人|患者|市民|游客|党员|干部|社员|农民|牧民|果农|茶农|菜农)(?!们?的|代表|家庭|[、和与及])"
)


def _served(text: str, quantity: Quantity, floor: int) -> str:
    """Return whom something was done for: 为160名|村民|测量血压; empty where the words do not say so."""
    if quantity.base_unit not in _PEOPLE or not _FOR.search(text, max(floor, quantity.start - 8), quantity.start):
        return ""
    whom = _WHOM.match(text, quantity.end)
    return whom[0].lstrip("余多") if whom is not None else ""


def _listed(text: str, floor: int, start: int) -> bool:
    """Tell whether nothing but list marks stands between the number before and this one."""
    return bool(_LIST.fullmatch(text, floor, start))


def _after_last(marks: re.Pattern[str], text: str, start: int, stop: int) -> int:
    for mark in marks.finditer(text, start, stop):
        start = mark.end()
    return start


def _trimmed(found: list[Word], cuts: Mapping[int, int], names: Sequence[tuple[int, int]]) -> list[Word]:
    """Return the words without those that lead on to the number and without dates and owners that lead in."""
    stop, named = len(found), {start for start, _ in names}
    while stop:
        word = found[stop - 1]
        if word.start in named and stop > 1 and found[stop - 2].text in ("在", "于"):
            stop -= 2
        elif word.text in ("内", "里") and word.start not in named:
            return []  # 流转村内|535亩耕地: where, not what
        elif word.start not in named and (word.text in _TAIL or word.role == BREAK or word.start in cuts):
            stop -= 1
        else:
            break
    first = max((at + 1 for at in range(stop) if found[at].start in cuts), default=0)
    return found[first:stop]


def _before(
    text: str, start: int, stop: int, cuts: Mapping[int, int], names: Sequence[tuple[int, int]]
) -> tuple[list[Word], bool]:
    """Return the words that lead on to the number and name something, and whether they end in a verb."""
    base = _ON_END.search(text, start + 2, stop) or _FROM.search(text, start + 2, stop)
    stop = base.start() if base else stop
    inside = sorted({*names, *cuts.items(), *(m.span() for m in _ONCE.finditer(text, start, stop))})
    found = _trimmed(words(text, start, stop, [n for n in inside if start <= n[0] and n[1] <= stop]), cuts, names)
    run, acts = phrase_to(found)
    signed = max((at for at, word in enumerate(run[:-1]) if word.text in _SIGNED), default=-1)
    run = run[signed + 1 :]  # 与甲公司签订|总投资
    while run and (_LEADS.fullmatch(run[0].text) or _NUMBERED.fullmatch(run[0].text)):
        run = run[1:]
    if len(run) > 1 and text.endswith("在", 0, run[0].start) and run[-1].text == "投资":
        run = run[-1:]  # 在|某县某镇|投资3亿元
    return run, acts


_SHOWN = re.compile(rf"[{HAN}]{{0,8}}?(?:数据|统计|监测)(?:显示|表明)")
"""What tells of the figure and is no part of its name."""


def _noun(text: str, start: int, stop: int, cuts: Mapping[int, int], names: Sequence[tuple[int, int]] = ()) -> str:
    run, _ = _before(text, start, stop, cuts, names)
    name = _SHOWN.sub("", printed(text, run))
    return _cropped(name) if _WORD.search(name) else ""


def _cropped(name: str) -> str:
    return name[-_LONGEST:]


def _thing(text: str, start: int, names: Iterable[tuple[int, int]] = ()) -> tuple[str, Word | None]:
    """Return the noun phrase behind a number, and the verb behind or instead of it."""
    if text.startswith("人口", start - 1):
        return "人口", None
    start = past_range(text, start)
    lead = _SIZED.match(text, start) or _IN_FIELDS.match(text, start) or _AFTER_LEAD.match(text, start)
    start = lead.end() if lead else start
    if _NO_THING.match(text, start) and text[start - 1] != "的":
        return "", None
    mark = _STOP.search(text, start, start + _AHEAD)
    stop = mark.start() if mark else min(len(text), start + _AHEAD)
    digit = _NUMBER.search(text, start, stop)
    stop = digit.start() if digit else stop
    one = _ONE.match(text, start)
    if one:
        return one[0], None
    run, verb = phrase_from(words(text, start, stop, [n for n in names if start <= n[0] and n[1] <= stop]))
    if verb is None and not run:
        first = words(text, start, min(stop, start + 8))[:1]
        verb = first[0] if first and first[0].role == ACT else None
    while run and run[-1].text in _TAIL:
        run = run[:-1]
    if digit and len(run) > 1 and run[-1].end == stop and _TOTAL.fullmatch(run[-1].text):
        run = run[:-1]  # 21个项目|总投资48亿元
    name = _GATHERED.sub("", printed(text, run))
    if name.endswith("正") and _BUSY.match(text, run[-1].end):
        name = name[:-1]  # 30多名|采茶工|正忙着
    return (name if _WORD.search(name) else ""), verb


_GATHERED = re.compile("(?:齐聚|云集|汇聚|欢聚|相聚)[^，。]{0,12}$")
_BUSY = re.compile("忙|在|紧张|加紧|抓紧|有序|全力|围")
_FOR_SO_MANY = re.compile("惠及|覆盖|涉及|带动")


def _earlier(text: str, floor: int, stop: int, cuts: Mapping[int, int]) -> str:
    """Return the noun of the nearest clause before, for `面积逐年增长，从5亩增至9亩`."""
    while stop > floor:
        start = _after_last(_STOP, text, floor, stop - 1)
        end = stop - 1 if _STOP.match(text, stop - 1) else stop
        changes = _CHANGES.search(text, start, end)
        name = _noun(text, start, changes.start() if changes else end, cuts)
        if name and name not in _REMARKS:
            return name
        stop = start
    return ""
