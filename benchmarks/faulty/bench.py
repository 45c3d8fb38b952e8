"""The graph that everything is done to, commands in processes of their own, and what counts as having stood a fault."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path

from graph.errors import GovgraphError
from graph.export import export
from graph.store import GraphStore

ROOT = Path(__file__).parents[2]
MAIN = "import sys; from govgraph.cli import main; main(sys.argv[1:], prog_name='govgraph')"


@dataclass(frozen=True)
class Ran:
    """What a command answered: its exit code (minus the signal that ended it), its output, what it said."""

    code: int
    out: str
    said: str

    @property
    def last(self) -> str:
        """The last line that it said."""
        return (self.said.strip().splitlines() or [""])[-1]


@dataclass
class Row:
    """A line of the table: how often a fault was made and how it ended, what was said, what was kept, what was wrong."""

    fault: str
    tries: int = 0
    ends: Counter[str] = field(default_factory=Counter)
    messages: Counter[str] = field(default_factory=Counter)
    kept: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)

    def judge(self, what: str, ran: Ran, *, fails: bool | None = None) -> None:
        """Count how a command ended: done, or exit 1 with a message. Everything else is wrong; so is not what `fails` asks."""
        self.tries += 1
        self.ends[f"exit {ran.code}"] += 1
        if ran.code not in (0, 1) or "Traceback" in ran.said:
            self.broken.append(f"{what}: exit {ran.code}: {ran.said.strip()[-400:]}")
        elif fails is not None and fails != bool(ran.code):
            self.broken.append(f"{what}: exit {ran.code}: {ran.last}")
        elif ran.code and not ran.last:
            self.broken.append(f"{what}: exit 1 without a word")
        elif ran.code:
            self.messages[_message(ran)] += 1

    def __str__(self) -> str:
        """Return the row in Markdown."""
        said = self.messages.most_common(1)
        cells = [
            f"{self.fault} ({self.tries})",
            ", ".join(f"{end}: {count}" for end, count in sorted(self.ends.items())),
            f"`{said[0][0]}`" if said else "",
            ", ".join(f"{kept}: {count}" for kept, count in self.kept.most_common()),
            f"**{len(self.broken)} WRONG**" if self.broken else "held",
        ]
        return f"| {' | '.join(cells)} |"


def _message(ran: Ran) -> str:
    said = ran.said.strip().splitlines()
    lines = [line for line in said if line.startswith("Error: ") or " is left out: " in line]
    return re.sub(r"copy-[0-9]+", "…", (lines or [ran.last])[-1].removeprefix("Error: ").replace("|", "/"))


class Bench:
    """A folder with an input of articles, the graph of the first half, and the canonical export of the graph of all."""

    def __init__(self, work: Path, articles: int, tries: int) -> None:
        """Build what is compared with; `tries` is how often each fault is made, about. Raises SystemExit when that does not succeed."""
        self.work, self.articles, self.tries = work, articles, tries
        listed = govgraph("articles", *map(str, sorted((ROOT / "seeds").glob("*.txt"))))
        records = [json.loads(line) for line in listed.out.splitlines()]
        lines = [
            json.dumps({**record, "id": f"copy-{number:05}"}, ensure_ascii=False)
            for number, record in enumerate(islice(cycle(records), articles))
        ]
        self.half, self.all = work / "half.jsonl", work / "all.jsonl"
        self.half.write_text("\n".join(lines[: articles // 2]), encoding="utf-8")
        self.all.write_text("\n".join(lines), encoding="utf-8")
        for path, graph in ((self.half, "half"), (self.all, "whole")):
            ran = govgraph("build", str(path), "-o", str(work / graph))
            if ran.code:
                raise SystemExit(f"the graph to compare with cannot be built: {ran.said[-500:]}")
        self.before, self.after = state(work / "half"), state(work / "whole")

    def graph(self, name: str = "half", *, into: Path | None = None) -> Path:
        """Return a fresh copy of the graph of half of the articles (`half`) or of all (`whole`)."""
        copy = into or self.work / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(self.work / name, copy)
        return copy

    def holds(self, what: str, folder: Path, row: Row) -> None:
        """Judge what a failed build has left: all that was there before, and once done again the graph of all articles."""
        try:
            with GraphStore.open(folder) as store:
                known = {article.id for article in store.articles()}
        except GovgraphError as error:
            row.broken.append(f"{what}: afterwards: {error}")
            return
        if lost := {f"copy-{n:05}" for n in range(self.articles // 2)} - known:
            row.broken.append(f"{what}: {len(lost)} articles are lost")
        row.kept["what was there" if len(known) < self.articles else "everything"] += 1
        again = govgraph("build", str(self.all), "-o", str(folder))
        if again.code or state(folder) != self.after:
            row.broken.append(f"{what}: done again it is another graph: {again.last}")


def govgraph(*arguments: str, before: str = "", limit: Callable[[], None] | None = None, out: str | None = None) -> Ran:
    """Run a command; `before` is Python that its process runs first, `limit` what it does before it becomes Python.

    `out` is a file that takes its output instead of the answer.
    """
    command = [sys.executable, "-c", f"{before}\n{MAIN}", *arguments]
    with Path(out or "/dev/null").open("wb") as file:
        done = subprocess.run(
            command,
            cwd=ROOT,
            stdout=file if out else subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            preexec_fn=limit,
        )
    return Ran(done.returncode, done.stdout or "", done.stderr)


def state(folder: Path) -> str:
    """Return the checksum of the canonical export. Raises GovgraphError when the graph cannot be read."""
    out = folder.with_name(f"{folder.name}-out")
    with GraphStore.open(folder) as store:
        files: Sequence[Path] = export(store, "jsonl", out).files
        total = hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()
    shutil.rmtree(out)
    return total
