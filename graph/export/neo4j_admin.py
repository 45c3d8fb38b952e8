"""A folder for `neo4j-admin database import`: a CSV file for each label and each type, and a script that imports them.

Every text is quoted as RFC 4180 says, so that an empty one is not taken for one that is not there. The items of a list
are divided by a control character that stands in none of them. A list that is empty or holds nothing but one empty text
has no form in such files; `after-import.cypher`, which makes the constraints, makes these lists too.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any

from graph.errors import ExportError, UnreadableInputError
from graph.export.contract import Format, Tally
from graph.layout import Column, edge_columns, edge_values, node_columns, node_values
from graph.neo4j.records import edge_of, node_of
from graph.neo4j.rows import EVIDENCE, FORM, FULL_ID, MARK, server_id
from graph.neo4j.statements import edge_constraints, node_constraints
from graph.readable import Readable
from graph.records import GraphEdge, GraphNode
from graph.schema import load_schema

_DIVIDERS = "".join(map(chr, (0x1F, 0x1E, 0x1D, 0x1C, *range(0xE000, 0xE100))))
_TYPES = {"string": "string", "number": "double", "strings": "string[]", "integers": "long[]", "numbers": "double[]"}
_LISTS = [f"evidence_{part}" for part in EVIDENCE if part != "text"]
_README = """The graph for a new Neo4j database (5.7 or later; the server may be the Community edition).

Stop the server, or have it not use the database yet, and run here:

    sh import.sh

It calls neo4j-admin (name another one with NEO4J_ADMIN=/path/to/neo4j-admin) and replaces the database `neo4j`; for another
database: sh import.sh NAME. Start the server and run once:

    cypher-shell -u neo4j -f after-import.cypher

