"""Graph files of older formats, brought to the one of this program: all steps in one transaction, or none.

The format counts up whenever tables change, rows say the same otherwise, or the schema gets a new major or minor version.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from graph import judged_rows, rows
from graph.errors import StoreError
from graph.schema import load_schema
from graph.sqlite_file import VERSION, transaction


def to_current(db: sqlite3.Connection, folder: Path) -> None:
    """Bring an open file to the format of this program; nothing happens where it has it.

    Raises StoreError when that needs writing and the file is read-only.
    """
    if _format(db) == VERSION:
        return
    try:
        with transaction(db, folder):
            # Another process may have been faster between the look and the lock.
            for version in range(_format(db), VERSION):
                STEPS[version](db)
            db.execute("INSERT OR REPLACE INTO meta VALUES ('schema', ?)", (load_schema().version,))
            db.execute(f"PRAGMA user_version = {VERSION}")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_READONLY:
            raise
        raise StoreError(
            f"{folder}: the graph has format {_format(db)} and must be brought to {VERSION} before it is read, but it is"
            " read-only; make it writable or copy it elsewhere"
        ) from error


def _format(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _written_again(db: sqlite3.Connection) -> None:
    """Write the rows of every article again from its fragment, as the ids and values of today have them."""
    judged = judged_rows.judged(db)
    for (number,) in db.execute("SELECT number FROM articles ORDER BY number").fetchall():
        rows.write_again(db, number, judged)


STEPS: dict[int, Callable[[sqlite3.Connection], None]] = {1: _written_again}
"""What brings a file from each format to the next."""
