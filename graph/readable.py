"""What exports and comparisons ask of a graph, wherever it is kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol

from graph.records import GraphEdge, GraphNode

if TYPE_CHECKING:
    from graph.store import Counts


class Readable(Protocol):
    """A merged graph that gives its nodes and edges in the order of their ids, one at a time."""

    def nodes(self, label: str | None = None) -> Iterator[GraphNode]:
        """Yield the nodes, of one label or all, in id order."""

    def edges(self, type: str | None = None) -> Iterator[GraphEdge]:  # noqa: A002 - the data model's word
        """Yield the edges, of one type or all, in id order."""

    def counts(self) -> Counts:
        """Return how much the graph holds."""

    def snapshot(self) -> AbstractContextManager[None]:
        """Hold one state of the graph while it is read."""
