"""What must hold for any file whatever: it is read and merged without a crash, in time, and what comes out is sound."""

from __future__ import annotations

import gzip
import signal
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from benchmarks.fuzzing.files import Case
from extractors.readers import read
from extractors.stages import Extractor
from graph.errors import GovgraphError, UnreadableInputError
from graph.export import export
from graph.fragment import ARTICLE, Article, Fragment
from graph.merge import merge
from graph.store import GraphStore
from graph.validate import validate

BASE = 1.0
"""Seconds of CPU that anything may take."""
PER_CHARACTER = 0.001
"""Seconds of CPU for each byte of a file that is read and for each character of a text: about ten times what is usual."""


class BrokenError(Exception):
    """Something that must hold does not."""


class Hang(BaseException):
    """The time is over. No Exception, so that nothing on the way takes it for an error of an article."""


@dataclass
class Outcome:
    """What a case came to: lines that are the same whenever the same file is read, and the slowest step."""

    lines: list[str] = field(default_factory=list)
    articles: int = 0
    reported: int = 0
    slowest: tuple[float, str] = (0.0, "")


def check(case: Case, folder: Path, extractor: Callable[[], Extractor], *, stored: bool) -> Outcome:
    """Run a case through everything. Raises BrokenError, Hang, or whatever crashes; `stored`: through a graph folder, too."""
    outcome = Outcome()
    path = folder / case.name
    path.write_bytes(case.data)
    size = len(gzip_opened(case.data)) if case.name.endswith(".gz") else len(case.data)
    with _bounded(outcome, "read", size):
        articles, reports = _read(path)
    outcome.articles, outcome.reported = len(articles), len(reports)
    _counted(case, articles, reports)
    outcome.lines += [str(report) for report in reports]
    fragments = []
    for article in articles:
        _must(article.id != "" and article.text == f"{article.title}\n{article.body}", "an article without id")
        with _bounded(outcome, "extract", len(article.text)):
            try:
                fragment = extractor().fragment(article)
            except GovgraphError as error:
                outcome.lines.append(str(error))
                continue
        _sound(fragment)
        fragments.append(fragment)
        outcome.lines.append(fragment.to_json(body=True))
    with _bounded(outcome, "merge", sum(len(f.article.text) for f in fragments)):
        _merged(fragments)
    if stored and fragments:
        with _bounded(outcome, "store", 2 * sum(len(f.article.text) for f in fragments)):
            _stored(fragments, folder)
    return outcome


def gzip_opened(packed: bytes) -> bytes:
    """Return what can be unpacked of a gzip file that may be damaged."""
    try:
        return gzip.decompress(packed)
    except (OSError, EOFError, ValueError, zlib.error):
        return packed


def _read(path: Path) -> tuple[list[Article], list[UnreadableInputError]]:
    reports: list[UnreadableInputError] = []
    articles = list(read([path], report=reports.append))
    return articles, reports


def _counted(case: Case, articles: list[Article], reports: list[UnreadableInputError]) -> None:
    _must(bool(articles or reports), "neither an article nor a report")
    _must(len({a.id for a in articles}) == len(articles), "two articles with one id")
    _must(all(case.name in str(report) for report in reports), f"a report without the file's name: {reports}")
    if case.name.endswith(".jsonl") and case.data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        lines = sum(1 for line in case.data.split(b"\n") if line.strip()) or 1
        _must(lines == len(articles) + len(reports), f"{lines} lines, {len(articles)} articles, {len(reports)} reports")


def _sound(fragment: Fragment) -> None:
    _must(not (problems := validate(fragment)), f"not sound: {'; '.join(problems[:3])}")
    text = fragment.article.text
    ids = {ARTICLE, *(node.id for node in fragment.nodes)}
    _must(len(ids) == len(fragment.nodes) + 1, "two nodes with one id")
    for edge in fragment.edges:
        _must(edge.source in ids and edge.target in ids, f"an end of {edge.type} does not exist")
        for proof in edge.evidence:
            _must(text[proof.start : proof.end] == proof.text, f"{proof} is not at its offsets")
    record = fragment.to_record(body=True)
    _must(Fragment.from_record(record) == fragment, "a fragment read back is another")


def _merged(fragments: list[Fragment]) -> None:
    nodes, edges = merge(fragments)
    ids = [node.id for node in nodes]
    _must(ids == sorted(set(ids)), "node ids are not sorted or not one each")
    known = set(ids)
    for edge in edges:
        _must(edge.source in known and edge.target in known, f"an end of {edge.id} does not exist")
    _must(merge(fragments[::-1]) == (nodes, edges), "merged in another order it is another graph")
    _must(merge([*fragments, *fragments]) == (nodes, edges), "merged twice it is another graph")


def _stored(fragments: list[Fragment], folder: Path) -> None:
    nodes, edges = merge(fragments)
    with GraphStore.open(folder / "graph", create=True) as store:
        empty = store.generation
        summary = store.add(fragments, extractor="fuzz")
        _must(not summary.rejected and summary.added == len(fragments), f"not all stored: {summary}")
        counts = store.counts()
        _must((counts.nodes, counts.edges) == (len(nodes), len(edges)), "the store counts other nodes or edges")
        _must((list(store.nodes()), list(store.edges())) == (nodes, edges), "the store gives other nodes or edges")
        for name in ("jsonl", "nquads"):
            export(store, name, folder / f"out-{name}")
        store.remove([fragment.article.id for fragment in fragments])
        left = store.counts()
        _must((left.articles, left.nodes, left.edges, left.evidence) == (0, 0, 0, 0), "something is left of a removal")
        _must(store.generation == empty, "an emptied graph is not the empty graph")


def _must(holds: bool, said: str) -> None:
    if not holds:
        raise BrokenError(said)


@contextmanager
def _bounded(outcome: Outcome, step: str, size: int) -> Iterator[None]:
    limit = BASE + PER_CHARACTER * size

    def over(_signal: int, _frame: FrameType | None) -> None:
        raise Hang(f"{step} took more than {limit:.1f} s of CPU for {size} characters")

    before = signal.signal(signal.SIGVTALRM, over)
    signal.setitimer(signal.ITIMER_VIRTUAL, limit)
    begun = time.process_time()
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
        taken = time.process_time() - begun
        outcome.slowest = max(outcome.slowest, (taken / (BASE + size * PER_CHARACTER), f"{step} {size}: {taken:.2f} s"))
