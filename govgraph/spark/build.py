"""The whole build as Spark sees it: files, articles, fragments, and the nodes and edges that all fragments make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.stages import check_home
from govgraph.extraction import Settings
from govgraph.spark import steps
from govgraph.spark.tables import ARTICLES, FRAGMENTS, STATED, spark_ddl
from graph.errors import ExportError, UnreadableInputError
from graph.export.parquet_files import FORMAT, edge_schema, node_schema

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame, SparkSession

FRAGMENTS_NAME = "fragments.parquet"
SHOWN = 100
"""How many problems are told; all are rows of the fragments."""


@dataclass(frozen=True)
class Built:
    """How many articles were built, how many things were reported and the first of these, how many nodes and edges there are."""

    articles: int
    reported: int
    problems: list[str]
    nodes: int
    edges: int


def check_output(output: str) -> None:
    """Raise ExportError when the output is a folder of this machine that holds a build: better said before a cluster starts."""
    if "://" not in output and Path(output, FRAGMENTS_NAME).exists():
        raise _taken(f"{output}/{FRAGMENTS_NAME}")


def build(spark: SparkSession, inputs: Sequence[str], output: str, settings: Settings) -> Built:
    """Read the inputs, extract and merge them, and write `fragments`, `nodes` and `edges` (`.parquet`) into a new folder.

    Inputs and output are paths of this machine or of any store that the cluster knows (`s3a://…`, `abfss://…`, `gs://…`,
    `hdfs://…`). Nodes and edges are those of one machine, row by row. Raises UnreadableInputError for an input that is
    not there, ExportError when the folder holds a build already, and GovgraphError for a home that names no division.
    """
    check_home(settings.home)
    folder = output.rstrip("/") if "://" in output else f"file:{Path(output).absolute().as_posix()}"
    articles = _files(spark, inputs).mapInArrow(steps.read_files(settings.home, settings.date), ARTICLES)
    _write(_first(articles).mapInArrow(steps.extracted(settings), FRAGMENTS), f"{folder}/{FRAGMENTS_NAME}")

    fragments = spark.read.schema(FRAGMENTS).parquet(f"{folder}/{FRAGMENTS_NAME}")
    sound = fragments.where("problem IS NULL")
    nodes, edges = (f"{folder}/{name}" for name in FORMAT.names)
    _write(_merged(sound, steps.stated_nodes(), steps.merged_nodes(), node_schema()), nodes)
    _write(_merged(sound, steps.stated_edges(), steps.merged_edges(), edge_schema()), edges)

    reported = fragments.where("problem IS NOT NULL")
    return Built(
        articles=sound.count(),
        reported=reported.count(),
        problems=[row["problem"] for row in reported.select("problem").sort("problem").limit(SHOWN).collect()],
        nodes=spark.read.parquet(nodes).count(),
        edges=spark.read.parquet(edges).count(),
    )


def _files(spark: SparkSession, inputs: Sequence[str]) -> DataFrame:
    """Return the files of all inputs with their bytes; those of folders at any depth."""
    from pyspark.errors import AnalysisException
    from pyspark.sql import functions as f

    found = []
    for number, given in enumerate(inputs):
        path = given if "://" in given else f"file:{Path(given).absolute().as_posix()}"
        try:
            files = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(path)
        except AnalysisException as error:
            raise UnreadableInputError(
                f"{given}: no such file or folder; check the path ({error.getCondition()})"
            ) from error
        about = (f.lit(number).alias("input"), f.lit(given).alias("given"), f.lit(path).alias("base"))
        found.append(files.select(*about, "path", "content"))
    return reduce(lambda one, other: one.unionByName(other), found)


def _first(articles: DataFrame) -> DataFrame:
    """Return the first article of each id, and the sources of the others; every problem has an id of its own.

    The shuffle by id also deals the articles out evenly, whatever the sizes of their files.
    """
    from pyspark.sql import functions as f

    order = ("input", "place", "position")
    return (
        articles.groupBy("id")
        .agg(
            f.min(f.struct(*order, "source", "record", "problem")).alias("first"),
            f.sort_array(f.collect_list(f.struct(*order, "source"))).alias("all"),
        )
        .select(
            "id",
            "first.source",
            "first.record",
            "first.problem",
            f.expr("transform(slice(all, 2, greatest(size(all) - 1, 0)), one -> one.source)").alias("others"),
        )
    )


def _merged(fragments: DataFrame, stated: steps.Step, merged: steps.Step, schema: pyarrow.Schema) -> DataFrame:
    """Return what all fragments together say, sorted by id over all parts.

    Dealt out by ranges of ids, groups need no second shuffle, and the parts follow each other in order.
    """
    from pyspark.sql import functions as f

    return (
        fragments.mapInArrow(stated, STATED)
        .repartitionByRange("id")
        .groupBy("id")
        .agg(f.collect_list(f.struct("article", "said")).alias("said"))
        .sortWithinPartitions("id")
        .mapInArrow(merged, spark_ddl(schema))
    )


def _write(table: DataFrame, path: str) -> None:
    from pyspark.errors import AnalysisException

    try:
        table.write.option("compression", "zstd").parquet(path)
    except AnalysisException as error:
        if error.getCondition() != "PATH_ALREADY_EXISTS":
            raise
        raise _taken(path) from error


def _taken(path: str) -> ExportError:
    return ExportError(f"{path}: there is something already; name a new folder, or delete what a broken build left")
