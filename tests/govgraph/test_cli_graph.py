"""The commands that ask, export, check and shrink a graph folder."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from queries import catalog


def test_query_without_a_name_lists_the_questions(run) -> None:
    result = run("query")
    assert result.exit_code == 0
    assert [row.split()[0] for row in result.stdout.splitlines()[2:]] == list(catalog.names())
    listed = json.loads(run("query", "--format", "json").stdout)
    assert [row["name"] for row in listed] == list(catalog.names())
    assert all(catalog.get(row["name"]).question_zh in row["question"] for row in listed)


@pytest.mark.parametrize("language", ["cypher", "sparql"])
def test_query_answers_in_three_forms(run, graph_folder: Path, language: str) -> None:
    ask = ("query", "person_posts", "-g", graph_folder, "--param", "person=江", "--language", language)
    row = ["江北辰", "县长", "沙洲县政府", "", "", "2025-07-01", "s1"]
    columns = [column.name for column in catalog.get("person_posts").columns]

    table = run(*ask)
    assert table.exit_code == 0
    assert table.stdout.splitlines()[2].split() == [cell for cell in row if cell]
    assert table.stderr == "1 row\n"
    assert json.loads(run(*ask, "--format", "json").stdout) == [dict(zip(columns, row, strict=True))]
    assert list(csv.reader(io.StringIO(run(*ask, "--format", "csv").stdout))) == [columns, row]


def test_query_takes_the_folder_from_the_environment(run, graph_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVGRAPH_GRAPH", str(graph_folder))
    assert len(json.loads(run("query", "person_posts", "--format", "json").stdout)) == 2


def test_no_rows_is_an_answer(run, graph_folder: Path) -> None:
    result = run("query", "person_posts", "-p", "person=无", "-g", graph_folder, "--format", "json")
    assert (result.exit_code, result.stdout) == (0, "[]\n")


def test_every_question_runs_on_a_graph_that_lacks_most_types(run, graph_folder: Path) -> None:
    for name in catalog.names():
        needed = [f"-p{key}={value}" for key, value in catalog.get(name).required.items()]
        rows = [
            run("query", name, *needed, "-g", graph_folder, "--language", language, "--format", "json")
            for language in ("cypher", "sparql")
        ]
        assert [r.exit_code for r in rows] == [0, 0], name
        assert rows[0].stdout == rows[1].stdout


WRONG_QUESTIONS = [
    (("persn_posts",), 2, "no question 'persn_posts'; did you mean person_posts"),
    (("person_posts", "-p", "persn=x"), 2, "no parameter 'persn' of question 'person_posts'; did you mean person"),
    (("place_profile",), 2, "question 'place_profile' needs a value for 'place'"),
    (("person_posts", "-p", "person"), 2, "'person' is not NAME=VALUE"),
    (("person_posts", "-p", "person=a", "-p", "person=b"), 2, "'person' is given twice"),
    (("who_met", "-p", "since=yesterday"), 2, "'since' is 'yesterday', which is no date"),
    (("-p", "since=2025"), 2, "--param needs the NAME of a question"),
    (("who_met", "--neo4j", "bolt://127.0.0.1:1", "--language", "sparql"), 2, "Neo4j answers Cypher"),
    (("who_met", "--neo4j", "bolt://127.0.0.1:1"), 1, "bolt://127.0.0.1:1 does not answer"),
    (("who_met", "--neo4j", "nonsense"), 1, "nonsense is no address of a Neo4j server"),
    (("who_met", "-g", "nowhere"), 1, "nowhere"),
]


@pytest.mark.parametrize(("args", "code", "message"), WRONG_QUESTIONS)
def test_wrong_questions(run, args: tuple[str, ...], code: int, message: str) -> None:
    result = run("query", *args)
    assert result.exit_code == code
    assert message in result.stderr
    assert "Traceback" not in result.output


def test_cypher(run, graph_folder: Path) -> None:
    text = "MATCH (p:Person)-[r:CHAIRED]->(m) WHERE p.name = $who RETURN p.name AS who, m.date AS date"
    for args, stdin in (((text,), None), (("-",), text)):
        result = run("cypher", *args, "-p", "who=何秋水", "-g", graph_folder, "--format", "json", stdin=stdin)
        assert json.loads(result.stdout) == [{"who": "何秋水", "date": "2025-07-02"}]
    broken = run("cypher", "MATCH (p:Person RETURN p", "-g", graph_folder)
    assert broken.exit_code == 1
    assert broken.stderr.startswith("Error: the Cypher engine refused the query: Parser exception")


def test_sparql(run, graph_folder: Path) -> None:
    text = "SELECT ?name WHERE { ?p a gg:Person ; rdfs:label ?name } ORDER BY ?name"
    for args, stdin in (((text,), None), (("-",), text)):
        result = run("sparql", *args, "-g", graph_folder, "--format", "csv", stdin=stdin)
        assert result.stdout.split() == ["name", "何秋水", "江北辰", "苏晚"]
    broken = run("sparql", "SELECT nothing", "-g", graph_folder)
    assert broken.exit_code == 1
    assert broken.stderr.startswith("Error: the SPARQL engine refused the query")


def test_export_to_a_file_and_to_stdout(run, graph_folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "out.nq"
    written = run("export", "nquads", "-g", graph_folder, "-o", path)
    assert (written.exit_code, written.stdout) == (0, "")
    assert written.stderr == "8 nodes and 6 edges written\n"
    streamed = run("export", "nquads", "-g", graph_folder)
    assert streamed.stdout_bytes == path.read_bytes()


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (("grafml",), 2, "did you mean 'graphml'"),
        (("jsonl",), 2, "name a folder with -o"),
        (("turtle", "--base", "kg"), 2, "'kg' is no base of names"),
        (("csv", "--base", "https://kg.example/", "-o", "x"), 2, "only RDF has"),
        (("jsonld", "--statements", "triple-terms"), 2, "it has n-ary, reification"),
        (("graphml", "-o", "/proc/none/x"), 1, "/proc/none/x"),
    ],
)
def test_export_that_cannot_be(run, graph_folder: Path, args: tuple[str, ...], code: int, message: str) -> None:
    result = run("export", *args, "-g", graph_folder)
    assert result.exit_code == code
    assert message in result.stderr


def test_remove_reports_what_is_not_there(run, graph_folder: Path) -> None:
    result = run("remove", "s1", "s9", "-g", graph_folder)
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        f"no article 's9' in {graph_folder}",
        "1 articles removed, 1 reported",
    ]
    posts = json.loads(run("query", "person_posts", "-g", graph_folder, "--format", "json").stdout)
    assert [row["person"] for row in posts] == ["何秋水"]
    assert run("remove", "s2", "-g", graph_folder).exit_code == 0


def test_verify_finds_a_difference(run, graph_folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "jsonl"
    run("export", "jsonl", "-g", graph_folder, "-o", out)
    same = run("verify", "-g", graph_folder, out, "--format", "json")
    assert (same.exit_code, same.stderr) == (0, "")
    values = {row["what"]: row["value"] for row in json.loads(same.stdout)}
    assert (values["articles"], values["nodes"], values["edges"], values["HOLDS_POST"]) == ("2", "8", "6", "2")

    edges = out / "edges.jsonl"
    edges.write_text(edges.read_text(encoding="utf-8").replace("副县长", "县长"), encoding="utf-8")
    (out / "nodes.jsonl").unlink()
    changed = run("verify", "-g", graph_folder, out, "--format", "json")
    assert changed.exit_code == 1
    lines = changed.stderr.splitlines()
    post = "HOLDS_POST:Person:何秋水@沙洲县政府|Agency:沙洲县政府"
    assert f"{out / 'nodes.jsonl'}: cannot be read: No such file or directory" in lines
    assert f"{out}: node 'Agency:沙洲县政府' is missing" in lines
    assert f"{out}: edge '{post}|副县长' is missing" in lines
    assert f"{out}: edge '{post}|县长' is not in the graph" in lines
    counts = {row["what"]: (row["value"], row[str(out)]) for row in json.loads(changed.stdout)}
    assert (counts["nodes"], counts["edges"]) == (("8", "0"), ("6", "6"))


def test_a_reader_that_leaves_early_is_no_error(graph_folder: Path) -> None:
    command = f"'{sys.executable}' -m govgraph export nquads -g '{graph_folder}' | head -n 1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert "Traceback" not in done.stderr
    assert done.stdout.splitlines()[-1] == "0"


def test_a_password_is_shown_nowhere(run, graph_folder: Path) -> None:
    result = run("query", "who_met", "--neo4j", "bolt://127.0.0.1:1", "--user", "neo4j", "--password", "hush-hush-1")
    assert result.exit_code == 1
    assert "hush" not in result.output
