"""Villages and communities that stand alone once, told by the words around: 位于|石桥头村，, ，柳坳村|已完成改造."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.lexicon import HAN
from extractors.names.listed_villages import is_generic_village
from extractors.names.personname import looks_like_name
from extractors.names.tokens import is_own
from extractors.reading import Reading
from extractors.text import Span

_STEM = rf"(?:(?![的了在与和及到至有是将对为把被从由各全每本该我两多几这那等、]|行政|自然|贫困|示范|美丽|重点|空心|多个|老旧)[{HAN}])"
# 项目位于|石桥头村, 他家住|柳坳社区; what leads to the name of a place
_LED = re.compile(
    rf"(?:位于|坐落[于在]|落户|落地|所在的|隔壁的|邻近的|家住|选址|来自|途经|地处|派驻到?|驻守|挂点|联系点|帮扶的)(?P<name>{_STEM}{{2,4}}?(?:村|社区))(?=[，。、；的]|内|里，|党|居委|为例|总投资|由|占地|\d)"
)
# ，柳坳村|已完成…, 其中，石头坳村的|田砚秋…: at the beginning of a clause, where the words before 村 are no others
_OPENS = re.compile(
    rf"(?:(?<=[，。；：“\n])|(?<=其中))(?P<name>{_STEM}{{2,3}}村)(?=已|有\d|共\d|现|全村|村民|村支书|村主任|的(?P<who>[{HAN}]{{3}})|\d+[户亩名个]|户均|人均|依托|通过|去年|今年|位于|地处|曾|还|率先)"
)
# 在铜岭村|干了11年护林员
_STAYED = re.compile(
    rf"[在到](?P<name>{_STEM}{{2,3}}村)(?=(?:干|住|待|工作|生活|驻村|当)了?[\d一二三四五六七八九十几多半])"
)


def alone(reading: Reading) -> Iterator[Span]:
    """Yield where they stand."""
    text = reading.text
    if "村" not in text and "社区" not in text:
        return
    for pattern in (_LED, _OPENS, _STAYED):
        for m in pattern.finditer(text):
            name = m["name"]
            stem = name.removesuffix("社区").removesuffix("村")
            if is_generic_village(name) or not is_own(stem) or reading.hits.at(m.start("name")) is not None:
                continue
            if pattern is _OPENS and m["who"] and not looks_like_name(m["who"]):
                continue
            yield Span(*m.span("name"))
