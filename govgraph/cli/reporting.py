"""What a command says on stderr while it works: every problem, a count on a terminal, one closing line."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator

import click

from graph.fragment import Article


class Reporter:
    """Counts the articles that were read (`taken`) and what is reported (`problems`)."""

    def __init__(self) -> None:
        """Start to count."""
        self.taken = 0
        self.problems = 0
        self._terminal = sys.stderr.isatty()
        self._shown = 0.0

    def __call__(self, problem: object) -> None:
        """Report one thing that was left out, and why."""
        self._clear()
        self.problems += 1
        click.echo(str(problem), err=True)

    def watch(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Yield the articles, and count them on a terminal."""
        for article in articles:
            self.taken += 1
            self._show()
            yield article

    def close(self, done: int, verb: str, detail: str = "") -> None:
        """Write the closing line, and exit 1 when anything was reported: what came in is what came out plus that."""
        self._clear()
        tail = f" ({detail})" if detail else ""
        click.echo(f"{done + self.problems} articles in, {done} {verb}, {self.problems} reported{tail}", err=True)
        if self.problems:
            click.get_current_context().exit(1)

    def _show(self) -> None:
        if self._terminal and time.monotonic() - self._shown > 0.2:
            self._shown = time.monotonic()
            click.echo(f"\r{self.taken} articles", nl=False, err=True)

    def _clear(self) -> None:
        if self._terminal and self._shown:
            click.echo("\r\033[K", nl=False, err=True)
