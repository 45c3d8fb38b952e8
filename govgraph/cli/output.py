"""Where results go: stdout, or a file that appears only when it is whole."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from govgraph.cli.texttable import draw

if TYPE_CHECKING:
    from queries.table import Table


@contextmanager
def lines_to(path: Path | None) -> Iterator[TextIO]:
    """Open a text file to write lines to, or stdout for None; a file takes its name only when all went well."""
    if path is None:
        yield sys.stdout
        sys.stdout.flush()
        return
    aside = path.with_name(path.name + ".part")
    with aside.open("w", encoding="utf-8", newline="\n") as file:
        yield file
    aside.replace(path)


def write_table(table: Table, format_: str) -> None:
    """Write an answer to stdout as `table` (fitted to a terminal, whole elsewhere), `json` or `csv`."""
    if format_ == "json":
        rows = ",\n".join(json.dumps(record, ensure_ascii=False) for record in table.records())
        click.echo(f"[\n{rows}\n]" if rows else "[]")
    elif format_ == "csv":
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(table.columns)
        writer.writerows(["" if value is None else value for value in row] for row in table.rows)
        click.echo(text.getvalue(), nl=False)
    else:
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        click.echo(draw(table.columns, table.rows, width=width))
        click.echo(f"{len(table)} row{'' if len(table) == 1 else 's'}", err=True)


def problems(count: int) -> str:
    """Return how many problems there are, in words."""
    return f"{count or 'no'} problem{'' if count == 1 else 's'}"
