"""A shape in the making, and the rules that shapes of nodes, relations and statements share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.ontology.terms import datatypes
from graph.ontology.turtle import Pair, blank, block, listed, literal, names
from graph.schema import Kind, Term

ONE: tuple[Pair, ...] = (("sh:minCount", ["1"]), ("sh:maxCount", ["1"]))
_INTERVAL = "^[0-9]{4}(-[0-9]{2}){0,2}/[0-9]{4}(-[0-9]{2}){0,2}$"


class Shape:
    """Collects the parts of one node shape, each a property shape with a name of its own."""

    def __init__(self, name: str, target: Pair, meaning: Term | None, message: str) -> None:
        self.name = f"gg:{name}-shape"
        self.head: list[Pair] = [("a", ["sh:NodeShape"]), target, ("sh:message", [literal(message, "en")])]
        if meaning is not None:
            self.head.insert(1, ("rdfs:label", names(meaning)))
        self.parts: list[tuple[str, list[Pair]]] = []

    def part(self, name: str, path: str, message: str, *rules: Pair, meaning: Term | None = None) -> None:
        """Add a property shape: what must hold of the values at `path`."""
        about: list[Pair] = [("a", ["sh:PropertyShape"]), ("sh:path", [path])]
        if meaning is not None:
            about.append(("sh:name", names(meaning)))
        self.parts.append((f"{self.name}-{name}", [*about, *rules, ("sh:message", [literal(message, "en")])]))

    def blocks(self) -> Iterator[str]:
        yield block(self.name, [*self.head, ("sh:property", [name for name, _ in self.parts])])
        for name, pairs in self.parts:
            yield block(name, pairs)


def has_id(shape: Shape) -> None:
    """Add that there is one id."""
    rules = *ONE, ("sh:datatype", ["xsd:string"]), ("sh:minLength", ["1"])
    shape.part("id", "dcterms:identifier", "has not one id", *rules)


def holds(shape: Shape, name: str, kind: Kind, meaning: Term) -> None:
    """Add what must hold of a property of the schema: at most one value, of its kind."""
    rules: list[Pair] = [("sh:maxCount", ["1"])]
    if isinstance(kind, tuple):
        rules.append(("sh:in", [listed(map(literal, kind))]))
        message = f"has a {name} that is none of {', '.join(kind)}"
    elif kind == "date":
        *exact, stretch = datatypes(kind)
        interval: list[Pair] = [("sh:datatype", [stretch]), ("sh:pattern", [literal(_INTERVAL)])]
        forms = [blank([("sh:datatype", [name])]) for name in exact]
        rules.append(("sh:or", [listed((*forms, blank(interval)))]))
        message = f"has a {name} that is no day, month or year, and no two of them with a slash between"
    else:
        rules.append(("sh:datatype", datatypes(kind)))
        message = f"has a {name} that is not one {kind}"
    shape.part(name, f"gg:{name}", message, *rules, meaning=meaning)


def one_of(labels: Sequence[str]) -> Pair:
    """Return the rule that a thing is of one of some labels."""
    if len(labels) == 1:
        return "sh:class", [f"gg:{labels[0]}"]
    return "sh:or", [listed(blank([("sh:class", [f"gg:{label}"])]) for label in labels)]
