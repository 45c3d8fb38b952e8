"""What the workers do: each function takes batches of rows and gives batches of rows (`mapInArrow`).

They call the same readers, extractor and merging as one machine does. Spark may run a step again for rows that a lost
worker had, or twice at once: the same rows give the same rows.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from govgraph.extraction import Failure, Settings, extract
from govgraph.spark.tables import ARTICLES, FRAGMENTS, STATED, arrow_schema
from graph import rows
from graph.errors import InvalidRecordError, UnreadableInputError
from graph.export.parquet_files import edge_row, edge_schema, node_row, node_schema
from graph.fragment import Article, Fragment
from graph.merge import EdgeStatement, NodeStatement, merge_edge, merge_node, statements
from graph.records import GraphEvidence

if TYPE_CHECKING:
    import pyarrow

Row = dict[str, Any]
Step = Callable[[Iterable["pyarrow.RecordBatch"]], Iterator["pyarrow.RecordBatch"]]

_SCHEME = re.compile(r"\A[A-Za-z][A-Za-z0-9+.-]*:(?://[^/]*)?")
"""How a full name begins: `hdfs:///a`, `hdfs://host:8020/a` and `/a` may be one file."""
_MARK = "\0"
"""What the id of a problem begins with; no article has such an id, texts lose their control characters."""


def read_files(home: str | None, date: str | None) -> Step:
    """Return the step from files (`input given base path content`: the input's number, its name as given and in full, the
    file's full name and its bytes) to articles and problems."""

    def step(row: Row) -> Iterator[Row]:
        yield from _articles_of(row, home, date)

    return _each(step, lambda: arrow_schema(ARTICLES))


def _articles_of(row: Row, home: str | None, date: str | None) -> Iterator[Row]:
    from extractors.readers import Origin, is_readable, read_origin

    base, path = (_SCHEME.sub("", row[key], count=1).rstrip("/") for key in ("base", "path"))
    inside = path.removeprefix(base).lstrip("/")
    # On this machine a file is named as one machine names it, elsewhere in full.
    name = row["path"] if "://" in row["given"] else f"{row['given'].rstrip('/')}/{inside}".rstrip("/")
    if inside and not is_readable(name):
        return
    *folders, file = PurePosixPath(inside or path).parts
    # Files before folders, each by name: the order in which one machine walks a folder.
    place = [*(f"1{folder}" for folder in folders), f"0{file}"]
    found: list[Row] = []

    def put(key: str, **more: str) -> None:
        empty = {"source": "", "record": None, "problem": None}
        about = {"id": key, "input": row["input"], "place": place, "position": len(found)}
        found.append({**about, **empty, **more})

    def report(problem: UnreadableInputError) -> None:
        put(f"{_MARK}{row['input']} {name} {len(found)}", problem=str(problem))

    try:
        for article in read_origin(Origin.of_bytes(name, row["content"]), home=home, date=date, report=report):
            record = json.dumps(article.to_record(), ensure_ascii=False)
            put(article.id, source=article.source or name, record=record)
    except UnreadableInputError as error:
        report(error)
    yield from found


def extracted(settings: Settings) -> Step:
    """Return the step from the first article of each id, with the sources of all that have it, to fragments and problems."""

    def step(batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        for batch in batches:
            taken = batch.to_pylist()
            out = [_problem(row, problem) for row in taken for problem in _reported(row)]
            articles = [Article.from_record(json.loads(row["record"])) for row in taken if row["record"] is not None]
            out += map(_fragment_row, extract(articles, settings))
            yield _batch(out, arrow_schema(FRAGMENTS))

    return step


def _reported(row: Row) -> Iterator[str]:
    """Yield what reading reported, or every article but the first that has the id."""
    from extractors.readers import already_taken

    if row["problem"] is not None:
        yield row["problem"]
        return
    for source in row["others"]:
        yield str(already_taken(source, row["id"], row["source"]))


def _problem(row: Row, problem: str) -> Row:
    return {"article": None if row["record"] is None else row["id"], "problem": problem}


def _fragment_row(result: Fragment | Failure) -> Row:
    if isinstance(result, Failure):
        problem = f"article {result.article_id!r} is left out: {result.problem}"
        return {"article": result.article_id, "problem": problem}
    about = result.article.id
    try:
        record, body, told = rows.columns(result)
    except InvalidRecordError as error:
        return {"article": about, "problem": str(error)}
    return {"article": about, "record": record, "body": body, "fragment": told}


def stated_nodes() -> Step:
    """Return the step from fragments to what each says of its nodes."""

    def step(row: Row) -> Iterator[Row]:
        for n in statements(_fragment(row))[0]:
            said = json.dumps([n.label, n.names, n.aliases, n.values], ensure_ascii=False)
            yield {"id": n.id, "article": n.article, "said": said}

    return _each(step, lambda: arrow_schema(STATED))


def stated_edges() -> Step:
    """Return the step from fragments to what each says of its edges."""

    def step(row: Row) -> Iterator[Row]:
        for e in statements(_fragment(row))[1]:
            proof = [(p.start, p.end, p.text, p.rule, p.confidence) for p in e.evidence]
            said = json.dumps([e.type, e.source, e.target, e.values, proof], ensure_ascii=False)
            yield {"id": e.id, "article": e.article, "said": said}

    return _each(step, lambda: arrow_schema(STATED))


def merged_nodes() -> Step:
    """Return the step from all that is said of a node to the node, in the columns of the Parquet export."""

    def step(row: Row) -> Iterator[Row]:
        yield node_row(merge_node([_node(row["id"], *one) for one in _said(row)]))

    return _each(step, node_schema)


def merged_edges() -> Step:
    """Return the step from all that is said of an edge to the edge, in the columns of the Parquet export."""

    def step(row: Row) -> Iterator[Row]:
        yield edge_row(merge_edge([_edge(row["id"], *one) for one in _said(row)]))

    return _each(step, edge_schema)


def _fragment(row: Row) -> Fragment:
    return rows.fragment(row["record"], row["body"], row["fragment"])


def _said(row: Row) -> list[tuple[str, list[Any]]]:
    """Return the statements of a group by article: Spark collects them in any order."""
    return sorted((one["article"], json.loads(one["said"])) for one in row["said"])


def _node(key: str, article: str, said: list[Any]) -> NodeStatement:
    label, names, aliases, values = said
    return NodeStatement(key, article, label, tuple(names), tuple(aliases), _values(values))


def _edge(key: str, article: str, said: list[Any]) -> EdgeStatement:
    kind, source, target, values, proof = said
    evidence = tuple(GraphEvidence(article, *one) for one in proof)
    return EdgeStatement(key, article, kind, source, target, _values(values), evidence)


def _values(values: Mapping[str, list[Any]]) -> dict[str, tuple[Any, ...]]:
    return {name: tuple(given) for name, given in values.items()}


def _each(step: Callable[[Row], Iterator[Row]], schema: Callable[[], pyarrow.Schema]) -> Step:
    """Return a step over batches that does one row after the other."""

    def over(batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        for batch in batches:
            yield _batch([new for row in batch.to_pylist() for new in step(row)], schema())

    return over


def _batch(rows: list[Row], schema: pyarrow.Schema) -> pyarrow.RecordBatch:
    import pyarrow as pa

    return pa.RecordBatch.from_pylist(rows, schema=schema)
