"""Other named bodies: schools, hospitals, cooperatives, associations, institutes, media, centres."""

from __future__ import annotations

import re

from extractors.lexicon import HAN
from extractors.names.bounds import left_edge
from extractors.reading import Reading

_HEAD = re.compile(
    r"大学(?!生|城|堂|毕业|习|者|科)|学院|职业技术学校|中等专业学校|中专学校|职业学校|职教中心|实验学校|小学(?!生)|中学(?!生)|高中(?!生)|幼儿园|党校(?!教师)|"
    r"人民医院|中医院|中医医院|妇幼保健院|中心医院|附属医院|卫生院|医院(?!感染)|疾控中心|"
    r"股份经济合作社|经济合作社|专业合作社|农民专业合作社|合作社联合社|种植专业合作社|养殖专业合作社|合作社|"
    r"研究院|研究所|科学院|设计院|实验室|技术创新中心|研究中心|创新中心|博物馆|图书馆|纪念馆|展览馆|文化馆|美术馆|体育馆|"
    r"协会|商会|学会|联合会|基金会|促进会|研究会|理事会|志愿服务队|志愿者协会|敬老院|福利院|养老院|社会福利中心|"
    r"服务中心|登记中心|指导中心|交易中心|管理中心|监测中心|推广中心|保障中心|发展中心|运营中心|照料中心|救助中心|文化中心|体育中心|活动中心|培训中心|会展中心|气象台|广播电视台|电视台|"
    r"水文站|工作站|联络站|服务站|宣教站|派出所"
)
_GENERIC = re.compile(
    r"^(?:该|本|我|各|两|三|多|一|某|这|那|其|全|新|老|大|小|中|国|民办|公办|高等|重点|普通|村级|乡镇|镇|乡|村|县级|市级|省级|社区|农民|农业|专业|种植|养殖|合作|行业|相关|有关|基层|"
    r"农村|老年人|老年|党员|党群|便民|政务|公共|志愿|日间|区域|国家级|养老|托育|综合|为民|居家|医疗|中心|乡村|城乡|职业|技工|中医|医|联合|民营|三甲|定点|儿童|双一流|知名|高水平|特殊教育|科研|当地|附近|中小|一批|几家|数家|校)*"
    r"(?:大学|学院|学校|小学|中学|高中|幼儿园|党校|医院|人民医院|中医院|卫生院|合作社|专业合作社|农民专业合作社|经济合作社|股份经济合作社|研究院|研究所|科学院|设计院|实验室|博物馆|图书馆|纪念馆|展览馆|文化馆|美术馆|"
    r"体育馆|协会|商会|学会|联合会|基金会|促进会|研究会|理事会|服务队|志愿服务队|敬老院|福利院|养老院|服务中心|指导中心|管理中心|活动中心|培训中心|会展中心|照料中心|救助中心|文化中心|体育中心|研究中心|创新中心|工作站|服务站|联络站|"
    r"派出所|电视台|广播电视台|发展中心|保障中心|推广中心|监测中心|运营中心|交易中心)$"
)


def read(reading: Reading) -> None:
    """Add the organizations that have a name of their own."""
    for m in _HEAD.finditer(reading.text):
        if not reading.free(m.start(), m.end()) or re.match(r"[长员]", reading.text[m.end() : m.end() + 1] or "，"):
            continue
        following = _HEAD.match(reading.text, m.end())
        if following:
            continue
        start = left_edge(reading, m.start())
        hits = [h for h in reading.hits if start <= h.start < m.start()]
        if hits and 0 < hits[0].start - start <= 4:
            start = hits[0].start
        name = reading.text[start : m.end()]
        if _GENERIC.match(name) or m.start() - start < 2 or re.match(rf"[^{HAN}A-Z]", name):
            continue
        level = re.match(r"(省|市|县|区|州)(?=[\u4e00-\u9fff]{3})", name)
        seat = reading.hits.at(start)
        full = name
        home = reading.home.stands_for(level[1]) if level else None
        if level and home is not None:
            full = home.name + name[len(level[1]) :]
        elif not hits and len(name) < 5:
            continue
        label = "Agency" if m[0] == "派出所" else "Organization"
        entity = reading.entity(label, full)
        entity.seat = home or (seat.division if seat is not None and seat.start == start else None)
        reading.claim(entity, start, m.end(), "organization-head", 0.8)
