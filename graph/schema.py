"""The schema as Python objects, read once from `schema.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True)
class NodeType:
    """A node label with its names, explanation, identity and property kinds.

    `properties` maps a property to its kind: `string`, `date`, `number`, or a tuple of permitted words.
    """

    label: str
    zh: str
    en: str
    comment_zh: str
    comment_en: str
    identity: tuple[str, ...]
    properties: dict[str, str | tuple[str, ...]]


@dataclass(frozen=True)
class RelationType:
    """A relation type with its names, explanation, permitted ends, qualifiers and property kinds."""

    type: str
    zh: str
    en: str
    comment_zh: str
    comment_en: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    qualifiers: tuple[str, ...]
    symmetric: bool
    properties: dict[str, str | tuple[str, ...]]


@dataclass(frozen=True)
class Schema:
    """All node and relation types, in the order of the file."""

    version: int
    nodes: dict[str, NodeType]
    relations: dict[str, RelationType]


def _properties(raw: dict[str, Any] | None) -> dict[str, str | tuple[str, ...]]:
    return {name: tuple(kind) if isinstance(kind, list) else str(kind) for name, kind in (raw or {}).items()}


@cache
def load_schema() -> Schema:
    """Return the schema that ships with the package."""
    raw = yaml.safe_load(files("graph").joinpath("schema.yaml").read_text(encoding="utf-8"))
    nodes = {
        label: NodeType(
            label=label,
            zh=entry["zh"],
            en=entry["en"],
            comment_zh=entry["comment_zh"],
            comment_en=entry["comment_en"],
            identity=tuple(entry["identity"]),
            properties=_properties(entry.get("properties")),
        )
        for label, entry in raw["nodes"].items()
    }
    relations = {
        kind: RelationType(
            type=kind,
            zh=entry["zh"],
            en=entry["en"],
            comment_zh=entry["comment_zh"],
            comment_en=entry["comment_en"],
            source=tuple(entry["source"]),
            target=tuple(entry["target"]),
            qualifiers=tuple(entry.get("qualifiers", ())),
            symmetric=bool(entry.get("symmetric", False)),
            properties=_properties(entry.get("properties")),
        )
        for kind, entry in raw["relations"].items()
    }
    return Schema(version=int(raw["version"]), nodes=nodes, relations=relations)
