"""Answers of the engines as pages show them: cells that lead somewhere, a chart where there are numbers, a file."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from govgraph.endpoint.messages import Response
from govgraph.endpoint.protocol import Asked, check
from govgraph.web.charts import line, ranks
from govgraph.web.lookup import Lookup, Thing, Words
from govgraph.web.site import Site
from govgraph.web.view import address, article_address, day_of, drawing_address, passage_address, thing_address
from govgraph.web.words import Vocabulary
from graph.export.csv_files import cell as guarded
from graph.identity import node_id
from graph.layout import label_of
from graph.schema import load_schema
from queries.table import Table

SHOWN = 500
"""Rows that a page shows; the file has all."""
_DRAWN = 150
_SHORT = 16
_SERIES, _RANKS = 6, 30
_ARTICLES, _DAYS = ("article", "other_article"), ("date", "since", "until", "reported", "deadline")
_JSON = "application/sparql-results+json"
_NUMBERS = ("integer", "decimal", "double", "float", "long", "int")


@dataclass(frozen=True, slots=True)
class Cell:
    """A value as it is shown, and where it leads (empty for nowhere). `number` says that it is one."""

    text: str
    address: str = ""
    kind: str = ""
    number: bool = False

    @property
    def short(self) -> bool:
        """Whether it is better kept on one line: a day, a word, a short name."""
        return len(self.text) <= _SHORT


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer ready for a page; `further` says that there are more rows than these, `drawing` leads to it as a graph.

    `charted` is the column of which the chart shows the numbers, empty where its figures say so themselves.
    """

    columns: tuple[str, ...]
    rows: list[list[Cell]]
    further: bool
    chart: Markup | None
    charted: str
    drawing: str


def ask_sparql(site: Site, text: str) -> Table:
    """Return the answer to a free query. Raises RequestError when it is broken, would write, or takes too much."""
    check(text)
    return read(site.endpoint.workers.answer(Asked(text), f"{_JSON}, application/n-triples;q=0.5"))


def read(answer: Response) -> Table:
    """Return the endpoint's answer as a table: triples as one column, yes and no as one row."""
    if not answer.media_type.startswith(_JSON):
        lines = answer.body.decode().splitlines()
        return Table(("triple",), tuple((one,) for one in lines))
    found = json.loads(answer.body)
    if "boolean" in found:
        return Table(("answer",), ((found["boolean"],),))
    columns = tuple(found["head"]["vars"])
    return Table(
        columns, tuple(tuple(_value(row.get(name)) for name in columns) for row in found["results"]["bindings"])
    )


def _value(term: dict[str, Any] | None) -> Any:
    if term is None:
        return ""
    if term["type"] == "literal" and term.get("datatype", "").rpartition("#")[2] in _NUMBERS:
        number = float(term["value"])
        return int(number) if number.is_integer() and abs(number) < 2**53 else number
    return term["value"] if isinstance(term["value"], str) else json.dumps(term["value"], ensure_ascii=False)


def shown(table: Table, lookup: Lookup, label: str, words: Vocabulary | None = None) -> Shown:
    """Return an answer with its cells leading to what they name; `label` says what a chart of it shows.

    With `words` types, relations and levels are said in them, articles by their headlines, as in answers to our own
    questions; without, all is as the query gave it.
    """
    rows = table.rows[:SHOWN]
    texts = {value for row in rows for value in row if isinstance(value, str) and 1 < len(value) <= 120}
    named = lookup.named(texts)
    headlines = {} if words is None else _headlines(table.columns, rows, lookup)
    cells = [_cells(table.columns, row, named, headlines, words) for row in rows]
    ids = dict.fromkeys(
        thing.id
        for row in rows
        for value in row
        if isinstance(value, str) and (thing := _only(named, value)) is not None
    )
    drawing = drawing_address(*list(ids)[:_DRAWN], shown=True) if ids else ""
    drawn, charted = chart(table, label)
    return Shown(table.columns, cells, len(table.rows) > SHOWN, drawn, charted, drawing)


def _headlines(columns: Sequence[str], rows: Sequence[Sequence[Any]], lookup: Lookup) -> dict[str, str]:
    told = [at for at, name in enumerate(columns) if name in _ARTICLES]
    ids = {node_id("Article", row[at], {}) for row in rows for at in told if isinstance(row[at], str) and row[at]}
    return {thing.id.partition(":")[2]: thing.name for thing in lookup.known(ids)}


