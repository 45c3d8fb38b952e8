"""The page that describes every question, with the answer that a graph gives to its examples.

    python -m queries.document GRAPH > docs/questions.md

GRAPH is the graph of `seeds/`, as `make demo` builds it.
"""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

from queries import catalog
from queries.ask import open_engine
from queries.catalog import Question
from queries.engines.common import Engine
from queries.table import Table

_SHOWN = 6
"""Rows of an answer that the page shows."""

_HEAD = """# Questions

Written by `make docs`; change the files in `queries/cypher` and `queries/sparql` instead.

Ask one with `govgraph query NAME --param name=value`, with `--language sparql` for its SPARQL text, with `--neo4j` on a server; the
rows are the same and in the same order. In Python: `govgraph.ask("NAME", "my.graph", name=value)`. An empty parameter does not
restrict; a date stands for all of its year, month or day; a place stands for all that lies in it; a value that is not known is
empty. The answers are those of the graph of `seeds/`, which `make demo` builds.

Step by step, in a notebook and in Neo4j Browser: [cookbook.md](cookbook.md). How long each takes on each engine:
[questions-measured.md](questions-measured.md).
"""


def documentation(graph: str | Path) -> str:
    """Return the Markdown page, as `docs/questions.md` holds it. Raises StoreError when the folder holds no graph."""
    questions = [catalog.get(name) for name in catalog.names()]
    parts = [_HEAD, "| question | asks |\n|---|---|"]
    parts += [f"| [{q.name}](#{q.name}) | {q.question_zh} {q.question_en} |" for q in questions]
    with open_engine(graph) as engine:
        parts += [_section(question, engine) for question in questions]
    return "\n".join(parts).rstrip("\n") + "\n"


def _section(question: Question, engine: Engine) -> str:
    parts = [f"\n## {question.name}\n\n**{question.title}.** {question.question_en}\n\n{question.question_zh}\n"]
    if question.parameters:
        parts.append("| parameter | type | default | meaning |\n|---|---|---|---|")
        parts += [f"| `{p.name}` | {p.type} | {_default(p.default)} | {p.about} |" for p in question.parameters]
        parts.append("")
    parts.append("| column | holds |\n|---|---|")
    parts += [f"| `{column.name}` | {column.about} |" for column in question.columns]
    words = [word for name, value in question.examples.items() for word in ("--param", f"{name}={value}")]
    parts.append(f"\n```\ngovgraph query {shlex.join([question.name, *words])}\n```\n")
    parts.append(_answer(engine.run(question, question.examples)))
    return "\n".join(parts)


def _answer(table: Table) -> str:
    lines = ["| " + " | ".join(table.columns) + " |", "|---" * len(table.columns) + "|"]
    lines += ["| " + " | ".join(_cell(value) for value in row) + " |" for row in table.rows[:_SHOWN]]
    if len(table) > _SHOWN:
        lines.append(f"\nand {len(table) - _SHOWN} more")
    return "\n".join(lines)


def _cell(value: object) -> str:
    return str(value).replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ")


def _default(value: object) -> str:
    if value is None:
        return "(required)"
    return f"`{value}`" if value != "" else "(empty)"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m queries.document GRAPH")
    sys.stdout.write(documentation(sys.argv[1]))
