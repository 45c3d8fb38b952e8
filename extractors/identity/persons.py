"""What tells a person from namesakes: the place that the body served stands for, else the firm, else the home."""

from __future__ import annotations

import re

from extractors.gazetteer import load_gazetteer
from extractors.identity.places import path_of
from extractors.identity.tables import state_leaders
from extractors.lexicon import alternatives
from extractors.reading import Entity, Reading

_NATION = "全国"
_REPORTER = "记者"
_FOREIGN = ("person-foreign", "person-foreign-learned")
"""Rules that give the country of a foreign leader as the scope."""
_SEATS = ("代表", "委员", "党员", "会员")
"""Posts that many hold beside their own: a deputy's firm or office says more than the congress."""
_COMMON = re.compile(
    rf"""{
        alternatives(
            '''村民 居民 农户 种植户 养殖户 贫困户 脱贫户 工人 职工 学生 大学生 教师 老师 医生 护士 司机 店主 店长 老板
            游客 旅客 市民 群众 业主 创业者 技术员 农技员 网格员 志愿者 民警 队员 老人 乡亲 户主 经营户 经营者 工匠 传承人
            村医 护林员 乡贤 青年 负责人 经理 家长 患者 顾客 观众'''.split()
        )
    }[“]?$"""
)
"""What is said before the names of people who hold no post."""
_LOCAL_POST = re.compile(r"(?:[省市县区州镇乡村]|街道)(?:委|长|政府|人大|政协|[^，。；、]{0,6}局)[^，。；、]{0,8}$")
"""A post of a place that nothing names."""
_NEAR = ("county", "town", "village")


def identify(reading: Reading, entity: Entity) -> None:
    """Set `scope`. Reporters are told by their paper, or the home: they never are the officials they write about."""
    if entity.properties.get("scope") == _REPORTER:
        paper = reading.article.publication or path_of(reading.home.division)
        entity.properties["scope"] = f"{_REPORTER} {paper}" if paper else _REPORTER
        return
    if any(m.rule in _FOREIGN for m in entity.mentions):
        return
    entity.properties["scope"] = _served(reading, entity) or _without_post(reading, entity)


def _served(reading: Reading, entity: Entity) -> str | None:
    """Return the narrowest place that the person's offices serve; else the firm or institution; else the nation."""
    posts = [f for f in reading.facts if f.type == "HOLDS_POST" and f.source is entity]
    own = [f for f in posts if not str(f.properties.get("title", "")).endswith(_SEATS)]
    gazetteer = load_gazetteer()
    for facts in (own, posts):
        seats = [f.target.seat for f in facts if f.target.label == "Agency" and f.target.seat is not None]
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


def _without_post(reading: Reading, entity: Entity) -> str:
    """Return what tells those apart of whom no post is said.

    Villagers and the like go by the place named before them, which must be nearer than the home, else they are the
    article's own; others are of the home. Where there is none, a sentence that speaks of no county or town and of no unknown place's body means the nation's.
    """
    if entity.name in state_leaders():
        return _NATION
    home = reading.home.division
    if _COMMON.search(reading.text, max(0, entity.start - 8), entity.start):
        sentence = reading.sentence(entity.start)
        before = [h.division for h in reading.hits if sentence.start <= h.start < entity.start]
        near = before[-1] if before and before[-1].level in _NEAR and before[-1] != home else None
        return path_of(near) or reading.article.id
    if home is not None:
        return path_of(home) or reading.article.id
    if _LOCAL_POST.search(reading.text, max(0, entity.start - 16), entity.start):
        return reading.article.id
    sentence = reading.sentence(entity.start)
    local = any(h.division.level in _NEAR and sentence.start <= h.start < sentence.end for h in reading.hits) or any(
        m.entity.properties.get("scope") == reading.article.id
        for m in reading.names(sentence.start, sentence.end, "Agency")
    )
    return reading.article.id if local else _NATION
