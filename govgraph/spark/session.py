"""The Spark session that a build runs in, and what it needs to be told."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Mapping
from importlib.util import find_spec
from typing import TYPE_CHECKING

from graph.errors import BackendError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_OURS = {
    # Fragments and evidence are texts of some kilobytes: a batch of the default 10,000 would be many megabytes.
    "spark.sql.execution.arrow.maxRecordsPerBatch": "1000",
    "spark.ui.showConsoleProgress": "true" if sys.stderr.isatty() else "false",
}


def session(master: str | None = None, conf: Mapping[str, str] | None = None) -> SparkSession:
    """Return the session of this process, or a new one at `master` (what spark-submit names, else `local[*]`).

    `conf` is any setting of Spark. Raises BackendError when pyspark or Java are not there or the master is not reached.
    """
    needs_pyspark()
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession

    # Workers on this machine run this Python and see the modules that it sees.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    # pyspark warns of every pandas from 3 on; nothing here uses pandas.
    warnings.filterwarnings("ignore", "PySpark does not yet fully support pandas", FutureWarning)
    builder = SparkSession.builder.appName("govgraph build")
    if master:
        builder = builder.master(master)
    for key, value in {**_OURS, **(conf or {})}.items():
        builder = builder.config(key, value)
    try:
        return builder.getOrCreate()
    except (PySparkException, OSError, RuntimeError) as error:
        raise BackendError(
            f"Spark does not start: {error}; it needs Java 17 and a master that can be reached"
        ) from error


def needs_pyspark() -> None:
    """Raise BackendError when a package that the engine needs is not installed."""
    missing = [name for name in ("pyspark", "pyarrow", "pandas") if find_spec(name) is None]
    if missing:
        raise BackendError(
            f"the engine spark needs {' and '.join(missing)}, not installed here: pip install 'govgraph[spark]'"
        )
