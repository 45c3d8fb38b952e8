"""A graph that is kept as Parquet alone, as a cluster builds it or `export parquet` wrote it: to be exported and compared.

It has no texts and no fragments, so it takes no articles and answers no questions; a graph folder does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from graph.errors import StoreError
from graph.export.parquet_files import FORMAT, read_edges, read_nodes
from graph.records import GraphEdge, GraphNode
from graph.sqlite_file import FILE_NAME
from graph.store import Counts, GraphStore

T = TypeVar("T", GraphNode, GraphEdge)


def open_graph(folder: Path) -> GraphStore | ParquetGraph:
    """Open the graph of a folder to read it whole: a graph folder, or one that holds Parquet instead. Raises StoreError."""
    if not (folder / FILE_NAME).exists() and all((folder / name).exists() for name in FORMAT.names):
        return ParquetGraph(folder)
    return GraphStore.open(folder)


class ParquetGraph:
    """The nodes and edges of `nodes.parquet` and `edges.parquet`, files or folders of files, sorted by id."""

    def __init__(self, folder: Path) -> None:
        """Nothing is read before it is asked for."""
        self.folder = folder

    def __enter__(self) -> ParquetGraph:
        """Return the graph itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing is open between two readings."""

    def nodes(self, label: str | None = None) -> Iterator[GraphNode]:
        """Yield the nodes, of one label or all, in id order. Raises UnreadableInputError, and StoreError for another order."""
        found = self._sorted(read_nodes(self.folder / FORMAT.names[0]))
        return found if label is None else (node for node in found if node.label == label)

    def edges(self, type: str | None = None) -> Iterator[GraphEdge]:  # noqa: A002 - the data model's word
        """Yield the edges, of one type or all, in id order. Raises UnreadableInputError, and StoreError for another order."""
        found = self._sorted(read_edges(self.folder / FORMAT.names[1]))
        return found if type is None else (edge for edge in found if edge.type == type)

    def counts(self) -> Counts:
        """Return how much the graph holds; its articles are those that have a node."""
        labels = Counter(node.label for node in self.nodes())
        types: Counter[str] = Counter()
        evidence = 0
        for edge in self.edges():
            types[edge.type] += 1
            evidence += len(edge.evidence)
        return Counts(
            labels["Article"],
            labels.total(),
            types.total(),
            evidence,
            dict(sorted(labels.items())),
            dict(sorted(types.items())),
        )

    def snapshot(self) -> AbstractContextManager[None]:
        """Return a context that holds nothing: files that are complete are not changed."""
        return nullcontext()

    def _sorted(self, records: Iterator[T]) -> Iterator[T]:
        last = ""
        for record in records:
            if record.id <= last:
                raise StoreError(f"{self.folder}: {record.id!r} stands behind {last!r}; its parts must be sorted by id")
            last = record.id
            yield record
