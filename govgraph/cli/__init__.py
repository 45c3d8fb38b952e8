"""The command line: `govgraph COMMAND`, one file a command.

Results go to stdout, progress and reports to stderr. Exit 0: done. Exit 1: something in the data failed and was
reported, everything else was done. Exit 2: usage.
"""

from __future__ import annotations

import errno
import io
import os
import re
import sys
from typing import Any

import click

from govgraph.cli.articles import articles
from govgraph.cli.build import build
from govgraph.cli.cypher import cypher
from govgraph.cli.export import export
from govgraph.cli.extract import extract
from govgraph.cli.learn import learn
from govgraph.cli.load import load
from govgraph.cli.ontology import ontology
from govgraph.cli.query import query
from govgraph.cli.remove import remove
from govgraph.cli.review import review
from govgraph.cli.score import score
from govgraph.cli.serve import serve
from govgraph.cli.show import show
from govgraph.cli.sparql import sparql
from govgraph.cli.validate import validate
from govgraph.cli.verify import verify
from graph.errors import GovgraphError, InvalidNameError, UnknownNameError

COMMANDS: tuple[click.Command, ...] = (
    articles,
    extract,
    show,
    learn,
    build,
    query,
    cypher,
    sparql,
    serve,
    export,
    load,
    remove,
    review,
    verify,
    validate,
    ontology,
    score,
)
"""Every command, in the order in which they are listed."""

_NO_MEMORY = (
    "there is not enough memory: close other programs, raise the limit (ulimit -v) or give fewer --jobs, and do it again;"
    " what was stored before is kept"
)

_UNMAPPED = re.compile("failed to map|cannot allocate memory|cannot apply additional memory", re.IGNORECASE)
"""What the loader says of a library for which there is no memory."""


class _Commands(click.Group):
    """The group that turns the project's errors into messages and exit codes."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [command.name or "" for command in COMMANDS]

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (UnknownNameError, InvalidNameError) as error:
            raise click.UsageError(str(error)) from error
        except GovgraphError as error:
            raise click.ClickException(str(error)) from error
        except MemoryError as error:
            raise click.ClickException(_NO_MEMORY) from error
        except ImportError as error:
            if isinstance(error, ModuleNotFoundError) or not _UNMAPPED.search(str(error)):
                raise
            raise click.ClickException(_NO_MEMORY) from error
        except BrokenPipeError:
            # The reader of our output, such as head, has seen enough. Nothing may be flushed to it any more.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            if error.errno == errno.ENOMEM:
                raise click.ClickException(_NO_MEMORY) from error
            where = f"{error.filename}: " if error.filename else ""
            raise click.ClickException(f"{where}{error.strerror or error}") from error


def _show_version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted:
        import govgraph

        click.echo(f"govgraph {govgraph.__version__}")
        ctx.exit()


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the version and exit.",
)
def main() -> None:
    """Read Chinese newspaper pages and government releases into a policy knowledge graph, and ask it.

    \b
    govgraph build page.txt -o my.graph
    govgraph query meeting_directives -g my.graph
    """
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="strict" if stream is sys.stdin else "backslashreplace")


for _command in COMMANDS:
    main.add_command(_command)
