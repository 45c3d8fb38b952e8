"""What makes Neo4j Browser comfortable with the graph: a style, the canned questions as saved scripts, and a guide.

The forms are those that the Browser reads safely: the style is JSON in a `.grass` file (its own form drops blanks and
comments), and the scripts come as a zip in which each folder becomes a folder and each first line a title.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from importlib.resources import files
from io import BytesIO
from pathlib import Path

from graph.errors import ExportError
from graph.schema import load_schema
from queries import catalog
from queries.catalog import Question

STYLE, SCRIPTS, GUIDE = "govgraph.grass", "govgraph-questions.zip", "GUIDE.md"

COLOURS = {
    "Person": "#F2A93B",
    "Agency": "#3A6EA5",
    "Company": "#2E8B57",
    "Organization": "#7B6BB2",
    "Place": "#8C6D46",
    "Meeting": "#C0504D",
    "Activity": "#D98880",
    "Project": "#1F9E9E",
    "Policy": "#5D6D7E",
    "Directive": "#B03A6F",
    "Measurement": "#909497",
    "Article": "#BFC9CA",
}
_OTHER = "#A5ABB6"
_LARGE = {"Agency", "Meeting", "Company", "Project"}
_SMALL = {"Measurement", "Article"}
_CAPTIONS = {"Article": "{title}", "Measurement": "{value} {unit}"}
_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say: the same graph gives the same bytes

_STEPS = {
    "1 The first node": "MATCH (n:Agency)\nRETURN n\nLIMIT 1",
    "2 Its surroundings": "MATCH (n:Agency)\nWITH n LIMIT 1\nMATCH p = (n)--()\nRETURN p\nLIMIT 50",
    "3 From agency to meeting to directive": (
        "MATCH p = (a:Agency)-[:CONVENED]->(m:Meeting)-[:ISSUED]->(d:Directive)\nRETURN p\nLIMIT 50"
    ),
    "4 From company to project to county": (
        "MATCH p = (c:Company)-[:UNDERTAKES]->(j:Project)-[:LOCATED_IN]->(:Place)-[:PART_OF*0..3]->(k:Place)\n"
        "WHERE k.level = 'county'\nRETURN p\nLIMIT 50"
    ),
    "5 The words that prove an edge": (
        "MATCH (c:Company)-[r:UNDERTAKES]->(j:Project)\nUNWIND range(0, size(r.evidence) - 1) AS i\n"
        "MATCH (a:Article {id: 'Article:' + r.evidence_article[i]})\n"
        "RETURN c.name AS company, j.name AS project, r.evidence[i] AS words, a.title AS title, a.date AS date\nLIMIT 50"
    ),
}


def write_kit(folder: str | Path) -> list[Path]:
    """Write the style, the scripts and the guide into a folder and return the files. Raises ExportError."""
    folder = Path(folder)
    contents = {STYLE: style().encode(), SCRIPTS: scripts(), GUIDE: guide().encode()}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in contents.items():
            aside = folder / f".{name}.part"
            aside.write_bytes(content)
            aside.replace(folder / name)
    except OSError as error:
        raise ExportError(f"{folder}: the kit cannot be written: {error.strerror or error}") from error
    return [folder / name for name in contents]


def style() -> str:
    """Return the style: colour, size and caption of every label, and of every relationship type its name."""
    schema = load_schema()
    rules: dict[str, dict[str, str]] = {
        "node": {"diameter": "50px", "color": _OTHER, "border-width": "2px", "caption": "{name}", "font-size": "10px"},
        "relationship": {"color": "#A5ABB6", "shaft-width": "1px", "font-size": "8px", "caption": "<type>"},
    }
    for label in schema.nodes:
        size = 65 if label in _LARGE else 38 if label in _SMALL else 50
        colour = COLOURS.get(label, _OTHER)
        rules[f"node.{label}"] = {
            "color": colour,
            "border-color": colour,
            "text-color-internal": "#000000" if label in ("Article", "Person") else "#FFFFFF",
            "diameter": f"{size}px",
            "caption": _CAPTIONS.get(label, "{name}"),
        }
    rules["relationship.HOLDS_POST"] = {"caption": "{title}"}
    return json.dumps(rules, indent=1, ensure_ascii=False) + "\n"


def scripts() -> bytes:
    """Return the zip of saved scripts: first steps, and a script for every canned question."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in _scripts():
            archive.writestr(zipfile.ZipInfo(path, _DATE), text)
    return target.getvalue()


def _scripts() -> Iterator[tuple[str, str]]:
    for title, query in _STEPS.items():
        yield f"govgraph first steps/{title}.cypher", f"// {title}\n{query}\n"
    for name in catalog.names():
        yield f"govgraph questions/{name}.cypher", _script(catalog.get(name))


def _script(question: Question) -> str:
    """Return a question as a script that sets its parameters first, to be edited before it is run."""
    values = [
        f":param {p.name} => {json.dumps(p.example if p.default is None else p.default, ensure_ascii=False)};"
        for p in question.parameters
    ]
    body = [line for line in question.cypher.splitlines() if line and not line.startswith("//")]
    return "\n".join([f"// {question.title}", *values, *body]) + ";\n"


def guide() -> str:
    """Return the guide."""
    questions = "\n".join(
        f"- **{q.title}** (`{name}`): {q.question_zh} {q.question_en}"
        for name, q in ((name, catalog.get(name)) for name in catalog.names())
    )
    text = files("govgraph").joinpath("browser_guide.md").read_text(encoding="utf-8")
    steps = "\n\n".join(f"### {title}\n\n```cypher\n{query}\n```" for title, query in _STEPS.items())
    return text.replace("{steps}", steps).replace("{questions}", questions)
