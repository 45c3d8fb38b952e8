"""The schema's properties as columns of flat tables, for formats that put all nodes, or all edges, in one.

A column is named after its property. Where labels do not agree on a property's type, the texts move to a column
with the label in front: `number` is a number (of a Measurement), `policy_number` a text. A name that a format
needs for itself (`kind` in GraphML) gets the label in front too: `activity_kind`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from graph.records import canonical_number
from graph.schema import NodeType, RelationType, load_schema

Kind = Literal["string", "number"]


@dataclass(frozen=True)
class Flat:
    """The columns of one table in order, and which column each property of a label or type is in."""

    columns: dict[str, Kind]
    homes: dict[str, dict[str, str]]

    def values(self, owner: str, properties: Mapping[str, Any]) -> dict[str, Any]:
        """Return properties of a label or type by their columns."""
        home = self.homes[owner]
        return {home[name]: value for name, value in properties.items()}

    def properties(self, owner: str, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return the properties that columns give, sorted; numbers in the form of the canonical records.

        Raises ValueError for a value in a column that the label or type does not have.
        """
        names = {column: name for name, column in self.homes[owner].items()}
        found = {}
        for column, value in values.items():
            if column not in names:
                raise ValueError(f"{owner} has no {column!r}")
            found[names[column]] = canonical_number(value) if self.columns[column] == "number" else value
        return dict(sorted(found.items()))


@cache
def node_table(taken: Collection[str] = frozenset()) -> Flat:
    """Return the columns for the properties of all nodes; `taken` are names that the format needs itself."""
    return _flat(load_schema().nodes, taken)


@cache
def edge_table(taken: Collection[str] = frozenset()) -> Flat:
    """Return the columns for the properties of all edges; `taken` are names that the format needs itself."""
    return _flat(load_schema().relations, taken)


def _flat(owners: Mapping[str, NodeType] | Mapping[str, RelationType], taken: Collection[str]) -> Flat:
    kinds: dict[str, set[Kind]] = {}
    for owner in owners.values():
        for name, kind in owner.properties.items():
            kinds.setdefault(name, set()).add(_kind(kind))
    columns: dict[str, Kind] = {}
    homes: dict[str, dict[str, str]] = {}
    for label, owner in owners.items():
        homes[label] = {}
        for name, kind in owner.properties.items():
            apart = name in taken or (len(kinds[name]) > 1 and _kind(kind) == "string")
            column = f"{label.lower()}_{name}" if apart else name
            columns[column] = _kind(kind)
            homes[label][name] = column
    return Flat(dict(sorted(columns.items())), homes)


def _kind(kind: str | tuple[str, ...]) -> Kind:
    return "number" if kind == "number" else "string"
