"""A small invented newspaper: nine articles in which every canned question has an answer, and traps beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from govgraph.cli import main
from graph.fragment import ARTICLE, Article, Edge, Evidence, Fragment, Node
from graph.store import GraphStore


class Page:
    """Takes down what an article says; offsets of evidence are found in its text."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.nodes: list[Node] = []
        self.edges: list[Edge] = []

    def node(self, label: str, name: str, *aliases: str, **properties: Any) -> str:
        key = f"n{len(self.nodes) + 1}"
        self.nodes.append(Node(key, label, name, aliases, properties))
        return key

    def edge(
        self, relation: str, source: str, target: str, *words: str, confidence: float = 0.9, **properties: Any
    ) -> None:
        starts = [self.article.text.index(said) for said in words]
        evidence = tuple(
            Evidence(start, start + len(said), said, f"rule {relation.lower()}", confidence)
            for start, said in zip(starts, words, strict=True)
        )
        self.edges.append(Edge(relation, source, target, evidence, properties))

    def fragment(self) -> Fragment:
        return Fragment(self.article, tuple(self.nodes), tuple(self.edges))


def spring() -> Fragment:
    """A meeting with directives by the meeting and by a speaker, deadlines as a day and as an interval."""
    page = Page(
        Article(
            id="q1",
            title='全市"春灌"工作会召开',
            body="3月20日,雁塘市水利局在芦溪县召开春灌工作会。\n县长高远舟主持,副市长纪云帆讲话。会议要求:要在5月底前修好渠道。"
            "纪云帆强调,芦溪县要在4月到6月保证用水。会议传达了《灌区管理条例》。本报记者 温如玉",
            date="2025-03-21",
            publication="雁塘日报",
        )
    )
    city = page.node("Place", "雁塘市", level="prefecture")
    county = page.node("Place", "芦溪县", "该县", scope="雁塘市", level="county")
    bureau = page.node("Agency", "雁塘市水利局", "市水利局")
    county_government = page.node("Agency", "芦溪县政府")
    government = page.node("Agency", "雁塘市政府", "市政府")
    head = page.node("Person", "高远舟", scope="芦溪县政府")
    deputy = page.node("Person", "纪云帆", scope="雁塘市政府")
    event = page.node("Meeting", "春灌工作会", "会议", scope="雁塘市水利局", date="2025-03-20")
    channels = page.node("Directive", "要在5月底前修好渠道", scope="春灌工作会", deadline="2025-05-31")
    water = page.node("Directive", "要在4月到6月保证用水", scope="纪云帆", deadline="2025-04/2025-06")
    rules = page.node("Policy", "灌区管理条例", "条例")
    reporter = page.node("Person", "温如玉", scope="雁塘日报")
    page.edge("PART_OF", county, city)
    page.edge("LOCATED_IN", county_government, county, confidence=0.5)
    page.edge("CONVENED", bureau, event, "雁塘市水利局在芦溪县召开春灌工作会")
    page.edge("HELD_IN", event, county, "在芦溪县召开")
    page.edge("CHAIRED", head, event, "县长高远舟主持")
    page.edge("SPOKE_AT", deputy, event, "副市长纪云帆讲话", "纪云帆强调")
    page.edge("HOLDS_POST", head, county_government, "县长高远舟", title="县长")
    page.edge("HOLDS_POST", deputy, government, "副市长纪云帆", title="副市长")
    page.edge("ISSUED", event, channels, "会议要求:要在5月底前修好渠道", confidence=0.8)
    page.edge("ISSUED", deputy, water, "纪云帆强调,芦溪县要在4月到6月保证用水")
    page.edge("DIRECTED_TO", water, county, "芦溪县要在4月到6月保证用水", confidence=0.7)
    page.edge("CITES", event, rules, "会议传达了《灌区管理条例》")
    page.edge("REPORTED_BY", ARTICLE, reporter, "本报记者 温如玉")
    return page.fragment()


