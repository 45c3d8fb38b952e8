"""From inputs to articles: files, folders and the standard input, one reader a format."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, BinaryIO

from extractors.context import with_context
from extractors.readers.html import read_html
from extractors.readers.jsonl import iso_prefix, read_gzipped_jsonl, read_jsonl, read_zstandard_jsonl
from extractors.readers.origin import Origin, Reader, Report
from extractors.readers.page import read_markdown, read_page
from extractors.readers.pdf import read_pdf
from graph.errors import UnreadableInputError
from graph.fragment import Article

__all__ = [
    "READERS",
    "STDIN",
    "Origin",
    "Reader",
    "Report",
    "already_taken",
    "is_readable",
    "read",
    "read_origin",
    "size_of",
]

STDIN = "-"
"""The name of the standard input among the inputs."""

READERS: MappingProxyType[str, Reader] = MappingProxyType(
    {
        ".txt": read_page,
        ".md": read_markdown,
        ".html": read_html,
        ".htm": read_html,
        ".pdf": read_pdf,
        ".jsonl": read_jsonl,
        ".jsonl.gz": read_gzipped_jsonl,
        ".jsonl.zst": read_zstandard_jsonl,
    }
)
"""The reader of each file ending. The longest ending that fits is taken."""

_PAGES = (read_page, read_markdown, read_html, read_pdf)
"""The readers whose articles stand on one page, and so share their home and year."""


def read(
    inputs: Sequence[str | Path],
    *,
    home: str | None = None,
    date: str | None = None,
    report: Callable[[UnreadableInputError], None],
    tap: Callable[[int], None] | None = None,
) -> Iterator[Article]:
    """Yield the articles of the inputs in their order; `report` takes whatever cannot be read, and all else goes on.

    An input is a file, a folder (its files of known endings, in sorted order, at any depth) or `-`. `home` and `date`
    (an ISO prefix) fill in what an article lacks. Every page gives an article or a report, every line of JSONL exactly
    one of the two; of two articles with one id the first is kept. `tap` is told how many bytes of a file are read, each
    time (of `size_of` all files). Raises UnreadableInputError when `date` is none.
    """
    if date is not None:
        date = iso_prefix(date, "date")
    first: dict[str, str] = {}
    for origin, reader in _origins(inputs, report):
        if tap is not None:
            origin = origin.tapped(tap)
        try:
            for article in _articles(origin, reader, report, home, date):
                source = article.source or origin.name
                if article.id in first:
                    report(already_taken(source, article.id, first[article.id]))
                    continue
                first[article.id] = source
                yield article
        except OSError as error:
            report(UnreadableInputError(f"{origin.name}: cannot be read: {error.strerror or error}"))


def size_of(inputs: Sequence[str | Path]) -> int | None:
    """Return how many bytes the files of the inputs have; None when the standard input is among them."""
    if STDIN in map(str, inputs):
        return None
    paths = [Path(given) for given in inputs]
    files = [path for path in paths if path.is_file()]
    for path in paths:
        for parent, folders, names in os.walk(path):
            folders[:] = [name for name in folders if not name.startswith(".")]
            files += [Path(parent, name) for name in names if not name.startswith(".") and is_readable(name)]
    return sum(path.stat().st_size for path in files)


def read_origin(
    origin: Origin, *, home: str | None = None, date: str | None = None, report: Callable[[UnreadableInputError], None]
) -> Iterator[Article]:
    """Yield the articles of one input as `read` does, by the reader for the ending of its name.

    Ids are not compared. Raises UnreadableInputError for an ending that no reader has.
    """
    reader = _reader_of(origin.name)
    if reader is None:
        raise _unknown_ending(origin.name)
    return _articles(origin, reader, report, home, date)


def is_readable(name: str) -> bool:
    """Return whether a file of this name has a reader; in folders all others are passed over."""
    return _reader_of(name) is not None


def _articles(origin: Origin, reader: Reader, report: Report, home: str | None, date: str | None) -> Iterator[Article]:
    """Yield the articles of one file with home and date: printed, else the caller's, else inferred from their page."""
    known = (_known(article, home, date) for article in reader(origin, report))
    return iter(with_context(list(known))) if reader in _PAGES else known


def _known(article: Article, home: str | None, date: str | None) -> Article:
    """Return the article with the caller's home and date where it has none or an inferred one."""
    given = {name: value for name, value in (("home", home), ("date", date)) if value}
    news = {n: v for n, v in given.items() if getattr(article, n) is None or n in article.inferred}
    return replace(article, **news, inferred=tuple(n for n in article.inferred if n not in news))


def _origins(inputs: Sequence[str | Path], report: Report) -> Iterator[tuple[Origin, Reader]]:
    """Yield every file with the reader for its ending."""
    for given in inputs:
        if str(given) == STDIN:
            yield from _standard_input(report)
            continue
        path = Path(given)
        if path.is_dir():
            yield from _folder(path, report)
        elif not path.exists():
            report(UnreadableInputError(f"{path.as_posix()}: no such file or folder; check the path"))
        elif reader := _reader_of(path.name):
            yield Origin.of_file(path), reader
        else:
            report(_unknown_ending(path.as_posix()))


def _reader_of(name: str) -> Reader | None:
    fitting = [ending for ending in READERS if name.lower().endswith(ending)]
    return READERS[max(fitting, key=len)] if fitting else None


def _unknown_ending(name: str) -> UnreadableInputError:
    return UnreadableInputError(
        f"{name}: unknown ending {Path(name).suffix!r}; known are {', '.join(READERS)}: "
        "convert the file, or rename it when it is text"
    )


def already_taken(source: str, article_id: str, first: str) -> UnreadableInputError:
    """Return what is reported of the article at `source` when the one at `first`, which is kept, has its id."""
    return UnreadableInputError(
        f"{source}: article id {article_id!r} was already taken by {first}; "
        "the first is kept: give each article an id of its own"
    )


def _folder(folder: Path, report: Report) -> Iterator[tuple[Origin, Reader]]:
    def failed(error: OSError) -> None:
        report(UnreadableInputError(f"{error.filename}: cannot be read: {error.strerror}"))

    empty = True
    for parent, folders, files in os.walk(folder, onerror=failed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            reader = None if name.startswith(".") else _reader_of(name)
            if reader:
                empty = False
                yield Origin.of_file(Path(parent, name)), reader
    if empty:
        report(
            UnreadableInputError(
                f"{folder.as_posix()}: the folder holds no file with a known ending ({', '.join(READERS)})"
            )
        )


class _Resumed(io.RawIOBase):
    """A stream with the bytes that were read ahead put back before it; closing it leaves the stream open."""

    def __init__(self, start: bytes, rest: BinaryIO) -> None:
        super().__init__()
        self._start, self._rest = start, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer)
        data = self._start[: len(view)] or self._rest.read(len(view))
        self._start = self._start[len(data) :]
        view[: len(data)] = data
        return len(data)


def _standard_input(report: Report) -> Iterator[tuple[Origin, Reader]]:
    """Take JSONL when the first character that is not blank is `{`, else a page."""
    stream = sys.stdin.buffer
    start = b""
    while not start.strip():
        line = stream.readline()
        if not line:
            break
        start += line
    if start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        yield Origin("stdin", lambda: io.BufferedReader(_Resumed(start, stream))), read_jsonl
    else:
        yield Origin.of_bytes("stdin", start + stream.read()), read_page
