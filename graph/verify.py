"""Whether an export or a database holds the graph: counts, checksums, and every element in which they differ.

What is held elsewhere comes as records (of a file: from the reader of its format), is put in order in a temporary file
and walked beside the graph. So it does not matter in which order it comes, and memory does not grow with the graph.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from graph.differences import Difference, differences_between, missing, repeated, surplus
from graph.errors import StoreError, UnknownNameError, UnreadableInputError
from graph.export import FORMATS
from graph.export.jsonl import edge_lines, node_lines
from graph.readable import Readable
from graph.records import GraphEdge, GraphNode

SHOWN = 20
"""How many differences of one kind are named; the rest is counted."""


@dataclass(frozen=True)
class Part:
    """How many there are, and a sha256 of them all in the order of their ids."""

    count: int
    checksum: str


@dataclass(frozen=True)
class Contents:
    """What a graph or an export holds.

    `properties` are the names, aliases, articles and properties of all nodes and edges, each value counted once.
    """

    nodes: Part
    edges: Part
    properties: Part
    evidence: Part


@dataclass
class Comparison:
    """What is held elsewhere, and how it differs from the graph: differences by name and, by kind, the count of all.

    `where` is the path or the address, `what` the format or the kind of database.
    """

    where: str
    what: str
    contents: Contents
    differences: list[Difference] = field(default_factory=list)
    totals: Counter[str] = field(default_factory=Counter)

    def note(self, difference: Difference) -> None:
        """Take a difference in."""
        self.totals[difference.kind] += 1
        if self.totals[difference.kind] <= SHOWN:
            self.differences.append(difference)

    def lines(self) -> list[str]:
        """Return a sentence for every difference named, and one for each kind of which there are more."""
        more = [
            f"{self.where}: {count - SHOWN} more of this kind: {kind}"
            for kind, count in self.totals.items()
            if count > SHOWN
        ]
        return [self._told(difference.text) for difference in self.differences] + more

    def _told(self, text: str) -> str:
        return text if text.startswith(self.where) else f"{self.where}: {text}"  # a broken file names itself


def checksum(store: Readable) -> str:
    """Return the sha256 of the canonical form: the bytes of `nodes.jsonl`, then those of `edges.jsonl`."""
    total = hashlib.sha256()
    with store.snapshot():
        streams: tuple[Iterable[bytes], ...] = (node_lines(store), edge_lines(store))
        for lines in streams:
            for line in lines:
                total.update(line)
    return total.hexdigest()


def contents(store: Readable) -> Contents:
    """Return the counts and checksums of the graph."""
    sums = _Sums()
    with store.snapshot():
        for node in store.nodes():
            sums.node(node)
        for edge in store.edges():
            sums.edge(edge)
    return sums.contents()


def compare(store: Readable, path: str | Path, format: str | None = None) -> Comparison:  # noqa: A002 - the reader's word
    """Compare what an export at `path` holds with the graph.

    The format is told from the name of the file or of the files in the folder, if it is not given. A file that is
    missing, cut off or damaged is a difference; what could be read of it is compared. Raises UnknownNameError when
    the format cannot be told or cannot be read back, and StoreError when the disk has no room for the comparison.
    """
    path = Path(path)
    name = format or format_of(path)
    chosen = FORMATS.get(name)
    if chosen is None or chosen.read is None:
        known = ", ".join(n for n, f in FORMATS.items() if f.read)
        raise UnknownNameError(f"{path}: no format {name!r} that can be compared; there are {known}")
    return compare_records(store, chosen.read([path / file for file in chosen.names] or [path]), str(path), name)


def compare_records(
    store: Readable, sources: Iterable[Iterator[GraphNode | GraphEdge]], where: str, what: str
) -> Comparison:
    """Compare nodes and edges that come from anywhere, in any order, with the graph; for databases too.

    `where` and `what` go into the result as they are. A source that raises UnreadableInputError is a difference, and
    what it gave before is compared; other errors pass. Raises StoreError when the disk has no room for the comparison.
    """
    broken: list[Difference] = []
    try:
        with _Sorted() as held, store.snapshot():
            for records in sources:
                held.take(records, broken)
            return _walk(store, held, Comparison(where, what, _Sums().contents()), broken)
    except sqlite3.Error as error:
        raise StoreError(f"{where}: the comparison needs room in the folder for temporary files: {error}") from error


def format_of(path: Path) -> str:
    """Return the format of an export by its file name, or by the files in its folder. Raises UnknownNameError."""
    if path.is_dir():
        found = {name: sum((path / file).exists() for file in f.names) for name, f in FORMATS.items() if f.names}
        best = max(found, key=lambda name: found[name])
        if found[best]:
            return best
        raise UnknownNameError(f"{path}: there is no export in this folder, such as nodes.jsonl and edges.jsonl")
    for name, f in FORMATS.items():
        if f.suffix and path.name.lower().endswith(f.suffix):
            return name
    known = ", ".join(f.suffix for f in FORMATS.values() if f.suffix)
    raise UnknownNameError(f"{path}: its name does not tell the format (it would end in {known}); name the format")


def _walk(store: Readable, held: _Sorted, found: Comparison, broken: Sequence[Difference]) -> Comparison:
    for difference in broken:
        found.note(difference)
    sums = _Sums()
    streams: tuple[tuple[bool, Iterator[GraphNode | GraphEdge]], ...] = ((False, store.nodes()), (True, store.edges()))
    for is_edge, wanted in streams:
        want = next(wanted, None)
        for key, group in groupby(held.records(is_edge), key=lambda record: record.id):
            records = list(group)
            for record in records:
                sums.edge(record) if isinstance(record, GraphEdge) else sums.node(record)
            while want is not None and want.id < key:
                found.note(missing(want))
                want = next(wanted, None)
            if want is None or want.id != key:
                found.note(surplus(records[0]))
                continue
            if len(records) > 1:
                found.note(repeated(want, len(records)))
            for record in records:
                for difference in differences_between(want, record):
                    found.note(difference)
            want = next(wanted, None)
        while want is not None:
            found.note(missing(want))
            want = next(wanted, None)
    found.contents = sums.contents()
    return found


class _Sorted:
    """Records in a temporary file, given back in the order of their ids."""

    def __enter__(self) -> _Sorted:
        self._db = sqlite3.connect("", isolation_level=None)
        self._db.execute("PRAGMA journal_mode = OFF").fetchone()
        self._db.execute("CREATE TABLE held (edge INTEGER NOT NULL, id TEXT NOT NULL, record TEXT NOT NULL)")
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()

    def take(self, records: Iterator[GraphNode | GraphEdge], broken: list[Difference]) -> None:
        """Store what a file holds, up to where it cannot be read."""
        self._db.execute("BEGIN")
        try:
            for record in records:
                text = json.dumps(record.to_record())
                self._db.execute("INSERT INTO held VALUES (?, ?, ?)", (type(record) is GraphEdge, record.id, text))
        except UnreadableInputError as error:
            broken.append(Difference("a file that cannot be read", str(error), ""))
        except (UnicodeEncodeError, sqlite3.IntegrityError, sqlite3.InterfaceError) as error:
            broken.append(Difference("a file that cannot be read", f"an id in it is no text ({error})", ""))
        self._db.execute("COMMIT")

    def records(self, is_edge: bool) -> Iterator[GraphNode | GraphEdge]:
        """Yield the nodes or the edges in id order."""
        kind: type[GraphNode] | type[GraphEdge] = GraphEdge if is_edge else GraphNode
        for (text,) in self._db.execute("SELECT record FROM held WHERE edge = ? ORDER BY id", (is_edge,)):
            yield kind.from_record(json.loads(text))


class _Sums:
    """Counts and checksums of records that come in id order, nodes first."""

    def __init__(self) -> None:
        self._sums = {name: hashlib.sha256() for name in ("nodes", "edges", "properties", "evidence")}
        self._counts = Counter[str]()

    def node(self, n: GraphNode) -> None:
        """Count a node in."""
        self._add("nodes", 1, (n.id, n.label))
        values = (n.name, n.aliases, sorted(n.properties.items()), n.articles)
        self._add("properties", 1 + len(n.aliases) + len(n.properties) + len(n.articles), (n.id, *values))

    def edge(self, e: GraphEdge) -> None:
        """Count an edge in."""
        self._add("edges", 1, (e.id, e.type, e.source, e.target))
        self._add("properties", len(e.properties) + len(e.articles), (e.id, sorted(e.properties.items()), e.articles))
        self._add("evidence", len(e.evidence), (e.id, e.to_record()["evidence"]))

    def contents(self) -> Contents:
        """Return the sums so far."""
        return Contents(**{name: Part(self._counts[name], total.hexdigest()) for name, total in self._sums.items()})

    def _add(self, name: str, count: int, values: object) -> None:
        self._counts[name] += count
        self._sums[name].update(json.dumps(values).encode() + b"\n")
