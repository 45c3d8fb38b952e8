"""Bodies of villages and communities: 某镇某村|党支部, 某村|村委会, 某某社区|居委会, and 村党支部 or 该村党支部 of the village that was named before."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractors.lexicon import HAN
from extractors.names.organs import organ_key
from extractors.reading import Reading

_BRANCH = re.compile(
    r"(?:(?<=村)(?:党(?:支部|总支部|总支)|村委会|村民委员会)|(?<=社区)(?:党(?:支部|总支部|总支|委)|居委会|居民委员会)|(?<=村)(?:妇联|团支部)|(?<=社区)(?:妇联|团支部|团委))"
    r"(?!部?书记|副书记|第一书记|委员|成员|班子|书记|换届)"
)
_BEFORE = re.compile(
    rf"(?:(?<=[，。；：、“” \n镇乡道县区市据由与在到同及对为任让请令是])|^)(?![该本全各我每两村据由与在到同及对让请令]|会议由|[大会]?会由|身为|作为|担任|现任|当选|邀请|会同|联合|组织|走访)(?:(?!当选|当村|当社|[跟又给让的])[{HAN}]){{2,5}}?(?:村|社区)$"
)
# 到某县某村，|村党支部书记
_IN = re.compile(
    rf"(?:[在到进]|来到|走进|深入)(?:[{HAN}]{{2,20}}[县区市镇乡])?(?P<name>(?![该本全各我每两])[{HAN}]{{2,5}}(?:村|社区))，(?:[^，。；]{{2,12}}，)?$"
)
_OF_TOWN = re.compile(
    rf"(?:[^城农本该全各]镇|乡|街道)(?P<name>(?![该本全各我每两多级个])[{HAN}]{{2,5}}?村)(?![民级镇庄里干集])"
)
_ALONE = re.compile(r"(?:[，。；：“”\n该为任选跟]|^)村$")
_COMMUNITY_ALONE = re.compile(r"(?:[，。；：“”\n该由]|^)社区$")
_COMMUNITY = re.compile(rf"(?:镇|乡|街道)(?P<name>(?![该本全各我每两多级个])[{HAN}]{{2,5}}?社区)")
# 柳湾社区的居民…，|社区党委书记
_COMMUNITY_NEAR = re.compile(
    rf"(?:(?<![{HAN}])|(?<=[在到镇乡道]))(?P<name>(?![该本全各我每两多级个城])(?:(?![镇乡街和与的])[{HAN}]){{2,4}}社区)(?=的|居民|，)"
)
"""办事处和社区|居委会: none that has a name."""
_REACH = 160


class Village(NamedTuple):
    """A village's name, and where it begins if it is printed right before; None where it was named earlier."""

    name: str
    start: int | None


def village_before(reading: Reading, stop: int) -> Village | None:
    """Return the village whose name ends here, or that a bare 村 ending here stands for; None where the text has none."""
    text = reading.text
    found = _BEFORE.search(text, max(0, stop - 8), stop)
    if found is not None:
        begin = max([found.start(), *(h.end for h in reading.hits if found.start() < h.end < found.end() - 1)])
        return Village(text[begin:stop], begin)
    if _COMMUNITY_ALONE.search(text, max(0, stop - 3), stop):
        near = [*_COMMUNITY_NEAR.finditer(text, text.rfind("\n", 0, stop) + 1, stop - 2)]
        if near:
            return Village(near[-1]["name"], None)
        named = {m["name"] for m in _COMMUNITY.finditer(text, 0, stop - 2)}
        return Village(named.pop(), None) if len(named) == 1 else None
    if text[stop - 1] != "村":
        return None
    earlier = _IN.search(text, max(0, stop - 30), stop - 1)
    if earlier is None and _ALONE.search(text, max(0, stop - 2), stop):
        earlier = next(reversed(list(_OF_TOWN.finditer(text, max(0, stop - _REACH), stop - 1))), None)
        told = {} if earlier else {m["name"]: m for m in _OF_TOWN.finditer(text, 0, stop - 1)}
        earlier = next(iter(told.values())) if len(told) == 1 else earlier
    return Village(earlier["name"], None) if earlier else None


def village_ahead(reading: Reading, stop: int) -> Village | None:
    """Return the village or community in which the clause before says to be: 在某镇某村，|党总支书记."""
    earlier = _IN.search(reading.text, max(0, stop - 30), stop)
    return Village(earlier["name"], None) if earlier is not None else None


_SOME = re.compile("(?:[处各]|..[和与及或])(?:村|社区)$")  # 街道办事处和|社区居民委员会


def read(reading: Reading) -> None:
    """Add the branches that are named without who leads them; the village itself is left to the reader of places."""
    if "村" not in reading.text and "社区" not in reading.text:
        return
    for m in _BRANCH.finditer(reading.text):
        village = village_before(reading, m.start())
        if village is None or _SOME.search(village.name):
            continue
        name = (village.name.removesuffix("村") if m[0] == "村委会" else village.name) + m[0]
        branch = reading.entity("Agency", name, key=organ_key(name))
        if village.start is not None:
            reading.alias(branch, reading.text[village.start : m.end()])
        reading.claim(branch, m.start(), m.end(), "agency-village-branch", 0.8)
