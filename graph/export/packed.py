"""Lists as one text, for formats whose cells hold no lists: JSON, readable as it stands."""

from __future__ import annotations

import json
from collections.abc import Iterable
from json.encoder import encode_basestring as quoted
from typing import Any

from graph.records import GraphEvidence


def pack_texts(values: Iterable[str]) -> str:
    """Return texts as a JSON list."""
    return f"[{', '.join(map(quoted, values))}]"


def pack_evidence(evidence: Iterable[GraphEvidence]) -> str:
    """Return evidence as a JSON list of objects."""
    return f"[{', '.join(map(_proof, evidence))}]"


def unpack_texts(text: str) -> tuple[str, ...]:
    """Return the texts of a JSON list. Raises ValueError when it is none."""
    found = json.loads(text)
    if not isinstance(found, list) or not all(isinstance(item, str) for item in found):
        raise ValueError(f"not a list of texts: {text[:60]}")
    return tuple(found)


def unpack_evidence(text: str) -> tuple[GraphEvidence, ...]:
    """Return the evidence of a JSON list. Raises ValueError when it is none."""
    found = json.loads(text)
    if not isinstance(found, list):
        raise ValueError(f"not a list of evidence: {text[:60]}")
    return tuple(map(evidence_of, found))


def evidence_of(record: Any) -> GraphEvidence:
    """Return the evidence of a JSON object. Raises ValueError when a field is missing or unknown."""
    try:
        return GraphEvidence(**record)
    except TypeError as error:
        raise ValueError(f"not evidence: {error}") from error


def _proof(e: GraphEvidence) -> str:
    return (
        f'{{"article": {quoted(e.article)}, "start": {e.start}, "end": {e.end}, "text": {quoted(e.text)}, '
        f'"rule": {quoted(e.rule)}, "confidence": {e.confidence!r}}}'
    )
