"""Inputs to articles, as `extract` and `build` take them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import click

from govgraph.cli.reporting import Reporter
from graph.fragment import Article

inputs: Callable[[Callable[..., Any]], Callable[..., Any]] = click.argument(
    "inputs", nargs=-1, required=True, metavar="INPUT..."
)
"""One or more files, folders, or `-` for stdin."""


def articles_of(inputs: Sequence[str], home: str | None, date: str | None, report: Reporter) -> Iterator[Article]:
    """Yield the articles of the inputs; what cannot be read is reported, and how far it is is shown on a terminal."""
    from extractors.readers import read, size_of

    tap = report.expect(size_of(inputs)) if report.terminal else None
    return report.watch(read(inputs, home=home, date=date, report=report, tap=tap))
