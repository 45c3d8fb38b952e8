"""What tells a person from namesakes: the place that the body served stands for, else the firm, else the home."""

from __future__ import annotations

import re

from extractors.gazetteer import load_gazetteer
from extractors.identity.places import path_of
from extractors.reading import Entity, Reading

_NATION = "全国"
_REPORTER = "记者"
_SEATS = ("代表", "委员", "党员", "会员")
"""Posts that many hold beside their own: a deputy's firm or office says more than the congress."""
_COMMON = re.compile(
    r"(?:村民|居民|农户|种植户|养殖户|贫困户|脱贫户|工人|职工|学生|大学生|教师|老师|医生|护士|司机|店主|店长|老板|游客|旅客|市民|群众|业主|创业者|技术员|农技员|网格员|志愿者|"
    r"民警|队员|老人|乡亲|户主|经营户|经营者|工匠|传承人|村医|护林员|乡贤|青年|负责人|经理|家长|患者|顾客|观众)[“]?$"
)
_STATE_LEADERS = frozenset(
    "毛泽东 周恩来 刘少奇 朱德 邓小平 陈云 江泽民 胡锦涛 习近平 温家宝 朱镕基 李鹏 李克强 李强 赵乐际 王沪宁 蔡奇 丁薛祥 李希 韩正 栗战书 汪洋".split()
)


def identify(reading: Reading, entity: Entity) -> None:
    """Set `scope`. Reporters are told by their paper, or the home: they never are the officials they write about."""
    known = entity.properties.get("scope")
    if known == _REPORTER:
        paper = reading.article.publication or path_of(reading.home.division)
        entity.properties["scope"] = f"{_REPORTER} {paper}" if paper else _REPORTER
        return
    if any(m.rule == "person-foreign" for m in entity.mentions):
        return
    entity.properties["scope"] = _served(reading, entity) or _at_home(reading, entity)


def _served(reading: Reading, entity: Entity) -> str | None:
    """Return the narrowest place that the person's posts serve; else the firm; else the nation."""
    posts = [f for f in reading.facts if f.type == "HOLDS_POST" and f.source is entity]
    own = [f for f in posts if not str(f.properties.get("title", "")).endswith(_SEATS)]
    gazetteer = load_gazetteer()
    for facts in (own, posts):
        seats = [f.target.seat for f in facts if f.target.seat is not None and f.target.label != "Company"]
        if seats:
            deepest = max(seats, key=lambda d: len(d.code))
            inside = [d for d in seats if gazetteer.contains(seats[0].code, d.code)]
            return path_of(deepest if deepest in inside else seats[0])
        bodies = [f.target for f in facts if f.target.label != "Agency"]
        if bodies:
            return str(bodies[0].properties.get("key") or bodies[0].name)
    if posts:
        return str(posts[0].target.properties.get("scope") or _NATION)
    return None


def _at_home(reading: Reading, entity: Entity) -> str:
    """Return the home; where there is none the place named last before the person, which villagers are told by."""
    if entity.name in _STATE_LEADERS:
        return _NATION
    home = path_of(reading.home.division)
    if home is not None:
        return home
    if _COMMON.search(reading.text, max(0, entity.start - 8), entity.start):
        sentence = reading.sentence(entity.start)
        before = [h for h in reading.hits if sentence.start <= h.start < entity.start]
        return (path_of(before[-1].division) if before else None) or reading.article.id
    return _NATION
