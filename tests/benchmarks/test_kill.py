"""A few of the moments at which `benchmarks.kill` kills builds, removals and index rebuilds."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import kill


def test_kills_leave_no_trace(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kill.run(tmp_path, moments=4, articles=20, seed=20250320) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["build", "remove", "cypher", "rdf"]
    assert all(line.endswith("the same bytes") for line in lines)
