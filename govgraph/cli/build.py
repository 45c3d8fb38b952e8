"""`govgraph build`: the whole way from files into a graph folder, or on a cluster into Parquet."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from govgraph.cli import options
from govgraph.cli.progress import duration
from govgraph.cli.reading import articles_of, inputs
from govgraph.cli.reporting import Reporter
from graph.fragment import Fragment

if TYPE_CHECKING:
    from extractors.learned.model import Model
    from govgraph.extraction import Settings
    from graph.store import AddSummary


@click.command()
@inputs
@click.option(
    "-o",
    "-g",
    "--graph",
    type=click.Path(file_okay=False),
    envvar="GOVGRAPH_GRAPH",
    default=options.DEFAULT_GRAPH,
    show_default=True,
    show_envvar=True,
    help="The graph folder; made when it is not there.",
)
@options.home
@options.date
@options.min_confidence
@options.rules_only
@options.model
@options.jobs
@click.option(
    "--engine",
    type=click.Choice(["local", "spark"]),
    default="local",
    show_default=True,
    help="What does the work: this machine into a graph folder, or a Spark cluster into a folder of Parquet.",
)
@click.option(
    "--master", metavar="URL", help="With --engine spark: the cluster; what spark-submit names, or this machine."
)
@click.option(
    "--conf",
    multiple=True,
    metavar="KEY=VALUE",
    callback=lambda _ctx, _param, values: options.parameters(values),
    help="With --engine spark: a setting of Spark; give it once for each.",
)
@click.option("--summary", is_flag=True, help="End with a table of what was read and found; on a terminal it is there.")
def build(
    inputs: tuple[str, ...],
    graph: str,
    home: str | None,
    date: str | None,
    min_confidence: float,
    rules_only: bool,
    model: Model | None,
    jobs: int,
    engine: str,
    master: str | None,
    conf: dict[str, str],
    summary: bool,
) -> None:
    """Build a graph from articles, or add to one: only what is new or has changed is read again.

    INPUT is a page (.txt, .md), a file of records (.jsonl, .jsonl.gz), a folder of these, or - for stdin.

    \b
    Example:
      govgraph build page.txt --home 山西省吕梁市 --date 2025-03-21 -o my.graph
    """
    from govgraph.extraction import Settings

    settings = Settings(home, date, min_confidence, model, rules_only)
    if engine == "spark":
        if jobs > 1 or "-" in inputs:
            raise click.UsageError("--engine spark takes no --jobs (the cluster has its own) and no standard input")
        _on_cluster(inputs, graph, settings, master, conf)
    elif master or conf:
        raise click.UsageError("--master and --conf are for --engine spark")
    else:
        _here(inputs, Path(graph), settings, jobs, summary)


def _here(inputs: Sequence[str], graph: Path, settings: Settings, jobs: int, summary: bool) -> None:
    from govgraph.extraction import Failure
    from govgraph.extraction import extract as extracted
    from graph.fragment import Article
    from graph.store import GraphStore, content_hash

    report = Reporter()
    version = settings.version()
    known = 0
    said: Counter[str] = Counter()

    with GraphStore.open(graph, create=True) as store:

        def unknown() -> Iterator[Article]:
            nonlocal known
            for article in articles_of(inputs, settings.home, settings.date, report):
                if store.has(article.id, content_hash(article), version):
                    known += 1
                else:
                    yield article

        def fragments() -> Iterator[Fragment]:
            for result in extracted(unknown(), settings, jobs=jobs):
                if isinstance(result, Failure):
                    report(f"article {result.article_id!r} is left out: {result.problem}")
                else:
                    said.update(node.label for node in result.nodes)
                    said.update(edge.type for edge in result.edges)
                    yield result

        stored = store.add(fragments(), extractor=version)
    for article_id, problem in stored.rejected:
        report(problem if article_id in problem else f"article {article_id!r}: {problem}")
    same = known + stored.unchanged
    if summary or report.terminal:
        report.table(_summary(report, stored, same, said))
    report.close(
        stored.added + stored.replaced + same,
        "built",
        f"{stored.added} new, {stored.replaced} changed, {same} as they were",
    )


def _summary(report: Reporter, stored: AddSummary, same: int, said: Counter[str]) -> list[tuple[str, str]]:
    """Return the table of a run: articles, time and memory, and how often this run read each kind of node and edge."""
    import resource

    seconds = report.seconds
    # ru_maxrss is in kilobytes (on macOS in bytes), of the largest process alone.
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / unit
    counted = [
        ("new", stored.added),
        ("changed", stored.replaced),
        ("as they were", same),
        ("reported", report.problems),
    ]
    return [
        *((f"articles {name}", f"{count:,}") for name, count in counted),
        ("time", duration(seconds)),
        ("articles a second", f"{report.taken / seconds if seconds else 0:,.1f}"),
        ("memory of the largest process", f"{peak:,.0f} MB"),
        *((f"{kind} read", f"{count:,}") for kind, count in sorted(said.items(), key=lambda pair: (-pair[1], pair[0]))),
    ]


def _on_cluster(
    inputs: Sequence[str], graph: str, settings: Settings, master: str | None, conf: dict[str, str]
) -> None:
    from govgraph.spark.session import needs_pyspark, session

    needs_pyspark()
    from govgraph.spark.build import SHOWN, build, check_output

    check_output(graph)
    report = Reporter()
    spark = session(master, conf)
    try:
        built = build(spark, inputs, graph, settings)
    finally:
        spark.stop()
    for problem in built.problems:
        report(problem)
    if built.reported > SHOWN:
        click.echo(f"… and {built.reported - SHOWN} more: the column problem of {graph}/fragments.parquet", err=True)
    report.problems = built.reported
    report.close(built.articles, "built", f"{built.nodes} nodes and {built.edges} edges in {graph}")
