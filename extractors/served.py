"""Owners, and the place that stands in for an agency which does nothing itself."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractors.reading import Entity, Mention, Reading
from extractors.subjects import Role, Subject

_ACTS = re.compile(
    r"(?:预拨|划拨|下拨|推出|下达|拨付|安排|投入|发放|发行|受理|办结|审结|审执结|执结|审理|立案|查处|查办|侦破|破获|抓获|逮捕|处置|检查|排查|巡查|抽查|抽检|派出|出动|调集|调派|印发|收到|接到|接报"
    r"|交办|转办|移送|捐赠|培训|慰问|救助(?!资金|站)|征集|筹措|筹集|募集|释放|压缩|缩短|简化|设立|遴选|评选|授予|表彰|命名|认定|推介|公布|确定|批复|核准|审批|约谈|曝光|通报|收集"
    r"|梳理|回复|答复|起诉|批捕|开展|举办|帮扶|走访|争取|聘请|招募|招聘|招录|录用|选派|选聘|委派|接待|办理|组织|收缴|征收|减免|退还|执行|监测|测定|资助|奖励(?!资金)|补助(?!资金|标准|款)|支付|投放"
    r"|审议|制定|出台|修订|发布|清理|取消|用时|击落|击退|击沉|签署|签订|监管|查获|验放|袭击|打击|摧毁|拦截|打死|击毙|空袭|发射|实施|督导|督促|整改|查封|开办|劝导|劝阻|暂扣|没收|处罚|调解|散发|取缔|罚没|破案|追缴|追回|挽回|冻结|止付|扣押|打掉|劝返|筹资|硬化|(?:共|累计)立|捣毁|端掉|关停|张贴|悬挂|解答|送去|送上|送来|送出|检定|抢通|营救|下架|(?:并|还)[^，。；]{0,8}建成|[把将][^，。；]{2,16}[进到给]了?)(?!率|结果|费|标准|时限|时间|条件)"
)
_OWN_STAFF = re.compile(
    r"^(?:由|辖区|管辖|组成人员|成员|委员|任期|编制|现有|共有|下设|内设|下辖|设有?|有)[^，。；]{0,16}$"
)
_DID = re.compile(r"(?:今年以来|今年|全年|目前|共|已经?|先后|累计|共计|还)*(?:验放|查验|征收|破案|查扣|查获|检疫|监管)")


class Owner(NamedTuple):
    """Whose a number is, with how sure that is."""

    entity: Entity
    confidence: float
    rule: str


def served_by(reading: Reading, name: Subject, clause: int, stop: int) -> Subject | None:
    """Return the subject, or for an agency that does nothing here itself the place that it serves."""
    if name.label != "Agency" or _acts(reading, name, clause, stop):
        return name
    places = [place for mention in name.names if (place := seat(reading, mention.entity)) is not None]
    if not places:
        return None
    stands = Mention(name.last.start, name.last.end, places[-1], "owner: seat", 0.7)
    return Subject((stands,), min(name.role, Role.INNER), name.clause)


def _acts(reading: Reading, name: Subject, clause: int, stop: int) -> bool:
    """Tell whether the agency is the one that pays, issues, handles what is counted."""
    if name.role < Role.INNER:
        return False
    after = reading.text[max(name.last.end, clause) if name.last.end < stop else clause : stop]
    did = clause <= name.last.end and _DID.match(reading.text, name.last.end, stop)
    found = name.last.end < clause and _FOUND.match(after) and enforces(reading, name.last.end, clause)
    heads = name.role == Role.HEAD and clause <= name.last.end and name.last.entity.seat is not None
    does = heads and not _TELLS.search(after)
    return bool(did or found or does or _ACTS.search(after) or _OWN_STAFF.match(after))


_TELLS = re.compile(
    "死亡|丧生|伤|遇难|身亡|统计|通报|发布|获悉|介绍|数据|显示|了解|消息|测算|预计|率|增加值|产值|收入|人口|全[省市县区镇村国]|我[省市县区国]"
)


_ENFORCES = re.compile(
    r"出动(?!率)|(?<=[，；。已共计后场局])(?:检查|抽检|抽查|排查|巡查)了?(?!率|结果|组|站|工作|活动|合格|发现|任务)"
)
_CASES = re.compile(
    r"立案|破获|侦破|抓获|打掉|捣毁|查处(?!率)|罚没|查扣|收缴|追缴|挽回|审结|执结|结案(?!率)|受理|起诉|批捕|约谈|责令|退税|验放|调解(?!成功率)|救助(?!站)"
)
_FOUND = re.compile(r"(?:均|其中)?(?:不?合格|问题|立案|责令|下达|发现|查扣|查封|约谈|对)")
"""What came of it: 县某局抽检食品15批次，|合格14批次."""


def enforces(reading: Reading, start: int, stop: int) -> bool:
    """Tell whether the words tell of checks that an agency itself makes: 共出动执法人员40人次."""
    return _ENFORCES.search(reading.text, start, stop) is not None


def handles(reading: Reading, start: int, stop: int) -> bool:
    """Tell whether the words tell of cases and goods that an agency itself deals with: 共立案查处违法案件40件."""
    return _CASES.search(reading.text, start, stop) is not None


def seat(reading: Reading, agency: Entity) -> Entity | None:
    """Return the place that an agency serves, when the article has it."""
    return reading.known("Place", agency.seat.code) if agency.seat else None


def labelled(reading: Reading, *labels: str) -> list[Entity]:
    """Return the entities of the labels; those that were seen before are not looked through again."""
    key = f"owners: {labels}"
    seen, found = reading.memory.get(key, (0, []))
    fit: list[Entity] = [*found, *(e for e in reading.entities[seen:] if e.label in labels)]
    reading.memory[key] = (len(reading.entities), fit)
    return fit
