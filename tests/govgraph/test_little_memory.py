"""Commands that may use no more memory say so, exit 1, and keep what was stored."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from graph.store import GraphStore

ROOT = Path(__file__).parents[2]
LIMITED = """
import resource, sys
from govgraph.cli import main
pages = int(open("/proc/self/statm").read().split()[0])
limit = pages * resource.getpagesize() + (int(sys.argv[1]) << 20)
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
main(sys.argv[2:], prog_name="govgraph")
"""


def limited(megabytes: int, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", LIMITED, str(megabytes), *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("megabytes", [8, 70])
def test_a_build_that_gets_no_more_memory_says_so_and_keeps_what_was_there(tmp_path: Path, megabytes: int) -> None:
    assert limited(4000, "build", "seeds/briefs.txt", "-o", str(tmp_path / "g")).returncode == 0
    with GraphStore.open(tmp_path / "g") as store:
        before = {article.id for article in store.articles()}
    done = limited(megabytes, "build", "seeds/columns.txt", "-o", str(tmp_path / "g"))
    assert done.returncode == 1, done.stderr
    assert "there is not enough memory" in done.stderr
    assert "Traceback" not in done.stderr
    with GraphStore.open(tmp_path / "g") as store:
        assert {article.id for article in store.articles()} >= before > set()


def test_a_cypher_question_under_a_limit_of_addresses_says_which(tmp_path: Path) -> None:
    with GraphStore.open(tmp_path / "g", create=True):
        pass
    done = limited(4000, "cypher", "MATCH (n) RETURN count(*) AS n", "-g", str(tmp_path / "g"))
    assert done.returncode == 1
    assert "lift that limit" in done.stderr