def _only(named: Mapping[str, list[Thing]], name: str) -> Thing | None:
    found = named.get(name, [])
    return found[0] if len(found) == 1 and found[0].label != "Article" else None


def _cells(
    columns: Sequence[str],
    row: Sequence[Any],
    named: Mapping[str, list[Thing]],
    headlines: Mapping[str, str],
    words: Vocabulary | None,
) -> list[Cell]:
    said = dict(zip(columns, row, strict=True))
    cells = []
    for name, value in said.items():
        cell = _one(name, value, said, named)
        if words is not None and not cell.number:
            text = headlines.get(cell.text, cell.text) if name in _ARTICLES else _said(name, cell.text, words)
            cell = replace(cell, text=text)
        cells.append(cell)
    return cells


def _said(column: str, text: str, words: Vocabulary) -> str:
    """Return a value in the reader's words where it is a type, a relation, one of a property's list, or an interval."""
    if text in load_schema().nodes:
        return words.label(text)
    if text in load_schema().relations:
        return words.relation(text, "plain")
    if column.endswith(_DAYS):
        return day_of(text)
    return words.value(column, text) if column in load_schema().properties else text


def _one(column: str, value: Any, said: Mapping[str, Any], named: Mapping[str, list[Thing]]) -> Cell:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return Cell(f"{value:,}" if column not in ("start_char", "end_char") else str(value), number=True)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    if column in _ARTICLES and text:
        start, end = said.get("start_char"), said.get("end_char")
        if isinstance(start, int) and isinstance(end, int):
            return Cell(text, passage_address(Words(text, start, end, "", "", 0.0)))
        return Cell(text, article_address(text))
    if column.rpartition("_")[2] == "id" and label_of(text) in load_schema().nodes:
        return Cell(text, thing_address(text))
    found = named.get(text, [])
    if len(found) == 1:
        return Cell(text, thing_address(found[0].id), found[0].label)
    if found:
        return Cell(text, address("/search", q=text), found[0].label)
    return Cell(text)


def chart(table: Table, label: str) -> tuple[Markup | None, str]:
    """Return a chart of an answer that has numbers over time, or one number for each name, with the column of this one.

    None for any other answer.
    """
    records = table.records()
    if {"date", "number"} <= set(table.columns):
        return _over_time(records), ""
    numbers = [
        name
        for name in table.columns
        if table.rows and all(isinstance(value, (int, float)) for value in table.column(name))
    ]
    names = [name for name in table.columns if all(isinstance(value, str) for value in table.column(name))]
    if not numbers or not names or not 1 < len(records) <= 2_000 or {"confidence", "start_char"} & set(numbers):
        return None, ""
    best = sorted(records, key=lambda record: -float(record[numbers[0]]))[:_RANKS]
    return ranks([(record[names[0]], float(record[numbers[0]])) for record in best], label), numbers[0]


def _over_time(records: Sequence[Mapping[str, Any]]) -> Markup | None:
    series: dict[tuple[str, str, str], dict[str, tuple[str, float, str]]] = {}
    for record in records:
        day = record["date"] or record.get("reported") or ""
        if day[:4].isdecimal() and isinstance(record["number"], (int, float)):
            key = (str(record.get("owner", "")), str(record.get("measure", "")), str(record.get("base_unit", "")))
            printed = f"{record.get('value', record['number'])}{record.get('unit', '')}"
            series.setdefault(key, {})[day] = (day, float(record["number"]), printed)
    longest = sorted(
        (s for s in series.items() if len({value for _, value, _ in s[1].values()}) > 1), key=lambda s: -len(s[1])
    )[:_SERIES]
    if not longest:
        return None
    figure = Markup("<figure><figcaption>{}</figcaption>{}</figure>")
    drawn = [
        figure.format(" · ".join(filter(None, key[:2])), line([points[day] for day in sorted(points)], key[1]))
        for key, points in longest
    ]
    return Markup('<div class="series">{}</div>').format(Markup("").join(drawn))


def csv_file(table: Table) -> bytes:
    """Return an answer as CSV that a spreadsheet opens as it is: in UTF-8 with a mark, and no cell is a formula."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(table.columns)
    writer.writerows([guarded(value) if isinstance(value, str) else value for value in row] for row in table.rows)
    return b"\xef\xbb\xbf" + text.getvalue().encode()
