"""Answers Cypher from the embedded index of a graph folder, without a server."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

import ladybug

from graph.errors import BackendError
from graph.index.ladybug import cypher_index
from queries.catalog import Question, Value
from queries.engines.common import TIMEOUT, answer, plain
from queries.table import Table

_POOL = 512 << 20
_WORD = re.compile(
    r"""'(?:\\.|[^'\\])*'?|"(?:\\.|[^"\\])*"?|`[^`]*`?|//[^\n]*|/\*.*?(?:\*/|\Z)|(?P<parameter>\$\w+)|(?P<word>[A-Za-z_]+)""",
    re.DOTALL,
)
_OPENING = {"MATCH", "OPTIONAL", "WITH", "UNWIND", "RETURN", "EXPLAIN", "PROFILE"}
_FORBIDDEN = {"COPY", "LOAD", "ATTACH", "INSTALL", "EXPORT", "IMPORT"}


def _check(text: str, values: Mapping[str, Value]) -> None:
    """Refuse what a read-only index would still allow, files read and written, and parameters that do not match.

    A parameter without a value would be NULL and quietly give no rows. Raises BackendError.
    """
    words = [match["word"].upper() for match in _WORD.finditer(text) if match["word"]]
    if not words or words[0] not in _OPENING or _FORBIDDEN.intersection(words):
        raise BackendError(f"only queries are answered: begin with one of {', '.join(sorted(_OPENING))}")
    named = {match["parameter"][1:] for match in _WORD.finditer(text) if match["parameter"]}
    if missing := sorted(named - values.keys()):
        raise BackendError(f"the query has no value for {', '.join('$' + name for name in missing)}")
    if surplus := sorted(values.keys() - named):
        raise BackendError(f"the query has no parameter {', '.join('$' + name for name in surplus)}")


def _short(error: Exception) -> str:
    """Return the engine's message without the list of everything that could have stood there."""
    return re.sub(r" expecting \{[^}]*\}?|Supported inputs are.*", "", str(error), flags=re.DOTALL).strip()


class LadybugEngine:
    """The Cypher index of one graph folder, brought up to date when opened, and read only.

    Raises StoreError when the folder holds no graph.
    """

    language: Literal["cypher"] = "cypher"

    def __init__(self, folder: str | Path) -> None:
        """Open the index of a graph folder."""
        self._path = cypher_index(Path(folder))
        self._open()

    def _open(self) -> None:
        try:
            self._database = ladybug.Database(str(self._path), buffer_pool_size=_POOL, read_only=True)
            self._connection = ladybug.Connection(self._database)
        except RuntimeError as error:
            limited = "it reserves more addresses than ulimit -v allows: lift that limit"
            advice = limited if "Mmap" in str(error) else "remove it, it is made anew"
            raise BackendError(f"the Cypher index {self._path} cannot be opened: {error}; {advice}") from error

    def run(
        self,
        query: Question | str,
        parameters: Mapping[str, Value] | None = None,
        *,
        timeout: float = TIMEOUT,
        rows: int | None = None,
    ) -> Table:
        """Return the answer to a canned question or a free Cypher query, or its first `rows` rows; see `Engine.run`."""
        values: dict[str, Any]
        if isinstance(query, Question):
            text, values = query.ladybug, dict(query.bind(parameters or {}))
        else:
            text, values = query, dict(parameters or {})
            _check(text, values)
        try:
            result = self._execute(text, values, timeout)
        except RuntimeError as error:
            if "nterrupted" in str(error):
                raise BackendError(f"the query took longer than {timeout:g} seconds and was stopped") from error
            raise BackendError(f"the Cypher engine refused the query: {_short(error)}") from error
        if isinstance(result, list):
            for part in result:
                part.close()
            raise BackendError("one query at a time: the text holds several statements")
        with result:
            columns = list(result.get_column_names())
            found = [tuple(plain(value) for value in row) for row in islice(result, rows)]
        return answer(query, columns, found)

    def _execute(
        self, text: str, values: dict[str, Any], timeout: float
    ) -> ladybug.QueryResult | list[ladybug.QueryResult]:
        """Return the result. After many queries the engine keeps pages that none of them needs any more: then it is opened anew."""
        try:
            return self._execute_once(text, values, timeout)
        except RuntimeError as error:
            if "buffer pool is full" not in str(error):
                raise
        self.close()
        self._open()
        return self._execute_once(text, values, timeout)

    def _execute_once(
        self, text: str, values: dict[str, Any], timeout: float
    ) -> ladybug.QueryResult | list[ladybug.QueryResult]:
        self._connection.set_query_timeout(max(1, int(timeout * 1000)))
        return self._connection.execute(text, values)

    def close(self) -> None:
        """Close the index."""
        self._connection.close()
        self._database.close()

    def __enter__(self) -> Self:
        """Return the engine itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the index."""
        self.close()
