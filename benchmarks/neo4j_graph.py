"""An invented graph of any size for the benchmarks of the Neo4j side: like what newspapers give, without a text."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from neo4j import Driver

from graph.fragment import Article, Edge, Evidence, Fragment, Node
from graph.store import GraphStore

_SURNAMES, _GIVEN = "赵钱孙李周吴郑王冯陈", "安邦晨岱恩帆光浩嘉凯岚明宁鹏清瑞森涛维欣"
_POSTS = ("市长", "副市长", "县长", "局长", "书记")


def fragments(articles: int, seed: int = 1) -> Iterator[Fragment]:
    """Yield articles of about 5 nodes and 15 edges each, all with evidence; bodies and places shared by many."""
    draw = random.Random(seed)  # noqa: S311 - invented data, no secret
    for number in range(articles):
        county, town = draw.randrange(40), draw.randrange(400)
        date = f"2025-{draw.randrange(1, 13):02}-{draw.randrange(1, 29):02}"
        nodes = [
            Node("p0", "Place", f"青川{county}县", (f"县{county}",), {"level": "county"}),
            Node("p1", "Place", f"石桥{town}镇", (), {"level": "town", "scope": f"青川{county}县"}),
            Node("a0", "Agency", f"青川{county}县政府", ("县政府",)),
            Node("c0", "Company", f"远峰{town}风电公司"),
            Node("j0", "Project", f"石桥风电场{number}号", (), {"scope": f"青川{county}县"}),
            Node("m0", "Meeting", f"第{number}次常务会", ("会议",), {"scope": f"青川{county}县政府", "date": date}),
            Node(
                "d0",
                "Directive",
                f"要在{number}天内排查隐患并报告结果",
                (),
                {"scope": f"第{number}次常务会", "deadline": date},
            ),
        ]
        people = []
        for key in ("h0", "h1", "h2"):
            name = draw.choice(_SURNAMES) + draw.choice(_GIVEN) + draw.choice(_GIVEN)
            if name not in people:
                people.append(name)
                nodes.append(Node(key, "Person", name, (), {"scope": f"青川{county}县政府"}))
        edges = [
            _edge("CONVENED", "a0", "m0", number),
            _edge("ISSUED", "m0", "d0", number),
            _edge("DIRECTED_TO", "d0", "c0", number),
            _edge("UNDERTAKES", "c0", "j0", number),
            _edge("LOCATED_IN", "j0", "p1", number),
            _edge("LOCATED_IN", "c0", "p1", number),
            _edge("PART_OF", "p1", "p0", number),
            _edge("HELD_IN", "m0", "p0", number),
        ]
        for position, key in enumerate(("h0", "h1", "h2")[: len(people)]):
            edges.append(_edge("HOLDS_POST", key, "a0", number, title=_POSTS[(number + position) % len(_POSTS)]))
            edges.append(_edge("ATTENDED", key, "m0", number))
            edges.append(_edge("SPOKE_AT", key, "m0", number))
        yield Fragment(Article(f"n{number:07}", f"第{number}次常务会召开", "", date=date), tuple(nodes), tuple(edges))


def _edge(kind: str, source: str, target: str, number: int, **properties: str) -> Edge:
    words = f"{kind}:会议要求在第{number}日前,由各镇各部门负责落实,并把结果报告"
    return Edge(
        kind, source, target, (Evidence(100, 100 + len(words), words, f"rule-{kind.lower()}", 0.9),), properties
    )


def dense_pairs(edges: int) -> Iterator[Fragment]:
    """Yield articles of a hundred edges each, all of one type among nine pairs of nodes: posts that differ in their title."""
    nodes = (
        *(Node(f"h{number}", "Person", f"赵安{'一二三'[number]}") for number in range(3)),
        *(Node(f"a{number}", "Agency", f"青川{number}县政府") for number in range(3)),
    )
    for first in range(0, edges, 100):
        posts = tuple(
            _edge("HOLDS_POST", f"h{number % 3}", f"a{number // 3 % 3}", number, title=f"第{number}号岗位")
            for number in range(first, min(first + 100, edges))
        )
        yield Fragment(Article(f"d{first:07}", f"任命{first}", ""), nodes, posts)


def stored(folder: Path, said: Iterator[Fragment]) -> GraphStore:
    """Return an open store in a new folder that holds the fragments."""
    store = GraphStore.open(folder, create=True)
    summary = store.add(said)
    if summary.rejected:
        raise ValueError(f"the benchmark's own data is not sound: {summary.rejected[0]}")
    return store


def empty(driver: Driver) -> None:
    """Delete everything but the constraints, which every loader finds."""
    with driver.session() as session:
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()
