"""Reads Chinese newspaper pages and government releases into a policy knowledge graph.

    import govgraph

    articles = govgraph.read_articles(["page.txt"], home="山西省吕梁市")
    with govgraph.GraphStore.open("my.graph", create=True) as store:
        store.add(govgraph.Extractor().fragments(articles))
    print(govgraph.ask("meeting_directives", "my.graph", agency="政协").records())

Everything here is loaded when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractors.learned.model import Model
    from extractors.page import divide
    from extractors.readers import read as read_articles
    from extractors.stages import Extractor
    from govgraph.learning import learn
    from graph.errors import GovgraphError
    from graph.export import export
    from graph.fragment import Article, Edge, Evidence, Fragment, Node
    from graph.judgements import Judgement
    from graph.review import Review
    from graph.store import GraphStore
    from graph.to_networkx import from_networkx, to_networkx
    from graph.verify import compare
    from queries.ask import ask, open_engine
    from queries.catalog import names as question_names
    from queries.table import Table

    __version__: str

_HOMES = {
    "Article": "graph.fragment",
    "Edge": "graph.fragment",
    "Evidence": "graph.fragment",
    "Extractor": "extractors.stages",
    "Fragment": "graph.fragment",
    "GovgraphError": "graph.errors",
    "GraphStore": "graph.store",
    "Judgement": "graph.judgements",
    "Model": "extractors.learned.model",
    "Node": "graph.fragment",
    "Review": "graph.review",
    "Table": "queries.table",
    "ask": "queries.ask",
    "compare": "graph.verify",
    "divide": "extractors.page",
    "export": "graph.export",
    "from_networkx": "graph.to_networkx",
    "learn": "govgraph.learning",
    "open_engine": "queries.ask",
    "question_names": "queries.catalog",
    "read_articles": "extractors.readers",
    "to_networkx": "graph.to_networkx",
}
"""The module that holds each public name."""

_OTHER_NAMES = {"read_articles": "read", "question_names": "names"}
"""What a public name is called in its module, where that differs."""

__all__ = [
    "Article",
    "Edge",
    "Evidence",
    "Extractor",
    "Fragment",
    "GovgraphError",
    "GraphStore",
    "Judgement",
    "Model",
    "Node",
    "Review",
    "Table",
    "ask",
    "compare",
    "divide",
    "export",
    "from_networkx",
    "learn",
    "open_engine",
    "question_names",
    "read_articles",
    "to_networkx",
]


def __getattr__(name: str) -> object:
    """Load a public name when it is first used."""
    if name == "__version__":
        return _version()
    if name not in _HOMES:
        raise AttributeError(f"module 'govgraph' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), _OTHER_NAMES.get(name, name))


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("govgraph")
    except PackageNotFoundError:  # run from a checkout that is not installed
        return "0+unknown"


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, "__version__"})
