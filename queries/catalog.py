"""The canned questions: one file a language, the same name in both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from math import isfinite

from graph.errors import GovgraphError, InvalidRecordError, UnknownNameError
from queries.header import Column, Parameter, parse

Value = str | int | float
"""What a parameter holds."""

_DATE = re.compile(r"(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?")


class InvalidParameterError(GovgraphError):
    """The value given for a parameter is not of the parameter's type, or there is none for one that needs it."""


@dataclass(frozen=True, slots=True)
class Question:
    """A canned question with its text in Cypher and in SPARQL.

    In Cypher a parameter is `$name`; in SPARQL it is the variable `?_name`, which the engine binds. `ladybug` is the
    Cypher that ladybug runs: the same text, except where the two have no word in common for a shortest path.
    """

    name: str
    title: str
    question_zh: str
    question_en: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    cypher: str
    ladybug: str
    sparql: str

    @property
    def examples(self) -> dict[str, Value]:
        """The example of every parameter; together they have an answer on the graph of `seeds/`."""
        return {parameter.name: parameter.example for parameter in self.parameters}

    @property
    def required(self) -> dict[str, Value]:
        """The example of every parameter that has no default."""
        return {parameter.name: parameter.example for parameter in self.parameters if parameter.default is None}

    def bind(self, values: Mapping[str, object]) -> dict[str, Value]:
        """Return a value for every parameter: those given, checked and converted, and defaults for the rest.

        Words are accepted for numbers, as they come from a command line. Raises UnknownNameError for a parameter
        that the question does not have, InvalidParameterError for a value that is not of the parameter's type and
        for a required parameter without a value.
        """
        known = {parameter.name: parameter for parameter in self.parameters}
        for name in values:
            if name not in known:
                raise UnknownNameError(_unknown("parameter", name, known, f" of question {self.name!r}"))
        bound = {}
        for name, parameter in known.items():
            value = _checked(parameter, values[name]) if name in values else parameter.default
            if value is None or (value == "" and parameter.default is None):
                raise InvalidParameterError(
                    f"question {self.name!r} needs a value for {name!r}, {parameter.about}; "
                    f"write for example {parameter.example!r}"
                )
            bound[name] = value
        return bound


def nearest(name: str, known: Iterable[str]) -> list[str]:
    """Return up to three of the known names, the most similar first."""
    return get_close_matches(name, list(known), n=3, cutoff=0.4)


def _unknown(what: str, name: str, known: Iterable[str], where: str = "") -> str:
    names = list(known)
    close = nearest(name, names)
    if close:
        return f"no {what} {name!r}{where}; did you mean {' or '.join(close)}?"
    return f"no {what} {name!r}{where}; there {'are ' + ', '.join(names) if names else 'is none'}"


def _checked(parameter: Parameter, value: object) -> Value:
    wrong = InvalidParameterError(
        f"parameter {parameter.name!r} is {value!r}, which is no {parameter.type}; "
        f"write for example {parameter.example!r}"
    )
    if parameter.type in ("string", "date"):
        if not isinstance(value, str):
            raise wrong
        if parameter.type == "date" and not _DATE.fullmatch(value):
            raise wrong
        return value
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise wrong
    try:
        number = float(value)
    except ValueError:
        raise wrong from None
    if not isfinite(number):
        raise wrong
    if parameter.type == "integer":
        if not number.is_integer():
            raise wrong
        return int(number)
    return number


@cache
def names() -> tuple[str, ...]:
    """Return the names of all questions in alphabetical order."""
    folder = files("queries").joinpath("cypher")
    stems = {entry.name.split(".")[0] for entry in folder.iterdir() if entry.name.endswith(".cypher")}
    return tuple(sorted(stems))


@cache
def get(name: str) -> Question:
    """Return one question. Raises UnknownNameError, with the nearest names, when there is none of this name."""
    if name not in names():
        raise UnknownNameError(_unknown("question", name, names()))
    cypher, ladybug = _text("cypher", f"{name}.cypher"), _text("cypher", f"{name}.ladybug.cypher")
    sparql = _text("sparql", f"{name}.rq")
    header = parse(cypher, mark="//", where=f"{name}.cypher")
    for other, mark, text in ((f"{name}.rq", "#", sparql), (f"{name}.ladybug.cypher", "//", ladybug)):
        if text and parse(text, mark=mark, where=other) != header:
            raise InvalidRecordError(f"{other} and {name}.cypher open with different headers; make them say the same")
    return Question(
        name=name,
        title=header.title,
        question_zh=header.question_zh,
        question_en=header.question_en,
        parameters=header.parameters,
        columns=header.columns,
        cypher=cypher,
        ladybug=ladybug or cypher,
        sparql=sparql,
    )


def _text(folder: str, name: str) -> str:
    """The text of a question file, empty where there is none."""
    path = files("queries").joinpath(folder, name)
    return path.read_text(encoding="utf-8") if path.is_file() else ""
