"""What a command says on stderr while it works: every problem, how far it is on a terminal, a table, one closing line."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import click

from govgraph.cli.progress import Progress
from govgraph.cli.texttable import draw
from graph.fragment import Article


class Reporter:
    """Counts the articles that were read (`taken`) and what is reported (`problems`)."""

    def __init__(self) -> None:
        """Start to count."""
        self.taken = 0
        self.problems = 0
        self.terminal = sys.stderr.isatty()
        self._progress = Progress(None)
        self._shown = 0.0

    def __call__(self, problem: object) -> None:
        """Report one thing that was left out, and why."""
        self._clear()
        self.problems += 1
        click.echo(str(problem), err=True)

    @property
    def seconds(self) -> float:
        """Seconds since the work began."""
        return self._progress.seconds

    def expect(self, size: int | None) -> Callable[[int], None]:
        """Begin to read so many bytes; return what is to be told how many were."""
        self._progress = Progress(size)
        return self._progress.take

    def watch(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Yield the articles, and show on a terminal how far they are."""
        for article in articles:
            self.taken += 1
            self._show()
            yield article

    def table(self, rows: Sequence[tuple[str, Any]]) -> None:
        """Write a table of names and values."""
        self._clear()
        click.echo(draw(("what", "value"), rows), err=True)

    def close(self, done: int, verb: str, detail: str = "") -> None:
        """Write the closing line, and exit 1 when anything was reported: what came in is what came out plus that."""
        self._clear()
        tail = f" ({detail})" if detail else ""
        click.echo(f"{done + self.problems} articles in, {done} {verb}, {self.problems} reported{tail}", err=True)
        if self.problems:
            click.get_current_context().exit(1)

    def _show(self) -> None:
        if self.terminal and time.monotonic() - self._shown > 0.2:
            self._shown = time.monotonic()
            click.echo(f"\r\033[K{self._progress.line(self.taken)}", nl=False, err=True)

    def _clear(self) -> None:
        if self.terminal and self._shown:
            click.echo("\r\033[K", nl=False, err=True)