def autumn() -> Fragment:
    """The same speaker at another meeting a month later: what he demands here was not demanded there."""
    page = Page(
        Article(
            id="q2",
            title="雁塘市召开秋收会",
            body="纪云帆出席秋收会并讲话。纪云帆要求,要颗粒归仓。高远舟参加。",
            date="2025-09-11",
            publication="雁塘日报",
        )
    )
    city = page.node("Place", "雁塘市", level="prefecture")
    deputy = page.node("Person", "纪云帆", scope="雁塘市政府")
    head = page.node("Person", "高远舟", scope="芦溪县政府")
    government = page.node("Agency", "雁塘市政府")
    event = page.node("Meeting", "秋收会", scope="雁塘市", date="2025-09")
    grain = page.node("Directive", "要颗粒归仓", scope="纪云帆")
    page.edge("CONVENED", city, event, "雁塘市召开秋收会")
    page.edge("SPOKE_AT", deputy, event, "纪云帆出席秋收会并讲话")
    page.edge("ATTENDED", deputy, event, "纪云帆出席秋收会")
    page.edge("ATTENDED", head, event, "高远舟参加")
    page.edge("ISSUED", deputy, grain, "纪云帆要求,要颗粒归仓")
    page.edge("HOLDS_POST", deputy, government, "纪云帆要求", title="市长", confidence=0.6, **{"from": "2025-08"})
    return page.fragment()


def signing() -> Fragment:
    """Companies with projects: one in a town of a county, one in a county, one nowhere; bodies that cooperate."""
    page = Page(
        Article(
            id="q3",
            title="项目签约",
            body="远峰风电公司在芦溪县石桥镇建设石桥风电场。晴川建设集团承建芦溪县医院新院区,并推进'智慧渠'平台。"
            "晴川建设集团与雁塘学院合作。雁塘学院位于雁塘市。",
            date="2025-04-02",
        )
    )
    city = page.node("Place", "雁塘市", level="prefecture")
    county = page.node("Place", "芦溪县", scope="雁塘市", level="county")
    town = page.node("Place", "石桥镇", scope="雁塘市芦溪县", level="town")
    wind = page.node("Company", "远峰风电公司", "远峰")
    builders = page.node("Company", "晴川建设集团")
    college = page.node("Organization", "雁塘学院")
    farm = page.node("Project", "石桥风电场")
    hospital = page.node("Project", "芦溪县医院新院区")
    platform = page.node("Project", "'智慧渠'平台")
    page.edge("PART_OF", town, county, "芦溪县石桥镇")
    page.edge("PART_OF", county, city)
    page.edge("UNDERTAKES", wind, farm, "远峰风电公司在芦溪县石桥镇建设石桥风电场")
    page.edge("UNDERTAKES", builders, hospital, "晴川建设集团承建芦溪县医院新院区")
    page.edge("UNDERTAKES", builders, platform, "推进'智慧渠'平台")
    page.edge("LOCATED_IN", farm, town, "在芦溪县石桥镇建设石桥风电场")
    page.edge("LOCATED_IN", hospital, county, "芦溪县医院新院区")
    page.edge("LOCATED_IN", college, city, "雁塘学院位于雁塘市")
    page.edge("COOPERATES_WITH", builders, college, "晴川建设集团与雁塘学院合作")
    return page.fragment()


def visit() -> Fragment:
    """An inspection of a company and of a village without a county, a policy and numbers."""
    page = Page(
        Article(
            id="q4",
            title="纪云帆到企业调研",
            body="4月8日,纪云帆到远峰风电公司、石桥镇调研。目前石桥风电场装机5万千瓦。雁塘市政府印发《风电条例》。"
            "一季度芦溪县造林面积3万亩。摄影 温如玉",
            date="2025-04-09",
        )
    )
    deputy = page.node("Person", "纪云帆", scope="雁塘市政府")
    government = page.node("Agency", "雁塘市政府")
    wind = page.node("Company", "远峰风电公司")
    town = page.node("Place", "石桥镇", scope="雁塘市芦溪县", level="town")
    county = page.node("Place", "芦溪县", scope="雁塘市", level="county")
    farm = page.node("Project", "石桥风电场")
    trip = page.node("Activity", "调研", scope="纪云帆", date="2025-04-08", kind="inspection")
    rules = page.node("Policy", "风电条例")
    power = page.node(
        "Measurement", "装机", scope="石桥风电场", value="5", unit="万千瓦", number=50000, base_unit="千瓦"
    )
    wood = page.node(
        "Measurement",
        "造林面积",
        scope="芦溪县",
        value="3",
        unit="万亩",
        number=30000.5,
        base_unit="亩",
        date="2025-01/2025-03",
    )
    reporter = page.node("Person", "温如玉", scope="雁塘日报")
    page.edge("LED", deputy, trip, "纪云帆到远峰风电公司、石桥镇调研")
    page.edge("HELD_IN", trip, wind, "到远峰风电公司、石桥镇调研")
    page.edge("HELD_IN", trip, town, "石桥镇调研")
    page.edge("LOCATED_IN", wind, town, confidence=0.5)
    page.edge("PART_OF", town, county)
    page.edge("RELEASED", government, rules, "雁塘市政府印发《风电条例》")
    page.edge("HAS_MEASUREMENT", farm, power, "石桥风电场装机5万千瓦")
    page.edge("HAS_MEASUREMENT", county, wood, "芦溪县造林面积3万亩")
    page.edge("REPORTED_BY", ARTICLE, reporter, "摄影 温如玉")
    return page.fragment()


