"""The SQLite file of a graph: its tables, how it is opened, and errors said in words that help."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from graph.errors import StoreError
from graph.schema import load_schema

FILE_NAME = "graph.sqlite"
VERSION = 2
"""The format of the file; `graph.migrate` brings older ones to it."""
_APPLICATION = 0x676F7667  # "govg": marks the file as ours

_MAGIC = b"SQLite format 3\0"

_TABLES = """
CREATE TABLE articles (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, record TEXT NOT NULL, body TEXT NOT NULL,
    content_hash TEXT NOT NULL, extractor TEXT NOT NULL, fragment TEXT NOT NULL, digest TEXT NOT NULL);
CREATE TABLE node_support (
    id TEXT NOT NULL, article INTEGER NOT NULL, label TEXT NOT NULL, said TEXT NOT NULL,
    PRIMARY KEY (id, article)) WITHOUT ROWID;
CREATE INDEX node_support_article ON node_support (article);
CREATE TABLE edge_support (
    id TEXT NOT NULL, article INTEGER NOT NULL, type TEXT NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL,
    said TEXT NOT NULL, PRIMARY KEY (id, article)) WITHOUT ROWID;
CREATE INDEX edge_support_article ON edge_support (article);
CREATE TABLE evidence (
    edge TEXT NOT NULL, article INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    text TEXT NOT NULL, rule TEXT NOT NULL, confidence REAL NOT NULL,
    PRIMARY KEY (edge, article, start, "end", rule)) WITHOUT ROWID;
CREATE INDEX evidence_article ON evidence (article);
CREATE TABLE judgements (
    number INTEGER PRIMARY KEY, subject TEXT NOT NULL, verdict TEXT NOT NULL, note TEXT NOT NULL DEFAULT '',
    author TEXT NOT NULL DEFAULT '', at TEXT NOT NULL DEFAULT '');
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO meta VALUES ('generation', '0');
"""


def connect(folder: Path, *, create: bool, wait: float) -> sqlite3.Connection:
    """Open the file of a graph folder, made when `create` says so. Raises StoreError."""
    path = folder / FILE_NAME
    if create:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"{folder}: the graph folder cannot be made: {error.strerror}") from error
    if not folder.is_dir():
        raise StoreError(f"{folder}: no such graph folder; build a graph into it first")
    with clear_errors(folder):
        if create:
            _make(path)
        elif not path.is_file():
            raise StoreError(f"{folder}: no graph in this folder (it has no {FILE_NAME}); build one into it first")
        _check_length(path)
        db = sqlite3.connect(_address(path), uri=True, timeout=wait, isolation_level=None)
        try:
            _prepare(db, folder)
        except BaseException:
            db.close()
            raise
    return db


def _make(path: Path) -> None:
    """Make the file of a new graph where there is none, aside and then put in place whole.

    So an empty file is never a graph that is about to be made, but always one that was cut off.
    """
    # Asked in this order: the log of a graph that another process makes between the two questions comes after its file.
    if path.with_name(f"{FILE_NAME}-wal").exists() and not path.exists():
        raise StoreError(
            f"{path.parent}: {FILE_NAME} is gone, but its log {FILE_NAME}-wal is there; bring both back from a copy,"
            " or delete the log and build the graph again"
        )
    if path.exists():
        return
    aside = path.with_name(f"{FILE_NAME}.{os.getpid()}-{threading.get_ident()}.part")
    try:
        aside.unlink(missing_ok=True)
        with closing(sqlite3.connect(aside, isolation_level=None)) as db:
            db.execute("PRAGMA journal_mode = WAL").fetchone()
            db.execute("PRAGMA synchronous = FULL")
            with transaction(db, path.parent):
                for statement in _TABLES.split(";\n"):
                    db.execute(statement)
                db.execute("INSERT INTO meta VALUES ('schema', ?)", (load_schema().version,))
                db.execute(f"PRAGMA application_id = {_APPLICATION}")
                db.execute(f"PRAGMA user_version = {VERSION}")
        _place(aside, path)
    except OSError as error:
        raise StoreError(f"{path.parent}: {FILE_NAME} cannot be made: {error.strerror}") from error
    finally:
        for end in ("", "-wal", "-shm"):
            with suppress(OSError):
                aside.with_name(aside.name + end).unlink()


def _place(aside: Path, path: Path) -> None:
    """Give the file its name, unless another process was faster: then its file is as good."""
    try:
        os.link(aside, path)
    except FileExistsError:
        pass
    except OSError:  # a file system without hard links
        if not path.exists():
            aside.rename(path)


def _address(path: Path) -> str:
    uri = path.absolute().as_uri()
    if os.access(path.parent, os.W_OK) and os.access(path, os.W_OK):
        return f"{uri}?mode=rw"
    # SQLite wants to put files beside a database in WAL mode; where it may not, it must be told that nobody
    # writes. A log that is still there belongs to a writer, and then it has to try the ordinary way.
    return f"{uri}?mode=ro{'&immutable=1' if _quiet(path) else ''}"


def _quiet(path: Path) -> bool:
    log = path.with_name(f"{FILE_NAME}-wal")
    return not log.exists() or log.stat().st_size == 0


def _check_length(path: Path) -> None:
    """Refuse a file that does not end with a page: SQLite fills a last page that was cut with zeros without a word.

    A log that is there may hold that page: then SQLite puts it in place. Raises StoreError.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(18)
    except OSError:
        return  # SQLite says what is the matter
    # Bytes 16 and 17 of the file format, where 1 stands for 65,536: https://sqlite.org/fileformat2.html
    page = int.from_bytes(head[16:18], "big")
    page = page if page > 1 else 65536
    whole = head.startswith(_MAGIC) and len(head) == 18 and (size % page == 0 or not _quiet(path))
    if not whole and head[:16] == _MAGIC[: len(head)]:
        raise StoreError(
            f"{path.parent}: {FILE_NAME} ends too soon, after {size:,} bytes, as after a power cut or on a full disk;"
            " bring it back from a copy, or move it away and build the graph again"
        )


