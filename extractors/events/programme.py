"""Campaigns from inside: what a notice lists as their programme, and the squads that one sends out."""

from __future__ import annotations

import re

from extractors.events.conveners import hosting
from extractors.events.meeting import events_of
from extractors.events.occasion import add_event, dated
from extractors.events.venues import places_at, places_held_at
from extractors.lexicon import HAN
from extractors.reading import Reading
from extractors.text import Span

_ITEM = re.compile(
    rf"^[ 　]{{0,4}}(?:（[一二三四五六七八九十]{{1,3}}）|\d{{1,2}}[.、．]|[①②③④⑤⑥⑦⑧⑨])[ 　]{{0,4}}(?P<name>(?:[{HAN}·]|“[^“”\n]{{2,20}}”){{2,24}}?(?:仪式|典礼|开幕式|闭幕式|大赛|比赛|竞赛|展览?|展演|演出|汇演|晚会|讲座|论坛|讲坛|沙龙|活动|行动|下乡|进校园|进社区|集市|市集|巡讲|宣讲|义诊))(?:[。：]|（[^（）\n]*）[。：]?)(?P<told>[^\n]+)",
    re.MULTILINE,
)
_TAKES_PLACE = re.compile("举行|举办|主办|承办|牵头")


def read(reading: Reading) -> None:
    """Add the items of a programme with who is to carry them out, and who leads the squads of a campaign to where."""
    _items(reading)
    _squads(reading)


def _items(reading: Reading) -> None:
    """（二）“书香”诵读大赛。决赛在某馆举行，由某局主办: two or more such lines, each an event of its own."""
    items = [m for m in _ITEM.finditer(reading.text, reading.body_start) if _TAKES_PLACE.search(m["told"])]
    for m in items if len(items) > 1 else ():
        known = events_of(reading).overlapping(*m.span("name"))
        event = known or add_event(reading, m["name"], *m.span("name"), "other", "activity-item", 0.7)
        told = Span(m.start("told"), m.start("told") + len(m["told"].partition("。")[0]))
        dated(reading, event, *told)
        for role, body in hosting(reading, *told):
            reading.fact(role, body.entity, event, m.span(), "item-hosts", 0.75)
        for place in places_held_at(reading, told):
            reading.fact("HELD_IN", event, place, m.span(), "item-place", 0.75)


_SQUAD = re.compile(
    rf"(?:由[^，。；\n]{{2,30}}?(?:带队|率队|带领)|带着[^，。；\n]{{2,14}}?(?:干警|民警|队员|人员)|带队)，?(?:兵分[{HAN}]路，?)?(?:直奔|奔赴|赶赴|赶往|赶到|前往|来到|深入)(?P<where>[^，。；\n]{{2,24}})"
)
_CALLS_OUT = ("行动", "整治", "执法", "清查", "巡查", "检查")


def _squads(reading: Reading) -> None:
    """第一组由局长甲带队，直奔某镇: the leaders and places of the campaign that was named before, which is no visit."""
    for m in _SQUAD.finditer(reading.text, reading.body_start):
        event = events_of(reading).held_before(m.start(), "Activity", ahead=False)
        if event is None or event.properties.get("kind") != "other" or not event.name.endswith(_CALLS_OUT):
            continue
        clause = max(reading.text.rfind(mark, 0, m.start()) for mark in "，。；\n") + 1
        for leader in reading.names(clause, m.start("where"), "Person"):
            reading.fact("LED", leader.entity, event, (clause, m.end()), "squad-leader", 0.8)
        for place in places_at(reading, *m.span("where")):
            reading.fact("HELD_IN", event, place, (clause, m.end()), "squad-place", 0.75)
