"""Numbers of what the end of its name stands for at the head of a clause: 联合会会员由48家增至126家, 古城接待游客11万人次."""

from __future__ import annotations

import re

from extractors.lexicon import HAN
from extractors.owner_nouns import likeliest
from extractors.reading import Mention, Reading
from extractors.served import Owner
from extractors.subjects import Role, Subject
from extractors.text import Span

_LABELS = ("Organization", "Company", "Project", "Place", "Agency")
_LEAD = re.compile(
    r"“?(?:(?:据(?:悉|介绍|了解|统计)|目前|如今|眼下|现在|届时|近年来|近期|近日|同时|另外|不过|其中|此外|未来|期间|此前|当年|全年|当天|最近|建成后|投用后|投产后|考察期间"
    r"|截至[^，。；\d]{0,3}\d{0,4}年?\d{0,2}月?\d{0,2}[日底]?|(?:今年|去年|明年|前年|\d{4}年|到\d{4}年)?(?:前?[一二三四两]个?季度|[上下]半年|\d{1,2}(?:月|[至—-]\d{1,2}月)(?:份|底)?|春节|国庆|暑期|“?五一”?)?(?:假期|期间|以来|[，底末])?),?，?){0,3}"
    r"(?:整个|新的?|全|该|这[个座家条所])?"
)
_SIZES = (8, 7, 6, 5, 4, 3, 2)
_INSIDE = re.compile(r"(?P<what>[局馆厂园库社站院坊店棚场])里(?=[^，。；]{0,30}\Z)")
_NO_WORD = frozenset(
    "公司 企业 项目 集团 建设 改造 发展 生产 服务 旅游 农业 教育 科技 改革 管理 治理 保护 工业 产业 经济 公安 文化 健康 开发 养殖 种植 加工 食品 实业 投资 物流 医药 能源 环保 材料 制造 电子 机械 汽车 建筑"
    " 服装 贸易 酒店 餐饮 超市 农村 城市 街道 小区 社区 市场 地区 全县 全市 全省 全区 全国 中国 一期 人民 政府 党委 大会 会议 支部 小组 县委 市委 省委 区委 镇委 党校 纪委 政协 人大 总队 商务 财政 税务 交通 水利 民政"
    " 有限 责任 股份 基地 园区 学校 医院 景区 合作社 大桥 公路 高速 铁路 工程 车间 厂房 设备 线路 路段 工厂 生产线 指挥部 大学 学院".split()
)
"""What ends many names and says little, or is read elsewhere."""
_GOES_ON = re.compile(
    rf"[的、和与及之”》]|建设(?!规模|内容|总|用地)|改造|管理|扩建|升级|高速|大道|公路|铁路|新区|片区|周边|附近|沿线|所在|旁|以[东西南北]|[东西南北][{HAN}]?[路街]|[镇乡村路街里区县](?![{HAN}]?\d)|支行|分公司|分行|负责人|主任|书记|会长|理事长|经理|厂长|馆长|院长|校长|园长|局长|站长|所长|团长|队长|党支部|党委|党组|副|总(?:经理|工|裁)"
    r"|(?:董事|秘书|工程师|工作人员|有关|相关|里的|内的|员工[^，。；\d]{0,6}说|企业|周围|门口|入口|对面|级|型|式|化|性)|是|系|成为"
)
_SPOKEN = re.compile(r"(?:介绍|说|表示|指出|透露|汇报|告诉|坦言|通报|强调)[，：]?“?\Z")
_EDGE = re.compile("[，：；\n]|：“|“")
_NEAR = 700
"""How many characters back the full name may stand."""


def short_for(
    reading: Reading, sentence: Span, floor: int, start: int, names: list[Subject], *, most: int = 5
) -> list[Owner]:
    """Return what the words at the head of a clause are the end of, looked for backwards up to a named subject."""
    text = reading.text
    part = max(sentence.start, text.rfind("；", sentence.start, start) + 1)
    edges = [part, *(m.end() for m in _EDGE.finditer(text, part, start))]
    for at in reversed(edges[-most:]):
        if any(n.role == Role.HEAD and n.last.start >= at for n in names):
            return []
        if next(reading.names(at, start, "Person"), None) is not None:
            return []
        found = _at(reading, floor, at, start)
        if found is not None:
            return [Owner(found.entity, 0.65, "short")]
    return []


def _at(reading: Reading, floor: int, clause: int, start: int) -> Mention | None:
    text = reading.text
    lead = _LEAD.match(text, clause, start)
    begin = lead.end() if lead is not None else clause
    if begin >= start or reading.name_at(begin) is not None:
        return None
    low = max(floor, begin - _NEAR)
    inside = _INSIDE.match(text, begin, start)
    if inside is not None:
        fit = [m for m in reading.names(low, begin, *_LABELS) if m.entity.name.endswith(inside["what"])]
        return likeliest(reading, fit) if fit else None
    for size in _SIZES:
        word = text[begin : begin + size]
        if begin + size > start or word in _NO_WORD or not _HAN.fullmatch(word):
            continue
        fit = [m for m in reading.names(low, begin, *_LABELS) if _ends(m, word)]
        if not fit:
            continue
        if _GOES_ON.match(text, begin + size):
            return None
        return likeliest(reading, fit)
    return None


_HAN = re.compile(f"[{HAN}]+")
_DIVISIONS = ("省", "市", "县", "区", "州", "盟", "旗", "镇", "乡", "村", "街道", "社区")

_SEATS = tuple("厂 库 场 矿 行 店 铺 坊 社 园 庄 楼 城 港 所 院 馆 站 区 集团 车间".split())
"""How the end of a firm's name ends that stands for it; 某某陶瓷, 某某锂电 do not."""


def _ends(name: Mention, word: str) -> bool:
    """Tell whether the full name ends in the word, and the word is no division's."""
    if name.label == "Place" and (name.entity.seat is not None or word.endswith(_DIVISIONS)):
        return False
    if name.label == "Company" and not word.endswith(_SEATS):
        return False
    full = name.entity.name
    if name.label == "Project":
        full = full.removesuffix("项目").removesuffix("工程") if not word.endswith(("项目", "工程")) else full
    return full.endswith(word) and len(full) > len(word) + 1
