"""Turtle, written by hand: the same text from the same terms, in the order of the reader's interest, without an engine."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from graph.schema import Term

Pair = tuple[str, Sequence[str]]
"""A predicate and its objects, as they stand in Turtle. A pair without objects is left out."""


def document(prefixes: Mapping[str, str], blocks: Iterable[str]) -> str:
    """Return a whole file. Only the prefixes that the blocks use are declared."""
    body = "\n".join(blocks)
    used = {name: iri for name, iri in prefixes.items() if re.search(rf"(?<![\w:<]){name}:\w", body)}
    return "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in used.items()) + "\n" + body


def block(subject: str, pairs: Iterable[Pair]) -> str:
    """Return the statements about one subject."""
    return f"{subject}\n    " + " ;\n    ".join(_said(pairs)) + " .\n"


def blank(pairs: Iterable[Pair]) -> str:
    """Return a nameless thing, to stand as an object."""
    return "[ " + " ; ".join(_said(pairs)) + " ]"


def _said(pairs: Iterable[Pair]) -> list[str]:
    return [f"{predicate} {' , '.join(objects)}" for predicate, objects in pairs if objects]


def listed(members: Iterable[str]) -> str:
    """Return a list."""
    return f"( {' '.join(members)} )"


def literal(text: str, language: str = "") -> str:
    """Return a text, in a language where one is given."""
    escaped = text.translate({ord("\\"): "\\\\", ord('"'): '\\"', ord("\n"): "\\n", ord("\r"): "\\r", ord("\t"): "\\t"})
    return f'"{escaped}"@{language}' if language else f'"{escaped}"'


def names(term: Term) -> tuple[str, str]:
    """Return what a term is called in Chinese and in English."""
    return literal(term.zh, "zh"), literal(term.en, "en")


def comments(term: Term) -> tuple[str, ...]:
    """Return what a term means in Chinese and in English; nothing for one that needs no explanation."""
    return (literal(term.comment_zh, "zh"), literal(term.comment_en, "en")) if term.comment_en else ()
