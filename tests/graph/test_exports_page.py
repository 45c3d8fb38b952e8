"""docs/exports.md names every format, and its programs run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.export import FORMATS, export
from graph.store import GraphStore

PAGE = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")
PROGRAMS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


def test_every_format_is_in_the_table() -> None:
    rows = re.findall(r"^\| `([\w-]+)` \| ([^|]+) \|", PAGE, re.MULTILINE)
    assert sorted(name for name, _ in rows) == sorted(FORMATS)
    for name, files in rows:
        few = FORMATS[name].names if len(FORMATS[name].names) <= 2 else ()
        assert all(f"`{file}`" in files for file in few)
        assert ("folder" in files) == bool(FORMATS[name].names)
        assert FORMATS[name].suffix in files


@pytest.mark.parametrize("program", PROGRAMS, ids=range(len(PROGRAMS)))
def test_its_programs_run(folder: Path, monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    assert len(PROGRAMS) == 4
    monkeypatch.chdir(folder.parent)
    folder.rename("my.graph")
    with GraphStore.open("my.graph") as store:
        for name in ("parquet", "graphml"):
            export(store, name, f"my.{name}")
    names: dict[str, object] = {}
    exec(program, names)  # noqa: S102 - it is our own page
    if "words" in names:
        assert names["words"] == ["市长林望山", "青禾市政府市长林望山"]
    if "comparison" in names:
        assert names["comparison"].contents.evidence.count == 15
