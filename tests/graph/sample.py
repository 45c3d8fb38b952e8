"""A small invented newspaper: three articles that share people, places and a meeting."""

from __future__ import annotations

from typing import Any

from graph.fragment import ARTICLE, Article, Edge, Evidence, Fragment, Node

NASTY = "春耕生产会传达学习。\x0b\x00控制字符与 emoji 🌾\u2028\r\n反斜杠 \\u0041\\ 和 'quotes\"`${x};]]>&lt;。"
"""What every format has to carry: control characters, line ends, escapes of other languages."""


class Writer:
    """Builds a fragment whose evidence is found in the text, so that offsets are always right."""

    def __init__(self, article_id: str, title: str, body: str, **about: str) -> None:
        self.article = Article(id=article_id, title=title, body=body, **about)
        self.nodes: list[Node] = []
        self.edges: list[Edge] = []

    def node(self, label: str, name: str, *aliases: str, **properties: Any) -> str:
        key = f"n{len(self.nodes) + 1}"
        self.nodes.append(Node(key, label, name, aliases, properties))
        return key

    def edge(
        self, kind: str, source: str, target: str, words: str = "", *, confidence: float = 0.9, **properties: Any
    ) -> None:
        evidence: tuple[Evidence, ...] = ()
        if words:
            start = self.article.text.index(words)
            evidence = (Evidence(start, start + len(words), words, f"rule-{kind.lower()}", confidence),)
        self.edges.append(Edge(kind, source, target, evidence, properties))

    def fragment(self) -> Fragment:
        return Fragment(self.article, tuple(self.nodes), tuple(self.edges))


def meeting() -> Fragment:
    w = Writer(
        "a-1",
        "青禾市召开春耕生产会",
        "3月20日,青禾市政府召开春耕生产会。市长林望山主持会议。会议要求:要确保4月底前备足种子。本报记者 苏晚晴",
        date="2025-03-21",
        home="云岭省青禾市",
        publication="青禾日报",
    )
    city = w.node("Place", "青禾市", "我市", scope="云岭省", level="prefecture")
    province = w.node("Place", "云岭省", level="province")
    government = w.node("Agency", "青禾市政府", "市政府")
    mayor = w.node("Person", "林望山", scope="青禾市政府")
    event = w.node("Meeting", "春耕生产会", "会议", scope="青禾市政府", date="2025-03-20")
    demand = w.node("Directive", "要确保4月底前备足种子", scope="春耕生产会", deadline="2025-04")
    reporter = w.node("Person", "苏晚晴", scope="青禾日报")
    w.edge("CONVENED", government, event, "青禾市政府召开春耕生产会", confidence=0.95)
    w.edge("HOLDS_POST", mayor, government, "市长林望山", title="市长")
    w.edge("CHAIRED", mayor, event, "林望山主持会议")
    w.edge("ISSUED", event, demand, "会议要求:要确保4月底前备足种子", confidence=0.8)
    w.edge("LOCATED_IN", government, city, "青禾市政府")
    w.edge("PART_OF", city, province)
    w.edge("REPORTED_BY", ARTICLE, reporter, "本报记者 苏晚晴")
    return w.fragment()


def signing() -> Fragment:
    w = Writer(
        "a-2",
        "禾丰公司与市农科院签约",
        '禾丰种业公司与青禾市农科院合作。\n青禾市政府市长林望山出席签约仪式。禾丰种业公司建设"种子谷"项目,投资3.5亿元。',
        date="2025-04",
        home="云岭省青禾市",
    )
    company = w.node("Company", "禾丰种业公司", "禾丰公司")
    institute = w.node("Organization", "青禾市农科院", "市农科院", scope="青禾市")
    government = w.node("Agency", "青禾市政府")
    mayor = w.node("Person", "林望山", "林市长", scope="青禾市政府")
    ceremony = w.node("Activity", "签约仪式", scope="禾丰种业公司", date="2025-04", kind="signing")
    project = w.node("Project", "种子谷", scope="青禾市")
    money = w.node("Measurement", "投资", scope="种子谷", value="3.5", unit="亿元", number=350000000.0, base_unit="元")
    place = w.node("Place", "青禾市", scope="云岭省", level="prefecture", code="999900")
    w.edge("COOPERATES_WITH", institute, company, "禾丰种业公司与青禾市农科院合作")
    w.edge("HOLDS_POST", mayor, government, "青禾市政府市长林望山", title="市长", confidence=0.7)
    w.edge("ATTENDED", mayor, ceremony, "林望山出席签约仪式")
    w.edge("UNDERTAKES", company, project, '禾丰种业公司建设"种子谷"项目')
    w.edge("HAS_MEASUREMENT", project, money, "投资3.5亿元", confidence=1)
    w.edge("LOCATED_IN", project, place, "青禾市")
    w.edge("LOCATED_IN", project, place, "种子谷", confidence=0.4)
    return w.fragment()


def notice() -> Fragment:
    w = Writer(
        "a-3/旧 %?#",
        "印发文件",
        f"青禾市政府印发《种子管理办法(试行)》,{NASTY}",
    )
    government = w.node("Agency", "青禾市政府", "=HYPERLINK(1)", 'a|b;c,d\n"e"')
    event = w.node("Meeting", "春耕生产会", scope="青禾市政府", date="2025-03-20")
    policy = w.node("Policy", "种子管理办法(试行)", number="青政发〔2025〕7号")
    w.edge("RELEASED", government, policy, "青禾市政府印发《种子管理办法(试行)》")
    w.edge("CITES", event, policy, NASTY)
    return w.fragment()


def paper() -> list[Fragment]:
    """The three articles."""
    return [meeting(), signing(), notice()]