def undated() -> Fragment:
    """An article of which nothing is known but its text; a meeting without a day or a convener."""
    page = Page(Article(id="q5", title="", body="防汛会要求,雁塘市水利局要排查隐患。𠮷安公司参加防汛会。"))
    bureau = page.node("Agency", "雁塘市水利局")
    firm = page.node("Company", "𠮷安公司")
    event = page.node("Meeting", "防汛会")
    check = page.node("Directive", "要排查隐患", scope="防汛会")
    page.edge("ISSUED", event, check, "防汛会要求,雁塘市水利局要排查隐患")
    page.edge("DIRECTED_TO", check, bureau, "雁塘市水利局要排查隐患")
    page.edge("ATTENDED", firm, event, "𠮷安公司参加防汛会")
    return page.fragment()


def _audit(article: str, head: str, day: str, projects: str, **post: str) -> Fragment:
    """One of two articles that contradict each other: who heads the office, when it met, how much it audited."""
    body = f"{day[-2:].lstrip('0')}日,雁塘市审计局召开审计整改推进会。局长{head}主持。2024年完成审计项目{projects}个。"
    page = Page(Article(id=article, title="审计整改", body=body, date="2025-06-05"))
    office = page.node("Agency", "雁塘市审计局", "市审计局")
    person = page.node("Person", head, scope="雁塘市")
    event = page.node("Meeting", "审计整改推进会", scope="雁塘市", date=day)
    audited = page.node(
        "Measurement", "审计项目", scope="雁塘市审计局", value=projects, unit="个", number=int(projects), date="2024"
    )
    page.edge("HOLDS_POST", person, office, f"局长{head}", title="局长", **post)
    page.edge("CONVENED", office, event, "雁塘市审计局召开审计整改推进会")
    page.edge("HAS_MEASUREMENT", office, audited, f"审计项目{projects}个")
    return page.fragment()


def audits() -> list[Fragment]:
    """Two articles that contradict each other, and one of a head who had left on the day that the next one came."""
    return [
        _audit("q6", "宋知行", "2025-06-02", "30", **{"from": "2025-01-10"}),
        _audit("q7", "方既白", "2025-06-03", "35"),
        _audit("q8", "许闻溪", "2025-06-03", "35", **{"from": "2023", "to": "2025-01-10"}),
    ]


def neighbours() -> Fragment:
    """Another county to compare with, another person of a known name, a company that belongs to a known one."""
    page = Page(
        Article(
            id="q9",
            title="枫林县造林忙",
            body="今年枫林县造林面积2万亩。晴川建设集团下属的芦溪绿化公司供应苗木。枫林县林业局局长高远舟介绍了情况。",
            date="2025-06-20",
        )
    )
    county = page.node("Place", "枫林县", scope="雁塘市", level="county")
    wood = page.node(
        "Measurement",
        "造林面积",
        scope="枫林县",
        value="2",
        unit="万亩",
        number=20000,
        base_unit="亩",
        date="2025",
    )
    builders = page.node("Company", "晴川建设集团")
    nursery = page.node("Company", "芦溪绿化公司")
    forestry = page.node("Agency", "枫林县林业局")
    head = page.node("Person", "高远舟", scope="枫林县林业局")
    page.edge("HAS_MEASUREMENT", county, wood, "枫林县造林面积2万亩", confidence=0.7)
    page.edge("BELONGS_TO", nursery, builders, "晴川建设集团下属的芦溪绿化公司")
    page.edge("HOLDS_POST", head, forestry, "枫林县林业局局长高远舟", title="局长")
    return page.fragment()


@pytest.fixture(scope="session")
def graph_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The newspaper as a graph folder."""
    folder: Path = tmp_path_factory.mktemp("newspaper") / "graph"
    with GraphStore.open(folder, create=True) as store:
        summary = store.add([spring(), autumn(), signing(), visit(), undated(), *audits(), neighbours()])
    assert (summary.added, summary.rejected) == (9, [])
    return folder


@pytest.fixture(scope="session")
def seed_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph that `make demo` builds of the pages in `seeds/`."""
    folder: Path = tmp_path_factory.mktemp("seeds") / "graph"
    pages = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
    result = CliRunner().invoke(main, ["build", *map(str, pages), "-o", str(folder)])
    assert result.exit_code == 0, result.output
    return folder
