"""A build on Spark gives what one machine gives, row by row, and says what it needs."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet
import pytest

from govgraph.spark.steps import read_files
from govgraph.spark.tables import ARTICLES, arrow_schema

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"


def govgraph(*arguments: object, folder: Path) -> tuple[int, list[str]]:
    """Run the command line in a process of its own; return the exit code and what it said of the articles."""
    command = [sys.executable, "-m", "govgraph", *map(str, arguments)]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    said = run.stderr.splitlines()
    return run.returncode, [
        line for line in said if not line.startswith(("Using Spark", "Setting", "To adjust", "WARNING", "2"))
    ]


@pytest.fixture
def inputs(tmp_path: Path) -> list[str]:
    """Pages in folders of folders, and records: a broken line, an id that is there twice, a home of its own."""
    pages = tmp_path / "各地 报纸"
    (pages / "内页").mkdir(parents=True)
    for number, page in enumerate(sorted(SEEDS.glob("*.txt"))):
        shutil.copy(page, pages / "内页" if number % 2 else pages)
    (pages / "notes.xyz").write_text("is passed over")
    body = "7月1日,青川县政府召开防汛会。县长江北辰主持会议。会议强调,要加强巡查。"
    records = [
        {"id": "r1", "title": "青川县召开防汛会", "body": body, "date": "2025-07-02", "home": "四川省广元市青川县"},
        {"id": "r2", "title": "没有正文"},
        {"id": "r1", "title": "另一篇", "body": body},
        {"id": "r3", "title": "县里开会", "body": body, "date": "2025-07-03", "home": "四川省广元市青川县"},
    ]
    lines = [json.dumps(record, ensure_ascii=False) + "\n" for record in records]
    (tmp_path / "records.jsonl").write_text("".join(lines), encoding="utf-8")
    (tmp_path / "more.jsonl").write_text(lines[2], encoding="utf-8")
    return [str(pages), "records.jsonl", "more.jsonl"]


@pytest.mark.spark
def test_the_rows_are_those_of_one_machine(inputs: list[str], tmp_path: Path) -> None:
    # the quick compiler: the work is small
    java = "spark.driver.extraJavaOptions=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
    small = (
        "--master",
        "local[2]",
        "--conf",
        java,
        "--conf",
        "spark.sql.shuffle.partitions=3",
        "--conf",
        "spark.ui.enabled=false",
    )
    code, said = govgraph("build", *inputs, "-o", "one", folder=tmp_path)
    assert code == 1
    on_spark = govgraph("build", *inputs, "--engine", "spark", *small, "-o", "many", folder=tmp_path)
    assert on_spark[0] == 1
    assert len(said) == 4
    assert sorted(on_spark[1][:-1]) == sorted(said[:-1])
    counted = said[-1].split(" (")[0]
    assert on_spark[1][-1].startswith(f"{counted} (")
    assert int(counted.split()[0]) >= 40

    assert govgraph("export", "parquet", "-g", "one", "-o", "one.parquet", folder=tmp_path)[0] == 0
    for name in ("nodes.parquet", "edges.parquet"):
        one = pyarrow.parquet.read_table(tmp_path / "one.parquet" / name).to_pylist()
        parts = sorted((tmp_path / "many" / name).glob("*.parquet"))
        many = [row for part in parts for row in pyarrow.parquet.read_table(part).to_pylist()]
        assert len(one) > 400
        assert many == one

    for graph in ("one", "many"):
        assert govgraph("export", "nquads", "-g", graph, "-o", f"{graph}.nq", folder=tmp_path)[0] == 0
    assert (tmp_path / "one.nq").read_bytes() == (tmp_path / "many.nq").read_bytes()

    code, said = govgraph("build", *inputs, "--engine", "spark", "-o", "many", folder=tmp_path)
    assert code == 1
    assert "many/fragments.parquet: there is something already; name a new folder" in said[-1]


@pytest.mark.parametrize(
    ("given", "base", "path", "source"),
    [
        ("a.jsonl", "file:/home/a.jsonl", "file:/home/a.jsonl", "a.jsonl:1"),
        ("in/", "file:/home/in", "file:/home/in/b/c d.jsonl", "in/b/c d.jsonl:1"),
        ("s3a://bucket/in", "s3a://bucket/in", "s3a://bucket/in/a.jsonl", "s3a://bucket/in/a.jsonl:1"),
        ("hdfs:///in", "hdfs:///in", "hdfs://host:8020/in/a.jsonl", "hdfs://host:8020/in/a.jsonl:1"),
        ("hdfs:///in", "hdfs:///in", "hdfs://host:8020/in/a.xyz", None),
        ("file:///in/*", "file:///in/*", "file:/in/b/a.jsonl", "file:/in/b/a.jsonl:1"),
    ],
)
def test_files_have_the_names_of_the_user(given: str, base: str, path: str, source: str | None) -> None:
    content = json.dumps({"id": "r1", "body": "七月一日开会。"}).encode()
    columns = {"input": 0, "given": given, "base": base, "path": path, "content": content}
    (read,) = read_files(None, None)([pyarrow.RecordBatch.from_pylist([columns])])
    assert read.schema.equals(arrow_schema(ARTICLES))
    assert [row["source"] for row in read.to_pylist()] == ([] if source is None else [source])


def test_a_named_file_of_an_unknown_ending_is_reported() -> None:
    columns = {"input": 0, "given": "s3a://b/a.xyz", "base": "s3a://b/a.xyz", "path": "s3a://b/a.xyz", "content": b"?"}
    (read,) = read_files(None, None)([pyarrow.RecordBatch.from_pylist([columns])])
    assert [row["problem"].split(";")[0] for row in read.to_pylist()] == ["s3a://b/a.xyz: unknown ending '.xyz'"]


def test_a_missing_package_is_named(tmp_path: Path) -> None:
    probe = """
import sys
sys.modules["pyspark"] = None
from govgraph.cli import main
main(["build", "page.txt", "--engine", "spark"])
"""
    run = subprocess.run([sys.executable, "-c", probe], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert run.stderr == "Error: the engine spark needs pyspark, not installed here: pip install 'govgraph[spark]'\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--engine", "spark", "--jobs", "2"), "--engine spark takes no --jobs"),
        (("--master", "local"), "--master and --conf are for --engine spark"),
        (("--conf", "a=b"), "--master and --conf are for --engine spark"),
    ],
)
def test_options_that_do_not_go_together(run, arguments: tuple[str, ...], message: str) -> None:
    result = run("build", "page.txt", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr
