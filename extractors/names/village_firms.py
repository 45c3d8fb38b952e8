"""Small firms and farms printed behind their village: 某镇某村|某某竹编厂, 某社区的|某某服饰公司, 某村|某某家庭农场."""

from __future__ import annotations

import re

from extractors.lexicon import HAN, alternatives
from extractors.names.bounds import INSIDE
from extractors.names.tokens import SINGLE, segment
from extractors.names.vocabulary import ADJECTIVE, FUNCTION, NOUN, PROPER, VERB
from extractors.reading import Reading

_FIRMS = "公司 厂 农庄 山庄 酒坊 茶坊 油坊 豆腐坊 工坊 养殖场 采摘园 生态园 民宿 农家乐".split()
_FARMS = "家庭农场 专业合作社 合作社".split()
_NAME = re.compile(
    rf"(?:(?<=镇)|(?<=乡)|(?<=街道)|(?<=[，。；、\n在]))(?P<village>(?!(?:该|本|各|全|我|每|某|一|两|几|农|山|乡|新农|城市|中心)[{HAN}]?[村社])(?:(?![的了与和及将从])[{HAN}]){{2,4}}?(?:村|社区))的?"
    rf"(?P<name>(?P<core>(?:(?![的了在与和及、等将从被由把有是])[{HAN}]){{2,7}}?)(?P<head>{alternatives([*_FIRMS, *_FARMS])}))(?![{HAN}]?[房长区史]|主|联|房|生产线)"
)


def read(reading: Reading) -> None:
    """Add them, those with a name of their own: unknown characters begin it, and no verb of doing stands in it."""
    for m in _NAME.finditer(reading.text) if "村" in reading.text or "社区" in reading.text else ():
        words = segment(m["core"])
        acts = any(w.kind == FUNCTION or (w.kind == VERB and m["core"][w.start : w.end] not in INSIDE) for w in words)
        own = words[0].kind in (SINGLE, PROPER) or (
            words[0].kind in (NOUN, ADJECTIVE) and len(words) > 1 and words[1].kind == SINGLE
        )
        if acts or not own or m["name"].endswith(("有限公司", "责任公司", "加工厂房")):
            continue
        label = "Organization" if m["head"] in _FARMS else "Company"
        entity = reading.entity(label, m["name"])
        reading.claim(entity, *m.span("name"), "company-of-village", 0.75)
