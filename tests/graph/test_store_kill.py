"""A build that is killed at any moment loses nothing: doing it again gives the same bytes."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from graph.export import export
from graph.store import GraphStore

ROOT = Path(__file__).parents[2]

BUILD = """
import sys
from graph.fragment import Article, Edge, Evidence, Fragment, Node
from graph.store import GraphStore

def fragments():
    for i in range(3000):
        text = f"公司{i}在青禾市{i % 40}。"
        nodes = (Node("1", "Company", f"公司{i}"), Node("2", "Place", f"青禾市{i % 40}"))
        proof = Evidence(3, 3 + len(text) - 1, text[:-1], "r", 0.5)
        yield Fragment(Article(f"k-{i}", "标题", text), nodes, (Edge("LOCATED_IN", "1", "2", (proof,)),))

with GraphStore.open(sys.argv[1], create=True) as store:
    print("started", flush=True)
    summary = store.add(fragments(), extractor="1")
    assert not summary.rejected, summary.rejected[:1]
"""


def build(folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", BUILD, str(folder)], cwd=ROOT, stdout=subprocess.PIPE)


def canonical(folder: Path) -> bytes:
    with GraphStore.open(folder) as store:
        return b"".join(path.read_bytes() for path in export(store, "jsonl", folder / "out").files)


def test_ten_kills_leave_no_trace(tmp_path: Path) -> None:
    begun = time.monotonic()
    with build(tmp_path / "whole") as whole:
        whole.communicate()
    lasted = time.monotonic() - begun
    assert whole.returncode == 0
    expected = canonical(tmp_path / "whole")
    assert expected.count(b"\n") == 3000 + 3000 + 40 + 3000

    moments = random.Random(20250320)  # noqa: S311 - moments of a test, no secret
    killed = 0
    for _ in range(10):
        with build(tmp_path / "killed") as process:
            time.sleep(moments.uniform(0, lasted))
            process.send_signal(signal.SIGKILL)
            process.communicate()
        killed += process.returncode == -signal.SIGKILL
    assert killed > 0
    with build(tmp_path / "killed") as last:
        last.communicate()
    assert last.returncode == 0
    assert canonical(tmp_path / "killed") == expected
