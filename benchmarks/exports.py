"""Speed and memory of every file export, and of reading it back, on an invented graph; GraphML beside networkx.

    python -m benchmarks.exports [--articles N] [--formats graphml,csv]

An element is a node or an edge. Each figure comes from a process of its own; seconds are CPU seconds, the best of a few
rounds. networkx is given the same graph in memory, its lists packed as texts, and only its writer is timed (and the one
on lxml, where that is installed); govgraph's time includes reading the stored graph. Peak memory is that of the whole
process; the small graph shows what does not grow.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from graph.export import FORMATS, export
from graph.export.packed import pack_evidence, pack_texts
from graph.fragment import ARTICLE, Article, Edge, Evidence, Fragment, Node
from graph.store import GraphStore
from graph.verify import compare

if TYPE_CHECKING:
    import networkx

ROUNDS = 5
PEERS = {"networkx": "write_graphml_xml", "networkx, lxml": "write_graphml_lxml"}
_BODIES = ("发改局", "水务局", "教育局", "农业农村局", "交通运输局", "财政局")
_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨"
_GIVEN = "山水云林田禾春秋晓明文远长青"


def fragments(number: int) -> Iterator[Fragment]:
    """Yield invented articles: a meeting with its people and demands, a company with its project and its figures."""
    for i in range(number):
        county = f"第{i % 400}县"
        body, mayor = f"{county}{_BODIES[i % 6]}", _person(i)
        event, demand = f"{county}工作推进会", f"要在{i % 28 + 1}日前完成第{i}号任务,落实到人、到户、到田"
        firm, project = f"{county}第{i % 7}种业公司", f"第{i}号种子基地"
        title = f"{county}召开第{i}次会议"
        text = f"{body}召开{event}。局长{mayor}主持会议并强调,{demand}。{firm}建设{project},投资{i % 90 + 1}亿元。"
        nodes = [
            Node("c", "Place", county, ("该县",), {"scope": "云岭省", "level": "county"}),
            Node("a", "Agency", body, (_BODIES[i % 6],)),
            Node("p", "Person", mayor, (), {"scope": body}),
            Node("m", "Meeting", event, ("会议",), {"scope": body, "date": f"2025-{i % 12 + 1:02}-{i % 28 + 1:02}"}),
            Node("d", "Directive", demand, (), {"scope": event}),
            Node("f", "Company", firm),
            Node("j", "Project", project, (), {"scope": county}),
            Node("n", "Measurement", "投资", (), {"scope": project, "value": str(i % 90 + 1), "unit": "亿元"}),
        ]
        about = Article(id=f"article-{i:07}", title=title, body=text, date="2025-06-01", publication="云岭日报")
        said = [
            ("CONVENED", "a", "m", f"{body}召开{event}", {}),
            ("HOLDS_POST", "p", "a", f"局长{mayor}", {"title": "局长"}),
            ("CHAIRED", "p", "m", f"{mayor}主持会议", {}),
            ("ISSUED", "m", "d", demand, {}),
            ("LOCATED_IN", "a", "c", "", {}),
            ("LOCATED_IN", "f", "c", firm, {}),
            ("UNDERTAKES", "f", "j", f"{firm}建设{project}", {}),
            ("HAS_MEASUREMENT", "j", "n", f"{project},投资{i % 90 + 1}亿元", {}),
            ("REPORTED_BY", ARTICLE, "p", mayor, {}),
        ]
        edges = [Edge(kind, s, t, _proof(about, words, kind), more) for kind, s, t, words, more in said]
        yield Fragment(about, tuple(nodes), tuple(edges))


def _person(i: int) -> str:
    return _SURNAMES[i % 16] + _GIVEN[i // 16 % 14] + _GIVEN[i // 224 % 14]


def _proof(article: Article, words: str, kind: str) -> tuple[Evidence, ...]:
    if not words:
        return ()
    start = article.text.index(words)
    return (Evidence(start, start + len(words), words, kind.lower(), 0.9),)


def timed(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the fewest CPU seconds of a few rounds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def measure(task: str, folder: Path, out: Path) -> dict[str, float]:
    """Return seconds, elements and peak megabytes of one task in this process."""
    with GraphStore.open(folder) as store:
        counts = store.counts()
        if task in PEERS:
            import networkx

            graph, write = flat_networkx(store), getattr(networkx, PEERS[task])
            seconds = timed(lambda: write(graph, out))
        elif task.startswith("verify "):
            seconds = timed(lambda: compare(store, out, task.removeprefix("verify ")), rounds=1)
        else:
            seconds = timed(lambda: export(store, task, out))
    size = sum(path.stat().st_size for path in (out.iterdir() if out.is_dir() else [out]))
    return {
        "seconds": seconds,
        "elements": counts.nodes + counts.edges,
        "size": size / 1e6,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def flat_networkx(store: GraphStore) -> networkx.MultiDiGraph[str]:
    """Return the graph as networkx can write it: no lists, no attribute that is None."""
    import networkx

    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for n in store.nodes():
        lists = {"aliases": pack_texts(n.aliases), "articles": pack_texts(n.articles)}
        graph.add_node(n.id, label=n.label, name=n.name, **lists, **n.properties)
    for e in store.edges():
        more = {"evidence": pack_evidence(e.evidence), "articles": pack_texts(e.articles), **e.properties}
        if e.confidence is not None:
            more["confidence"] = e.confidence
        graph.add_edge(e.source, e.target, key=e.id, type=e.type, **more)
    return graph


def main() -> None:
    """Print a line for each format, and how GraphML compares with networkx."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--formats", default=",".join(name for name, f in FORMATS.items() if f.read))
    parser.add_argument("--task", nargs=3, help=argparse.SUPPRESS, metavar=("TASK", "GRAPH", "OUT"))
    arguments = parser.parse_args()
    if arguments.task:
        task, folder, out = arguments.task
        print(json.dumps(measure(task, Path(folder), Path(out))))
        return
    with TemporaryDirectory() as place:
        graphs = {"whole": Path(place, "whole"), "small": Path(place, "small")}
        for folder, number in zip(graphs.values(), (arguments.articles, arguments.articles // 10), strict=True):
            with GraphStore.open(folder, create=True) as store:
                store.add(fragments(number))
        print(
            f"{'format':14} {'elements/s':>11} {'MB':>7} {'peak MB':>8} {'of a tenth':>11} {'read back and compared/s':>25}"
        )
        rates = {}
        for name in arguments.formats.split(","):
            out = Path(place, name)
            small, whole, back = (
                run_task(task, graphs[which], out)
                for task, which in ((name, "small"), (name, "whole"), (f"verify {name}", "whole"))
            )
            rates[name] = whole["elements"] / whole["seconds"]
            print(
                f"{name:14} {rates[name]:11,.0f} {whole['size']:7.1f} {whole['memory']:8.0f} {small['memory']:11.0f}"
                f" {back['elements'] / back['seconds']:25,.0f}"
            )
        for name in PEERS if "graphml" in rates else ():
            if "lxml" in name and find_spec("lxml") is None:
                continue
            peer = run_task(name, graphs["whole"], Path(place, "peer"))
            rate = peer["elements"] / peer["seconds"]
            print(
                f"{name:14} {rate:11,.0f} {peer['size']:7.1f} {peer['memory']:8.0f}"
                f"   GraphML of {peer['elements']:,.0f} elements; govgraph is {rates['graphml'] / rate:.1f} times as fast"
            )


def run_task(task: str, folder: Path, out: Path) -> dict[str, float]:
    """Return what `measure` finds in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.exports", "--task", task, str(folder), str(out)]
    found: dict[str, float] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    return found


if __name__ == "__main__":
    main()
