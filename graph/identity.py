"""Which things are the same: stable, readable ids made from what the schema calls a type's identity.

    Person:王强@某省某市                       name@scope
    Agency:发改委@某省某市                     key@scope
    Meeting:年度工作会@某省某市@2025-03-20     key@scope@occasion
    HOLDS_POST:Person:…|Agency:…|副市长        source|target|qualifiers

`key` is the form that the extractors bring all printed ones to; a node without one goes by its name (`key|name` in the schema).
Two texts that differ only in width, spaces or invisible characters are the same. Parts that are missing stay
empty between their separators and are dropped at the end; separators inside a part are escaped with a
backslash, so two different keys never give one id. A key with a long part is cut to be readable and ends in a
checksum of the whole.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from graph.errors import UnknownNameError
from graph.schema import load_schema

_LONGEST_PART = 40
_KEPT_OF_A_LONG_PART = 24
_LONGEST_EDGE_KEY = 160
_KEPT_OF_A_LONG_EDGE_KEY = 120
_SPACE = re.compile(r"\s+")


@lru_cache(maxsize=1 << 15)
def normalise(text: str) -> str:
    """Return the text in NFKC, invisible characters dropped, runs of whitespace as one space, ends trimmed."""
    wide = _SPACE.sub(" ", unicodedata.normalize("NFKC", text))
    return "".join(c for c in wide if unicodedata.category(c) not in ("Cc", "Cf") and c not in "\ufffe\uffff").strip()


def node_id(label: str, name: str, properties: Mapping[str, Any]) -> str:
    """Return the id of a node, e.g. `Person:王强@某省某市`. For Article, `name` is the article's id.

    Raises UnknownNameError for a label that the schema lacks.
    """
    if label == "Article":
        return f"Article:{name}"
    kind = load_schema().nodes.get(label)
    if kind is None:
        raise UnknownNameError(f"no node label {label!r} in the schema")
    values = [normalise(_part(part, name, properties)) for part in kind.identity]
    key = f"{label}:{_join(values, '@')}"
    if all(len(value) <= _LONGEST_PART for value in values):
        return key
    short = [v if len(v) <= _LONGEST_PART else v[:_KEPT_OF_A_LONG_PART] for v in values]
    return f"{label}:{_join(short, '@')}~{_checksum(key)}"


def edge_id(type: str, source_id: str, target_id: str, properties: Mapping[str, Any]) -> str:  # noqa: A002 - the data model's word
    """Return the id of an edge from its type, its ends and its qualifiers. A symmetric relation sorts its ends.

    Raises UnknownNameError for a type that the schema lacks.
    """
    relation = load_schema().relations.get(type)
    if relation is None:
        raise UnknownNameError(f"no relation type {type!r} in the schema")
    ends = edge_ends(type, source_id, target_id)
    key = f"{type}:{_join([*ends, *(normalise(_text(properties.get(q))) for q in relation.qualifiers)], '|')}"
    if len(key) <= _LONGEST_EDGE_KEY:
        return key
    return f"{key[:_KEPT_OF_A_LONG_EDGE_KEY]}~{_checksum(key)}"


def edge_ends(type: str, source_id: str, target_id: str) -> tuple[str, str]:  # noqa: A002 - the data model's word
    """Return source and target as they are stored: sorted when the relation is symmetric."""
    relation = load_schema().relations.get(type)
    if relation is not None and relation.symmetric and target_id < source_id:
        return target_id, source_id
    return source_id, target_id


def article_node_id(article_id: str) -> str:
    """Return the id of the node that stands for an article."""
    return f"Article:{article_id}"


def _part(choice: str, name: str, properties: Mapping[str, Any]) -> str:
    """Return one part of the identity: of `key|name` the first that the node gives."""
    for part in choice.split("|"):
        value = name if part == "name" else properties.get(part)
        if value is not None:
            return _text(value)
    return ""


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _join(parts: Sequence[str], separator: str) -> str:
    """Join the parts, escaped, without the empty ones at the end."""
    filled = max((i for i, part in enumerate(parts, 1) if part), default=0)
    marks = ("\\", separator, "~")
    return separator.join([_escaped(part, marks) for part in parts[:filled]])


def _escaped(part: str, marks: tuple[str, ...]) -> str:
    for mark in marks:  # the backslash first: the others bring new ones
        if mark in part:
            part = part.replace(mark, f"\\{mark}")
    return part


def _checksum(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8")).hexdigest()[:12]
