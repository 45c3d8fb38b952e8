"""Texts that break what carries them, as graphs."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import strategies as st

from graph.fragment import Article, Edge, Evidence, Fragment, Node
from graph.store import GraphStore

TEXTS = [
    "",
    "'",
    '"`${x}\\',
    "\\u0041\\n\\",
    "a;b|c,d",
    "\r\n\t\x00\x0b\x7f\x85\x1f",
    "\n",
    "\u2028\u2029\ufeff\u200b",
    "𠮷𪚥 🌾👩‍🌾",
    "\u202eשלום مرحبا",
    "`}) DETACH DELETE n //",
    "'; MATCH (n) DETACH DELETE n; //",
    ":param rows => 1",
    "县" * 34_000,
]
NAMES = ["a`b", "a``", "x`}) DETACH DELETE n //", "\\u0060 x", "\\u005cu0060", "a\\", "Has Space", "项目", "$(x)"]


def worst() -> list[Fragment]:
    """An article for every text."""
    return [_saying(number, text, text, text) for number, text in enumerate(TEXTS)]


def stored(folder: Path, said: list[Fragment]) -> GraphStore:
    """Return an open graph of the articles, which must all be sound."""
    store = GraphStore.open(tempfile.mkdtemp(dir=folder), create=True)
    summary = store.add(said)
    assert summary.rejected == []
    return store


def _saying(number: int, name: str, alias: str, words: str) -> Fragment:
    nodes = (
        Node("p", "Person", f"赵{name}", (alias,) if alias else (), {"scope": name}),
        Node("a", "Agency", f"{number}{alias}局"),
        Node("j", "Project", f"{words}工程", (f"{words}工程二", "工程")),
    )
    words = words or "甲"
    evidence = tuple(Evidence(n, n + len(words), words, name, 0.5) for n in range(2))
    edges = (Edge("HOLDS_POST", "p", "a", evidence, {"title": words}), Edge("UNDERTAKES", "a", "j"))
    return Fragment(Article(f"{number}{name}", "", "", source=words, section=""), nodes, edges)


_texts = st.one_of(st.sampled_from(TEXTS), st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
fragments = st.builds(_saying, st.integers(0, 3), _texts, _texts, _texts)