That makes the uniqueness constraints, and the empty lists, which such files cannot hold. From then on `govgraph load` keeps the
database up to date, and `govgraph verify --neo4j` compares it with the graph.
"""


class _ClashError(Exception):
    """An item of a list holds the divider."""


def _labels() -> list[str]:
    return list(load_schema().nodes)


def _types() -> list[str]:
    return list(load_schema().relations)


def _write(store: Readable, files: Sequence[IO[bytes]]) -> Tally:
    for divider in _DIVIDERS:
        try:
            tally = _tables(store, files[3:], divider)
        except _ClashError:
            continue
        for file, text in zip(files, (_README, _import_script(divider), _after_import()), strict=False):
            file.write(text.encode())
        return tally
    raise ExportError("lists of the graph hold every character that could divide their items")


def _tables(store: Readable, files: Sequence[IO[bytes]], divider: str) -> Tally:
    for file in files:
        file.seek(0)
        file.truncate()
    nodes = edges = 0
    by_kind = dict(zip([*_labels(), *_types()], files, strict=True))
    headers = {label: _node_header(label) for label in _labels()} | {kind: _edge_header(kind) for kind in _types()}
    for kind, file in by_kind.items():
        file.write(f"{','.join(headers[kind])}\n".encode())
    for node in store.nodes():
        short = server_id(node.id)
        values = node_values(node) | {"id": short, FULL_ID: None if short == node.id else node.id}
        by_kind[node.label].write(_row(values, node_columns(node.label), divider, last=FULL_ID))
        nodes += 1
    for edge in store.edges():
        values = edge_values(edge) | {":START_ID": server_id(edge.source), ":END_ID": server_id(edge.target)}
        by_kind[edge.type].write(_row(values, _edge_columns(edge.type), divider))
        edges += 1
    return Tally(nodes, edges)


def _edge_columns(kind: str) -> list[Column]:
    return [*edge_columns(kind), Column(":START_ID", "string"), Column(":END_ID", "string")]


def _node_header(label: str) -> list[str]:
    return [
        *(f"{c.name}:ID(node)" if c.name == "id" else f"{c.name}:{_TYPES[c.kind]}" for c in node_columns(label)),
        f"{FULL_ID}:string",
        f"{MARK}:long",
    ]


def _edge_header(kind: str) -> list[str]:
    return [
        *(f"{c.name}:{_TYPES[c.kind]}" for c in edge_columns(kind)),
        ":START_ID(node)",
        ":END_ID(node)",
        f"{MARK}:long",
    ]


def _row(values: dict[str, Any], columns: Sequence[Column], divider: str, last: str | None = None) -> bytes:
    cells = [_cell(values[column.name], divider) for column in columns]
    if last:
        cells.append(_cell(values[last], divider))
    return f"{','.join(cells)},{FORM}\n".encode()


def _cell(value: Any, divider: str) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return '"' + value.replace('"', '""') + '"'
    if isinstance(value, list):
        text = divider.join(map(str, value))
        if text.count(divider) != max(len(value) - 1, 0):
            raise _ClashError
        return '"' + text.replace('"', '""') + '"' if text else ""
    return repr(value)


def _import_script(divider: str) -> str:
    nodes = [f"--nodes={label}=./{_node_file(label)}" for label in _labels()]
    edges = [f"--relationships={kind}=./{_edge_file(kind)}" for kind in _types()]
    options = [
        "--strict",
        "--multiline-fields=true",
        f"--array-delimiter=U+{ord(divider):04X}",
        "--overwrite-destination",
        "--verbose",
    ]
    lines = " \\\n    ".join(shlex.quote(word) for word in (*nodes, *edges, *options))
    return (
        "#!/bin/sh\n# Imports the files beside this script into a Neo4j database, which is replaced: sh import.sh [DATABASE]\n"
        f'set -eu\ncd "$(dirname "$0")"\n"${{NEO4J_ADMIN:-neo4j-admin}}" database import full "${{1:-neo4j}}" \\\n    {lines}\n'
        'echo "Imported. Start the server and run: cypher-shell -f after-import.cypher"\n'
    )


def _after_import() -> str:
    own = f"{MARK} IS NOT NULL"
    empty = ", ".join(f"r.{name} = []" for name in ("evidence", *_LISTS))
    lines = [
        "// The constraints, and the lists that are empty. Run once after import.sh; running it again does no harm.",
        *(f"{statement};" for statement in (node_constraints() | edge_constraints()).values()),
        f"MATCH (n) WHERE n.{own} AND n.aliases IS NULL CALL {{ WITH n SET n.aliases = [] }} IN TRANSACTIONS OF 10000 ROWS;",
        f"MATCH ()-[r]->() WHERE r.{own} AND r.evidence IS NULL"
        f" CALL {{ WITH r SET {empty} }} IN TRANSACTIONS OF 10000 ROWS;",
        f"MATCH ()-[r]->() WHERE r.{own} AND r.evidence_rule IS NULL"
        " CALL { WITH r SET r.evidence_rule = [''] } IN TRANSACTIONS OF 10000 ROWS;",
    ]
    return "\n".join(lines) + "\n"


def _node_file(label: str) -> str:
    return f"nodes-{label}.csv"


def _edge_file(kind: str) -> str:
    return f"edges-{kind}.csv"


# Reading back

_CELL = re.compile(r'(?:"((?:[^"]|"")*)"|([^",]*))(,|\Z)')
_DIVIDER = re.compile(r"--array-delimiter=U\+([0-9A-F]+)")


def _read(paths: Sequence[Path]) -> list[Iterator[GraphNode | GraphEdge]]:
    long_ids: dict[str, str] = {}
    labels, kinds = _labels(), _types()
    nodes, edges = paths[3 : 3 + len(labels)], paths[3 + len(labels) :]
    return [
        *(_nodes(path, label, paths[1], long_ids) for path, label in zip(nodes, labels, strict=True)),
        *(_edges(path, kind, paths[1], long_ids) for path, kind in zip(edges, kinds, strict=True)),
    ]


def _nodes(path: Path, label: str, script: Path, long_ids: dict[str, str]) -> Iterator[GraphNode]:
    for where, row in _rows(path, _node_header(label), script):
        try:
            node = node_of(label, row)
        except (ValueError, TypeError) as error:
            raise UnreadableInputError(f"{where} is not as this program writes it ({error})") from error
        if node.id != row["id"]:
            long_ids[row["id"]] = node.id
        yield node


def _edges(path: Path, kind: str, script: Path, long_ids: dict[str, str]) -> Iterator[GraphEdge]:
    for where, row in _rows(path, _edge_header(kind), script):
        try:
            if row["evidence"] and not row["evidence_rule"]:
                row["evidence_rule"] = [""]
            source, target = row[":START_ID(node)"], row[":END_ID(node)"]
            edge = edge_of(kind, long_ids.get(source, source), long_ids.get(target, target), row)
        except (ValueError, TypeError) as error:
            raise UnreadableInputError(f"{where} is not as this program writes it ({error})") from error
        yield edge


def _rows(path: Path, header: list[str], script: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each row with the words for where it is."""
    try:
        found = _DIVIDER.search(script.read_text(encoding="utf-8"))
        divider = chr(int(found[1], 16)) if found else ""
        with path.open(encoding="utf-8", newline="\n") as file:
            if next(file, "") != f"{','.join(header)}\n" or not divider:
                raise UnreadableInputError(f"{path}: it or {script.name} is cut off or not from an export")
            number, text = 1, ""
            for number, line in enumerate(file, 2):
                text += line
                if text.count('"') % 2:
                    continue
                yield f"{path}, line {number}", _values(text, header, divider, f"{path}, line {number}")
                text = ""
            if text:
                raise UnreadableInputError(f"{path}: cut off in line {number}")
    except UnicodeDecodeError as error:
        raise UnreadableInputError(f"{path}: cut off or damaged ({error})") from error
    except OSError as error:
        raise UnreadableInputError(f"{path}: cannot be read: {error.strerror}") from error


def _values(text: str, header: list[str], divider: str, where: str) -> dict[str, Any]:
    cells, at, line = [], 0, text.removesuffix("\n")
    while cell := _CELL.match(line, at):
        cells.append((cell[1], cell[2]))
        if not cell[3]:
            break
        at = cell.end()
    if not text.endswith("\n") or len(cells) < len(header):
        raise UnreadableInputError(f"{where}: cut off: {len(cells)} of {len(header)} cells")
    return {
        _name(column): _value(column, quoted, plain, divider)
        for column, (quoted, plain) in zip(header, cells, strict=False)
    }


def _name(column: str) -> str:
    return column if column.startswith(":") else column.rpartition(":")[0]


def _value(column: str, quoted: str | None, plain: str | None, divider: str) -> Any:
    kind = column.rpartition(":")[2]
    if quoted is None and not plain:
        return [] if kind.endswith("[]") else None
    text = (plain or "") if quoted is None else quoted.replace('""', '"')
    if not kind.endswith("[]"):
        return float(text) if kind == "double" else text
    items = text.split(divider)
    if kind == "long[]":
        return [int(item) for item in items]
    return [float(item) for item in items] if kind == "double[]" else items


def _names() -> Iterable[str]:
    yield from ("README.md", "import.sh", "after-import.cypher")
    yield from (_node_file(label) for label in _labels())
    yield from (_edge_file(kind) for kind in _types())


FORMAT = Format(_write, tuple(_names()), _read)
