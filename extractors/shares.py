"""Which of several values after 分别 belongs to which of the things named before it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from extractors.names.vocabulary import PROPER, vocabulary
from extractors.phrases import BREAK, JOINS, NOMINAL, OF, Word, printed, words
from extractors.quantities import Quantity

_RESPECTIVELY = "分别"
_END = re.compile(r"[，。；：\n]")
_VALUE = re.compile(r"\d[\d.,]*")
_COMPARED = re.compile(r"(?:同比|环比|年均|[比较](?:上年|去年|前年|上月|上季度)(?:同期)?)$")
_PART = re.compile(r"占[^，。；\d]{2,16}?(?:比重|比例|份额)$")
_HEAD = re.compile(
    r"(?:总量控制指标|控制指标|固定资产投资|增加值|进出口总?额?|贸易额|(?:零售|销售|交易|成交)额|[出进]口[量额]?|投资额?|产量|销量|产值|面积|价格|收入|占比|比重|案件|人数|数量|总额|增速|里程|指数|客流量|比例|余额)$"
)
_LEADS = re.compile(r"全[国省市县区]|我[国省市县区]|其中")
_PAIRS = {"产销": ("产量", "销量"), "进出口": ("进口", "出口"), "存贷款": ("存款", "贷款")}
_FARTHEST = 90


class Share(NamedTuple):
    """The name of one value, the words of comparison before 分别 (同比), and from where to where a verb follows it."""

    name: str
    base: str
    start: int
    stop: int


def shared_out(
    text: str, sentence: int, quantity: Quantity, stems: Sequence[str], cuts: Mapping[int, int]
) -> Share | None:
    """Return what a value in a list after 分别 is of; None where there is no 分别 or the numbers do not agree.

    The names stand before 分别 as a list, or are those of as many numbers before it (`stems`, the values of this list
    read so far included). `cuts` are stretches (start to end) of dates and of the owner's name, which are no part of it.
    """
    low = max(sentence, quantity.start - _FARTHEST)
    at = text.rfind(_RESPECTIVELY, low, quantity.start)
    if at < 0 or _END.search(text, at, quantity.start):
        return None
    end = _END.search(text, at)
    stop = end.start() if end else len(text)
    values = [value.start() for value in _VALUE.finditer(text, at, stop)]
    if quantity.start not in values or len(values) < 2:
        return None
    turn, after = values.index(quantity.start), at + len(_RESPECTIVELY)
    compared = _COMPARED.search(text, low, at)
    base = compared[0] if compared else ""
    start = low
    for mark in _END.finditer(text, low, at):
        start = mark.end()
    part = _PART.search(text, start, at)
    listed = part.start() if part else compared.start() if compared else at
    items = _items(text, start, listed, cuts)
    # 汽车及零配件、船舶: one of two items joins two words
    names = _agreed(items, len(values)) or _agreed(_items(text, start, listed, cuts, joins="、"), len(values))
    if not items and len(stems) >= len(values) + turn:
        names = list(stems[len(stems) - turn - len(values) :][: len(values)])
    whole = part[0] if part else ""
    return Share(names[turn] + whole, base, after, values[0]) if names else None


def _items(text: str, start: int, stop: int, cuts: Mapping[int, int], joins: str = "") -> list[str]:
    """Return the members of the list that ends a stretch, in order; `joins` is the one mark between them, if given."""
    found = words(text, start, stop, sorted(cut for cut in cuts.items() if start <= cut[0] and cut[1] <= stop))
    while found and found[-1].role == BREAK:
        found.pop()
    items: list[list[Word]] = [[]]
    for word in reversed(found):
        if word.start in cuts or _LEADS.fullmatch(word.text):
            break
        if word.role == JOINS and word.text == (joins or word.text):
            items.append([])
        elif (
            word.role in (NOMINAL, JOINS)
            or (word.role == OF and items[-1])
            or ((len(items) == 1 or not items[-1]) and word.role != BREAK)
        ):
            items[-1].append(word)
        else:
            break
    return [printed(text, item[::-1]) for item in reversed(items) if item]


def _agreed(items: list[str], number: int) -> list[str]:
    """Return one name a value: the members of the list, each with the head that the last one bears for all."""
    if len(items) == 1 and number == 2:
        for pair, two in _PAIRS.items():
            if items[0].endswith(pair):
                return [items[0].removesuffix(pair) + each for each in two]
    if len(items) != number:
        return []
    last = items[-1]
    head = _HEAD.search(last)
    tail = head[0] if head else ""
    first = items[0]
    for size in range(len(last) - 2, 1, -1):
        known = vocabulary().get(last[:size])
        if known and known[0] == PROPER and (vocabulary().get(first) or ("",))[0] == PROPER:
            tail = last[size:]
            break
    if first[-1] != last[-1] and first[-1] in last[:-1] and not tail:
        tail = last[last.index(first[-1]) + 1 :]
    bare = [item for item in items[:-1] if not _HEAD.search(item)]
    return [item + tail if item in bare else item for item in items[:-1]] + [last]


__all__ = ["Share", "shared_out"]