def _prepare(db: sqlite3.Connection, folder: Path) -> None:
    db.execute("BEGIN")  # the two are read of one state, whatever another process is making of the file
    application = db.execute("PRAGMA application_id").fetchone()[0]
    version = db.execute("PRAGMA user_version").fetchone()[0]
    db.execute("SELECT count(*) FROM sqlite_master").fetchone()  # reads the file: a PRAGMA alone takes a damaged one
    db.execute("COMMIT")
    if application != _APPLICATION:
        raise StoreError(f"{folder}: {FILE_NAME} is not a graph of this program")
    if version > VERSION:
        raise StoreError(
            f"{folder}: the graph has format {version}, this program knows up to {VERSION}; upgrade the program"
        )
    # NORMAL may lose the last transactions in a power cut; there is one for 1000 articles, so waiting costs little.
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA cache_size = -64000")  # in kB; reading everything looks the articles up in no order
    db.execute("PRAGMA foreign_keys = OFF")


@contextmanager
def transaction(db: sqlite3.Connection, folder: Path) -> Iterator[None]:
    """All or nothing: commit at the end, roll back on any error."""
    if db.in_transaction:
        raise StoreError(f"{folder}: the graph cannot be written while it is being read in the same place")
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        # A full disk may have rolled it back already. What went wrong first is what the user must hear of.
        if db.in_transaction:
            with suppress(sqlite3.Error):
                db.execute("ROLLBACK")
        raise


@contextmanager
def clear_errors(folder: Path) -> Iterator[None]:
    """Turn SQLite's errors into StoreError with words that say what to do."""
    try:
        yield
    except sqlite3.ProgrammingError as error:
        raise StoreError(f"{folder}: the graph is closed or used from another thread: {error}") from error
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{folder}: {_words(error)}") from error


def _words(error: sqlite3.DatabaseError) -> str:
    code = getattr(error, "sqlite_errorcode", None)
    primary = None if code is None else code & 0xFF
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return "another process is writing to this graph; try again when it is done"
    if primary == sqlite3.SQLITE_NOTADB:
        return f"{FILE_NAME} is not a graph (no SQLite file)"
    if primary == sqlite3.SQLITE_CORRUPT:
        return f"{FILE_NAME} is damaged ({error}); bring it back from a copy, or move it away and build the graph again"
    if primary == sqlite3.SQLITE_READONLY:
        return "the folder or its graph is read-only; make it writable or copy it elsewhere"
    if primary == sqlite3.SQLITE_CANTOPEN:
        return f"{FILE_NAME} cannot be opened; check the permissions of the folder"
    if primary == sqlite3.SQLITE_FULL:
        return "the disk is full; nothing of the last batch was stored: make room and do it again"
    if primary == sqlite3.SQLITE_IOERR:
        return f"the disk cannot be written or read ({error}): it may be full; nothing of the last batch was stored"
    return str(error)


def digest(*parts: str) -> str:
    """Return the sha256 of texts, each told apart from the next by its length."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8")
        total.update(f"{len(data)}:".encode() + data)
    return total.hexdigest()


def generation(db: sqlite3.Connection) -> str:
    """Return the token of what the file holds."""
    total = int(db.execute("SELECT value FROM meta WHERE key = 'generation'").fetchone()[0], 16)
    return f"{VERSION}-{total:064x}"


def shift_generation(db: sqlite3.Connection, *, plus: str = "0", minus: str = "0") -> None:
    """Count an article's checksum in or out: the token is their sum, so the order of writing leaves no trace."""
    total = int(db.execute("SELECT value FROM meta WHERE key = 'generation'").fetchone()[0], 16)
    total = (total + int(plus, 16) - int(minus, 16)) % 2**256
    db.execute("UPDATE meta SET value = ? WHERE key = 'generation'", (f"{total:x}",))
