"""The gazetteer's names in one article, each resolved to one division by the home and the places around."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from extractors.gazetteer import Division, Hit, countries, load_gazetteer, regions
from extractors.home import Home
from extractors.names.vocabulary import plain

_DAYS = tuple("当今昨明每前后整春夏秋冬")


@dataclass(frozen=True, slots=True)
class PlaceHit:
    """The words from `start` to `end` read as a division; `full` is False for a short form."""

    start: int
    end: int
    name: str
    full: bool
    division: Division


@dataclass(slots=True)
class Hits:
    """All place hits of a text in order, none overlapping."""

    found: list[PlaceHit]
    _starts: list[int]
    _by_end: dict[int, PlaceHit]

    @classmethod
    def of(cls, text: str, home: Home) -> Hits:
        """Find and resolve. Short forms that are ordinary words count only where home or text vouch for them."""
        gazetteer = load_gazetteer()
        raw = gazetteer.find(text)
        context = _context(raw, home)
        spelled = {d.code for hit in raw if hit.full for d in hit.candidates}
        placed = {
            hit.name
            for before, hit in pairwise(raw)
            if (_inside(before, hit) and ((hit.full and not hit.risky) or not plain(hit.name)))
            or _beside(text, before, hit)
        }
        found: list[PlaceHit] = []
        for before, hit in zip([None, *raw], raw, strict=False):
            near = context
            if before is not None and before.end == hit.start:
                inside = [d for d in hit.candidates if any(d.code.startswith(o.code) for o in before.candidates)]
                if len(inside) == 1:
                    near = {*context, inside[0].code}
            division = gazetteer.resolve(hit.name, near)
            if division is None and len(hit.candidates) == 1 and hit.full:
                division = hit.candidates[0]
            sure = division is not None and hit.name in placed
            if not hit.full and _of_other_words(text, hit):
                continue
            if division is None or not (sure or _vouched(hit, division, home, spelled, before, context, text)):
                continue
            if hit.name[0] == "天" and text[hit.start - 1 : hit.start] in _DAYS and division.code not in home.codes:
                continue  # 当天|全县, 今天|镇里
            if found and found[-1].end > hit.start:
                continue
            if not hit.full and hit.name in _MOUNTAINS and division.code not in (*home.codes, *spelled):
                continue
            joins = hit.name[0] == "和" and (not hit.full or hit.name == "和县") and division.code not in home.codes
            if joins and (before is None or before.end != hit.start) and _JOINING.search(text, 0, hit.start):
                continue  # 副市长某某和|县四大班子, 专家和|田某某
            if before is not None and not hit.full and _of_another(text, before, hit, division):
                continue
            if before is not None and not hit.full and _of_village(text, before, hit):
                continue
            if not hit.full and text.startswith(division.name, hit.start):
                # 汾阳市|北沟村, where 市北 is a place, too: the full name of the first goes before the second
                end = hit.start + len(division.name)
                found.append(PlaceHit(hit.start, end, division.name, True, division))
                continue
            found.append(PlaceHit(hit.start, hit.end, hit.name, hit.full, division))
        return cls(found, [h.start for h in found], {h.end: h for h in found})

    def __iter__(self) -> Iterator[PlaceHit]:
        """Yield the hits in order."""
        return iter(self.found)

    def drop(self, start: int, end: int) -> None:
        """Forget the hits that overlap a stretch which turned out to be something else: 崔|朝阳 is no city."""
        kept = [h for h in self.found if h.end <= start or h.start >= end]
        if len(kept) < len(self.found):
            self.found, self._starts = kept, [h.start for h in kept]
            self._by_end = {h.end: h for h in kept}

    def ending_at(self, position: int) -> PlaceHit | None:
        """Return the hit that ends exactly here."""
        return self._by_end.get(position)

    def at(self, position: int) -> PlaceHit | None:
        """Return the hit that covers this position."""
        index = bisect_right(self._starts, position) - 1
        if index >= 0 and self.found[index].end > position:
            return self.found[index]
        return None

    def chain_start(self, hit: PlaceHit) -> int:
        """Return where the run of adjacent hits that leads down to this one begins: 交城县|夏家营镇 → 交城县's start."""
        start, inner = hit.start, hit.division.code
        while (before := self.ending_at(start)) is not None and inner.startswith(before.division.code):
            start, inner = before.start, before.division.code
        return start


_ONLY_AS = {"西湖": "区", "古城": "区", "振兴": "区", "公安": "县"}
"""Short forms that mean the division only with its level behind: 丽江|古城, 辽宁|振兴|发展, 湖北|公安|交管部门."""


def _of_other_words(text: str, hit: Hit) -> bool:
    """Tell whether the characters of a short form belong to other words: 南海|东北部, 北京|时间, 拱北|海关, 露天|水果, 柳湾中|卫生院."""
    first = text[hit.start - 1 : hit.start + 1] if hit.start else ""
    last = text[hit.end - 1 : hit.end + 1]
    return (
        first in _SEAS
        or (text[hit.end - 1] in "山河" and first[:1] in "大小清")  # 大|洪山, 清|凉山, 大|清河
        or text[max(0, hit.start - 1) : hit.end + 1] in regions()  # 雄|安新|区
        or text.startswith("时间", hit.end)
        or not text.startswith(_ONLY_AS.get(hit.name, ""), hit.end)
        or (hit.name == "邻水" and text.startswith(("而", "的", "平台", "栈道"), hit.end))
        or (hit.name == "巴中" and "四川" not in text)  # 深化|巴中|关系
        or (hit.name == "代县" and text.startswith("长", hit.end))
        or (hit.name == "文山" and text.startswith("会海", hit.end))
        or text.startswith("周口店", hit.start)
        or (hit.name == "合肥" and first[:1] in "复混结综")  # 复|合肥
        or (first in countries() and not plain(text[max(0, hit.start - 2) : hit.start]))  # 越|南宁|平, but 跨越|南通
        or last == "海关"
        or text.startswith(("黑水", "之滨"), hit.end)
        or bool(_RUNS_ON.match(text, hit.end - 1))
        or (plain(first) and plain(last))
    )


