"""What carries a version: an older graph is brought to this one, older fragments are read, newer ones are refused clearly."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from graph.errors import InvalidRecordError, StoreError
from graph.fragment import Fragment
from graph.judgements import Judgement
from graph.migrate import STEPS
from graph.schema import load_schema
from graph.sqlite_file import FILE_NAME, VERSION
from graph.store import GraphStore
from graph.verify import checksum
from graph.versions import unreadable
from tests.graph import sample

DATA = Path(__file__).with_name("data")
JUDGED = Judgement.of(
    "Person:林望山@青禾市政府", "Person:林望山@云岭省政府", "yes", author="编辑", at="2025-04-01T08:00:00"
)


def _older(folder: Path, version: int) -> None:
    """Make the graph of a folder as an earlier format kept it."""
    folder.mkdir()
    db = sqlite3.connect(folder / FILE_NAME)
    db.executescript((DATA / f"format-{version}.sql").read_text(encoding="utf-8"))
    db.close()


def _format(folder: Path) -> int:
    db = sqlite3.connect(folder / FILE_NAME)
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    db.close()
    return version


def test_there_is_a_step_from_every_format_and_a_sample_of_it() -> None:
    assert sorted(STEPS) == list(range(1, VERSION))
    assert sorted(path.name for path in DATA.glob("format-*.sql")) == [f"format-{n}.sql" for n in range(1, VERSION)]


@pytest.mark.parametrize("version", range(1, VERSION))
def test_an_older_graph_becomes_what_it_would_be_if_made_today(tmp_path: Path, version: int) -> None:
    _older(tmp_path / "old", version)
    with GraphStore.open(tmp_path / "new", create=True) as made:
        made.add([sample.meeting(), sample.signing()], extractor="1")
        made.judge([JUDGED])
        expected = (checksum(made), made.generation, made.counts(), list(made.judgements()), list(made.fragments()))
    for _ in range(2):
        with GraphStore.open(tmp_path / "old") as old:
            found = (checksum(old), old.generation, old.counts(), list(old.judgements()), list(old.fragments()))
            assert found == expected
            assert old.add([sample.meeting()], extractor="1").unchanged == 1
    assert _format(tmp_path / "old") == VERSION


def test_a_file_says_its_format_and_its_schema(folder: Path) -> None:
    db = sqlite3.connect(folder / FILE_NAME)
    told = db.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()
    db.close()
    assert (_format(folder), told) == (VERSION, (load_schema().version,))


def test_a_newer_graph_is_refused_and_left_as_it_is(folder: Path) -> None:
    db = sqlite3.connect(folder / FILE_NAME)
    db.execute(f"PRAGMA user_version = {VERSION + 1}")
    db.close()
    words = f"the graph has format {VERSION + 1}, this program knows up to {VERSION}; upgrade the program"
    with pytest.raises(StoreError, match=words):
        GraphStore.open(folder)
    assert _format(folder) == VERSION + 1


READ_ONLY = """
import os, sys
from graph.errors import StoreError
from graph.store import GraphStore
if os.geteuid() == 0:
    os.setuid(65534)  # root may write anywhere
try:
    GraphStore.open(sys.argv[1])
except StoreError as error:
    print(error)
"""


def test_an_older_graph_that_cannot_be_written_is_refused_with_what_to_do() -> None:
    # Not under the test's own folder: that one is closed to other users, and root has to become one.
    place = Path(tempfile.mkdtemp())
    try:
        _older(place / "old", 1)
        (place / "old" / FILE_NAME).chmod(0o444)
        (place / "old").chmod(0o555)
        place.chmod(0o755)
        command = [sys.executable, "-c", READ_ONLY, str(place / "old")]
        run = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True)
        assert run.stdout == (
            f"{place}/old: the graph has format 1 and must be brought to {VERSION} before it is read, but it is"
            " read-only; make it writable or copy it elsewhere\n"
        )
        assert _format(place / "old") == 1
    finally:
        (place / "old").chmod(0o755)
        shutil.rmtree(place)


def test_a_step_that_fails_leaves_the_older_graph(tmp_path: Path) -> None:
    _older(tmp_path / "old", 1)
    db = sqlite3.connect(tmp_path / "old" / FILE_NAME)
    db.execute("UPDATE articles SET fragment = '{\"nodes\": [{}], \"edges\": []}' WHERE id = 'a-2'")
    db.commit()
    before = list(db.iterdump())
    with pytest.raises(InvalidRecordError):
        GraphStore.open(tmp_path / "old")
    assert (list(db.iterdump()), _format(tmp_path / "old")) == (before, 1)
    db.close()


def test_fragments_say_their_schema_and_come_back() -> None:
    for fragment in sample.paper():
        record = json.loads(fragment.to_json(body=True))
        assert record["schema"] == load_schema().version
        assert Fragment.from_record(record) == fragment
        del record["schema"]
        assert Fragment.from_record(record) == fragment


REFUSED = [
    ("2.0.0", "made with schema 2.0.0, and this program knows up to 1.0.0: upgrade the program"),
    ("1.1.0", "made with schema 1.1.0, and this program knows up to 1.0.0: upgrade the program"),
    ("0.9.3", "made with schema 0.9.3, which this program, at 1.0.0, no longer reads: make it again from the texts"),
    ("1", "schema '1' is no version such as 1.0.0"),
    (1, "schema 1 is no version"),
    (None, "schema None is no version"),
]


@pytest.mark.parametrize(("said", "words"), REFUSED)
def test_a_fragment_of_another_version_is_refused(said: object, words: str) -> None:
    with pytest.raises(InvalidRecordError, match=words):
        Fragment.from_record({**sample.meeting().to_record(), "schema": said})


RULE = [
    ("1.4.2", "1.4.2", True),
    ("1.4.9", "1.4.2", True),
    ("1.3.9", "1.4.2", True),
    ("1.5.0", "1.4.2", False),
    ("1.10.0", "1.9.0", False),
    ("2.0.0", "1.4.2", False),
    ("1.4.2", "2.0.0", False),
    ("1.4.2\n", "1.4.2", False),
]


@pytest.mark.parametrize(("said", "known", "readable"), RULE)
def test_the_rule(said: str, known: str, readable: bool) -> None:
    assert (unreadable(said, known) is None) is readable


def test_the_words_of_the_graph_are_those_of_this_version() -> None:
    """A label, type, property or rule of identity that changes must change the version: see docs/versions.md."""
    schema = load_schema()
    words = {
        "nodes": {n.label: (n.identity, n.properties) for n in schema.nodes.values()},
        "relations": {
            r.type: (r.source, r.target, r.qualifiers, r.symmetric, r.properties) for r in schema.relations.values()
        },
    }
    mark = hashlib.sha256(json.dumps(words, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:12]
    assert (schema.version, VERSION, mark) == ("1.0.0", 2, "9c0b35e51cae")
