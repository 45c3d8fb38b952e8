"""What the IRIs of a graph stand for: nodes, edges and evidence as a reader knows them, with the articles behind them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from graph.identity import article_node_id
from graph.ontology.terms import NAMESPACES
from graph.schema import load_schema
from graph.vocabulary import iri, own_prefixes

if TYPE_CHECKING:
    from pyoxigraph import Store
    from rdflib.term import Node

_NAMED = 3
"""How many articles are named; the others are counted."""


class Naming:
    """Says what the IRIs of a graph stand for."""

    def __init__(self, store: Store, base: str) -> None:
        self._store = store
        self._own = own_prefixes(base)
        self.gg = self._own["gg"]

    def other_base(self) -> str | None:
        """The base of a graph that has another one than ours: none of our classes, but one with the name of a label."""
        from pyoxigraph import DefaultGraph, NamedNode

        kind, labels = NamedNode(iri("rdf:type")), load_schema().nodes
        if any(
            any(self._store.quads_for_pattern(None, kind, NamedNode(self.gg + label), DefaultGraph()))
            for label in labels
        ):
            return None
        ours = re.compile(f"(.+([:/]))schema\\2(?:{'|'.join(labels)})")
        classes = (quad.object for quad in self._store.quads_for_pattern(None, kind, None, DefaultGraph()))
        found = (ours.fullmatch(str(getattr(name, "value", ""))) for name in classes)
        return next((match[1] for match in found if match), None)

    def short(self, name: str) -> str:
        """The IRI with a prefix."""
        for prefix, start in {**NAMESPACES, **self._own}.items():
            if name.startswith(start):
                return f"{prefix}:{unquote(name.removeprefix(start))}"
        return name

    def value(self, value: Node) -> str:
        """A value as a reader knows it: an id, a term or the text itself."""
        import rdflib

        if isinstance(value, rdflib.Literal):
            return repr(str(value))
        return self._id(str(value)) or self.short(str(value))

    def thing(self, name: str) -> str:
        """What a node, edge or evidence is, and which articles say it. The name is as in N-Triples: `<…>` or `_:…`."""
        name = name.strip("<>")
        if owner := self._owner(name):
            return f"evidence of {self._known(owner)}{self._passage(name)}"
        return f"{self._known(name)}{self._articles(name)}"

    def _known(self, name: str) -> str:
        known = self._id(name)
        if known is None:
            return self.short(name)
        return f"{'edge' if name.startswith(self._own['edge']) else 'node'} {known}"

    def _id(self, name: str) -> str | None:
        return next(iter(sorted(self._all(name, iri("dcterms:identifier")))), None)

    def _owner(self, name: str) -> str | None:
        from pyoxigraph import DefaultGraph, NamedNode

        if name.startswith("_:"):
            return None
        evidence = NamedNode(self.gg + "evidence")
        owners = self._store.quads_for_pattern(None, evidence, NamedNode(name), DefaultGraph())
        return next(iter(sorted(str(getattr(quad.subject, "value", "")) for quad in owners)), None)

    def _articles(self, name: str) -> str:
        articles = sorted(self._article(source) for source in self._all(name, iri("prov:wasDerivedFrom")))
        more = f" and {len(articles) - _NAMED} more" if len(articles) > _NAMED else ""
        return f" (article {', '.join(articles[:_NAMED])}{more})" if articles else ""

    def _passage(self, name: str) -> str:
        for passage in self._all(name, iri("prov:wasQuotedFrom")):
            if found := re.fullmatch("(.*)#char=([0-9]+),([0-9]+)", passage, re.DOTALL):
                return f" (article {self._article(found[1])}, characters {found[2]} to {found[3]})"
        return ""

    def _article(self, name: str) -> str:
        return unquote(name.removeprefix(self._own["node"])).removeprefix(article_node_id(""))

    def _all(self, name: str, predicate: str) -> list[str]:
        from pyoxigraph import DefaultGraph, NamedNode

        if name.startswith("_:"):
            return []
        found = self._store.quads_for_pattern(NamedNode(name), NamedNode(predicate), None, DefaultGraph())
        return [str(getattr(quad.object, "value", "")) for quad in found]
