"""The schema as Python objects, read once from `schema.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

Kind = str | tuple[str, ...]
"""What a property holds: `string`, `date`, `number`, or the permitted words."""


@dataclass(frozen=True)
class Term:
    """The name and meaning of a type, relation, property or word in Chinese and English.

    `close` names terms of published vocabularies that mean much the same.
    """

    zh: str
    en: str
    comment_zh: str = ""
    comment_en: str = ""
    close: tuple[str, ...] = ()


@dataclass(frozen=True)
class NodeType(Term):
    """A node label with its identity, property kinds and the classes of published vocabularies that it is one of."""

    label: str = ""
    identity: tuple[str, ...] = ()
    properties: dict[str, Kind] = field(default_factory=dict)
    standard: tuple[str, ...] = ()


@dataclass(frozen=True)
class RelationType(Term):
    """A relation type with its permitted ends, qualifiers and property kinds.

    `standard` is the property of a published vocabulary that follows from it, with `^` where that runs the other way.
    """

    type: str = ""
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    qualifiers: tuple[str, ...] = ()
    symmetric: bool = False
    transitive: bool = False
    properties: dict[str, Kind] = field(default_factory=dict)
    standard: str | None = None


@dataclass(frozen=True)
class PropertyType(Term):
    """What a property of nodes and relations means. `standard` has one term for each label that has such a term."""

    standard: dict[str, str] = field(default_factory=dict)
    words: dict[str, Term] = field(default_factory=dict)


@dataclass(frozen=True)
class StatementClass(Term):
    """A class that only RDF has: an edge as a thing of its own, a piece of evidence."""


@dataclass(frozen=True)
class StatementProperty(Term):
    """A property of those classes.

    `range` is one of them, a label, `node` for any label, `relation` for a relation type, or a kind of value: `string`,
    `text` (in a language), `number`, `boolean`.
    """

    domain: tuple[str, ...] = ()
    range: str = "string"


@dataclass(frozen=True)
class Schema:
    """All types of the graph, in the order of the file. `about` names the graph itself; `version` is semantic."""

    version: str
    about: Term
    nodes: dict[str, NodeType]
    relations: dict[str, RelationType]
    properties: dict[str, PropertyType]
    statement_classes: dict[str, StatementClass]
    statement_properties: dict[str, StatementProperty]


@cache
def load_schema() -> Schema:
    """Return the schema that ships with the package."""
    import yaml  # many who import this module ask for no schema

    fast = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # every command reads the schema first
    text = files("graph").joinpath("schema.yaml").read_text(encoding="utf-8")
    raw = yaml.load(text, Loader=fast)  # noqa: S506 - both are safe loaders
    return Schema(
        version=str(raw["version"]),
        about=Term(**raw["about"]),
        nodes={name: NodeType(label=name, **_fields(entry)) for name, entry in raw["nodes"].items()},
        relations={name: RelationType(type=name, **_fields(entry)) for name, entry in raw["relations"].items()},
        properties={name: PropertyType(**_explained(entry)) for name, entry in raw["properties"].items()},
        statement_classes={
            name: StatementClass(**_fields(entry)) for name, entry in raw["statements"]["classes"].items()
        },
        statement_properties={
            name: StatementProperty(**_fields(entry)) for name, entry in raw["statements"]["properties"].items()
        },
    )


def _fields(entry: Mapping[str, Any]) -> dict[str, Any]:
    """The entry with tuples for lists, so that nothing of it can be changed by accident."""
    values = {name: tuple(value) if isinstance(value, list) else value for name, value in entry.items()}
    if "properties" in entry:
        values["properties"] = _fields(entry["properties"])
    return values


def _explained(entry: Mapping[str, Any]) -> dict[str, Any]:
    words = {word: Term(**names) for word, names in entry.get("words", {}).items()}
    return {**_fields(entry), "words": words}
