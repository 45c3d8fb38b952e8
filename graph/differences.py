"""In which ways two records of one element differ, each told in a sentence that names the element."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.records import GraphEdge, GraphEvidence, GraphNode

_LONGEST = 60


@dataclass(frozen=True)
class Difference:
    """One way in which an export differs from the graph: the kind of fault, a sentence, and the element's id."""

    kind: str
    text: str
    id: str


def missing(want: GraphNode | GraphEdge) -> Difference:
    """An element of the graph that is not there."""
    word = _word(want)
    return Difference(f"{word} missing", f"{word} {want.id!r} is missing", want.id)


def surplus(found: GraphNode | GraphEdge) -> Difference:
    """An element that the graph does not have."""
    word = _word(found)
    return Difference(f"{word} not in the graph", f"{word} {found.id!r} is not in the graph", found.id)


def repeated(want: GraphNode | GraphEdge, times: int) -> Difference:
    """An element that is there more than once."""
    word = _word(want)
    return Difference(f"{word} repeated", f"{word} {want.id!r} is there {times} times", want.id)


def differences_between(want: GraphNode | GraphEdge, found: GraphNode | GraphEdge) -> Iterator[Difference]:
    """Yield how what was found differs from what the graph has under the same id."""
    if want == found:
        return
    where = f"{_word(want)} {want.id!r}"

    def told(kind: str, text: str) -> Difference:
        return Difference(f"{_word(want)} with {kind}", f"{where}: {text}", want.id)

    if isinstance(want, GraphNode) and isinstance(found, GraphNode):
        if want.label != found.label:
            yield told("another label", _instead("label", found.label, want.label))
        if want.name != found.name:
            yield told("another name", _instead("name", found.name, want.name))
        for text in _members("alias", want.aliases, found.aliases):
            yield told("other aliases", text)
    elif isinstance(want, GraphEdge) and isinstance(found, GraphEdge):
        if want.type != found.type:
            yield told("another type", _instead("type", found.type, want.type))
        ends, other = (want.source, want.target), (found.source, found.target)
        if ends != other and ends == other[::-1]:
            yield told("ends swapped", f"source and target are swapped: {found.source!r} → {found.target!r}")
        elif ends != other:
            yield told("other ends", f"it runs {found.source!r} → {found.target!r}, the graph has {' → '.join(ends)}")
        for text in _evidence(want.evidence, found.evidence):
            yield told("other evidence", text)
    for text in _properties(want.properties, found.properties):
        yield told("other properties", text)
    for text in _members("article", want.articles, found.articles):
        yield told("other articles", text)


def _word(record: GraphNode | GraphEdge) -> str:
    return "edge" if isinstance(record, GraphEdge) else "node"


def _instead(name: str, found: object, want: object) -> str:
    return f"{name} is {_short(found)}, the graph has {_short(want)}"


def _properties(want: Mapping[str, Any], found: Mapping[str, Any]) -> Iterator[str]:
    for name in sorted(want.keys() | found.keys()):
        if name not in found:
            yield f"{name} is missing, the graph has {_short(want[name])}"
        elif name not in want:
            yield f"{name} is {_short(found[name])}, the graph has none"
        elif want[name] != found[name] or type(want[name]) is not type(found[name]):
            yield _instead(name, found[name], want[name])


def _members(name: str, want: Collection[str], found: Collection[str]) -> Iterator[str]:
    if want == found:
        return
    lost, added = sorted(set(want) - set(found)), sorted(set(found) - set(want))
    yield from (f"{name} {_short(text)} is missing" for text in lost)
    yield from (f"{name} {_short(text)} is not in the graph" for text in added)
    if not lost and not added:
        yield f"its {name} list has another order or repeats"


def _evidence(want: Collection[GraphEvidence], found: Collection[GraphEvidence]) -> Iterator[str]:
    if want == found:
        return
    lost, added = set(want) - set(found), set(found) - set(want)
    for words, e in sorted([("is missing", e) for e in lost] + [("is not in the graph", e) for e in added], key=str):
        place = f"{e.article!r}, {e.start}-{e.end} by {e.rule!r}"
        yield f"evidence of {place} ({_short(e.text)}, {e.confidence}) {words}"
    if not lost and not added:
        yield "its evidence has another order or repeats"


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