def _beside(text: str, before: Hit, hit: Hit) -> bool:
    """深圳与中山两地: a city of a name that means other things, joined to another city of its province."""
    return (
        hit.risky
        and not before.risky
        and text[before.end : hit.start] in ("与", "和", "、")
        and len(before.candidates) == 1
        and before.candidates[0].level == "prefecture"
        and any(d.level == "prefecture" and d.code[:2] == before.candidates[0].code[:2] for d in hit.candidates)
    )


_PARK = re.compile("国家(?:级)?(?:森林|湿地|地质|矿山)?公园")


def _of_another(text: str, before: Hit, hit: Hit, division: Division) -> bool:
    """上海|东平国家森林公园, 青屏区|新北环桥: a short form behind another province before a park, or behind another county."""
    if before.end != hit.start or any(division.code.startswith(o.code) for o in before.candidates):
        return False
    counties = before.full and {division.level, *(o.level for o in before.candidates)} == {"county"}
    return counties or _PARK.match(text, hit.end) is not None


_REST_OF_VILLAGE = re.compile(r"[\u4e00-\u9fff]{0,2}(?:村|社区|垸)(?![委民级镇庄])")


def _of_village(text: str, before: Hit, hit: Hit) -> bool:
    """德清县|钱塘村, 夏家营镇|西安丰村: a village behind its county or town begins with the name of a city."""
    behind = before.end == hit.start and before.full and not _inside(before, hit)
    return behind and _REST_OF_VILLAGE.match(text, hit.end) is not None


def _inside(before: Hit, hit: Hit) -> bool:
    """Tell whether a hit stands right behind another that it may lie in: 河南|新县."""
    return before.end == hit.start and any(
        d.code.startswith(o.code) and d.code != o.code for d in hit.candidates for o in before.candidates
    )


def _context(raw: list[Hit], home: Home) -> set[str]:
    """Return the codes of home and of the places that need no resolving: full names of one division, provinces, cities."""
    sure = {
        hit.candidates[0].code
        for hit in raw
        if len(hit.candidates) == 1
        and not hit.risky
        and (hit.full or hit.candidates[0].level in ("province", "prefecture"))
    }
    return sure | set(home.codes)


_JOINING = re.compile(r"(?![在于赴到从由自往抵])[\u4e00-\u9fff”）]\Z")
_SEAS = ("南海", "东海", "黄海", "渤海", "北海", "公海", "领海", "沿海")
# the mountain more often than the district
_MOUNTAINS = ("天山", "泰山", "恒山", "庐山", "千山", "香山", "梅山", "蒙山")
# 柳湾中|卫生院, where 中卫 is a city; 漠河|北极村
_RUNS_ON = re.compile(r"北极村|卫生(?:院|室|所|健|服务|监督|局|防疫|系统|事业|城|镇|县|村)")
_ITS_ORGAN = re.compile(r"县(?:委|政府|人民政府|长|人大|政协|公安局)|人民(?:政府|法院|检察院)|公安局")
_OVERSEAS = ("71", "81", "82")
_VERBS = ("会同", "和平", "大同")


def _vouched(
    hit: Hit, division: Division, home: Home, spelled: set[str], before: Hit | None, context: set[str], text: str
) -> bool:
    """Tell whether home, the text around or the name itself says that the place is meant.

    Provinces and prefectures go by themselves; a county in short form, a county of two characters and a town need
    their province, prefecture or county named, or the home to lie there.
    """
    if (
        before is not None
        and before.end == hit.start
        and any(division.code.startswith(d.code) for d in before.candidates)
    ):
        return True
    if division.code in home.codes or (not hit.full and division.code in spelled):
        return True
    if hit.risky and not hit.full:
        return False
    if hit.full and len(hit.name) == 2 and _ITS_ORGAN.match(text, hit.end):
        return True  # 南县|县委
    if division.code.startswith(_OVERSEAS) and division.level != "province":
        return any(code.startswith(division.code[:2]) for code in context)
    if division.level in ("province", "prefecture") and not (hit.risky and hit.full):
        return True
    if division.level == "county" and hit.full and len(hit.name) > 2 and not hit.risky and hit.name[:2] not in _VERBS:
        return True
    alone = division.level == "town" and hit.full and len(hit.name) > 5 and len(hit.candidates) == 1
    if alone and load_gazetteer().named(hit.name[:2]):
        return True  # 北京经济技术开发区
    at_home = home.division
    if (
        division.level == "town"
        and hit.full
        and not hit.risky
        and at_home is not None
        and at_home.level == "prefecture"
    ):
        # in the paper of a prefecture, the only town of this name that lies there
        return sum(d.code.startswith(at_home.code) for d in hit.candidates) == 1
    around = {code for code in context if not code.startswith(division.code) or len(code) > len(division.code)}
    near = division.code[:2] if division.level == "county" else division.code[:6]
    return any(code.startswith(near) or (division.level == "county" and code == near) for code in around)
