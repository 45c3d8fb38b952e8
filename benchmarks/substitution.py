"""Reads the same short articles with the names of other counties, towns and people: is the graph the same but for the names?

    python -m benchmarks.substitution [--counties 400] [--seed 1]

Each article of `ARTICLES` is read once for each of so many counties drawn at random, with two of the county's towns, two
villages and four people in it. What most of the graphs of an article say (names put back) is what it says; prints how
many differ from that, which facts are then missing or more, and with which names. No truth is needed, only that names
do not matter: a county that begins with a verb, a town that ends like a post, a person called as a common word.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.gazetteer import Division, load_gazetteer
from extractors.stages import Extractor
from graph.fragment import Article

ARTICLES = (
    "11月5日，县委书记甲某深入甲镇、乙镇调研防火工作，副县长乙某陪同。甲某先后来到甲镇甲村、乙镇乙村，查看防火物资储备情况。甲某强调，要压实责任。",
    "近日，甲镇党委召开重点项目推进会。甲镇党委书记甲某主持会议并讲话，甲村党支部书记乙某作表态发言。",
    "11月3日，某县召开医保征缴动员会。县长甲某出席会议并讲话，某县医保局局长乙某通报情况，某县财政局、甲镇政府、乙镇政府负责人参加会议。",
    "某县人民医院到甲镇甲村开展义诊。某县乙镇中心小学、乙镇卫生院参加。某县甲村种植专业合作社理事长甲某说，甲村种植茶叶300亩。",
    "甲镇司法所、乙镇派出所联合某县司法局开展宣传活动。某县公安局甲镇派出所民警到甲村走访。",
    "4月1日，某县举行重点项目集中开工仪式，县委书记甲某宣布开工，县长乙某主持，县人大常委会主任丙某、县政协主席丁某出席。此次集中开工项目12个，总投资26.4亿元。",
    "某县甲镇甲村的茶园一派繁忙。甲村党支部书记甲某介绍，全村种植茶叶1200亩，年产值达3000万元。",
    "某县人大常委会组织部分人大代表视察甲镇、乙镇乡村振兴工作。县人大常委会副主任甲某带队，甲镇党委书记乙某陪同。",
    "某县青屏食品有限公司在某县甲镇投资3亿元建设核桃加工项目，项目占地120亩。某县经济开发区入驻企业86家。",
    "任命甲某为某县财政局局长；免去乙某的某县财政局局长职务。任命丙某、丁某为某县人民法院审判员。",
)
VILLAGES = "柳湾 上坪 大李 石桥 青岭 后沟 新建 长寿 和平 联合 红星 七一 将军 向阳 城关 东山 雪山 河东 五里 双龙".split()
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石"
GIVEN = "强 敏 立新 建国 文静 海军 志明 红梅 永和 晓东 春来 国庆 天成 向阳 培根 胜利 雪松 光大 正平 云龙 明清 学文 新平 长征 金山 多吉 学会 如意 安全 思远".split()
_HELD = 0.6
_SHOWN = 30


@dataclass(frozen=True, slots=True)
class Reading:
    """One article with its names, and the facts that its graph holds, names put back."""

    article: int
    names: dict[str, str]
    facts: frozenset[str]


def main(arguments: list[str] | None = None) -> int:
    """Print how many graphs differ from what most say, and where; return 0."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.substitution", description=__doc__.split("\n")[0])
    parser.add_argument("--counties", type=int, default=400, help="how many are drawn (default: 400)")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    readings = list(read(options.counties, options.seed))
    usual = usual_facts(readings)
    differ = [r for r in readings if r.facts != usual[r.article]]
    missing, more = defaultdict(list), defaultdict(list)
    for reading in differ:
        for fact in usual[reading.article] - reading.facts:
            missing[reading.article, fact].append(reading)
        for fact in reading.facts - usual[reading.article]:
            more[reading.article, fact].append(reading)
    print(f"{len(readings)} readings, {len(differ)} differ ({100 * len(differ) / len(readings):.1f} %)")
    rows = [("missing", key, of) for key, of in missing.items()] + [("more", key, of) for key, of in more.items()]
    for kind, (article, fact), of in sorted(rows, key=lambda row: (-len(row[2]), row[1]))[:_SHOWN]:
        print(f"{len(of):5} {kind:8} article {article + 1}: {fact} — {' '.join(of[0].names.values())}")
    return 0


def read(counties: int, seed: int) -> Iterator[Reading]:
    """Yield the readings of every article for so many counties; deterministic for a seed."""
    drawn = random.Random(seed)  # noqa: S311 - a choice of samples, no secret
    extractor = Extractor()
    for county, towns in _counties(counties, drawn):
        villages = [f"{stem}村" for stem in drawn.sample(VILLAGES, 2)]
        people = [drawn.choice(SURNAMES) + given for given in drawn.sample(GIVEN, 4)]
        names = dict(
            zip(
                ("某县", "甲镇", "乙镇", "甲村", "乙村", "甲某", "乙某", "丙某", "丁某"),
                (county.name, *towns, *villages, *people),
                strict=True,
            )
        )
        home = load_gazetteer().path_name(county.code)
        for number, text in enumerate(ARTICLES):
            body = re.sub("|".join(names), lambda m, names=names: names[m[0]], text)
            fragment = extractor.fragment(Article(id=str(number), title="", body=body, home=home, date="2024-05-20"))
            yield Reading(number, names, _facts(fragment.to_record(), names))


def usual_facts(readings: list[Reading]) -> dict[int, set[str]]:
    """Return for each article the facts that most of its readings hold."""
    told: dict[int, Counter[str]] = defaultdict(Counter)
    times: Counter[int] = Counter()
    for reading in readings:
        told[reading.article].update(reading.facts)
        times[reading.article] += 1
    return {
        article: {fact for fact, count in facts.items() if count >= _HELD * times[article]}
        for article, facts in told.items()
    }


def _counties(count: int, drawn: random.Random) -> Iterator[tuple[Division, list[str]]]:
    gazetteer = load_gazetteer()
    towns: dict[str, list[str]] = defaultdict(list)
    counties = []
    for division in gazetteer:
        if division.level == "county" and division.name.endswith("县"):
            counties.append(division)
        elif division.level == "town" and division.name.endswith("镇") and 3 <= len(division.name) <= 4:
            towns[division.parent or ""].append(division.name)
    fit = [county for county in counties if len(set(towns[county.code])) > 1]
    for county in drawn.sample(fit, min(count, len(fit))):
        yield county, drawn.sample(sorted(set(towns[county.code])), 2)


def _facts(record: dict[str, list[dict[str, str]]], names: dict[str, str]) -> frozenset[str]:
    """Return nodes and edges as text with the names put back, longest first; PART_OF is left out."""
    back = sorted(((name, key) for key, name in names.items()), key=lambda pair: -len(pair[0]))

    def plain(text: str) -> str:
        for name, key in back:
            text = text.replace(name, key)
        return text

    named = {node["id"]: plain(node["name"]) for node in record["nodes"]}
    nodes = (f"{node['label']} {named[node['id']]}" for node in record["nodes"])
    edges = (
        f"{named[edge['source']]} {edge['type']} {named[edge['target']]} {edge.get('title', '')}".strip()
        for edge in record["edges"]
        if edge["type"] != "PART_OF"
    )
    return frozenset([*nodes, *edges])


if __name__ == "__main__":
    sys.exit(main())
