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

    In Cypher a parameter is `$name`; in SPARQL it is the variable `?name`, which the engine binds.
    """

    name: str
    title: str
    question_zh: str
    question_en: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    cypher: str
    sparql: str

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
    return tuple(sorted(e.name.removesuffix(".cypher") for e in folder.iterdir() if e.name.endswith(".cypher")))


@cache
def get(name: str) -> Question:
    """Return one question. Raises UnknownNameError, with the nearest names, when there is none of this name."""
    if name not in names():
        raise UnknownNameError(_unknown("question", name, names()))
    cypher = files("queries").joinpath("cypher", f"{name}.cypher").read_text(encoding="utf-8")
    sparql = files("queries").joinpath("sparql", f"{name}.rq").read_text(encoding="utf-8")
    header = parse(cypher, mark="//", where=f"{name}.cypher")
    if parse(sparql, mark="#", where=f"{name}.rq") != header:
        raise InvalidRecordError(f"{name}.rq and {name}.cypher open with different headers; make them say the same")
    return Question(
        name=name,
        title=header.title,
        question_zh=header.question_zh,
        question_en=header.question_en,
        parameters=header.parameters,
        columns=header.columns,
        cypher=cypher,
        sparql=sparql,
    )


def documentation() -> str:
    """Return the Markdown page that describes every question, as `docs/questions.md` holds it."""
    parts = [
        "# Questions\n",
        "Written by `python -m queries.catalog`; change the files in `queries/cypher` and `queries/sparql` instead.\n",
        "Ask one with `govgraph query NAME --param name=value`. An empty parameter does not restrict; a date stands "
        "for all of its year, month or day; a value that is not known is empty.\n",
    ]
    for name in names():
        question = get(name)
        parts.append(f"## {name}\n")
        parts.append(f"**{question.title}.** {question.question_en}\n\n{question.question_zh}\n")
        if question.parameters:
            parts.append("| parameter | type | default | example | meaning |\n|---|---|---|---|---|")
            parts.extend(
                f"| `{p.name}` | {p.type} | {_cell(p.default)} | {_cell(p.example)} | {p.about} |"
                for p in question.parameters
            )
            parts.append("")
        parts.append("| column | holds |\n|---|---|")
        parts.extend(f"| `{c.name}` | {c.about} |" for c in question.columns)
        example = " ".join(f"--param {p.name}={p.example}" for p in question.parameters[:1])
        parts.append(f"\n```\ngovgraph query {' '.join(filter(None, (name, example)))}\n```\n")
    return "\n".join(parts).rstrip("\n") + "\n"


def _cell(value: Value | None) -> str:
    if value is None:
        return "(required)"
    return f"`{value}`" if value != "" else "(empty)"


if __name__ == "__main__":
    import sys

    sys.stdout.write(documentation())
