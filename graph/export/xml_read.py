"""What the GraphML and GEXF files of this package hold, read element by element in constant memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, iterparse

from graph.errors import UnreadableInputError
from graph.export.flat import Flat
from graph.export.packed import unpack_evidence, unpack_texts
from graph.export.xml_text import plain
from graph.records import GraphEdge, GraphNode, with_confidence
from graph.schema import load_schema

_Values = Callable[[Element], dict[str, str]]


def read_graphml(path: Path, nodes: Flat, edges: Flat) -> Iterator[GraphNode | GraphEdge]:
    """Yield the nodes and edges of a GraphML file. Raises UnreadableInputError."""

    def values(element: Element) -> dict[str, str]:
        found = {child.get("key", ""): plain(child.text or "") for child in element}
        return {("name" if key == "label" else key.partition("-")[2]): value for key, value in found.items()}

    return _read(path, values, nodes, edges)


def read_gexf(path: Path, nodes: Flat, edges: Flat) -> Iterator[GraphNode | GraphEdge]:
    """Yield the nodes and edges of a GEXF file. Raises UnreadableInputError."""

    def values(element: Element) -> dict[str, str]:
        found = {
            child.get("for", "").partition("-")[2]: plain(child.get("value", "")) for part in element for child in part
        }
        return found if element.tag.endswith("}edge") else {**found, "name": plain(element.get("label", ""))}

    return _read(path, values, nodes, edges)


def _read(path: Path, values: _Values, nodes: Flat, edges: Flat) -> Iterator[GraphNode | GraphEdge]:
    last = "the beginning"
    try:
        with path.open("rb") as file:
            parents: list[Element] = []
            # The user's own exports; and expat itself stops texts that would swell by their entities.
            for event, element in iterparse(file, events=("start", "end")):  # noqa: S314
                kind = element.tag.rpartition("}")[2]
                if event == "start":
                    parents.append(element)
                    continue
                parents.pop()
                if kind not in ("node", "edge"):
                    continue
                last = f"{kind} {plain(element.get('id', ''))!r}"
                yield (
                    _node(element, values(element), nodes) if kind == "node" else _edge(element, values(element), edges)
                )
                parents[-1].clear()  # so that memory does not grow with the file
    except ParseError as error:
        raise UnreadableInputError(f"{path}: cut off or damaged after {last} ({error})") from error
    except (KeyError, ValueError) as error:
        raise UnreadableInputError(f"{path}: {last} is not as this program writes it ({error})") from error
    except OSError as error:
        raise UnreadableInputError(f"{path}: cannot be read: {error.strerror}") from error


def _node(element: Element, values: dict[str, str], table: Flat) -> GraphNode:
    label = values.pop("kind")
    if label not in load_schema().nodes:
        raise ValueError(f"unknown kind {label!r}")
    return GraphNode(
        id=plain(element.attrib["id"]),
        label=label,
        name=values.pop("name"),
        aliases=unpack_texts(values.pop("aliases", "[]")),
        articles=unpack_texts(values.pop("articles", "[]")),
        properties=table.properties(label, values),
    )


def _edge(element: Element, values: dict[str, str], table: Flat) -> GraphEdge:
    kind = values.pop("kind")
    if kind not in load_schema().relations:
        raise ValueError(f"unknown kind {kind!r}")
    confidence = values.pop("confidence", None)
    edge = GraphEdge(
        id=plain(element.attrib["id"]),
        type=kind,
        source=plain(element.attrib["source"]),
        target=plain(element.attrib["target"]),
        evidence=unpack_evidence(values.pop("evidence", "[]")),
        articles=unpack_texts(values.pop("articles", "[]")),
        properties=table.properties(kind, values),
    )
    return with_confidence(edge, None if confidence is None else float(confidence))
