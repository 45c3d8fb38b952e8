"""UNDERTAKES: builders that are told apart from their project: 施工单位某公司要抢抓工期, 某公司承建 in a clause of its own."""

from __future__ import annotations

import re

from extractors.reading import Mention, Reading
from extractors.relations.references import bodies

# 施工单位|某公司要…, 施工交给|某公司: the part that a firm has, right before its name
_ROLE = re.compile(
    r"(?:施工|承建|建设|业主|代建|总承包|总包|监理|运营|投资|设计|投资运营|投资建设)(?:单位|方|企业|主体|公司)(?:是|为|系|：|——)?\Z"
    r"|(?:施工|建设|运营|管护)(?:任务|工作|业务)?(?:都|全部|则)?(?:交给了?|交由|委托给?了?|发包给了?)\Z|，(?:施工|设计|建设|运营)由\Z"
    r"|(?<![\u4e00-\u9fff])(?:项目)?(?:业主|法人)(?:是|为|系|：)\Z"
)
# ，某公司|承建，: a clause of its own that tells what the firm does, and nothing about another work
_DOES = re.compile(
    r"(?:公司)?(?:(?:负责|中标|独家|具体|总|EPC|承包|组织|日常|已经?|则){0,2}(?:承建|施工|承包|总承包|代建|投建|投资建设|投资兴建|设计施工|建设运营|建设施工|运营|营运|运营管理|管护|开发|控股|参股|牵头|进场(?:施工|放线))(?:，|；|。|、|（)"
    r"|(?:计划|拟|共|总)?(?:出资|投资)(?:约|达|近)?\d)"
)
# 。|某公司|为施工总承包单位，…担任监理
_IS_ROLE = re.compile(
    r"(?:公司)?(?:为|是|担任|作为)(?:该|此)?(?:项目|工程)?的?(?:(?:施工|承建|建设|业主|代建|(?:施工)?总承包|监理|运营|投资|设计|勘察|投资运营|实施|责任)(?:单位|方|企业|主体)|监理|项目法人|业主)(?=[，。；、])"
)
_OPENS = re.compile(r"[，；。：\n](?:由)?\Z")
# 记者从某集团获悉，|由其承建的|某大桥: the firm that the sentence named before
_ITS = re.compile(
    r"由(?:其|该公司|该集团|该企业|公司|集团)(?:负责|自主|独家|参与)?(?:投资)?(?:建设|承建|施工|投资|打造|实施|承担|运营|援建)的\Z"
)
_FAR = 160
"""How many characters behind its project a clause with the builder may stand."""


def read(reading: Reading) -> None:
    """Add UNDERTAKES for the firms whose part in the one project of the paragraph or article is told."""
    projects = list(reading.names(0, None, "Project"))
    for firm in reading.names(0, None, "Company") if projects else ():
        if _ROLE.search(reading.text, max(0, firm.start - 10), firm.start) or (
            _OPENS.search(reading.text, max(0, firm.start - 2), firm.start) and _IS_ROLE.match(reading.text, firm.end)
        ):
            _fact(reading, firm, _the_project(reading, projects, firm), "undertakes-role", 0.75)
        elif _OPENS.search(reading.text, max(0, firm.start - 2), firm.start) and _DOES.match(reading.text, firm.end):
            _fact(reading, firm, _project_of_sentence(reading, projects, firm), "undertakes-clause", 0.75)
    for project in projects:
        if _ITS.search(reading.text, max(0, project.start - 20), project.start):
            sentence = reading.sentence(project.start)
            firms = [m for m in bodies(reading) if m.label == "Company" and sentence.start <= m.start < project.start]
            if len({id(m.entity) for m in firms}) == 1:
                _fact(reading, firms[-1], project, "undertakes-its", 0.8)


def _fact(reading: Reading, firm: Mention, project: Mention | None, rule: str, confidence: float) -> None:
    if project is None:
        return
    span = (min(firm.start, project.start), max(firm.end, project.end))
    reading.fact("UNDERTAKES", firm.entity, project.entity, span, rule, confidence)


def _the_project(reading: Reading, projects: list[Mention], firm: Mention) -> Mention | None:
    """Return the project whose builder stands here: the only one of the paragraph before it, or of the article."""
    paragraph = reading.text.rfind("\n", 0, firm.start) + 1
    near = [p for p in projects if paragraph <= p.start < firm.start]
    if near:
        return near[-1] if len({id(p.entity) for p in near}) == 1 else None
    return projects[0] if len({id(p.entity) for p in projects}) == 1 and projects[0].start < firm.start else None


def _project_of_sentence(reading: Reading, projects: list[Mention], firm: Mention) -> Mention | None:
    """Return the one project that the sentence tells of before the firm."""
    sentence = reading.sentence(firm.start)
    low = max(sentence.start, firm.start - _FAR, reading.text.rfind("；", 0, firm.start) + 1)
    near = [p for p in projects if low <= p.start < firm.start]
    return near[-1] if len({id(p.entity) for p in near}) == 1 else None
