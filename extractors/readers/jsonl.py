"""JSONL files: one article a line, plain or packed with gzip or zstandard."""

from __future__ import annotations

import codecs
import gzip
import io
import json
import re
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from extractors.calendar_words import valid
from extractors.page import article_id
from extractors.page.furniture import date_of
from extractors.page.lines import clean
from extractors.readers.encoding import decode
from extractors.readers.origin import Origin, Report
from extractors.readers.zstd import Unpacked
from graph.errors import InvalidRecordError, UnreadableInputError
from graph.fragment import Article

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ]\d{2}:\d{2}.*)?")
_LOOSE = re.compile(r"(\d{4})(?:年|/|\.)(\d{1,2})月?|(\d{4})(\d{2})(\d{2})|(\d{4})年")
_HALF_PAIR = re.compile("[\ud800-\udfff]")
_SHOWN = 60
_TEXTS = ("id", "title", "body", "section", "byline", "publication", "date", "home", "source")

Stream = BinaryIO | gzip.GzipFile


def read_jsonl(origin: Origin, report: Report) -> Iterator[Article]:
    """Yield the article of each line; report the lines that hold none. Blank lines do not count."""
    with origin.open() as stream:
        yield from _read(stream, origin.name, report)


def read_gzipped_jsonl(origin: Origin, report: Report) -> Iterator[Article]:
    """Yield the article of each line of a gzipped file; report where it is damaged."""
    with origin.open() as stream, gzip.GzipFile(fileobj=stream) as unpacked:
        yield from _read(unpacked, origin.name, report)


def read_zstandard_jsonl(origin: Origin, report: Report) -> Iterator[Article]:
    """Yield the article of each line of a file packed with zstandard; report where it is damaged."""
    with origin.open() as stream:
        try:
            unpacked = Unpacked(stream, origin.name)
        except UnreadableInputError as error:
            report(error)
            return
        yield from _read(io.BufferedReader(unpacked), origin.name, report)


def _read(stream: Stream, name: str, report: Report) -> Iterator[Article]:
    number = 0
    for number, line in _lines(stream, name, report):
        if isinstance(line, UnreadableInputError):
            report(line)
            continue
        try:
            article = article_of(line, name, number)
        except UnreadableInputError as error:
            report(error)
        else:
            yield article
    if not number:
        report(UnreadableInputError(f"{name}:1: the file is empty; there is nothing to read"))


def _lines(stream: Stream, name: str, report: Report) -> Iterator[tuple[int, str | UnreadableInputError]]:
    """Yield number and text of each line that is not blank, or why it has none."""
    number = 0
    try:
        for row in stream:
            if not number and row.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
                # A line end is two bytes here: the whole is read as text.
                text = decode(row + stream.read(), name)
                yield from _lines(io.BytesIO(text.encode()), name, report)
                return
            number += 1
            if row.strip():
                yield number, _decode_line(row, name, number)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        message = f"{name}:{number + 1}: the compressed file is damaged from here on ({error}); pack it again"
        yield number + 1, UnreadableInputError(message)
    except UnreadableInputError as error:
        yield 1, error


def _decode_line(row: bytes, name: str, number: int) -> str | UnreadableInputError:
    if number == 1:
        row = row.removeprefix(codecs.BOM_UTF8)
    try:
        return row.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return decode(row, name)
        except UnreadableInputError:
            return UnreadableInputError(
                f"{name}:{number}: the line is neither UTF-8 nor GB18030 nor Big5 text; save the file as UTF-8"
            )


def article_of(line: str, name: str, number: int) -> Article:
    """Return the article of one line of JSON. Raises UnreadableInputError when it holds none."""
    where = f"{name}:{number}"
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        shown = line.strip()[:_SHOWN]
        raise UnreadableInputError(
            f"{where}: not JSON ({error.msg} at column {error.colno}): {shown!r}; "
            'a line holds one object, {"title": …, "body": …}'
        ) from None
    except RecursionError:
        raise UnreadableInputError(f"{where}: the JSON is nested too deeply to be an article") from None
    if not isinstance(record, dict):
        raise UnreadableInputError(f"{where}: the line is a JSON {type(record).__name__}, not an object with a 'body'")
    if record.get("body") is None:
        has = ", ".join(sorted(map(str, record))[:8]) or "nothing"
        raise UnreadableInputError(f"{where}: the record has no 'body' (it has: {has}); add the text of the article")
    try:
        return Article.from_record(_completed(record, where, name, number))
    except InvalidRecordError as error:
        raise UnreadableInputError(f"{where}: {error}; correct the field") from None


def _completed(record: dict[str, Any], where: str, name: str, number: int) -> dict[str, Any]:
    """Return the record with id and source, its texts without control characters, its date as an ISO prefix."""
    fields = dict(record)
    for key in ("title", "body"):
        if isinstance(fields.get(key), str):
            fields[key] = clean(fields[key]).strip()
    for key in _TEXTS:
        if isinstance(fields.get(key), str) and _HALF_PAIR.search(fields[key]):
            raise UnreadableInputError(f"{where}: {key!r} holds half of a surrogate pair; write the whole character")
    if isinstance(fields.get("title"), str):
        fields["title"] = " ".join(fields["title"].split("\n"))
    if isinstance(fields["body"], str) and not fields["body"] and not fields.get("title"):
        raise UnreadableInputError(f"{where}: 'body' and 'title' are empty; there is nothing to read")
    if isinstance(fields.get("id"), int) and not isinstance(fields["id"], bool):
        fields["id"] = str(fields["id"])
    if not fields.get("id") or (isinstance(fields["id"], str) and not _seen(fields["id"])):
        fields["id"] = article_id(name, number, f"{fields.get('title') or ''}\n{fields['body']}")
    if isinstance(fields.get("date"), str):
        fields["date"] = iso_prefix(fields["date"].strip(), where) if fields["date"].strip() else None
    fields["source"] = fields.get("source") or where
    # What was inferred elsewhere is known only to whoever inferred it.
    inferred = fields.get("inferred")
    fields["inferred"] = [str(f) for f in inferred] if isinstance(inferred, list) else []
    return fields


def _seen(text: str) -> bool:
    return any(c.isprintable() and c != " " for c in text)


def iso_prefix(date: str, where: str) -> str:
    """Return `2025`, `2025-03` or `2025-03-21` for a date in a usual form. Raises UnreadableInputError for others."""
    found = _ISO.fullmatch(date)
    if found:
        parts = [part for part in found.groups() if part]
    else:
        whole = date_of(date)
        loose = _LOOSE.fullmatch(date)
        parts = whole.split("-") if whole else [part for part in loose.groups() if part] if loose else []
    if parts and (year := int(parts[0])) and valid(year, *map(int, parts[1:] or ("1",))):
        return "-".join([f"{year:04}", *(f"{int(part):02}" for part in parts[1:])])
    raise UnreadableInputError(f"{where}: {date!r} is no date; write it as 2025-03-21, 2025-03 or 2025")
