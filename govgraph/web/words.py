"""The words of the pages in Chinese and English: `words.yaml`, and for types and properties the schema's own."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal, cast

import yaml

from graph.schema import Term, load_schema

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")


class Vocabulary:
    """Everything a page says, in one language."""

    def __init__(self, language: Language) -> None:
        """Take the language."""
        self.language = language

    def text(self, key: str, /, **values: object) -> str:
        """Return the words of a key, `{name}` replaced by the values; of `key.one`, if there is one, for a `count` of one.

        Raises KeyError for a key that there is not.
        """
        if values.get("count") == 1 and f"{key}.one" in _words():
            key = f"{key}.one"
        return _words()[key][self.language].format(**values)

    def label(self, label: str) -> str:
        """Return what a node label is called."""
        term = load_schema().nodes.get(label)
        return label if term is None else self._of(term)

    def relation(self, kind: str, direction: str = "out") -> str:
        """Return what a relation is called, seen from its source (`out`) or its target (`in`)."""
        key = f"{direction}.{kind}"
        if key in _words():
            return self.text(key)
        term = load_schema().relations.get(kind)
        return kind if term is None else self._of(term)

    def property(self, name: str) -> str:
        """Return what a property of a thing or fact is called."""
        term = load_schema().properties.get(name)
        return name if term is None else self._of(term)

    def field(self, name: str) -> str:
        """Return what a parameter of a question or a column of an answer is called; unknown ones go by their names."""
        key = f"field.{name}"
        if key in _words():
            return self.text(key)
        return self.property(name) if name in load_schema().properties else name.replace("_", " ")

    def value(self, name: str, value: object) -> str:
        """Return a property's value, in words where it is one of a list."""
        term = load_schema().properties.get(name)
        word = term.words.get(str(value)) if term else None
        return str(value) if word is None else self._of(word)

    def _of(self, term: Term) -> str:
        return term.zh if self.language == "zh" else term.en


@cache
def vocabulary(language: Language) -> Vocabulary:
    """Return the words of a language."""
    return Vocabulary(language)


@cache
def _words() -> dict[str, dict[Language, str]]:
    text = files("govgraph.web").joinpath("words.yaml").read_text(encoding="utf-8")
    return cast("dict[str, dict[Language, str]]", yaml.safe_load(text))
