"""Works told by their site: what is visited as a 建设现场, and what a report or approval is about (关于某某项目的汇报)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.lexicon import HAN, alternatives
from extractors.names.tokens import is_common, segment
from extractors.names.vocabulary import FUNCTION, VERB
from extractors.names.wordlists import word_list
from extractors.reading import Reading

_CHAR = rf"(?:(?![的了着在将与及等从被把由是])[{HAN}A-Za-z0-9·（）+—-]|“[^“”]{{1,12}}”)"
_ENDS = alternatives(
    [
        *word_list("project_works"),
        *word_list("project_facilities"),
        *word_list("project_things"),
        *word_list("project_list_ends"),
        "廊道",
        "生态廊道",
        "旧址",
        "老街",
        "街区",
        "社区",
        "小区",
        "书房",
        "花海",
        "港湾",
        "游园",
        "绿地",
        "商贸城",
        "会展城",
        "体育场",
        "航道",
        "管道",
        "堤防",
        "机场",
    ]
)
_END = re.compile(rf"(?:{_ENDS}|(?:{_ENDS})[一二三四]期)\Z")
_SITE = r"(?:(?:建设|施工)(?:现场|工地)|(?<=工程)现场|(?<=项目)现场)"
# 先后来到|甲小镇、乙廊道、丙中心|建设现场
_SEEN = re.compile(
    rf"(?:来到|走进|深入|前往|赶赴|抵达|[察查]看|督导|检查|视察|参观|观摩|调研|走访|先后到|分别到|[，在]到|记者在|，在|^在|\n在|。在)了?(?P<row>{_CHAR}{{4,24}}(?:(?:、|和(?![平谐睦])|以及){_CHAR}{{3,24}}){{0,6}}?)(?={_SITE})"
)
_JOINS = re.compile(r"、|以及|(?<=[园程目场司厂线间区地学院馆店社村道心路街桥站校城])和")
_PLACED = re.compile(
    rf"(?P<place>(?:(?![的了在与和及镇乡])[{HAN}]){{1,8}}?(?:[镇乡县]|街道|(?<!农)村|工业园区|产业园区|开发区))(?={_CHAR}{{4}})"
)
# 听取了|关于|某某码头复建项目|的介绍
_ABOUT = re.compile(
    rf"关于(?P<name>(?!加强|推进|进一步|做好|加快|同意|印发|开展|实施|审批|支持|申请|[省市县区]){_CHAR}{{5,28}}?(?:项目|工程))(?=的(?:情况)?(?:介绍|汇报|说明|报告|批复|推介|讲解))"
)
_LEAST = 4
"""How many characters such a name has at least."""
_GENERAL = re.compile(
    r"老旧小区|黑臭水体|棚户区|城中村|危旧?房|厕所|高标准农田|雨污分流|人居环境|基础设施|重[点大]|民生|\d|[一两三四五六七八九十多几]个|部分|有关|相关|各|该|本|其|新建|在建|(?:项目|工程)(?:项目|工程)|情况"
)


def spans(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Yield where such works are named, with the rule that tells."""
    text = reading.text
    for m in _SEEN.finditer(text) if "现场" in text or "工地" in text else ():
        at = m.start("row")
        for part in _JOINS.split(m["row"]):
            start = text.index(part, at) if part else at
            at = start + len(part)
            placed = _PLACED.match(part)
            begin = start + (placed.end() if placed is not None and reading.hits.at(start) is not None else 0)
            if _is_work(reading, begin, at):
                yield begin, at, "project-site"
    for m in _ABOUT.finditer(text) if "关于" in text else ():
        if _is_work(reading, *m.span("name")):
            yield *m.span("name"), "project-about"


def _is_work(reading: Reading, start: int, end: int) -> bool:
    name = reading.text[start:end]
    if len(name) < _LEAST or not _END.search(name) or _GENERAL.search(name) or not reading.free(start, end):
        return False
    words = segment(name)
    return not is_common(words) and words[0].kind not in (VERB, FUNCTION)
