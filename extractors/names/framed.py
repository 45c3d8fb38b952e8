"""Projects that their frame tells: 就某项目达成协议, 一、某项目。建设单位…, 总投资3亿元的某产业园正加紧施工.

What stands around such a name says where it begins and that it is a project, whatever its own words would make of it.
They are read behind the firms, whose names may begin them, and before the parks, schools and hospitals inside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.lexicon import HAN, alternatives
from extractors.names import clause_works, platforms, project_lists
from extractors.names.tokens import segment
from extractors.names.vocabulary import VERB
from extractors.names.wordlists import word_list
from extractors.names.work_edges import works
from extractors.reading import Reading

_FORM = rf"(?:(?![的了])[{HAN}A-Za-z0-9·+\-]|“[^“”]{{1,16}}”|（[^（），。；]{{1,12}}）)"
_PLANT = alternatives(word_list("project_facilities"))
# 就|某度假区项目|达成投资协议
_ABOUT = re.compile(
    rf"就(?P<name>(?![该此本各其]|相关|有关|[一两几多]个|推进|加快|如何|进一步){_FORM}{{4,34}}?项目)"
    r"(?=的?(?:投资|合作|建设|落地|推进|开发|相关|有关|具体|前期){0,3}(?:事[宜项]|工作|问题)?"
    r"(?:达成|签订|签署|签约|正式签|成功签|进行|开展|展开|举行|深入|洽谈|对接|交换|交流|协商|磋商))"
)
# 二、某某项目。, 3.某某工程：
_HEADING = re.compile(
    rf"(?:(?<=[\n。；：])|^)(?:[一二三四五六七八九十]{{1,3}}、|（[一二三四五六七八九十\d]{{1,3}}）|\d{{1,2}}[.．、] ?)"
    rf"(?P<name>(?!关于|全[省市县区]|重[点大]){_FORM}{{5,40}}?(?:(?:项目|工程)(?=[。：\n；])"
    rf"|(?:项目|工程|{_PLANT})(?:[一二三]期|（[一二三]期）)?(?=，(?:建设|总投资|项目|位于|由|业主|责任|施工))))"
)
_AT_WORK = "加紧|加快|顺利|正式|破土|开工|建成|投产|落户|签约|进展|主体|竣工|全面|启动|奠基"
"""What is said of works that go on."""
# 总投资3亿元的|某材料产业园|正加紧施工
_COSTING = re.compile(
    rf"{project_lists.SUM}的(?P<name>(?!\d){_FORM}{{3,36}}?(?:{_PLANT}|保税仓|低温仓|立体仓|[一二三]期))"
    rf"(?=[，。；]|(?:也|已|正|将|在|于|[上下本]月|\d{{1,2}}月|日前|近日|[昨今][天日]|目前|刚|首批|名列|{_AT_WORK}))"
)
# 某公司|投资12亿元的|某材料项目|、; 由某公司|投资建设的|某项目; 某公司|投资开发|某古镇项目; 总投资15亿元的|某县某旅游集散中心项目|由…
_INVESTED = re.compile(
    rf"(?:(?P<sum>{project_lists.SUM}(?:建设|兴建|新建|打造)?的)"
    r"|投资(?:建设|兴建|新建|打造)?的|(?:投资|联合)?(?:开发|建设|兴建|新建|打造|承建|实施|运营)(?:了|的)?)"
    rf"(?P<name>(?![\d两三四五六七八九十几多]|重[点大]|新|一批|全部|部分|[该此本]|相关|有关){_FORM}{{2,40}}?(?:项目|工程))"
    rf"(?=[，。；、]|和|与|及|等|由|位于|坐落|占地|涉及|规划|也|已|正|将|在|于|计划|预计|总投资|{_AT_WORK}|建设现场|现场)"
)
_OWN = 4
"""How many characters a project's name must have behind its place."""
_PLANS = re.compile("(?:计划|拟|协议|预计|总|将|已|正在){1,4}\\Z")


def read(reading: Reading) -> None:
    """Add the projects that stand in such frames."""
    for start, end, rule in works(reading, _spans(reading)):
        if reading.free(start, end):
            entity = reading.entity("Project", reading.text[start:end])
            hit = reading.hits.at(start)
            if hit is not None and hit.start == start:
                entity.seat = entity.seat or hit.division
            reading.claim(entity, start, end, rule, 0.8)


def _spans(reading: Reading) -> Iterator[tuple[int, int, str]]:
    text = reading.text
    for pattern, rule in ((_ABOUT, "project-about"), (_HEADING, "project-heading"), (_COSTING, "project-costing")):
        for m in pattern.finditer(text):
            first = segment(m["name"])[:1]
            if rule == "project-heading" and any(word.kind == VERB for word in first):
                continue  # 一、加快推进某某项目: what is to be done
            yield from project_lists.own_words(reading, *m.span("name"), rule)
    for m in _INVESTED.finditer(text):
        plans = _PLANS.search(text, max(0, m.start() - 8), m.start())
        if reading.name_ending_at(plans.start() if plans is not None else m.start(), "Company") is not None:
            yield *m.span("name"), "project-invested"
            continue
        place = reading.hits.at(m.start("name")) if m["sum"] else None
        if place is not None and m.end("name") - place.end - len("项目") >= _OWN:
            yield from project_lists.own_words(reading, *m.span("name"), "project-placed")
    yield from clause_works.spans(reading)
    yield from platforms.of_country(reading)
